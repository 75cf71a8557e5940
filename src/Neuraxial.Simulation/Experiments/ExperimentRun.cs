namespace Neuraxial.Simulation;

/// <summary>What the model finds in one subject of an experiment: a curve for each sample, on the even grid of the experiment's times.</summary>
public sealed partial class ExperimentRun
{
    private readonly double[][] curves;
    private readonly Func<int, double, IReadOnlyList<(double Centimetres, double Value)>> profile;

    internal ExperimentRun(
        double[] hours,
        double[][] curves,
        double[] recovered,
        double? crossedFraction,
        double? entryCm,
        double givenMicrograms,
        Func<int, double, IReadOnlyList<(double Centimetres, double Value)>> profile
    )
    {
        Hours = hours;
        this.curves = curves;
        Recovered = recovered;
        CrossedFraction = crossedFraction;
        EntryCm = entryCm;
        GivenMicrograms = givenMicrograms;
        this.profile = profile;
    }

    /// <summary>Times, h; the first is 0.</summary>
    public IReadOnlyList<double> Hours { get; }

    /// <summary>The share of all that the experiment gives which has reached the circulation by each time, whatever became of it there.</summary>
    public IReadOnlyList<double> Recovered { get; }

    /// <summary>The share of an epidural dose that crosses into the spinal fluid, to infinity; <see langword="null"/> if none was given.</summary>
    public double? CrossedFraction { get; }

    /// <summary>Where along the canal the first dose enters, cm from the sacral end; <see langword="null"/> for a route without a place.</summary>
    public double? EntryCm { get; }

    /// <summary>The mass that the experiment gives in all, micrograms.</summary>
    public double GivenMicrograms { get; }

    /// <summary>The curve of a sample, ng/mL (mL for a volume), one for each of <see cref="Hours"/>.</summary>
    /// <param name="sample">Its place in the experiment's list.</param>
    public IReadOnlyList<double> Curve(int sample) => curves[sample];

    /// <summary>The concentration along the canal at a time, in the compartment of a sample, from the sacral end upwards.</summary>
    /// <param name="sample">Its place in the experiment's list: of the fluid, the cord or the epidural space.</param>
    /// <param name="atHours">One of the grid's times, or between two.</param>
    public IReadOnlyList<(double Centimetres, double Value)> Profile(int sample, double atHours) => profile(sample, atHours);
}
