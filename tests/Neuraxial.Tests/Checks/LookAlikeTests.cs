using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>HZ-16: a look-alike that takes over at a dose that would be five times the old one is no change of prescription.</summary>
public sealed class LookAlikeTests
{
    /// <summary>Morphine 4 mg a day before; one of hydromorphone is 5 of morphine by the lowest ratio on file: 4 mg are 5 times, 3.99 mg are not.</summary>
    [Theory]
    [InlineData("0.8 mg/d", Severity.Confirm, null)]
    [InlineData("3.99 mg/d", Severity.Confirm, null)]
    [InlineData("4 mg/d", Severity.Block, "5 times")]
    [InlineData("8 mg/d", Severity.Block, "10 times")]
    [Trait("Hazard", "HZ-16")]
    public void Hydromorphone_for_morphine_is_blocked_from_five_times_the_dose(string dose, Severity severity, string? value)
    {
        var plan = Plans.Of([
            .. Checked.Therapy("implanted-cancer", "hydromorphone", dose, "10 mg/mL"),
            .. Checked.Before("morphine", "4 mg/d", "10 mg/mL"),
        ]);
        var finding = plan.The(FindingKinds.LookAlike);
        Assert.Equal((severity, value ?? "hydromorphone"), (finding.Severity, finding.Value));
        Assert.Equal(severity == Severity.Block, plan.IsBlocked && finding.Limit == "5 times");
    }

    /// <summary>There is no ratio on file from the stronger to the weaker, nor between local anaesthetics; and without the old program no old dose.</summary>
    [Theory]
    [InlineData("hydromorphone", "morphine")]
    [InlineData("bupivacaine", "ropivacaine")]
    [Trait("Hazard", "HZ-16")]
    public void Without_a_ratio_the_change_is_confirmed(string from, string to) =>
        Assert.Equal(
            Severity.Confirm,
            Plans.Of([.. Checked.Therapy("implanted-cancer", to, "4 mg/d"), .. Checked.Before(from, "4 mg/d")]).The(FindingKinds.LookAlike).Severity
        );

    [Fact]
    [Trait("Hazard", "HZ-16")]
    public void Without_the_old_program_the_change_is_confirmed() =>
        Assert.Equal(
            Severity.Confirm,
            Plans
                .Of([
                    .. Checked.Therapy("implanted-cancer", "hydromorphone", "4 mg/d"),
                    ("previous.infusate", Checked.Mixture("morphine", "2 mg/mL")),
                ])
                .The(FindingKinds.LookAlike)
                .Severity
        );
}
