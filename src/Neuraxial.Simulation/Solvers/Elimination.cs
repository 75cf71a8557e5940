namespace Neuraxial.Simulation;

/// <summary>
/// Where the triangular factors of a matrix have entries, eliminated in the order in which the compartments stand and without exchange of rows: what is local to a cell
/// first, then the canal, then blood and cranium, so that almost nothing fills in.
/// </summary>
/// <remarks>No row needs to be exchanged: every matrix hK - t I here has its poles t off the negative axis, and K is a matrix of flows.</remarks>
internal sealed class Elimination
{
    private Elimination(int[] lowerStarts, int[] lower, int[] upperStarts, int[] upper)
    {
        LowerStarts = lowerStarts;
        Lower = lower;
        UpperStarts = upperStarts;
        Upper = upper;
    }

    /// <summary>Where each row's entries below the diagonal begin in <see cref="Lower"/>; one more than rows.</summary>
    public int[] LowerStarts { get; }

    /// <summary>Columns below the diagonal, row by row, ascending.</summary>
    public int[] Lower { get; }

    /// <summary>Where each row's entries above the diagonal begin in <see cref="Upper"/>; one more than rows.</summary>
    public int[] UpperStarts { get; }

    /// <summary>Columns above the diagonal, row by row, ascending.</summary>
    public int[] Upper { get; }

    /// <summary>How many compartments.</summary>
    public int Size => LowerStarts.Length - 1;

    /// <summary>How many entries both factors have, the diagonal once.</summary>
    public int Count => Lower.Length + Upper.Length + Size;

    /// <summary>Finds the entries, once for all steps and poles.</summary>
    public static Elimination Of(RateMatrix matrix)
    {
        var (lowerStarts, upperStarts) = (new int[matrix.Size + 1], new int[matrix.Size + 1]);
        var (lower, upper) = (new List<int>(), new List<int>());
        var row = new SortedSet<int>();
        for (var i = 0; i < matrix.Size; i++)
        {
            row.Clear();
            foreach (var column in matrix.Columns(i))
            {
                row.Add(column);
            }

            // Row k is subtracted wherever row i has an entry in column k < i: its entries fill in.
            for (var k = Next(row, 0); k < i; k = Next(row, k + 1))
            {
                for (var entry = upperStarts[k]; entry < upperStarts[k + 1]; entry++)
                {
                    row.Add(upper[entry]);
                }
            }

            foreach (var column in row)
            {
                if (column != i)
                {
                    (column < i ? lower : upper).Add(column);
                }
            }

            (lowerStarts[i + 1], upperStarts[i + 1]) = (lower.Count, upper.Count);
        }

        return new Elimination(lowerStarts, [.. lower], upperStarts, [.. upper]);
    }

    private static int Next(SortedSet<int> row, int from)
    {
        foreach (var column in row.GetViewBetween(from, int.MaxValue))
        {
            return column;
        }

        return int.MaxValue;
    }
}
