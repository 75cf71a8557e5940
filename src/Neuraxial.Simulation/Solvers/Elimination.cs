namespace Neuraxial.Simulation;

/// <summary>
/// Where the triangular factors of hK - t I have entries, eliminated in the order in which the compartments stand and without exchange of rows: what is local to a cell
/// first, then the canal, then blood and cranium, so that almost nothing fills in.
/// </summary>
/// <remarks>
/// No row needs to be exchanged: the poles t lie off the negative axis, and K is a matrix of flows. An entry that no elimination touches is h times that of K, one real
/// number for all poles; three in four are. Only the diagonal and what blood fills in are complex.
/// </remarks>
internal sealed class Elimination
{
    private Elimination(Triangle lower, Triangle upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>What stands below the diagonal.</summary>
    public Triangle Lower { get; }

    /// <summary>What stands above it.</summary>
    public Triangle Upper { get; }

    /// <summary>How many compartments.</summary>
    public int Size => Lower.Size;

    /// <summary>How many entries both factors have, the diagonal once.</summary>
    public int Count => Lower.Count + Upper.Count + Size;

    /// <summary>Finds the entries, once for all steps and poles.</summary>
    public static Elimination Of(RateMatrix matrix)
    {
        var (lower, upper) = (new Triangle.Builder(), new Triangle.Builder());

        // Of each column of the row: whether an elimination has touched the entry.
        var row = new SortedDictionary<int, bool>();
        for (var i = 0; i < matrix.Size; i++)
        {
            row.Clear();
            foreach (var column in matrix.Columns(i))
            {
                row[column] = false;
            }

            for (var k = Next(row, -1); k < i; k = Next(row, k))
            {
                // Row k is subtracted: its entries fill in, or change what stands there.
                foreach (var column in upper.Row(k))
                {
                    row[column] = true;
                }
            }

            lower.Add(row.Where(entry => entry.Key < i));
            upper.Add(row.Where(entry => entry.Key > i));
        }

        return new Elimination(lower.Build(), upper.Build());
    }

    private static int Next(SortedDictionary<int, bool> row, int after)
    {
        foreach (var column in row.Keys)
        {
            if (column > after)
            {
                return column;
            }
        }

        return int.MaxValue;
    }
}

/// <summary>The entries on one side of the diagonal, row by row: those of one real number for all poles, and those of a complex one for each.</summary>
internal sealed class Triangle
{
    private Triangle(int[] starts, int[] columns, int[] slots, Entries real, Entries complex)
    {
        Starts = starts;
        Columns = columns;
        Slots = slots;
        Real = real;
        Complex = complex;
    }

    /// <summary>Where each row begins in <see cref="Columns"/>; one more than rows.</summary>
    public int[] Starts { get; }

    /// <summary>Columns, row by row, ascending.</summary>
    public int[] Columns { get; }

    /// <summary>Where the value of each entry is kept: a place among the complex ones, or the complement (~) of one among the real ones.</summary>
    public int[] Slots { get; }

    /// <summary>The real ones.</summary>
    public Entries Real { get; }

    /// <summary>The complex ones.</summary>
    public Entries Complex { get; }

    /// <summary>How many rows.</summary>
    public int Size => Starts.Length - 1;

    /// <summary>How many entries.</summary>
    public int Count => Columns.Length;

    /// <summary>Entries of one kind, row by row, ascending.</summary>
    /// <param name="Starts">Where each row begins in <paramref name="Columns"/>; one more than rows.</param>
    /// <param name="Columns">Their columns.</param>
    internal sealed record Entries(int[] Starts, int[] Columns);

    /// <summary>Collects rows.</summary>
    internal sealed class Builder
    {
        private readonly List<int> starts = [0];
        private readonly List<int> columns = [];
        private readonly List<int> slots = [];
        private readonly List<int> realStarts = [0];
        private readonly List<int> real = [];
        private readonly List<int> complexStarts = [0];
        private readonly List<int> complex = [];

        /// <summary>The columns of a row that was added.</summary>
        public IEnumerable<int> Row(int row) => columns[starts[row]..starts[row + 1]];

        /// <summary>Adds the next row.</summary>
        /// <param name="entries">Columns ascending, each with whether an elimination has touched it.</param>
        public void Add(IEnumerable<KeyValuePair<int, bool>> entries)
        {
            foreach (var (column, touched) in entries)
            {
                columns.Add(column);
                slots.Add(touched ? complex.Count : ~real.Count);
                (touched ? complex : real).Add(column);
            }

            starts.Add(columns.Count);
            realStarts.Add(real.Count);
            complexStarts.Add(complex.Count);
        }

        /// <summary>All rows.</summary>
        public Triangle Build() =>
            new([.. starts], [.. columns], [.. slots], new Entries([.. realStarts], [.. real]), new Entries([.. complexStarts], [.. complex]));
    }
}
