using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial plan FILE…</c>: exit codes, and what goes to which stream.</summary>
public sealed class PlanCommandTests
{
    public static TheoryData<string> Names => [.. Examples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_is_planned_as_JSON(string name)
    {
        var ran = Cli.Run("plan", Examples.File(name), "--format", "json").Done();
        Assert.Equal(name, ran.Json().GetProperty("therapy").GetString());
    }

    [Fact]
    public void Every_example_is_printed_in_the_order_given()
    {
        var ran = Cli.Run(["plan", .. Examples.Files]).Done();
        Assert.Equal(
            Examples.Names.Select(name => $"══ Plan · {name}"),
            ran.Lines.Where(line => line.StartsWith("══ ", StringComparison.Ordinal)).Select(line => line.TrimEnd('═').TrimEnd()),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Text_is_what_comes_out_where_no_format_is_named() =>
        Assert.Equal(Cli.Run("plan", Examples.Files[0], "--format", "text").Done().Text, Cli.Run("plan", Examples.Files[0]).Done().Text);

    [Fact]
    public void Several_files_give_their_JSON_one_after_the_other()
    {
        var ran = Cli.Run("plan", Examples.Files[0], Examples.Files[1], "--format", "json").Done();
        Assert.Equal(
            Cli.Run("plan", Examples.Files[0], "--format", "json").Text + Cli.Run("plan", Examples.Files[1], "--format", "json").Text,
            ran.Text
        );
    }

    [Fact]
    public void A_dash_is_standard_input() =>
        Assert.Equal(Cli.Run("plan", Examples.Files[0]).Done().Text, Cli.Run(["plan", "-"], File.ReadAllBytes(Examples.Files[0])).Done().Text);

    [Fact]
    public void A_blocked_plan_is_printed_in_full_and_exits_with_1()
    {
        using var folder = new TemporaryFolder();
        var overfilled = folder.File("overfilled.json", Therapies.Continuous.With("$.fill.volume", "\"21 mL\""));
        var ran = Cli.Run("plan", Examples.Files[0], overfilled, "--format", "json").Done(ExitCode.Blocked);
        Assert.Contains("\"severity\": \"block\"", ran.Text, StringComparison.Ordinal);
        Assert.Contains("\"therapy\": \"test\"", ran.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\nBLOCK",
            Cli.Run("plan", overfilled).Done(ExitCode.Blocked).Text.Replace("\n  ", "\n", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_service_lays_its_own_formulary_over_the_built_in_one()
    {
        var plain = Cli.Run("plan", Examples.File("cancer-intrathecal-implanted"), "--format", "json").Done().Json();
        var own = Cli.Run("plan", Examples.File("cancer-intrathecal-implanted"), "--format", "json", "--formulary", Examples.Service).Json();
        Assert.Equal("2027-02-22T10:00:00Z", plain.GetProperty("refill").GetProperty("refillBy").GetString());
        Assert.Equal("2027-01-08T10:00:00Z", own.GetProperty("refill").GetProperty("refillBy").GetString());
        Assert.EndsWith("+example-1", own.GetProperty("formulary").GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, own.GetProperty("formulary").GetProperty("layers").GetArrayLength());
    }

    [Fact]
    [Trait("Hazard", "HZ-61")]
    public void Nothing_is_printed_where_one_file_of_several_cannot_be_used_and_every_problem_of_all_is()
    {
        using var folder = new TemporaryFolder();
        var first = folder.File("first.json", Therapies.Continuous.With("$.fill.volume", "\"20\"").With("$.program.rate", "\"0.4\""));
        var second = folder.File("second.json", "[]");
        var missing = Path.Combine(folder.Path, "missing.json");
        Cli.Run("plan", first, Examples.Files[0], second, missing, folder.Path)
            .Unusable(
                $"{first}: $.fill.volume: '20' has no unit; expected a volume such as '1.5 mL'",
                $"{first}: $.program.rate: '0.4' has no unit; expected a flow rate such as '1.5 mL/d'",
                $"{second}: $: an array; expected an object",
                $"{missing}: $: cannot be read: there is no such file; expected a file",
                $"{folder.Path}: $: cannot be read: it is a directory, or access is denied; expected a file"
            );
    }

    [Fact]
    public void A_file_s_name_cannot_forge_a_line()
    {
        var ran = Cli.Run("plan", "no such\nfile: \u001b[31m.json").Unusable();
        Assert.Equal("no such\ufffdfile: \ufffd[31m.json: $: cannot be read: there is no such file; expected a file", Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public void A_formulary_that_cannot_be_used_is_reported_in_the_same_way()
    {
        using var folder = new TemporaryFolder();
        var own = folder.File("own.json", """{ "name": "x", "limits": [{ "id": "a" }], "drug": [] }""");
        var ran = Cli.Run("plan", Examples.Files[0], "--formulary", own).Unusable();
        Assert.All(ran.ErrorLines, line => Assert.StartsWith($"{own}: $.", line, StringComparison.Ordinal));
        Assert.Contains($"{own}: $.version: missing; expected the file's version", ran.ErrorLines, StringComparer.Ordinal);
        Assert.Contains($"{own}: $.drug: unknown member; did you mean 'drugs'?", ran.ErrorLines, StringComparer.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_one_line_and_no_stack_trace()
    {
        if (OperatingSystem.IsLinux())
        {
            var ran = Cli.RunOnFullDisk("plan", Examples.Files[0]);
            Assert.Equal(ExitCode.OutsideFailed, ran.Exit);
            Assert.StartsWith("neuraxial: standard input or output failed: ", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        }
    }
}
