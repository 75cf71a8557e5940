using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>
/// The display rules (hazards C4) over all that people read: each misread form has killed somebody. Left out are the line below a finding, which cites
/// limits as the data write them, the formulary's version, names of devices and diluents, which are what their makers call them, and editions of guidelines.
/// </summary>
public sealed class DisplayRuleTests
{
    /// <summary>What may not stand in a page, by the reason.</summary>
    private static readonly (string Rule, string Pattern)[] Forbidden =
    [
        ("microgram is written in full", @"(?<![a-z])(mcg|ug|\u00b5g|\u03bcg)(?![a-z])"),
        ("micro is written in full", @"[\u00b5\u03bc]"),
        ("a zero stands before a decimal point", @"(?<![0-9])\.[0-9]"),
        ("no zero ends the decimals", @"(?<![0-9])[0-9,]+\.[0-9]*0(?![0-9])"),
        ("no point ends a number that has a unit", @"[0-9]\.[ \u00a0](mL|mg|microgram)"),
        ("commas group a thousand and more", @"(?<![0-9.,])[0-9]{4,}"),
        ("commas group by three", @"[0-9],([0-9]{1,2}|[0-9]{4,})(?![0-9])"),
        ("a space stands between number and unit", @"[0-9](mL|mg|microgram|nanogram|kg|cm|mm|hours?|minutes?|days?|%)"),
        ("amounts per time or volume are in words", @"(mL|mg|microgram|nanogram|kg|cm|mm)/"),
        ("hours and days are in words", @"[0-9][ \u00a0](h|d|min|s|wk)(?![a-z])"),
        ("millilitre has a capital L", @"[0-9][ \u00a0](ml|ML|cc)(?![a-z])"),
        ("no number is negative zero or not a number", @"-0(?![.0-9])|NaN|Infinity"),
    ];

    private static readonly string[] Names =
    [
        .. Formulary
            .BuiltIn.Pumps.Select(pump => pump.Name)
            .Concat(Formulary.BuiltIn.Catheters.Select(catheter => catheter.Name))
            .Concat(Formulary.BuiltIn.Rows("diluents").Select(diluent => diluent.Id))
            .Concat(Formulary.BuiltIn.Rows("preparations").Select(product => product.Id))
            .OrderByDescending(name => name.Length),
    ];

    [Fact]
    [Trait("Hazard", "HZ-10")]
    public void No_example_s_page_breaks_a_display_rule() => Assert.All(Printed.Plans, plan => AssertKept(plan));

    [Fact]
    [Trait("Hazard", "HZ-10")]
    public void Nor_does_that_of_any_mutant() =>
        Mutants.Of.Sample(
            numbers =>
            {
                foreach (var utf8 in new[] { Mutants.Therapy(numbers), Mutants.Extreme(numbers) })
                {
                    if (TherapyFile.Read(utf8, Formulary.BuiltIn).Content is { } therapy)
                    {
                        AssertKept(
                            Planner.Plan(
                                therapy with
                                {
                                    Name = "mutant",
                                    BridgeDeclined = therapy.BridgeDeclined is null ? null : "x",
                                },
                                Formulary.BuiltIn
                            )
                        );
                    }
                }
            },
            iter: Math.Max(1_000, Check.Iter),
            print: numbers => Encoding.UTF8.GetString(Mutants.Therapy(numbers))
        );

    [Theory]
    [InlineData("0.50 mg", "no zero ends the decimals")]
    [InlineData("1.0 mg", "no zero ends the decimals")]
    [InlineData(".5 mg", "a zero stands before a decimal point")]
    [InlineData("5. mg", "no point ends a number that has a unit")]
    [InlineData("1000 microgram", "commas group a thousand and more")]
    [InlineData("10,00 mg", "commas group by three")]
    [InlineData("5mg", "a space stands between number and unit")]
    [InlineData("5 mcg", "microgram is written in full")]
    [InlineData("5 \u00b5g", "microgram is written in full")]
    [InlineData("5 mg/mL", "amounts per time or volume are in words")]
    [InlineData("12 h", "hours and days are in words")]
    public void The_rules_above_find_what_they_forbid(string text, string rule) => Assert.Contains(rule, Broken(text), StringComparer.Ordinal);

    [Theory]
    [InlineData("0.5 mg per day, 1,000 microgram per mL, 12,345.678 mL, 10 mg, 0.0083333 mL per hour, 105 minutes, on 24-Nov-2026 10:00, -3 to 0")]
    public void They_let_pass_what_is_right(string text) => Assert.Empty(Broken(text));

    /// <summary>Nobody reads a transfer sheet but the person who types it into a pump: it keeps every rule, in the page and in the JSON.</summary>
    [Fact]
    [Trait("Hazard", "HZ-05")]
    [Trait("Hazard", "HZ-10")]
    public void No_transfer_sheet_breaks_a_display_rule() =>
        Assert.All(
            Printed.Plans.SelectMany(plan => plan.Transfer.Entries),
            entry =>
            {
                Assert.Empty(Broken(entry.Field));
                Assert.Empty(Broken(entry.Value ?? ""));
                Assert.Empty(Broken(entry.Note ?? ""));
            }
        );

    private static void AssertKept(Plan plan)
    {
        foreach (var line in Printed.Page(plan, Printed.Endless).Split('\n').Where(line => !IsCitation(line)))
        {
            Assert.True(Broken(line).Count == 0, $"{string.Join("; ", Broken(line))}: {line.TrimEnd('\u2500')}");
        }
    }

    internal static List<string> Broken(string text)
    {
        var plain = Regex.Replace(text, "[0-9]{2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{4}", "", Options, Longest);
        // The year of an edition is part of a guideline's name, and no count.
        plain = Regex.Replace(plain, "(PACC|MASCC|NPSA|BPS/FPM) (19|20)[0-9]{2}", "", Options, Longest);
        foreach (var name in Names)
        {
            plain = plain.Replace(name, "", StringComparison.Ordinal);
        }

        return [.. Forbidden.Where(rule => Regex.IsMatch(plain, rule.Pattern, Options, Longest)).Select(rule => rule.Rule)];
    }

    /// <summary>Code, place, limit, source and hazards below a finding; the formulary's version and sum at the foot.</summary>
    private static bool IsCitation(string line) =>
        Regex.IsMatch(line, @"^ {12}[a-z-]+ at \$", Options, Longest) || line.StartsWith("  Formulary ", StringComparison.Ordinal);

    private static RegexOptions Options => RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static TimeSpan Longest => TimeSpan.FromSeconds(1);
}
