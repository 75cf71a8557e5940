using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>What a pump can really give, in whole strokes and steps, rounded down (HZ-09): above 2 % confirmed, above 5 % blocked.</content>
public sealed partial class PlanTests
{
    /// <summary>Pump; programmed; achievable; error in per cent; severity of the finding. Strokes of the Prometra are 2.5 microlitres, of the CADD pumps 0.05 mL.</summary>
    [Theory]
    [Trait("Hazard", "HZ-09")]
    [InlineData("t34", "0.2 mL/h", "0.2 mL/h", "0", null, "four steps of 0.05 mL/h")]
    [InlineData("t34", "1.02 mL/h", "1 mL/h", "-2/1.02", null, "1.96 %")]
    [InlineData("t34", "1.03 mL/h", "1 mL/h", "-3/1.03", Severity.Confirm, "2.9 %")]
    [InlineData("t34", "0.84 mL/h", "0.8 mL/h", "-4/0.84", Severity.Confirm, "4.8 %")]
    [InlineData("t34", "0.34 mL/h", "0.3 mL/h", "-4/0.34", Severity.Block, "11.8 %")]
    [InlineData("t34", "0.04 mL/h", "0 mL/h", "-100", Severity.Block, "less than one step")]
    [InlineData("cadd-prizm-pcs-ii", "0.3 mL/h", "0.3 mL/h", "0", null, "three steps of 0.1 mL/h")]
    [InlineData("cadd-prizm-pcs-ii", "2.05 mL/h", "2 mL/h", "-5/2.05", Severity.Confirm, "2.4 %")]
    [InlineData("cadd-prizm-pcs-ii", "0.25 mL/h", "0.2 mL/h", "-20", Severity.Block, "20 %")]
    [InlineData("prometra-ii-20", "0.4 mL/d", "0.4 mL/d", "0", null, "160 strokes")]
    [InlineData("prometra-ii-20", "0.401 mL/d", "0.4 mL/d", "-0.1/0.401", null, "160.4 strokes")]
    [InlineData("prometra-ii-20", "0.026 mL/d", "0.025 mL/d", "-0.1/0.026", Severity.Confirm, "10.4 strokes, 3.8 %")]
    [InlineData("prometra-ii-20", "0.012 mL/d", "0.01 mL/d", "-0.2/0.012", Severity.Block, "4.8 strokes, 16.7 %")]
    [InlineData("cadd-legacy", "0.2 mL/h", "0.2 mL/h", "0", null, "96 strokes")]
    [InlineData("cadd-legacy", "1.24 mL/d", "1.2 mL/d", "-4/1.24", Severity.Confirm, "24.8 strokes, 3.2 %")]
    public void A_rate_is_rounded_down_to_what_the_pump_can_give(
        string pump,
        string programmed,
        string achievable,
        string error,
        Severity? severity,
        string why
    )
    {
        var plan = Plans.Of(("pump.model", pump), ("program.rate", programmed));
        Amount.IsExactly(achievable, plan.Program.Achievable!.Rate.ToString());
        Amount.IsExactly(error, plan.Program.Achievable.ErrorPercent.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AssertRounding(plan, "$.program", severity, why);
    }

    /// <summary>A bolus of the Prometra in strokes of 0.0025 mL, over nothing but boluses.</summary>
    [Theory]
    [Trait("Hazard", "HZ-09")]
    [InlineData("0.1 mL", "0.4 mL/d", null, "40 strokes four times a day")]
    [InlineData("0.052 mL", "0.2 mL/d", Severity.Confirm, "20.8 strokes: 3.8 % less")]
    [InlineData("0.012 mL", "0.04 mL/d", Severity.Block, "4.8 strokes: 16.7 % less")]
    public void A_periodic_bolus_is_rounded_down_to_whole_strokes(string bolus, string achievable, Severity? severity, string why)
    {
        var plan = Plans.Of(
            ("pump.model", "prometra-ii-20"),
            ("program", $$"""{ "mode": "periodic", "bolus": "{{bolus}}", "duration": "30 min", "every": "6 h" }""")
        );
        Amount.IsExactly(achievable, plan.Program.Achievable!.Rate.ToString());
        AssertRounding(plan, "$.program", severity, why);
    }

    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void Each_step_of_a_day_is_rounded_down_over_its_own_length()
    {
        // 6 h at 0.0103 mL/h: 24.72 strokes, 24; 18 h at 0.01 mL/h: 72 strokes exactly. (24 + 72) x 0.0025 = 0.24 of 0.2418 mL
        var plan = Plans.Of(
            ("pump.model", "prometra-ii-20"),
            ("program", """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0.0103 mL/h" }, { "at": "12:00", "rate": "0.01 mL/h" }] }""")
        );
        Amount.IsExactly("0.24 mL/d", plan.Program.Achievable!.Rate.ToString());
        Amount.IsExactly("-0.18/0.2418", plan.Program.Achievable.ErrorPercent.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [Trait("Hazard", "HZ-09")]
    [InlineData("0.1 mL", "0.1 mL", null, "two strokes")]
    [InlineData("0.12 mL", "0.1 mL", Severity.Block, "2.4 strokes: a sixth less")]
    [InlineData("1.03 mL", "1 mL", Severity.Confirm, "20.6 strokes: 2.9 % less")]
    public void A_demand_bolus_is_rounded_down_to_whole_strokes(string dose, string achievable, Severity? severity, string why)
    {
        var plan = Plans.Of(
            ("pump.model", "cadd-prizm-pcs-ii"),
            ("program", WithDemand($$"""{ "dose": "{{dose}}", "lockout": "1 h" }""", "0.2 mL/h"))
        );
        Amount.IsExactly(achievable, plan.Program.Achievable!.DemandVolume.ToString());
        AssertRounding(plan, "$.program.demand.dose", severity, why);
    }

    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void The_doses_that_are_really_given_follow_from_the_achievable_rate()
    {
        // 2 of 2.05 mL/h, 48 mL a day of 10 and 5 mg/mL
        var plan = Plans.Of(
            ("pump.model", "cadd-prizm-pcs-ii"),
            ("infusate", Mixture("morphine 10 mg/mL, bupivacaine 5 mg/mL")),
            ("program.rate", "2.05 mL/h")
        );
        Assert.Equal("morphine 480 mg/d, bupivacaine 240 mg/d", plan.Program.Achievable!.Doses.Text());
        Assert.Equal("morphine 492 mg/d, bupivacaine 246 mg/d", plan.Program.Basal.Text());
    }

    [Theory]
    [Trait("Hazard", "HZ-09")]
    [InlineData("synchromed-ii-20")]
    [InlineData("sapphire-epidural")]
    public void Where_the_pumps_step_is_not_known_the_plan_says_so(string pump)
    {
        var plan = Plans.Of(("pump.model", pump));
        Assert.Null(plan.Program.Achievable);
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.AchievableUnknown).Severity);
    }

    [Fact]
    public void A_built_in_flow_is_rounded_to_nothing()
    {
        var plan = Plans.Of(("pump", ConstantFlow), ("program", """{ "mode": "constant-flow" }"""));
        Assert.Null(plan.Program.Achievable);
        plan.HasNo(FindingKinds.AchievableUnknown);
    }

    private static void AssertRounding(Plan plan, string path, Severity? severity, string why)
    {
        var findings = plan.Findings.Where(finding => finding.Kind == FindingKinds.AchievableError && finding.Path == path).ToList();
        Assert.True((severity is null ? 0 : 1) == findings.Count, why);
        Assert.All(findings, finding => Assert.Equal((severity, severity == Severity.Block ? "5 %" : "2 %"), (finding.Severity, finding.Limit)));
    }
}
