namespace Neuraxial;

/// <summary>A finding that only one of two formularies gives on a therapy, or that weighs otherwise under the other.</summary>
/// <param name="Therapy">The therapy's name; the file's, where the file could not be read.</param>
/// <param name="File">Where it was read: the file, and the line of it where it holds many.</param>
/// <param name="Code">The finding's code; <see cref="Unreadable"/> where the formulary refuses the file itself.</param>
/// <param name="Rule">The limit of the formulary; <see langword="null"/> for a check that is none of its rows.</param>
/// <param name="Path">JSON path into the therapy.</param>
/// <param name="Message">In words.</param>
/// <param name="Value">The value; <see langword="null"/> if there is none.</param>
/// <param name="Limit">The limit that it was held against.</param>
/// <param name="Otherwise">What it weighs under the other formulary, as the word of a severity; <see langword="null"/> if it is not there at all.</param>
/// <param name="IsOnlyStop">Of a stop: whether the therapy runs under the other formulary.</param>
public sealed record RehearsedFinding(
    string Therapy,
    string File,
    string Code,
    string? Rule,
    string Path,
    string Message,
    string? Value,
    string? Limit,
    string? Otherwise,
    bool IsOnlyStop
)
{
    /// <summary>The code of a therapy that cannot even be read with a formulary: it names a drug that is denied, or a pump that is not there.</summary>
    public const string Unreadable = "unreadable";
}

/// <summary>How many findings of each severity.</summary>
/// <param name="Block">Stops.</param>
/// <param name="Confirm">To confirm.</param>
/// <param name="Unknown">Not known.</param>
/// <param name="Warn">To note.</param>
public sealed record FindingCounts(int Block, int Confirm, int Unknown, int Warn)
{
    /// <summary>None at all.</summary>
    public static FindingCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>All together.</summary>
    public int Total => Block + Confirm + Unknown + Warn;

    internal FindingCounts With(Severity severity) =>
        severity switch
        {
            Severity.Block => this with { Block = Block + 1 },
            Severity.Confirm => this with { Confirm = Confirm + 1 },
            Severity.Unknown => this with { Unknown = Unknown + 1 },
            _ => this with { Warn = Warn + 1 },
        };
}

/// <summary>How often one rule spoke under each of two formularies.</summary>
/// <param name="Rule">The limit of the formulary, or the code of a check that is none of its rows.</param>
/// <param name="Before">Findings under the file in force.</param>
/// <param name="After">Findings under the new file.</param>
/// <param name="TherapiesBefore">Therapies on which it spoke under the file in force.</param>
/// <param name="TherapiesAfter">Therapies on which it speaks under the new file.</param>
/// <param name="Share">The share of all therapies on which it speaks under the new file, 0 to 1, rounded to four digits behind the point.</param>
/// <param name="MustBeReviewed">Whether it speaks on more than a tenth of the therapies: who is always warned stops reading (hazards B6, HZ-62).</param>
public sealed record RehearsedRule(
    string Rule,
    FindingCounts Before,
    FindingCounts After,
    int TherapiesBefore,
    int TherapiesAfter,
    decimal Share,
    bool MustBeReviewed
);

/// <summary>What one formulary says over all therapies.</summary>
/// <param name="Stopped">Therapies with at least one stop.</param>
/// <param name="StoppedShare">Their share, 0 to 1, rounded to four digits behind the point.</param>
/// <param name="Findings">All findings.</param>
/// <param name="PerTherapy">Findings per therapy, rounded to four digits behind the point.</param>
public sealed record AlertLoad(int Stopped, decimal StoppedShare, FindingCounts Findings, decimal PerTherapy);

/// <summary>A file that neither formulary can read, with its problems under the new one.</summary>
/// <param name="File">Where: the file, and the line of it where it holds many.</param>
/// <param name="Problems">Why.</param>
public sealed record UnusableTherapy(string File, IReadOnlyList<Problem> Problems);

/// <summary>A limit that a new file holds less firmly.</summary>
/// <param name="Against">Than which: <c>built-in</c>, or <c>base</c>, the file in force.</param>
/// <param name="Limit">Which limit, and how.</param>
public sealed record RehearsedLoosening(string Against, LoosenedLimit Limit);
