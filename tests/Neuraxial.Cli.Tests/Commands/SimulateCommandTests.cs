using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial simulate</c>: where the drugs of a therapy go, for people, programs and tables.</summary>
public sealed class SimulateCommandTests
{
    [Fact]
    public void Its_JSON_holds_every_time_level_and_drug_and_its_balance()
    {
        var result = Cli.Run(
                "simulate",
                Examples.File("cancer-intrathecal-external"),
                "--for",
                "2 d",
                "--every",
                "1 h",
                "--levels",
                "L2,T10",
                "--format",
                "json"
            )
            .Done()
            .Json();
        Assert.Equal("cancer-intrathecal-external", result.GetProperty("therapy").GetString());
        Assert.Equal(49, result.GetProperty("times").GetArrayLength());
        Assert.Equal("T10 L2", string.Join(' ', result.GetProperty("levels").EnumerateArray()));
        var drugs = result.GetProperty("drugs").EnumerateArray().ToList();
        Assert.Equal("morphine bupivacaine", string.Join(' ', drugs.Select(drug => drug.GetProperty("drug"))));
        foreach (var drug in drugs)
        {
            Assert.Equal("T10 L2", string.Join(' ', drug.GetProperty("csf").EnumerateObject().Select(level => level.Name)));
            Assert.All(drug.GetProperty("csf").EnumerateObject(), level => Assert.Equal(49, level.Value.GetArrayLength()));
            Assert.True(drug.GetProperty("cord").TryGetProperty("T10", out _));
            Assert.Equal(49, drug.GetProperty("plasma").GetArrayLength());
        }

        var balance = result.GetProperty("massBalance");
        Assert.InRange(balance.GetProperty("error").GetDouble(), -1e-9, 1e-9);
        Assert.Equal(
            balance.GetProperty("in").GetDouble(),
            balance.GetProperty("body").GetDouble() + balance.GetProperty("eliminated").GetDouble(),
            1e-3
        );
        Assert.Equal(2, result.GetProperty("tip").GetArrayLength());
        Assert.True(result.GetProperty("solver").GetProperty("states").GetInt32() > 500);
    }

    [Fact]
    public void Its_page_says_that_it_is_a_model_and_marks_the_tip()
    {
        var page = Cli.Run("simulate", Examples.File("cancer-intrathecal-external"), "--for", "1 d", "--every", "1 h").Done().Text;
        Assert.Contains("no measurement, and no instruction", page, StringComparison.Ordinal);
        Assert.Matches(@"T10 +tip ", page);
        Assert.Contains("simulation-figures-weak", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_option_is_told_at_once_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "curves.txt");
        const string Help = "; see 'neuraxial simulate --help'";
        Cli.Run(
                "simulate",
                Examples.File("cancer-intrathecal-external"),
                "--for",
                "30",
                "--every",
                "0 min",
                "--levels",
                "T13,L2,C8,S4",
                "--demand",
                "some",
                "--out",
                output
            )
            .Unusable(
                "neuraxial simulate: --demand: 'some' is unknown; expected one of none, expected, all" + Help,
                "neuraxial simulate: --for: '30' has no unit; expected a duration such as '1.5 d'" + Help,
                "neuraxial simulate: --every: next to no time; expected at least 1 s" + Help,
                "neuraxial simulate: --levels: 'T13' is no level of the spine; expected C1 to C8, T1 to T12, L1 to L5 or S1 to S5" + Help,
                "neuraxial simulate: --levels: C8 is no vertebra of the canal; expected one from C1 to S2" + Help,
                "neuraxial simulate: --levels: S4 is no vertebra of the canal; expected one from C1 to S2" + Help,
                $"neuraxial simulate: --out: '{output}' is neither; expected a file that ends with .csv or .parquet" + Help
            );
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("--every", "2 d", "--for", "1 d", "--every: longer than the whole span; expected at most that")]
    [InlineData(
        "--every",
        "1 s",
        "--for",
        "30 d",
        "--every: 0.016667 minutes make more than 50,000 times in 30 days; expected longer steps, or a shorter span"
    )]
    public void Times_are_within_the_span_and_no_more_than_can_be_held(string one, string first, string other, string second, string problem) =>
        Cli.Run("simulate", Examples.File("cancer-intrathecal-external"), one, first, other, second)
            .Unusable($"neuraxial simulate: {problem}; see 'neuraxial simulate --help'");

    [Theory]
    [InlineData(null, "The vertebra of the catheter's tip is not stated: nothing is simulated.")]
    [InlineData("\"S4\"", "The canal of the model reaches from C1 to S2, and the tip lies at S4: nothing is simulated.")]
    public void Without_a_tip_in_the_canal_the_result_is_unknown_and_says_so(string? tip, string message)
    {
        var json = Examples.Json("cancer-intrathecal-external").With("$.catheter.tip", tip);
        var result = Cli.Run(["simulate", "-", "--format", "json"], Encoding.UTF8.GetBytes(json)).Done().Json();
        Assert.All(result.GetProperty("drugs").EnumerateArray(), drug => Assert.Equal(JsonValueKind.Null, drug.GetProperty("csf").ValueKind));
        var finding = result.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "simulation-tip-unknown");
        Assert.Equal(("unknown", message), (finding.GetProperty("severity").GetString(), finding.GetProperty("message").GetString()));
    }

    [Fact]
    public void A_flow_that_changes_more_often_than_can_be_simulated_is_refused()
    {
        var json = Examples
            .Json("cancer-intrathecal-external")
            .With("$.program", """{ "mode": "periodic", "bolus": "0.0001 mL", "duration": "1 s", "every": "2 s" }""");
        var ran = Cli.Run(["simulate", "-", "--for", "30 d"], Encoding.UTF8.GetBytes(json)).Unusable();
        Assert.StartsWith("-: $.program: its flow changes 2,592,0", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_is_blocked_is_simulated_all_the_same_and_says_so()
    {
        var json = Examples.Json("cancer-intrathecal-implanted").With("$.bridge", """{ "declined": "a test" }""");
        var ran = Cli.Run(["simulate", "-", "--for", "2 d"], Encoding.UTF8.GetBytes(json)).Done(ExitCode.Blocked);
        Assert.Contains("BLOCK", ran.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drug_whose_way_is_not_known_stands_in_the_result_with_what_leaves_the_tip_of_it()
    {
        var json = Examples.Json("cancer-intrathecal-external").With("$.infusate.drugs[1].drug", "\"midazolam\"");
        var ran = Cli.Run(["simulate", "-", "--for", "1 d", "--format", "json"], Encoding.UTF8.GetBytes(json));
        var drug = ran.Json().GetProperty("drugs")[1];
        Assert.Equal("midazolam", drug.GetProperty("drug").GetString());
        Assert.All(
            (string[])["csf", "cord", "epidural", "cistern", "plasma", "effect", "steady", "massBalance"],
            member => Assert.Equal(JsonValueKind.Null, drug.GetProperty(member).ValueKind)
        );
        var tip = ran.Json().GetProperty("tip")[1];
        Assert.Equal(22_800.0 / 24, tip.GetProperty("rate")[0].GetDouble(), 1e-9);
        Assert.Contains(
            ran.Json().GetProperty("findings").EnumerateArray(),
            finding =>
                finding.GetProperty("code").GetString() == "simulation-drug-unknown"
                && finding.GetProperty("severity").GetString() == "unknown"
                && finding.GetProperty("path").GetString() == "$.infusate.drugs[1]"
        );
    }

    [Fact]
    public void What_leaves_the_tip_is_told_from_change_to_change()
    {
        // The old mixture at 4 mg/d of morphine is bridged at half its flow, and the new one holds no less: 2 mg/d throughout, but for the front.
        var tip = Cli.Run("simulate", Examples.File("cancer-intrathecal-implanted"), "--for", "10 d", "--format", "json")
            .Done()
            .Json()
            .GetProperty("tip");
        foreach (var drug in tip.EnumerateArray())
        {
            Assert.Equal(drug.GetProperty("at").GetArrayLength(), drug.GetProperty("rate").GetArrayLength());
            Assert.True(drug.GetProperty("rate").EnumerateArray().Last().GetDouble() > 0, "the pump goes on where the simulated time ends");
        }

        Assert.Equal(2_000.0 / 24, tip[0].GetProperty("rate")[0].GetDouble(), 1e-9);
        Assert.True(tip[1].GetProperty("at")[0].GetDouble() > 24, "bupivacaine is new, and far from the tip");
    }

    [Theory]
    [MemberData(nameof(WithTip))]
    public void Every_example_whose_tip_is_known_fits_the_page_and_the_screen(string name)
    {
        var ran = Cli.Run("simulate", Examples.File(name));
        Assert.Contains(ran.Exit, (int[])[ExitCode.Done, ExitCode.Blocked]);
        Assert.Equal("", ran.Error);
        Assert.StartsWith($"\u2550\u2550 Simulation \u00b7 {name} ", ran.Text, StringComparison.Ordinal);
        Assert.All(ran.Text.Split('\n'), line => Assert.True(line.Length <= Sheet.PlainWidth, line));
        Assert.Single(Regex.Matches(ran.Text, "no measurement", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    public static TheoryData<string> WithTip { get; } =
    [.. Examples.Names.Where(name => Examples.Json(name).Contains("\"tip\"", StringComparison.Ordinal))];

    [Fact]
    public void A_table_can_be_parquet_and_replaces_what_was_there_as_a_whole()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "curves.parquet");
        File.WriteAllText(output, "before");
        Cli.Run("simulate", Examples.File("cancer-intrathecal-external"), "--for", "1 d", "--every", "6 h", "--out", output).Done();
        var bytes = File.ReadAllBytes(output);
        Assert.Equal("PAR1", Encoding.ASCII.GetString(bytes[..4]));
        Assert.Equal("PAR1", Encoding.ASCII.GetString(bytes[^4..]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_table_that_cannot_be_written_leaves_standard_output_empty() =>
        Assert.StartsWith(
            "/no/such/folder/curves.csv: $: cannot be written: ",
            Assert.Single(
                Cli.Run("simulate", Examples.File("cancer-intrathecal-external"), "--for", "1 d", "--out", "/no/such/folder/curves.csv")
                    .Unusable()
                    .ErrorLines
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_table_has_a_row_for_each_time_and_a_column_for_each_curve()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "curves.csv");
        Cli.Run("simulate", Examples.File("cancer-intrathecal-external"), "--for", "1 d", "--every", "6 h", "--levels", "T10", "--out", output)
            .Done();
        var rows = File.ReadAllLines(output);
        Assert.Equal(6, rows.Length);
        var head = rows[0].Split(',');
        Assert.Equal("time h", head[0]);
        Assert.True(Array.IndexOf(head, "morphine csf T10 ng/mL") > 0);
        Assert.All(rows, row => Assert.Equal(head.Length, row.Split(',').Length));
    }
}
