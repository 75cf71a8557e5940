using NodaTime;

namespace Neuraxial;

/// <summary>What flows out of the container from the fill on: a bridge if there is one, then the program for ever.</summary>
/// <param name="Cycle">The program.</param>
/// <param name="Position">Where in its cycle the program stands at the fill.</param>
/// <param name="Bridge">The bridge that runs first; <see langword="null"/> if none does.</param>
public sealed record Delivery(Cycle Cycle, Duration Position, Segment? Bridge)
{
    /// <summary>How long after the fill a volume has flowed out; <see langword="null"/> if beyond a hundred years.</summary>
    public Duration? TimeFor(Volume volume)
    {
        if (Bridge is not { } bridge)
        {
            return Cycle.TimeFor(volume, Position);
        }

        var bridged = bridge.Rate * bridge.Length;
        if (volume <= bridged)
        {
            return bridge.Rate.TimeFor(volume);
        }

        return Cycle.TimeFor(volume - bridged, Position + bridge.Length) is { } rest && rest + bridge.Length <= Durations.Longest
            ? bridge.Length + rest
            : null;
    }

    /// <summary>The volume that flows out between two times after the fill.</summary>
    public Volume Between(Duration from, Duration until) => Until(until) - Until(from);

    /// <summary>The volume that has flowed out at a time after the fill.</summary>
    public Volume Until(Duration elapsed)
    {
        if (Bridge is not { } bridge)
        {
            return Cycle.During(Position, elapsed);
        }

        return elapsed <= bridge.Length
            ? bridge.Rate * elapsed
            : (bridge.Rate * bridge.Length) + Cycle.During(Position + bridge.Length, elapsed - bridge.Length);
    }
}
