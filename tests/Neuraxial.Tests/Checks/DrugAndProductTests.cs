using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>R20, R21, R22, the labels of pumps, diluents, look-alikes: what a drug or a product is, before any dose.</summary>
public sealed class DrugAndProductTests
{
    /// <summary>Preparation; route; pump; the findings on the product, worst first.</summary>
    public static TheoryData<string, string, string, string> Products { get; } =
        new()
        {
            // Martindale's morphine holds sodium metabisulfite
            { "morphine-martindale-10mg-ml-uk", "intrathecal", "implanted-cancer", "block R20-intrathecal" },
            { "morphine-martindale-10mg-ml-uk", "epidural", "epidural-cancer", "block R20-epidural" },
            { "morphine-hameln-10mg-ml-uk", "intrathecal", "implanted-cancer", "warn R21" },
            { "bupivacaine-marcain-5mg-ml-uk", "intrathecal", "implanted-cancer", "warn R21" },
            { "bupivacaine-marcain-5mg-ml-uk", "epidural", "epidural-cancer", "" },
            { "levobupivacaine-7.5mg-ml-uk", "epidural", "epidural-cancer", "" },
            { "diamorphine-special-1mg-1ml-uk", "intrathecal", "implanted-cancer", "block" },
            { "diamorphine-special-1mg-1ml-uk", "epidural", "epidural-cancer", "unknown" },
            { "hydromorphone-palladone-10mg-ml-uk", "intrathecal", "implanted-cancer", "unknown R20-intrathecal, warn R21" },
            { "ziconotide-25ug-ml-us", "intrathecal", "implanted-cancer", "unknown R20-intrathecal" },
        };

    [Theory]
    [MemberData(nameof(Products))]
    [Trait("Hazard", "HZ-17")]
    public void A_product_is_held_against_route_and_pump(string preparation, string route, string profile, string found)
    {
        var drug = preparation.Split('-')[0];
        var plan = Plans.Of([
            .. Checked.Therapy(profile, drug, "100 ug/d", "1 mg/mL"),
            ("infusate", $$"""{ "drugs": [{ "drug": "{{drug}}", "concentration": "1 mg/mL", "preparation": "{{preparation}}" }] }"""),
        ]);
        Assert.Equal(route, TherapyFile.Routes.Word(plan.Therapy.Route));
        var findings = plan
            .Findings.Where(finding => finding.Path == "$.infusate.drugs[0].preparation")
            .Select(finding => $"{finding.SeverityWord} {finding.Rule}".Trim());
        Assert.Equal(found, string.Join(", ", findings));
    }

    [Fact]
    [Trait("Hazard", "HZ-23")]
    [Trait("Hazard", "HZ-25")]
    public void R22_a_bag_made_for_the_epidural_space_is_blocked_in_the_spinal_fluid_and_said_once()
    {
        const string Bag =
            """{ "drugs": [{ "drug": "bupivacaine", "concentration": "1 mg/mL", "preparation": "bupivacaine-fentanyl-premix-1mg-ml-uk" }, { "drug": "fentanyl", "concentration": "2 ug/mL", "preparation": "bupivacaine-fentanyl-premix-1mg-ml-uk" }] }""";
        var plan = Plans.Of([
            .. Checked.Therapy("external-cancer", "morphine", "1 mg/d"),
            ("infusate", Bag),
            ("program", """{ "mode": "continuous", "rate": "12 mL/d" }"""),
        ]);
        var finding = plan.The(FindingKinds.ProductUnsuitable);
        Assert.Equal((Severity.Block, "R22"), (finding.Severity, finding.Rule));
        Assert.Contains("HZ-23", finding.Hazards, StringComparer.Ordinal);
        Plans
            .Of([
                .. Checked.Therapy("epidural-postoperative", "morphine", "1 mg/d"),
                ("infusate", Bag),
                ("program", """{ "mode": "continuous", "rate": "6 mL/h" }"""),
            ])
            .HasNo(FindingKinds.ProductUnsuitable);
    }

    [Fact]
    [Trait("Hazard", "HZ-14")]
    [Trait("Hazard", "HZ-17")]
    public void A_product_that_is_not_named_is_unknown_and_never_passed()
    {
        Assert.Equal(Severity.Unknown, Plans.Of().The(FindingKinds.ProductUnknown).Severity);
        Plans
            .Of(("infusate", """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL", "preparation": "morphine-hameln-10mg-ml-uk" }] }"""))
            .HasNo(FindingKinds.ProductUnknown);
    }

    [Theory]
    [InlineData("baclofen", "epidural-cancer")]
    [InlineData("ziconotide", "epidural-cancer")]
    [Trait("Hazard", "HZ-25")]
    [Trait("Hazard", "HZ-23")]
    public void R22_a_drug_that_is_never_epidural(string drug, string profile)
    {
        Assert.Equal("block", Checked.Answer("R22", Checked.Therapy(profile, drug, "100 ug/d", "50 ug/mL")));
        Plans.Of(Checked.Therapy("implanted-noncancer", drug, "10 ug/d", "50 ug/mL")).HasNo(FindingKinds.DrugNeverByRoute);
    }

    /// <summary>Jurisdiction; drug; profile; whether it is off label there.</summary>
    [Theory]
    [InlineData("uk", "morphine", "implanted-cancer", true)]
    [InlineData("us", "morphine", "implanted-cancer", false)]
    [InlineData(null, "morphine", "implanted-cancer", true)]
    [InlineData("uk", "baclofen", "spasticity", false)]
    [InlineData("us", "baclofen", "spasticity", false)]
    [InlineData("us", "clonidine", "implanted-cancer", true)]
    [InlineData("us", "clonidine", "epidural-cancer", false)]
    [InlineData("uk", "bupivacaine", "implanted-cancer", true)]
    [InlineData("uk", "bupivacaine", "epidural-cancer", false)]
    public void R21_what_is_off_label_is_said_with_what_must_be_assessed(string? jurisdiction, string drug, string profile, bool offLabel)
    {
        (string, string?)[] changes = Checked.Running(profile, drug, "100 ug/d", "100 ug/mL");
        var plan = Plans.Of(jurisdiction is null ? changes : [.. changes, ("jurisdiction", jurisdiction)]);
        Assert.Equal(offLabel ? "warn" : "-", plan.Answer("R21"));
        if (offLabel)
        {
            Assert.Contains("excipients, osmolarity, pH and endotoxin", plan.The(FindingKinds.DrugOffLabel).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>SynchroMed II is labelled for morphine, baclofen and ziconotide, each alone.</summary>
    [Theory]
    [InlineData("morphine 10 mg/mL", null)]
    [InlineData("baclofen 500 ug/mL", null)]
    [InlineData("hydromorphone 10 mg/mL", Severity.Warn)]
    [InlineData("morphine 10 mg/mL, bupivacaine 10 mg/mL", Severity.Warn)]
    [InlineData("morphine 10 mg/mL, ziconotide 25 ug/mL", Severity.Warn)]
    [Trait("Hazard", "HZ-18")]
    public void A_drug_that_the_pump_is_not_labelled_for_is_said(string mixture, Severity? severity)
    {
        var drugs = mixture
            .Split(", ")
            .Select(part => part.Split(' ', 2))
            .Select(part => $$"""{ "drug": "{{part[0]}}", "concentration": "{{part[1]}}" }""");
        var plan = Plans.Of(("infusate", $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }"""));
        Assert.Equal(severity, plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.DrugNotLabelledForPump)?.Severity);
        Plans
            .Of(("infusate", $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }"""), ("pump.model", "cadd-solis"))
            .HasNo(FindingKinds.DrugNotLabelledForPump);
    }

    [Theory]
    [InlineData("ziconotide", "glucose-5", "synchromed-ii-20", "block confirm")]
    [InlineData("ziconotide", "sodium-chloride-0.9", "synchromed-ii-20", "")]
    [InlineData("diamorphine", "glucose-5", "synchromed-ii-20", "confirm")]
    [InlineData("diamorphine", "glucose-5", "cadd-solis", "")]
    [Trait("Hazard", "HZ-17")]
    public void A_diluent_must_go_with_drug_and_pump(string drug, string diluent, string pump, string found)
    {
        var plan = Plans.Of(
            ("pump", $$"""{ "model": "{{pump}}" }"""),
            ("infusate", $$"""{ "diluent": "{{diluent}}", "drugs": [{ "drug": "{{drug}}", "concentration": "25 ug/mL" }] }""")
        );
        var findings = plan.Findings.Where(finding => finding.Kind == FindingKinds.DiluentUnsuitable).Select(finding => finding.SeverityWord);
        Assert.Equal(found, string.Join(' ', findings));
    }

    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void Midazolam_is_one_to_avoid() =>
        Assert.Equal(
            Severity.Confirm,
            Plans.Of(Checked.Therapy("implanted-cancer", "midazolam", "0.8 mg/d", "1 mg/mL")).The(FindingKinds.DrugDiscouraged).Severity
        );

    [Theory]
    [InlineData("morphine", "hydromorphone", true)]
    [InlineData("hydromorphone", "morphine", true)]
    [InlineData("ropivacaine", "bupivacaine", true)]
    [InlineData("morphine", "fentanyl", false)]
    [InlineData("morphine", "morphine", false)]
    [Trait("Hazard", "HZ-16")]
    public void A_drug_that_gives_way_to_its_look_alike_is_asked_about(string from, string to, bool asked)
    {
        var plan = Plans.Of([.. Checked.Therapy("implanted-cancer", to, "100 ug/d"), .. Checked.Before(from, "100 ug/d")]);
        Assert.Equal(asked, plan.Findings.Any(finding => finding.Kind == FindingKinds.LookAlike && finding.Severity <= Severity.Confirm));
    }

    [Theory]
    [InlineData("1 mg/mL", "2 mg/mL", false)]
    [InlineData("1 mg/mL", "10 mg/mL", true)]
    [InlineData("10 mg/mL", "1 mg/mL", true)]
    [InlineData("10 ug/mL", "10 mg/mL", true)]
    [Trait("Hazard", "HZ-15")]
    [Trait("Hazard", "HZ-01")]
    public void A_strength_that_changes_by_a_slip_is_confirmed(string from, string to, bool asked)
    {
        // The same dose before and after, so that only the strength changes
        var plan = Plans.Of([.. Checked.Therapy("external-cancer", "morphine", "1 mg/d", to), .. Checked.Before("morphine", "1 mg/d", from)]);
        Assert.Equal(asked, plan.Findings.Any(finding => finding.Kind == FindingKinds.ConcentrationSlip));
    }

    [Fact]
    [Trait("Hazard", "HZ-26")]
    [Trait("Hazard", "HZ-27")]
    public void The_whole_fill_is_told_in_daily_doses()
    {
        // 20 mL of 10 mg/mL are 200 mg; at 0.4 mL a day 50 days
        var finding = Plans.Of().The(FindingKinds.FillAtOnce);
        Assert.Contains("200\u00a0mg of morphine: 50 daily doses", finding.Message, StringComparison.Ordinal);
        Plans.Of(("pump.model", "cadd-solis")).HasNo(FindingKinds.FillAtOnce);
    }

    /// <summary>Half a millilitre is an hour's dose at 0.5 mL an hour: from there down it is said.</summary>
    [Theory]
    [InlineData("0.51 mL/h", null)]
    [InlineData("0.5 mL/h", "0.5\u00a0mg of morphine, 60\u00a0minutes")]
    [InlineData("0.1 mL/h", "0.5\u00a0mg of morphine, 5\u00a0hours")]
    [Trait("Hazard", "HZ-40")]
    [Trait("Hazard", "HZ-41")]
    public void A_bolus_after_an_occlusion_is_told_in_time_and_mass(string rate, string? words)
    {
        var plan = Plans.Of(("pump.model", "cadd-solis"), ("program.rate", rate), ("infusate", Checked.Mixture("morphine", "1 mg/mL")));
        var finding = plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.OcclusionLate);
        Assert.Equal(words is null, finding is null);
        Assert.Contains(
            (words ?? "").Replace("0.5\u00a0mg", "500\u00a0microgram", StringComparison.Ordinal),
            finding?.Message ?? "",
            StringComparison.Ordinal
        );
    }
}
