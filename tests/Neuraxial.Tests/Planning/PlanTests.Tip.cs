using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>The dose at the catheter tip, hour by hour, around a change of infusate.</content>
public sealed partial class PlanTests
{
    /// <summary>
    /// HZ-30 and HZ-31, path 0.40 mL, 200 microgram/d wanted: with a bridge 200/24 in every hour; without one 800/24 for 24 hours, or 50/24 for 96 hours.
    /// </summary>
    [Theory]
    [Trait("Hazard", "HZ-30")]
    [Trait("Hazard", "HZ-31")]
    [InlineData("2000 ug/mL", "500 ug/mL", 24, "800/24 ug")]
    [InlineData("500 ug/mL", "2000 ug/mL", 96, "50/24 ug")]
    public void A_single_drug_keeps_its_wanted_dose_in_every_hour_with_a_bridge_and_not_without(string old, string now, int hours, string unbridged)
    {
        var plan = Plans.Of(
            ("indication", "spasticity"),
            ("catheter.volume", "0.26 mL"),
            ("infusate", Mixture("baclofen " + now)),
            ("program", """{ "mode": "continuous", "dose": { "drug": "baclofen", "rate": "200 ug/d" } }"""),
            ("previous.infusate", Mixture("baclofen " + old)),
            ("previous.program", """{ "mode": "continuous", "dose": { "drug": "baclofen", "rate": "200 ug/d" } }""")
        );

        // Three hours before, the longer of bridge and unbridged time, three hours after
        Assert.Equal(Enumerable.Range(-3, 3 + 96 + 3), plan.Tip.Select(hour => hour.Hour));
        foreach (var hour in plan.Tip)
        {
            var drug = Assert.Single(hour.Drugs);
            Amount.IsExactly("200/24 ug", drug.Bridged.ToString());
            Amount.IsExactly(hour.Hour >= 0 && hour.Hour < hours ? unbridged : "200/24 ug", drug.Unbridged.ToString());
        }
    }

    [Fact]
    public void At_the_hour_in_which_the_front_passes_the_tip_both_doses_are_counted()
    {
        // Path 0.31 mL of 20 mg/mL at 0.2 mL/d: the front passes after 37.2 h; 0.2 h at 4 mg/d and 0.8 h at 2 mg/d
        var hour = Plans.Example("cancer-intrathecal-implanted").Tip.Single(one => one.Hour == 37);
        Amount.IsExactly("2.4/24 mg", hour.Drugs.Single(drug => drug.Drug.Id == "morphine").Unbridged.ToString());
    }

    [Fact]
    public void Before_the_fill_the_old_program_runs()
    {
        var before = Changed("morphine 20 mg/mL", "morphine 10 mg/mL", "0.3 mL/d").Tip.Where(hour => hour.Hour < 0).ToList();
        Assert.Equal(3, before.Count);
        Assert.All(before, hour => Amount.IsExactly("6/24 mg", Assert.Single(hour.Drugs).Unbridged.ToString()));
    }

    [Fact]
    public void Without_the_old_program_nothing_is_said_of_the_hours_before()
    {
        var plan = Plans.Of(("catheter.volume", "0.16 mL"), ("previous.infusate", Mixture("morphine 20 mg/mL")));
        Assert.All(plan.Tip.Where(hour => hour.Hour < 0), hour => Assert.Equal((null, null), (hour.Drugs[0].Bridged, hour.Drugs[0].Unbridged)));
        Assert.All(plan.Tip.Where(hour => hour.Hour >= 0), hour => Assert.NotNull(hour.Drugs[0].Bridged));
    }

    [Fact]
    public void A_steps_program_takes_over_at_the_step_in_which_the_bridge_ends()
    {
        // Filled at 10:00; 0.9 mg/d on the average; path 0.3 mL of 20 mg/mL bridged at its mean flow. Steps: 06:00 0.12 mL/d, 18:00 0.06 mL/d
        var plan = Plans.Of(
            ("catheter.volume", "0.16 mL"),
            ("program", """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0.12 mL/d" }, { "at": "18:00", "rate": "0.06 mL/d" }] }"""),
            ("previous.infusate", Mixture("morphine 20 mg/mL")),
            ("previous.program", Continuous("0.045 mL/d"))
        );

        // Mean (0.12 + 0.06) / 2 = 0.09 mL/d, 0.9 mg/d; bridge 0.045 mL/d for 160 h, to 02:00 of the seventh day after
        Assert.Equal(("0.045 mL/d", "160 h"), (plan.Bridge!.Rate.ToString(), QuantityText.Write(plan.Bridge.Duration)));
        Assert.All(plan.Tip.Where(hour => hour.Hour is >= 0 and < 160), hour => Amount.IsExactly("0.9/24 mg", hour.Drugs[0].Bridged.ToString()));
        Assert.All(plan.Tip.Where(hour => hour.Hour >= 160), hour => Amount.IsExactly("0.6/24 mg", hour.Drugs[0].Bridged.ToString()));
    }

    [Fact]
    public void A_first_fill_has_no_hours_around_a_change() => Assert.Empty(Plans.Of(("catheter.volume", "0.16 mL")).Tip);

    [Fact]
    public void The_hours_end_after_ten_days_however_slow_the_flow()
    {
        // 0.3 mL of the old infusate at 0.0250 mL/d takes 12 days
        var plan = Changed("morphine 20 mg/mL", "morphine 10 mg/mL", "0.05 mL/d", "0.05 mL/d");
        Assert.Equal(239, plan.Tip[^1].Hour);
    }

    /// <summary>
    /// Everything that was in the path and everything that followed it has left the tip: over all hours the old drug is its concentration times the path,
    /// the new one its concentration times what flowed after it.
    /// </summary>
    [Fact]
    public void No_drug_is_lost_or_made_at_the_tip() =>
        Gen.Select(Gen.Int[1, 40_000], Gen.Int[1, 40_000], Gen.Int[200, 3_000], Gen.Int[1, 400])
            .Sample(
                (old, now, rate, catheter) =>
                {
                    var plan = Plans.Of(
                        ("catheter.volume", $"{catheter} uL"),
                        ("infusate", Mixture($"morphine {now} ug/mL")),
                        ("program.rate", $"{rate} uL/d"),
                        ("previous.infusate", Mixture($"morphine {old} ug/mL, clonidine 50 ug/mL")),
                        ("previous.program", Continuous("0.1 mL/d"))
                    );
                    var hours = plan.Tip.Where(hour => hour.Hour >= 0).ToList();
                    var path = 0.14m + (catheter / 1_000m);
                    var flowed = rate / 1_000m * hours.Count / 24m;
                    if (plan.Bridge is { } bridge && flowed > path && bridge.Duration <= Duration.FromHours(hours.Count))
                    {
                        var after = rate / 1_000m * (hours.Count - bridge.Duration.InHours()) / 24m;
                        AssertSum((path * old) + (after * now), hours, drug => drug.Bridged, "morphine");
                        AssertSum((path * old) + ((flowed - path) * now), hours, drug => drug.Unbridged, "morphine");
                        AssertSum(path * 50m, hours, drug => drug.Bridged, "clonidine");
                        AssertSum(path * 50m, hours, drug => drug.Unbridged, "clonidine");
                    }
                },
                iter: 300
            );

    /// <summary>
    /// A bridge's length is rounded to the nanosecond, and with old infusate 40,000 times weaker it flows 40,000 times faster: at most 3e-5 microgram. The nearest wrong
    /// answer, an hour or a microlitre too many, is a thousandfold that.
    /// </summary>
    private static void AssertSum(decimal micrograms, IEnumerable<TipHour> hours, Func<TipDrug, Mass?> of, string drug)
    {
        var sum = hours.Sum(hour => of(hour.Drugs.Single(part => part.Drug.Id == drug))!.Value.InMicrograms());
        Assert.InRange(sum - micrograms, -1e-4m, 1e-4m);
    }
}
