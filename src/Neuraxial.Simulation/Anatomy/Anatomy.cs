namespace Neuraxial.Simulation;

/// <summary>The spine and the cranium of the mean of a species, from its own figures alone.</summary>
/// <param name="Species">Which species.</param>
/// <param name="Spine">The canal.</param>
/// <param name="Segments">Where segments of the cord lie, from the head down; those between two that are given lie between.</param>
/// <param name="Pulsation">How the fluid moves with the heart.</param>
/// <param name="Flow">How much fluid is made, and where it goes.</param>
/// <param name="Cranium">The fluid above the foramen magnum, and the brain.</param>
/// <param name="Epidural">The space around the dura.</param>
/// <param name="WeightKg">The weight that it and the drugs' plasma figures are for, kg.</param>
public sealed record Anatomy(
    Species Species,
    Spine Spine,
    IReadOnlyList<Segment> Segments,
    Pulsation Pulsation,
    FluidFlow Flow,
    Cranium Cranium,
    EpiduralSpace Epidural,
    double WeightKg
)
{
    private static readonly Lazy<Anatomy> Human = new(() => Read(Species.Human));
    private static readonly Lazy<Anatomy> Pig = new(() => Read(Species.Pig));
    private static readonly Lazy<Anatomy> Dog = new(() => Read(Species.Dog));

    /// <summary>The mean of a species.</summary>
    /// <param name="species">Which.</param>
    public static Anatomy Of(Species species) =>
        species switch
        {
            Species.Human => Human.Value,
            Species.Pig => Pig.Value,
            Species.Dog => Dog.Value,
            _ => throw new ArgumentOutOfRangeException(nameof(species), species, "A human, a pig or a dog."),
        };

    /// <summary>Where a segment of the cord lies, cm from the sacral end; <see langword="null"/> above the first or below the last.</summary>
    /// <param name="segment">Which.</param>
    public double? Position(Level segment)
    {
        for (var below = 0; below < Segments.Count; below++)
        {
            if (Segments[below].Level == segment)
            {
                return Segments[below].Position;
            }

            if (Segments[below].Level > segment)
            {
                return below == 0 ? null : Between(Segments[below - 1], Segments[below], segment);
            }
        }

        return null;
    }

    /// <summary>Evenly between two that are given, by the count of segments.</summary>
    private static double Between(Segment above, Segment below, Level segment)
    {
        var all = Level.Between(above.Level, below.Level);
        var share = Level.Between(above.Level, segment) / (double)all;
        return above.Position + (share * (below.Position - above.Position));
    }

    private static Anatomy Read(Species species)
    {
        var root = SpineData.File($"anatomy-{species.Word()}.json");
        var (pulsation, flow) = (root.Part("pulsation"), root.Part("flow"));
        var (cranium, epidural) = (root.Part("cranium"), root.Part("epidural"));
        return new Anatomy(
            species,
            Spine.Read(root),
            [.. root.Rows("segments").Select(row => new Segment(Level.Parse(row.Text("level")!).Value, row.Number("position", "cm")))],
            new Pulsation(
                pulsation.Number("strokeVolume", "mL"),
                pulsation.Number("heartRate", "/min") / 60,
                pulsation.Number("gamma", "1"),
                pulsation.Number("floor", "m2/s")
            ),
            new FluidFlow(flow.Number("production", "mL/min") * 60, flow.Number("spinalShare", "1")),
            new Cranium(
                cranium.Number("cistern", "mL"),
                cranium.Number("convexity", "mL"),
                cranium.Number("ventricles", "mL"),
                cranium.Number("brain", "mL"),
                cranium.Number("mixing", "mL/min") * 60
            ),
            new EpiduralSpace(epidural.Number("fluid", "cm2"), epidural.Number("fat", "cm2")),
            root.Number("weight", "kg")
        );
    }
}

/// <summary>A segment of the spinal cord.</summary>
/// <param name="Level">Which.</param>
/// <param name="Position">Where its middle lies, cm from the sacral end of the canal.</param>
public sealed record Segment(Level Level, double Position);

/// <summary>How much fluid is made, and where it goes.</summary>
/// <param name="ProductionMlPerHour">Made in the ventricles, mL/h; as much is absorbed.</param>
/// <param name="SpinalShare">The share of it that is absorbed along the canal, evenly; the rest over the convexity.</param>
public sealed record FluidFlow(double ProductionMlPerHour, double SpinalShare);

/// <summary>The fluid above the foramen magnum, and the brain.</summary>
/// <param name="CisternMl">Cisterns and posterior fossa, mL.</param>
/// <param name="ConvexityMl">Over the convexity, mL.</param>
/// <param name="VentriclesMl">The ventricles, mL.</param>
/// <param name="BrainMl">The brain itself, mL.</param>
/// <param name="MixingMlPerHour">What goes to and fro between cisterns and convexity, mL/h, beside the flow.</param>
public sealed record Cranium(double CisternMl, double ConvexityMl, double VentriclesMl, double BrainMl, double MixingMlPerHour);

/// <summary>The space around the dura.</summary>
/// <param name="FluidCm2">The area of what an injected solution spreads in, square cm.</param>
/// <param name="FatCm2">The area of fat, square cm.</param>
public sealed record EpiduralSpace(double FluidCm2, double FatCm2);
