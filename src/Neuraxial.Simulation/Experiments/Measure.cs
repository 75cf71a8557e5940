using System.Globalization;

namespace Neuraxial.Simulation;

/// <summary>What an observation is a number of.</summary>
internal enum MeasureKind
{
    /// <summary>Mass in a volume, ng/mL within.</summary>
    Concentration,

    /// <summary>Time, h within.</summary>
    Time,

    /// <summary>Area under a curve, ng.h/mL within.</summary>
    Area,

    /// <summary>Volume in a time, mL/h within.</summary>
    Clearance,

    /// <summary>Volume, mL within.</summary>
    Volume,

    /// <summary>Length, cm within.</summary>
    Length,

    /// <summary>A plain number.</summary>
    Ratio,
}

/// <summary>A unit that observations are written in, and how many of the inner unit it is.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Text">As it is written: <c>ng.h/mL</c>; empty for a plain number.</param>
/// <param name="Factor">Inner units in one of it.</param>
internal sealed record MeasureUnit(MeasureKind Kind, string Text, double Factor)
{
    private static readonly (string Text, double Factor)[] Masses = [("pg", 1e-3), ("ng", 1), ("ug", 1e3), ("mg", 1e6)];
    private static readonly (string Text, double Factor)[] Volumes = [("uL", 1e-3), ("mL", 1), ("L", 1e3)];
    private static readonly (string Text, double Factor)[] Times = [("s", 1.0 / 3_600), ("min", 1.0 / 60), ("h", 1), ("d", 24)];
    private static readonly (string Text, double Factor)[] Lengths = [("mm", 0.1), ("cm", 1)];

    /// <summary>A plain number.</summary>
    public static MeasureUnit Plain { get; } = new(MeasureKind.Ratio, "", 1);

    /// <summary>Every unit of a kind.</summary>
    public static IEnumerable<MeasureUnit> Of(MeasureKind kind) =>
        kind switch
        {
            MeasureKind.Concentration => from mass in Masses
            from volume in Volumes
            select new MeasureUnit(kind, $"{mass.Text}/{volume.Text}", mass.Factor / volume.Factor),
            MeasureKind.Area => from mass in Masses
            from time in Times
            from volume in Volumes
            select new MeasureUnit(kind, $"{mass.Text}.{time.Text}/{volume.Text}", mass.Factor * time.Factor / volume.Factor),
            MeasureKind.Clearance => from volume in Volumes
            from time in Times
            select new MeasureUnit(kind, $"{volume.Text}/{time.Text}", volume.Factor / time.Factor),
            MeasureKind.Time => Times.Select(time => new MeasureUnit(kind, time.Text, time.Factor)),
            MeasureKind.Volume => Volumes.Select(volume => new MeasureUnit(kind, volume.Text, volume.Factor)),
            MeasureKind.Length => Lengths.Select(length => new MeasureUnit(kind, length.Text, length.Factor)),
            _ => [Plain],
        };

    /// <summary>An example of a kind, for a message.</summary>
    public static string Example(MeasureKind kind) =>
        kind switch
        {
            MeasureKind.Concentration => "a concentration such as \"4228 ng/mL\"",
            MeasureKind.Time => "a time such as \"196 min\"",
            MeasureKind.Area => "an area such as \"83.6 ng.h/mL\"",
            MeasureKind.Clearance => "a clearance such as \"0.24 mL/min\"",
            MeasureKind.Volume => "a volume such as \"49.9 mL\"",
            MeasureKind.Length => "a length such as \"24 cm\"",
            _ => "a plain number such as 0.43",
        };

    /// <summary>Reads a number with a unit of a kind, by the grammar of all quantities: no sign, no exponent, no bare point, a space before the unit.</summary>
    /// <returns>The number in inner units, and the unit as it is written back; <see langword="null"/> if the text is no such quantity.</returns>
    public static (double Inner, MeasureUnit Unit)? Parse(string text, MeasureKind kind)
    {
        var space = QuantityText.SpaceIn(text);
        if (space <= 0 || !QuantityText.IsPlain(text.AsSpan(0, space)))
        {
            return null;
        }

        var number = double.Parse(text.AsSpan(0, space), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var wanted = Spelled(text[(space + 1)..]);
        return double.IsFinite(number) && Of(kind).FirstOrDefault(unit => unit.Text == wanted) is { } unit ? (number * unit.Factor, unit) : null;
    }

    /// <summary>The unit with each atom as it is written: what the grammar reads besides (<c>mcg</c>, <c>ml</c>) is never written.</summary>
    private static string Spelled(string unit)
    {
        static string Atom(string atom) =>
            atom switch
            {
                "mcg" or "\u00b5g" or "\u03bcg" or "microgram" or "micrograms" => "ug",
                "ul" => "uL",
                "ml" => "mL",
                "l" => "L",
                _ => atom,
            };
        return string.Join('/', unit.Split('/').Select(part => string.Join('.', part.Split('.').Select(Atom))));
    }

    /// <summary>A number in this unit, as it is written: to six significant digits, or as many as are asked for.</summary>
    public string Written(double inner, int digits = 6) => Text.Length == 0 ? Digits(inner, digits) : $"{Digits(inner / Factor, digits)} {Text}";

    /// <summary>Six significant digits, never with an exponent where it can be helped; fewer if asked for, but every digit before the point.</summary>
    internal static string Digits(double number, int digits = 6)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var places = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 20);
        return Math.Abs(number) is >= 1e-15 and < 1e15
            ? number.ToString("0." + new string('#', places), CultureInfo.InvariantCulture)
            : number.ToString("G6", CultureInfo.InvariantCulture);
    }
}
