using System.Globalization;
using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>One observation beside what the model finds.</summary>
/// <param name="Experiment">The study.</param>
/// <param name="Observation">What was observed.</param>
/// <param name="Found">What the model finds, in inner units; <see langword="null"/> if withheld or not defined.</param>
/// <param name="Reason">Why nothing was found; <see langword="null"/> if something was.</param>
public sealed record ValidationRow(Experiment Experiment, Observation Observation, double? Found, string? Reason)
{
    private const double Rounding = 1e-9;

    /// <summary>The observation's word: <c>half-life</c>.</summary>
    public string What => Observation.Kinds.Word(Observation.Kind);

    /// <summary>The sample's name; <see langword="null"/> where none is needed.</summary>
    public string? Sample => Observation.Sample is { } sample ? Experiment.Samples[sample].Name : null;

    /// <summary>What the model finds, as it is written.</summary>
    public string? Simulated => Found is { } found ? Observation.Unit.Written(found) : null;

    /// <summary>What the model finds, to so many significant digits.</summary>
    public string? Rounded(int digits) => Found is { } found ? Observation.Unit.Written(found, digits) : null;

    /// <summary>What was found in the study, as it is written.</summary>
    public string? Observed => Observation.Value is { } value ? Observation.Unit.Written(value) : null;

    /// <summary>The ends of the band, as they are written.</summary>
    public (string Low, string High)? Band =>
        Observation.Band is { } band ? (Observation.Unit.Written(band.Low), Observation.Unit.Written(band.High)) : null;

    /// <summary>
    /// Whether the model lies within the band, ends included, but for a billionth that is left to rounding: the time of a peak is one of the grid's, and so may be an end.
    /// <see langword="null"/> if there is none, or nothing was found.
    /// </summary>
    public bool? Inside =>
        Found is { } found && Observation.Band is { } band ? found >= band.Low * (1 - Rounding) && found <= band.High * (1 + Rounding) : null;

    /// <summary>
    /// How many times too large or too small, one at least: against the value, or the geometric middle of the band where there is none. <see langword="null"/> where that is zero.
    /// </summary>
    public double? FoldError
    {
        get
        {
            var against = Observation.Value ?? (Observation.Band is { } band ? Math.Sqrt(band.Low * band.High) : 0);
            return Found is > 0 and { } found && against > 0 ? Math.Max(found / against, against / found) : null;
        }
    }

    /// <summary>When and where besides, for a table: <c>at 36 min</c>, <c>to plasma at 1 h</c>; empty if there is nothing to say.</summary>
    public string Detail
    {
        get
        {
            static string Of(double number) => MeasureUnit.Digits(number);
            var parts = new List<string>();
            if (Observation.To is { } to)
            {
                parts.Add($"to {Experiment.Samples[to].Name}");
            }

            if (Observation.Share is { } share)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{share}"));
            }

            if (Observation.Range is { } range)
            {
                parts.Add($"{Of(range.From)} to {Of(range.To)}{(Observation.Kind == ObservationKind.DecayLength ? " cm" : " %")}");
            }

            if (Observation.At is { } at)
            {
                parts.Add($"at {Time(at)}");
            }

            if (Observation.From is { } from && Observation.Until is { } until)
            {
                parts.Add($"{Time(from)} to {Time(until)}");
            }

            return string.Join(' ', parts);
        }
    }

    /// <summary>A time in minutes below an hour, and where it is no tenth of one: <c>103 min</c>, never 1.71666 h.</summary>
    private static string Time(Duration time)
    {
        var hours = time.InHours();
        return hours >= 1 && hours * 10 == decimal.Truncate(hours * 10) ? QuantityText.Write(time)
            : hours == 0 ? "0 h"
            : QuantityText.Write(time.InMinutes(), "min");
    }
}

/// <summary>The model beside studies: a row an observation, and how well it does in all.</summary>
/// <param name="Rows">In the order of the files.</param>
public sealed record Validation(IReadOnlyList<ValidationRow> Rows)
{
    /// <summary>How many rows lie within their band.</summary>
    public int Inside => Rows.Count(row => row.Inside is true);

    /// <summary>How many rows have a band and a result.</summary>
    public int Total => Rows.Count(row => row.Inside is not null);

    /// <summary>How many rows have no result: withheld, or not defined.</summary>
    public int Unknown => Rows.Count(row => row.Found is null);

    /// <summary>The geometric mean of the fold errors; <see langword="null"/> if no row has any.</summary>
    public double? GeometricMeanFoldError
    {
        get
        {
            var logs = Rows.Where(row => row.FoldError is not null).Select(row => Math.Log(row.FoldError!.Value)).ToList();
            return logs.Count == 0 ? null : Math.Exp(logs.Average());
        }
    }

    /// <summary>Runs experiments and compares.</summary>
    /// <param name="experiments">As their reader accepts them.</param>
    /// <param name="patientDone">Told after each virtual patient.</param>
    public static Validation Of(IEnumerable<Experiment> experiments, Action? patientDone = null) =>
        new([.. experiments.SelectMany(experiment => RowsOf(experiment, patientDone))]);

    private static IEnumerable<ValidationRow> RowsOf(Experiment experiment, Action? patientDone)
    {
        if (experiment.Outside is { } outside)
        {
            return experiment.Observed.Select(observation => new ValidationRow(experiment, observation, null, outside));
        }

        var mean = experiment.Observed.Any(observation => !observation.IsOfPopulation) ? ExperimentRun.Of(experiment) : null;
        var patients = Population(experiment, patientDone);
        return experiment.Observed.Select(
            (observation, number) =>
            {
                var found = observation.IsOfPopulation ? OfPopulation(observation, patients[number]) : OfMean(experiment, observation, mean!);
                return double.IsFinite(found)
                    ? new ValidationRow(experiment, observation, found, null)
                    : new ValidationRow(experiment, observation, null, Undefined(observation));
            }
        );
    }

    /// <summary>For each observation of a population what each patient shows, sorted; a patient's curves are let go once they are read.</summary>
    private static Dictionary<int, double[]> Population(Experiment experiment, Action? patientDone)
    {
        var asked = Enumerable.Range(0, experiment.Observed.Count).Where(number => experiment.Observed[number].IsOfPopulation).ToList();
        var found = asked.ToDictionary(number => number, _ => new double[experiment.Population?.Patients ?? 0]);
        for (var patient = 0; asked.Count > 0 && patient < experiment.Population!.Patients; patient++)
        {
            var run = ExperimentRun.Of(experiment, patient);
            foreach (var number in asked)
            {
                var observation = experiment.Observed[number];
                found[number][patient] = CurveAnalysis.At(run.Hours, run.Curve(observation.Sample!.Value), Hours(observation.At));
            }

            patientDone?.Invoke();
        }

        foreach (var values in found.Values)
        {
            Array.Sort(values);
        }

        return found;
    }

    /// <summary>Why a number that is asked for is none.</summary>
    private static string Undefined(Observation observation) =>
        observation.Kind switch
        {
            ObservationKind.HalfLife => "the curve does not fall between the two times, or holds fewer than two times there",
            ObservationKind.Clearance or ObservationKind.MeanResidenceTime or ObservationKind.VolumeSteadyState =>
                "the curve has no area to infinity: it does not fall in its last quarter, or a dose goes on beyond the study's end",
            ObservationKind.Ratio or ObservationKind.PopulationRange => "there is nothing to divide by",
            ObservationKind.DecayLength => "the concentration does not fall away from the entry between the two distances",
            ObservationKind.CrossedFraction => "the first dose is not epidural",
            ObservationKind.TimeOfPeak or ObservationKind.TimeOfShare => "the curve has no peak",
            _ => "not defined for this curve",
        };

    private static double OfPopulation(Observation observation, double[] sorted) =>
        observation.Kind == ObservationKind.PopulationMedian
            ? CurveAnalysis.Percentile(sorted, 50)
            : CurveAnalysis.Percentile(sorted, observation.Range!.Value.To) / CurveAnalysis.Percentile(sorted, observation.Range.Value.From);

    internal static double OfMean(Experiment experiment, Observation observation, ExperimentRun run)
    {
        var hours = run.Hours;
        var (at, from, until) = (Hours(observation.At), Hours(observation.From), Hours(observation.Until));
        IReadOnlyList<double> Curve() => run.Curve(observation.Sample!.Value);
        switch (observation.Kind)
        {
            case ObservationKind.Concentration:
                return CurveAnalysis.At(hours, Curve(), at);
            case ObservationKind.Peak:
                return CurveAnalysis.Peak(hours, Curve()).Value;
            case ObservationKind.TimeOfPeak:
                return CurveAnalysis.Peak(hours, Curve()) is { Value: > 0 } peak ? peak.Time : double.NaN;
            case ObservationKind.TimeOfShare:
                return CurveAnalysis.TimeOfShare(hours, Curve(), observation.Share!.Value);
            case ObservationKind.HalfLife:
                return Math.Log(2) / Falling(CurveAnalysis.Slope(hours, Curve(), from, until));
            case ObservationKind.Auc:
                return CurveAnalysis.Area(hours, Curve(), from, until);
            case ObservationKind.Ratio:
                return CurveAnalysis.At(hours, Curve(), at) / CurveAnalysis.At(hours, run.Curve(observation.To!.Value), at);
            case ObservationKind.RecoveredFraction:
                return CurveAnalysis.At(hours, run.Recovered, at);
            case ObservationKind.CrossedFraction:
                return run.CrossedFraction ?? double.NaN;
            case ObservationKind.DecayLength:
                return DecayLength(run.Profile(observation.Sample!.Value, at), run.EntryCm, observation.Range!.Value);
            default:
                return ToInfinity(experiment, observation, hours, Curve());
        }
    }

    /// <summary>Clearance, mean residence time and volume: of what was given of the sample's drug.</summary>
    private static double ToInfinity(Experiment experiment, Observation observation, IReadOnlyList<double> hours, IReadOnlyList<double> curve)
    {
        var drug = experiment.Samples[observation.Sample!.Value].Drug ?? experiment.Drug;
        var doses = experiment.Doses.Where(dose => (dose.Drug ?? experiment.Drug) == drug).ToList();
        if (doses.Exists(dose => Hours(dose.Until) > hours[^1]))
        {
            return double.NaN;
        }

        var nanograms = doses.Sum(dose => (double)dose.Mass.InMicrograms()) * 1_000;
        var given = doses.Sum(dose => (double)dose.Mass.InMicrograms() * (Hours(dose.From) + Hours(dose.Until)) / 2) * 1_000 / nanograms;
        var (area, moment) = CurveAnalysis.ToInfinity(hours, curve);
        var (clearance, residence) = (nanograms / area, (moment / area) - given);
        return observation.Kind switch
        {
            ObservationKind.Clearance => clearance,
            ObservationKind.MeanResidenceTime => residence,
            _ => clearance * residence,
        };
    }

    /// <summary>A rate; NaN for that of a curve that rises or stays.</summary>
    private static double Falling(double rate) => rate > 0 ? rate : double.NaN;

    /// <summary>The mean over both sides, of which one may lie beyond the canal; NaN if the concentration does not fall on a side that there is.</summary>
    private static double DecayLength(IReadOnlyList<(double Centimetres, double Value)> profile, double? entry, (double From, double To) range)
    {
        if (entry is not { } middle)
        {
            return double.NaN;
        }

        var values = profile.Select(cell => cell.Value).ToList();
        var lengths = new[] { 1, -1 }
            .Select(side => CurveAnalysis.Slope([.. profile.Select(cell => side * (cell.Centimetres - middle))], values, range.From, range.To))
            .Where(slope => !double.IsNaN(slope))
            .Select(slope => 1 / Falling(slope))
            .ToList();
        return lengths.Count == 0 ? double.NaN : lengths.Average();
    }

    private static double Hours(Duration? duration) => duration is { } known ? RateSchedule.Hours(known.ToInt64Nanoseconds()) : double.NaN;
}
