using System.Text;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>What leaves the tip is what the pump gives, drop for drop; only what the drops hold is late (pumps D7).</summary>
public sealed class TipMassTests
{
    private const string Continuous = """{ "mode": "continuous", "rate": "0.7 mL/d" }""";
    private const string Flex = """{ "mode": "flex", "steps": [ { "at": "06:00", "rate": "0.5 mL/d" }, { "at": "22:30", "rate": "0.3 mL/d" } ] }""";
    private const string Weekend = """
        { "mode": "flex", "steps": [ { "at": "06:00", "rate": "0.5 mL/d" }, { "at": "22:00", "rate": "0.3 mL/d" } ],
          "otherDays": [ { "on": [ "saturday", "sunday" ], "steps": [ { "at": "08:00", "rate": "0.4 mL/d" } ] } ] }
        """;
    private const string Periodic = """{ "mode": "periodic", "bolus": "0.07 mL", "duration": "7 min", "every": "5 h", "basal": "0.1 mL/d" }""";
    private const string Demand = """
        { "mode": "continuous", "rate": "0.4 mL/d",
          "demand": { "dose": "0.02 mL", "duration": "5 min", "lockout": "1 h", "maximum": { "count": 6, "per": "24 h" }, "expected": { "count": 3, "per": "24 h" } } }
        """;

    private static readonly Duration Span = Duration.FromDays(21);

    /// <summary>Over any window: the volume of the plan's own delivery, and of the drug what is in it, less what is still in the path and with what was there.</summary>
    [Theory]
    [InlineData(Continuous, false)]
    [InlineData(Continuous, true)]
    [InlineData(Flex, true)]
    [InlineData(Weekend, false)]
    [InlineData(Weekend, true)]
    [InlineData(Periodic, true)]
    public void The_mass_at_the_tip_is_that_of_the_delivery_less_what_is_still_in_the_path(string program, bool changed)
    {
        var plan = Plan(program, changed ? "2 mg/mL" : null);
        var flow = TipFlow.Of(plan, DemandTaken.None, Span);
        var therapy = plan.Therapy;
        var delivery = Delivery.Of(therapy.Program, therapy.Program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst), therapy.Fill, plan.Bridge);
        Assert.Equal(changed, plan.Bridge is not null);
        var path = plan.Bridge?.Volume ?? Volume.Zero;
        var (volume, mass) = (Volume.Zero, Mass.Zero);
        foreach (var step in flow.Steps)
        {
            volume += step.Volume;
            mass += step.Mass("morphine", therapy);
            AssertSame(delivery.Until(step.Until).InMicrolitres(), volume.InMicrolitres(), step);
            if (volume > path * 1.2m)
            {
                // All of the front is out: what entered, less a path of it, and a path of the old.
                var entered = (delivery.Until(step.Until) - path) * Concentration.FromMilligramsPerMillilitre(10);
                AssertSame((entered + (path * Concentration.FromMilligramsPerMillilitre(2))).InMicrograms(), mass.InMicrograms(), step);
            }
        }

        Assert.True(volume > path * 2, "the front has hardly left");

        // Times are whole nanoseconds: in each step a volume can be off by what flows in one.
        static void AssertSame(decimal expected, decimal actual, TipStep step) =>
            Assert.True(decimal.Abs(expected - actual) <= 1e-8m, $"{expected} and {actual} at {step.Until}");
    }

    [Fact]
    public void Without_a_bridge_half_of_the_front_has_come_when_the_path_has_been_replaced()
    {
        // 0.17 mL of catheter and the pump's tubing at 0.7 mL/d.
        var plan = Plan(Continuous, "2 mg/mL", """, "bridge": { "declined": "a test" }""");
        Assert.Null(plan.Bridge);
        var path = plan.FluidPath!.Path.Volume;
        var flow = TipFlow.Of(plan, DemandTaken.None, Span);
        var half = flow.Steps.First(step => step.NewShare > 0.5m).From;
        Assert.Equal(path / FlowRate.FromMillilitresPerDay(0.7m), half);
        Assert.Equal(plan.FluidPath.Delay, half);

        // Two deviations of a tenth on either side: nothing new before four fifths, nothing old after six.
        Assert.Equal(path * 0.8m / FlowRate.FromMillilitresPerDay(0.7m), flow.Steps.First(step => step.NewShare > 0).From);
        Assert.Equal(path * 1.2m / FlowRate.FromMillilitresPerDay(0.7m), flow.Steps.First(step => step.NewShare == 1).From);
    }

    [Fact]
    public void A_bridge_runs_first_at_its_own_rate_and_keeps_the_dose()
    {
        // The new mixture is five times stronger: the old one runs five times faster until it is out.
        var plan = Plan(Continuous, "2 mg/mL");
        var flow = TipFlow.Of(plan, DemandTaken.None, Span);
        Assert.Equal(FlowRate.FromMillilitresPerDay(3.5m), plan.Bridge!.Rate);
        Assert.Equal(DoseRate.FromMilligramsPerDay(7), flow.Steps[0].Dose("morphine", plan.Therapy));
        Assert.Contains(flow.Steps, step => step.Until == plan.Bridge.Duration);
        Assert.All(flow.Steps.Where(step => step.From >= plan.Bridge.Duration), step => Assert.Equal(0.7m, step.Flow.InMillilitresPerDay()));
    }

    /// <summary>Filled at 10:00 on the day before clocks go forward in London; the pump's clock stays (HZ-49).</summary>
    [Fact]
    public void Steps_stay_on_the_clock_of_the_pump_when_the_patients_clock_changes()
    {
        var plan = Plan(Flex, null, """, "fill": { "volume": "20 mL", "at": "2027-03-27T10:00:00Z" }""");
        var changes = TipFlow.Of(plan, DemandTaken.None, Duration.FromDays(4)).Steps.Select(step => step.From.InHours()).ToList();
        Assert.Equal([0m, 12.5m, 20m, 36.5m, 44m, 60.5m, 68m, 84.5m, 92m], changes);
    }

    [Fact]
    public void A_weekend_has_its_own_steps()
    {
        // From Friday 10:00: 22:00 on Friday, 08:00 on Saturday and on Sunday alike, 06:00 on Monday.
        var plan = Plan(Weekend, null, """, "fill": { "volume": "20 mL", "at": "2026-11-27T10:00:00Z" }""");
        var steps = TipFlow.Of(plan, DemandTaken.None, Duration.FromDays(3.5)).Steps;
        Assert.Equal([0m, 12m, 22m, 46m, 68m, 84m], steps.Select(step => step.From.InHours()).Append(84m).Where(hour => hour <= 84m).Distinct());
        Assert.Equal([0.5m, 0.3m, 0.4m, 0.4m, 0.5m], steps.Select(step => step.Flow.InMillilitresPerDay()));
    }

    [Theory]
    [InlineData(DemandTaken.None, 0)]
    [InlineData(DemandTaken.Expected, 3)]
    [InlineData(DemandTaken.All, 6)]
    public void Demand_boluses_are_as_many_as_the_plan_reckons_with(DemandTaken taken, int perDay)
    {
        var plan = Plan(Demand, null);
        var flow = TipFlow.Of(plan, taken, Span);
        var boluses = flow.Steps.Where(step => step.Flow > FlowRate.FromMillilitresPerDay(1)).ToList();
        Assert.Equal(21 * perDay, boluses.Count);
        Assert.All(boluses, step => Assert.Equal(Duration.FromMinutes(5), step.Until - step.From));
        var basal = plan.Therapy.Pump.Model.Semantics.BasalOrWorst == BasalDuringBolus.Added;
        var displaced = basal ? 0m : 0.4m * 5 / 1_440;
        Assert.Equal(21 * (0.4m + (perDay * (0.02m - displaced))), Volumes(flow), 12);
        Assert.Equal(0.4m + (perDay * (0.02m - displaced)), flow.Mean.InMillilitresPerDay(), 12);
    }

    [Fact]
    public void More_boluses_than_the_pump_grants_are_not_taken()
    {
        var plan = Plan(Demand.Replace("\"count\": 3", "\"count\": 30", StringComparison.Ordinal), null);
        Assert.Equal(Volumes(TipFlow.Of(plan, DemandTaken.All, Span)), Volumes(TipFlow.Of(plan, DemandTaken.Expected, Span)));
    }

    [Fact]
    public void No_demand_bolus_is_taken_during_a_bridge()
    {
        var plan = Plan(Demand, "20 mg/mL");
        var bridge = plan.Bridge!.Duration;
        var steps = TipFlow.Of(plan, DemandTaken.All, Span).Steps;
        Assert.All(steps.TakeWhile(step => step.Until <= bridge), step => Assert.Equal(0.2m, step.Flow.InMillilitresPerDay()));
        Assert.Equal(bridge + Duration.FromHours(2), steps.First(step => step.Flow > FlowRate.FromMillilitresPerDay(1)).From);
    }

    [Theory]
    [InlineData(Continuous)]
    [InlineData(Flex)]
    [InlineData(Weekend)]
    public void Over_whole_turns_the_mean_at_the_tip_is_the_dose_of_the_plan(string program)
    {
        var plan = Plan(program, null);
        var schedule = TherapySimulation.Schedule(TipFlow.Of(plan, DemandTaken.None, Span), "morphine", plan.Therapy);
        var wanted = (double)plan.Program.Basal[0].Dose.InMicrogramsPerDay() * 21;
        Assert.Equal(wanted, schedule.Given(0, Span), 1e-12 * wanted);
    }

    [Fact]
    public void A_front_between_two_equal_infusates_is_no_change_of_dose()
    {
        var plan = Plan(Continuous, "10 mg/mL");
        Assert.Null(plan.Bridge);
        var schedule = TherapySimulation.Schedule(TipFlow.Of(plan, DemandTaken.None, Span), "morphine", plan.Therapy);
        Assert.Equal(2, schedule.Changes);
        Assert.Equal(7_000.0 / 24, schedule.Rates(0)[0], 1e-9);
    }

    /// <summary>More than a simulation takes is refused by this number before it begins.</summary>
    [Theory]
    [InlineData(Continuous, DemandTaken.None)]
    [InlineData(Flex, DemandTaken.None)]
    [InlineData(Weekend, DemandTaken.None)]
    [InlineData(Periodic, DemandTaken.None)]
    [InlineData(Demand, DemandTaken.All)]
    public void No_flow_changes_more_often_than_was_said(string program, DemandTaken taken)
    {
        var plan = Plan(program, "2 mg/mL");
        var steps = TipFlow.Of(plan, taken, Span).Steps.Count;
        Assert.InRange(TipFlow.MostChanges(plan.Therapy, taken, Span), steps, (2 * steps) + 20);
    }

    private static decimal Volumes(TipFlow flow) => flow.Steps.Aggregate(Volume.Zero, (sum, step) => sum + step.Volume).InMillilitres();

    /// <summary>Morphine 10 mg/mL, after another strength of it at a program of the same dose.</summary>
    private static Plan Plan(string program, string? before, string more = "")
    {
        var previous = before is null
            ? ""
            : $$""", "previous": { "infusate": { "drugs": [ { "drug": "morphine", "concentration": "{{before}}" } ] }, "program": { "mode": "continuous", "rate": "1 mL/d" } }""";
        var fill = more.Contains("\"fill\"", StringComparison.Ordinal) ? "" : """, "fill": { "volume": "40 mL", "at": "2026-11-24T10:00:00Z" }""";
        var reading = TherapyFile.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                { "therapy": "mass", "indication": "cancer-pain", "route": "intrathecal", "pump": { "model": "synchromed-ii-40", "zone": "Europe/London" },
                  "catheter": { "model": "ascenda", "tip": "T10", "length": "80 cm", "volume": "0.17 mL" },
                  "infusate": { "drugs": [ { "drug": "morphine", "concentration": "10 mg/mL" } ] }, "program": {{program}}{{fill}}{{previous}}{{more}} }
                """
            ),
            Formulary.BuiltIn
        );
        Assert.Empty(reading.Problems);
        return Planner.Plan(reading.Content!, Formulary.BuiltIn);
    }
}
