using Neuraxial.Tests.Checks;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Titrations;

/// <summary>The next steps of every drug as tables that a pharmacist can check: each dose by hand from the published step.</summary>
public sealed class TitrationTests
{
    private static readonly Instant Fill = Instant.FromUtc(2026, 11, 24, 10, 0);

    /// <summary>
    /// Drug, concentration (at 0.4 mL/d), whose step; doses after the smallest and the largest steps. Morphine 4 mg: 4 x 1.1 = 4.4 to 4 x 1.3 = 5.2; 4.84 to 6.76; ...
    /// </summary>
    [Theory]
    [InlineData("morphine", "10 mg/mL", "practice", "4.4 to 5.2, 4.84 to 6.76, 5.324 to 8.788, 5.8564 to 11.4244 mg/d")]
    [InlineData("diamorphine", "10 mg/mL", "practice", "4.4 to 5.2, 4.84 to 6.76, 5.324 to 8.788, 5.8564 to 11.4244 mg/d")]
    [InlineData("hydromorphone", "5 mg/mL", "practice", "2.2 to 2.6, 2.42 to 3.38, 2.662 to 4.394, 2.9282 to 5.7122 mg/d")]
    [InlineData("fentanyl", "250 ug/mL", "practice", "110 to 130, 121 to 169, 133.1 to 219.7, 146.41 to 285.61 ug/d")]
    [InlineData("sufentanil", "50 ug/mL", "practice", "22 to 26, 24.2 to 33.8, 26.62 to 43.94, 29.282 to 57.122 ug/d")]
    [InlineData("bupivacaine", "10 mg/mL", "practice", "4.4 to 4.8, 4.84 to 5.76, 5.324 to 6.912, 5.8564 to 8.2944 mg/d")]
    [InlineData("levobupivacaine", "10 mg/mL", "practice", "4.4 to 4.8, 4.84 to 5.76, 5.324 to 6.912, 5.8564 to 8.2944 mg/d")]
    [InlineData("clonidine", "250 ug/mL", "practice", "110 to 120, 121 to 144, 133.1 to 172.8, 146.41 to 207.36 ug/d")]
    [InlineData("ziconotide", "5 ug/mL", "expert practice", "2 to 2.5, 2 to 3, 2 to 3.5, 2 to 4 ug/d")] // at most 0.5
    [InlineData("ziconotide", "5 ug/mL", "US label", "2 to 4.4, 2 to 6.8, 2 to 9.2, 2 to 11.6 ug/d")] // at most 2.4
    [InlineData("ziconotide", "5 ug/mL", "EU label", "2 to 4.4, 2 to 6.8, 2 to 9.2, 2 to 11.6 ug/d")]
    public void Four_steps_by_each_published_way(string drug, string concentration, string by, string steps)
    {
        var option = Assert.Single(Of(drug, concentration).Options, option => option.By == by);
        Assert.Equal(steps, Doses(option));
        Assert.Equal([1, 2, 3, 4], option.Steps.Select(step => step.Number));
    }

    /// <summary>Label for baclofen 200 ug/d: spinal 10 to 30 %, cerebral and child 5 to 15 % a day; later 10 to 40 % and 5 to 20 %; down 10 to 20 %.</summary>
    [Theory]
    [InlineData("spinal-origin", null, "spinal-origin 220 to 260 | spinal-origin maintenance 220 to 280 | side-effects 160 to 180")]
    [InlineData("cerebral-origin", "1980-01-01", "cerebral-origin 210 to 230 | cerebral-origin maintenance 210 to 240 | side-effects 160 to 180")]
    [InlineData("spinal-origin", "2011-11-24", "child 210 to 230 | side-effects 160 to 180")] // 15 years less nothing: 15
    public void Baclofen_goes_by_origin_and_age(string origin, string? birth, string expected)
    {
        var changes = new List<(string, string?)> { ("patient", $$"""{ "conditions": ["{{origin}}"] }""") };
        if (birth is not null)
        {
            changes.Add(("patient.birthDate", birth));
        }

        var options = Of("baclofen", "500 ug/mL", [.. changes]).Options.Where(option => birth is not null || option.Patients is not "child");
        Assert.Equal(
            expected,
            string.Join(
                " | ",
                options.Select(option =>
                    $"{option.Patients} {option.Phase} {Number(option.Steps[0].Low)} to {Number(option.Steps[0].High)}"
                        .Replace("  ", " ", StringComparison.Ordinal)
                        .Trim()
                )
            )
        );
    }

    [Theory]
    [InlineData("2010-11-25", "child")] // 15 years and 364 days
    [InlineData("2010-11-24", "spinal-origin")] // 16 on the day of the fill
    public void A_child_is_under_16_on_the_day_of_the_fill(string birth, string patients)
    {
        var options = Of("baclofen", "500 ug/mL", ("patient", $$"""{ "birthDate": "{{birth}}" }""")).Options;
        Assert.Contains(options, option => option.Patients == patients);
        Assert.DoesNotContain(options, option => option.Patients == (patients == "child" ? "spinal-origin" : "child"));
    }

    [Fact]
    public void Where_neither_origin_nor_age_is_known_every_way_is_shown() =>
        Assert.Equal(
            ["cerebral-origin", "cerebral-origin", "child", "spinal-origin", "spinal-origin"],
            Of("baclofen", "500 ug/mL").Options.Select(option => option.Patients).OfType<string>().Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>
    /// First step not before, after the fill: ziconotide 7 d (A12), 7 d / 3 (US, at most 3 a week), 24 h (EU); baclofen 24 h; others when the closest watch that is published
    /// for a start has ended: morphine 72 h (L1), other opioids 24 h (G6), clonidine 4 d (L8). For a local anaesthetic nothing is on file.
    /// </summary>
    [Theory]
    [InlineData("ziconotide", "5 ug/mL", "expert practice", 168)]
    [InlineData("ziconotide", "5 ug/mL", "US label", 56)]
    [InlineData("ziconotide", "5 ug/mL", "EU label", 24)]
    [InlineData("baclofen", "500 ug/mL", "US label", 24)]
    [InlineData("morphine", "10 mg/mL", "practice", 72)]
    [InlineData("hydromorphone", "5 mg/mL", "practice", 24)]
    [InlineData("fentanyl", "250 ug/mL", "practice", 24)]
    [InlineData("clonidine", "250 ug/mL", "practice", 96)]
    [InlineData("bupivacaine", "10 mg/mL", "practice", null)]
    public void The_first_step_waits(string drug, string concentration, string by, int? hours)
    {
        var option = Of(drug, concentration).Options.First(option => option.By == by);
        Assert.Equal(hours is { } known ? Fill + Duration.FromHours(known) : (Instant?)null, option.Steps[0].NotBefore);
    }

    [Fact]
    public void Where_a_time_between_steps_is_published_each_step_has_its_date_and_otherwise_the_first_alone()
    {
        Assert.Equal(
            [7, 14, 21, 28],
            Of("ziconotide", "5 ug/mL")
                .Options.Single(option => option.By == "expert practice")
                .Steps.Select(step => (step.NotBefore!.Value - Fill).Days)
        );
        Assert.All(Of("morphine", "10 mg/mL").Options.Single().Steps.Skip(1), step => Assert.Null(step.NotBefore));
        Assert.Equal(Duration.FromHours(48), Of("ziconotide", "5 ug/mL").Options.Single(option => option.By == "EU label").Advised);
    }

    [Theory]
    [InlineData("us", "US label, expert practice")]
    [InlineData("eu", "EU label, expert practice")]
    [InlineData("uk", "EU label, expert practice")]
    public void Labels_are_those_of_where_the_therapy_is(string jurisdiction, string by) =>
        Assert.Equal(by, string.Join(", ", Of("ziconotide", "5 ug/mL", ("jurisdiction", jurisdiction)).Options.Select(option => option.By)));

    /// <summary>R9: 19.2 ug/d (US) and 21.6 (EU); not stated, the stricter is met first. At 5 ug/mL: 3.84 and 4.32 mL/d.</summary>
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [InlineData("us", "soft 9.6 ug/d at 1.92 mL/d, hard 19.2 ug/d at 3.84 mL/d")]
    [InlineData("uk", "soft 9.6 ug/d at 1.92 mL/d, hard 21.6 ug/d at 4.32 mL/d")]
    public void The_limits_ahead_with_the_flow_that_reaches_them(string jurisdiction, string limits) =>
        Assert.Equal(limits, Limits(Of("ziconotide", "5 ug/mL", ("jurisdiction", jurisdiction))));

    [Fact]
    public void Where_no_jurisdiction_is_stated_the_strictest_hard_limit_comes_first() =>
        Assert.Equal("19.2 ug/d", Of("ziconotide", "5 ug/mL").Ceilings.First(ceiling => ceiling.IsHard).Dose.ToString());

    /// <summary>R17: 720 ug/d of fentanyl at 70 kg, half of it at 35 kg, and no more at 140; at 2 ug/mL 360 and 180 mL/d.</summary>
    [Theory]
    [Trait("Hazard", "HZ-21")]
    [InlineData("70 kg", "720 ug/d at 360 mL/d")]
    [InlineData("35 kg", "360 ug/d at 180 mL/d")]
    [InlineData("140 kg", "720 ug/d at 360 mL/d")]
    [InlineData(null, "720 ug/d at 360 mL/d")]
    public void A_limit_for_a_body_weight_is_lower_for_a_lighter_patient_and_no_higher_for_a_heavier_one(string? weight, string limit)
    {
        var plan = Plans.Of([
            .. Checked.Therapy("epidural-postoperative", "fentanyl", "100 ug/d"),
            (
                "infusate",
                """{ "drugs": [{ "drug": "fentanyl", "concentration": "2 ug/mL" }, { "drug": "bupivacaine", "concentration": "1 mg/mL" }] }"""
            ),
            .. weight is null ? [] : new (string, string?)[] { ("patient.weight", weight) },
        ]);
        var ceiling = Assert.Single(plan.Titration[0].Ceilings, ceiling => ceiling.Rule == "R17");
        Assert.Equal(limit, $"{ceiling.Dose} at {ceiling.Rate}");
    }

    /// <summary>MedStream gives 4 mL/d at most: 19.2 ug/d at 5 ug/mL are 3.84 mL/d, at 4.8 exactly 4, at 4.75 4.04; 9.6 are half of each.</summary>
    [Theory]
    [InlineData("5 ug/mL", "9.6 ug/d: True, 19.2 ug/d: True")]
    [InlineData("4.8 ug/mL", "9.6 ug/d: True, 19.2 ug/d: True")]
    [InlineData("4.75 ug/mL", "9.6 ug/d: True, 19.2 ug/d: False")]
    public void Whether_the_pump_reaches_the_limit_is_told(string concentration, string reached) =>
        Assert.Equal(
            reached,
            string.Join(
                ", ",
                Of("ziconotide", concentration, ("jurisdiction", "us"), ("pump.model", "medstream-20"))
                    .Ceilings.Select(ceiling => $"{ceiling.Dose}: {ceiling.PumpGives}")
            )
        );

    /// <summary>Six boluses of 2.5 mg a day are 15: nothing is left of 15, 5 mg of 20 and 10 mg of 25 for the flow, at 10 mg/mL 0.5 and 1 mL/d.</summary>
    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void Where_the_boluses_alone_come_to_a_limit_no_flow_does()
    {
        var titration = Of(
            "morphine",
            "10 mg/mL",
            ("program", """{ "mode": "continuous", "rate": "0.4 mL/d", "demand": { "dose": "2.5 mg", "duration": "1 min", "lockout": "4 h" } }""")
        );
        Assert.Equal("soft 15 mg/d at , hard 20 mg/d at 0.5 mL/d, hard 25 mg/d at 1 mL/d", Limits(titration));
        Assert.Null(titration.Ceilings[0].PumpGives);
    }

    /// <summary>F5: 40 ug of clonidine an hour are 960 a day if they flow evenly; what boluses come to in one hour is for the checks to tell.</summary>
    [Theory]
    [InlineData("""{ "mode": "continuous", "rate": "1 mL/h" }""", "960 ug/d, by the hour")]
    [InlineData("""{ "mode": "continuous", "rate": "1 mL/h", "demand": { "dose": "1 mL", "duration": "1 min", "lockout": "4 h" } }""", "")]
    [InlineData("""{ "mode": "periodic", "bolus": "4 mL", "duration": "5 min", "every": "4 h" }""", "")]
    public void A_limit_on_the_hour_lies_ahead_of_an_even_flow_alone(string program, string ahead)
    {
        var plan = Plans.Of([.. Checked.Therapy("epidural-cancer", "clonidine", "100 ug/d", "20 ug/mL"), ("program", program)]);
        Assert.Equal(
            ahead,
            string.Join(", ", plan.Titration.Single().Ceilings.Where(ceiling => ceiling.IsHourly).Select(ceiling => $"{ceiling.Dose}, by the hour"))
        );
    }

    /// <summary>R3, implanted, cancer: 15, 20 and 25 mg/d; at 10 mg/mL 1.5, 2 and 2.5 mL/d.</summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void Limits_are_those_of_the_profile() =>
        Assert.Equal("soft 15 mg/d at 1.5 mL/d, hard 20 mg/d at 2 mL/d, hard 25 mg/d at 2.5 mL/d", Limits(Of("morphine", "10 mg/mL")));

    /// <summary>The smallest step is 10 %: 18.18 mg leaves room below 20, 18.19 does not (18.19 x 1.1 = 20.009).</summary>
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [InlineData("1.818 mL/d", "19.998 to 20 mg/d")]
    [InlineData("1.819 mL/d", "")]
    [InlineData("1.5 mL/d", "16.5 to 19.5, 18.15 to 20 mg/d")] // 15 x 1.3 = 19.5; 25.35 held to 20
    public void A_step_is_held_to_the_first_hard_limit_and_none_begins_beyond_it(string rate, string steps)
    {
        var option = Assert.Single(Of("morphine", "10 mg/mL", ("program.rate", rate)).Options);
        Assert.Equal(steps, Doses(option));
        Assert.All(option.Steps, step => Assert.True(step.High <= DoseRate.FromMilligramsPerDay(20m)));
        if (option.Steps.Count > 0)
        {
            Assert.Contains(option.Steps[^1].Meets, ceiling => ceiling is { IsHard: true, Rule: "R3-implanted-cancer" });
        }
    }

    /// <summary>Six boluses of 0.3 mg a day count: 20 - 1.8 = 18.2 mg/d are left for the flow, 1.82 mL/d.</summary>
    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void Demand_boluses_count_against_the_limit()
    {
        var titration = Of(
            "morphine",
            "10 mg/mL",
            ("program", """{ "mode": "continuous", "rate": "1.5 mL/d", "demand": { "dose": "0.3 mg", "duration": "1 min", "lockout": "4 h" } }""")
        );
        Assert.Equal("1.82 mL/d", titration.Ceilings.First(ceiling => ceiling.IsHard).Rate.ToString());
        Assert.Equal("16.5 to 18.2 mg/d", Doses(Assert.Single(titration.Options)));
    }

    [Fact]
    public void The_flow_of_a_step_is_its_dose_by_the_concentration()
    {
        var step = Of("morphine", "10 mg/mL").Options.Single().Steps[0];
        Assert.Equal(("0.44 mL/d", "0.52 mL/d"), (step.LowRate.ToString(), step.HighRate.ToString()));
    }

    /// <summary>Flow 0.5 mL/d, 4 mg/d: 4.4 to 5.2 mg need 8.8 to 10.4 mg/mL.</summary>
    [Fact]
    public void Where_the_flow_is_built_in_the_concentration_changes()
    {
        var step = Plans.Example("morphine-constant-flow").Titration.Single().Options.Single().Steps[0];
        Assert.Equal((null, "8.8 mg/mL", "10.4 mg/mL"), (step.LowRate, step.LowConcentration.ToString(), step.HighConcentration.ToString()));
    }

    /// <summary>O3: 2 mL/h more. Bupivacaine 2 mg/mL at 4 mL/h: 6 mL/h = 288 mg/d, 8 mL/h = 384; 10 mL/h = 480 would pass 400 (R16).</summary>
    [Fact]
    [Trait("Hazard", "HZ-22")]
    public void An_epidural_steps_by_flow_up_to_the_mass_of_a_day()
    {
        var option = Plans.Example("postoperative-epidural-morphine").Titration[0].Options.Single();
        Assert.Equal("288 to 288, 384 to 384 mg/d", Doses(option));
        Assert.Equal("144 mL/d", option.Steps[0].HighRate.ToString());
    }

    [Theory]
    [InlineData("ropivacaine", "7.5 mg/mL")]
    public void Where_no_step_is_on_file_none_is_made_up(string drug, string concentration)
    {
        var titration = Of(drug, concentration);
        Assert.Empty(titration.Options);
        Assert.NotEmpty(titration.Watch);
    }

    /// <summary>Unchanged since 1 September: 7 d later has passed, so from this fill on; changed on 20 November: from the 27th.</summary>
    [Theory]
    [InlineData("""{ "since": "2026-09-01T10:00:00Z" }""", "2026-11-24T10:00:00Z")]
    [InlineData("""{ "since": "2026-09-01T10:00:00Z", "changes": ["2026-11-20T10:00:00Z"] }""", "2026-11-27T10:00:00Z")]
    [InlineData("{ }", "2026-12-01T10:00:00Z")] // not in the file: counted from the fill
    public void An_unchanged_dose_counts_from_when_it_was_last_changed(string previous, string expected)
    {
        var changes = new List<(string, string?)> { ("previous", previous) };
        changes.Add(("previous.infusate", """{ "drugs": [{ "drug": "ziconotide", "concentration": "5 ug/mL" }] }"""));
        changes.Add(("previous.program", """{ "mode": "continuous", "rate": "0.4 mL/d" }"""));
        var step = Of("ziconotide", "5 ug/mL", [.. changes]).Options.Single(option => option.By == "expert practice").Steps[0];
        Assert.Equal(expected, step.NotBefore.Text());
    }

    /// <summary>Path 0.14 + 0.26 = 0.4 mL; old 10 ug/mL at 2 ug/d: 0.2 mL/d for 48 h; then 7 d.</summary>
    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void A_new_dose_counts_from_when_the_new_infusate_reaches_the_tip()
    {
        (string, string?)[] changes =
        [
            ("catheter.volume", "0.26 mL"),
            ("previous.infusate", """{ "drugs": [{ "drug": "ziconotide", "concentration": "10 ug/mL" }] }"""),
            ("previous.program", """{ "mode": "continuous", "rate": "0.1 mL/d" }"""),
        ];
        var titration = Of("ziconotide", "5 ug/mL", changes);
        Assert.Equal(Fill + Duration.FromHours(48), titration.Since);
        Assert.Equal(Fill + Duration.FromDays(9), titration.Options.Single(option => option.By == "expert practice").Steps[0].NotBefore);

        // Without the catheter nobody knows when it arrives.
        titration = Of("ziconotide", "5 ug/mL", changes[1..]);
        Assert.Null(titration.Since);
        Assert.All(titration.Options, option => Assert.Null(option.Steps[0].NotBefore));
    }

    /// <summary>10 to 30 % and 10 to 20 %: one flow moves both, so at most 20 %; ziconotide at 4 ug/d at most 0.5 more (A12): 12.5 %.</summary>
    [Theory]
    [InlineData("morphine 10 mg/mL, bupivacaine 20 mg/mL", "bupivacaine", "20")]
    [InlineData("ziconotide 10 ug/mL, morphine 10 mg/mL", "ziconotide", "12.5")] // 0.5 of 4 ug/d
    [InlineData("morphine 10 mg/mL, ropivacaine 5 mg/mL", null, null)]
    [InlineData("morphine 10 mg/mL", null, null)]
    public void One_rate_moves_every_drug_so_the_narrowest_step_counts(string mixture, string? drug, string? percent)
    {
        var drugs = mixture
            .Split(", ")
            .Select(part => part.Split(' ', 2))
            .Select(part => $$"""{ "drug": "{{part[0]}}", "concentration": "{{part[1]}}" }""");
        var titration = Plans.Of(("infusate", $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }""")).Titration[0];
        Assert.Equal((drug, percent), (titration.Narrowest?.Id, titration.NarrowestPercent is { } most ? QuantityText.Number(most) : null));
    }

    [Fact]
    [Trait("Hazard", "HZ-38")]
    public void What_a_sudden_stop_does_is_said_of_every_drug()
    {
        Assert.Contains(Of("clonidine", "250 ug/mL").Withdrawal, fact => fact.Text == "rebound hypertension");
        Assert.Contains(Of("baclofen", "500 ug/mL").Withdrawal, fact => fact.Text!.Contains("rebound spasticity", StringComparison.Ordinal));
        Assert.Contains(Of("ziconotide", "5 ug/mL").Withdrawal, fact => fact.Text == "none: may stop abruptly");
        Assert.NotEmpty(Of("baclofen", "500 ug/mL").PlannedStop);
    }

    [Fact]
    [Trait("Hazard", "HZ-22")]
    public void Signs_at_which_to_stop_are_those_of_the_drug()
    {
        Assert.Contains(Of("bupivacaine", "10 mg/mL").StopRules, rule => rule.Id == "motor-block");
        Assert.DoesNotContain(Of("bupivacaine", "10 mg/mL").StopRules, rule => rule.Id == "respiratory-rate-low");
        Assert.Contains(Of("morphine", "10 mg/mL").StopRules, rule => rule.Id == "respiratory-rate-low");
        Assert.DoesNotContain(Of("morphine", "10 mg/mL").StopRules, rule => rule.Id == "motor-block");
    }

    [Fact]
    public void A_recalled_step_is_said_to_be_unverified_once() =>
        Assert.Contains(
            Plans.Of().Findings,
            finding =>
                finding.Kind == FindingKinds.FigureUnverified
                && finding.Message.Contains("titration, morphine up by 10 to 30 %", StringComparison.Ordinal)
        );

    private static Titration Of(string drug, string concentration, params (string Path, string? Value)[] changes) =>
        Plans.Of([("infusate", $$"""{ "drugs": [{ "drug": "{{drug}}", "concentration": "{{concentration}}" }] }"""), .. changes]).Titration.Single();

    private static string Limits(Titration titration) =>
        string.Join(", ", titration.Ceilings.Select(ceiling => $"{(ceiling.IsHard ? "hard" : "soft")} {ceiling.Dose} at {ceiling.Rate}"));

    private static string Doses(TitrationOption option)
    {
        if (option.Steps.Count == 0)
        {
            return "";
        }

        var unit = option.Steps[^1].High.ToString().Split(' ')[1];
        string In(DoseRate dose) => QuantityText.Number(unit == "mg/d" ? dose.InMilligramsPerDay() : dose.InMicrogramsPerDay());
        return $"{string.Join(", ", option.Steps.Select(step => $"{In(step.Low)} to {In(step.High)}"))} {unit}";
    }

    private static string Number(DoseRate dose) => QuantityText.Number(dose.InMicrogramsPerDay());
}
