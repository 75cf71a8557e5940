using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial validate</c>: the model beside studies.</summary>
public sealed class ValidateCommandTests
{
    private const string Study = """
        { "experiment": "case", "species": "human", "drug": "morphine",
          "doses": [ { "at": "0 h", "route": "intrathecal", "level": "L3", "mass": "0.25 mg", "volume": "1 mL", "over": "1 min" } ],
          "samples": [ { "name": "lumbar", "site": "csf", "level": "L3" } ], "until": "2 h", "every": "5 min",
          "observed": [ { "what": "concentration", "sample": "lumbar", "at": "1 h", "value": "4228 ng/mL", "band": [ "LOW", "9000 ng/mL" ] } ] }
        """;

    [Theory]
    [InlineData("1 ng/mL", true, 0)]
    [InlineData("8999 ng/mL", false, 1)]
    public void It_ends_with_one_if_an_observation_lies_outside(string low, bool inside, int code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "case.json"), Study.Replace("LOW", low, StringComparison.Ordinal));
        var ran = Cli.Run("validate", folder.Path, "--format", "json");
        Assert.Equal(code, ran.Exit);
        var row = ran.Json().GetProperty("observations").EnumerateArray().Single();
        Assert.Equal(inside, row.GetProperty("inside").GetBoolean());
        Assert.Equal("4228 ng/mL", row.GetProperty("observed").GetString());
        Assert.EndsWith(" ng/mL", row.GetProperty("simulated").GetString(), StringComparison.Ordinal);
        Assert.True(row.GetProperty("foldError").GetDouble() >= 1);
        Assert.Equal(1, ran.Json().GetProperty("total").GetInt32());
    }

    [Fact]
    public void Faults_of_all_files_are_told_before_anything_is_run()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a.json"), Study.Replace("LOW", "1 h", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder.Path, "b.json"), "{}");
        var ran = Cli.Run("validate", folder.Path);
        Assert.Equal(2, ran.Exit);
        Assert.Equal("", ran.Text);
        Assert.Contains("a.json: $.observed[0].band[0]:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("b.json: $.experiment: missing", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_studies_is_told() => Assert.Equal(2, Cli.Run("validate", Path.GetTempPath() + "/no-such-folder-of-studies").Exit);

    [Fact]
    public void Every_problem_with_an_exact_answer_is_held()
    {
        var ran = Cli.Run("validate", "--verification").Done();
        foreach (var problem in Enumerable.Range(1, 11))
        {
            Assert.Contains($"V{problem} ", ran.Text, StringComparison.Ordinal);
        }
    }
}
