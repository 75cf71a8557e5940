namespace Neuraxial;

/// <summary>What a reader of a worksheet must know beyond its numbers.</summary>
internal static class WorksheetFindings
{
    private const string Drugs = "$.infusate.drugs";
    private const string Diluent = "$.infusate.diluent";

    public static void Add(Therapy therapy, Worksheet worksheet, Formulary formulary, List<Finding> findings)
    {
        AddChosen(therapy, worksheet, formulary, findings);
        foreach (var part in worksheet.Parts)
        {
            var path = $"{Drugs}[{therapy.Infusate.Drugs.ToList().FindIndex(drug => drug.Drug.Id == part.Drug.Id)}]";
            AddUnchecked(path, part, formulary, findings);
            AddDilution(path, part, formulary, findings);
            AddPowder(path, part, formulary, findings);
            foreach (var figure in part.Stock.Figures.Where(figure => IsUsed(figure, part)))
            {
                Unverified.Add(findings, path, $"{part.Stock.Name} of {part.Drug.Id}", figure, formulary);
            }
        }

        AddDiluent(therapy, worksheet, formulary, findings);
    }

    private static void AddChosen(Therapy therapy, Worksheet worksheet, Formulary formulary, List<Finding> findings)
    {
        var chosen = worksheet.Parts.Where(part => !part.IsNamed).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        var region = therapy.Jurisdiction ?? StockSelection.UnstatedJurisdiction;
        var since = therapy.Jurisdiction is null ? ", since no jurisdiction is stated" : "";
        findings.Add(
            FindingKinds.CompoundingProductNotStated.Unknown(
                Drugs,
                $"No product is stated for {string.Join(", ", chosen.SelectMany(part => part.Masses).Select(mass => mass.Drug.Id).Distinct(StringComparer.Ordinal))}. The worksheet is an example from products of '{region}' on file{since}, in the order of the NHS Specialist Pharmacy Service: {string.Join("; ", chosen.Select(part => $"{part.Stock.Name} ({part.Stock.Preparation}), {InWords(part.Stock.Class)}"))}. The pharmacist names the product."
            ) with
            {
                Source = formulary.Row("preparationRules", "sps-licensed-first")?.Provenance is { } provenance ? formulary.Cite(provenance) : null,
            }
        );
    }

    private static string InWords(ProductClass suits) =>
        suits switch
        {
            ProductClass.Licensed => "licensed for the route",
            ProductClass.Special => "a special specified for the route",
            _ => "off-label after a documented risk assessment",
        };

    private static void AddUnchecked(string path, WorksheetPart part, Formulary formulary, List<Finding> findings)
    {
        if (part.Stock.Preparation is null)
        {
            findings.Add(
                FindingKinds.CompoundingProductUnchecked.Confirm(
                    path + ".stock",
                    $"Of the {part.Drug.Id} stock only the strength is stated, {Display.Of(part.Stock.Primary.Strength, part.Drug.ShownInMicrograms)}: confirm that it is free of preservatives and antioxidants and made for this route, and how large its containers are."
                )
            );
        }
        else if (part.Stock.IsUnchecked)
        {
            findings.Add(
                FindingKinds.CompoundingProductUnchecked.Confirm(
                    path + ".preparation",
                    $"Whether {part.Stock.Name} ({part.Stock.Preparation}) is free of preservatives is not on file: confirm it from the product's own label."
                ) with
                {
                    Source = formulary.Row("preparations", part.Stock.Preparation)?.Provenance is { } provenance ? formulary.Cite(provenance) : null,
                }
            );
        }
    }

    private static void AddDilution(string path, WorksheetPart part, Formulary formulary, List<Finding> findings)
    {
        if (part.Steps.Count == 0)
        {
            return;
        }

        var smallest = formulary.Setting(CompoundingTerms.SmallestDrawnSetting);
        var hazard = formulary.Row("preparationRules", "manual-dilution-hazard")?.Provenance;
        var undiluted = part.Masses[0].Mass / part.Stock.Primary.Strength;
        var steps = part.Steps.Count == 1 ? "one dilution" : $"{part.Steps.Count} dilutions";
        Unverified.Add(findings, path, "smallest volume that is drawn up", smallest, formulary);
        findings.Add(
            FindingKinds.CompoundingSerialDilution.Confirm(
                path,
                $"{Display.Of(undiluted)} of {part.Stock.Name} would be drawn up, less than the {smallest.InWords()} that can be measured well: {part.Drug.Id} goes through {steps} first. When hospital staff diluted a mixture by hand, some came out at three times the strength; a second person calculates every step independently."
            ) with
            {
                Value = undiluted.ToString(),
                Limit = smallest.ToString(),
                Source = string.Join("; ", new[] { smallest.Provenance, hazard }.OfType<Provenance>().Select(formulary.Cite)),
                NeedsSecondPerson = true,
            }
        );
    }

    private static void AddPowder(string path, WorksheetPart part, Formulary formulary, List<Finding> findings)
    {
        if (part.Stock.Powder is not { } powder || part.Opened is not { } opened || opened == part.Drawn)
        {
            return;
        }

        var usual = formulary.Setting(Products.PowderVolumeSetting);
        findings.Add(
            FindingKinds.CompoundingPowder.Unknown(
                path,
                $"How much volume {Display.Of(powder)} of {part.Drug.Id} powder displaces is not on file, and only part of a container is used: the content is made up to {Display.Of(part.Stock.Sizes[0])} in the syringe. {Display.Of(part.Stock.Sizes[0])} put onto the powder would come out weaker than {Display.Of(part.Stock.Primary.Strength)}."
            ) with
            {
                Source = formulary.Cite(usual.Provenance),
            }
        );
    }

    private static void AddDiluent(Therapy therapy, Worksheet worksheet, Formulary formulary, List<Finding> findings)
    {
        var needed = worksheet.Diluent.Volume + worksheet.Diluent.ForStocks;
        if (needed == Volume.Zero)
        {
            return;
        }

        if (worksheet.Diluent.Id is not { } id || formulary.Row("diluents", id) is not { } diluent)
        {
            findings.Add(
                FindingKinds.CompoundingDiluentUnknown.Unknown(
                    Diluent,
                    $"{Display.Of(needed)} of diluent are needed, and which is not stated. It must be free of preservatives."
                )
            );
            return;
        }

        var name = diluent.Text("name");
        if (diluent.Text("preservativeFree") is "no")
        {
            findings.Add(
                FindingKinds.CompoundingDiluentUnsuitable.Block(
                    Diluent,
                    $"{name} ({id}) holds a preservative: it must not be given by the spinal route."
                )
            );
        }
        else if (diluent.Text("preservativeFree") is not "yes")
        {
            findings.Add(
                FindingKinds.CompoundingDiluentUnknown.Unknown(
                    Diluent,
                    $"Whether {name} is free of preservatives is not on file: the pharmacist takes it from the product's own label."
                )
            );
        }

        if (therapy.Pump.Model.IsImplanted && diluent.Figure("notFor") is { } notFor)
        {
            findings.Add(
                FindingKinds.CompoundingDiluentUnsuitable.Confirm(Diluent, $"{name} is on file as not for {notFor.InWords()}.") with
                {
                    Source = formulary.Cite(notFor.Provenance),
                }
            );
        }

        foreach (var rule in formulary.Rows("preparationRules").Where(rule => rule.Text("diluent") is { } only && only != id))
        {
            if (therapy.Infusate.Drugs.Any(part => part.Drug.Id == rule.Text("drug")))
            {
                findings.Add(
                    FindingKinds.CompoundingDiluentUnsuitable.Block(Diluent, $"{name} is stated; the rule is: {rule.Text("text")}.") with
                    {
                        Value = id,
                        Limit = rule.Text("diluent"),
                        Source = formulary.Cite(rule.Provenance!),
                    }
                );
            }
        }
    }

    /// <summary>Strengths and amounts, and of the sizes those that are opened.</summary>
    private static bool IsUsed(Figure figure, WorksheetPart part) =>
        figure.Quantity<Volume>() is not { } size || part.Open?.Any(open => open.Size == size) is true;
}
