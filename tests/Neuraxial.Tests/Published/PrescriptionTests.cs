using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>
/// Published prescriptions that give concentrations (formulary reference, part 8). Printed and derived numbers of the source stand in the tests; where a source
/// gives a fraction only, both are worked out by hand. What gives doses, ratios or medians alone is in <see cref="DoseOnlyPrescriptionTests"/>.
/// </summary>
public sealed class PrescriptionTests
{
    /// <summary>Case; concentrations of two drugs in mg/mL; volume in mL; masses in mg.</summary>
    [Theory]
    [InlineData("P1 A, a day at 0.3 mL/h", "1", "1", "7.2", "7.2", "7.2")]
    [InlineData("P1 B, a day at 0.6 mL/h", "2", "1.33", "14.4", "28.8", "19.152")]
    [InlineData("P1 A, a bolus", "1", "1", "0.3", "0.3", "0.3")]
    [InlineData("P1 B, a bolus", "2", "1.33", "0.5", "1", "0.665")]
    [InlineData("P4, a day at 0.2 mL/h", "0.5", "4.75", "4.8", "2.4", "22.8")]
    [InlineData("P4, a day with all boluses", "0.5", "4.75", "14.4", "7.2", "68.4")]
    [InlineData("P12, a day at 7 mL/h", "1", "0.001", "168", "168", "0.168")]
    [InlineData("P14 B, a day at 4 mL/h", "2", "0.05", "96", "192", "4.8")]
    [InlineData("P17, a day at 1 mL/d", "3.5", "7.5", "1", "3.5", "7.5")]
    public void Mass_is_concentration_times_volume(string what, string first, string second, string volume, string firstMass, string secondMass)
    {
        var millilitres = Volume.FromMillilitres(Number(volume));
        Assert.True(Concentration.FromMilligramsPerMillilitre(Number(first)) * millilitres == Mass.FromMilligrams(Number(firstMass)), what);
        Assert.True(Concentration.FromMilligramsPerMillilitre(Number(second)) * millilitres == Mass.FromMilligrams(Number(secondMass)), what);
    }

    [Fact]
    public void P1_the_second_prescription_gives_19_15_mg_of_morphine_as_printed()
    {
        var plan = Plans.Example("cancer-intrathecal-external-increase");
        Amount.IsPrinted("19.15 mg/d", plan.Program.Basal[0].Dose.ToString());
        Amount.IsPrinted("28.8 mg/d", plan.Program.Basal[1].Dose.ToString());

        // Bolus B: 0.5 mL of 1.33 mg/mL, printed 0.67 mg
        Amount.IsPrinted("0.67 mg", (plan.Therapy.Infusate.Of("morphine")!.Value * Volume.FromMillilitres(0.5m)).ToString());
        Amount.IsPrinted("1.0 mg", (plan.Therapy.Infusate.Of("bupivacaine")!.Value * Volume.FromMillilitres(0.5m)).ToString());
    }

    [Fact]
    public void P1_morphine_passes_the_soft_limit_of_15_mg_and_bupivacaine_stays_just_under_30()
    {
        var plan = Plans.Example("cancer-intrathecal-external-increase");
        Assert.True(plan.Program.Basal[0].Dose > Limit("R3-external-cancer").Soft);
        Assert.True(plan.Program.Basal[1].Dose < Limit("R6-external-cancer").Soft);

        // Two boluses of 1 mg pass it: 30.8 mg
        Assert.True(plan.Program.Basal[1].Dose + DoseRate.FromMilligramsPerDay(2m) > Limit("R6-external-cancer").Soft);
    }

    [Fact]
    public void P4_base_and_lockout_make_the_printed_maximum()
    {
        var plan = Plans.Example("cancer-intrathecal-external");
        Assert.Equal("morphine 2.4 mg/d, bupivacaine 22.8 mg/d", plan.Program.Basal.Text());
        Assert.Equal("morphine 7.2 mg/d, bupivacaine 68.4 mg/d", plan.Program.Maximum.Text());
        Assert.Equal("14.4 mL", plan.Program.MaximumVolume.ToString());
        Assert.Equal(Volume.FromMillilitres(4.8m), plan.Program.Mean * Durations.OneDay);
    }

    [Fact]
    public void P6_0_6_mg_of_1_2_mg_per_mL_is_half_a_mL_a_day_and_18_mL_last_36_days()
    {
        var plan = Plans.Example("morphine-refill");
        Assert.Equal("0.5 mL/d", plan.Program.Mean.ToString());
        Assert.Equal(Duration.FromDays(36), plan.Refill.LowAt - plan.Therapy.Fill.Instant);
    }

    [Theory]
    [InlineData("2.4 ug/d", "0.096 mL/d")]
    [InlineData("19.2 ug/d", "0.768 mL/d")]
    [InlineData("0.5 ug/d", "0.02 mL/d")]
    public void P8_the_flow_of_a_ziconotide_dose_at_25_microgram_per_mL(string dose, string rate) =>
        Amount.IsExactly(rate, Calculated.Values("rate", $"dose: {dose}; concentration: 25 ug/mL")["rate"]);

    [Fact]
    public void P8_the_first_fill_uses_1_34_mL_in_14_days_and_is_due_for_stability()
    {
        var plan = Plans.Example("ziconotide-first-fill");
        var used = plan.Program.Mean * (plan.Refill.RefillBy - plan.Therapy.Fill.Instant)!.Value;
        Amount.IsExactly("1.344 mL", used.ToString());
        Amount.IsPrinted("1.34 mL", used.ToString());
        Assert.Equal(RefillReason.Stability, plan.Refill.Reason);
        Assert.Equal(Duration.FromDays(14), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
    }

    [Fact]
    public void P8_half_a_microgram_a_day_is_below_the_pumps_lowest_flow()
    {
        var finding = Plans
            .Of(
                ("infusate", """{ "drugs": [{ "drug": "ziconotide", "concentration": "25 ug/mL" }] }"""),
                ("program", """{ "mode": "continuous", "dose": { "drug": "ziconotide", "rate": "0.5 ug/d" } }""")
            )
            .The(FindingKinds.PumpFlowOutOfRange);
        Assert.Equal((Severity.Block, "0.02 mL/d", "0.048 mL/d"), (finding.Severity, finding.Value, finding.Limit));
    }

    [Fact]
    public void P9_10_mL_of_500_with_40_mL_of_diluent_are_50_mL_of_100_microgram_per_mL() =>
        Amount.IsExactly("100 ug/mL", Calculated.Values("blend", "residual: 10 mL; old: 500 ug/mL; fill: 40 mL; new: 0 ug/mL")["concentration"]);

    [Fact]
    public void P9_30_microgram_an_hour_is_0_3_mL_720_microgram_a_day_and_a_bag_of_6_9_days()
    {
        var plan = Plans.Example("cancer-epidural-clonidine");
        Assert.Equal(QuantityText.Parse<FlowRate>("0.3 mL/h").Value, plan.Program.Mean);
        Assert.Equal("clonidine 720 ug/d", plan.Program.Basal.Text());
        var lasts = QuantityText.Write((plan.Refill.EmptyAt - plan.Therapy.Fill.Instant)!.Value);
        Amount.IsExactly("50/7.2 d", lasts);
        Amount.IsPrinted("6.9 d", lasts);
    }

    [Fact]
    public void P10_2_mL_an_hour_and_1_mL_every_20_minutes_are_at_most_5_mL_an_hour()
    {
        Amount.IsExactly("5 mL", Calculated.Values("demand", "basal: 2 mL/h; dose: 1 mL; lockout: 20 min; window: 1 h")["total"]);
        var plan = Plans.Example("labour-intrathecal-demand");

        // 1.25 mg/h and 4 microgram/h
        Assert.Equal(DoseRate.FromMilligramsPerHour(1.25m), plan.Program.Basal[0].Dose);
        Assert.Equal(QuantityText.Parse<DoseRate>("4 ug/h").Value, plan.Program.Basal[1].Dose);
        Assert.Equal(QuantityText.Parse<FlowRate>("5 mL/h").Value * Durations.OneDay, plan.Program.MaximumVolume);
    }

    [Theory]
    [InlineData("levobupivacaine", "0.1 mg/kg/h", "1 mg/mL")]
    [InlineData("sufentanil", "0.1 ug/kg/h", "1 ug/mL")]
    public void P12_a_tenth_of_a_mL_per_kg_and_hour_is_7_mL_an_hour_at_70_kg(string drug, string dose, string concentration)
    {
        Amount.IsExactly("7 mL/h", Calculated.Values("weight", $"dose: {dose}; weight: 70 kg; concentration: {concentration}")["perHour"]);
        Assert.NotNull(Plans.ExampleTherapy("postoperative-epidural-by-weight").Infusate.Of(drug));
    }

    [Fact]
    public void P14_bupivacaine_alone_comes_near_400_mg_a_day_and_half_the_rate_to_192()
    {
        Amount.IsExactly("384 mg/d", Calculated.Values("dose", "rate: 8 mL/h; concentration: 2 mg/mL")["dose"]);
        Assert.Equal("bupivacaine 192 mg/d, morphine 4.8 mg/d", Plans.Example("postoperative-epidural-morphine").Program.Basal.Text());
    }

    [Fact]
    public void P16_the_labels_hourly_limit_is_kept_and_its_daily_limit_is_not()
    {
        var values = Calculated.Values("dose", "rate: 15 mL/h; concentration: 1.25 mg/mL");
        Amount.IsExactly("18.75 mg/h", values["perHour"]);
        Amount.IsExactly("450 mg/d", values["dose"]);
        Assert.Equal(DoseRate.FromMilligramsPerHour(18.75m), Limit("R16-hourly-levobupivacaine").Soft);
        Assert.True(DoseRate.FromMilligramsPerDay(450m) > Limit("R16-daily-levobupivacaine").Hard);
    }

    [Fact]
    public void P17_one_mL_a_day_of_the_routine_mixture_and_a_ziconotide_below_the_labels_minimum()
    {
        var plan = Plans.Example("three-drug-mixture");
        Assert.Equal("morphine 3.5 mg/d, ropivacaine 7.5 mg/d, ziconotide 1 ug/d", plan.Program.Basal.Text());
        var minimum = Formulary.BuiltIn.Row("limits", "R11-implanted")!.Figure("soft")!.Quantity<Concentration>();
        Assert.True(plan.Therapy.Infusate.Of("ziconotide") < minimum);
    }

    [Fact]
    public void P21_5_mg_and_375_mg_in_250_mL_are_0_02_and_1_5_mg_per_mL_and_good_for_a_day()
    {
        var bag = Volume.FromMillilitres(250m);
        Assert.Equal(Concentration.FromMilligramsPerMillilitre(0.02m), Mass.FromMilligrams(5m) / bag);
        Assert.Equal(Concentration.FromMilligramsPerMillilitre(1.5m), Mass.FromMilligrams(375m) / bag);
        var plan = Plans.Of(
            ("route", "epidural"),
            ("pump.model", "cadd-solis"),
            (
                "infusate.drugs",
                """[{ "drug": "diamorphine", "concentration": "0.02 mg/mL" }, { "drug": "bupivacaine", "concentration": "1.5 mg/mL" }]"""
            ),
            ("fill.volume", "250 mL")
        );
        Assert.Equal(Duration.FromHours(24), plan.Refill.StableUntil - plan.Therapy.Fill.Instant);
    }

    private static (DoseRate? Soft, DoseRate? Hard) Limit(string id)
    {
        var row = Formulary.BuiltIn.Row("limits", id)!;
        return (row.Figure("soft")?.Quantity<DoseRate>(), row.Figure("hard")?.Quantity<DoseRate>());
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
