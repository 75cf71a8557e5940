namespace Neuraxial;

/// <content>Slips that people have died of, and that no limit of a dose sees.</content>
public static partial class FindingKinds
{
    /// <summary>The strength that the pump is told is not that of the only product in the container.</summary>
    public static readonly FindingKind StrengthNotOfProduct = new(
        "strength-not-of-product",
        "the strength of the mixture is not that of the product that it is made from, and nothing dilutes it",
        "HZ-07",
        "HZ-01"
    )
    {
        Advice = "Check the strength against the label of the product, or state what it is diluted with.",
    };

    /// <summary>The fill was ordered for longer than the mixture may stay in the container.</summary>
    public static readonly FindingKind OrderedPastRefill = new(
        "ordered-past-refill",
        "the fill was ordered for longer than the mixture may stay in the container",
        "HZ-19",
        "HZ-38"
    )
    {
        Advice = "Order the fill for no longer than the mixture may stay.",
    };

    /// <summary>The dose of one spinal route stands on a prescription of the other.</summary>
    public static readonly FindingKind RouteDoseCopied = new(
        "route-dose-copied",
        "the dose of a drug by the other spinal route was taken over as it stood",
        "HZ-25"
    )
    {
        Advice = "Check the dose for the new route: it was taken over from the other one.",
    };
}
