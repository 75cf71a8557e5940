namespace Neuraxial.Simulation;

/// <summary>
/// Runs a system from empty through a schedule, one exact step from each change of rate or wanted time to the next, and keeps what is watched.
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
    /// <returns>How many steps were taken.</returns>
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
    /// <returns>How many steps were taken.</returns>
    public int Run(RateSchedule schedule, long from, ReadOnlySpan<long> wanted, ReadOnlySpan<int> watched, Span<double> solution)
    {
        Array.Clear(inflow);
        var (now, change, taken) = (from, 0, 0);
        for (var output = 0; output < wanted.Length; output++)
        {
            while (true)
            {
                if (change < schedule.Changes && schedule.Times[change] <= now)
                {
                    system.Spread(schedule.Rates(change), inflow);
                    change++;
                    continue;
                }

                if (now == wanted[output])
                {
                    break;
                }

                var next = change < schedule.Changes ? long.Min(schedule.Times[change], wanted[output]) : wanted[output];
                Step(next - now).Take(amounts, inflow, workspace);
                now = next;
                taken++;
            }

            for (var i = 0; i < watched.Length; i++)
            {
                solution[(output * watched.Length) + i] = Finite(amounts[watched[i]], watched[i], now);
            }
        }

        return taken;
    }

    private ExponentialStep Step(long nanoseconds)
    {
        if (!steps.TryGetValue(nanoseconds, out var step))
        {
            if (steps.Count == MostLengths)
            {
                steps.Clear();
            }

            step = ExponentialStep.Of(system.Matrix, elimination, RateSchedule.Hours(nanoseconds));
            steps.Add(nanoseconds, step);
        }

        return step;
    }

    private static double Finite(double amount, int compartment, long now) =>
        double.IsFinite(amount)
            ? amount
            : throw new NotFiniteNumberException($"The amount in compartment {compartment} after {RateSchedule.Hours(now)} h is no number.", amount);
}
