using System.Buffers;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>One call of a calculator with random inputs, its JSON read by rules of its own: a number, a space, and a unit that is worth so much on paper.</summary>
internal sealed class CalculatorCase
{
    private static readonly Dictionary<string, Rational> Worth = new(StringComparer.Ordinal)
    {
        ["ug"] = 1,
        ["mg"] = 1_000,
        ["mL"] = 1,
        ["ug/mL"] = 1,
        ["mg/mL"] = 1_000,
        ["mL/d"] = 1,
        ["mL/h"] = 24,
        ["ug/d"] = 1,
        ["mg/d"] = 1_000,
        ["ug/h"] = 24,
        ["mg/h"] = 24_000,
        ["mm/h"] = 24,
        ["h"] = Domain.Hours,
        ["d"] = 1,
    };

    private readonly string name;
    private readonly Dictionary<string, IReadOnlyList<string>> inputs = new(StringComparer.Ordinal);

    public CalculatorCase(string name) => this.name = name;

    public CalculatorCase With(string option, string text)
    {
        inputs[option] = inputs.TryGetValue(option, out var before) ? [.. before, text] : [text];
        return this;
    }

    public CalculatorCase With(string option, Stated quantity) => With(option, quantity.Text);

    /// <summary>Works it out and checks the answer.</summary>
    public void Answers(Action<JsonElement> check)
    {
        var reading = Calculator.Find(name)!.Run(inputs, Formulary.BuiltIn);
        if (reading.Content is not { } result)
        {
            Assert.Fail($"{this}: {string.Join("; ", reading.Problems)}");
            return;
        }

        var buffer = new ArrayBufferWriter<byte>(512);
        result.Write(buffer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        check(document.RootElement);
    }

    /// <summary>Refuses it at one option.</summary>
    public void Refuses(string option)
    {
        var reading = Calculator.Find(name)!.Run(inputs, Formulary.BuiltIn);
        Assert.Null(reading.Content);
        Assert.All(reading.Problems, problem => Assert.Equal("--" + option, problem.Path));
    }

    /// <summary>A quantity of an answer.</summary>
    public static Rational Amount(JsonElement value)
    {
        var text = value.GetString()!;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return Rational.Parse(text[..space]) * Worth[text[(space + 1)..]];
    }

    public static void Same(Rational expected, JsonElement answer, string member) =>
        Agreement.Holds(expected, Amount(answer.GetProperty(member)), member);

    public static void SameTime(Rational expected, JsonElement answer, string member) =>
        Agreement.HoldsDays(expected, Amount(answer.GetProperty(member)), member);

    public override string ToString() =>
        $"{name} {string.Join(' ', inputs.SelectMany(input => input.Value.Select(text => $"--{input.Key} {text}")))}";
}
