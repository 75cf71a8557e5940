using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>Whether the pump can run the program: unit, mode, range, container, demand boluses.</content>
public sealed partial class PlanTests
{
    [Theory]
    [Trait("Hazard", "HZ-09")]
    [InlineData("synchromed-ii-20", "0.048 mL/d", false)]
    [InlineData("synchromed-ii-20", "0.0479 mL/d", true)]
    [InlineData("synchromed-ii-20", "24 mL/d", false)]
    [InlineData("synchromed-ii-20", "24.1 mL/d", true)]
    [InlineData("prometra-ii-20", "28.8 mL/d", false)]
    [InlineData("prometra-ii-20", "28.9 mL/d", true)]
    [InlineData("cadd-prizm-pcs-ii", "0.1 mL/h", false)]
    [InlineData("cadd-prizm-pcs-ii", "0.09 mL/h", true)]
    [InlineData("cadd-prizm-pcs-ii", "30 mL/h", false)]
    [InlineData("cadd-prizm-pcs-ii", "30.1 mL/h", true)]
    [InlineData("sapphire-epidural", "99 mL/h", false)]
    [InlineData("sapphire-epidural", "100 mL/h", true)]
    public void A_rate_outside_the_pumps_range_is_blocked(string pump, string rate, bool blocked)
    {
        var plan = Plans.Of(("pump.model", pump), ("program.rate", rate));
        Assert.Equal(blocked, Holds(plan, FindingKinds.PumpFlowOutOfRange));
        Assert.All(
            plan.Findings.Where(finding => finding.Kind == FindingKinds.PumpFlowOutOfRange),
            finding => Assert.Equal((Severity.Block, "$.program.rate"), (finding.Severity, finding.Path))
        );
    }

    /// <summary>The range holds for every flow of a program, and zero is no flow.</summary>
    [Theory]
    [InlineData("""{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0.4 mL/d" }, { "at": "22:00", "rate": "0 mL/d" }] }""", null)]
    [InlineData(
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0.4 mL/d" }, { "at": "22:00", "rate": "0.04 mL/d" }] }""",
        "$.program.steps[1].rate"
    )]
    [InlineData(
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/d" }, { "at": "22:00", "rate": "1 mL/d" }], "otherDays": [{ "on": ["sunday"], "steps": [{ "at": "06:00", "rate": "30 mL/d" }] }] }""",
        "$.program.otherDays[0].steps[0].rate"
    )]
    [InlineData("""{ "mode": "periodic", "bolus": "0.5 mL", "duration": "30 min", "every": "6 h" }""", null)]
    [InlineData("""{ "mode": "periodic", "bolus": "0.51 mL", "duration": "30 min", "every": "6 h" }""", "$.program.bolus")]
    [InlineData("""{ "mode": "periodic", "bolus": "0.1 mL", "duration": "30 min", "every": "6 h", "basal": "0.04 mL/d" }""", "$.program.basal")]
    [InlineData("""{ "mode": "continuous", "rate": "0.4 mL/d", "demand": { "dose": "0.1 mL", "duration": "6 min", "lockout": "1 h" } }""", null)]
    [InlineData(
        """{ "mode": "continuous", "rate": "0.4 mL/d", "demand": { "dose": "0.1 mL", "duration": "5 min", "lockout": "1 h" } }""",
        "$.program.demand.duration"
    )]
    public void Every_flow_of_a_program_is_held_against_the_pumps_range(string program, string? path) =>
        Assert.Equal(path, Plans.Of(("program", program)).Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.PumpFlowOutOfRange)?.Path);

    [Theory]
    [InlineData("isomed-20", "0.3 mL/d", false)]
    [InlineData("isomed-20", "0.29 mL/d", true)]
    [InlineData("isomed-20", "1.5 mL/d", false)]
    [InlineData("isomed-20", "1.6 mL/d", true)]
    [InlineData("elastomeric", "20 mL/h", false)]
    [InlineData("elastomeric", "21 mL/h", true)]
    public void A_flow_that_the_pump_is_not_built_with_is_blocked(string pump, string flow, bool blocked) =>
        Assert.Equal(
            blocked,
            Holds(
                Plans.Of(("pump", $$"""{ "model": "{{pump}}", "flow": "{{flow}}" }"""), ("program", """{ "mode": "constant-flow" }""")),
                FindingKinds.PumpFlowOutOfRange
            )
        );

    [Theory]
    [Trait("Hazard", "HZ-06")]
    [InlineData(
        "cadd-prizm-pcs-ii",
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/h" }, { "at": "22:00", "rate": "2 mL/h" }] }""",
        "$.program.mode",
        true
    )]
    [InlineData("cadd-legacy", """{ "mode": "periodic", "bolus": "1 mL", "duration": "5 min", "every": "1 h" }""", "$.program.mode", true)]
    [InlineData("cadd-legacy-plus", """{ "mode": "periodic", "bolus": "1 mL", "duration": "5 min", "every": "1 h" }""", "$.program.mode", false)]
    [InlineData("cadd-ms3", """{ "mode": "continuous", "rate": "0.1 mL/h" }""", "$.program.mode", true)]
    [InlineData(
        "synchromed-el-18",
        """{ "mode": "continuous", "rate": "0.4 mL/d", "demand": { "dose": "0.1 mL", "lockout": "1 h" } }""",
        "$.program.demand",
        true
    )]
    [InlineData(
        "synchromed-ii-20",
        """{ "mode": "continuous", "rate": "0.4 mL/d", "demand": { "dose": "0.1 mL", "lockout": "1 h" } }""",
        "$.program.demand",
        false
    )]
    public void A_mode_that_the_pump_does_not_have_is_blocked(string pump, string program, string path, bool blocked)
    {
        var plan = Plans.Of(("pump.model", pump), ("program", program));
        Assert.Equal(
            blocked,
            plan.Findings.Any(finding =>
                finding.Kind == FindingKinds.PumpModeUnsupported && finding.Path == path && finding.Severity == Severity.Block
            )
        );
    }

    [Fact]
    public void A_pump_with_a_built_in_flow_takes_no_program()
    {
        var plan = Plans.Of(("pump", ConstantFlow), ("program", Continuous("0.4 mL/d")));
        Assert.Equal(
            (Severity.Block, "continuous"),
            (plan.The(FindingKinds.PumpModeUnsupported).Severity, plan.The(FindingKinds.PumpModeUnsupported).Value)
        );
    }

    [Theory]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-05")]
    [InlineData("graseby-ms16a", true)]
    [InlineData("graseby-ms26", true)]
    [InlineData("t34", false)]
    public void No_program_is_made_for_a_driver_set_in_millimetres(string pump, bool blocked)
    {
        var plan = Plans.Of(("pump.model", pump), ("program.rate", "0.2 mL/h"), ("infusate", Mixture("morphine 1 mg/mL")));
        Assert.Equal(blocked, Holds(plan, FindingKinds.PumpSetInMillimetres));
        Assert.Equal(blocked, plan.IsBlocked);
    }

    [Theory]
    [Trait("Hazard", "HZ-06")]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void A_SynchroMed_takes_thirteen_steps_a_day(int steps, bool blocked)
    {
        var all = string.Join(", ", Enumerable.Range(0, steps).Select(hour => $$"""{ "at": "{{hour:D2}}:00", "rate": "0.4 mL/d" }"""));
        Assert.Equal(blocked, Holds(Plans.Of(("program", $$"""{ "mode": "flex", "steps": [{{all}}] }""")), FindingKinds.PumpTooManySteps));
    }

    [Theory]
    [Trait("Hazard", "HZ-27")]
    [InlineData("synchromed-ii-20", "20 mL", false)]
    [InlineData("synchromed-ii-20", "20.1 mL", true)]
    [InlineData("synchromed-ii-40", "40.1 mL", true)]
    [InlineData("cadd-solis", "250 mL", false)]
    [InlineData("cadd-solis", "251 mL", true)]
    [InlineData("cadd-legacy", "100 mL", false)]
    [InlineData("cadd-legacy", "101 mL", true)]
    [InlineData("t34", "50.1 mL", true)]
    public void A_fill_that_does_not_go_into_the_container_is_blocked(string pump, string fill, bool blocked)
    {
        var plan = Plans.Of(("pump.model", pump), ("fill.volume", fill));
        Assert.Equal(blocked, Holds(plan, FindingKinds.ContainerOverfilled));
        Assert.Equal(blocked, plan.Findings.Any(finding => finding.Kind == FindingKinds.ContainerOverfilled && finding.Severity == Severity.Block));
    }

    /// <summary>CADD-MS 3: bolus over 1 to 15 min, lockout 15 min to 24 h. CADD-Prizm: 0.05 to 9.9 mL, lockout to 24 h. Curlin: up to 50 mL and 60 min.</summary>
    [Theory]
    [Trait("Hazard", "HZ-43")]
    [InlineData("cadd-ms3", """{ "dose": "0.1 mL", "duration": "1 min", "lockout": "15 min" }""", null)]
    [InlineData("cadd-ms3", """{ "dose": "0.1 mL", "duration": "15 min", "lockout": "24 h" }""", null)]
    [InlineData("cadd-ms3", """{ "dose": "0.1 mL", "duration": "30 s", "lockout": "15 min" }""", "$.program.demand.duration")]
    [InlineData("cadd-ms3", """{ "dose": "0.1 mL", "duration": "16 min", "lockout": "1 h" }""", "$.program.demand.duration")]
    [InlineData("cadd-ms3", """{ "dose": "0.1 mL", "duration": "1 min", "lockout": "14 min" }""", "$.program.demand.lockout")]
    [InlineData("cadd-ms3", """{ "dose": "0.1 mL", "duration": "1 min", "lockout": "25 h" }""", "$.program.demand.lockout")]
    [InlineData("cadd-prizm-pcs-ii", """{ "dose": "0.05 mL", "lockout": "1 h" }""", null)]
    [InlineData("cadd-prizm-pcs-ii", """{ "dose": "0.04 mL", "lockout": "1 h" }""", "$.program.demand.dose")]
    [InlineData("cadd-prizm-pcs-ii", """{ "dose": "9.9 mL", "lockout": "1 h" }""", null)]
    [InlineData("cadd-prizm-pcs-ii", """{ "dose": "9.95 mL", "lockout": "1 h" }""", "$.program.demand.dose")]
    [InlineData("curlin-4000", """{ "dose": "51 mL", "lockout": "30 min" }""", "$.program.demand.dose")]
    [InlineData("curlin-4000", """{ "dose": "5 mL", "lockout": "61 min" }""", "$.program.demand.lockout")]
    public void A_demand_bolus_outside_the_pumps_range_is_blocked(string pump, string demand, string? path)
    {
        var plan = Plans.Of(("pump.model", pump), ("program", WithDemand(demand, "0.2 mL/h")));
        var finding = plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.PumpDemandOutOfRange);
        Assert.Equal((path, path is null ? null : Severity.Block), (finding?.Path, finding?.Severity));
    }

    [Theory]
    [Trait("Hazard", "HZ-18")]
    [InlineData("morphine 10 mg/mL", false)]
    [InlineData("morphine 10 mg/mL, baclofen 1 mg/mL", true)]
    public void The_Prometras_patient_controller_is_not_for_baclofen(string mixture, bool blocked) =>
        Assert.Equal(
            blocked,
            Holds(
                Plans.Of(
                    ("pump.model", "prometra-ii-20"),
                    ("infusate", Mixture(mixture)),
                    ("program", WithDemand("""{ "dose": "0.1 mL", "lockout": "1 h" }"""))
                ),
                FindingKinds.PumpDemandNotForDrug
            )
        );

    /// <summary>Boluses of 0.1 mL over 10 min, lockout 50 min: from the start of a bolus 28.8, at most 29 begin in a day; from its end 24. On 4.8 mL of basal flow.</summary>
    [Theory]
    [Trait("Hazard", "HZ-43")]
    [InlineData("cadd-legacy", 29, "7.7 mL", "not known from when: the worst case, and the basal flow goes on")]
    [InlineData("cadd-solis", 24, "7.2 mL", "from the end; the basal flow goes on")]
    [InlineData("ambit-pib", 24, "6.4 mL", "from the end; 4 h of basal flow at 0.2 mL/h are left out")]
    public void Pumps_differ_in_what_they_grant_for_the_same_numbers(string pump, int count, string most, string why)
    {
        var plan = Plans.Of(
            ("pump.model", pump),
            ("program", WithDemand("""{ "dose": "0.1 mL", "duration": "10 min", "lockout": "50 min" }""", "0.2 mL/h"))
        );
        Assert.True(plan.Program.DemandCount == count, why);
        Assert.True(plan.Program.MaximumVolume == QuantityText.Parse<Volume>(most).Value, why);
    }
}
