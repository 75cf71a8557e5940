using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>What the guide shows is what the program prints.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void Every_part_of_a_plan_in_the_guide_is_printed_so()
    {
        var printed = Printed.Page(Examples.Plan("cancer-intrathecal-implanted"), Sheet.PlainWidth).Replace('\u00a0', ' ');
        var shown = TextBlock()
            .Matches(Guide("reading-a-plan"))
            .Select(block => Sum().Replace(block.Groups["text"].Value.Trim('\n'), Formulary.BuiltIn.Sha256))
            .ToList();
        Assert.True(shown.Count >= 5, "the guide shows hardly anything of a plan");
        Assert.All(shown, text => Assert.Contains(text, printed, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_calculation_in_the_guide_comes_out_so()
    {
        var rows = CalculatorRow().Matches(Guide("calculators"));
        Assert.Equal(Calculator.All.Select(calculator => calculator.Name), rows.Select(row => row.Groups["name"].Value), StringComparer.Ordinal);
        foreach (var row in rows.Select(row => row.Groups))
        {
            // Long answers go on below; here they are read on one line.
            var ran = Cli.Run(["calc", row["name"].Value, .. Words(row["tried"].Value)]).Done().Text.Replace('\u00a0', ' ');
            ran = Continuation().Replace(ran, " ");
            foreach (var answer in row["answer"].Value.Split("<br>"))
            {
                var (key, shown) = (
                    answer[..answer.IndexOf(':', StringComparison.Ordinal)],
                    answer[(answer.IndexOf(':', StringComparison.Ordinal) + 2)..]
                );
                Assert.Matches($"(^|\n)  {Regex.Escape(key)} +{Regex.Escape(shown)}\n", ran);
            }
        }
    }

    [Fact]
    public void The_calculation_that_the_guide_prints_in_full_is_printed_so()
    {
        var block = ConsoleBlock().Match(Guide("calculators"));
        var ran = Cli.Run([.. Words(block.Groups["arguments"].Value)]).Done();
        Assert.Equal(block.Groups["text"].Value.Trim('\n'), ran.Text.Replace('\u00a0', ' ').Trim('\n'));
    }

    [Fact]
    public void What_the_guide_prints_of_a_service_s_own_file_is_printed_so()
    {
        // As in a shell at the root of the repository; what needs other programs than sed and grep is left to the reader.
        var shown = ConsoleLine()
            .Matches(Guide("own-formulary"))
            .Select(line => (Command: line.Groups["command"].Value, Text: line.Groups["text"].Value))
            .Where(line => !line.Command.Contains("jq", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(4, shown.Count);
        foreach (var (command, text) in shown)
        {
            var parts = command.Split(" | ");
            var ran = Cli.Run([.. Words(parts[0]).Select(word => word.Replace("examples", Examples.Folder, StringComparison.Ordinal))]);
            Assert.Equal((ExitCode.Done, ""), (ran.Exit, ran.Error));
            var lines = Sum().Replace(ran.Text.Replace('\u00a0', ' '), "0").TrimEnd('\n').Split('\n');
            Assert.Equal(Sum().Replace(text, "0").TrimEnd('\n'), string.Join('\n', Filtered(lines, parts[1])));
        }
    }

    /// <summary>The lines that <c>sed -n 'A,Bp'</c> or <c>grep 'WORD'</c> lets through.</summary>
    private static IEnumerable<string> Filtered(string[] lines, string filter)
    {
        var quoted = filter.Split('\'')[1];
        if (filter.StartsWith("grep", StringComparison.Ordinal))
        {
            return lines.Where(line => line.Contains(quoted, StringComparison.Ordinal));
        }

        var range = quoted.TrimEnd('p').Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return lines[(range[0] - 1)..range[1]];
    }

    private static string Guide(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "guide", name + ".md"), Encoding.UTF8)
            .ReplaceLineEndings("\n")
            .Replace('\u00a0', ' ');

    /// <summary>The words of a command line as a shell takes them apart.</summary>
    private static IEnumerable<string> Words(string line) => Word().Matches(line).Select(word => word.Groups["word"].Value);

    [GeneratedRegex("```text\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TextBlock();

    [GeneratedRegex("```console\n\\$ neuraxial (?<arguments>[^\n]*)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(
        "^\\$ neuraxial (?<command>[^\n]*)\n(?<text>(?:(?!\\$ |```).*\n)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex ConsoleLine();

    [GeneratedRegex(
        "^\\| `(?<name>[a-z-]+)` \\|[^|]*\\|[^|]*\\| `(?<tried>[^`]*)` \\| (?<answer>[^|]*) \\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex CalculatorRow();

    [GeneratedRegex("\"(?<word>[^\"]*)\"|(?<word>[^ \"]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Word();

    [GeneratedRegex("\n {3,}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Continuation();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Sum();
}
