using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>
/// Just possible and just not, one wish at a time. SynchroMed II 40 mL: 40 mL down to the alarm at 2 mL are 38 mL; at most 40 mg/mL of bupivacaine (R7, hard),
/// so that 50 d are 0.76 mL/d and 30.4 mg/d.
/// </summary>
public sealed class FeasibilityTests
{
    [Theory]
    [InlineData("wanted.0.dose", "30.4 mg/d", true, "0.76 mL/d x 40 mg/mL is 30.4 mg/d")]
    [InlineData("wanted.0.dose", "30.5 mg/d", false, "30.5 / 40 = 0.7625 mL/d: 38 mL last 49.8 d")]
    [InlineData("interval", "90 d", true, "the service's own limit")]
    [InlineData("interval", "2161 h", false, "an hour more than 90 d")]
    [InlineData("fill", "40 mL", true, "what the pump holds")]
    [InlineData("fill", "40.1 mL", false, "more than the pump holds")]
    [InlineData("fill", "14.5 mL", true, "12.5 mL at 0.25 mL/d (10 mg/d of 40 mg/mL) last 50 d")]
    [InlineData("fill", "14.4 mL", false, "12.4 mL at 0.25 mL/d last 49.6 d")]
    [InlineData("fill", "2 mL", false, "no more than the alarm volume")]
    [InlineData("rate", "0.25 mL/d", true, "40 mg/mL, the strongest")]
    [InlineData("rate", "0.249 mL/d", false, "40.16 mg/mL")]
    [InlineData("rate", "0.76 mL/d", true, "38 mL last 50 d")]
    [InlineData("rate", "0.761 mL/d", false, "38 mL last 49.93 d")]
    [InlineData("pump.lowReservoir", "27.5 mL", true, "12.5 mL at 0.25 mL/d last 50 d")]
    [InlineData("pump.lowReservoir", "27.6 mL", false, "12.4 mL at 0.25 mL/d last 49.6 d")]
    [InlineData("wanted.0.stock", "13.2 mg/mL", true, "10 mg/d at 0.758 mL/d: 38 mL last 50.1 d")]
    [InlineData("wanted.0.stock", "13.1 mg/mL", false, "10 / 13.1 = 0.7634 mL/d: 38 mL last 49.8 d")]
    [InlineData("wanted.0.concentration", "40 mg/mL", true, "the strongest that is allowed")]
    [InlineData("wanted.0.concentration", "41 mg/mL", false, "stronger than its stock and than the limit")]
    [InlineData("residual", """{ "volume": "1.4 mL", "drugs": [] }""", true, "what the pump keeps takes no room of its capacity")]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "stock": "40 mg/mL", "size": "10 mL", "atHand": 1 }]""",
        false,
        "50 d take 500 mg and 2 mL more"
    )]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "stock": "40 mg/mL", "size": "10 mL", "atHand": 2 }]""",
        true,
        "two are enough"
    )]
    public void A_wish_is_met_just_inside_and_not_just_outside(string path, string value, bool feasible, string why)
    {
        var solution = Solved.With((path, value));
        Assert.True(solution.IsFeasible == feasible, why);
        Assert.Equal(feasible, solution.Infeasible is null);
        Assert.Equal(
            !feasible,
            solution.Findings.Any(finding => finding.Kind == FindingKinds.RecipeInfeasible && finding.Severity == Severity.Block)
        );
    }

    /// <summary>Two stocks share one fill: at 0.4 mL/d morphine 4 mg/d of 20 mg/mL takes half of it, bupivacaine 8 mg/d of 40 mg/mL the other half.</summary>
    [Theory]
    [InlineData("0.4 mL/d", true, "4 / 0.4 / 20 + 8 / 0.4 / 40 = 1/2 + 1/2: all stock, no diluent")]
    [InlineData("0.399 mL/d", false, "more stock than fill")]
    [Trait("Hazard", "HZ-12")]
    public void The_stocks_of_all_drugs_together_must_go_into_the_fill(string rate, bool feasible, string why)
    {
        var solution = Solved.With(
            (
                "wanted",
                """[{ "drug": "morphine", "dose": "4 mg/d", "stock": "20 mg/mL" }, { "drug": "bupivacaine", "dose": "8 mg/d", "stock": "40 mg/mL" }]"""
            ),
            ("rate", rate),
            ("fill", "40 mL"),
            ("interval", null)
        );
        Assert.True(solution.IsFeasible == feasible, why);
        if (feasible)
        {
            Assert.Equal(["20 mL", "20 mL"], solution.Best().Worksheet!.Parts.Select(part => part.Volume.ToString()), StringComparer.Ordinal);
            Assert.Equal("0 mL", solution.Best().Worksheet!.Diluent.Volume.ToString());
        }
        else
        {
            Assert.Equal("stock-together", solution.Constraints());
        }
    }

    /// <summary>A soft limit is kept where it can be: at 30 mg/mL and less for as long as the interval lets it.</summary>
    [Theory]
    [InlineData("22.8 mg/d", false, "0.76 mL/d x 30 mg/mL")]
    [InlineData("22.9 mg/d", true, "30 mg/mL would last 49.8 d")]
    public void A_soft_limit_is_passed_only_where_nothing_else_is_left(string dose, bool passed, string why)
    {
        var solution = Solved.With(("wanted.0.dose", dose));
        Assert.All(solution.Answers, answer => Assert.True(answer.Findings.Any(finding => finding.Rule == "R7") == passed, why));
    }

    /// <summary>A limit for an external pump, ziconotide 5 microgram/mL, may be passed with a reason; the pump's own range may not.</summary>
    [Fact]
    public void A_hard_limit_that_a_reason_passes_asks_for_it_and_blocks_nothing()
    {
        var answer = Solved
            .With(
                ("pump.model", "sapphire-epidural"),
                ("wanted", """[{ "drug": "ziconotide", "dose": "2.4 ug/d", "stock": "25 ug/mL" }]"""),
                ("rate", "0.1 mL/h"),
                ("rateStep", null),
                ("fill", "50 mL"),
                ("interval", "10 d")
            )
            .Best();
        // 2.4 microgram/d in 2.4 mL/d
        Assert.Equal("1 ug/mL", answer.Drugs[0].Concentration.ToString());
        Assert.Contains(answer.Findings, finding => finding is { Rule: "R11-external", Severity: Severity.Confirm });
    }

    /// <summary>0.1 mL graduations of 500 mL: half of one is 0.01 %; a volume of 0.3 mL is only right to 17 %.</summary>
    [Theory]
    [InlineData("1 %", false)]
    [InlineData("25 %", true)]
    [Trait("Hazard", "HZ-09")]
    public void The_dose_that_can_be_measured_counts_and_not_the_wanted_one(string tolerance, bool feasible)
    {
        // 1 mg/d at 1 mL/d in 10.7 mL: 10.7 mg of 40 mg/mL are 0.2675 mL, drawn up as 0.3 mL: +12.1 %.
        var solution = Solved.With(
            ("wanted", $$"""[{ "drug": "bupivacaine", "dose": "1 mg/d", "stock": "40 mg/mL", "tolerance": "{{tolerance}}" }]"""),
            ("rate", "1 mL/d"),
            ("fill", "10.7 mL"),
            ("interval", null)
        );
        Assert.Equal(feasible, solution.IsFeasible);
        if (feasible)
        {
            var drug = solution.Best().Drugs[0];
            // 0.3 x 40 / 10.7 = 1.1214953…
            Assert.Equal(12m / 10.7m, drug.Concentration.InMilligramsPerMillilitre());
            Assert.Equal(12.1495m, decimal.Round(drug.ErrorPercent!.Value, 4));
        }
        else
        {
            Assert.Equal("tolerance", solution.Constraints());
        }
    }
}
