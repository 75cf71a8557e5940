using CsCheck;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>V11: plasma of one to three compartments and an effect site against closed forms.</summary>
public sealed class PlasmaProblemTests
{
    /// <summary>Two compartments after a bolus: a sum of two exponentials whose rates are the roots of a quadratic.</summary>
    [Fact]
    public void V11_two_compartments_after_a_bolus() =>
        Gen.Select(Gen.Double[0.05, 5], Gen.Double[0.05, 5], Gen.Double[0.05, 5], Gen.Double[0.01, 48])
            .Sample(
                (k10, k12, k21, hours) =>
                {
                    var (sum, product) = (k10 + k12 + k21, k10 * k21);
                    var root = Math.Sqrt((sum * sum) - (4 * product));
                    var fast = (sum + root) / 2;

                    // The slow root as a quotient: as a difference it would lose its digits.
                    var slow = product / fast;
                    var exact = (((fast - k21) * Math.Exp(-fast * hours)) + ((k21 - slow) * Math.Exp(-slow * hours))) / (fast - slow);
                    double[] amounts = [1, 0];
                    Take(new RateMatrix.Builder(2).Loss(0, k10).Flow(0, 1, k12).Flow(1, 0, k21), amounts, [0, 0], hours);
                    Assert.Equal(exact, amounts[0], 1e-12);
                },
                iter: 2_000
            );

    /// <summary>Three compartments in a row, each emptying into the next: the Bateman equation.</summary>
    [Fact]
    public void V11_a_chain_of_three() =>
        Gen.Select(Gen.Double[0.1, 1], Gen.Double[2, 3], Gen.Double[5, 9], Gen.Double[0.1, 20])
            .Sample(
                (one, two, three, hours) =>
                {
                    var exact =
                        one
                        * two
                        * (
                            (Math.Exp(-one * hours) / ((two - one) * (three - one)))
                            + (Math.Exp(-two * hours) / ((one - two) * (three - two)))
                            + (Math.Exp(-three * hours) / ((one - three) * (two - three)))
                        );
                    double[] amounts = [1, 0, 0];
                    Take(new RateMatrix.Builder(3).Flow(0, 1, one).Flow(1, 2, two).Loss(2, three), amounts, [0, 0, 0], hours);
                    Assert.Equal(exact, amounts[2], 1e-12);
                },
                iter: 2_000
            );

    /// <summary>
    /// The effect site, ċe = ke0 (c - ce), as a compartment of next to no volume: against the convolution of an infusion into one compartment,
    /// ce = c0 (1 - (ke0 e^(-kt) - k e^(-ke0 t)) / (ke0 - k)) with the steady c0.
    /// </summary>
    [Fact]
    public void V11_the_effect_site_of_an_infusion() =>
        Gen.Select(Gen.Double[0.05, 0.5], Gen.Double[1, 9], Gen.Double[0.1, 24])
            .Sample(
                (k, ke0, hours) =>
                {
                    const double Share = 1e-9;
                    var exact = 1 / k * (1 - (((ke0 * Math.Exp(-k * hours)) - (k * Math.Exp(-ke0 * hours))) / (ke0 - k)));
                    double[] amounts = [0, 0];
                    Take(new RateMatrix.Builder(2).Loss(0, k).Flow(0, 1, Share * ke0).Loss(1, ke0), amounts, [1, 0], hours);
                    Assert.Equal(1, amounts[1] / Share / exact, 1e-6);
                },
                iter: 2_000
            );

    private static void Take(RateMatrix.Builder builder, double[] amounts, double[] inflow, double hours)
    {
        var matrix = builder.Build();
        ExponentialStep.Of(matrix, Elimination.Of(matrix), hours).Take(amounts, inflow, new ExponentialStep.Workspace(matrix.Size));
    }
}
