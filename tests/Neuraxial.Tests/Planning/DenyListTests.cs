using System.Text;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>What is never given by the spinal route, under whatever name, whoever orders it and whatever a service's file says (HZ-24).</summary>
public sealed class DenyListTests
{
    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void No_built_in_drug_goes_by_a_denied_name() =>
        Assert.All(Formulary.BuiltIn.Drugs, drug => Assert.Null(DenyList.Find(drug.Id, Formulary.BuiltIn)));

    [Theory]
    [Trait("Hazard", "HZ-24")]
    [InlineData(
        """{ "name": "s", "version": "1", "drugs": [ { "id": "vincristine", "name": "Vincristine", "class": "other", "shownIn": "mg" } ] }"""
    )]
    [InlineData(
        """
            { "name": "s", "version": "1", "drugs": [ { "id": "vincristine", "name": "Vincristine", "class": "other", "shownIn": "mg" } ],
              "denied": [ { "id": "vincristine", "name": "Nothing", "class": "other", "reason": "none", "hazards": ["HZ-24"], "mark": "assumed", "sources": [] } ] }
            """
    )]
    public void A_service_cannot_make_a_drug_of_what_is_denied(string overlay)
    {
        var problem = Assert.Single(Formulary.BuiltIn.Overlaid(Encoding.UTF8.GetBytes(overlay)).Problems);
        Assert.Equal("$.drugs['vincristine']", problem.Path);
        Assert.Contains("never given by the spinal route", problem.Message, StringComparison.Ordinal);
        Assert.Contains("HZ-24", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_can_deny_what_the_built_in_formulary_allows()
    {
        const string Overlay = """
            { "name": "s", "version": "1",
              "denied": [ { "id": "no-sufentanil", "name": "Sufentanil", "class": "opioid", "reason": "not here", "hazards": ["HZ-24"], "mark": "assumed", "sources": [] } ] }
            """;
        var formulary = Formulary.BuiltIn.Overlaid(Encoding.UTF8.GetBytes(Overlay)).Content!;
        var file = Plans.Changed(Plans.Plain, ("infusate.drugs.0.drug", "sufentanil"));
        Assert.Contains(
            "not here",
            Assert.Single(TherapyFile.Read(Encoding.UTF8.GetBytes(file), formulary).Problems).Message,
            StringComparison.Ordinal
        );
    }
}
