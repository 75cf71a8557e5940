using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>How long a mixture may stay in its container, by the stability table and the labels (HZ-19). Numbers: formulary reference, part 3.</summary>
public sealed class StabilityTests
{
    private const string Implanted = "synchromed-ii-20";
    private const string External = "cadd-solis";

    [Theory]
    [Trait("Hazard", "HZ-19")]
    [InlineData(Implanted, "morphine 10 mg/mL", 90, "refill limit of the pumps reference")]
    [InlineData(Implanted, "bupivacaine 7.5 mg/mL", 84, "row 4: 12 weeks")]
    [InlineData(Implanted, "hydromorphone 1 mg/mL", 120, "row 3: 4 months")]
    [InlineData(Implanted, "morphine 10 mg/mL, clonidine 50 ug/mL", 28, "rows 2 and 9: 90 d and 28 d, the shorter")]
    [InlineData(Implanted, "morphine 10 mg/mL, bupivacaine 5 mg/mL, clonidine 50 ug/mL", 90, "row 1")]
    [InlineData(Implanted, "morphine 15 mg/mL, baclofen 1 mg/mL", 30, "row 7")]
    [InlineData(Implanted, "ziconotide 25 ug/mL", 14, "row 28: the first fill of a pump")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, morphine 5 mg/mL", 34, "row 33: a weaker partner drug is kinder")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, morphine 10 mg/mL", 34, "row 33")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, morphine 10.01 mg/mL", 19, "row 33: above 10 mg/mL the time of 20 mg/mL holds")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, morphine 20 mg/mL", 19, "row 33")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, hydromorphone 35 mg/mL", 19, "row 34")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, clonidine 2 mg/mL", 60, "row 35")]
    [InlineData(Implanted, "ziconotide 25 ug/mL, bupivacaine 5 mg/mL", 22, "row 36")]
    [InlineData(External, "ziconotide 25 ug/mL", 21, "row 30")]
    [InlineData(External, "morphine 1 mg/mL", 16, "row 22")]
    [InlineData(External, "morphine 10 mg/mL", 16, "row 22")]
    [InlineData(External, "diamorphine 0.02 mg/mL, bupivacaine 1.5 mg/mL", 1, "row 14: 24 h at 25 to 45 degrees")]
    [InlineData(External, "diamorphine 25 ug/mL, ropivacaine 2 mg/mL", 28, "row 16: at 21 degrees")]
    [InlineData(External, "diamorphine 45 ug/mL, ropivacaine 10 mg/mL", 16, "row 17: at 21 degrees")]
    [InlineData(External, "levobupivacaine 1 mg/mL, sufentanil 0.4 ug/mL", 7, "row 24: at room temperature")]
    [InlineData(External, "levobupivacaine 1 mg/mL, fentanyl 2 ug/mL", 30, "rows 23 and 25: 30 d and 40 d, the shorter")]
    public void A_mixture_is_good_for_the_shortest_time_that_is_known_of_it(string pump, string mixture, int days, string why)
    {
        var plan = Plan(pump, mixture);
        Assert.True(plan.Refill.StableUntil - plan.Therapy.Fill.Instant == Duration.FromDays(days), why);
    }

    [Theory]
    [Trait("Hazard", "HZ-19")]
    [InlineData(Implanted, "morphine 10 mg/mL, bupivacaine 20 mg/mL", "row 12 gives no time")]
    [InlineData(Implanted, "bupivacaine 7.4 mg/mL", "only 7.5 mg/mL was studied")]
    [InlineData(Implanted, "baclofen 500 ug/mL", "row 27: the label's interval depends on the pump")]
    [InlineData(Implanted, "diamorphine 5 mg/mL", "row 13: a half-life is no limit")]
    [InlineData(External, "morphine 2 mg/mL", "between two studied concentrations")]
    [InlineData(External, "morphine 0.2 mg/mL, bupivacaine 7.5 mg/mL", "row 19 is storage in glass")]
    public void Of_any_other_mixture_the_plan_says_that_it_does_not_know(string pump, string mixture, string why)
    {
        var plan = Plan(pump, mixture);
        Assert.True(plan.Refill.StableUntil is null, why);
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.StabilityUnknown).Severity);
    }

    [Fact]
    public void Of_ziconotide_with_stronger_morphine_than_was_studied_only_the_rule_of_its_first_fill_is_known()
    {
        // Only up to 20 mg/mL was studied with a time; R12 empties a first fill within 14 days
        var plan = Plan(Implanted, "ziconotide 25 ug/mL, morphine 20.1 mg/mL");
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.StabilityUnknown).Severity);
        Assert.Equal(Duration.FromDays(14), plan.Refill.StableUntil - plan.Therapy.Fill.Instant);
    }

    [Fact]
    public void A_later_fill_of_ziconotide_takes_the_shortest_of_the_labels_times()
    {
        // US 84 d undiluted, 40 d diluted; EU 60 d. The file does not say whose label holds or whether it was diluted.
        var plan = Plans.Of(("infusate", Mixture("ziconotide 25 ug/mL")), ("previous.infusate", Mixture("ziconotide 25 ug/mL")));
        Assert.Equal(Duration.FromDays(40), plan.Refill.StableUntil - plan.Therapy.Fill.Instant);
    }

    [Theory]
    [Trait("Hazard", "HZ-19")]
    [InlineData("morphine 10 mg/mL", true)]
    [InlineData("bupivacaine 7.5 mg/mL", false)]
    public void A_time_whose_source_states_no_concentration_says_so(string mixture, bool unstated) =>
        Assert.Equal(unstated, Plan(Implanted, mixture).Findings.Any(finding => finding.Kind == FindingKinds.StabilityUnstated));

    [Theory]
    [Trait("Hazard", "HZ-19")]
    [InlineData("hydromorphone 1 mg/mL", 1, "row 11 found degradation where row 3 found none")]
    [InlineData("ziconotide 25 ug/mL, morphine 10 mg/mL", 0, "the same study gives a longer time to 80 %: no contradiction")]
    [InlineData("diamorphine 15 mg/mL", 1, "row 13")]
    [InlineData("diamorphine 15.1 mg/mL", 2, "row 13, and row 18: a precipitate above 15 mg/mL")]
    [InlineData("hydromorphone 1 mg/mL, ziconotide 25 ug/mL", 1, "row 11, though no time is known")]
    [InlineData("morphine 10 mg/mL", 0, "nothing speaks against it")]
    public void What_was_found_against_a_mixture_is_said_whether_or_not_a_time_is_known(string mixture, int studies, string why) =>
        Assert.True(Plan(Implanted, mixture).Findings.Count(finding => finding.Kind == FindingKinds.StabilityContradicted) == studies, why);

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_recalled_time_is_named_as_unverified() =>
        Assert.Contains(
            Plan(Implanted, "ziconotide 25 ug/mL, bupivacaine 5 mg/mL").Findings,
            finding => finding.Kind == FindingKinds.FigureUnverified && finding.Path == "$.infusate.drugs"
        );

    private static Plan Plan(string pump, string mixture) => Plans.Of(("pump.model", pump), ("infusate", Mixture(mixture)));

    /// <summary><c>morphine 10 mg/mL, bupivacaine 5 mg/mL</c> as a file writes it.</summary>
    private static string Mixture(string text)
    {
        var drugs = text.Split(", ")
            .Select(part => part.Split(' ', 2))
            .Select(part => $$"""{ "drug": "{{part[0]}}", "concentration": "{{part[1]}}" }""");
        return $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }""";
    }
}
