namespace Neuraxial.Simulation;

/// <summary>erfc x = 2 / sqrt(pi) times the integral of e^(-s^2) from x to infinity.</summary>
/// <remarks>
/// Right to 1e-12 of its value from minus infinity to 26, where it underflows (held by a test against printed tables). Below 2.5 by the series of positive terms of
/// Abramowitz and Stegun 7.1.6, above by the continued fraction 7.1.14.
/// </remarks>
internal static class ErrorFunction
{
    /// <summary>Where the difference 1 - erf has lost four digits, and the fraction has converged after some sixty terms.</summary>
    private const double Change = 2.5;
    private const int Terms = 120;

    /// <summary>erfc x.</summary>
    /// <param name="x">Any number; what is no number stays none.</param>
    public static double Complement(double x) =>
        x < 0 ? 2 - Complement(-x)
        : x < Change ? 1 - Series(x)
        : Fraction(x);

    /// <summary>erf x = 2 x / sqrt(pi) e^(-x^2) times the sum over n of (2 x^2)^n / (1 3 5 … (2n + 1)).</summary>
    private static double Series(double x)
    {
        var (term, sum) = (1.0, 1.0);
        for (var n = 1; n < Terms && term > 1e-17 * sum; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 * x / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>sqrt(pi) e^(x^2) erfc x = 1 / (x + (1/2) / (x + 1 / (x + (3/2) / (x + …)))), from the far end.</summary>
    private static double Fraction(double x)
    {
        var below = x;
        for (var n = Terms; n > 0; n--)
        {
            below = x + (n / 2.0 / below);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * below);
    }
}
