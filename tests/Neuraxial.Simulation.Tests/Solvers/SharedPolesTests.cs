using System.Numerics;
using CsCheck;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Twelve rational approximations with shared poles against the exponential function itself.</summary>
public sealed class SharedPolesTests
{
    /// <summary>A wrong digit among the first ten of any residue gives 1e-10 and more.</summary>
    private const double Worst = 1e-11;

    /// <summary>The residues of twelve steps come to 94 together: 94 times 1e-16 for each of a few operations; 3e-14 is found.</summary>
    private const double Rounding = 1e-13;

    [Fact]
    public void Each_is_its_exponential_on_the_whole_negative_axis() =>
        Gen.Select(Gen.Int[1, SharedPoles.Steps], Gen.Double[-6, 7])
            .Sample((step, power) => AssertNear(step, -Math.Pow(10, power), Worst), iter: 50_000);

    [Fact]
    public void And_off_it_where_what_goes_round_in_a_circle_has_its_rates() =>
        Gen.Select(Gen.Int[1, SharedPoles.Steps], Gen.Double[-6, 5], Gen.Double[-0.2, 0.2])
            .Sample((step, power, angle) => AssertNear(step, -Complex.FromPolarCoordinates(Math.Pow(10, power), angle), 3 * Worst), iter: 50_000);

    [Fact]
    public void Twice_as_far_off_it_is_worse() =>
        Gen.Select(Gen.Int[1, SharedPoles.Steps], Gen.Double[-6, 5], Gen.Double[-0.4, 0.4])
            .Sample((step, power, angle) => AssertNear(step, -Complex.FromPolarCoordinates(Math.Pow(10, power), angle), 1e-9), iter: 50_000);

    /// <summary>
    /// (r(z) - 1) / z is what an inflow has brought: with an error of its own at 0 it would be off by that error over z. Below 0.003 rounding is the larger part.
    /// </summary>
    [Fact]
    public void Near_nought_the_error_falls_with_the_distance() =>
        Gen.Select(Gen.Int[1, SharedPoles.Steps], Gen.Double[-3, 0])
            .Sample((step, power) => AssertNear(step, -Math.Pow(10, power), (3e-11 * Math.Pow(10, power)) + Rounding), iter: 20_000);

    [Fact]
    public void What_does_not_change_stays() =>
        Assert.All(Enumerable.Range(1, SharedPoles.Steps), step => Assert.Equal(1, SharedPoles.Value(step, 0).Real, 2 * Rounding));

    private static void AssertNear(int step, Complex z, double worst) =>
        Assert.True((SharedPoles.Value(step, z) - Complex.Exp(step * z)).Magnitude < worst, $"{step} {z}: {SharedPoles.Value(step, z)}");
}
