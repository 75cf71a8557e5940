using NodaTime;

namespace Neuraxial;

/// <summary>
/// What a therapy comes to: what the patient gets of each drug, how to set the pump, how to bridge from the old mixture, when to refill and why,
/// and everything that a careful reader would object to. Decision support: the prescriber checks it.
/// </summary>
public sealed record Plan
{
    /// <summary>What was planned.</summary>
    public required Therapy Therapy { get; init; }

    /// <summary>By which data.</summary>
    public required Formulary Formulary { get; init; }

    /// <summary>Which set of limits applies; <see langword="null"/> if none is known for this combination.</summary>
    public required string? Profile { get; init; }

    /// <summary>The program and its doses.</summary>
    public required PlannedProgram Program { get; init; }

    /// <summary>The fluid path; <see langword="null"/> if not known.</summary>
    public required PlannedPath? FluidPath { get; init; }

    /// <summary>The dates without demand boluses.</summary>
    public required RefillDates Refill { get; init; }

    /// <summary>The dates with the expected demand boluses; <see langword="null"/> if nobody said how many.</summary>
    public required RefillDates? RefillWithExpected { get; init; }

    /// <summary>The dates if every demand bolus is taken that the pump grants.</summary>
    public required RefillDates RefillWithAll { get; init; }

    /// <summary>What fills the empty fluid path; <see langword="null"/> if the path is not known.</summary>
    public required Priming? Priming { get; init; }

    /// <summary>The bridge; <see langword="null"/> if none is needed, wanted or possible.</summary>
    public required Bridge? Bridge { get; init; }

    /// <summary>The dose at the tip around a change of infusate; empty if there is none.</summary>
    public required IReadOnlyList<TipHour> Tip { get; init; }

    /// <summary>What the new infusate becomes in the container; <see langword="null"/> if it does not change or is not known.</summary>
    public required ReservoirMixing? Mixing { get; init; }

    /// <summary>The residual at this refill; <see langword="null"/> if it was not measured.</summary>
    public required ResidualReconciliation? Residual { get; init; }

    /// <summary>Old and new program; <see langword="null"/> if there is no old one or it is not known.</summary>
    public required ProgramComparison? Comparison { get; init; }

    /// <summary>Every opioid given besides, or in the pump before, against every opioid of the infusate, as the band of all published ratios.</summary>
    public required IReadOnlyList<PlannedConversion> Conversion { get; init; }

    /// <summary>The opioids given besides as oral morphine; <see langword="null"/> if there are none or nobody said.</summary>
    public required OralMorphine? OralMorphine { get; init; }

    /// <summary>The next steps of each drug, in the order of the mixture.</summary>
    public required IReadOnlyList<Titration> Titration { get; init; }

    /// <summary>What to observe, how often, from when and until when.</summary>
    public required ObservationSchedule Observation { get; init; }

    /// <summary>The plan in the words of the pump's maker.</summary>
    public required TransferSheet Transfer { get; init; }

    /// <summary>How the mixture is made, or why it cannot be.</summary>
    public required Compounding Compounding { get; init; }

    /// <summary>Everything that was found, most dangerous first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether a finding blocks the plan.</summary>
    public bool IsBlocked => Findings.Any(finding => finding.Severity == Severity.Block);
}

/// <summary>The program and what it gives.</summary>
/// <param name="Mean">The mean flow without demand boluses.</param>
/// <param name="Basal">The daily dose of each drug without demand boluses, scheduled boluses included.</param>
/// <param name="Maximum">The most of each drug in any 24 hours, all demand boluses taken.</param>
/// <param name="MaximumVolume">The volume behind it.</param>
/// <param name="DemandCount">How many demand boluses that is.</param>
/// <param name="Achievable">What the pump can really give; <see langword="null"/> where its step is not known.</param>
public sealed record PlannedProgram(
    FlowRate Mean,
    IReadOnlyList<DrugDose> Basal,
    IReadOnlyList<DrugDose> Maximum,
    Volume MaximumVolume,
    long DemandCount,
    Achievable? Achievable
);

/// <summary>The fluid path and how long the program takes to fill it.</summary>
/// <param name="Path">The path.</param>
/// <param name="Delay">From the container to the tip at the program's flow; <see langword="null"/> if it never arrives.</param>
public sealed record PlannedPath(FluidPath Path, Duration? Delay);

/// <summary>What fills the empty fluid path after implantation (pumps D6).</summary>
/// <param name="Volume">Tubing and catheter: the pump was not primed before.</param>
/// <param name="Doses">What it holds of each drug.</param>
/// <param name="BackTableVolume">The catheter alone: the pump was primed on the back table.</param>
/// <param name="BackTableDoses">What that holds of each drug.</param>
public sealed record Priming(Volume Volume, IReadOnlyList<DrugMass> Doses, Volume BackTableVolume, IReadOnlyList<DrugMass> BackTableDoses)
{
    /// <summary>The priming of a path with a mixture.</summary>
    public static Priming Of(FluidPath path, Infusate infusate) =>
        new(path.Volume, infusate.Masses(path.Volume), path.Catheter, infusate.Masses(path.Catheter));
}
