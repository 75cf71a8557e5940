namespace Neuraxial;

/// <summary>What is to be said of a recipe whatever its answers are: what it rests on, and what is not known.</summary>
internal static class RecipeFindings
{
    /// <summary>The recipe without the stocks that are not for this route (HZ-17). Where nothing suitable is left, the stocks stand: a plan blocks them.</summary>
    public static Recipe Suitable(Recipe recipe, Formulary formulary, List<Finding> findings)
    {
        var wanted = new List<WantedDose>(recipe.Wanted.Count);
        for (var i = 0; i < recipe.Wanted.Count; i++)
        {
            var drug = recipe.Wanted[i];
            var suitable = drug.Stocks.Where(stock => !IsUnsuitable(stock, recipe, formulary)).ToList();
            if (suitable.Count == drug.Stocks.Count || suitable.Count == 0)
            {
                wanted.Add(drug);
                continue;
            }

            wanted.Add(drug with { Stocks = suitable });
            foreach (var stock in drug.Stocks.Where(stock => !suitable.Contains(stock)))
            {
                findings.Add(
                    FindingKinds.RecipeStockUnsuitable.Warn(
                        $"$.wanted[{i}].from",
                        $"{stock.Preparation} is not suitable for the {TherapyFile.Routes.Word(recipe.Route)} route: no answer draws from it."
                    ) with
                    {
                        Source = Source(stock, formulary),
                    }
                );
            }
        }

        return recipe with
        {
            Wanted = wanted,
        };
    }

    /// <summary>Whether a preparation may be used by a route. One of which that is not known is not used (HZ-17).</summary>
    public static bool IsSuitable(DataRow preparation, Route route) =>
        Products.Suitability(preparation, route) is "suitable" or "risk-assessment" && preparation.Text("preservativeFree") is not "no";

    private static bool IsUnsuitable(RecipeStock stock, Recipe recipe, Formulary formulary) =>
        stock.Preparation is { } id && formulary.Row("preparations", id) is { } row && !IsSuitable(row, recipe.Route);

    public static string? Source(RecipeStock stock, Formulary formulary) =>
        stock.Preparation is { } id && formulary.Row("preparations", id)?.Provenance is { } provenance ? formulary.Cite(provenance) : null;

    /// <summary>
    /// What a plan says of an answer. How to change from the old mixture is left out: it takes the catheter, which a recipe does not know, and the blend with
    /// the residual is in the answer already.
    /// </summary>
    public static IReadOnlyList<Finding> OfPlan(Therapy therapy, Formulary formulary) =>
        [
            .. Planner
                .Plan(therapy, formulary)
                .Findings.Where(finding => therapy.Previous is null || (finding.Kind != FindingKinds.ReservoirMixed && !IsOfChange(finding))),
        ];

    private static bool IsOfChange(Finding finding) =>
        finding.Kind.Code.StartsWith("bridge-", StringComparison.Ordinal) || finding.Path.StartsWith("$.previous", StringComparison.Ordinal);

    public static void Add(RecipeTerms terms, RecipeSearch search, List<Finding> findings)
    {
        var recipe = terms.Recipe;
        AddStep(terms, findings);
        AddStocks(terms, search, findings);
        if (recipe.Interval is null)
        {
            findings.Add(
                FindingKinds.RecipeIntervalOpen.Warn(
                    "$.interval",
                    "No shortest time to the refill is wanted: answers last as long as can be had, with strong mixtures. State an interval to have weaker ones compared."
                )
            );
        }

        foreach (var part in recipe.Residual?.Drugs ?? [])
        {
            if (recipe.Wanted.All(wanted => wanted.Drug.Id != part.Drug.Id))
            {
                findings.Add(
                    FindingKinds.RecipeResidualDrug.Confirm(
                        "$.residual",
                        $"The residual brings {part.Drug.Id}, which is not wanted: each answer says how much of it the patient would get. Emptying and rinsing the container makes it less."
                    ) with
                    {
                        Value = part.Concentration.ToString(),
                    }
                );
            }
        }
    }

    private static void AddStep(RecipeTerms terms, List<Finding> findings)
    {
        var pump = terms.Recipe.Pump.Model;
        switch (terms.Flows.Origin)
        {
            case StepOrigin.RateStep:
                Unverified.Add(findings, "$.pump.model", $"step of the rate of {pump.Name}", pump.RateStep, terms.Formulary);
                break;
            case StepOrigin.Stroke:
                Unverified.Add(findings, "$.pump.model", $"volume of a stroke of {pump.Name}", pump.Stroke, terms.Formulary);
                break;
            case StepOrigin.Search:
                findings.Add(
                    FindingKinds.RecipeRateStepUnknown.Unknown(
                        "$.rateStep",
                        $"In what steps the rate of {pump.Name} is set is not known: multiples of {Step(terms)} were tried, which need not be its steps. State rateStep from the maker's labelling."
                    )
                );
                break;
        }
    }

    private static string Step(RecipeTerms terms) =>
        terms.Recipe.Pump.Model.Semantics.RateUnit?.Value is RateUnit.MillilitresPerHour or RateUnit.VolumeOverDuration
            ? Display.PerHour(terms.Flows.Step)
            : Display.Of(terms.Flows.Step);

    private static void AddStocks(RecipeTerms terms, RecipeSearch search, List<Finding> findings)
    {
        var recipe = terms.Recipe;
        for (var i = 0; i < recipe.Wanted.Count; i++)
        {
            if (recipe.Wanted[i].Stocks.Count == 0)
            {
                findings.Add(
                    FindingKinds.RecipeStockUnknown.Unknown(
                        $"$.wanted[{i}].stock",
                        $"What {recipe.Wanted[i].Drug.Id} is made from is not stated: whether its strength can be made, and from what volumes, is not known."
                    )
                );
            }
        }

        if (recipe.Measure is null && recipe.Wanted.Any(wanted => wanted is { Measure: null, Stocks.Count: > 0 }))
        {
            Unverified.Add(
                findings,
                "$.measure",
                "graduation in which volumes are drawn up",
                terms.Formulary.Setting("measurable-volume"),
                terms.Formulary
            );
        }

        if (search.StocksLeftOut > 0)
        {
            findings.Add(
                FindingKinds.RecipeStocksLeftOut.Warn(
                    "$.wanted",
                    $"{search.StocksLeftOut} choices of stocks were not tried: of each drug name the few that are really at hand, the preferred one first."
                )
            );
        }
    }
}
