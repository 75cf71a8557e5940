namespace Neuraxial;

/// <summary>Drugs and diluent against route and pump: never by this route, off label, to avoid, not labelled for the pump.</summary>
internal static class DrugChecks
{
    public static void Check(Plan plan, List<Finding> findings)
    {
        var offLabel = new List<OffLabelDrug>();
        for (var i = 0; i < plan.Therapy.Infusate.Drugs.Count; i++)
        {
            var part = plan.Therapy.Infusate.Drugs[i];
            var path = $"$.infusate.drugs[{i}].drug";
            AddRoute(plan, part, path, offLabel, findings);
            AddDiscouraged(plan, part, path, findings);
        }

        AddOffLabel(plan, offLabel, findings);
        AddPumpLabel(plan, findings);
        AddDiluent(plan, findings);
        LookAlikeChecks.Check(plan, findings);
        AddConcentrationSlips(plan.Therapy, findings);
    }

    private static void AddRoute(Plan plan, InfusateDrug part, string path, List<OffLabelDrug> offLabel, List<Finding> findings)
    {
        var route = TherapyFile.Routes.Word(plan.Therapy.Route);
        foreach (var licence in Licences(plan.Therapy, part.Drug))
        {
            if (licence.Text("status") is "never")
            {
                findings.Add(
                    FindingKinds.DrugNeverByRoute.Block(path, $"{part.Drug.Name} is never given by the {route} route.") with
                    {
                        Value = $"{part.Drug.Id} {route}",
                        Source = plan.Formulary.Cite(licence.Provenance!),
                        Rule = "R22",
                    }
                );
                return;
            }

            if (licence.Text("status") is not "licensed")
            {
                offLabel.Add(new OffLabelDrug(part, licence));
                return;
            }
        }
    }

    /// <summary>The licence cells for this route, of the stated jurisdiction, else of every one on file. The EU's stand with the UK's.</summary>
    private static IEnumerable<DataRow> Licences(Therapy therapy, Drug drug)
    {
        var suffix = therapy.Route == Route.Epidural ? "Epidural" : "Intrathecal";
        var row = drug.Row.Row("licence");
        string[] prefixes = therapy.Jurisdiction switch
        {
            "us" => ["us"],
            "uk" or "eu" => ["uk"],
            _ => ["uk", "us"],
        };
        return prefixes.Select(prefix => row?.Row(prefix + suffix)).OfType<DataRow>();
    }

    /// <summary>R21: what is off label needs a risk assessment. One finding for the mixture.</summary>
    private static void AddOffLabel(Plan plan, List<OffLabelDrug> offLabel, List<Finding> findings)
    {
        if (offLabel.Count == 0)
        {
            return;
        }

        var route = TherapyFile.Routes.Word(plan.Therapy.Route);
        var names = string.Join(
            "; ",
            offLabel.Select(entry =>
                $"{entry.Part.Drug.Id}: {DisplayedWords.Of(entry.Licence.Text("text") ?? entry.Licence.Text("status")!.Replace('-', ' '))}"
            )
        );
        findings.Add(
            FindingKinds.DrugOffLabel.Warn(
                "$.infusate.drugs",
                $"Not licensed for {route} infusion everywhere that is on file ({names}). Off-label use needs a documented risk assessment of excipients, osmolarity, pH and endotoxin, and the patient's consent."
            ) with
            {
                Value = string.Join(", ", offLabel.Select(entry => entry.Part.Drug.Id)),
                Source = string.Join("; ", offLabel.Select(entry => plan.Formulary.Cite(entry.Licence.Provenance!)).Distinct(StringComparer.Ordinal)),
                Rule = "R21",
                Hazards = plan.Formulary.Row("limits", "R21")?.Texts("hazards") ?? [],
            }
        );
    }

    private static void AddDiscouraged(Plan plan, InfusateDrug part, string path, List<Finding> findings)
    {
        if (plan.Formulary.Row("discouraged", part.Drug.Id) is { } row)
        {
            findings.Add(
                FindingKinds.DrugDiscouraged.Confirm(path, $"{part.Drug.Name}: {row.Text("reason")}. State why it is used all the same.") with
                {
                    Value = part.Drug.Id,
                    Source = plan.Formulary.Cite(row.Provenance!),
                    Rule = row.Id,
                    Hazards = row.Texts("hazards"),
                }
            );
        }
    }

    /// <summary>HZ-18: an implanted pump with a drug that is not on its label, or with a mixture, fails oftener.</summary>
    private static void AddPumpLabel(Plan plan, List<Finding> findings)
    {
        var pump = plan.Therapy.Pump.Model;
        if (!pump.IsImplanted)
        {
            return;
        }

        var labelled = pump.Row.Rows("labelledFor");
        if (labelled.Count == 0)
        {
            findings.Add(
                FindingKinds.DrugNotLabelledForPump.Unknown(
                    "$.infusate.drugs",
                    $"For which drugs {pump.Name} is labelled is not on file: whether this mixture is can't be told."
                )
            );
            return;
        }

        var drugs = plan.Therapy.Infusate.Drugs;
        var other = drugs.Where(part => !labelled.Any(row => row.Text("drug") == part.Drug.Id)).Select(part => part.Drug.Id).ToList();
        if (other.Count == 0 && drugs.Count == 1)
        {
            return;
        }

        var what =
            other.Count > 0
                ? $"{string.Join(" and ", other)} {(other.Count == 1 ? "is" : "are")} not labelled for {pump.Name}"
                : $"No mixture is labelled for {pump.Name}, though each of its drugs is";
        findings.Add(
            FindingKinds.DrugNotLabelledForPump.Warn(
                "$.infusate.drugs",
                $"{what}. Of SynchroMed II pumps 7 % had failed at 78 months with such drugs, against 2.4 % with labelled ones. Record the patient's consent."
            ) with
            {
                Value = string.Join(" + ", drugs.Select(part => part.Drug.Id)),
                Limit = string.Join(", ", labelled.Select(row => row.Text("drug")!)),
                Source =
                    $"{plan.Formulary.Cite(labelled[0].Provenance!)}; {plan.Formulary.Cite(new Provenance(Mark.Seen, ["hazards:S5", "hazards:S8"], null))}",
            }
        );
    }

    private static void AddDiluent(Plan plan, List<Finding> findings)
    {
        const string Path = "$.infusate.diluent";
        if (plan.Therapy.Infusate.Diluent is not { } id || plan.Formulary.Row("diluents", id) is not { } diluent)
        {
            return;
        }

        foreach (var part in plan.Therapy.Infusate.Drugs)
        {
            if (part.Drug.Row.Row("onlyDiluent") is { } only && only.Text("diluent") != id)
            {
                findings.Add(
                    FindingKinds.DiluentUnsuitable.Block(
                        Path,
                        $"{part.Drug.Name} may be diluted with {only.Text("diluent")} only, not with {id}."
                    ) with
                    {
                        Value = id,
                        Limit = only.Text("diluent"),
                        Source = plan.Formulary.Cite(only.Provenance!),
                    }
                );
            }
        }

        if (plan.Therapy.Pump.Model.IsImplanted && diluent.Figure("notFor") is { } notFor)
        {
            findings.Add(
                FindingKinds.DiluentUnsuitable.Confirm(Path, $"{diluent.Text("name")}: not for {notFor}. State why it is used all the same.") with
                {
                    Value = id,
                    Source = plan.Formulary.Cite(notFor.Provenance),
                }
            );
        }

        if (diluent.Text("preservativeFree") is not "yes")
        {
            findings.Add(
                FindingKinds.ProductUnknown.Unknown(
                    Path,
                    $"Whether the {diluent.Text("name")} to be used is free of preservatives is not on file: look at the product."
                ) with
                {
                    Value = id,
                }
            );
        }
    }

    /// <summary>A strength that is ten, a hundred or a thousand times the old one, up or down.</summary>
    private static void AddConcentrationSlips(Therapy therapy, List<Finding> findings)
    {
        foreach (var part in therapy.Infusate.Drugs)
        {
            if (therapy.Previous?.Infusate.Of(part.Drug.Id) is not { } old)
            {
                continue;
            }

            var factor = part.Concentration >= old ? part.Concentration / old : old / part.Concentration;
            if (DoseSlip.Of(factor) is { Length: > 0 } slip)
            {
                findings.Add(
                    FindingKinds.ConcentrationSlip.Confirm(
                        "$.infusate.drugs",
                        $"{part.Drug.Id} goes from {Display.Of(old, part.Drug.ShownInMicrograms)} to {Display.Of(part)}, {Display.Times(part.Concentration / old)} as strong.{slip}"
                    ) with
                    {
                        Value = part.Concentration.ToString(),
                        Limit = old.ToString(),
                        Source = "hazard log HZ-01, derived",
                    }
                );
            }
        }
    }

    /// <summary>A drug, and the licence that it has not everywhere.</summary>
    private sealed record OffLabelDrug(InfusateDrug Part, DataRow Licence);
}
