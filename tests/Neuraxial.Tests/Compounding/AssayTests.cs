using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>HZ-12: a mixture that is more than 15 % off is not released (S19, M16).</summary>
public sealed class AssayTests
{
    [Theory]
    [Trait("Hazard", "HZ-12")]
    // 10 mg/mL: 14.9 % and 15 % pass, 15.1 % blocks; above as below.
    [InlineData("8.51 mg/mL", -14.9, false)]
    [InlineData("8.5 mg/mL", -15, false)]
    [InlineData("8.49 mg/mL", -15.1, true)]
    [InlineData("11.49 mg/mL", 14.9, false)]
    [InlineData("11.5 mg/mL", 15, false)]
    [InlineData("11.51 mg/mL", 15.1, true)]
    [InlineData("10 mg/mL", 0, false)]
    // A slip by ten.
    [InlineData("1 mg/mL", -90, true)]
    [InlineData("100 mg/mL", 900, true)]
    public void The_gate_is_15_per_cent_either_way(string measured, double error, bool blocks)
    {
        var plan = Plans.Of(("infusate.drugs.0.measured", measured));
        var assayed = Assert.Single(plan.Compounding.Assay);
        Assert.Equal((decimal)error, assayed.ErrorPercent);
        Assert.Equal(blocks ? Severity.Block : null, assayed.Severity);
        Assert.Equal(blocks, plan.IsBlocked);
        if (blocks)
        {
            var finding = plan.The(FindingKinds.AssayOutsideTolerance);
            Assert.Equal(("$.infusate.drugs[0].measured", "15 %"), (finding.Path, finding.Limit));
            Assert.Contains("[hazards:S19]", finding.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_measured_drug_is_judged_by_itself()
    {
        var plan = Plans.Of(
            (
                "infusate",
                """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL", "measured": "9.9 mg/mL" }, { "drug": "ropivacaine", "concentration": "7.5 mg/mL" }, { "drug": "ziconotide", "concentration": "1 ug/mL", "measured": "1.2 ug/mL" }] }"""
            )
        );
        Assert.Equal("morphine, ziconotide", string.Join(", ", plan.Compounding.Assay.Select(assayed => assayed.Drug.Id)));
        Assert.Equal("$.infusate.drugs[2].measured", plan.The(FindingKinds.AssayOutsideTolerance).Path);
    }

    [Fact]
    public void Nothing_is_said_of_what_was_not_measured() => Assert.Empty(Plans.Of().Compounding.Assay);

    [Fact]
    public void A_service_may_be_stricter()
    {
        var service = Formulary
            .BuiltIn.Overlaid(
                """{ "name": "service", "version": "1", "settings": [{ "id": "assay-tolerance", "title": "own", "figure": { "number": 10, "unit": "%", "mark": "assumed", "sources": [] } }] }"""u8.ToArray()
            )
            .Content!;
        Assert.True(Plans.Of(service, ("infusate.drugs.0.measured", "8.99 mg/mL")).IsBlocked);
        Assert.False(Plans.Of(service, ("infusate.drugs.0.measured", "9 mg/mL")).IsBlocked);
    }

    /// <summary>The gate against exact fractions, around its edge, where a quotient that rounds could tip over.</summary>
    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void The_gate_is_where_the_fraction_is() =>
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[-3, 3], Gen.Bool)
            .Sample(
                (thousandths, off, above) =>
                {
                    var expected = thousandths / 1_000m;
                    var measured = (expected * (above ? 1.15m : 0.85m)) + (off / 1_000_000m);
                    var outside = Rational.Abs(Rational.From(measured) - Rational.From(expected)) * 100 > Rational.From(expected) * 15;
                    Assert.Equal(
                        outside ? Severity.Block : null,
                        Assay.Judge(Concentration.FromMilligramsPerMillilitre(expected), Concentration.FromMilligramsPerMillilitre(measured), 15m)
                    );
                },
                iter: 10_000
            );
}
