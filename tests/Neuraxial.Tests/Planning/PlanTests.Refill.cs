using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>When a container runs low and by when it must be refilled (pumps D5; HZ-19, HZ-38, HZ-49). 18 mL of 20 flow before the alarm.</content>
public sealed partial class PlanTests
{
    /// <summary>Boluses of 0.1 mL on top of 0.4 mL/d, at most 4 a day: 18/0.4, 18/0.6 with two of them, 18/0.8 d.</summary>
    [Theory]
    [Trait("Hazard", "HZ-38")]
    [InlineData(2, "18/0.6 d")]
    [InlineData(3, "18/0.7 d")]
    [InlineData(4, "18/0.8 d")]
    [InlineData(10, "18/0.8 d")]
    public void Dates_are_given_for_no_the_expected_and_all_boluses(int expected, string lasts)
    {
        var plan = Plans.Of(
            ("infusate", Mixture("morphine 10 mg/mL, bupivacaine 5 mg/mL")),
            (
                "program",
                WithDemand(
                    $$"""{ "dose": "0.1 mL", "lockout": "2 h", "maximum": { "count": 4, "per": "24 h" }, "expected": { "count": {{expected}}, "per": "24 h" } }"""
                )
            )
        );
        string Lasts(RefillDates dates) => QuantityText.Write((dates.LowAt - plan.Therapy.Fill.Instant)!.Value);
        Amount.IsExactly("45 d", Lasts(plan.Refill));
        Amount.IsExactly(lasts, Lasts(plan.RefillWithExpected!));
        Amount.IsExactly("22.5 d", Lasts(plan.RefillWithAll));
    }

    [Fact]
    [Trait("Hazard", "HZ-38")]
    public void Without_an_expected_number_there_is_no_expected_date_and_the_plan_says_so()
    {
        var plan = Plans.Of(("program", WithDemand("""{ "dose": "0.1 mL", "lockout": "2 h" }""")));
        Assert.Null(plan.RefillWithExpected);
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.ExpectedUseUnknown).Severity);

        // The lockout alone: 12 boluses a day, 18 / 1.6 d
        Assert.Equal(Durations.FromDays(11.25m), plan.RefillWithAll.LowAt - plan.Therapy.Fill.Instant);
    }

    /// <summary>Morphine is good for 90 days, morphine with bupivacaine not known; the service sees a patient after 90 days at the latest.</summary>
    [Theory]
    [Trait("Hazard", "HZ-19")]
    [Trait("Hazard", "HZ-38")]
    [InlineData("morphine 10 mg/mL", "0.4 mL/d", "volume", 45)]
    [InlineData("morphine 10 mg/mL", "0.2 mL/d", "volume", 90)]
    [InlineData("morphine 10 mg/mL", "0.1 mL/d", "stability", 90)]
    [InlineData("morphine 10 mg/mL, bupivacaine 5 mg/mL", "0.1 mL/d", "service-limit", 90)]
    [InlineData("bupivacaine 7.5 mg/mL", "0.1 mL/d", "stability", 84)]
    public void The_reason_of_a_refill_date_is_the_first_that_comes(string mixture, string rate, string reason, int days)
    {
        var plan = Plans.Of(("infusate", Mixture(mixture)), ("program.rate", rate));
        Assert.Equal(reason, RefillDates.Reasons.Word(plan.Refill.Reason!.Value));
        Assert.Equal(Duration.FromDays(days), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
    }

    [Theory]
    [Trait("Hazard", "HZ-38")]
    [InlineData(null, 45)]
    [InlineData("4 mL", 40)]
    [InlineData("0 mL", 50)]
    [InlineData("25 mL", 0)]
    public void The_alarm_volume_of_this_patient_counts_before_that_of_the_model(string? low, int days)
    {
        var plan = low is null ? Plans.Of() : Plans.Of(("pump.lowReservoir", low));
        Assert.Equal(Duration.FromDays(days), plan.Refill.LowAt - plan.Therapy.Fill.Instant);
        Assert.Equal(Duration.FromDays(50), plan.Refill.EmptyAt - plan.Therapy.Fill.Instant);
    }

    [Fact]
    public void An_external_pump_has_no_alarm_volume_and_no_service_limit_and_is_due_when_it_is_empty()
    {
        var plan = Plans.Of(("pump", Solis), ("fill.volume", "100 mL"), ("program.rate", "10 mL/d"));
        Assert.Equal((null, null), (plan.Refill.LowAt, plan.Refill.ServiceUntil));
        Assert.Equal(Duration.FromDays(10), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
    }

    [Fact]
    public void A_program_of_boluses_alone_never_empties_by_itself()
    {
        var plan = Plans.Of(("program", WithDemand("""{ "dose": "0.1 mL", "lockout": "6 h" }""", "0 mL/d")));
        Assert.Equal((null, null, RefillReason.Stability), (plan.Refill.EmptyAt, plan.Refill.LowAt, plan.Refill.Reason!.Value));

        // 4 x 0.1 mL a day
        Assert.Equal(Duration.FromDays(45), plan.RefillWithAll.LowAt - plan.Therapy.Fill.Instant);
    }

    [Theory]
    [Trait("Hazard", "HZ-38")]
    [Trait("Hazard", "HZ-49")]
    [InlineData("2028-02-20T10:00:00Z", "2 mL/d", "2028-02-29T10:00:00Z", "the leap day itself")]
    [InlineData("2028-02-21T10:00:00Z", "2 mL/d", "2028-03-01T10:00:00Z", "across the leap day")]
    [InlineData("2027-02-20T10:00:00Z", "2 mL/d", "2027-03-01T10:00:00Z", "a year without one")]
    [InlineData("2028-02-29T10:00:00Z", "0.6 mL/d", "2028-03-30T10:00:00Z", "filled on the leap day")]
    [InlineData("2027-12-31T23:30:00-05:00", "9 mL/d", "2028-01-03T04:30:00Z", "a year ends; local time is behind")]
    public void A_refill_date_knows_the_calendar(string filled, string rate, string low, string why) =>
        Assert.True(Plans.Of(("fill.at", filled), ("program.rate", rate)).Refill.LowAt.Text() == low, why);

    [Theory]
    [Trait("Hazard", "HZ-38")]
    [InlineData("baclofen 500 ug/mL", null, true)]
    [InlineData("baclofen 500 ug/mL", "3.9 mL", true)]
    [InlineData("baclofen 500 ug/mL", "4 mL", false)]
    [InlineData("morphine 10 mg/mL, baclofen 1 mg/mL", null, true)]
    [InlineData("morphine 10 mg/mL", null, false)]
    public void With_baclofen_the_alarm_must_leave_4_mL_or_someone_says_why_not(string mixture, string? low, bool asked)
    {
        var plan = low is null ? Plans.Of(("infusate", Mixture(mixture))) : Plans.Of(("infusate", Mixture(mixture)), ("pump.lowReservoir", low));
        Assert.Equal(asked, Holds(plan, FindingKinds.LowReservoirBaclofen));
        Assert.All(
            plan.Findings.Where(finding => finding.Kind == FindingKinds.LowReservoirBaclofen),
            finding => Assert.Equal((Severity.Confirm, "4 mL"), (finding.Severity, finding.Limit))
        );
    }

    [Theory]
    [Trait("Hazard", "HZ-49")]
    [InlineData("2026-03-20T10:00:00Z", "an hour later", "29-Mar-2026")]
    [InlineData("2026-10-20T10:00:00+01:00", "an hour earlier", "25-Oct-2026")]
    public void When_clocks_change_before_the_refill_the_pumps_clock_stays_and_its_steps_move_for_the_patient(
        string filled,
        string effect,
        string day
    )
    {
        var finding = Plans.Of(("fill.at", filled), ("pump.zone", "Europe/London"), ("program", MorningStep)).The(FindingKinds.ClockShifts);
        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.Contains(effect, finding.Message, StringComparison.Ordinal);
        Assert.Contains(day, finding.Message, StringComparison.Ordinal);
    }

    /// <summary>1 mL between 06:00 and 07:00 on the pump's clock, ten times: the tenth ends at 07:00 on that clock, whatever the patient's shows.</summary>
    [Theory]
    [Trait("Hazard", "HZ-49")]
    [InlineData("2026-03-24T00:00:00Z", "2026-04-02T07:00:00Z", "set to winter time: 08:00 by the patient's clock after 29 March")]
    [InlineData("2026-10-20T00:00:00+01:00", "2026-10-29T06:00:00Z", "set to summer time: 06:00 by the patient's clock after 25 October")]
    public void The_steps_of_a_pump_go_by_the_clock_that_it_was_set_to(string filled, string empty, string why) =>
        Assert.True(
            Plans.Of(("fill.at", filled), ("fill.volume", "10 mL"), ("pump.zone", "Europe/London"), ("program", MorningStep)).Refill.EmptyAt.Text()
                == empty,
            why
        );

    [Theory]
    [Trait("Hazard", "HZ-49")]
    [InlineData("Europe/London", "2026-11-24T10:00:00Z", "0.4 mL/d", false, "due in January")]
    [InlineData("Europe/London", "2026-03-19T10:00:00Z", "2 mL/d", false, "due on 28 March")]
    [InlineData("Europe/London", "2026-03-20T10:00:00Z", "2 mL/d", true, "due on 29 March at 10:00, nine hours after the change")]
    [InlineData("Asia/Tokyo", "2026-03-20T10:00:00+09:00", "0.4 mL/d", false, "no summer time there")]
    public void Only_a_change_of_clocks_before_the_refill_is_spoken_of(string zone, string filled, string rate, bool spoken, string why) =>
        Assert.True(Holds(Plans.Of(("fill.at", filled), ("pump.zone", zone), ("program.rate", rate)), FindingKinds.ClockShifts) == spoken, why);

    [Fact]
    public void A_step_past_midnight_belongs_to_the_day_on_which_it_began()
    {
        // From 22:00 to 06:00 1 mL/h, else nothing; filled at 23:00: 7 mL by 06:00, then 8 mL from 22:00: 2 + 6 past midnight
        var plan = Plans.Of(
            ("fill", """{ "volume": "15 mL", "at": "2026-11-24T23:00:00Z" }"""),
            ("program", """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0 mL/h" }, { "at": "22:00", "rate": "1 mL/h" }] }""")
        );
        Assert.Equal("8 mL/d", plan.Program.Mean.ToString());
        Assert.Equal("2026-11-26T06:00:00Z", plan.Refill.EmptyAt.Text());
        Assert.Equal("2026-11-26T04:00:00Z", plan.Refill.LowAt.Text());
    }

    private const string MorningStep = """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/h" }, { "at": "07:00", "rate": "0 mL/h" }] }""";
}
