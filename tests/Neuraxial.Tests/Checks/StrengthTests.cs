using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>HZ-07: the concentration that the pump is told is that of the product in the container, unless something dilutes it.</summary>
public sealed class StrengthTests
{
    private const string Saline = "sodium-chloride-0.9";
    private const string Premix = "bupivacaine-fentanyl-premix-1mg-ml-uk";

    /// <summary>Strength told to the pump; product; diluent; how many times the dose shown is given, or null where nothing is said.</summary>
    [Theory]
    [InlineData("1 mg/mL", "\"preparation\": \"morphine-hameln-1mg-ml-uk\"", null, null)]
    [InlineData("1000 ug/mL", "\"preparation\": \"morphine-hameln-1mg-ml-uk\"", null, null)]
    [InlineData("0.1 mg/mL", "\"preparation\": \"morphine-hameln-1mg-ml-uk\"", null, "10 times")]
    [InlineData("1 mg/mL", "\"preparation\": \"morphine-hameln-10mg-ml-uk\"", null, "10 times")]
    [InlineData("10 mg/mL", "\"preparation\": \"morphine-hameln-1mg-ml-uk\"", null, null)]
    [InlineData("0.1 mg/mL", "\"preparation\": \"morphine-hameln-1mg-ml-uk\"", Saline, null)]
    [InlineData("5 mg/mL", "\"stock\": \"5 mg/mL\"", null, null)]
    [InlineData("1 mg/mL", "\"stock\": \"5 mg/mL\"", null, "5 times")]
    [InlineData("1 mg/mL", "\"stock\": \"5 mg/mL\"", Saline, null)]
    [Trait("Hazard", "HZ-07")]
    [Trait("Hazard", "HZ-01")]
    public void An_undiluted_product_has_its_own_strength(string strength, string product, string? diluent, string? times)
    {
        var drugs = $$"""[{ "drug": "morphine", "concentration": "{{strength}}", {{product}} }]""";
        AssertSaid(times, drugs, diluent);
    }

    [Fact]
    [Trait("Hazard", "HZ-07")]
    public void Two_products_dilute_each_other_and_a_product_that_is_not_named_says_nothing()
    {
        AssertSaid(
            null,
            """[{ "drug": "morphine", "concentration": "0.5 mg/mL", "preparation": "morphine-hameln-1mg-ml-uk" }, { "drug": "bupivacaine", "concentration": "2.5 mg/mL", "preparation": "bupivacaine-marcain-5mg-ml-uk" }]""",
            null
        );
        AssertSaid(null, """[{ "drug": "morphine", "concentration": "0.5 mg/mL" }]""", null);

        // A powder has no strength of its own
        AssertSaid(null, """[{ "drug": "diamorphine", "concentration": "5 mg/mL", "preparation": "diamorphine-powder-100mg-uk" }]""", null);
    }

    /// <summary>A premixed bag of bupivacaine 1 mg/mL and fentanyl 2 microgram/mL: each of its drugs is looked at.</summary>
    [Theory]
    [InlineData("1 mg/mL", "2 ug/mL", null)]
    [InlineData("1 mg/mL", "1 ug/mL", "2 times")]
    [InlineData("0.5 mg/mL", "2 ug/mL", "2 times")]
    [Trait("Hazard", "HZ-07")]
    public void A_premixed_bag_has_the_strengths_on_its_label(string bupivacaine, string fentanyl, string? times) =>
        AssertSaid(
            times,
            $$"""[{ "drug": "bupivacaine", "concentration": "{{bupivacaine}}", "preparation": "{{Premix}}" }, { "drug": "fentanyl", "concentration": "{{fentanyl}}", "preparation": "{{Premix}}" }]""",
            null
        );

    private static void AssertSaid(string? times, string drugs, string? diluent)
    {
        var plan = Plans.Of(
            ("route", "epidural"),
            ("pump.model", "cadd-solis"),
            ("infusate", diluent is null ? $$"""{ "drugs": {{drugs}} }""" : $$"""{ "diluent": "{{diluent}}", "drugs": {{drugs}} }""")
        );
        if (times is null)
        {
            plan.HasNo(FindingKinds.StrengthNotOfProduct);
            return;
        }

        var finding = plan.The(FindingKinds.StrengthNotOfProduct);
        Assert.Equal(Severity.Block, finding.Severity);
        Assert.Contains($"would give {times} the dose that it shows", finding.Message.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }
}
