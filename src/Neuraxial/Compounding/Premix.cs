namespace Neuraxial;

/// <summary>A product with several drugs, and how much of it goes into a mixture.</summary>
/// <param name="Stock">The product.</param>
/// <param name="Drugs">The drugs of the mixture that are drawn from it.</param>
internal sealed record Premix(Stock Stock, IReadOnlyList<WantedDrug> Drugs)
{
    /// <summary>The premixed products that the file names.</summary>
    public static IReadOnlyList<Premix> Named(IReadOnlyList<WantedDrug> drugs) =>
        [
            .. drugs
                .Where(wanted => wanted.IsNamed && wanted.Obstacle is null)
                .SelectMany(wanted => wanted.Stocks.Where(stock => stock.Drugs.Count > 1).Select(stock => new NamedStock(wanted, stock)))
                .GroupBy(named => named.Stock.Preparation, StringComparer.Ordinal)
                .Select(group => new Premix(group.First().Stock, [.. group.Select(named => named.Wanted)])),
        ];

    /// <summary>The products that hold drugs of the mixture for which no product is named, and nothing else, in just the ratio wanted.</summary>
    public static IEnumerable<Premix> Matching(IReadOnlyList<WantedDrug> drugs, Volume total)
    {
        var free = drugs.Where(wanted => !wanted.IsNamed).ToList();
        var stocks = free.SelectMany(wanted => wanted.Stocks)
            .Where(stock => stock.Drugs.Count > 1)
            .DistinctBy(stock => stock.Preparation, StringComparer.Ordinal);
        foreach (var stock in stocks)
        {
            var held = free.Where(wanted => stock.Of(wanted.Drug.Id) is not null).ToList();
            var premix = new Premix(stock, held);
            if (held.Count == stock.Drugs.Count && premix.HasRatio && !LastDigits.IsMore(premix.Volume(total), total))
            {
                yield return premix;
            }
        }
    }

    /// <summary>What of it goes into a mixture.</summary>
    public Volume Volume(Volume total) => Drugs[0].Concentration * total / Stock.Of(Drugs[0].Drug.Id)!.Value;

    /// <summary>What stands in the way of drawing these drugs from it.</summary>
    public IEnumerable<Obstacle> Obstacles(IReadOnlyList<WantedDrug> drugs, Volume total)
    {
        if (!HasRatio)
        {
            yield return Against(
                $"{Stock.Name} holds {InWords(Stock.Drugs.Where(held => Drugs.Any(wanted => wanted.Drug.Id == held.Drug.Id)))}; the mixture wants {InWords(Drugs.Select(wanted => new StockDrug(wanted.Drug, wanted.Concentration)))}, another ratio, which no volume of it gives. Draw one of the drugs from a product of its own."
            );
            yield break;
        }

        if (LastDigits.IsMore(Volume(total), total))
        {
            yield return Against(
                $"{Stock.Name} holds {InWords(Stock.Drugs)}, less than the mixture wants: {InWords(Drugs.Select(wanted => new StockDrug(wanted.Drug, wanted.Concentration)))}."
            );
            yield break;
        }

        foreach (var held in Stock.Drugs)
        {
            var wanted = drugs.FirstOrDefault(drug => drug.Drug.Id == held.Drug.Id);
            var brings = Volume(total) * held.Strength;
            if (wanted is null)
            {
                yield return Against($"{Stock.Name} holds {held.Drug.Id} as well, which the mixture does not want.");
            }
            else if (!Drugs.Contains(wanted) && brings > wanted.Concentration * total)
            {
                var micrograms = held.Drug.ShownInMicrograms;
                yield return Against(
                    $"{Display.Of(Volume(total))} of {Stock.Name} bring {Display.Of(brings, micrograms)} of {held.Drug.Id}, more than the {Display.Of(wanted.Concentration * total, micrograms)} wanted."
                );
            }
        }
    }

    /// <summary>What it brings of a drug: exactly what is wanted of a drug that is drawn from it.</summary>
    public Mass Brings(StockDrug held, Volume total) =>
        Drugs.FirstOrDefault(wanted => wanted.Drug.Id == held.Drug.Id) is { } wanted ? wanted.Concentration * total : Volume(total) * held.Strength;

    /// <summary>The line of the worksheet.</summary>
    public WorksheetPart Part(Volume total)
    {
        var volume = Volume(total);
        var first = Drugs[0].Drug.Id;
        return new WorksheetPart
        {
            Stock = Stock,
            Masses =
            [
                .. Stock
                    .Drugs.Where(held => held.Drug.Id == first)
                    .Concat(Stock.Drugs.Where(held => held.Drug.Id != first))
                    .Select(held => new DrugMass(held.Drug, Brings(held, total))),
            ],
            Volume = volume,
            Drawn = volume,
            Open = ContainerChoice.For(volume, Stock.Sizes),
            IsNamed = Drugs[0].IsNamed,
        };
    }

    /// <summary>Whether it holds its drugs in the ratio of the mixture. Compared as products, since a quotient may round.</summary>
    private bool HasRatio
    {
        get
        {
            var (wanted, held) = (Drugs[0].Concentration, Stock.Of(Drugs[0].Drug.Id)!.Value);
            return Drugs.All(drug =>
                drug.Concentration.InMicrogramsPerMillilitre() * held.InMicrogramsPerMillilitre()
                == wanted.InMicrogramsPerMillilitre() * Stock.Of(drug.Drug.Id)!.Value.InMicrogramsPerMillilitre()
            );
        }
    }

    private static string InWords(IEnumerable<StockDrug> drugs) =>
        string.Join(" + ", drugs.Select(drug => $"{drug.Drug.Id} {Display.Of(drug.Strength, drug.Drug.ShownInMicrograms)}"));

    private Obstacle Against(string message) => new(MakingConstraint.Premix, Drugs[0].Drug, message) { IsNamed = Drugs[0].IsNamed };

    /// <summary>A drug, and a product of several that the file names for it.</summary>
    private sealed record NamedStock(WantedDrug Wanted, Stock Stock);
}
