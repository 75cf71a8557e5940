using System.Buffers;
using System.Text.Json;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Conversions;

/// <summary>A plan holds every opioid given before against every opioid of the infusate, at its start.</summary>
public sealed class ConversionPlanTests
{
    private const string Oral = """[{ "drug": "morphine", "route": "oral", "dose": "240 mg/d" }]""";

    /// <summary>240 mg oral: 0.8 to 24 mg. At 10 mg/mL: the flow for doses just outside and at each end.</summary>
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-21")]
    [InlineData("0.0799 mL/d", BandPosition.Below)]
    [InlineData("0.08 mL/d", BandPosition.Inside)]
    [InlineData("2.4 mL/d", BandPosition.Inside)]
    [InlineData("2.4001 mL/d", BandPosition.Above)]
    public void The_start_dose_is_held_against_the_band_ends_included(string rate, BandPosition position)
    {
        var plan = Plans.Of(("currentOpioids", Oral), ("program.rate", rate));
        Assert.Equal(position, Assert.Single(plan.Conversion).Position);
        Assert.Equal(position == BandPosition.Above, plan.Findings.Any(finding => finding.Kind == FindingKinds.ConversionAboveBand));
        Assert.Equal(position == BandPosition.Below, plan.Findings.Any(finding => finding.Kind == FindingKinds.ConversionBelowBand));
        if (position == BandPosition.Above)
        {
            var finding = plan.The(FindingKinds.ConversionAboveBand);
            Assert.Equal(
                (Severity.Confirm, true, "24.001 mg/d", "24 mg/d"),
                (finding.Severity, finding.NeedsSecondPerson, finding.Value, finding.Limit)
            );
            Assert.Contains("[K5]", finding.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_opioid_that_runs_already_is_shown_and_not_held_against_the_band()
    {
        var plan = Plans.Of(
            ("currentOpioids", Oral),
            ("program.rate", "3 mL/d"),
            ("previous.infusate", """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }] }""")
        );
        var planned = Assert.Single(plan.Conversion);
        Assert.Equal((false, null), (planned.IsStart, planned.Position));
        plan.HasNo(FindingKinds.ConversionAboveBand);
    }

    /// <summary>100 mg of oral morphine and 60 mg of subcutaneous diamorphine beside diamorphine: only the second has a ratio, so nothing can be said of both.</summary>
    [Fact]
    public void A_part_without_a_ratio_leaves_the_whole_unknown_and_asks_for_a_second_person()
    {
        var plan = Plans.Of(
            (
                "currentOpioids",
                """[{ "drug": "oxycodone", "route": "oral", "dose": "100 mg/d" }, { "drug": "diamorphine", "route": "subcutaneous", "dose": "60 mg/d" }]"""
            ),
            ("infusate", """{ "drugs": [{ "drug": "diamorphine", "concentration": "10 mg/mL" }] }""")
        );
        Assert.Equal(2, plan.Conversion.Count);
        Assert.All(plan.Conversion, planned => Assert.Equal((null, null), (planned.Position, planned.TotalHigh)));
        var finding = plan.The(FindingKinds.ConversionUnknown);
        Assert.Equal((Severity.Unknown, true), (finding.Severity, finding.NeedsSecondPerson));
        Assert.Contains("oral oxycodone", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>240 mg oral 0.8 to 24 mg, with 30 mg intravenous 0.1 to 0.3 mg: together 0.9 to 24.3 mg.</summary>
    [Fact]
    public void Several_opioids_are_added_up_before_the_start_is_held_against_them()
    {
        var plan = Plans.Of(
            (
                "currentOpioids",
                """[{ "drug": "morphine", "route": "oral", "dose": "240 mg/d" }, { "drug": "morphine", "route": "intravenous", "dose": "30 mg/d" }]"""
            ),
            ("program.rate", "2.42 mL/d")
        );
        Assert.All(plan.Conversion, planned => Assert.Equal(("900 ug/d", "24.3 mg/d"), (planned.TotalLow.ToString(), planned.TotalHigh.ToString())));
        Assert.All(plan.Conversion, planned => Assert.Equal(BandPosition.Inside, planned.Position));
    }

    [Fact]
    public void A_fentanyl_start_from_morphine_is_refused_with_the_reason()
    {
        var plan = Plans.Of(("currentOpioids", Oral), ("infusate", """{ "drugs": [{ "drug": "fentanyl", "concentration": "200 ug/mL" }] }"""));
        var finding = plan.The(FindingKinds.ConversionRefused);
        Assert.Equal((Severity.Unknown, true), (finding.Severity, finding.NeedsSecondPerson));
        Assert.Contains("does not hold intrathecally", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Morphine 6 mg/d in the pump becomes hydromorphone: 6/6 = 1 mg to 6/5 = 1.2 mg; 5 mg/mL at 0.4 mL/d is 2 mg.</summary>
    [Fact]
    [Trait("Hazard", "HZ-16")]
    public void An_opioid_that_replaces_another_in_the_pump_is_held_against_it()
    {
        var plan = Plans.Of(
            ("infusate", """{ "drugs": [{ "drug": "hydromorphone", "concentration": "5 mg/mL" }] }"""),
            ("previous.infusate", """{ "drugs": [{ "drug": "morphine", "concentration": "15 mg/mL" }] }"""),
            ("previous.program", """{ "mode": "continuous", "rate": "0.4 mL/d" }""")
        );
        var planned = Assert.Single(plan.Conversion);
        Assert.Equal(
            (true, true, "1 mg/d", "1.2 mg/d", BandPosition.Above),
            (planned.IsPrevious, planned.IsStart, planned.TotalLow.ToString(), planned.TotalHigh.ToString(), planned.Position)
        );
        Assert.Null(planned.Taper);
        Assert.Equal("1.2 mg/d", plan.The(FindingKinds.ConversionAboveBand).Limit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    public void Without_opioids_given_before_there_is_nothing_to_convert(string? opioids)
    {
        var plan = opioids is null ? Plans.Of() : Plans.Of(("currentOpioids", opioids));
        Assert.Empty(plan.Conversion);
        Assert.Null(plan.OralMorphine);
    }

    /// <summary>90 mg oral, 30 mg intravenous x 2 to x 3 = 60 to 90, 30 mg subcutaneous diamorphine x 3 = 90: together 240 to 270 mg.</summary>
    [Fact]
    public void The_total_as_oral_morphine_is_a_band_and_unknown_with_a_part_that_has_no_ratio()
    {
        const string Known = """
            { "drug": "morphine", "route": "oral", "dose": "90 mg/d" }, { "drug": "morphine", "route": "intravenous", "dose": "30 mg/d" },
            { "drug": "diamorphine", "route": "subcutaneous", "dose": "30 mg/d" }
            """;
        var total = Plans.Of(("currentOpioids", $"[{Known}]")).OralMorphine!;
        Assert.Equal(("240 mg/d", "270 mg/d"), (total.Low.ToString(), total.High.ToString()));
        total = Plans.Of(("currentOpioids", $$"""[{{Known}}, { "drug": "oxycodone", "route": "oral", "dose": "20 mg/d" }]""")).OralMorphine!;
        Assert.Equal((null, null), (total.Low, total.High));
        Assert.Equal(4, total.Parts.Count);
    }

    [Fact]
    public void What_goes_into_the_spine_is_converted_and_neither_tapered_nor_added_to_the_systemic_total()
    {
        // 8 mg epidural to intrathecal: 0.8 (10 : 1) to 2 mg (4 : 1, K7)
        var plan = Plans.Of(("currentOpioids", """[{ "drug": "morphine", "route": "epidural", "dose": "8 mg/d" }]"""));
        var planned = Assert.Single(plan.Conversion);
        Assert.Equal(("800 ug/d", "2 mg/d"), (planned.Conversion.Low.ToString(), planned.Conversion.High.ToString()));
        Assert.Null(planned.Taper);
        Assert.Null(plan.OralMorphine);
    }

    /// <summary>Halved: 120 mg; then 25 % or 10 % a day: 90 to 108, 67.5 to 97.2, 50.625 to 87.48 ...</summary>
    [Fact]
    [Trait("Hazard", "HZ-38")]
    public void The_taper_holds_both_ends_of_every_day()
    {
        var taper = Assert.Single(Plans.Of(("currentOpioids", Oral)).Conversion).Taper!;
        string[] expected = ["120 to 120", "90 to 108", "67.5 to 97.2", "50.625 to 87.48"];
        Assert.Equal(
            expected,
            taper
                .Days.Take(4)
                .Select(day => $"{QuantityText.Number(day.Low.InMilligramsPerDay())} to {QuantityText.Number(day.High.InMilligramsPerDay())}"),
            StringComparer.Ordinal
        );
        Assert.Equal(8, taper.Days.Count);
        Assert.True(taper.CanStop);

        // 120 x 0.75^7 and 120 x 0.9^7
        Amount.IsExactly("16.01806640625 mg/d", taper.Days[7].Low.ToString());
        Amount.IsExactly("57.395628 mg/d", taper.Days[7].High.ToString());
        Assert.Equal(Mark.Recalled, taper.Daily.Provenance!.Mark);
        Assert.Contains(taper.StopRules, rule => rule.Text.Contains("withdrawal", StringComparison.Ordinal));
        Assert.Contains(taper.Statements, rule => rule.Text.Contains("worsened pain", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cancer-pain", "mascc-cancer", "pacc-2024-systemic")]
    [InlineData("non-cancer-pain", "pacc-2024-systemic", "mascc-cancer")]
    public void Statements_are_those_of_the_indication(string indication, string has, string hasNot)
    {
        var taper = Assert.Single(Plans.Of(("currentOpioids", Oral), ("indication", indication)).Conversion).Taper!;
        Assert.Contains(taper.Statements, rule => rule.Id == has);
        Assert.DoesNotContain(taper.Statements, rule => rule.Id == hasNot);
    }

    /// <summary>Path 0.14 + 0.26 = 0.40 mL, old 20 mg/mL at the wanted 4 mg/d: 0.2 mL/d, bridged for 48 h; the taper begins when the new infusate arrives.</summary>
    [Fact]
    public void The_taper_is_counted_from_when_the_new_infusate_reaches_the_tip()
    {
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 10, 0), Assert.Single(Plans.Of(("currentOpioids", Oral)).Conversion).Taper!.Days[0].At);
        var bridged = Plans.Of(
            ("currentOpioids", Oral),
            ("catheter.volume", "0.26 mL"),
            ("previous.infusate", """{ "drugs": [{ "drug": "morphine", "concentration": "20 mg/mL" }] }"""),
            ("previous.program", """{ "mode": "continuous", "rate": "0.2 mL/d" }""")
        );
        Assert.Equal(Duration.FromHours(48), bridged.Bridge!.Duration);
        Assert.Equal(Instant.FromUtc(2026, 11, 26, 10, 0), Assert.Single(bridged.Conversion).Taper!.Days[0].At);
    }

    /// <summary>No number that could be taken over without a choice: in the clinical parts "dose" is a member of rows of a band alone, each with its source.</summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void No_single_number_is_prefilled_anywhere()
    {
        var buffer = new ArrayBufferWriter<byte>();
        PlanJson.Write(Plans.Of(("currentOpioids", Oral)), buffer, indented: false);
        using var plan = JsonDocument.Parse(buffer.WrittenMemory);
        var root = plan.RootElement;
        foreach (var name in (string[])["conversion", "oralMorphine", "titration", "observation"])
        {
            foreach (var (path, member) in Members(root.GetProperty(name), name))
            {
                Assert.DoesNotContain("recommend", path, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("suggest", path, StringComparison.OrdinalIgnoreCase);
                if (path.EndsWith(".dose", StringComparison.Ordinal))
                {
                    Assert.Matches(@"\.(band|chained)\[\]\.dose$", path);
                }

                if (member.ValueKind == JsonValueKind.String)
                {
                    Assert.DoesNotContain("recommended dose", member.GetString(), StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        foreach (var row in root.GetProperty("conversion")[0].GetProperty("band").EnumerateArray())
        {
            Assert.Equal(JsonValueKind.Number, row.GetProperty("ratio").ValueKind);
            Assert.NotEmpty(row.GetProperty("source").GetString()!);
        }
    }

    private static IEnumerable<(string Path, JsonElement Value)> Members(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Members(member.Value, $"{path}.{member.Name}").Prepend(($"{path}.{member.Name}", member.Value))),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Members(item, path + "[]")),
            _ => [],
        };
}
