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
        var ran = Cli.Run(
            "simulate",
            Examples.File("cancer-intrathecal-external"),
            "--for",
            "30",
            "--every",
            "0 min",
            "--levels",
            "T13,L2",
            "--out",
            output
        );
        Assert.Equal(2, ran.Exit);
        Assert.Equal("", ran.Text);
        foreach (var option in new[] { "--for", "--every", "--levels", "--out" })
        {
            Assert.Contains($"simulate: {option}:", ran.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(output));
    }

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
