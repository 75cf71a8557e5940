using Xunit;

namespace Neuraxial.Tests.Formularies.Releases;

/// <summary>What a plan says of the service's file that it was made by: its standing, its dates, and what it lets pass.</summary>
public sealed class FormularyChecksTests
{
    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_plan_by_a_draft_says_so_and_one_by_a_released_file_does_not()
    {
        var finding = Plans.Of(Overlays.Of()).The(FindingKinds.FormularyDraft);
        Assert.Equal((Severity.Warn, "draft", "released"), (finding.Severity, finding.Value, finding.Limit));
        Assert.Equal(
            "Library draft, not released: Test service, version test-2, is a draft that nobody has approved. Two persons release it before doses rest on it.",
            finding.Message
        );

        var once = Overlays.Approved(Overlays.Bytes(), "pharmacist", "KP", "2026-04-20T09:00:00Z");
        Assert.Contains(
            "a draft that only pharmacist KP has approved",
            Plans.Of(Overlays.Read(once)).The(FindingKinds.FormularyDraft).Message,
            StringComparison.Ordinal
        );

        var released = Plans.Of(Overlays.Read(Overlays.Released()));
        Assert.All(FindingKinds.OfFormulary, kind => released.HasNo(kind));
        Assert.All(FindingKinds.OfFormulary, kind => Plans.Of().HasNo(kind));
    }

    [Theory]
    [InlineData("2026-04-30T23:59:59Z", "formulary-not-in-force", "the last second before")]
    [InlineData("2026-05-01T00:00:00Z", null, "the first second")]
    [InlineData("2026-11-24T10:00:00Z", null, "between")]
    [InlineData("2027-04-30T23:59:59Z", null, "the last second")]
    [InlineData("2027-05-01T00:00:00Z", "formulary-expired", "the first second after")]
    [InlineData("2026-05-01T00:30:00+02:00", null, "the first day on the clock of the fill, though not in UTC")]
    [InlineData("2027-05-01T00:30:00+02:00", "formulary-expired", "the day after on the clock of the fill, though not in UTC")]
    [Trait("Hazard", "HZ-59")]
    public void A_file_holds_for_fills_from_its_first_day_to_its_last(string fill, string? code, string why)
    {
        var plan = Plans.Of(Overlays.Read(Overlays.Released()), ("fill.at", fill));
        var found = plan.Findings.Where(finding => FindingKinds.OfFormulary.Contains(finding.Kind)).ToList();
        Assert.True(string.Join(' ', found.Select(finding => finding.Kind.Code)) == (code ?? ""), why);
        Assert.All(found, finding => Assert.Equal((Severity.Block, "$.fill.at"), (finding.Severity, finding.Path)));
        Assert.True(code is null || plan.IsBlocked);
    }

    [Fact]
    public void A_file_without_a_last_day_holds_until_it_is_replaced()
    {
        var plan = Plans.Of(Overlays.Read(Overlays.Released(("effective.until", null))), ("fill.at", "2126-05-01T00:00:00Z"));
        Assert.All(FindingKinds.OfFormulary, kind => plan.HasNo(kind));
        Plans
            .Of(Overlays.Read(Overlays.Released(("effective.until", null))), ("fill.at", "2026-04-30T10:00:00Z"))
            .The(FindingKinds.FormularyNotInForce);
    }

    // Plain: morphine 10 mg/mL at 0.4 mL/d is 4 mg/d. The built-in ceiling of an implanted pump in cancer pain is 25 mg/d, by nobody to be passed; above
    // 20 mg/d a second person must agree. 2.5 mL/d are 25 mg/d, 2.6 mL/d 26 mg/d.
    [Theory]
    [InlineData("2.5 mL/d", "25 mg/d", false)]
    [InlineData("2.6 mL/d", "26 mg/d", true)]
    [Trait("Hazard", "HZ-59")]
    [Trait("Hazard", "HZ-62")]
    public void What_a_looser_limit_lets_pass_is_named_with_the_built_in_one(string rate, string value, bool named)
    {
        var formulary = Overlays.Of(("limits.0.id", "R3-implanted-cancer-ceiling"), ("limits.0.hard.value", "40 mg/d"), ("limits.0.soft", null));
        (string, string?)[] changes = [("program.rate", rate)];
        var plan = Plans.Of(formulary, changes);
        Assert.DoesNotContain(plan.Findings, finding => finding.Kind == FindingKinds.LimitDailyDose && finding.Severity == Severity.Block);
        if (named)
        {
            var finding = plan.The(FindingKinds.FormularyLoosened);
            Assert.Equal(
                (Severity.Warn, "R3-implanted-cancer-ceiling", value, "25 mg/d"),
                (finding.Severity, finding.Rule, finding.Value, finding.Limit)
            );
            Assert.Contains(Plans.Of(changes).Findings, built => built.Rule == finding.Rule && built.Severity == Severity.Block);
        }
        else
        {
            plan.HasNo(FindingKinds.FormularyLoosened);
        }
    }

    [Theory]
    [InlineData("2.2 mL/d", 1, "22 mg/d, above the built-in 20 and not above the service's 23: no second person any more")]
    [InlineData("2 mL/d", 0, "20 mg/d, above neither hard figure")]
    [InlineData("2.4 mL/d", 0, "24 mg/d, above both: a second person here as there")]
    public void A_second_person_who_is_not_asked_any_more_is_named(string rate, int count, string why)
    {
        var plan = Plans.Of(Overlays.Of(("limits.0.hard.value", "23 mg/d")), ("program.rate", rate));
        Assert.True(plan.Findings.Count(finding => finding.Kind == FindingKinds.FormularyLoosened) == count, why);
    }

    [Fact]
    public void A_stricter_limit_is_not_spoken_of() => Plans.Of(Overlays.Of(), ("program.rate", "2.6 mL/d")).HasNo(FindingKinds.FormularyLoosened);
}
