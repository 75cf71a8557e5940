using System.Numerics;

namespace Neuraxial;

/// <summary>How far a syringe's plunger travels for a volume: the scale of a driver that is set in millimetres.</summary>
/// <remarks>
/// Stored exactly in millimetres per millilitre; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct LengthPerVolume
    : IQuantity<LengthPerVolume>,
        IAdditionOperators<LengthPerVolume, LengthPerVolume, LengthPerVolume>,
        ISubtractionOperators<LengthPerVolume, LengthPerVolume, LengthPerVolume>,
        IMultiplyOperators<LengthPerVolume, decimal, LengthPerVolume>,
        IDivisionOperators<LengthPerVolume, decimal, LengthPerVolume>,
        IDivisionOperators<LengthPerVolume, LengthPerVolume, decimal>,
        IComparisonOperators<LengthPerVolume, LengthPerVolume, bool>,
        IMultiplyOperators<LengthPerVolume, FlowRate, TravelRate>
{
    private readonly decimal millimetresPerMillilitre;

    private LengthPerVolume(decimal millimetresPerMillilitre)
    {
        this.millimetresPerMillilitre = NotNegative.Of(millimetresPerMillilitre);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a length per volume", "mm/mL", 1_000_000m, UnitKind.Length, UnitKind.Volume);

    /// <inheritdoc/>
    public static LengthPerVolume Zero => default;

    /// <summary>From millimetres per millilitre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static LengthPerVolume FromMillimetresPerMillilitre(decimal millimetresPerMillilitre) => new(millimetresPerMillilitre);

    /// <summary>In millimetres per millilitre.</summary>
    public decimal InMillimetresPerMillilitre() => millimetresPerMillilitre;

    decimal IQuantity<LengthPerVolume>.Stored => millimetresPerMillilitre;

    static LengthPerVolume IQuantity<LengthPerVolume>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static LengthPerVolume operator +(LengthPerVolume left, LengthPerVolume right) => new(left.millimetresPerMillilitre + right.millimetresPerMillilitre);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static LengthPerVolume operator -(LengthPerVolume left, LengthPerVolume right) => new(left.millimetresPerMillilitre - right.millimetresPerMillilitre);

    /// <summary>So many times as much.</summary>
    public static LengthPerVolume operator *(LengthPerVolume left, decimal right) => new(left.millimetresPerMillilitre * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static LengthPerVolume operator /(LengthPerVolume left, decimal right) => new(left.millimetresPerMillilitre / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(LengthPerVolume left, LengthPerVolume right) => left.millimetresPerMillilitre / right.millimetresPerMillilitre;

    /// <summary>The plunger's speed at that flow.</summary>
    public static TravelRate operator *(LengthPerVolume left, FlowRate right) => TravelRate.FromMillimetresPerDay(left.millimetresPerMillilitre * right.InMicrolitresPerDay() / 1_000m);

    /// <summary>Whether it is less.</summary>
    public static bool operator <(LengthPerVolume left, LengthPerVolume right) => left.millimetresPerMillilitre < right.millimetresPerMillilitre;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(LengthPerVolume left, LengthPerVolume right) => left.millimetresPerMillilitre <= right.millimetresPerMillilitre;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(LengthPerVolume left, LengthPerVolume right) => left.millimetresPerMillilitre > right.millimetresPerMillilitre;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(LengthPerVolume left, LengthPerVolume right) => left.millimetresPerMillilitre >= right.millimetresPerMillilitre;

    /// <inheritdoc/>
    public int CompareTo(LengthPerVolume other) => millimetresPerMillilitre.CompareTo(other.millimetresPerMillilitre);

    /// <summary>The canonical text, in millimetres per millilitre, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(millimetresPerMillilitre, "mm/mL");
}
