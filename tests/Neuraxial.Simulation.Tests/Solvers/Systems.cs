using CsCheck;

namespace Neuraxial.Simulation.Tests;

/// <summary>Random compartmental systems, and the slow and safe way to step one.</summary>
internal static class Systems
{
    /// <summary>Flows between 2 to 12 compartments with rates over six powers of ten, some compartments with a loss, amounts and inflows.</summary>
    public static Gen<(RateMatrix Matrix, double[] Amounts, double[] Inflow, double Hours)> Any { get; } =
        from size in Gen.Int[2, 12]
        from flows in Gen.Select(Gen.Int[0, size - 1], Gen.Int[0, size - 1], Gen.Double[-3, 3]).Array[1, 4 * size]
        from losses in Gen.Select(Gen.Int[0, size - 1], Gen.Double[-3, 2]).Array[0, size]
        from amounts in Gen.Double[0, 10].Array[size]
        from inflow in Gen.Double[0, 5].Array[size]
        from hours in Gen.Double[-3, 2]
        select (Matrix(size, flows, losses), amounts, inflow, Math.Pow(10, hours));

    /// <summary>
    /// By uniformisation: with q no less than any rate of leaving, P = I + K/q has no negative entry, and e^(Kh) is the Poisson average of its powers: sums of
    /// positive numbers, in which nothing cancels. The inflow is a compartment more that never changes.
    /// </summary>
    public static double[] Uniformised(RateMatrix matrix, double[] amounts, double[] inflow, double hours)
    {
        var fastest = Enumerable.Range(0, matrix.Size).Max(row => -matrix.Values(row)[matrix.Columns(row).IndexOf(row)]);

        // In pieces of a mean of at most 50 jumps, whose chance of none is no underflow.
        var pieces = Math.Max(1, (int)Math.Ceiling(fastest * hours / 50));
        var state = amounts.ToArray();
        for (var piece = 0; piece < pieces; piece++)
        {
            state = Piece(matrix, state, inflow, hours / pieces, Math.Max(fastest, 1e-12));
        }

        return state;
    }

    private static double[] Piece(RateMatrix matrix, double[] amounts, double[] inflow, double hours, double q)
    {
        var (mean, chance) = (q * hours, Math.Exp(-q * hours));
        var power = amounts.ToArray();
        var sum = new double[amounts.Length];
        var change = new double[amounts.Length];
        for (var jumps = 0; ; jumps++)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += chance * power[i];
            }

            if (jumps > mean && chance < 1e-20)
            {
                return sum;
            }

            matrix.Multiply(power, change);
            for (var i = 0; i < power.Length; i++)
            {
                power[i] += (change[i] + inflow[i]) / q;
            }

            chance *= mean / (jumps + 1);
        }
    }

    private static RateMatrix Matrix(int size, (int From, int To, double Power)[] flows, (int From, double Power)[] losses)
    {
        var builder = new RateMatrix.Builder(size);
        foreach (var (from, to, power) in flows.Where(flow => flow.From != flow.To))
        {
            builder.Flow(from, to, Math.Pow(10, power));
        }

        foreach (var (from, power) in losses)
        {
            builder.Loss(from, Math.Pow(10, power));
        }

        return builder.Build();
    }
}
