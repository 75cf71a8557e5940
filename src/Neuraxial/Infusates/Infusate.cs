namespace Neuraxial;

/// <summary>One drug of a mixture.</summary>
/// <param name="Drug">From the formulary.</param>
/// <param name="Concentration">As the product expresses its strength; more than zero.</param>
public sealed record InfusateDrug(Drug Drug, Concentration Concentration)
{
    /// <summary>Identifier of the preparation that it is made from; <see langword="null"/> if not stated.</summary>
    public string? Preparation { get; init; }

    /// <summary>Strength of a stock solution that is no preparation of the formulary, such as a special; <see langword="null"/> if not stated.</summary>
    public Concentration? Stock { get; init; }

    /// <summary>What an assay of the finished mixture found; <see langword="null"/> if it was not measured.</summary>
    public Concentration? Measured { get; init; }
}

/// <summary>The mixture in the container: one or more drugs with their concentrations, in a diluent.</summary>
/// <param name="Drugs">At least one, each drug once. The first is the primary drug: doses given as a mass are of it.</param>
/// <param name="Diluent">Identifier of the diluent; <see langword="null"/> if not stated.</param>
public sealed record Infusate(IReadOnlyList<InfusateDrug> Drugs, string? Diluent)
{
    /// <summary>The drug by which doses given as a mass are meant.</summary>
    public InfusateDrug Primary => Drugs[0];

    /// <summary>The concentration of a drug; <see langword="null"/> if the mixture does not hold it.</summary>
    /// <param name="drug">Identifier of the drug.</param>
    public Concentration? Of(string drug)
    {
        for (var i = 0; i < Drugs.Count; i++)
        {
            if (Drugs[i].Drug.Id == drug)
            {
                return Drugs[i].Concentration;
            }
        }

        return null;
    }

    /// <summary>Whether two mixtures hold the same drugs in the same concentrations, in whatever order.</summary>
    public bool SameDrugsAs(Infusate other) => Drugs.Count == other.Drugs.Count && Drugs.All(part => other.Of(part.Drug.Id) == part.Concentration);

    /// <summary>Every drug of this mixture and of the one that follows it, each once.</summary>
    public IReadOnlyList<Drug> DrugsWith(Infusate next) =>
        [.. Drugs.Concat(next.Drugs).Select(part => part.Drug).DistinctBy(drug => drug.Id, StringComparer.Ordinal)];

    /// <summary>The dose of each drug at a flow, in the order of the mixture.</summary>
    public IReadOnlyList<DrugDose> Doses(FlowRate rate) => [.. Drugs.Select(part => new DrugDose(part.Drug, part.Concentration * rate))];

    /// <summary>The mass of each drug in a volume, in the order of the mixture.</summary>
    public IReadOnlyList<DrugMass> Masses(Volume volume) => [.. Drugs.Select(part => new DrugMass(part.Drug, part.Concentration * volume))];
}

/// <summary>How much of a drug a day.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Dose">The dose rate.</param>
public sealed record DrugDose(Drug Drug, DoseRate Dose);

/// <summary>How much of a drug at once.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Mass">The mass.</param>
public sealed record DrugMass(Drug Drug, Mass Mass);
