using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>HZ-25: a dose that was taken over from the other spinal route as it stood.</summary>
public sealed class RouteCopyTests
{
    /// <summary>20 mg a day by the epidural route; within a tenth it is the same dose. A quarter is what was measured in patients, a tenth the textbook's.</summary>
    [Theory]
    [InlineData("2 mg/d", null)]
    [InlineData("5 mg/d", null)]
    [InlineData("17.9 mg/d", null)]
    [InlineData("18 mg/d", Severity.Block)]
    [InlineData("20 mg/d", Severity.Block)]
    [InlineData("22.2 mg/d", Severity.Block)]
    [InlineData("22.3 mg/d", null)]
    [Trait("Hazard", "HZ-25")]
    public void An_epidural_dose_in_the_spinal_fluid_is_blocked(string dose, Severity? severity) =>
        Assert.Equal(severity, Answer("external-cancer", dose, """{ "drug": "morphine", "route": "epidural", "dose": "20 mg/d" }"""));

    /// <summary>The other way it is too little: pain, and no danger to breathing.</summary>
    [Theory]
    [InlineData("2 mg/d", Severity.Confirm)]
    [InlineData("20 mg/d", null)]
    [Trait("Hazard", "HZ-25")]
    public void An_intrathecal_dose_in_the_epidural_space_is_confirmed(string dose, Severity? severity) =>
        Assert.Equal(severity, Answer("epidural-cancer", dose, """{ "drug": "morphine", "route": "intrathecal", "dose": "2 mg/d" }"""));

    [Theory]
    [InlineData("""{ "drug": "morphine", "route": "intrathecal", "dose": "20 mg/d" }""")]
    [InlineData("""{ "drug": "morphine", "route": "subcutaneous", "dose": "20 mg/d" }""")]
    [InlineData("""{ "drug": "diamorphine", "route": "epidural", "dose": "20 mg/d" }""")]
    [InlineData("""{ "drug": "morphine", "route": "epidural", "dose": "0 mg/d" }""")]
    [Trait("Hazard", "HZ-25")]
    public void Another_drug_and_another_route_are_no_copy(string given) => Assert.Null(Answer("external-cancer", "20 mg/d", given));

    private static Severity? Answer(string profile, string dose, string given) =>
        Plans
            .Of([.. Checked.Therapy(profile, "morphine", dose), ("currentOpioids", $"[{given}]")])
            .Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.RouteDoseCopied)
            ?.Severity;
}
