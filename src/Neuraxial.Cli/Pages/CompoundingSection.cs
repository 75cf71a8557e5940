namespace Neuraxial.Cli;

/// <summary>The part of a plan that the pharmacy works by: what to open and draw up, dilutions, what is left, the register, and what an assay found.</summary>
internal static class CompoundingSection
{
    public static void Write(Sheet sheet, Plan plan)
    {
        var compounding = plan.Compounding;
        if (compounding.Worksheet is { } worksheet)
        {
            var example = worksheet.Parts.All(part => part.IsNamed) ? "" : ", an example: the pharmacist names the products";
            sheet.Heading($"Pharmacy worksheet, to be checked and signed{example}");
            sheet.Pairs(("Make", Total(plan)));
            WriteParts(sheet, plan.Formulary, worksheet);
            WriteSteps(sheet, worksheet);
            WriteWaste(sheet, worksheet);
            WriteRegister(sheet, worksheet);
        }
        else
        {
            sheet.Heading("Pharmacy worksheet");
            sheet.Pairs(("Make", Total(plan)));
            foreach (var obstacle in compounding.Cannot!.Obstacles)
            {
                sheet.Hanging("cannot be made", Ink.Strong, obstacle.Message, Ink.Plain);
            }
        }

        WriteCompensated(sheet, plan);
        WriteAssay(sheet, compounding);
    }

    private static string Total(Plan plan)
    {
        var fill = plan.Therapy.Fill;
        return $"{Display.Of(plan.Compounding.Total)} = fill {Display.Of(fill.Volume)} + overfill {Stated(fill.Overfill)} + dead space of set and filter {Stated(fill.DeadSpace)}";
    }

    private static string Stated(Volume? volume) => volume is { } known ? Display.Of(known) : "not stated, taken as none";

    private static void WriteParts(Sheet sheet, Formulary formulary, Worksheet worksheet)
    {
        var table = new List<string?[]>();
        foreach (var part in worksheet.Parts)
        {
            table.Add([
                string.Join(" + ", part.Masses.Select(mass => mass.Drug.Name)),
                Product(part),
                Open(part),
                part.Steps.Count == 0 ? Display.Of(part.Volume) : $"{Display.Of(part.Volume)} of the last dilution",
                string.Join(" + ", part.Masses.Select(mass => Display.Of(mass))),
            ]);
        }

        var diluent = worksheet.Diluent;
        table.Add([
            "Diluent",
            diluent.Id is { } id ? formulary.Row("diluents", id)?.Text("name") ?? id
            : diluent.Volume == Volume.Zero ? "none needed"
            : null,
            diluent.ForStocks == Volume.Zero ? "" : $"at most {Display.Of(diluent.ForStocks)} besides, for powders and dilutions",
            $"{Display.Of(diluent.Volume)}, to {Display.Of(worksheet.Total)}",
            "",
        ]);
        sheet.Columns(["Drug", "Product", "Open", "Draw up", "Holds"], table);
        var volumes = string.Concat(worksheet.Parts.Select(part => $"{Display.Of(part.Volume)} + "));
        sheet.Line(
            $"\n  Check: {volumes}{Display.Of(diluent.Volume)} = {Display.Of(worksheet.Total)}; mass = concentration × {Display.Of(worksheet.Total)}."
        );
        foreach (var part in worksheet.Parts.Where(part => part.Stock.Filter is not null))
        {
            sheet.Line($"  {part.Stock.Name}: {part.Stock.Filter}.");
        }
    }

    private static string Product(WorksheetPart part)
    {
        var strengths = string.Join(" + ", part.Stock.Drugs.Select(held => Display.Of(held.Strength, held.Drug.ShownInMicrograms)));
        var name = part.Stock.Preparation is null ? "stock as stated" : part.Stock.Name;
        return part.Stock.Powder is { } powder
            ? $"{name} {Display.Of(powder, part.Drug.ShownInMicrograms)}, each dissolved and made up to {Display.Of(part.Stock.Sizes[0])}: {strengths}"
            : $"{name} {strengths}";
    }

    private static string? Open(WorksheetPart part) =>
        part.Open is { } open
            ? string.Join(
                " + ",
                open.Select(container =>
                    part.Stock.Powder is null ? $"{Display.Number(container.Count)} × {Display.Of(container.Size)}" : Display.Number(container.Count)
                )
            )
            : null;

    private static void WriteSteps(Sheet sheet, Worksheet worksheet)
    {
        foreach (var part in worksheet.Parts.Where(part => part.Steps.Count > 0))
        {
            var micrograms = part.Drug.ShownInMicrograms;
            sheet.Line($"\n  Dilutions of {part.Drug.Id}, each calculated by a second person independently:");
            for (var i = 0; i < part.Steps.Count; i++)
            {
                var step = part.Steps[i];
                sheet.Hanging(
                    $"  {i + 1}.",
                    Ink.Strong,
                    $"{Display.Of(step.Take)} of {Display.Of(step.Of, micrograms)} + {Display.Of(step.Diluent)} of diluent, to {Display.Of(step.MakeUpTo)}: {Display.Of(step.Gives, micrograms)}",
                    Ink.Plain
                );
            }

            sheet.Hanging(
                $"  {part.Steps.Count + 1}.",
                Ink.Strong,
                $"{Display.Of(part.Volume)} of that go into the mixture: {Display.Of(part.Masses[0])}",
                Ink.Plain
            );
        }
    }

    private static void WriteWaste(Sheet sheet, Worksheet worksheet)
    {
        if (worksheet.Waste.Count == 0)
        {
            return;
        }

        sheet.Columns(
            ["Left over", "Volume", "Holds"],
            [
                .. worksheet.Waste.Select(waste =>
                    new string?[]
                    {
                        waste.Step is { } step ? $"{waste.Stock.Name}, dilution {step}" : waste.Stock.Name,
                        Display.Of(waste.Volume),
                        string.Join(" + ", waste.Masses.Select(mass => $"{mass.Drug.Id} {Display.Of(mass)}")),
                    }
                ),
            ]
        );
    }

    private static void WriteRegister(Sheet sheet, Worksheet worksheet)
    {
        if (worksheet.Register.Count == 0)
        {
            return;
        }

        sheet.Columns(
            ["Controlled drug", "Product", "Opened", "Balance", "Done by", "Witness"],
            [
                .. worksheet.Register.Select(line =>
                    new string?[]
                    {
                        $"{line.Drug.Name}, {line.Schedule}",
                        line.Stock.Name,
                        line.Count is { } count ? Display.Number(count) : null,
                        line.Balance,
                        "________",
                        "________",
                    }
                ),
            ]
        );
    }

    private static void WriteCompensated(Sheet sheet, Plan plan)
    {
        if (plan.Mixing is not { } mixing)
        {
            return;
        }

        sheet.Line();
        if (plan.Compounding.Compensated is not { } mixture)
        {
            sheet.Hanging(
                "Allowing for the residual",
                Ink.Faint,
                $"No mixture gives the prescribed concentrations in the container. {plan.Compounding.NotCompensated}",
                Ink.Plain
            );
            return;
        }

        var drugs = string.Join(" + ", mixture.Drugs.Select(drug => $"{drug.Drug.Id} {Display.Of(drug.Strength, drug.Drug.ShownInMicrograms)}"));
        var parts = mixture.Worksheet is { } worksheet
            ? $"{string.Join(" + ", worksheet.Parts.Select(part => $"{part.Drug.Id} {Display.Of(part.Volume)}"))} + diluent {Display.Of(worksheet.Diluent.Volume)}"
            : "it cannot be made from these stocks";
        sheet.Hanging(
            "Allowing for the residual",
            Ink.Faint,
            $"An alternative that is not the prescription: filled with {drugs} ({parts}), the container would hold what is prescribed, if just {Display.Of(mixing.Residual)} of the old infusate stays.",
            Ink.Plain
        );
    }

    private static void WriteAssay(Sheet sheet, Compounding compounding)
    {
        if (compounding.Assay.Count == 0)
        {
            return;
        }

        sheet.Columns(
            ["Assay", "Prescribed", "Measured", "Error", "Release"],
            [
                .. compounding.Assay.Select(assayed =>
                    new string?[]
                    {
                        assayed.Drug.Name,
                        Display.Of(assayed.Expected, assayed.Drug.ShownInMicrograms),
                        Display.Of(assayed.Measured, assayed.Drug.ShownInMicrograms),
                        Display.Percent(assayed.ErrorPercent),
                        assayed.Severity is null ? "within tolerance" : "blocked",
                    }
                ),
            ]
        );
    }
}
