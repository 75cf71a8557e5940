using System.Numerics.Tensors;
using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>
/// Any other program on the same patient without another run: the system is linear, so what is found after a schedule is the sum over its changes of rate of the change times
/// the response to a rate of one that begins then.
/// </summary>
/// <remarks>
/// Wanted times lie on an even grid. A change that lies on it, or so long before a time of it as another did, has its response already; one at a new
/// distance costs one run. Rounding: the responses to a rate that begins and one that ends cancel to what was given between, so that the sum is right to 1e-12 of
/// the largest response. One evaluation at a time.
/// </remarks>
internal sealed class Superposition
{
    private readonly Integration integration;
    private readonly int[] watched;
    private readonly long every;
    private readonly int count;
    private readonly int inputs;
    private readonly List<Part> parts = [];
    private readonly Dictionary<(int Input, long Distance), double[]> responses = [];

    /// <summary>Prepares a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="watched">Compartments.</param>
    /// <param name="every">The distance of wanted times; more than zero.</param>
    /// <param name="count">How many there are; the first is 0.</param>
    public Superposition(LinearSystem system, ReadOnlySpan<int> watched, Duration every, int count)
    {
        integration = new Integration(system);
        this.watched = watched.ToArray();
        this.every = every.ToInt64Nanoseconds();
        this.count = count;
        inputs = system.Inputs.Count;
    }

    /// <summary>How many responses are made so far.</summary>
    public int Responses => responses.Count;

    /// <summary>What is found in the watched compartments.</summary>
    /// <param name="schedule">What is given.</param>
    /// <param name="curves">Where it goes: one curve after another, each of all wanted times.</param>
    public void Evaluate(RateSchedule schedule, Span<double> curves)
    {
        parts.Clear();
        for (var change = 0; change < schedule.Changes; change++)
        {
            var time = schedule.Times[change];
            var first = (time + every - 1) / every;
            if (first >= count)
            {
                break;
            }

            for (var input = 0; input < inputs; input++)
            {
                var by = schedule.Rates(change)[input] - (change == 0 ? 0 : schedule.Rates(change - 1)[input]);
                if (by != 0)
                {
                    parts.Add(new Part(Response(input, (first * every) - time), by, (int)first));
                }
            }
        }

        // Curve by curve: one and its responses stay in the nearest cache.
        curves.Clear();
        for (var curve = 0; curve < watched.Length; curve++)
        {
            foreach (var part in parts)
            {
                var length = count - part.First;
                var later = curves.Slice((curve * count) + part.First, length);
                TensorPrimitives.MultiplyAdd(part.Response.AsSpan(curve * count, length), part.By, later, later);
            }
        }
    }

    /// <summary>What one change of rate adds to every curve, from a wanted time on.</summary>
    private sealed record Part(double[] Response, double By, int First);

    /// <summary>The response to a rate of one through an input from 0 on, at a distance and every step after it; a curve for each watched compartment.</summary>
    private double[] Response(int input, long distance)
    {
        if (responses.TryGetValue((input, distance), out var response))
        {
            return response;
        }

        var wanted = new long[count];
        for (var i = 0; i < count; i++)
        {
            wanted[i] = distance + (i * every);
        }

        var last = Duration.FromNanoseconds(wanted[^1] + every);
        var found = new double[count * watched.Length];
        integration.Run(new RateSchedule.Builder(inputs).Give(input, Duration.Zero, last, 1).Build(), wanted, watched, found);
        response = new double[found.Length];
        for (var i = 0; i < count; i++)
        {
            for (var curve = 0; curve < watched.Length; curve++)
            {
                response[(curve * count) + i] = found[(i * watched.Length) + curve];
            }
        }

        responses.Add((input, distance), response);
        return response;
    }
}
