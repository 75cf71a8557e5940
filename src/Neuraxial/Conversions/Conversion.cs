namespace Neuraxial;

/// <summary>How a row of a band was got.</summary>
public enum RatioUse
{
    /// <summary>By a ratio that is printed for this very way.</summary>
    Printed,

    /// <summary>By the reciprocal of a ratio that is printed for the way back.</summary>
    Reciprocal,

    /// <summary>By two printed ratios, one after the other: their errors multiply.</summary>
    Chained,
}

/// <summary>One row of a band: what one end of one published ratio comes to.</summary>
/// <param name="Ratio">Dose from ÷ dose to; more than zero. Of a reciprocal: the reciprocal.</param>
/// <param name="Dose">What the dose comes to by this ratio.</param>
/// <param name="Use">How the ratio was got.</param>
/// <param name="Basis">The published row, or the two rows of a chain in their order.</param>
public sealed record ConvertedDose(decimal Ratio, DoseRate Dose, RatioUse Use, IReadOnlyList<ConversionRatio> Basis)
{
    internal static Choice<RatioUse> Uses { get; } =
        new(new("printed", RatioUse.Printed), new("reciprocal", RatioUse.Reciprocal), new("chained", RatioUse.Chained));

    /// <summary>How far the row can be trusted: as its ratio; <see cref="Mark.Derived"/> for a reciprocal or a chain, unless a figure in it is unverified.</summary>
    public Mark Mark =>
        Basis.Select(ratio => ratio.Figure.Provenance).FirstOrDefault(provenance => provenance.IsUnverified)?.Mark
        ?? (Use == RatioUse.Printed ? Basis[0].Figure.Provenance.Mark : Mark.Derived);
}

/// <summary>
/// What a dose of one drug by one way comes to by another: the band of every published ratio, with its sources. Never one number: the sources disagree, and
/// the choice is the prescriber's.
/// </summary>
/// <remarks>
/// Ratios that are printed for this way come first and alone; without one the reciprocals of those for the way back make the band. Two ratios one after the other
/// (<see cref="Chained"/>) never enter the band: their errors multiply, and for subcutaneous morphine they would come to seven times the dose that the ratio for the vein gives.
/// </remarks>
public sealed record Conversion
{
    /// <summary>What is converted from.</summary>
    public required DrugByRoute From { get; init; }

    /// <summary>What is converted to.</summary>
    public required DrugByRoute To { get; init; }

    /// <summary>The dose that is converted.</summary>
    public required DoseRate Given { get; init; }

    /// <summary>One row for each end of each published ratio, the smallest dose first; empty if no ratio is on file or none may be used.</summary>
    public required IReadOnlyList<ConvertedDose> Band { get; init; }

    /// <summary>What two ratios one after the other would come to, for the eye only; empty where a band is.</summary>
    public required IReadOnlyList<ConvertedDose> Chained { get; init; }

    /// <summary>The row that forbids to convert, in its words; <see langword="null"/> if none does.</summary>
    public required ConversionRatio? Refused { get; init; }

    /// <summary>The reductions that are published, each as a band of its own; none is applied to <see cref="Low"/> or <see cref="High"/>.</summary>
    public required IReadOnlyList<ReducedBand> Reductions { get; init; }

    /// <summary>Where there is no band: what is on file from the one or to the other.</summary>
    public required IReadOnlyList<ConversionRatio> OnFile { get; init; }

    /// <summary>The lower end of the band; <see langword="null"/> if there is none.</summary>
    public DoseRate? Low => Band.Count == 0 ? null : Band[0].Dose;

    /// <summary>The upper end of the band; <see langword="null"/> if there is none.</summary>
    public DoseRate? High => Band.Count == 0 ? null : Band[^1].Dose;

    /// <summary>Converts a dose.</summary>
    /// <param name="from">What is converted from.</param>
    /// <param name="to">What is converted to; the same is no question.</param>
    /// <param name="given">The dose.</param>
    /// <param name="formulary">Where the ratios and reductions are.</param>
    public static Conversion Of(DrugByRoute from, DrugByRoute to, DoseRate given, Formulary formulary)
    {
        var ratios = formulary.Ratios;
        var printed = ratios.Where(ratio => ratio.From == from && ratio.To == to).ToList();
        var back = ratios.Where(ratio => ratio.From == to && ratio.To == from).ToList();
        var refused = printed.Concat(back).FirstOrDefault(ratio => !ratio.IsNumber);
        List<ConvertedDose> band = refused is null ? ByOne(given, printed, back) : [];
        var chained = new List<ConvertedDose>();
        if (band.Count == 0 && refused is null)
        {
            refused = Chain(from, to, given, ratios, chained);
        }

        var sorted = Sorted(band);
        return new Conversion
        {
            From = from,
            To = to,
            Given = given,
            Band = sorted,
            Chained = Sorted(chained),
            Refused = refused,
            Reductions = sorted.Count == 0 ? [] : ReducedBand.All(sorted[0].Dose, sorted[^1].Dose, to, formulary),
            OnFile =
                sorted.Count > 0
                    ? []
                    : [.. ratios.Where(ratio => ratio.From == from || ratio.To == to || (ratio.From.Drug == from.Drug && ratio.To.Drug == to.Drug))],
        };
    }

    private static List<ConvertedDose> ByOne(DoseRate given, List<ConversionRatio> printed, List<ConversionRatio> back)
    {
        var band = new List<ConvertedDose>();
        foreach (var ratio in printed)
        {
            foreach (var end in ratio.Ends)
            {
                band.Add(new ConvertedDose(end, given / end, RatioUse.Printed, [ratio]));
            }
        }

        foreach (var ratio in printed.Count == 0 ? back : [])
        {
            foreach (var end in ratio.Ends)
            {
                band.Add(new ConvertedDose(1m / end, given * end, RatioUse.Reciprocal, [ratio]));
            }
        }

        return band;
    }

    /// <summary>
    /// Through every drug and way to which a printed ratio leads and from which another leads on. Reciprocals are not chained: the way back and on is how a table of
    /// one drug's own routes is read across to another (K2 is such a table).
    /// </summary>
    /// <returns>The row of a chain that forbids to convert; <see langword="null"/> if none does.</returns>
    private static ConversionRatio? Chain(
        DrugByRoute from,
        DrugByRoute to,
        DoseRate given,
        IReadOnlyList<ConversionRatio> ratios,
        List<ConvertedDose> chained
    )
    {
        foreach (var first in ratios.Where(ratio => ratio.From == from && ratio.To != to).GroupBy(ratio => ratio.To))
        {
            var second = ratios.Where(ratio => ratio.From == first.Key && ratio.To == to).ToList();
            if (second.Find(ratio => !ratio.IsNumber) is { } refused)
            {
                chained.Clear();
                return refused;
            }

            var (one, other) = (first.Where(ratio => ratio.IsNumber).ToList(), second);
            if (one.Count > 0 && other.Count > 0)
            {
                AddChain(given, one.MinBy(ratio => ratio.Least)!, other.MinBy(ratio => ratio.Least)!, ratio => ratio.Least!.Value, chained);
                AddChain(given, one.MaxBy(ratio => ratio.Most)!, other.MaxBy(ratio => ratio.Most)!, ratio => ratio.Most!.Value, chained);
            }
        }

        return null;
    }

    private static void AddChain(
        DoseRate given,
        ConversionRatio one,
        ConversionRatio other,
        Func<ConversionRatio, decimal> end,
        List<ConvertedDose> chained
    )
    {
        var ratio = end(one) * end(other);
        if (!chained.Exists(row => row.Ratio == ratio && row.Basis[0].To == one.To))
        {
            chained.Add(new ConvertedDose(ratio, given / end(one) / end(other), RatioUse.Chained, [one, other]));
        }
    }

    private static List<ConvertedDose> Sorted(List<ConvertedDose> rows) => [.. rows.Order(SmallestFirst.Order)];

    /// <summary>By dose, then by the published row.</summary>
    private sealed class SmallestFirst : IComparer<ConvertedDose>
    {
        public static SmallestFirst Order { get; } = new();

        public int Compare(ConvertedDose? one, ConvertedDose? other) =>
            one!.Dose != other!.Dose ? one.Dose.CompareTo(other.Dose) : string.CompareOrdinal(one.Basis[0].Id, other.Basis[0].Id);
    }
}
