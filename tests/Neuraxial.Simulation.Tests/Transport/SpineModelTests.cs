using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Laws of the model that hold in every body, for every drug and program (V10).</summary>
public sealed class SpineModelTests
{
    private const int Count = 97;
    private static readonly Duration Quarter = Bodies.Quarters(1);

    [Fact]
    public void What_was_given_is_in_the_body_or_eliminated_and_nothing_is_negative() =>
        Gen.Select(Bodies.Subjects, Bodies.Drugs, Bodies.Levels, Bodies.Rates)
            .Sample(
                (subject, drug, level, rates) =>
                {
                    var model = SpineModel.Of(subject, drug, [Bodies.Intrathecal(level)]);
                    var run = model.Run(Bodies.Schedule(rates), Quarter, Count, Watched(model));
                    Assert.InRange(run.Balance.Error, -1e-9, 1e-9);
                    foreach (var curve in run.Values)
                    {
                        var largest = curve.Max();

                        // CRAM is exact to 1e-13 of what there is: below that nothing is distinguished from nothing.
                        Assert.All(curve, value => Assert.True(value >= -1e-9 * largest, $"{value} of {largest}"));
                    }
                },
                iter: 60
            );

    [Fact]
    public void Twice_the_dose_is_twice_the_concentration_and_two_programs_together_are_their_sum() =>
        Gen.Select(Bodies.Drugs, Bodies.Levels, Bodies.Rates, Bodies.Rates)
            .Sample(
                (drug, level, one, other) =>
                {
                    var model = SpineModel.Of(new Subject(Species.Human), drug, [Bodies.Intrathecal(level)]);
                    var watched = Watched(model);
                    var first = model.Run(Bodies.Schedule(one), Quarter, Count, watched).Values;
                    var twice = model.Run(Bodies.Schedule(one, times: 2), Quarter, Count, watched).Values;
                    var second = model.Run(Bodies.Schedule(other), Quarter, Count, watched).Values;
                    var builder = new RateSchedule.Builder(1);
                    foreach (var rates in new[] { one, other })
                    {
                        var from = 0;
                        foreach (var (quarters, rate) in rates)
                        {
                            builder.Give(0, Bodies.Quarters(from), Bodies.Quarters(from + quarters), rate);
                            from += quarters;
                        }
                    }

                    var both = model.Run(builder.Build(), Quarter, Count, watched).Values;
                    for (var curve = 0; curve < watched.Count; curve++)
                    {
                        var near = 1e-9 * Math.Max(twice[curve].Max(), both[curve].Max());
                        for (var i = 0; i < Count; i++)
                        {
                            Assert.Equal(2 * first[curve][i], twice[curve][i], near);
                            Assert.Equal(first[curve][i] + second[curve][i], both[curve][i], near);
                        }
                    }
                },
                iter: 30
            );

    [Fact]
    public void A_program_that_begins_later_is_found_later_and_else_the_same() =>
        Gen.Select(Bodies.Drugs, Bodies.Levels, Bodies.Rates, Gen.Int[1, 30])
            .Sample(
                (drug, level, rates, later) =>
                {
                    var model = SpineModel.Of(new Subject(Species.Human), drug, [Bodies.Intrathecal(level)]);
                    var watched = Watched(model);
                    var now = model.Run(Bodies.Schedule(rates), Quarter, Count, watched).Values;
                    var then = model.Run(Bodies.Schedule(rates, later: later), Quarter, Count + later, watched).Values;
                    for (var curve = 0; curve < watched.Count; curve++)
                    {
                        var near = 1e-9 * now[curve].Max();
                        for (var i = 0; i < Count; i++)
                        {
                            Assert.Equal(now[curve][i], then[curve][i + later], near);
                        }
                    }
                },
                iter: 30
            );

    [Fact]
    public void Stepping_ends_in_the_steady_state_that_is_solved_directly() =>
        Gen.Select(Bodies.Subjects, Bodies.Drugs, Bodies.Levels)
            .Sample(
                (subject, drug, level) =>
                {
                    var model = SpineModel.Of(subject, drug, [Bodies.Intrathecal(level)]);
                    var schedule = new RateSchedule.Builder(1).Give(0, Duration.Zero, Duration.FromDays(20_000), 10).Build();
                    var watched = Watched(model);
                    var late = model.Run(schedule, Duration.FromDays(4_000), 5, watched);
                    var steady = model.SteadyState([10], watched);
                    for (var curve = 0; curve < watched.Count; curve++)
                    {
                        Assert.Equal(1, late.Values[curve][^1] / steady[curve], 1e-6);
                    }
                },
                iter: 20
            );

    /// <summary>
    /// The same mass a day by any rhythm: once in its periodic state, the mean over a day is that of the even infusion.
    /// </summary>
    [Theory]
    [InlineData("morphine", 4)]
    [InlineData("bupivacaine", 1)]
    [InlineData("baclofen", 24)]
    public void The_same_mass_a_day_has_the_same_mean_whatever_the_rhythm(string name, int boluses)
    {
        var model = SpineModel.Of(new Subject(Species.Human), SpinalDrug.Of(Species.Human, name)!, [Bodies.Intrathecal(Level.Parse("T10").Value)]);
        var watched = Watched(model);
        const int Days = 60;
        var builder = new RateSchedule.Builder(1);
        for (var i = 0; i < Days * boluses; i++)
        {
            var from = Duration.FromMinutes((long)i * 24 * 60 / boluses);
            builder.Give(0, from, from + Duration.FromMinutes(15), 24.0 * 10 / boluses / 0.25);
        }

        const int PerDay = 96 * 4;
        var run = model.Run(builder.Build(), Duration.FromSeconds(225), (Days * PerDay) + 1, watched);
        var steady = model.SteadyState([10], watched);
        for (var curve = 0; curve < watched.Count; curve++)
        {
            // The trapezoid of the last day.
            var day = run.Values[curve][^(PerDay + 1)..];
            var mean = (day.Sum() - ((day[0] + day[^1]) / 2)) / PerDay;
            Assert.Equal(1, mean / steady[curve], 1e-3);
        }
    }

    /// <summary>
    /// Without flow the fluid at B after a dose at A is the fluid at A after the same dose at B. Of drugs that do not pass the epidural space: there is none around the cistern, so
    /// that what returns by the blood is not alike in both directions.
    /// </summary>
    [Fact]
    public void Without_bulk_flow_two_places_answer_each_other_alike()
    {
        var still = Body.Of(new Subject(Species.Human), Variation.None) with { Flow = new FluidFlow(0, 0) };
        foreach (var name in new[] { "dtpa", "baclofen", "ziconotide" })
        {
            var (low, high) = (Level.Parse("L3").Value, Level.Parse("T4").Value);
            var model = SpineModel.Of(still, SpinalDrug.Of(Species.Human, name)!, [Bodies.Intrathecal(low), Bodies.Intrathecal(high)]);
            double[] Answer(int entry, Level level)
            {
                var builder = new RateSchedule.Builder(2);
                builder.Give(entry, Duration.Zero, Bodies.Quarters(1), 100);
                return model.Run(builder.Build(), Quarter, Count, [model.At(new Site(SiteKind.Csf, Place.At(level)))]).Values[0];
            }

            var (up, down) = (Answer(0, high), Answer(1, low));

            // Of the largest concentration that there is, where the dose enters: a hundred steps are right to some 1e-9 of it.
            var near = 3e-9 * Answer(0, low).Max();
            for (var i = 0; i < Count; i++)
            {
                Assert.Equal(up[i], down[i], near);
            }
        }
    }

    [Fact]
    public void Mixing_that_changes_to_what_it_was_changes_nothing_and_a_faster_heart_brings_more_to_the_neck()
    {
        var (calm, fast) = (new Subject(Species.Human), new Subject(Species.Human) { HeartRatePerMinute = 120 });
        var drug = SpinalDrug.Of(Species.Human, "morphine")!;
        SpineModel Model(Subject subject) => SpineModel.Of(subject, drug, [Bodies.Intrathecal(Level.Parse("L3").Value)]);
        var (slowly, quickly) = (Model(calm), Model(fast));
        var given = new RateSchedule.Builder(1).Give(0, Duration.Zero, Bodies.Quarters(2), 500).Build();
        Reading[] neck = [slowly.At(new Site(SiteKind.Csf, Place.At(Level.Parse("C5").Value)))];
        var even = slowly.Run(given, Quarter, Count, neck).Values[0];
        var same = SpineModel.Run(
            [(Duration.Zero, slowly), (Bodies.Quarters(9), Model(calm)), (Duration.FromMinutes(200), Model(calm))],
            given,
            Quarter,
            Count,
            neck
        );
        var faster = SpineModel.Run([(Duration.Zero, slowly), (Bodies.Quarters(4), quickly)], given, Quarter, Count, neck).Values[0];
        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(even[i], same.Values[0][i], 1e-10 * even.Max());
        }

        Assert.True(faster[12] > 1.2 * even[12], $"{faster[12]} after {even[12]}");
        Assert.InRange(same.Balance.Error, -1e-9, 1e-9);
    }

    /// <summary>What crosses in the end is what the figure says, but for what returns through the meninges and crosses again.</summary>
    [Theory]
    [InlineData("morphine", 0.036)]
    [InlineData("clonidine", 0.14)]
    [InlineData("bupivacaine", 0.075)]
    public void The_share_that_crosses_is_that_of_the_drug(string name, double share)
    {
        var model = SpineModel.Of(
            new Subject(Species.Human),
            SpinalDrug.Of(Species.Human, name)!,
            [new Entry(EntryRoute.Epidural, Place.At(Level.Parse("L2").Value), null)]
        );
        Assert.InRange(model.Crossing(0) / share, 1, 1.15);
    }

    [Fact]
    public void A_drug_that_is_not_known_in_the_epidural_space_is_refused_there()
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            SpineModel.Of(
                new Subject(Species.Human),
                SpinalDrug.Of(Species.Human, "ziconotide")!,
                [new Entry(EntryRoute.Epidural, Place.At(Level.Parse("L2").Value), null)]
            )
        );
        Assert.StartsWith("What becomes of ziconotide in the epidural space is not known.", refused.Message, StringComparison.Ordinal);
    }

    private static List<Reading> Watched(SpineModel model) =>
        [
            model.At(new Site(SiteKind.Csf, Place.At(Level.Parse("L3").Value))),
            model.At(new Site(SiteKind.Csf, Place.At(Level.Parse("T4").Value))),
            model.At(new Site(SiteKind.Cord, Place.At(Level.Parse("T10").Value))),
            model.At(new Site(SiteKind.Cistern)),
            model.At(new Site(SiteKind.Plasma)),
        ];
}
