using System.Numerics;
using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>
/// A second solver that knows nothing of the first: it tries every rate and every fill of a small grid in exact fractions. Both must agree on whether there is
/// an answer, on the longest interval and on the smallest error.
/// </summary>
/// <remarks>
/// MedStream 20 mL (0.1 to 4 mL/d, no alarm volume on file), rates in steps of 0.05 mL/d, volumes in 0.5 mL: 79 rates and 40 fills, all of which the solver
/// tries too. Epidural morphine and bupivacaine have no limit on their strength, and no time of stability is on file for the pair in an implanted pump.
/// </remarks>
public sealed class OracleTests
{
    private static readonly Rational Step = Rational.Parse("0.05");
    private static readonly Rational Graduation = Rational.Parse("0.5");
    private static readonly Rational SmallestDrawn = Rational.Parse("0.2");
    private static readonly Rational Service = 90;

    private static readonly Gen<Case> Cases =
        from doses in Gen.Int[1, 40].Array[2]
        from strengths in Gen.Int[5, 60].Array[2]
        from days in Gen.Int[1, 70]
        from tolerance in Gen.Int[1, 8]
        select new Case(doses[0], doses[1], strengths[0], strengths[1], days, tolerance);

    [Fact]
    public void Both_agree_on_feasibility_and_on_the_best()
    {
        var feasible = 0;
        Cases.Sample(
            one =>
            {
                var mine = Tried(one);
                var solution = Solve(one);
                Assert.Equal(mine.Count > 0, solution.IsFeasible);
                if (mine.Count == 0)
                {
                    return;
                }

                Interlocked.Increment(ref feasible);
                var longest = mine.Max(found => found.Interval);
                var nearest = mine.Min(found => found.Error);
                Assert.Equal(Whole(longest), solution.Answers.Max(answer => Whole(Days(answer.Interval))));
                Assert.Equal(Tenths(nearest), solution.Answers.Min(answer => Tenths(Error(answer))));
                Assert.All(
                    solution.Answers,
                    answer =>
                        Assert.Contains(mine, found => found.Rate == Rate(answer) && found.Fill == Fill(answer) && Same(found.Error, Error(answer)))
                );
            },
            iter: 120
        );
        Assert.True(feasible > Sampled.Times(120) / 6, $"only {feasible} of the cases had an answer: the agreement says little");
    }

    /// <summary>The front is a front: whatever the second solver finds is matched or beaten, merit by merit as they are rounded, by one of the candidates.</summary>
    [Fact]
    public void Nothing_that_is_possible_beats_every_answer_on_the_front() =>
        Cases.Sample(
            one =>
            {
                var outcome = RecipeOutcome.Of(Recipe(one), Formulary.BuiltIn);
                var front = outcome.Front.Ranked;
                Assert.All(
                    Tried(one),
                    found =>
                        Assert.True(
                            front.Any(candidate =>
                                Whole(Days(candidate.Interval)) >= Whole(found.Interval)
                                && Tenths(Rational.From(candidate.Error)) <= Tenths(found.Error)
                                && Bucket(candidate.Rate, outcome) >= Bucket(found.Rate, outcome)
                            ),
                            $"{found} is matched by none"
                        )
                );
                Assert.All(
                    front,
                    candidate => Assert.DoesNotContain(front, other => !ReferenceEquals(other, candidate) && Dominates(other, candidate, outcome))
                );
            },
            iter: 40
        );

    private static bool Dominates(RecipeCandidate one, RecipeCandidate other, RecipeOutcome outcome)
    {
        (BigInteger, BigInteger, BigInteger, decimal, int) Marks(RecipeCandidate candidate) =>
            (
                -Whole(Days(candidate.Interval)),
                Tenths(Rational.From(candidate.Error)),
                -Bucket(candidate.Rate, outcome),
                decimal.Ceiling(candidate.Waste ?? 0m),
                candidate.Digits
            );
        var (a, b) = (Marks(one), Marks(other));
        return a.Item1 <= b.Item1 && a.Item2 <= b.Item2 && a.Item3 <= b.Item3 && a.Item4 <= b.Item4 && a.Item5 <= b.Item5;
    }

    private static BigInteger Bucket(FlowRate rate, RecipeOutcome outcome) => Bucket(Rational.From(rate.InMillilitresPerDay()), outcome);

    private static BigInteger Bucket(Rational rate, RecipeOutcome outcome)
    {
        var (least, most) = (outcome.Search.Lowest!.Value.InMillilitresPerDay(), outcome.Search.Highest!.Value.InMillilitresPerDay());
        var part = most > least ? Rational.From(most - least) / 20 : Rational.Parse("0.001");
        return ((rate - Rational.From(least)) / part).Floor();
    }

    /// <summary>What is possible with the fewest dilutions by hand.</summary>
    private static List<Found> Tried(Case one)
    {
        var found = new List<Found>();
        for (var steps = 2; steps <= 80; steps++)
        {
            for (var halves = 1; halves <= 40; halves++)
            {
                if (Try(one, Step * steps, Graduation * halves) is { } answer)
                {
                    found.Add(answer);
                }
            }
        }

        return [.. found.Where(answer => answer.Dilutions == found.Min(other => other.Dilutions))];
    }

    private static Found? Try(Case one, Rational rate, Rational fill)
    {
        var interval = Rational.Min(fill / rate, Service);
        if (interval < one.Days)
        {
            return null;
        }

        var stock = new[] { new Rational(one.Quarters, 4) / rate * fill / one.StrongMorphine, one.Bupivacaine / rate * fill / one.StrongBupivacaine };
        if (stock[0] > fill || stock[1] > fill)
        {
            return null;
        }

        var dilutions = 0;
        var exact = new Rational[2];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = stock[i];
            for (var times = 0; exact[i] < SmallestDrawn && times < 4; times++)
            {
                exact[i] *= 10;
                dilutions += times == 0 ? 1 : 0;
            }
        }

        var drawn = exact.Select(Measured).ToArray();
        if (exact[0] + exact[1] > fill || drawn.Any(volume => volume == Rational.Zero))
        {
            return null;
        }

        if (drawn[0] + drawn[1] > fill)
        {
            // One graduation less of the larger; of two alike of the first.
            var larger = drawn[1] > drawn[0] ? 1 : 0;
            drawn[larger] -= Graduation;
        }

        var error = Rational.Max(Off(drawn[0], exact[0]), Off(drawn[1], exact[1])) * 100;
        return error <= one.Tolerance ? new Found(rate, fill, interval, error, dilutions) : null;
    }

    private static Rational Measured(Rational exact)
    {
        var down = (exact / Graduation).Floor();
        var rest = (exact / Graduation) - new Rational(down, 1);
        return Graduation * new Rational(rest > new Rational(1, 2) ? down + 1 : down, 1);
    }

    /// <summary>Nothing is blended, so the dose is off by what the volume is off.</summary>
    private static Rational Off(Rational drawn, Rational exact) => Rational.Abs((drawn / exact) - 1);

    private static RecipeSolution Solve(Case one) => RecipeSolver.Solve(Recipe(one), Formulary.BuiltIn);

    private static Recipe Recipe(Case one) =>
        Solved.Recipe(
            ("pump.model", "medstream-20"),
            ("route", "epidural"),
            ("rateStep", "0.05 mL/d"),
            ("measure", "0.5 mL"),
            ("interval", $"{one.Days} d"),
            (
                "wanted",
                "["
                    + Wanted("morphine", $"{one.Quarters * 250} ug/d", one.StrongMorphine, one.Tolerance)
                    + ", "
                    + Wanted("bupivacaine", $"{one.Bupivacaine} mg/d", one.StrongBupivacaine, one.Tolerance)
                    + "]"
            )
        );

    private static string Wanted(string drug, string dose, int strength, int tolerance) =>
        $$"""{ "drug": "{{drug}}", "dose": "{{dose}}", "stock": "{{strength}} mg/mL", "tolerance": "{{tolerance}} %" }""";

    private static Rational Days(Duration interval) => Rational.From(interval.InDays());

    private static BigInteger Whole(Rational days) => days.Floor();

    private static BigInteger Tenths(Rational percent) => (percent * 10).Ceiling();

    private static Rational Rate(RecipeAnswer answer) => Rational.From(answer.Rate.InMillilitresPerDay());

    private static Rational Fill(RecipeAnswer answer) => Rational.From(answer.Fill.InMillilitres());

    private static Rational Error(RecipeAnswer answer) => Rational.From(answer.Drugs.Max(drug => decimal.Abs(drug.ErrorPercent!.Value)));

    private static bool Same(Rational one, Rational other) => Rational.Abs(one - other) < Rational.Parse("0.0000000000000000001");

    /// <param name="Quarters">Morphine in quarters of a milligram a day.</param>
    /// <param name="Bupivacaine">In milligrams a day.</param>
    /// <param name="StrongMorphine">Its stock in mg/mL.</param>
    /// <param name="StrongBupivacaine">Its stock in mg/mL.</param>
    /// <param name="Days">The wanted interval.</param>
    /// <param name="Tolerance">In per cent, of each.</param>
    private sealed record Case(int Quarters, int Bupivacaine, int StrongMorphine, int StrongBupivacaine, int Days, int Tolerance);

    private sealed record Found(Rational Rate, Rational Fill, Rational Interval, Rational Error, int Dilutions);
}
