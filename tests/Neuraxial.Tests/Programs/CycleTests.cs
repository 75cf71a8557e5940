using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>A delivery that repeats: how much by when, how long a volume lasts, and the most that any window can hold.</summary>
public sealed class CycleTests
{
    /// <summary>Flows of microlitres a day that divide badly by 24 and by 60, and pauses.</summary>
    private static readonly Gen<FlowRate> Flows = Gen.Frequency(
        (1, Gen.Const(FlowRate.Zero)),
        (4, Gen.Int[1, 50_000].Select(flow => FlowRate.FromMicrolitresPerDay(flow)))
    );

    private static readonly Gen<Duration> Lengths = Gen.OneOf(
        Gen.Int[1, 24].Select(hours => Duration.FromHours(hours)),
        Gen.Int[1, 1_440].Select(minutes => Duration.FromMinutes(minutes)),
        Gen.Long[1, 90_000_000_000_000].Select(Duration.FromNanoseconds)
    );

    private static readonly Gen<Segment[]> Pieces = Gen.Select(Lengths, Flows, (length, flow) => new Segment(length, flow)).Array[1, 6];

    private static readonly Gen<Duration> Times = Gen.OneOf(
        Lengths,
        Gen.Long[0, 5_000_000_000_000_000].Select(Duration.FromNanoseconds),
        Gen.Const(Duration.Zero)
    );

    private static readonly Gen<Volume> Volumes = Gen.OneOf(
        Gen.Int[0, 50].Select(millilitres => Volume.FromMillilitres(millilitres)),
        Gen.Int[1, 50_000].Select(microlitres => Volume.FromMicrolitres(microlitres)),
        Gen.Int[1, 50_000].Select(microlitres => Volume.FromMicrolitres(microlitres / 1_024m))
    );

    [Fact]
    public void The_volume_until_a_time_is_what_its_pieces_give() =>
        Gen.Select(Pieces, Times)
            .Sample(
                (pieces, time) =>
                {
                    Agreement.Holds(
                        Paper(pieces).Delivered(Rational.Zero, Agreement.Days(time)),
                        new Cycle(pieces).Until(time).InMillilitres(),
                        "until"
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void Two_windows_that_follow_each_other_hold_what_both_together_hold() =>
        Gen.Select(Pieces, Times, Times, Times)
            .Sample(
                (pieces, from, first, second) =>
                {
                    var cycle = new Cycle(pieces);
                    var apart = cycle.During(from, first) + cycle.During(from + first, second);
                    Agreement.Holds(Rational.From(cycle.During(from, first + second).InMicrolitres()), apart.InMicrolitres(), "during");
                    Agreement.Holds(
                        Rational.From(cycle.Until(first).InMicrolitres()),
                        cycle.During(Duration.Zero, first).InMicrolitres(),
                        "from the start"
                    );
                },
                iter: 3_000
            );

    [Fact]
    public void A_window_holds_the_same_a_whole_turn_later() =>
        Gen.Select(Pieces, Times, Times)
            .Sample(
                (pieces, from, length) =>
                {
                    var cycle = new Cycle(pieces);
                    Assert.Equal(cycle.During(from, length), cycle.During(from + (cycle.Length * 3), length));
                    Assert.Equal(cycle.At(from), cycle.At(from + (cycle.Length * 3)));
                },
                iter: 1_000
            );

    [Fact]
    public void A_volume_lasts_until_the_first_moment_by_which_it_has_flowed() =>
        Gen.Select(Pieces, Volumes, Times)
            .Sample(
                (pieces, volume, from) =>
                {
                    var expected = Paper(pieces).TimeFor(Rational.From(volume.InMillilitres()), Agreement.Days(from));
                    var actual = new Cycle(pieces).TimeFor(volume, from);
                    if (expected is null || expected > 36_525)
                    {
                        Assert.Null(actual);
                    }
                    else
                    {
                        Agreement.HoldsDays(expected.Value, actual!.Value, "time for");
                    }
                },
                iter: 5_000
            );

    [Fact]
    public void When_a_volume_has_lasted_that_volume_has_flowed() =>
        Gen.Select(Pieces, Volumes, Times)
            .Sample(
                (pieces, volume, from) =>
                {
                    var cycle = new Cycle(pieces);
                    if (cycle.TimeFor(volume, from) is { } time)
                    {
                        var missing = Rational.From(cycle.During(from, time).InMicrolitres()) - Rational.From(volume.InMicrolitres());
                        Assert.True(Rational.Abs(missing) <= AtMostANanosecond(pieces), $"{missing} uL");
                    }
                },
                iter: 3_000
            );

    [Fact]
    public void What_a_window_holds_lasts_no_longer_than_the_window() =>
        Gen.Select(Pieces, Times, Times)
            .Sample(
                (pieces, from, length) =>
                {
                    var cycle = new Cycle(pieces);
                    Assert.True(cycle.TimeFor(cycle.During(from, length), from) is not { } time || time <= length + Duration.Epsilon);
                },
                iter: 3_000
            );

    [Theory]
    // How often 1 mL in 30 min every 6 h goes into a fill: the last drop falls at the end of the last bolus, not six hours after it began.
    [InlineData(1, 0.5)]
    [InlineData(10, 54.5)]
    [InlineData(20, 114.5)]
    public void A_fill_of_whole_boluses_is_empty_when_the_last_of_them_ends(int millilitres, double hours)
    {
        var cycle = new PeriodicProgram(Volume.FromMillilitres(1m), Duration.FromMinutes(30), Duration.FromHours(6), FlowRate.Zero).Cycle(
            BasalDuringBolus.Added
        );
        Assert.Equal(Duration.FromHours(hours), cycle.TimeFor(Volume.FromMillilitres(millilitres), Duration.Zero));
    }

    [Fact]
    public void A_third_of_a_millilitre_every_six_hours_empties_eighteen_millilitres_with_its_54th_bolus()
    {
        // 1 mg of 3 mg/mL: a third has no finite decimal, and a rounding in its 28th digit must not put the date off to the next bolus.
        foreach (
            var bolus in new[]
            {
                Mass.FromMilligrams(1m) / Concentration.FromMilligramsPerMillilitre(3m),
                Mass.FromMilligrams(2m) / Concentration.FromMilligramsPerMillilitre(3m),
            }
        )
        {
            var boluses = (int)decimal.Round(18m / bolus.InMillilitres());
            var cycle = new PeriodicProgram(bolus, Duration.FromMinutes(30), Duration.FromHours(6), FlowRate.Zero).Cycle(BasalDuringBolus.Added);
            Assert.Equal(Duration.FromHours((6 * (boluses - 1)) + 0.5), cycle.TimeFor(Volume.FromMillilitres(18m), Duration.Zero));
        }
    }

    [Theory]
    // Dose, concentration, fill, days by hand: fill x concentration / dose. The rate is a fraction that a decimal rounds up.
    [InlineData("0.1 mg/d", "6 mg/mL", "30 mL", 1_800)]
    [InlineData("0.1 mg/d", "6 mg/mL", "26 mL", 1_560)]
    [InlineData("2 mg/d", "3 mg/mL", "60 mL", 90)]
    public void A_fill_that_lasts_whole_days_at_a_rate_without_end_has_its_date(string dose, string concentration, string fill, int days)
    {
        var rate = QuantityText.Parse<DoseRate>(dose).Value / QuantityText.Parse<Concentration>(concentration).Value;
        var volume = QuantityText.Parse<Volume>(fill).Value;
        Assert.Equal(Duration.FromDays(days), Cycle.Constant(rate).TimeFor(volume, Duration.Zero));
        var halves = new Cycle([new Segment(Duration.FromHours(12), rate), new Segment(Duration.FromHours(12), rate)]);
        Assert.Equal(Duration.FromDays(days), halves.TimeFor(volume, Duration.Zero));
    }

    [Fact]
    public void Nothing_lasts_no_time_and_a_cycle_that_gives_nothing_never_ends()
    {
        var pause = new Cycle([
            new Segment(Duration.FromHours(5), FlowRate.Zero),
            new Segment(Duration.FromHours(1), FlowRate.FromMillilitresPerHour(1m)),
        ]);
        Assert.Equal(Duration.Zero, pause.TimeFor(Volume.Zero, Duration.FromHours(2)));
        Assert.Null(Cycle.Constant(FlowRate.Zero).TimeFor(Volume.FromMillilitres(1m), Duration.Zero));
        Assert.Null(new Cycle([new Segment(Duration.FromHours(5), FlowRate.Zero)]).TimeFor(Volume.FromMillilitres(1m), Duration.Zero));
        Assert.Throws<ArgumentException>(() => new Cycle([]));
        Assert.Throws<ArgumentException>(() => new Cycle([new Segment(Duration.Zero, FlowRate.Zero)]));
    }

    /// <summary>What flows in a nanosecond at the highest flow, in microlitres: durations are rounded to it.</summary>
    private static Rational AtMostANanosecond(Segment[] pieces) =>
        pieces.Select(piece => Rational.From(piece.Rate.InMicrolitresPerDay())).Aggregate(Rational.Max) / Agreement.NanosecondsPerDay;

    private static PaperSchedule Paper(Segment[] pieces) =>
        new([.. pieces.Select(piece => (Agreement.Days(piece.Length), Rational.From(piece.Rate.InMillilitresPerDay())))]);
}
