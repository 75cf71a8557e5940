using System.Text;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>What leaves the tip, against arithmetic by hand.</summary>
public sealed class TipFlowTests
{
    private static readonly Duration Month = Duration.FromDays(30);

    [Fact]
    public void An_even_program_gives_its_dose_from_the_first_minute_on()
    {
        // 10 mg/mL x 0.2 mL/d = 2 mg/d.
        var (plan, flow) = Flow("""{ "mode": "continuous", "rate": "0.2 mL/d" }""");
        var step = Assert.Single(flow.Steps);
        Assert.Equal(DoseRate.FromMilligramsPerDay(2), step.Dose("morphine", plan.Therapy));
        Assert.Equal((Duration.Zero, Month), (step.From, step.Until));
        Assert.Null(flow.EmptyAt);
    }

    [Fact]
    public void A_container_that_is_empty_says_when_and_goes_on_with_a_refill()
    {
        // 40 mL at 3 mL/d last 13 1/3 days.
        var (plan, flow) = Flow("""{ "mode": "continuous", "rate": "3 mL/d" }""");
        Assert.Equal(Duration.FromHours(320), flow.EmptyAt);
        Assert.Equal(Month, flow.Steps[^1].Until);
        Assert.Equal(Mass.FromMilligrams(900), Given(flow, plan));
        Assert.Equal(plan.Refill.EmptyAt, plan.Therapy.Fill.Instant + flow.EmptyAt);
    }

    [Fact]
    public void A_container_can_be_empty_while_a_bolus_runs_and_while_the_old_infusate_leaves()
    {
        // 1 mL every 6 h over 1 h: 2.5 mL are the first two and half of the third, in the middle of its hour.
        var (_, boluses) = Flow("""{ "mode": "periodic", "bolus": "1 mL", "duration": "1 h", "every": "6 h" }""", more: Fill("2.5 mL"));
        Assert.Equal(Duration.FromMinutes((12 * 60) + 30), boluses.EmptyAt);
        var (_, old) = Flow("""{ "mode": "continuous", "rate": "0.2 mL/d" }""", previous: true, more: Fill("0.1 mL"));
        Assert.Equal(0m, old.Steps.Last(step => step.From < old.EmptyAt).NewShare);
    }

    [Fact]
    public void A_periodic_program_gives_its_boluses_and_nothing_between()
    {
        // 0.05 mL over 5 min every 6 h: 4 x 30 boluses of 0.5 mg.
        var (plan, flow) = Flow("""{ "mode": "periodic", "bolus": "0.05 mL", "duration": "5 min", "every": "6 h" }""");
        Assert.Equal(120, flow.Steps.Count);
        Assert.All(flow.Steps, step => Assert.Equal(Duration.FromMinutes(5), step.Until - step.From));
        Assert.Equal(60m, Math.Round(Given(flow, plan).InMilligrams(), 12));
    }

    [Fact]
    public void Steps_through_the_day_begin_where_the_pumps_clock_stands()
    {
        // Filled at 10:00: the step of 06:00 runs until 18:00, then the other for 12 h.
        var (_, flow) = Flow("""{ "mode": "flex", "steps": [ { "at": "06:00", "rate": "0.2 mL/d" }, { "at": "18:00", "rate": "0.4 mL/d" } ] }""");
        Assert.Equal(Duration.FromHours(8), flow.Steps[0].Until);
        Assert.Equal(FlowRate.FromMillilitresPerDay(0.4m), flow.Steps[1].Flow);
        Assert.Equal(Duration.FromHours(20), flow.Steps[1].Until);
    }

    [Theory]
    [InlineData(DemandTaken.None, 0)]
    [InlineData(DemandTaken.Expected, 2)]
    [InlineData(DemandTaken.All, 4)]
    public void Demand_boluses_come_as_often_as_asked_for(DemandTaken taken, int perDay)
    {
        // 0.01 mL x 10 mg/mL = 0.1 mg each, beside 2 mg/d.
        var (plan, flow) = Flow(
            """
            { "mode": "continuous", "rate": "0.2 mL/d",
              "demand": { "dose": "0.1 mg", "duration": "3 min", "lockout": "2 h", "maximum": { "count": 4, "per": "24 h" }, "expected": { "count": 2, "per": "24 h" } } }
            """,
            taken
        );
        var basal = plan.Therapy.Pump.Model.Semantics.BasalOrWorst == BasalDuringBolus.Added ? 60m : 60m - (30m * perDay * 2 * 3 / 1_440);
        Assert.Equal(basal + (30 * perDay * 0.1m), Given(flow, plan).InMilligrams(), 6);
    }

    [Fact]
    public void The_old_infusate_leaves_first_and_the_front_loses_and_gains_nothing()
    {
        // Bridged or not, in the end the tip has given what the pump gave, less one path of new infusate and with one of old.
        var (plan, flow) = Flow("""{ "mode": "continuous", "rate": "0.2 mL/d" }""", previous: true);
        var path = plan.Bridge!.Volume;
        var old = plan.Therapy.Previous!.Infusate.Of("morphine")!.Value;
        Assert.Equal(0m, flow.Steps[0].NewShare);
        Assert.Equal(1m, flow.Steps[^1].NewShare);
        var delivered = (plan.Bridge.Rate * plan.Bridge.Duration) + (FlowRate.FromMillilitresPerDay(0.2m) * (Month - plan.Bridge.Duration));
        var expected = (path * old) + ((delivered - path) * Concentration.FromMilligramsPerMillilitre(10));
        Assert.Equal(expected.InMilligrams(), Given(flow, plan).InMilligrams(), 9);

        // The new share has risen to a half when the volume of the path has left.
        var before = flow.Steps.TakeWhile(step => step.NewShare < 0.5m).Aggregate(Volume.Zero, (sum, step) => sum + step.Volume);
        Assert.Equal(path.InMicrolitres(), before.InMicrolitres(), 6);
    }

    private static Mass Given(TipFlow flow, Plan plan) => flow.Steps.Aggregate(Mass.Zero, (sum, step) => sum + step.Mass("morphine", plan.Therapy));

    private static (Plan Plan, TipFlow Flow) Flow(string program, DemandTaken taken = DemandTaken.None, bool previous = false, string more = "")
    {
        var plan = Planned(program, previous, more);
        return (plan, TipFlow.Of(plan, taken, Month));
    }

    private static string Fill(string volume) => $$""", "fill": { "volume": "{{volume}}", "at": "2026-11-24T10:00:00Z" }""";

    internal static Plan Planned(string program, bool previous = false, string more = "", string route = "intrathecal")
    {
        var before = previous
            ? """, "previous": { "infusate": { "drugs": [ { "drug": "morphine", "concentration": "20 mg/mL" } ] }, "program": { "mode": "continuous", "rate": "0.1 mL/d" } }"""
            : "";
        var reading = TherapyFile.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                { "therapy": "tip", "indication": "cancer-pain", "route": "{{route}}", "pump": { "model": "synchromed-ii-40" },
                  "catheter": { "model": "ascenda", "tip": "T10", "length": "80 cm", "volume": "0.17 mL" },
                  "infusate": { "drugs": [ { "drug": "morphine", "concentration": "10 mg/mL" } ] },
                  "program": {{program}}{{before}}{{(more.Contains("\"fill\"", StringComparison.Ordinal) ? more : Fill("40 mL") + more)}} }
                """
            ),
            Formulary.BuiltIn
        );
        Assert.Empty(reading.Problems);
        return Planner.Plan(reading.Content!, Formulary.BuiltIn);
    }
}
