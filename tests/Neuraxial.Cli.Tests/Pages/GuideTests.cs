using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>What the guide shows of a plan is what the program prints.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void Every_part_of_a_plan_in_the_guide_is_printed_so()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "guide", "reading-a-plan.md"), Encoding.UTF8)
            .ReplaceLineEndings("\n")
            .Replace('\u00a0', ' ');
        var printed = Printed.Page(Examples.Plan("cancer-intrathecal-implanted"), Sheet.PlainWidth).Replace('\u00a0', ' ');
        var shown = TextBlock()
            .Matches(guide)
            .Select(block => Sum().Replace(block.Groups["text"].Value.Trim('\n'), Formulary.BuiltIn.Sha256))
            .ToList();
        Assert.True(shown.Count >= 5, "the guide shows hardly anything of a plan");
        Assert.All(shown, text => Assert.Contains(text, printed, StringComparison.Ordinal));
    }

    [GeneratedRegex("```text\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TextBlock();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Sum();
}
