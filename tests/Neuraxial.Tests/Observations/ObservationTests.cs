using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Observations;

/// <summary>The schedule of every regime (formulary part 6.1), just before and just after each change of interval.</summary>
public sealed class ObservationTests
{
    private static readonly Instant Fill = Instant.FromUtc(2026, 11, 24, 10, 0);

    /// <summary>An external pump: G6 alone, hourly for 12 h, 2-hourly to 24 h, then 4-hourly for as long as it runs.</summary>
    [Theory]
    [Trait("Hazard", "HZ-21")]
    [InlineData("0 min", "1 h")]
    [InlineData("719 min", "1 h")]
    [InlineData("720 min", "2 h")]
    [InlineData("1439 min", "2 h")]
    [InlineData("1440 min", "4 h")]
    [InlineData("90 d", "4 h")]
    public void A_continuous_opioid_from_its_start(string after, string every) =>
        Assert.Equal(every, Every(External("morphine 1 mg/mL"), "respiratory-rate", after));

    /// <summary>G6: fentanyl and sufentanil continually for the first 20 min as well.</summary>
    [Theory]
    [Trait("Hazard", "HZ-21")]
    [InlineData("fentanyl 20 ug/mL", "0 min", "continual")]
    [InlineData("fentanyl 20 ug/mL", "19 min", "continual")]
    [InlineData("fentanyl 20 ug/mL", "20 min", "1 h")]
    [InlineData("sufentanil 5 ug/mL", "19 min", "continual")]
    [InlineData("sufentanil 5 ug/mL", "720 min", "2 h")]
    public void Fentanyl_and_sufentanil_are_watched_continually_at_first(string drug, string after, string every) =>
        Assert.Equal(every, Every(External(drug), "oxygen-saturation", after));

    /// <summary>
    /// An implanted start [recalled]: every 15 min for an hour, hourly to 13 h, 4-hourly to 48 h, laid over G6: at 12.5 h hourly by the one and 2-hourly by the other.
    /// </summary>
    [Theory]
    [InlineData("respiratory-rate", "0 min", "0.25 h")]
    [InlineData("respiratory-rate", "59 min", "0.25 h")]
    [InlineData("respiratory-rate", "60 min", "1 h")]
    [InlineData("respiratory-rate", "779 min", "1 h")]
    [InlineData("respiratory-rate", "780 min", "2 h")]
    [InlineData("respiratory-rate", "1440 min", "4 h")]
    [InlineData("respiratory-rate", "49 h", "4 h")]
    [InlineData("blood-pressure", "779 min", "1 h")]
    [InlineData("blood-pressure", "780 min", "4 h")] // no regime for bupivacaine: the implanted start alone
    [InlineData("blood-pressure", "2879 min", "4 h")]
    [InlineData("blood-pressure", "2880 min", null)]
    public void An_implanted_start_has_the_shorter_of_two_regimes_at_each_time(string what, string after, string? every) =>
        Assert.Equal(every, Every(Implanted("morphine 10 mg/mL, bupivacaine 10 mg/mL"), what, after));

    /// <summary>L1: respiration closest from 24 to 72 h; the label gives no interval.</summary>
    [Fact]
    [Trait("Hazard", "HZ-21")]
    public void The_morphine_label_stands_beside_the_interval_until_72_h()
    {
        var row = Assert.Single(
            External("morphine 1 mg/mL").Observation.Rows,
            row => row.Text?.Contains("24 to 72 h", StringComparison.Ordinal) is true
        );
        Assert.Equal(("respiratory-rate", (Duration?)null, Fill + Duration.FromHours(72)), (row.What, row.Every, row.Until));
        Assert.Equal("[seen L1]", row.Provenance.Single().ToString());
        Assert.DoesNotContain(
            External("hydromorphone 1 mg/mL").Observation.Rows,
            other => other.Text?.Contains("72 h", StringComparison.Ordinal) is true
        );
    }

    [Fact]
    public void Clonidine_is_watched_closely_for_4_days()
    {
        var rows = External("clonidine 50 ug/mL").Observation.Rows.Where(row => row.Until == Fill + Duration.FromDays(4)).ToList();
        Assert.Equal(["blood-pressure", "heart-rate"], rows.Select(row => row.What), StringComparer.Ordinal);
    }

    /// <summary>No fixed hours for the mind; creatine kinase every 2 weeks for a month of 4, then monthly [recalled]; exit site of an external pump daily [seen].</summary>
    [Fact]
    public void Ziconotide_has_its_own_schedule()
    {
        var plan = External("ziconotide 5 ug/mL");
        Assert.Equal("14 d", Every(plan, "creatine-kinase", "27 d"));
        Assert.Equal("28 d", Every(plan, "creatine-kinase", "28 d"));
        Assert.Equal("24 h", Every(plan, "exit-site", "100 d"));
        Assert.Null(Assert.Single(plan.Observation.Rows, row => row.What == "mental-state").Every);
        Assert.DoesNotContain(Implanted("ziconotide 25 ug/mL").Observation.Rows, row => row.What == "exit-site");
    }

    [Fact]
    public void A_test_dose_without_a_result_lies_ahead_and_one_with_a_result_does_not()
    {
        Plan Of(string tests) => Plans.Of(Changes("baclofen 500 ug/mL", ("indication", "spasticity"), ("testDoses", tests)));
        var rows = Of("""[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z" }]""").Observation.Rows;
        Assert.Contains(rows, row => row.What == "sedation" && row.Until == Instant.FromUtc(2026, 11, 20, 18, 0)); // 8 h
        rows = Of("""[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z", "positive": true }]""").Observation.Rows;
        Assert.DoesNotContain(rows, row => row.From < Fill);
    }

    /// <summary>O1, under 16: respiratory rate hourly for 24 h, then 2-hourly; motor hourly for 4 h, 2-hourly to 16 h, then 6-hourly; site 6-hourly.</summary>
    [Theory]
    [InlineData("2010-11-25", "respiratory-rate", "23 h", "1 h")]
    [InlineData("2010-11-25", "respiratory-rate", "24 h", "2 h")]
    [InlineData("2010-11-25", "blood-pressure", "3 h", "2 h")]
    [InlineData("2010-11-25", "blood-pressure", "4 h", "4 h")]
    [InlineData("2010-11-25", "motor-block", "3 h", "1 h")]
    [InlineData("2010-11-25", "motor-block", "4 h", "2 h")]
    [InlineData("2010-11-25", "motor-block", "15 h", "2 h")]
    [InlineData("2010-11-25", "motor-block", "16 h", "6 h")]
    [InlineData("2010-11-25", "site", "1 h", "6 h")]
    [InlineData("2010-11-24", "motor-block", "3 h", null)] // 16 that day: the adult's
    [InlineData(null, "motor-block", "3 h", null)]
    public void The_childrens_chart_is_for_those_known_to_be_under_16(string? birth, string what, string after, string? every)
    {
        var plan = Epidural("bupivacaine 1 mg/mL", birth is null ? [] : [("patient.birthDate", birth)]);
        Assert.Equal(every, Every(plan, what, after));
        Assert.Equal(birth is null, plan.Observation.Notes.Any(note => note.Contains("age is not in the file", StringComparison.Ordinal)));
    }

    /// <summary>D1: every 1 to 2 h until stable, then 4-hourly for 24 h: no date ends the first, none begins the second, so neither is laid over the others.</summary>
    [Fact]
    [Trait("Hazard", "HZ-22")]
    public void What_holds_until_stable_has_its_condition_instead_of_a_date()
    {
        var rows = Epidural("bupivacaine 1 mg/mL").Observation.Rows.Where(row => row.What == "motor-block").ToList();
        Assert.Equal(
            [("1 h", "until stable", Fill, null), ("4 h", "once stable", null, (Duration?)Duration.FromHours(24))],
            rows.Select(row => (QuantityText.Write(row.Every!.Value), row.Condition!, row.From, row.Lasts))
        );
        Assert.All(rows, row => Assert.Null(row.Until));
    }

    /// <summary>O3: after a bolus of 5 mL, blood pressure for 15 min.</summary>
    [Fact]
    public void An_epidural_demand_bolus_is_watched_each_time()
    {
        var program = """{ "mode": "continuous", "rate": "6 mL/h", "demand": { "dose": "5 mL", "duration": "5 min", "lockout": "30 min" } }""";
        var row = Assert.Single(Epidural("bupivacaine 1 mg/mL", ("program", program)).Observation.Rows, row => row.Condition == "after each bolus");
        Assert.Equal(("blood-pressure", Duration.FromMinutes(15), (Instant?)null), (row.What, row.Lasts, row.From));
        Assert.DoesNotContain(Epidural("bupivacaine 1 mg/mL").Observation.Rows, other => other.Condition == "after each bolus");
    }

    [Theory]
    [Trait("Hazard", "HZ-22")]
    [InlineData("motor-block", "Bromage every 30 min")]
    [InlineData("sensory-level", "treat as high block")]
    public void Leg_strength_and_level_have_their_triggers(string what, string action)
    {
        var triggers = Epidural("bupivacaine 1 mg/mL").Observation.Rows.First(row => row.What == what).Triggers;
        Assert.Contains(triggers, trigger => trigger.Action?.Contains(action, StringComparison.Ordinal) is true);
        Assert.Contains("[seen O", triggers[0].Provenance.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Naloxone_is_named_with_an_opioid_alone()
    {
        Assert.Contains(
            "naloxone",
            External("morphine 1 mg/mL").Observation.Rows.First(row => row.What == "respiratory-rate").Triggers[0].Action,
            StringComparison.Ordinal
        );
        Assert.Empty(Implanted("baclofen 500 ug/mL").Observation.Rows.First(row => row.What == "respiratory-rate").Triggers);
    }

    /// <summary>A refill with the same dose: 30 to 60 min (D1), and no hourly watch anew.</summary>
    [Fact]
    public void A_refill_without_a_change_is_watched_for_its_hour()
    {
        var rows = Refilled("0.4 mL/d", "0.4 mL/d").Observation.Rows.Where(row => row.What == "respiratory-rate").ToList();
        var row = Assert.Single(rows);
        Assert.Equal((null, Fill, Fill + Duration.FromHours(1)), (row.Every, row.From!.Value, row.Until!.Value));
        Assert.Contains("refill", row.Why, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Hazard", "HZ-21")]
    [InlineData("0.4 mL/d", "0.44 mL/d", "1 h")]
    [InlineData("0.4 mL/d", "0.36 mL/d", null)]
    [InlineData(null, "0.4 mL/d", "1 h")] // the old program is not known: taken as a rise
    public void A_rise_is_watched_as_a_start_is(string? before, string now, string? every) =>
        Assert.Equal(every, Every(Refilled(before, now), "respiratory-rate", "6 h"));

    /// <summary>
    /// Old 20 mg/mL at 0.15 mL/d = 3 mg; new 10 mg/mL at 0.4 mL/d = 4 mg. Path 0.4 mL bridged at 4 / 20 = 0.2 mL/d for 48 h: hourly from the fill, and hourly again from
    /// 48 h on for 12 h.
    /// </summary>
    [Theory]
    [Trait("Hazard", "HZ-31")]
    [InlineData("11 h", "1 h")]
    [InlineData("13 h", "2 h")]
    [InlineData("2879 min", "4 h")]
    [InlineData("2880 min", "1 h")]
    [InlineData("3599 min", "1 h")]
    [InlineData("3600 min", "2 h")]
    [InlineData("72 h", "4 h")]
    public void A_rise_with_a_new_infusate_counts_from_the_fill_and_again_from_the_tip(string after, string every)
    {
        var plan = Bridged();
        Assert.Equal(Duration.FromHours(48), plan.Bridge!.Duration);
        Assert.Equal(every, Every(plan, "respiratory-rate", after));
        Assert.Contains(plan.Observation.Rows, row => row.Why.Contains("when the new infusate reaches the tip", StringComparison.Ordinal));
    }

    [Fact]
    public void A_drug_that_is_new_counts_from_the_tip_alone()
    {
        // Morphine alone becomes morphine (less of it) and fentanyl, which arrives 74.4 h after the fill
        var plan = Plans.Of(
            ("catheter.volume", "0.17 mL"),
            ("infusate", Mixture("morphine 10 mg/mL, fentanyl 100 ug/mL")),
            ("program.rate", "0.2 mL/d"),
            ("previous.infusate", Mixture("morphine 20 mg/mL")),
            ("previous.program", """{ "mode": "continuous", "rate": "0.2 mL/d" }""")
        );
        Assert.Null(Every(plan, "sedation", "4463 min"));
        Assert.Equal("continual", Every(plan, "sedation", "4464 min"));
        Assert.Equal("1 h", Every(plan, "sedation", "4484 min"));
    }

    [Fact]
    public void Where_nobody_knows_when_it_arrives_the_schedule_says_so()
    {
        var plan = Plans.Of(
            ("infusate", Mixture("fentanyl 100 ug/mL")),
            ("previous.infusate", Mixture("morphine 20 mg/mL")),
            ("previous.program", """{ "mode": "continuous", "rate": "0.2 mL/d" }""")
        );
        Assert.Contains(plan.Observation.Notes, note => note.Contains("count again", StringComparison.Ordinal));
        Assert.Contains(
            plan.Observation.Rows,
            row => row.What == "clinical-state" && row.Why.Contains("morphine is left out", StringComparison.Ordinal)
        );
    }

    [Theory]
    [Trait("Hazard", "HZ-22")]
    [InlineData("bupivacaine 5 mg/mL", true)]
    [InlineData("morphine 1 mg/mL", false)]
    public void An_observation_without_an_interval_on_file_is_unknown_and_not_left_out(string drug, bool expected)
    {
        var plan = External(drug);
        Assert.Equal(expected, plan.Findings.Any(finding => finding.Kind == FindingKinds.ObservationIntervalUnknown));
        Assert.Equal(expected, plan.Observation.Rows.Any(row => row is { What: "motor-block", Every: null }));
    }

    [Fact]
    public void Every_row_says_why_and_from_what_source()
    {
        foreach (var name in Plans.ExampleNames)
        {
            Assert.NotEmpty(Plans.Example(name).Observation.Rows);
            Assert.All(Plans.Example(name).Observation.Rows, row => Assert.True(row.Why.Length > 0 && row.Provenance.Count > 0, name));
        }
    }

    private static Plan External(string drugs) =>
        Plans.Of(
            Changes(drugs, ("pump", """{ "model": "cadd-solis", "line": "0.5 mL" }"""), ("program.rate", "0.2 mL/h"), ("fill.volume", "100 mL"))
        );

    private static Plan Implanted(string drugs) => Plans.Of(Changes(drugs));

    private static Plan Epidural(string drugs, params (string Path, string? Value)[] changes) =>
        Plans.Of([
            .. Changes(drugs, ("route", "epidural"), ("indication", "post-operative"), ("pump.model", "cadd-solis"), ("fill.volume", "100 mL")),
            ("program", """{ "mode": "continuous", "rate": "6 mL/h" }"""),
            .. changes,
        ]);

    private static Plan Refilled(string? before, string now)
    {
        var changes = new List<(string, string?)> { ("program.rate", now), ("previous.infusate", Mixture("morphine 10 mg/mL")) };
        if (before is not null)
        {
            changes.Add(("previous.program", $$"""{ "mode": "continuous", "rate": "{{before}}" }"""));
        }

        return Plans.Of([.. changes]);
    }

    private static Plan Bridged() =>
        Plans.Of(
            ("catheter.volume", "0.26 mL"),
            ("previous.infusate", Mixture("morphine 20 mg/mL")),
            ("previous.program", """{ "mode": "continuous", "rate": "0.15 mL/d" }""")
        );

    private static (string Path, string? Value)[] Changes(string drugs, params (string Path, string? Value)[] changes) =>
        [("infusate", Mixture(drugs)), .. changes];

    private static string Mixture(string drugs) =>
        $$"""{ "drugs": [{{string.Join(", ", drugs.Split(", ").Select(part => part.Split(' ', 2)).Select(part => $$"""{ "drug": "{{part[0]}}", "concentration": "{{part[1]}}" }"""))}}] }""";

    /// <summary>How often at a moment after the fill by the clock alone; <see langword="null"/> where no interval runs then.</summary>
    private static string? Every(Plan plan, string what, string after)
    {
        var at = Fill + QuantityText.ParseDuration(after).Value;
        var running = plan
            .Observation.Rows.Where(row =>
                row.What == what && row is { Every: not null, Condition: null } && row.From <= at && (row.Until is not { } end || end > at)
            )
            .ToList();
        return running.Count == 0 ? null
            : Assert.Single(running).Every is var every && every == Duration.Zero ? "continual"
            : QuantityText.Write(every!.Value);
    }
}
