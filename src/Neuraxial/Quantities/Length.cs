using System.Numerics;
using NodaTime;

namespace Neuraxial;

/// <summary>A length: of a catheter, of a syringe's travel, of a body.</summary>
/// <remarks>
/// Stored exactly in millimetres; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct Length
    : IQuantity<Length>,
        IAdditionOperators<Length, Length, Length>,
        ISubtractionOperators<Length, Length, Length>,
        IMultiplyOperators<Length, decimal, Length>,
        IDivisionOperators<Length, decimal, Length>,
        IDivisionOperators<Length, Length, decimal>,
        IComparisonOperators<Length, Length, bool>,
        IMultiplyOperators<Length, VolumePerLength, Volume>,
        IDivisionOperators<Length, Duration, TravelRate>
{
    private readonly decimal millimetres;

    private Length(decimal millimetres)
    {
        this.millimetres = NotNegative.Of(millimetres);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a length", "cm, mm, m", 100_000m, UnitKind.Length);

    /// <inheritdoc/>
    public static Length Zero => default;

    /// <summary>From millimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Length FromMillimetres(decimal millimetres) => new(millimetres);

    /// <summary>From centimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Length FromCentimetres(decimal centimetres) => new(10m * centimetres);

    /// <summary>In millimetres.</summary>
    public decimal InMillimetres() => millimetres;

    /// <summary>In centimetres.</summary>
    public decimal InCentimetres() => millimetres / 10m;

    decimal IQuantity<Length>.Stored => millimetres;

    static Length IQuantity<Length>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static Length operator +(Length left, Length right) => new(left.millimetres + right.millimetres);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static Length operator -(Length left, Length right) => new(left.millimetres - right.millimetres);

    /// <summary>So many times as much.</summary>
    public static Length operator *(Length left, decimal right) => new(left.millimetres * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Length operator /(Length left, decimal right) => new(left.millimetres / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Length left, Length right) => left.millimetres / right.millimetres;

    /// <summary>The volume inside that length.</summary>
    public static Volume operator *(Length left, VolumePerLength right) => Volume.FromMicrolitres(left.millimetres * right.InMicrolitresPerCentimetre() / 10m);

    /// <summary>The speed that covers that length in that time; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static TravelRate operator /(Length left, Duration right) => TravelRate.FromMillimetresPerDay(Durations.PerDay(left.millimetres, right));

    /// <summary>Whether it is less.</summary>
    public static bool operator <(Length left, Length right) => left.millimetres < right.millimetres;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(Length left, Length right) => left.millimetres <= right.millimetres;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(Length left, Length right) => left.millimetres > right.millimetres;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(Length left, Length right) => left.millimetres >= right.millimetres;

    /// <inheritdoc/>
    public int CompareTo(Length other) => millimetres.CompareTo(other.millimetres);

    /// <summary>The canonical text, in centimetres, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(millimetres / 10m, "cm");
}
