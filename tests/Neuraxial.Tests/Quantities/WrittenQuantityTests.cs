using Xunit;

namespace Neuraxial.Tests;

/// <summary>A quantity as the catalogue writes it, shown with its unit in words and all its digits.</summary>
public sealed class WrittenQuantityTests
{
    private const char NoBreak = '\u00a0';

    [Theory]
    [InlineData("24 mL/d", "24_mL per day")]
    [InlineData("0.4 mL/h", "0.4_mL per hour")]
    [InlineData("1500 ug/mL", "1,500_microgram per mL")]
    [InlineData("5 ng/min", "5_nanogram per minute")]
    [InlineData("1 h", "1_hour")]
    [InlineData("96 h", "96_hours")]
    [InlineData("0.5 h", "0.5_hours")]
    [InlineData("1 d", "1_day")]
    [InlineData("34 d", "34_days")]
    [InlineData("1 min", "1_minute")]
    [InlineData("30 min", "30_minutes")]
    [InlineData("1 s", "1_second")]
    [InlineData("90 s", "90_seconds")]
    [InlineData("1 wk", "1_week")]
    [InlineData("6 wk", "6_weeks")]
    [InlineData("3 d/wk", "3_days per week")]
    [InlineData("2 mL/s", "2_mL per second")]
    [InlineData("1.23456789 mg", "1.23456789_mg")]
    [InlineData("120 ug/kg/d", "120_microgram per kg per day")]
    public void The_unit_is_in_words_and_a_time_is_one_or_more(string written, string shown) =>
        Assert.Equal(shown.Replace('_', NoBreak), Display.OfWritten(written));

    [Theory]
    [InlineData("")]
    [InlineData(" mL")]
    [InlineData("12")]
    [InlineData("as ordered")]
    [InlineData("-1 mL")]
    [InlineData("1,5 mL")]
    public void What_is_no_quantity_is_shown_as_it_is(string written) => Assert.Equal(written, Display.OfWritten(written));

    /// <summary>The unit changes at 1 mg and at 1 mg/mL, which are spoken of as 1.</summary>
    [Fact]
    public void A_milligram_is_one_milligram_and_no_thousand_micrograms()
    {
        Assert.Equal($"1{NoBreak}mg", Display.Of(Mass.FromMicrograms(1_000m)));
        Assert.Equal($"999{NoBreak}microgram", Display.Of(Mass.FromMicrograms(999m)));
        Assert.Equal($"1{NoBreak}mg per mL", Display.Of(Concentration.FromMicrogramsPerMillilitre(1_000m)));
        Assert.Equal($"999{NoBreak}microgram per mL", Display.Of(Concentration.FromMicrogramsPerMillilitre(999m)));
    }
}
