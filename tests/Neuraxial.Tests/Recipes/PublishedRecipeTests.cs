using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>Published prescriptions worked backwards: from their daily doses to the strengths and volumes that they were published with.</summary>
public sealed class PublishedRecipeTests
{
    /// <summary>
    /// P17: 1 mL/d of morphine 3.5, ropivacaine 7.5 mg/mL, ziconotide 1 microgram/mL. In 20 mL: 20 x 3.5 / 50 = 1.4 mL, 20 x 7.5 / 10 = 15 mL,
    /// 20 x 1 / 25 = 0.8 mL, and 20 - 17.2 = 2.8 mL of diluent. A first fill with ziconotide is good for 14 d; 1 microgram/mL is below the label's 25.
    /// </summary>
    [Fact]
    [Trait("Hazard", "HZ-12")]
    [Trait("Hazard", "HZ-19")]
    public void P17_three_drugs_at_one_millilitre_a_day_come_out_as_published()
    {
        var answer = Solved.Example("three-drug-mixture").Best();
        Assert.Equal("1 mL/d, 20 mL, 14 d", answer.Text());
        Assert.Equal(
            ["morphine 3.5 mg/mL 3.5 mg/d 0", "ropivacaine 7.5 mg/mL 7.5 mg/d 0", "ziconotide 1 ug/mL 1 ug/d 0"],
            answer.Drugs.Select(drug => $"{drug.Drug} {drug.Concentration} {drug.Achieved} {QuantityText.Number(drug.ErrorPercent!.Value)}"),
            StringComparer.Ordinal
        );
        Assert.Equal(["1.4 mL", "15 mL", "0.8 mL"], answer.Worksheet!.Parts.Select(part => part.Volume.ToString()), StringComparer.Ordinal);
        Assert.Equal("2.8 mL", answer.Worksheet.Diluent.Volume.ToString());
        Assert.Contains(answer.Findings, finding => finding is { Rule: "R11-implanted", Severity: Severity.Confirm });
        Assert.Equal("refill-interval", answer.Binding[^1].Code);
        Assert.Equal("R12-first-fill", answer.Binding[^1].Rule);
    }

    /// <summary>P17 in a pump where nothing is fixed: 25 microgram/mL of ziconotide would take 0.04 mL/d, below the pump's 0.048 mL/d, so a reason is needed.</summary>
    [Fact]
    public void P17_cannot_keep_the_label_s_strength_of_ziconotide_in_this_pump()
    {
        var json = Plans.Changed(System.Text.Encoding.UTF8.GetString(Solved.ExampleBytes("three-drug-mixture")), ("rate", null), ("fill", null));
        var answer = Solved.Of(System.Text.Encoding.UTF8.GetBytes(json)).Best();
        Assert.Contains(answer.Findings, finding => finding.Rule == "R11-implanted");
        Assert.DoesNotContain(answer.Findings, finding => finding.Rule == "R4");
    }

    /// <summary>P6: morphine 0.6 mg/d from 1.2 mg/mL flows at 0.5 mL/d; 18 usable of 20 mL last 36 d.</summary>
    [Fact]
    public void P6_morphine_at_its_published_strength_lasts_36_days()
    {
        var answer = Solved
            .With(
                ("pump.model", "synchromed-ii-20"),
                ("wanted", """[{ "drug": "morphine", "dose": "0.6 mg/d", "concentration": "1.2 mg/mL", "stock": "10 mg/mL" }]"""),
                ("fill", "20 mL"),
                ("interval", "36 d")
            )
            .Best();
        Assert.Equal("0.5 mL/d, 20 mL, 36 d", answer.Text());
        // 20 x 1.2 / 10
        Assert.Equal("2.4 mL", answer.Worksheet!.Parts[0].Volume.ToString());
        Assert.Empty(
            Solved
                .With(
                    ("pump.model", "synchromed-ii-20"),
                    (
                        "wanted",
                        """[{ "drug": "morphine", "dose": "0.6 mg/d", "concentration": "1.2 mg/mL", "stock": "10 mg/mL", "tolerance": "0 %" }]"""
                    ),
                    ("interval", "37 d")
                )
                .Answers
        );
    }

    /// <summary>P8: 2.4 microgram/d of ziconotide 25 microgram/mL is 0.096 mL/d; 14 d take 1.344 mL, and 2 mL must stay: 3.344 mL, drawn up as 3.4.</summary>
    [Fact]
    [Trait("Hazard", "HZ-19")]
    public void P8_the_first_fill_of_ziconotide_is_good_for_14_days_and_needs_little()
    {
        var answer = Solved.Example("ziconotide-first-fill").Best();
        Assert.Equal("0.096 mL/d, 3.4 mL, 14 d", answer.Text());
        Assert.Equal("25 ug/mL", answer.Drugs[0].Concentration.ToString());
        Assert.Equal("0 mL", answer.Worksheet!.Diluent.Volume.ToString());
        Assert.Equal(RefillReason.Stability, answer.Reason);
    }

    /// <summary>P8 with 0.5 microgram/d: at 25 microgram/mL that is 0.02 mL/d, below the pump's lowest flow of 0.048 mL/d.</summary>
    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void P8_a_fifth_of_the_start_dose_is_below_the_pump_s_floor_at_the_label_s_strength()
    {
        var json = Plans.Changed(
            System.Text.Encoding.UTF8.GetString(Solved.ExampleBytes("ziconotide-first-fill")),
            ("wanted", """[{ "drug": "ziconotide", "dose": "0.5 ug/d", "concentration": "25 ug/mL", "preparation": "ziconotide-25ug-ml-uk" }]""")
        );
        var solution = Solved.Of(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Equal("fixed-concentration", solution.Constraints());
        Assert.Contains("0.048", solution.Infeasible!.Constraints[0].Message, StringComparison.Ordinal);

        // Diluted it can run: 0.5 / 0.048 = 10.41 microgram/mL at most.
        var relaxation = Assert.Single(solution.Infeasible.Relax, relaxation => relaxation.Paths is ["$.wanted[0].concentration"]);
        Assert.True(relaxation.Rate >= FlowRate.FromMillilitresPerDay(0.048m));
    }

    /// <summary>P12 at 70 kg: 168 mg and 168 microgram a day at 7 mL/h (168 mL/d) are 1 mg/mL and 1 microgram/mL; a bag of 250 mL takes 50 mL and 5 mL of stock.</summary>
    [Fact]
    public void P12_an_epidural_bag_comes_out_as_published()
    {
        var answer = Solved.Example("epidural-bag").Best();
        Assert.Equal("168 mL/d", answer.Rate.ToString());
        Assert.Equal(["1 mg/mL", "1 ug/mL"], answer.Drugs.Select(drug => drug.Concentration.ToString()), StringComparer.Ordinal);
        // 5 mg/mL and 50 microgram/mL: a fifth and a fiftieth of the bag.
        Assert.Equal([answer.Fill / 5m, answer.Fill / 50m], answer.Worksheet!.Parts.Select(part => part.Volume));
    }

    /// <summary>pumps D12: a constant-flow pump of 30 mL at 1 mL/d lasts 30 d; 4 mg/d take 120 mg, 4.8 mL of 25 mg/mL.</summary>
    [Fact]
    public void A_constant_flow_pump_gets_its_dose_by_strength_alone()
    {
        var answer = Solved.Example("morphine-constant-flow").Best();
        Assert.Equal("1 mL/d, 30 mL, 30 d", answer.Text());
        Assert.Equal("4 mg/mL", answer.Drugs[0].Concentration.ToString());
        Assert.Equal("4.8 mL", answer.Worksheet!.Parts[0].Volume.ToString());
        Assert.Equal("fixed-rate", answer.Binding[0].Code);
    }
}
