using System.Globalization;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The files of a system, read back as another solver reads them.</summary>
public sealed class SystemExportTests
{
    /// <summary>Two compartments that exchange, the second eliminates; a third that nothing leaves; numbers that no decimal fraction ends.</summary>
    private static readonly LinearSystem System = new(
        new RateMatrix.Builder(3).Flow(0, 1, 1.0 / 3).Flow(1, 0, 0.1).Flow(0, 2, 1e-17).Loss(1, Math.PI).Build(),
        [new SystemInput("tip", [new(0, 1.0 / 3), new(1, 2.0 / 3)]), new SystemInput("vein", [new(2, 1.0)])]
    );

    private static readonly RateSchedule Schedule = new RateSchedule.Builder(2)
        .Give(0, Duration.FromMinutes(20), Duration.FromHours(2), 0.7)
        .Give(1, Duration.FromHours(1), Duration.FromHours(2), 3)
        .Build();

    [Fact]
    public void The_matrix_is_read_back_digit_for_digit()
    {
        var lines = Lines(Export().WriteSystem);
        Assert.Equal(["%%MatrixMarket matrix coordinate real general", "3 3 6"], lines[..2], StringComparer.Ordinal);
        var entries = lines[2..]
            .Select(line => line.Split(' '))
            .ToDictionary(part => (Whole(part[0]) - 1, Whole(part[1]) - 1), part => Number(part[2]));
        Assert.Equal(6, entries.Count);
        Assert.Equal(1.0 / 3, entries[(1, 0)]);
        Assert.Equal(0.1, entries[(0, 1)]);
        Assert.Equal(1e-17, entries[(2, 0)]);
        Assert.Equal(-(1.0 / 3) - 1e-17, entries[(0, 0)]);
        Assert.Equal(-0.1 - Math.PI, entries[(1, 1)]);
        Assert.Equal(0, entries[(2, 2)]);
    }

    [Fact]
    public void Inputs_are_columns_of_shares() =>
        Assert.Equal(
            ["%%MatrixMarket matrix coordinate real general", "3 2 3", "1 1 0.3333333333333333", "2 1 0.6666666666666666", "3 2 1"],
            Lines(Export().WriteInputs),
            StringComparer.Ordinal
        );

    /// <summary>The peers begin at the first row: before twenty minutes nothing is given, and a row says so.</summary>
    [Fact]
    public void The_schedule_begins_at_nought() =>
        Assert.Equal(
            ["start_h,rate_1,rate_2", "0,0,0", "0.3333333333333333,0.7,0", "1,0.7,3", "2,0,0"],
            Lines(Export().WriteSchedule),
            StringComparer.Ordinal
        );

    [Fact]
    public void Times_and_compartments_are_a_row_each()
    {
        Assert.Equal(["time_h", "0", "0.25", "0.5", "24"], Lines(Export().WriteOutputs), StringComparer.Ordinal);
        Assert.Equal(["state,name", "1,cord  T10", "2,blood"], Lines(Export().WriteWatch), StringComparer.Ordinal);
    }

    [Fact]
    public void The_solution_is_what_a_run_finds()
    {
        var export = Export();
        var run = export.Prepare();
        run.Run();
        var rows = Lines(writer => export.WriteSolution(writer, run.Solution)).Select(line => line.Split(',').Select(Number).ToArray()).ToList();
        Assert.Equal([0, 0.25, 0.5, 24], rows.Select(row => row[0]));
        Assert.Equal(run.Solution.ToArray(), rows.SelectMany(row => row[1..]));

        // Three an hour for one hour into a compartment that nothing leaves, and next to nothing of the tip.
        Assert.Equal(3, rows[^1][2], 1e-11);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SystemExport(System, new RateSchedule.Builder(1).Build(), [Duration.Zero], []));
        Assert.Throws<ArgumentException>(() => new SystemExport(System, Schedule, [], []));
        Assert.Throws<ArgumentException>(() => new SystemExport(System, Schedule, [Duration.FromHours(2), Duration.FromHours(1)], []));
        Assert.Throws<ArgumentException>(() => new SystemExport(System, Schedule, [Duration.Zero], [new("x", 3)]));
    }

    private static SystemExport Export() =>
        new(
            System,
            Schedule,
            [Duration.Zero, Duration.FromMinutes(15), Duration.FromMinutes(30), Duration.FromDays(1)],
            [new("cord, T10", 1), new("blood", 2)]
        );

    private static string[] Lines(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        Assert.EndsWith("\n", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', writer.ToString());
        return writer.ToString().Split('\n')[..^1];
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
