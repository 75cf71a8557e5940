using System.Globalization;
using NodaTime;

namespace Neuraxial;

/// <summary>
/// The one formatter of quantities for people (hazards C4): microgram in full, a zero before a point and none after the last digit,
/// commas between thousands, number and unit held together, times in words, "per" and never "/". What it writes is not read back: files have their own grammar.
/// </summary>
/// <remarks>Numbers are shown with five significant digits and all digits before the point; the full number is in the JSON result.</remarks>
public static class Display
{
    private const string NoBreak = "\u00a0";
    private const string AllDigits = "#,##0.############################";
    private const int SignificantDigits = 5;
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>A mass: <c>250 microgram</c>, <c>1.5 mg</c>.</summary>
    /// <param name="mass">The mass.</param>
    /// <param name="inMicrograms">Micrograms even above a milligram, as the drug is spoken of.</param>
    public static string Of(Mass mass, bool inMicrograms = false) =>
        inMicrograms || mass < Mass.FromMilligrams(1m) ? With(mass.InMicrograms(), "microgram") : With(mass.InMilligrams(), "mg");

    /// <summary>A body weight: <c>58 kg</c>.</summary>
    public static string OfBody(Mass mass) => With(mass.InKilograms(), "kg");

    /// <summary>A volume: <c>0.31 mL</c>.</summary>
    public static string Of(Volume volume) => With(volume.InMillilitres(), "mL");

    /// <summary>A concentration: <c>10 mg per mL</c>.</summary>
    /// <param name="concentration">The concentration.</param>
    /// <param name="inMicrograms">Micrograms even above a milligram, as the drug is spoken of.</param>
    public static string Of(Concentration concentration, bool inMicrograms = false) =>
        inMicrograms || concentration < Concentration.FromMilligramsPerMillilitre(1m)
            ? With(concentration.InMicrogramsPerMillilitre(), "microgram per mL")
            : With(concentration.InMilligramsPerMillilitre(), "mg per mL");

    /// <summary>A flow by the day: <c>0.2 mL per day</c>.</summary>
    public static string Of(FlowRate rate) => With(rate.InMillilitresPerDay(), "mL per day");

    /// <summary>A flow by the hour: <c>2.5 mL per hour</c>.</summary>
    public static string PerHour(FlowRate rate) => With(rate.InMillilitresPerHour(), "mL per hour");

    /// <summary>A dose by the day: <c>75 microgram per day</c>.</summary>
    /// <param name="dose">The dose.</param>
    /// <param name="inMicrograms">Micrograms even above a milligram, as the drug is spoken of.</param>
    public static string Of(DoseRate dose, bool inMicrograms = false) => Of(dose * Durations.OneDay, inMicrograms) + " per day";

    /// <summary>A dose by the hour: <c>0.1 mg per hour</c>.</summary>
    /// <param name="dose">The dose.</param>
    /// <param name="inMicrograms">Micrograms even above a milligram, as the drug is spoken of.</param>
    public static string PerHour(DoseRate dose, bool inMicrograms = false) =>
        Of(Mass.FromMicrograms(dose.InMicrogramsPerDay() / 24m), inMicrograms) + " per hour";

    /// <summary>The daily dose of a drug, in the unit in which that drug is spoken of.</summary>
    public static string Of(DrugDose dose) => Of(dose.Dose, dose.Drug.ShownInMicrograms);

    /// <summary>A mass of a drug, in the unit in which that drug is spoken of.</summary>
    public static string Of(DrugMass mass) => Of(mass.Mass, mass.Drug.ShownInMicrograms);

    /// <summary>The concentration of a drug, in the unit in which that drug is spoken of.</summary>
    public static string Of(InfusateDrug part) => Of(part.Concentration, part.Drug.ShownInMicrograms);

    /// <summary>A length: <c>80 cm</c>.</summary>
    public static string Of(Length length) => With(length.InCentimetres(), "cm");

    /// <summary>A duration in words: minutes below two hours, hours below ten days, days from there on.</summary>
    public static string Of(Duration duration) =>
        duration < Duration.FromHours(2) ? Counted(duration.InMinutes(), "minute")
        : duration < Duration.FromDays(10) ? Counted(duration.InHours(), "hour")
        : Counted(duration.InDays(), "day");

    /// <summary>A moment on a clock: <c>24-Nov-2026 10:00</c>, cut to the minute before it.</summary>
    public static string Of(LocalDateTime clock) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Day:D2}-{Months[clock.Month - 1]}-{clock.Year:D4}{NoBreak}{clock.Hour:D2}:{clock.Minute:D2}"
        );

    /// <summary>A day: <c>24-Nov-2026</c>.</summary>
    public static string Of(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day:D2}-{Months[day.Month - 1]}-{day.Year:D4}");

    /// <summary>A ratio of two doses: <c>4 times</c>, <c>0.25 times</c>.</summary>
    public static string Times(decimal ratio) => With(ratio, "times");

    /// <summary>A per cent value with its sign: <c>+21.9 %</c>.</summary>
    public static string Percent(decimal percent) => (percent > 0m ? "+" : "") + With(percent, "%");

    /// <summary>A number by the display rules: five significant digits, comma groups, no trailing zero.</summary>
    public static string Number(decimal number) => Rounded(number).ToString(AllDigits, CultureInfo.InvariantCulture);

    /// <summary>A quantity as the catalogue writes it, all its digits, its unit in words: <c>24 mL/d</c> as <c>24 mL per day</c>; any other text as it is.</summary>
    internal static string OfWritten(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || !decimal.TryParse(text.AsSpan(0, space), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return text;
        }

        var atoms = text[(space + 1)..].Split('/');
        for (var i = 0; i < atoms.Length; i++)
        {
            atoms[i] = Word(atoms[i], plural: i == 0 && number != 1m);
        }

        return string.Concat(number.ToString(AllDigits, CultureInfo.InvariantCulture), NoBreak, string.Join(" per ", atoms));
    }

    private static string Word(string atom, bool plural) =>
        atom switch
        {
            "ug" => "microgram",
            "ng" => "nanogram",
            "s" => plural ? "seconds" : "second",
            "min" => plural ? "minutes" : "minute",
            "h" => plural ? "hours" : "hour",
            "d" => plural ? "days" : "day",
            "wk" => plural ? "weeks" : "week",
            _ => atom,
        };

    private static string With(decimal number, string unit) => Number(number) + NoBreak + unit;

    private static string Counted(decimal number, string unit) => With(number, Rounded(number) == 1m ? unit : unit + "s");

    private static decimal Rounded(decimal number)
    {
        if (number == 0m)
        {
            return 0m;
        }

        var decimals = SignificantDigits - 1;
        for (var size = decimal.Abs(number); size >= 10m && decimals > 0; size /= 10m)
        {
            decimals--;
        }

        for (var size = decimal.Abs(number); size < 1m && decimals < 28; size *= 10m)
        {
            decimals++;
        }

        return decimal.Round(number, decimals, MidpointRounding.AwayFromZero);
    }
}
