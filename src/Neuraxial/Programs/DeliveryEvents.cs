using NodaTime;

namespace Neuraxial;

/// <summary>What a pump reports when a stretch of delivery begins or ends.</summary>
public enum DeliveryEventKind
{
    /// <summary>A stretch began.</summary>
    Start,

    /// <summary>A stretch ended.</summary>
    Stop,
}

/// <summary>What asked for a stretch of delivery.</summary>
public enum DeliverySource
{
    /// <summary>The program itself.</summary>
    Primary,

    /// <summary>A clinician's bolus.</summary>
    Clinician,
}

/// <summary>One start or stop, as an infusion event carries it (pumps f3).</summary>
/// <param name="Kind">Start or stop.</param>
/// <param name="At">Since the infusion began.</param>
/// <param name="Source">What asked for the stretch.</param>
/// <param name="Rate">Its flow.</param>
/// <param name="Segment">The volume of this stretch so far: zero at its start.</param>
/// <param name="Cumulative">The volume of the whole infusion so far, boluses included.</param>
/// <param name="IsTransition">Whether another stretch follows at once: the stop of a change of rate.</param>
public sealed record DeliveryEvent(
    DeliveryEventKind Kind,
    Duration At,
    DeliverySource Source,
    FlowRate Rate,
    Volume Segment,
    Volume Cumulative,
    bool IsTransition
);

/// <summary>
/// The events of a delivery: every change of rate is the stop of the old stretch and the start of the new one at the same moment, and the last stop says
/// that nothing follows. The cumulative volume is the sum of the segments.
/// </summary>
public static class DeliveryEvents
{
    /// <summary>The events of stretches that follow each other without a gap.</summary>
    /// <param name="stretches">Each with its source, in order.</param>
    public static IReadOnlyList<DeliveryEvent> Of(IReadOnlyList<(DeliverySource Source, Segment Segment)> stretches)
    {
        var events = new List<DeliveryEvent>(2 * stretches.Count);
        var at = Duration.Zero;
        var cumulative = Volume.Zero;
        for (var i = 0; i < stretches.Count; i++)
        {
            var (source, segment) = stretches[i];
            events.Add(new DeliveryEvent(DeliveryEventKind.Start, at, source, segment.Rate, Volume.Zero, cumulative, IsTransition: false));
            var volume = segment.Rate * segment.Length;
            at += segment.Length;
            cumulative += volume;
            events.Add(
                new DeliveryEvent(DeliveryEventKind.Stop, at, source, segment.Rate, volume, cumulative, IsTransition: i + 1 < stretches.Count)
            );
        }

        return events;
    }
}
