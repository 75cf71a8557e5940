using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>Mixtures that cannot be made: which constraint binds, by how much, and what would help. Just inside and just outside.</summary>
public sealed class CannotBeMadeTests
{
    [Theory]
    [Trait("Hazard", "HZ-12")]
    // 20 mL: 10 mg/mL of 50 take 4 mL, 20 mg/mL of 25 take 16 mL: full to the brim.
    [InlineData("morphine 10 mg/mL from 50 mg/mL, bupivacaine 20 mg/mL from 25 mg/mL", null, null, null)]
    // 20.01 of 25 take 16.008 mL: 20.008 in all. Morphine in 3.992 mL: 200 / 3.992; bupivacaine in 16 mL: 400.2 / 16.
    [InlineData(
        "morphine 10 mg/mL from 50 mg/mL, bupivacaine 20.01 mg/mL from 25 mg/mL",
        "20.008 mL",
        "200/3.992 mg/mL, 400.2/16 mg/mL",
        "200/20.008 mg/mL, 400.2/20.008 mg/mL"
    )]
    // Each alone would fit, the three do not: 8 + 8 + 8 = 24 mL. Each has 4 mL beside the two others.
    [InlineData(
        "morphine 20 mg/mL from 50 mg/mL, bupivacaine 12 mg/mL from 30 mg/mL, clonidine 800 ug/mL from 2 mg/mL",
        "24 mL",
        "400/4 mg/mL, 240/4 mg/mL, 16/4 mg/mL",
        "400/24 mg/mL, 240/24 mg/mL, 16/24 mg/mL"
    )]
    public void The_stocks_together_must_not_be_more_than_is_made(string drugs, string? needed, string? least, string? strongest)
    {
        var making = Sheets.Make(drugs, "20 mL");
        Assert.Equal(needed is null, making.Worksheet is not null);
        if (needed is not null)
        {
            var obstacle = Assert.Single(making.Cannot!.Obstacles);
            Assert.Equal((MakingConstraint.Volume, true), (obstacle.Constraint, obstacle.IsNamed));
            Amount.IsExactly(needed, obstacle.Needed.ToString());
            AreExactly(least!, obstacle.LeastStrengths);
            AreExactly(strongest!, obstacle.Strongest);
        }
    }

    /// <summary>
    /// 2 mL of 34 and 17 mL of 16 are 19 mL, nothing left for diluent: 68 / 19 and 272 / 19, in the 28 digits that a strength can have, the last one rounded up.
    /// </summary>
    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void A_last_digit_is_no_volume_too_much()
    {
        var making = Sheets.Make(
            "morphine 3.578947368421052631578947369 mg/mL from 34 mg/mL, bupivacaine 14.31578947368421052631578948 mg/mL from 16 mg/mL",
            "19 mL"
        );
        Assert.Equal(Volume.Zero, making.Worksheet!.Diluent.Volume);
        Assert.Equal([2m, 17m], making.Worksheet.Parts.Select(part => decimal.Round(part.Volume.InMillilitres(), 20)));

        // A hundred thousandth of a microlitre is one.
        Assert.Null(Sheets.Make("morphine 3.5789474 mg/mL from 34 mg/mL, bupivacaine 14.3157895 mg/mL from 16 mg/mL", "19 mL").Worksheet);
    }

    /// <summary>
    /// 20 mL: 19.84 mL of bupivacaine leave 0.16 mL; clonidine 20 ug of 200 ug/mL would be 0.1 mL, which is diluted at least twofold, to 0.2 mL. A stronger
    /// stock is no help for it: a weaker is, though not here.
    /// </summary>
    [Fact]
    public void Where_a_dilution_takes_the_room_it_says_so()
    {
        var obstacle = Assert.Single(
            Sheets.Make("bupivacaine 19.84 mg/mL from 20 mg/mL, clonidine 1 ug/mL from 200 ug/mL", "20 mL").Cannot!.Obstacles
        );
        Assert.Equal((MakingConstraint.Volume, "20.04 mL"), (obstacle.Constraint, obstacle.Needed.ToString()));
        // 396.8 mg in 19.8 mL
        AreExactly("396.8/19.8 mg/mL", obstacle.LeastStrengths);
        Assert.Empty(obstacle.Strongest);
        Assert.Contains("Of clonidine so little is drawn up that it is diluted first", obstacle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_would_help_does_help_and_a_little_less_does_not()
    {
        const string Drugs = "morphine 20 mg/mL from {0} mg/mL, bupivacaine 12 mg/mL from 30 mg/mL";
        // Bupivacaine takes 8 mL, 12 mL are left for 400 mg: 33.3333… mg/mL
        Assert.NotNull(Sheets.Make(Drugs.Replace("{0}", "33.34", StringComparison.Ordinal), "20 mL").Worksheet);
        var cannot = Sheets.Make(Drugs.Replace("{0}", "33.33", StringComparison.Ordinal), "20 mL").Cannot!;
        Amount.IsExactly("400/12 mg/mL", cannot.Obstacles[0].LeastStrengths[0].Strength.ToString());
    }

    [Theory]
    [Trait("Hazard", "HZ-12")]
    [InlineData("10 mg/mL", true)]
    [InlineData("10.01 mg/mL", false)]
    public void A_stock_is_at_least_as_strong_as_the_mixture(string wanted, bool made)
    {
        var plan = Sheets.Plan($"morphine {wanted} from morphine-kalceks-10mg-ml-uk");
        Assert.Equal(made, plan.Compounding.Worksheet is not null);
        Assert.Equal(!made, plan.IsBlocked);
        if (!made)
        {
            var obstacle = Assert.Single(plan.Compounding.Cannot!.Obstacles);
            Assert.Equal(MakingConstraint.StockTooWeak, obstacle.Constraint);
            Assert.Equal(("10 mg/mL", "10.01 mg/mL", "$.infusate.drugs[0]"), Numbers(plan.The(FindingKinds.CompoundingImpossible)));
        }
    }

    [Fact]
    public void Every_drug_that_is_too_weak_is_named_at_once()
    {
        var making = Sheets.Make("morphine 20 mg/mL from 10 mg/mL, bupivacaine 2 mg/mL from 5 mg/mL, clonidine 1 mg/mL from 150 ug/mL", "20 mL");
        Assert.Equal("morphine, clonidine", string.Join(", ", making.Cannot!.Obstacles.Select(obstacle => obstacle.Drug!.Id)));
        // Bupivacaine takes 8 mL: 400 mg in 12 mL, 20 mg in 12 mL.
        Amount.IsExactly("400/12 mg/mL", making.Cannot.Obstacles[0].LeastStrengths[0].Strength.ToString());
        Amount.IsExactly("20/12 mg/mL", making.Cannot.Obstacles[1].LeastStrengths[0].Strength.ToString());
    }

    /// <summary>Nothing is named, and the list of the formulary ends at 5 mg/mL: not known, since the pharmacy may have a special.</summary>
    [Fact]
    public void What_only_the_formularys_own_list_cannot_do_is_unknown_and_blocks_nothing()
    {
        var plan = Sheets.WithoutProducts();
        Assert.Null(plan.Compounding.Worksheet);
        var finding = plan.The(FindingKinds.CompoundingImpossible);
        Assert.Equal(Severity.Unknown, finding.Severity);
        Assert.False(plan.IsBlocked);
        // Morphine 10 mg/mL of 30: 13.3333… mL; bupivacaine 800 mg in 26.6666… mL
        Amount.IsExactly("30 mg/mL", finding.Limit);
        plan.HasNo(FindingKinds.CompoundingProductNotStated);
    }

    [Fact]
    public void A_drug_without_a_suitable_product_says_which_strength_it_would_take()
    {
        // Sufentanil is on no UK list. Bupivacaine 1 mg/mL of 5: 20 of 100 mL. 100 ug in 80 mL.
        var plan = Plans.Of(
            ("route", "epidural"),
            ("pump.model", "cadd-legacy"),
            ("fill.volume", "100 mL"),
            (
                "infusate",
                """{ "drugs": [{ "drug": "bupivacaine", "concentration": "1 mg/mL" }, { "drug": "sufentanil", "concentration": "1 ug/mL" }] }"""
            )
        );
        var obstacle = Assert.Single(plan.Compounding.Cannot!.Obstacles);
        Assert.Equal((MakingConstraint.NoProduct, false), (obstacle.Constraint, obstacle.IsNamed));
        Assert.Equal("sufentanil 1.25 ug/mL", obstacle.LeastStrengths.Text());
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.CompoundingImpossible).Severity);
    }

    [Theory]
    [Trait("Hazard", "HZ-17")]
    // Sodium metabisulfite (S1).
    [InlineData("intrathecal", "morphine 10 mg/mL from morphine-martindale-10mg-ml-uk", MakingConstraint.ProductUnsuitable)]
    [InlineData("epidural", "morphine 10 mg/mL from morphine-martindale-30mg-ml-uk", MakingConstraint.ProductUnsuitable)]
    // Never epidural (L7, L5).
    [InlineData("epidural", "baclofen 50 ug/mL from baclofen-2mg-ml-uk", MakingConstraint.ProductUnsuitable)]
    [InlineData("epidural", "ziconotide 5 ug/mL from ziconotide-25ug-ml-uk", MakingConstraint.ProductUnsuitable)]
    // For injection only (L3b).
    [InlineData("intrathecal", "morphine 1 mg/mL from morphine-duramorph-1mg-ml-us", MakingConstraint.ProductUnsuitable)]
    // Nothing on file of its suitability: not known is not suitable.
    [InlineData("intrathecal", "morphine 1 mg/mL from morphine-hospira-1mg-ml-us", MakingConstraint.ProductUnsuitable)]
    [InlineData("epidural", "diamorphine 100 ug/mL from diamorphine-special-1mg-1ml-uk", MakingConstraint.ProductUnsuitable)]
    // A range of strengths, or none stated for the maker.
    [InlineData("intrathecal", "bupivacaine 20 mg/mL from bupivacaine-strong-special-uk", MakingConstraint.StrengthUnknown)]
    [InlineData("intrathecal", "bupivacaine 2 mg/mL from bupivacaine-baxter-uk", MakingConstraint.StrengthUnknown)]
    // In the premixed bag is fentanyl too; and another ratio; and more fentanyl than is wanted.
    [InlineData("epidural", "bupivacaine 1 mg/mL from bupivacaine-fentanyl-premix-1mg-ml-uk", MakingConstraint.Premix)]
    [InlineData(
        "epidural",
        "bupivacaine 1 mg/mL from bupivacaine-fentanyl-premix-1mg-ml-uk, fentanyl 2.01 ug/mL from bupivacaine-fentanyl-premix-1mg-ml-uk",
        MakingConstraint.Premix
    )]
    [InlineData(
        "epidural",
        "bupivacaine 1 mg/mL from bupivacaine-fentanyl-premix-1mg-ml-uk, fentanyl 1.99 ug/mL from 50 ug/mL",
        MakingConstraint.Premix
    )]
    [InlineData(
        "epidural",
        "bupivacaine 1.01 mg/mL from bupivacaine-fentanyl-premix-1mg-ml-uk, fentanyl 2.02 ug/mL from bupivacaine-fentanyl-premix-1mg-ml-uk",
        MakingConstraint.Premix
    )]
    public void A_named_product_that_will_not_do_blocks_and_says_why(string route, string drugs, MakingConstraint constraint)
    {
        var plan = Sheets.Plan(drugs, "20 mL", ("route", route));
        Assert.Null(plan.Compounding.Worksheet);
        var obstacle = Assert.Single(plan.Compounding.Cannot!.Obstacles);
        Assert.Equal((constraint, true), (obstacle.Constraint, obstacle.IsNamed));
        Assert.True(plan.IsBlocked);
    }

    /// <summary>HZ-17: of all products on file, those that are not for a route are refused where they are named for it.</summary>
    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void Every_product_that_lacks_the_attribute_is_refused()
    {
        var refused = 0;
        foreach (var row in Formulary.BuiltIn.Rows("preparations"))
        {
            foreach (var (word, route) in new[] { ("intrathecal", Route.Intrathecal), ("epidural", Route.Epidural) })
            {
                var drug = Formulary.BuiltIn.Drug(row.Rows("drugs")[0].Text("drug")!)!;
                var wanted = StockSelection.Of(
                    new InfusateDrug(drug, Concentration.FromMicrogramsPerMillilitre(1m)) { Preparation = row.Id },
                    route,
                    null,
                    Formulary.BuiltIn
                );
                var suits = row.Text("preservativeFree") is not "no" && row.Row("spinal")!.Text(word) is "suitable" or "risk-assessment";
                Assert.Equal(!suits, wanted.Obstacle?.Constraint == MakingConstraint.ProductUnsuitable);
                refused += suits ? 0 : 1;
            }
        }

        Assert.InRange(refused, 20, 200);
    }

    /// <summary>Not known to suit is only unknown to the check of products; to draw it up all the same is refused.</summary>
    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void A_product_that_is_not_known_to_suit_is_not_drawn_up()
    {
        var finding = Sheets.Plan("morphine 1 mg/mL from morphine-hospira-1mg-ml-us").The(FindingKinds.CompoundingImpossible);
        Assert.Equal((Severity.Block, "$.infusate.drugs[0]"), (finding.Severity, finding.Path));
        Sheets.Plan("morphine 10 mg/mL from morphine-martindale-10mg-ml-uk").HasNo(FindingKinds.CompoundingImpossible);
    }

    private static (string? Value, string? Limit, string Path) Numbers(Finding finding) => (finding.Value, finding.Limit, finding.Path);

    private static void AreExactly(string expected, IReadOnlyList<StockDrug> actual)
    {
        var amounts = expected.Split(", ");
        Assert.Equal(amounts.Length, actual.Count);
        foreach (var (amount, found) in amounts.Zip(actual))
        {
            Amount.IsExactly(amount, found.Strength.ToString());
        }
    }
}
