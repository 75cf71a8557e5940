using System.Numerics;
using NodaTime;

namespace Neuraxial;

/// <summary>An amount of drug, or the mass of a body.</summary>
/// <remarks>
/// Not a dose per time: that is a <see cref="DoseRate"/>.
/// Stored exactly in micrograms; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct Mass
    : IQuantity<Mass>,
        IAdditionOperators<Mass, Mass, Mass>,
        ISubtractionOperators<Mass, Mass, Mass>,
        IMultiplyOperators<Mass, decimal, Mass>,
        IDivisionOperators<Mass, decimal, Mass>,
        IDivisionOperators<Mass, Mass, decimal>,
        IComparisonOperators<Mass, Mass, bool>,
        IDivisionOperators<Mass, Volume, Concentration>,
        IDivisionOperators<Mass, Concentration, Volume>,
        IDivisionOperators<Mass, Duration, DoseRate>
{
    private readonly decimal micrograms;

    private Mass(decimal micrograms)
    {
        this.micrograms = NotNegative.Of(micrograms);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a mass", "mg, ug, g, ng, kg", 1_000_000_000_000m, UnitKind.Mass);

    /// <inheritdoc/>
    public static Mass Zero => default;

    /// <summary>From micrograms.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Mass FromMicrograms(decimal micrograms) => new(micrograms);

    /// <summary>From milligrams.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Mass FromMilligrams(decimal milligrams) => new(1_000m * milligrams);

    /// <summary>From kilograms.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Mass FromKilograms(decimal kilograms) => new(1_000_000_000m * kilograms);

    /// <summary>In micrograms.</summary>
    public decimal InMicrograms() => micrograms;

    /// <summary>In milligrams.</summary>
    public decimal InMilligrams() => micrograms / 1_000m;

    /// <summary>In kilograms.</summary>
    public decimal InKilograms() => micrograms / 1_000_000_000m;

    decimal IQuantity<Mass>.Stored => micrograms;

    static Mass IQuantity<Mass>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.micrograms + right.micrograms);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static Mass operator -(Mass left, Mass right) => new(left.micrograms - right.micrograms);

    /// <summary>So many times as much.</summary>
    public static Mass operator *(Mass left, decimal right) => new(left.micrograms * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Mass operator /(Mass left, decimal right) => new(left.micrograms / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Mass left, Mass right) => left.micrograms / right.micrograms;

    /// <summary>The concentration of that mass in that volume; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Concentration operator /(Mass left, Volume right) => Concentration.FromMicrogramsPerMillilitre(left.micrograms * 1_000m / right.InMicrolitres());

    /// <summary>The volume that holds that mass; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Volume operator /(Mass left, Concentration right) => Volume.FromMicrolitres(left.micrograms * 1_000m / right.InMicrogramsPerMillilitre());

    /// <summary>The mean dose rate when that mass is given over that time; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static DoseRate operator /(Mass left, Duration right) => DoseRate.FromMicrogramsPerDay(Durations.PerDay(left.micrograms, right));

    /// <summary>Whether it is less.</summary>
    public static bool operator <(Mass left, Mass right) => left.micrograms < right.micrograms;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(Mass left, Mass right) => left.micrograms <= right.micrograms;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(Mass left, Mass right) => left.micrograms > right.micrograms;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(Mass left, Mass right) => left.micrograms >= right.micrograms;

    /// <inheritdoc/>
    public int CompareTo(Mass other) => micrograms.CompareTo(other.micrograms);

    /// <summary>The canonical text, micrograms below one milligram and milligrams from there on, unrounded, the same in every culture.</summary>
    public override string ToString() => micrograms < 1_000m ? QuantityText.Write(micrograms, "ug") : QuantityText.Write(micrograms / 1_000m, "mg");
}
