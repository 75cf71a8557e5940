using NodaTime;

namespace Neuraxial;

/// <summary>What bounds the rate of a recipe.</summary>
internal enum RateBoundKind
{
    /// <summary>The lowest flow of the pump, or its highest.</summary>
    Pump,

    /// <summary>A limit on a drug's strength.</summary>
    Limit,

    /// <summary>The strength of a drug's stock.</summary>
    Stock,

    /// <summary>All stocks together: no more of them goes into the fill than the fill.</summary>
    StockTogether,

    /// <summary>What the residual brings of a drug.</summary>
    Residual,

    /// <summary>A strength that the recipe fixes.</summary>
    Fixed,

    /// <summary>The wanted time to the refill.</summary>
    Interval,

    /// <summary>What a solution can hold at all.</summary>
    Solution,
}

/// <summary>
/// One bound on the rate. All drugs flow at one rate, so that a strength is dose ÷ rate: whatever bounds a strength from above bounds the rate from below.
/// </summary>
/// <param name="Kind">What it comes from.</param>
/// <param name="IsLower">Whether the rate must be at least this.</param>
/// <param name="Rate">The bound.</param>
/// <param name="Blocks">Whether it must be kept; else it is kept where it can be.</param>
internal sealed record RateBound(RateBoundKind Kind, bool IsLower, FlowRate Rate, bool Blocks)
{
    /// <summary>The drug that it is about; <see langword="null"/> for none.</summary>
    public RecipeDrug? Drug { get; init; }

    /// <summary>The limit behind it; <see langword="null"/> if it is none.</summary>
    public RecipeLimit? Limit { get; init; }

    /// <summary>The stock behind it; <see langword="null"/> if it is none.</summary>
    public RecipeStock? Stock { get; init; }
}

/// <summary>Every bound on the rate of a recipe, in exact arithmetic and before anything is rounded: if these leave no rate, there is none.</summary>
internal static class RateBounds
{
    private static readonly Concentration Weakest = Concentration.FromMicrogramsPerMillilitre(0.001m);
    private static readonly Concentration Strongest = Concentration.FromMilligramsPerMillilitre(1_000m);

    public static List<RateBound> Of(RecipeTerms terms, IReadOnlyList<RecipeStock?> stocks)
    {
        var bounds = new List<RateBound>();
        if (terms.Flows.Least is { } least && least > FlowRate.Zero)
        {
            bounds.Add(new RateBound(RateBoundKind.Pump, IsLower: true, least, Blocks: true));
        }

        if (terms.Flows.Most is { } most)
        {
            bounds.Add(new RateBound(RateBoundKind.Pump, IsLower: false, most, Blocks: true));
        }

        if (terms.Recipe.Interval is { } interval)
        {
            bounds.Add(new RateBound(RateBoundKind.Interval, IsLower: false, FillRate(terms, interval), Blocks: true));
        }

        if (terms.Container.MostFill <= terms.Container.Low)
        {
            // Nothing can be filled in: no rate has a fill.
            bounds.Add(new RateBound(RateBoundKind.Interval, IsLower: false, FlowRate.Zero, Blocks: true));
            return bounds;
        }

        for (var i = 0; i < stocks.Count; i++)
        {
            AddDrug(bounds, terms, terms.Drugs[i], stocks[i]);
        }

        AddTogether(bounds, terms, stocks);
        return bounds;
    }

    /// <summary>The rate at which the largest fill runs down to the alarm volume in a time.</summary>
    public static FlowRate FillRate(RecipeTerms terms, Duration interval)
    {
        var (most, low) = (terms.Container.MostFill, terms.Container.Low);
        return most > low ? (most - low) / interval : FlowRate.Zero;
    }

    private static void AddDrug(List<RateBound> bounds, RecipeTerms terms, RecipeDrug drug, RecipeStock? stock)
    {
        var dose = drug.Wanted!.Value;
        var whole = terms.Container.MostFill + (terms.Recipe.Residual?.Volume ?? Volume.Zero);
        if (drug.Fixed is { } strength)
        {
            var exact = dose / strength;
            var share = drug.TolerancePercent / 100m;
            bounds.Add(new RateBound(RateBoundKind.Fixed, IsLower: true, exact * (1m - share), Blocks: true) { Drug = drug });
            bounds.Add(new RateBound(RateBoundKind.Fixed, IsLower: false, exact * (1m + share), Blocks: true) { Drug = drug });
            return;
        }

        bounds.Add(new RateBound(RateBoundKind.Solution, IsLower: true, dose / Strongest, Blocks: true) { Drug = drug });
        bounds.Add(new RateBound(RateBoundKind.Solution, IsLower: false, dose / Weakest, Blocks: true) { Drug = drug });
        foreach (var limit in drug.Strengths)
        {
            bounds.Add(new RateBound(RateBoundKind.Limit, !limit.IsLower, dose / limit.Strength!.Value, limit.Blocks) { Drug = drug, Limit = limit });
        }

        var brought = (terms.Recipe.Residual?.Volume ?? Volume.Zero) * drug.Residual;
        if (stock is not null)
        {
            // dose / rate x (residual + fill) - brought <= fill x strength; the largest fill asks least.
            var reachable = ((terms.Container.MostFill * stock.Strength) + brought) / whole;
            bounds.Add(new RateBound(RateBoundKind.Stock, IsLower: true, dose / reachable, Blocks: true) { Drug = drug, Stock = stock });
        }

        if (brought > Mass.Zero)
        {
            bounds.Add(new RateBound(RateBoundKind.Residual, IsLower: false, dose / (brought / whole), Blocks: true) { Drug = drug });
        }
    }

    private static void AddTogether(List<RateBound> bounds, RecipeTerms terms, IReadOnlyList<RecipeStock?> stocks)
    {
        var left = terms.Recipe.Residual?.Volume ?? Volume.Zero;
        var fill = terms.Container.MostFill;
        var flow = FlowRate.Zero;
        var taken = Volume.Zero;
        var spared = Volume.Zero;
        var count = 0;
        for (var i = 0; i < stocks.Count; i++)
        {
            if (stocks[i] is not { } stock)
            {
                continue;
            }

            count++;
            var drug = terms.Drugs[i];
            spared += left * drug.Residual / stock.Strength;
            if (drug.Fixed is { } strength)
            {
                taken += (fill + left) * strength / stock.Strength;
            }
            else
            {
                flow += drug.Wanted!.Value / stock.Strength;
            }
        }

        // Sum of (dose / rate x (residual + fill) - brought) / strength <= fill; a fixed strength takes its volume whatever the rate.
        if (count > 1 && flow > FlowRate.Zero && fill + spared > taken)
        {
            var share = (fill + left) / (fill + spared - taken);
            bounds.Add(new RateBound(RateBoundKind.StockTogether, IsLower: true, flow * share, Blocks: true));
        }
    }
}
