using System.Globalization;
using NodaTime;

namespace Neuraxial;

/// <summary>Dates and times as files write them: ISO 8601, with an offset wherever a moment is meant.</summary>
/// <remarks>Read digit by digit: the library's patterns accept the same texts, and took a third of the time in which a whole file is read and planned.</remarks>
public static class DateText
{
    /// <summary>Years in which an infusion can be: outside, a date is a slip of the keyboard.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Reads a date: <c>1958-03-02</c>.</summary>
    public static Parsed<LocalDate> ParseDate(string text) =>
        Date(text) is { } date
            ? Parsed<LocalDate>.Of(date)
            : Parsed<LocalDate>.Failed($"'{Printable.OneLine(text, 40)}' is no date; expected a day that exists, as 1958-03-02");

    /// <summary>Reads a moment with its offset: <c>2026-11-24T10:00:00Z</c>, <c>2026-11-24T10:00+01:00</c>; seconds and their fraction may be absent.</summary>
    public static Parsed<OffsetDateTime> ParseMoment(string text)
    {
        var zone = text.AsSpan().LastIndexOfAny('Z', '+', '-');
        return
            text.Length > 16
            && text[10] == 'T'
            && zone > 10
            && Date(text.AsSpan(0, 10)) is { } date
            && Time(text.AsSpan(11, zone - 11), seconds: true) is { } time
            && Offset(text.AsSpan(zone)) is { } offset
            ? Parsed<OffsetDateTime>.Of(date.At(time).WithOffset(offset))
            : Parsed<OffsetDateTime>.Failed(
                $"'{Printable.OneLine(text, 40)}' is no moment; expected a day and time that exist, with an offset, as 2026-11-24T10:00:00Z or 2026-11-24T10:00+01:00"
            );
    }

    /// <summary>Reads a time of day: <c>06:00</c>.</summary>
    public static Parsed<LocalTime> ParseTime(string text) =>
        Time(text, seconds: false) is { } time
            ? Parsed<LocalTime>.Of(time)
            : Parsed<LocalTime>.Failed($"'{Printable.OneLine(text, 40)}' is no time of day; expected 00:00 to 23:59");

    /// <summary>Writes a date: <c>1958-03-02</c>.</summary>
    public static string Write(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

    /// <summary>Writes a time of day: <c>06:00</c>.</summary>
    public static string Write(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:D2}:{time.Minute:D2}");

    /// <summary>Writes a moment in UTC, cut to the whole second before it: a date is never rounded up.</summary>
    public static string Write(Instant instant)
    {
        var utc = instant.InUtc();
        Span<char> text = stackalloc char["0000-00-00T00:00:00Z".Length];
        "0000-00-00T00:00:00Z".CopyTo(text);
        Put(utc.Year, text[..4]);
        Put(utc.Month, text[5..7]);
        Put(utc.Day, text[8..10]);
        Put(utc.Hour, text[11..13]);
        Put(utc.Minute, text[14..16]);
        Put(utc.Second, text[17..19]);
        return text.ToString();
    }

    /// <summary>Fills a place with the digits of a number, zeros before it.</summary>
    private static void Put(int number, Span<char> place)
    {
        for (var i = place.Length - 1; i >= 0; i--)
        {
            place[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    private static LocalDate? Date(ReadOnlySpan<char> text) =>
        text.Length == 10
        && text[4] == '-'
        && text[7] == '-'
        && Digits(text[..4]) is { } year and >= FirstYear and <= LastYear
        && Digits(text[5..7]) is { } month and >= 1 and <= 12
        && Digits(text[8..]) is { } day and >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>Hours and minutes; where seconds may stand, also those, with up to nine digits behind the point.</summary>
    private static LocalTime? Time(ReadOnlySpan<char> text, bool seconds)
    {
        if (
            text.Length < 5
            || text[2] != ':'
            || Digits(text[..2]) is not { } hour
            || hour > 23
            || Digits(text[3..5]) is not { } minute
            || minute > 59
        )
        {
            return null;
        }

        var time = new LocalTime(hour, minute);
        if (text.Length == 5)
        {
            return time;
        }

        return seconds && text.Length >= 8 && text[5] == ':' && Digits(text[6..8]) is { } second and <= 59 && Fraction(text[8..]) is { } nanoseconds
            ? time.PlusSeconds(second).PlusNanoseconds(nanoseconds)
            : null;
    }

    private static int? Fraction(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (text[0] != '.' || text.Length is 1 or > 10 || Digits(text[1..]) is not { } digits)
        {
            return null;
        }

        for (var missing = 10 - text.Length; missing > 0; missing--)
        {
            digits *= 10;
        }

        return digits;
    }

    private static Offset? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z")
        {
            return NodaTime.Offset.Zero;
        }

        return
            text.Length == 6
            && text[3] == ':'
            && Digits(text[1..3]) is { } hours and <= 18
            && Digits(text[4..]) is { } minutes and <= 59
            && (hours < 18 || minutes == 0)
            ? NodaTime.Offset.FromSeconds((text[0] == '-' ? -60 : 60) * ((hours * 60) + minutes))
            : null;
    }

    /// <summary>A number of at most nine digits and nothing else.</summary>
    private static int? Digits(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') < 0 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
