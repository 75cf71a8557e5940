using CsCheck;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The rational approximation against the exponential function itself.</summary>
public sealed class CramTests
{
    /// <summary>A wrong digit in any coefficient gives 1e-10 and more; what rounding leaves is below 5e-14.</summary>
    private const double Worst = 5e-14;

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-9)]
    [InlineData(-1.0)]
    [InlineData(-10.0)]
    [InlineData(-100.0)]
    [InlineData(-1e6)]
    [InlineData(-1e12)]
    public void It_is_the_exponential_on_the_whole_negative_axis(double z) => Assert.Equal(Math.Exp(z), Cram.Value(z), Worst);

    [Fact]
    public void And_between() => Gen.Double[-50, 0].Sample(z => Assert.Equal(Math.Exp(z), Cram.Value(z), Worst), iter: 20_000);
}
