using Xunit;

namespace Neuraxial.Tests.Examples;

/// <summary>What the plans of examples must say of a change: bridge, mixing, residual, old and new dose. Worked out by hand from the files.</summary>
public sealed class ExampleChangeTests
{
    /// <summary>File; drug; volume; rate; duration; told to the pump; given to the patient; shown by the programmer; dose and time without a bridge.</summary>
    [Theory]
    [InlineData("baclofen-concentration-fall", "baclofen", "0.4 mL", "0.1 mL/d", "96 h", "200 ug", "800 ug", "50 ug/d", "800 ug/d", "24 h")]
    [InlineData(
        "baclofen-concentration-rise",
        "baclofen",
        "0.3358 mL",
        "0.5 mL/d",
        "16.1184 h",
        "671.6 ug",
        "167.9 ug",
        "1000 ug/d",
        "62.5 ug/d",
        "64.4736 h"
    )]
    [InlineData("cancer-intrathecal-implanted", "morphine", "0.31 mL", "0.1 mL/d", "74.4 h", "3.1 mg", "6.2 mg", "1 mg/d", "4 mg/d", "37.2 h")]
    [InlineData(
        "cancer-intrathecal-external-increase",
        "morphine",
        "0.9 mL",
        "19.152 mL/d",
        "21.6/19.152 h",
        "1.197 mg",
        "0.9 mg",
        "25.47216 mg/d",
        "14.4 mg/d",
        "1.5 h"
    )]
    public void The_old_infusate_is_bridged_out(
        string name,
        string drug,
        string volume,
        string rate,
        string duration,
        string programmed,
        string delivered,
        string shown,
        string unbridged,
        string unbridgedFor
    )
    {
        var bridge = Plans.Example(name).Bridge!;
        Assert.Equal(drug, bridge.Drug.Id);
        Amount.IsExactly(volume, bridge.Volume.ToString());
        Amount.IsExactly(rate, bridge.Rate.ToString());
        Amount.IsExactly(duration, QuantityText.Write(bridge.Duration));
        Amount.IsExactly(programmed, bridge.Programmed.ToString());
        Amount.IsExactly(delivered, bridge.Delivered.ToString());
        Amount.IsExactly(shown, bridge.Shown.ToString());
        Amount.IsExactly(unbridged, bridge.UnbridgedDose.ToString());
        Amount.IsExactly(unbridgedFor, QuantityText.Write(bridge.UnbridgedDuration));
    }

    /// <summary>File; drug; what it becomes in the container: residual 1.4 mL and fill, with what one rinse of 5 mL left of the old.</summary>
    [Theory]
    [InlineData("baclofen-concentration-fall", "baclofen", "10612.5/21.4 ug/mL")]
    [InlineData("baclofen-concentration-rise", "baclofen", "40700/21.4 ug/mL")]
    [InlineData("cancer-intrathecal-implanted", "morphine", "428/41.4 mg/mL")]
    [InlineData("cancer-intrathecal-implanted", "bupivacaine", "800/41.4 mg/mL")]
    public void What_cannot_be_withdrawn_mixes_with_the_fill(string name, string drug, string mixed) =>
        Amount.IsExactly(mixed, Plans.Example(name).Mixing!.Drugs.Single(part => part.Drug.Id == drug).Mixed.ToString());

    /// <summary>File; drug; old and new daily dose.</summary>
    [Theory]
    [InlineData("baclofen-concentration-fall", "baclofen", "200 ug/d", "200 ug/d")]
    [InlineData("baclofen-concentration-rise", "baclofen", "250 ug/d", "250 ug/d")]
    [InlineData("cancer-intrathecal-implanted", "morphine", "4 mg/d", "2 mg/d")]
    [InlineData("cancer-intrathecal-implanted", "bupivacaine", "0 ug/d", "4 mg/d")]
    [InlineData("cancer-intrathecal-external-increase", "morphine", "7.2 mg/d", "19.152 mg/d")]
    [InlineData("cancer-intrathecal-external-increase", "bupivacaine", "7.2 mg/d", "28.8 mg/d")]
    [InlineData("morphine-refill", "morphine", "0.6 mg/d", "0.6 mg/d")]
    public void Old_and_new_dose_stand_side_by_side(string name, string drug, string old, string now)
    {
        var compared = Plans.Example(name).Comparison!.Drugs.Single(part => part.Drug.Id == drug);
        Amount.IsExactly(old, compared.Old.ToString());
        Amount.IsExactly(now, compared.New.ToString());
    }

    [Fact]
    public void The_refill_of_morphine_finds_its_residual_within_tolerance()
    {
        // 30 days at 0.5 mL/d: 15 mL intended, 5 mL expected; 5.4 mL measured, 14.6 mL delivered
        var residual = Plans.Example("morphine-refill").Residual!;
        Assert.Equal(("5 mL", "15 mL", "14.6 mL"), (residual.Expected.ToString(), residual.Intended.ToString(), residual.Delivered.ToString()));
        Amount.IsExactly("-40/15", residual.ErrorPercent!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(residual.Severity);
    }

    [Fact]
    public void While_morphine_is_bridged_the_added_bupivacaine_has_not_arrived()
    {
        var plan = Plans.Example("cancer-intrathecal-implanted");
        Assert.Equal(Severity.Warn, plan.The(FindingKinds.BridgeOtherDrug).Severity);
        var bupivacaine = plan.Tip.Select(hour => (hour.Hour, hour.Drugs.Single(drug => drug.Drug.Id == "bupivacaine").Bridged!.Value)).ToList();
        Assert.All(bupivacaine.Where(hour => hour.Hour < 74), hour => Assert.Equal(Mass.Zero, hour.Value));

        // From hour 74.4 on 20 mg/mL at 0.2 mL/d: 4 mg/24 an hour, of the first hour 0.6
        Amount.IsExactly("2.4/24 mg", bupivacaine.Single(hour => hour.Hour == 74).Value.ToString());
        Amount.IsExactly("4/24 mg", bupivacaine.Single(hour => hour.Hour == 75).Value.ToString());
    }

    [Fact]
    public void The_expected_refill_of_the_prometra_lies_between_no_and_all_boluses()
    {
        // 3 x 0.015 mL a day expected: 17 / 0.445 d; 6 allowed: 17 / 0.49 d
        var plan = Plans.Example("morphine-demand-implanted");
        Assert.Equal("2027-01-01T19:51:14Z", plan.RefillWithExpected!.RefillBy.Text());
        Assert.Equal("2027-01-08T13:39:06Z", plan.RefillWithExpected.EmptyAt.Text());
        Assert.Equal("2027-01-04T10:35:30Z", plan.RefillWithAll.EmptyAt.Text());
    }

    [Theory]
    [InlineData("cancer-intrathecal-external", 96, "9.6 mL of boluses: 4 an hour")]
    [InlineData("labour-intrathecal-demand", 72, "3 an hour")]
    [InlineData("postoperative-epidural-demand", 72, "3 an hour")]
    [InlineData("morphine-demand-implanted", 6, "6 in 24 h")]
    [InlineData("baclofen-periodic", 0, "nothing on demand")]
    public void The_boluses_that_a_day_can_hold_are_counted(string name, long count, string why) =>
        Assert.True(Plans.Example(name).Program.DemandCount == count, why);

    [Theory]
    [InlineData("cancer-intrathecal-external", "morphine 450 ug, bupivacaine 4.275 mg", "morphine 150 ug, bupivacaine 1.425 mg")]
    [InlineData("ziconotide-first-fill", "ziconotide 8.12 ug", "ziconotide 4.62 ug")]
    [InlineData("baclofen-flex", "baclofen 162.4 ug", "baclofen 92.4 ug")]
    public void A_prime_holds_path_times_concentration(string name, string whole, string catheter)
    {
        var priming = Plans.Example(name).Priming!;
        Assert.Equal(whole, priming.Doses.Text());
        Assert.Equal(catheter, priming.BackTableDoses.Text());
    }
}
