using NodaTime;

namespace Neuraxial;

/// <summary>Where the drug is given. "Spinal" is none: the doses of the two differ about tenfold (HZ-25).</summary>
public enum Route
{
    /// <summary>Into the epidural space.</summary>
    Epidural,

    /// <summary>Into the spinal fluid.</summary>
    Intrathecal,
}

/// <summary>What the infusion is for.</summary>
public enum Indication
{
    /// <summary>Pain from cancer.</summary>
    CancerPain,

    /// <summary>Other persistent pain.</summary>
    NonCancerPain,

    /// <summary>Spasticity.</summary>
    Spasticity,

    /// <summary>Pain after an operation.</summary>
    PostOperative,

    /// <summary>Pain in labour.</summary>
    Labour,
}

/// <summary>One patient's spinal drug infusion, as a therapy file describes it: everything that a plan is made from.</summary>
/// <remarks>What a file leaves out is <see langword="null"/> or empty here, and whatever depends on it is unknown in the plan, never assumed.</remarks>
public sealed record Therapy
{
    /// <summary>The therapy's own name; of no person.</summary>
    public required string Name { get; init; }

    /// <summary>What is known of the patient.</summary>
    public Patient? Patient { get; init; }

    /// <summary>What the infusion is for.</summary>
    public required Indication Indication { get; init; }

    /// <summary>Where the drug is given.</summary>
    public required Route Route { get; init; }

    /// <summary>Painful dermatomes, as the file lists them.</summary>
    public IReadOnlyList<Level> PainLevels { get; init; } = [];

    /// <summary>Whose labels hold: <c>uk</c>, <c>eu</c> or <c>us</c>; <see langword="null"/> if not stated.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Opioids given besides, by whatever route; empty if there are none, <see langword="null"/> if not known.</summary>
    public IReadOnlyList<CurrentOpioid>? CurrentOpioids { get; init; }

    /// <summary>Other medicines given besides, or stopped a short while ago; empty if there are none, <see langword="null"/> if not known.</summary>
    public IReadOnlyList<CurrentMedicine>? Medicines { get; init; }

    /// <summary>When the lists of opioids and medicines were taken; <see langword="null"/> if not stated.</summary>
    public OffsetDateTime? MedicinesAt { get; init; }

    /// <summary>Test doses of the first drug, given or planned, in the order of the file.</summary>
    public IReadOnlyList<TestDose> TestDoses { get; init; } = [];

    /// <summary>The catheter.</summary>
    public CatheterPlacement? Catheter { get; init; }

    /// <summary>The pump.</summary>
    public required PumpSetup Pump { get; init; }

    /// <summary>The mixture in the container.</summary>
    public required Infusate Infusate { get; init; }

    /// <summary>What was or will be put into the container, and when.</summary>
    public required Fill Fill { get; init; }

    /// <summary>What the pump is told.</summary>
    public required InfusionProgram Program { get; init; }

    /// <summary>What ran before; <see langword="null"/> at a first fill.</summary>
    public PreviousInfusion? Previous { get; init; }

    /// <summary>Why no bridge is wanted; <see langword="null"/> if one is, where one is needed.</summary>
    public string? BridgeDeclined { get; init; }
}

/// <summary>What is known of the patient. Never a name.</summary>
public sealed record Patient
{
    /// <summary>Date of birth.</summary>
    public LocalDate? BirthDate { get; init; }

    /// <summary>Sex, as the file's word.</summary>
    public string? Sex { get; init; }

    /// <summary>Body weight.</summary>
    public Mass? Weight { get; init; }

    /// <summary>Body height.</summary>
    public Length? Height { get; init; }

    /// <summary>Conditions that limits depend on, as identifiers: <c>renal-impairment</c>; empty if there are none, <see langword="null"/> if not known.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>Substances to which the patient reacts; empty if there are none, <see langword="null"/> if not known.</summary>
    public IReadOnlyList<string>? Allergies { get; init; }

    /// <summary>Whether the patient takes an anticoagulant; <see langword="null"/> if not known.</summary>
    public bool? Anticoagulated { get; init; }
}

/// <summary>An opioid given besides the infusion.</summary>
/// <param name="Drug">Identifier; need not be a drug of the formulary.</param>
/// <param name="Route">The route's word: <c>oral</c>, <c>subcutaneous</c>, …</param>
/// <param name="Dose">The dose a day.</param>
public sealed record CurrentOpioid(string Drug, string Route, DoseRate Dose);

/// <summary>A medicine given besides the infusion that is no opioid.</summary>
/// <param name="Drug">Identifier; need not be a drug of the formulary.</param>
/// <param name="Stopped">When the last dose was given; <see langword="null"/> if it is still taken.</param>
public sealed record CurrentMedicine(string Drug, OffsetDateTime? Stopped);

/// <summary>One spinal test dose of the first drug of the mixture.</summary>
/// <param name="Dose">The dose.</param>
/// <param name="At">When it was or will be given.</param>
public sealed record TestDose(Mass Dose, OffsetDateTime At)
{
    /// <summary>Whether the effect that was looked for was seen; <see langword="null"/> if not known.</summary>
    public bool? Positive { get; init; }

    /// <summary>For how long the effect lasted; <see langword="null"/> if not known.</summary>
    public Duration? Lasted { get; init; }
}

/// <summary>What was put into the container, and when.</summary>
/// <param name="Volume">As injected, not counting what was left in the container.</param>
/// <param name="At">With the offset that the pump's clock was set to: times of day in a program are on that clock.</param>
public sealed record Fill(Volume Volume, OffsetDateTime At)
{
    /// <summary>The moment.</summary>
    public Instant Instant => At.ToInstant();

    /// <summary>For how long it was ordered; <see langword="null"/> if nobody said.</summary>
    public Duration? Lasts { get; init; }

    /// <summary>What is made beyond the fill, so that the whole fill can be drawn up; <see langword="null"/> if nobody said.</summary>
    public Volume? Overfill { get; init; }

    /// <summary>What stays behind in the set and filter through which the container is filled; <see langword="null"/> if nobody said.</summary>
    public Volume? DeadSpace { get; init; }
}

/// <summary>What ran before this fill.</summary>
/// <param name="Infusate">The old mixture, still in the fluid path.</param>
/// <param name="Program">The old program; <see langword="null"/> if not known.</param>
public sealed record PreviousInfusion(Infusate Infusate, InfusionProgram? Program)
{
    /// <summary>When the old program began; <see langword="null"/> if not stated: then it is taken to have begun with the old fill.</summary>
    public OffsetDateTime? Since { get; init; }

    /// <summary>Every change of dose before this one, as far as the file tells, in the order of time.</summary>
    public IReadOnlyList<OffsetDateTime> Changes { get; init; } = [];

    /// <summary>The old fill; <see langword="null"/> if not known: then no residual is expected.</summary>
    public Fill? Fill { get; init; }

    /// <summary>What was drawn out of the container at this refill; <see langword="null"/> if it was not measured.</summary>
    public Volume? Measured { get; init; }

    /// <summary>How often and with how much drug-free fluid the container was rinsed; <see langword="null"/> if it was not.</summary>
    public Rinse? Rinse { get; init; }
}

/// <summary>Rinses of a container between two mixtures.</summary>
/// <param name="Count">How many; at least one.</param>
/// <param name="Volume">Of each.</param>
public sealed record Rinse(int Count, Volume Volume);
