namespace Neuraxial;

/// <summary>One reason why a file cannot be used: where, and what was seen and is expected.</summary>
/// <param name="Path">JSON path of the place, <c>$.infusate.drugs[0].concentration</c>; <c>$</c> is the whole file.</param>
/// <param name="Message">What was seen and what is expected; one line, no full stop.</param>
public sealed record Problem(string Path, string Message)
{
    /// <summary>Path and message, as they stand behind the file's name on a line.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

/// <summary>What reading a file gave: the thing, or every problem of the file at once.</summary>
/// <typeparam name="T">What the file describes.</typeparam>
public sealed class FileReading<T>
    where T : class
{
    internal FileReading(T? content, IReadOnlyList<Problem> problems)
    {
        Content = problems.Count == 0 ? content : null;
        Problems = problems;
    }

    /// <summary>The thing; <see langword="null"/> if there is any problem: half a therapy is never planned.</summary>
    public T? Content { get; }

    /// <summary>Every problem, in the order of the file; empty if the file can be used.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
