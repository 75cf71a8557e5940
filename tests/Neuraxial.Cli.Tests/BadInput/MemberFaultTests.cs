using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Members that nobody reads, that stand twice, that are missing, or that hold something else than they should.</summary>
public sealed class MemberFaultTests
{
    [Theory]
    [Trait("Hazard", "HZ-29")]
    [InlineData("$.Route", "did you mean 'route'?")]
    [InlineData("$.painlevels", "did you mean 'painLevels'?")]
    [InlineData("$.p\u0430tient", "did you mean 'patient'?")]
    [InlineData("$.fluidPath", "expected one of $schema, about, source, therapy, patient")]
    [InlineData("$.patient.birthdate", "did you mean 'birthDate'?")]
    [InlineData("$.patient.name", "expected one of birthDate, sex, weight, height, conditions, allergies, anticoagulated")]
    [InlineData("$.currentOpioids[0].rout", "did you mean 'route'?")]
    [InlineData("$.catheter.lenght", "did you mean 'length'?")]
    [InlineData("$.pump.modle", "did you mean 'model'?")]
    [InlineData("$.pump.low_reservoir", "did you mean 'lowReservoir'?")]
    [InlineData("$.infusate.drug", "did you mean 'drugs'?")]
    [InlineData("$.infusate.drugs[1].concentraton", "did you mean 'concentration'?")]
    [InlineData("$.fill.date", "unknown member; expected one of volume, at")]
    [InlineData("$.program.rates", "did you mean 'rate'?")]
    [InlineData("$.program.steps", "unknown member; expected one of mode, demand, rate, dose")]
    [InlineData("$.program.demand.lock-out", "did you mean 'lockout'?")]
    [InlineData("$.program.demand.maximum.cout", "did you mean 'count'?")]
    [InlineData("$.program.demand.expected.Per", "did you mean 'per'?")]
    [InlineData("$.previous.measure", "did you mean 'measured'?")]
    [InlineData("$.previous.infusate.diluant", "did you mean 'diluent'?")]
    [InlineData("$.previous.program.mod", "did you mean 'mode'?")]
    [InlineData("$.previous.fill.volumes", "did you mean 'volume'?")]
    [InlineData("$.previous.rinse.counts", "did you mean 'count'?")]
    [InlineData("$.bridge.decline", "did you mean 'declined'?")]
    public void An_unknown_member_is_refused_at_every_level_with_what_was_probably_meant(string path, string words) =>
        Therapies.AssertRefused(Therapies.Full.With(path, "\"x\""), path, words);

    [Theory]
    [InlineData("$.program.steps[0].time", "unknown member; expected one of at, rate")]
    [InlineData("$.program.otherDays[0].day", "unknown member; expected one of on, steps")]
    [InlineData("$.program.otherDays[0].steps[0].dose", "unknown member; expected one of at, rate")]
    [InlineData("$.program.rate", "unknown member; expected one of mode, demand, steps, otherDays")]
    public void So_is_one_in_the_steps_of_a_day(string path, string words) =>
        Therapies.AssertRefused(Therapies.Flex.With(path, "\"1 mL/d\""), path, words);

    [Theory]
    [Trait("Hazard", "HZ-07")]
    [Trait("Hazard", "HZ-29")]
    [InlineData("$.therapy", "missing; expected the therapy's name")]
    [InlineData("$.indication", "missing; expected one of cancer-pain, non-cancer-pain, spasticity, post-operative, labour")]
    [InlineData("$.route", "missing; expected one of epidural, intrathecal")]
    [InlineData("$.pump", "missing; expected the pump")]
    [InlineData("$.pump.model", "missing; expected the pump's model")]
    [InlineData("$.infusate", "missing; expected the mixture")]
    [InlineData("$.infusate.drugs", "missing; expected an array of at least one { \"drug\", \"concentration\" }")]
    [InlineData("$.infusate.drugs[1].drug", "missing; expected an international name")]
    [InlineData("$.infusate.drugs[1].concentration", "missing; expected a concentration in mg/mL, ug/mL")]
    [InlineData("$.fill", "missing; expected volume and time of the fill")]
    [InlineData("$.fill.volume", "missing; expected a volume in mL, uL, L")]
    [InlineData("$.fill.at", "missing; expected date and time with offset")]
    [InlineData("$.program", "missing; expected the pump's program")]
    [InlineData("$.program.mode", "missing; expected one of continuous, flex, periodic, constant-flow")]
    [InlineData("$.program.rate", "missing; expected the flow rate here, or the dose rate of one drug in dose")]
    [InlineData("$.program.demand.dose", "missing; expected a volume, or a mass of the first drug")]
    [InlineData("$.program.demand.lockout", "missing; expected a duration in d, h, min, s")]
    [InlineData("$.program.demand.maximum.per", "missing; expected a duration")]
    [InlineData("$.currentOpioids[0].dose", "missing; expected a dose rate in mg/d")]
    [InlineData("$.previous.infusate", "missing; expected the old mixture")]
    [InlineData("$.previous.rinse.count", "missing; expected a whole number from 1 to 20")]
    [InlineData("$.bridge.declined", "missing; expected why no bridge is wanted")]
    public void What_must_be_there_is_missed(string path, string words) => Therapies.AssertRefused(Therapies.Full.With(path, null), path, words);

    [Theory]
    [InlineData("$.fill.volume", "20", "the bare number 20; expected a volume in mL, uL, L")]
    [InlineData("$.fill.volume", "null", "null; expected a volume")]
    [InlineData("$.fill.volume", "[\"20 mL\"]", "an array; expected a volume")]
    [InlineData("$.fill.volume", "{\"value\":20,\"unit\":\"mL\"}", "an object; expected a volume")]
    [InlineData("$.fill.volume", "true", "true; expected a volume")]
    [InlineData("$.fill.at", "1764000000", "the bare number 1764000000; expected date and time with offset")]
    [InlineData("$.therapy", "null", "null; expected the therapy's name")]
    [InlineData("$.route", "[]", "an array; expected one of epidural, intrathecal")]
    [InlineData("$.pump", "\"synchromed-ii-20\"", "the text 'synchromed-ii-20'; expected an object")]
    [InlineData("$.pump", "null", "null; expected an object")]
    [InlineData("$.pump.model", "{}", "an object; expected the pump's model")]
    [InlineData("$.infusate.drugs", "{}", "an object; expected an array")]
    [InlineData("$.infusate.drugs", "[]", "no drug; expected at least one")]
    [InlineData("$.infusate.drugs[1]", "\"bupivacaine\"", "the text 'bupivacaine'; expected an object")]
    [InlineData("$.infusate.drugs[1].concentration", "1.25", "the bare number 1.25; expected a concentration in mg/mL, ug/mL")]
    [InlineData("$.program", "[]", "an array; expected an object")]
    [InlineData("$.program.mode", "false", "false; expected one of continuous")]
    [InlineData("$.program.demand.lockout", "7200", "the bare number 7200; expected a duration")]
    [InlineData("$.program.demand.maximum.count", "\"4\"", "the text '4'; expected a whole number from 1 to 10000")]
    [InlineData("$.program.demand.maximum.count", "2.5", "the bare number 2.5; expected a whole number from 1 to 10000")]
    [InlineData("$.program.demand.maximum.count", "0", "the bare number 0; expected a whole number from 1 to 10000")]
    [InlineData("$.program.demand.maximum.count", "4294967297", "the bare number 4294967297; expected a whole number from 1 to 10000")]
    [InlineData("$.previous.rinse.count", "21", "the bare number 21; expected a whole number from 1 to 20")]
    [InlineData("$.patient.anticoagulated", "\"no\"", "the text 'no'; expected true or false")]
    [InlineData("$.patient.conditions", "\"renal-impairment\"", "the text 'renal-impairment'; expected an array")]
    [InlineData("$.painLevels", "[8]", "the bare number 8; expected a level such as T10", "$.painLevels[0]")]
    [InlineData("$.about", "{}", "an object; expected words")]
    public void A_member_that_holds_another_kind_is_named_with_what_was_seen(string path, string value, string words, string? at = null) =>
        Therapies.AssertRefused(Therapies.Full.With(path, value), at ?? path, words);

    [Theory]
    [Trait("Hazard", "HZ-29")]
    [InlineData("\"route\": \"intrathecal\"", "\"route\": \"epidural\", \"route\": \"intrathecal\"", "$.route")]
    [InlineData("\"rate\": \"0.4 mL/d\"", "\"rate\": \"0.4 mL/d\", \"rate\": \"4 mL/d\"", "$.program.rate")]
    [InlineData("\"rate\": \"0.4 mL/d\"", "\"rate\": \"0.4 mL/d\", \"r\\u0061te\": \"4 mL/d\"", "$.program.rate")]
    [InlineData(
        "\"concentration\": \"10 mg/mL\"",
        "\"concentration\": \"1 mg/mL\", \"concentration\": \"10 mg/mL\"",
        "$.infusate.drugs[0].concentration"
    )]
    [InlineData("\"volume\": \"20 mL\"", "\"volume\": \"20 mL\", \"volume\": \"20 mL\"", "$.fill.volume")]
    public void A_member_that_stands_twice_is_refused_even_if_both_say_the_same(string once, string twice, string path) =>
        Therapies.AssertRefused(
            Therapies.Continuous.Replace(once, twice, StringComparison.Ordinal),
            path,
            "the member stands twice; expected once, since nobody can tell which one was meant"
        );

    [Theory]
    [InlineData("\"\"", "a name of 0 characters; expected 1 to 100")]
    [InlineData("\" \"", "a name of 1 characters; expected 1 to 100")]
    [InlineData("\"a\\nb\"", "holds a line break or a character that cannot be seen; expected plain text on one line")]
    [InlineData("\"\\u001b[2J\"", "'\ufffd[2J' holds a line break or a character that cannot be seen")]
    [InlineData("\"a\\u202eb\"", "holds a line break or a character that cannot be seen")]
    public void The_name_of_a_therapy_fits_on_one_line(string name, string words) =>
        Therapies.AssertRefused(Therapies.Continuous.With("$.therapy", name), "$.therapy", words);

    [Fact]
    public void A_name_may_be_of_any_script_and_a_hundred_characters_long()
    {
        Assert.Empty(Therapies.Problems(Therapies.Continuous.With("$.therapy", "\"\u60a3\u8005 \ud842\udfb7 \u05d0 \u0645\"")));
        Assert.Empty(Therapies.Problems(Therapies.Continuous.With("$.therapy", $"\"{new string('x', 100)}\"")));
        Therapies.AssertRefused(Therapies.Continuous.With("$.therapy", $"\"{new string('x', 101)}\""), "$.therapy", "a name of 101 characters");
    }
}
