using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>A run through a schedule: a step ends exactly where the input changes, whatever is wanted between.</summary>
public sealed class IntegrationTests
{
    /// <summary>As for one step; a block of them is taken where it is right to 1e-10, of a step's own error.</summary>
    private const double Near = 1e-7;

    /// <summary>A random system with one input into its first compartment, and a random schedule of up to six pulses within a day.</summary>
    private static readonly Gen<(LinearSystem System, RateSchedule Schedule)> Any = Gen.Select(
        Systems.Any,
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[1, 400], Gen.Double[0, 10]).Array[1, 6],
        (system, pulses) => (new LinearSystem(system.Matrix, [Into(0)]), Schedule(pulses, Duration.Zero))
    );

    [Fact]
    public void It_is_uniformisation_from_change_to_change() =>
        Any.Sample(
            (system, schedule) =>
            {
                var state = new double[system.Size];
                var inflow = new double[system.Size];
                for (var change = 0; change < schedule.Changes; change++)
                {
                    Array.Clear(inflow);
                    inflow[0] = schedule.Rates(change)[0];
                    var until = change + 1 < schedule.Changes ? schedule.Times[change + 1] : Day;
                    state = Systems.Uniformised(system.Matrix, state, inflow, (until - schedule.Times[change]) / 3.6e12);
                }

                AssertNear(state, Run(system, schedule, [Day]), schedule.Given(0, Duration.FromDays(1)));
            },
            iter: 40
        );

    [Fact]
    public void What_is_looked_at_between_changes_nothing() =>
        Gen.Select(Any, Gen.Long[1, Day].Array[0, 9])
            .Sample(
                (any, between) =>
                {
                    var (system, schedule) = any;
                    long[] wanted = [.. between.Distinct().Order().Where(time => time < Day), Day];
                    var looked = Run(system, schedule, wanted)[^system.Size..];
                    AssertNear(Run(system, schedule, [Day]), looked, schedule.Given(0, Duration.FromDays(1)));
                },
                iter: 500
            );

    [Fact]
    public void What_is_given_later_is_found_later() =>
        Gen.Select(Systems.Any, Gen.Select(Gen.Int[0, 1_000], Gen.Int[1, 400], Gen.Double[0, 10]).Array[1, 6], Gen.Int[1, 10_000])
            .Sample(
                (any, pulses, minutes) =>
                {
                    var system = new LinearSystem(any.Matrix, [Into(0)]);
                    var shift = Duration.FromMinutes(minutes);
                    var first = Run(system, Schedule(pulses, Duration.Zero), [Day]);
                    var later = Run(system, Schedule(pulses, shift), [Day + shift.ToInt64Nanoseconds()]);
                    AssertNear(first, later, Schedule(pulses, Duration.Zero).Given(0, Duration.FromDays(1)));
                },
                iter: 500
            );

    [Fact]
    public void Two_pulses_at_once_are_one_of_both_rates_and_what_they_give_adds_up()
    {
        var schedule = new RateSchedule.Builder(1)
            .Give(0, Duration.FromHours(1), Duration.FromHours(3), 2)
            .Give(0, Duration.FromHours(2), Duration.FromHours(4), 5)
            .Build();
        Assert.Equal([1, 2, 3, 4], schedule.Times.ToArray().Select(time => time / 3_600_000_000_000));
        Assert.Equal([2, 7, 5, 0], Enumerable.Range(0, 4).Select(change => schedule.Rates(change)[0]));
        Assert.Equal(14, schedule.Given(0, Duration.FromDays(1)));
        Assert.Equal(5.5, schedule.Given(0, Duration.FromMinutes(150)));
        Assert.Equal(0, schedule.Given(0, Duration.FromHours(1)));
    }

    [Fact]
    public void A_run_whose_factors_are_made_allocates_nothing()
    {
        var system = new LinearSystem(new RateMatrix.Builder(2).Flow(0, 1, 1).Loss(1, 2).Build(), [Into(0)]);
        var schedule = Schedule([(10, 20, 1.0), (300, 60, 2.0)], Duration.Zero);
        long[] wanted = [.. Enumerable.Range(1, 96).Select(quarter => quarter * Day / 96)];
        int[] watched = [0, 1];
        var solution = new double[wanted.Length * watched.Length];
        var integration = new Integration(system);
        integration.Run(schedule, wanted, watched, solution);
        var before = GC.GetAllocatedBytesForCurrentThread();
        integration.Run(schedule, wanted, watched, solution);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_input_whose_shares_are_not_one_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SystemInput("tip", [new(0, 0.5), new(1, 0.4)]));

    private const long Day = 86_400_000_000_000;

    private static SystemInput Into(int state) => new("tip", [new(state, 1.0)]);

    private static RateSchedule Schedule((int From, int Length, double Rate)[] pulses, Duration shift)
    {
        var builder = new RateSchedule.Builder(1);
        foreach (var (from, length, rate) in pulses)
        {
            builder.Give(0, shift + Duration.FromMinutes(from), shift + Duration.FromMinutes(from + length), rate);
        }

        return builder.Build();
    }

    private static double[] Run(LinearSystem system, RateSchedule schedule, long[] wanted)
    {
        var solution = new double[wanted.Length * system.Size];
        new Integration(system).Run(schedule, wanted, [.. Enumerable.Range(0, system.Size)], solution);
        return solution;
    }

    private static void AssertNear(double[] expected, double[] actual, double all) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Near * Math.Max(all, 1e-9)));
}
