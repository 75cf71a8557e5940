using System.Buffers;
using System.Text.Unicode;

namespace Neuraxial.Simulation;

/// <summary>A table as comma-separated values (RFC 4180, but lines end with a line feed alone): a head of names, then numbers that read back as what they were.</summary>
public static class CsvTable
{
    /// <summary>More than the longest number takes.</summary>
    private const int LongestNumber = 32;

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">UTF-8.</param>
    public static void Write(Table table, IBufferWriter<byte> output)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            Text(output, column == 0 ? "" : ",");
            Text(output, Quoted(table.Columns[column].Name));
        }

        Text(output, "\n");
        for (var row = 0; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Columns.Count; column++)
            {
                Text(output, column == 0 ? "" : ",");
                Number(output, table.Columns[column].Values[row]);
            }

            Text(output, "\n");
        }
    }

    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(",\"\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    private static void Number(IBufferWriter<byte> output, double number)
    {
        // The shortest text that reads back as the same number, in no culture.
        number.TryFormat(output.GetSpan(LongestNumber), out var written, "R", System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private static void Text(IBufferWriter<byte> output, string text)
    {
        Utf8.FromUtf16(text, output.GetSpan((3 * text.Length) + 1), out _, out var written);
        output.Advance(written);
    }
}
