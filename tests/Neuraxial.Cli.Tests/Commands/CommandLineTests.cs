using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>A command line that cannot be understood is input that cannot be used: exit 2, a line a problem on standard error, nothing on standard output.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "neuraxial: Required command was not provided; see 'neuraxial --help'")]
    [InlineData("calc", "neuraxial calc: Required command was not provided; see 'neuraxial calc --help'")]
    [InlineData("plan", "neuraxial plan: Give at least one FILE, or --lines; see 'neuraxial plan --help'")]
    [InlineData("plan x --lines", "neuraxial plan: --lines reads standard input; give no FILE beside it; see 'neuraxial plan --help'")]
    [InlineData("plan x --formulary", "neuraxial plan: Required argument missing for option: '--formulary'; see 'neuraxial plan --help'")]
    [InlineData(
        "plan x --format xml",
        "neuraxial plan: Argument 'xml' not recognized. Must be one of: 'text' 'json' 'html'; see 'neuraxial plan --help'"
    )]
    [InlineData("compare x", "neuraxial compare: Required argument 'FILE' missing for command: 'compare'; see 'neuraxial compare --help'")]
    [InlineData(
        "schema pump",
        "neuraxial schema: Argument 'pump' not recognized. Must be one of: 'therapy' 'recipe' 'formulary' 'experiment'; see 'neuraxial schema --help'"
    )]
    [InlineData("pumps t34 t34", "neuraxial pumps: Unrecognized command or argument 't34'; see 'neuraxial pumps --help'")]
    public void A_command_line_that_cannot_be_understood_is_one_line_a_problem(string arguments, string line) =>
        Cli.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Unusable(line);

    [Fact]
    public void A_word_that_is_no_command_is_named_and_cannot_forge_a_line() =>
        Assert.Contains(Cli.Run("pl\u001b[31man\nx").Unusable().ErrorLines, line => line.Contains("'pl\ufffd[31man x'", StringComparison.Ordinal));
}
