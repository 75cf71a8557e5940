namespace Neuraxial.Simulation;

/// <summary>
/// The steady state -K^-1 b of a constant inflow, solved directly; at the same time what each compartment holds integrated over all time after a dose b.
/// </summary>
/// <remarks>
/// Gauss elimination in the order in which the compartments stand. -K is an M-matrix: no row needs to be exchanged, and no amount comes out negative.
/// Compartments that nothing leaves have no steady state and stand last, outside of what is solved.
/// </remarks>
internal static class DirectSolution
{
    /// <summary>Solves K m + b = 0.</summary>
    /// <param name="matrix">K.</param>
    /// <param name="inflow">b, amount per hour into each of the first compartments; nothing of it may be without a way out.</param>
    /// <returns>m, one for each of <paramref name="inflow"/>.</returns>
    /// <exception cref="InvalidOperationException">A compartment that is filled is never left.</exception>
    public static double[] Of(RateMatrix matrix, ReadOnlySpan<double> inflow)
    {
        var size = inflow.Length;
        var upper = new SortedDictionary<int, double>[size];
        var solution = inflow.ToArray();
        for (var i = 0; i < size; i++)
        {
            var row = new SortedDictionary<int, double>();
            var columns = matrix.Columns(i);
            var values = matrix.Values(i);
            for (var entry = 0; entry < columns.Length; entry++)
            {
                if (columns[entry] < size)
                {
                    row[columns[entry]] = -values[entry];
                }
            }

            while (row.First() is var (k, value) && k < i)
            {
                row.Remove(k);
                var factor = value / upper[k][k];
                foreach (var (column, above) in upper[k].Where(entry => entry.Key > k))
                {
                    row[column] = row.GetValueOrDefault(column) - (factor * above);
                }

                solution[i] -= factor * solution[k];
            }

            // A compartment that holds nothing and is never left, like the third volume of a drug of two, is empty.
            if (!(row[i] > 0))
            {
                row[i] =
                    solution[i] == 0 ? 1 : throw new InvalidOperationException($"Compartment {i} is filled and never left: it has no steady state.");
            }

            upper[i] = row;
        }

        for (var i = size - 1; i >= 0; i--)
        {
            foreach (var (column, value) in upper[i].Where(entry => entry.Key > i))
            {
                solution[i] -= value * solution[column];
            }

            solution[i] /= upper[i][i];
        }

        return solution;
    }
}
