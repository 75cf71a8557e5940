using NodaTime;

namespace Neuraxial;

/// <summary>Why a refill is due.</summary>
public enum RefillReason
{
    /// <summary>The container runs low (or empty, where no alarm volume is known).</summary>
    Volume,

    /// <summary>The mixture is no longer known to be good.</summary>
    Stability,

    /// <summary>The service lets no fill be older.</summary>
    ServiceLimit,
}

/// <summary>When a container runs low and empty, until when its mixture is good, and by when it must be refilled.</summary>
/// <param name="EmptyAt">When nothing is left that can be delivered; <see langword="null"/> if never.</param>
/// <param name="LowAt">When the low-reservoir volume is reached; <see langword="null"/> if that is not known or never.</param>
/// <param name="StableUntil">Until when the mixture is good; <see langword="null"/> if not known.</param>
/// <param name="ServiceUntil">The service's own limit; <see langword="null"/> if it has none for this pump.</param>
/// <param name="RefillBy">The earliest of these; <see langword="null"/> if none is known.</param>
/// <param name="Reason">Which of them; <see langword="null"/> if none is known.</param>
public sealed record RefillDates(
    Instant? EmptyAt,
    Instant? LowAt,
    Instant? StableUntil,
    Instant? ServiceUntil,
    Instant? RefillBy,
    RefillReason? Reason
)
{
    internal static Choice<RefillReason> Reasons { get; } =
        new(new("volume", RefillReason.Volume), new("stability", RefillReason.Stability), new("service-limit", RefillReason.ServiceLimit));

    /// <summary>The dates of one fill.</summary>
    /// <param name="fill">When and how much; the volume does not count what was left in the container (pumps D5).</param>
    /// <param name="delivery">What flows out.</param>
    /// <param name="alarmVolume">At what volume the pump warns.</param>
    /// <param name="stable">How long the mixture is good.</param>
    /// <param name="service">The service's own limit.</param>
    internal static RefillDates Of(Fill fill, Delivery delivery, Volume? alarmVolume, Duration? stable, Duration? service)
    {
        Instant? After(Duration? elapsed) => elapsed is { } time ? fill.Instant + time : null;
        var empty = After(delivery.TimeFor(fill.Volume));
        var low = alarmVolume is { } alarm ? After(delivery.TimeFor(fill.Volume > alarm ? fill.Volume - alarm : Volume.Zero)) : null;
        var stableUntil = After(stable);
        var serviceUntil = After(service);
        var (by, reason) = (low ?? empty, RefillReason.Volume);
        if (stableUntil is { } good && (by is not { } volume || good < volume))
        {
            (by, reason) = (good, RefillReason.Stability);
        }

        if (serviceUntil is { } limit && (by is not { } first || limit < first))
        {
            (by, reason) = (limit, RefillReason.ServiceLimit);
        }

        return new RefillDates(empty, low, stableUntil, serviceUntil, by, by is null ? null : reason);
    }

    /// <summary>How long a fill lasts down to a reserve, but no longer than the mixture is good.</summary>
    /// <param name="fill">What was filled in.</param>
    /// <param name="reserve">What shall be left.</param>
    /// <param name="rate">The flow.</param>
    /// <param name="stability">How long the mixture is good; <see langword="null"/> if not asked for.</param>
    /// <returns>The time and its reason; no time if the flow is zero and stability is not asked for.</returns>
    public static (Duration? Lasts, RefillReason Reason) Lasts(Volume fill, Volume reserve, FlowRate rate, Duration? stability)
    {
        var byVolume = rate.TimeFor(fill > reserve ? fill - reserve : Volume.Zero);
        return stability is { } good && (byVolume is not { } time || good < time) ? (good, RefillReason.Stability) : (byVolume, RefillReason.Volume);
    }
}
