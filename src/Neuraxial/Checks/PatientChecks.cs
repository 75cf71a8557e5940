namespace Neuraxial;

/// <summary>Conditions, age, allergies and anticoagulation against the mixture.</summary>
internal static class PatientChecks
{
    private const int Adult = 18;

    public static void Check(Plan plan, List<Finding> findings)
    {
        var patient = plan.Therapy.Patient;
        AddMissing(patient, findings);
        AddContraindications(plan, findings);
        AddAllergies(plan, findings);
        AddAge(plan.Therapy, plan.Formulary, findings);

        // Said once, by the medicine's name where the list gives it.
        if (patient?.Anticoagulated is true && !findings.Any(finding => finding.Kind == FindingKinds.Anticoagulated))
        {
            var rule = plan.Formulary.Interactions.First(rule => rule.Row.Id == "any-with-anticoagulant");
            findings.Add(rule.Found(FindingKinds.Anticoagulated, "$.patient.anticoagulated", "the patient takes an anticoagulant"));
        }
    }

    /// <summary>One finding for everything that is not stated, so that ignorance is seen and does not drown the rest.</summary>
    private static void AddMissing(Patient? patient, List<Finding> findings)
    {
        var missing = new List<string>();
        void Add(bool known, string what)
        {
            if (!known)
            {
                missing.Add(what);
            }
        }

        Add(patient?.BirthDate is not null, "age (birthDate)");
        Add(patient?.Weight is not null, "weight");
        Add(patient?.Conditions is not null, "conditions such as renal-impairment or infection (an empty list says none)");
        Add(patient?.Allergies is not null, "allergies (an empty list says none)");
        Add(patient?.Anticoagulated is not null, "anticoagulated");
        if (missing.Count > 0)
        {
            findings.Add(
                FindingKinds.PatientUnknown.Unknown(
                    "$.patient",
                    $"Not in the file: {string.Join(", ", missing)}. What depends on them is not checked."
                )
            );
        }
    }

    private static void AddContraindications(Plan plan, List<Finding> findings)
    {
        var therapy = plan.Therapy;
        var indication = TherapyFile.Indications.Word(therapy.Indication);
        foreach (var rule in plan.Formulary.Contraindications)
        {
            var met = rule.Conditions.FirstOrDefault(condition => therapy.Patient?.Conditions?.Contains(condition, StringComparer.Ordinal) is true);
            if (
                (rule.Conditions.Count > 0 && met is null)
                || (rule.Indications.Count > 0 && !rule.Indications.Contains(indication, StringComparer.Ordinal))
                || (rule.Jurisdiction is { } label && therapy.Jurisdiction is { } site && label != site)
                || rule.DrugsOf(therapy) is not { } drugs
            )
            {
                continue;
            }

            var what = (met ?? indication).Replace('-', ' ');
            findings.Add(
                rule.Found(
                    FindingKinds.Contraindication,
                    met is null ? "$.indication" : "$.patient.conditions",
                    drugs.Length == 0 ? what : $"{what}, with {drugs}"
                )
            );
        }
    }

    private static void AddAllergies(Plan plan, List<Finding> findings)
    {
        foreach (var allergy in plan.Therapy.Patient?.Allergies ?? [])
        {
            foreach (var part in plan.Therapy.Infusate.Drugs)
            {
                var product = part.Preparation is { } id ? plan.Formulary.Row("preparations", id) : null;
                if (allergy == part.Drug.Id || part.Drug.Row.Texts("brands").Any(brand => brand.Equals(allergy, StringComparison.OrdinalIgnoreCase)))
                {
                    findings.Add(
                        FindingKinds.Allergy.Block(
                            "$.patient.allergies",
                            $"The patient reacts to {allergy}, and {part.Drug.Id} is in the mixture."
                        ) with
                        {
                            Value = allergy,
                        }
                    );
                }
                else if (allergy == part.Drug.Class || plan.Formulary.Drug(allergy)?.Class == part.Drug.Class)
                {
                    findings.Add(
                        FindingKinds.Allergy.Confirm(
                            "$.patient.allergies",
                            $"The patient reacts to {allergy}; {part.Drug.Id} is of the same kind ({part.Drug.Class.Replace('-', ' ')}). State why it can be given."
                        ) with
                        {
                            Value = allergy,
                        }
                    );
                }
                else if (
                    product?.Texts("excipients").Any(excipient => excipient.Contains(allergy.Replace('-', ' '), StringComparison.OrdinalIgnoreCase))
                    is true
                )
                {
                    findings.Add(
                        FindingKinds.Allergy.Block(
                            "$.patient.allergies",
                            $"The patient reacts to {allergy}, which {product.Text("name")} holds."
                        ) with
                        {
                            Value = allergy,
                        }
                    );
                }
            }
        }
    }

    private static void AddAge(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        if (Patients.Age(therapy) is { } years && years < Adult)
        {
            var words = years == 1 ? "1 year" : $"{years} years";
            var baclofen = therapy.Infusate.Of("baclofen") is not null && years < 4 ? " The licence of baclofen begins at 4 years." : "";
            findings.Add(
                FindingKinds.PatientChild.Confirm(
                    "$.patient.birthDate",
                    $"The patient is {words} old. The limits on file are for adults: a children's team sets this patient's.{baclofen}"
                ) with
                {
                    Value = words,
                    Limit = baclofen.Length == 0 ? null : "4 years",
                    Source = baclofen.Length == 0 ? null : formulary.Cite(new Provenance(Mark.Seen, ["L6"], null)),
                    NeedsSecondPerson = true,
                }
            );
        }
    }
}
