using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Conversions;

/// <summary>The band of all published ratios: every row worked out by hand from the collection (formulary part 4), ends of ranges included.</summary>
public sealed class ConversionTests
{
    /// <summary>
    /// 240 mg of oral morphine a day, by every ratio of part 4.1: 240/300 = 0.8, 240/125 = 1.92, 240/100 = 2.4, 240/90 = 2.666..., 240/12 = 20, 240/10 = 24 mg.
    /// </summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void Oral_morphine_240_mg_is_0_8_to_24_mg_intrathecal_with_every_row()
    {
        var conversion = Convert("morphine oral", "morphine intrathecal", "240 mg/d");
        string[] expected =
        [
            "800 ug/d by 300 morphine-oral-it-band",
            "800 ug/d by 300 morphine-oral-it-k2",
            "800 ug/d by 300 morphine-oral-it-krames",
            "800 ug/d by 300 morphine-oral-it-mascc-low",
            "1.92 mg/d by 125 morphine-oral-it-achieved",
            "2.4 mg/d by 100 morphine-oral-it-100",
            "2.4 mg/d by 100 morphine-oral-it-finnish-start",
            "2.4 mg/d by 100 morphine-oral-it-mascc-high",
            "240/90 mg/d by 90 morphine-oral-it-software",
            "20 mg/d by 12 morphine-oral-it-band",
            "20 mg/d by 12 morphine-oral-it-case",
            "24 mg/d by 10 morphine-oral-it-achieved",
        ];
        Assert.Equal(expected.Length, conversion.Band.Count);
        foreach (var (row, text) in conversion.Band.Zip(expected))
        {
            var by = text.IndexOf(" by ", StringComparison.Ordinal);
            Amount.IsExactly(text[..by], row.Dose.ToString());
            Assert.Equal(text[by..], $" by {QuantityText.Number(row.Ratio)} {Assert.Single(row.Basis).Id}");
            Assert.Equal(RatioUse.Printed, row.Use);
        }

        Assert.Equal("800 ug/d", conversion.Low.ToString());
        Assert.Equal("24 mg/d", conversion.High.ToString());
    }

    /// <summary>P27 (K7): measured 4 to 1, in textbooks 10 to 1. One number of the two would be wrong for somebody.</summary>
    [Theory]
    [Trait("Hazard", "HZ-25")]
    [InlineData("morphine", "10, 10, 10, 4")]
    [InlineData("bupivacaine", "4")]
    [InlineData("opioid", "7.5")]
    public void P27_epidural_to_intrathecal_shows_what_was_measured_beside_the_textbook(string drug, string ratios)
    {
        var conversion = Convert($"{drug} epidural", $"{drug} intrathecal", "40 mg/d");
        Assert.Equal(ratios, string.Join(", ", conversion.Band.Select(row => QuantityText.Number(row.Ratio))));
        Assert.Equal("[seen K7]", conversion.Band[^1].Basis[0].Figure.Provenance.ToString());
    }

    /// <summary>From, to, dose; lowest and highest: each by hand beside it.</summary>
    [Theory]
    [InlineData("morphine intravenous", "morphine intrathecal", "30 mg/d", "100 ug/d", "300 ug/d")] // 300 (K6) to 100 (K1, K2)
    [InlineData("morphine subcutaneous", "morphine epidural", "372 mg/d", "372/3.5 mg/d", "372/3.5 mg/d")] // K8: 372 : 106
    [InlineData("morphine oral", "morphine intravenous", "90 mg/d", "30 mg/d", "45 mg/d")] // 3 and 2
    [InlineData("morphine oral", "diamorphine subcutaneous", "90 mg/d", "30 mg/d", "30 mg/d")] // G7, printed 90 : 30
    [InlineData("morphine intrathecal", "hydromorphone intrathecal", "6 mg/d", "1 mg/d", "1.2 mg/d")] // 6 (A1) and 5 (recalled)
    [InlineData("hydromorphone intravenous", "hydromorphone intrathecal", "25 mg/d", "1 mg/d", "1 mg/d")] // K2, 1 : 0.04
    [InlineData("fentanyl epidural", "fentanyl intrathecal", "33 ug/d", "6 ug/d", "10 ug/d")] // K2, 5.5 to 3.3
    [InlineData("fentanyl intravenous", "fentanyl intrathecal", "100 ug/d", "5 ug/d", "10 ug/d")] // K6 20 and 10, K2 16.7 and 10
    [InlineData("diamorphine subcutaneous", "diamorphine intrathecal", "100 mg/d", "1 mg/d", "1 mg/d")] // 10 a step, recalled
    public void The_ends_of_a_band_are_those_of_the_widest_published_ratios(string from, string to, string dose, string low, string high)
    {
        var conversion = Convert(from, to, dose);
        Amount.IsExactly(low, conversion.Low.ToString());
        Amount.IsExactly(high, conversion.High.ToString());
    }

    [Theory]
    [InlineData("morphine intrathecal", "morphine oral", "2 mg/d", "20 mg/d", "600 mg/d")] // x 10 to x 300
    [InlineData("morphine intrathecal", "morphine epidural", "2 mg/d", "8 mg/d", "20 mg/d")] // x 4 to x 10
    [InlineData("hydromorphone intrathecal", "morphine intrathecal", "1 mg/d", "5 mg/d", "6 mg/d")] // x 5 to x 6
    public void The_way_back_goes_by_reciprocals_and_is_called_derived(string from, string to, string dose, string low, string high)
    {
        var conversion = Convert(from, to, dose);
        Assert.Equal((low, high), (conversion.Low.ToString(), conversion.High.ToString()));
        Assert.All(conversion.Band, row => Assert.Equal(RatioUse.Reciprocal, row.Use));
        Assert.All(conversion.Band, row => Assert.NotEqual(Mark.Seen, row.Mark));
    }

    [Fact]
    public void A_recalled_ratio_stays_recalled_in_a_band_and_in_the_way_back()
    {
        Assert.Equal(Mark.Recalled, Convert("morphine intrathecal", "hydromorphone intrathecal", "6 mg/d").Band[^1].Mark);
        Assert.Equal(Mark.Recalled, Convert("hydromorphone intrathecal", "morphine intrathecal", "1 mg/d").Band[0].Mark);
        Assert.Equal(Mark.Recalled, Convert("diamorphine epidural", "diamorphine intrathecal", "1 mg/d").Band[0].Mark);
    }

    [Theory]
    [Trait("Hazard", "HZ-16")]
    [InlineData("morphine intrathecal", "fentanyl intrathecal")]
    [InlineData("morphine intrathecal", "sufentanil intrathecal")]
    [InlineData("fentanyl intrathecal", "morphine intrathecal")]
    [InlineData("morphine oral", "fentanyl intrathecal")]
    [InlineData("morphine epidural", "sufentanil intrathecal")]
    public void What_must_not_be_converted_is_refused_with_the_reason_directly_backwards_and_through_another(string from, string to)
    {
        var conversion = Convert(from, to, "10 mg/d");
        Assert.Empty(conversion.Band);
        Assert.Empty(conversion.Chained);
        Assert.Contains("does not hold intrathecally", conversion.Refused?.Figure.Text, StringComparison.Ordinal);
    }

    /// <summary>K2 prints each drug's own routes side by side. Read across, 1 mg of hydromorphone would be 100 mg of morphine or 100 microgram of fentanyl.</summary>
    [Theory]
    [Trait("Hazard", "HZ-16")]
    [InlineData("hydromorphone intravenous", "morphine intrathecal")]
    [InlineData("hydromorphone intravenous", "fentanyl intrathecal")]
    [InlineData("morphine intravenous", "hydromorphone intravenous")]
    [InlineData("hydromorphone epidural", "morphine intrathecal")]
    public void The_tables_of_one_drugs_own_routes_are_never_read_across(string from, string to)
    {
        var conversion = Convert(from, to, "10 mg/d");
        Assert.Empty(conversion.Band);
        Assert.Empty(conversion.Chained);
    }

    [Theory]
    [InlineData("oxycodone oral", "morphine intrathecal")]
    [InlineData("morphine transdermal", "morphine intrathecal")]
    [InlineData("baclofen oral", "baclofen intrathecal")]
    public void No_ratio_on_file_is_unknown_and_what_is_on_file_is_shown(string from, string to)
    {
        var conversion = Convert(from, to, "10 mg/d");
        Assert.Equal((null, null), (conversion.Low, conversion.High));
        Assert.Empty(conversion.Reductions);
        Assert.All(
            conversion.OnFile,
            ratio => Assert.True(ratio.From == conversion.From || ratio.To == conversion.To || ratio.From.Drug == conversion.From.Drug)
        );
    }

    /// <summary>3.5 (K8) then 10 or 4: 35 and 14 to 1. For the same drug by the vein K1 prints 100 to 1: a chain must not pass for a band.</summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void Two_ratios_one_after_the_other_are_shown_and_make_no_band()
    {
        var conversion = Convert("morphine subcutaneous", "morphine intrathecal", "70 mg/d");
        Assert.Equal((null, null), (conversion.Low, conversion.High));
        Assert.Equal("2 mg/d, 5 mg/d", string.Join(", ", conversion.Chained.Select(row => row.Dose)));
        Assert.All(conversion.Chained, row => Assert.Equal((RatioUse.Chained, Mark.Derived, 2), (row.Use, row.Mark, row.Basis.Count)));
    }

    [Fact]
    public void A_printed_ratio_comes_before_any_chain()
    {
        // Oral to intravenous to intrathecal would be 3 x 300 = 900; 300 is printed.
        var conversion = Convert("morphine oral", "morphine intrathecal", "300 mg/d");
        Assert.Empty(conversion.Chained);
        Assert.DoesNotContain(conversion.Band, row => row.Use != RatioUse.Printed);
        Assert.Equal("1 mg/d", conversion.Low.ToString());
    }

    /// <summary>
    /// Of 0.8 to 24 mg: a third of 0.8 = 0.2667 to half of 24 = 12 (K9); at most half of 24 = 12 (UK); of the first, 50 % to 75 % are left: 0.1333 to 9.
    /// </summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void Reductions_stand_beside_the_band_each_with_its_own_ends()
    {
        var conversion = Convert("morphine oral", "morphine intrathecal", "240 mg/d");
        var lines = conversion.Reductions.ToDictionary(reduced => reduced.Rule.Id, StringComparer.Ordinal);
        Assert.Equal(["rotation-further-cut", "rotation-start", "uk-start-share"], lines.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Amount.IsExactly("0.8/3 mg/d", lines["rotation-start"].Low.ToString());
        Assert.Equal("12 mg/d", lines["rotation-start"].High.ToString());
        Assert.Equal((null, "12 mg/d"), (lines["uk-start-share"].Low, lines["uk-start-share"].High.ToString()));
        Amount.IsExactly("0.4/3 mg/d", lines["rotation-further-cut"].Low.ToString());
        Assert.Equal("9 mg/d", lines["rotation-further-cut"].High.ToString());
        Assert.Equal("rotation-start", lines["rotation-further-cut"].After?.Id);
        Assert.Equal("[seen K9] [recalled] [seen low-trust]", string.Join(' ', conversion.Reductions.Select(reduced => reduced.Rule.Provenance)));

        // Applied to nothing
        Assert.Equal(("800 ug/d", "24 mg/d"), (conversion.Low.ToString(), conversion.High.ToString()));
    }

    [Fact]
    public void The_share_at_which_an_intrathecal_start_begins_is_not_said_of_a_way_back() =>
        Assert.DoesNotContain(Convert("morphine intrathecal", "morphine oral", "2 mg/d").Reductions, reduced => reduced.Rule.Id == "uk-start-share");

    /// <summary>Every ratio of the file: within its ends, twice the dose twice the band, there and back the same dose.</summary>
    [Fact]
    public void Every_ratio_on_file_converts_in_proportion_and_back()
    {
        var pairs = Formulary.BuiltIn.Ratios.Where(ratio => ratio.IsNumber).Select(ratio => (ratio.From, ratio.To)).Distinct().ToArray();
        Gen.Select(Gen.Int[0, pairs.Length - 1], Gen.Int[1, 1_000_000])
            .Sample(
                (which, micrograms) =>
                {
                    var (from, to) = pairs[which];
                    var dose = DoseRate.FromMicrogramsPerDay(micrograms);
                    var one = Conversion.Of(from, to, dose, Formulary.BuiltIn);
                    var two = Conversion.Of(from, to, dose * 2m, Formulary.BuiltIn);
                    Assert.True(one.Low <= one.High);
                    Assert.All(one.Band.Zip(two.Band), pair => IsNear(pair.First.Dose * 2m, pair.Second.Dose));
                    Assert.All(one.Band, row => IsNear(row.Dose * row.Ratio, dose));
                    Assert.All(one.Reductions, reduced => Assert.True(reduced.High <= one.High && (reduced.Low ?? DoseRate.Zero) <= one.Low));
                },
                iter: 500
            );
    }

    [Fact]
    public void A_ratio_of_a_services_file_joins_the_band_and_one_that_cannot_be_meant_is_not_computed_with()
    {
        const string File = """
            {
              "name": "Trust", "version": "7",
              "conversions": [
                { "id": "own", "fromDrug": "oxycodone", "toDrug": "morphine", "fromRoute": "oral", "toRoute": "oral", "ratio": { "number": 0.5, "mark": "derived", "sources": [], "note": "own" } },
                { "id": "zero", "fromDrug": "tramadol", "toDrug": "morphine", "fromRoute": "oral", "toRoute": "oral", "ratio": { "number": 0, "mark": "derived", "sources": [], "note": "own" } }
              ]
            }
            """;
        var formulary = Formulary.BuiltIn.Overlaid(System.Text.Encoding.UTF8.GetBytes(File)).Content!;
        var oral = new DrugByRoute("morphine", "oral");
        Assert.Equal("40 mg/d", Conversion.Of(new DrugByRoute("oxycodone", "oral"), oral, Mg(20m), formulary).High.ToString());
        Assert.Empty(Conversion.Of(new DrugByRoute("tramadol", "oral"), oral, Mg(20m), formulary).Band);
    }

    private static DoseRate Mg(decimal milligrams) => DoseRate.FromMilligramsPerDay(milligrams);

    private static void IsNear(DoseRate one, DoseRate other) =>
        Assert.InRange(one.InMicrogramsPerDay() / other.InMicrogramsPerDay(), 1m - 1e-24m, 1m + 1e-24m);

    private static Conversion Convert(string from, string to, string dose) =>
        Conversion.Of(Parse(from), Parse(to), QuantityText.Parse<DoseRate>(dose).Value, Formulary.BuiltIn);

    private static DrugByRoute Parse(string text) => new(text.Split(' ')[0], text.Split(' ')[1]);
}
