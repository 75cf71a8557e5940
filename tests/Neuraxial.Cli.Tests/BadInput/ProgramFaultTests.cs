using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Programs that say two things at once, or something that no pump can do.</summary>
public sealed class ProgramFaultTests
{
    /// <summary>A rate and a dose that differ by more than rounding are two prescriptions (HZ-03); 10 mg/mL at 0.4 mL/d is 4 mg/d.</summary>
    [Theory]
    [Trait("Hazard", "HZ-03")]
    [InlineData("0.4 mL/d", "4 mg/d", true)]
    [InlineData("0.4 mL/d", "4000 ug/d", true)]
    [InlineData("0.4 mL/d", "4.02 mg/d", true)]
    [InlineData("0.4 mL/d", "3.99 mg/d", true)]
    [InlineData("0.4 mL/d", "4.021 mg/d", false)]
    [InlineData("0.4 mL/d", "3.98 mg/d", false)]
    [InlineData("0.4 mL/d", "4 mg/h", false)]
    [InlineData("0.4 mL/d", "40 mg/d", false)]
    [InlineData("4 mL/d", "4 mg/d", false)]
    [InlineData("0.4 mL/h", "4 mg/d", false)]
    public void A_rate_and_a_dose_agree_within_half_a_per_cent(string rate, string dose, bool agree)
    {
        var json = Therapies.Continuous.With(
            "$.program",
            $$"""{ "mode": "continuous", "rate": "{{rate}}", "dose": { "drug": "morphine", "rate": "{{dose}}" } }"""
        );
        if (agree)
        {
            Assert.Equal("0.4 mL/d", Assert.IsType<ContinuousProgram>(Therapies.Read(json).Program).Rate.ToString());
        }
        else
        {
            Therapies.AssertRefused(json, "$.program.rate", "and the stated dose disagree: that dose is ");
            Therapies.AssertRefused(json, "$.program.rate", "expected one of the two, or two that agree (HZ-03)");
        }
    }

    [Theory]
    [InlineData(
        """{ "drug": "fentanyl", "rate": "4 mg/d" }""",
        "$.program.dose.drug",
        "'fentanyl' is not in the mixture; expected one of morphine, bupivacaine"
    )]
    [InlineData("""{ "drug": "Morphine", "rate": "4 mg/d" }""", "$.program.dose.drug", "'Morphine' is not in the mixture")]
    [InlineData("""{ "drug": "morphine", "rate": "4 mL/d" }""", "$.program.dose.rate", "'4 mL/d' is not a dose rate")]
    [InlineData("""{ "drug": "morphine", "rate": "4 mg" }""", "$.program.dose.rate", "'4 mg' is not a dose rate")]
    [InlineData("""{ "drug": "morphine", "rate": "0 mg/d" }""", "$.program.rate", "nothing would be given")]
    [InlineData("""{ "drug": "morphine", "dose": "4 mg/d" }""", "$.program.dose.rate", "missing; expected a dose rate")]
    [InlineData("\"4 mg/d\"", "$.program.dose", "the text '4 mg/d'; expected an object")]
    public void A_dose_is_of_a_drug_of_the_mixture(string dose, string path, string words)
    {
        var problems = Therapies.Problems(Therapies.Continuous.With("$.program", $$"""{ "mode": "continuous", "dose": {{dose}} }"""));
        Assert.Contains(problems, problem => problem.Path == path && problem.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]", "0 steps; expected at least 2")]
    [InlineData("""[{ "at": "06:00", "rate": "1 mL/d" }]""", "1 steps; expected at least 2")]
    [InlineData(
        """[{ "at": "22:00", "rate": "1 mL/d" }, { "at": "06:00", "rate": "2 mL/d" }]""",
        "06:00 does not come after 22:00; expected the steps in order of time, no two at once"
    )]
    [InlineData("""[{ "at": "06:00", "rate": "1 mL/d" }, { "at": "06:00", "rate": "2 mL/d" }]""", "06:00 does not come after 06:00")]
    [InlineData("""[{ "at": "06:00", "rate": "0 mL/d" }, { "at": "22:00", "rate": "0 mL/h" }]""", "nothing would be given")]
    public void Steps_come_in_order_of_time_and_there_are_two_or_more(string steps, string words) =>
        Therapies.AssertRefused(Therapies.Flex.With("$.program", $$"""{ "mode": "flex", "steps": {{steps}} }"""), "$.program.steps", words);

    [Theory]
    [InlineData("$.program.steps[1].at", "24:00", "'24:00' is no time of day; expected 00:00 to 23:59")]
    [InlineData("$.program.steps[0].at", "6:00", "'6:00' is no time of day")]
    [InlineData("$.program.steps[0].at", "06:60", "'06:60' is no time of day")]
    [InlineData("$.program.steps[0].at", "06:00:00", "'06:00:00' is no time of day")]
    [InlineData("$.program.steps[0].at", "6 am", "'6 am' is no time of day")]
    [InlineData("$.program.steps[0].at", "06:00Z", "'06:00Z' is no time of day")]
    [InlineData("$.program.steps[1].rate", "60 ug", "'60 ug' is not a flow rate")]
    [InlineData("$.program.otherDays[0].on[1]", "weekend", "'weekend' is unknown; expected one of monday, tuesday")]
    [InlineData("$.program.otherDays[0].on[1]", "Sunday", "'Sunday' is unknown (it holds U+0053")]
    [InlineData("$.program.otherDays[0].on[1]", "saturday", "saturday stands 2 times; expected each day once", "$.program.otherDays")]
    public void Steps_and_days_are_those_of_a_clock_and_a_week(string path, string value, string words, string? at = null) =>
        Therapies.AssertRefused(Therapies.Flex.With(path, $"\"{value}\""), at ?? path, words);

    [Theory]
    [InlineData("$.program.duration", "\"25 h\"", "a bolus over 25\u00a0hours does not fit into an interval of 24\u00a0hours; expected at most that")]
    [InlineData("$.program.every", "\"29 min\"", "does not fit into an interval of 29\u00a0minutes", "$.program.duration")]
    [InlineData("$.program.duration", "\"0 min\"", "a duration of nothing; expected more than 0 min")]
    [InlineData("$.program.every", "\"0 h\"", "a duration of nothing; expected more than 0 min", "$.program.duration, $.program.every")]
    [InlineData("$.program.duration", "\"0.9 s\"", "shorter than any pump counts; expected at least 1 s")]
    [InlineData("$.program.bolus", "\"0 ug\"", "a bolus of nothing; expected more than 0 mL")]
    [InlineData(
        "$.program.bolus",
        "\"60 ug/h\"",
        "'60 ug/h' is not a volume; expected a volume in mL, uL, L, or a mass of the first drug in mg, ug, g, ng, kg"
    )]
    [InlineData("$.program.basal", "\"60 ug\"", "'60 ug' is not a flow rate")]
    [InlineData("$.program.bolus", null, "missing; expected a volume, or a mass of the first drug")]
    [InlineData("$.program.duration", null, "missing; expected a duration")]
    [InlineData("$.program.every", null, "missing; expected a duration")]
    public void A_periodic_bolus_is_something_and_fits_into_its_interval(string path, string? value, string words, string? at = null)
    {
        var problems = Therapies.Problems(Therapies.Periodic.With(path, value));
        Assert.Equal((at ?? path).Split(", "), problems.Select(problem => problem.Path).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(problems, problem => problem.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$.program.demand.lockout", null, "missing; expected a duration in d, h, min, s")]
    [InlineData("$.program.demand.lockout", "\"0 min\"", "a duration of nothing; expected more than 0 min")]
    [InlineData("$.program.demand.lockout", "\"0.5 s\"", "shorter than any pump counts; expected at least 1 s")]
    [InlineData(
        "$.program.demand.lockout",
        "\"4 min\"",
        "a lockout of 4\u00a0minutes would grant a bolus while one of 5\u00a0minutes still runs; expected at least that"
    )]
    [InlineData("$.program.demand.duration", "\"0 min\"", "a duration of nothing; expected more than 0 min")]
    [InlineData("$.program.demand.dose", "\"0 mg\"", "a bolus of nothing; expected more than 0 mL")]
    [InlineData("$.program.demand.dose", "\"0.3\"", "'0.3' has no unit")]
    [InlineData("$.program.demand.dose", "\"0.3 mg/h\"", "'0.3 mg/h' is not a volume")]
    [InlineData("$.program.demand.maximum.count", "0", "expected a whole number from 1 to 10000")]
    [InlineData("$.program.demand.maximum.per", "\"0 h\"", "a duration of nothing")]
    [InlineData("$.program.demand.maximum.per", "\"24\"", "'24' has no unit; expected a duration")]
    public void A_demand_bolus_is_something_and_is_held_back(string path, string? value, string words) =>
        Therapies.AssertRefused(Therapies.Demand.With(path, value), path, words);

    [Fact]
    public void A_constant_flow_pump_has_a_flow_and_gives_no_demand_boluses()
    {
        Therapies.AssertRefused(
            Therapies.ConstantFlow.With("$.pump.flow", null),
            "$.pump.flow",
            "expected the flow on the implant card, more than 0 mL/d"
        );
        Therapies.AssertRefused(
            Therapies.ConstantFlow.With("$.pump.flow", "\"0 mL/d\""),
            "$.pump.flow",
            "expected the flow on the implant card, more than 0 mL/d"
        );
        Therapies.AssertRefused(
            Therapies.ConstantFlow.With("$.program.demand", """{ "dose": "0.1 mL", "lockout": "1 h" }"""),
            "$.program.demand",
            "a constant-flow pump gives no demand boluses; expected none"
        );
        Therapies.AssertRefused(
            Therapies.ConstantFlow.With("$.program.rate", "\"0.5 mL/d\""),
            "$.program.rate",
            "unknown member; expected one of mode"
        );
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.pump.flow", "\"0.5 mL/d\""),
            "$.pump.flow",
            "synchromed-ii-20 is programmed and has no built-in flow; expected the rate in the program"
        );
    }

    [Fact]
    public void A_mixture_holds_each_drug_once() =>
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.infusate.drugs[2]", """{ "drug": "morphine", "concentration": "20 mg/mL" }"""),
            "$.infusate.drugs",
            "morphine stands 2 times; expected each drug once with its concentration in the mixture"
        );

    [Theory]
    [InlineData(
        "1000000 mg/d",
        "1 ng/mL",
        "by the concentration in the mixture that is 1000000000000 mL/d, outside anything that a flow rate here can be"
    )]
    public void A_dose_comes_to_a_flow_that_can_be_meant(string dose, string concentration, string words) =>
        Therapies.AssertRefused(
            Therapies
                .Continuous.With("$.infusate.drugs[0].concentration", $"\"{concentration}\"")
                .With("$.program", $$"""{ "mode": "continuous", "dose": { "drug": "morphine", "rate": "{{dose}}" } }"""),
            "$.program.dose.rate",
            words
        );

    [Theory]
    [InlineData(
        "$.catheter",
        """{ "model": "ascenda-114", "length": "114.1 cm" }""",
        "$.catheter.length",
        "114.1 cm is longer than ascenda-114 as supplied (114 cm); expected at most that"
    )]
    [InlineData(
        "$.catheter",
        """{ "model": "ascenda-114", "trimmed": "114 cm" }""",
        "$.catheter.trimmed",
        "114 cm cut off leaves nothing of ascenda-114 (114 cm); expected less"
    )]
    [InlineData(
        "$.catheter",
        """{ "model": "ascenda-114", "length": "80 cm", "trimmed": "30 cm" }""",
        "$.catheter.trimmed",
        "80 cm implanted and 30 cm cut off do not make the 114 cm of ascenda-114 as supplied; expected one of the two, or a pair that does"
    )]
    [InlineData(
        "$.pump.line",
        "\"0.6 mL\"",
        "$.pump.line",
        "synchromed-ii-20 lies under the skin and has no line outside; expected the catheter's volume in catheter"
    )]
    [InlineData("$.previous", """{ "infusate": { "drugs": [] } }""", "$.previous.infusate.drugs", "no drug; expected at least one")]
    [InlineData("$.bridge", """{ "declined": "  " }""", "$.bridge.declined", "an empty reason; expected why no bridge is wanted")]
    public void Devices_and_what_ran_before_are_what_they_can_be(string member, string value, string path, string words) =>
        Therapies.AssertRefused(Therapies.Continuous.With(member, value), path, words);
}
