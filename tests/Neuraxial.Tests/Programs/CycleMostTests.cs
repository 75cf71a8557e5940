using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>HZ-43: the most in a window counts every sliding window, not only those that begin at midnight or with a bolus.</summary>
public sealed class CycleMostTests
{
    private static readonly Gen<Segment[]> Minutes = Gen.Select(
        Gen.Int[1, 240],
        Gen.Int[0, 20],
        (minutes, flow) => new Segment(Duration.FromMinutes(minutes), FlowRate.FromMillilitresPerDay(flow))
    ).Array[1, 5];

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void No_window_that_begins_at_any_minute_holds_more_and_one_holds_as_much() =>
        Gen.Select(Minutes, Gen.Int[0, 3_000])
            .Sample(
                (pieces, window) =>
                {
                    // Every piece is whole minutes, so a window's content bends only at whole minutes: the grid of minutes holds the maximum.
                    var flows = pieces
                        .SelectMany(piece => Enumerable.Repeat((int)piece.Rate.InMillilitresPerDay(), (int)piece.Length.TotalMinutes))
                        .ToArray();
                    var expected = Rational.Zero;
                    for (var start = 0; start < flows.Length; start++)
                    {
                        long sum = 0;
                        for (var minute = start; minute < start + window; minute++)
                        {
                            sum += flows[minute % flows.Length];
                        }

                        expected = Rational.Max(expected, new Rational(sum, 1_440));
                    }

                    var most = new Cycle(pieces).Most(Duration.FromMinutes(window));
                    Agreement.Holds(expected, most.InMillilitres(), "most");
                    Agreement.Holds(expected, Paper(pieces).Worst(new Rational(window, 1_440)), "most on paper");
                },
                iter: 500
            );

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void No_sampled_window_holds_more() =>
        Gen.Select(Minutes, Gen.Long[0, 200_000_000_000_000], Gen.Long[0, 50_000_000_000_000])
            .Sample(
                (pieces, window, start) =>
                {
                    var cycle = new Cycle(pieces);
                    var length = Duration.FromNanoseconds(window);
                    var held = cycle.During(Duration.FromNanoseconds(start), length);
                    Assert.True(held <= cycle.Most(length) + Volume.FromMicrolitres(0.000_000_000_000_000_001m), $"{held}");
                },
                iter: 5_000
            );

    [Fact]
    public void A_longer_window_never_holds_less() =>
        Gen.Select(Minutes, Gen.Int[0, 3_000], Gen.Int[0, 500])
            .Sample(
                (pieces, window, more) =>
                {
                    var cycle = new Cycle(pieces);
                    Assert.True(
                        cycle.Most(Duration.FromMinutes(window))
                            <= cycle.Most(Duration.FromMinutes(window + more)) + Volume.FromMicrolitres(0.000_000_000_000_000_001m)
                    );
                },
                iter: 2_000
            );

    [Theory]
    // Periodic: 6 mL over 1 h every 6 h, nothing else. Window in hours, mL by hand.
    [InlineData(1, 6)]
    [InlineData(6, 6)]
    [InlineData(7, 12)] // ends with a bolus and begins with one
    [InlineData(24, 24)]
    [InlineData(25, 30)]
    public void A_window_may_begin_and_end_with_a_bolus(int hours, int millilitres)
    {
        var cycle = new PeriodicProgram(Volume.FromMillilitres(6m), Duration.FromHours(1), Duration.FromHours(6), FlowRate.Zero).Cycle(
            BasalDuringBolus.Added
        );
        Assert.Equal(Volume.FromMillilitres(millilitres), cycle.Most(Duration.FromHours(hours)));
    }

    [Fact]
    [Trait("Hazard", "HZ-06")]
    public void A_step_every_morning_and_every_hour_are_told_apart()
    {
        // HZ-06: 60 ug meant once each morning was programmed every hour: 60 against 1,440 ug a day.
        var strength = Concentration.FromMicrogramsPerMillilitre(500m);
        var bolus = Mass.FromMicrograms(60m) / strength;
        var once = new PeriodicProgram(bolus, Duration.FromMinutes(30), Duration.FromHours(24), FlowRate.Zero).Cycle(BasalDuringBolus.Added);
        var hourly = new PeriodicProgram(bolus, Duration.FromMinutes(30), Duration.FromHours(1), FlowRate.Zero).Cycle(BasalDuringBolus.Added);
        Assert.Equal(Mass.FromMicrograms(60m), once.Most(Durations.OneDay) * strength);
        Assert.Equal(Mass.FromMicrograms(1_440m), hourly.Most(Durations.OneDay) * strength);
    }

    private static PaperSchedule Paper(Segment[] pieces) =>
        new([.. pieces.Select(piece => (Agreement.Days(piece.Length), Rational.From(piece.Rate.InMillilitresPerDay())))]);
}
