using System.Globalization;
using System.Text;

namespace Neuraxial;

/// <summary>Makes text from outside safe to show: no control characters, no line breaks, no direction marks, no endless line.</summary>
internal static class Printable
{
    /// <summary>At most <paramref name="longest"/> characters of <paramref name="text"/> on one line.</summary>
    public static string OneLine(string text, int longest)
    {
        if (text.Length <= longest && IsOneLine(text))
        {
            return text;
        }

        var shown = text.Length > longest ? text[..longest] : text;
        var line = new StringBuilder(shown.Length + 1);
        foreach (var rune in shown.EnumerateRunes())
        {
            line.Append(IsSafe(Rune.GetUnicodeCategory(rune)) ? rune.ToString() : "\ufffd");
        }

        return text.Length > longest ? line.Append('\u2026').ToString() : line.ToString();
    }

    /// <summary>Whether a text can be shown as it is: nothing in it would be replaced.</summary>
    public static bool IsOneLine(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsSafe(Rune.GetUnicodeCategory(rune)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The whole of a text, with what moves a cursor, breaks a line or turns its direction replaced.</summary>
    public static string Safe(string text) => OneLine(text, text.Length);

    private static bool IsSafe(UnicodeCategory category) =>
        category
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
