using System.Numerics;

namespace Neuraxial;

/// <summary>The speed of a syringe's plunger, the setting of drivers in mm/h or mm/24 h.</summary>
/// <remarks>
/// Only ever worked out for a person to compare: no program is made for a device whose rate is a length per time (HZ-05).
/// Stored exactly in millimetres per day; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct TravelRate
    : IQuantity<TravelRate>,
        IAdditionOperators<TravelRate, TravelRate, TravelRate>,
        ISubtractionOperators<TravelRate, TravelRate, TravelRate>,
        IMultiplyOperators<TravelRate, decimal, TravelRate>,
        IDivisionOperators<TravelRate, decimal, TravelRate>,
        IDivisionOperators<TravelRate, TravelRate, decimal>,
        IComparisonOperators<TravelRate, TravelRate, bool>
{
    private readonly decimal millimetresPerDay;

    private TravelRate(decimal millimetresPerDay)
    {
        this.millimetresPerDay = NotNegative.Of(millimetresPerDay);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a plunger speed", "mm/h, mm/d", 1_000_000m, UnitKind.Length, UnitKind.Time);

    /// <inheritdoc/>
    public static TravelRate Zero => default;

    /// <summary>From millimetres per day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static TravelRate FromMillimetresPerDay(decimal millimetresPerDay) => new(millimetresPerDay);

    /// <summary>From millimetres per hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static TravelRate FromMillimetresPerHour(decimal millimetresPerHour) => new(24m * millimetresPerHour);

    /// <summary>In millimetres per day.</summary>
    public decimal InMillimetresPerDay() => millimetresPerDay;

    /// <summary>In millimetres per hour.</summary>
    public decimal InMillimetresPerHour() => millimetresPerDay / 24m;

    decimal IQuantity<TravelRate>.Stored => millimetresPerDay;

    static TravelRate IQuantity<TravelRate>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static TravelRate operator +(TravelRate left, TravelRate right) => new(left.millimetresPerDay + right.millimetresPerDay);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static TravelRate operator -(TravelRate left, TravelRate right) => new(left.millimetresPerDay - right.millimetresPerDay);

    /// <summary>So many times as much.</summary>
    public static TravelRate operator *(TravelRate left, decimal right) => new(left.millimetresPerDay * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static TravelRate operator /(TravelRate left, decimal right) => new(left.millimetresPerDay / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(TravelRate left, TravelRate right) => left.millimetresPerDay / right.millimetresPerDay;

    /// <summary>Whether it is less.</summary>
    public static bool operator <(TravelRate left, TravelRate right) => left.millimetresPerDay < right.millimetresPerDay;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(TravelRate left, TravelRate right) => left.millimetresPerDay <= right.millimetresPerDay;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(TravelRate left, TravelRate right) => left.millimetresPerDay > right.millimetresPerDay;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(TravelRate left, TravelRate right) => left.millimetresPerDay >= right.millimetresPerDay;

    /// <inheritdoc/>
    public int CompareTo(TravelRate other) => millimetresPerDay.CompareTo(other.millimetresPerDay);

    /// <summary>The canonical text, in millimetres per hour, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(millimetresPerDay / 24m, "mm/h");
}
