using CsCheck;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>One exact step: against closed forms, against a slow and safe second way, and by its laws.</summary>
public sealed class ExponentialStepTests
{
    /// <summary>
    /// Of all that is in the system. A step is right to 1e-14 times the condition of its solves; where a drug goes round in a circle, as it may in these random systems, its rates lie
    /// off the axis and some 1e-9 is seen. A wrong entry or lane gives 1e-3 and more.
    /// </summary>
    private const double Near = 1e-7;

    /// <summary>V11: one compartment under a constant infusion, R / k (1 - e^(-kt)). Where next to nothing leaves, rounding of the residues is divided by a small rate.</summary>
    [Theory]
    [InlineData(1e-6, 0.5)]
    [InlineData(0.1, 24)]
    [InlineData(3, 720)]
    [InlineData(1e4, 1)]
    public void V11_a_compartment_that_is_infused(double perHour, double hours)
    {
        var matrix = new RateMatrix.Builder(1).Loss(0, perHour).Build();
        double[] amounts = [0];
        Take(matrix, amounts, [5], hours);
        var exact = -5 / perHour * double.ExpM1(-perHour * hours);
        Assert.Equal(1, amounts[0] / exact, 2e-10);
    }

    [Fact]
    public void A_step_is_what_uniformisation_makes_of_it() =>
        Systems
            .Any.Where(system => system.Hours < 10)
            .Sample(
                system =>
                {
                    var (matrix, start, inflow, hours) = system;
                    var expected = Systems.Uniformised(matrix, start, inflow, hours);
                    var amounts = start.ToArray();
                    Take(matrix, amounts, inflow, hours);
                    var all = start.Sum() + (inflow.Sum() * hours);
                    for (var i = 0; i < amounts.Length; i++)
                    {
                        Assert.Equal(expected[i], amounts[i], Near * all);
                    }
                },
                iter: 400
            );

    [Fact]
    public void Two_steps_are_one_of_their_length_together() =>
        Systems.Any.Sample(
            system =>
            {
                var (matrix, start, inflow, hours) = system;
                var (once, twice) = (start.ToArray(), start.ToArray());
                Take(matrix, once, inflow, hours);
                Take(matrix, twice, inflow, 0.3 * hours);
                Take(matrix, twice, inflow, 0.7 * hours);
                AssertNear(once, twice, start.Sum() + (inflow.Sum() * hours));
            },
            iter: 2_000
        );

    [Fact]
    public void Nothing_gets_lost_where_nothing_is_eliminated() =>
        Systems
            .Any.Where(system => system.Matrix.Losses.IndexOfAnyExcept(0.0) < 0)
            .Sample(
                system =>
                {
                    var (matrix, start, inflow, hours) = system;
                    var amounts = start.ToArray();
                    Take(matrix, amounts, inflow, hours);
                    var all = start.Sum() + (inflow.Sum() * hours);
                    Assert.Equal(all, amounts.Sum(), Near * all);
                },
                iter: 300
            );

    [Fact]
    public void No_amount_becomes_negative_but_by_rounding() =>
        Systems.Any.Sample(
            system =>
            {
                var (matrix, start, inflow, hours) = system;
                var amounts = start.ToArray();
                Take(matrix, amounts, inflow, hours);
                Assert.True(amounts.Min() >= -Near * (start.Sum() + (inflow.Sum() * hours)), $"{amounts.Min()}");
            },
            iter: 2_000
        );

    [Fact]
    public void What_two_inflows_do_together_is_the_sum_of_what_they_do_alone() =>
        Gen.Select(Systems.Any, Gen.Double[0, 3])
            .Sample(
                (system, factor) =>
                {
                    var (matrix, start, inflow, hours) = system;
                    var nothing = new double[start.Length];
                    var (all, first, second) = (start.ToArray(), start.ToArray(), nothing.ToArray());
                    Take(matrix, all, [.. inflow.Select(rate => factor * rate)], hours);
                    Take(matrix, first, nothing, hours);
                    Take(matrix, second, inflow, hours);
                    AssertNear(all, [.. first.Zip(second, (one, other) => one + (factor * other))], start.Sum() + (3 * inflow.Sum() * hours));
                },
                iter: 2_000
            );

    private static void Take(RateMatrix matrix, double[] amounts, double[] inflow, double hours) =>
        ExponentialStep.Of(matrix, Elimination.Of(matrix), hours).Take(amounts, inflow, new ExponentialStep.Workspace(matrix.Size));

    private static void AssertNear(double[] expected, double[] actual, double all) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Near * all));
}
