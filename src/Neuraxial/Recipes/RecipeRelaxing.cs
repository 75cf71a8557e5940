using NodaTime;

namespace Neuraxial;

/// <summary>Finds changes of a recipe each of which is enough for an answer. None is offered that was not solved again.</summary>
internal static partial class RecipeRelaxing
{
    private static readonly Concentration Any = Concentration.FromMilligramsPerMillilitre(1_000m);

    public static RecipeInfeasible Of(Recipe recipe, RecipeOutcome outcome, IReadOnlyList<RecipeBinding> refused, Formulary formulary)
    {
        // What a plan refuses is refused whatever the numbers: nothing of the recipe's own helps.
        IReadOnlyList<RecipeBinding> constraints = refused.Count > 0 ? refused : RecipeConflicts.Of(outcome.Terms);
        var found = new List<RecipeRelaxation>();
        var trial = new Relaxing(recipe, outcome.Terms, formulary, found);
        trial.TryInterval();
        for (var i = 0; i < recipe.Wanted.Count; i++)
        {
            trial.TryDose(i);
            trial.TryLimits(i);
            trial.TryStock(i);
            trial.TryAtHand(i);
            trial.TryConcentration(i);
        }

        trial.TryFill();
        trial.TryRate();
        trial.TryTolerance();
        trial.TryMeasure();
        trial.TryResidual();
        if (found.Count == 0)
        {
            trial.TryPairs();
        }

        return new RecipeInfeasible(constraints, found);
    }

    private sealed partial class Relaxing(Recipe recipe, RecipeTerms terms, Formulary formulary, List<RecipeRelaxation> found)
    {
        private readonly IReadOnlyList<RateBound> bounds = [.. RateBounds.Of(terms, RecipeConflicts.Strongest(recipe)).Where(bound => bound.Blocks)];

        public void TryInterval()
        {
            if (recipe.Interval is null)
            {
                return;
            }

            var open = recipe with { Interval = null };
            var within = TryInterval(open, RecipePassing.Fewest, ", within every limit");
            TryInterval(open, RecipePassing.Any, ", and give the reason for a limit that is passed", within);
        }

        private Duration? TryInterval(Recipe open, RecipePassing passing, string besides, Duration? unless = null)
        {
            if (RecipeOutcome.Of(open, formulary, passing: passing).Front.Best(RecipeMerit.Interval) is not { } longest)
            {
                return null;
            }

            var unit = longest.Interval >= Durations.FromDays(10m) ? Durations.OneDay : Durations.FromHours(1m);
            var to = Rounded(longest.Interval, unit);
            if (to == Duration.Zero || to == unless)
            {
                return null;
            }

            return Offer(
                recipe with
                {
                    Interval = to,
                },
                ["$.interval"],
                QuantityText.Write(to),
                $"Relax the interval to {Display.Of(to)}{(longest.Passed > 0 == (passing == RecipePassing.Any) ? besides : "")}."
            )
                ? to
                : null;
        }

        public void TryDose(int i)
        {
            var wanted = recipe.Wanted[i];
            if (Fitting(i) is not { } dose || dose == wanted.Dose)
            {
                return;
            }

            var lower = dose < wanted.Dose;
            foreach (var share in new[] { 0m, 0.005m, 0.01m, 0.02m, 0.05m })
            {
                var to = Significant(dose * (lower ? 1m - share : 1m + share), lower);
                var changed = With(i, wanted with { Dose = to });
                var shown = Display.Of(new DrugDose(wanted.Drug, to));
                var verb = lower ? "Lower" : "Raise";
                if (
                    to > DoseRate.Zero
                    && Offer(changed, [$"$.wanted[{i}].dose"], to.ToString(), $"{verb} {wanted.Drug.Id} to {shown}, if the prescriber agrees.")
                )
                {
                    return;
                }
            }
        }

        public void TryLimits(int i)
        {
            var drug = terms.Drugs[i];
            foreach (var limit in drug.Strengths.Where(limit => limit.Blocks))
            {
                var rate = limit.IsLower ? Lowest(bound => bound.Limit != limit) : Highest(bound => bound.Limit != limit);
                if (rate is not { } flow || flow == FlowRate.Zero)
                {
                    continue;
                }

                var needed = Significant(drug.Target(flow), down: limit.IsLower);
                if (needed == Concentration.Zero || !limit.IsPassedBy(needed) || needed > Any)
                {
                    continue;
                }

                var shown = Display.Of(needed, drug.Drug.ShownInMicrograms);
                Offer(
                    recipe,
                    [],
                    needed.ToString(),
                    $"With the limit {limit.Id} on {drug.Drug.Id} at {shown} instead of {Display.Of(limit.Strength!.Value, drug.Drug.ShownInMicrograms)}; only the service can set it, in its formulary.",
                    new Dictionary<string, Concentration?>(StringComparer.Ordinal) { [limit.Id] = needed }
                );
            }
        }

        public void TryStock(int i)
        {
            var wanted = recipe.Wanted[i];
            if (wanted.Stocks.Count == 0 || Needed(i) is not { } needed || needed > Any)
            {
                return;
            }

            var strongest = wanted.Stocks.Max(stock => stock.Strength);
            var to = Significant(needed, down: false);
            if (to <= strongest)
            {
                return;
            }

            var changed = With(i, wanted with { Stocks = [new RecipeStock(Stock.Stated(wanted.Drug, to))] });
            var shown = Display.Of(to, wanted.Drug.ShownInMicrograms);
            Offer(
                changed,
                [$"$.wanted[{i}].stock"],
                to.ToString(),
                $"Make it from {wanted.Drug.Id} of at least {shown}; the strongest offered is {Display.Of(strongest, wanted.Drug.ShownInMicrograms)}.{Marketed(wanted.Drug, to)}"
            );
        }

        public void TryAtHand(int i)
        {
            var wanted = recipe.Wanted[i];
            if (wanted.Stocks.All(stock => stock.AtHand is null))
            {
                return;
            }

            var freed = With(i, wanted with { Stocks = [.. wanted.Stocks.Select(stock => stock with { AtHand = null })] });
            if (Outcome(freed).Front.Ranked.MinBy(candidate => Opens(candidate, i)) is not { } least)
            {
                return;
            }

            var count = (int)Opens(least, i);
            var changed = With(
                i,
                wanted with
                {
                    Stocks = [.. wanted.Stocks.Select(stock => stock with { AtHand = stock.AtHand is null ? null : count })],
                }
            );
            Offer(changed, [$"$.wanted[{i}].atHand"], $"{count}", $"Have {count} containers of {wanted.Drug.Id} at hand.");
        }

        private long Opens(RecipeCandidate candidate, int i) => RecipeOpening.Of([.. candidate.Drugs], terms.Compounding).Opens[i] ?? 0;

        public void TryConcentration(int i)
        {
            var wanted = recipe.Wanted[i];
            if (wanted.Concentration is null || Best(With(i, wanted with { Concentration = null }), null) is not { } free)
            {
                return;
            }

            var shown = Display.Of(free.Drugs[i].InContainer, wanted.Drug.ShownInMicrograms);
            Offer(
                With(i, wanted with { Concentration = null }),
                [$"$.wanted[{i}].concentration"],
                null,
                $"Leave the strength of {wanted.Drug.Id} open: the best answer then has {shown}."
            );
        }

        public void TryFill()
        {
            if (recipe.Fill is not null && RecipeContainer.CapacityOf(recipe.Pump.Model) is not null)
            {
                var open = recipe with { Fill = null };
                if (Best(open, null) is { } free)
                {
                    Offer(
                        recipe with
                        {
                            Fill = free.Fill,
                        },
                        ["$.fill"],
                        free.Fill.ToString(),
                        $"Fill {Display.Of(free.Fill)} instead of {Display.Of(recipe.Fill.Value)}."
                    );
                }
            }
        }

        public void TryRate()
        {
            if (recipe.Rate is not null && Best(recipe with { Rate = null }, null) is { } free)
            {
                Offer(
                    recipe with
                    {
                        Rate = free.Rate,
                    },
                    ["$.rate"],
                    free.Rate.ToString(),
                    $"Run at {Display.Of(free.Rate)} instead of {Display.Of(recipe.Rate.Value)}."
                );
            }
        }

        public void TryTolerance()
        {
            var open = Tolerating(50m);
            if (Best(open, RecipeMerit.Error) is { } nearest)
            {
                var percent = decimal.Ceiling(nearest.Error * 10m) / 10m;
                var changed = Tolerating(percent);
                Offer(
                    changed,
                    [
                        .. Enumerable
                            .Range(0, recipe.Wanted.Count)
                            .Where(i => changed.Wanted[i].TolerancePercent != recipe.Wanted[i].TolerancePercent)
                            .Select(i => $"$.wanted[{i}].tolerance"),
                    ],
                    $"{QuantityText.Number(percent)} %",
                    $"Tolerate an error of {Display.Number(percent)} % of a dose."
                );
            }
        }

        public void TryMeasure()
        {
            const decimal Finer = 10m;
            if (recipe.Wanted.All(wanted => wanted.Stocks.Count == 0))
            {
                return;
            }

            var measure = terms.Drugs.Where(drug => drug.Wanted is not null).Min(drug => drug.Measure) / Finer;
            if (measure < Volume.FromMicrolitres(1m))
            {
                return;
            }

            Offer(
                recipe with
                {
                    Measure = measure,
                    Wanted = [.. recipe.Wanted.Select(wanted => wanted with { Measure = null })],
                },
                ["$.measure"],
                measure.ToString(),
                $"Draw up with a graduation of {Display.Of(measure)}, or dilute the stock first."
            );
        }

        public void TryResidual()
        {
            if (recipe.Residual is not null)
            {
                Offer(
                    recipe with
                    {
                        Residual = null,
                    },
                    ["$.residual"],
                    null,
                    "Empty and rinse the container first, so that nothing of the old mixture is left."
                );
            }
        }

        /// <summary>Where no single change is enough: two at once.</summary>
        public void TryPairs()
        {
            var changes = new List<(string[] Paths, string Words, Func<Recipe, Recipe> Change)>();
            if (recipe.Interval is not null)
            {
                changes.Add((["$.interval"], "leave the interval open", changed => changed with { Interval = null }));
            }

            if (recipe.Rate is not null)
            {
                changes.Add((["$.rate"], "leave the rate open", changed => changed with { Rate = null }));
            }

            if (recipe.Fill is not null && RecipeContainer.CapacityOf(recipe.Pump.Model) is not null)
            {
                changes.Add((["$.fill"], "leave the fill open", changed => changed with { Fill = null }));
            }

            for (var i = 0; i < recipe.Wanted.Count; i++)
            {
                var (at, wanted) = (i, recipe.Wanted[i]);
                if (wanted.Concentration is not null)
                {
                    changes.Add(
                        (
                            [$"$.wanted[{i}].concentration"],
                            $"leave the strength of {wanted.Drug.Id} open",
                            changed => With(changed, at, changed.Wanted[at] with { Concentration = null })
                        )
                    );
                }

                if (wanted.Stocks.Count > 0)
                {
                    changes.Add(
                        (
                            [$"$.wanted[{i}].stock"],
                            $"make it from a stronger stock of {wanted.Drug.Id}",
                            changed => With(changed, at, changed.Wanted[at] with { Stocks = [] })
                        )
                    );
                }
            }

            for (var one = 0; one < changes.Count; one++)
            {
                for (var other = one + 1; other < changes.Count; other++)
                {
                    Offer(
                        changes[other].Change(changes[one].Change(recipe)),
                        [.. changes[one].Paths, .. changes[other].Paths],
                        null,
                        $"Both together: {changes[one].Words}, and {changes[other].Words}."
                    );
                }
            }
        }

        /// <summary>Solves the changed recipe, and offers the change if there is an answer that a plan does not block.</summary>
        private bool Offer(Recipe changed, string[] paths, string? to, string message, IReadOnlyDictionary<string, Concentration?>? lifted = null)
        {
            var outcome = Outcome(changed, lifted);
            if (outcome.Front.Ranked is not [var best, ..])
            {
                return false;
            }

            // A moved limit blocks every plan until the service has moved it.
            if (lifted is null && RecipeFindings.OfPlan(outcome.Terms.Therapy(best), formulary).Any(finding => finding.Severity == Severity.Block))
            {
                return false;
            }

            found.Add(new RecipeRelaxation(paths, to, message, best.Rate, best.Fill, best.Interval));
            return true;
        }

        private RecipeOutcome Outcome(Recipe changed, IReadOnlyDictionary<string, Concentration?>? lifted = null) =>
            RecipeOutcome.Of(changed, formulary, lifted);

        private RecipeCandidate? Best(Recipe changed, RecipeMerit? merit)
        {
            var front = Outcome(changed).Front;
            return merit is { } one ? front.Best(one)
                : front.Ranked is [var first, ..] ? first
                : null;
        }
    }
}
