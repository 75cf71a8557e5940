using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neuraxial.Simulation;

/// <summary>
/// One step of a fixed length h, exact but for <see cref="Cram"/> and rounding, whatever its length: from dm/dt = K m + b with constant b,
/// m(t + h) = a0 m + 2 Re sum over j of a_j x_j with (hK - t_j I) x_j = m + (h / t_j) b.
/// </summary>
/// <remarks>
/// The right side is that of the system [K b; 0 0], whose last state stays one: (0 - t_j) x = 1. The eight matrices have the same entries, so they are
/// factored and solved together, one pole in each lane of a register. Real and imaginary parts of an entry lie side by side, eight and eight. The factors are
/// L, D and U with (L + D) (1 + U / D), so that what elimination does not touch stays a real number of K, once for all poles.
/// Factors are made once for a step length; a step itself allocates nothing. Safe to share between threads, each with a <see cref="Workspace"/> of its own.
/// </remarks>
internal sealed class ExponentialStep
{
    /// <summary>Numbers that an entry takes: eight real parts, then eight imaginary ones.</summary>
    private const int Wide = 2 * Cram.Poles;

    private readonly Elimination elimination;
    private readonly Factors lower;
    private readonly Factors upper;
    private readonly double[] inverse;
    private readonly Complex hOverPole;

    private ExponentialStep(Elimination elimination, double hours)
    {
        this.elimination = elimination;
        Hours = hours;
        lower = Factors.For(elimination.Lower);
        upper = Factors.For(elimination.Upper);
        inverse = GC.AllocateUninitializedArray<double>(elimination.Size * Wide);
        hOverPole = new Complex(Cram.PoleReal, Cram.PoleImaginary).Inverse() * Vector512.Create(hours);
    }

    /// <summary>The length of the step, h.</summary>
    public double Hours { get; }

    /// <summary>Factors hK - t_j I for all poles.</summary>
    /// <param name="matrix">K.</param>
    /// <param name="elimination">Where its factors have entries.</param>
    /// <param name="hours">h; more than zero, finite.</param>
    public static ExponentialStep Of(RateMatrix matrix, Elimination elimination, double hours)
    {
        var step = new ExponentialStep(elimination, hours);
        step.Factor(matrix);
        return step;
    }

    /// <summary>Takes the step.</summary>
    /// <param name="amounts">m at its beginning, and at its end.</param>
    /// <param name="inflow">b: what flows into each compartment, amount per hour, constant throughout the step.</param>
    /// <param name="workspace">Of this size.</param>
    public void Take(Span<double> amounts, ReadOnlySpan<double> inflow, Workspace workspace)
    {
        Forward(amounts, inflow, workspace.Solution);
        Backward(amounts, workspace.Solution);
    }

    /// <summary>(L + D) z = m + (h / t_j) b, row by row from the first.</summary>
    private void Forward(ReadOnlySpan<double> amounts, ReadOnlySpan<double> inflow, double[] solution)
    {
        ref var x = ref MemoryMarshal.GetArrayDataReference(solution);
        ref var d = ref MemoryMarshal.GetArrayDataReference(inverse);
        var sums = new RowSums(elimination.Lower, lower);
        for (var i = 0; i < amounts.Length; i++)
        {
            var b = Vector512.Create(inflow[i]);
            var sum = sums.Of(i, ref x);
            var real = Vector512.FusedMultiplyAdd(hOverPole.Real, b, Vector512.Create(amounts[i])) - sum.Real;
            var imaginary = Vector512.FusedMultiplyAdd(hOverPole.Imaginary, b, -sum.Imaginary);
            Store(new Complex(real, imaginary) * Load(ref d, i), ref x, i);
        }
    }

    /// <summary>x = z - U x / D, row by row from the last; each row's new amount at once.</summary>
    private void Backward(Span<double> amounts, double[] solution)
    {
        ref var x = ref MemoryMarshal.GetArrayDataReference(solution);
        ref var d = ref MemoryMarshal.GetArrayDataReference(inverse);
        var (residueReal, residueImaginary) = (Cram.ResidueReal, Cram.ResidueImaginary);
        var sums = new RowSums(elimination.Upper, upper);
        for (var i = amounts.Length - 1; i >= 0; i--)
        {
            var less = sums.Of(i, ref x) * Load(ref d, i);
            var z = Load(ref x, i);
            var found = new Complex(z.Real - less.Real, z.Imaginary - less.Imaginary);
            Store(found, ref x, i);

            // Re (a_j x_j), summed over the lanes.
            var part = Vector512.FusedMultiplyAdd(residueReal, found.Real, -(residueImaginary * found.Imaginary));
            amounts[i] = (Cram.Limit * amounts[i]) + (2 * Vector512.Sum(part));
        }
    }

    /// <summary>Row by row: each is h times the row of K less t_j on the diagonal, less so much of the rows above it that nothing is left below the diagonal.</summary>
    private void Factor(RateMatrix matrix)
    {
        var row = new double[elimination.Size * Wide];
        ref var w = ref MemoryMarshal.GetArrayDataReference(row);
        ref var d = ref MemoryMarshal.GetArrayDataReference(inverse);
        var (below, above) = (elimination.Lower, elimination.Upper);
        for (var i = 0; i < elimination.Size; i++)
        {
            Scatter(matrix, i, ref w);
            for (var entry = below.Starts[i]; entry < below.Starts[i + 1]; entry++)
            {
                var k = below.Columns[entry];
                var left = Load(ref w, k);
                lower.Keep(below.Slots[entry], left);
                var factor = left * Load(ref d, k);
                for (var next = above.Starts[k]; next < above.Starts[k + 1]; next++)
                {
                    var j = above.Columns[next];
                    var taken = factor * upper.Kept(above.Slots[next]);
                    var had = Load(ref w, j);
                    Store(new Complex(had.Real - taken.Real, had.Imaginary - taken.Imaginary), ref w, j);
                }
            }

            Store(Load(ref w, i).Inverse(), ref d, i);
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
            var value = Vector512.Create(Hours * values[entry]);
            var element = columns[entry] == i ? new Complex(value - Cram.PoleReal, -Cram.PoleImaginary) : new Complex(value, default);
            Store(element, ref w, columns[entry]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Complex Load(ref double first, int entry) =>
        new(Vector512.LoadUnsafe(ref first, (nuint)(entry * Wide)), Vector512.LoadUnsafe(ref first, (nuint)((entry * Wide) + Cram.Poles)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Complex value, ref double first, int entry)
    {
        value.Real.StoreUnsafe(ref first, (nuint)(entry * Wide));
        value.Imaginary.StoreUnsafe(ref first, (nuint)((entry * Wide) + Cram.Poles));
    }

    /// <summary>The values of a triangle: a number for all poles, or a complex one for each.</summary>
    private sealed record Factors(double[] Real, double[] Complex)
    {
        public static Factors For(Triangle triangle) =>
            new(new double[triangle.Real.Columns.Length], GC.AllocateUninitializedArray<double>(triangle.Complex.Columns.Length * Wide));

        public void Keep(int slot, Complex value)
        {
            if (slot < 0)
            {
                Real[~slot] = value.Real[0];
            }
            else
            {
                Store(value, ref MemoryMarshal.GetArrayDataReference(Complex), slot);
            }
        }

        public Complex Kept(int slot) =>
            slot < 0 ? new Complex(Vector512.Create(Real[~slot]), default) : Load(ref MemoryMarshal.GetArrayDataReference(Complex), slot);
    }

    /// <summary>The sum over the entries of a row of entry times x.</summary>
    private readonly ref struct RowSums(Triangle triangle, Factors factors)
    {
        private readonly int[] realStarts = triangle.Real.Starts;
        private readonly int[] realColumns = triangle.Real.Columns;
        private readonly double[] real = factors.Real;
        private readonly int[] complexStarts = triangle.Complex.Starts;
        private readonly int[] complexColumns = triangle.Complex.Columns;
        private readonly ref double complex = ref MemoryMarshal.GetArrayDataReference(factors.Complex);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Complex Of(int row, ref double x)
        {
            var (sumReal, sumImaginary) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var entry = realStarts[row]; entry < realStarts[row + 1]; entry++)
            {
                var value = Vector512.Create(real[entry]);
                var at = Load(ref x, realColumns[entry]);
                sumReal = Vector512.FusedMultiplyAdd(value, at.Real, sumReal);
                sumImaginary = Vector512.FusedMultiplyAdd(value, at.Imaginary, sumImaginary);
            }

            for (var entry = complexStarts[row]; entry < complexStarts[row + 1]; entry++)
            {
                var value = Load(ref complex, entry);
                var at = Load(ref x, complexColumns[entry]);
                sumReal = Vector512.FusedMultiplyAdd(value.Real, at.Real, Vector512.FusedMultiplyAdd(-value.Imaginary, at.Imaginary, sumReal));
                sumImaginary = Vector512.FusedMultiplyAdd(
                    value.Real,
                    at.Imaginary,
                    Vector512.FusedMultiplyAdd(value.Imaginary, at.Real, sumImaginary)
                );
            }

            return new Complex(sumReal, sumImaginary);
        }
    }

    /// <summary>What a run changes and a step needs: the solutions x_j. One for each thread.</summary>
    /// <param name="size">How many compartments.</param>
    internal sealed class Workspace(int size)
    {
        /// <summary>Eight real parts and eight imaginary ones for each compartment.</summary>
        public double[] Solution { get; } = new double[size * Wide];
    }

    /// <summary>Eight complex numbers, one for each pole.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Complex(Vector512<double> Real, Vector512<double> Imaginary)
    {
        public static Complex operator *(Complex one, Complex other) =>
            new((one.Real * other.Real) - (one.Imaginary * other.Imaginary), (one.Real * other.Imaginary) + (one.Imaginary * other.Real));

        public static Complex operator *(Complex one, Vector512<double> factor) => new(one.Real * factor, one.Imaginary * factor);

        public Complex Inverse()
        {
            var square = (Real * Real) + (Imaginary * Imaginary);
            return new Complex(Real / square, -Imaginary / square);
        }
    }
}
