namespace Neuraxial;

/// <summary>Says which constraint binds where a mixture cannot be made, and how far from it the stocks are.</summary>
internal static class Shortage
{
    /// <summary>A drug for which no stock will do, whatever the others take.</summary>
    /// <param name="drug">The drug.</param>
    /// <param name="others">What those of the other drugs take at least for which there are stocks.</param>
    /// <param name="room">What all of them may take.</param>
    /// <param name="terms">What can be measured.</param>
    public static Obstacle OfOne(Draws drug, Volume others, Volume room, CompoundingTerms terms)
    {
        var (wanted, mass) = (drug.Wanted, drug.Mass);
        var micrograms = wanted.Drug.ShownInMicrograms;
        var least = LeastStrength(drug, others, room);
        var beside = others == Volume.Zero ? "" : $" beside the {Display.Of(others)} that the other drugs take";
        var needs = least is null
            ? "The other drugs leave no room for it, however strong."
            : $"It would take a stock of at least {InWords(least)}{beside}.";
        if (wanted.Unchecked.Count > 0)
        {
            needs +=
                $" On file but never chosen of itself, since its freedom from preservatives is to be checked: {string.Join(", ", wanted.Unchecked)}.";
        }

        if (wanted.OwnStocks.MaxBy(stock => stock.Primary.Strength) is not { } strongest)
        {
            return new Obstacle(MakingConstraint.NoProduct, wanted.Drug, $"There is no product of {wanted.Drug.Id} {wanted.Searched}. {needs}")
            {
                IsNamed = wanted.IsNamed,
                LeastStrengths = least is null ? [] : [least],
            };
        }

        if (mass / strongest.Primary.Strength > room)
        {
            var which = wanted.IsNamed
                ? $"it is drawn from {Called(strongest)} of {InWords(strongest.Primary)}"
                : $"the strongest suitable product on file is {strongest.Name}, {InWords(strongest.Primary)}";
            return new Obstacle(
                MakingConstraint.StockTooWeak,
                wanted.Drug,
                $"{wanted.Drug.Name} shall be {Display.Of(wanted.Concentration, micrograms)} in the mixture, and {which}. {needs}"
            )
            {
                IsNamed = wanted.IsNamed,
                LeastStrengths = least is null ? [] : [least],
                Strongest = [strongest.Primary],
            };
        }

        var weakest = wanted.OwnStocks.Least(stock => stock.Primary.Strength)!;
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
    public static Obstacle OfAll(IReadOnlyList<WantedDrug> drugs, IReadOnlyList<Draws> draws, Volume total, IReadOnlyList<WorksheetPart> premixed)
    {
        var least = draws.Select(drug => drug.Least!).ToList();
        var needed = premixed.Together(part => part.Volume) + least.Together(way => way.Way.Volume);

        // A stock that is diluted first is too strong already; and a weaker mixture would be diluted otherwise, so that nothing is said of one.
        var diluted = least.Where(way => way.Way.Steps.Count > 0).Select(way => way.Wanted.Drug.Id).ToList();
        var strengths = draws
            .Where(drug => drug.Least!.Way.Steps.Count == 0)
            .Select(drug => LeastStrength(drug, needed.Without(drug.Least!.Way.Volume), total))
            .OfType<StockDrug>()
            .ToList();
        var strongest = diluted.Count > 0 ? [] : drugs.Select(wanted => new StockDrug(wanted.Drug, wanted.Concentration * (total / needed))).ToList();
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
        var most =
            strongest.Count == 0
                ? $" Of {string.Join(" and ", diluted)} so little is drawn up that it is diluted first, which takes room: a weaker stock would be drawn up as it is."
                : $" The strongest mixture of these proportions that they can make is {string.Join(" + ", strongest.Select(drug => $"{drug.Drug.Id} {InWords(drug)}"))}.";
        return new Obstacle(
            MakingConstraint.Volume,
            null,
            $"The stocks alone come to {Display.Of(needed)}, more than the {Display.Of(total)} that are made ({takes}).{helps}{most}"
        )
        {
            IsNamed = least.All(way => way.Wanted.IsNamed),
            Needed = needed,
            LeastStrengths = strengths,
            Strongest = strongest,
        };
    }

    /// <summary>The weakest stock of one drug that would fit beside the others; <see langword="null"/> if the others alone are too much.</summary>
    private static StockDrug? LeastStrength(Draws drug, Volume others, Volume room)
    {
        if (others >= room || !QuantityText.CanBeMeant(room - others))
        {
            return null;
        }

        // Alone in the mixture it must be as strong as that: said without a quotient, which may round.
        var strength =
            drug.Mass == drug.Wanted.Concentration * room && others == Volume.Zero ? drug.Wanted.Concentration : drug.Mass / (room - others);
        return QuantityText.CanBeMeant(strength) ? new StockDrug(drug.Wanted.Drug, strength) : null;
    }

    private static string Called(Stock stock) => stock.Preparation is null ? "the stated stock" : stock.Name;

    private static string InWords(StockDrug stock) => Display.Of(stock.Strength, stock.Drug.ShownInMicrograms);
}
