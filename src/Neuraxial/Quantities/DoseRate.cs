using System.Numerics;
using NodaTime;

namespace Neuraxial;

/// <summary>A dose of one drug per time.</summary>
/// <remarks>
/// Not a flow, and not a single dose: those are a <see cref="FlowRate"/> and a <see cref="Mass"/>.
/// Stored exactly in micrograms per day; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct DoseRate
    : IQuantity<DoseRate>,
        IAdditionOperators<DoseRate, DoseRate, DoseRate>,
        ISubtractionOperators<DoseRate, DoseRate, DoseRate>,
        IMultiplyOperators<DoseRate, decimal, DoseRate>,
        IDivisionOperators<DoseRate, decimal, DoseRate>,
        IDivisionOperators<DoseRate, DoseRate, decimal>,
        IComparisonOperators<DoseRate, DoseRate, bool>,
        IDivisionOperators<DoseRate, Concentration, FlowRate>,
        IDivisionOperators<DoseRate, FlowRate, Concentration>,
        IMultiplyOperators<DoseRate, Duration, Mass>
{
    private readonly decimal microgramsPerDay;

    private DoseRate(decimal microgramsPerDay)
    {
        this.microgramsPerDay = NotNegative.Of(microgramsPerDay);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a dose rate", "mg/d, ug/d, mg/h, ug/h, ug/min", 1_000_000_000m, UnitKind.Mass, UnitKind.Time);

    /// <inheritdoc/>
    public static DoseRate Zero => default;

    /// <summary>From micrograms per day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static DoseRate FromMicrogramsPerDay(decimal microgramsPerDay) => new(microgramsPerDay);

    /// <summary>From milligrams per day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static DoseRate FromMilligramsPerDay(decimal milligramsPerDay) => new(1_000m * milligramsPerDay);

    /// <summary>From milligrams per hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static DoseRate FromMilligramsPerHour(decimal milligramsPerHour) => new(24_000m * milligramsPerHour);

    /// <summary>In micrograms per day.</summary>
    public decimal InMicrogramsPerDay() => microgramsPerDay;

    /// <summary>In milligrams per day.</summary>
    public decimal InMilligramsPerDay() => microgramsPerDay / 1_000m;

    /// <summary>In milligrams per hour.</summary>
    public decimal InMilligramsPerHour() => microgramsPerDay / 24_000m;

    decimal IQuantity<DoseRate>.Stored => microgramsPerDay;

    static DoseRate IQuantity<DoseRate>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static DoseRate operator +(DoseRate left, DoseRate right) => new(left.microgramsPerDay + right.microgramsPerDay);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static DoseRate operator -(DoseRate left, DoseRate right) => new(left.microgramsPerDay - right.microgramsPerDay);

    /// <summary>So many times as much.</summary>
    public static DoseRate operator *(DoseRate left, decimal right) => new(left.microgramsPerDay * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static DoseRate operator /(DoseRate left, decimal right) => new(left.microgramsPerDay / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(DoseRate left, DoseRate right) => left.microgramsPerDay / right.microgramsPerDay;

    /// <summary>The flow that gives this dose rate at that concentration; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static FlowRate operator /(DoseRate left, Concentration right) => FlowRate.FromMicrolitresPerDay(left.microgramsPerDay * 1_000m / right.InMicrogramsPerMillilitre());

    /// <summary>The concentration that gives this dose rate at that flow; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Concentration operator /(DoseRate left, FlowRate right) => Concentration.FromMicrogramsPerMillilitre(left.microgramsPerDay * 1_000m / right.InMicrolitresPerDay());

    /// <summary>The mass given in that time.</summary>
    public static Mass operator *(DoseRate left, Duration right) => Mass.FromMicrograms(Durations.Times(left.microgramsPerDay, right));

    /// <summary>Whether it is less.</summary>
    public static bool operator <(DoseRate left, DoseRate right) => left.microgramsPerDay < right.microgramsPerDay;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(DoseRate left, DoseRate right) => left.microgramsPerDay <= right.microgramsPerDay;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(DoseRate left, DoseRate right) => left.microgramsPerDay > right.microgramsPerDay;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(DoseRate left, DoseRate right) => left.microgramsPerDay >= right.microgramsPerDay;

    /// <inheritdoc/>
    public int CompareTo(DoseRate other) => microgramsPerDay.CompareTo(other.microgramsPerDay);

    /// <summary>The canonical text, in micrograms per day below 1 mg/d and in milligrams per day from there on, unrounded, the same in every culture.</summary>
    public override string ToString() => microgramsPerDay < 1_000m ? QuantityText.Write(microgramsPerDay, "ug/d") : QuantityText.Write(microgramsPerDay / 1_000m, "mg/d");
}
