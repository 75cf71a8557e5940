using NodaTime;

namespace Neuraxial;

/// <summary>
/// Exact arithmetic on NodaTime's <see cref="Duration"/>, which counts whole nanoseconds: in and out as <see cref="decimal"/>, never as binary floating point.
/// A quotient is rounded to the nearest nanosecond here and nowhere else.
/// </summary>
public static class Durations
{
    internal const decimal NanosecondsPerDay = 86_400_000_000_000m;
    private const decimal NanosecondsPerHour = 3_600_000_000_000m;
    private const decimal NanosecondsPerMinute = 60_000_000_000m;

    /// <summary>A hundred years: longer than any infusion, and what a date can be moved by without leaving the calendar.</summary>
    public static Duration Longest { get; } = Duration.FromDays(36_525);

    /// <summary>One day of 24 hours.</summary>
    public static Duration OneDay { get; } = Duration.FromDays(1);

    /// <summary>So many days of 24 hours, rounded to the nanosecond.</summary>
    /// <param name="days">Not negative, at most a hundred years.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or longer than a hundred years.</exception>
    public static Duration FromDays(decimal days) => FromNanoseconds(days, NanosecondsPerDay);

    /// <summary>So many hours, rounded to the nanosecond.</summary>
    /// <param name="hours">Not negative, at most a hundred years.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or longer than a hundred years.</exception>
    public static Duration FromHours(decimal hours) => FromNanoseconds(hours, NanosecondsPerHour);

    /// <summary>So many minutes, rounded to the nanosecond.</summary>
    /// <param name="minutes">Not negative, at most a hundred years.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or longer than a hundred years.</exception>
    public static Duration FromMinutes(decimal minutes) => FromNanoseconds(minutes, NanosecondsPerMinute);

    /// <summary>In days of 24 hours, as exactly as a decimal can hold.</summary>
    /// <param name="duration">Any, also the time between the first and the last date that can be written.</param>
    public static decimal InDays(this Duration duration) => InNanoseconds(duration) / NanosecondsPerDay;

    /// <summary>In hours, as exactly as a decimal can hold.</summary>
    /// <param name="duration">Any, also the time between the first and the last date that can be written.</param>
    public static decimal InHours(this Duration duration) => InNanoseconds(duration) / NanosecondsPerHour;

    /// <summary>In minutes, as exactly as a decimal can hold.</summary>
    /// <param name="duration">Any, also the time between the first and the last date that can be written.</param>
    public static decimal InMinutes(this Duration duration) => InNanoseconds(duration) / NanosecondsPerMinute;

    /// <summary>How often <paramref name="part"/> goes into <paramref name="whole"/>, as exactly as a decimal can hold.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="part"/> is zero.</exception>
    public static decimal Over(this Duration whole, Duration part) => InNanoseconds(whole) / InNanoseconds(part);

    /// <summary>
    /// <paramref name="perDay"/> × <paramref name="duration"/>, exact wherever the product has a finite decimal:
    /// whole days are multiplied, the rest multiplied before it is divided.
    /// </summary>
    internal static decimal Times(decimal perDay, Duration duration)
    {
        var nanoseconds = duration.ToInt64Nanoseconds();
        var days = nanoseconds / (long)NanosecondsPerDay;
        var rest = nanoseconds - (days * (long)NanosecondsPerDay);
        return (perDay * days) + (perDay * rest / NanosecondsPerDay);
    }

    /// <summary>The rate per day at which <paramref name="amount"/> is spread over <paramref name="duration"/>.</summary>
    internal static decimal PerDay(decimal amount, Duration duration) => amount * NanosecondsPerDay / duration.ToInt64Nanoseconds();

    /// <summary>A 64-bit count would end at 292 years, and two dates in a file may lie further apart.</summary>
    private static decimal InNanoseconds(Duration duration) => (duration.Days * NanosecondsPerDay) + duration.NanosecondOfDay;

    private static Duration FromNanoseconds(decimal count, decimal each)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 36_525m * NanosecondsPerDay / each);
        return Duration.FromNanoseconds((long)decimal.Round(Sign.Checked(count) * each));
    }
}
