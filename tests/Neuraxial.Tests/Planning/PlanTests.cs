using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>
/// The parts of a plan one by one, each from <see cref="Plans.Plain"/> (20 mL of morphine 10 mg/mL in a SynchroMed II at 0.4 mL a day) with a few members changed,
/// so that every number can be worked out in the head. One file a part.
/// </summary>
public sealed partial class PlanTests
{
    private const string Solis = """{ "model": "cadd-solis" }""";
    private const string ConstantFlow = """{ "model": "isomed-20", "flow": "0.5 mL/d" }""";
    private const string Baclofen = """{ "drugs": [{ "drug": "baclofen", "concentration": "500 ug/mL" }] }""";

    [Theory]
    [InlineData("intrathecal", "cancer-pain", "implanted-cancer", "external-cancer")]
    [InlineData("intrathecal", "non-cancer-pain", "implanted-noncancer", "external-noncancer")]
    [InlineData("intrathecal", "spasticity", "spasticity", "spasticity")]
    [InlineData("intrathecal", "post-operative", null, "intrathecal-postoperative")]
    [InlineData("intrathecal", "labour", null, "intrathecal-labour")]
    [InlineData("epidural", "cancer-pain", "epidural-cancer", "epidural-cancer")]
    [InlineData("epidural", "non-cancer-pain", "epidural-noncancer", "epidural-noncancer")]
    [InlineData("epidural", "spasticity", null, null)]
    [InlineData("epidural", "post-operative", null, "epidural-postoperative")]
    [InlineData("epidural", "labour", null, "epidural-labour")]
    public void The_profile_follows_from_route_indication_and_where_the_pump_is(string route, string indication, string? implanted, string? external)
    {
        foreach (var (pump, profile) in new[] { ("synchromed-ii-20", implanted), ("cadd-solis", external) })
        {
            var plan = Plans.Of(("route", route), ("indication", indication), ("pump.model", pump));
            Assert.Equal(profile, plan.Profile);
            Assert.Equal(profile is null, plan.Findings.Any(finding => finding.Kind == FindingKinds.ProfileUnknown));
        }
    }

    [Fact]
    [Trait("Hazard", "HZ-13")]
    [Trait("Hazard", "HZ-59")]
    public void A_plan_names_the_data_that_it_was_made_with()
    {
        var plan = Plans.Of();
        Assert.Same(Formulary.BuiltIn, plan.Formulary);
        Assert.Equal(64, plan.Formulary.Sha256.Length);
    }

    /// <summary>A mixture as files write it, from <c>morphine 10 mg/mL, bupivacaine 5 mg/mL</c>.</summary>
    private static string Mixture(string text)
    {
        var drugs = text.Split(", ")
            .Select(part => part.Split(' ', 2))
            .Select(part => $$"""{ "drug": "{{part[0]}}", "concentration": "{{part[1]}}" }""");
        return $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }""";
    }

    private static string Continuous(string rate) => $$"""{ "mode": "continuous", "rate": "{{rate}}" }""";

    private static string WithDemand(string demand, string rate = "0.4 mL/d") =>
        $$"""{ "mode": "continuous", "rate": "{{rate}}", "demand": {{demand}} }""";

    private static bool Holds(Plan plan, FindingKind kind) => plan.Findings.Any(finding => finding.Kind == kind);
}
