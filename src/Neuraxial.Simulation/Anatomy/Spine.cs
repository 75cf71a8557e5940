namespace Neuraxial.Simulation;

/// <summary>
/// The spinal canal of a person: areas of fluid and cord along it. Positions are distances from the sacral end of the dural sac, cm; the other end is the foramen
/// magnum.
/// </summary>
/// <remarks>
/// Between the middles of two vertebrae areas change evenly; beyond the outermost they stay. The length of the canal goes with stature, its areas do not (r = 0.34 in
/// the data, left to the population).
/// </remarks>
public sealed class Spine
{
    private Spine(IReadOnlyList<Vertebra> vertebrae, double length, double height)
    {
        Vertebrae = vertebrae;
        Height = height;
        Length = length;
    }

    /// <summary>From the sacral end upwards.</summary>
    public IReadOnlyList<Vertebra> Vertebrae { get; }

    /// <summary>The stature that it is for, cm.</summary>
    public double Height { get; }

    /// <summary>From the sacral end to the foramen magnum, cm.</summary>
    public double Length { get; }

    /// <summary>The same spine in a person of another stature.</summary>
    /// <param name="height">Stature, cm; 100 to 230, what the proportions of an adult may be stretched to.</param>
    public Spine OfHeight(double height)
    {
        if (height is not (>= 100 and <= 230))
        {
            throw new ArgumentOutOfRangeException(nameof(height), height, "The canal of an adult is scaled to a stature of 100 to 230 cm.");
        }

        return Stretched(height / Height);
    }

    /// <summary>The same spine, longer or shorter.</summary>
    /// <param name="factor">More than zero.</param>
    internal Spine Stretched(double factor) =>
        new(
            [.. Vertebrae.Select(vertebra => vertebra with { Length = vertebra.Length * factor, Middle = vertebra.Middle * factor })],
            Length * factor,
            Height * factor
        );

    /// <summary>The same spine with wider or narrower levels: areas of fluid, and of fluid and roots, times a factor.</summary>
    /// <param name="factor">Of a position, cm from the sacral end: more than zero.</param>
    /// <param name="cord">Of the area of the cord.</param>
    internal Spine Widened(Func<double, double> factor, double cord = 1) =>
        new(
            [
                .. Vertebrae.Select(vertebra =>
                    vertebra with
                    {
                        Fluid = vertebra.Fluid * factor(vertebra.Middle),
                        Thecal = vertebra.Thecal * factor(vertebra.Middle),
                        Cord = vertebra.Cord * cord,
                    }
                ),
            ],
            Length,
            Height
        );

    /// <summary>The volume of an area between two positions, mL.</summary>
    /// <param name="area">Of a position: square cm.</param>
    /// <param name="from">cm from the sacral end.</param>
    /// <param name="until">cm from the sacral end; not before <paramref name="from"/>.</param>
    public static double Volume(Func<double, double> area, double from, double until)
    {
        // Areas change evenly between the middles of vertebrae: a quarter of a millimetre is exact to far more than is known.
        var parts = (int)Math.Ceiling((until - from) / 0.025);
        var width = (until - from) / Math.Max(parts, 1);
        var sum = 0.0;
        for (var part = 0; part < parts; part++)
        {
            sum += area(from + ((part + 0.5) * width));
        }

        return sum * width;
    }

    /// <summary>The vertebra of a level; <see langword="null"/> for one that is none of the canal's: C8, or below the sac.</summary>
    public Vertebra? At(Level level) => Vertebrae.FirstOrDefault(vertebra => vertebra.Level == level);

    /// <summary>The area of the fluid, square cm.</summary>
    /// <param name="position">cm from the sacral end.</param>
    public double Fluid(double position) => Between(position, vertebra => vertebra.Fluid);

    /// <summary>The area of fluid and roots, square cm.</summary>
    /// <param name="position">cm from the sacral end.</param>
    public double Thecal(double position) => Between(position, vertebra => vertebra.Thecal);

    /// <summary>The area of the cord, square cm.</summary>
    /// <param name="position">cm from the sacral end.</param>
    public double Cord(double position) => Between(position, vertebra => vertebra.Cord);

    private double Between(double position, Func<Vertebra, double> area)
    {
        var above = 0;
        while (above < Vertebrae.Count && Vertebrae[above].Middle < position)
        {
            above++;
        }

        if (above == 0 || above == Vertebrae.Count)
        {
            return area(Vertebrae[above == 0 ? 0 : ^1]);
        }

        var (lower, upper) = (Vertebrae[above - 1], Vertebrae[above]);
        var share = (position - lower.Middle) / (upper.Middle - lower.Middle);
        return area(lower) + (share * (area(upper) - area(lower)));
    }

    /// <summary>Reads the canal of a file of anatomy.</summary>
    internal static Spine Read(DataRow root)
    {
        var vertebrae = new List<Vertebra>();
        var lower = 0.0;

        // The file begins at the neck, as people read a spine; positions are counted from the other end.
        foreach (var row in root.Rows("levels").Reverse())
        {
            var level = row.Text("level")!;
            Figure Of(string member) => row.Figure(member) ?? throw new InvalidDataException($"{level} has no {member}.");
            var (length, thecal, fluid, cord) = (Of("length"), Of("thecal"), Of("fluid"), Of("cord"));
            var centimetres = length.Number("cm");
            vertebrae.Add(
                new Vertebra(
                    Level.Parse(level).Value,
                    centimetres,
                    thecal.Number("cm2"),
                    fluid.Number("cm2"),
                    cord.Number("cm2"),
                    [length.Provenance, thecal.Provenance, fluid.Provenance, cord.Provenance]
                )
                {
                    Middle = lower + (centimetres / 2),
                }
            );
            lower += centimetres;
        }

        return new Spine(vertebrae, root.Number("canal", "cm"), root.Number("height", "cm"));
    }
}
