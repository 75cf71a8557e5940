using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>The numbers that the hazard log works out for its own hazards, through calculators and plans.</summary>
public sealed class HazardLogNumberTests
{
    private const string ZiconotideWithMorphine =
        """{ "drugs": [{ "drug": "ziconotide", "concentration": "25 ug/mL" }, { "drug": "morphine", "concentration": "10 mg/mL" }] }""";

    [Theory]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-09")]
    [Trait("Hazard", "HZ-19")]
    [Trait("Hazard", "HZ-30")]
    [Trait("Hazard", "HZ-31")]
    [Trait("Hazard", "HZ-33")]
    [Trait("Hazard", "HZ-34")]
    [Trait("Hazard", "HZ-43")]
    [InlineData("HZ-04", "lasts", "fill: 28.8 mL; reserve: 0 mL; rate: 1.2 mL/h", "lasts", "24 h")]
    [InlineData("HZ-09", "rate", "dose: 12 ug/d; concentration: 1000 ug/mL", "perHour", "0.0005 mL/h")]
    [InlineData("HZ-19", "lasts", "fill: 20 mL; reserve: 2 mL; rate: 0.4 mL/d", "lasts", "45 d")]
    [InlineData("HZ-19", "lasts", "fill: 20 mL; reserve: 2 mL; rate: 0.4 mL/d; stability: 34 d", "lasts", "34 d")]
    [InlineData("HZ-30", "bridge", "old: 2000 ug/mL; new: 500 ug/mL; dose: 200 ug/d; fluid-path: 0.40 mL", "rate", "0.10 mL/d")]
    [InlineData("HZ-30", "bridge", "old: 2000 ug/mL; new: 500 ug/mL; dose: 200 ug/d; fluid-path: 0.40 mL", "duration", "96 h")]
    [InlineData("HZ-30", "bridge", "old: 2000 ug/mL; new: 500 ug/mL; dose: 200 ug/d; fluid-path: 0.40 mL", "unbridged.dose", "800 ug/d")]
    [InlineData("HZ-30", "bridge", "old: 2000 ug/mL; new: 500 ug/mL; dose: 200 ug/d; fluid-path: 0.40 mL", "unbridged.duration", "24 h")]
    [InlineData("HZ-31", "bridge", "old: 500 ug/mL; new: 2000 ug/mL; dose: 200 ug/d; fluid-path: 0.40 mL", "rate", "0.40 mL/d")]
    [InlineData("HZ-31", "bridge", "old: 500 ug/mL; new: 2000 ug/mL; dose: 200 ug/d; fluid-path: 0.40 mL", "duration", "24 h")]
    [InlineData("HZ-33", "residual", "filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: 0.5 mL", "intended", "16.0 mL")]
    [InlineData("HZ-33", "residual", "filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: 0.5 mL", "delivered", "19.5 mL")]
    [InlineData("HZ-33", "residual", "filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: 0.5 mL", "errorPercent", "21.875")]
    [InlineData("HZ-34", "residual", "filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: 19.0 mL", "expected", "4.0 mL")]
    [InlineData("HZ-34", "residual", "filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: 19.0 mL", "delivered", "1 mL")]
    [InlineData("HZ-34", "residual", "filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: 19.0 mL", "errorPercent", "-93.75")]
    [InlineData("HZ-43", "demand", "basal: 4 mL/h; dose: 1 mL; lockout: 20 min; window: 60 min; maximum: 5 mL", "count", "1")]
    [InlineData("HZ-43", "demand", "basal: 4 mL/h; dose: 1 mL; lockout: 20 min; window: 60 min; maximum: 5 mL", "total", "5 mL")]
    public void The_hazard_logs_own_number_comes_out(string id, string calculator, string inputs, string asked, string exact)
    {
        Assert.StartsWith("HZ-", id, StringComparison.Ordinal);
        Amount.IsExactly(exact, Calculated.Values(calculator, inputs)[asked]);
    }

    [Fact]
    public void HZ_04_28_point_8_mL_over_24_hours_is_1_point_2_mL_an_hour() =>
        Assert.Equal(QuantityText.Parse<FlowRate>("1.2 mL/h").Value, Volume.FromMillilitres(28.8m) / Duration.FromHours(24));

    [Fact]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-06")]
    public void HZ_06_60_microgram_every_hour_instead_of_once_a_day_is_1440_microgram_and_blocked()
    {
        var once = """{ "mode": "periodic", "bolus": "60 ug", "duration": "30 min", "every": "24 h" }""";
        var hourly = """{ "mode": "periodic", "bolus": "60 ug", "duration": "30 min", "every": "1 h" }""";
        var baclofen = """{ "drugs": [{ "drug": "baclofen", "concentration": "500 ug/mL" }] }""";
        var plan = Plans.Of(
            ("indication", "spasticity"),
            ("infusate", baclofen),
            ("program", hourly),
            ("previous.infusate", baclofen),
            ("previous.program", once)
        );
        var drug = Assert.Single(plan.Comparison!.Drugs);
        Amount.IsExactly("60 ug/d", drug.Old.ToString());
        Amount.IsExactly("1440 ug/d", drug.New.ToString());
        var finding = plan.The(FindingKinds.DoseChanged);
        Assert.Equal(Severity.Block, finding.Severity);
        Assert.Equal("24 times", finding.Value);
        Assert.Contains("per hour", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-19")]
    public void HZ_19_45_days_by_volume_and_34_by_stability_are_34()
    {
        // 18 mL at 0.4 mL/d; ziconotide with morphine 10 mg/mL keeps 90 % for 34 d
        var plan = Plans.Of(("infusate", ZiconotideWithMorphine));
        Assert.Equal(Duration.FromDays(45), plan.Refill.LowAt - plan.Therapy.Fill.Instant);
        Assert.Equal(Duration.FromDays(34), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
        Assert.Equal(RefillReason.Stability, plan.Refill.Reason);
    }

    [Fact]
    public void HZ_19_the_calculator_says_that_stability_was_the_reason() =>
        Assert.Equal("stability", Calculated.Values("lasts", "fill: 20 mL; reserve: 2 mL; rate: 0.4 mL/d; stability: 34 d")["reason"]);

    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void HZ_31_the_bridge_is_shown_for_a_fluid_path_a_fifth_smaller_and_larger()
    {
        // 96 h x 0.8 and x 1.2
        var (smaller, larger) = Plans.Example("baclofen-concentration-fall").Bridge!.Sensitivity;
        Assert.Equal((Durations.FromHours(76.8m), Durations.FromHours(115.2m)), (smaller, larger));
    }

    [Theory]
    [Trait("Hazard", "HZ-33")]
    [Trait("Hazard", "HZ-34")]
    [InlineData("HZ-33", "0.5 mL", "+21.9 %: more than 14.5 % over the program")]
    [InlineData("HZ-34", "19.0 mL", "19 mL found of 4 mL expected")]
    public void HZ_33_and_34_a_residual_outside_tolerance_is_to_be_evaluated_before_filling(string id, string measured, string why)
    {
        Assert.StartsWith("HZ-", id, StringComparison.Ordinal);
        Assert.True(
            Calculated.Values("residual", $"filled: 20 mL; rate: 0.4 mL/d; elapsed: 40 d; measured: {measured}")["severity"] == "confirm",
            why
        );
        var morphine = """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }] }""";
        var plan = Plans.Of(
            ("previous.infusate", morphine),
            ("previous.program", """{ "mode": "continuous", "rate": "0.4 mL/d" }"""),
            ("previous.fill", """{ "volume": "20 mL", "at": "2026-10-15T10:00:00Z" }"""),
            ("previous.measured", measured)
        );
        Assert.Equal(Severity.Confirm, plan.The(FindingKinds.ResidualDiscrepancy).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void HZ_43_without_the_basal_to_come_a_second_bolus_would_pass_the_limit()
    {
        // 4 mL of basal and two boluses are 6 mL in the hour; the limit is 5
        Assert.Equal("3", Calculated.Values("demand", "basal: 4 mL/h; dose: 1 mL; lockout: 20 min; window: 60 min")["count"]);
        Assert.Equal("1", Calculated.Values("demand", "basal: 4 mL/h; dose: 1 mL; lockout: 20 min; window: 60 min; maximum: 5 mL")["count"]);
    }
}
