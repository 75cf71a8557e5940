using System.Globalization;
using System.Text;

namespace Neuraxial.Papers;

/// <summary>
/// A quantity spoken aloud, as it is read back over a syringe: <c>0.2 mL per day</c> is <c>nought point two millilitres a day</c> (HZ-11). A lost point or a
/// doubled key shows in words where it hides in figures.
/// </summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "nought",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (decimal Size, string Word)[] Large = [(1_000_000_000m, "billion"), (1_000_000m, "million"), (1_000m, "thousand")];

    /// <summary>A quantity as <see cref="Display"/> writes it, in words.</summary>
    /// <param name="displayed">Number, space, unit in words: <c>83.333 microgram per hour</c>.</param>
    public static string Of(string displayed)
    {
        var space = displayed.IndexOfAny([' ', '\u00a0']);
        var number = space < 0 ? displayed : displayed[..space];
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
        {
            return displayed;
        }

        var words = Of(value);
        return space < 0 ? words : $"{words} {Unit(displayed[(space + 1)..], value == 1m)}";
    }

    /// <summary>A number in words: the whole part as it is counted, the digits after the point one by one.</summary>
    /// <param name="number">Not negative, below a million million.</param>
    public static string Of(decimal number)
    {
        var whole = decimal.Truncate(number);
        var words = new StringBuilder(Whole(whole));
        if (number != whole)
        {
            words.Append(" point");
            foreach (var digit in (number - whole).ToString("0.############################", CultureInfo.InvariantCulture).AsSpan(2))
            {
                words.Append(' ').Append(Small[digit - '0']);
            }
        }

        return words.ToString();
    }

    private static string Whole(decimal number)
    {
        if (number < 20m)
        {
            return Small[(int)number];
        }

        if (number < 100m)
        {
            var rest = (int)(number % 10m);
            return Tens[(int)(number / 10m)] + (rest == 0 ? "" : "-" + Small[rest]);
        }

        if (number < 1_000m)
        {
            var rest = number % 100m;
            return $"{Small[(int)(number / 100m)]} hundred{(rest == 0m ? "" : " and " + Whole(rest))}";
        }

        foreach (var (size, word) in Large)
        {
            if (number >= size)
            {
                var rest = number % size;
                var between = rest < 100m ? " and " : " ";
                return $"{Whole(decimal.Truncate(number / size))} {word}{(rest == 0m ? "" : between + Whole(rest))}";
            }
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Unit(string unit, bool one)
    {
        var atoms = unit.Replace('\u00a0', ' ').Split(" per ");
        var words = Noun(atoms[0], one);
        for (var i = 1; i < atoms.Length; i++)
        {
            words += atoms[i] switch
            {
                "day" => " a day",
                "hour" => " an hour",
                "minute" => " a minute",
                _ => " in each " + Noun(atoms[i], one: true),
            };
        }

        return words;
    }

    private static string Noun(string atom, bool one) =>
        atom switch
        {
            "mL" => one ? "millilitre" : "millilitres",
            "mg" => one ? "milligram" : "milligrams",
            "microgram" => one ? "microgram" : "micrograms",
            "nanogram" => one ? "nanogram" : "nanograms",
            "kg" => one ? "kilogram" : "kilograms",
            "cm" => one ? "centimetre" : "centimetres",
            _ => atom,
        };
}
