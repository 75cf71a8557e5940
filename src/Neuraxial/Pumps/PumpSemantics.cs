namespace Neuraxial;

/// <summary>What a pump does with the basal flow while a bolus runs.</summary>
public enum BasalDuringBolus
{
    /// <summary>The bolus comes on top.</summary>
    Added,

    /// <summary>The basal flow pauses.</summary>
    Suspended,
}

/// <summary>From when a pump counts the lockout after a demand bolus.</summary>
public enum LockoutReference
{
    /// <summary>From the start of one bolus to the start of the next.</summary>
    StartToStart,

    /// <summary>From the end of one bolus to the start of the next.</summary>
    EndToStart,
}

/// <summary>In what a pump's rate is set.</summary>
public enum RateUnit
{
    /// <summary>Millilitres per hour.</summary>
    MillilitresPerHour,

    /// <summary>Millilitres per 24 hours.</summary>
    MillilitresPerDay,

    /// <summary>Millimetres of plunger per hour: no program is made for it (HZ-05).</summary>
    MillimetresPerHour,

    /// <summary>Millimetres of plunger per 24 hours: no program is made for it (HZ-05).</summary>
    MillimetresPerDay,

    /// <summary>A volume over a duration.</summary>
    VolumeOverDuration,

    /// <summary>The dose of a drug.</summary>
    Dose,
}

/// <summary>What pumps do differently with the same numbers: data of the catalogue, never code.</summary>
/// <param name="BasalDuringBolus"><see langword="null"/> if not known.</param>
/// <param name="LockoutReference"><see langword="null"/> if not known.</param>
/// <param name="RateUnit"><see langword="null"/> if not known.</param>
public sealed record PumpSemantics(Marked<BasalDuringBolus>? BasalDuringBolus, Marked<LockoutReference>? LockoutReference, Marked<RateUnit>? RateUnit)
{
    /// <summary>What a worst case is worked out with: the known behaviour, else the one that gives more drug.</summary>
    public BasalDuringBolus BasalOrWorst => BasalDuringBolus?.Value ?? Neuraxial.BasalDuringBolus.Added;

    /// <summary>What a worst case is worked out with: the known behaviour, else the one that allows more boluses.</summary>
    public LockoutReference LockoutOrWorst => LockoutReference?.Value ?? Neuraxial.LockoutReference.StartToStart;
}

/// <summary>A value of the catalogue with its provenance.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Marked<T>(T Value, Provenance Provenance);
