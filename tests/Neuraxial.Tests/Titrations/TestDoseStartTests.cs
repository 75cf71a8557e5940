using Xunit;

namespace Neuraxial.Tests.Titrations;

/// <summary>The baclofen start follows from the positive test dose (L6): twice it in 24 h, or as much as it if its effect lasted more than 8 h.</summary>
public sealed class TestDoseStartTests
{
    /// <summary>A positive test dose of 50 ug: at most 100 ug/d, or 50 if the effect lasted longer than 8 h.</summary>
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [InlineData("8 h", "100 ug/d", null)]
    [InlineData("8 h", "100.1 ug/d", "100 ug/d")]
    [InlineData("481 min", "50 ug/d", null)]
    [InlineData("481 min", "50.1 ug/d", "50 ug/d")]
    public void A_start_above_what_the_test_dose_supports_is_confirmed(string lasted, string start, string? limit)
    {
        var plan = Plan(start, $$"""[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z", "positive": true, "lasted": "{{lasted}}" }]""");
        if (limit is null)
        {
            plan.HasNo(FindingKinds.StartAboveTestDose);
        }
        else
        {
            var finding = plan.The(FindingKinds.StartAboveTestDose);
            Assert.Equal((Severity.Confirm, start, limit, true), (finding.Severity, finding.Value, finding.Limit, finding.NeedsSecondPerson));
            Assert.Contains("[L6]", finding.Source, StringComparison.Ordinal);
        }

        plan.HasNo(FindingKinds.TestDoseEffectUnknown);
    }

    [Theory]
    [InlineData("50 ug/d", false, false)]
    [InlineData("50.1 ug/d", true, false)]
    [InlineData("100 ug/d", true, false)]
    [InlineData("100.1 ug/d", false, true)]
    public void How_long_the_effect_lasted_may_be_unknown(string start, bool unknown, bool above)
    {
        var plan = Plan(start, """[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z", "positive": true }]""");
        Assert.Equal(unknown, plan.Findings.Any(finding => finding.Kind == FindingKinds.TestDoseEffectUnknown));
        Assert.Equal(above, plan.Findings.Any(finding => finding.Kind == FindingKinds.StartAboveTestDose));
    }

    [Fact]
    public void It_is_the_last_positive_test_dose_that_counts()
    {
        var plan = Plan(
            "150 ug/d",
            """
            [{ "dose": "50 ug", "at": "2026-11-18T10:00:00Z", "positive": false }, { "dose": "75 ug", "at": "2026-11-19T10:00:00Z", "positive": true, "lasted": "6 h" },
             { "dose": "100 ug", "at": "2026-11-20T10:00:00Z", "positive": false }]
            """
        );
        plan.HasNo(FindingKinds.StartAboveTestDose);
        var start = Assert.Single(
            plan.Titration.Single().Starts,
            start => start.Text.Contains("times the positive test dose", StringComparison.Ordinal)
        );
        Assert.Equal(("150 ug/d", "150 ug/d"), (start.Low.ToString(), start.High.ToString()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z", "positive": false }]""")]
    [InlineData("""[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z" }]""")]
    public void Without_a_positive_test_dose_nothing_is_worked_out(string tests)
    {
        var plan = Plan("500 ug/d", tests);
        plan.HasNo(FindingKinds.StartAboveTestDose);
        Assert.All(
            plan.Titration.Single().Starts.Where(start => start.Text.Contains("test dose", StringComparison.Ordinal)),
            start => Assert.Null(start.High)
        );
    }

    [Fact]
    public void Published_starts_stand_beside_one_another()
    {
        var starts = Plans.Of().Titration.Single().Starts;
        Assert.Equal(
            "US label opioid-naive 200 ug/d to 1 mg/d [seen L1] | US label opioid-tolerant 1 mg/d to 10 mg/d [seen L1] | PACC 2017  100 ug/d to 500 ug/d [recalled G2]",
            string.Join(" | ", starts.Select(start => $"{start.By} {start.Patients} {start.Low} to {start.High} {start.Provenance}"))
        );
    }

    private static Plan Plan(string start, string tests) =>
        Plans.Of(
            ("indication", "spasticity"),
            ("infusate", """{ "drugs": [{ "drug": "baclofen", "concentration": "500 ug/mL" }] }"""),
            ("program", $$"""{ "mode": "continuous", "dose": { "drug": "baclofen", "rate": "{{start}}" } }"""),
            ("testDoses", tests)
        );
}
