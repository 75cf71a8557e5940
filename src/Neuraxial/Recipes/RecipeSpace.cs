namespace Neuraxial;

/// <summary>What was looked through for a recipe: so that a reader knows what "the best" is the best of.</summary>
/// <param name="Lowest">The lowest rate that was tried; <see langword="null"/> if none could be.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Step">Every rate is a whole number of these; <see langword="null"/> where there was no choice.</param>
/// <param name="Rates">How many rates, of each choice of stocks together.</param>
/// <param name="Trials">How many pairs of a rate and a fill.</param>
/// <param name="Feasible">How many of them keep everything.</param>
/// <param name="Efficient">How many of these no other one beats in every respect.</param>
/// <param name="StocksLeftOut">How many choices of stocks were not tried because there were too many.</param>
public sealed record RecipeSearch(
    FlowRate? Lowest,
    FlowRate? Highest,
    FlowRate? Step,
    int Rates,
    int Trials,
    int Feasible,
    int Efficient,
    int StocksLeftOut
);

/// <summary>The rates and fills to try. Every bound is among them, so that what is only just possible is found; between them the numbers are round.</summary>
internal static class RecipeSpace
{
    private const int MostRates = 240;
    private const int MostFills = 40;
    private const int MostChoices = 24;
    private static readonly decimal[] PartsOfADecade = [1_000m, 500m, 200m, 100m, 50m, 20m, 10m, 5m, 2m, 1m];

    /// <summary>The choices of stocks, one a wanted drug in each; <see langword="null"/> where none is stated.</summary>
    /// <param name="recipe">The recipe, unsuitable stocks already taken away.</param>
    /// <param name="leftOut">How many choices there are beyond what is tried.</param>
    public static List<IReadOnlyList<RecipeStock?>> Choices(Recipe recipe, out int leftOut)
    {
        List<IReadOnlyList<RecipeStock?>> choices =
        [
            [],
        ];
        var all = 1;
        foreach (var wanted in recipe.Wanted)
        {
            IReadOnlyList<RecipeStock?> stocks = wanted.Stocks.Count == 0 ? [null] : [.. wanted.Stocks];
            all = (int)long.Min(int.MaxValue, (long)all * stocks.Count);
            choices = [.. choices.SelectMany(choice => stocks.Select(stock => (IReadOnlyList<RecipeStock?>)[.. choice, stock])).Take(MostChoices)];
        }

        leftOut = all - choices.Count;
        return choices;
    }

    /// <summary>The rates to try, lowest first; empty if the bounds leave none.</summary>
    public static List<FlowRate> Rates(RecipeTerms terms, IReadOnlyList<RateBound> bounds, int choices)
    {
        var flows = terms.Flows;
        if (flows.Fixed is { } only)
        {
            return [only];
        }

        var least = flows.Up(bounds.Where(bound => bound is { IsLower: true, Blocks: true }).Select(bound => bound.Rate).Append(FlowRate.Zero).Max());

        // Where nothing else bounds it: a fill that lasts an hour.
        var most = flows.Down(
            bounds
                .Where(bound => bound is { IsLower: false, Blocks: true })
                .Select(bound => bound.Rate)
                .Append(RateBounds.FillRate(terms, Durations.FromHours(1m)))
                .Min()
        );
        if (least > most)
        {
            return [];
        }

        var budget = int.Max(40, MostRates / choices);
        var rates = new SortedSet<FlowRate>(Round(flows.Step, least, most, budget));
        void Near(FlowRate rate)
        {
            foreach (var near in new[] { flows.Down(rate), flows.Up(rate) })
            {
                for (var steps = 0; steps <= 2; steps++)
                {
                    var by = flows.Step * steps;
                    rates.Add(near + by);
                    rates.Add(near > by ? near - by : near);
                }
            }
        }

        Near(least);
        Near(most);
        foreach (var bound in bounds.Where(bound => !bound.Blocks))
        {
            Near(bound.Rate);
        }

        foreach (var drug in terms.Drugs.Where(drug => drug is { Fixed: { } }))
        {
            Near(drug.Wanted!.Value / drug.Fixed!.Value);
        }

        foreach (var (id, strength) in terms.StabilityBounds)
        {
            if (terms.Drugs.FirstOrDefault(drug => drug.Drug.Id == id) is { Wanted: { } dose } && strength > Concentration.Zero)
            {
                Near(dose / strength);
            }
        }

        return [.. rates.Where(rate => rate >= least && rate <= most)];
    }

    /// <summary>The fills to try at a rate, smallest first.</summary>
    public static IEnumerable<Volume> Fills(RecipeTerms terms, FlowRate rate)
    {
        if (terms.Recipe.Fill is { } only)
        {
            return [only];
        }

        var (most, low) = (terms.Container.MostFill, terms.Container.Low);
        var graduation = terms.Drugs.Where(drug => drug.Wanted is not null).Max(drug => drug.Measure);
        var fills = new SortedSet<Volume> { most };
        void Add(Volume fill)
        {
            if (fill > low && fill <= most)
            {
                fills.Add(fill);
            }
        }

        var step = graduation;
        foreach (var factor in Factors())
        {
            step = graduation * factor;
            if ((most - low) / step <= MostFills)
            {
                break;
            }
        }

        for (var fill = step * decimal.Ceiling(low / step); fill <= most; fill += step)
        {
            Add(fill);
        }

        foreach (var time in terms.Caps.Concat(terms.Recipe.Interval is { } interval ? [interval] : []))
        {
            var exact = low + (rate * time);
            Add(graduation * decimal.Ceiling(exact / graduation));
            Add(graduation * decimal.Floor(exact / graduation));
        }

        return fills;
    }

    /// <summary>1, 2, 5, 10, 20, …</summary>
    private static IEnumerable<decimal> Factors()
    {
        for (var decade = 1m; ; decade *= 10m)
        {
            yield return decade;
            yield return 2m * decade;
            yield return 5m * decade;
        }
    }

    /// <summary>Every step from the lowest to the highest if there are few, else numbers that are round within their power of ten.</summary>
    private static List<FlowRate> Round(FlowRate step, FlowRate least, FlowRate most, int budget)
    {
        if ((most - least) / step < budget)
        {
            return Multiples(least, most, _ => step, budget)!;
        }

        foreach (var parts in PartsOfADecade)
        {
            if (Multiples(least, most, rate => Part(rate, step, parts), budget) is { } found)
            {
                return found;
            }
        }

        return [least, most];
    }

    private static List<FlowRate>? Multiples(FlowRate least, FlowRate most, Func<FlowRate, FlowRate> unit, int budget)
    {
        var rates = new List<FlowRate> { least };
        for (var rate = least; rates.Count <= budget + 1; )
        {
            var part = unit(rate);
            rate = part * (decimal.Floor(rate / part) + 1m);
            if (rate > most)
            {
                return rates;
            }

            rates.Add(rate);
        }

        return null;
    }

    /// <summary>A part of the power of ten that a rate lies in, in whole steps.</summary>
    private static FlowRate Part(FlowRate rate, FlowRate step, decimal parts)
    {
        var decade = FlowRate.FromMicrolitresPerDay(1m);
        while (decade * 10m <= rate)
        {
            decade *= 10m;
        }

        return step * decimal.Max(1m, decimal.Ceiling(decade / parts / step));
    }
}
