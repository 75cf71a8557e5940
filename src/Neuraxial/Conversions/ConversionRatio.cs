namespace Neuraxial;

/// <summary>A drug and the way it is given: what a ratio leads from and to.</summary>
/// <param name="Drug">Identifier; need not be a drug of the formulary.</param>
/// <param name="Route">The route's word: <c>oral</c>, <c>intrathecal</c>, …</param>
public sealed record DrugByRoute(string Drug, string Route)
{
    /// <summary>As a sentence has it: <c>oral morphine</c>.</summary>
    public override string ToString() => $"{Route} {Drug}";
}

/// <summary>
/// One published ratio: the dose converted from, divided by the dose converted to. Not a rule: sources disagree by a factor of thirty, so that a result shows
/// every one of them.
/// </summary>
public sealed class ConversionRatio
{
    /// <summary>Ratios outside this are no ratio of doses that can be meant.</summary>
    private const decimal Smallest = 0.000_01m;

    private const decimal Largest = 100_000m;

    internal ConversionRatio(DataRow row)
    {
        Id = row.Id;
        From = new DrugByRoute(row.Text("fromDrug")!, row.Text("fromRoute")!);
        To = new DrugByRoute(row.Text("toDrug")!, row.Text("toRoute")!);
        Figure = row.Figure("ratio")!;
        Applies = row.Text("applies");
        Note = row.Text("note") ?? Figure.Provenance.Note;
        var (least, most) = (Figure.Number ?? Figure.From ?? Figure.To, Figure.Number ?? Figure.To ?? Figure.From);
        if (least is >= Smallest and <= Largest && most is >= Smallest and <= Largest)
        {
            (Least, Most) = (decimal.Min(least.Value, most.Value), decimal.Max(least.Value, most.Value));
        }
    }

    /// <summary>Identifier of the row.</summary>
    public string Id { get; }

    /// <summary>What is converted from.</summary>
    public DrugByRoute From { get; }

    /// <summary>What is converted to.</summary>
    public DrugByRoute To { get; }

    /// <summary>The ratio as it stands in the formulary, with its mark and sources.</summary>
    public Figure Figure { get; }

    /// <summary>The lower end, equal to <see cref="Most"/> for a single number; <see langword="null"/> where the source's words must not be computed with.</summary>
    public decimal? Least { get; }

    /// <summary>The upper end; <see langword="null"/> with <see cref="Least"/>.</summary>
    public decimal? Most { get; }

    /// <summary>For whom or when it holds, in words; <see langword="null"/> where the source does not say.</summary>
    public string? Applies { get; }

    /// <summary>What else a reader must know; <see langword="null"/> if nothing.</summary>
    public string? Note { get; }

    /// <summary>Whether a dose may be worked out with it; otherwise its words say why not.</summary>
    public bool IsNumber => Least is not null;

    /// <summary>The ends that a band takes from it: one for a number, both for a range.</summary>
    internal IEnumerable<decimal> Ends =>
        (Least, Most) switch
        {
            ({ } least, { } most) when least == most => [least],
            ({ } least, { } most) => [most, least],
            _ => [],
        };

    /// <summary>What it is, with its mark: <c>oral morphine to intrathecal morphine 100 [seen A6]</c>.</summary>
    public override string ToString() => $"{From} to {To} {Figure} {Figure.Provenance}";
}
