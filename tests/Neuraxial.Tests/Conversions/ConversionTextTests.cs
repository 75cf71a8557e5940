using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests.Conversions;

/// <summary>
/// What a person reads of a conversion, and what a program does: every word and member, on cases that are worked out by hand from the printed ratios
/// (formulary part 4). 240 / 300 = 0.8, 240 / 125 = 1.92, 240 / 90 = 2.6667, 240 / 12 = 20, 240 / 10 = 24; 30 / (3.5 x 10) = 0.85714, 30 / (3.5 x 4) = 2.1429.
/// </summary>
public sealed class ConversionTextTests
{
    [Theory]
    [Trait("Hazard", "HZ-24")]
    [InlineData("morphine oral morphine intrathecal 240", "240 mg/d / 300 = 800 ug/d; 240 mg/d / 10 = 24 mg/d")]
    [InlineData("morphine intrathecal morphine oral 1", "1 mg/d x 10 = 10 mg/d; 1 mg/d x 300 = 300 mg/d")]
    [InlineData("morphine epidural morphine oral 2", "2 mg/d x 30 = 60 mg/d")]
    [InlineData("morphine intrathecal sufentanil intrathecal 2", "2 mg/d: nothing to work out")]
    public void The_arithmetic_of_both_ends(string case_, string worked) => Assert.Equal(worked, Text(case_).Worked);

    [Theory]
    [Trait("Hazard", "HZ-24")]
    [InlineData("morphine oral morphine intrathecal 240", "800 microgram per day to 24 mg per day, the prescriber chooses")]
    [InlineData(
        "morphine intrathecal morphine oral 1",
        "10 mg per day to 300 mg per day by the reciprocals of ratios for the way back [derived], the prescriber chooses"
    )]
    [InlineData("morphine intrathecal sufentanil intrathecal 2", "not converted: 1,000:1 iv-type potency does not hold intrathecally")]
    [InlineData("oxycodone oral morphine intrathecal 80", "unknown: no ratio from oral oxycodone to intrathecal morphine is on file")]
    public void The_band_in_a_line(string case_, string band) => Assert.Equal(band, Text(case_).Band.Replace('\u00a0', ' '));

    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void Every_dose_of_the_band_with_its_ratios_and_sources()
    {
        string[] rows =
        [
            "Dose | Ratio | Source",
            "800 microgram per day | 300 : 1 | [seen K1, K2, K3, K4] of 12 to 300 overall band; [seen K2, K3]; [seen K1, K2, K3, K4]; [seen G5] switch mainly for side effects, or dose low",
            "1.92 mg per day | 125 : 1 | [seen K5] of 10 to 125 ratio achieved in 8 cancer patients",
            "2.4 mg per day | 100 : 1 | [seen K1, K2, K3, K4]; [seen A6] start; not in frail or drowsy patients; [seen G5] systemic dose high",
            "2.6667 mg per day | 90 : 1 | [seen K1, K2, K3, K4] in a software tool",
            "20 mg per day | 12 : 1 | [seen K1, K2, K3, K4] of 12 to 300 overall band; [seen K1, K2, K3, K4] in one case",
            "24 mg per day | 10 : 1 | [seen K5] of 10 to 125 ratio achieved in 8 cancer patients",
        ];
        Assert.Equal(rows, Lines(Text("morphine oral morphine intrathecal 240").BandTable), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void A_reduction_stands_beside_the_band_and_is_applied_to_nothing()
    {
        var text = Text("morphine oral morphine intrathecal 240");
        Assert.Equal("shown beside the band, applied to nothing: each is for the prescriber to choose", text.Reductions);
        string[] rows =
        [
            "Reduction | Band | Mark",
            "Rotation: begin at 1/3 to 1/2 of the computed dose. | 266.67 microgram per day to 12 mg per day | [seen K9]",
            "Common UK practice: start intrathecal at no more than 50 % of the computed dose. | at most 12 mg per day | [recalled]",
            "Cut by a further 25 to 50 % for age or renal impairment. | 133.33 microgram per day to 9 mg per day | [seen low-trust]",
        ];
        Assert.Equal(rows, Lines(text.ReductionTable), StringComparer.Ordinal);

        var none = Text("oxycodone oral morphine intrathecal 80");
        Assert.Equal(("", null), (none.Reductions, none.ReductionTable));
    }

    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void Two_ratios_one_after_the_other_are_for_the_eye_only()
    {
        var text = Text("morphine subcutaneous morphine intrathecal 30");
        Assert.Equal("two ratios one after the other, for the eye only [derived]: errors multiply, and they make no band", text.Chained);
        string[] rows =
        [
            "Dose | Two ratios | Source",
            "857.14 microgram per day | 35 : 1 | subcutaneous morphine to epidural morphine 3.5 [seen K8], then epidural morphine to intrathecal morphine 10 [seen K1]",
            "2.1429 mg per day | 14 : 1 | subcutaneous morphine to epidural morphine 3.5 [seen K8], then epidural morphine to intrathecal morphine 4 [seen K7]",
        ];
        Assert.Equal(rows, Lines(text.ChainedTable), StringComparer.Ordinal);
        Assert.Null(text.BandTable);

        var band = Text("morphine oral morphine intrathecal 240");
        Assert.Equal(("", null), (band.Chained, band.ChainedTable));
    }

    [Fact]
    public void What_is_on_file_where_there_is_no_band()
    {
        var text = Text("morphine intrathecal sufentanil intrathecal 2");
        Assert.Equal("intrathecal morphine to intrathecal sufentanil: 1,000:1 iv-type potency does not hold intrathecally [recalled]", text.Refused);
        Assert.Equal("from the one or to the other, below", text.OnFile);
        string[] rows =
        [
            "On file | Ratios",
            "intravenous sufentanil to intrathecal sufentanil | 10 to 20 [seen K6]",
            "intrathecal morphine to intrathecal hydromorphone | 6 [seen A1]; 5 [recalled]",
            "intrathecal morphine to intrathecal fentanyl | 100:1 iv-type potency does not hold intrathecally [recalled]",
            "intrathecal morphine to intrathecal sufentanil | 1,000:1 iv-type potency does not hold intrathecally [recalled]",
        ];
        Assert.Equal(rows, Lines(text.OnFileTable), StringComparer.Ordinal);

        var band = Text("morphine oral morphine intrathecal 240");
        Assert.Equal(("", "", null), (band.Refused, band.OnFile, band.OnFileTable));
        var nothing = Text("pethidine oral buprenorphine sublingual 1");
        Assert.Equal(("nothing from the one or to the other", null), (nothing.OnFile, nothing.OnFileTable));
    }

    [Fact]
    public void A_row_of_a_band_as_JSON() =>
        AssertJson(
            """
            {"ratio":300,"dose":"800 ug/d","use":"printed","printed":"300","applies":null,"source":"Anaesthesia teaching table [K2]; Open education note [K3], seen",
            "mark":"seen","note":"printed oral : iv : epidural : intrathecal 300 : 100 : 10 : 1","rows":["morphine-oral-it-k2"]}
            """,
            Json("morphine oral morphine intrathecal 240").GetProperty("band")[1]
        );

    [Fact]
    public void A_reduction_as_JSON()
    {
        var reductions = Json("morphine oral morphine intrathecal 240").GetProperty("reductions");
        AssertJson(
            """
            {"rule":"uk-start-share","text":"Common UK practice: start intrathecal at no more than 50 % of the computed dose.","applies":null,
            "source":"no source on record, recalled","mark":"recalled","after":null,"low":null,"high":"12 mg/d"}
            """,
            reductions[1]
        );
        Assert.Equal("rotation-start", reductions[2].GetProperty("after").GetString());
        Assert.Equal("age or renal impairment", reductions[2].GetProperty("applies").GetString());
        Assert.Equal("9 mg/d", reductions[2].GetProperty("high").GetString());
    }

    [Fact]
    public void A_chain_and_what_is_on_file_as_JSON()
    {
        var json = Json("morphine subcutaneous morphine intrathecal 30");
        AssertJson(
            """
            {"ratio":35,"dose":"857.1428571428571428571428571 ug/d","use":"chained","printed":"3.5 x 10","applies":null,
            "source":"Epidural versus subcutaneous morphine [K8], seen; Gorlin 2016 [K1], seen","mark":"derived",
            "note":"blinded crossover, n = 10; commonest; wide variation","rows":["morphine-sc-epidural","morphine-epidural-it-k1"]}
            """,
            json.GetProperty("chained")[0]
        );
        Assert.Equal(
            "measured in 25 cancer patients moved from epidural to intrathecal",
            json.GetProperty("chained")[1].GetProperty("applies").GetString()
        );
        AssertJson(
            """
            {"from":{"drug":"morphine","route":"intravenous"},"to":{"drug":"morphine","route":"intrathecal"},"ratio":"100","source":"Gorlin 2016 [K1], seen","mark":"seen"}
            """,
            json.GetProperty("onFile")[0]
        );
    }

    [Fact]
    public void A_refusal_as_JSON()
    {
        var json = Json("morphine intrathecal sufentanil intrathecal 2");
        AssertJson(
            """
            {"from":{"drug":"morphine","route":"intrathecal"},"to":{"drug":"sufentanil","route":"intrathecal"},
            "why":"1,000:1 iv-type potency does not hold intrathecally","source":"no source on record, recalled","mark":"recalled"}
            """,
            json.GetProperty("refused")
        );
        Assert.Equal(JsonValueKind.Null, json.GetProperty("low").ValueKind);
        Assert.Equal("2 mg/d", json.GetProperty("given").GetString());
        AssertJson("""{"drug":"morphine","route":"intrathecal"}""", json.GetProperty("from"));
        AssertJson("""{"drug":"sufentanil","route":"intrathecal"}""", json.GetProperty("to"));
    }

    /// <summary>Drug and way from, drug and way to, and mg a day.</summary>
    private static ConversionText Text(string case_) => new(Of(case_), Formulary.BuiltIn);

    private static Conversion Of(string case_)
    {
        var words = case_.Split(' ');
        return Conversion.Of(
            new DrugByRoute(words[0], words[1]),
            new DrugByRoute(words[2], words[3]),
            QuantityText.Parse<DoseRate>(words[4] + " mg/d").Value,
            Formulary.BuiltIn
        );
    }

    private static JsonElement Json(string case_)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            ConversionJson.WriteMembers(json, Of(case_), Formulary.BuiltIn);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(bytes.ToArray()).RootElement.Clone();
    }

    private static void AssertJson(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, actual), $"is {actual}");

    private static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string?>>? table) =>
        table!.Select(row => string.Join(" | ", row).Replace('\u00a0', ' '));
}
