namespace Neuraxial;

/// <summary>How far a figure can be trusted: it is never hidden from the reader of a plan.</summary>
public enum Mark
{
    /// <summary>Read in a text that was retrieved; the source says which.</summary>
    Seen,

    /// <summary>From general knowledge, not checked against a text: usable, but every result that rests on it says so.</summary>
    Recalled,

    /// <summary>Arithmetic or a proposal made from seen or stated figures.</summary>
    Derived,

    /// <summary>Chosen for want of any figure; the note says why.</summary>
    Assumed,
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Mark">How far it can be trusted.</param>
/// <param name="Sources">Keys of the formulary's sources; may be empty unless the mark is <see cref="Mark.Seen"/>.</param>
/// <param name="Note">What else a reader must know; <see langword="null"/> if nothing.</param>
public sealed record Provenance(Mark Mark, IReadOnlyList<string> Sources, string? Note)
{
    internal static Choice<Mark> Marks { get; } =
        new(new("seen", Mark.Seen), new("recalled", Mark.Recalled), new("derived", Mark.Derived), new("assumed", Mark.Assumed));

    /// <summary>Whether a result that rests on it must say that it is unverified.</summary>
    public bool IsUnverified => Mark is Mark.Recalled or Mark.Assumed;

    /// <summary>The mark and the source keys as findings and tables print them: <c>[seen L1, P2]</c>.</summary>
    public override string ToString() => Sources.Count == 0 ? $"[{Marks.Word(Mark)}]" : $"[{Marks.Word(Mark)} {string.Join(", ", Sources)}]";
}
