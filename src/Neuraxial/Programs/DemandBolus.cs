using NodaTime;

namespace Neuraxial;

/// <summary>So many demand boluses in a sliding window, at most.</summary>
/// <param name="Count">At least one.</param>
/// <param name="Per">The window's length; more than zero.</param>
public sealed record DemandCount(int Count, Duration Per);

/// <summary>The bolus that a patient may ask for, and what holds it back.</summary>
/// <param name="Volume">Of one bolus.</param>
/// <param name="Lockout">How long the next is refused; from when it counts is the pump's own (<see cref="LockoutReference"/>).</param>
public sealed record DemandBolus(Volume Volume, Duration Lockout)
{
    /// <summary>Over what time one bolus is given; <see langword="null"/> where the file does not say.</summary>
    public Duration? Duration { get; init; }

    /// <summary>The most in a window, besides the lockout; <see langword="null"/> if the lockout alone holds.</summary>
    public DemandCount? Maximum { get; init; }

    /// <summary>How many are expected to be used; <see langword="null"/> if nobody said.</summary>
    public DemandCount? Expected { get; init; }

    /// <summary>The shortest time from the start of one bolus to the start of the next.</summary>
    /// <param name="reference">From when the pump counts the lockout.</param>
    public Duration Spacing(LockoutReference reference) =>
        reference == LockoutReference.StartToStart ? Lockout : Lockout + (Duration ?? NodaTime.Duration.Zero);

    /// <summary>
    /// The most boluses that can begin in a half-open window of the given length, wherever it lies, if each is asked for as soon as it is granted.
    /// </summary>
    /// <param name="window">The window's length.</param>
    /// <param name="reference">From when the pump counts the lockout.</param>
    /// <remarks>
    /// A bolus counts whole in the window in which it begins. No window holds more of the drug than that: what a window cuts off at one end
    /// it could hold whole if it lay a little earlier. The maximum is taken over a sliding window of its own, as a pump that keeps its history does.
    /// </remarks>
    public long Most(Duration window, LockoutReference reference)
    {
        var spacing = Spacing(reference);
        if (Maximum is not { } maximum)
        {
            return Starts(window, spacing);
        }

        // As soon as possible: a burst as the lockout allows until the count is used up, then a wait until the first of them is a window old.
        var burst = Math.Min(maximum.Count, Starts(maximum.Per, spacing));
        var last = (spacing * (burst - 1)) + spacing;
        var turn = maximum.Per > last ? maximum.Per : last;
        var turns = window.ToInt64Nanoseconds() / turn.ToInt64Nanoseconds();
        return (turns * burst) + Math.Min(burst, Starts(window - (turn * turns), spacing));
    }

    /// <summary>The mean flow of demand boluses if each is asked for as soon as it is granted, for ever.</summary>
    /// <param name="reference">From when the pump counts the lockout.</param>
    public FlowRate MostFlow(LockoutReference reference)
    {
        var byLockout = Volume / Spacing(reference);
        return Maximum is { } maximum && Volume * maximum.Count / maximum.Per < byLockout ? Volume * maximum.Count / maximum.Per : byLockout;
    }

    /// <summary>How many starts, each <paramref name="spacing"/> after the one before, fit into a half-open window that begins with one.</summary>
    internal static long Starts(Duration window, Duration spacing)
    {
        var length = window.ToInt64Nanoseconds();
        var step = spacing.ToInt64Nanoseconds();
        return (length / step) + (length % step == 0 ? 0 : 1);
    }
}
