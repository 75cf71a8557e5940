namespace Neuraxial.Simulation;

/// <content>Where samples were taken.</content>
public static partial class ExperimentFile
{
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

    private static Sample? ReadSample(JsonMembers sample, Study study)
    {
        var name = TherapyFile.ReadName(sample, "name", "the sample's name");
        if (name is not null)
        {
            study.Names.Add(name);
        }

        var drug = ReadDrug(sample, study.Species, required: false);
        var kind = sample.RequiredChoice("site", Sites);
        var segment = kind == SiteKind.Cord ? ReadLevel(sample, "segment") : null;
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
            // What is measured decides whether its site is known, not what was given.
            if (given.Analytes.FirstOrDefault(one => one.Id == (analyte ?? parent)) is not { } measured)
            {
                sample.Fault(
                    "analyte",
                    $"{parent} does not become '{Printable.OneLine(analyte!, 40)}'; expected one of {string.Join(", ", given.Analytes.Select(one => one.Id))}"
                );
            }
            else if (kind == SiteKind.Epidural && measured.Epidural is null)
            {
                sample.Fault("site", $"what becomes of {measured.Id} in the epidural space is not known; expected another site");
            }
            else if (kind == SiteKind.Effect && measured.EffectPerHour is null)
            {
                sample.Fault("site", $"the effect site of {measured.Id} is not known; expected another site");
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

    private static string Segments(Species species)
    {
        var segments = Anatomy.Of(species).Segments;
        return $"{segments[0].Level} to {segments[^1].Level}";
    }
}
