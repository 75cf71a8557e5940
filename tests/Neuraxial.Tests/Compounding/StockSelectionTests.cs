using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>What is taken where the file names no product: the NHS SPS order, then fewer dilutions, fewer containers, the mixture as it is, less left.</summary>
public sealed class StockSelectionTests
{
    [Theory]
    // Licensed intrathecally: the product that is the mixture as it is, before one that is diluted and leaves less.
    [InlineData("intrathecal", null, "ziconotide 25 ug/mL", "18 mL", "ziconotide-25ug-ml-uk")]
    [InlineData("intrathecal", null, "baclofen 500 ug/mL", "20 mL", "baclofen-0.5mg-ml-uk")]
    [InlineData("intrathecal", "uk", "baclofen 2000 ug/mL", "20 mL", "baclofen-2mg-ml-uk")]
    // The special that is made for the route before the off-label ampoules, which would be one container too: 1 mL x 100 = 100 ug.
    [InlineData("intrathecal", "uk", "clonidine 100 ug/mL", "10 mL", "clonidine-special-2mg-ml-uk")]
    // Unless it cannot be measured: 10 ug are 0.005 mL of it. A step of dilution by hand still comes after the order of products.
    [InlineData("intrathecal", "uk", "clonidine 1 ug/mL", "10 mL", "clonidine-special-2mg-ml-uk")]
    // Epidurally the levobupivacaine bag is licensed and is the mixture.
    [InlineData("epidural", "uk", "levobupivacaine 1.25 mg/mL", "100 mL", "levobupivacaine-bag-1.25mg-ml-uk")]
    // No product but off-label ones: 200 mg are in seven ampoules of 30 mg, or in twenty of 10 mg, which would be the mixture as it is.
    [InlineData("intrathecal", "uk", "morphine 10 mg/mL", "20 mL", "morphine-kalceks-30mg-ml-uk")]
    // 20 mg from one container: a vial of 1 mg/mL is the mixture as it is; an ampoule of 30 mg would leave less, but be diluted.
    [InlineData("intrathecal", "uk", "morphine 1 mg/mL", "20 mL", "morphine-aurum-1mg-ml-uk")]
    // US products of which the freedom from preservative is on file.
    [InlineData("intrathecal", "us", "morphine 10 mg/mL", "20 mL", "morphine-infumorph-200-us")]
    [InlineData("intrathecal", "us", "morphine 25 mg/mL", "20 mL", "morphine-infumorph-500-us")]
    // Powder of a drug that has no solution for pumps: 100 mg from one of 100 mg, not from 250 or 500.
    [InlineData("intrathecal", "uk", "diamorphine 5 mg/mL", "20 mL", "diamorphine-powder-100mg-uk")]
    [InlineData("intrathecal", "uk", "diamorphine 5.01 mg/mL", "20 mL", "diamorphine-powder-250mg-uk")]
    public void One_is_taken(string route, string? jurisdiction, string drug, string fill, string preparation)
    {
        (string, string?)[] region = jurisdiction is null ? [] : [("jurisdiction", jurisdiction)];
        var part = Assert.Single(Sheets.Plan(drug, fill, [("route", route), .. region]).Worksheet().Parts);
        Assert.Equal((preparation, false), (part.Stock.Preparation, part.IsNamed));
    }

    [Theory]
    // Freedom from preservatives to be checked: never of itself (US ziconotide, baclofen, clonidine; sufentanil; Palladone).
    [InlineData("us", "ziconotide 25 ug/mL")]
    [InlineData("us", "baclofen 500 ug/mL")]
    [InlineData("us", "clonidine 100 ug/mL")]
    [InlineData("us", "sufentanil 1 ug/mL")]
    [InlineData("uk", "hydromorphone 1 mg/mL")]
    // There is no EU list on file.
    [InlineData("eu", "morphine 1 mg/mL")]
    [Trait("Hazard", "HZ-17")]
    public void None_is_taken_that_is_not_known_to_suit(string jurisdiction, string drug)
    {
        var plan = Sheets.Plan(drug, "20 mL", ("jurisdiction", jurisdiction));
        Assert.Equal(MakingConstraint.NoProduct, Assert.Single(plan.Compounding.Cannot!.Obstacles).Constraint);
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.CompoundingImpossible).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void No_product_is_ever_taken_that_is_not_suitable_or_not_free_of_preservatives_for_certain()
    {
        foreach (var drug in Formulary.BuiltIn.Drugs)
        {
            foreach (var route in new[] { Route.Intrathecal, Route.Epidural })
            {
                var part = new InfusateDrug(drug, Concentration.FromMicrogramsPerMillilitre(1m));
                foreach (var stock in StockSelection.Of(part, route, "uk", Formulary.BuiltIn).Stocks)
                {
                    var row = Formulary.BuiltIn.Row("preparations", stock.Preparation!)!;
                    Assert.True(row.Text("preservativeFree") is "yes" or "yes-by-excipient-list", row.Id);
                    Assert.True(
                        row.Row("spinal")!.Text(route == Route.Epidural ? "epidural" : "intrathecal") is "suitable" or "risk-assessment",
                        row.Id
                    );
                }
            }
        }
    }

    [Fact]
    public void The_choice_is_said_to_be_an_example_and_by_which_order()
    {
        var finding = Sheets.Plan("morphine 1 mg/mL, clonidine 100 ug/mL from 2 mg/mL").The(FindingKinds.CompoundingProductNotStated);
        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.Contains("stated for morphine. ", finding.Message, StringComparison.Ordinal);
        Assert.Contains("'uk' on file, since no jurisdiction is stated", finding.Message, StringComparison.Ordinal);
        Assert.Contains("off-label after a documented risk assessment", finding.Message, StringComparison.Ordinal);
        Assert.Contains("[S1]", finding.Source, StringComparison.Ordinal);
        Sheets.Plan("morphine 1 mg/mL from 10 mg/mL").HasNo(FindingKinds.CompoundingProductNotStated);
    }

    /// <summary>The premixed bag is licensed and is the mixture; with another ratio it is left, and two products are mixed.</summary>
    [Theory]
    [InlineData("bupivacaine 1 mg/mL, fentanyl 2 ug/mL", "bupivacaine-fentanyl-premix-1mg-ml-uk")]
    [InlineData("bupivacaine 0.5 mg/mL, fentanyl 1 ug/mL", "bupivacaine-fentanyl-premix-1mg-ml-uk")]
    [InlineData("bupivacaine 1.25 mg/mL, fentanyl 2 ug/mL", "bupivacaine-fentanyl-premix-1.25mg-ml-uk")]
    [InlineData("bupivacaine 1 mg/mL, fentanyl 2.1 ug/mL", "bupivacaine-accord-5mg-ml-uk, fentanyl-50ug-ml-uk")]
    public void A_premixed_bag_is_taken_where_it_is_the_mixture(string drugs, string preparations)
    {
        var sheet = Sheets.Epidural(drugs, "100 mL").Worksheet();
        Assert.Equal(preparations, string.Join(", ", sheet.Parts.Select(part => part.Stock.Preparation)));
        Assert.Equal(2, sheet.Parts.SelectMany(part => part.Masses).Count());
    }

    /// <summary>1 mg/mL + 2 ug/mL bag for all the bupivacaine of 0.5 mg/mL: 50 of 100 mL bring 100 ug of fentanyl; 300 ug are wanted: 200 ug, 4 mL of 50 ug/mL more.</summary>
    [Fact]
    public void What_a_premixed_bag_does_not_bring_is_drawn_from_a_product_of_its_own()
    {
        var sheet = Sheets
            .Epidural("bupivacaine 0.5 mg/mL from bupivacaine-fentanyl-premix-1mg-ml-uk, fentanyl 3 ug/mL from fentanyl-50ug-ml-uk", "100 mL")
            .Worksheet();
        Assert.Equal("unknown containers: 50 mL, bupivacaine 50 mg, fentanyl 100 ug; 1 x 10 mL: 4 mL, fentanyl 200 ug; diluent 46 mL", sheet.Text());
    }

    /// <summary>The drugs are chosen together: off-label ropivacaine 7.5 mg/mL would open fewer containers, but leaves no room for the morphine.</summary>
    [Fact]
    public void A_drug_gives_way_where_the_others_need_the_room()
    {
        // 20 mL: ropivacaine 7 mg/mL from 7.5 takes 18.667 mL, from 10 takes 14; morphine 6 mg/mL from 30 takes 4 mL.
        var sheet = Sheets.Plan("ropivacaine 7 mg/mL, morphine 6 mg/mL").Worksheet();
        Assert.Equal("ropivacaine-10mg-ml-uk, morphine-kalceks-30mg-ml-uk", string.Join(", ", sheet.Parts.Select(part => part.Stock.Preparation)));
    }

    [Fact]
    public void A_service_adds_products_of_its_own()
    {
        var service = Formulary
            .BuiltIn.Overlaid(
                System.Text.Encoding.UTF8.GetBytes(
                    """
                    { "name": "service", "version": "1", "preparations": [{
                      "id": "own-bupivacaine", "name": "Own bupivacaine", "drugs": [{ "drug": "bupivacaine", "strength": { "value": "40 mg/mL", "mark": "assumed", "sources": [] } }],
                      "region": "uk", "form": "special", "sizes": [{ "value": "20 mL", "mark": "assumed", "sources": [] }], "licensed": false, "preservativeFree": "yes",
                      "spinal": { "intrathecal": "suitable", "epidural": "unsuitable" }, "mark": "assumed", "sources": [] }] }
                    """
                )
            )
            .Content!;
        var plan = Sheets.WithoutProducts(service);
        // Bupivacaine 800 mg of 40: 20 mL; morphine 400 mg of 30: 13.333 mL
        Assert.Equal("14 x 1 mL, 1 x 20 mL", string.Join(", ", plan.Worksheet().Parts.Select(part => part.Open!.Text())));
        Assert.Contains(
            plan.Findings,
            finding => finding.Kind == FindingKinds.FigureUnverified && finding.Message.Contains("Own bupivacaine", StringComparison.Ordinal)
        );
    }

    /// <summary>The best way for all drugs together, against every combination tried one by one.</summary>
    [Fact]
    public void No_other_combination_that_fits_is_better() =>
        Gen.Select(Gen.Int[1, 12].Array[3], Gen.Select(Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int[0, 2]).Array[9])
            .Sample(
                (wanted, stocks) =>
                {
                    string[] names = ["morphine", "bupivacaine", "clonidine"];
                    var total = Volume.FromMillilitres(20m);
                    var drugs = names.Select((name, i) => Drug(name, wanted[i], stocks[(3 * i)..((3 * i) + 3)])).ToArray();
                    var ways = drugs.Select(drug => DrawnStock.All(drug, drug.Concentration * total, total, Sheets.Terms).ToList()).ToArray();
                    var best = (
                        from one in ways[0]
                        from two in ways[1]
                        from three in ways[2]
                        where one.Way.Volume + two.Way.Volume + three.Way.Volume <= total
                        select Order(one.Merit + two.Merit + three.Merit)
                    )
                        .Order()
                        .ToList();
                    var (chosen, obstacles) = Mixing.Best(drugs, total, [], Sheets.Terms);
                    Assert.Equal(best.Count == 0, chosen is null);
                    Assert.Equal(best.Count == 0, obstacles.Count > 0);
                    if (chosen is not null)
                    {
                        Assert.Equal(best[0], Order(chosen.Merit));
                    }
                },
                iter: 5_000
            );

    /// <summary>Each part of a merit counts where those before it are equal, as the parts of a tuple do.</summary>
    [Fact]
    public void Merits_are_compared_by_their_weightiest_difference() =>
        Gen.Select(Gen.Int[0, 1].Array[7], Gen.Int[0, 1].Array[7])
            .Sample(
                (one, other) =>
                {
                    var (left, right) = (Merit(one), Merit(other));
                    Assert.Equal(Order(left).CompareTo(Order(right)), Math.Sign(left.Against(right)));
                },
                iter: 5_000
            );

    private static Merit Merit(int[] parts) => new(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);

    private static (int, int, int, int, long, int, decimal) Order(Merit merit) =>
        (merit.Class, merit.Steps, merit.Preference, merit.Unknown, merit.Containers, merit.Mixed, merit.LeftMicrolitres);

    private static WantedDrug Drug(string name, int wanted, (int Strength, int Size, int Class)[] stocks)
    {
        var drug = Formulary.BuiltIn.Drug(name)!;
        return new WantedDrug(
            drug,
            Concentration.FromMilligramsPerMillilitre(wanted / 2m),
            [
                .. stocks.Select(stock => new Stock
                {
                    Name = name,
                    Drugs = [new StockDrug(drug, Concentration.FromMilligramsPerMillilitre(stock.Strength))],
                    Sizes = stock.Size % 7 == 0 ? [] : [Volume.FromMillilitres(stock.Size)],
                    Class = (ProductClass)stock.Class,
                }),
            ]
        );
    }
}
