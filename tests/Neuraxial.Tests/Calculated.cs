using System.Buffers;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Runs a calculator as the command line does, with its inputs in one text.</summary>
internal static class Calculated
{
    /// <summary>The values of a result under their names; what lies inside another value as <c>unbridged.dose</c>, <c>steps[0].rate</c>.</summary>
    /// <param name="calculator">Its name.</param>
    /// <param name="inputs">Names and values, <c>rate: 0.4 mL/d; concentration: 10 mg/mL</c>; a repeated input stands several times, a flag has no value.</param>
    public static IReadOnlyDictionary<string, string?> Values(string calculator, string inputs)
    {
        var reading = Reading(calculator, inputs);
        Assert.Empty(reading.Problems);
        var buffer = new ArrayBufferWriter<byte>();
        reading.Content!.Write(buffer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        Collect(json.RootElement, "", values);
        return values;
    }

    public static FileReading<CalculatorResult> Reading(string calculator, string inputs) =>
        Calculator
            .Find(calculator)!
            .Run(
                inputs
                    .Split("; ")
                    .Select(input => input.Split(": ", 2))
                    .GroupBy(input => input[0], StringComparer.Ordinal)
                    .ToDictionary(
                        input => input.Key,
                        input => (IReadOnlyList<string>)[.. input.Select(pair => pair.Length > 1 ? pair[1] : "")],
                        StringComparer.Ordinal
                    ),
                Formulary.BuiltIn
            );

    private static void Collect(JsonElement element, string path, Dictionary<string, string?> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", values);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (item, i) in element.EnumerateArray().Select((item, i) => (item, i)))
                {
                    Collect(item, $"{path}[{i}]", values);
                }

                break;
            default:
                values[path] = element.ValueKind == JsonValueKind.Null ? null : element.ToString();
                break;
        }
    }
}
