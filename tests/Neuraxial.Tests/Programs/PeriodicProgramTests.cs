using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>A bolus every so often: what a pump makes of the basal flow while the bolus runs is its own, and changes the daily dose.</summary>
public sealed class PeriodicProgramTests
{
    public static TheoryData<string, string, string, string, string, string> Turns =>
        new()
        {
            // bolus, over, every, basal, a turn where the basal goes on, a turn where it pauses; all by hand
            { "6 mL", "10 min", "60 min", "0 mL/h", "6 mL", "6 mL" },
            { "6 mL", "10 min", "60 min", "3 mL/h", "9 mL", "8.5 mL" },
            { "1 mL", "30 min", "6 h", "0.5 mL/h", "4 mL", "3.75 mL" },
            { "0.3 mL", "15 min", "24 h", "0.4 mL/d", "0.7 mL", "0.69583333333333333333333333 mL" },
            { "2 mL", "60 min", "60 min", "1 mL/h", "3 mL", "2 mL" },
        };

    [Theory]
    [MemberData(nameof(Turns))]
    public void The_basal_flow_goes_on_or_pauses_during_a_bolus(string bolus, string over, string every, string basal, string added, string suspended)
    {
        var program = Program(bolus, over, every, basal);
        Assert.Equal(Volume(added), program.Cycle(BasalDuringBolus.Added).Total);
        Agreement.Holds(
            Rational.From(Volume(suspended).InMillilitres()),
            program.Cycle(BasalDuringBolus.Suspended).Total.InMillilitres(),
            "suspended"
        );
        Assert.Equal(Time(every), program.Cycle(BasalDuringBolus.Added).Length);
    }

    [Fact]
    public void The_bolus_comes_first_and_the_basal_flow_follows()
    {
        var segments = Program("6 mL", "10 min", "60 min", "3 mL/h").Cycle(BasalDuringBolus.Added).Segments;
        Assert.Collection(
            segments,
            bolus => Assert.Equal(new Segment(Duration.FromMinutes(10), FlowRate.FromMillilitresPerHour(39m)), bolus),
            basal => Assert.Equal(new Segment(Duration.FromMinutes(50), FlowRate.FromMillilitresPerHour(3m)), basal)
        );
        var paused = Program("6 mL", "10 min", "60 min", "3 mL/h").Cycle(BasalDuringBolus.Suspended).Segments;
        Assert.Equal(FlowRate.FromMillilitresPerHour(36m), paused[0].Rate);
    }

    [Fact]
    public void A_bolus_that_fills_its_interval_leaves_no_pause() =>
        Assert.Equal(
            new Segment(Duration.FromMinutes(60), FlowRate.FromMillilitresPerHour(3m)),
            Assert.Single(Program("2 mL", "60 min", "60 min", "1 mL/h").Cycle(BasalDuringBolus.Added).Segments)
        );

    [Fact]
    [Trait("Hazard", "HZ-44")]
    public void The_first_bolus_begins_with_the_program_whatever_the_clock_says()
    {
        var program = Program("6 mL", "10 min", "60 min", "3 mL/h");
        Assert.Equal(Duration.Zero, program.PositionAt(new LocalDateTime(2026, 11, 24, 10, 17)));
        Assert.Equal(Duration.Zero, new ContinuousProgram(FlowRate.FromMillilitresPerDay(1m)).PositionAt(new LocalDateTime(2026, 11, 24, 10, 17)));
    }

    [Fact]
    public void A_constant_flow_and_a_continuous_rate_give_the_same_day_and_night()
    {
        var flow = FlowRate.FromMillilitresPerDay(0.5m);
        foreach (var basal in Enum.GetValues<BasalDuringBolus>())
        {
            foreach (InfusionProgram program in new InfusionProgram[] { new ContinuousProgram(flow), new ConstantFlowProgram(flow) })
            {
                Assert.Equal(Volume("0.125 mL"), program.Cycle(basal).During(Duration.FromHours(17), Duration.FromHours(6)));
                Assert.Equal(flow, program.Cycle(basal).Mean);
            }
        }
    }

    private static PeriodicProgram Program(string bolus, string over, string every, string basal) =>
        new(Volume(bolus), Time(over), Time(every), QuantityText.Parse<FlowRate>(basal).Value);

    private static Volume Volume(string text) => QuantityText.Parse<Volume>(text).Value;

    private static Duration Time(string text) => QuantityText.ParseDuration(text).Value;
}
