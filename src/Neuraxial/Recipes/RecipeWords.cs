namespace Neuraxial;

/// <summary>What a recipe runs up against, in words for people.</summary>
internal static class RecipeWords
{
    public static string Of(RecipeMerit merit) =>
        merit switch
        {
            RecipeMerit.Interval => "interval",
            RecipeMerit.Error => "error",
            RecipeMerit.Waste => "waste",
            RecipeMerit.Digits => "digits",
            _ => "strength",
        };

    /// <summary>The code of a bound on the rate.</summary>
    public static string Code(RateBoundKind kind) =>
        kind switch
        {
            RateBoundKind.Pump => "pump-flow",
            RateBoundKind.Limit => "limit",
            RateBoundKind.Stock => "stock",
            RateBoundKind.StockTogether => "stock-together",
            RateBoundKind.Residual => "residual",
            RateBoundKind.Fixed => "fixed-concentration",
            RateBoundKind.Interval => "interval",
            _ => "solution",
        };

    /// <summary>What a finding of a plan says, as a bound on the recipe.</summary>
    public static RecipeBinding Of(Finding finding) =>
        new(finding.Kind.Code, finding.Message)
        {
            Limit = finding.Limit,
            Source = finding.Source,
            Rule = finding.Rule,
        };

    /// <summary>Up to two bounds on the rate that leave none, with what they come from.</summary>
    public static RecipeBinding Of(RateBound lower, RateBound upper, RecipeTerms terms)
    {
        var named = lower.Limit is not null || lower.Kind is RateBoundKind.Stock or RateBoundKind.StockTogether ? lower : upper;
        return new RecipeBinding(Code(named.Kind), $"{Least(lower, terms)}; {Most(lower, upper, terms)}.")
        {
            Drug = named.Drug?.Drug.Id,
            Limit = Limit(named),
            Source = Source(named, terms),
            Rule = named.Limit?.Id,
        };
    }

    /// <summary>A bound that keeps a fixed rate out.</summary>
    public static RecipeBinding Of(RateBound bound, FlowRate rate, RecipeTerms terms)
    {
        var side = bound.IsLower ? Least(bound, terms) : Most(null, bound, terms);
        var origin = terms.Recipe.Pump.Model.IsConstantFlow ? "built in" : "fixed";
        return new RecipeBinding(Code(bound.Kind), $"{Capital(side)}; the rate is {origin}: {Display.Of(rate)}.")
        {
            Drug = bound.Drug?.Drug.Id,
            Limit = Limit(bound),
            Source = Source(bound, terms),
            Rule = bound.Limit?.Id,
        };
    }

    /// <summary>What the trial that fails least still fails.</summary>
    public static RecipeBinding Of(RecipeFault fault, RecipeTerms terms)
    {
        var drug = terms.Drugs.FirstOrDefault(drug => drug.Drug == fault.Drug);
        var id = fault.Drug?.Id;
        var at = $"at {Display.Of(fault.Rate)} from {Display.Of(fault.Fill)}";
        var (code, message) = fault.Constraint switch
        {
            RecipeConstraint.Limit => ("limit", $"{id} would pass {fault.Limit!.Id}, {fault.Limit.Figure.InWords()}, {at}."),
            RecipeConstraint.Stock => ("stock", $"{id} cannot be made strong enough from its stock {at}."),
            RecipeConstraint.StockTogether => ("stock-together", $"The stocks of all drugs together are more than the fill {at}."),
            RecipeConstraint.Residual => ("residual", $"The residual brings more {id} than its wanted dose {at}."),
            RecipeConstraint.Unmeasurable => (
                "measure",
                $"{id} cannot be measured {at}: its volume is less than half of {Display.Of(drug!.Measure)}. Dilute its stock first, or draw up with a finer graduation."
            ),
            RecipeConstraint.Tolerance => (
                "tolerance",
                $"{id} is {Display.Percent(decimal.Round(fault.Amount!.Value, 6))} of its wanted dose {at}; {Display.Number(drug!.TolerancePercent)} % is tolerated."
            ),
            RecipeConstraint.AtHand => (
                "at-hand",
                $"{Display.Number(fault.Amount!.Value)} containers of {id} are needed {at}, more than are at hand."
            ),
            RecipeConstraint.Container => ("container", $"The container does not hold what is needed {at}."),
            RecipeConstraint.Interval => ("interval", $"{Display.Of(terms.Recipe.Interval!.Value)} are not reached {at}."),
            _ => (
                "refill-interval",
                $"A mixture with {id} must be refilled within {fault.Limit!.Figure.InWords()} ({fault.Limit.Id}), and lasts longer {at}."
            ),
        };
        return new RecipeBinding(code, message)
        {
            Drug = id,
            Limit = fault.Limit?.Figure.ToString(),
            Source = fault.Limit is { } limit ? terms.Formulary.Cite(limit.Figure.Provenance) : null,
            Rule = fault.Limit?.Id,
        };
    }

    /// <summary>Why a rate may not be lower.</summary>
    public static string Least(RateBound bound, RecipeTerms terms)
    {
        var rate = Display.Of(bound.Rate);
        return bound.Kind switch
        {
            RateBoundKind.Pump => $"{terms.Recipe.Pump.Model.Name} gives at least {rate}",
            RateBoundKind.Limit => $"{Dose(bound)} at the limit of {Strength(bound)} ({bound.Limit!.Id}) needs at least {rate}",
            RateBoundKind.Stock => $"{Dose(bound)} from a stock of {Display.Of(bound.Stock!.Strength, InMicrograms(bound))} needs at least {rate}",
            RateBoundKind.StockTogether => $"the stocks of all drugs together leave room in the fill only from {rate} on",
            RateBoundKind.Fixed =>
                $"{Dose(bound)} at the fixed strength of {Display.Of(bound.Drug!.Fixed!.Value, InMicrograms(bound))} needs at least {rate}",
            _ => $"{Dose(bound)} at the most that a solution can hold needs at least {rate}",
        };
    }

    /// <summary>Why a rate may not be higher.</summary>
    public static string Most(RateBound bound, RecipeTerms terms) => Most(null, bound, terms);

    private static string Most(RateBound? lower, RateBound bound, RecipeTerms terms)
    {
        var rate = Display.Of(bound.Rate);
        switch (bound.Kind)
        {
            case RateBoundKind.Interval:
                var fill = terms.Container.MostFill;
                var usable = fill > terms.Container.Low ? fill - terms.Container.Low : Volume.Zero;
                var reserve = terms.Container.Low > Volume.Zero ? $" down to {Display.Of(terms.Container.Low)}" : "";
                return lower is null
                    ? $"{Display.Of(fill)} last {Display.Of(terms.Recipe.Interval!.Value)}{reserve} only up to {rate}"
                    : $"{Display.Of(fill)} then last {Lasting(terms.Flows.Up(lower.Rate), usable)}{reserve}, {Display.Of(terms.Recipe.Interval!.Value)} wanted";
            case RateBoundKind.Pump:
                return $"{terms.Recipe.Pump.Model.Name} gives at most {rate}";
            case RateBoundKind.Limit:
                return $"{Dose(bound)} stays at the lowest strength of {Strength(bound)} ({bound.Limit!.Id}) only up to {rate}";
            case RateBoundKind.Residual:
                return $"what the residual brings of {bound.Drug!.Drug.Id} is no more than {Display.Of(new DrugDose(bound.Drug.Drug, bound.Drug.Wanted!.Value))} only up to {rate}";
            case RateBoundKind.Fixed:
                return $"{Dose(bound)} at the fixed strength of {Display.Of(bound.Drug!.Fixed!.Value, InMicrograms(bound))} allows at most {rate}";
            default:
                return $"{Dose(bound)} is too little to be dissolved above {rate}";
        }
    }

    private static string Lasting(FlowRate rate, Volume volume) => rate.TimeFor(volume) is { } time ? Display.Of(time) : "for ever";

    private static string Dose(RateBound bound) => $"{bound.Drug!.Drug.Id} {Display.Of(new DrugDose(bound.Drug.Drug, bound.Drug.Wanted!.Value))}";

    private static string Strength(RateBound bound) => Display.Of(bound.Limit!.Strength!.Value, InMicrograms(bound));

    private static bool InMicrograms(RateBound bound) => bound.Drug!.Drug.ShownInMicrograms;

    /// <summary>The bound itself, in the grammar of quantities.</summary>
    public static string? Limit(RateBound bound) =>
        bound.Kind switch
        {
            RateBoundKind.Limit => bound.Limit!.Strength.ToString(),
            RateBoundKind.Stock => bound.Stock!.Strength.ToString(),
            RateBoundKind.Fixed => bound.Drug!.Fixed.ToString(),
            _ => bound.Rate.ToString(),
        };

    /// <summary>Where a bound comes from; <see langword="null"/> where it is a wish of the recipe.</summary>
    public static string? Source(RateBound bound, RecipeTerms terms)
    {
        var pump = terms.Recipe.Pump.Model;
        var figure = bound.Kind switch
        {
            RateBoundKind.Limit => bound.Limit!.Figure,
            RateBoundKind.Pump => bound.IsLower ? pump.MinimumFlow : pump.MaximumFlow,
            _ => null,
        };
        return figure is null ? null : terms.Formulary.Cite(figure.Provenance);
    }

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
