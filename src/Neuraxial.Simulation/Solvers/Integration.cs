namespace Neuraxial.Simulation;

/// <summary>
/// Runs a system from empty through a schedule, one exact step from each change of rate or wanted time to the next, and keeps what is watched. Wanted times that lie
/// evenly between two changes are found in blocks.
/// </summary>
/// <remarks>
/// Factors are kept by the length of a step: an even grid with a few changes a day has few lengths. Where they are all made already, a run allocates nothing.
/// One run at a time; runs of one patient by several threads take an integration each.
/// </remarks>
internal sealed class Integration
{
    private readonly LinearSystem system;
    private readonly Elimination elimination;
    private readonly Dictionary<long, ExponentialStep> steps = [];
    private readonly Dictionary<long, ExponentialBlock?> blocks = [];
    private readonly ExponentialStep.Workspace workspace;
    private readonly double[] amounts;
    private readonly double[] inflow;

    public Integration(LinearSystem system)
    {
        this.system = system;
        elimination = Elimination.Of(system.Matrix);
        workspace = new ExponentialStep.Workspace(system.Size);
        amounts = new double[system.Size];
        inflow = new double[system.Size];
    }

    /// <summary>How many lengths of steps may be kept; beyond that they are made anew, so that a schedule of odd times takes time and not memory.</summary>
    public const int MostLengths = 256;

    /// <summary>What is in each compartment at the end of the last run.</summary>
    public ReadOnlySpan<double> Amounts => amounts;

    /// <summary>Begins with what is in the compartments: what another integration ended with, a steady state.</summary>
    /// <param name="before">One amount for each.</param>
    public void GoOnFrom(ReadOnlySpan<double> before) => before.CopyTo(amounts);

    /// <summary>Runs from empty at time 0 to the last wanted time.</summary>
    /// <param name="schedule">What is given; of as many inputs as the system has.</param>
    /// <param name="wanted">Times in nanoseconds, ascending, not negative.</param>
    /// <param name="watched">Compartments.</param>
    /// <param name="solution">Where the amounts in them go: for each wanted time one for each watched compartment.</param>
    /// <returns>How many steps were taken, those of a block each.</returns>
    /// <exception cref="NotFiniteNumberException">An amount is no number: which, and when.</exception>
    public int Run(RateSchedule schedule, ReadOnlySpan<long> wanted, ReadOnlySpan<int> watched, Span<double> solution)
    {
        Array.Clear(amounts);
        return Run(schedule, 0, wanted, watched, solution);
    }

    /// <summary>Runs on from a time with what is in the compartments.</summary>
    /// <param name="schedule">What is given; what it gave before <paramref name="from"/> is not looked at.</param>
    /// <param name="from">Nanoseconds, not after the first wanted time.</param>
    /// <param name="wanted">Times in nanoseconds, ascending.</param>
    /// <param name="watched">Compartments.</param>
    /// <param name="solution">Where the amounts in them go.</param>
    /// <returns>How many steps were taken, those of a block each.</returns>
    public int Run(RateSchedule schedule, long from, ReadOnlySpan<long> wanted, ReadOnlySpan<int> watched, Span<double> solution)
    {
        Array.Clear(inflow);
        var (now, change, taken, output) = (from, 0, 0, 0);
        while (output < wanted.Length)
        {
            if (change < schedule.Changes && schedule.Times[change] <= now)
            {
                system.Spread(schedule.Rates(change), inflow);
                change++;
                continue;
            }

            var rows = solution[(output * watched.Length)..];
            if (now == wanted[output])
            {
                for (var i = 0; i < watched.Length; i++)
                {
                    rows[i] = Finite(amounts[watched[i]], watched[i], now);
                }

                output++;
                continue;
            }

            var until = change < schedule.Changes ? schedule.Times[change] : long.MaxValue;
            var even = Even(wanted[output..], now, until);
            if (even >= ExponentialBlock.Least && Block(wanted[output] - now) is { } block)
            {
                var every = wanted[output] - now;
                block.Take(even, amounts, inflow, watched, rows, workspace);
                now += even * every;
                Finite(rows[..(even * watched.Length)], watched, now);
                output += even;
                taken += even;
                continue;
            }

            var next = long.Min(until, wanted[output]);
            Step(next - now).Take(amounts, inflow, workspace);
            now = next;
            taken++;
        }

        return taken;
    }

    /// <summary>How many of the next wanted times lie as far from each other as the first from now, none of them after a time.</summary>
    private static int Even(ReadOnlySpan<long> wanted, long now, long until)
    {
        var every = wanted[0] - now;
        var count = 0;
        while (count < SharedPoles.Steps && count < wanted.Length && wanted[count] - now == (count + 1) * every && wanted[count] <= until)
        {
            count++;
        }

        return count;
    }

    private ExponentialStep Step(long nanoseconds)
    {
        if (!steps.TryGetValue(nanoseconds, out var step))
        {
            step = ExponentialStep.Of(system.Matrix, elimination, RateSchedule.Hours(nanoseconds));
            Keep(steps, nanoseconds, step);
        }

        return step;
    }

    /// <summary>A block of steps of a length; <see langword="null"/> where steps one by one are better.</summary>
    private ExponentialBlock? Block(long nanoseconds)
    {
        if (!blocks.TryGetValue(nanoseconds, out var block))
        {
            block = ExponentialBlock.Of(system.Matrix, elimination, RateSchedule.Hours(nanoseconds));
            block = block.IsExact(Step(nanoseconds), workspace) ? block : null;
            Keep(blocks, nanoseconds, block);
        }

        return block;
    }

    private static void Keep<T>(Dictionary<long, T> kept, long nanoseconds, T made)
    {
        if (kept.Count == MostLengths)
        {
            kept.Clear();
        }

        kept.Add(nanoseconds, made);
    }

    private static void Finite(ReadOnlySpan<double> rows, ReadOnlySpan<int> watched, long now)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            Finite(rows[i], watched[i % watched.Length], now);
        }
    }

    private static double Finite(double amount, int compartment, long now) =>
        double.IsFinite(amount)
            ? amount
            : throw new NotFiniteNumberException($"The amount in compartment {compartment} after {RateSchedule.Hours(now)} h is no number.", amount);
}
