using System.Text.RegularExpressions;

namespace Neuraxial;

/// <summary>
/// Words of the data for people: what a source writes short (<c>4–8 h</c>, <c>2 mL/h</c>) is written out by the display rules (hazards C4), the number untouched.
/// </summary>
internal static partial class DisplayedWords
{
    private const string NoBreak = "\u00a0";
    private const int Longest = 1_000;

    /// <summary>The text with its units written out.</summary>
    public static string Of(string text)
    {
        var written = Per().Replace(text, match => " per " + Word(match.Groups["unit"].Value, plural: false));
        written = Time()
            .Replace(
                written,
                match => $"{match.Groups["number"].Value}{NoBreak}{Word(match.Groups["unit"].Value, match.Groups["number"].Value is not "1")}"
            );
        return Micro().Replace(written, "microgram");
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

    [GeneratedRegex(
        "(?<=mL|mg|microgram|ug|kg)/(?<unit>h|d|min|mL|kg)(?![A-Za-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Longest
    )]
    private static partial Regex Per();

    // The whole of a range: "12–24 h" is no "24 h" after a dash.
    [GeneratedRegex(
        "(?<number>[0-9][0-9.,]*([\u2013-][0-9][0-9.,]*)?)[ \u00a0](?<unit>h|d|wk|min)(?![A-Za-z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Longest
    )]
    private static partial Regex Time();

    [GeneratedRegex("(?<=[0-9][ \u00a0])ug(?![A-Za-z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Micro();
}
