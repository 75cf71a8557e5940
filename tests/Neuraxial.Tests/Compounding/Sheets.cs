using System.Globalization;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Worksheets of tests, from one line and as one line, in the way in which a pharmacist notes them.</summary>
internal static class Sheets
{
    public static CompoundingTerms Terms { get; } = Formulary.BuiltIn.CompoundingTerms;

    /// <summary>The plan of a therapy file with drugs as <c>morphine 10 mg/mL from morphine-kalceks-30mg-ml-uk, clonidine 50 ug/mL from 2 mg/mL, ziconotide 1 ug/mL</c>.</summary>
    public static Plan Plan(string drugs, string fill = "20 mL", params (string Path, string? Value)[] changes)
    {
        var json = string.Join(", ", drugs.Split(", ").Select(Drug));
        return Plans.Of([("infusate", $$"""{ "diluent": "sodium-chloride-0.9", "drugs": [{{json}}] }"""), ("fill.volume", fill), .. changes]);
    }

    /// <summary>The plan of an example without what its drugs are made from.</summary>
    public static Plan WithoutProducts(Formulary? formulary = null)
    {
        var json = Plans.Changed(
            System.Text.Encoding.UTF8.GetString(Plans.ExampleBytes("cancer-intrathecal-implanted")),
            ("infusate.drugs.0.preparation", null),
            ("infusate.drugs.1.stock", null)
        );
        var reading = TherapyFile.Read(System.Text.Encoding.UTF8.GetBytes(json), formulary ?? Formulary.BuiltIn);
        Assert.Empty(reading.Problems);
        return Planner.Plan(reading.Content!, formulary ?? Formulary.BuiltIn);
    }

    /// <summary>The same, epidurally from a bag.</summary>
    public static Plan Epidural(string drugs, string fill, params (string Path, string? Value)[] changes) =>
        Plan(drugs, fill, [("route", "epidural"), ("pump.model", "cadd-legacy"), .. changes]);

    /// <summary>Works a mixture out from stated strengths: <c>morphine 10 mg/mL from 50 mg/mL</c>.</summary>
    public static Making Make(string drugs, string total, CompoundingTerms? terms = null) =>
        Compounder.Make([.. drugs.Split(", ").Select(Wanted)], Volume(total), "sodium-chloride-0.9", terms ?? Terms);

    /// <summary>One part a line: what is opened, drawn and held; the diluent last.</summary>
    public static string Text(this Worksheet worksheet) =>
        string.Join(
            "; ",
            worksheet.Parts.Select(part => $"{Opened(part)}: {part.Volume}, {part.Masses.Text()}").Append($"diluent {worksheet.Diluent.Volume}")
        );

    public static string Text(this IEnumerable<ContainerCount> open) =>
        string.Join(" + ", open.Select(container => string.Create(CultureInfo.InvariantCulture, $"{container.Count} x {container.Size}")));

    public static string Text(this IEnumerable<DilutionStep> steps) =>
        string.Join("; ", steps.Select(step => $"{step.Take} of {step.Of} to {step.MakeUpTo} gives {step.Gives}"));

    public static string Text(this IEnumerable<StockDrug> drugs) => string.Join(", ", drugs.Select(held => $"{held.Drug} {held.Strength}"));

    /// <summary>The worksheet of a plan that has one.</summary>
    public static Worksheet Worksheet(this Plan plan)
    {
        Assert.True(
            plan.Compounding.Worksheet is not null,
            string.Join('\n', plan.Compounding.Cannot?.Obstacles.Select(obstacle => obstacle.Message) ?? [])
        );
        return plan.Compounding.Worksheet!;
    }

    public static Volume Volume(string text) => QuantityText.Parse<Volume>(text).Value;

    public static Concentration Concentration(string text) => QuantityText.Parse<Concentration>(text).Value;

    private static string Opened(WorksheetPart part) => part.Open is { } open ? open.Text() : "unknown containers";

    private static WantedDrug Wanted(string text)
    {
        var words = text.Split(' ', 2);
        var strengths = words[1].Split(" from ");
        return WantedDrug.From(Formulary.BuiltIn.Drug(words[0])!, Concentration(strengths[0]), Concentration(strengths[1]));
    }

    private static string Drug(string text)
    {
        var words = text.Split(' ', 2);
        var parts = words[1].Split(" from ");
        var from =
            parts.Length == 1 ? ""
            : char.IsAsciiDigit(parts[1][0]) ? $", \"stock\": \"{parts[1]}\""
            : $", \"preparation\": \"{parts[1]}\"";
        return $$"""{ "drug": "{{words[0]}}", "concentration": "{{parts[0]}}"{{from}} }""";
    }
}
