using System.Runtime.Intrinsics;

namespace Neuraxial.Simulation;

/// <summary>
/// The Chebyshev rational approximation of the exponential function on the negative half axis, of order 16:
/// e^z ~ r(z) = a0 + 2 Re sum over j of a_j / (z - t_j), eight poles t_j of the upper half plane and their conjugates.
/// </summary>
/// <remarks>
/// Worst absolute error for z from minus infinity to 0: 5e-14, rounding included (held by a test). Poles and residues: M. Pusa, Rational approximations to
/// the matrix exponential in burnup calculations, Nucl. Sci. Eng. 169 (2011) 155, table of order 16. The eight poles are the eight lanes of one register.
/// </remarks>
internal static class Cram
{
    /// <summary>How many poles are solved for.</summary>
    public const int Poles = 8;

    /// <summary>a0, the limit at minus infinity.</summary>
    public const double Limit = 2.1248537104952237488e-16;

    /// <summary>Real parts of t_j.</summary>
    public static Vector512<double> PoleReal { get; } =
        Vector512.Create(
            -1.0843917078696988026e1,
            -5.2649713434426468895e0,
            5.9481522689511774808e0,
            3.5091036084149180974e0,
            6.4161776990994341923e0,
            1.4193758971856659786e0,
            4.9931747377179963991e0,
            -1.4139284624888862114e0
        );

    /// <summary>Imaginary parts of t_j.</summary>
    public static Vector512<double> PoleImaginary { get; } =
        Vector512.Create(
            1.9277446167181652284e1,
            1.6220221473167927305e1,
            3.5874573620183222829e0,
            8.4361989858843750826e0,
            1.1941223933701386874e0,
            1.0925363484496722585e1,
            5.9968817136039422260e0,
            1.3497725698892745389e1
        );

    /// <summary>Real parts of a_j.</summary>
    public static Vector512<double> ResidueReal { get; } =
        Vector512.Create(
            -5.0901521865224915650e-7,
            2.1151742182466030907e-4,
            1.1339775178483930527e2,
            1.5059585270023467528e1,
            -6.4500878025539646595e1,
            -1.4793007113557999718e0,
            -6.2518392463207918892e1,
            4.1023136835410021273e-2
        );

    /// <summary>Imaginary parts of a_j.</summary>
    public static Vector512<double> ResidueImaginary { get; } =
        Vector512.Create(
            -2.4220017652852287970e-5,
            4.3892969647380673918e-3,
            1.0194721704215856450e2,
            -5.7514052776421819979e0,
            -2.2459440762652096056e2,
            1.7686588323782937906e0,
            -1.1190391094283228480e1,
            -1.5743466173455468191e-1
        );

    /// <summary>r(z): what a step makes of a rate z per step. The scalar form, for tests.</summary>
    public static double Value(double z)
    {
        var sum = 0.0;
        for (var pole = 0; pole < Poles; pole++)
        {
            var (real, imaginary) = (z - PoleReal[pole], -PoleImaginary[pole]);
            var square = (real * real) + (imaginary * imaginary);
            sum += ((ResidueReal[pole] * real) + (ResidueImaginary[pole] * imaginary)) / square;
        }

        return Limit + (2 * sum);
    }
}
