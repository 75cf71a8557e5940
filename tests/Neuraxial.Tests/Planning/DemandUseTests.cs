using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>The worst day with every demand bolus, where the pump adds the bolus to the basal flow and where it pauses that flow (pumps D3).</summary>
public sealed class DemandUseTests
{
    private const string Fill = """{ "volume": "100 mL", "at": "2026-11-24T10:00:00Z" }""";
    private const string Drugs = """[ { "drug": "bupivacaine", "concentration": "1.25 mg/mL" } ]""";

    [Theory]
    // Basal 4 mL/h, a bolus of 3 mL over 15 min, lockout 60 min. By hand: 96 mL and so many boluses; each displaces 1 mL where the basal flow pauses.
    [InlineData("cadd-ms3", 24, "168 mL")] // from start to start, added
    [InlineData("cadd-solis", 20, "156 mL")] // from the end: every 75 min, added
    [InlineData("ambit-pib", 20, "136 mL")] // from the end, paused
    public void The_worst_day_counts_boluses_as_the_pump_does(string pump, int boluses, string most)
    {
        var plan = Planned(pump, "4 mL/h", """{ "dose": "3 mL", "duration": "15 min", "lockout": "60 min" }""");
        Assert.Equal(boluses, plan.Program.DemandCount);
        Assert.Equal(most, plan.Program.MaximumVolume.ToString());
    }

    [Fact]
    public void A_bolus_slower_than_the_basal_flow_that_it_displaces_makes_no_day_smaller_and_no_date_later()
    {
        // 5 mL/h paused for a bolus of 1 mL in half an hour, which is 2 mL/h.
        var with = Planned("ambit-pib", "5 mL/h", """{ "dose": "1 mL", "duration": "30 min", "lockout": "60 min" }""");
        var without = Planned("ambit-pib", "5 mL/h", null);
        Assert.Equal("120 mL", with.Program.MaximumVolume.ToString());
        Assert.Equal(without.Program.MaximumVolume, with.Program.MaximumVolume);
        Assert.Equal(without.Refill.EmptyAt, with.RefillWithAll.EmptyAt);
    }

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void No_day_of_a_patient_who_asks_every_minute_holds_more() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int[1, 40], Gen.Int[1, 60], Gen.Int[1, 120], Gen.OneOf("cadd-ms3", "cadd-solis", "ambit-pib"))
            .Sample(
                (basal, bolusTenths, duration, lockout, pump) =>
                {
                    lockout = Math.Max(lockout, duration);
                    var plan = Planned(
                        pump,
                        $"{basal} mL/h",
                        $$"""{ "dose": "{{bolusTenths / 10m}} mL", "duration": "{{duration}} min", "lockout": "{{lockout}} min" }"""
                    );
                    var worst = Simulated(basal, bolusTenths, duration, lockout, fromEnd: pump != "cadd-ms3", pauses: pump == "ambit-pib");

                    // A third of a millilitre is cut in its last digit.
                    var planned = Rational.From(plan.Program.MaximumVolume.InMillilitres()) + Rational.Parse("0.00000000000000000001");
                    Assert.True(worst <= planned, $"{worst} mL in a day, planned at most {plan.Program.MaximumVolume}");
                },
                iter: 300
            );

    /// <summary>Two days minute by minute, the patient asking from the first minute of the second hour on; the most that any 24 hours of them hold.</summary>
    private static Rational Simulated(int basal, int bolusTenths, int duration, int lockout, bool fromEnd, bool pauses)
    {
        const int Minutes = 2 * 1_440;
        var flow = new Rational[Minutes];
        var (free, runsUntil) = (60, 0);
        for (var minute = 0; minute < Minutes; minute++)
        {
            if (minute >= free)
            {
                runsUntil = minute + duration;
                free = minute + lockout + (fromEnd ? duration : 0);
            }

            var bolus = minute < runsUntil;
            flow[minute] =
                (bolus ? new Rational(bolusTenths, 10L * duration) : Rational.Zero) + (bolus && pauses ? Rational.Zero : new Rational(basal, 60));
        }

        var sum = flow.Take(1_440).Aggregate(Rational.Zero, (total, one) => total + one);
        var most = sum;
        for (var minute = 1_440; minute < Minutes; minute++)
        {
            sum += flow[minute] - flow[minute - 1_440];
            most = Rational.Max(most, sum);
        }

        return most;
    }

    private static Plan Planned(string pump, string rate, string? demand) =>
        WrittenPlans.Of(
            WrittenPlans.File(
                $$"""{ "model": "{{pump}}" }""",
                Drugs,
                Fill,
                $$"""{ "mode": "continuous", "rate": "{{rate}}" {{(demand is null ? "" : $", \"demand\": {demand}")}} }"""
            )
        );
}
