using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>What is read off a curve, against closed forms.</summary>
public sealed class CurveAnalysisTests
{
    private static readonly double[] Hours = [.. Enumerable.Range(0, 2_001).Select(i => i * 0.01)];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    [InlineData(3)]
    public void An_exponential_has_its_half_life_its_area_and_its_moment(double rate)
    {
        var curve = Curve(time => 5 * Math.Exp(-rate * time));
        Assert.Equal(rate, CurveAnalysis.Slope(Hours, curve, 1, 4), 1e-9);
        var (area, moment) = CurveAnalysis.ToInfinity(Hours, curve);
        Assert.Equal(1, area / (5 / rate), 1e-4);
        Assert.Equal(1, moment / (5 / (rate * rate)), 1e-3);
        Assert.Equal(1, CurveAnalysis.Area(Hours, curve, 0.5, 2.005) / (5 / rate * (Math.Exp(-rate * 0.5) - Math.Exp(-rate * 2.005))), 1e-4);
    }

    /// <summary>t e^(-t) peaks at 1 with 1/e, and first holds half of it where t e^(1-t) = 1/2, at 0.2320 h.</summary>
    [Fact]
    public void A_rise_and_fall_has_its_peak_and_the_time_of_half_of_it()
    {
        var curve = Curve(time => time * Math.Exp(-time));
        var (time, value) = CurveAnalysis.Peak(Hours, curve);
        Assert.Equal(1, time, 1e-9);
        Assert.Equal(Math.Exp(-1), value, 1e-9);
        Assert.Equal(0.2320, CurveAnalysis.TimeOfShare(Hours, curve, 0.5), 1e-3);
    }

    [Fact]
    public void A_curve_that_does_not_fall_has_no_area_to_infinity() =>
        Assert.True(double.IsNaN(CurveAnalysis.ToInfinity(Hours, Curve(_ => 1)).Area));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 3)]
    [InlineData(75, 4)]
    [InlineData(90, 4.6)]
    [InlineData(100, 5)]
    public void A_percentile_lies_between_two_in_proportion(double percent, double expected) =>
        Assert.Equal(expected, CurveAnalysis.Percentile([1, 2, 3, 4, 5], percent), 1e-12);

    [Theory]
    [InlineData("4228 ng/mL", 4_228)]
    [InlineData("1 ug/mL", 1_000)]
    [InlineData("2 mg/L", 2_000)]
    public void A_concentration_is_read_in_any_unit_of_mass_and_volume(string text, double nanogramsPerMillilitre) =>
        Assert.Equal(nanogramsPerMillilitre, MeasureUnit.Parse(text, MeasureKind.Concentration)!.Value.Inner, 1e-9);

    [Theory]
    [InlineData("83.6 ng.h/mL", 83.6)]
    [InlineData("6 ug.min/L", 0.1)]
    public void An_area_is_read_in_any_unit_of_mass_time_and_volume(string text, double inner) =>
        Assert.Equal(inner, MeasureUnit.Parse(text, MeasureKind.Area)!.Value.Inner, 1e-9);

    [Theory]
    [InlineData("0.24 mL/min", 14.4)]
    [InlineData("1.8 L/h", 1_800)]
    public void A_clearance_is_read_in_any_unit_of_volume_and_time(string text, double inner) =>
        Assert.Equal(inner, MeasureUnit.Parse(text, MeasureKind.Clearance)!.Value.Inner, 1e-9);

    [Theory]
    [InlineData("4228")]
    [InlineData("4228 h")]
    [InlineData("-1 ng/mL")]
    [InlineData("NaN ng/mL")]
    [InlineData("1e999 ng/mL")]
    public void What_is_no_concentration_is_refused(string text) => Assert.Null(MeasureUnit.Parse(text, MeasureKind.Concentration));

    private static double[] Curve(Func<double, double> value) => [.. Hours.Select(value)];
}
