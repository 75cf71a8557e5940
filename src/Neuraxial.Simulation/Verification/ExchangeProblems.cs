namespace Neuraxial.Simulation;

/// <summary>V8: fluid and tissue that exchange, well mixed and along a line; k12 = 0.02, k21 = 0.04, ke = 0.002 a minute.</summary>
internal static class ExchangeProblems
{
    private const double PerHour = 60;
    private const double K12 = 0.02;
    private const double K21 = 0.04;
    private const double Ke = 0.002;
    private const double D = 0.02;

    /// <summary>A step is exact: what is left is rounding.</summary>
    private const double Bound = 1e-9;

    /// <summary>Both, with the printed values.</summary>
    public static IReadOnlyList<VerificationProblem> All() =>
        [
            new(
                "V8",
                "Two regions that exchange",
                "well mixed, k12 0.02, k21 0.04, ke 0.002 /min, c(0) = 1",
                [Mixed(10, 0.832977m), Mixed(60, 0.611189m), Mixed(300, 0.438753m)]
            ),
            new("V8", "A line that exchanges with tissue", "k12 0.02, k21 0.04 /min, no loss, D 0.02 cm²/s", [LateVariance()]),
        ];

    /// <summary>What is left in the first region.</summary>
    /// <param name="minutes">After so long.</param>
    internal static double Find(double minutes)
    {
        var matrix = new RateMatrix.Builder(2).Flow(0, 1, K12 * PerHour).Flow(1, 0, K21 * PerHour).Loss(0, Ke * PerHour).Build();
        double[] amounts = [1, 0];
        ExponentialStep
            .Of(matrix, Elimination.Of(matrix), minutes / PerHour)
            .Take(amounts, new double[2], new ExponentialStep.Workspace(matrix.Size));
        return amounts[0];
    }

    /// <summary>How fast the variance of all that is there grows, cm²/s, when fluid and tissue have long been in balance; exact 2D / (1 + K) with K = k12 / k21.</summary>
    internal static double FindLateVariance()
    {
        // The balance is left behind with 0.06 a minute: after five hours 1e-8 of the start is left. The ends are eight standard deviations away.
        const double Width = 0.25;
        const int Cells = 1_601;
        var canal = Canal.Of(Cells * Width, Cells, _ => 1, _ => D * 3_600, _ => 0);
        var builder = new RateMatrix.Builder(2 * Cells);
        canal.AddTo(builder, cell => Cells + cell);
        for (var cell = 0; cell < Cells; cell++)
        {
            builder.Flow(Cells + cell, cell, K12 * PerHour).Flow(cell, Cells + cell, K21 * PerHour);
        }

        var matrix = builder.Build();
        var amounts = new double[2 * Cells];
        amounts[Cells + (Cells / 2)] = 1;
        var elimination = Elimination.Of(matrix);
        var workspace = new ExponentialStep.Workspace(matrix.Size);
        double After(double hours)
        {
            ExponentialStep.Of(matrix, elimination, hours).Take(amounts, new double[2 * Cells], workspace);
            var middle = canal.Centre(Cells / 2);
            return Enumerable
                .Range(0, Cells)
                .Sum(cell => (amounts[cell] + amounts[Cells + cell]) * (canal.Centre(cell) - middle) * (canal.Centre(cell) - middle));
        }

        var early = After(5);
        return (After(1) - early) / 3_600;
    }

    private static VerificationRow Mixed(double minutes, decimal printed)
    {
        var (exact, found) = (ClosedForms.Exchange(minutes, K12, K21, Ke), Find(minutes));
        return new VerificationRow($"c after {Display.Number((decimal)minutes)} min", printed, exact, found, Math.Abs((found / exact) - 1), Bound);
    }

    private static VerificationRow LateVariance()
    {
        const double Exact = 2 * D / (1 + (K12 / K21));
        var found = FindLateVariance();
        return new VerificationRow("late growth of the variance, cm²/s", Printed: null, Exact, found, Math.Abs((found / Exact) - 1), 1e-6);
    }
}
