namespace Neuraxial;

/// <content>What a simulation does not know.</content>
public static partial class FindingKinds
{
    /// <summary>A drug whose way is not known.</summary>
    public static readonly FindingKind SimulationDrugUnknown = new("simulation-drug-unknown", "where a drug goes in the spine is not known", "HZ-60")
    {
        Advice = "Go by what leaves the tip of it; no curve of it is shown.",
    };

    /// <summary>Figures of a drug that are assumed.</summary>
    public static readonly FindingKind SimulationFiguresWeak = new("simulation-figures-weak", "a drug's curves rest on assumed figures", "HZ-60")
    {
        Advice = "Read the shape of its curves, not their values.",
    };

    /// <summary>A fluid path of unknown volume.</summary>
    public static readonly FindingKind SimulationPathUnknown = new(
        "simulation-path-unknown",
        "when the new infusate reaches the tip is not known",
        "HZ-60"
    )
    {
        Advice = "Enter the volume of the catheter, and of an external pump's line.",
    };

    /// <summary>An unknown program before.</summary>
    public static readonly FindingKind SimulationHistoryUnknown = new(
        "simulation-history-unknown",
        "what is in the body at the start is not known",
        "HZ-60"
    )
    {
        Advice = "Enter the program that ran before.",
    };

    /// <summary>A container that is empty before the end.</summary>
    public static readonly FindingKind SimulationRefillAssumed = new(
        "simulation-refill-assumed",
        "an empty container is taken to be refilled at once",
        "HZ-60"
    )
    {
        Advice = "Read nothing of a late refill from it; ask for a shorter time to end with this fill.",
    };

    /// <summary>A front of assumed width.</summary>
    public static readonly FindingKind SimulationFrontAssumed = new(
        "simulation-front-assumed",
        "how far two infusates mix in the path is assumed",
        "HZ-60"
    )
    {
        Advice = "Read no value from the hours in which the mixture changes.",
    };

    /// <summary>A demand bolus of unknown length.</summary>
    public static readonly FindingKind SimulationBolusAssumed = new("simulation-bolus-assumed", "how long a demand bolus takes is assumed", "HZ-60")
    {
        Advice = "Enter the duration of the demand bolus.",
    };

    /// <summary>A tip whose place is not known.</summary>
    public static readonly FindingKind SimulationTipUnknown = new(
        "simulation-tip-unknown",
        "nothing is simulated without the tip's vertebra",
        "HZ-60"
    )
    {
        Advice = "Enter the vertebra at which the tip lies.",
    };

    /// <summary>Outside of what the model was held to.</summary>
    public static readonly FindingKind SimulationOutsideRange = new("simulation-outside-range", "the model was not held to such a case", "HZ-60")
    {
        Advice = "Do without a simulation, or read no value from it.",
    };
}
