using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>Where in its day or week a flex program stands at a moment of the pump's clock.</summary>
public sealed class FlexProgramTests
{
    private static readonly FlexProgram Daily = Program([]);

    // 1 mL/h in the day, 0.5 mL/h in the night; on Sunday 0.25 mL/h from 08:00.
    private static readonly FlexProgram Weekly = Program([new FlexDays([IsoDayOfWeek.Sunday], [Step(8, 0.25m)])]);

    [Theory]
    [InlineData("2026-11-24T06:00", "1 mL/h", "the first step begins")]
    [InlineData("2026-11-24T05:59:59", "0.5 mL/h", "the night step of the day before still runs")]
    [InlineData("2026-11-24T00:00", "0.5 mL/h", "midnight changes nothing")]
    [InlineData("2026-11-24T22:00", "0.5 mL/h", "the night step begins")]
    [InlineData("2024-01-01T12:00", "1 mL/h", "the very day that days are counted from")]
    [InlineData("2019-02-28T23:00", "0.5 mL/h", "years before it")]
    [InlineData("2028-02-29T12:00", "1 mL/h", "a leap day")]
    [InlineData("2099-12-31T21:59", "1 mL/h", "a far year")]
    public void A_step_runs_until_the_next_one_past_midnight_if_need_be(string clock, string rate, string why) =>
        Assert.True(At(Daily, clock) == Rate(rate), why);

    [Theory]
    [InlineData("2026-11-27T21:00", "1 mL/h", "Friday as every day")]
    [InlineData("2026-11-28T23:00", "0.5 mL/h", "Saturday night")]
    [InlineData("2026-11-29T07:59", "0.5 mL/h", "Saturday's night step runs into Sunday, until Sunday's own first step")]
    [InlineData("2026-11-29T08:00", "0.25 mL/h", "Sunday's step")]
    [InlineData("2026-11-29T23:00", "0.25 mL/h", "Sunday has no night step")]
    [InlineData("2026-11-30T05:59", "0.25 mL/h", "Sunday's step runs into Monday, until Monday's first step")]
    [InlineData("2026-11-30T06:00", "1 mL/h", "Monday as every day")]
    public void A_day_of_the_week_can_have_steps_of_its_own(string clock, string rate, string why) =>
        Assert.True(At(Weekly, clock) == Rate(rate), why);

    [Fact]
    public void The_volume_of_a_day_is_the_sum_of_its_steps()
    {
        // 16 h x 1 mL/h + 8 h x 0.5 mL/h
        Assert.Equal("20 mL", Daily.Cycle(BasalDuringBolus.Added).Total.ToString());

        // Monday to Friday 20 mL each; Saturday's night step runs 10 h: 16 + 5; Sunday 22 h x 0.25 mL/h
        Assert.Equal("126.5 mL", Weekly.Cycle(BasalDuringBolus.Added).Total.ToString());
    }

    /// <summary>1 mL/h for an hour of the day, nothing else: after n mL it is 07:00 of the n-th day, and not the end of the pause after it.</summary>
    [Theory]
    [InlineData(1, "2026-11-24T00:00", 7)]
    [InlineData(10, "2026-11-24T00:00", 223)]
    [InlineData(10, "2026-11-24T07:00", 240)]
    [InlineData(10, "2026-11-24T06:30", 240)]
    public void A_volume_has_flowed_before_the_last_pause_not_after_it(int millilitres, string clock, int hours)
    {
        var program = new FlexProgram([Step(6, 1m), Step(7, 0m)], []);
        var position = program.PositionAt(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(clock + ":00").Value);
        Assert.Equal(Duration.FromHours(hours), program.Cycle(BasalDuringBolus.Added).TimeFor(Volume.FromMillilitres(millilitres), position));
    }

    private static FlowRate At(FlexProgram program, string clock) =>
        program
            .Cycle(BasalDuringBolus.Added)
            .At(program.PositionAt(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(clock.Length == 16 ? clock + ":00" : clock).Value));

    private static FlexProgram Program(IReadOnlyList<FlexDays> otherDays) => new([Step(6, 1m), Step(22, 0.5m)], otherDays);

    private static FlexStep Step(int hour, decimal millilitresPerHour) =>
        new(new LocalTime(hour, 0), FlowRate.FromMillilitresPerHour(millilitresPerHour));

    private static FlowRate Rate(string text) => QuantityText.Parse<FlowRate>(text).Value;
}
