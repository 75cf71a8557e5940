using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>What ran before: the residual at the refill (pumps c; HZ-33, HZ-34), what mixes in the container, old and new dose side by side (HZ-01, HZ-04, HZ-06).</content>
public sealed partial class PlanTests
{
    /// <summary>20 mL, 40 days at 0.4 mL/d: 16 mL intended, 4 mL expected. Implanted pumps: 2 mL or 14.5 % of 16 mL = 2.32 mL, whichever is passed first.</summary>
    [Theory]
    [Trait("Hazard", "HZ-27")]
    [Trait("Hazard", "HZ-33")]
    [Trait("Hazard", "HZ-34")]
    [InlineData("synchromed-ii-20", "4 mL", "0", null, "as expected")]
    [InlineData("synchromed-ii-20", "2 mL", "12.5", null, "2 mL less")]
    [InlineData("synchromed-ii-20", "1.99 mL", "201/16", Severity.Confirm, "more than 2 mL less")]
    [InlineData("synchromed-ii-20", "6 mL", "-12.5", null, "2 mL more")]
    [InlineData("synchromed-ii-20", "6.01 mL", "-201/16", Severity.Confirm, "more than 2 mL more")]
    [InlineData("synchromed-ii-20", "0 mL", "25", Severity.Confirm, "empty")]
    [InlineData("cadd-solis", "1.68 mL", "14.5", null, "external pumps are held to the share alone: 14.5 % exactly")]
    [InlineData("cadd-solis", "1.67 mL", "233/16", Severity.Confirm, "more than 14.5 % over")]
    [InlineData("cadd-solis", "6.32 mL", "-14.5", null, "14.5 % under exactly")]
    [InlineData("cadd-solis", "6.33 mL", "-233/16", Severity.Confirm, "more than 14.5 % under")]
    public void A_measured_residual_is_held_against_the_expected_one(string pump, string measured, string error, Severity? severity, string why)
    {
        var plan = Refilled(measured, ("pump.model", pump));
        Assert.Equal(("4 mL", "16 mL"), (plan.Residual!.Expected.ToString(), plan.Residual.Intended.ToString()));
        Amount.IsExactly(error, plan.Residual.ErrorPercent!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(plan.Residual.Severity == severity, why);
        Assert.Equal(severity is not null, Holds(plan, FindingKinds.ResidualDiscrepancy));
    }

    [Fact]
    [Trait("Hazard", "HZ-33")]
    [Trait("Hazard", "HZ-34")]
    public void The_expected_residual_follows_the_steps_of_a_flex_program_and_not_its_mean()
    {
        // Filled on 15 October at 10:00, refilled on 24 November at 10:00: 40 whole days of 12 h x 0.02 + 12 h x 0.01 = 0.36 mL; and half a day less
        var flex = """{ "mode": "flex", "steps": [{ "at": "10:00", "rate": "0.02 mL/h" }, { "at": "22:00", "rate": "0.01 mL/h" }] }""";
        Assert.Equal("5.6 mL", Refilled("5.6 mL", ("previous.program", flex)).Residual!.Expected.ToString());
        Assert.Equal("5.72 mL", Refilled("5.6 mL", ("previous.program", flex), ("fill.at", "2026-11-23T22:00:00Z")).Residual!.Expected.ToString());
    }

    /// <summary>4 mL of 20 expected; 14.5 % of the 16 mL intended are 2.32 mL, and 2 mL are the lesser bound.</summary>
    [Theory]
    [InlineData("1.9 mL", false, "HZ-33")]
    [InlineData("6.1 mL", true, "HZ-34")]
    [InlineData("19 mL", true, "HZ-34")]
    [Trait("Hazard", "HZ-33")]
    [Trait("Hazard", "HZ-34")]
    public void A_pump_that_gave_too_little_is_resumed_by_two_persons(string measured, bool two, string hazard)
    {
        var finding = Refilled(measured).The(FindingKinds.ResidualDiscrepancy);
        Assert.Equal((Severity.Confirm, two), (finding.Severity, finding.NeedsSecondPerson));
        Assert.Contains(hazard, finding.Hazards, StringComparer.Ordinal);
        Assert.Contains("HZ-42", finding.Hazards, StringComparer.Ordinal);
        Assert.Equal(two, finding.Message.Contains("do not resume a dose before tolerance has been reviewed", StringComparison.Ordinal));
    }

    /// <summary>An external pump is held to the share alone: its limit may not name a volume that it was not held to.</summary>
    [Theory]
    [InlineData("synchromed-ii-20", "1.9 mL", "13.125 %", "14.5 % of the intended volume or 2 mL", 2, "HZ-33 HZ-27 HZ-42")]
    [InlineData("synchromed-ii-20", "6.1 mL", "-13.125 %", "14.5 % of the intended volume or 2 mL", 2, "HZ-34 HZ-40 HZ-42")]
    [InlineData("cadd-solis", "1.6 mL", "15 %", "14.5 % of the intended volume", 1, "HZ-33 HZ-27 HZ-42")]
    public void A_residual_that_is_off_names_the_limit_that_it_was_held_to(
        string pump,
        string measured,
        string value,
        string limit,
        int sources,
        string hazards
    )
    {
        var finding = Refilled(measured, ("pump.model", pump)).The(FindingKinds.ResidualDiscrepancy);
        Assert.Equal((value, limit, hazards), (finding.Value, finding.Limit, string.Join(' ', finding.Hazards)));
        Assert.Equal(sources, finding.Source!.Split("; ").Length);
    }

    [Fact]
    public void All_that_was_filled_in_can_be_left() => Assert.Equal("20 mL", Refilled("20 mL").Residual!.Measured.ToString());

    [Fact]
    [Trait("Hazard", "HZ-33")]
    [Trait("Hazard", "HZ-34")]
    public void More_than_was_filled_in_cannot_be_left()
    {
        var plan = Refilled("20.1 mL");
        Assert.Null(plan.Residual);
        Assert.Equal(
            (Severity.Confirm, "20.1 mL", "20 mL"),
            (
                plan.The(FindingKinds.ResidualDiscrepancy).Severity,
                plan.The(FindingKinds.ResidualDiscrepancy).Value,
                plan.The(FindingKinds.ResidualDiscrepancy).Limit
            )
        );
    }

    [Fact]
    public void A_container_that_should_have_run_dry_is_expected_to_be_empty()
    {
        // 60 mL were to flow out of 20
        var plan = Refilled("0 mL", ("previous.program", Continuous("1.5 mL/d")));
        Assert.Equal(
            ("0 mL", "20 mL", "20 mL"),
            (plan.Residual!.Expected.ToString(), plan.Residual.Intended.ToString(), plan.Residual.Delivered.ToString())
        );
        plan.HasNo(FindingKinds.ResidualDiscrepancy);
    }

    [Fact]
    [Trait("Hazard", "HZ-33")]
    public void How_many_demand_boluses_the_old_program_gave_is_not_known()
    {
        var plan = Refilled("4 mL", ("previous.program", WithDemand("""{ "dose": "0.1 mL", "lockout": "1 h" }""")));
        Assert.Equal(
            (Severity.Unknown, "$.previous.measured"),
            (plan.The(FindingKinds.ResidualUnknown).Severity, plan.The(FindingKinds.ResidualUnknown).Path)
        );
    }

    /// <summary>1.4 mL of 20 mg/mL and 20 mL of 10 mg/mL; each rinse of 5 mL leaves 1.4/6.4 of the old.</summary>
    [Theory]
    [Trait("Hazard", "HZ-12")]
    [Trait("Hazard", "HZ-15")]
    [InlineData(0, "228/21.4 mg/mL")]
    [InlineData(1, "206.125/21.4 mg/mL")]
    [InlineData(2, "201.33984375/21.4 mg/mL")]
    public void What_cannot_be_withdrawn_strengthens_the_new_infusate_less_after_each_rinse(int rinses, string mixed)
    {
        (string, string?)[] changes = [("previous.infusate", Mixture("morphine 20 mg/mL")), ("previous.program", Continuous("0.4 mL/d"))];
        var plan = Plans.Of(rinses == 0 ? changes : [.. changes, ("previous.rinse", $$"""{ "count": {{rinses}}, "volume": "5 mL" }""")]);
        Amount.IsExactly(mixed, Assert.Single(plan.Mixing!.Drugs).Mixed.ToString());
        Assert.Equal(Severity.Warn, plan.The(FindingKinds.ReservoirMixed).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-12")]
    [Trait("Hazard", "HZ-15")]
    public void A_drug_that_was_left_out_is_still_in_the_container_and_an_added_one_is_thinned()
    {
        // 1.4 x 50 / 21.4 microgram/mL of clonidine; 20 x 5 / 21.4 mg/mL of bupivacaine
        var drugs = Plans
            .Of(
                ("infusate", Mixture("morphine 10 mg/mL, bupivacaine 5 mg/mL")),
                ("previous.infusate", Mixture("morphine 10 mg/mL, clonidine 50 ug/mL"))
            )
            .Mixing!.Drugs;
        Amount.IsExactly("10 mg/mL", drugs.Single(drug => drug.Drug.Id == "morphine").Mixed.ToString());
        Amount.IsExactly("70/21.4 ug/mL", drugs.Single(drug => drug.Drug.Id == "clonidine").Mixed.ToString());
        Amount.IsExactly("100/21.4 mg/mL", drugs.Single(drug => drug.Drug.Id == "bupivacaine").Mixed.ToString());
    }

    /// <summary>Old and new rate of the same infusate: the ratio of the doses, and the slip that would explain it.</summary>
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-06")]
    [Trait("Hazard", "HZ-38")]
    [InlineData("2.4 mL/d", "0.1 mL/d", Severity.Confirm, "per hour")]
    [InlineData("1 mL/d", "0.1 mL/d", Severity.Confirm, "misplaced decimal point")]
    [InlineData("0.4 mL/d", "0.2 mL/d", Severity.Confirm, "0.5 times")]
    [InlineData("0.4 mL/d", "0.204 mL/d", null, "")]
    [InlineData("0.4 mL/d", "0.4 mL/d", null, "")]
    [InlineData("0.4 mL/d", "0.796 mL/d", null, "")]
    [InlineData("0.4 mL/d", "0.8 mL/d", Severity.Confirm, "2 times")]
    [InlineData("0.4 mL/d", "1.996 mL/d", Severity.Confirm, "4.99 times")]
    [InlineData("0.4 mL/d", "2 mL/d", Severity.Block, "5 times")]
    [InlineData("0.1 mL/d", "1 mL/d", Severity.Block, "misplaced decimal point")]
    [InlineData("0.1 mL/d", "2.4 mL/d", Severity.Block, "per hour")]
    [InlineData("0.05 mL/d", "1.2 mL/d", Severity.Block, "per hour")]
    public void A_dose_that_doubles_or_halves_is_confirmed_and_one_that_grows_fivefold_is_blocked(
        string old,
        string now,
        Severity? severity,
        string said
    )
    {
        var plan = Plans.Of(("program.rate", now), ("previous.infusate", Mixture("morphine 10 mg/mL")), ("previous.program", Continuous(old)));
        var finding = plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.DoseChanged);
        Assert.Equal(severity, finding?.Severity);
        Assert.True(finding is null || finding.Message.Replace('\u00a0', ' ').Contains(said, StringComparison.Ordinal), finding?.Message);
    }

    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void A_thousandfold_dose_is_named_as_milligrams_for_micrograms()
    {
        var plan = Plans.Of(("previous.infusate", Mixture("morphine 10 ug/mL")), ("previous.program", Continuous("0.4 mL/d")));
        var finding = plan.The(FindingKinds.DoseChanged);
        Assert.Equal((Severity.Block, "1000 times"), (finding.Severity, finding.Value));
        Assert.Contains("microgram and mg", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-12")]
    public void Each_drug_of_a_mixture_is_compared_by_itself()
    {
        var plan = Plans.Of(
            ("infusate", Mixture("morphine 10 mg/mL, bupivacaine 20 mg/mL")),
            ("previous.infusate", Mixture("morphine 10 mg/mL, bupivacaine 5 mg/mL, clonidine 50 ug/mL")),
            ("previous.program", Continuous("0.4 mL/d"))
        );
        Assert.Equal(
            "morphine 4 mg/d to 4 mg/d, bupivacaine 2 mg/d to 8 mg/d, clonidine 20 ug/d to 0 ug/d",
            string.Join(", ", plan.Comparison!.Drugs.Select(drug => $"{drug.Drug} {drug.Old} to {drug.New}"))
        );
        Assert.Contains("bupivacaine", plan.The(FindingKinds.DoseChanged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drug_that_is_new_has_no_ratio() =>
        Assert.Null(Changed("morphine 10 mg/mL", "morphine 10 mg/mL, clonidine 50 ug/mL").Comparison!.Drugs[1].Ratio);

    [Fact]
    [Trait("Hazard", "HZ-06")]
    public void Old_and_new_are_shown_by_the_hour_of_the_day_on_the_pumps_clock()
    {
        // From 0.24 mL/d throughout, 0.1 mg an hour, to steps: 0.02 mL/h from 06:00, 0.005 mL/h from 22:00
        var plan = Plans.Of(
            ("program", """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0.02 mL/h" }, { "at": "22:00", "rate": "0.005 mL/h" }] }"""),
            ("previous.infusate", Mixture("morphine 10 mg/mL")),
            ("previous.program", Continuous("0.24 mL/d"))
        );
        var hours = Assert.Single(plan.Comparison!.Drugs).Hours;
        Assert.Equal(24, hours.Count);
        Assert.All(hours, hour => Assert.Equal("100 ug", hour.Old.ToString()));
        Assert.Equal(
            ["50 ug", "200 ug", "200 ug", "50 ug"],
            new[] { hours[5], hours[6], hours[21], hours[22] }.Select(hour => hour.New.ToString()).ToArray()
        );

        // 16 x 0.2 + 8 x 0.05 mg
        Assert.Equal(("3.6 mg/d", 3_600m), (plan.Comparison.Drugs[0].New.ToString(), hours.Sum(hour => hour.New.InMicrograms())));
    }

    private static Plan Refilled(string measured, params (string, string?)[] changes) =>
        Plans.Of([
            ("previous.infusate", Mixture("morphine 10 mg/mL")),
            ("previous.program", Continuous("0.4 mL/d")),
            ("previous.fill", """{ "volume": "20 mL", "at": "2026-10-15T10:00:00Z" }"""),
            ("previous.measured", measured),
            .. changes,
        ]);
}
