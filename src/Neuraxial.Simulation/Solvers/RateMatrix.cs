namespace Neuraxial.Simulation;

/// <summary>
/// The matrix K of a linear compartmental system, dm/dt = K m + B r: rates per hour between compartments, and out of them.
/// </summary>
/// <remarks>
/// Made of flows alone (<see cref="Builder"/>), so that what a compartmental matrix must be holds by construction: no off-diagonal entry is negative, and no
/// column sums to more than zero, up to rounding. What leaves a compartment and reaches no other is eliminated.
/// Kept row by row, columns ascending, the diagonal always there. Immutable.
/// </remarks>
public sealed class RateMatrix
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly double[] values;
    private readonly double[] losses;

    private RateMatrix(int[] starts, int[] columns, double[] values, double[] losses)
    {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.losses = losses;
    }

    /// <summary>How many compartments.</summary>
    public int Size => losses.Length;

    /// <summary>How many entries are kept, the diagonal included.</summary>
    public int Count => values.Length;

    /// <summary>What of each compartment is eliminated, per hour.</summary>
    public ReadOnlySpan<double> Losses => losses;

    /// <summary>The columns of a row's entries, ascending.</summary>
    /// <param name="row">0 to <see cref="Size"/> - 1.</param>
    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>The entries of a row, per hour, in the order of <see cref="Columns"/>.</summary>
    /// <param name="row">0 to <see cref="Size"/> - 1.</param>
    public ReadOnlySpan<double> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>K m.</summary>
    /// <param name="amounts">m, one for each compartment.</param>
    /// <param name="change">Where the result goes, per hour; may not be <paramref name="amounts"/>.</param>
    public void Multiply(ReadOnlySpan<double> amounts, Span<double> change)
    {
        for (var row = 0; row < Size; row++)
        {
            var sum = 0.0;
            for (var entry = starts[row]; entry < starts[row + 1]; entry++)
            {
                sum += values[entry] * amounts[columns[entry]];
            }

            change[row] = sum;
        }
    }

    /// <summary>Puts a matrix together from flows.</summary>
    /// <param name="size">How many compartments; at least one.</param>
    public sealed class Builder(int size)
    {
        private readonly SortedDictionary<int, double>[] rows = Diagonal(size);
        private readonly double[] losses = new double[size];

        /// <summary>A part of one compartment goes to another, per hour.</summary>
        /// <param name="from">Where it leaves.</param>
        /// <param name="to">Where it arrives; not <paramref name="from"/>.</param>
        /// <param name="perHour">Not negative, finite.</param>
        public Builder Flow(int from, int to, double perHour)
        {
            ArgumentOutOfRangeException.ThrowIfEqual(to, from);
            Add(to, from, Checked(perHour));
            Add(from, from, -perHour);
            return this;
        }

        /// <summary>A part of a compartment is eliminated, per hour.</summary>
        /// <param name="from">Where it leaves.</param>
        /// <param name="perHour">Not negative, finite.</param>
        public Builder Loss(int from, double perHour)
        {
            Add(from, from, -Checked(perHour));
            losses[from] += perHour;
            return this;
        }

        /// <summary>The matrix of all flows and losses so far.</summary>
        public RateMatrix Build()
        {
            var starts = new int[size + 1];
            for (var row = 0; row < size; row++)
            {
                starts[row + 1] = starts[row] + rows[row].Count;
            }

            var columns = new int[starts[size]];
            var values = new double[starts[size]];
            for (var row = 0; row < size; row++)
            {
                var entry = starts[row];
                foreach (var (column, value) in rows[row])
                {
                    columns[entry] = column;
                    values[entry] = value;
                    entry++;
                }
            }

            return new RateMatrix(starts, columns, values, [.. losses]);
        }

        private static SortedDictionary<int, double>[] Diagonal(int size)
        {
            var diagonal = new SortedDictionary<int, double>[size];
            for (var row = 0; row < size; row++)
            {
                diagonal[row] = new SortedDictionary<int, double> { [row] = 0.0 };
            }

            return diagonal;
        }

        private static double Checked(double perHour)
        {
            if (!double.IsFinite(perHour) || perHour < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(perHour), perHour, "A rate between compartments is finite and not negative.");
            }

            return perHour;
        }

        private void Add(int row, int column, double value) => rows[row][column] = rows[row].GetValueOrDefault(column) + value;
    }
}
