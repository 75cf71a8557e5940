namespace Neuraxial.Simulation;

/// <summary>What differs between people beside what is known of them: factors on the mean, one for each random effect of the reference, part d. All one in the mean subject.</summary>
public sealed record Variation
{
    /// <summary>The mean subject.</summary>
    public static Variation None { get; } = new();

    /// <summary>On the area of the fluid, of a position, cm from the sacral end.</summary>
    public Func<double, double> Area { get; init; } = static _ => 1;

    /// <summary>On the area of the cord.</summary>
    public double Cord { get; init; } = 1;

    /// <summary>On the length of the canal.</summary>
    public double Length { get; init; } = 1;

    /// <summary>On the stroke volume.</summary>
    public double StrokeVolume { get; init; } = 1;

    /// <summary>On the heart rate.</summary>
    public double HeartRate { get; init; } = 1;

    /// <summary>On gamma.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>On D0.</summary>
    public double Floor { get; init; } = 1;

    /// <summary>On the production of fluid.</summary>
    public double Production { get; init; } = 1;

    /// <summary>On the share absorbed along the canal.</summary>
    public double SpinalShare { get; init; } = 1;

    /// <summary>On the volumes of cranial fluid.</summary>
    public double Cranium { get; init; } = 1;

    /// <summary>On k_d.</summary>
    public double Loss { get; init; } = 1;

    /// <summary>On what crosses of an epidural dose.</summary>
    public double Crossing { get; init; } = 1;

    /// <summary>On plasma volumes.</summary>
    public double PlasmaVolume { get; init; } = 1;

    /// <summary>On clearance.</summary>
    public double Clearance { get; init; } = 1;
}

/// <summary>One body: the anatomy of its species, scaled to what is known of the subject, and varied.</summary>
/// <param name="Anatomy">Of the species.</param>
/// <param name="Spine">Its canal.</param>
/// <param name="Pulsation">How its fluid moves.</param>
/// <param name="Flow">Its fluid made and absorbed.</param>
/// <param name="Cranium">Its cranial fluid.</param>
/// <param name="WeightRatio">Its weight over that of the preset.</param>
/// <param name="Variation">What else differs.</param>
internal sealed record Body(
    Anatomy Anatomy,
    Spine Spine,
    Pulsation Pulsation,
    FluidFlow Flow,
    Cranium Cranium,
    double WeightRatio,
    Variation Variation
)
{
    /// <summary>The age at which the table of the canal holds: its people were 19 to 52 years old [assumed].</summary>
    private const double TableYears = 40;

    /// <summary>A body.</summary>
    public static Body Of(Subject subject, Variation variation)
    {
        var anatomy = Anatomy.Of(subject.Species);
        var spine = anatomy.Spine;
        if (subject.Species == Species.Human && subject.HeightCm is { } height)
        {
            spine = spine.OfHeight(height);
        }

        spine = spine.Stretched(variation.Length);
        var age = subject.AgeYears is { } years && subject.Species == Species.Human ? years - TableYears : 0;
        var sex = SexFactor(subject);
        var length = spine.Length;
        spine = spine.Widened(position => variation.Area(position) * sex * OfAge(age, position / length), variation.Cord);
        if (subject.FluidVolumeMl is { } volume)
        {
            var factor = volume / Spine.Volume(spine.Fluid, 0, spine.Length);
            spine = spine.Widened(_ => factor);
        }

        var stroke = subject.StrokeVolumeMl ?? (anatomy.Pulsation.StrokeVolume * Math.Max(0.2, 1 - (0.007 * age)) * variation.StrokeVolume);
        return new Body(
            anatomy,
            spine,
            new Pulsation(
                stroke,
                subject.HeartRatePerMinute is { } rate ? rate / 60 : anatomy.Pulsation.HeartRate * variation.HeartRate,
                anatomy.Pulsation.Gamma * variation.Gamma,
                anatomy.Pulsation.Floor * variation.Floor
            ),
            new FluidFlow(anatomy.Flow.ProductionMlPerHour * variation.Production, Math.Min(anatomy.Flow.SpinalShare * variation.SpinalShare, 1)),
            anatomy.Cranium with
            {
                CisternMl = anatomy.Cranium.CisternMl * OfAgeAbove(age) * variation.Cranium,
                ConvexityMl = anatomy.Cranium.ConvexityMl * OfAgeAbove(age) * variation.Cranium,
                VentriclesMl = anatomy.Cranium.VentriclesMl * OfAgeAbove(age) * variation.Cranium,
            },
            (subject.WeightKg ?? anatomy.WeightKg) / anatomy.WeightKg,
            variation
        );
    }

    /// <summary>Where a level or a distance lies, cm from the sacral end; <see langword="null"/> if it is none of the canal's.</summary>
    public double? Position(Place place)
    {
        var position = place.Centimetres ?? Spine.At(place.Level!.Value)?.Middle;
        return position is >= 0 && position <= Spine.Length ? position : null;
    }

    /// <summary>Where a segment of the cord lies; <see langword="null"/> if it is none.</summary>
    public double? SegmentPosition(Place place) =>
        place.Centimetres ?? (Anatomy.Position(place.Level!.Value) is { } position ? position * Spine.Length / Anatomy.Spine.Length : null);

    /// <summary>
    /// The sac narrows with age by 10 % at T12/L1 to 20 % at L4/5 from the twenties to the seventies (Nakashima 2021 [seen]); evenly between, and not at all at the neck [assumed].
    /// </summary>
    private static double OfAge(double years, double share)
    {
        var loss =
            share < 0.15 ? 0.20
            : share < 0.33 ? 0.20 - ((share - 0.15) / 0.18 * 0.10)
            : 0.10 * (1 - ((share - 0.33) / 0.67));
        return Math.Max(0.3, 1 - (loss * years / 50));
    }

    /// <summary>Cranial fluid grows by some 30 mL of 265 in ten years (Yamada 2023 [seen]).</summary>
    private static double OfAgeAbove(double years) => Math.Max(0.3, 1 + (30.0 / 265 * years / 10));

    /// <summary>Men 1.44, women 1.31 square cm from C2 to T2 [computed from seen]; the table is of both.</summary>
    private static double SexFactor(Subject subject) =>
        subject.Species != Species.Human
            ? 1
            : subject.Sex switch
            {
                "male" => 1.44 / 1.375,
                "female" => 1.31 / 1.375,
                _ => 1,
            };
}
