using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>When the program and the second implementation agree.</summary>
/// <remarks>
/// A decimal holds 28 digits and a chain of a dozen roundings loses two of them; a wrong formula is off in the first five. One part in 10^20 lies between,
/// far below any pump's step. Numbers so small that a decimal has few digits left for them are held to a distance instead. Durations are whole nanoseconds.
/// </remarks>
internal static class Agreement
{
    public static readonly Rational NanosecondsPerDay = 86_400_000_000_000;
    private static readonly Rational Share = Rational.Parse("0.00000000000000000001");
    private static readonly Rational Distance = Rational.Parse("0.000000000000000000000001");

    public static void Holds(Rational expected, Rational actual, string what)
    {
        var difference = Rational.Abs(actual - expected);
        if (difference > Share * Rational.Abs(expected) && difference > Distance)
        {
            Assert.Fail($"{what}: expected {expected}, was {actual}");
        }
    }

    public static void Holds(Rational expected, decimal actual, string what) => Holds(expected, Rational.From(actual), what);

    /// <summary>Days against a duration, to <paramref name="nanoseconds"/>: one, unless a rounded duration was worked on with.</summary>
    public static void HoldsDays(Rational expectedDays, Rational actualDays, string what, Rational? nanoseconds = null)
    {
        if (Rational.Abs(actualDays - expectedDays) * NanosecondsPerDay > (nanoseconds ?? Rational.One))
        {
            Assert.Fail($"{what}: expected {expectedDays} d, was {actualDays} d");
        }
    }

    public static void HoldsDays(Rational expectedDays, Duration actual, string what, Rational? nanoseconds = null) =>
        HoldsDays(expectedDays, Days(actual), what, nanoseconds);

    public static Rational Days(Duration duration) => duration.ToInt64Nanoseconds() / NanosecondsPerDay;
}
