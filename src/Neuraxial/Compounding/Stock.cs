namespace Neuraxial;

/// <summary>How a product stands to the route, in the order in which the NHS Specialist Pharmacy Service has products chosen.</summary>
public enum ProductClass
{
    /// <summary>Licensed for this route.</summary>
    Licensed,

    /// <summary>An unlicensed special that is specified for this route.</summary>
    Special,

    /// <summary>Used outside its licence, after a documented assessment of excipients, osmolality, pH and endotoxin.</summary>
    OffLabel,

    /// <summary>Stated by its strength alone: which product it is nobody said.</summary>
    NotStated,
}

/// <summary>One drug of a stock solution.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Strength">As the product expresses it; more than zero.</param>
public sealed record StockDrug(Drug Drug, Concentration Strength);

/// <summary>A solution that drugs are drawn from: a product of the formulary, a powder dissolved and made up to a volume, or a special of which only the strength is stated.</summary>
/// <remarks>Not the mixture: that is an <see cref="Infusate"/>.</remarks>
public sealed record Stock
{
    /// <summary>Its row in the section <c>preparations</c> of the formulary; <see langword="null"/> if only a strength was stated.</summary>
    public string? Preparation { get; internal init; }

    /// <summary>As the pharmacist knows it.</summary>
    public required string Name { get; init; }

    /// <summary><c>ampoule</c>, <c>vial</c>, <c>bag</c>, <c>prefilled-syringe</c>, <c>powder</c>, <c>special</c>; <see langword="null"/> if not known.</summary>
    public string? Form { get; internal init; }

    /// <summary>What it holds, at least one drug; several in a premixed bag.</summary>
    public required IReadOnlyList<StockDrug> Drugs { get; init; }

    /// <summary>The volumes of its containers; empty if not known. Of a powder, the volume that the content of one container is made up to.</summary>
    public IReadOnlyList<Volume> Sizes { get; internal init; } = [];

    /// <summary>The drug in one container of a powder; <see langword="null"/> if it is a solution.</summary>
    public Mass? Powder { get; internal init; }

    /// <summary>How it stands to the route.</summary>
    public ProductClass Class { get; internal init; } = ProductClass.NotStated;

    /// <summary>The region in which it is marketed; <see langword="null"/> if not known.</summary>
    public string? Region { get; internal init; }

    /// <summary>The filter that its label asks for; <see langword="null"/> if none is on file.</summary>
    public string? Filter { get; internal init; }

    /// <summary>Whether the formulary leaves open whether it is free of preservatives: it is never chosen, and where it is named a person confirms it.</summary>
    public bool IsUnchecked { get; internal init; }

    /// <summary>The drug by which the volume is worked out.</summary>
    public StockDrug Primary => Drugs[0];

    /// <summary>Among equal ways the lower is taken; only where a powder can be made up to more than one volume.</summary>
    internal int Preference { get; init; }

    /// <summary>Every figure that a worksheet from it rests on.</summary>
    internal IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The strength of a drug in it; <see langword="null"/> if it does not hold it.</summary>
    /// <param name="drug">Identifier of the drug.</param>
    public Concentration? Of(string drug) => Drugs.FirstOrDefault(held => held.Drug.Id == drug)?.Strength;

    /// <summary>A stock of which only the strength is stated.</summary>
    internal static Stock Stated(Drug drug, Concentration strength) =>
        new() { Name = $"{drug.Id} {Display.Of(strength, drug.ShownInMicrograms)}", Drugs = [new StockDrug(drug, strength)] };
}

/// <summary>So many containers of one size.</summary>
/// <param name="Size">The volume of each.</param>
/// <param name="Count">How many; at least one.</param>
public sealed record ContainerCount(Volume Size, long Count);
