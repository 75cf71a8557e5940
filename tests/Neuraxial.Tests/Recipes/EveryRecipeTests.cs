using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>Laws of every recipe: what an answer says is what a plan of it gives, and what the patient would get from the volumes on the worksheet.</summary>
public sealed class EveryRecipeTests
{
#if MUTATION
    // Every answer of every case is planned: even the hundredth of a property's cases would be most of the time of a run.
    private const int Cases = 8;
#else
    private const int Cases = 60;
#endif

    public static TheoryData<string> Examples { get; } = [.. Solved.ExampleNames];

    [Theory]
    [MemberData(nameof(Examples))]
    [Trait("Hazard", "HZ-09")]
    public void Each_answer_of_an_example_pasted_into_a_therapy_file_is_planned_with_the_stated_doses(string name) =>
        AssertPlanned(Solved.Example(name));

    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void Each_answer_of_any_recipe_pasted_into_a_therapy_file_is_planned_with_the_stated_doses() =>
        AnyRecipe.Changes.Sample(changes => AssertPlanned(Solved.With(changes)), iter: Cases);

    /// <summary>Worked out a second time in exact fractions, from the worksheet alone: stock x volume, blended with the residual, times the rate.</summary>
    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void The_volumes_on_the_worksheet_give_the_stated_doses() =>
        AnyRecipe.Changes.Sample(
            changes =>
            {
                var solution = Solved.With(changes);
                foreach (var answer in solution.Answers.Where(answer => solution.Recipe.Wanted.All(wanted => wanted.Stocks.Count > 0)))
                {
                    AssertMade(answer, solution.Recipe);
                }
            },
            iter: Cases
        );

    [Fact]
    public void An_answer_keeps_every_wish_and_is_on_the_pump_s_steps() =>
        AnyRecipe.Changes.Sample(
            changes =>
            {
                var recipe = Solved.Recipe(changes);
                var flows = RecipeFlows.Of(recipe);
                foreach (var answer in RecipeSolver.Solve(recipe, Formulary.BuiltIn).Answers)
                {
                    Assert.True(recipe.Interval is not { } wanted || answer.Interval >= wanted);
                    Assert.True(recipe.Fill is not { } fill || answer.Fill == fill);
                    Assert.True(recipe.Rate is not { } rate || answer.Rate == rate);
                    Assert.True(Rational.From(answer.Rate.InMicrolitresPerDay() / flows.Step.InMicrolitresPerDay()).IsWhole);
                    for (var i = 0; i < recipe.Wanted.Count; i++)
                    {
                        var tolerance = recipe.Wanted[i].TolerancePercent ?? Formulary.BuiltIn.Setting("achievable-confirm").Number!.Value;
                        Assert.True(decimal.Abs(answer.Drugs[i].ErrorPercent!.Value) <= tolerance);
                    }
                }
            },
            iter: Cases
        );

    [Fact]
    public void The_same_recipe_has_the_same_answers() =>
        AnyRecipe.Changes.Sample(
            changes => Assert.Equal(Solved.With(changes).Json().GetRawText(), Solved.With(changes).Json().GetRawText()),
            iter: Cases / 4
        );

    [Fact]
    public void A_recipe_has_answers_or_says_why_not() =>
        AnyRecipe.Changes.Sample(
            changes =>
            {
                var solution = Solved.With(changes);
                Assert.Equal(solution.Answers.Count > 0, solution.IsFeasible);
                Assert.True(solution.IsFeasible || solution.Infeasible!.Constraints.Count > 0);
                Assert.Equal(Enumerable.Range(1, solution.Answers.Count), solution.Answers.Select(answer => answer.Rank));
                Assert.All(solution.Answers, answer => Assert.NotEmpty(answer.Binding));
            },
            iter: Cases
        );

    /// <summary>A stricter wish cannot have an answer where the weaker one has none: dose error, interval, and the search itself.</summary>
    [Fact]
    public void A_longer_interval_is_never_easier() =>
        AnyRecipe.Changes.Sample(
            changes =>
            {
                var recipe = Solved.Recipe(changes);
                if (recipe.Interval is { } interval && RecipeSolver.Solve(recipe, Formulary.BuiltIn).IsFeasible)
                {
                    var shorter = recipe with { Interval = NodaTime.Duration.FromNanoseconds(interval.ToInt64Nanoseconds() / 2) };
                    Assert.True(RecipeSolver.Solve(shorter, Formulary.BuiltIn).IsFeasible);
                }
            },
            iter: Cases / 2
        );

    private static void AssertPlanned(RecipeSolution solution)
    {
        var json = solution.Json();
        foreach (var (answer, written) in solution.Answers.Zip(json.GetProperty("answers").EnumerateArray()))
        {
            var therapy = JsonNode.Parse(written.GetProperty("therapy").GetRawText())!;
            therapy["fill"]!["at"] ??= "2026-11-24T10:00:00Z";
            var reading = TherapyFile.Read(Encoding.UTF8.GetBytes(therapy.ToJsonString()), Formulary.BuiltIn);
            Assert.Empty(reading.Problems);
            var plan = Planner.Plan(reading.Content!, Formulary.BuiltIn);
            Assert.Equal(answer.Drugs.Select(drug => (drug.Drug.Id, drug.Achieved)), plan.Program.Basal.Select(dose => (dose.Drug.Id, dose.Dose)));
            Assert.Equal(answer.Rate, plan.Program.Mean);
            Assert.True(plan.Program.Achievable is not { } achievable || achievable.Rate == answer.Rate);
            Assert.Equal((answer.Interval, answer.Reason), (plan.Refill.RefillBy!.Value - reading.Content!.Fill.Instant, plan.Refill.Reason!.Value));

            // How to change from the old mixture is the therapy's to say, which knows the catheter.
            Assert.DoesNotContain(
                plan.Findings,
                finding => finding.Severity == Severity.Block && !finding.Kind.Code.StartsWith("bridge-", StringComparison.Ordinal)
            );
        }
    }

    private static void AssertMade(RecipeAnswer answer, Recipe recipe)
    {
        var worksheet = answer.Worksheet!;
        var batch = Rational.From(answer.Batch.InMicrolitres());
        var fill = Rational.From(answer.Fill.InMicrolitres());
        var left = Rational.From((recipe.Residual?.Volume ?? Volume.Zero).InMicrolitres());
        var drawn = worksheet.Parts.Aggregate(
            Rational.From(worksheet.Diluent.Volume.InMicrolitres()),
            (sum, part) => sum + Rational.From(part.Volume.InMicrolitres())
        );
        Assert.Equal(batch, drawn);
        foreach (var drug in answer.Drugs)
        {
            var part = worksheet.Parts.SingleOrDefault(part => part.Drug == drug.Drug);
            var strength = part is null ? Rational.Zero : Rational.From(part.Stock.Primary.Strength.InMicrogramsPerMillilitre());
            foreach (var step in part?.Steps ?? [])
            {
                strength = strength * Rational.From(step.Take.InMicrolitres()) / Rational.From(step.MakeUpTo.InMicrolitres());
            }

            var mass = strength * (part is null ? Rational.Zero : Rational.From(part.Volume.InMicrolitres())) * fill / batch;
            var old = Rational.From((recipe.Residual?.Of(drug.Drug) ?? Concentration.Zero).InMicrogramsPerMillilitre());
            var concentration = (mass + (left * old)) / (fill + left);
            var dose = concentration * Rational.From(answer.Rate.InMicrolitresPerDay()) / 1_000;

            // A quotient may be off in the 28th digit.
            var off = Rational.Abs(dose - Rational.From(drug.Achieved.InMicrogramsPerDay()));
            Assert.True(off <= dose * Rational.Parse("0.00000000000000000000001"), $"{drug.Drug}: {dose} made, {drug.Achieved} stated");
        }
    }
}
