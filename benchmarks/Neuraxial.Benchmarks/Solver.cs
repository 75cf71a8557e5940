using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Neuraxial.Simulation;

namespace Neuraxial.Benchmarks;

/// <summary>The solver of the simulation: one patient, another program on the same patient, how the cost grows, and how near the machine's limit a step comes.</summary>
internal static class Solver
{
    private const int Repeats = 15;

    public static int Run(string? svg)
    {
        OnePatient();
        var rows = Scaling();
        Limit();
        if (svg is not null)
        {
            File.WriteAllText(svg, ScalingPlot.Of(rows));
        }

        return 0;
    }

    private static void OnePatient()
    {
        var body = MeanAdult.Of();
        var (program, wanted) = (MeanAdult.Program(30, 8), MeanAdult.Quarters(30));
        var solution = new double[wanted.Length * body.Watched.Length];
        var steps = 0;
        var cold = Seconds(() => steps = new Integration(body.System).Run(program, wanted, body.Watched, solution));
        var integration = new Integration(body.System);
        var warm = Seconds(() => integration.Run(program, wanted, body.Watched, solution));
        var superposition = new Superposition(body.System, body.Watched, NodaTime.Duration.FromMinutes(15), wanted.Length);
        var curves = new double[solution.Length];
        var first = Seconds(() =>
            new Superposition(body.System, body.Watched, NodaTime.Duration.FromMinutes(15), wanted.Length).Evaluate(program, curves)
        );
        var another = Seconds(() => superposition.Evaluate(program, curves));
        Line(
            $"One patient, {body.System.Size} compartments, 30 days, {program.Changes} changes of rate, {wanted.Length} wanted times, {steps} steps:"
        );
        Line("");
        Line("| | ms | |");
        Line("| --- | --- | --- |");
        Line($"| run, factors made | {warm * 1e3:F2} | {warm / steps * 1e6:F2} us a step |");
        Line($"| run, everything new | {cold * 1e3:F2} | {cold / warm:F2} of the run |");
        Line($"| another program by superposition | {another * 1e3:F2} | {another / warm:F2} of the run |");
        Line($"| the first by superposition | {first * 1e3:F2} | {first / warm:F2} of the run |");
        Line("");
    }

    private static List<ScalingRow> Scaling()
    {
        var rows = new List<ScalingRow>();
        foreach (var cells in (int[])[62, 124, 248, 496])
        {
            rows.Add(Measured("cells", cells, MeanAdult.Of(cells), 30, 8));
        }

        var body = MeanAdult.Of();
        foreach (var days in (int[])[7, 30, 90])
        {
            rows.Add(Measured("days", days, body, days, 8));
        }

        foreach (var changes in (int[])[0, 2, 4, 8, 16])
        {
            rows.Add(Measured("changes a day", changes, body, 30, changes));
        }

        Line("| what grows | | ms | of the line of best fit |");
        Line("| --- | --- | --- | --- |");
        foreach (var group in rows.GroupBy(row => row.What, StringComparer.Ordinal))
        {
            var (slope, intercept) = Fit([.. group]);
            foreach (var row in group)
            {
                Line($"| {row.What} | {row.Value} | {row.Seconds * 1e3:F2} | {row.Seconds / (intercept + (slope * row.Value)):F2} |");
            }

            Line($"| {group.Key} | line | {intercept * 1e3:F2} + {slope * 1e3:F4} each | |");
        }

        Line("");
        return rows;
    }

    private static ScalingRow Measured(string what, int value, MeanAdult body, int days, int changes)
    {
        var (program, wanted) = (MeanAdult.Program(days, changes), MeanAdult.Quarters(days));
        var solution = new double[wanted.Length * body.Watched.Length];
        var integration = new Integration(body.System);
        return new ScalingRow(what, value, Seconds(() => integration.Run(program, wanted, body.Watched, solution)));
    }

    /// <summary>Least squares.</summary>
    internal static (double Slope, double Intercept) Fit(IReadOnlyList<ScalingRow> rows)
    {
        var (x, y) = (rows.Average(row => row.Value), rows.Average(row => row.Seconds));
        var slope = rows.Sum(row => (row.Value - x) * (row.Seconds - y)) / rows.Sum(row => (row.Value - x) * (row.Value - x));
        return (slope, y - (slope * x));
    }

    private static void Limit()
    {
        const int Times = 2_000;
        var body = MeanAdult.Of();
        var elimination = Elimination.Of(body.System.Matrix);
        var step = ExponentialStep.Of(body.System.Matrix, elimination, 0.25);
        var block = ExponentialBlock.Of(body.System.Matrix, elimination, 0.25);
        var (amounts, inflow) = (new double[body.System.Size], new double[body.System.Size]);
        inflow[body.Watched[0]] = 1;
        var workspace = new ExponentialStep.Workspace(body.System.Size);
        var found = new double[SharedPoles.Steps * body.Watched.Length];
        void Each(Action take)
        {
            for (var i = 0; i < Times; i++)
            {
                take();
            }
        }

        var one = Seconds(() => Each(() => step.Take(amounts, inflow, workspace))) / Times;
        var twelve = Seconds(() => Each(() => block.Take(SharedPoles.Steps, amounts, inflow, body.Watched, found, workspace))) / Times;
        var made = Seconds(() => ExponentialStep.Of(body.System.Matrix, elimination, 0.25));
        var peak = Peak();
        var flops = Flops(elimination);
        var real = elimination.Lower.Real.Columns.Length + elimination.Upper.Real.Columns.Length;
        Line($"{elimination.Size} compartments, factors of {elimination.Count} entries, {real} of them one number for all poles:");
        Line("");
        Line("| | us | floating-point operations | GFLOP/s | of the limit |");
        Line("| --- | --- | --- | --- | --- |");
        Row("one step", one, flops);
        Row("a block of twelve", twelve, SharedPoles.Octets * flops);
        Line($"| multiplying and adding alone | | | {peak / 1e9:F1} | 1 |");
        Line($"| factors for one length | {made * 1e6:F1} | | | |");
        void Row(string what, double seconds, double operations) =>
            Line($"| {what} | {seconds * 1e6:F2} | {operations:F0} | {operations / seconds / 1e9:F1} | {operations / seconds / peak:P0} |");
    }

    /// <summary>
    /// Of one pass over eight poles: 4 for an entry that is real, 8 for a complex one; forward 10 a row (the right side, one complex product), backward 13 (a complex
    /// product, a difference, the sum over poles).
    /// </summary>
    private static double Flops(Elimination elimination)
    {
        var real = elimination.Lower.Real.Columns.Length + elimination.Upper.Real.Columns.Length;
        var complex = elimination.Lower.Complex.Columns.Length + elimination.Upper.Complex.Columns.Length;
        return Cram.Poles * ((4.0 * real) + (8.0 * complex) + (23.0 * elimination.Size));
    }

    /// <summary>What this core can do in the best case: twelve independent sums of products in registers.</summary>
    private static double Peak()
    {
        const int Times = 20_000_000;
        return 12.0 * 2 * Cram.Poles * Times / Seconds(() => GC.KeepAlive(Products(Times)));
    }

    /// <summary>By itself, so that no call stands between the sums and their registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Products(int times)
    {
        var (a, b) = (Vector512.Create(1.0000001), Vector512.Create(1e-9));
        Vector512<double> s0 = a,
            s1 = a,
            s2 = a,
            s3 = a,
            s4 = a,
            s5 = a,
            s6 = a,
            s7 = a,
            s8 = a,
            s9 = a,
            s10 = a,
            s11 = a;
        for (var i = times; i > 0; i--)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, a, b);
            s1 = Vector512.FusedMultiplyAdd(s1, a, b);
            s2 = Vector512.FusedMultiplyAdd(s2, a, b);
            s3 = Vector512.FusedMultiplyAdd(s3, a, b);
            s4 = Vector512.FusedMultiplyAdd(s4, a, b);
            s5 = Vector512.FusedMultiplyAdd(s5, a, b);
            s6 = Vector512.FusedMultiplyAdd(s6, a, b);
            s7 = Vector512.FusedMultiplyAdd(s7, a, b);
            s8 = Vector512.FusedMultiplyAdd(s8, a, b);
            s9 = Vector512.FusedMultiplyAdd(s9, a, b);
            s10 = Vector512.FusedMultiplyAdd(s10, a, b);
            s11 = Vector512.FusedMultiplyAdd(s11, a, b);
        }

        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    /// <summary>
    /// The least of several, after some that compile; of each so many runs that they take five milliseconds. Processor time and not the clock's: another program may hold the
    /// core meanwhile.
    /// </summary>
    internal static double Seconds(Action run)
    {
        const double Enough = 5e-3;
        var times = 1;
        while (Processor(run, times) < Enough)
        {
            times *= 2;
        }

        return Enumerable.Range(0, Repeats).Min(_ => Processor(run, times)) / times;
    }

    private static double Processor(Action run, int times)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            run();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Line(string text) => Console.WriteLine(text);
}

/// <summary>One measurement of how the cost grows.</summary>
internal sealed record ScalingRow(string What, int Value, double Seconds);
