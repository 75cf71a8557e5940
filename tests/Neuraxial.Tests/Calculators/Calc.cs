using System.Buffers;
using System.Text.Json;

namespace Neuraxial.Tests;

/// <summary>Runs a calculator from one line, as a person types it: <c>rate --dose 4 mg/d --concentration 10 mg/mL</c>.</summary>
internal static class Calc
{
    public static FileReading<CalculatorResult> Run(string line)
    {
        var parts = line.Split(" --");
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            var (name, value) = space < 0 ? (part, "") : (part[..space], part[(space + 1)..]);
            values[name] = [.. values.GetValueOrDefault(name, []), value];
        }

        return Calculator.Find(parts[0])!.Run(values, Formulary.BuiltIn);
    }

    /// <summary>The JSON of the answer.</summary>
    public static JsonElement Answer(string line)
    {
        var reading = Run(line);
        if (reading.Content is not { } result)
        {
            throw new InvalidOperationException(string.Join('\n', reading.Problems));
        }

        return Json(result);
    }

    public static JsonElement Json(CalculatorResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        result.Write(buffer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Every problem, one a line.</summary>
    public static IReadOnlyList<string> Problems(string line) => [.. Run(line).Problems.Select(problem => problem.ToString())];

    public static void AssertAnswer(string line, string json)
    {
        using var expected = JsonDocument.Parse(json);
        var actual = Answer(line);
        Xunit.Assert.True(
            JsonElement.DeepEquals(expected.RootElement, actual),
            $"{line}\nexpected {expected.RootElement}\nwas      {JsonSerializer.Serialize(actual)}"
        );
    }

    /// <summary>Exactly these problems: each by its option, and by words of its message after a colon.</summary>
    public static void AssertProblems(string line, params string[] expected)
    {
        var problems = Problems(line);
        Xunit.Assert.True(problems.Count == expected.Length, $"{line}\n{string.Join('\n', problems)}");
        foreach (var (problem, words) in problems.Zip(expected))
        {
            var colon = words.IndexOf(": ", StringComparison.Ordinal);
            Xunit.Assert.StartsWith(words[..(colon + 2)], problem, StringComparison.Ordinal);
            Xunit.Assert.Contains(words[(colon + 2)..], problem, StringComparison.Ordinal);
        }
    }
}
