namespace Neuraxial;

/// <summary>
/// What every quantity of the family can do: know its dimension, be zero, be written and be read.
/// Doses are exact: each quantity holds one <see cref="decimal"/> in one stored unit, is never negative, and has no public bare value.
/// </summary>
/// <typeparam name="TSelf">The quantity itself.</typeparam>
/// <remarks>Only this assembly can implement it: a new quantity belongs in this folder, with its operators and its row in the consistency test.</remarks>
public interface IQuantity<TSelf> : IComparable<TSelf>
    where TSelf : struct, IQuantity<TSelf>
{
    /// <summary>The dimension: its name and the units in which it may be read.</summary>
    static abstract Dimension Dimension { get; }

    /// <summary>Nothing of it; also the <c>default</c> value.</summary>
    static abstract TSelf Zero { get; }

    internal static abstract TSelf FromStored(decimal stored);

    internal decimal Stored { get; }
}
