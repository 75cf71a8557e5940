using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Neuraxial.Papers;

/// <summary>Texts of the domain and of its data, written by the display rules of paper (hazards C4).</summary>
internal static partial class Wording
{
    /// <summary>Holds each number and its unit on one line, wherever the text comes from.</summary>
    public static string HeldTogether(string text) => BeforeUnit().Replace(text, "\u00a0");

    /// <summary>
    /// A text that holds quantities as files write them, with every unit in words: <c>10 mg/mL</c> becomes <c>10 mg per mL</c>, <c>12–24 h</c> becomes
    /// <c>12–24 hours</c>.
    /// </summary>
    public static string InWords(string text) =>
        HeldTogether(
            Written()
                .Replace(
                    text,
                    match =>
                    {
                        var number = Short(match.Groups["number"].Value);
                        var atoms = match.Groups["unit"].Value.Split('/');
                        for (var i = 0; i < atoms.Length; i++)
                        {
                            atoms[i] = Unit(atoms[i], plural: i == 0 && number != "1");
                        }

                        return number + "\u00a0" + string.Join(" per ", atoms);
                    }
                )
        );

    /// <summary>A number that was worked out, with all its digits, by the display rules; one that somebody wrote stays as it was written.</summary>
    private static string Short(string number) =>
        number.Length - number.IndexOf('.', StringComparison.Ordinal) > 7
        && number.Contains('.', StringComparison.Ordinal)
        && decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? Display.Number(value)
            : number;

    /// <summary>An identifier of the data as people write it: <c>renal-impairment</c> as <c>renal impairment</c>.</summary>
    public static string Spoken(string identifier) => identifier.Replace('-', ' ');

    /// <summary>With a capital at its head.</summary>
    public static string Capital(string text) =>
        text.Length == 0 ? text : string.Concat(char.ToUpperInvariant(text[0]).ToString(CultureInfo.InvariantCulture), text.AsSpan(1));

    /// <summary>A count with its noun: <c>1 finding</c>, <c>2 findings</c>.</summary>
    public static string Count(int count, string noun) => $"{Display.Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A duration as a nurse sets and a patient says it: <c>3 days, 2 hours and 24 minutes</c>, cut to the minute.</summary>
    public static string InParts(Duration duration)
    {
        var minutes = decimal.ToInt64(decimal.Floor(duration.InMinutes()));
        var parts = new List<string>();
        foreach (var (count, noun) in new[] { (minutes / 1_440, "day"), (minutes / 60 % 24, "hour"), (minutes % 60, "minute") })
        {
            if (count > 0)
            {
                parts.Add($"{Display.Number(count)}\u00a0{noun}{(count == 1 ? "" : "s")}");
            }
        }

        return parts.Count == 0 ? "less than a minute" : List(parts);
    }

    /// <summary>Several things in a sentence: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> things) =>
        things.Count switch
        {
            0 => "",
            1 => things[0],
            _ => string.Join(", ", things.Take(things.Count - 1)) + " and " + things[^1],
        };

    private static string Unit(string atom, bool plural) =>
        atom switch
        {
            "ug" or "mcg" => "microgram",
            "ng" => "nanogram",
            "s" => plural ? "seconds" : "second",
            "min" => plural ? "minutes" : "minute",
            "h" => plural ? "hours" : "hour",
            "d" => plural ? "days" : "day",
            "wk" => plural ? "weeks" : "week",
            _ => atom,
        };

    /// <summary>A date, with or without a time of day.</summary>
    [GeneratedRegex(
        @"[0-9]{2}-[A-Z][a-z]{2}-[0-9]{4}(\u00a0[0-9]{2}:[0-9]{2})?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    public static partial Regex Dates();

    [GeneratedRegex(
        @"(?<=[0-9]) (?=(mL|mg|microgram|nanogram|kg|g|cm|mm|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|%|percent|T|units?)(?![\p{L}\p{N}]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<number>[0-9][0-9,]*(\.[0-9]+)?)[ \u00a0](?<unit>(mL|mg|ug|mcg|ng|microgram|kg|g|cm|mm|s|min|h|d|wk)(/(mL|kg|cm|s|min|h|d|wk))*)(?![\p{L}\p{N}/])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Written();
}
