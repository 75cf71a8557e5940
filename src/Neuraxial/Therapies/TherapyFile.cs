using NodaTime;

namespace Neuraxial;

/// <summary>Reads therapy files: JSON as <c>docs/schema/therapy.schema.json</c> describes it, every fault reported at once.</summary>
public static class TherapyFile
{
    private const int MostRinses = 20;

    internal static Choice<Route> Routes { get; } = new(new("epidural", Route.Epidural), new("intrathecal", Route.Intrathecal));

    internal static Choice<Indication> Indications { get; } =
        new(
            new("cancer-pain", Indication.CancerPain),
            new("non-cancer-pain", Indication.NonCancerPain),
            new("spasticity", Indication.Spasticity),
            new("post-operative", Indication.PostOperative),
            new("labour", Indication.Labour)
        );

    /// <summary>Reads one therapy.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="formulary">Where drugs, pumps and catheters are looked up.</param>
    /// <returns>The therapy, or every problem of the file. A file with any problem gives no therapy.</returns>
    public static FileReading<Therapy> Read(ReadOnlyMemory<byte> utf8, Formulary formulary)
    {
        var problems = new ProblemList();
        var therapy = JsonText.Read(utf8, problems, root => Read(root, formulary));
        return new FileReading<Therapy>(therapy, problems.All());
    }

    private static Therapy? Read(JsonMembers root, Formulary formulary)
    {
        root.OptionalText("$schema", "the schema's address");
        root.OptionalText("about", "words");
        root.OptionalText("source", "where the case was published");
        var name = ReadName(root, "therapy", "the therapy's name");
        var patient = root.OptionalObject("patient") is { } person ? PatientReading.Read(person) : null;
        var indication = root.RequiredChoice("indication", Indications);
        var route = ReadRoute(root);
        var painLevels = ReadLevels(root);
        var jurisdiction = PatientReading.ReadJurisdiction(root);
        var opioids = root.Objects("currentOpioids", PatientReading.ReadOpioid);
        var medicines = root.Objects("medicines", PatientReading.ReadMedicine);
        var medicinesAt = ReadMoment(root, "medicinesAt");
        var testDoses = root.Objects("testDoses", PatientReading.ReadTestDose);
        var pump = root.RequiredObject("pump", "the pump: { \"model\": … }") is { } setup ? DeviceReading.ReadPump(setup, formulary) : null;
        var catheter = root.OptionalObject("catheter") is { } placement ? DeviceReading.ReadCatheter(placement, formulary) : null;
        var infusate = root.RequiredObject("infusate", "the mixture: { \"drugs\": [ … ] }") is { } mixture
            ? InfusateReading.Read(mixture, formulary)
            : null;
        var fill = root.RequiredObject("fill", "volume and time of the fill") is { } filled ? ReadFill(filled) : null;
        var programs = new ProgramReading(formulary, pump);
        var program = root.RequiredObject("program", "the pump's program: { \"mode\": … }") is { } told ? programs.Read(told, infusate) : null;
        var previous = root.OptionalObject("previous") is { } before ? ReadPrevious(before, formulary, programs) : null;
        var declined = root.OptionalObject("bridge") is { } bridge ? ReadDeclined(bridge) : null;
        root.Close();
        CheckDates(root, patient, fill, previous);

        return name is null || indication is null || route is null || pump is null || infusate is null || fill is null || program is null
            ? null
            : new Therapy
            {
                Name = name,
                Patient = patient,
                Indication = indication.Value,
                Route = route.Value,
                PainLevels = painLevels,
                Jurisdiction = jurisdiction,
                CurrentOpioids = root.Has("currentOpioids") ? opioids : null,
                Medicines = root.Has("medicines") ? medicines : null,
                MedicinesAt = medicinesAt,
                TestDoses = testDoses,
                Catheter = catheter,
                Pump = pump,
                Infusate = infusate,
                Fill = fill,
                Program = program,
                Previous = previous,
                BridgeDeclined = declined,
            };
    }

    /// <summary>The name of a therapy or a recipe: text on one line, since it stands at the head of every page and in every log.</summary>
    internal static string? ReadName(JsonMembers root, string member, string expected)
    {
        var name = root.RequiredText(member, expected);
        if (name is not null && (string.IsNullOrWhiteSpace(name) || name.Length > 100))
        {
            root.Fault(member, $"a name of {name.Length} characters; expected 1 to 100");
        }
        else if (name is not null && !Printable.IsOneLine(name))
        {
            // A line break or a terminal's command in it would forge what follows.
            root.Fault(
                member,
                $"'{Printable.OneLine(name, 40)}' holds a line break or a character that cannot be seen; expected plain text on one line"
            );
        }

        return name;
    }

    internal static Route? ReadRoute(JsonMembers root)
    {
        if (root.RequiredText("route", Routes.Expected) is not { } text)
        {
            return null;
        }

        if (text.Trim().Equals("spinal", StringComparison.OrdinalIgnoreCase))
        {
            root.Fault(
                "route",
                "'spinal' can mean either route, and their doses differ about tenfold (HZ-25); expected one of epidural, intrathecal"
            );
            return null;
        }

        return root.Chosen(text, root.At("route"), Routes);
    }

    private static List<Level> ReadLevels(JsonMembers root)
    {
        var levels = new List<Level>();
        foreach (var (element, path) in root.Items("painLevels", root.Optional("painLevels")))
        {
            if (root.TextOf(element, path, "a level such as T10") is { } text)
            {
                var parsed = Level.Parse(text);
                if (parsed.Succeeded)
                {
                    levels.Add(parsed.Value);
                }
                else
                {
                    root.Problems.Add(path, parsed.Problem);
                }
            }
        }

        return levels;
    }

    private static Fill? ReadFill(JsonMembers fill)
    {
        var volume = fill.RequiredQuantity<Volume>("volume");
        if (volume == Volume.Zero)
        {
            fill.Fault("volume", "a fill of nothing; expected more than 0 mL");
        }

        var at = fill.RequiredText("at", "date and time with offset") is { } text ? fill.Taken(DateText.ParseMoment(text), "at") : null;
        var lasts = fill.OptionalDuration("lasts");
        var overfill = fill.OptionalQuantity<Volume>("overfill");
        var deadSpace = fill.OptionalQuantity<Volume>("deadSpace");
        fill.Close();
        return volume is { } known && at is { } moment
            ? new Fill(known, moment)
            {
                Lasts = lasts,
                Overfill = overfill,
                DeadSpace = deadSpace,
            }
            : null;
    }

    internal static OffsetDateTime? ReadMoment(JsonMembers members, string name) =>
        members.OptionalText(name, "date and time with offset") is { } text ? members.Taken(DateText.ParseMoment(text), name) : null;

    private static List<OffsetDateTime> ReadMoments(JsonMembers members, string name)
    {
        var moments = new List<OffsetDateTime>();
        foreach (var (element, path) in members.Items(name, members.Optional(name)))
        {
            if (members.TextOf(element, path, "date and time with offset") is { } text)
            {
                var parsed = DateText.ParseMoment(text);
                if (parsed.Succeeded)
                {
                    moments.Add(parsed.Value);
                }
                else
                {
                    members.Problems.Add(path, parsed.Problem);
                }
            }
        }

        return [.. moments.OrderBy(moment => moment.ToInstant())];
    }

    private static PreviousInfusion? ReadPrevious(JsonMembers previous, Formulary formulary, ProgramReading programs)
    {
        var infusate = previous.RequiredObject("infusate", "the old mixture") is { } mixture ? InfusateReading.Read(mixture, formulary) : null;
        var program = previous.OptionalObject("program") is { } told ? programs.Read(told, infusate) : null;
        var fill = previous.OptionalObject("fill") is { } filled ? ReadFill(filled) : null;
        var since = ReadMoment(previous, "since");
        var changes = ReadMoments(previous, "changes");
        var measured = previous.OptionalQuantity<Volume>("measured");
        var rinse = previous.OptionalObject("rinse") is { } rinsed ? ReadRinse(rinsed) : null;
        previous.Close();
        if (measured is not null && fill is null && !previous.Has("fill"))
        {
            previous.Fault("measured", "a measured residual without the old fill; expected previous.fill beside it, so that it can be compared");
        }

        if (measured is not null && program is null && !previous.Has("program"))
        {
            previous.Fault(
                "measured",
                "a measured residual without the old program; expected previous.program beside it, so that it can be compared"
            );
        }

        return infusate is null
            ? null
            : new PreviousInfusion(infusate, program)
            {
                Since = since,
                Changes = changes,
                Fill = fill,
                Measured = measured,
                Rinse = rinse,
            };
    }

    private static Rinse? ReadRinse(JsonMembers rinse)
    {
        var count = rinse.RequiredCount("count", MostRinses);
        var volume = rinse.RequiredQuantity<Volume>("volume");
        rinse.Close();
        return count is { } times && volume is { } each ? new Rinse(times, each) : null;
    }

    private static string? ReadDeclined(JsonMembers bridge)
    {
        var why = bridge.RequiredText("declined", "why no bridge is wanted");
        if (why is not null && string.IsNullOrWhiteSpace(why))
        {
            bridge.Fault("declined", "an empty reason; expected why no bridge is wanted");
        }

        bridge.Close();
        return why;
    }

    private static void CheckDates(JsonMembers root, Patient? patient, Fill? fill, PreviousInfusion? previous)
    {
        if (fill is null)
        {
            return;
        }

        if (patient?.BirthDate is { } birth && birth > fill.At.Date)
        {
            root.Problems.Add(
                "$.patient.birthDate",
                $"{DateText.Write(birth)} is after the fill on {DateText.Write(fill.At.Date)}; expected a date before it"
            );
        }

        foreach (var (moment, path) in Earlier(previous))
        {
            if (moment.ToInstant() > fill.Instant)
            {
                root.Problems.Add(
                    path,
                    $"{DateText.Write(moment.ToInstant())} is after the new fill at {DateText.Write(fill.Instant)}; expected an earlier time"
                );
            }
        }

        if (previous?.Fill is { } old && old.Instant >= fill.Instant)
        {
            root.Problems.Add(
                "$.previous.fill.at",
                $"{DateText.Write(old.Instant)} is not before the new fill at {DateText.Write(fill.Instant)}; expected an earlier time"
            );
        }
        else if (previous?.Fill is { } first && fill.Instant - first.Instant > Durations.Longest)
        {
            root.Problems.Add(
                "$.previous.fill.at",
                $"{DateText.Write(first.Instant)} is more than a hundred years before the new fill; expected a later time"
            );
        }
    }

    private static IEnumerable<(OffsetDateTime Moment, string Path)> Earlier(PreviousInfusion? previous)
    {
        if (previous?.Since is { } since)
        {
            yield return (since, "$.previous.since");
        }

        foreach (var change in previous?.Changes ?? [])
        {
            yield return (change, "$.previous.changes");
        }
    }
}
