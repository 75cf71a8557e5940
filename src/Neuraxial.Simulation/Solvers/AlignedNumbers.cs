using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neuraxial.Simulation;

/// <summary>Numbers that begin on a boundary of 64 bytes, so that no register of eight lies across two cache lines.</summary>
/// <remarks>
/// An array begins where it happens to; a pass over the poles then takes 5.5 to 12 us from one run of the program to the next. Pinned, so that what was a
/// boundary once stays one.
/// </remarks>
internal sealed class AlignedNumbers
{
    private const int Line = 64;
    private readonly double[] array;
    private readonly int start;

    /// <summary>So many zeros.</summary>
    /// <param name="count">Not negative.</param>
    public AlignedNumbers(int count)
    {
        const int Spare = Line / sizeof(double);
        Count = count;
        array = GC.AllocateArray<double>(count + Spare, pinned: true);
        var past = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % Line;
        start = (int)((Line - past) % Line) / sizeof(double);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The first of as many as are said to be there.</summary>
    /// <param name="count">How many must be there.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public ref double FirstOf(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return ref First;
    }

    /// <summary>The first.</summary>
    public ref double First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), start);
}
