using System.Numerics;
using System.Runtime.InteropServices;

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

        var row = new Row(matrix.Size);
        for (var i = 0; i < matrix.Size; i++)
        {
            row.Begin(matrix.Columns(i));
            for (var k = row.Next(0); k < i; k = row.Next(k + 1))
            {
                row.Subtract(upper.Row(k));
            }

            for (var column = row.Next(0); column < matrix.Size; column = row.Next(column + 1))
            {
                if (column != i)
                {
                    (column < i ? lower : upper).Add(column, row.IsTouched(column));
                }
            }

            lower.End();
            upper.End();
        }

        return new Elimination(lower.Build(), upper.Build());
    }

    /// <summary>The row that is being eliminated, a bit a column: an ordered tree takes 0.26 ms for 631 compartments, a twentieth of a month's run.</summary>
    private sealed class Row(int size)
    {
        private const int Bits = 64;
        private readonly ulong[] entries = new ulong[(size + Bits - 1) / Bits];
        private readonly ulong[] touched = new ulong[(size + Bits - 1) / Bits];

        /// <summary>Has the entries of a row of the matrix, and nothing else.</summary>
        public void Begin(ReadOnlySpan<int> columns)
        {
            Array.Clear(entries);
            Array.Clear(touched);
            Set(entries, columns);
        }

        /// <summary>A row above is subtracted: its entries fill in, or change what stands there.</summary>
        public void Subtract(ReadOnlySpan<int> columns)
        {
            Set(entries, columns);
            Set(touched, columns);
        }

        /// <summary>Whether a subtraction has changed the entry.</summary>
        public bool IsTouched(int column) => (touched[column / Bits] & (1UL << (column % Bits))) != 0;

        /// <summary>The first entry at or after a column; <see cref="int.MaxValue"/> if there is none.</summary>
        public int Next(int column)
        {
            var from = column % Bits;
            for (var word = column / Bits; word < entries.Length; word++)
            {
                var left = entries[word] >> from;
                if (left != 0)
                {
                    return (word * Bits) + from + BitOperations.TrailingZeroCount(left);
                }

                from = 0;
            }

            return int.MaxValue;
        }

        private static void Set(ulong[] bits, ReadOnlySpan<int> columns)
        {
            foreach (var column in columns)
            {
                bits[column / Bits] |= 1UL << (column % Bits);
            }
        }
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

        /// <summary>The columns of a row that was ended; only until the next is added.</summary>
        public ReadOnlySpan<int> Row(int row) => CollectionsMarshal.AsSpan(columns)[starts[row]..starts[row + 1]];

        /// <summary>Adds an entry to the row.</summary>
        /// <param name="column">After those that the row has.</param>
        /// <param name="touched">Whether an elimination has touched it.</param>
        public void Add(int column, bool touched)
        {
            columns.Add(column);
            slots.Add(touched ? complex.Count : ~real.Count);
            (touched ? complex : real).Add(column);
        }

        /// <summary>Ends the row.</summary>
        public void End()
        {
            starts.Add(columns.Count);
            realStarts.Add(real.Count);
            complexStarts.Add(complex.Count);
        }

        /// <summary>All rows.</summary>
        public Triangle Build() =>
            new([.. starts], [.. columns], [.. slots], new Entries([.. realStarts], [.. real]), new Entries([.. complexStarts], [.. complex]));
    }
}
