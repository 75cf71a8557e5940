using System.Globalization;
using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>Which slip a factor between two doses is named as: each within a tenth or a twentieth of the exact one, and not beyond.</summary>
public sealed class DoseSlipTests
{
    [Theory]
    [InlineData("8.9", "")]
    [InlineData("9", "a misplaced decimal point")]
    [InlineData("11", "a misplaced decimal point")]
    [InlineData("11.1", "")]
    [InlineData("22.7", "")]
    [InlineData("22.8", "a dose per hour and the same number per day")]
    [InlineData("24", "a dose per hour and the same number per day")]
    [InlineData("25.2", "a dose per hour and the same number per day")]
    [InlineData("25.3", "")]
    [InlineData("56.9", "")]
    [InlineData("57", "hours and the same number of minutes")]
    [InlineData("60", "hours and the same number of minutes")]
    [InlineData("63", "hours and the same number of minutes")]
    [InlineData("63.1", "")]
    [InlineData("89", "")]
    [InlineData("100", "a decimal point misplaced by two")]
    [InlineData("111", "")]
    [InlineData("899", "")]
    [InlineData("1000", "microgram and mg")]
    [InlineData("1101", "")]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-06")]
    public void A_factor_is_named_as_the_slip_that_it_looks_like(string factor, string words)
    {
        var said = DoseSlip.Of(decimal.Parse(factor, CultureInfo.InvariantCulture));
        Assert.Equal(words.Length == 0, said.Length == 0);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }
}
