using NodaTime;

namespace Neuraxial;

/// <summary>The pump as a therapy uses it: a model of the catalogue and what is this patient's own.</summary>
/// <param name="Model">From the catalogue.</param>
public sealed record PumpSetup(Pump Model)
{
    /// <summary>The flow on the implant card of a constant-flow pump; <see langword="null"/> if not stated.</summary>
    public FlowRate? Flow { get; init; }

    /// <summary>At what volume the low-reservoir alarm is set; <see langword="null"/> for the model's own.</summary>
    public Volume? LowReservoir { get; init; }

    /// <summary>The extension line and filter between an external pump and the catheter; <see langword="null"/> if not stated.</summary>
    public Volume? Line { get; init; }

    /// <summary>The patient's time zone (IANA), by which summer time shifts away from the pump's clock; <see langword="null"/> if not stated.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The alarm volume that counts: this patient's, else the model's, else not known.</summary>
    public Volume? AlarmVolume => LowReservoir ?? Model.LowReservoir?.Quantity<Volume>();
}

/// <summary>The catheter as it lies.</summary>
/// <param name="Model">From the catalogue; <see langword="null"/> if not stated.</param>
public sealed record CatheterPlacement(Catheter? Model)
{
    /// <summary>Where its tip lies.</summary>
    public Level? Tip { get; init; }

    /// <summary>When it was placed; <see langword="null"/> if not stated.</summary>
    public OffsetDateTime? Placed { get; init; }

    /// <summary>The implanted length; <see langword="null"/> if not stated.</summary>
    public Length? Length { get; init; }

    /// <summary>How much was cut off in all, to be taken from the length as supplied; <see langword="null"/> if not stated.</summary>
    public Length? Trimmed { get; init; }

    /// <summary>The volume as measured or computed by the implanter; <see langword="null"/> if not stated.</summary>
    public Volume? Volume { get; init; }

    /// <summary>The implanted length: as stated, else as supplied less what was cut off; <see langword="null"/> if neither is known.</summary>
    public Length? ImplantedLength =>
        Length ?? (Trimmed is { } trimmed && Model?.Length?.Quantity<Length>() is { } supplied && supplied > trimmed ? supplied - trimmed : null);

    /// <summary>The volume by arithmetic: implanted length × volume per length; <see langword="null"/> if either is not known.</summary>
    public Volume? ComputedVolume =>
        ImplantedLength is { } length && Model?.VolumePerLength?.Quantity<VolumePerLength>() is { } perLength ? length * perLength : null;
}

/// <summary>
/// The fluid between container and catheter tip: tubing inside the pump (or the line of an external pump) and the catheter.
/// Makers tabulate for some pumps a smallest and a largest tubing volume.
/// </summary>
/// <param name="TubingMinimum">The smallest volume of the tubing.</param>
/// <param name="TubingMaximum">The largest; equal to the smallest where there is one figure.</param>
/// <param name="Catheter">The volume of the catheter.</param>
public sealed record FluidPath(Volume TubingMinimum, Volume TubingMaximum, Volume Catheter)
{
    /// <summary>The whole path, with the larger tubing volume: what a prime must fill.</summary>
    public Volume Volume => TubingMaximum + Catheter;

    /// <summary>
    /// The path that a bridge is reckoned with: the smallest tubing where the concentration rises, the largest where it falls,
    /// so that an error at the change-over falls on the side of too little (maker's rule, pumps D7).
    /// </summary>
    public Volume ForBridge(bool concentrationRises) => (concentrationRises ? TubingMinimum : TubingMaximum) + Catheter;

    /// <summary>The path of a therapy; <see langword="null"/> where a part of it is not known.</summary>
    public static FluidPath? Of(Therapy therapy)
    {
        var catheter = therapy.Catheter?.Volume ?? therapy.Catheter?.ComputedVolume;
        var pump = therapy.Pump;
        var minimum = pump.Model.IsImplanted ? pump.Model.Tubing(Bound.Minimum)?.Quantity<Volume>() : pump.Line;
        var maximum = pump.Model.IsImplanted ? pump.Model.Tubing(Bound.Maximum)?.Quantity<Volume>() : pump.Line;
        return catheter is { } known && minimum is { } least && maximum is { } most ? new FluidPath(least, most, known) : null;
    }
}

/// <summary>Which of two figures for the same thing.</summary>
public enum Bound
{
    /// <summary>The smaller.</summary>
    Minimum,

    /// <summary>The larger.</summary>
    Maximum,
}
