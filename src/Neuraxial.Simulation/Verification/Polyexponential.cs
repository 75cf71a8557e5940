namespace Neuraxial.Simulation;

/// <summary>What a dose of one into the central of one to three compartments leaves there: a sum of A e^(-r t), by the closed form.</summary>
/// <remarks>
/// Rates r are the roots of r³ - a2 r² + a1 r - a0 with a2 = k10 + k12 + k13 + k21 + k31, a1 = k10 (k21 + k31) + k21 k31 + k12 k31 + k13 k21, a0 = k10 k21 k31
/// (Gibaldi and Perrier, Pharmacokinetics, 1982), all real and positive; A of each is (k21 - r)(k31 - r) over the product of the differences to the other rates.
/// </remarks>
internal sealed class Polyexponential
{
    private readonly double[] rates;
    private readonly double[] shares;

    private Polyexponential(double[] rates, double[] shares)
    {
        this.rates = rates;
        this.shares = shares;
    }

    /// <summary>One compartment.</summary>
    /// <param name="k10">Loss per hour.</param>
    public static Polyexponential Of(double k10) => new([k10], [1]);

    /// <summary>Two compartments; rates per hour.</summary>
    public static Polyexponential Of(double k10, double k12, double k21)
    {
        var (sum, product) = (k10 + k12 + k21, k10 * k21);
        var fast = (sum + Math.Sqrt((sum * sum) - (4 * product))) / 2;

        // As a quotient: a difference would lose its digits.
        var slow = product / fast;
        return new Polyexponential([fast, slow], [(fast - k21) / (fast - slow), (k21 - slow) / (fast - slow)]);
    }

    /// <summary>Three compartments; rates per hour.</summary>
    public static Polyexponential Of(double k10, double k12, double k21, double k13, double k31)
    {
        var a2 = k10 + k12 + k13 + k21 + k31;
        var a1 = (k10 * (k21 + k31)) + (k21 * k31) + (k12 * k31) + (k13 * k21);
        var a0 = k10 * k21 * k31;

        // Three real roots: by the cosine of a third of an angle, each then brought to its last digit by Newton's steps.
        var p = (a2 * a2 / 9) - (a1 / 3);
        var q = (a2 * a2 * a2 / 27) - (a1 * a2 / 6) + (a0 / 2);
        var angle = Math.Acos(Math.Clamp(q / Math.Pow(p, 1.5), -1, 1)) / 3;
        double[] roots =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(third => (a2 / 3) + (2 * Math.Sqrt(p) * Math.Cos(angle + (2 * Math.PI * third / 3))))
                .Select(root => Polished(root, a2, a1, a0)),
        ];
        double Share(int i)
        {
            var (r, one, other) = (roots[i], roots[(i + 1) % 3], roots[(i + 2) % 3]);
            return (k21 - r) * (k31 - r) / ((one - r) * (other - r));
        }

        return new Polyexponential(roots, [Share(0), Share(1), Share(2)]);
    }

    /// <summary>What is left of a dose of one.</summary>
    public double Bolus(double hours) => Sum((share, rate) => share * Math.Exp(-rate * hours));

    /// <summary>What is there of one an hour, given from 0 to <paramref name="given"/>.</summary>
    public double Infusion(double hours, double given)
    {
        var (until, after) = (Math.Min(hours, given), Math.Max(hours - given, 0));
        return Sum((share, rate) => -share / rate * double.ExpM1(-rate * until) * Math.Exp(-rate * after));
    }

    /// <summary>
    /// The effect site after a dose of one, ċe = ke0 (c - ce): the convolution of the bolus with ke0 e^(-ke0 t), in amounts of the central compartment.
    /// </summary>
    public double Effect(double hours, double ke0) =>
        Sum((share, rate) => share * ke0 / (ke0 - rate) * (Math.Exp(-rate * hours) - Math.Exp(-ke0 * hours)));

    private static double Polished(double root, double a2, double a1, double a0)
    {
        for (var step = 0; step < 4; step++)
        {
            root -= ((((root - a2) * root) + a1) * root - a0) / ((((3 * root) - (2 * a2)) * root) + a1);
        }

        return root;
    }

    private double Sum(Func<double, double, double> term) => shares.Zip(rates, term).Sum();
}
