namespace Neuraxial.Simulation;

/// <summary>The exact answers of V1 to V9, in the letters of the reference: x, L in cm, A in cm², D in cm²/s, u in cm/s, k in 1/s, t in s, M in µg, R in µg/s.</summary>
internal static class ClosedForms
{
    /// <summary>V1, a pulse on an infinite line: M / (A sqrt(4 pi D t)) exp(-(x - ut)² / 4Dt - kt).</summary>
    public static double Pulse(double x, double t, double mass, double area, double d, double u, double k) =>
        mass / (area * Math.Sqrt(4 * Math.PI * d * t)) * Math.Exp(-((x - (u * t)) * (x - (u * t)) / (4 * d * t)) - (k * t));

    /// <summary>V2, a pulse at x0 between closed ends: M / (A L) (1 + 2 sum cos(n pi x / L) cos(n pi x0 / L) e^(-(n pi / L)² D t)).</summary>
    public static double PulseInSlab(double x, double x0, double t, double mass, double area, double length, double d)
    {
        var sum = 1.0;
        for (var n = 1; n < 1_000; n++)
        {
            var wave = n * Math.PI / length;
            sum += 2 * Math.Cos(wave * x) * Math.Cos(wave * x0) * Math.Exp(-wave * wave * d * t);
        }

        return mass / (area * length) * sum;
    }

    /// <summary>
    /// V3 (k = 0; Ogata and Banks 1961) and V4, a front from an end that is held at one: with w = sqrt(u² + 4kD),
    /// ½ [e^((u-w)x/2D) erfc((x - wt) / 2 sqrt(Dt)) + e^((u+w)x/2D) erfc((x + wt) / 2 sqrt(Dt))].
    /// </summary>
    public static double Front(double x, double t, double d, double u, double k)
    {
        var w = Math.Sqrt((u * u) + (4 * k * d));
        var spread = 2 * Math.Sqrt(d * t);
        return 0.5
            * (
                (Math.Exp((u - w) * x / (2 * d)) * ErrorFunction.Complement((x - (w * t)) / spread))
                + (Math.Exp((u + w) * x / (2 * d)) * ErrorFunction.Complement((x + (w * t)) / spread))
            );
    }

    /// <summary>V5, a source for ever on an infinite line: R / (A w) exp((ux - w|x|) / 2D).</summary>
    public static double Source(double x, double rate, double area, double d, double u, double k)
    {
        var w = Math.Sqrt((u * u) + (4 * k * d));
        return rate / (area * w) * Math.Exp(((u * x) - (w * Math.Abs(x))) / (2 * d));
    }

    /// <summary>V6, a source for ever between closed ends: with m = sqrt(k / D), R / (A sqrt(kD)) cosh(m min(x, x0)) cosh(m (L - max(x, x0))) / sinh(m L).</summary>
    public static double SourceInSlab(double x, double x0, double rate, double area, double length, double d, double k)
    {
        var m = Math.Sqrt(k / d);
        return rate / (area * Math.Sqrt(k * d)) * Math.Cosh(m * Math.Min(x, x0)) * Math.Cosh(m * (length - Math.Max(x, x0))) / Math.Sinh(m * length);
    }

    /// <summary>V7, a source for ever where A = A0 e^(beta x), closed at 0, nothing left at L: R / (D A0 beta) (e^(-beta max(x, x0)) - e^(-beta L)).</summary>
    public static double SourceWhereAreaChanges(double x, double x0, double rate, double area0, double beta, double length, double d) =>
        rate / (d * area0 * beta) * (Math.Exp(-beta * Math.Max(x, x0)) - Math.Exp(-beta * length));

    /// <summary>
    /// V8, two regions that exchange, c' = -(k12 + ke) c + k21 s and s' = k12 c - k21 s with c(0) = 1: a sum of two exponentials, whose rates are the roots of
    /// r² - (k12 + k21 + ke) r + k21 ke.
    /// </summary>
    public static double Exchange(double t, double k12, double k21, double ke)
    {
        var (sum, product) = (k12 + k21 + ke, k21 * ke);

        // The slow root as a quotient: as a difference it would lose its digits.
        var fast = (sum + Math.Sqrt((sum * sum) - (4 * product))) / 2;
        var slow = product / fast;
        return (((fast - k21) * Math.Exp(-fast * t)) + ((k21 - slow) * Math.Exp(-slow * t))) / (fast - slow);
    }

    /// <summary>V9, the mean of a slab of tissue that is held at one on one side and eats what comes in: tanh phi / phi.</summary>
    public static double Effectiveness(double phi) => Math.Tanh(phi) / phi;
}
