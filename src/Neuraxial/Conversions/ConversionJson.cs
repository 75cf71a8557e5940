using System.Text.Json;

namespace Neuraxial;

/// <summary>Writes conversions as JSON: for the calculator and for plans, in the same members.</summary>
internal static class ConversionJson
{
    public static void WriteMembers(Utf8JsonWriter json, Conversion conversion, Formulary formulary)
    {
        WriteEnd(json, "from", conversion.From);
        WriteEnd(json, "to", conversion.To);
        json.WriteString("given", conversion.Given.ToString());
        WriteBand(json, "band", conversion.Band, formulary);
        json.WriteString("low", conversion.Low?.ToString());
        json.WriteString("high", conversion.High?.ToString());
        json.WritePropertyName("reductions");
        WriteReductionsValue(json, conversion.Reductions, formulary);
        WriteBand(json, "chained", conversion.Chained, formulary);
        json.WritePropertyName("refused");
        WriteRefusedValue(json, conversion, formulary);
        json.WritePropertyName("onFile");
        WriteOnFileValue(json, conversion, formulary);

        // "Require a named ratio, a reduction and a second checker" (formulary part 4.3): of every conversion, so that no member is needed to switch it off.
        json.WriteBoolean("secondPerson", true);
    }

    public static void WriteEnd(Utf8JsonWriter json, string name, DrugByRoute end)
    {
        json.WritePropertyName(name);
        WriteEndValue(json, end);
    }

    public static void WriteEndValue(Utf8JsonWriter json, DrugByRoute end)
    {
        json.WriteStartObject();
        json.WriteString("drug", end.Drug);
        json.WriteString("route", end.Route);
        json.WriteEndObject();
    }

    public static void WriteBand(Utf8JsonWriter json, string name, IReadOnlyList<ConvertedDose> band, Formulary formulary)
    {
        json.WritePropertyName(name);
        WriteBandValue(json, band, formulary);
    }

    public static void WriteBandValue(Utf8JsonWriter json, IReadOnlyList<ConvertedDose> band, Formulary formulary)
    {
        json.WriteStartArray();
        foreach (var row in band)
        {
            json.WriteStartObject();
            json.WriteNumber("ratio", PlanJson.Plain(row.Ratio));
            json.WriteString("dose", row.Dose.ToString());
            json.WriteString("use", ConvertedDose.Uses.Word(row.Use));
            json.WriteString("printed", string.Join(" x ", row.Basis.Select(ratio => ratio.Figure.ToString())));
            json.WriteString("applies", Joined(row, ratio => ratio.Applies));
            json.WriteString("source", string.Join("; ", row.Basis.Select(ratio => formulary.Cite(ratio.Figure.Provenance))));
            json.WriteString("mark", Provenance.Marks.Word(row.Mark));
            json.WriteString("note", Joined(row, ratio => ratio.Note));
            json.WriteStartArray("rows");
            foreach (var ratio in row.Basis)
            {
                json.WriteStringValue(ratio.Id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteRule(Utf8JsonWriter json, string? name, ConversionRule rule, Formulary formulary)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        WriteRuleMembers(json, rule, formulary);
        json.WriteEndObject();
    }

    public static void WriteReductionsValue(Utf8JsonWriter json, IReadOnlyList<ReducedBand> reductions, Formulary formulary)
    {
        json.WriteStartArray();
        foreach (var reduced in reductions)
        {
            json.WriteStartObject();
            WriteRuleMembers(json, reduced.Rule, formulary);
            json.WriteString("after", reduced.After?.Id);
            json.WriteString("low", reduced.Low?.ToString());
            json.WriteString("high", reduced.High.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteRefusedValue(Utf8JsonWriter json, Conversion conversion, Formulary formulary)
    {
        if (conversion.Refused is not { } refused)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteEnd(json, "from", refused.From);
        WriteEnd(json, "to", refused.To);
        json.WriteString("why", refused.Figure.Text ?? refused.Applies);
        json.WriteString("source", formulary.Cite(refused.Figure.Provenance));
        json.WriteString("mark", Provenance.Marks.Word(refused.Figure.Provenance.Mark));
        json.WriteEndObject();
    }

    public static void WriteOnFileValue(Utf8JsonWriter json, Conversion conversion, Formulary formulary)
    {
        json.WriteStartArray();
        foreach (var ratio in conversion.OnFile)
        {
            json.WriteStartObject();
            WriteEnd(json, "from", ratio.From);
            WriteEnd(json, "to", ratio.To);
            json.WriteString("ratio", ratio.Figure.ToString());
            json.WriteString("source", formulary.Cite(ratio.Figure.Provenance));
            json.WriteString("mark", Provenance.Marks.Word(ratio.Figure.Provenance.Mark));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRuleMembers(Utf8JsonWriter json, ConversionRule rule, Formulary formulary)
    {
        json.WriteString("rule", rule.Id);
        json.WriteString("text", rule.Text);
        json.WriteString("applies", rule.Applies);
        json.WriteString("source", rule.Provenance is { } provenance ? formulary.Cite(provenance) : null);
        json.WriteString("mark", rule.Provenance is { } marked ? Provenance.Marks.Word(marked.Mark) : null);
    }

    private static string? Joined(ConvertedDose row, Func<ConversionRatio, string?> part)
    {
        var texts = row.Basis.Select(part).Where(text => text is not null).ToList();
        return texts.Count == 0 ? null : string.Join("; ", texts);
    }
}
