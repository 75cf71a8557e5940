using System.Numerics;
using NodaTime;

namespace Neuraxial;

/// <summary>A volume of infusate, of a container or of a fluid path.</summary>
/// <remarks>
/// Not a flow: that is a <see cref="FlowRate"/>.
/// Stored exactly in microlitres; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct Volume
    : IQuantity<Volume>,
        IAdditionOperators<Volume, Volume, Volume>,
        ISubtractionOperators<Volume, Volume, Volume>,
        IMultiplyOperators<Volume, decimal, Volume>,
        IDivisionOperators<Volume, decimal, Volume>,
        IDivisionOperators<Volume, Volume, decimal>,
        IComparisonOperators<Volume, Volume, bool>,
        IMultiplyOperators<Volume, Concentration, Mass>,
        IDivisionOperators<Volume, Duration, FlowRate>,
        IDivisionOperators<Volume, FlowRate, Duration>
{
    private readonly decimal microlitres;

    private Volume(decimal microlitres)
    {
        this.microlitres = NotNegative.Of(microlitres);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a volume", "mL, uL, L", 1_000_000_000m, UnitKind.Volume);

    /// <inheritdoc/>
    public static Volume Zero => default;

    /// <summary>From microlitres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Volume FromMicrolitres(decimal microlitres) => new(microlitres);

    /// <summary>From millilitres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Volume FromMillilitres(decimal millilitres) => new(1_000m * millilitres);

    /// <summary>In microlitres.</summary>
    public decimal InMicrolitres() => microlitres;

    /// <summary>In millilitres.</summary>
    public decimal InMillilitres() => microlitres / 1_000m;

    decimal IQuantity<Volume>.Stored => microlitres;

    static Volume IQuantity<Volume>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static Volume operator +(Volume left, Volume right) => new(left.microlitres + right.microlitres);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static Volume operator -(Volume left, Volume right) => new(left.microlitres - right.microlitres);

    /// <summary>So many times as much.</summary>
    public static Volume operator *(Volume left, decimal right) => new(left.microlitres * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Volume operator /(Volume left, decimal right) => new(left.microlitres / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Volume left, Volume right) => left.microlitres / right.microlitres;

    /// <summary>The mass of drug in that volume.</summary>
    public static Mass operator *(Volume left, Concentration right) => Mass.FromMicrograms(left.microlitres * right.InMicrogramsPerMillilitre() / 1_000m);

    /// <summary>The mean flow when that volume is given over that time; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static FlowRate operator /(Volume left, Duration right) => FlowRate.FromMicrolitresPerDay(Durations.PerDay(left.microlitres, right));

    /// <summary>How long that volume lasts at that flow, rounded to the nanosecond. Ask <see cref="FlowRate.TimeFor"/> where the flow may be zero.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Duration operator /(Volume left, FlowRate right) => Durations.FromDays(left.microlitres / right.InMicrolitresPerDay());

    /// <summary>Whether it is less.</summary>
    public static bool operator <(Volume left, Volume right) => left.microlitres < right.microlitres;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(Volume left, Volume right) => left.microlitres <= right.microlitres;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(Volume left, Volume right) => left.microlitres > right.microlitres;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(Volume left, Volume right) => left.microlitres >= right.microlitres;

    /// <inheritdoc/>
    public int CompareTo(Volume other) => microlitres.CompareTo(other.microlitres);

    /// <summary>The canonical text, in millilitres, unrounded, the same in every culture.</summary>
    public override string ToString() => QuantityText.Write(microlitres / 1_000m, "mL");
}
