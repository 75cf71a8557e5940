using System.Reflection;
using System.Text.Json;

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
    private static readonly Lazy<Spine> MeanAdult = new(() => Read("anatomy-human.json"));

    private Spine(IReadOnlyList<Vertebra> vertebrae, double length, double height)
    {
        Vertebrae = vertebrae;
        Height = height;
        Length = length;
    }

    /// <summary>The mean adult of the reference.</summary>
    public static Spine Human => MeanAdult.Value;

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

        return new Spine(
            [
                .. Vertebrae.Select(vertebra =>
                    vertebra with
                    {
                        Length = vertebra.Length * height / Height,
                        Middle = vertebra.Middle * height / Height,
                    }
                ),
            ],
            Length * height / Height,
            height
        );
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

    private static Spine Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no '{name}'.");
        var root = new DataRow(JsonDocument.Parse(stream).RootElement);
        var vertebrae = new List<Vertebra>();
        var lower = 0.0;

        // The file begins at the neck, as people read a spine; positions are counted from the other end.
        foreach (var row in root.Rows("levels").Reverse())
        {
            Figure Of(string member) => row.Figure(member) ?? throw new InvalidDataException($"{name}: {row.Text("level")} has no {member}.");
            var (length, thecal, fluid, cord) = (Of("length"), Of("thecal"), Of("fluid"), Of("cord"));
            var centimetres = Number(length, "cm");
            vertebrae.Add(
                new Vertebra(
                    Level.Parse(row.Text("level")!).Value,
                    centimetres,
                    Number(thecal, "cm2"),
                    Number(fluid, "cm2"),
                    Number(cord, "cm2"),
                    [length.Provenance, thecal.Provenance, fluid.Provenance, cord.Provenance]
                )
                {
                    Middle = lower + (centimetres / 2),
                }
            );
            lower += centimetres;
        }

        return new Spine(vertebrae, Number(root.Figure("canal")!, "cm"), Number(root.Figure("height")!, "cm"));
    }

    private static double Number(Figure figure, string unit) =>
        figure.Number is { } number && figure.Unit == unit ? (double)number : throw new InvalidDataException($"'{figure}' is no number of {unit}.");
}
