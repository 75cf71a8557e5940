using NodaTime;

namespace Neuraxial;

/// <summary>How much of the demand boluses is taken: nothing, what is expected, or all that the pump grants.</summary>
internal static class DemandUse
{
    /// <summary>The program with demand boluses spread evenly at a mean flow.</summary>
    /// <param name="program">The program without them.</param>
    /// <param name="demand">The bolus.</param>
    /// <param name="flow">Their mean flow.</param>
    /// <param name="basal">What the pump does with the basal flow during a bolus.</param>
    public static Cycle With(this Cycle program, DemandBolus demand, FlowRate flow, BasalDuringBolus basal)
    {
        if (basal == BasalDuringBolus.Added || demand.Duration is not { } duration)
        {
            return program.Plus(flow);
        }

        // The share of the time in which a bolus runs and the basal flow does not. A bolus slower than the basal flow would make the container last longer: never reckoned on.
        var busy = decimal.Min(1m, flow / (demand.Volume / duration));
        return program.With(rate => Larger((rate * (1m - busy)) + flow, rate));
    }

    /// <summary>
    /// The most that any window of the given length can hold with all demand boluses, wherever it lies, with the basal flow to come counted (HZ-43).
    /// </summary>
    /// <remarks>
    /// Program and boluses are taken at their worst apart from each other: the patient may ask at any time. Where the pump suspends the basal flow, what the
    /// boluses displace is reckoned at the program's lowest flow. Both err, if at all, on the side of too much. Exact for a continuous program.
    /// </remarks>
    public static Volume Most(Cycle program, DemandBolus? demand, Duration window, PumpSemantics semantics)
    {
        var most = program.Most(window);
        if (demand is null)
        {
            return most;
        }

        var count = demand.Most(window, semantics.LockoutOrWorst);
        var boluses = demand.Volume * count;
        if (semantics.BasalOrWorst == BasalDuringBolus.Added || demand.Duration is not { } duration)
        {
            return most + boluses;
        }

        var busy = Durations.FromDays(decimal.Min(window.InDays(), duration.InDays() * count));
        var displaced = program.Segments.Min(segment => segment.Rate) * busy;

        // A bolus slower than the basal flow gives less than it displaces: then the worst is a day without any.
        return displaced > boluses ? most : (most > displaced ? most - displaced : Volume.Zero) + boluses;
    }

    private static FlowRate Larger(FlowRate left, FlowRate right) => left > right ? left : right;

    /// <summary>A count per window as a mean flow.</summary>
    public static FlowRate Flow(this DemandCount count, Volume bolus) => bolus * count.Count / count.Per;
}
