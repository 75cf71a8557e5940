using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Durations are whole nanoseconds, in and out as decimals, never as binary floating point.</summary>
public sealed class DurationsTests
{
    [Theory]
    [InlineData("0.1", "8640000000000")]
    [InlineData("1.5", "129600000000000")]
    [InlineData("0", "0")]
    public void Days_go_in_as_nanoseconds(string days, string nanoseconds) =>
        Assert.Equal(nanoseconds, $"{Durations.FromDays(Number(days)).ToInt64Nanoseconds()}");

    [Theory]
    [InlineData("0.0000000000000057", "0")] // half a nanosecond, less a little
    [InlineData("0.0000000000000059", "1")]
    public void What_is_less_than_a_nanosecond_is_rounded_to_the_nearest(string days, string nanoseconds) =>
        Assert.Equal(nanoseconds, $"{Durations.FromDays(Number(days)).ToInt64Nanoseconds()}");

    [Fact]
    public void What_comes_out_goes_in_again() =>
        Gen.Long[0, 3_000_000_000_000_000_000]
            .Sample(
                nanoseconds =>
                {
                    var duration = Duration.FromNanoseconds(nanoseconds);
                    Assert.Equal(duration, Durations.FromDays(duration.InDays()));
                    Assert.Equal(duration, Durations.FromHours(duration.InHours()));
                    Assert.Equal(duration, Durations.FromMinutes(duration.InMinutes()));
                    Agreement.Holds(Agreement.Days(duration), duration.InDays(), "days");
                },
                iter: 5_000
            );

    [Fact]
    public void Nothing_negative_and_nothing_beyond_a_hundred_years_is_a_duration_here()
    {
        Assert.Equal(Duration.Zero, Durations.FromDays(-0.0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Durations.FromDays(-0.000_001m));
        Assert.Equal(Durations.Longest, Durations.FromDays(36_525m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Durations.FromDays(36_525.000_001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Durations.FromHours(876_601m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Durations.FromMinutes(52_596_001m));
    }

    /// <summary>From 1 January 1900 to 31 December 2200, the first and the last day that a file may name, is longer than 64 bits of nanoseconds.</summary>
    [Fact]
    public void The_time_between_the_first_and_the_last_date_of_a_file_comes_out()
    {
        var between = Instant.FromUtc(2200, 12, 31, 0, 0) - Instant.FromUtc(1900, 1, 1, 0, 0);
        Assert.Equal(109_937m, between.InDays());
        Assert.Equal(109_937m * 24m, between.InHours());
        Assert.Equal(109_937m * 1_440m, between.InMinutes());
        Assert.Equal(109_937m, between.Over(Durations.OneDay));
        Assert.Equal(-109_937m, (-between).InDays());
    }

    [Fact]
    public void How_often_one_goes_into_another_is_their_ratio()
    {
        Assert.Equal(3m, Durations.OneDay.Over(Duration.FromHours(8)));
        Assert.Equal(0.5m, Durations.OneDay.Over(Duration.FromDays(2)));
        Assert.Throws<DivideByZeroException>(() => Durations.OneDay.Over(Duration.Zero));
    }

    private static decimal Number(string digits) => decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
