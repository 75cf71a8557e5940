using System.Text;

namespace Neuraxial;

/// <summary>
/// Words of the data for people: what a source writes short (<c>4–8 h</c>, <c>2 mL/h</c>) is written out by the display rules (hazards C4), the number untouched.
/// </summary>
internal static class DisplayedWords
{
    private const char NoBreak = '\u00a0';
    private static readonly string[] Amounts = ["mL", "mg", "microgram", "ug", "kg"];
    private static readonly string[] Divisors = ["h", "d", "min", "mL", "kg"];
    private static readonly string[] Times = ["h", "d", "wk", "min"];

    /// <summary>The text with its units written out.</summary>
    public static string Of(string text)
    {
        StringBuilder? written = null;
        var copied = 0;
        for (var i = Next(text, 1); i >= 0; i = Next(text, i))
        {
            if (At(text, i, out var end) is { } words)
            {
                written ??= new StringBuilder(text.Length + 16);
                written.Append(text, copied, i - copied).Append(words);
                copied = end;
                i = end;
            }
            else
            {
                i++;
            }
        }

        return written is null ? text : written.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Where the next bar or space stands from a place on: what is written out begins with one; -1 if there is none.</summary>
    private static int Next(string text, int from) => from < text.Length ? text.IndexOfAny(['/', ' ', NoBreak], from) : -1;

    /// <summary>What stands for the characters from a place to an end; <see langword="null"/> if they stay.</summary>
    private static string? At(string text, int place, out int end)
    {
        end = place;
        if (text[place] == '/')
        {
            return
                Array.Exists(Amounts, amount => text.AsSpan(0, place).EndsWith(amount, StringComparison.Ordinal))
                && UnitAt(text, place + 1, Divisors) is { } divisor
                ? Taken(" per " + Word(divisor, plural: false), place + 1 + divisor.Length, out end)
                : null;
        }

        if (text[place] is not (' ' or NoBreak))
        {
            return null;
        }

        if (UnitAt(text, place + 1, Times) is { } time && NumberBefore(text, place) is { Length: > 0 } number)
        {
            return Taken(NoBreak + Word(time, plural: number is not "1"), place + 1 + time.Length, out end);
        }

        return char.IsAsciiDigit(text[place - 1]) && UnitAt(text, place + 1, ["ug"]) is { } unit
            ? Taken(text[place] + "microgram", place + 1 + unit.Length, out end)
            : null;
    }

    private static string Taken(string words, int upTo, out int end)
    {
        end = upTo;
        return words;
    }

    /// <summary>The unit that begins at a place and is no part of a longer word.</summary>
    private static string? UnitAt(string text, int place, string[] units) =>
        Array.Find(
            units,
            unit =>
                text.AsSpan(place).StartsWith(unit, StringComparison.Ordinal)
                && (place + unit.Length == text.Length || !char.IsAsciiLetter(text[place + unit.Length]))
        );

    /// <summary>The number that ends before a place; of a range the whole, since "12–24 h" is no "24 h" after a dash. Empty if there is none.</summary>
    private static ReadOnlySpan<char> NumberBefore(string text, int place)
    {
        var last = Digits(text, place);
        var start = last;
        if (last > 1 && last < place && text[last - 1] is '-' or '\u2013' && char.IsAsciiDigit(text[last]))
        {
            var first = FirstDigit(text, Digits(text, last - 1), last - 1);
            start = first < last - 1 ? first : last;
        }

        return text.AsSpan(FirstDigit(text, start, place)..place);
    }

    /// <summary>Where the digits, points and commas begin that end before a place.</summary>
    private static int Digits(string text, int end)
    {
        while (end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is '.' or ','))
        {
            end--;
        }

        return end;
    }

    private static int FirstDigit(string text, int start, int end)
    {
        while (start < end && !char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static string Word(string unit, bool plural) =>
        unit switch
        {
            "h" => plural ? "hours" : "hour",
            "d" => plural ? "days" : "day",
            "wk" => plural ? "weeks" : "week",
            "min" => plural ? "minutes" : "minute",
            _ => unit,
        };
}
