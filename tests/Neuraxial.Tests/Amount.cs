using System.Globalization;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>
/// Numbers with units as a table of worked examples writes them: printed answers with their own rounding, exact answers as a number or as a fraction,
/// <c>38/0.62 d</c>, where no finite decimal is exact.
/// </summary>
internal static class Amount
{
    /// <summary>A quotient is held to 28 digits: right is within a part in 1e20, and the nearest wrong answer (a printed one taken for the exact one) is 1e-5 away.</summary>
    private const decimal Tolerance = 1e-20m;

    /// <summary>A duration counts whole nanoseconds.</summary>
    private const decimal Nanosecond = 1m;

    private const string ADuration = "a duration";

    /// <summary>Asserts that an unrounded result is the exact answer.</summary>
    public static void IsExactly(string exact, string? actual)
    {
        var expected = Stored(exact);
        var found = Stored(actual);
        Assert.Equal(expected.Dimension, found.Dimension);
        var difference = decimal.Abs(expected.Number - found.Number);
        var allowed = expected.Dimension == ADuration ? Nanosecond : decimal.Abs(expected.Number) * Tolerance;
        Assert.True(difference <= allowed, $"{actual} is not {exact}");
    }

    /// <summary>Asserts that an unrounded result becomes the printed answer when it is rounded to as many decimals as the source prints.</summary>
    public static void IsPrinted(string printed, string? actual)
    {
        var (number, unit) = Split(printed);
        var one = unit.Length == 0 ? 1m : Stored("1 " + unit).Number;
        var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        Assert.Equal(Number(number), decimal.Round(Stored(actual).Number / one, decimals, MidpointRounding.AwayFromZero));
    }

    private static (string Dimension, decimal Number) Stored(string? text)
    {
        Assert.NotNull(text);
        var (number, unit) = Split(text);
        if (unit.Length == 0)
        {
            return ("a number", Number(number));
        }

        var (dimension, one) = One("1 " + unit);
        return (dimension, Number(number) * one);
    }

    private static (string Dimension, decimal Stored) One(string text) =>
        Read<Mass>(text)
        ?? Read<Volume>(text)
        ?? Read<Concentration>(text)
        ?? Read<FlowRate>(text)
        ?? Read<DoseRate>(text)
        ?? Read<Length>(text)
        ?? Read<TravelRate>(text)
        ?? ReadDuration(text)
        ?? throw new ArgumentException($"'{text}' is no quantity.", nameof(text));

    private static (string Dimension, decimal Stored)? Read<T>(string text)
        where T : struct, IQuantity<T> => QuantityText.Parse<T>(text) is { Succeeded: true } parsed ? (T.Dimension.Name, parsed.Value.Stored) : null;

    private static (string Dimension, decimal Stored)? ReadDuration(string text) =>
        QuantityText.ParseDuration(text) is { Succeeded: true } parsed ? (ADuration, parsed.Value.ToInt64Nanoseconds()) : null;

    private static (string Number, string Unit) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
    }

    private static decimal Number(string text)
    {
        var parts = text.Split('/');
        var number = decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? number : number / decimal.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
