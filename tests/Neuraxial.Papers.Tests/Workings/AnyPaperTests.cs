using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using CsCheck;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>The calculations hold on every paper, not only on those of the examples: any mixture, pump, program and change of infusate.</summary>
public sealed class AnyPaperTests
{
    private static readonly string[] Pumps =
    [
        "synchromed-ii-20",
        "synchromed-ii-40",
        "prometra-ii-20",
        "cadd-solis",
        "cadd-prizm-pcs-ii",
        "cadd-legacy",
        "cadd-ms3",
        "curlin-4000",
        "ambit-pib",
        "t34",
        "isomed-20",
    ];

    private static readonly string[] Drugs = ["morphine", "bupivacaine", "baclofen", "fentanyl", "clonidine", "ziconotide", "hydromorphone"];

    /// <summary>A number of up to three digits at any place, as people write it.</summary>
    private static readonly Gen<string> Number = Gen.Int[1, 999]
        .Select(Gen.Int[0, 3], (digits, places) => (digits / (decimal)Math.Pow(10, places)).ToString("0.###", CultureInfo.InvariantCulture));

    private static readonly Gen<string> Concentration = Number.Select(OneOf("mg/mL", "ug/mL"), (number, unit) => $"{number} {unit}");
    private static readonly Gen<string> Flow = Number.Select(OneOf("mL/d", "mL/h"), (number, unit) => $"{number} {unit}");

    private static readonly Gen<string> Infusate = Gen.Shuffle(Drugs)
        .Select(
            Gen.Int[1, 3],
            Concentration.Array[3],
            (drugs, count, strengths) => drugs.Take(count).Select((drug, i) => $$"""{ "drug": "{{drug}}", "concentration": "{{strengths[i]}}" }""")
        )
        .Select(drugs => $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }""");

    private static readonly Gen<string> Demand = Gen.Select(Number, Gen.Int[5, 90], Gen.Int[0, 1], Gen.Int[1, 12], Gen.Int[0, 2], Gen.Int[0, 6])
        .Select(
            (bolus, lockout, hasDuration, count, hasMaximum, expected) =>
                $$"""
                    , "demand": { "dose": "{{bolus}} mL", "lockout": "{{lockout}} min"{{(
                        hasDuration == 1 ? $", \"duration\": \"{lockout / 2m} min\"" : ""
                    )}}{{(hasMaximum > 0 ? $", \"maximum\": {{ \"count\": {count}, \"per\": \"{hasMaximum * 4} h\" }}" : "")}}{{(
                        expected > 0 ? $", \"expected\": {{ \"count\": {expected}, \"per\": \"24 h\" }}" : ""
                    )}} }
                    """
        );

    private static readonly Gen<string> Program = Gen.Select(Gen.Int[0, 4], Flow, Flow, Flow, Number, Demand)
        .Select(
            (kind, one, two, three, bolus, demand) =>
                kind switch
                {
                    0 => $$"""{ "mode": "continuous", "rate": "{{one}}" }""",
                    1 => $$"""{ "mode": "continuous", "rate": "{{one}}"{{demand}} }""",
                    2 =>
                        $$"""{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "{{one}}" }, { "at": "13:30", "rate": "{{two}}" }, { "at": "22:00", "rate": "{{three}}" }] }""",
                    3 => $$"""{ "mode": "periodic", "bolus": "{{bolus}} mL", "duration": "30 min", "every": "5 h", "basal": "{{one}}" }""",
                    _ => $$"""{ "mode": "periodic", "bolus": "{{bolus}} mL", "duration": "10 min", "every": "6 h"{{demand}} }""",
                }
        );

    private static readonly Gen<string> Therapy = Gen.Select(OneOf(Pumps), Infusate, Infusate, Program, Program, Gen.Int[1, 400], Gen.Bool, Number)
        .Select(
            (pump, infusate, old, program, before, fill, hasPrevious, catheter) =>
                $$"""
                    {
                      "therapy": "any",
                      "indication": "cancer-pain",
                      "route": "intrathecal",
                      "currentOpioids": [{ "drug": "morphine", "route": "oral", "dose": "{{fill}} mg/d" }],
                      "catheter": { "model": "ascenda", "length": "80 cm", "volume": "0.{{1 + (fill % 9)}} mL" },
                      "pump": { "model": "{{pump}}", "line": "0.{{1 + (fill % 5)}} mL" },
                      "infusate": {{infusate}},
                      "fill": { "volume": "{{fill}} mL", "at": "2026-11-24T10:00:00Z" },
                      "program": {{(pump == "isomed-20" ? """{ "mode": "constant-flow" }""" : program)}}
                      {{(
                        hasPrevious
                            ? $$""", "previous": { "infusate": {{old}}, "program": {{(pump == "isomed-20" ? """{ "mode": "constant-flow" }""" : before)}} }"""
                            : ""
                    )}}
                    }
                    """
        );

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [Fact]
    [Trait("Hazard", "HZ-13")]
    [Trait("Hazard", "HZ-43")]
    public void Every_calculation_on_any_paper_holds_by_its_printed_numbers_and_units()
    {
        var (read, lines) = (0, 0);
        Therapy.Sample(
            json =>
            {
                if (TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Content is not { } therapy)
                {
                    return;
                }

                var page = new HtmlParser().ParseDocument(
                    Paper.Write(Planner.Plan(therapy, Formulary.BuiltIn), TherapyHash.Of(Encoding.UTF8.GetBytes(json)))
                );
                var workings = page.QuerySelectorAll(".working").Select(Printed.Words).ToList();
                var faults = workings
                    .Where(line => PrintedCalculation.Fault(line) is not null)
                    .Select(line => $"{line}: {PrintedCalculation.Fault(line)}")
                    .ToList();
                Assert.True(faults.Count == 0, string.Join('\n', faults));
                Interlocked.Increment(ref read);
                Interlocked.Add(ref lines, workings.Count);
            },
            iter: 300
        );
        Assert.True(read > 150 && lines > 4_000, $"only {read} papers with {lines} lines were looked at");
    }
}
