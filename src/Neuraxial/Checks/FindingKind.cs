using System.Reflection;

namespace Neuraxial;

/// <summary>One kind of finding: a code that never changes its meaning, and the hazards of the hazard log that it is a control against.</summary>
/// <param name="Code">Stable, unique, lower case with hyphens.</param>
/// <param name="Summary">What it says, in general.</param>
/// <param name="Hazards">Identifiers of the hazard log, <c>HZ-nn</c>; empty for a statement of plain ignorance.</param>
public sealed record FindingKind(string Code, string Summary, params string[] Hazards)
{
    /// <summary>Every kind there is, by code.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        .. typeof(FindingKinds)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (FindingKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    /// <summary>What a person can do about it, in a sentence; <see langword="null"/> where the message of each finding says it.</summary>
    public string? Advice { get; init; }

    /// <summary>
    /// The severities that it may have, where the check does not name them beside the kind: for a check that is handed the kind, or takes the severity from
    /// the data. The list of findings (<c>docs/findings.md</c>) finds the others in the code.
    /// </summary>
    public IReadOnlyList<Severity> Severities { get; init; } = [];

    internal Finding Block(string path, string message) => new(this, Severity.Block, path, message);

    internal Finding Confirm(string path, string message) => new(this, Severity.Confirm, path, message);

    internal Finding Warn(string path, string message) => new(this, Severity.Warn, path, message);

    internal Finding Unknown(string path, string message) => new(this, Severity.Unknown, path, message);
}
