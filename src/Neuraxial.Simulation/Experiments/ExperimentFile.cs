using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>Reads a study: JSON as <c>docs/schema/experiment.schema.json</c> describes it, every fault reported at once.</summary>
public static partial class ExperimentFile
{
    /// <summary>The most wanted times of a curve.</summary>
    private const int MostTimes = 200_000;

    /// <summary>The most virtual patients.</summary>
    private const int MostPatients = 100_000;

    /// <summary>The most numbers that all curves of a run, or all that is kept of a population, may hold: 160 megabytes.</summary>
    private const int MostNumbers = 20_000_000;

    /// <summary>Reads one study.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <returns>The study, or every problem of the file.</returns>
    public static FileReading<Experiment> Read(ReadOnlyMemory<byte> utf8)
    {
        var problems = new ProblemList();
        var experiment = JsonText.Read(utf8, problems, Read);
        return new FileReading<Experiment>(experiment, problems.All());
    }

    private static Experiment? Read(JsonMembers root)
    {
        root.OptionalText("$schema", "the schema's address");
        root.OptionalText("about", "words");
        var name = TherapyFile.ReadName(root, "experiment", "the study's name");
        var source = root.OptionalText("source", "where it was published");
        var species = root.RequiredChoice("species", SpineData.SpeciesWords);
        var drug = ReadDrug(root, species, required: true);
        var until = root.RequiredDuration("until");
        var every = root.RequiredDuration("every");
        CheckGrid(root, until, every);
        var outside = new List<string>();
        var subject = root.OptionalObject("subject") is { } person ? ReadSubject(person, species, outside) : new Subject(species ?? Species.Human);
        var study = new Study(species, drug, until);
        var doses = root.Objects("doses", root.Required("doses", "what was given: [ … ]"), dose => ReadDose(dose, study, outside));
        var samples = root.Objects("samples", root.Required("samples", "where samples were taken: [ … ]"), sample => ReadSample(sample, study));
        CheckSamples(root, samples);
        var changes = root.Objects("changes", change => ReadChange(change, until));
        if (changes.DistinctBy(change => change.At).Count() < changes.Count)
        {
            root.Fault("changes", "two changes at the same time; expected one of them, with both members");
        }

        var population = root.OptionalObject("population") is { } people ? ReadPopulation(people) : null;
        var observed = root.Objects("observed", observation => ReadObservation(observation, study, samples, root.Has("population")));
        root.Close();
        if (root.Optional("doses") is { ValueKind: JsonValueKind.Array } given && given.GetArrayLength() == 0)
        {
            root.Fault("doses", "an empty list; expected at least one dose");
        }

        CheckGiven(root, drug, doses, samples);
        CheckSizes(root, until, every, samples, population, observed);

        return name is null || species is null || drug is null || subject is null || until is null || every is null || doses.Count == 0
            ? null
            : new Experiment
            {
                Name = name,
                Source = source,
                Subject = subject,
                Drug = drug,
                Doses = doses,
                Samples = samples,
                Until = until.Value,
                Every = every.Value,
                Population = population,
                Outside = outside.Count == 0 ? null : string.Join("; ", outside.Distinct(StringComparer.Ordinal)),
                Observed = observed,
                Changes = [.. changes.OrderBy(change => change.At)],
            };
    }

    /// <summary>What the parts of a study are read against.</summary>
    private sealed record Study(Species? Species, string? Drug, Duration? Until)
    {
        /// <summary>The names of its samples so far, also of those that have a fault.</summary>
        public List<string> Names { get; } = [];
    }

    /// <summary>What no dose gives is nowhere at any time: a sample of it is a slip. Looked for where all else is right, since a dose with a fault may be the one.</summary>
    private static void CheckGiven(JsonMembers root, string? drug, List<ExperimentDose> doses, List<Sample> samples)
    {
        if (!root.Problems.IsEmpty)
        {
            return;
        }

        for (var i = 0; i < samples.Count; i++)
        {
            var sampled = samples[i].Drug ?? drug;
            if (samples[i].Site.Kind != SiteKind.SacVolume && doses.TrueForAll(dose => (dose.Drug ?? drug) != sampled))
            {
                root.Problems.Add(
                    string.Create(CultureInfo.InvariantCulture, $"$.samples[{i}].drug"),
                    $"no dose gives {sampled}; expected one of {string.Join(", ", doses.Select(dose => dose.Drug ?? drug).Distinct(StringComparer.Ordinal))}"
                );
            }
        }
    }

    private static void CheckSizes(
        JsonMembers root,
        Duration? until,
        Duration? every,
        List<Sample> samples,
        ExperimentPopulation? population,
        List<Observation> observed
    )
    {
        if (
            until is { } end
            && every is { } step
            && step > Duration.Zero
            && end / step is <= MostTimes and var times
            && times * samples.Count > MostNumbers
        )
        {
            root.Fault(
                "samples",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{samples.Count} samples of {times:0} times each; expected at most {MostNumbers} numbers in all"
                )
            );
        }

        var kept = observed.Count(observation => observation.IsOfPopulation);
        if (population is { } people && (long)people.Patients * kept > MostNumbers)
        {
            root.Problems.Add(
                root.At("population") + ".patients",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{people.Patients} patients in {kept} observations; expected at most {MostNumbers} numbers in all"
                )
            );
        }
    }

    private static MixingChange? ReadChange(JsonMembers change, Duration? until)
    {
        var at = change.RequiredDuration("at");
        var rate = Within(change, "heartRate", OptionalNumber(change, "heartRate", "a rate such as \"66 /min\"", "/min"), 20, 300, "/min");
        var stroke = Within(change, "strokeVolume", Millilitres(change, "strokeVolume"), 0, 10, "mL");
        if (at is { } time && (time <= Duration.Zero || time >= until))
        {
            change.Fault("at", $"{QuantityText.Write(time)}; expected a time within the study, after 0 h");
            return null;
        }

        if (!change.Has("heartRate") && !change.Has("strokeVolume"))
        {
            change.Fault("heartRate", "nothing changes; expected heartRate, strokeVolume or both");
        }

        return at is { } when ? new MixingChange(when, rate, stroke) : null;
    }

    private static ExperimentPopulation? ReadPopulation(JsonMembers population)
    {
        var patients = population.RequiredCount("patients", MostPatients);
        ulong? seed = null;
        if (population.Required("seed", "a whole number, not negative") is { } element)
        {
            if (element.ValueKind == JsonValueKind.Number && element.TryGetUInt64(out var number))
            {
                seed = number;
            }
            else
            {
                population.Fault("seed", $"{JsonMembers.Seen(element)}; expected a whole number, not negative");
            }
        }

        population.Close();
        return patients is { } count && seed is { } start ? new ExperimentPopulation(count, start) : null;
    }

    private static void CheckGrid(JsonMembers root, Duration? until, Duration? every)
    {
        if (until is { } end && end <= Duration.Zero)
        {
            root.Fault("until", "followed for no time; expected more than 0 h");
        }

        if (every is not { } step)
        {
            return;
        }

        if (step <= Duration.Zero)
        {
            root.Fault("every", "times that do not move on; expected more than 0 s");
        }
        else if (until is { } whole && whole > Duration.Zero && step > whole)
        {
            root.Fault("every", $"longer than the study; expected at most {QuantityText.Write(whole)}");
        }
        else if (until is { } last && last / step > MostTimes)
        {
            root.Fault(
                "every",
                string.Create(CultureInfo.InvariantCulture, $"more than {MostTimes} times until the end; expected longer steps or a shorter study")
            );
        }
    }
}
