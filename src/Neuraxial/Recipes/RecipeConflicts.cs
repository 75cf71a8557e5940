namespace Neuraxial;

/// <summary>Finds what stands against each other in a recipe that has no answer.</summary>
internal static class RecipeConflicts
{
    /// <summary>The stocks by which a recipe can reach the most: of each drug the strongest.</summary>
    public static IReadOnlyList<RecipeStock?> Strongest(Recipe recipe) =>
        [.. recipe.Wanted.Select(wanted => wanted.Stocks.MaxBy(stock => stock.Strength))];

    /// <summary>The constraints, those of the exact arithmetic first; what a single trial fails only where that arithmetic leaves a rate.</summary>
    public static IReadOnlyList<RecipeBinding> Of(RecipeTerms terms)
    {
        var found = new List<RecipeBinding>();
        AddDoses(found, terms);
        AddContainer(found, terms);
        AddCaps(found, terms);
        AddRates(found, terms);
        if (found.Count == 0)
        {
            AddTrial(found, terms);
        }

        return found;
    }

    private static void AddDoses(List<RecipeBinding> found, RecipeTerms terms)
    {
        foreach (var drug in terms.Drugs)
        {
            foreach (var limit in drug.Doses.Where(limit => drug.Wanted > limit.Dose))
            {
                found.Add(
                    new RecipeBinding(
                        "dose-limit",
                        $"{drug.Drug.Id} {Display.Of(new DrugDose(drug.Drug, drug.Wanted!.Value))} is above {Display.Of(new DrugDose(drug.Drug, limit.Dose!.Value))}, the hard limit {limit.Id}."
                    )
                    {
                        Drug = drug.Drug.Id,
                        Limit = limit.Figure.ToString(),
                        Source = terms.Formulary.Cite(limit.Figure.Provenance),
                        Rule = limit.Id,
                    }
                );
            }
        }
    }

    private static void AddContainer(List<RecipeBinding> found, RecipeTerms terms)
    {
        var recipe = terms.Recipe;
        var (most, low) = (terms.Container.MostFill, terms.Container.Low);
        var figure = recipe.Pump.Model.Reservoir;
        if (!RecipeContainer.Holds(recipe, most))
        {
            found.Add(
                new RecipeBinding(
                    "container",
                    $"{Display.Of(most)} do not go into {recipe.Pump.Model.Name}, which holds {Display.Of(RecipeContainer.CapacityOf(recipe.Pump.Model)!.Value)}{(recipe.Residual is null ? "" : " with what was left in it")}."
                )
                {
                    Limit = RecipeContainer.CapacityOf(recipe.Pump.Model).ToString(),
                    Source = figure is null ? null : terms.Formulary.Cite(figure.Provenance),
                }
            );
        }
        else if (most <= low)
        {
            found.Add(
                new RecipeBinding(
                    "container",
                    $"{Display.Of(most)} are no more than the low-reservoir volume of {Display.Of(low)}: the refill would be due at once."
                )
                {
                    Limit = low.ToString(),
                }
            );
        }
    }

    /// <summary>Times beyond which no interval goes, whatever the mixture.</summary>
    private static void AddCaps(List<RecipeBinding> found, RecipeTerms terms)
    {
        if (terms.Recipe.Interval is not { } wanted)
        {
            return;
        }

        if (terms.Service is { } service && service < wanted)
        {
            found.Add(
                new RecipeBinding(
                    "service-limit",
                    $"No fill of an implanted pump may be older than {Display.Of(service)} here; {Display.Of(wanted)} wanted."
                )
                {
                    Limit = QuantityText.Write(service),
                    Source = terms.Formulary.Cite(terms.Formulary.Setting("service-limit").Provenance),
                }
            );
        }

        foreach (var limit in terms.RefillLimits)
        {
            if (limit.Undiluted is null && limit.Time < wanted)
            {
                found.Add(
                    new RecipeBinding(
                        "refill-interval",
                        $"This mixture must be refilled within {Display.Of(limit.Time!.Value)} ({limit.Id}); {Display.Of(wanted)} wanted."
                    )
                    {
                        Limit = QuantityText.Write(limit.Time.Value),
                        Source = terms.Formulary.Cite(limit.Figure.Provenance),
                        Rule = limit.Id,
                    }
                );
            }
        }
    }

    /// <summary>Bounds on the rate that leave none, in pairs; a bound that conflicts with a fixed rate alone.</summary>
    private static void AddRates(List<RecipeBinding> found, RecipeTerms terms)
    {
        var bounds = RateBounds.Of(terms, Strongest(terms.Recipe)).Where(bound => bound.Blocks).ToList();
        if (terms.Flows.Fixed is { } only)
        {
            found.AddRange(
                bounds.Where(bound => bound.IsLower ? only < bound.Rate : only > bound.Rate).Select(bound => RecipeWords.Of(bound, only, terms))
            );
            return;
        }

        foreach (var lower in bounds.Where(bound => bound.IsLower).OrderByDescending(bound => bound.Rate))
        {
            foreach (var upper in bounds.Where(bound => !bound.IsLower).OrderBy(bound => bound.Rate))
            {
                if (terms.Flows.Up(lower.Rate) > terms.Flows.Down(upper.Rate))
                {
                    found.Add(RecipeWords.Of(lower, upper, terms));
                }
            }
        }
    }

    private static void AddTrial(List<RecipeBinding> found, RecipeTerms terms)
    {
        foreach (var fault in RecipeOutcome.Nearest(terms) ?? [])
        {
            found.Add(RecipeWords.Of(fault, terms));
        }
    }
}
