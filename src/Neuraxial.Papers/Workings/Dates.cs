using NodaTime;

namespace Neuraxial.Papers;

/// <summary>Moments that come so many hours or days after another, as lines that a calendar can check.</summary>
internal static class Dates
{
    /// <summary>A moment and what is added to it; hours below ten days, days from there on.</summary>
    public static Working Later(string what, Document document, Instant from, Duration elapsed)
    {
        var added = elapsed < Duration.FromDays(10) ? Terms.Hours(elapsed).Text : Terms.Days(elapsed).Text;
        var result = document.Clock(from + elapsed);
        var printed = Term.Of(added).Value!.Value;
        var reached = from + (elapsed < Duration.FromDays(10) ? Durations.FromHours(printed) : Durations.FromDays(printed));
        return new Working(what, Term.Date($"{document.Clock(from)} + {added}", document.Clock(reached) == result), result);
    }
}
