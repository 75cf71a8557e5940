namespace Neuraxial;

/// <summary>What the drugs are made from: preservatives, suitability for spine and pump, what has to be assessed first (HZ-17).</summary>
internal static class ProductChecks
{
    public static void Check(LimitSheet sheet, List<Finding> findings)
    {
        var plan = sheet.Plan;
        var unnamed = new List<string>();
        var looked = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Therapy.Infusate.Drugs.Count; i++)
        {
            var part = plan.Therapy.Infusate.Drugs[i];
            if (part.Preparation is { } id)
            {
                // A premixed bag is one product for all the drugs that it holds.
                if (!looked.Add(id))
                {
                    continue;
                }

                CheckProduct(sheet, part.Drug, plan.Formulary.Row("preparations", id)!, $"$.infusate.drugs[{i}].preparation", findings);
            }
            else
            {
                unnamed.Add(part.Stock is { } stock ? $"{part.Drug.Id} (a stock of {Display.Of(stock, part.Drug.ShownInMicrograms)})" : part.Drug.Id);
            }
        }

        if (unnamed.Count > 0)
        {
            findings.Add(
                FindingKinds.ProductUnknown.Unknown(
                    "$.infusate.drugs",
                    $"The product of {string.Join(" and ", unnamed)} is not named in the file: preservatives, and whether it may go by this route, are not checked. Name it (preparation), or look at it."
                ) with
                {
                    Value = string.Join(", ", unnamed),
                }
            );
        }
    }

    private static void CheckProduct(LimitSheet sheet, Drug drug, DataRow product, string path, List<Finding> findings)
    {
        var plan = sheet.Plan;
        var route = TherapyFile.Routes.Word(plan.Therapy.Route);
        var name = $"{product.Text("name")} ({product.Id})";
        var cited = plan.Formulary.Cite(product.Provenance!);
        CheckExcipients(sheet, drug, product, path, findings);
        var suitability = product.Row("spinal")?.Text(route);
        Finding? finding = suitability switch
        {
            // What it holds was found already, with the reason.
            "unsuitable" when product.Text("preservativeFree") is "no" => null,
            "unsuitable" when IsOfTheOtherRoute(product, route) => FindingKinds.ProductUnsuitable.Block(
                path,
                $"{name} is made for the other route and must not be given by the {route} route. Bags and syringes of one route, given by another, have killed."
            ) with
            {
                Rule = "R22",
                Hazards = ["HZ-23", "HZ-25", "HZ-17"],
            },
            "unsuitable" => FindingKinds.ProductUnsuitable.Block(path, $"{name} must not be given by the {route} route."),
            "not-for-pumps" => FindingKinds.ProductUnsuitable.Block(path, $"{name} is for injection and not for a pump."),
            "risk-assessment" => FindingKinds.ProductRiskAssessment.Warn(
                path,
                $"{name} may be used by the {route} route only after a documented risk assessment of excipients, osmolarity, pH and endotoxin.{Known(product)}"
            ),
            "suitable" => null,
            _ => FindingKinds.ProductUnknown.Unknown(path, $"Whether {name} may be given by the {route} route is not on file."),
        };
        if (finding is not null)
        {
            findings.Add(finding with { Value = product.Id, Source = cited, Rule = suitability is "risk-assessment" ? "R21" : finding.Rule });
        }
    }

    private static bool IsOfTheOtherRoute(DataRow product, string route) =>
        product.Row("spinal")?.Text(route == "epidural" ? "intrathecal" : "epidural") is "suitable";

    private static void CheckExcipients(LimitSheet sheet, Drug drug, DataRow product, string path, List<Finding> findings)
    {
        foreach (var limit in sheet.For(LimitCheck.Excipient, drug: null))
        {
            var free = product.Text("preservativeFree");
            sheet.Note(
                limit,
                drug,
                product.Id,
                free switch
                {
                    "no" => LimitOutcome.BeyondHard,
                    "check" => LimitOutcome.Unknown,
                    _ => LimitOutcome.Within,
                }
            );
            if (free is "no")
            {
                sheet.Pass(
                    limit,
                    FindingKinds.ProductUnsuitable,
                    path,
                    drug,
                    hard: true,
                    holds: true,
                    limit.Hard!,
                    $"{product.Text("name")} ({product.Id}) holds {string.Join(", ", product.Texts("excipients"))} ({limit.Id}). {limit.Why}",
                    product.Id
                );
            }
            else if (free is "check")
            {
                findings.Add(
                    FindingKinds.ProductUnknown.Unknown(
                        path,
                        $"Whether {product.Text("name")} ({product.Id}) is free of preservatives and antioxidants is not on file: look at the product."
                    ) with
                    {
                        Value = product.Id,
                        Source = sheet.Plan.Formulary.Cite(product.Provenance!),
                        Rule = limit.Id,
                    }
                );
            }
        }
    }

    /// <summary>What of the assessment is on file already.</summary>
    private static string Known(DataRow product)
    {
        var known = new List<string>();
        void Add(string what, string member)
        {
            if (product.Figure(member) is { } figure)
            {
                known.Add($"{what} {figure.InWords()}");
            }
        }

        if (product.Texts("excipients") is { Count: > 0 } excipients)
        {
            known.Add($"excipients {string.Join(", ", excipients)}");
        }

        Add("pH", "pH");
        Add("osmolality", "osmolality");
        Add("endotoxin", "endotoxin");
        return known.Count == 0 ? "" : $" On file: {string.Join("; ", known)}.";
    }
}
