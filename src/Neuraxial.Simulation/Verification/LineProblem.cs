namespace Neuraxial.Simulation;

/// <summary>One value of a problem: what it is, what the reference prints, and what the closed form gives.</summary>
/// <param name="Quantity">Where and when, in words.</param>
/// <param name="Printed">The printed number with all its digits.</param>
/// <param name="Exact">By the closed form.</param>
/// <param name="IsAtKink">Whether the profile has a kink there, between two centres: no order is found by reading across it.</param>
internal sealed record ProblemValue(string Quantity, decimal Printed, double Exact, bool IsAtKink = false);

/// <summary>A problem on a line: its exact answer, and our own for any width of the cells.</summary>
/// <param name="Id">Its number in the reference.</param>
/// <param name="Title">What happens.</param>
/// <param name="Given">Its figures, with units.</param>
/// <param name="Values">Exact values.</param>
/// <param name="Find">Our own values, for a width of the cells in cm.</param>
/// <param name="Ladder">Widths, each half of the one before it, of which the source stands at the same place of a cell, so that one error falls and not another; empty
/// where the answer does not depend on the cells.</param>
internal sealed record LineProblem(
    string Id,
    string Title,
    string Given,
    IReadOnlyList<ProblemValue> Values,
    Func<double, double[]> Find,
    IReadOnlyList<double> Ladder
)
{
    /// <summary>The width that the bound is for, cm.</summary>
    public const double Cell = 0.25;

    /// <summary>A tenth of a per cent.</summary>
    public const double Bound = 1e-3;

    /// <summary>
    /// The order that is found: how often the root mean square error halves when the cells are halved, by the line of best fit through the ladder; <see langword="null"/>
    /// without a ladder.
    /// </summary>
    public double? Order()
    {
        if (Ladder.Count == 0)
        {
            return null;
        }

        double[] errors = [.. Ladder.Select(width => Math.Log2(Error(Find(width))))];
        var (mean, middle) = (errors.Average(), (errors.Length - 1) / 2.0);
        var (covariance, variance) = (0.0, 0.0);
        for (var rung = 0; rung < errors.Length; rung++)
        {
            covariance += (rung - middle) * (errors[rung] - mean);
            variance += (rung - middle) * (rung - middle);
        }

        return -covariance / variance;
    }

    private double Error(double[] found) =>
        Math.Sqrt(Values.Zip(found).Where(pair => !pair.First.IsAtKink).Average(pair => Math.Pow(pair.First.Exact - pair.Second, 2)));
}
