namespace Neuraxial;

/// <summary>What keeps an answer from being better: found by trying its neighbours.</summary>
internal static class RecipeBindings
{
    public static IReadOnlyList<RecipeBinding> Of(RecipeCandidate candidate, RecipeTerms terms)
    {
        var bindings = new List<RecipeBinding>();
        AddRate(bindings, candidate, terms);
        AddFill(bindings, candidate, terms);
        AddInterval(bindings, candidate, terms);
        AddTolerance(bindings, candidate);
        if (bindings.Count == 0)
        {
            bindings.Add(new RecipeBinding("balance", "Nothing binds it: whatever is better in one respect is worse in another."));
        }

        return bindings;
    }

    /// <summary>A bound on the rate binds if the next step beyond the answer's would pass it.</summary>
    private static void AddRate(List<RecipeBinding> bindings, RecipeCandidate candidate, RecipeTerms terms)
    {
        if (terms.Flows.Fixed is { } only)
        {
            var origin = terms.Recipe.Pump.Model.IsConstantFlow ? "built into the pump" : "fixed by the recipe";
            bindings.Add(new RecipeBinding("fixed-rate", $"The rate is {origin}: {Display.Of(only)}.") { Limit = only.ToString() });
            return;
        }

        var stocks = candidate.Drugs.Where(drug => drug.Wanted is not null).Select(drug => drug.Draw?.Stock).ToList();
        var step = terms.Flows.Step;
        var down = candidate.Rate > step ? candidate.Rate - step : FlowRate.Zero;
        var up = candidate.Rate + step;
        foreach (var bound in RateBounds.Of(terms, stocks))
        {
            var binds = bound.IsLower ? candidate.Rate >= bound.Rate && down < bound.Rate : candidate.Rate <= bound.Rate && up > bound.Rate;
            if (binds)
            {
                var degree = bound.Blocks || bound.Limit is null ? "" : " A weaker mixture keeps it; a stronger one needs a reason.";
                var message = bound.IsLower
                    ? $"Not slower: {RecipeWords.Least(bound, terms)}.{(bound.Limit?.IsLower is false ? degree : "")}"
                    : $"Not faster: {RecipeWords.Most(bound, terms)}.";
                bindings.Add(
                    new RecipeBinding(RecipeWords.Code(bound.Kind), message)
                    {
                        Drug = bound.Drug?.Drug.Id,
                        Limit = RecipeWords.Limit(bound),
                        Source = RecipeWords.Source(bound, terms),
                        Rule = bound.Limit?.Id,
                    }
                );
            }
        }
    }

    private static void AddFill(List<RecipeBinding> bindings, RecipeCandidate candidate, RecipeTerms terms)
    {
        if (candidate.Fill != terms.Container.MostFill)
        {
            return;
        }

        var figure = terms.Recipe.Pump.Model.Reservoir;
        bindings.Add(
            new RecipeBinding(
                terms.Recipe.Fill is null ? "container" : "fixed-fill",
                terms.Recipe.Fill is null
                    ? $"Not more: {Display.Of(candidate.Fill)} is all that {terms.Recipe.Pump.Model.Name} holds{(terms.Recipe.Residual is null ? "" : " beside the residual")}."
                    : $"The fill is fixed by the recipe: {Display.Of(candidate.Fill)}."
            )
            {
                Limit = candidate.Fill.ToString(),
                Source = terms.Recipe.Fill is null && figure is not null ? terms.Formulary.Cite(figure.Provenance) : null,
            }
        );
    }

    /// <summary>What ends the interval, where it is not the volume.</summary>
    private static void AddInterval(List<RecipeBinding> bindings, RecipeCandidate candidate, RecipeTerms terms)
    {
        if (candidate.Reason == RefillReason.Stability)
        {
            var study = terms.Study(candidate.Drugs);
            var rule = terms.Rule(candidate.Drugs);
            bindings.Add(
                rule?.Time == candidate.Interval
                    ? new RecipeBinding(
                        "refill-interval",
                        $"Not longer: this mixture must be refilled within {Display.Of(candidate.Interval)} ({rule.Id})."
                    )
                    {
                        Limit = QuantityText.Write(candidate.Interval),
                        Source = terms.Formulary.Cite(rule.Figure.Provenance),
                        Rule = rule.Id,
                    }
                    : new RecipeBinding("stability", $"Not longer: {study!.MixtureInWords} is known to be good for {Display.Of(candidate.Interval)}.")
                    {
                        Limit = QuantityText.Write(candidate.Interval),
                        Source = terms.Formulary.Cite(study.Provenance),
                    }
            );
        }
        else if (candidate.Reason == RefillReason.ServiceLimit)
        {
            bindings.Add(
                new RecipeBinding(
                    "service-limit",
                    $"Not longer: no fill of an implanted pump may be older than {Display.Of(candidate.Interval)} here."
                )
                {
                    Limit = QuantityText.Write(candidate.Interval),
                    Source = terms.Formulary.Cite(terms.Formulary.Setting("service-limit").Provenance),
                }
            );
        }
    }

    private static void AddTolerance(List<RecipeBinding> bindings, RecipeCandidate candidate)
    {
        var worst = candidate.Drugs.Where(drug => drug.ErrorPercent is not null).MaxBy(drug => decimal.Abs(drug.ErrorPercent!.Value))!;
        if (worst is { Draw.Volume: var drawn, ErrorPercent: { } error and not 0m })
        {
            bindings.Add(
                new RecipeBinding(
                    "measure",
                    $"Not nearer: {Display.Of(drawn)} of {worst.Drug.Id} is the nearest that can be measured, {Display.Percent(decimal.Round(error, 6))} of its dose."
                )
                {
                    Drug = worst.Drug.Id,
                }
            );
        }
    }
}
