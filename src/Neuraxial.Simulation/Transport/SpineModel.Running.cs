using NodaTime;

namespace Neuraxial.Simulation;

/// <content>What is found: in the steady state, and over time.</content>
public sealed partial class SpineModel
{
    /// <summary>What is found in the end of infusions that never change, solved directly.</summary>
    /// <param name="rates">Micrograms per hour through each entry.</param>
    /// <param name="readings">What is read.</param>
    /// <returns>One for each reading, ng/mL.</returns>
    public double[] SteadyState(ReadOnlySpan<double> rates, IReadOnlyList<Reading> readings)
    {
        var amounts = SteadyAmounts(rates);
        return [.. readings.Select(reading => Sum(reading, amounts) * NanomolesPerMicrogram)];
    }

    /// <summary>What is in each compartment in the steady state, micrograms times nmol per microgram; nothing in those that only fill.</summary>
    private double[] SteadyAmounts(ReadOnlySpan<double> rates)
    {
        var inflow = new double[System.Size];
        System.Spread(rates, inflow);
        var amounts = new double[System.Size];
        DirectSolution.Of(System.Matrix, inflow.AsSpan(0, layout.Common(CommonKind.Eliminated, 0))).CopyTo(amounts, 0);
        return amounts;
    }

    /// <summary>Runs the system from empty.</summary>
    /// <param name="given">Micrograms per hour through each entry.</param>
    /// <param name="every">How far apart wanted times are; the first is 0.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="readings">What is read at each.</param>
    /// <param name="before">Micrograms per hour through the first entry, of which the body is in the steady state at the start; 0 for an empty body.</param>
    public SpineCurves Run(RateSchedule given, Duration every, int count, IReadOnlyList<Reading> readings, double before = 0) =>
        Run([(Duration.Zero, this)], given, every, count, readings, before);

    /// <summary>Runs a body whose mixing changes, from empty: with posture, with heart rate.</summary>
    /// <param name="phases">From when each holds; the first from 0, ascending; of one drug in one canal.</param>
    /// <param name="given">Micrograms per hour through each entry.</param>
    /// <param name="every">How far apart wanted times are; the first is 0.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="readings">What is read at each.</param>
    /// <param name="before">Micrograms per hour through the first entry, of which the body is in the steady state at the start; 0 for an empty body.</param>
    public static SpineCurves Run(
        IReadOnlyList<(Duration From, SpineModel Model)> phases,
        RateSchedule given,
        Duration every,
        int count,
        IReadOnlyList<Reading> readings,
        double before = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var model = phases[0].Model;
        var watched = readings.SelectMany(reading => reading.States.ToArray()).Distinct().Order().ToArray();
        var step = every.ToInt64Nanoseconds();
        var wanted = new long[count];
        for (var i = 0; i < count; i++)
        {
            wanted[i] = i * step;
        }

        var found = new double[count * watched.Length];
        var steps = 0;
        Integration? last = null;
        var start = before > 0 ? model.SteadyAmounts([before, .. new double[model.System.Inputs.Count - 1]]) : [];
        for (var phase = 0; phase < phases.Count; phase++)
        {
            var from = phases[phase].From.ToInt64Nanoseconds();
            var until = phase + 1 < phases.Count ? phases[phase + 1].From.ToInt64Nanoseconds() : long.MaxValue;

            // A wanted time on a change belongs to the phase that ends there; the last one also gets its end.
            var first = phase == 0 ? 0 : FirstAfter(wanted, from);
            var end = phase + 1 < phases.Count ? FirstAfter(wanted, until) : count;
            var integration = new Integration(phases[phase].Model.System);
            if (last is not null)
            {
                integration.GoOnFrom(last.Amounts);
            }
            else if (before > 0)
            {
                integration.GoOnFrom(start);
            }

            steps += integration.Run(given, from, wanted.AsSpan(first..end), watched, found.AsSpan(first * watched.Length));
            if (phase + 1 < phases.Count && until < wanted[^1])
            {
                steps += integration.Run(given, end > first ? wanted[end - 1] : from, [until], [], []);
            }

            last = integration;
        }

        var (perMicrogram, over) = (model.NanomolesPerMicrogram, Duration.FromNanoseconds(wanted[^1]));
        var into =
            Enumerable.Range(0, model.System.Inputs.Count).Sum(input => given.Given(input, over)) + (start.Length > 0 ? Sum(model.InBody, start) : 0);
        var inBody = Sum(model.InBody, last!.Amounts);
        var eliminated = Sum(model.Eliminated, last.Amounts);
        return new SpineCurves(
            [.. wanted.Select(RateSchedule.Hours)],
            [.. readings.Select(reading => Array.ConvertAll(Curve(reading, watched, found, count), value => value * perMicrogram))],
            new MassBalance(into, inBody, eliminated, into > 0 ? (into - inBody - eliminated) / into : 0),
            new SolverWork(model.System.Size, steps)
        );
    }

    private static int FirstAfter(long[] wanted, long time)
    {
        var place = Array.BinarySearch(wanted, time);
        return place >= 0 ? place + 1 : ~place;
    }

    private static double Sum(Reading reading, ReadOnlySpan<double> amounts)
    {
        var sum = 0.0;
        for (var i = 0; i < reading.States.Length; i++)
        {
            sum += amounts[reading.States[i]] * reading.Factors[i];
        }

        return sum;
    }

    private static double[] Curve(Reading reading, int[] watched, double[] found, int count)
    {
        var places = reading.States.ToArray().Select(state => Array.BinarySearch(watched, state)).ToArray();
        var curve = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var part = 0; part < places.Length; part++)
            {
                curve[i] += found[(i * watched.Length) + places[part]] * reading.Factors[part];
            }
        }

        return curve;
    }
}
