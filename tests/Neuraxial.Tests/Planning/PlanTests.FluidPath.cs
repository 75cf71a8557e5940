using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>What lies between container and catheter tip, and whether it can be believed (HZ-31, HZ-42).</content>
public sealed partial class PlanTests
{
    /// <summary>SynchroMed II has 0.140 mL of tubing inside; an external pump has its line.</summary>
    [Theory]
    [InlineData("""{ "model": "synchromed-ii-20" }""", """{ "volume": "0.17 mL" }""", "0.31 mL", "stated by the implanter")]
    [InlineData("""{ "model": "synchromed-ii-20" }""", """{ "model": "ascenda-114", "length": "84 cm" }""", "0.3248 mL", "84 cm x 0.0022 mL/cm")]
    [InlineData("""{ "model": "synchromed-ii-20" }""", """{ "model": "ascenda-114", "trimmed": "30 cm" }""", "0.3248 mL", "114 cm less 30 cm")]
    [InlineData("""{ "model": "synchromed-ii-20" }""", """{ "model": "indura", "length": "89 cm" }""", "0.3358 mL", "89 cm x 0.0022 mL/cm")]
    [InlineData(
        """{ "model": "synchromed-ii-20" }""",
        """{ "model": "ascenda", "length": "80 cm", "volume": "0.17 mL" }""",
        "0.31 mL",
        "the stated volume counts"
    )]
    [InlineData("""{ "model": "cadd-solis", "line": "0.6 mL" }""", """{ "volume": "0.3 mL" }""", "0.9 mL", "line and catheter")]
    public void A_known_fluid_path_is_tubing_and_catheter(string pump, string catheter, string volume, string why) =>
        Assert.True(Plans.Of(("pump", pump), ("catheter", catheter)).FluidPath!.Path.Volume == QuantityText.Parse<Volume>(volume).Value, why);

    [Theory]
    [Trait("Hazard", "HZ-31")]
    [Trait("Hazard", "HZ-42")]
    [InlineData("""{ "model": "synchromed-ii-20" }""", """{ "tip": "T10" }""", "$.catheter", "no volume, no model")]
    [InlineData("""{ "model": "synchromed-ii-20" }""", """{ "model": "ascenda-114" }""", "$.catheter", "neither length nor trimmed piece")]
    [InlineData(
        """{ "model": "synchromed-ii-20" }""",
        """{ "model": "ascenda", "trimmed": "30 cm" }""",
        "$.catheter",
        "a family without a length as supplied"
    )]
    [InlineData(
        """{ "model": "prometra-ii-20" }""",
        """{ "model": "flowonix-intrathecal", "trimmed": "30 cm" }""",
        "$.pump",
        "the tubing inside is not in the catalogue"
    )]
    [InlineData("""{ "model": "cadd-solis" }""", """{ "volume": "0.3 mL" }""", "$.pump", "no line")]
    [InlineData("""{ "model": "cadd-solis", "line": "0.6 mL" }""", """{ "model": "epidural" }""", "$.catheter", "no volume of the catheter")]
    public void A_fluid_path_that_is_not_known_is_said_to_be_unknown(string pump, string catheter, string path, string why)
    {
        var plan = Plans.Of(("pump", pump), ("catheter", catheter));
        Assert.True(plan.FluidPath is null, why);
        var finding = plan.The(FindingKinds.FluidPathUnknown);
        Assert.Equal((Severity.Unknown, path), (finding.Severity, finding.Path));
    }

    [Theory]
    [InlineData("0.4 mL/d", "18.6 h")]
    [InlineData("0.2 mL/d", "37.2 h")]
    [InlineData("0.05 mL/d", "148.8 h")]
    public void The_delay_is_path_over_flow(string rate, string delay) =>
        Amount.IsExactly(delay, QuantityText.Write(Plans.Of(("catheter.volume", "0.17 mL"), ("program.rate", rate)).FluidPath!.Delay!.Value));

    [Fact]
    public void Without_a_basal_flow_nothing_ever_arrives_by_itself() =>
        Assert.Null(
            Plans.Of(("catheter.volume", "0.17 mL"), ("program", WithDemand("""{ "dose": "0.1 mL", "lockout": "1 h" }""", "0 mL/d"))).FluidPath!.Delay
        );

    /// <summary>80 cm of Ascenda hold 0.176 mL; a stated volume may differ by a fifth downwards, a quarter upwards.</summary>
    [Theory]
    [Trait("Hazard", "HZ-31")]
    [InlineData("0.1408 mL", false)]
    [InlineData("0.1407 mL", true)]
    [InlineData("0.17 mL", false)]
    [InlineData("0.22 mL", false)]
    [InlineData("0.2201 mL", true)]
    public void A_stated_volume_that_length_does_not_bear_out_is_pointed_at(string stated, bool disagrees)
    {
        var plan = Plans.Of(("catheter", $$"""{ "model": "ascenda", "length": "80 cm", "volume": "{{stated}}" }"""));
        Assert.Equal(disagrees, Holds(plan, FindingKinds.CatheterVolumeDisagrees));
    }

    /// <summary>0.176 mL computed; half of it is 0.088 mL, twice 0.352 mL: so far off is a slip of a digit, and a bridge rests on it.</summary>
    [Theory]
    [InlineData("0.0881 mL", Severity.Warn)]
    [InlineData("0.088 mL", Severity.Confirm)]
    [InlineData("0.0176 mL", Severity.Confirm)]
    [InlineData("0.3519 mL", Severity.Warn)]
    [InlineData("0.352 mL", Severity.Confirm)]
    [InlineData("1.76 mL", Severity.Confirm)]
    [Trait("Hazard", "HZ-31")]
    public void A_stated_volume_that_is_half_or_twice_what_length_makes_is_confirmed(string stated, Severity severity) =>
        Assert.Equal(
            severity,
            Plans
                .Of(("catheter", $$"""{ "model": "ascenda", "length": "80 cm", "volume": "{{stated}}" }"""))
                .The(FindingKinds.CatheterVolumeDisagrees)
                .Severity
        );

    [Theory]
    [Trait("Hazard", "HZ-31")]
    [InlineData("1.36 mL", false)]
    [InlineData("1.3601 mL", true)]
    public void A_fluid_path_beyond_1_5_mL_is_a_slip_of_a_unit(string catheter, bool implausible) =>
        Assert.Equal(implausible, Holds(Plans.Of(("catheter.volume", catheter)), FindingKinds.FluidPathImplausible));

    [Theory]
    [Trait("Hazard", "HZ-23")]
    [Trait("Hazard", "HZ-25")]
    [InlineData("epidural", "ascenda-114")]
    [InlineData("intrathecal", "epidural")]
    public void A_catheter_of_the_other_space_is_blocked(string route, string model) =>
        Assert.Equal(Severity.Block, Plans.Of(("route", route), ("catheter.model", model)).The(FindingKinds.CatheterWrongSpace).Severity);

    [Theory]
    [Trait("Hazard", "HZ-42")]
    [InlineData("indura-sc", "isomed-20", true)]
    [InlineData("two-piece-8731-sc", "isomed-60", true)]
    [InlineData("indura", "isomed-20", false)]
    [InlineData("indura-sc", "synchromed-ii-20", false)]
    public void A_catheter_that_looks_connected_and_is_not_is_blocked(string catheter, string pump, bool never)
    {
        var isomed = pump.StartsWith("isomed", StringComparison.Ordinal);
        var plan = Plans.Of(
            ("pump", isomed ? $$"""{ "model": "{{pump}}", "flow": "0.5 mL/d" }""" : $$"""{ "model": "{{pump}}" }"""),
            ("program", isomed ? """{ "mode": "constant-flow" }""" : Continuous("0.4 mL/d")),
            ("catheter.model", catheter)
        );
        Assert.Equal(never, Holds(plan, FindingKinds.CatheterNeverFits));
    }

    [Fact]
    public void The_tubing_volume_in_force_is_that_of_the_correction_and_the_withdrawn_one_is_kept_for_old_programs()
    {
        var pump = Formulary.BuiltIn.Pump("synchromed-ii-20")!;
        Assert.Equal("0.140 mL", pump.Tubing(Bound.Maximum)!.Value);
        Assert.Equal(["0.140 mL", "0.199 mL"], pump.TubingHistory(Bound.Maximum).Select(constant => constant.Text("value")!).ToArray());
        Assert.True(pump.TubingHistory(Bound.Maximum)[1].Truth("withdrawn"));
    }
}
