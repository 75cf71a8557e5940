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
/// factored and solved together, one pole in each lane of a register. Real and imaginary parts of an entry lie side by side, eight and eight.
/// Factors are made once for a step length; a step itself allocates nothing. Safe to share between threads, each with a <see cref="Workspace"/> of its own.
/// </remarks>
internal sealed class ExponentialStep
{
    /// <summary>Numbers that an entry takes: eight real parts, then eight imaginary ones.</summary>
    private const int Wide = 2 * Cram.Poles;

    private readonly Elimination elimination;
    private readonly double[] lower;
    private readonly double[] upper;
    private readonly double[] inverse;
    private readonly Complex hOverPole;

    private ExponentialStep(Elimination elimination, double hours)
    {
        this.elimination = elimination;
        Hours = hours;
        lower = GC.AllocateUninitializedArray<double>(elimination.Lower.Length * Wide);
        upper = GC.AllocateUninitializedArray<double>(elimination.Upper.Length * Wide);
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

    /// <summary>L y = m + (h / t_j) b, row by row from the first.</summary>
    private void Forward(ReadOnlySpan<double> amounts, ReadOnlySpan<double> inflow, double[] solution)
    {
        ref var x = ref MemoryMarshal.GetArrayDataReference(solution);
        ref var l = ref MemoryMarshal.GetArrayDataReference(lower);
        var columns = elimination.Lower;
        var starts = elimination.LowerStarts;
        var entry = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            var b = Vector512.Create(inflow[i]);
            var real = Vector512.FusedMultiplyAdd(hOverPole.Real, b, Vector512.Create(amounts[i]));
            var imaginary = hOverPole.Imaginary * b;
            for (var end = starts[i + 1]; entry < end; entry++)
            {
                Subtract(ref real, ref imaginary, ref l, entry, ref x, columns[entry]);
            }

            Store(real, imaginary, ref x, i);
        }
    }

    /// <summary>U x = y, row by row from the last; each row's new amount at once.</summary>
    private void Backward(Span<double> amounts, double[] solution)
    {
        ref var x = ref MemoryMarshal.GetArrayDataReference(solution);
        ref var u = ref MemoryMarshal.GetArrayDataReference(upper);
        ref var d = ref MemoryMarshal.GetArrayDataReference(inverse);
        var columns = elimination.Upper;
        var starts = elimination.UpperStarts;
        var (residueReal, residueImaginary) = (Cram.ResidueReal, Cram.ResidueImaginary);
        for (var i = amounts.Length - 1; i >= 0; i--)
        {
            var real = Load(ref x, i, 0);
            var imaginary = Load(ref x, i, Cram.Poles);
            for (var entry = starts[i]; entry < starts[i + 1]; entry++)
            {
                Subtract(ref real, ref imaginary, ref u, entry, ref x, columns[entry]);
            }

            var (dr, di) = (Load(ref d, i, 0), Load(ref d, i, Cram.Poles));
            var xr = Vector512.FusedMultiplyAdd(real, dr, -(imaginary * di));
            var xi = Vector512.FusedMultiplyAdd(real, di, imaginary * dr);
            Store(xr, xi, ref x, i);

            // Re (a_j x_j), summed over the lanes.
            var part = Vector512.FusedMultiplyAdd(residueReal, xr, -(residueImaginary * xi));
            amounts[i] = (Cram.Limit * amounts[i]) + (2 * Vector512.Sum(part));
        }
    }

    /// <summary>Row by row: each is h times the row of K less t_j on the diagonal, less so much of the rows above it that nothing is left below the diagonal.</summary>
    private void Factor(RateMatrix matrix)
    {
        var row = new double[elimination.Size * Wide];
        ref var w = ref MemoryMarshal.GetArrayDataReference(row);
        ref var u = ref MemoryMarshal.GetArrayDataReference(upper);
        ref var l = ref MemoryMarshal.GetArrayDataReference(lower);
        ref var d = ref MemoryMarshal.GetArrayDataReference(inverse);
        for (var i = 0; i < elimination.Size; i++)
        {
            Scatter(matrix, i, ref w);
            for (var entry = elimination.LowerStarts[i]; entry < elimination.LowerStarts[i + 1]; entry++)
            {
                var k = elimination.Lower[entry];
                var factor = new Complex(Load(ref w, k, 0), Load(ref w, k, Cram.Poles)) * new Complex(Load(ref d, k, 0), Load(ref d, k, Cram.Poles));
                Store(factor.Real, factor.Imaginary, ref l, entry);
                for (var above = elimination.UpperStarts[k]; above < elimination.UpperStarts[k + 1]; above++)
                {
                    var j = elimination.Upper[above];
                    var real = Load(ref w, j, 0);
                    var imaginary = Load(ref w, j, Cram.Poles);
                    Subtract(ref real, ref imaginary, ref u, above, factor);
                    Store(real, imaginary, ref w, j);
                }
            }

            var pivot = new Complex(Load(ref w, i, 0), Load(ref w, i, Cram.Poles)).Inverse();
            Store(pivot.Real, pivot.Imaginary, ref d, i);
            for (var entry = elimination.UpperStarts[i]; entry < elimination.UpperStarts[i + 1]; entry++)
            {
                var j = elimination.Upper[entry];
                Store(Load(ref w, j, 0), Load(ref w, j, Cram.Poles), ref u, entry);
            }
        }
    }

    /// <summary>Row i of hK - t_j I where its factors have entries, zero where only they have.</summary>
    private void Scatter(RateMatrix matrix, int i, ref double w)
    {
        var zero = Vector512<double>.Zero;
        for (var entry = elimination.LowerStarts[i]; entry < elimination.LowerStarts[i + 1]; entry++)
        {
            Store(zero, zero, ref w, elimination.Lower[entry]);
        }

        for (var entry = elimination.UpperStarts[i]; entry < elimination.UpperStarts[i + 1]; entry++)
        {
            Store(zero, zero, ref w, elimination.Upper[entry]);
        }

        var columns = matrix.Columns(i);
        var values = matrix.Values(i);
        for (var entry = 0; entry < columns.Length; entry++)
        {
            var value = Vector512.Create(Hours * values[entry]);
            if (columns[entry] == i)
            {
                Store(value - Cram.PoleReal, -Cram.PoleImaginary, ref w, i);
            }
            else
            {
                Store(value, zero, ref w, columns[entry]);
            }
        }
    }

    /// <summary>(real + i imaginary) -= factor entry * x of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(
        ref Vector512<double> real,
        ref Vector512<double> imaginary,
        ref double factors,
        int entry,
        ref double x,
        int column
    ) => Subtract(ref real, ref imaginary, ref factors, entry, new Complex(Load(ref x, column, 0), Load(ref x, column, Cram.Poles)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(ref Vector512<double> real, ref Vector512<double> imaginary, ref double factors, int entry, Complex x)
    {
        var (fr, fi) = (Load(ref factors, entry, 0), Load(ref factors, entry, Cram.Poles));
        real = Vector512.FusedMultiplyAdd(-fr, x.Real, Vector512.FusedMultiplyAdd(fi, x.Imaginary, real));
        imaginary = Vector512.FusedMultiplyAdd(-fr, x.Imaginary, Vector512.FusedMultiplyAdd(-fi, x.Real, imaginary));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double first, int entry, int part) => Vector512.LoadUnsafe(ref first, (nuint)((entry * Wide) + part));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<double> real, Vector512<double> imaginary, ref double first, int entry)
    {
        real.StoreUnsafe(ref first, (nuint)(entry * Wide));
        imaginary.StoreUnsafe(ref first, (nuint)((entry * Wide) + Cram.Poles));
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
