namespace Neuraxial;

/// <summary>
/// One atom of a unit: what it measures, and by what a number in it is multiplied to reach the stored unit,
/// standing above the fraction bar or below it. Both factors are exact: a unit whose reciprocal is no finite decimal
/// (the week below the bar) has none there and is refused.
/// </summary>
internal readonly record struct Unit(UnitKind Kind, decimal Above, decimal? Below)
{
    /// <summary>Reads one atom: UCUM, case-sensitive, plus the spellings of the microgram that are safe to read.</summary>
    /// <remarks>
    /// UCUM allows <c>l</c> and <c>L</c> for the litre. <c>Mg</c> is the megagram in UCUM and <c>MG</c> nothing: neither is read.
    /// "mcg", "µg" (both code points) and "microgram" are read because they cannot mean anything else; they are never written.
    /// </remarks>
    public static Unit? Find(ReadOnlySpan<char> atom) =>
        atom switch
        {
            "ug" or "mcg" or "\u00b5g" or "\u03bcg" or "microgram" or "micrograms" => new Unit(UnitKind.Mass, 1m, 1_000_000_000m),
            "ng" => new Unit(UnitKind.Mass, 0.001m, null),
            "mg" => new Unit(UnitKind.Mass, 1_000m, 1_000_000m),
            "g" => new Unit(UnitKind.Mass, 1_000_000m, 1_000m),
            // Below the bar a mass is a body's: per kilogram is one.
            "kg" => new Unit(UnitKind.Mass, 1_000_000_000m, 1m),
            "uL" or "ul" => new Unit(UnitKind.Volume, 1m, 1_000m),
            // Above the bar volumes count in microlitres, below it in millilitres: concentrations are stored per millilitre.
            "mL" or "ml" => new Unit(UnitKind.Volume, 1_000m, 1m),
            "L" or "l" => new Unit(UnitKind.Volume, 1_000_000m, 0.001m),
            "mm" => new Unit(UnitKind.Length, 1m, 10m),
            // Below the bar lengths count in centimetres, as catheter makers do.
            "cm" => new Unit(UnitKind.Length, 10m, 1m),
            "m" => new Unit(UnitKind.Length, 1_000m, 0.01m),
            // Above the bar time counts in nanoseconds (NodaTime's Duration), below it in days.
            "s" => new Unit(UnitKind.Time, 1_000_000_000m, 86_400m),
            "min" => new Unit(UnitKind.Time, 60_000_000_000m, 1_440m),
            "h" => new Unit(UnitKind.Time, 3_600_000_000_000m, 24m),
            "d" => new Unit(UnitKind.Time, Durations.NanosecondsPerDay, 1m),
            "wk" => new Unit(UnitKind.Time, 7m * Durations.NanosecondsPerDay, null),
            _ => null,
        };

    /// <summary>
    /// The exact factor from a number in <paramref name="unit"/> to the stored unit of <paramref name="dimension"/>,
    /// or <see langword="null"/> where the unit is unknown or of another dimension.
    /// </summary>
    public static decimal? Factor(ReadOnlySpan<char> unit, Dimension dimension)
    {
        var factor = 1m;
        var position = 0;
        foreach (var range in unit.Split('/'))
        {
            if (position > dimension.Denominators.Length || Find(unit[range]) is not { } atom)
            {
                return null;
            }

            var expected = position == 0 ? dimension.Numerator : dimension.Denominators[position - 1];
            var part = position == 0 ? atom.Above : atom.Below;
            if (atom.Kind != expected || part is null)
            {
                return null;
            }

            factor *= part.Value;
            position++;
        }

        return position == dimension.Denominators.Length + 1 ? factor : null;
    }
}
