namespace Neuraxial;

/// <summary>Where a prescribed dose lies against a band.</summary>
public enum BandPosition
{
    /// <summary>Below its lower end.</summary>
    Below,

    /// <summary>Within it, ends included.</summary>
    Inside,

    /// <summary>Above its upper end.</summary>
    Above,
}

/// <summary>One opioid that is given besides, or was in the pump before, converted to one opioid of the infusate.</summary>
/// <param name="Conversion">The band, and the reductions beside it.</param>
/// <param name="IsPrevious">Whether it was in the previous infusate and is left out of the new one; otherwise it is given besides the infusion.</param>
/// <param name="IsStart">Whether the opioid of the infusate is new: only then is its dose held against the band.</param>
/// <param name="Prescribed">Its programmed daily dose.</param>
/// <param name="TotalLow">The lower end for everything that is converted to it together; <see langword="null"/> if a part has no band.</param>
/// <param name="TotalHigh">The upper end for everything together; <see langword="null"/> with <paramref name="TotalLow"/>.</param>
/// <param name="Position">Where the prescribed dose lies against everything together; <see langword="null"/> at no start, or where a part has no band.</param>
/// <param name="Taper">How what is given besides can be withdrawn; <see langword="null"/> for what was in the pump or goes into the spine.</param>
public sealed record PlannedConversion(
    Conversion Conversion,
    bool IsPrevious,
    bool IsStart,
    DoseRate Prescribed,
    DoseRate? TotalLow,
    DoseRate? TotalHigh,
    BandPosition? Position,
    OpioidTaper? Taper
)
{
    internal static Choice<BandPosition> Positions { get; } =
        new(new("below", BandPosition.Below), new("inside", BandPosition.Inside), new("above", BandPosition.Above));
}

/// <summary>One systemic opioid as oral morphine.</summary>
/// <param name="Opioid">What is given.</param>
/// <param name="Low">The lower end of the band; <see langword="null"/> if no ratio is on file.</param>
/// <param name="High">The upper end; <see langword="null"/> with <paramref name="Low"/>.</param>
/// <param name="Band">The rows behind it; empty for oral morphine itself and where no ratio is on file.</param>
public sealed record OralMorphinePart(CurrentOpioid Opioid, DoseRate? Low, DoseRate? High, IReadOnlyList<ConvertedDose> Band);

/// <summary>All systemic opioids together as oral morphine.</summary>
/// <param name="Parts">One for each.</param>
public sealed record OralMorphine(IReadOnlyList<OralMorphinePart> Parts)
{
    private static readonly DrugByRoute Oral = new("morphine", "oral");

    /// <summary>The lower end; <see langword="null"/> if a part is not known.</summary>
    public DoseRate? Low => Sum(part => part.Low);

    /// <summary>The upper end; <see langword="null"/> if a part is not known.</summary>
    public DoseRate? High => Sum(part => part.High);

    /// <summary>The total; <see langword="null"/> if there is none or nobody said what is given.</summary>
    internal static OralMorphine? Of(IReadOnlyList<CurrentOpioid>? opioids, Formulary formulary)
    {
        var systemic = opioids?.Where(opioid => !ConversionPlanning.IsSpinal(opioid.Route)).ToList();
        return systemic is not { Count: > 0 } ? null : new OralMorphine([.. systemic.Select(opioid => Of(opioid, formulary))]);
    }

    private static OralMorphinePart Of(CurrentOpioid opioid, Formulary formulary)
    {
        var from = new DrugByRoute(opioid.Drug, opioid.Route);
        if (from == Oral)
        {
            return new OralMorphinePart(opioid, opioid.Dose, opioid.Dose, []);
        }

        var conversion = Conversion.Of(from, Oral, opioid.Dose, formulary);
        return new OralMorphinePart(opioid, conversion.Low, conversion.High, conversion.Band);
    }

    private DoseRate? Sum(Func<OralMorphinePart, DoseRate?> end)
    {
        var sum = DoseRate.Zero;
        foreach (var part in Parts)
        {
            if (end(part) is not { } dose)
            {
                return null;
            }

            sum += dose;
        }

        return sum;
    }
}
