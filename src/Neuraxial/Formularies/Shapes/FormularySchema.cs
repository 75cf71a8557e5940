using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Neuraxial;

/// <summary>The JSON Schema of a formulary file, written from the shapes that the loader checks with, so that the two cannot drift apart.</summary>
public static partial class FormularySchema
{
    private const string QuantityPattern = "^(0|[1-9][0-9]*)(\\.[0-9]+)? \\S+$";

    /// <summary>Draft 2020-12, indented, ending with a line feed.</summary>
    public static string Text()
    {
        var buffer = new ArrayBufferWriter<byte>(65_536);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "Neuraxial formulary");
            json.WriteString(
                "description",
                "Drugs, preparations, limits, stability, conversions, observation, pumps and catheters, each figure with its mark and sources. A service's own file has the same shape and is laid over the built-in one row by row."
            );
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            WriteTexts(json, "$schema", "about", "name", "version");
            WriteMembers(json, Release);
            foreach (var section in Section.All)
            {
                json.WriteStartObject(section.Name);
                json.WriteString("type", "array");
                json.WritePropertyName("items");
                section.Shape.WriteSchema(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("definitions");
            WriteDefinitions(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    internal static void WriteContent(Utf8JsonWriter json, RowContent content)
    {
        WriteTexts(json, "note");
        json.WritePropertyName("mark");
        WordField.WriteWords(json, [.. Provenance.Marks.Words]);
        json.WriteStartObject("sources");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        if (content == RowContent.Figure)
        {
            WriteTexts(json, "text", "unit");
            foreach (var name in (ReadOnlySpan<string>)["value", "low", "high"])
            {
                json.WriteStartObject(name);
                json.WriteString("$ref", "#/definitions/quantity");
                json.WriteEndObject();
            }

            foreach (var name in (ReadOnlySpan<string>)["number", "from", "to"])
            {
                json.WriteStartObject(name);
                json.WriteString("type", "number");
                json.WriteEndObject();
            }
        }
    }

    private static void WriteDefinitions(Utf8JsonWriter json)
    {
        json.WriteStartObject("quantity");
        json.WriteString("description", "Number, space, UCUM unit.");
        json.WriteString("type", "string");
        json.WriteString("pattern", QuantityPattern);
        json.WriteEndObject();
        json.WritePropertyName("figure");
        Shape.Figure().WriteSchema(json);
        WriteMembers(json, ReleaseDefinitions);
    }

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteStartObject(name);
            json.WriteString("type", "string");
            json.WriteEndObject();
        }
    }
}
