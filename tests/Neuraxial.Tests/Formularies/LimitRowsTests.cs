using Xunit;

namespace Neuraxial.Tests.Formularies;

/// <summary>A limit of a service says something that can be held against a dose, or the file is refused: a limit that never speaks looks like one that does.</summary>
public sealed class LimitRowsTests
{
    [Theory]
    [InlineData("daily-dose", "morphine", "upper", "15 mg/d", "")]
    [InlineData("daily-dose", "morphine", "lower", "15 mg/d", "")]
    [InlineData("daily-dose", "morphine", "upper", "15 mg/h", "$.limits[0].hard")]
    [InlineData("daily-dose", "morphine", "upper", "15 mg/mL", "$.limits[0].hard")]
    [InlineData("daily-dose", "morphine", "upper", "15 mg", "$.limits[0].hard")]
    [InlineData("daily-dose", "morphine", "upper", "20 %", "$.limits[0].hard")]
    [InlineData("daily-dose", "morphine", "upper", "0 mg/d", "$.limits[0].hard")]
    [InlineData("daily-dose", "morphine", null, "15 mg/d", "$.limits[0].bound")]
    [InlineData("daily-dose", null, "upper", "15 mg/d", "$.limits[0].drug")]
    [InlineData("start-dose", "morphine", "upper", "1 mg/d", "")]
    [InlineData("start-dose", "morphine", "upper", "1 mg/h", "$.limits[0].hard")]
    [InlineData("hourly-dose", "morphine", "upper", "1 mg/h", "")]
    [InlineData("hourly-dose", "morphine", "upper", "1 mg/d", "$.limits[0].hard")]
    [InlineData("hourly-dose", "morphine", "lower", "1 mg/h", "$.limits[0].bound")]
    [InlineData("bolus", "morphine", "upper", "1 mg", "")]
    [InlineData("bolus", "morphine", "upper", "1 mL", "$.limits[0].hard")]
    [InlineData("concentration", "morphine", "upper", "30 mg/mL", "")]
    [InlineData("concentration", "morphine", "lower", "30 mg/mL", "$.limits[0].bound")]
    [InlineData("concentration", "morphine", "upper", "30 mg/d", "$.limits[0].hard")]
    [InlineData("minimum-concentration", "morphine", "lower", "1 mg/mL", "")]
    [InlineData("minimum-concentration", "morphine", "upper", "1 mg/mL", "$.limits[0].bound")]
    [InlineData("step", "morphine", "upper", "1 mg/d", "")]
    [InlineData("step", "morphine", "upper", "40 %", "")]
    [InlineData("step", "morphine", "lower", "-20 %", "")]
    [InlineData("step", "morphine", "upper", "-20 %", "$.limits[0].hard")]
    [InlineData("step", "morphine", "upper", "24 h", "$.limits[0].hard")]
    [InlineData("step-interval", "morphine", "lower", "24 h", "")]
    [InlineData("step-interval", "morphine", "upper", "24 h", "$.limits[0].bound")]
    [InlineData("step-interval", "morphine", "upper", "3 steps per week", "")]
    [InlineData("step-interval", "morphine", "lower", "3 steps per week", "$.limits[0].bound")]
    [InlineData("test-dose", "morphine", "upper", "100 ug", "")]
    [InlineData("test-dose-interval", "morphine", "lower", "24 h", "")]
    [InlineData("test-dose-interval", "morphine", "lower", "24 mg", "$.limits[0].hard")]
    [InlineData("refill-interval", null, "upper", "60 d", "")]
    [InlineData("refill-interval", null, "lower", "60 d", "$.limits[0].bound")]
    [InlineData("duration", null, "upper", "96 h", "")]
    [InlineData("minimum-flow", null, "lower", "0.05 mL/d", "")]
    [InlineData("minimum-flow", null, null, "words", "")]
    [InlineData("flow-range", null, "upper", "0.5 mL/d", "")]
    [InlineData("flow-range", null, "upper", "0.5 mg/d", "$.limits[0].hard")]
    [InlineData("residual", null, "upper", "14.5 %", "")]
    [InlineData("residual", null, "upper", "2 mL", "$.limits[0].hard")]
    [InlineData("interaction", null, "lower", "14 d", "")]
    [InlineData("licence", null, null, "words", "")]
    [InlineData("licence", null, "upper", "14 d", "$.limits[0].hard")]
    [Trait("Hazard", "HZ-59")]
    public void A_figure_fits_what_it_is_held_against(string check, string? drug, string? bound, string hard, string at)
    {
        var problems = Overlays.Problems(
            Overlays.Bytes(
                ("limits.0.soft", null),
                ("limits.0.check", check),
                ("limits.0.drug", drug),
                ("limits.0.bound", bound),
                ("limits.0.hard", Figure(hard))
            )
        );
        Assert.Equal(at, string.Join(' ', problems.Select(problem => problem.Path)));
    }

    // A figure that is passed first lies nearer: below the hard one of an upper bound, above that of a lower one.
    [Theory]
    [InlineData("upper", "15 mg/d", "15 mg/d", true)]
    [InlineData("upper", "14.999 mg/d", "15 mg/d", true)]
    [InlineData("upper", "15.001 mg/d", "15 mg/d", false)]
    [InlineData("upper", "15001 ug/d", "15 mg/d", false)]
    [InlineData("lower", "15 mg/d", "15 mg/d", true)]
    [InlineData("lower", "15.001 mg/d", "15 mg/d", true)]
    [InlineData("lower", "14.999 mg/d", "15 mg/d", false)]
    [Trait("Hazard", "HZ-59")]
    public void A_soft_figure_is_passed_no_later_than_the_hard_one(string bound, string soft, string hard, bool sound)
    {
        var problems = Overlays.Problems(Overlays.Bytes(("limits.0.bound", bound), ("limits.0.soft", Figure(soft)), ("limits.0.hard", Figure(hard))));
        Assert.Equal(sound ? "" : "$.limits[0].soft", string.Join(' ', problems.Select(problem => problem.Path)));
    }

    [Theory]
    [InlineData("limits.0.why", " ", "$.limits[0].why", "no reason")]
    [InlineData("limits.0.hazards", "[]", "$.limits[0].hazards", "no hazard")]
    [InlineData("limits.0.hazards", """["HZ-01", "overdose"]""", "$.limits[0].hazards[1]", "a hazard that is none")]
    [InlineData("limits.0.drugs", """["fentanyl"]""", "$.limits[0].drugs", "a drug and drugs")]
    [InlineData(
        "limits.0.soft",
        """{ "number": 20, "unit": "%", "mark": "assumed", "sources": [] }""",
        "$.limits[0].soft",
        "a share where a dose is asked for"
    )]
    [InlineData("limits.0.hard", """{ "low": "15 mg/d", "high": "20 mg/d", "mark": "assumed", "sources": [] }""", "$.limits[0].hard", "a range")]
    [InlineData("limits.0.override", "boss", "$.limits[0].override", "nobody that can pass it")]
    [InlineData("limits.0.when", "full-moon", "$.limits[0].when", "a circumstance that never comes")]
    [InlineData("limits.0.drug", "morphin", "$.limits['R3-implanted-cancer']", "a drug that does not exist")]
    [InlineData("limits.0.profiles", """["cancer"]""", "$.limits['R3-implanted-cancer']", "a profile that does not exist")]
    [InlineData("limits.0.pumps", """["synchromed"]""", "$.limits['R3-implanted-cancer']", "a pump that does not exist")]
    public void What_a_limit_names_exists_and_it_says_why_it_is_there(string path, string value, string at, string why) =>
        Assert.True(
            at == string.Join(' ', Overlays.Problems(Overlays.Bytes((path, value))).Select(problem => problem.Path).Distinct(StringComparer.Ordinal)),
            why
        );

    [Fact]
    public void A_limit_has_a_figure() =>
        Assert.Equal("$.limits[0]", Assert.Single(Overlays.Problems(Overlays.Bytes(("limits.0.soft", null), ("limits.0.hard", null)))).Path);

    /// <summary>An identifier of the file stands in the path of a problem, and would turn the rest of the line around.</summary>
    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void An_identifier_that_turns_the_direction_of_reading_is_shown_without_it()
    {
        var problem = Assert.Single(Overlays.Problems(Overlays.Bytes(("limits.0.id", "R3-\u202eown"), ("limits.0.profiles", """["cancer"]"""))));
        Assert.Equal("$.limits['R3-\ufffdown']", problem.Path);
    }

    [Fact]
    public void Every_fault_of_a_limit_is_reported_at_once()
    {
        var problems = Overlays.Problems(
            Overlays.Bytes(
                ("limits.0.bound", null),
                ("limits.0.soft.value", "10 mg/h"),
                ("limits.0.hard.value", "15"),
                ("limits.0.why", ""),
                ("limits.0.hazards", """["HZ-1"]"""),
                ("limits.0.title", null)
            )
        );
        string[] expected =
        [
            "$.limits[0].hard.value: ",
            "$.limits[0].hazards[0]: 'HZ-1' is no hazard; expected an identifier as HZ-01",
            "$.limits[0].soft: '10 mg/h' is not what daily-dose is held against; expected a dose per day as \"15 mg/d\"",
            "$.limits[0].title: missing; expected words",
            "$.limits[0].why: empty; expected why the limit is there",
        ];
        Assert.Equal(
            string.Join('\n', expected),
            string.Join(
                '\n',
                problems
                    .Select(problem => problem.Path == "$.limits[0].hard.value" ? "$.limits[0].hard.value: " : problem.ToString())
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    /// <summary>A figure as a table writes it: a quantity, a share, a number of steps, words.</summary>
    private static string Figure(string text) =>
        text switch
        {
            "words" => """{ "text": "words", "mark": "assumed", "sources": [] }""",
            _ when text.EndsWith(" %", StringComparison.Ordinal) =>
                $$"""{ "number": {{text[..^2]}}, "unit": "%", "mark": "assumed", "sources": [] }""",
            _ when text.EndsWith(" steps per week", StringComparison.Ordinal) =>
                $$"""{ "number": {{text[..^15]}}, "unit": "steps per week", "mark": "assumed", "sources": [] }""",
            _ => $$"""{ "value": "{{text}}", "mark": "assumed", "sources": [] }""",
        };
}
