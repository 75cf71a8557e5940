using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Quantities;

/// <summary>The difference of two equal decimals can be zero with a minus sign. It stopped the plan of a bridge whose path was cleared in whole days.</summary>
public sealed class ZeroWithASignTests
{
    [Theory]
    [InlineData("0.4", "0.400")]
    [InlineData("0.400", "0.4")]
    [InlineData("16", "16.000000")]
    public void Equal_volumes_leave_nothing_however_many_zeros_they_are_written_with(string left, string right)
    {
        var difference = Volume.FromMicrolitres(Decimal(left)) - Volume.FromMicrolitres(Decimal(right));
        Assert.Equal(Volume.Zero, difference);
        Assert.Equal("0 mL", difference.ToString());
    }

    [Fact]
    public void A_minus_sign_before_zero_makes_no_quantity_negative()
    {
        var zero = decimal.Negate(0.000m);
        Assert.Equal("0 ug", Mass.FromMicrograms(zero).ToString());
        Assert.Equal("0 mL", Volume.FromMicrolitres(zero).ToString());
        Assert.Equal("0 ug/mL", Concentration.FromMicrogramsPerMillilitre(zero).ToString());
        Assert.Equal("0 mL/d", FlowRate.FromMicrolitresPerDay(zero).ToString());
        Assert.Equal("0 ug/d", DoseRate.FromMicrogramsPerDay(zero).ToString());
        Assert.Equal("0 cm", Length.FromCentimetres(zero).ToString());
        Assert.Equal(Duration.Zero, Durations.FromDays(zero));
    }

    [Fact]
    public void What_is_really_negative_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Volume.FromMicrolitres(-0.000_000_001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Volume.FromMillilitres(1m) - Volume.FromMillilitres(2m));
    }

    /// <summary>
    /// Doses and concentrations whose quotient has no finite decimal, and volumes that are whole multiples of the day's: where a rounding of the last digit
    /// could leave less than nothing.
    /// </summary>
    [Fact]
    public void How_long_a_fill_lasts_is_found_for_every_dose_and_concentration()
    {
        Gen.Select(Gen.Int[1, 2_000], Gen.Int[1, 4_000], Gen.Int[1, 40_000], Gen.Int[1, 400])
            .Sample(
                (dose, concentration, microlitres, days) =>
                {
                    var rate = DoseRate.FromMicrogramsPerDay(dose) / Concentration.FromMicrogramsPerMillilitre(concentration);
                    var volume = Volume.FromMicrolitres(microlitres);
                    AssertLasts(rate, volume);
                    AssertLasts(volume / Duration.FromDays(days), volume);
                },
                iter: 20_000
            );
    }

    private static void AssertLasts(FlowRate rate, Volume volume)
    {
        if (rate.TimeFor(volume) is { } expected)
        {
            var found = Cycle.Constant(rate).TimeFor(volume, Duration.FromHours(7))!.Value;
            Assert.True((found - expected).ToInt64Nanoseconds() is >= -1 and <= 1, $"{volume} at {rate}: {found}, not {expected}");
        }
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
