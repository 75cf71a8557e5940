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

    /// <summary>The youngest whom the figures of the anatomy are of, years.</summary>
    private const double YoungestAdult = 18;

    /// <summary>The largest bolus into the fluid that the model was held to, mL: beyond it the volume itself moves the fluid.</summary>
    private const decimal LargestBolusMl = 5;

    private static readonly Choice<Species> AllSpecies = new(new("human", Species.Human), new("pig", Species.Pig), new("dog", Species.Dog));

    private static readonly Choice<EntryRoute> Routes = new(
        new("intrathecal", EntryRoute.Intrathecal),
        new("epidural", EntryRoute.Epidural),
        new("intravenous", EntryRoute.Intravenous),
        new("intramuscular", EntryRoute.Intramuscular),
        new("intracerebroventricular", EntryRoute.Intracerebroventricular)
    );

    private static readonly Choice<SiteKind> Sites = new(
        new("csf", SiteKind.Csf),
        new("cistern", SiteKind.Cistern),
        new("cord", SiteKind.Cord),
        new("epidural", SiteKind.Epidural),
        new("plasma", SiteKind.Plasma),
        new("effect", SiteKind.Effect),
        new("brain", SiteKind.Brain),
        new("convexity", SiteKind.Convexity),
        new("sac-volume", SiteKind.SacVolume)
    );

    private static readonly Choice<Baricity> Baricities = new(
        new("isobaric", Baricity.Isobaric),
        new("hyperbaric", Baricity.Hyperbaric),
        new("hypobaric", Baricity.Hypobaric)
    );

    private enum Baricity
    {
        Isobaric,
        Hyperbaric,
        Hypobaric,
    }

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
        var species = root.RequiredChoice("species", AllSpecies);
        var drug = ReadDrug(root, species, required: true);
        var until = ReadTime(root, "until", required: true);
        var every = ReadTime(root, "every", required: true);
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

    private static string? ReadDrug(JsonMembers members, Species? species, bool required)
    {
        const string Expected = "a drug such as morphine";
        var drug = required ? members.RequiredText("drug", Expected) : members.OptionalText("drug", Expected);
        if (drug is not null && species is { } known && SpinalDrug.Of(known, drug) is null)
        {
            var names = SpinalDrug.Known(known);
            var near = Spelling.Nearest(drug, names);
            members.Fault(
                "drug",
                $"nothing is known of '{Printable.OneLine(drug, 40)}' in a {known.Word()}; "
                    + (near is null ? $"expected one of {string.Join(", ", names)}" : $"did you mean '{near}'?")
            );
            return null;
        }

        return drug;
    }

    private static Subject? ReadSubject(JsonMembers subject, Species? species, List<string> outside)
    {
        var height = Within(
            subject,
            "height",
            subject.OptionalQuantity<Length>("height") is { } length ? (double)length.InCentimetres() : null,
            100,
            230,
            "cm"
        );
        var weight = Within(
            subject,
            "weight",
            subject.OptionalQuantity<Mass>("weight") is { } mass ? (double)mass.InKilograms() : null,
            5,
            300,
            "kg"
        );
        var age = Within(subject, "age", OptionalNumber(subject, "age", "an age such as \"65 a\"", "a", "y"), 0, 120, "a");
        if (species == Species.Human && age < YoungestAdult)
        {
            outside.Add(string.Create(CultureInfo.InvariantCulture, $"an age of {age} a: the model was held to adults"));
        }

        var sex = subject.OptionalText("sex", "male or female");
        if (sex is not (null or "male" or "female"))
        {
            subject.Fault("sex", $"'{Printable.OneLine(sex, 40)}' is unknown; expected male or female");
        }

        var rate = Within(subject, "heartRate", OptionalNumber(subject, "heartRate", "a rate such as \"66 /min\"", "/min"), 20, 300, "/min");
        var stroke = Within(subject, "strokeVolume", Millilitres(subject, "strokeVolume"), 0, 10, "mL");
        var fluid = Within(subject, "csfVolume", Millilitres(subject, "csfVolume"), 1, 300, "mL");
        subject.Close();
        return species is { } known
            ? new Subject(known)
            {
                HeightCm = height,
                WeightKg = weight,
                AgeYears = age,
                Sex = sex,
                HeartRatePerMinute = rate,
                StrokeVolumeMl = stroke,
                FluidVolumeMl = fluid,
            }
            : null;
    }

    private static ExperimentDose? ReadDose(JsonMembers dose, Study study, List<string> outside)
    {
        var drug = ReadDrug(dose, study.Species, required: false);
        var route = dose.RequiredChoice("route", Routes);
        var along = route is EntryRoute.Intrathecal or EntryRoute.Epidural;
        var place = ReadPlace(dose, study, along ? "where it was given" : null);
        if (route is null)
        {
            // Whether it has a place, nobody can say.
            Pass(dose, "level", "position");
        }

        var volume = dose.OptionalQuantity<Volume>("volume");
        var baricity = dose.OptionalChoice("baricity", Baricities);
        if (volume == Volume.Zero)
        {
            dose.Fault("volume", "a volume of nothing; expected more than 0 mL, or no member");
        }

        var infused = dose.Has("rate") || dose.Has("from");
        var (from, until, mass) = infused ? ReadInfusion(dose, study) : ReadBolus(dose, study);
        var given = drug ?? study.Drug;
        if (route == EntryRoute.Epidural && study.Species is { } species && given is not null && SpinalDrug.Of(species, given) is { Epidural: null })
        {
            dose.Fault("route", $"what becomes of {given} in the epidural space is not known; expected another route");
        }

        if (route == EntryRoute.Intrathecal && InAnHour(volume, infused, from, until) is { } millilitres && millilitres > LargestBolusMl)
        {
            outside.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(infused ? "an infusion" : "a bolus")} of {millilitres:0.###} mL{(infused ? " in an hour" : "")} into the fluid: the model was held to at most {LargestBolusMl} mL"
                )
            );
        }

        if (route == EntryRoute.Intrathecal && baricity is Baricity.Hyperbaric or Baricity.Hypobaric)
        {
            outside.Add("a solution that is not isobaric: weight moves it, which the model does not know");
        }

        return route is { } way && from is { } begin && until is { } end && mass is { } all && (!along || place is not null) && end > begin
            ? new ExperimentDose(new Entry(way, place, volume), begin, end, all) { Drug = drug }
            : null;
    }

    /// <summary>What enters within an hour, mL: all of a bolus, and of what is infused for longer its part.</summary>
    private static decimal? InAnHour(Volume? volume, bool infused, Duration? from, Duration? until)
    {
        var hours = infused && until > from ? Math.Max(1m, (until.Value - from.Value).InHours()) : 1m;
        return volume?.InMillilitres() / hours;
    }

    private static (Duration? From, Duration? Until, Mass? Mass) ReadBolus(JsonMembers dose, Study study)
    {
        var at = ReadTime(dose, "at", required: true);
        var mass = dose.RequiredQuantity<Mass>("mass");
        var over = dose.OptionalDuration("over") ?? Duration.FromMinutes(1);
        if (mass == Mass.Zero)
        {
            dose.Fault("mass", "a dose of nothing; expected more than 0 mg");
        }

        if (over <= Duration.Zero)
        {
            dose.Fault("over", "given in no time; expected more than 0 s");
        }

        CheckUntil(dose, "at", at, study);
        return (at, at + over, mass == Mass.Zero ? null : mass);
    }

    private static (Duration? From, Duration? Until, Mass? Mass) ReadInfusion(JsonMembers dose, Study study)
    {
        var from = ReadTime(dose, "from", required: true);
        var until = ReadTime(dose, "until", required: true);
        var rate = dose.RequiredQuantity<DoseRate>("rate");
        if (rate == DoseRate.Zero)
        {
            dose.Fault("rate", "a rate of nothing; expected more than 0 mg/d");
        }

        CheckUntil(dose, "from", from, study);
        if (from is { } begin && until is { } end && end <= begin)
        {
            dose.Fault("until", $"not after {QuantityText.Write(begin)}; expected a later time");
            return (from, null, null);
        }

        return (
            from,
            until,
            from is not null && until is not null && rate is { } known && known != DoseRate.Zero ? known * (until.Value - from.Value) : null
        );
    }

    private static Sample? ReadSample(JsonMembers sample, Study study)
    {
        var name = TherapyFile.ReadName(sample, "name", "the sample's name");
        if (name is not null)
        {
            study.Names.Add(name);
        }

        var drug = ReadDrug(sample, study.Species, required: false);
        var kind = sample.RequiredChoice("site", Sites);
        var segment = kind == SiteKind.Cord ? ReadLevel(sample, "segment", required: true) : null;
        if (segment is { } level && study.Species is { } species && Anatomy.Of(species).Position(level) is null)
        {
            sample.Fault("segment", $"{level} is no segment whose place is known in a {species.Word()}; expected one from {Segments(species)}");
            segment = null;
        }

        var place =
            segment is { } known ? Place.At(known)
            : kind is SiteKind.Csf or SiteKind.Epidural or SiteKind.SacVolume ? ReadPlace(sample, study, "where it was taken")
            : null;
        if (kind is null)
        {
            // Whether it has a place, nobody can say.
            Pass(sample, "level", "position", "segment");
        }

        if (kind == SiteKind.SacVolume && place is { Level: null })
        {
            sample.Fault("position", "a distance; expected level with a vertebra such as T12, from whose upper end the sac is measured");
            place = null;
        }

        var analyte = sample.OptionalText("analyte", "what is measured");
        var parent = drug ?? study.Drug;
        if (study.Species is { } whose && parent is not null && SpinalDrug.Of(whose, parent) is { } given)
        {
            if (analyte is not null && given.Analytes.All(one => one.Id != analyte))
            {
                sample.Fault(
                    "analyte",
                    $"{parent} does not become '{Printable.OneLine(analyte, 40)}'; expected one of {string.Join(", ", given.Analytes.Select(one => one.Id))}"
                );
            }

            if (kind == SiteKind.Epidural && given.Epidural is null)
            {
                sample.Fault("site", $"what becomes of {parent} in the epidural space is not known; expected another site");
            }

            if (kind == SiteKind.Effect && given.EffectPerHour is null)
            {
                sample.Fault("site", $"the effect site of {parent} is not known; expected another site");
            }
        }

        var needsPlace = kind is SiteKind.Csf or SiteKind.Epidural or SiteKind.SacVolume or SiteKind.Cord;
        return name is not null && kind is { } site && (!needsPlace || place is not null)
            ? new Sample(name, new Site(site, place), analyte) { Drug = drug }
            : null;
    }

    private static void CheckSamples(JsonMembers root, List<Sample> samples)
    {
        foreach (var twice in samples.GroupBy(sample => sample.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            root.Fault("samples", $"two samples are called '{Printable.OneLine(twice.Key, 40)}'; expected a name for each");
        }
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
        var at = ReadTime(change, "at", required: true);
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

    private static void CheckUntil(JsonMembers members, string name, Duration? time, Study study)
    {
        if (time is { } given && study.Until is { } until && given > until)
        {
            members.Fault(name, $"{QuantityText.Write(given)} is after the study's end; expected at most {QuantityText.Write(until)}");
        }
    }

    /// <summary>A vertebra or a distance; <paramref name="why"/> says what for where one must be there, <see langword="null"/> where none may be.</summary>
    private static Place? ReadPlace(JsonMembers members, Study study, string? why)
    {
        if (why is null)
        {
            return null;
        }

        var spine = study.Species is { } species ? Anatomy.Of(species).Spine : null;
        if (members.Has("position"))
        {
            var length = members.RequiredQuantity<Length>("position");
            members.Optional("level");
            if (members.Has("level"))
            {
                members.Fault("position", "a level is given as well; expected one of the two");
                return null;
            }

            if (length is { } distance && spine is not null && (double)distance.InCentimetres() > spine.Length)
            {
                members.Fault(
                    "position",
                    string.Create(CultureInfo.InvariantCulture, $"beyond the canal; expected at most {spine.Length} cm from the sacral end")
                );
                return null;
            }

            return length is { } known ? Place.At((double)known.InCentimetres()) : null;
        }

        members.Optional("position");
        if (ReadLevel(members, "level", required: true) is not { } level)
        {
            return null;
        }

        if (spine is not null && spine.At(level) is null)
        {
            members.Fault(
                "level",
                $"{level} is no vertebra of this canal; expected one from {spine.Vertebrae[^1].Level} to {spine.Vertebrae[0].Level}, {why}"
            );
            return null;
        }

        return Place.At(level);
    }

    private static Level? ReadLevel(JsonMembers members, string name, bool required)
    {
        const string Expected = "a level such as L3";
        var text = required ? members.RequiredText(name, Expected) : members.OptionalText(name, Expected);
        return text is null ? null : members.Taken(Level.Parse(text), name);
    }

    private static string Segments(Species species)
    {
        var segments = Anatomy.Of(species).Segments;
        return $"{segments[0].Level} to {segments[^1].Level}";
    }

    /// <summary>Takes members that cannot be judged, so that they are not called unknown.</summary>
    private static void Pass(JsonMembers members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            members.Optional(name);
        }
    }

    private static Duration? ReadTime(JsonMembers members, string name, bool required)
    {
        var time = required ? members.RequiredDuration(name) : members.OptionalDuration(name);
        return time;
    }

    private static double? Millilitres(JsonMembers members, string name) =>
        members.OptionalQuantity<Volume>(name) is { } volume ? (double)volume.InMillilitres() : null;

    private static double? Within(JsonMembers members, string name, double? number, double least, double most, string unit)
    {
        if (number is { } given && (given < least || given > most))
        {
            members.Fault(name, string.Create(CultureInfo.InvariantCulture, $"{given} {unit}; expected {least} to {most} {unit}"));
            return null;
        }

        return number;
    }

    /// <summary>A number with a unit that is none of the quantities of a dose.</summary>
    private static double? OptionalNumber(JsonMembers members, string name, string expected, params string[] units)
    {
        if (members.OptionalText(name, expected) is not { } text)
        {
            return null;
        }

        var space = QuantityText.SpaceIn(text);
        if (
            space > 0
            && QuantityText.IsPlain(text.AsSpan(0, space))
            && units.Contains(text[(space + 1)..], StringComparer.Ordinal)
            && decimal.TryParse(text.AsSpan(0, space), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
        {
            return (double)number;
        }

        members.Fault(name, $"'{Printable.OneLine(text, 40)}'; expected {expected}");
        return null;
    }
}
