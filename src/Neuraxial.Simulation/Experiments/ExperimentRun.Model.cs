using NodaTime;

namespace Neuraxial.Simulation;

/// <content>How the model is run.</content>
public sealed partial class ExperimentRun
{
    /// <summary>What is given faster than this is injected, with a jet; what takes longer is infused.</summary>
    private static readonly Duration Injection = Duration.FromMinutes(10);

    /// <summary>Runs an experiment in one subject.</summary>
    /// <param name="experiment">What is given and sampled; as its reader accepts it.</param>
    /// <param name="patient">A virtual patient's number; <see langword="null"/> for the mean subject.</param>
    public static ExperimentRun Of(Experiment experiment, int? patient = null)
    {
        var variation = patient is { } number ? VirtualPatient.Draw(experiment.Population!.Seed, number, experiment.Subject) : Variation.None;
        var every = experiment.Every;

        // The last time is the study's end or the first after it: what is looked at before the end lies between two.
        var count = (int)((experiment.Until.ToInt64Nanoseconds() + every.ToInt64Nanoseconds() - 1) / every.ToInt64Nanoseconds()) + 1;
        var found = new double[experiment.Samples.Count][];
        var studied = experiment
            .Doses.Select(dose => dose.Drug ?? experiment.Drug)
            .Concat(experiment.Samples.Select(sample => sample.Drug ?? experiment.Drug))
            .Distinct(StringComparer.Ordinal)
            .Select(drug => new Studied(experiment, drug, variation))
            .ToDictionary(one => one.Drug.Id, StringComparer.Ordinal);
        var given = experiment.Doses.Sum(dose => (double)dose.Mass.InMicrograms());
        var recovered = new double[count];
        double[] hours = [];
        foreach (var one in studied.Values)
        {
            var samples = Enumerable.Range(0, found.Length).Where(i => (experiment.Samples[i].Drug ?? experiment.Drug) == one.Drug.Id).ToList();
            var concentrations = samples.Where(i => experiment.Samples[i].Site.Kind != SiteKind.SacVolume).ToList();
            var model = one.Model;
            var run = one.Run(
                every,
                count,
                [.. concentrations.Select(i => model.At(experiment.Samples[i].Site, experiment.Samples[i].Analyte)), model.OutsideBlood]
            );
            hours = run.Hours;
            for (var i = 0; i < concentrations.Count; i++)
            {
                found[concentrations[i]] = run.Values[i];
            }

            foreach (var i in samples.Except(concentrations))
            {
                found[i] = [.. Enumerable.Repeat(model.SacVolume(experiment.Samples[i].Site.Place!.Level!.Value), count)];
            }

            for (var i = 0; i < count; i++)
            {
                // What is outside of the blood is read in nmol.
                var outside = run.Values[^1][i] / model.NanomolesPerMicrogram;
                recovered[i] += (one.Given(Duration.FromNanoseconds(every.ToInt64Nanoseconds() * (double)i)) - outside) / given;
            }
        }

        var first = experiment.Doses[0];
        var main = studied[first.Drug ?? experiment.Drug].Model;
        return new ExperimentRun(
            hours,
            found,
            recovered,
            first.Entry.Route == EntryRoute.Epidural ? main.Crossing(0) : null,
            main.Position(first.Entry),
            given,
            (sample, at) => studied[experiment.Samples[sample].Drug ?? experiment.Drug].Profile(experiment.Samples[sample].Site.Kind, at)
        );
    }

    /// <summary>One drug of an experiment in one body: its model, changing with the mixing, and what is given of it.</summary>
    private sealed class Studied
    {
        private readonly IReadOnlyList<(Duration From, SpineModel Model)> phases;
        private readonly RateSchedule schedule;
        private readonly int entries;

        public Studied(Experiment experiment, string drug, Variation variation)
        {
            Drug = SpinalDrug.Of(experiment.Subject.Species, drug) ?? throw new ArgumentException($"Nothing is known of '{drug}'.", nameof(drug));
            var doses = experiment.Doses.Where(dose => (dose.Drug ?? experiment.Drug) == drug).ToList();
            var ways = doses.ConvertAll(Way);
            var distinct = ways.Distinct().ToList();
            entries = distinct.Count;
            var builder = new RateSchedule.Builder(Math.Max(entries, 1));
            for (var i = 0; i < doses.Count; i++)
            {
                var (from, until) = (doses[i].From, doses[i].Until);
                builder.Give(
                    distinct.IndexOf(ways[i]),
                    from,
                    until,
                    (double)doses[i].Mass.InMicrograms() / RateSchedule.Hours((until - from).ToInt64Nanoseconds())
                );
            }

            schedule = builder.Build();
            var subject = experiment.Subject;
            var changing = new List<(Duration, SpineModel)> { (Duration.Zero, SpineModel.Of(Body.Of(subject, variation), Drug, distinct)) };
            foreach (var change in experiment.Changes)
            {
                subject = subject with
                {
                    HeartRatePerMinute = change.HeartRatePerMinute ?? subject.HeartRatePerMinute,
                    StrokeVolumeMl = change.StrokeVolumeMl ?? subject.StrokeVolumeMl,
                };
                changing.Add((change.At, SpineModel.Of(Body.Of(subject, variation), Drug, distinct)));
            }

            phases = changing;
        }

        public SpinalDrug Drug { get; }

        public SpineModel Model => phases[0].Model;

        public SpineCurves Run(Duration every, int count, IReadOnlyList<Reading> readings) =>
            SpineModel.Run(phases, schedule, every, count, readings);

        public double Given(Duration until) => Enumerable.Range(0, entries).Sum(entry => schedule.Given(entry, until));

        public IReadOnlyList<(double Centimetres, double Value)> Profile(SiteKind kind, double atHours)
        {
            var cells = Model.Profile(kind);
            var run = Run(Duration.FromNanoseconds(atHours * NodaConstants.NanosecondsPerHour), 2, [.. cells.Select(cell => cell.Reading)]);
            return [.. cells.Select((cell, i) => (cell.Centimetres, run.Values[i][1]))];
        }

        /// <summary>The way in of a dose: what is infused spreads by what it displaces in an hour.</summary>
        private static Entry Way(ExperimentDose dose)
        {
            var over = dose.Until - dose.From;
            return over < Injection ? dose.Entry
                : dose.Entry.Volume is { } volume ? dose.Entry with { Volume = volume / over * Duration.FromHours(1), Pace = Pace.Infused }
                : dose.Entry with { Pace = Pace.Infused };
        }
    }
}
