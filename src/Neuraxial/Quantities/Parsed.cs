using System.Diagnostics.CodeAnalysis;

namespace Neuraxial;

/// <summary>
/// What reading a text gave: a value, or a problem in words. For callers who ask (<see cref="Succeeded"/>)
/// and for callers who throw (<see cref="Value"/>).
/// </summary>
/// <typeparam name="T">What was to be read.</typeparam>
public readonly struct Parsed<T>
{
    private readonly T value;

    private Parsed(T value, string? problem)
    {
        this.value = value;
        Problem = problem;
    }

    /// <summary>Whether a value was read. The <c>default</c> counts as read and holds the default value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <summary>What was seen and what is expected, one sentence without a full stop; <see langword="null"/> if a value was read.</summary>
    public string? Problem { get; }

    /// <summary>The value that was read.</summary>
    /// <exception cref="FormatException">Nothing was read; the message is <see cref="Problem"/>.</exception>
    public T Value => Succeeded ? value : throw new FormatException(Problem);

    internal static Parsed<T> Of(T value) => new(value, null);

    internal static Parsed<T> Failed(string problem) => new(default!, problem);
}
