using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Cli;

/// <summary>Writes rows of the data to standard output as they stand in their files.</summary>
internal static class RowsJson
{
    public static void Write(IReadOnlyList<DataRow> rows)
    {
        var buffer = new ArrayBufferWriter<byte>(65_536);
        using (
            var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        )
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                row.WriteTo(json);
            }

            json.WriteEndArray();
        }

        buffer.Write("\n"u8);
        using var output = Console.OpenStandardOutput();
        output.Write(buffer.WrittenSpan);
    }
}
