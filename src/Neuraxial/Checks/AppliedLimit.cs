namespace Neuraxial;

/// <summary>How a value stands to a limit.</summary>
public enum LimitOutcome
{
    /// <summary>Within both bounds.</summary>
    Within,

    /// <summary>Beyond the soft bound only.</summary>
    BeyondSoft,

    /// <summary>Beyond the hard bound.</summary>
    BeyondHard,

    /// <summary>Not known: the value, or whether the limit holds for this patient.</summary>
    Unknown,
}

/// <summary>One limit that a plan was held against, whatever came of it: so that a reader sees what was looked at, and not only what was found.</summary>
/// <param name="Id">Identifier of the limit in the formulary: <c>R3-external-cancer</c>.</param>
/// <param name="Rule">The rule that it belongs to: <c>R3</c>.</param>
/// <param name="Title">What it limits.</param>
/// <param name="Drug">The drug; <see langword="null"/> where it is about the whole infusion.</param>
/// <param name="Because">Why it applies here: route, profile, label, kind of patient.</param>
/// <param name="Value">The value, with its unit; <see langword="null"/> if not known.</param>
/// <param name="Soft">The soft bound as the formulary writes it; <see langword="null"/> if there is none.</param>
/// <param name="Hard">The hard bound.</param>
/// <param name="Source">Where the bounds come from, with their marks.</param>
/// <param name="Outcome">How the value stands to them.</param>
public sealed record AppliedLimit(
    string Id,
    string Rule,
    string Title,
    string? Drug,
    string Because,
    string? Value,
    string? Soft,
    string? Hard,
    string Source,
    LimitOutcome Outcome
)
{
    internal static Choice<LimitOutcome> Outcomes { get; } =
        new(
            new("within", LimitOutcome.Within),
            new("beyond-soft", LimitOutcome.BeyondSoft),
            new("beyond-hard", LimitOutcome.BeyondHard),
            new("unknown", LimitOutcome.Unknown)
        );
}
