using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>R4, R7, R11, R12, R24 and what the formulary says beyond them: strengths in the mixture, the flow, the time to the refill.</summary>
public sealed class MixtureLimitTests
{
    /// <summary>Limit; profile; drug; strength; answer.</summary>
    public static TheoryData<string, string, string, string, string> Strengths { get; } =
        new()
        {
            { "R4", "implanted-cancer", "morphine", "20 mg/mL", "-" },
            { "R4", "implanted-cancer", "morphine", "20.01 mg/mL", "confirm" },
            { "R4", "implanted-noncancer", "morphine", "30 mg/mL", "confirm" },
            { "R4", "implanted-noncancer", "morphine", "30.01 mg/mL", "block" },
            { "R4", "external-cancer", "morphine", "30.01 mg/mL", "-" },
            { "R7", "implanted-cancer", "bupivacaine", "30 mg/mL", "-" },
            { "R7", "implanted-cancer", "bupivacaine", "30.01 mg/mL", "confirm" },
            { "R7", "implanted-cancer", "bupivacaine", "40 mg/mL", "confirm" },
            { "R7", "implanted-cancer", "bupivacaine", "40.01 mg/mL", "block" },
            { "R11-implanted", "implanted-noncancer", "ziconotide", "25 ug/mL", "-" },
            { "R11-implanted", "implanted-noncancer", "ziconotide", "24.9 ug/mL", "confirm" },
            { "R11-external", "external-noncancer", "ziconotide", "5 ug/mL", "-" },
            { "R11-external", "external-noncancer", "ziconotide", "4.9 ug/mL", "confirm" },
            { "F6-hydromorphone", "implanted-cancer", "hydromorphone", "15 mg/mL", "-" },
            { "F6-hydromorphone", "implanted-cancer", "hydromorphone", "15.01 mg/mL", "confirm" },
            { "F6-clonidine", "implanted-cancer", "clonidine", "1000 ug/mL", "-" },
            { "F6-clonidine", "implanted-cancer", "clonidine", "1001 ug/mL", "confirm" },
            { "F6-clonidine", "implanted-cancer", "clonidine", "2001 ug/mL", "confirm" },
            { "F6-clonidine-epidural", "epidural-cancer", "clonidine", "100 ug/mL", "-" },
            { "F6-clonidine-epidural", "epidural-cancer", "clonidine", "100.1 ug/mL", "confirm" },
            { "F6-fentanyl", "implanted-cancer", "fentanyl", "10 mg/mL", "-" },
            { "F6-fentanyl", "implanted-cancer", "fentanyl", "10.01 mg/mL", "confirm" },
            { "F6-sufentanil", "implanted-cancer", "sufentanil", "5 mg/mL", "-" },
            { "F6-sufentanil", "implanted-cancer", "sufentanil", "5.01 mg/mL", "confirm" },
            { "F6-ziconotide", "implanted-cancer", "ziconotide", "100 ug/mL", "-" },
            { "F6-ziconotide", "implanted-cancer", "ziconotide", "100.1 ug/mL", "block" },
            { "F6-baclofen", "spasticity", "baclofen", "2000 ug/mL", "-" },
            { "F6-baclofen", "spasticity", "baclofen", "2001 ug/mL", "confirm" },
            { "F6-diamorphine", "implanted-cancer", "diamorphine", "15 mg/mL", "-" },
            { "F6-diamorphine", "implanted-cancer", "diamorphine", "15.01 mg/mL", "confirm" },
            { "F6-levobupivacaine", "external-cancer", "levobupivacaine", "7.5 mg/mL", "-" },
            { "F6-levobupivacaine", "external-cancer", "levobupivacaine", "7.51 mg/mL", "confirm" },
            { "F6-ropivacaine", "external-cancer", "ropivacaine", "10 mg/mL", "-" },
            { "F6-ropivacaine", "external-cancer", "ropivacaine", "10.01 mg/mL", "confirm" },
        };

    [Theory]
    [MemberData(nameof(Strengths))]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-20")]
    [Trait("Hazard", "HZ-08")]
    public void A_strength_just_inside_and_just_outside(string limit, string profile, string drug, string strength, string answer) =>
        Assert.Equal(answer, Checked.Answer(limit, Checked.Running(profile, drug, "100 ug/d", strength)));

    [Fact]
    [Trait("Hazard", "HZ-20")]
    public void No_finding_says_that_a_dose_or_strength_is_safe()
    {
        var texts = Plans.ExampleNames.Select(name => Plans.Example(name)).SelectMany(plan => plan.Findings).Select(finding => finding.Message);
        Assert.All(texts, text => Assert.DoesNotContain("safe", text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("0.25 mL/d", "R24-lower", "-")]
    [InlineData("0.249 mL/d", "R24-lower", "warn")]
    [InlineData("0.5 mL/d", "R24-upper", "-")]
    [InlineData("0.501 mL/d", "R24-upper", "warn")]
    public void R24_the_flow_of_an_implanted_pump(string rate, string limit, string answer) =>
        Assert.Equal(answer, Checked.Answer(limit, [("program.rate", rate)]));

    [Theory]
    [InlineData("0.048 mL/d", "-")]
    [InlineData("0.0479 mL/d", "block")]
    [Trait("Hazard", "HZ-09")]
    public void R23_the_lowest_flow_of_a_SynchroMed_II(string rate, string answer) =>
        Assert.Equal(answer, Checked.Answer("R23", [("program.rate", rate)]));

    /// <summary>Jurisdiction; whether ziconotide ran before; strength; the days from fill to refill; the rule that made them so.</summary>
    [Theory]
    [InlineData("us", false, "25 ug/mL", 14)]
    [InlineData("eu", false, "25 ug/mL", 14)]
    [InlineData("eu", true, "25 ug/mL", 40)]
    [Trait("Hazard", "HZ-19")]
    public void R12_ziconotide_alone_is_refilled_by_its_label(string jurisdiction, bool before, string strength, int days)
    {
        // 40 mL at 0.1 mL a day would last a year
        (string, string?)[] changes = Checked.Therapy("implanted-noncancer", "ziconotide", "2.5 ug/d", strength);
        var plan = Plans.Of([
            .. changes,
            .. before ? Checked.Before("ziconotide", "2.5 ug/d", strength) : [],
            ("jurisdiction", jurisdiction),
            ("fill.volume", "40 mL"),
        ]);
        Assert.Equal(NodaTime.Duration.FromDays(days), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
    }

    [Theory]
    // Nothing is known of this mixture's stability: the rule holds all the same
    [InlineData("us", false, 14, "R12-first-fill")]
    [InlineData("us", true, 40, "R12-later-diluted-us")]
    [InlineData("eu", true, 60, "R12-later-eu")]
    [InlineData("uk", true, 60, "R12-later-uk")]
    [InlineData(null, true, 40, "R12-later-diluted-us")]
    [Trait("Hazard", "HZ-19")]
    [Trait("Hazard", "HZ-38")]
    public void R12_brings_the_refill_of_any_mixture_with_ziconotide_forward(string? jurisdiction, bool before, int days, string rule)
    {
        const string Mixture =
            """{ "drugs": [{ "drug": "ziconotide", "concentration": "25 ug/mL" }, { "drug": "ropivacaine", "concentration": "2 mg/mL" }] }""";
        (string, string?)[] changes =
        [
            .. Checked.Therapy("implanted-noncancer", "ziconotide", "2.5 ug/d", "25 ug/mL"),
            ("infusate", Mixture),
            ("fill.volume", "40 mL"),
            .. before ? new (string, string?)[] { ("previous.infusate", Mixture) } : [],
            .. jurisdiction is null ? [] : new (string, string?)[] { ("jurisdiction", jurisdiction) },
        ];
        var plan = Plans.Of(changes);
        Assert.Equal(NodaTime.Duration.FromDays(days), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
        Assert.Equal("warn", plan.Answer(rule));
        plan.The(FindingKinds.StabilityUnknown);
    }

    [Fact]
    [Trait("Hazard", "HZ-19")]
    public void R12_a_study_of_the_very_mixture_says_more_than_the_label_of_one_drug()
    {
        // 34 days by the study of ziconotide with 10 mg/mL of morphine, 14 by the label's first fill: a person decides
        var plan = Plans.Of(
            (
                "infusate",
                """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }, { "drug": "ziconotide", "concentration": "25 ug/mL" }] }"""
            )
        );
        Assert.Equal(NodaTime.Duration.FromDays(34), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
        Assert.Equal("confirm", plan.Answer("R12-first-fill"));
        Assert.Equal("beyond-soft", plan.Outcome("R12-first-fill"));
    }

    [Theory]
    // 20 mL at 0.4 mL a day are empty after 50 days
    [InlineData("50 d", "-")]
    [InlineData("52.6 d", "-")]
    [InlineData("52.7 d", "block")]
    [InlineData("47.7 d", "-")]
    [InlineData("47.6 d", "block")]
    [InlineData("50 h", "block")]
    [Trait("Hazard", "HZ-04")]
    public void What_a_fill_lasts_is_what_it_was_ordered_for_within_five_per_cent(string ordered, string answer)
    {
        var plan = Plans.Of(("fill.lasts", ordered));
        Assert.Equal(
            answer == "block",
            plan.Findings.Any(finding => finding.Kind == FindingKinds.OrderedDurationDiffers && finding.Severity == Severity.Block)
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-04")]
    public void A_day_taken_for_an_hour_is_named()
    {
        var finding = Plans.Of(("fill.lasts", "50 h")).The(FindingKinds.OrderedDurationDiffers);
        Assert.Contains("between a dose per hour and the same number per day", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Ziconotide with morphine 10 mg/mL is good for 34 days; 20 mL at 0.4 mL a day are empty after 50 and low after 45.</summary>
    [Theory]
    [InlineData("33 d", false)]
    [InlineData("34 d", false)]
    [InlineData("34.1 d", true)]
    [InlineData("50 d", true)]
    [Trait("Hazard", "HZ-19")]
    [Trait("Hazard", "HZ-38")]
    public void An_order_for_longer_than_the_mixture_is_good_is_confirmed(string ordered, bool asked)
    {
        const string Both =
            """{ "drugs": [{ "drug": "ziconotide", "concentration": "25 ug/mL" }, { "drug": "morphine", "concentration": "10 mg/mL" }] }""";
        var plan = Plans.Of(("jurisdiction", "uk"), ("infusate", Both), ("previous.infusate", Both), ("fill.lasts", ordered));
        var finding = plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.OrderedPastRefill);
        Assert.Equal(asked ? (Severity.Confirm, "34 d") : (null, null), (finding?.Severity, finding?.Limit));
    }

    /// <summary>Hydromorphone is good for 120 days, the service lets no fill be older than 90; 20 mL at 0.1 mL a day last 200.</summary>
    [Fact]
    [Trait("Hazard", "HZ-19")]
    public void An_order_for_longer_than_the_service_allows_is_confirmed()
    {
        var plan = Plans.Of(("infusate", Checked.Mixture("hydromorphone", "1 mg/mL")), ("program.rate", "0.1 mL/d"), ("fill.lasts", "200 d"));
        var finding = plan.The(FindingKinds.OrderedPastRefill);
        Assert.Equal("90 d", finding.Limit);
        Assert.Contains("the service lets no fill be older", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-19")]
    public void An_order_to_the_last_drop_is_refilled_before_the_alarm_and_needs_no_reason() =>
        Plans.Of(("fill.lasts", "50 d")).HasNo(FindingKinds.OrderedPastRefill);
}
