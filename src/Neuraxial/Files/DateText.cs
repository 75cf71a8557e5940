using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Neuraxial;

/// <summary>Dates and times as files write them: ISO 8601, with an offset wherever a moment is meant.</summary>
public static class DateText
{
    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>"
    );
    private static readonly OffsetDateTimePattern MinuteMoment = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"
    );
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Years in which an infusion can be: outside, a date is a slip of the keyboard.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Reads a date: <c>1958-03-02</c>.</summary>
    public static Parsed<LocalDate> ParseDate(string text)
    {
        var result = Date.Parse(text);
        return result.Success && result.Value.Year is >= FirstYear and <= LastYear
            ? Parsed<LocalDate>.Of(result.Value)
            : Parsed<LocalDate>.Failed($"'{Printable.OneLine(text, 40)}' is no date; expected a day that exists, as 1958-03-02");
    }

    /// <summary>Reads a moment with its offset: <c>2026-11-24T10:00:00Z</c>, <c>2026-11-24T10:00+01:00</c>.</summary>
    public static Parsed<OffsetDateTime> ParseMoment(string text)
    {
        var result = Moment.Parse(text);
        if (!result.Success)
        {
            result = MinuteMoment.Parse(text);
        }

        // The kit reads 24:00 as midnight of the next day: whoever writes it may mean the other one.
        return result.Success && result.Value.Year is >= FirstYear and <= LastYear && !text.Contains("T24", StringComparison.Ordinal)
            ? Parsed<OffsetDateTime>.Of(result.Value)
            : Parsed<OffsetDateTime>.Failed(
                $"'{Printable.OneLine(text, 40)}' is no moment; expected a day and time that exist, with an offset, as 2026-11-24T10:00:00Z or 2026-11-24T10:00+01:00"
            );
    }

    /// <summary>Reads a time of day: <c>06:00</c>.</summary>
    public static Parsed<LocalTime> ParseTime(string text)
    {
        var result = Time.Parse(text);
        return result.Success
            ? Parsed<LocalTime>.Of(result.Value)
            : Parsed<LocalTime>.Failed($"'{Printable.OneLine(text, 40)}' is no time of day; expected 00:00 to 23:59");
    }

    /// <summary>Writes a date: <c>1958-03-02</c>.</summary>
    public static string Write(LocalDate date) => Date.Format(date);

    /// <summary>Writes a time of day: <c>06:00</c>.</summary>
    public static string Write(LocalTime time) => Time.Format(time);

    /// <summary>Writes a moment in UTC, cut to the whole second before it: a date is never rounded up.</summary>
    public static string Write(Instant instant)
    {
        var utc = instant.InUtc();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{utc.Year:D4}-{utc.Month:D2}-{utc.Day:D2}T{utc.Hour:D2}:{utc.Minute:D2}:{utc.Second:D2}Z"
        );
    }
}
