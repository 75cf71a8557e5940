using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>What is given through each input over time: rates that hold from one change to the next, nothing before the first.</summary>
/// <remarks>Times are whole nanoseconds since the start, so that two steps of one length are found to be of one length.</remarks>
public sealed class RateSchedule
{
    private readonly long[] times;
    private readonly double[] rates;

    private RateSchedule(int inputs, long[] times, double[] rates)
    {
        Inputs = inputs;
        this.times = times;
        this.rates = rates;
    }

    /// <summary>How many inputs.</summary>
    public int Inputs { get; }

    /// <summary>How many changes of rate.</summary>
    public int Changes => times.Length;

    /// <summary>When each change is, in nanoseconds since the start, ascending.</summary>
    public ReadOnlySpan<long> Times => times;

    /// <summary>The rates from a change on, amount per hour through each input.</summary>
    public ReadOnlySpan<double> Rates(int change) => rates.AsSpan(change * Inputs, Inputs);

    /// <summary>What has been given through an input until a time.</summary>
    /// <param name="input">Which input.</param>
    /// <param name="until">Not negative.</param>
    public double Given(int input, Duration until)
    {
        var end = until.ToInt64Nanoseconds();
        var given = 0.0;
        for (var change = 0; change < times.Length && times[change] < end; change++)
        {
            var to = change + 1 < times.Length ? long.Min(times[change + 1], end) : end;
            given += Rates(change)[input] * Hours(to - times[change]);
        }

        return given;
    }

    internal static double Hours(long nanoseconds) => nanoseconds / (double)NodaConstants.NanosecondsPerHour;

    /// <summary>Puts a schedule together from pulses: what is given at a rate from one time to another, pulses that overlap added up.</summary>
    /// <param name="inputs">How many inputs; at least one.</param>
    public sealed class Builder(int inputs)
    {
        private readonly List<Pulse> pulses = [];

        /// <summary>Gives at a rate from one time to another.</summary>
        /// <param name="input">Through which input.</param>
        /// <param name="from">From when; not negative.</param>
        /// <param name="until">Until when; after <paramref name="from"/>.</param>
        /// <param name="perHour">Amount per hour; not negative, finite.</param>
        public Builder Give(int input, Duration from, Duration until, double perHour)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(input);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(input, inputs);
            ArgumentOutOfRangeException.ThrowIfLessThan(from, Duration.Zero);
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
            if (!double.IsFinite(perHour) || perHour < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(perHour), perHour, "A rate that is given is finite and not negative.");
            }

            pulses.Add(new Pulse(input, from.ToInt64Nanoseconds(), until.ToInt64Nanoseconds(), perHour));
            return this;
        }

        /// <summary>The schedule of all pulses so far.</summary>
        public RateSchedule Build()
        {
            long[] times = [.. pulses.SelectMany(pulse => (long[])[pulse.From, pulse.Until]).Distinct().Order()];
            var rates = new double[times.Length * inputs];

            // Summed anew for each stretch: a running sum would leave the rounding of what has ended.
            foreach (var pulse in pulses)
            {
                var first = Array.BinarySearch(times, pulse.From);
                for (var change = first; times[change] < pulse.Until; change++)
                {
                    rates[(change * inputs) + pulse.Input] += pulse.PerHour;
                }
            }

            return new RateSchedule(inputs, times, rates);
        }

        private sealed record Pulse(int Input, long From, long Until, double PerHour);
    }
}
