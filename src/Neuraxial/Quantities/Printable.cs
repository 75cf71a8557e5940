using System.Globalization;
using System.Text;

namespace Neuraxial;

/// <summary>Makes text from outside safe to show: no control characters, no line breaks, no direction marks, no endless line.</summary>
internal static class Printable
{
    /// <summary>At most <paramref name="longest"/> characters of <paramref name="text"/> on one line.</summary>
    public static string OneLine(string text, int longest)
    {
        var shown = text.Length > longest ? text[..longest] : text;
        var line = new StringBuilder(shown.Length + 1);
        foreach (var character in shown)
        {
            line.Append(IsSafe(character) ? character : '\ufffd');
        }

        return text.Length > longest ? line.Append('\u2026').ToString() : line.ToString();
    }

    private static bool IsSafe(char character) =>
        character is ' '
        || char.GetUnicodeCategory(character)
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
