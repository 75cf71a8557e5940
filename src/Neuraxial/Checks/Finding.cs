namespace Neuraxial;

/// <summary>How much a finding weighs; in order of danger.</summary>
public enum Severity
{
    /// <summary>The plan cannot run, and no role may pass it.</summary>
    Block,

    /// <summary>Needs a typed reason, and a second person where said.</summary>
    Confirm,

    /// <summary>Neuraxial says that it does not know.</summary>
    Unknown,

    /// <summary>Shown and recorded.</summary>
    Warn,
}

/// <summary>One result of a check.</summary>
/// <param name="Kind">What was found: its stable code and the hazards that it stands against.</param>
/// <param name="Severity">How much it weighs here.</param>
/// <param name="Path">JSON path into the therapy file.</param>
/// <param name="Message">In words, for a person; one sentence or two.</param>
public sealed record Finding(FindingKind Kind, Severity Severity, string Path, string Message)
{
    private readonly IReadOnlyList<string>? hazards;

    /// <summary>The hazards of the hazard log that it stands against: those of the rule that was applied, else those of its kind.</summary>
    public IReadOnlyList<string> Hazards
    {
        get => hazards ?? Kind.Hazards;
        init => hazards = value.Count == 0 ? null : value;
    }

    /// <summary>The value that was found, with its unit; <see langword="null"/> where there is none.</summary>
    public string? Value { get; init; }

    /// <summary>The limit that it was held against, with its unit.</summary>
    public string? Limit { get; init; }

    /// <summary>Where the limit comes from, with its mark.</summary>
    public string? Source { get; init; }

    /// <summary>The rule of the formulary that was applied, by its identifier there (<c>R3-external-cancer</c>); <see langword="null"/> where none was.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether a second authorised person must agree before it is passed.</summary>
    public bool NeedsSecondPerson { get; init; }

    internal static Choice<Severity> Severities { get; } =
        new(new("block", Severity.Block), new("confirm", Severity.Confirm), new("warn", Severity.Warn), new("unknown", Severity.Unknown));

    /// <summary>The severity as results write it.</summary>
    public string SeverityWord => Severities.Word(Severity);
}
