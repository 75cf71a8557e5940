namespace Neuraxial;

/// <summary>Recognises units that are real but of another dimension, and the common misspellings, for messages only: none of these is ever read.</summary>
internal static class Units
{
    private static readonly Dimension[] Known =
    [
        Mass.Dimension,
        Volume.Dimension,
        Concentration.Dimension,
        FlowRate.Dimension,
        DoseRate.Dimension,
        Length.Dimension,
        VolumePerLength.Dimension,
        LengthPerVolume.Dimension,
        TravelRate.Dimension,
        BodyDoseRate.Dimension,
        Dimension.Time,
    ];

    public static bool IsKnown(string unit) => Array.Exists(Known, dimension => Unit.Factor(unit, dimension) is not null);

    /// <summary>The unit that was probably meant: other letter case, words for time, the forms of worksheets.</summary>
    public static string? Suggestion(string unit)
    {
        var atoms = unit.Trim().Split('/', 4);
        for (var i = 0; i < atoms.Length; i++)
        {
            if (Meant(atoms[i].Trim()) is not { } atom)
            {
                return null;
            }

            atoms[i] = atom;
        }

        var suggestion = string.Join('/', atoms);
        return suggestion == unit ? null : suggestion;
    }

    private static string? Meant(string atom) =>
        atom.ToUpperInvariant() switch
        {
            "MG" or "MILLIGRAM" or "MILLIGRAMS" or "MGS" => "mg",
            "UG" or "MCG" or "MCGS" or "\u00b5G" or "\u03bcG" or "\u039cG" or "MICROGRAM" or "MICROGRAMS" or "UGS" => "ug",
            "NG" or "NANOGRAM" or "NANOGRAMS" => "ng",
            "G" or "GRAM" or "GRAMS" or "GM" => "g",
            "KG" or "KGS" => "kg",
            "ML" or "MLS" or "MILLILITRE" or "MILLILITRES" or "MILLILITER" or "MILLILITERS" or "CC" => "mL",
            "UL" or "\u00b5L" or "\u03bcL" or "\u039cL" or "MICROLITRE" or "MICROLITRES" => "uL",
            "L" or "LITRE" or "LITER" => "L",
            "H" or "HR" or "HRS" or "HOUR" or "HOURS" => "h",
            "D" or "DAY" or "DAYS" or "24H" or "24 H" or "24HR" => "d",
            "MIN" or "MINS" or "MINUTE" or "MINUTES" => "min",
            "S" or "SEC" or "SECS" or "SECOND" or "SECONDS" => "s",
            "WK" or "WEEK" or "WEEKS" => "wk",
            "CM" => "cm",
            "MM" => "mm",
            _ => null,
        };
}
