using System.Numerics;

namespace Neuraxial;

/// <summary>A dose of one drug per kilogram of body and time.</summary>
/// <remarks>
/// Stored exactly in micrograms per kilogram and day; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct BodyDoseRate
    : IQuantity<BodyDoseRate>,
        IAdditionOperators<BodyDoseRate, BodyDoseRate, BodyDoseRate>,
        ISubtractionOperators<BodyDoseRate, BodyDoseRate, BodyDoseRate>,
        IMultiplyOperators<BodyDoseRate, decimal, BodyDoseRate>,
        IDivisionOperators<BodyDoseRate, decimal, BodyDoseRate>,
        IDivisionOperators<BodyDoseRate, BodyDoseRate, decimal>,
        IComparisonOperators<BodyDoseRate, BodyDoseRate, bool>,
        IMultiplyOperators<BodyDoseRate, Mass, DoseRate>
{
    private readonly decimal microgramsPerKilogramPerDay;

    private BodyDoseRate(decimal microgramsPerKilogramPerDay)
    {
        this.microgramsPerKilogramPerDay = NotNegative.Of(microgramsPerKilogramPerDay);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a dose rate per body weight", "ug/kg/min, ug/kg/h, mg/kg/d", 1_000_000_000m, UnitKind.Mass, UnitKind.Mass, UnitKind.Time);

    /// <inheritdoc/>
    public static BodyDoseRate Zero => default;

    /// <summary>From micrograms per kilogram and day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static BodyDoseRate FromMicrogramsPerKilogramPerDay(decimal microgramsPerKilogramPerDay) => new(microgramsPerKilogramPerDay);

    /// <summary>From micrograms per kilogram and minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static BodyDoseRate FromMicrogramsPerKilogramPerMinute(decimal microgramsPerKilogramPerMinute) => new(1_440m * microgramsPerKilogramPerMinute);

    /// <summary>In micrograms per kilogram and day.</summary>
    public decimal InMicrogramsPerKilogramPerDay() => microgramsPerKilogramPerDay;

    /// <summary>In micrograms per kilogram and minute.</summary>
    public decimal InMicrogramsPerKilogramPerMinute() => microgramsPerKilogramPerDay / 1_440m;

    decimal IQuantity<BodyDoseRate>.Stored => microgramsPerKilogramPerDay;

    static BodyDoseRate IQuantity<BodyDoseRate>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static BodyDoseRate operator +(BodyDoseRate left, BodyDoseRate right) => new(left.microgramsPerKilogramPerDay + right.microgramsPerKilogramPerDay);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static BodyDoseRate operator -(BodyDoseRate left, BodyDoseRate right) => new(left.microgramsPerKilogramPerDay - right.microgramsPerKilogramPerDay);

    /// <summary>So many times as much.</summary>
    public static BodyDoseRate operator *(BodyDoseRate left, decimal right) => new(left.microgramsPerKilogramPerDay * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static BodyDoseRate operator /(BodyDoseRate left, decimal right) => new(left.microgramsPerKilogramPerDay / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(BodyDoseRate left, BodyDoseRate right) => left.microgramsPerKilogramPerDay / right.microgramsPerKilogramPerDay;

    /// <summary>The dose rate for a body of that mass.</summary>
    public static DoseRate operator *(BodyDoseRate left, Mass right) => DoseRate.FromMicrogramsPerDay(left.microgramsPerKilogramPerDay * right.InKilograms());

    /// <summary>Whether it is less.</summary>
    public static bool operator <(BodyDoseRate left, BodyDoseRate right) => left.microgramsPerKilogramPerDay < right.microgramsPerKilogramPerDay;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(BodyDoseRate left, BodyDoseRate right) => left.microgramsPerKilogramPerDay <= right.microgramsPerKilogramPerDay;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(BodyDoseRate left, BodyDoseRate right) => left.microgramsPerKilogramPerDay > right.microgramsPerKilogramPerDay;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(BodyDoseRate left, BodyDoseRate right) => left.microgramsPerKilogramPerDay >= right.microgramsPerKilogramPerDay;

    /// <inheritdoc/>
    public int CompareTo(BodyDoseRate other) => microgramsPerKilogramPerDay.CompareTo(other.microgramsPerKilogramPerDay);

    /// <summary>The canonical text, in micrograms per kilogram and day, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(microgramsPerKilogramPerDay, "ug/kg/d");
}
