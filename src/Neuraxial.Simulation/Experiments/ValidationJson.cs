using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Simulation;

/// <summary>
/// A validation as JSON: quantities in the unit that the study writes, ratios as bare numbers, what is not there or not defined <c>null</c>. A fold error is one against
/// <c>observed</c>, or against the geometric middle of the band where that is <c>null</c>. Members are added, never renamed.
/// </summary>
public static class ValidationJson
{
    /// <summary>Writes it, indented.</summary>
    /// <param name="validation">What was found.</param>
    /// <param name="output">UTF-8.</param>
    public static void Write(Validation validation, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("observations");
        foreach (var row in validation.Rows)
        {
            Write(row, json);
        }

        json.WriteEndArray();
        json.WriteNumber("inside", validation.Inside);
        json.WriteNumber("total", validation.Total);
        if (validation.GeometricMeanFoldError is { } mean)
        {
            json.WriteNumber("geometricMeanFoldError", mean);
        }
        else
        {
            json.WriteNull("geometricMeanFoldError");
        }

        json.WriteEndObject();
    }

    private static void Write(ValidationRow row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("experiment", row.Experiment.Name);
        json.WriteString("what", row.What);
        json.WriteString("sample", row.Sample);
        if (row.Detail.Length > 0)
        {
            json.WriteString("detail", row.Detail);
        }

        Write("simulated", row.Simulated);
        Write("observed", row.Observed);
        if (row.Band is { } band)
        {
            json.WriteStartArray("band");
            Item(band.Low);
            Item(band.High);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("band");
        }

        if (row.Inside is { } inside)
        {
            json.WriteBoolean("inside", inside);
        }
        else
        {
            json.WriteNull("inside");
        }

        if (row.FoldError is { } fold)
        {
            json.WriteNumber("foldError", fold);
        }
        else
        {
            json.WriteNull("foldError");
        }

        if (row.Reason is { } reason)
        {
            json.WriteString("severity", "unknown");
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();

        // A ratio is a bare number, all else a quantity.
        void Write(string name, string? written)
        {
            json.WritePropertyName(name);
            if (written is null)
            {
                json.WriteNullValue();
            }
            else
            {
                Item(written);
            }
        }

        void Item(string written)
        {
            if (row.Observation.Unit.Text.Length == 0)
            {
                json.WriteNumberValue(double.Parse(written, CultureInfo.InvariantCulture));
            }
            else
            {
                json.WriteStringValue(written);
            }
        }
    }
}
