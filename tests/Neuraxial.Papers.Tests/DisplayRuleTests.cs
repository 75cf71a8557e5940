using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>
/// The display rules (hazards C4) over all that is printed. Left out are codes, hashes, addresses and titles of sources, and the names of pumps, catheters
/// and products, which are what their makers call them.
/// </summary>
public sealed partial class DisplayRuleTests
{
    private static readonly (string Rule, string Pattern)[] Forbidden =
    [
        ("microgram is written in full", @"(?<![a-zA-Z])(mcg|ug|\u00b5g|\u03bcg)(?![a-z])"),
        ("micro is written in full", @"[\u00b5\u03bc]"),
        ("a zero stands before a decimal point", @"(?<![0-9])\.[0-9]"),
        ("no zero ends the decimals", @"(?<![0-9])[0-9,]+\.[0-9]*0(?![0-9])"),
        ("no point ends a number that has a unit", @"[0-9]\.[ \u00a0](mL|mg|microgram)"),
        ("commas group a thousand and more", @"(?<![0-9.,])[0-9]{5,}"),
        ("commas group by three", @"(?<![0-9])[0-9]{1,3},([0-9]{1,2}|[0-9]{4,})(?![0-9])"),
        ("a space stands between number and unit", @"[0-9](mL|mg|microgram|nanogram|kg|cm|mm|hours?|minutes?|days?)(?![a-z])"),
        ("amounts per time or volume are in words", @"(mL|mg|microgram|nanogram)/"),
        ("hours and days are in words", @"[0-9][ \u00a0](h|d|min|wk)(?![a-z])"),
        ("millilitre has a capital L", @"[0-9][ \u00a0](ml|ML|cc)(?![a-z])"),
        ("number and unit are held together", @"[0-9] (mL|mg|microgram|nanogram|kg|cm|hours?|minutes?|days?|%)(?![a-z])"),
        ("no number is negative zero or not a number", @"-0(?![.0-9])|NaN|Infinity"),
    ];

    /// <summary>Identifiers of products, and the one note that quotes how a source prints a number.</summary>
    private static readonly string[] Named =
    [
        .. Formulary.BuiltIn.Rows("preparations").Select(row => row.Id).OrderByDescending(id => id.Length),
        "printed as 0.050\u00a0mL",
        "printed as 40.0",
    ];

    public static TheoryData<string> Names => [.. Printed.Names];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-10")]
    [Trait("Hazard", "HZ-01")]
    public void No_paper_breaks_a_display_rule(string name)
    {
        var page = Printed.Example(name).Page;
        var texts = page.Body!.Descendants<IText>()
            .Where(text => !IsLeftOut(text))
            .Select(text => text.Data.Trim())
            .Where(text => text.Length > 0)
            .ToList();
        Assert.True(texts.Count > 300, "hardly anything was looked at");
        var broken = texts.SelectMany(text => Broken(text).Select(rule => $"{rule}: {text}")).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Theory]
    [InlineData("0.50 mg", "no zero ends the decimals")]
    [InlineData(".5 mg", "a zero stands before a decimal point")]
    [InlineData("10000 microgram", "commas group a thousand and more")]
    [InlineData("5mg", "a space stands between number and unit")]
    [InlineData("5 mcg", "microgram is written in full")]
    [InlineData("5 \u00b5g", "microgram is written in full")]
    [InlineData("5 mg/mL", "amounts per time or volume are in words")]
    [InlineData("12–24 h", "hours and days are in words")]
    [InlineData("5 mg", "number and unit are held together")]
    public void The_rules_above_find_what_they_forbid(string text, string rule) => Assert.Contains(rule, Broken(text), StringComparer.Ordinal);

    private static IEnumerable<string> Broken(string text)
    {
        var plain = Date().Replace(text, "");
        foreach (var name in Named)
        {
            plain = plain.Replace(name, "", StringComparison.Ordinal);
        }

        return Forbidden
            .Where(rule => Regex.IsMatch(plain, rule.Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(rule => rule.Rule);
    }

    private static bool IsLeftOut(IText text)
    {
        for (var element = text.ParentElement; element is not null; element = element.ParentElement)
        {
            if (
                element.LocalName is "code" or "style"
                || element.ClassList.Contains("hash")
                || element.ClassList.Contains("version")
                || element.ClassList.Contains("sources")
            )
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("[0-9]{2}-[A-Z][a-z]{2}-[0-9]{4}|HZ-[0-9]+|[0-9a-f]{12}|[0-9]{2}:[0-9]{2}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Date();
}
