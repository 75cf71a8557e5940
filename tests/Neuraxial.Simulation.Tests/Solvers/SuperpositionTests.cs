using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Another program on the same patient is the sum of responses: the same as a run of its own.</summary>
public sealed class SuperpositionTests
{
    [Fact]
    public void A_program_evaluated_is_the_program_run() =>
        Gen.Select(Systems.Any, Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1_400], Gen.Int[1, 400], Gen.Double[0, 10]).Array[1, 6], Gen.Int[7, 60])
            .Sample(
                (any, pulses, minutes) =>
                {
                    var system = new LinearSystem(any.Matrix, [Into("tip", 0), Into("vein", any.Matrix.Size - 1)]);
                    var count = (1_440 / minutes) + 1;
                    int[] watched = [.. Enumerable.Range(0, system.Size)];
                    var superposition = new Superposition(system, watched, Duration.FromMinutes(minutes), count);

                    // The second one finds responses that the first one made.
                    foreach (var shift in new[] { 0, minutes })
                    {
                        var builder = new RateSchedule.Builder(2);
                        foreach (var (input, from, length, rate) in pulses)
                        {
                            builder.Give(input, Duration.FromMinutes(from + shift), Duration.FromMinutes(from + shift + length), rate);
                        }

                        var schedule = builder.Build();
                        var run = new double[count * watched.Length];
                        long[] wanted = [.. Enumerable.Range(0, count).Select(i => i * minutes * 60_000_000_000L)];
                        new Integration(system).Run(schedule, wanted, watched, run);
                        var curves = new double[run.Length];
                        superposition.Evaluate(schedule, curves);
                        var all = 1e-9 + schedule.Given(0, Duration.FromDays(1)) + schedule.Given(1, Duration.FromDays(1));
                        for (var i = 0; i < count; i++)
                        {
                            for (var curve = 0; curve < watched.Length; curve++)
                            {
                                Assert.Equal(run[(i * watched.Length) + curve], curves[(curve * count) + i], 1e-9 * all);
                            }
                        }
                    }
                },
                iter: 150
            );

    [Fact]
    public void A_program_on_the_grid_needs_one_response_for_each_input()
    {
        var system = new LinearSystem(new RateMatrix.Builder(1).Loss(0, 1).Build(), [Into("tip", 0)]);
        var superposition = new Superposition(system, [0], Duration.FromMinutes(15), 97);
        var builder = new RateSchedule.Builder(1);
        for (var hour = 0; hour < 24; hour++)
        {
            builder.Give(0, Duration.FromHours(hour), Duration.FromMinutes((60 * hour) + 15), hour);
        }

        superposition.Evaluate(builder.Build(), new double[97]);
        Assert.Equal(1, superposition.Responses);
    }

    private static SystemInput Into(string name, int state) => new(name, [new(state, 1.0)]);
}
