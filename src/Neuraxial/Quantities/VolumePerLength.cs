using System.Numerics;

namespace Neuraxial;

/// <summary>The volume inside a catheter per length.</summary>
/// <remarks>
/// Stored exactly in microlitres per centimetre; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct VolumePerLength
    : IQuantity<VolumePerLength>,
        IAdditionOperators<VolumePerLength, VolumePerLength, VolumePerLength>,
        ISubtractionOperators<VolumePerLength, VolumePerLength, VolumePerLength>,
        IMultiplyOperators<VolumePerLength, decimal, VolumePerLength>,
        IDivisionOperators<VolumePerLength, decimal, VolumePerLength>,
        IDivisionOperators<VolumePerLength, VolumePerLength, decimal>,
        IComparisonOperators<VolumePerLength, VolumePerLength, bool>
{
    private readonly decimal microlitresPerCentimetre;

    private VolumePerLength(decimal microlitresPerCentimetre)
    {
        this.microlitresPerCentimetre = NotNegative.Of(microlitresPerCentimetre);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a volume per length", "mL/cm, uL/cm", 1_000_000m, UnitKind.Volume, UnitKind.Length);

    /// <inheritdoc/>
    public static VolumePerLength Zero => default;

    /// <summary>From microlitres per centimetre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static VolumePerLength FromMicrolitresPerCentimetre(decimal microlitresPerCentimetre) => new(microlitresPerCentimetre);

    /// <summary>From millilitres per centimetre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static VolumePerLength FromMillilitresPerCentimetre(decimal millilitresPerCentimetre) => new(1_000m * millilitresPerCentimetre);

    /// <summary>In microlitres per centimetre.</summary>
    public decimal InMicrolitresPerCentimetre() => microlitresPerCentimetre;

    /// <summary>In millilitres per centimetre.</summary>
    public decimal InMillilitresPerCentimetre() => microlitresPerCentimetre / 1_000m;

    decimal IQuantity<VolumePerLength>.Stored => microlitresPerCentimetre;

    static VolumePerLength IQuantity<VolumePerLength>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static VolumePerLength operator +(VolumePerLength left, VolumePerLength right) => new(left.microlitresPerCentimetre + right.microlitresPerCentimetre);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static VolumePerLength operator -(VolumePerLength left, VolumePerLength right) => new(left.microlitresPerCentimetre - right.microlitresPerCentimetre);

    /// <summary>So many times as much.</summary>
    public static VolumePerLength operator *(VolumePerLength left, decimal right) => new(left.microlitresPerCentimetre * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static VolumePerLength operator /(VolumePerLength left, decimal right) => new(left.microlitresPerCentimetre / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(VolumePerLength left, VolumePerLength right) => left.microlitresPerCentimetre / right.microlitresPerCentimetre;

    /// <summary>Whether it is less.</summary>
    public static bool operator <(VolumePerLength left, VolumePerLength right) => left.microlitresPerCentimetre < right.microlitresPerCentimetre;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(VolumePerLength left, VolumePerLength right) => left.microlitresPerCentimetre <= right.microlitresPerCentimetre;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(VolumePerLength left, VolumePerLength right) => left.microlitresPerCentimetre > right.microlitresPerCentimetre;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(VolumePerLength left, VolumePerLength right) => left.microlitresPerCentimetre >= right.microlitresPerCentimetre;

    /// <inheritdoc/>
    public int CompareTo(VolumePerLength other) => microlitresPerCentimetre.CompareTo(other.microlitresPerCentimetre);

    /// <summary>The canonical text, in millilitres per centimetre, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(microlitresPerCentimetre / 1_000m, "mL/cm");
}
