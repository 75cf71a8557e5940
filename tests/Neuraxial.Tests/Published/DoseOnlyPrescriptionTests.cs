using System.Globalization;
using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>Published prescriptions that give doses, medians, ratios or residuals and no concentration: what can be tested of them, and that nothing is made up for the rest.</summary>
public sealed class DoseOnlyPrescriptionTests
{
    /// <summary>The flow is free where no concentration is published: each gives the published doses back once the concentrations follow from it.</summary>
    [Theory]
    [InlineData(
        "P18: triple therapy at 24 months, and midazolam",
        "0.25",
        "morphine 6.2 mg/d, bupivacaine 2.5 mg/d, clonidine 60 ug/d, midazolam 0.8 mg/d"
    )]
    [InlineData(
        "P18: triple therapy at 24 months, and midazolam",
        "0.5",
        "morphine 6.2 mg/d, bupivacaine 2.5 mg/d, clonidine 60 ug/d, midazolam 0.8 mg/d"
    )]
    [InlineData("P19: UK cohort", "0.4", "diamorphine 4.5 mg/d")]
    [InlineData("P22: before the pump stopped", "0.5", "clonidine 550 ug/d")]
    [InlineData("P26: means of 34 elderly patients", "0.25", "morphine 1.03 mg/d, bupivacaine 1.15 mg/d")]
    public void Doses_alone_are_kept_at_any_flow(string what, string millilitresPerDay, string doses)
    {
        var rate = FlowRate.FromMillilitresPerDay(Number(millilitresPerDay));
        var drugs = doses
            .Split(", ")
            .Select(dose => dose.Split(' ', 2))
            .Select(dose => $$"""{ "drug": "{{dose[0]}}", "concentration": "{{QuantityText.Parse<DoseRate>(dose[1]).Value / rate}}" }""");
        var plan = Plans.Of(("infusate", $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }"""), ("program.rate", rate.ToString()));
        foreach (var (dose, planned) in doses.Split(", ").Zip(plan.Program.Basal))
        {
            Assert.True(dose.StartsWith(planned.Drug.Id, StringComparison.Ordinal), what);
            Amount.IsExactly(dose.Split(' ', 2)[1], planned.Dose.ToString());
        }
    }

    [Fact]
    [Trait("Hazard", "HZ-07")]
    public void A_dose_without_a_concentration_is_never_planned()
    {
        var problem = Assert.Single(
            Plans.Problems(
                ("infusate.drugs", """[{ "drug": "diamorphine" }]"""),
                ("program", """{ "mode": "continuous", "dose": { "drug": "diamorphine", "rate": "4.5 mg/d" } }""")
            )
        );
        Assert.Equal("$.infusate.drugs[0].concentration", problem.Path);
    }

    [Theory]
    [InlineData("R6-external-cancer", "soft", "30 mg/d", "half of the patients were below")]
    [InlineData("R6-external-cancer", "hard", "60 mg/d", "13 were above")]
    [InlineData("R3-external-cancer-ceiling", "hard", "25 mg/d", "the highest morphine")]
    [InlineData("R3-implanted-cancer-ceiling", "hard", "25 mg/d", "the highest morphine")]
    public void P2_the_published_band_is_where_limits_of_external_pumps_come_from(string limit, string bound, string dose, string why)
    {
        var figure = Formulary.BuiltIn.Row("limits", limit)!.Figure(bound)!;
        Assert.True(figure.Quantity<DoseRate>() == QuantityText.Parse<DoseRate>(dose).Value, why);
        Assert.True(figure.Provenance.Sources.Contains("P2", StringComparer.Ordinal), limit);
    }

    [Fact]
    public void P3_medians_do_not_multiply_out()
    {
        // Median 10 mL a day of 0.5 and 4.75 mg/mL: 5.0 and 47.5 mg. The median doses are 6 and 50 mg: medians of different patients.
        var morphine = Calculated.Values("dose", "rate: 10 mL/d; concentration: 0.5 mg/mL")["dose"];
        var bupivacaine = Calculated.Values("dose", "rate: 10 mL/d; concentration: 4.75 mg/mL")["dose"];
        Amount.IsExactly("5.0 mg/d", morphine);
        Amount.IsExactly("47.5 mg/d", bupivacaine);
        Assert.NotEqual(QuantityText.Parse<DoseRate>("6 mg/d").Value, QuantityText.Parse<DoseRate>(morphine!).Value);
        Assert.NotEqual(QuantityText.Parse<DoseRate>("50 mg/d").Value, QuantityText.Parse<DoseRate>(bupivacaine!).Value);
    }

    /// <summary>Only the ratio of diamorphine to bupivacaine is published, 1 to 5 by mass: it is that of the doses at whatever strength and flow.</summary>
    [Theory]
    [InlineData("1 mg/mL", "5 mg/mL", "2.4 mL/d")]
    [InlineData("0.7 mg/mL", "3.5 mg/mL", "0.3 mL/h")]
    public void P20_a_ratio_by_mass_is_the_ratio_of_the_doses(string diamorphine, string bupivacaine, string rate)
    {
        var plan = Plans.Of(
            ("pump", """{ "model": "t34" }"""),
            (
                "infusate.drugs",
                $$"""[{ "drug": "diamorphine", "concentration": "{{diamorphine}}" }, { "drug": "bupivacaine", "concentration": "{{bupivacaine}}" }]"""
            ),
            ("program.rate", rate)
        );
        Assert.Equal(5m, plan.Program.Basal[1].Dose / plan.Program.Basal[0].Dose);
    }

    [Fact]
    [Trait("Hazard", "HZ-02")]
    public void P20_a_ratio_is_no_concentration() =>
        Assert.Equal("$.infusate.drugs[0].concentration", Assert.Single(Plans.Problems(("infusate.drugs.0.concentration", "1:5"))).Path);

    [Fact]
    public void P22_the_crisis_after_550_microgram_a_day_is_in_the_formulary()
    {
        var clonidine = Formulary.BuiltIn.Drug("clonidine")!.Row;
        Assert.Contains(
            clonidine.Figures("withdrawal"),
            figure => figure.Text is { } text && text.Contains("550 microgram/d", StringComparison.Ordinal)
        );
        Assert.NotNull(Formulary.BuiltIn.Row("limits", "R8-abrupt-stop"));
    }

    /// <summary>Expected 17 mL, found 8 mL: 9 mL are missing, whatever the container was filled with.</summary>
    [Theory]
    [InlineData("18 mL", "10 d")]
    [InlineData("20 mL", "30 d")]
    [InlineData("40 mL", "230 d")]
    public void P24_a_residual_nine_mL_short_must_be_evaluated(string filled, string elapsed)
    {
        var values = Calculated.Values("residual", $"filled: {filled}; rate: 0.1 mL/d; elapsed: {elapsed}; measured: 8 mL");
        Amount.IsExactly("17 mL", values["expected"]);
        Assert.Equal("confirm", values["severity"]);
    }

    /// <summary>The source's two pairs of mass and volume: about 28.7 mg/mL, the drug not named.</summary>
    [Theory]
    [InlineData("488", "17")]
    [InlineData("230", "8")]
    public void P24_mass_over_volume_gives_about_28_7_mg_per_mL(string milligrams, string millilitres)
    {
        var concentration = Mass.FromMilligrams(Number(milligrams)) / Volume.FromMillilitres(Number(millilitres));
        Assert.InRange(concentration.InMilligramsPerMillilitre(), 28.7m, 28.75m);
    }

    [Theory]
    [InlineData("morphine")]
    [InlineData("bupivacaine")]
    public void P27_epidural_to_intrathecal_was_4_to_1_for_both_drugs(string drug)
    {
        var measured = Formulary
            .BuiltIn.Rows("conversions")
            .Single(row =>
                row.Text("fromDrug") == drug
                && row.Text("fromRoute") == "epidural"
                && row.Text("toRoute") == "intrathecal"
                && row.Text("applies")?.Contains("25 cancer patients", StringComparison.Ordinal) == true
            );
        Assert.Equal(4m, measured.Figure("ratio")!.Number);
        Assert.Equal("[seen K7]", measured.Figure("ratio")!.Provenance.ToString());
    }

    [Fact]
    public void P27_the_textbooks_10_to_1_stands_beside_it_so_that_nobody_takes_one_number_for_the_truth()
    {
        var ratios = Formulary
            .BuiltIn.Rows("conversions")
            .Where(row =>
                row.Text("fromDrug") == "morphine"
                && row.Text("toDrug") == "morphine"
                && row.Text("fromRoute") == "epidural"
                && row.Text("toRoute") == "intrathecal"
            )
            .Select(row => row.Figure("ratio")!.Number)
            .Distinct()
            .Order()
            .ToList();
        Assert.Equal([4m, 10m], ratios);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
