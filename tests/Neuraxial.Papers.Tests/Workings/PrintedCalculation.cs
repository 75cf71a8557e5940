using System.Globalization;
using System.Text.RegularExpressions;
using Neuraxial.Tests;
using Xunit.Sdk;

namespace Neuraxial.Papers.Tests;

/// <summary>
/// A calculation as it stands on paper, worked out again from its printed text alone, by somebody who knows units: <c>10 mg per mL × 0.2 mL per day =
/// 2 mg per day</c>. Shares no code with what printed it.
/// </summary>
internal sealed partial class PrintedCalculation
{
    private static readonly Dictionary<string, (Rational Size, string Dimension)> Units = new(StringComparer.Ordinal)
    {
        ["microgram"] = (1, "M"),
        ["mg"] = (1_000, "M"),
        ["mL"] = (1, "V"),
        ["minute"] = (1, "T"),
        ["hour"] = (60, "T"),
        ["day"] = (1_440, "T"),
        ["cm"] = (1, "L"),
        ["%"] = (Rational.One / 100, ""),
        ["times"] = (1, ""),
    };

    private readonly string[] tokens;
    private readonly bool withUnits;
    private readonly bool rounded;
    private int at;

    private PrintedCalculation(string text, bool withUnits, bool rounded)
    {
        tokens = [.. Token().Matches(text).Select(match => match.Value.Trim())];
        this.withUnits = withUnits;
        this.rounded = rounded;
    }

    /// <summary>What is wrong with a printed line; <see langword="null"/> if it holds.</summary>
    public static string? Fault(string line)
    {
        var text = line.Replace('\u00a0', ' ');
        var sign = text.Contains(" = ", StringComparison.Ordinal) ? " = " : " \u2248 ";
        if (text.Split(sign) is not [var left, var right])
        {
            return "is no calculation";
        }

        if (left.StartsWith("earliest of ", StringComparison.Ordinal))
        {
            return left["earliest of ".Length..].Split(", ").Select(Moment).Min() == Moment(right) ? null : "is not the earliest";
        }

        if (Date().IsMatch(left))
        {
            return FaultOfDate(left, right, sign);
        }

        // As a pocket calculator does it, from the numbers alone; and as a pharmacist does it, with the units.
        return FaultOf(left, right, sign, withUnits: false) ?? FaultOf(left, right, sign, withUnits: true);
    }

    private static string? FaultOf(string left, string right, string sign, bool withUnits)
    {
        var (from, fromDimension) = Evaluate(left, withUnits, rounded: sign != " = ");
        var (to, toDimension) = Evaluate(right, withUnits, rounded: sign != " = ");
        var how = withUnits ? "with units" : "by the numbers alone";
        return fromDimension != toDimension ? $"is {fromDimension} on the left and {toDimension} on the right"
            : sign == " = "
                ? from == to ? null
                    : $"does not hold exactly {how}"
            : from.Meets(to) ? null
            : $"does not hold within its rounding {how}: {from} against {to}";
    }

    private static string? FaultOfDate(string left, string right, string sign)
    {
        var plus = left.Split(" + ");
        var (added, _) = Evaluate(plus[1], withUnits: true, rounded: sign != " = ");

        // A moment is cut to the minute at both ends.
        var minutes = (long)(Moment(right) - Moment(plus[0])).TotalMinutes;
        return new Interval(minutes - 1, minutes + 1).Meets(added) ? null : $"is {minutes} minutes later";
    }

    private static DateTime Moment(string text) => DateTime.ParseExact(text, "dd-MMM-yyyy HH:mm", CultureInfo.InvariantCulture);

    private static (Interval Value, string Dimension) Evaluate(string text, bool withUnits, bool rounded)
    {
        var calculation = new PrintedCalculation(text, withUnits, rounded);
        var value = calculation.Sum();
        return calculation.at == calculation.tokens.Length
            ? value
            : throw new XunitException($"'{text}' ends early at '{calculation.tokens[calculation.at]}'");
    }

    private (Interval Value, string Dimension) Sum()
    {
        var (value, dimension) = Product();
        while (at < tokens.Length && tokens[at] is "+" or "\u2212")
        {
            var plus = tokens[at++] == "+";
            var (other, same) = Product();
            if (dimension != same)
            {
                throw new XunitException($"{dimension} and {same} cannot be added: {string.Join(' ', tokens)}");
            }

            value = plus ? value + other : value - other;
        }

        return (value, dimension);
    }

    private (Interval Value, string Dimension) Product()
    {
        var (value, dimension) = Factor();
        while (at < tokens.Length && tokens[at] is "\u00d7" or "\u00f7")
        {
            var times = tokens[at++] == "\u00d7";
            var (other, second) = Factor();
            value = times ? value * other : value / other;
            dimension = Combined(dimension, second, times);
        }

        return (value, dimension);
    }

    private (Interval Value, string Dimension) Factor()
    {
        if (tokens[at] == "(")
        {
            at++;
            var inner = Sum();
            at++;
            return inner;
        }

        return Quantity(tokens[at++]);
    }

    private (Interval Value, string Dimension) Quantity(string token)
    {
        var space = token.IndexOf(' ', StringComparison.Ordinal);
        var digits = (space < 0 ? token : token[..space]).Replace(",", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal);
        var number = Rational.Parse(digits);

        // Behind a sign of rounding each number may be one of five significant digits, its last zeros not printed.
        var half = rounded ? Half(digits) : Rational.Zero;
        var value = new Interval(number - half, number + half);
        var dimension = "";
        if (withUnits && space >= 0)
        {
            var atoms = token[(space + 1)..].Split(" per ");
            for (var i = 0; i < atoms.Length; i++)
            {
                var (size, of) = Units[atoms[i].EndsWith('s') && atoms[i] != "times" ? atoms[i][..^1] : atoms[i]];
                value = i == 0 ? value * Interval.Of(size) : value / Interval.Of(size);
                dimension = Combined(dimension, of, multiplied: i == 0);
            }
        }

        return (value, dimension);
    }

    /// <summary>A dimension as its letters, those of the denominator small.</summary>
    private static string Combined(string one, string other, bool multiplied)
    {
        var second = multiplied
            ? other
            : string.Concat(other.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
        var left = (one + second).ToList();
        foreach (var letter in "MVTL")
        {
            while (left.Contains(letter) && left.Contains(char.ToLowerInvariant(letter)))
            {
                left.Remove(letter);
                left.Remove(char.ToLowerInvariant(letter));
            }
        }

        return string.Concat(left.Order());
    }

    /// <summary>Half a unit in the fifth significant digit.</summary>
    private static Rational Half(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? digits : digits[..point]).TrimStart('-', '0');
        var zeros = whole.Length > 0 || point < 0 ? 0 : digits[(point + 1)..].TakeWhile(digit => digit == '0').Count();
        Rational place = 1;
        for (var i = whole.Length > 0 ? whole.Length : -zeros; i < 5; i++)
        {
            place = place / 10;
        }

        return place / 2;
    }

    [GeneratedRegex(
        @"[()]|(?<= )[+\u2212\u00d7\u00f7](?= )|[-+]?[0-9][0-9,]*(\.[0-9]+)?( (%|times|[a-zA-Z]+( per [a-zA-Z]+)*))?",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Token();

    [GeneratedRegex("^[0-9]{2}-[A-Z][a-z]{2}-[0-9]{4} ", RegexOptions.None, 1_000)]
    private static partial Regex Date();
}
