using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>--help</c> names every command and option, under the name that a user types.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("", "neuraxial", "plan check compare calc recipe formulary pumps simulate validate schema --help --version")]
    [InlineData("plan", "neuraxial plan", "FILE --format json text html --formulary --trust --at-least --lines --help")]
    [InlineData("check", "neuraxial check", "FILE --limits --format json text --formulary --trust --at-least --help")]
    [InlineData(
        "calc",
        "neuraxial calc",
        "rate dose volume weight flex demand trial prime bridge lasts blend rinse residual constant-flow syringe accuracy mix assay convert --help"
    )]
    [InlineData(
        "calc bridge",
        "neuraxial calc bridge",
        "--old --new --dose --fluid-path --tubing --length --per-length --tubing-minimum --tubing-maximum --format --formulary --trust --at-least --help"
    )]
    [InlineData(
        "formulary",
        "neuraxial formulary",
        "DRUG --section --format --formulary --trust --at-least rehearse diff approve sign verify canonical --help"
    )]
    [InlineData("formulary rehearse", "neuraxial formulary [<DRUG>] rehearse", "OVERLAY --against FILES --base --format --help")]
    [InlineData("formulary approve", "neuraxial formulary [<DRUG>] approve", "OVERLAY --role --id --at MOMENT --note --output --help")]
    [InlineData("formulary sign", "neuraxial formulary [<DRUG>] sign", "OVERLAY --key --output --help")]
    [InlineData("formulary verify", "neuraxial formulary [<DRUG>] verify", "OVERLAY --key --at-least VERSION --format --help")]
    [InlineData("recipe", "neuraxial recipe", "FILE --format json text --formulary --help")]
    [InlineData(
        "simulate",
        "neuraxial simulate",
        "FILE --for --every --levels --demand none expected all --out --format json text --formulary --help"
    )]
    [InlineData("validate", "neuraxial validate", "FILE --verification --format json text --help")]
    public void Help_names_every_command_and_option(string command, string usage, string words)
    {
        var ran = Cli.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Done();
        Assert.Contains($"\nUsage:\n  {usage} ", ran.Text, StringComparison.Ordinal);
        var seen = ran
            .Text.Split([' ', '\n', ',', '<', '>', '|', '[', ']', '.', ':'], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(words.Split(' '), word => !seen.Contains(word));
    }

    [Fact]
    public void The_table_of_calculators_above_is_whole() =>
        Assert.Equal(
            "rate dose volume weight flex demand trial prime bridge lasts blend rinse residual constant-flow syringe accuracy mix assay convert",
            string.Join(' ', Calculator.All.Select(calculator => calculator.Name))
        );

    [Fact]
    public void Help_says_that_the_prescriber_decides() =>
        Assert.Contains("Decision support: the prescriber checks every plan.", Cli.Run("--help").Done().Text, StringComparison.Ordinal);
}
