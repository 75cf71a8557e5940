using NodaTime;

namespace Neuraxial.Papers;

/// <summary>Terms of the quantities that formulas of a plan are made of, and the lines that come again and again.</summary>
internal static class Terms
{
    /// <summary>24 hours in a day.</summary>
    public static Term HoursPerDay { get; } = Term.Of("24\u00a0hours per day");

    /// <summary>60 minutes in an hour.</summary>
    public static Term MinutesPerHour { get; } = Term.Of("60\u00a0minutes per hour");

    private static Term MicrogramPerMilligram { get; } = Term.Of("1,000\u00a0microgram per mg");

    public static Term Of(Volume volume) => Term.Of(Display.Of(volume));

    public static Term Of(FlowRate rate) => Term.Of(Display.Of(rate));

    public static Term PerHour(FlowRate rate) => Term.Of(Display.PerHour(rate));

    public static Term Of(InfusateDrug part) => Term.Of(Display.Of(part));

    public static Term Of(Concentration concentration, Drug drug) => Term.Of(Display.Of(concentration, drug.ShownInMicrograms));

    public static Term Days(Duration duration) => Term.Of(Counted(duration.InDays(), "day"));

    public static Term Hours(Duration duration) => Term.Of(Counted(duration.InHours(), "hour"));

    public static Term Minutes(Duration duration) => Term.Of(Counted(duration.InMinutes(), "minute"));

    /// <summary>A number with a noun that is counted.</summary>
    public static string Counted(decimal number, string noun)
    {
        var shown = Display.Number(number);
        return $"{shown}\u00a0{noun}{(shown == "1" ? "" : "s")}";
    }

    /// <summary>A duration as <see cref="Display"/> writes it, from a number of days: hours below ten days, minutes below two hours.</summary>
    /// <param name="what">What lasts so long.</param>
    /// <param name="days">A formula that comes to days.</param>
    /// <param name="duration">What the plan says.</param>
    public static Working Lasting(string what, Term days, Duration duration)
    {
        var shown = Display.Of(duration);
        var from =
            shown.Contains("minute", StringComparison.Ordinal) ? days * HoursPerDay * MinutesPerHour
            : shown.Contains("hour", StringComparison.Ordinal) ? days * HoursPerDay
            : days;
        return new Working(what, from, shown);
    }

    /// <summary>A line that ends in a mass, a dose or a concentration, with the step from milligram to microgram written out where its two sides differ in that.</summary>
    /// <param name="what">What is worked out.</param>
    /// <param name="from">The calculation.</param>
    /// <param name="inMicrograms">Whether the mass in the calculation is in microgram.</param>
    /// <param name="result">What comes out.</param>
    public static Working Mass(string what, Term from, bool inMicrograms, string result) =>
        new(what, Converted(from, inMicrograms, IsMicrogram(result)), result);

    /// <summary>A concentration or a dose times something, or divided by it.</summary>
    public static Working Mass(string what, string amount, Func<Term, Term> calculation, string result) =>
        Mass(what, calculation(Term.Of(amount)), IsMicrogram(amount), result);

    /// <summary>Whether an amount is printed in microgram.</summary>
    public static bool IsMicrogram(string displayed) => displayed.Contains("microgram", StringComparison.Ordinal);

    /// <summary>A calculation in milligram as one in microgram, or the other way round.</summary>
    public static Term Converted(Term from, bool isMicrogram, bool wanted) =>
        isMicrogram == wanted ? from
        : wanted ? from * MicrogramPerMilligram
        : from / MicrogramPerMilligram;
}
