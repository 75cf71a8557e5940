using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>Mixtures that were published (formulary, part 8 and section 3), made from products that the file names. Every number is worked out in the comment.</summary>
public sealed class PublishedMixtureTests
{
    /// <summary>P21 (Barnes 1995): 5 mg of diamorphine and 375 mg of bupivacaine in 250 mL, 0.02 + 1.5 mg/mL.</summary>
    [Fact]
    public void P21_diamorphine_powder_in_an_epidural_bag()
    {
        var plan = Sheets.Epidural(
            "diamorphine 20 ug/mL from diamorphine-powder-5mg-uk, bupivacaine 1.5 mg/mL from bupivacaine-accord-5mg-ml-uk",
            "250 mL"
        );
        // One ampoule of 5 mg made up to 1 mL, all of it; 375 / 5 = 75 mL; 250 - 1 - 75 = 174 mL
        Assert.Equal("1 x 1 mL: 1 mL, diamorphine 5 mg; 4 x 20 mL: 75 mL, bupivacaine 375 mg; diluent 174 mL", plan.Worksheet().Text());
        // All of the powder goes in: what it displaces does not matter.
        plan.HasNo(FindingKinds.CompoundingPowder);
        Assert.Equal("5 mL bupivacaine 25 mg", string.Join(", ", plan.Worksheet().Waste.Select(waste => $"{waste.Volume} {waste.Masses.Text()}")));
    }

    /// <summary>P9 (Duraclon): 10 mL of 500 microgram/mL and 40 mL of sodium chloride give 50 mL of 100 microgram/mL.</summary>
    [Fact]
    public void P9_clonidine_is_diluted_as_its_label_says()
    {
        var plan = Sheets.Epidural("clonidine 100 ug/mL from clonidine-500ug-ml-us", "50 mL");
        Assert.Equal("1 x 10 mL: 10 mL, clonidine 5 mg; diluent 40 mL", plan.Worksheet().Text());
        Assert.Empty(plan.Worksheet().Waste);
        Assert.Empty(plan.Worksheet().Register);
    }

    /// <summary>P17 (Angers): morphine 3.5, ropivacaine 7.5 mg/mL, ziconotide 1 microgram/mL, 20 mL.</summary>
    [Fact]
    public void P17_three_drugs_in_one_reservoir()
    {
        var plan = Sheets.Plan(
            "morphine 3.5 mg/mL from morphine-kalceks-30mg-ml-uk, ropivacaine 7.5 mg/mL from ropivacaine-10mg-ml-uk, ziconotide 1 ug/mL from ziconotide-25ug-ml-uk"
        );
        // 70 mg / 30 = 7/3 mL; 150 / 10 = 15 mL; 20 ug / 25 = 0.8 mL; 20 - 7/3 - 15 - 0.8 = 28/15 mL
        var sheet = plan.Worksheet();
        Assert.Equal("3 x 1 mL, 1 x 20 mL, 1 x 20 mL", string.Join(", ", sheet.Parts.Select(part => part.Open!.Text())));
        Assert.Equal("morphine 70 mg, ropivacaine 150 mg, ziconotide 20 ug", sheet.Parts.SelectMany(part => part.Masses).Text());
        Amount.IsExactly("7/3 mL", sheet.Parts[0].Volume.ToString());
        Amount.IsExactly("15 mL", sheet.Parts[1].Volume.ToString());
        Amount.IsExactly("0.8 mL", sheet.Parts[2].Volume.ToString());
        Amount.IsExactly("28/15 mL", sheet.Diluent.Volume.ToString());
        // 3 x 30 - 70 = 20 mg
        Assert.Equal("90 mg opened = 70 mg used + 20 mg wasted", Assert.Single(sheet.Register).Balance.Replace('\u00a0', ' '));
        // With ropivacaine 7.5 mg/mL nothing else goes in.
        var neat = Sheets.Plan("morphine 3.5 mg/mL from morphine-kalceks-30mg-ml-uk, ropivacaine 7.5 mg/mL from ropivacaine-7.5mg-ml-uk");
        Assert.Equal("22.333333333333333333333333333 mL", Assert.Single(neat.Compounding.Cannot!.Obstacles).Needed.ToString());
    }

    /// <summary>P3 (Sjöberg 1994): 1 part of morphine 10 mg/mL and 19 of bupivacaine 5 mg/mL are 0.5 + 4.75 mg/mL, full to the brim; 4.8 mg/mL are not had.</summary>
    [Fact]
    public void P3_two_ampoules_without_diluent()
    {
        const string Drugs = "morphine 0.5 mg/mL from morphine-hameln-10mg-ml-uk, bupivacaine 4.75 mg/mL from bupivacaine-accord-5mg-ml-uk";
        Assert.Equal(
            "5 x 1 mL: 5 mL, morphine 50 mg; 5 x 20 mL: 95 mL, bupivacaine 475 mg; diluent 0 mL",
            Sheets.Plan(Drugs, "100 mL", ("pump.model", "cadd-legacy")).Worksheet().Text()
        );
        var cannot = Sheets
            .Plan(Drugs.Replace("4.75", "4.76", StringComparison.Ordinal), "100 mL", ("pump.model", "cadd-legacy"))
            .Compounding.Cannot!;
        Assert.Equal("100.2 mL", Assert.Single(cannot.Obstacles).Needed.ToString());
    }

    /// <summary>Baclofen as UK products hold it (L7): 2,000 microgram/mL as it is; 1,500 diluted; 500 from either.</summary>
    [Theory]
    [InlineData("baclofen 2000 ug/mL from baclofen-2mg-ml-uk", "20 mL", "1 x 20 mL: 20 mL, baclofen 40 mg; diluent 0 mL")]
    [InlineData("baclofen 1500 ug/mL from baclofen-2mg-ml-uk", "20 mL", "1 x 20 mL: 15 mL, baclofen 30 mg; diluent 5 mL")]
    [InlineData("baclofen 1500 ug/mL from baclofen-2mg-ml-uk", "40 mL", "2 x 20 mL: 30 mL, baclofen 60 mg; diluent 10 mL")]
    [InlineData("baclofen 500 ug/mL from baclofen-2mg-ml-uk", "20 mL", "1 x 5 mL: 5 mL, baclofen 10 mg; diluent 15 mL")]
    [InlineData("baclofen 500 ug/mL from baclofen-0.5mg-ml-uk", "20 mL", "1 x 20 mL: 20 mL, baclofen 10 mg; diluent 0 mL")]
    // 40 x 500 = 20 mg are 10 mL: 20 mL opened at once rather than 5 mL twice
    [InlineData("baclofen 500 ug/mL from baclofen-2mg-ml-uk", "40 mL", "1 x 20 mL: 10 mL, baclofen 20 mg; diluent 30 mL")]
    // 50 x 1500 = 75 mg are 37.5 mL; 20 + 20 hold 40, 20 + 5 too little
    [InlineData("baclofen 1500 ug/mL from baclofen-2mg-ml-uk", "50 mL", "2 x 20 mL: 37.5 mL, baclofen 75 mg; diluent 12.5 mL")]
    // 22 x 2000 = 44 mg are 22 mL: 20 + 5
    [InlineData("baclofen 2000 ug/mL from baclofen-2mg-ml-uk", "22 mL", "1 x 20 mL + 1 x 5 mL: 22 mL, baclofen 44 mg; diluent 0 mL")]
    public void Baclofen(string drugs, string fill, string sheet) => Assert.Equal(sheet, Sheets.Plan(drugs, fill).Worksheet().Text());

    /// <summary>Ziconotide (P8, L5): a first fill of 25 microgram/mL as it is; 5 microgram/mL, the label's least for an external pump, from either strength.</summary>
    [Theory]
    [InlineData("ziconotide 25 ug/mL from ziconotide-25ug-ml-uk", "18 mL", "1 x 20 mL: 18 mL, ziconotide 450 ug; diluent 0 mL")]
    [InlineData("ziconotide 5 ug/mL from ziconotide-25ug-ml-uk", "20 mL", "1 x 20 mL: 4 mL, ziconotide 100 ug; diluent 16 mL")]
    [InlineData("ziconotide 5 ug/mL from ziconotide-100ug-ml-uk", "20 mL", "1 x 1 mL: 1 mL, ziconotide 100 ug; diluent 19 mL")]
    // 20 x 6 = 120 ug are 1.2 mL: one of 2 mL, not two of 1 mL, and not one of 5 mL
    [InlineData("ziconotide 6 ug/mL from ziconotide-100ug-ml-uk", "20 mL", "1 x 2 mL: 1.2 mL, ziconotide 120 ug; diluent 18.8 mL")]
    public void Ziconotide(string drugs, string fill, string sheet) => Assert.Equal(sheet, Sheets.Plan(drugs, fill).Worksheet().Text());

    /// <summary>P14: bupivacaine 2 mg/mL with morphine 50 microgram/mL; L10: the premixed bag as it is.</summary>
    [Theory]
    [InlineData(
        "bupivacaine 2 mg/mL from bupivacaine-accord-5mg-ml-uk, morphine 50 ug/mL from morphine-hameln-1mg-ml-uk",
        "100 mL",
        "2 x 20 mL: 40 mL, bupivacaine 200 mg; 1 x 10 mL: 5 mL, morphine 5 mg; diluent 55 mL"
    )]
    [InlineData(
        "bupivacaine 1 mg/mL from bupivacaine-fentanyl-premix-1mg-ml-uk, fentanyl 2 ug/mL from bupivacaine-fentanyl-premix-1mg-ml-uk",
        "250 mL",
        "unknown containers: 250 mL, bupivacaine 250 mg, fentanyl 500 ug; diluent 0 mL"
    )]
    public void Epidural(string drugs, string fill, string sheet) => Assert.Equal(sheet, Sheets.Epidural(drugs, fill).Worksheet().Text());
}
