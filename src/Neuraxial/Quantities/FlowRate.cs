using System.Numerics;
using NodaTime;

namespace Neuraxial;

/// <summary>A flow of infusate: volume per time.</summary>
/// <remarks>
/// Stored per day because mL/h × 24 is exact and mL/d ÷ 24 is not. Not a <see cref="DoseRate"/>: the two are confused at the price of the concentration (HZ-03).
/// Stored exactly in microlitres per day; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct FlowRate
    : IQuantity<FlowRate>,
        IAdditionOperators<FlowRate, FlowRate, FlowRate>,
        ISubtractionOperators<FlowRate, FlowRate, FlowRate>,
        IMultiplyOperators<FlowRate, decimal, FlowRate>,
        IDivisionOperators<FlowRate, decimal, FlowRate>,
        IDivisionOperators<FlowRate, FlowRate, decimal>,
        IComparisonOperators<FlowRate, FlowRate, bool>,
        IMultiplyOperators<FlowRate, Concentration, DoseRate>,
        IMultiplyOperators<FlowRate, Duration, Volume>
{
    private readonly decimal microlitresPerDay;

    private FlowRate(decimal microlitresPerDay)
    {
        this.microlitresPerDay = NotNegative.Of(microlitresPerDay);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a flow rate", "mL/d, mL/h, uL/d, uL/h, mL/min", 1_000_000_000m, UnitKind.Volume, UnitKind.Time);

    /// <inheritdoc/>
    public static FlowRate Zero => default;

    /// <summary>From microlitres per day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static FlowRate FromMicrolitresPerDay(decimal microlitresPerDay) => new(microlitresPerDay);

    /// <summary>From millilitres per day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static FlowRate FromMillilitresPerDay(decimal millilitresPerDay) => new(1_000m * millilitresPerDay);

    /// <summary>From millilitres per hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static FlowRate FromMillilitresPerHour(decimal millilitresPerHour) => new(24_000m * millilitresPerHour);

    /// <summary>In microlitres per day.</summary>
    public decimal InMicrolitresPerDay() => microlitresPerDay;

    /// <summary>In millilitres per day.</summary>
    public decimal InMillilitresPerDay() => microlitresPerDay / 1_000m;

    /// <summary>In millilitres per hour.</summary>
    public decimal InMillilitresPerHour() => microlitresPerDay / 24_000m;

    decimal IQuantity<FlowRate>.Stored => microlitresPerDay;

    static FlowRate IQuantity<FlowRate>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static FlowRate operator +(FlowRate left, FlowRate right) => new(left.microlitresPerDay + right.microlitresPerDay);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static FlowRate operator -(FlowRate left, FlowRate right) => new(left.microlitresPerDay - right.microlitresPerDay);

    /// <summary>So many times as much.</summary>
    public static FlowRate operator *(FlowRate left, decimal right) => new(left.microlitresPerDay * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static FlowRate operator /(FlowRate left, decimal right) => new(left.microlitresPerDay / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(FlowRate left, FlowRate right) => left.microlitresPerDay / right.microlitresPerDay;

    /// <summary>The dose rate at that concentration.</summary>
    public static DoseRate operator *(FlowRate left, Concentration right) => right * left;

    /// <summary>The volume that flows in that time.</summary>
    public static Volume operator *(FlowRate left, Duration right) => Volume.FromMicrolitres(Durations.Times(left.microlitresPerDay, right));

    /// <summary>
    /// How long <paramref name="volume"/> lasts at this flow, rounded to the nanosecond; <see langword="null"/> if the flow is zero or the time is beyond
    /// <see cref="Durations.Longest"/>: it never runs out in any sense that matters.
    /// </summary>
    public Duration? TimeFor(Volume volume) =>
        microlitresPerDay == 0m || volume.InMicrolitres() > microlitresPerDay * Durations.Longest.InDays() ? null : volume / this;

    /// <summary>Whether it is less.</summary>
    public static bool operator <(FlowRate left, FlowRate right) => left.microlitresPerDay < right.microlitresPerDay;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(FlowRate left, FlowRate right) => left.microlitresPerDay <= right.microlitresPerDay;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(FlowRate left, FlowRate right) => left.microlitresPerDay > right.microlitresPerDay;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(FlowRate left, FlowRate right) => left.microlitresPerDay >= right.microlitresPerDay;

    /// <inheritdoc/>
    public int CompareTo(FlowRate other) => microlitresPerDay.CompareTo(other.microlitresPerDay);

    /// <summary>The canonical text, in millilitres per day, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(microlitresPerDay / 1_000m, "mL/d");
}
