namespace Neuraxial;

/// <content>About the service's own formulary file, not about the therapy.</content>
public static partial class FindingKinds
{
    /// <summary>The service's file is a draft.</summary>
    public static readonly FindingKind FormularyDraft = new(
        "formulary-draft",
        "the service's formulary file is a draft: two persons have not released it",
        "HZ-59"
    )
    {
        Advice = "Have two persons release the file before a plan by it is used.",
    };

    /// <summary>The service's file was changed after it was approved.</summary>
    public static readonly FindingKind FormularyChanged = new(
        "formulary-changed",
        "the service's formulary file was changed after it was approved",
        "HZ-59"
    )
    {
        Advice = "Have the file looked at and approved anew.",
    };

    /// <summary>The service's file does not hold yet at the time of the fill.</summary>
    public static readonly FindingKind FormularyNotInForce = new(
        "formulary-not-in-force",
        "at the time of the fill the service's formulary file does not hold yet",
        "HZ-59"
    )
    {
        Advice = "Use the file that holds at the time of the fill, or wait.",
        Severities = [Severity.Block],
    };

    /// <summary>The service's file does not hold any more at the time of the fill.</summary>
    public static readonly FindingKind FormularyExpired = new(
        "formulary-expired",
        "at the time of the fill the service's formulary file does not hold any more",
        "HZ-59"
    )
    {
        Advice = "Use the file that took its place, or have this one released anew.",
        Severities = [Severity.Block],
    };

    /// <summary>A limit of the service lets pass what the built-in one would have stopped.</summary>
    public static readonly FindingKind FormularyLoosened = new(
        "formulary-loosened",
        "a looser limit of the service lets pass what the built-in limit would have stopped",
        "HZ-59",
        "HZ-62"
    )
    {
        Advice = "Check that the service meant to loosen this limit, and for this patient.",
    };

    /// <summary>The kinds that are about the state of the file alone: whatever the therapy, every plan of the same day has them.</summary>
    internal static IReadOnlyList<FindingKind> OfFormulary { get; } = [FormularyDraft, FormularyChanged, FormularyNotInForce, FormularyExpired];
}
