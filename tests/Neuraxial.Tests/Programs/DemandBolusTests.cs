using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>
/// How many demand boluses a window can hold. The reference is a patient who asks every minute and a pump that looks back at its history: nothing of
/// the arithmetic under test is in it.
/// </summary>
public sealed class DemandBolusTests
{
    private static readonly Volume Dose = Volume.FromMillilitres(1m);

    private static readonly Gen<(int Lockout, int Duration, int Count, int Per)> Settings = Gen.Select(
        Gen.OneOf(Gen.Int[1, 120], Gen.OneOf(5, 6, 8, 10, 12, 15, 20, 30, 60)),
        Gen.Int[1, 60],
        Gen.Int[1, 12],
        Gen.OneOf(Gen.Int[1, 300], Gen.OneOf(30, 60, 120, 240, 1_440)),
        (lockout, duration, count, per) => (lockout, Math.Min(duration, lockout), count, per)
    );

    public static TheoryData<int, int, int, int, int> Counts =>
        new()
        {
            // lockout min, maximum (0: none), per min, window min, most by hand
            { 12, 0, 0, 60, 5 }, // O9: 2 mg every 12 min, 5 doses in an hour
            { 10, 0, 0, 60, 6 }, // O10
            { 20, 0, 0, 60, 3 }, // O11
            { 8, 0, 0, 60, 8 }, // O12: the eighth begins at minute 56
            { 25, 0, 0, 60, 3 }, // O12
            { 7, 0, 0, 60, 9 },
            { 60, 0, 0, 60, 1 },
            { 61, 0, 0, 60, 1 },
            { 10, 4, 60, 60, 4 },
            { 10, 4, 60, 61, 5 }, // the fifth at minute 60
            { 10, 4, 60, 1_440, 96 },
            { 10, 6, 60, 1_440, 144 }, // O25: lockout 10 min
            { 15, 4, 60, 60, 4 }, // the lockout alone gives four
            { 15, 5, 60, 1_440, 96 },
            { 50, 2, 60, 100, 2 }, // the second waits for the lockout, the third for the first to be both 60 and 100 min old
            { 50, 2, 60, 101, 3 },
            { 5, 6, 1_440, 1_440, 6 }, // X10: six a day
            { 5, 6, 1_440, 2_880, 12 },
            { 5, 6, 1_440, 1_441, 7 },
        };

    [Theory]
    [Trait("Hazard", "HZ-43")]
    [MemberData(nameof(Counts))]
    public void A_window_holds_as_many_boluses_as_lockout_and_maximum_grant(int lockout, int count, int per, int window, int most)
    {
        var demand = Bolus(lockout, null, count, per);
        Assert.Equal(most, demand.Most(Duration.FromMinutes(window), LockoutReference.StartToStart));
        Assert.Equal(most, Asked(window, lockout, count, per));
    }

    [Theory]
    [InlineData(60, 20, 3)] // from start to start: 0, 20, 40
    [InlineData(60, 25, 3)] // 0, 25, 50
    public void A_lockout_that_counts_from_the_start_does_not_ask_how_long_a_bolus_takes(int window, int lockout, int most) =>
        Assert.Equal(most, Bolus(lockout, 10, 0, 0).Most(Duration.FromMinutes(window), LockoutReference.StartToStart));

    [Theory]
    [InlineData(60, 20, 2)] // a bolus of 10 min, then 20 min: 0, 30
    [InlineData(61, 20, 3)]
    [InlineData(60, 25, 2)] // 0, 35
    public void A_lockout_that_counts_from_the_end_adds_the_bolus(int window, int lockout, int most) =>
        Assert.Equal(most, Bolus(lockout, 10, 0, 0).Most(Duration.FromMinutes(window), LockoutReference.EndToStart));

    [Fact]
    public void A_patient_who_asks_every_minute_gets_as_many() =>
        Gen.Select(Settings, Gen.Int[0, 4_000], Gen.Bool, Gen.Enum<LockoutReference>())
            .Sample(
                (settings, window, limited, reference) =>
                {
                    var (lockout, duration, count, per) = settings;
                    var demand = Bolus(lockout, duration, limited ? count : 0, per);
                    var spacing = reference == LockoutReference.StartToStart ? lockout : lockout + duration;
                    Assert.Equal(Asked(window, spacing, limited ? count : 0, per), demand.Most(Duration.FromMinutes(window), reference));
                },
                iter: 3_000
            );

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void No_window_of_a_patient_who_asks_every_minute_holds_more_wherever_it_lies() =>
        Gen.Select(Settings, Gen.Int[1, 600], Gen.Bool)
            .Sample(
                (settings, window, limited) =>
                {
                    var (lockout, duration, count, per) = settings;
                    var starts = Starts(3_000, lockout, limited ? count : 0, per);
                    var most = Bolus(lockout, duration, limited ? count : 0, per).Most(Duration.FromMinutes(window), LockoutReference.StartToStart);
                    foreach (var from in starts)
                    {
                        Assert.True(starts.Count(start => start >= from && start < from + window) <= most);
                    }
                },
                iter: 500
            );

    [Fact]
    public void The_mean_flow_is_that_of_a_patient_who_never_stops_asking() =>
        Gen.Select(Settings, Gen.Bool, Gen.Enum<LockoutReference>())
            .Sample(
                (settings, limited, reference) =>
                {
                    var (lockout, duration, count, per) = settings;
                    var spacing = reference == LockoutReference.StartToStart ? lockout : lockout + duration;
                    const int Minutes = 40 * 1_440;
                    var asked = Asked(Minutes, spacing, limited ? count : 0, per);
                    var mean = Bolus(lockout, duration, limited ? count : 0, per).MostFlow(reference);

                    // Over forty days the mean is out by no more than the boluses of one burst, which is at most twelve.
                    var flowed = (mean * Duration.FromMinutes(Minutes)).InMillilitres();
                    Assert.InRange(asked - flowed, -0.000_001m, 12m);
                },
                iter: 300
            );

    /// <summary>How many a patient gets who asks at every minute of a window that begins with a bolus.</summary>
    private static int Asked(int window, int spacing, int count, int per) => Starts(window, spacing, count, per).Count;

    private static List<int> Starts(int window, int spacing, int count, int per)
    {
        var starts = new List<int>();
        for (var minute = 0; minute < window; minute++)
        {
            var locked = starts.Count > 0 && minute - starts[^1] < spacing;
            var full = count > 0 && starts.Count >= count && minute - starts[^count] < per;
            if (!locked && !full)
            {
                starts.Add(minute);
            }
        }

        return starts;
    }

    private static DemandBolus Bolus(int lockout, int? duration, int count, int per) =>
        new(Dose, Duration.FromMinutes(lockout))
        {
            Duration = duration is { } minutes ? Duration.FromMinutes(minutes) : null,
            Maximum = count > 0 ? new DemandCount(count, Duration.FromMinutes(per)) : null,
        };
}
