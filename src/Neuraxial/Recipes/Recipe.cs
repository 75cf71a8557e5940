using NodaTime;

namespace Neuraxial;

/// <summary>
/// What is wanted of a mixture that nobody has worked out yet: the daily dose of each drug, and whatever is fixed already. What a recipe file leaves out is
/// <see langword="null"/> here and free to be chosen by the solver; no strength, dose or rate has a default.
/// </summary>
public sealed record Recipe
{
    /// <summary>The recipe's own name; of no person.</summary>
    public required string Name { get; init; }

    /// <summary>What the infusion is for.</summary>
    public required Indication Indication { get; init; }

    /// <summary>Where the drug is given.</summary>
    public required Route Route { get; init; }

    /// <summary>Whose labels hold: <c>uk</c>, <c>eu</c> or <c>us</c>; <see langword="null"/> if not stated: then every label holds.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>The pump.</summary>
    public required PumpSetup Pump { get; init; }

    /// <summary>Identifier of the diluent; <see langword="null"/> if not stated.</summary>
    public string? Diluent { get; init; }

    /// <summary>The drugs, at least one, each once, in the order of the file.</summary>
    public required IReadOnlyList<WantedDose> Wanted { get; init; }

    /// <summary>What stays in the container and mixes with the fill; <see langword="null"/> if nothing does.</summary>
    public RecipeResidual? Residual { get; init; }

    /// <summary>The shortest time to the refill that is wanted; <see langword="null"/> for as long as can be had.</summary>
    public Duration? Interval { get; init; }

    /// <summary>The fill, if it is fixed.</summary>
    public Volume? Fill { get; init; }

    /// <summary>The rate, if it is fixed. A constant-flow pump has its own.</summary>
    public FlowRate? Rate { get; init; }

    /// <summary>In what step the rate is set, where the catalogue does not know it or the service sets it otherwise.</summary>
    public FlowRate? RateStep { get; init; }

    /// <summary>The graduation in which volumes are drawn up; <see langword="null"/> for the formulary's.</summary>
    public Volume? Measure { get; init; }

    /// <summary>What is made beyond the fill; <see langword="null"/> for nothing.</summary>
    public Volume? Overfill { get; init; }

    /// <summary>What stays behind in set and filter; <see langword="null"/> for nothing.</summary>
    public Volume? DeadSpace { get; init; }

    /// <summary>The day of the fill; <see langword="null"/> if not stated: then there are intervals and no dates.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The moment of the fill; <see langword="null"/> if not stated, or only as a day.</summary>
    public OffsetDateTime? Moment { get; init; }

    /// <summary>What is mixed for a fill: the fill, what is made beyond it, what stays behind in the set.</summary>
    internal Volume Batch(Volume fill) => fill + (Overfill ?? Volume.Zero) + (DeadSpace ?? Volume.Zero);
}

/// <summary>One drug with the dose that is wanted.</summary>
/// <param name="Drug">From the formulary.</param>
/// <param name="Dose">The dose a day; more than zero.</param>
public sealed record WantedDose(Drug Drug, DoseRate Dose)
{
    /// <summary>How far the achieved dose may be from the wanted one, in per cent of it; <see langword="null"/> for the formulary's setting.</summary>
    public decimal? TolerancePercent { get; init; }

    /// <summary>The strength in the container, if it is fixed.</summary>
    public Concentration? Concentration { get; init; }

    /// <summary>What it may be made from, one of them; empty if not stated: then the strength is not bounded by any stock and no volume is known.</summary>
    public IReadOnlyList<RecipeStock> Stocks { get; init; } = [];

    /// <summary>The graduation for this drug, as of a smaller syringe; <see langword="null"/> for the recipe's.</summary>
    public Volume? Measure { get; init; }
}

/// <summary>A solution of one drug from which the mixture can be made, and how much of it there is.</summary>
/// <param name="Stock">What it is; holds one drug.</param>
public sealed record RecipeStock(Stock Stock)
{
    /// <summary>How many containers are at hand; <see langword="null"/> for enough.</summary>
    public int? AtHand { get; init; }

    /// <summary>Its strength.</summary>
    public Concentration Strength => Stock.Primary.Strength;

    /// <summary>Identifier of the preparation; <see langword="null"/> for a strength of the file's own.</summary>
    public string? Preparation => Stock.Preparation;
}

/// <summary>What cannot be or was not drawn out of the container before the fill.</summary>
/// <param name="Volume">Its volume; more than zero.</param>
/// <param name="Drugs">What it holds; empty for drug-free fluid.</param>
public sealed record RecipeResidual(Volume Volume, IReadOnlyList<InfusateDrug> Drugs)
{
    /// <summary>The strength of a drug in it; zero if it holds none.</summary>
    internal Concentration Of(Drug drug) => Drugs.FirstOrDefault(part => part.Drug.Id == drug.Id)?.Concentration ?? Concentration.Zero;
}
