namespace Neuraxial;

/// <summary>
/// Works out mixtures: from the wanted daily dose of each drug to strengths, fill, rate and interval. All drugs flow at one rate, so the strength of each is
/// its dose ÷ the rate, and the search is over the rates and fills that the pump can have. Pure: the same answers for the same recipe.
/// </summary>
public static class RecipeSolver
{
    /// <summary>Solves a recipe.</summary>
    /// <param name="recipe">What a recipe file said.</param>
    /// <param name="formulary">The data to solve by: the one with which the file was read.</param>
    public static RecipeSolution Solve(Recipe recipe, Formulary formulary)
    {
        var findings = new List<Finding>();
        recipe = RecipeFindings.Suitable(recipe, formulary, findings);
        var outcome = RecipeOutcome.Of(recipe, formulary);
        RecipeFindings.Add(outcome.Terms, outcome.Search, findings);
        var answers = new List<RecipeAnswer>();
        var refused = new List<RecipeBinding>();
        foreach (var candidate in Chosen(outcome.Front))
        {
            if (answers.Count > 0 && !Wanted(candidate, outcome.Front))
            {
                continue;
            }

            var therapy = outcome.Terms.Therapy(candidate);
            var said = RecipeFindings.OfPlan(therapy, formulary);
            if (said.Any(finding => finding.Severity == Severity.Block))
            {
                refused.AddRange(said.Where(finding => finding.Severity == Severity.Block).Select(RecipeWords.Of));
            }
            else
            {
                answers.Add(Answer(candidate, therapy, said, outcome, answers.Count + 1));
            }
        }

        var infeasible = answers.Count > 0 ? null : RecipeRelaxing.Of(recipe, outcome, [.. refused.Distinct()], formulary);
        foreach (var constraint in infeasible?.Constraints ?? [])
        {
            findings.Add(
                FindingKinds.RecipeInfeasible.Block("$", constraint.Message) with
                {
                    Limit = constraint.Limit,
                    Source = constraint.Source,
                    Rule = constraint.Rule,
                }
            );
        }

        return new RecipeSolution
        {
            Recipe = recipe,
            Formulary = formulary,
            Profile = outcome.Terms.Profile,
            Answers = answers,
            Infeasible = infeasible,
            Search = outcome.Search,
            Findings = [.. findings.OrderBy(finding => finding.Severity)],
        };
    }

    /// <summary>
    /// The candidates to plan, in the order of their ranks: the first, the best in each merit, and the next few, for the case that a plan refuses all of these.
    /// </summary>
    private static IEnumerable<RecipeCandidate> Chosen(RecipeFront front)
    {
        const int Spare = 20;
        var ranked = front.Ranked;
        return ranked.Where((candidate, i) => i < Spare || Wanted(candidate, front));
    }

    private static bool Wanted(RecipeCandidate candidate, RecipeFront front) =>
        ReferenceEquals(front.Ranked[0], candidate) || front.Merits.Any(merit => ReferenceEquals(front.Best(merit), candidate));

    private static RecipeAnswer Answer(RecipeCandidate candidate, Therapy therapy, IReadOnlyList<Finding> findings, RecipeOutcome outcome, int rank)
    {
        var recipe = outcome.Terms.Recipe;
        var best = outcome.Front.Merits.Where(merit => outcome.Front.IsBest(candidate, merit)).Select(RecipeWords.Of);
        return new RecipeAnswer
        {
            Rank = rank,
            BestIn = [.. rank == 1 ? best.Prepend("balance") : best],
            Rate = candidate.Rate,
            Fill = candidate.Fill,
            Batch = recipe.Batch(candidate.Fill),
            Interval = candidate.Interval,
            Reason = candidate.Reason,
            Stable = candidate.Stable,
            Drugs =
            [
                .. candidate.Drugs.Select(drug => new RecipeDose(
                    drug.Drug,
                    drug.Wanted,
                    drug.InFill,
                    drug.InContainer,
                    drug.Achieved,
                    drug.ErrorPercent
                )),
            ],
            Worksheet = RecipeWorksheet.Of(candidate, outcome.Terms),
            WastePercent = candidate.Waste,
            Binding = RecipeBindings.Of(candidate, outcome.Terms),
            Therapy = therapy,
            Findings = findings,
        };
    }
}

/// <summary>A recipe looked through.</summary>
/// <param name="Terms">What holds of every trial.</param>
/// <param name="Front">The candidates that no other beats.</param>
/// <param name="Search">What was looked through.</param>
internal sealed record RecipeOutcome(RecipeTerms Terms, RecipeFront Front, RecipeSearch Search)
{
    /// <summary>Tries every rate and fill with every choice of stocks.</summary>
    public static RecipeOutcome Of(
        Recipe recipe,
        Formulary formulary,
        IReadOnlyDictionary<string, Concentration?>? lifted = null,
        RecipePassing passing = RecipePassing.Fewest
    )
    {
        var terms = new RecipeTerms(recipe, formulary, lifted);
        var choices = RecipeSpace.Choices(recipe, out var leftOut);
        var rates = choices.ConvertAll(choice => RecipeSpace.Rates(terms, RateBounds.Of(terms, choice), choices.Count));
        var all = rates.SelectMany(rate => rate).ToList();
        var (least, most) = all.Count == 0 ? ((FlowRate?)null, (FlowRate?)null) : (all.Min(), all.Max());
        var front = new RecipeFront(Merits(recipe), recipe.Pump.Model.IsImplanted, least ?? FlowRate.Zero, most ?? FlowRate.Zero, passing);
        var trials = 0;
        foreach (var (candidate, _) in Tried(terms, choices, rates))
        {
            trials++;
            if (candidate is not null)
            {
                front.Offer(candidate);
            }
        }

        var step = terms.Flows.Origin == StepOrigin.None ? (FlowRate?)null : terms.Flows.Step;
        return new RecipeOutcome(terms, front, new RecipeSearch(least, most, step, all.Count, trials, front.Offered, front.Ranked.Count, leftOut));
    }

    /// <summary>The trial that fails least, with what it fails; <see langword="null"/> if no rate is left to try at all.</summary>
    public static IReadOnlyList<RecipeFault>? Nearest(RecipeTerms terms)
    {
        var choices = RecipeSpace.Choices(terms.Recipe, out _);
        var rates = choices.ConvertAll(choice => RecipeSpace.Rates(terms, RateBounds.Of(terms, choice), choices.Count));
        IReadOnlyList<RecipeFault>? nearest = null;
        for (var i = 0; i < choices.Count; i++)
        {
            var trial = new RecipeTrial(terms, choices[i]);
            foreach (var rate in rates[i])
            {
                foreach (var fill in RecipeSpace.Fills(terms, rate))
                {
                    var faults = new List<RecipeFault>();
                    trial.Try(rate, fill, faults);
                    if (nearest is null || faults.Count < nearest.Count)
                    {
                        nearest = [.. faults.Select(fault => fault with { Rate = rate, Fill = fill }).Distinct()];
                    }
                }
            }
        }

        return nearest;
    }

    private static IEnumerable<(RecipeCandidate? Candidate, int Choice)> Tried(
        RecipeTerms terms,
        List<IReadOnlyList<RecipeStock?>> choices,
        List<List<FlowRate>> rates
    )
    {
        for (var i = 0; i < choices.Count; i++)
        {
            var trial = new RecipeTrial(terms, choices[i]);
            foreach (var rate in rates[i])
            {
                foreach (var fill in RecipeSpace.Fills(terms, rate))
                {
                    yield return (trial.Try(rate, fill), i);
                }
            }
        }
    }

    /// <summary>Weaker is better only where a shortest interval is wanted: else the weakest mixture would be the one that runs out today.</summary>
    private static List<RecipeMerit> Merits(Recipe recipe)
    {
        List<RecipeMerit> merits = [RecipeMerit.Interval, RecipeMerit.Error, RecipeMerit.Digits];
        if (recipe.Wanted.Any(wanted => wanted.Stocks.Count > 0))
        {
            merits.Add(RecipeMerit.Waste);
        }

        if (recipe.Interval is not null)
        {
            merits.Add(RecipeMerit.Strength);
        }

        return merits;
    }
}
