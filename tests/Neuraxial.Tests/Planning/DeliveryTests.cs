using Xunit;

namespace Neuraxial.Tests;

/// <summary>What flows out of the container after a fill: first a bridge, then the program, which begins when the bridge has ended.</summary>
public sealed class DeliveryTests
{
    private const string Pump = """{ "model": "cadd-ms3", "line": "0.2 mL" }""";
    private const string Fill = """{ "volume": "20 mL", "at": "2026-11-24T10:00:00Z" }""";

    /// <summary>Fluid path 0.2 + 0.4 = 0.6 mL. Old 10 mg/mL, new 20 mg/mL.</summary>
    private const string Change =
        """, "catheter": { "volume": "0.4 mL" }, "previous": { "infusate": { "drugs": [ { "drug": "morphine", "concentration": "10 mg/mL" } ] } }""";

    private const string Drugs = """[ { "drug": "morphine", "concentration": "20 mg/mL" } ]""";

    [Fact]
    public void A_periodic_program_begins_with_its_bolus_when_the_bridge_has_ended()
    {
        // 1 mL over 1 h every 10 h: 2.4 mL, 48 mg a day. The bridge gives 48 mg a day of 10 mg/mL, 4.8 mL/d, and takes 0.6 / 4.8 d = 3 h.
        // 19.4 mL are left: 19 boluses and 0.4 of the twentieth, which begins 190 h after the bridge.
        var plan = WrittenPlans.Of(
            WrittenPlans.File(Pump, Drugs, Fill, """{ "mode": "periodic", "bolus": "1 mL", "duration": "60 min", "every": "10 h" }""", Change)
        );
        Assert.Equal("3 h", QuantityText.Write(plan.Bridge!.Duration));
        Assert.Equal("2026-12-02T11:24:00Z", DateText.Write(plan.Refill.EmptyAt!.Value)); // 3 + 190 h and 24 min after the fill
    }

    [Fact]
    public void A_flex_program_begins_where_the_clock_stands_when_the_bridge_has_ended()
    {
        // 0.1 mL/h from 08:00 and 0.3 mL/h from 20:00: 4.8 mL a day at 20 mg/mL, 96 mg. The bridge: 9.6 mL/d, 1.5 h, to 11:30.
        // Of 22 - 0.6 = 21.4 mL then 0.85 to 20:00, 3.6 to 08:00 on the 25th, three days of 4.8, 1.2 to 20:00 on the 28th: 1.35 mL are left, 4.5 h.
        var plan = WrittenPlans.Of(
            WrittenPlans.File(
                Pump,
                Drugs,
                """{ "volume": "22 mL", "at": "2026-11-24T10:00:00Z" }""",
                """{ "mode": "flex", "steps": [ { "at": "08:00", "rate": "0.1 mL/h" }, { "at": "20:00", "rate": "0.3 mL/h" } ] }""",
                Change
            )
        );
        Assert.Equal("1.5 h", QuantityText.Write(plan.Bridge!.Duration));
        Assert.Equal("2026-11-29T00:30:00Z", DateText.Write(plan.Refill.EmptyAt!.Value));
    }

    [Fact]
    public void A_fill_smaller_than_the_fluid_path_is_empty_before_the_bridge_ends()
    {
        var plan = WrittenPlans.Of(
            WrittenPlans.File(
                Pump,
                Drugs,
                """{ "volume": "0.3 mL", "at": "2026-11-24T10:00:00Z" }""",
                """{ "mode": "continuous", "rate": "2.4 mL/d" }""",
                Change
            )
        );
        Assert.Equal("2026-11-24T11:30:00Z", DateText.Write(plan.Refill.EmptyAt!.Value)); // 0.3 mL at 4.8 mL/d
    }

    [Fact]
    public void A_pause_in_the_program_gives_nothing_at_the_tip_and_no_fault()
    {
        // 1.26 mg of 0.204 mg/mL once a day: a volume without end, and hours in which nothing flows.
        var plan = WrittenPlans.Of(
            WrittenPlans.File(
                """{ "model": "synchromed-ii-40" }""",
                """[ { "drug": "clonidine", "concentration": "204 ug/mL" } ]""",
                Fill,
                """{ "mode": "periodic", "bolus": "1.26 mg", "duration": "34 min", "every": "1 d" }""",
                """, "catheter": { "volume": "0.152 mL" }, "previous": { "infusate": { "drugs": [ { "drug": "clonidine", "concentration": "27.6 mg/mL" } ] } }"""
            )
        );
        var after = plan.Tip.Where(hour => hour.Hour >= 0).Select(hour => hour.Drugs[0].Unbridged!.Value).ToList();
        Assert.Contains(Mass.Zero, after);
        Assert.True(after[0] > Mass.Zero);
    }

    [Fact]
    public void A_rate_of_next_to_nothing_makes_no_bridge_and_no_fault()
    {
        // 0.000003 mL/d clear 0.6 mL in five hundred years; with old 10 ug/mL the bridge itself would take 100 days.
        var plan = WrittenPlans.Of(
            WrittenPlans.File(
                Pump,
                Drugs,
                Fill,
                """{ "mode": "continuous", "rate": "0.000003 mL/d" }""",
                """, "catheter": { "volume": "0.4 mL" }, "previous": { "infusate": { "drugs": [ { "drug": "morphine", "concentration": "1 ug/mL" } ] } }"""
            )
        );
        Assert.Null(plan.Bridge);
        Assert.Contains(plan.Findings, finding => finding.Kind == FindingKinds.BridgeMissing);
    }
}
