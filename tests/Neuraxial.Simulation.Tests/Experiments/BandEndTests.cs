using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>A time of a peak is one of the grid's, and so may be the very end of a band, written in another unit and rounded another way.</summary>
public sealed class BandEndTests
{
    /// <summary>Of the minutes of a day 117 are one thing as a number of minutes over 60 and another as nanoseconds over an hour's.</summary>
    [Fact]
    public void Any_minute_at_which_a_curve_may_peak_is_inside_a_band_that_ends_there()
    {
        for (var minute = 1; minute <= 1_440; minute++)
        {
            var (inner, unit) = MeasureUnit.Parse($"{minute} min", MeasureKind.Time)!.Value;
            var found = RateSchedule.Hours(Duration.FromMinutes(minute).ToInt64Nanoseconds());
            Assert.True(Inside(found, (inner, inner), unit) is true, $"{minute}");
            Assert.False(Inside(found + (1.0 / 3_600), (inner, inner), unit) is true, $"{minute}");
            Assert.False(Inside(found - (1.0 / 3_600), (inner, inner), unit) is true, $"{minute}");
        }
    }

    private static bool? Inside(double found, (double Low, double High) band, MeasureUnit unit) =>
        new ValidationRow(Study, new Observation(ObservationKind.TimeOfPeak) { Band = band, Unit = unit }, found, null).Inside;

    private static readonly Experiment Study = new()
    {
        Name = "case",
        Subject = new Subject(Species.Human),
        Drug = "morphine",
        Doses = [],
        Samples = [],
        Until = Duration.FromHours(24),
        Every = Duration.FromMinutes(1),
    };
}
