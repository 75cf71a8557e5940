using System.Globalization;
using System.Text;

namespace Neuraxial;

/// <summary>Near misses of identifiers: foreign letters that look Latin, and one or two wrong letters. Finds words for a message; never corrects.</summary>
internal static class Spelling
{
    /// <summary>Letters of other scripts that cannot be told from Latin ones on a screen (from Unicode's table of confusable characters), in pairs.</summary>
    private const string Confusable =
        "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d\u04bbh\u051bq\u051dw\u0475v\u03bfo\u03b1a\u03b5e\u03b9i\u03bdv\u03c1p\u03c5u\u03ban\u0131i\u017fs\u2010-\u2011-\u2012-\u2013-\u2212-";

    private const char FirstFullWidth = '\uff01';
    private const char LastFullWidth = '\uff5e';
    private const char FullWidth = (char)(FirstFullWidth - '!');

    /// <summary>Names the first character that does not belong in an identifier, in brackets with a leading space; empty if there is none.</summary>
    public static string Note(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsIdentifier(rune))
            {
                return string.Create(CultureInfo.InvariantCulture, $" (it holds U+{rune.Value:X4}, which is not one of a-z, 0-9 and '-')");
            }
        }

        return "";
    }

    /// <summary>The text with look-alike letters, capitals, spaces and underscores brought to the form of identifiers.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                // Without width: it cannot be seen at all.
                continue;
            }

            var lower = char.ToLowerInvariant(character is >= FirstFullWidth and <= LastFullWidth ? (char)(character - FullWidth) : character);
            var pair = Confusable.IndexOf(lower, StringComparison.Ordinal);
            while (pair > 0 && pair % 2 == 1)
            {
                pair = Confusable.IndexOf(lower, pair + 1);
            }

            folded.Append(
                pair >= 0 && lower > '\u007f' ? Confusable[pair + 1]
                : lower is ' ' or '_' ? '-'
                : lower
            );
        }

        return folded.ToString();
    }

    /// <summary>The candidate that was probably meant, or <see langword="null"/>: the same after folding, or at most two letters away.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        if (text.Length is 0 or > 60)
        {
            return null;
        }

        var folded = Folded(text);
        string? nearest = null;
        var best = Math.Min(2, Math.Max(1, folded.Length / 4)) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(folded, candidate.ToLowerInvariant());
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static bool IsIdentifier(Rune rune) => rune.Value is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.';

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
