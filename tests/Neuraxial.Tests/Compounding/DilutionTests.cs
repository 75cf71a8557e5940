using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>Very small amounts: diluted in steps that can be measured (HZ-01: the manual dilution of M13), each step exact.</summary>
public sealed class DilutionTests
{
    [Theory]
    [Trait("Hazard", "HZ-01")]
    // 20 mL hold 20 ug. At 100 ug/mL that is 0.2 mL, just what can be measured.
    [InlineData("ziconotide 1 ug/mL from 100 ug/mL", "")]
    // At 101 ug/mL it would be 0.198 mL. Tenfold it is 1.98 mL.
    [InlineData("ziconotide 1 ug/mL from 101 ug/mL", "1 mL of 101 ug/mL to 10 mL gives 10.1 ug/mL")]
    // 20 ug at 1 mg/mL are 0.02 mL; tenfold 0.2 mL, just measured.
    [InlineData("ziconotide 1 ug/mL from 1 mg/mL", "1 mL of 1 mg/mL to 10 mL gives 100 ug/mL")]
    // At 1.01 mg/mL tenfold is 0.198 mL still: a second step.
    [InlineData("ziconotide 1 ug/mL from 1.01 mg/mL", "1 mL of 1.01 mg/mL to 10 mL gives 101 ug/mL; 1 mL of 101 ug/mL to 10 mL gives 10.1 ug/mL")]
    public void What_cannot_be_measured_is_diluted_first(string drugs, string steps) =>
        Assert.Equal(steps, Sheets.Make(drugs, "20 mL").Worksheet!.Parts[0].Steps.Text());

    [Theory]
    // 20 mL x 0.1 ug/mL = 2 ug. At 1000 mg/mL: 0.000002 mL; four tenfold steps give 0.02 mL, too little.
    [InlineData("0.1 ug/mL", "1000 mg/mL", false)]
    // At 100 mg/mL four steps give 0.2 mL.
    [InlineData("0.1 ug/mL", "100 mg/mL", true)]
    public void Four_steps_are_the_most(string wanted, string stock, bool made)
    {
        var making = Sheets.Make($"clonidine {wanted} from {stock}", "20 mL");
        Assert.Equal(made, making.Worksheet is not null);
        Assert.Equal(made ? 4 : 0, making.Worksheet?.Parts[0].Steps.Count ?? 0);
        if (!made)
        {
            Assert.Equal(MakingConstraint.StockTooStrong, Assert.Single(making.Cannot!.Obstacles).Constraint);
        }
    }

    /// <summary>
    /// 19 mL of the 20 mL are bupivacaine 20 mg/mL. Clonidine: 20 ug at 200 ug/mL are 0.1 mL, tenfold 1 mL: it just fits. With 19.2 mL of bupivacaine
    /// tenfold does not fit, fivefold (0.5 mL) does; with 19.6 mL twofold (0.2 mL); with 19.84 mL nothing, since 0.16 mL are left.
    /// </summary>
    [Theory]
    [InlineData("19 mg/mL", "1 mL of 200 ug/mL to 10 mL gives 20 ug/mL")]
    [InlineData("19.2 mg/mL", "2 mL of 200 ug/mL to 10 mL gives 40 ug/mL")]
    [InlineData("19.6 mg/mL", "5 mL of 200 ug/mL to 10 mL gives 100 ug/mL")]
    [InlineData("19.84 mg/mL", null)]
    public void A_lesser_dilution_is_taken_where_the_tenfold_has_no_room(string bupivacaine, string? steps) =>
        Assert.Equal(
            steps,
            Sheets.Make($"bupivacaine {bupivacaine} from 20 mg/mL, clonidine 1 ug/mL from 200 ug/mL", "20 mL").Worksheet?.Parts[1].Steps.Text()
        );

    [Fact]
    public void A_dilution_is_made_in_more_than_one_measure_where_one_does_not_hold_what_is_drawn()
    {
        // A service that draws up no less than 3 mL: 20 mL x 1 mg/mL = 20 mg, 2 mL of 10 mg/mL; tenfold 20 mL are drawn, and 3 mL x 10 = 30 mL are made.
        var way = DilutionWay
            .All(Mass.FromMilligrams(20m), Sheets.Concentration("10 mg/mL"), new CompoundingTerms(Sheets.Volume("3 mL"), Sheets.Volume("10 mL")))
            .First();
        Assert.Equal("3 mL of 10 mg/mL to 30 mL gives 1 mg/mL", way.Steps.Text());
        Assert.Equal((Sheets.Volume("20 mL"), Sheets.Volume("3 mL")), (way.Volume, way.Drawn));
    }

    /// <summary>Exact fractions: what is taken of each step is what it makes of the step before, and the last one brings the mass.</summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-12")]
    public void Every_step_is_exact_and_can_be_measured() =>
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[1, 99_999], Gen.Int[0, 3], Gen.Int[0, 5])
            .Sample(
                (mass, strength, massDecimals, strengthTens) =>
                {
                    var micrograms = mass / (decimal)Math.Pow(10, massDecimals);
                    var stock = Concentration.FromMicrogramsPerMillilitre(strength * (decimal)Math.Pow(10, strengthTens) / 10m);
                    foreach (var way in DilutionWay.All(Mass.FromMicrograms(micrograms), stock, Sheets.Terms))
                    {
                        var before = Exact(stock);
                        foreach (var step in way.Steps)
                        {
                            Assert.Equal(before, Exact(step.Of));
                            Assert.Equal(Exact(step.Take) * before, Exact(step.MakeUpTo) * Exact(step.Gives));
                            Assert.True(step.Take >= Sheets.Terms.SmallestDrawn, $"{step.Take} is drawn up");
                            before = Exact(step.Gives);
                        }

                        Agreement.Holds(Rational.From(micrograms), Exact(way.Volume) * before, "mass");
                        Assert.True(way.Volume >= Sheets.Terms.SmallestDrawn || way.Steps.Count == 0);
                        for (var i = 0; i < way.Steps.Count; i++)
                        {
                            Assert.True(
                                way.Steps[i].MakeUpTo >= (i + 1 < way.Steps.Count ? way.Steps[i + 1].Take : way.Volume),
                                "a step takes more than was made"
                            );
                        }
                    }
                },
                iter: 10_000
            );

    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void A_dilution_wants_an_independent_second_calculation()
    {
        // M13: 40 mL of bupivacaine 2 mg/mL with morphine 60 ug/mL: 2.4 mg of morphine, 0.08 mL of 30 mg/mL.
        var plan = Sheets.Epidural(
            "bupivacaine 2 mg/mL from bupivacaine-accord-5mg-ml-uk, morphine 60 ug/mL from morphine-kalceks-30mg-ml-uk",
            "40 mL"
        );
        var finding = plan.The(FindingKinds.CompoundingSerialDilution);
        Assert.Equal((Severity.Confirm, true, "0.08 mL", "0.2 mL"), (finding.Severity, finding.NeedsSecondPerson, finding.Value, finding.Limit));
        Assert.Contains("Teunissen 2020 [M13], seen", finding.Source, StringComparison.Ordinal);
        Assert.Equal("1 mL of 30 mg/mL to 10 mL gives 3 mg/mL", plan.Worksheet().Parts[1].Steps.Text());
        // 2.4 mg / 3 mg/mL = 0.8 mL; 80 mg / 5 mg/mL = 16 mL; 40 - 16 - 0.8 = 23.2 mL
        Assert.Equal("1 x 20 mL: 16 mL, bupivacaine 80 mg; 1 x 1 mL: 0.8 mL, morphine 2.4 mg; diluent 23.2 mL", plan.Worksheet().Text());
        // 10 mL are made, 0.8 mL used: 9.2 mL of 3 mg/mL are left, 27.6 mg. The ampoule is empty.
        Assert.Equal(
            "4 mL bupivacaine 20 mg, 9.2 mL morphine 27.6 mg",
            string.Join(", ", plan.Worksheet().Waste.Select(waste => $"{waste.Volume} {waste.Masses.Text()}"))
        );
        Assert.Equal((1, "9 mL"), (plan.Worksheet().Parts[1].Count, plan.Worksheet().Diluent.ForStocks.ToString()));
    }

    private static Rational Exact(Volume volume) => Rational.From(volume.InMillilitres());

    private static Rational Exact(Concentration concentration) => Rational.From(concentration.InMicrogramsPerMillilitre());
}
