namespace Neuraxial;

/// <content>The way from the container to the tip: catheter, fluid path, prime and bridge.</content>
public static partial class FindingKinds
{
    /// <summary>The catheter is made for the other space.</summary>
    public static readonly FindingKind CatheterWrongSpace = new("catheter-wrong-space", "the catheter is made for the other space", "HZ-25", "HZ-23")
    {
        Advice = "Check route and catheter: one of them is not what was meant.",
    };

    /// <summary>The catheter must not be connected to this pump.</summary>
    public static readonly FindingKind CatheterNeverFits = new("catheter-never-fits", "the catheter must never be connected to this pump", "HZ-42")
    {
        Advice = "Check the models of catheter and pump.",
    };

    /// <summary>Stated and computed volume of the catheter differ.</summary>
    public static readonly FindingKind CatheterVolumeDisagrees = new(
        "catheter-volume-disagrees",
        "the stated volume of the catheter differs from length times volume per length",
        "HZ-31"
    )
    {
        Advice = "Check the length that was left after trimming, and the volume, in the implant record.",
    };

    /// <summary>The fluid path is not known.</summary>
    public static readonly FindingKind FluidPathUnknown = new(
        "fluid-path-unknown",
        "the volume between container and catheter tip is not known",
        "HZ-42",
        "HZ-31"
    )
    {
        Advice = "State length and model of the catheter, or its volume, from the implant record.",
    };

    /// <summary>The fluid path is outside anything plausible.</summary>
    public static readonly FindingKind FluidPathImplausible = new(
        "fluid-path-implausible",
        "the volume between container and catheter tip is outside 0.05 to 1.5 mL",
        "HZ-31"
    )
    {
        Advice = "Check the units of length and volume in the implant record.",
    };

    /// <summary>A prime fills the path fast, and a weaker phase follows.</summary>
    public static readonly FindingKind PrimingMixes = new(
        "priming-mixes",
        "a fast prime mixes: some drug arrives early and a weaker phase follows",
        "HZ-32"
    )
    {
        Advice = "Plan observation for the time after the prime: some drug arrives early.",
    };

    /// <summary>Concentration or drug changed and no bridge can be worked out.</summary>
    public static readonly FindingKind BridgeMissing = new(
        "bridge-missing",
        "drug or concentration changed and no bridge can be worked out",
        "HZ-30",
        "HZ-15",
        "HZ-42"
    )
    {
        Advice = "State the fluid path and the previous program, or decline the bridge and say why.",
    };

    /// <summary>No bridge is wanted though the old infusate would run at another dose.</summary>
    public static readonly FindingKind BridgeDeclined = new("bridge-declined", "a bridge was declined", "HZ-30", "HZ-15")
    {
        Advice = "Read the dose that the old infusate would run at before the reason is accepted.",
    };

    /// <summary>The bridge's rate is outside what the pump can give.</summary>
    public static readonly FindingKind BridgeOutOfRange = new(
        "bridge-out-of-range",
        "the rate of the bridge is outside what the pump can give",
        "HZ-31"
    )
    {
        Severities = [Severity.Block],
        Advice = "Choose a concentration nearer to the old one, or replace the content of the path by another procedure of your service.",
    };

    /// <summary>During the bridge another drug runs at a dose that is not the wanted one.</summary>
    public static readonly FindingKind BridgeOtherDrug = new(
        "bridge-other-drug",
        "during the bridge another drug of the mixture runs at a dose that is not the wanted one",
        "HZ-31"
    )
    {
        Advice = "Read the dose of the other drug during the bridge, and check it against its limits.",
    };

    /// <summary>A demand bolus during the bridge would give the old fluid by the new numbers.</summary>
    public static readonly FindingKind BridgeDemand = new(
        "bridge-demand",
        "a demand bolus during the bridge would push the old infusate",
        "HZ-31",
        "HZ-43"
    )
    {
        Advice = "Leave demand boluses out until the bridge has ended.",
    };

    /// <summary>The new program is not running yet: a change of flow cannot be bridged on a constant-flow pump.</summary>
    public static readonly FindingKind BridgeImpossible = new(
        "bridge-impossible",
        "a constant-flow pump cannot be bridged; the old infusate runs on at its own dose",
        "HZ-30"
    )
    {
        Advice = "Read for how long the old infusate runs on, and at what dose.",
    };
}
