using NodaTime;

namespace Neuraxial;

/// <summary>What flows out of the container from the fill on: a bridge if there is one, then the program for ever.</summary>
/// <param name="Cycle">The program.</param>
/// <param name="Position">Where in its cycle the program stands when it begins: at the fill, or when the bridge has ended.</param>
/// <param name="Bridge">The bridge that runs first; <see langword="null"/> if none does.</param>
public sealed record Delivery(Cycle Cycle, Duration Position, Bridge? Bridge)
{
    /// <summary>The delivery of a program from a fill on.</summary>
    /// <param name="program">The program: one that goes by the clock begins where its clock stands, any other with its first segment.</param>
    /// <param name="cycle">What it gives, with or without demand boluses.</param>
    /// <param name="fill">The fill.</param>
    /// <param name="bridge">The bridge that runs first; <see langword="null"/> if none does.</param>
    public static Delivery Of(InfusionProgram program, Cycle cycle, Fill fill, Bridge? bridge) =>
        new(cycle, program.PositionAt((fill.At + (bridge?.Duration ?? Duration.Zero)).LocalDateTime), bridge);

    /// <summary>How long after the fill a volume has flowed out; <see langword="null"/> if beyond a hundred years.</summary>
    public Duration? TimeFor(Volume volume)
    {
        if (Bridge is not { } bridge)
        {
            return Cycle.TimeFor(volume, Position);
        }

        if (volume <= bridge.Volume)
        {
            return bridge.Rate.TimeFor(volume);
        }

        return Cycle.TimeFor(volume - bridge.Volume, Position) is { } rest && rest + bridge.Duration <= Durations.Longest
            ? bridge.Duration + rest
            : null;
    }

    /// <summary>The volume that has flowed out at a time after the fill; never less at a later time.</summary>
    public Volume Until(Duration elapsed)
    {
        if (Bridge is not { } bridge)
        {
            return Cycle.During(Position, elapsed);
        }

        if (elapsed > bridge.Duration)
        {
            return bridge.Volume + Cycle.During(Position, elapsed - bridge.Duration);
        }

        var bridged = bridge.Rate * elapsed;
        return bridged < bridge.Volume ? bridged : bridge.Volume;
    }
}
