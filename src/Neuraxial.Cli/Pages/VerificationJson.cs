using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary>The verification for programs: one object, numbers unrounded; what there is none of is null.</summary>
internal static class VerificationJson
{
    public static void Write(IReadOnlyList<VerificationProblem> problems, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteBoolean("held", problems.All(problem => problem.IsHeld));
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("id", problem.Id);
            json.WriteString("title", problem.Title);
            json.WriteString("given", problem.Given);
            Number(json, "order", problem.Order);
            json.WriteBoolean("held", problem.IsHeld);
            json.WriteStartArray("values");
            foreach (var row in problem.Rows)
            {
                json.WriteStartObject();
                json.WriteString("quantity", row.Quantity);
                if (row.Printed is { } printed)
                {
                    json.WriteNumber("printed", printed);
                }
                else
                {
                    json.WriteNull("printed");
                }

                Number(json, "exact", row.Exact);
                Number(json, "found", row.Found);
                Number(json, "error", row.Error);
                Number(json, "bound", row.Bound);
                json.WriteBoolean("held", row.IsHeld);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>JSON has no word for what is no number: null, and the row is not held.</summary>
    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
