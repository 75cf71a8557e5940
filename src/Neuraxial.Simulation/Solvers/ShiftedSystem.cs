using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neuraxial.Simulation;

/// <summary>
/// Eight shifted systems, one in each lane of a register: (hK - t_j I) x_j = m + (h / t_j) b for the poles t_j of a rational approximation of the exponential function,
/// factored once for a length h. The right side is that of the system [K b; 0 0], whose last state stays one: (0 - t_j) x = 1.
/// </summary>
/// <remarks>
/// The eight matrices have the same entries and are factored and solved together. Real and imaginary parts of an entry lie side by side, eight and eight. The factors are
/// L, D and U with (L + D) (1 + U / D), so that what elimination does not touch stays a real number of K, once for all poles. Factors of L and U are kept with the other
/// sign, so that a row is a sum. The loops are compiled well at once: a command lives for as long as the first, slow versions of a method would. Safe to share between threads, each with a solution of its own.
/// </remarks>
internal sealed class ShiftedSystem
{
    /// <summary>Numbers that an entry takes: eight real parts, then eight imaginary ones.</summary>
    public const int Wide = 2 * Cram.Poles;

    private readonly Elimination elimination;
    private readonly Factors lower;
    private readonly Factors upper;
    private readonly AlignedNumbers inverse;
    private readonly double hours;
    private readonly Octet poles;
    private readonly Octet hOverPole;

    private ShiftedSystem(Elimination elimination, double hours, Octet poles)
    {
        this.elimination = elimination;
        this.hours = hours;
        this.poles = poles;
        lower = Factors.For(elimination.Lower);
        upper = Factors.For(elimination.Upper);
        inverse = new AlignedNumbers(elimination.Size * Wide);
        var pole = Inverse(poles);
        hOverPole = new Octet(hours * pole.Real, hours * pole.Imaginary);
    }

    /// <summary>Factors hK - t_j I for eight poles.</summary>
    /// <param name="matrix">K.</param>
    /// <param name="elimination">Where its factors have entries.</param>
    /// <param name="hours">h; more than zero, finite.</param>
    /// <param name="poles">t_j, none on the negative real axis or near it.</param>
    public static ShiftedSystem Of(RateMatrix matrix, Elimination elimination, double hours, Octet poles)
    {
        var system = new ShiftedSystem(elimination, hours, poles);
        system.Factor(matrix);
        return system;
    }

    /// <summary>How many compartments.</summary>
    public int Size => elimination.Size;

    /// <summary>A solution for so many compartments: sixteen numbers for each.</summary>
    public static AlignedNumbers Solution(int size) => new(size * Wide);

    /// <summary>(L + D) z = m + (h / t_j) b, row by row from the first.</summary>
    /// <param name="amounts">m.</param>
    /// <param name="inflow">b, amount per hour.</param>
    /// <param name="solution">z.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(ReadOnlySpan<double> amounts, ReadOnlySpan<double> inflow, AlignedNumbers solution)
    {
        // Sizes are checked here, once; below every place is one that the elimination found.
        var size = elimination.Size;
        amounts = amounts[..size];
        inflow = inflow[..size];
        ref var x = ref solution.FirstOf(size * Wide);
        ref var d = ref inverse.First;
        var rows = new Rows(elimination.Lower, lower);
        var (hReal, hImaginary) = (hOverPole.Real, hOverPole.Imaginary);
        for (var i = 0; i < size; i++)
        {
            var b = Vector512.Create(inflow[i]);
            var sum = new Octet(Vector512.FusedMultiplyAdd(hReal, b, Vector512.Create(amounts[i])), hImaginary * b);
            Store(Times(rows.Add(i, ref x, sum), Load(ref d, i)), ref x, i);
        }
    }

    /// <summary>x = z - U x / D, row by row from the last; and of each row a new amount at once, kept m + 2 Re sum of a_j x_j.</summary>
    /// <param name="solution">z, and x afterwards.</param>
    /// <param name="residues">a_j.</param>
    /// <param name="kept">What of the old amount is kept.</param>
    /// <param name="amounts">m, and the new amounts afterwards.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(AlignedNumbers solution, Octet residues, double kept, Span<double> amounts)
    {
        var size = elimination.Size;
        amounts = amounts[..size];
        ref var x = ref solution.FirstOf(size * Wide);
        ref var d = ref inverse.First;
        var rows = new Rows(elimination.Upper, upper);
        var (twiceReal, twiceImaginary) = (residues.Real + residues.Real, residues.Imaginary + residues.Imaginary);
        for (var i = size - 1; i >= 0; i--)
        {
            var more = Times(rows.Add(i, ref x, default), Load(ref d, i));
            var z = Load(ref x, i);
            var found = new Octet(z.Real + more.Real, z.Imaginary + more.Imaginary);
            Store(found, ref x, i);
            amounts[i] = (kept * amounts[i]) + Sum(Vector512.FusedMultiplyAdd(twiceReal, found.Real, -(twiceImaginary * found.Imaginary)));
        }
    }

    /// <summary>2 Re sum over the poles of a_j x_j for one compartment.</summary>
    public static double Read(AlignedNumbers solution, int compartment, Octet residues)
    {
        var found = Load(ref solution.First, compartment);
        return 2 * Sum((residues.Real * found.Real) - (residues.Imaginary * found.Imaginary));
    }

    /// <summary>Row by row: each is h times the row of K less t_j on the diagonal, less so much of the rows above it that nothing is left below the diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Factor(RateMatrix matrix)
    {
        var row = new AlignedNumbers(elimination.Size * Wide);
        ref var w = ref row.First;
        ref var d = ref inverse.First;
        var (below, above) = (elimination.Lower, elimination.Upper);
        for (var i = 0; i < elimination.Size; i++)
        {
            Scatter(matrix, i, ref w);
            for (var entry = below.Starts[i]; entry < below.Starts[i + 1]; entry++)
            {
                var k = below.Columns[entry];
                var left = Load(ref w, k);
                lower.Keep(below.Slots[entry], left);
                var factor = Times(left, Load(ref d, k));
                for (var next = above.Starts[k]; next < above.Starts[k + 1]; next++)
                {
                    var j = above.Columns[next];
                    var less = Times(factor, upper.Kept(above.Slots[next]));
                    var had = Load(ref w, j);
                    Store(new Octet(had.Real + less.Real, had.Imaginary + less.Imaginary), ref w, j);
                }
            }

            Store(Inverse(Load(ref w, i)), ref d, i);
            for (var entry = above.Starts[i]; entry < above.Starts[i + 1]; entry++)
            {
                upper.Keep(above.Slots[entry], Load(ref w, above.Columns[entry]));
            }
        }
    }

    /// <summary>Row i of hK - t_j I where its factors have entries, zero where only they have.</summary>
    private void Scatter(RateMatrix matrix, int i, ref double w)
    {
        foreach (var triangle in (ReadOnlySpan<Triangle>)[elimination.Lower, elimination.Upper])
        {
            for (var entry = triangle.Starts[i]; entry < triangle.Starts[i + 1]; entry++)
            {
                Store(default, ref w, triangle.Columns[entry]);
            }
        }

        var columns = matrix.Columns(i);
        var values = matrix.Values(i);
        for (var entry = 0; entry < columns.Length; entry++)
        {
            var value = Vector512.Create(hours * values[entry]);
            var element = columns[entry] == i ? new Octet(value - poles.Real, -poles.Imaginary) : new Octet(value, default);
            Store(element, ref w, columns[entry]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Octet Times(Octet one, Octet other) =>
        new(
            Vector512.FusedMultiplyAdd(one.Real, other.Real, -(one.Imaginary * other.Imaginary)),
            Vector512.FusedMultiplyAdd(one.Real, other.Imaginary, one.Imaginary * other.Real)
        );

    /// <summary>By halves: a third of the instructions of the framework's own sum, which keeps to one order on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    private static Octet Inverse(Octet one)
    {
        var square = (one.Real * one.Real) + (one.Imaginary * one.Imaginary);
        return new Octet(one.Real / square, -one.Imaginary / square);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Octet Load(ref double first, int entry) => LoadAt(ref first, unchecked((nuint)(uint)(entry * Wide)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Octet LoadAt(ref double first, nuint offset) =>
        new(Vector512.LoadUnsafe(ref first, offset), Vector512.LoadUnsafe(ref first, unchecked(offset + Cram.Poles)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Octet value, ref double first, int entry)
    {
        var offset = unchecked((nuint)(uint)(entry * Wide));
        value.Real.StoreUnsafe(ref first, offset);
        value.Imaginary.StoreUnsafe(ref first, unchecked(offset + Cram.Poles));
    }

    /// <summary>The values of a triangle with the other sign: a number for all poles, or a complex one for each.</summary>
    private sealed record Factors(double[] Real, AlignedNumbers Complex)
    {
        public static Factors For(Triangle triangle) =>
            new(new double[triangle.Real.Columns.Length], new AlignedNumbers(triangle.Complex.Columns.Length * Wide));

        public void Keep(int slot, Octet value)
        {
            if (slot < 0)
            {
                Real[~slot] = -value.Real[0];
            }
            else
            {
                Store(new Octet(-value.Real, -value.Imaginary), ref Complex.First, slot);
            }
        }

        public Octet Kept(int slot) => slot < 0 ? new Octet(Vector512.Create(Real[~slot]), default) : Load(ref Complex.First, slot);
    }

    /// <summary>The rows of a triangle: each a sum over its entries of value times x.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly ref struct Rows(Triangle triangle, Factors factors)
    {
        private readonly ref int realStarts = ref MemoryMarshal.GetArrayDataReference(triangle.Real.Starts);
        private readonly ref int realColumns = ref MemoryMarshal.GetArrayDataReference(triangle.Real.Columns);
        private readonly ref double real = ref MemoryMarshal.GetArrayDataReference(factors.Real);
        private readonly ref int complexStarts = ref MemoryMarshal.GetArrayDataReference(triangle.Complex.Starts);
        private readonly ref int complexColumns = ref MemoryMarshal.GetArrayDataReference(triangle.Complex.Columns);
        private readonly ref double complex = ref factors.Complex.First;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Octet Add(int row, ref double x, Octet sum)
        {
            unchecked
            {
                var (sumReal, sumImaginary) = (sum.Real, sum.Imaginary);
                var end = Unsafe.Add(ref realStarts, row + 1);
                for (var entry = Unsafe.Add(ref realStarts, row); entry < end; entry++)
                {
                    var value = Vector512.Create(Unsafe.Add(ref real, entry));
                    var at = Load(ref x, Unsafe.Add(ref realColumns, entry));
                    sumReal = Vector512.FusedMultiplyAdd(value, at.Real, sumReal);
                    sumImaginary = Vector512.FusedMultiplyAdd(value, at.Imaginary, sumImaginary);
                }

                end = Unsafe.Add(ref complexStarts, row + 1);
                for (var entry = Unsafe.Add(ref complexStarts, row); entry < end; entry++)
                {
                    var value = Load(ref complex, entry);
                    var at = Load(ref x, Unsafe.Add(ref complexColumns, entry));
                    sumReal = Vector512.FusedMultiplyAdd(value.Real, at.Real, sumReal);
                    sumImaginary = Vector512.FusedMultiplyAdd(value.Real, at.Imaginary, sumImaginary);
                    sumReal = Vector512.FusedMultiplyAdd(-value.Imaginary, at.Imaginary, sumReal);
                    sumImaginary = Vector512.FusedMultiplyAdd(value.Imaginary, at.Real, sumImaginary);
                }

                return new Octet(sumReal, sumImaginary);
            }
        }
    }
}
