using Neuraxial.Simulation;
using NodaTime;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The files of a system, as the command writes them for a therapy that has become one.</summary>
public sealed class ExportSystemTests
{
    /// <summary>One compartment that loses a tenth an hour and is given one an hour.</summary>
    private static readonly LinearSystem System = new(new RateMatrix.Builder(1).Loss(0, 0.1).Build(), [new SystemInput("tip", [new(0, 1.0)])]);

    [Fact]
    public void A_folder_holds_the_five_files_and_the_solution_lies_where_it_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var (place, solution) = (Path.Combine(folder.Path, "case"), Path.Combine(folder.Path, "ours.csv"));
        var asked = new List<string>();
        var exit = ExportSystemCommand
            .Create((file, drug, length, every) => Simulated(asked, file, drug, length, every))
            .Parse(["therapy.json", place, "--drug", "morphine", "--for", "2 h", "--every", "60 min", "--solution", solution])
            .Invoke();
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal(["therapy.json morphine 2 h 1 h"], asked, StringComparer.Ordinal);
        Assert.Equal(
            ["inputs.mtx", "outputs.csv", "schedule.csv", "system.mtx", "watch.csv"],
            Directory.GetFiles(place).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal("time_h\n0\n1\n2\n", File.ReadAllText(Path.Combine(place, "outputs.csv")));
        var last = File.ReadAllLines(solution)[^1]
            .Split(',')
            .Select(text => double.Parse(text, global::System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();

        // 10 (1 - e^-0.2) = 1.8126924692
        Assert.Equal(2, last[0]);
        Assert.Equal(1.8126924692, last[1], 1e-9);
    }

    [Theory]
    [InlineData("--for", "2")]
    [InlineData("--every", "0 min")]
    public void A_time_without_a_unit_or_of_nothing_is_refused(string option, string text)
    {
        string[] arguments = option == "--for" ? ["--for", text, "--every", "1 h"] : ["--for", "2 h", "--every", text];
        var parsed = ExportSystemCommand.Create((_, _, _, _) => null).Parse(["FILE", "DIR", "--drug", "morphine", .. arguments]);
        Assert.Contains(parsed.Errors, error => error.Message.Contains("expected", StringComparison.Ordinal));
    }

    [Fact]
    public void A_therapy_that_cannot_be_simulated_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var place = Path.Combine(folder.Path, "case");
        var exit = ExportSystemCommand
            .Create((_, _, _, _) => null)
            .Parse(["therapy.json", place, "--drug", "morphine", "--for", "2 h", "--every", "1 h"])
            .Invoke();
        Assert.Equal(ExitCode.UnusableInput, exit);
        Assert.False(Directory.Exists(place));
    }

    private static SystemExport Simulated(List<string> asked, string file, string drug, Duration length, Duration every)
    {
        asked.Add($"{file} {drug} {length.TotalHours} h {every.TotalHours} h");
        return new SystemExport(
            System,
            new RateSchedule.Builder(1).Give(0, Duration.Zero, length, 1).Build(),
            Enumerable.Range(0, 3).Select(hour => every * hour),
            [new("all", 0)]
        );
    }
}
