using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>A study, as a file describes it: who was given what, where samples were taken, and what was found.</summary>
public sealed record Experiment
{
    /// <summary>The experiment's own name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was published; <see langword="null"/> if not stated.</summary>
    public string? Source { get; init; }

    /// <summary>The mean subject.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What is given, of the drugs that can be simulated.</summary>
    public required string Drug { get; init; }

    /// <summary>What was given, in the order of the file.</summary>
    public required IReadOnlyList<ExperimentDose> Doses { get; init; }

    /// <summary>Where samples were taken.</summary>
    public required IReadOnlyList<Sample> Samples { get; init; }

    /// <summary>How long it is followed from time 0.</summary>
    public required Duration Until { get; init; }

    /// <summary>How far apart the times of the curves are.</summary>
    public required Duration Every { get; init; }

    /// <summary>Virtual patients; <see langword="null"/> if only the mean subject is asked for.</summary>
    public ExperimentPopulation? Population { get; init; }

    /// <summary>Why it lies outside of what the model was held to, so that its result is withheld; <see langword="null"/> if it does not.</summary>
    public string? Outside { get; init; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Observation> Observed { get; init; } = [];

    /// <summary>When the fluid's mixing changes, ascending.</summary>
    public IReadOnlyList<MixingChange> Changes { get; init; } = [];
}

/// <summary>Something given: a mass between two times at an even rate.</summary>
/// <param name="Entry">The way in.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it has been given.</param>
/// <param name="Mass">How much in all, as the dose is stated.</param>
public sealed record ExperimentDose(Entry Entry, Duration From, Duration Until, Mass Mass)
{
    /// <summary>What is given; <see langword="null"/> for the file's drug.</summary>
    public string? Drug { get; init; }
}

/// <summary>A place that samples are taken from.</summary>
/// <param name="Name">As observations name it.</param>
/// <param name="Site">Where.</param>
/// <param name="Analyte">What is measured; <see langword="null"/> for the drug itself.</param>
public sealed record Sample(string Name, Site Site, string? Analyte)
{
    /// <summary>Of which drug; <see langword="null"/> for the file's.</summary>
    public string? Drug { get; init; }
}

/// <summary>From a time on the fluid mixes otherwise: with posture, with the heart.</summary>
/// <param name="At">From when.</param>
/// <param name="HeartRatePerMinute">Heart rate, per minute; <see langword="null"/> if it stays.</param>
/// <param name="StrokeVolumeMl">What the fluid at C2/3 moves in one beat, mL; <see langword="null"/> if it stays.</param>
public sealed record MixingChange(Duration At, double? HeartRatePerMinute, double? StrokeVolumeMl);

/// <summary>How many virtual patients, and from which seed.</summary>
public sealed record ExperimentPopulation(int Patients, ulong Seed);
