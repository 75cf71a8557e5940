using System.Globalization;
using NodaTime;

namespace Neuraxial;

/// <summary>
/// The one grammar of quantities, read and written the same in files, options, JSON and forms:
/// number, space, UCUM unit, as in <c>10 mg/mL</c>. Independent of any culture.
/// </summary>
/// <remarks>
/// A number is plain decimal: digits, and after a point at least one digit more. No sign, no exponent, no comma, no group separator, no
/// leading zeros but one before the point, and never a bare point: each of these has been misread by a factor of ten or more (HZ-01, HZ-10, HZ-11).
/// </remarks>
public static class QuantityText
{
    private const int LongestShown = 40;

    /// <summary>The digits of a decimal, its sign and its point.</summary>
    private const int LongestNumber = 31;

    /// <summary>Smallest stored amount other than zero that can be meant (a picogram, a picogram a day). Below it a ratio of two doses could overflow.</summary>
    private const decimal SmallestStored = 0.000_001m;

    private const decimal MicrogramsPerMillilitreInPercent = 10_000m;

    /// <summary>Reads a quantity.</summary>
    /// <typeparam name="T">Which quantity.</typeparam>
    /// <param name="text">For example <c>0.4 mL/d</c>.</param>
    /// <returns>The quantity, or what was seen and what is expected.</returns>
    public static Parsed<T> Parse<T>(string text)
        where T : struct, IQuantity<T> =>
        Read(text, T.Dimension, out var stored) is { } problem ? Parsed<T>.Failed(problem) : Parsed<T>.Of(T.FromStored(stored));

    /// <summary>Reads a duration, rounded to the nanosecond.</summary>
    /// <param name="text">For example <c>30 min</c>, <c>96 h</c>, <c>84 d</c>.</param>
    /// <returns>The duration, or what was seen and what is expected.</returns>
    public static Parsed<Duration> ParseDuration(string text) =>
        Read(text, Dimension.Time, out var nanoseconds) is { } problem
            ? Parsed<Duration>.Failed(problem)
            : Parsed<Duration>.Of(Duration.FromNanoseconds((long)decimal.Round(nanoseconds)));

    /// <summary>
    /// Reads the concentration of a local anaesthetic, which alone may be written in per cent weight by volume: 1 % is 10 mg/mL exactly (HZ-02).
    /// Ratio strengths (<c>1:200 000</c>) are never read.
    /// </summary>
    /// <param name="text">For example <c>0.125 %</c> or <c>1.25 mg/mL</c>.</param>
    /// <returns>The concentration, or what was seen and what is expected.</returns>
    public static Parsed<Concentration> ParseLocalAnaestheticConcentration(string text)
    {
        if (Split(text, out var number, out var unit) is null && unit is "%")
        {
            return ReadNumber(number, MicrogramsPerMillilitreInPercent, text, Concentration.Dimension, out var microgramsPerMillilitre) is { } problem
                ? Parsed<Concentration>.Failed(problem)
                : Parsed<Concentration>.Of(Concentration.FromMicrogramsPerMillilitre(microgramsPerMillilitre));
        }

        return Parse<Concentration>(text);
    }

    /// <summary>Reads a tolerance in per cent: <c>14.5 %</c>. Never a concentration.</summary>
    /// <param name="text">For example <c>14.5 %</c>.</param>
    /// <returns>The number before the sign, or what was seen and what is expected.</returns>
    internal static Parsed<decimal> ParsePercent(string text) =>
        Split(text, out var number, out var unit) is not null || unit is not "%"
            ? Parsed<decimal>.Failed($"{Shown(text)} is no per cent value; expected one such as '14.5 %'")
        : ReadPlain(number, text, Volume.Dimension, out var percent) is { } problem ? Parsed<decimal>.Failed(problem)
        : Parsed<decimal>.Of(percent);

    /// <summary>Writes a duration in hours below ten days and in days from there on, unrounded.</summary>
    /// <param name="duration">Not negative.</param>
    /// <returns>For example <c>18.9504 h</c> or <c>34 d</c>.</returns>
    public static string Write(Duration duration) =>
        Durations.InDays(duration) < 10m ? Write(Durations.InHours(duration), "h") : Write(Durations.InDays(duration), "d");

    /// <summary>Whether a computed quantity is one that could as well stand in a file: beyond that range, further arithmetic may not fit a decimal.</summary>
    internal static bool CanBeMeant<T>(T quantity)
        where T : struct, IQuantity<T> =>
        quantity.Stored == 0m || (quantity.Stored >= SmallestStored && quantity.Stored <= T.Dimension.LargestStored);

    /// <summary>What is wrong with a text that should hold a quantity of <paramref name="dimension"/>; <see langword="null"/> if nothing.</summary>
    internal static string? Problem(string text, Dimension dimension) => Read(text, dimension, out _);

    internal static string Write(decimal number, string unit) => string.Concat(Digits(number, stackalloc char[LongestNumber]), " ", unit);

    /// <summary>All digits, no trailing zero, no exponent.</summary>
    internal static string Number(decimal number) => Digits(number, stackalloc char[LongestNumber]).ToString();

    private static ReadOnlySpan<char> Digits(decimal number, Span<char> text)
    {
        if (number == 0m)
        {
            return "0";
        }

        // The plain form of a decimal has no exponent, and the zeros that it was made with.
        number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        var digits = text[..length];
        return digits.Contains('.') ? digits.TrimEnd('0').TrimEnd('.') : digits;
    }

    /// <summary>The number of stored units; or what is wrong with the text.</summary>
    private static string? Read(string text, Dimension dimension, out decimal stored)
    {
        stored = 0m;
        if (Split(text, out var number, out var unit) is { } problem)
        {
            return $"{problem}; expected {dimension.Name} such as {Example(dimension)}";
        }

        return Unit.Factor(unit, dimension) is { } factor
            ? ReadNumber(number, factor, text, dimension, out stored)
            : Misfit(text, unit.ToString(), dimension);
    }

    private static string? Split(string text, out ReadOnlySpan<char> number, out ReadOnlySpan<char> unit)
    {
        number = text;
        unit = [];
        if (string.IsNullOrWhiteSpace(text))
        {
            return "an empty text";
        }

        if (text.Contains(':'))
        {
            return $"{Shown(text)} is a ratio, and ratios have been misread by powers of ten";
        }

        var space = SpaceIn(text);
        if (space <= 0)
        {
            return text.AsSpan().IndexOfAnyExcept("0123456789.,+-eE".AsSpan()) < 0
                ? $"{Shown(text)} has no unit"
                : $"{Shown(text)} is not a number, a space and a unit";
        }

        number = text.AsSpan(0, space);
        unit = text.AsSpan(space + 1);
        return null;
    }

    /// <summary>A number of units as a number of stored units, inside what can be meant.</summary>
    private static string? ReadNumber(ReadOnlySpan<char> number, decimal factor, string text, Dimension dimension, out decimal stored)
    {
        stored = 0m;
        if (ReadPlain(number, text, dimension, out var value) is { } problem)
        {
            return problem;
        }

        if (value > dimension.LargestStored / factor || (value != 0m && value < SmallestStored / factor))
        {
            return $"{Shown(text)} is outside anything that {dimension.Name} here can be";
        }

        stored = value * factor;
        return null;
    }

    private static string? ReadPlain(ReadOnlySpan<char> number, string text, Dimension dimension, out decimal value)
    {
        value = 0m;
        if (number.Contains(','))
        {
            return $"{Shown(text)} has a comma, which is read as a point in some countries and as a group separator in others; write 1.5 or 1500";
        }

        if (!IsPlain(number))
        {
            return $"{Shown(text)} does not begin with a plain number; expected {dimension.Name} such as {Example(dimension)}, with a digit before the point, no sign, no exponent";
        }

        // Exactly or not at all: a decimal holds 28 digits, and any that is written here; others would be rounded in silence.
        return
            decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && (number.Length <= 28 || number.SequenceEqual(value.ToString(CultureInfo.InvariantCulture)))
            ? null
            : $"{Shown(text)} has more digits than can be held exactly (28)";
    }

    /// <summary>Where the one space between number and unit stands, which may be a no-break space: what was copied from a screen keeps it. Negative if nowhere.</summary>
    internal static int SpaceIn(ReadOnlySpan<char> text) => text.IndexOfAny(' ', '\u00a0', '\u202f');

    /// <summary>Whether it is digits, and after a point at least one digit more; no sign, no exponent, no bare point, no zero in front.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? "0" : number[(point + 1)..];
        return whole.Length > 0
            && fraction.Length > 0
            && whole.IndexOfAnyExceptInRange('0', '9') < 0
            && fraction.IndexOfAnyExceptInRange('0', '9') < 0
            && (whole.Length == 1 || whole[0] != '0');
    }

    private static string Misfit(string text, string unit, Dimension dimension)
    {
        var expected = $"expected {dimension.Name} in {dimension.Examples}";
        if (unit is "%")
        {
            return $"{Shown(text)}: per cent is read only for the concentration of a local anaesthetic; {expected}";
        }

        if (unit.Length > 0 && Units.Suggestion(unit) is { } suggestion && Unit.Factor(suggestion, dimension) is not null)
        {
            return $"{Shown(text)}: unknown unit '{Shorten(unit)}', did you mean '{suggestion}'? {expected}";
        }

        return Units.IsKnown(unit)
            ? $"{Shown(text)} is not {dimension.Name}; {expected}"
            : $"{Shown(text)}: unknown unit '{Shorten(unit)}'; {expected}";
    }

    private static string Example(Dimension dimension) => "'1.5 " + dimension.Examples.Split(',')[0] + "'";

    private static string Shown(string text) => $"'{Shorten(text)}'";

    /// <summary>Text from outside, made safe for one line of a terminal: control characters replaced, cut where it is long.</summary>
    private static string Shorten(string text) => Printable.OneLine(text, LongestShown);
}
