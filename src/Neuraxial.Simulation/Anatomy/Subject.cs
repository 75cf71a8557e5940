namespace Neuraxial.Simulation;

/// <summary>A human, pig or dog as far as is known; what is not known is the species' mean.</summary>
/// <param name="Species">Whose preset holds.</param>
public sealed record Subject(Species Species)
{
    /// <summary>Stature, cm; in an animal the preset's.</summary>
    public double? HeightCm { get; init; }

    /// <summary>Body weight, kg.</summary>
    public double? WeightKg { get; init; }

    /// <summary>Age, years.</summary>
    public double? AgeYears { get; init; }

    /// <summary>Sex: <c>male</c> or <c>female</c>.</summary>
    public string? Sex { get; init; }

    /// <summary>Heart rate, per minute.</summary>
    public double? HeartRatePerMinute { get; init; }

    /// <summary>What the fluid at C2/3 moves to and fro in one beat, mL.</summary>
    public double? StrokeVolumeMl { get; init; }

    /// <summary>All fluid of the spinal canal, without roots, mL.</summary>
    public double? FluidVolumeMl { get; init; }
}
