namespace Neuraxial;

/// <summary>Says which constraint binds where a mixture cannot be made, and how far from it the stocks are.</summary>
internal static class Shortage
{
    /// <summary>A drug for which no stock will do, whatever the others take.</summary>
    public static Obstacle OfOne(WantedDrug wanted, Mass mass, Volume total, CompoundingTerms terms)
    {
        var micrograms = wanted.Drug.ShownInMicrograms;
        if (wanted.OwnStocks.MaxBy(stock => stock.Primary.Strength) is not { } strongest)
        {
            return new Obstacle(
                MakingConstraint.NoProduct,
                wanted.Drug,
                $"{Display.Of(mass, micrograms)} of {wanted.Drug.Id} are missing, and no product of it alone is stated."
            )
            {
                IsNamed = wanted.IsNamed,
            };
        }

        if (mass / strongest.Primary.Strength > total)
        {
            var least = mass == wanted.Concentration * total ? wanted.Concentration : mass / total;
            var which = wanted.IsNamed
                ? $"it is drawn from {Called(strongest)} of {Display.Of(strongest.Primary.Strength, micrograms)}"
                : $"the strongest suitable product on file is {Called(strongest)}, {Display.Of(strongest.Primary.Strength, micrograms)}";
            return new Obstacle(
                MakingConstraint.StockTooWeak,
                wanted.Drug,
                $"{wanted.Drug.Name} shall be {Display.Of(wanted.Concentration, micrograms)} in the mixture, and {which}: a stock of at least {Display.Of(least, micrograms)} is needed, a stronger one if anything else is to go in."
            )
            {
                IsNamed = wanted.IsNamed,
                LeastStrengths = [new StockDrug(wanted.Drug, least)],
                Strongest = [strongest.Primary],
            };
        }

        var weakest = wanted.OwnStocks.MinBy(stock => stock.Primary.Strength)!;
        return new Obstacle(
            MakingConstraint.StockTooStrong,
            wanted.Drug,
            $"{Display.Of(mass, micrograms)} of {wanted.Drug.Id} from {Called(weakest)} at {Display.Of(weakest.Primary.Strength, micrograms)} would take more than {DilutionWay.MostSteps} tenfold dilutions before {Display.Of(terms.SmallestDrawn)} can be drawn up: a weaker stock is needed."
        )
        {
            IsNamed = wanted.IsNamed,
        };
    }

    /// <summary>All stocks together are more than what is made.</summary>
    public static Obstacle OfAll(
        IReadOnlyList<WantedDrug> drugs,
        IReadOnlyList<IReadOnlyList<DrawnStock>> ways,
        Volume total,
        IReadOnlyList<WorksheetPart> premixed
    )
    {
        var least = ways.Select(drug => drug.MinBy(way => way.Way.Volume)!).ToList();
        var premix = premixed.Aggregate(Volume.Zero, (sum, part) => sum + part.Volume);
        var needed = least.Aggregate(premix, (sum, way) => sum + way.Way.Volume);
        var strengths = least.Select(way => LeastStrength(way, needed, total)).OfType<StockDrug>().ToList();
        var strongest = drugs.Select(wanted => new StockDrug(wanted.Drug, wanted.Concentration * (total / needed))).ToList();
        var takes = string.Join(
            ", ",
            least
                .Select(way => $"{way.Wanted.Drug.Id} {Display.Of(way.Way.Volume)} of {Called(way.Stock)}")
                .Concat(premixed.Select(part => $"{Display.Of(part.Volume)} of {part.Stock.Name}"))
        );
        var helps =
            strengths.Count == 0
                ? ""
                : $" With all else unchanged it would take {string.Join(", or ", strengths.Select(stock => $"a {stock.Drug.Id} stock of at least {InWords(stock)}"))}.";
        return new Obstacle(
            MakingConstraint.Volume,
            null,
            $"The stocks alone come to {Display.Of(needed)}, more than the {Display.Of(total)} that are made ({takes}).{helps} The strongest mixture of these proportions that they can make is {string.Join(" + ", strongest.Select(drug => $"{drug.Drug.Id} {InWords(drug)}"))}."
        )
        {
            IsNamed = least.All(way => way.Wanted.IsNamed),
            Needed = needed,
            LeastStrengths = strengths,
            Strongest = strongest,
        };
    }

    /// <summary>The weakest stock of one drug that would fit beside the others; <see langword="null"/> if the others alone are too much.</summary>
    private static StockDrug? LeastStrength(DrawnStock way, Volume needed, Volume total)
    {
        var others = needed - way.Way.Volume;
        return others < total && QuantityText.CanBeMeant(total - others) && QuantityText.CanBeMeant(way.Mass / (total - others))
            ? new StockDrug(way.Wanted.Drug, way.Mass / (total - others))
            : null;
    }

    private static string Called(Stock stock) => stock.Preparation is null ? "the stated stock" : stock.Name;

    private static string InWords(StockDrug stock) => Display.Of(stock.Strength, stock.Drug.ShownInMicrograms);
}
