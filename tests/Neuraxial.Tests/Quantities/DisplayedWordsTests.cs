using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>What a source writes short is written out, the number untouched (hazards C4).</summary>
public sealed partial class DisplayedWordsTests
{
    private static readonly string[] Pieces =
    [
        "1",
        "24",
        "0.5",
        ",",
        ".",
        "-",
        "\u2013",
        " ",
        "\u00a0",
        "/",
        "h",
        "d",
        "wk",
        "min",
        "mL",
        "mg",
        "ug",
        "microgram",
        "kg",
        "x",
        "every",
    ];

    [Theory]
    [InlineData("4\u20138 h", "4\u20138\u00a0hours")]
    [InlineData("12-24 h after a rise", "12-24\u00a0hours after a rise")]
    [InlineData("1 h", "1\u00a0hour")]
    [InlineData("1\u20132 d", "1\u20132\u00a0days")]
    [InlineData("0.5 h", "0.5\u00a0hours")]
    [InlineData("1 wk, then 2 wk", "1\u00a0week, then 2\u00a0weeks")]
    [InlineData("1 min or 30 min", "1\u00a0minute or 30\u00a0minutes")]
    [InlineData("1 d", "1\u00a0day")]
    [InlineData("2 mL/h", "2 mL per hour")]
    [InlineData("0.2 ug/kg/min", "0.2 microgram per kg per minute")]
    [InlineData("5 ug in 1 mL", "5 microgram in 1 mL")]
    [InlineData("10 mg/mL", "10 mg per mL")]
    [InlineData("15 mg/d", "15 mg per day")]
    [InlineData("8 hours", "8 hours")]
    [InlineData("24 hourly", "24 hourly")]
    [InlineData("and/or", "and/or")]
    [InlineData("mg/day", "mg/day")]
    [InlineData("x h", "x h")]
    [InlineData(" h", " h")]
    [InlineData("ug", "ug")]
    [InlineData("", "")]
    public void Units_are_written_out(string written, string shown) => Assert.Equal(shown, DisplayedWords.Of(written));

    /// <summary>The same rules as three patterns, one after the other.</summary>
    [Fact]
    public void So_they_are_by_pattern() =>
        Gen.Int[0, 20]
            .Array[0, 14]
            .Sample(
                pieces =>
                {
                    var text = string.Concat(pieces.Select(piece => Pieces[piece]));
                    Assert.Equal(ByPattern(text), DisplayedWords.Of(text));
                },
                iter: 50_000
            );

    private static string ByPattern(string text)
    {
        text = Per().Replace(text, match => " per " + Word(match.Groups["unit"].Value, plural: false));
        text = Time()
            .Replace(
                text,
                match => $"{match.Groups["number"].Value}\u00a0{Word(match.Groups["unit"].Value, match.Groups["number"].Value is not "1")}"
            );
        return Micro().Replace(text, "microgram");
    }

    private static string Word(string unit, bool plural) =>
        unit switch
        {
            "h" => "hour",
            "d" => "day",
            "wk" => "week",
            "min" => "minute",
            _ => unit,
        } + (plural ? "s" : "");

    [GeneratedRegex("(?<=mL|mg|microgram|ug|kg)/(?<unit>h|d|min|mL|kg)(?![A-Za-z])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Per();

    [GeneratedRegex("(?<number>[0-9][0-9.,]*([\u2013-][0-9][0-9.,]*)?)[ \u00a0](?<unit>h|d|wk|min)(?![A-Za-z])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Time();

    [GeneratedRegex("(?<=[0-9][ \u00a0])ug(?![A-Za-z])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Micro();
}
