using System.Globalization;
using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>
/// A system with all that a solver of another make needs to run it: the matrix, the inputs, what is given, the wanted times and the watched compartments; written as plain
/// files, and solved by our own solver in the same form.
/// </summary>
/// <remarks>
/// The equation is dm/dt = K m + B r(t), m(0) = 0, in hours. Every number is written so that it is read back as the same number, at most 17 digits. Files are for
/// the caller to open: this project knows none.
/// </remarks>
public sealed class SystemExport
{
    private readonly long[] wanted;
    private readonly int[] watched;
    private readonly string[] names;

    /// <summary>Puts the pieces together.</summary>
    /// <param name="system">K and B.</param>
    /// <param name="schedule">r, of as many inputs as the system has, in the unit of its amounts per hour.</param>
    /// <param name="wanted">Ascending, not negative; the last is the end of the run.</param>
    /// <param name="watched">Names and compartments, in the order of the columns of the solution.</param>
    /// <exception cref="ArgumentException">The schedule has other inputs, nothing is wanted, times do not ascend, or a compartment is none of the system.</exception>
    public SystemExport(LinearSystem system, RateSchedule schedule, IEnumerable<Duration> wanted, IEnumerable<KeyValuePair<string, int>> watched)
    {
        System = system;
        Schedule = schedule;
        this.wanted = [.. wanted.Select(time => time.ToInt64Nanoseconds())];
        var all = watched.ToList();
        this.watched = [.. all.Select(one => one.Value)];
        names = [.. all.Select(one => one.Key)];
        if (schedule.Inputs != system.Inputs.Count)
        {
            throw new ArgumentException($"The schedule has {schedule.Inputs} inputs, the system {system.Inputs.Count}.", nameof(schedule));
        }

        if (this.wanted.Length == 0 || this.wanted[0] < 0 || this.wanted.Zip(this.wanted.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("Wanted times are at least one, not negative and ascending.", nameof(wanted));
        }

        if (Array.FindIndex(this.watched, state => state < 0 || state >= system.Size) is >= 0 and var odd)
        {
            throw new ArgumentException($"Compartment {this.watched[odd]} is none of the {system.Size}.", nameof(watched));
        }
    }

    /// <summary>K and B.</summary>
    public LinearSystem System { get; }

    /// <summary>r.</summary>
    public RateSchedule Schedule { get; }

    /// <summary>How many wanted times.</summary>
    public int Wanted => wanted.Length;

    /// <summary>What the columns of the solution are, in their order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The files of a case: a name, and what writes its text.</summary>
    public IReadOnlyList<KeyValuePair<string, Action<TextWriter>>> Files =>
        [
            new("system.mtx", WriteSystem),
            new("inputs.mtx", WriteInputs),
            new("schedule.csv", WriteSchedule),
            new("outputs.csv", WriteOutputs),
            new("watch.csv", WriteWatch),
        ];

    /// <summary>K in the coordinate form of Matrix Market: row, column, value per hour, counted from one; what is nought on the diagonal too.</summary>
    public void WriteSystem(TextWriter writer)
    {
        writer.Write("%%MatrixMarket matrix coordinate real general\n");
        Line(writer, $"{System.Size} {System.Size} {System.Matrix.Count}");
        for (var row = 0; row < System.Size; row++)
        {
            var columns = System.Matrix.Columns(row);
            var values = System.Matrix.Values(row);
            for (var entry = 0; entry < columns.Length; entry++)
            {
                Line(writer, $"{row + 1} {columns[entry] + 1} {values[entry]:R}");
            }
        }
    }

    /// <summary>B in the same form: compartment, input, share.</summary>
    public void WriteInputs(TextWriter writer)
    {
        writer.Write("%%MatrixMarket matrix coordinate real general\n");
        Line(writer, $"{System.Size} {System.Inputs.Count} {System.Inputs.Sum(input => input.States.Length)}");
        for (var input = 0; input < System.Inputs.Count; input++)
        {
            var states = System.Inputs[input].States;
            var shares = System.Inputs[input].Shares;
            for (var i = 0; i < states.Length; i++)
            {
                Line(writer, $"{states[i] + 1} {input + 1} {shares[i]:R}");
            }
        }
    }

    /// <summary>A row a change: when it begins, hours, and the rates from then on. The first is at 0, where nothing is given if the schedule begins later.</summary>
    public void WriteSchedule(TextWriter writer)
    {
        writer.Write("start_h");
        for (var input = 1; input <= Schedule.Inputs; input++)
        {
            Line(writer, $",rate_{input}", end: "");
        }

        writer.Write('\n');
        if (Schedule.Changes == 0 || Schedule.Times[0] > 0)
        {
            WriteRates(writer, 0, new double[Schedule.Inputs]);
        }

        for (var change = 0; change < Schedule.Changes; change++)
        {
            WriteRates(writer, Schedule.Times[change], Schedule.Rates(change));
        }
    }

    /// <summary>A wanted time a row, hours.</summary>
    public void WriteOutputs(TextWriter writer)
    {
        writer.Write("time_h\n");
        foreach (var time in wanted)
        {
            Line(writer, $"{RateSchedule.Hours(time):R}");
        }
    }

    /// <summary>A watched compartment a row, counted from 0, and its name.</summary>
    public void WriteWatch(TextWriter writer)
    {
        writer.Write("state,name\n");
        for (var i = 0; i < watched.Length; i++)
        {
            Line(writer, $"{watched[i]},{names[i].Replace(',', ' ').ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>A run that can be taken again and again; only the first one makes factors.</summary>
    public SystemRun Prepare() => new(System, Schedule, wanted, watched);

    /// <summary>A wanted time a row: hours, then what is in each watched compartment.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="solution">Of <see cref="SystemRun.Solution"/>.</param>
    public void WriteSolution(TextWriter writer, ReadOnlySpan<double> solution)
    {
        for (var output = 0; output < wanted.Length; output++)
        {
            Line(writer, $"{RateSchedule.Hours(wanted[output]):R}", end: "");
            for (var i = 0; i < watched.Length; i++)
            {
                Line(writer, $",{solution[(output * watched.Length) + i]:R}", end: "");
            }

            writer.Write('\n');
        }
    }

    private static void WriteRates(TextWriter writer, long time, ReadOnlySpan<double> rates)
    {
        Line(writer, $"{RateSchedule.Hours(time):R}", end: "");
        foreach (var rate in rates)
        {
            Line(writer, $",{rate:R}", end: "");
        }

        writer.Write('\n');
    }

    private static void Line(TextWriter writer, FormattableString text, string end = "\n")
    {
        writer.Write(text.ToString(CultureInfo.InvariantCulture));
        writer.Write(end);
    }
}

/// <summary>A system that is run by our own solver, as often as is asked.</summary>
public sealed class SystemRun
{
    private readonly Integration integration;
    private readonly RateSchedule schedule;
    private readonly long[] wanted;
    private readonly int[] watched;
    private readonly double[] solution;

    internal SystemRun(LinearSystem system, RateSchedule schedule, long[] wanted, int[] watched)
    {
        integration = new Integration(system);
        this.schedule = schedule;
        this.wanted = wanted;
        this.watched = watched;
        solution = new double[wanted.Length * watched.Length];
    }

    /// <summary>What the last run found: for each wanted time one for each watched compartment.</summary>
    public ReadOnlySpan<double> Solution => solution;

    /// <summary>Runs from empty at 0 to the last wanted time.</summary>
    /// <returns>How many steps were taken.</returns>
    public int Run() => integration.Run(schedule, wanted, watched, solution);
}
