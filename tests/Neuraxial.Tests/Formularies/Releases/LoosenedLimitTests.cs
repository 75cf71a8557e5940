using Xunit;

namespace Neuraxial.Tests.Formularies.Releases;

/// <summary>Which changes of a limit make it hold less firmly. The built-in row: 15 and 20 mg/d, two persons may pass it, implanted pumps in cancer pain.</summary>
public sealed class LoosenedLimitTests
{
    [Theory]
    [InlineData("limits.0.hard.value", "20 mg/d", null, "the same")]
    [InlineData("limits.0.hard.value", "20000 ug/d", null, "the same in another unit")]
    [InlineData("limits.0.hard.value", "19.9 mg/d", null, "nearer")]
    [InlineData("limits.0.hard.value", "20.1 mg/d", "the hard figure lies further out", "further out")]
    [InlineData("limits.0.hard", null, "no hard figure any more", "dropped")]
    [InlineData("limits.0.override", "none", null, "passable by nobody")]
    [InlineData("limits.0.override", "reason", "may be passed (reason)", "passable by one person alone")]
    [InlineData("limits.0.profiles", null, null, "for all profiles")]
    [InlineData("limits.0.profiles", """["implanted-noncancer", "implanted-cancer"]""", null, "for one more")]
    [InlineData("limits.0.profiles", """["implanted-noncancer"]""", "holds for fewer", "for another")]
    [InlineData("limits.0.route", null, null, "for both routes")]
    [InlineData("limits.0.route", "epidural", "holds for fewer", "for the other route")]
    [InlineData("limits.0.drug", "hydromorphone", "holds for fewer", "for another drug")]
    [InlineData("limits.0.pumps", """["synchromed-ii-20"]""", "holds for fewer", "for one pump")]
    [InlineData("limits.0.patients", "opioid-tolerant", "holds for fewer", "for some patients")]
    [InlineData("limits.0.jurisdiction", "uk", "holds for fewer", "for one label")]
    [InlineData("limits.0.when", "first-fill", "holds for fewer", "under one circumstance")]
    [InlineData("limits.0.check", "start-dose", "another check", "against something else")]
    [Trait("Hazard", "HZ-59")]
    public void A_limit_is_looser_where_it_lies_further_out_is_passable_by_more_or_holds_for_fewer(
        string path,
        string? value,
        string? how,
        string why
    )
    {
        var after = Overlays.Of(("limits.0.hard.value", "20 mg/d"), (path, value));
        var loosened = LoosenedLimit.Between(Formulary.BuiltIn, after);
        Assert.True(string.Join("; ", loosened.Select(limit => limit.How)) == (how ?? ""), why);
        Assert.All(loosened, limit => Assert.Equal(("R3-implanted-cancer", "20 mg/d"), (limit.Id, limit.Before)));
    }

    [Fact]
    public void A_lower_bound_is_looser_further_down()
    {
        // R11-external: ziconotide of an external pump not weaker than 5 ug/mL
        const string Row = """
            [{
              "id": "R11-external", "rule": "R11", "title": "t", "check": "minimum-concentration", "drug": "ziconotide", "route": "intrathecal",
              "profiles": ["external-cancer", "external-noncancer"], "bound": "lower", "hard": { "value": "VALUE", "mark": "assumed", "sources": [] },
              "override": "none", "why": "w", "hazards": ["HZ-01"]
            }]
            """;
        int Count(string value) =>
            LoosenedLimit.Between(Formulary.BuiltIn, Overlays.Of(("limits", Row.Replace("VALUE", value, StringComparison.Ordinal)))).Count;
        Assert.Equal((0, 0, 1), (Count("5 ug/mL"), Count("5.1 ug/mL"), Count("4.9 ug/mL")));
    }

    [Fact]
    public void A_limit_of_the_file_in_force_that_the_new_one_lacks_is_lost()
    {
        var inForce = Overlays.Of(("limits.0.id", "own-morphine"));
        var loosened = Assert.Single(LoosenedLimit.Between(inForce, Formulary.BuiltIn));
        Assert.Equal(("own-morphine", "no such limit any more", "15 mg/d", null), (loosened.Id, loosened.How, loosened.Before, loosened.After));
    }

    [Fact]
    public void The_built_in_limits_are_no_looser_than_themselves_and_a_stricter_file_is_not()
    {
        Assert.Empty(LoosenedLimit.Between(Formulary.BuiltIn, Formulary.BuiltIn));
        Assert.Empty(LoosenedLimit.Between(Formulary.BuiltIn, Overlays.Of()));
    }
}
