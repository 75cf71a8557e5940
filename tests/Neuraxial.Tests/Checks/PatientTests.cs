using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>R27, other medicines, conditions, allergies, age, anticoagulation: what the patient brings.</summary>
public sealed class PatientTests
{
    private const string Fill = "2026-11-24T10:00:00Z";

    /// <summary>MAO inhibitors: 14 days. The fill is on 24 November at 10:00.</summary>
    [Theory]
    [InlineData("""[{ "drug": "phenelzine" }]""", "block")]
    [InlineData("""[{ "drug": "phenelzine", "stopped": "2026-11-10T10:01:00Z" }]""", "block")]
    [InlineData("""[{ "drug": "phenelzine", "stopped": "2026-11-10T10:00:00Z" }]""", "-")]
    [InlineData("""[{ "drug": "linezolid", "stopped": "2026-11-23T10:00:00Z" }]""", "block")]
    [InlineData("""[{ "drug": "paracetamol" }]""", "-")]
    [InlineData("[]", "-")]
    [Trait("Hazard", "HZ-21")]
    public void R27_no_opioid_within_14_days_of_an_MAO_inhibitor(string medicines, string answer)
    {
        Assert.Equal(answer, Checked.Answer("R27-intrathecal", [("medicines", medicines)]));
        Assert.Equal("-", Checked.Answer("R27-intrathecal", [.. Checked.Therapy("spasticity", "baclofen", "100 ug/d"), ("medicines", medicines)]));
    }

    [Fact]
    [Trait("Hazard", "HZ-21")]
    public void R27_holds_for_the_epidural_route_and_for_an_inhibitor_among_the_conditions()
    {
        Assert.Equal(
            "block",
            Checked.Answer(
                "R27-epidural",
                [.. Checked.Therapy("epidural-cancer", "morphine", "2 mg/d"), ("medicines", """[{ "drug": "moclobemide" }]""")]
            )
        );
        Assert.Equal("block", Checked.Answer("R27-intrathecal", [("patient.conditions", """["mao-inhibitor"]""")]));
    }

    /// <summary>Drug of the mixture; medicine; rule; answer.</summary>
    [Theory]
    [InlineData("morphine", "diazepam", "opioid-with-sedative", "confirm")]
    [InlineData("morphine", "pregabalin", "opioid-with-sedative", "confirm")]
    [InlineData("morphine", "oxycodone", "opioid-with-systemic-opioid", "confirm")]
    [InlineData("bupivacaine", "diazepam", "opioid-with-sedative", "-")]
    [InlineData("baclofen", "diazepam", "baclofen-with-sedative", "warn")]
    [InlineData("clonidine", "bisoprolol", "clonidine-with-beta-blocker", "confirm")]
    [InlineData("clonidine", "ramipril", "clonidine-with-antihypertensive", "warn")]
    [InlineData("bupivacaine", "ramipril", "local-anaesthetic-with-antihypertensive", "warn")]
    [InlineData("bupivacaine", "apixaban", "any-with-anticoagulant", "confirm, two persons")]
    [InlineData("bupivacaine", "clopidogrel", "any-with-antiplatelet", "warn")]
    [InlineData("ziconotide", "intrathecal-chemotherapy", "ziconotide-with-intrathecal-chemotherapy", "block")]
    [Trait("Hazard", "HZ-21")]
    public void A_medicine_that_does_not_go_with_a_drug(string drug, string medicine, string rule, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(
                rule,
                [.. Checked.Therapy("implanted-cancer", drug, "1 ug/d", "25 ug/mL"), ("medicines", $$"""[{ "drug": "{{medicine}}" }]""")]
            )
        );

    [Theory]
    [InlineData("""[{ "drug": "oxycodone", "route": "oral", "dose": "40 mg/d" }]""", "confirm")]
    [InlineData("""[{ "drug": "oxycodone", "route": "oral", "dose": "0 mg/d" }]""", "-")]
    [InlineData("""[{ "drug": "morphine", "route": "intrathecal", "dose": "4 mg/d" }]""", "-")]
    [InlineData("[]", "-")]
    [Trait("Hazard", "HZ-21")]
    public void An_opioid_by_another_route_needs_a_reason(string opioids, string answer) =>
        Assert.Equal(answer, Checked.Answer("opioid-with-systemic-opioid", [("currentOpioids", opioids)]));

    /// <summary>Which lists the file has; how old they are; whether it says that it does not know.</summary>
    [Theory]
    [InlineData(false, false, null, true)]
    [InlineData(true, false, null, true)]
    [InlineData(false, true, null, true)]
    [InlineData(true, true, null, false)]
    [InlineData(true, true, "2026-11-23T10:00:00Z", false)]
    [InlineData(true, true, "2026-11-23T09:59:00Z", true)]
    [Trait("Hazard", "HZ-21")]
    [Trait("Hazard", "HZ-46")]
    public void A_list_that_is_missing_or_old_is_unknown_and_never_no_interactions(bool opioids, bool medicines, string? at, bool unknown)
    {
        var changes = new List<(string, string?)>();
        if (opioids)
        {
            changes.Add(("currentOpioids", "[]"));
        }

        if (medicines)
        {
            changes.Add(("medicines", "[]"));
        }

        if (at is not null)
        {
            changes.Add(("medicinesAt", at));
        }

        var plan = Plans.Of([.. changes]);
        Assert.Equal(unknown, plan.Findings.Any(finding => finding.Kind == FindingKinds.MedicinesUnknown && finding.Severity == Severity.Unknown));
    }

    [Fact]
    [Trait("Hazard", "HZ-46")]
    public void A_list_of_the_first_year_that_can_be_written_is_too_old_in_the_last()
    {
        var plan = Plans.Of(
            ("currentOpioids", "[]"),
            ("medicines", "[]"),
            ("medicinesAt", "1900-01-01T00:00:00Z"),
            ("fill.at", "2200-12-31T00:00:00Z")
        );
        Assert.Equal("109937 d", plan.The(FindingKinds.MedicinesUnknown).Value);
    }

    /// <summary>Condition; drug; rule; answer.</summary>
    [Theory]
    [InlineData("coagulopathy", "morphine", "any-coagulopathy", "confirm, two persons")]
    [InlineData("infection", "morphine", "any-infection", "confirm, two persons")]
    [InlineData("raised-intracranial-pressure", "morphine", "any-raised-pressure", "confirm, two persons")]
    [InlineData("cord-compression", "morphine", "any-cord-compression", "confirm")]
    [InlineData("neutropenia", "morphine", "any-marrow-suppression", "confirm")]
    [InlineData("sleep-apnoea", "morphine", "opioid-sleep-apnoea", "confirm")]
    [InlineData("sleep-apnoea", "baclofen", "opioid-sleep-apnoea", "-")]
    [InlineData("frail", "morphine", "opioid-frail", "confirm")]
    [InlineData("renal-impairment", "morphine", "opioid-renal", "warn")]
    [InlineData("renal-impairment", "fentanyl", "opioid-renal", "-")]
    [InlineData("renal-impairment", "baclofen", "baclofen-renal", "confirm")]
    [InlineData("renal-failure", "clonidine", "clonidine-renal", "confirm")]
    [InlineData("heart-failure", "clonidine", "clonidine-heart", "confirm")]
    [InlineData("hypovolaemia", "bupivacaine", "local-anaesthetic-hypovolaemia", "confirm")]
    [InlineData("brain-injury-within-year", "baclofen", "baclofen-brain-injury", "confirm")]
    [InlineData("psychosis", "ziconotide", "ziconotide-psychosis", "block")]
    [InlineData("csf-block", "ziconotide", "ziconotide-csf-block", "block")]
    [InlineData("pregnancy", "morphine", "any-pregnancy", "confirm")]
    [InlineData("asthma", "morphine", "any-infection", "-")]
    [Trait("Hazard", "HZ-45")]
    public void A_condition_that_speaks_against_a_drug_or_a_catheter(string condition, string drug, string rule, string answer) =>
        Assert.Equal(
            answer,
            Checked.Answer(rule, [.. Checked.Therapy("implanted-cancer", drug, "1 ug/d", "25 ug/mL"), ("patient.conditions", $"[\"{condition}\"]")])
        );

    [Theory]
    [InlineData("us", "confirm")]
    [InlineData("uk", "-")]
    [InlineData(null, "confirm")]
    public void The_US_label_excludes_epidural_clonidine_after_an_operation(string? jurisdiction, string answer)
    {
        (string, string?)[] changes = Checked.Therapy("epidural-postoperative", "clonidine", "30 ug/h", "100 ug/mL");
        Assert.Equal(
            answer,
            Checked.Answer("clonidine-postoperative-us", jurisdiction is null ? changes : [.. changes, ("jurisdiction", jurisdiction)])
        );
    }

    /// <summary>Allergy; drug; severity.</summary>
    [Theory]
    [InlineData("morphine", "morphine", Severity.Block)]
    [InlineData("fentanyl", "morphine", Severity.Confirm)]
    [InlineData("opioid", "morphine", Severity.Confirm)]
    [InlineData("lidocaine", "bupivacaine", null)]
    [InlineData("local-anaesthetic", "bupivacaine", Severity.Confirm)]
    [InlineData("ropivacaine", "bupivacaine", Severity.Confirm)]
    [InlineData("penicillin", "morphine", null)]
    public void An_allergy_to_a_drug_or_its_kind(string allergy, string drug, Severity? severity)
    {
        var plan = Plans.Of([.. Checked.Therapy("implanted-cancer", drug, "1 ug/d", "25 ug/mL"), ("patient.allergies", $"[\"{allergy}\"]")]);
        Assert.Equal(severity, plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.Allergy)?.Severity);
    }

    [Fact]
    public void An_allergy_to_what_a_product_holds()
    {
        var plan = Plans.Of(
            ("infusate", """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL", "preparation": "morphine-martindale-10mg-ml-uk" }] }"""),
            ("patient.allergies", """["sodium-metabisulfite"]""")
        );
        Assert.Equal(Severity.Block, plan.The(FindingKinds.Allergy).Severity);
    }

    [Theory]
    [InlineData("2008-11-24", false)]
    [InlineData("2008-11-25", true)]
    [InlineData("2023-01-01", true)]
    public void A_child_is_no_small_adult(string birth, bool child)
    {
        var plan = Plans.Of(("patient.birthDate", birth));
        Assert.Equal(child, plan.Findings.Any(finding => finding.Kind == FindingKinds.PatientChild && finding.NeedsSecondPerson));
    }

    [Theory]
    [InlineData("2022-11-24", false)]
    [InlineData("2022-11-25", true)]
    public void The_licence_of_baclofen_begins_at_four_years(string birth, bool said)
    {
        var plan = Plans.Of([.. Checked.Therapy("spasticity", "baclofen", "50 ug/d"), ("patient.birthDate", birth)]);
        Assert.Equal(said, plan.The(FindingKinds.PatientChild).Message.Contains("begins at 4 years", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("true", Severity.Confirm)]
    [InlineData("false", null)]
    [Trait("Hazard", "HZ-45")]
    public void An_anticoagulated_patient_needs_a_plan_and_a_second_person(string anticoagulated, Severity? severity)
    {
        var json = Plans.Changed(Plans.Plain, ("patient", $$"""{ "anticoagulated": {{anticoagulated}} }"""));
        var reading = TherapyFile.Read(System.Text.Encoding.UTF8.GetBytes(json), Formulary.BuiltIn);
        var plan = Planner.Plan(reading.Content!, Formulary.BuiltIn);
        var finding = plan.Findings.SingleOrDefault(finding => finding.Kind == FindingKinds.Anticoagulated);
        Assert.Equal(severity, finding?.Severity);
        Assert.Equal(severity is not null, finding?.NeedsSecondPerson ?? false);
    }

    [Fact]
    [Trait("Hazard", "HZ-45")]
    public void An_anticoagulant_in_both_places_is_asked_about_once()
    {
        var json = Plans.Changed(
            Plans.Changed(Plans.Plain, ("patient", """{ "anticoagulated": true }""")),
            ("medicines", """[{ "drug": "enoxaparin" }]""")
        );
        var plan = Planner.Plan(TherapyFile.Read(System.Text.Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Content!, Formulary.BuiltIn);
        Assert.StartsWith("Enoxaparin besides the infusion", plan.The(FindingKinds.Anticoagulated).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-21")]
    [Trait("Hazard", "HZ-45")]
    public void What_is_not_known_of_the_patient_is_named_and_what_is_known_is_not()
    {
        var nothing = Plans.Of().The(FindingKinds.PatientUnknown);
        Assert.Equal(Severity.Unknown, nothing.Severity);
        foreach (var fact in new[] { "birthDate", "weight", "conditions", "allergies", "anticoagulated" })
        {
            Assert.Contains(fact, nothing.Message, StringComparison.Ordinal);
        }

        var weight = Plans.Of(("patient.weight", "70 kg")).The(FindingKinds.PatientUnknown);
        Assert.DoesNotContain("weight", weight.Message, StringComparison.Ordinal);
        var json = Plans.Changed(
            Plans.Plain,
            ("patient", """{ "birthDate": "1958-03-02", "weight": "58 kg", "conditions": [], "allergies": [], "anticoagulated": false }"""),
            ("medicinesAt", Fill)
        );
        Planner
            .Plan(TherapyFile.Read(System.Text.Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Content!, Formulary.BuiltIn)
            .HasNo(FindingKinds.PatientUnknown);
    }
}
