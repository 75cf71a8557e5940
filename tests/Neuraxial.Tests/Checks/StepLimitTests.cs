using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>R8 (stop), R10, R13, R14, R19 and plausibility against the old program: changes of dose, how large, how soon, how often.</summary>
public sealed class StepLimitTests
{
    private const string Old = "2026-11-01T10:00:00Z";

    /// <summary>Limit; conditions; drug; old dose; new dose; answer.</summary>
    public static TheoryData<string, string?, string, string, string, string> Steps { get; } =
        new()
        {
            // R10: soft more than 0.5, hard more than 2.4 microgram a day
            { "R10-step", null, "ziconotide", "2.4 ug/d", "2.9 ug/d", "-" },
            { "R10-step", null, "ziconotide", "2.4 ug/d", "2.91 ug/d", "confirm" },
            { "R10-step", null, "ziconotide", "4 ug/d", "6.4 ug/d", "confirm" },
            { "R10-step", null, "ziconotide", "4 ug/d", "6.41 ug/d", "block" },
            { "R10-step", null, "ziconotide", "6.4 ug/d", "2.4 ug/d", "-" },
            // R14: 20 % where the spasticity comes from the brain, 40 % everywhere
            { "R14-cerebral", "cerebral-origin", "baclofen", "200 ug/d", "240 ug/d", "-" },
            { "R14-cerebral", "cerebral-origin", "baclofen", "200 ug/d", "240.1 ug/d", "confirm" },
            { "R14-cerebral", "spinal-origin", "baclofen", "200 ug/d", "240.1 ug/d", "-" },
            { "R14-step", "spinal-origin", "baclofen", "200 ug/d", "280 ug/d", "-" },
            { "R14-step", "spinal-origin", "baclofen", "200 ug/d", "280.1 ug/d", "block" },
            { "R14-step", "cerebral-origin", "baclofen", "200 ug/d", "280.1 ug/d", "block" },
            // A fall steeper than the label's 20 % is a withdrawal
            { "F3-baclofen-fall", null, "baclofen", "200 ug/d", "160 ug/d", "-" },
            { "F3-baclofen-fall", null, "baclofen", "200 ug/d", "159.9 ug/d", "confirm" },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    [Trait("Hazard", "HZ-06")]
    [Trait("Hazard", "HZ-38")]
    public void A_step_just_inside_and_just_outside(string limit, string? condition, string drug, string from, string to, string answer)
    {
        (string, string?)[] changes = Change(drug, from, to);
        Assert.Equal(answer, Checked.Answer(limit, condition is null ? changes : [.. changes, ("patient.conditions", $"[\"{condition}\"]")]));
    }

    [Fact]
    public void Where_spasticity_comes_from_is_asked_when_it_matters()
    {
        var plan = Plans.Of([.. Change("baclofen", "200 ug/d", "250 ug/d")]);
        var finding = Assert.Single(plan.Findings, finding => finding.Kind == FindingKinds.LimitStep);
        Assert.Equal(Severity.Unknown, finding.Severity);
        Assert.Equal("unknown", plan.Outcome("R14-cerebral"));
        Assert.Equal("within", Plans.Of([.. Change("baclofen", "200 ug/d", "240 ug/d")]).Outcome("R14-cerebral"));
    }

    /// <summary>Jurisdiction; limit; when the old dose began; answer. The new one begins on 24 November at 10:00.</summary>
    [Theory]
    [InlineData("us", "R10-interval", "2026-11-17T10:00:00Z", "-")]
    [InlineData("us", "R10-interval", "2026-11-17T10:01:00Z", "confirm")]
    [InlineData("eu", "R10-interval-eu", "2026-11-23T10:00:00Z", "-")]
    [InlineData("eu", "R10-interval-eu", "2026-11-23T10:01:00Z", "block")]
    [InlineData("uk", "R10-interval-uk", "2026-11-23T10:01:00Z", "block")]
    [InlineData("us", "R10-interval-eu", "2026-11-23T10:01:00Z", "-")]
    public void R10_the_time_between_two_rises_of_ziconotide(string jurisdiction, string limit, string since, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                limit,
                [.. Change("ziconotide", "2.4 ug/d", "2.8 ug/d", since), ("jurisdiction", jurisdiction), ("previous.changes", "[]")]
            )
        );

    [Theory]
    // Three rises a week and no more: this one and two before it
    [InlineData("""["2026-11-18T10:00:00Z", "2026-11-20T10:00:00Z"]""", "-")]
    [InlineData("""["2026-11-18T10:00:00Z", "2026-11-20T10:00:00Z", "2026-11-22T10:00:00Z"]""", "block")]
    [InlineData("""["2026-11-17T10:00:00Z", "2026-11-20T10:00:00Z", "2026-11-22T10:00:00Z"]""", "-")]
    public void R10_rises_of_ziconotide_in_a_week_by_the_US_label(string changes, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                "R10-steps-per-week-us",
                [.. Change("ziconotide", "2.4 ug/d", "2.8 ug/d"), ("jurisdiction", "us"), ("previous.changes", changes)]
            )
        );

    /// <summary>Old and new dose, an hour after the old one began: 7 d are the label's time between rises.</summary>
    [Theory]
    [InlineData("2.4 ug/d", "2.5 ug/d", "confirm")]
    [InlineData("2.4 ug/d", "2.4 ug/d", "-")]
    [InlineData("2.8 ug/d", "2.4 ug/d", "-")]
    public void A_dose_that_is_kept_or_lowered_need_not_wait(string from, string to, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                "R10-interval",
                [.. Change("ziconotide", from, to, "2026-11-24T09:00:00Z"), ("jurisdiction", "us"), ("previous.changes", "[]")]
            )
        );

    /// <summary>When the old program began is not in the file, but when the pump was last filled is.</summary>
    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "-")]
    [InlineData("2026-11-23T10:01:00Z", "block")]
    public void Without_a_date_of_the_old_dose_the_last_fill_counts(string fill, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                "R14-first-day",
                [.. Change("baclofen", "200 ug/d", "210 ug/d", since: null), ("previous.fill", $$"""{ "volume": "20 mL", "at": "{{fill}}" }""")]
            )
        );

    [Theory]
    [InlineData("""["2026-11-18T10:00:00Z", "2026-11-20T10:00:00Z"]""", "-")]
    [InlineData("""["2026-11-18T10:00:00Z", "2026-11-20T10:00:00Z", "2026-11-22T10:00:00Z"]""", "block")]
    [InlineData("[]", "unknown")]
    public void R10_earlier_rises_count_also_where_it_is_not_known_when_the_old_dose_began(string changes, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                "R10-steps-per-week-us",
                [.. Change("ziconotide", "2.4 ug/d", "2.8 ug/d", since: null), ("jurisdiction", "us"), ("previous.changes", changes)]
            )
        );

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "-")]
    [InlineData("2026-11-23T10:01:00Z", "block")]
    public void R14_no_rise_of_baclofen_in_the_first_day(string since, string answer) =>
        Assert.Equal(answer, Checked.Answer("R14-first-day", Change("baclofen", "200 ug/d", "210 ug/d", since)));

    [Fact]
    public void Without_a_date_the_interval_is_unknown_and_asked_for_once()
    {
        var plan = Plans.Of([.. Change("ziconotide", "2.4 ug/d", "2.8 ug/d", since: null)]);
        Assert.Equal(2, plan.Findings.Count(finding => finding.Kind == FindingKinds.LimitStepInterval && finding.Severity == Severity.Unknown));
        Assert.Equal("unknown", plan.Outcome("R10-interval"));
    }

    [Theory]
    [InlineData("50 ug", "-")]
    [InlineData("100 ug", "-")]
    [InlineData("100.1 ug", "block")]
    [InlineData("1 mg", "block")]
    [Trait("Hazard", "HZ-01")]
    public void R13_a_test_dose_of_baclofen(string dose, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                "R13-dose",
                [.. Checked.Therapy("spasticity", "baclofen", "100 ug/d"), ("testDoses", $$"""[{ "dose": "{{dose}}", "at": "{{Old}}" }]""")]
            )
        );

    [Theory]
    [InlineData("2026-11-02T10:00:00Z", "-")]
    [InlineData("2026-11-02T09:59:00Z", "confirm")]
    public void R13_the_time_between_two_test_doses(string second, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                "R13-interval",
                [
                    .. Checked.Therapy("spasticity", "baclofen", "100 ug/d"),
                    ("testDoses", $$"""[{ "dose": "75 ug", "at": "{{second}}" }, { "dose": "50 ug", "at": "{{Old}}" }]"""),
                ]
            )
        );

    [Theory]
    // 240 mL at 10 mL an hour are empty on 25 November at 10:00
    [InlineData("2026-11-22T10:00:00Z", "-")]
    [InlineData("2026-11-22T09:59:00Z", "confirm")]
    [InlineData("2026-11-21T09:59:00Z", "confirm")]
    [InlineData(null, "unknown")]
    [Trait("Hazard", "HZ-45")]
    public void R19_how_long_an_epidural_has_lain(string? placed, string answer)
    {
        (string, string?)[] changes =
        [
            .. Checked.Running("epidural-postoperative", "bupivacaine", "10 mg/h", "1 mg/mL"),
            ("fill.volume", "240 mL"),
            .. placed is null ? [] : new (string, string?)[] { ("catheter.placed", placed) },
        ];
        Assert.Equal(answer, Checked.Answer("R19", changes));
        Assert.Equal("-", Checked.Answer("R19", [.. changes, ("indication", "cancer-pain")]));
    }

    /// <summary>What was in the old mixture; the limit; how leaving it out is answered.</summary>
    [Theory]
    [InlineData("clonidine", "R8-abrupt-stop", "confirm")]
    [InlineData("baclofen", "F1-baclofen-stop", "confirm, two persons")]
    [InlineData("morphine", "F1-opioid-stop", "confirm")]
    [InlineData("hydromorphone", "F1-opioid-stop", "confirm")]
    [InlineData("bupivacaine", "F1-opioid-stop", "-")]
    [InlineData("ziconotide", "F1-opioid-stop", "-")]
    [Trait("Hazard", "HZ-38")]
    public void A_drug_that_is_left_out_from_one_day_to_the_next(string drug, string limit, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(limit, [.. Checked.Therapy("implanted-cancer", "ropivacaine", "1 mg/d"), .. Checked.Before(drug, "50 ug/d", "1 mg/mL")])
        );

    [Theory]
    [InlineData("clonidine", "R8-abrupt-stop", "1 ug/d", "warn")]
    [InlineData("clonidine", "R8-abrupt-stop", "550 ug/d", "warn")]
    [InlineData("baclofen", "F1-baclofen-stop", "100 ug/d", "warn")]
    [InlineData("morphine", "F1-opioid-stop", "1 mg/d", "-")]
    [Trait("Hazard", "HZ-38")]
    public void What_must_not_stop_is_said_at_any_dose(string drug, string limit, string dose, string answer) =>
        Assert.Equal(answer, Checked.Answer(limit, Checked.Running("implanted-cancer", drug, dose)));

    /// <summary>Old dose; new dose; severity; the slip that is named.</summary>
    [Theory]
    [InlineData("1 mg/d", "1.99 mg/d", null, null)]
    [InlineData("1 mg/d", "2 mg/d", Severity.Confirm, null)]
    [InlineData("1 mg/d", "4.99 mg/d", Severity.Confirm, null)]
    [InlineData("1 mg/d", "5 mg/d", Severity.Block, null)]
    [InlineData("1 mg/d", "10 mg/d", Severity.Block, "misplaced decimal point")]
    [InlineData("0.5 mg/d", "12 mg/d", Severity.Block, "per hour and the same number per day")]
    [InlineData("0.01 mg/d", "10 mg/d", Severity.Block, "between microgram and mg")]
    [InlineData("10 mg/d", "5 mg/d", Severity.Confirm, null)]
    [InlineData("10 mg/d", "1 mg/d", Severity.Confirm, "misplaced decimal point")]
    [InlineData("12 mg/d", "0.5 mg/d", Severity.Confirm, "per hour and the same number per day")]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-06")]
    public void A_change_against_the_old_program_is_weighed_and_its_slip_named(string from, string to, Severity? severity, string? slip)
    {
        var plan = Plans.Of(Change("morphine", from, to));
        var finding = plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.DoseChanged);
        Assert.Equal(severity, finding?.Severity);
        Assert.Equal(slip is not null, finding?.Message.Contains("That is the factor", StringComparison.Ordinal) ?? false);
        Assert.Contains(slip ?? "", finding?.Message ?? "", StringComparison.Ordinal);
    }

    private static (string, string?)[] Change(string drug, string from, string to, string? since = Old) =>
        [
            .. Checked.Therapy(drug == "baclofen" ? "spasticity" : "implanted-noncancer", drug, to),
            .. Checked.Before(drug, from),
            .. since is null ? [] : new (string, string?)[] { ("previous.since", since) },
        ];
}
