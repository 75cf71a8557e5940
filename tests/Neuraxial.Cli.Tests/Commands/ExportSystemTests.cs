using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The files of a therapy's equations, as the command writes them.</summary>
public sealed class ExportSystemTests
{
    private static readonly string Example = Path.Combine(AppContext.BaseDirectory, "examples", "cancer-intrathecal-implanted.json");

    [Fact]
    public void A_folder_holds_the_five_files_and_the_solution_lies_where_it_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var (place, solution) = (Path.Combine(folder.Path, "case"), Path.Combine(folder.Path, "ours.csv"));
        string[] arguments = ["--drug", "morphine", "--for", "2 h", "--every", "30 min", "--solution", solution];
        var ran = Cli.Run(["export-system", Example, place, .. arguments]).Done();
        using var json = JsonDocument.Parse(Assert.Single(ran.Lines));
        Assert.Equal(["states", "steps", "seconds"], json.RootElement.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        Assert.Equal(
            ["inputs.mtx", "outputs.csv", "schedule.csv", "system.mtx", "watch.csv"],
            Directory.GetFiles(place).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal("time_h\n0\n0.5\n1\n1.5\n2\n", File.ReadAllText(Path.Combine(place, "outputs.csv")));
        var watched = File.ReadAllLines(Path.Combine(place, "watch.csv")).Length - 1;
        var rows = File.ReadAllLines(solution).Select(line => line.Split(',').Select(Number).ToArray()).ToList();
        Assert.Equal([0, 0.5, 1, 1.5, 2], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(watched, row.Length - 1));

        // From an empty body, and something arrives everywhere that is watched.
        Assert.All(rows[0], value => Assert.Equal(0, value));
        Assert.All(rows[^1], value => Assert.True(value > 0));
    }

    [Theory]
    [InlineData("morphine", "2", "30 min", "--for")]
    [InlineData("morphine", "2 h", "0 min", "--every")]
    [InlineData("baclofen", "2 h", "30 min", "$.infusate.drugs: there is no baclofen")]
    public void What_cannot_be_exported_writes_nothing(string drug, string length, string every, string problem)
    {
        using var folder = new TemporaryFolder();
        var place = Path.Combine(folder.Path, "case");
        var ran = Cli.Run("export-system", Example, place, "--drug", drug, "--for", length, "--every", every);
        Assert.Equal((ExitCode.UnusableInput, ""), (ran.Exit, ran.Text));
        Assert.Contains(problem, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
