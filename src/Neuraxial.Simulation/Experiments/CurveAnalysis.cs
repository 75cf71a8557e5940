namespace Neuraxial.Simulation;

/// <summary>What studies read off a curve: times in h ascending, values at them, straight lines between.</summary>
internal static class CurveAnalysis
{
    /// <summary>The value at a time.</summary>
    public static double At(IReadOnlyList<double> hours, IReadOnlyList<double> values, double time)
    {
        var (low, high) = (0, hours.Count - 1);
        if (time <= hours[low] || high == 0)
        {
            return values[low];
        }

        if (time >= hours[high])
        {
            return values[high];
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = hours[middle] <= time ? (middle, high) : (low, middle);
        }

        return values[low] + ((time - hours[low]) / (hours[high] - hours[low]) * (values[high] - values[low]));
    }

    /// <summary>The largest value, and when it is first reached.</summary>
    public static (double Time, double Value) Peak(IReadOnlyList<double> hours, IReadOnlyList<double> values)
    {
        var at = 0;
        for (var i = 1; i < values.Count; i++)
        {
            at = values[i] > values[at] ? i : at;
        }

        return (hours[at], values[at]);
    }

    /// <summary>When a share of the peak is first reached, between two times in proportion; NaN for a curve without a peak.</summary>
    public static double TimeOfShare(IReadOnlyList<double> hours, IReadOnlyList<double> values, double share)
    {
        var wanted = Peak(hours, values).Value * share;
        for (var i = 0; wanted > 0 && i < values.Count; i++)
        {
            if (values[i] >= wanted)
            {
                return i == 0 ? hours[0] : hours[i - 1] + ((wanted - values[i - 1]) / (values[i] - values[i - 1]) * (hours[i] - hours[i - 1]));
            }
        }

        return double.NaN;
    }

    /// <summary>The rate at which a curve falls: that of the straight line through its logarithms at places between two, per unit of place. NaN if fewer than two are positive there.</summary>
    public static double Slope(IReadOnlyList<double> places, IReadOnlyList<double> values, double from, double until)
    {
        double count = 0,
            x = 0,
            y = 0,
            xx = 0,
            xy = 0;
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] >= from - 1e-9 && places[i] <= until + 1e-9 && values[i] > 0)
            {
                var (place, log) = (places[i] - from, Math.Log(values[i]));
                count++;
                x += place;
                y += log;
                xx += place * place;
                xy += place * log;
            }
        }

        return count < 2 ? double.NaN : -((count * xy) - (x * y)) / ((count * xx) - (x * x));
    }

    /// <summary>The area between two times, by linear trapezoids throughout, also where the curve falls.</summary>
    /// <remarks>
    /// Logarithmic trapezoids would be exact for one exponential. The curves here are dense, rise and fall, and may be zero; on an even grid of width h linear ones are
    /// too large by h^2 / 12 of the change in slope, which for an exponential of rate k is the share (k h)^2 / 12: 3 in 100,000 at five minutes and a half-life of three hours.
    /// </remarks>
    public static double Area(IReadOnlyList<double> hours, IReadOnlyList<double> values, double from, double until)
    {
        var (sum, time, value) = (0.0, from, At(hours, values, from));
        for (var i = 0; i <= hours.Count; i++)
        {
            var next = i < hours.Count ? Math.Min(hours[i], until) : until;
            if (next > time)
            {
                var end = At(hours, values, next);
                sum += (next - time) * (value + end) / 2;
                (time, value) = (next, end);
            }
        }

        return sum;
    }

    /// <summary>Area and first moment to infinity: trapezoids, then an exponential of the slope of the last quarter.</summary>
    public static (double Area, double Moment) ToInfinity(IReadOnlyList<double> hours, IReadOnlyList<double> values)
    {
        var (end, last) = (hours[^1], values[^1]);
        var rate = Slope(hours, values, 0.75 * end, end);
        var moments = new double[values.Count];
        for (var i = 0; i < moments.Length; i++)
        {
            moments[i] = hours[i] * values[i];
        }

        // A curve that does not fall has no area to infinity.
        return rate > 0
            ? (Area(hours, values, 0, end) + (last / rate), Area(hours, moments, 0, end) + (last * ((end / rate) + (1 / (rate * rate)))))
            : (double.NaN, double.NaN);
    }

    /// <summary>A percentile of sorted numbers, between two in proportion.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double percent)
    {
        var place = percent / 100 * (sorted.Count - 1);
        var below = Math.Min((int)place, sorted.Count - 1);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
