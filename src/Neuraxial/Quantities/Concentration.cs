using System.Numerics;

namespace Neuraxial;

/// <summary>The concentration of one drug in an infusate: mass per volume.</summary>
/// <remarks>
/// As the product expresses its strength (as salt or as base; see the formulary).
/// Stored exactly in micrograms per millilitre; never negative; <c>default</c> is <see cref="Zero"/>. Equal amounts are equal whatever unit they came from.
/// </remarks>
public readonly record struct Concentration
    : IQuantity<Concentration>,
        IAdditionOperators<Concentration, Concentration, Concentration>,
        ISubtractionOperators<Concentration, Concentration, Concentration>,
        IMultiplyOperators<Concentration, decimal, Concentration>,
        IDivisionOperators<Concentration, decimal, Concentration>,
        IDivisionOperators<Concentration, Concentration, decimal>,
        IComparisonOperators<Concentration, Concentration, bool>,
        IMultiplyOperators<Concentration, Volume, Mass>,
        IMultiplyOperators<Concentration, FlowRate, DoseRate>
{
    private readonly decimal microgramsPerMillilitre;

    private Concentration(decimal microgramsPerMillilitre)
    {
        this.microgramsPerMillilitre = NotNegative.Of(microgramsPerMillilitre);
    }

    /// <inheritdoc/>
    public static Dimension Dimension { get; } = new("a concentration", "mg/mL, ug/mL, ng/mL", 10_000_000m, UnitKind.Mass, UnitKind.Volume);

    /// <inheritdoc/>
    public static Concentration Zero => default;

    /// <summary>From micrograms per millilitre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Concentration FromMicrogramsPerMillilitre(decimal microgramsPerMillilitre) => new(microgramsPerMillilitre);

    /// <summary>From milligrams per millilitre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Concentration FromMilligramsPerMillilitre(decimal milligramsPerMillilitre) => new(1_000m * milligramsPerMillilitre);

    /// <summary>In micrograms per millilitre.</summary>
    public decimal InMicrogramsPerMillilitre() => microgramsPerMillilitre;

    /// <summary>In milligrams per millilitre.</summary>
    public decimal InMilligramsPerMillilitre() => microgramsPerMillilitre / 1_000m;

    decimal IQuantity<Concentration>.Stored => microgramsPerMillilitre;

    static Concentration IQuantity<Concentration>.FromStored(decimal stored) => new(stored);

    /// <summary>The sum.</summary>
    public static Concentration operator +(Concentration left, Concentration right) => new(left.microgramsPerMillilitre + right.microgramsPerMillilitre);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the larger: compare first.</exception>
    public static Concentration operator -(Concentration left, Concentration right) => new(left.microgramsPerMillilitre - right.microgramsPerMillilitre);

    /// <summary>So many times as much.</summary>
    public static Concentration operator *(Concentration left, decimal right) => new(left.microgramsPerMillilitre * right);

    /// <summary>A part of it; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Concentration operator /(Concentration left, decimal right) => new(left.microgramsPerMillilitre / right);

    /// <summary>The ratio; may round in the 28th digit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static decimal operator /(Concentration left, Concentration right) => left.microgramsPerMillilitre / right.microgramsPerMillilitre;

    /// <summary>The mass of drug in that volume.</summary>
    public static Mass operator *(Concentration left, Volume right) => right * left;

    /// <summary>The dose rate at that flow.</summary>
    public static DoseRate operator *(Concentration left, FlowRate right) => DoseRate.FromMicrogramsPerDay(left.microgramsPerMillilitre * right.InMicrolitresPerDay() / 1_000m);

    /// <summary>Whether it is less.</summary>
    public static bool operator <(Concentration left, Concentration right) => left.microgramsPerMillilitre < right.microgramsPerMillilitre;

    /// <summary>Whether it is less or equal.</summary>
    public static bool operator <=(Concentration left, Concentration right) => left.microgramsPerMillilitre <= right.microgramsPerMillilitre;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(Concentration left, Concentration right) => left.microgramsPerMillilitre > right.microgramsPerMillilitre;

    /// <summary>Whether it is more or equal.</summary>
    public static bool operator >=(Concentration left, Concentration right) => left.microgramsPerMillilitre >= right.microgramsPerMillilitre;

    /// <inheritdoc/>
    public int CompareTo(Concentration other) => microgramsPerMillilitre.CompareTo(other.microgramsPerMillilitre);

    /// <summary>The canonical text, in micrograms per millilitre below 1 mg/mL and in milligrams per millilitre from there on, unrounded, the same in every culture.</summary>
    public override string ToString() => microgramsPerMillilitre < 1_000m
            ? QuantityText.Write(microgramsPerMillilitre, "ug/mL")
            : QuantityText.Write(microgramsPerMillilitre / 1_000m, "mg/mL");
}
