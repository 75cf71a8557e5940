using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>What is observed.</summary>
public enum ObservationKind
{
    /// <summary>A concentration at a time.</summary>
    Concentration,

    /// <summary>The largest concentration of a curve.</summary>
    Peak,

    /// <summary>When that is.</summary>
    TimeOfPeak,

    /// <summary>When a curve first reaches a share of its peak.</summary>
    TimeOfShare,

    /// <summary>Of the straight line through the logarithms between two times.</summary>
    HalfLife,

    /// <summary>The area under a curve between two times.</summary>
    Auc,

    /// <summary>One sample over another at a time.</summary>
    Ratio,

    /// <summary>Dose over the area to infinity.</summary>
    Clearance,

    /// <summary>First moment over area, to infinity, less the mean time of giving.</summary>
    MeanResidenceTime,

    /// <summary>Clearance times mean residence time.</summary>
    VolumeSteadyState,

    /// <summary>The share of all that the study gives which has reached the circulation at a time.</summary>
    RecoveredFraction,

    /// <summary>The share of an epidural dose that crosses into the fluid in the end.</summary>
    CrossedFraction,

    /// <summary>Over how many cm the concentration falls by e, on both sides of the entry, at a time.</summary>
    DecayLength,

    /// <summary>The median of virtual patients at a time.</summary>
    PopulationMedian,

    /// <summary>One percentile of virtual patients over another at a time.</summary>
    PopulationRange,
}

/// <summary>What a study found, and within which band the model is expected.</summary>
/// <param name="Kind">What.</param>
public sealed record Observation(ObservationKind Kind)
{
    /// <summary>The sample's place in the experiment's list; <see langword="null"/> where none is needed.</summary>
    public int? Sample { get; init; }

    /// <summary>The sample that a ratio is of.</summary>
    public int? To { get; init; }

    /// <summary>When.</summary>
    public Duration? At { get; init; }

    /// <summary>From when.</summary>
    public Duration? From { get; init; }

    /// <summary>Until when.</summary>
    public Duration? Until { get; init; }

    /// <summary>Between which distances from the entry, cm; or percentiles, 0 to 100.</summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>The share of the peak.</summary>
    public double? Share { get; init; }

    /// <summary>What was found, in inner units; <see langword="null"/> if only a band is given.</summary>
    internal double? Value { get; init; }

    /// <summary>The band, ends included, in inner units; <see langword="null"/> if none is given.</summary>
    internal (double Low, double High)? Band { get; init; }

    /// <summary>The unit that it is written in.</summary>
    internal MeasureUnit Unit { get; init; } = MeasureUnit.Plain;

    /// <summary>Whether it is of a population, not of the mean subject.</summary>
    public bool IsOfPopulation => Kind is ObservationKind.PopulationMedian or ObservationKind.PopulationRange;

    internal static Choice<ObservationKind> Kinds { get; } =
        new(
            new("concentration", ObservationKind.Concentration),
            new("peak", ObservationKind.Peak),
            new("time-of-peak", ObservationKind.TimeOfPeak),
            new("time-of-share", ObservationKind.TimeOfShare),
            new("half-life", ObservationKind.HalfLife),
            new("auc", ObservationKind.Auc),
            new("ratio", ObservationKind.Ratio),
            new("clearance", ObservationKind.Clearance),
            new("mean-residence-time", ObservationKind.MeanResidenceTime),
            new("volume-steady-state", ObservationKind.VolumeSteadyState),
            new("recovered-fraction", ObservationKind.RecoveredFraction),
            new("crossed-fraction", ObservationKind.CrossedFraction),
            new("decay-length", ObservationKind.DecayLength),
            new("population-median", ObservationKind.PopulationMedian),
            new("population-range", ObservationKind.PopulationRange)
        );

    /// <summary>What a kind is a number of, at a site.</summary>
    internal static MeasureKind Measure(ObservationKind kind, SiteKind? site) =>
        kind switch
        {
            ObservationKind.Concentration or ObservationKind.Peak or ObservationKind.PopulationMedian => site == SiteKind.SacVolume
                ? MeasureKind.Volume
                : MeasureKind.Concentration,
            ObservationKind.TimeOfPeak or ObservationKind.TimeOfShare or ObservationKind.HalfLife or ObservationKind.MeanResidenceTime =>
                MeasureKind.Time,
            ObservationKind.Auc => MeasureKind.Area,
            ObservationKind.Clearance => MeasureKind.Clearance,
            ObservationKind.VolumeSteadyState => MeasureKind.Volume,
            ObservationKind.DecayLength => MeasureKind.Length,
            _ => MeasureKind.Ratio,
        };
}
