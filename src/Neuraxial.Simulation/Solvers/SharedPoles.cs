using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neuraxial.Simulation;

/// <summary>
/// Rational approximations of e^(k z) for k = 1 to 12 that share their poles: e^(k z) ~ r_k(z) = 2 Re sum over j of a_kj / (z - p_j), sixteen poles p_j of the upper half
/// plane and their conjugates. What is solved once for the poles gives the amounts after one to twelve steps.
/// </summary>
/// <remarks>
/// Worst absolute error for z from minus infinity to 0 and all k: 1e-11; within 0.2 rad of that axis 3e-11, at 0.4 rad 1e-9; near 0 it is at most 3e-11 |z|, so that
/// nothing gets lost and what flows in is right as well (held by tests). Rounding adds 1e-13 at most, since the residues of twelve steps come to 94. For one k this is worse than <see cref="Cram"/> (5e-14 with half the poles); for twelve it
/// costs a sixth.
/// The poles lie on the hyperbola p_j = mu (1 + sin(i (j - 1/2) h - alpha)) of Weideman and Trefethen, Math. Comp. 76 (2007) 1341, of which mu, alpha and h are those of
/// the least worst error. The residues are not the weights of that contour but of least squares, which doubles the digits: fitted to e^(k z) at 461 points of each of
/// the rays at 0 and 0.2 rad, at 0 and from 1e-5 to 1e6 in even steps of the logarithm, each weighted by 1 / |z|, at least 1 and at most 1,000. The table of 192 is data.
/// </remarks>
internal static class SharedPoles
{
    /// <summary>How many multiples of a step there are.</summary>
    public const int Steps = 12;

    /// <summary>How many registers of eight poles.</summary>
    public const int Octets = 2;

    private const int Poles = Octets * Cram.Poles;
    private const double Mu = 1.121;
    private const double Alpha = 0.4978;
    private const double H = 0.2287;

    private static readonly Octet[] PoleOctets = Poled();
    private static readonly Octet[] ResidueOctets = Read();

    /// <summary>p_j of one register.</summary>
    /// <param name="octet">0 or 1.</param>
    public static Octet Pole(int octet) => PoleOctets[octet];

    /// <summary>a_kj of one register.</summary>
    /// <param name="step">k; 1 to <see cref="Steps"/>.</param>
    /// <param name="octet">0 or 1.</param>
    public static Octet Residue(int step, int octet) => ResidueOctets[((step - 1) * Octets) + octet];

    /// <summary>r_k(z). The scalar form, for tests; of z off the axis the two conjugates are summed.</summary>
    public static Complex Value(int step, Complex z)
    {
        var sum = Complex.Zero;
        for (var octet = 0; octet < Octets; octet++)
        {
            for (var lane = 0; lane < Cram.Poles; lane++)
            {
                var (pole, residue) = (Pole(octet)[lane], Residue(step, octet)[lane]);
                sum += (residue / (z - pole)) + (Complex.Conjugate(residue) / (z - Complex.Conjugate(pole)));
            }
        }

        return sum;
    }

    private static Octet[] Poled()
    {
        var poles = Enumerable.Range(0, Poles).Select(j => Mu * (1 + Complex.Sin(new Complex(-Alpha, (j + 0.5) * H)))).ToArray();
        return [Octet.Of(poles.AsSpan(0, Cram.Poles)), Octet.Of(poles.AsSpan(Cram.Poles))];
    }

    private static Octet[] Read()
    {
        using var stream = typeof(SharedPoles).Assembly.GetManifestResourceStream("shared-poles.csv")!;
        using var reader = new StreamReader(stream);
        var residues = new Complex[Steps * Poles];
        _ = reader.ReadLine();
        for (var i = 0; i < residues.Length; i++)
        {
            var row = reader.ReadLine()!.Split(',');
            residues[i] = new Complex(double.Parse(row[2], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture));
        }

        return [.. Enumerable.Range(0, Steps * Octets).Select(octet => Octet.Of(residues.AsSpan(octet * Cram.Poles, Cram.Poles)))];
    }
}

/// <summary>Eight complex numbers, one in each lane of a register.</summary>
/// <param name="Real">Real parts.</param>
/// <param name="Imaginary">Imaginary parts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Octet(Vector512<double> Real, Vector512<double> Imaginary)
{
    /// <summary>One of them.</summary>
    public Complex this[int lane] => new(Real[lane], Imaginary[lane]);

    /// <summary>Puts eight numbers side by side.</summary>
    public static Octet Of(ReadOnlySpan<Complex> numbers)
    {
        Span<double> real = stackalloc double[Cram.Poles];
        Span<double> imaginary = stackalloc double[Cram.Poles];
        for (var lane = 0; lane < Cram.Poles; lane++)
        {
            (real[lane], imaginary[lane]) = (numbers[lane].Real, numbers[lane].Imaginary);
        }

        return new Octet(Vector512.Create<double>(real), Vector512.Create<double>(imaginary));
    }
}
