using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>A person who corrects a file wants every fault at once, in the order of the file's parts, not one a run.</summary>
public sealed class ManyFaultsTests
{
    /// <summary>Ten faults, one in each part of a therapy.</summary>
    private const string TenFaults = """
        {
          "therapy": "",
          "patient": { "birthDate": "2026-02-30", "wieght": "58 kg" },
          "indication": "pain",
          "route": "spinal",
          "painLevels": ["T8", "T13"],
          "pump": { "model": "synchromed-ii-20" },
          "infusate": { "drugs": [{ "drug": "vincristine", "concentration": "10" }] },
          "fill": { "volume": "20,5 mL", "at": "2026-11-24T10:00:00" },
          "program": { "mode": "continuous", "rate": "0.4 mL/d" }
        }
        """;

    [Fact]
    public void A_file_with_ten_faults_gives_ten_lines()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("ten.json", TenFaults);
        var ran = Cli.Run("plan", file, "--format", "json").Unusable();
        string[] paths =
        [
            "$.therapy",
            "$.patient.birthDate",
            "$.patient.wieght",
            "$.indication",
            "$.route",
            "$.painLevels[1]",
            "$.infusate.drugs[0].drug",
            "$.infusate.drugs[0].concentration",
            "$.fill.volume",
            "$.fill.at",
        ];
        Assert.Equal(10, ran.ErrorLines.Length);
        Assert.All(ran.ErrorLines, line => Assert.StartsWith($"{file}: ", line, StringComparison.Ordinal));
        Assert.Equal(paths, ran.ErrorLines.Select(line => line[(file.Length + 2)..].Split(": ")[0]), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_line_says_what_was_seen_and_what_is_expected_or_meant()
    {
        foreach (var problem in Therapies.Problems(TenFaults))
        {
            Assert.True(
                problem.Message.Contains("expected", StringComparison.Ordinal)
                    || problem.Message.Contains("did you mean", StringComparison.Ordinal)
                    || problem.Message.Contains("HZ-24", StringComparison.Ordinal)
                    || problem.Message.Contains("write 1.5 or 1500", StringComparison.Ordinal),
                problem.Message
            );
            Assert.False(problem.Message.EndsWith('.'), problem.Message);
        }
    }

    [Fact]
    public void The_problems_of_all_files_come_in_the_order_of_the_files()
    {
        using var folder = new TemporaryFolder();
        var files = Enumerable.Range(0, 4).Select(i => folder.File($"{i}.json", Therapies.Continuous.With("$.fill.volume", $"\"{i}\""))).ToArray();
        var ran = Cli.Run(["compare", .. files, Examples.Files[0]]).Unusable();
        Assert.Equal(
            files.Select((file, i) => $"{file}: $.fill.volume: '{i}' has no unit; expected a volume such as '1.5 mL'"),
            ran.ErrorLines,
            StringComparer.Ordinal
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-29")]
    public void A_fault_in_one_part_hides_none_in_another()
    {
        // A mixture that cannot be read leaves doses without a concentration: the program's own faults are still found.
        var json = Therapies
            .Demand.With("$.infusate.drugs[0].drug", "\"morphin\"")
            .With("$.pump.model", "\"prometra\"")
            .With("$.program.rate", "\"0.4\"")
            .With("$.program.demand.lockout", "\"1\"")
            .With("$.program.demand.maximum.count", "0");
        Assert.Equal(
            ["$.infusate.drugs[0].drug", "$.program.demand.lockout", "$.program.demand.maximum.count", "$.program.rate", "$.pump.model"],
            Therapies.Problems(json).Select(problem => problem.Path).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Beyond_a_thousand_faults_they_are_counted()
    {
        var problems = Therapies.Problems($$"""{ "painLevels": [{{string.Join(',', Enumerable.Repeat("\"T0\"", 5_000))}}] }""");
        Assert.Equal(1_001, problems.Count);
        Assert.Equal("$: and 4007 problems more, not listed", problems[^1].ToString());
    }
}
