using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Steps through the day on the pump's own clock: what runs past midnight, days that differ, and where in its turn a program stands.</summary>
public sealed class FlexProgramTests
{
    /// <summary>Pumps X8: 7 h 20 ug, 3 h 60, 9 h 90, 5 h 80 at 500 ug/mL, put on the clock with the first step at 22:00, across midnight.</summary>
    private static readonly FlexProgram AcrossMidnight = Daily(("05:00", 0.04m), ("08:00", 0.02m), ("17:00", 0.032m), ("22:00", 20m / 500m / 7m));

    /// <summary>1 mL/h by night and 2 mL/h by day, but at the weekend 3 mL/h from noon to eight in the evening and 4 mL/h else.</summary>
    private static readonly FlexProgram Weekend = new(
        Steps(("06:00", 2m), ("22:00", 1m)),
        [new FlexDays([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], Steps(("12:00", 3m), ("20:00", 4m)))]
    );

    public static TheoryData<string, string, string> Clock =>
        new()
        {
            // pump's clock, rate in force, since when that step runs
            { "2026-11-24T05:00", "0.04 mL/h", "0 min" },
            { "2026-11-24T07:59", "0.04 mL/h", "179 min" },
            { "2026-11-24T08:00", "0.02 mL/h", "0 min" },
            { "2026-11-24T16:59", "0.02 mL/h", "539 min" },
            { "2026-11-24T17:00", "0.032 mL/h", "0 min" },
            { "2026-11-24T21:59", "0.032 mL/h", "299 min" },
        };

    public static TheoryData<string, string> Week =>
        new()
        {
            { "2026-11-27T05:59", "1 mL/h" }, // Friday, still the step of Thursday evening
            { "2026-11-27T06:00", "2 mL/h" }, // Friday
            { "2026-11-27T22:00", "1 mL/h" }, // Friday
            { "2026-11-28T00:00", "1 mL/h" }, // Saturday, but the step began on Friday
            { "2026-11-28T11:59", "1 mL/h" }, // Saturday: its first own step is at noon
            { "2026-11-28T12:00", "3 mL/h" }, // Saturday
            { "2026-11-28T20:00", "4 mL/h" }, // Saturday
            { "2026-11-29T00:00", "4 mL/h" }, // Sunday, the step of Saturday evening
            { "2026-11-29T12:00", "3 mL/h" }, // Sunday
            { "2026-11-30T05:59", "4 mL/h" }, // Monday, still the step of Sunday evening
            { "2026-11-30T06:00", "2 mL/h" }, // Monday
        };

    public static TheoryData<string> OddDays =>
        [
            "1900-01-01T12:30",
            "1999-12-31T23:59",
            "2000-01-01T00:00",
            "2000-02-29T12:30",
            "2024-01-01T00:00",
            "2024-02-28T23:59",
            "2024-02-29T00:00",
            "2024-02-29T23:59",
            "2024-03-01T00:00",
            "2026-11-24T10:00",
            "2026-12-31T23:59",
            "2027-01-01T00:00",
            "2100-02-28T23:59",
            "2100-03-01T00:00",
            "2200-12-31T23:59",
        ];

    [Theory]
    [MemberData(nameof(Clock))]
    public void A_step_runs_from_its_time_to_the_next_one(string clock, string rate, string since)
    {
        var position = AcrossMidnight.PositionAt(At(clock));
        var cycle = AcrossMidnight.Cycle(BasalDuringBolus.Added);
        Assert.Equal(Flow(rate), cycle.At(position));
        Assert.Equal(Flow(rate), cycle.At(position - QuantityText.ParseDuration(since).Value));
    }

    [Fact]
    public void The_last_step_runs_past_midnight_until_the_first()
    {
        var cycle = AcrossMidnight.Cycle(BasalDuringBolus.Added);
        var evening = cycle.At(AcrossMidnight.PositionAt(At("2026-11-24T22:00")));
        var night = cycle.At(AcrossMidnight.PositionAt(At("2026-11-25T00:00")));
        var morning = cycle.At(AcrossMidnight.PositionAt(At("2026-11-25T04:59")));
        Assert.Equal(evening, night);
        Assert.Equal(evening, morning);
        Assert.Equal(20m / 500m / 7m * 24m, evening.InMillilitresPerDay(), 24);
    }

    [Fact]
    [Trait("Hazard", "HZ-06")]
    public void A_day_of_steps_gives_the_sum_of_its_steps()
    {
        // Pumps X8: 20 + 60 + 90 + 80 = 250 ug in 24 h, 0.5 mL.
        var cycle = Daily(("05:00", 60m / 500m / 3m), ("08:00", 90m / 500m / 9m), ("17:00", 80m / 500m / 5m), ("22:00", 20m / 500m / 7m))
            .Cycle(BasalDuringBolus.Added);
        Assert.Equal(Durations.OneDay, cycle.Length);
        Assert.Equal(0.5m, cycle.Total.InMillilitres(), 24);
    }

    [Theory]
    [MemberData(nameof(Week))]
    public void A_step_that_runs_past_midnight_belongs_to_the_day_in_which_it_began(string clock, string rate) =>
        Assert.Equal(Flow(rate), Weekend.Cycle(BasalDuringBolus.Added).At(Weekend.PositionAt(At(clock))));

    [Fact]
    public void A_week_with_other_days_gives_the_sum_of_its_days()
    {
        // By hand, each step to the next: Monday to Friday 16 h x 2 and 8 h x 1, but Friday evening's step runs 14 h, to Saturday noon;
        // Saturday 8 h x 3, then 16 h x 4 to Sunday noon; Sunday 8 h x 3, then 10 h x 4 to Monday 06:00.
        const decimal Expected = (5 * 16 * 2) + (4 * 8 * 1) + (14 * 1) + (8 * 3) + (16 * 4) + (8 * 3) + (10 * 4);
        var cycle = Weekend.Cycle(BasalDuringBolus.Added);
        Assert.Equal(Durations.OneDay * 7, cycle.Length);
        Assert.Equal(Expected, cycle.Total.InMillilitres());
    }

    [Theory]
    [Trait("Hazard", "HZ-49")]
    [MemberData(nameof(OddDays))]
    public void Leap_days_and_the_turn_of_a_year_do_not_move_a_step(string clock)
    {
        var at = At(clock);
        foreach (var program in new[] { AcrossMidnight, Weekend })
        {
            var cycle = program.Cycle(BasalDuringBolus.Added);
            Assert.Equal(ByHand(program, at), cycle.At(program.PositionAt(at)));
            Assert.InRange(program.PositionAt(at), Duration.Zero, cycle.Length - Duration.Epsilon);
        }
    }

    [Fact]
    public void Every_minute_of_a_fortnight_has_the_rate_of_the_last_step_before_it()
    {
        var start = At("2028-02-21T00:00");
        for (var minute = 0; minute < 14 * 1_440; minute++)
        {
            var at = start.PlusMinutes(minute);
            Assert.Equal(ByHand(Weekend, at), Weekend.Cycle(BasalDuringBolus.Added).At(Weekend.PositionAt(at)));
        }
    }

    [Fact]
    public void Steps_out_of_order_at_the_same_time_or_on_a_day_that_stands_twice_make_no_program()
    {
        Assert.Throws<ArgumentException>(() => Daily(("08:00", 1m), ("06:00", 2m)));
        Assert.Throws<ArgumentException>(() => Daily(("08:00", 1m), ("08:00", 2m)));
        Assert.Throws<ArgumentException>(() => Daily());
        var sunday = new FlexDays([IsoDayOfWeek.Sunday], Steps(("08:00", 1m)));
        Assert.Throws<ArgumentException>(() => new FlexProgram(Steps(("08:00", 1m)), [sunday, sunday]));
        Assert.Throws<ArgumentException>(() => new FlexProgram(Steps(("08:00", 1m)), [new FlexDays([], Steps(("08:00", 1m)))]));
    }

    /// <summary>The rate in force, found by going back from the moment, day by day, to the last step that began.</summary>
    private static FlowRate ByHand(FlexProgram program, LocalDateTime at)
    {
        for (var date = at.Date; ; date = date.PlusDays(-1))
        {
            var begun = program.On(date.DayOfWeek).Where(step => date.At(step.At) <= at).ToList();
            if (begun.Count > 0)
            {
                return begun[^1].Rate;
            }
        }
    }

    private static FlexProgram Daily(params (string At, decimal MillilitresPerHour)[] steps) => new(Steps(steps), []);

    private static FlexStep[] Steps(params (string At, decimal MillilitresPerHour)[] steps) =>
        [.. steps.Select(step => new FlexStep(DateText.ParseTime(step.At).Value, FlowRate.FromMillilitresPerHour(step.MillilitresPerHour)))];

    private static LocalDateTime At(string clock) => DateText.ParseMoment(clock + "Z").Value.LocalDateTime;

    private static FlowRate Flow(string text) => QuantityText.Parse<FlowRate>(text).Value;
}
