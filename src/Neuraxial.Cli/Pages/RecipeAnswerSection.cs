namespace Neuraxial.Cli;

/// <summary>One answer of a recipe in detail: doses, how to mix it, what binds it, what a plan of it says.</summary>
internal static class RecipeAnswerSection
{
    public static void Write(Sheet sheet, RecipeSolution solution, RecipeAnswer answer)
    {
        sheet.Heading($"Answer {answer.Rank}: what the patient gets");
        WriteDoses(sheet, solution.Recipe, answer);
        var example =
            answer.Worksheet is null || answer.Worksheet.Parts.All(part => part.IsNamed) ? "" : ", an example: the pharmacist names the products";
        sheet.Heading($"Answer {answer.Rank}: how to make {Display.Of(answer.Batch)}{example}");
        WriteWorksheet(sheet, solution, answer);
        sheet.Heading($"Answer {answer.Rank}: what keeps it from being better");
        foreach (var binding in answer.Binding)
        {
            sheet.Hanging("-", Ink.Faint, binding.Message, Ink.Plain);
            if (binding.Source is { } source)
            {
                sheet.Hanging(" ", Ink.Faint, $"{Display.OfWritten(binding.Limit ?? "")}; source: {source}", Ink.Faint);
            }
        }

        WriteFindings(sheet, answer);
    }

    /// <summary>What must be confirmed, in words; the rest is read in the plan that is made of the answer.</summary>
    private static void WriteFindings(Sheet sheet, RecipeAnswer answer)
    {
        sheet.Heading($"Answer {answer.Rank}: what a plan of it says");
        foreach (var finding in answer.Findings.Where(finding => finding.Severity == Severity.Confirm))
        {
            FindingsSection.WriteMessage(sheet, finding);
        }

        int Count(Severity severity) => answer.Findings.Count(finding => finding.Severity == severity);
        sheet.Line(
            $"  In all: {Count(Severity.Confirm)} to confirm, {Count(Severity.Unknown)} unknown, {Count(Severity.Warn)} to note. The plan of the whole therapy says which, and how to change to it."
        );
    }

    /// <summary>An error of a dose: exact, or with its sign.</summary>
    public static string Error(decimal percent) =>
        percent == 0m ? "exact"
        : decimal.Abs(percent) < 0.0001m ? "exact to 0.0001\u00a0%"
        : Display.Percent(decimal.Round(percent, 4));

    private static void WriteDoses(Sheet sheet, Recipe recipe, RecipeAnswer answer)
    {
        var blended = recipe.Residual is not null;
        List<string> head = ["Drug", "Wanted"];
        if (blended)
        {
            head.Add("In the syringe");
        }

        head.AddRange(["In the container", "The patient gets", "Error"]);
        var rows = new List<string?[]>();
        foreach (var drug in answer.Drugs)
        {
            var micrograms = drug.Drug.ShownInMicrograms;
            List<string?> row = [drug.Drug.Name, drug.Wanted is { } wanted ? Display.Of(wanted, micrograms) : "none"];
            if (blended)
            {
                row.Add(drug.InFill == Concentration.Zero ? "none" : Display.Of(drug.InFill, micrograms));
            }

            row.AddRange(
                Display.Of(drug.Concentration, micrograms),
                Display.Of(drug.Achieved, micrograms),
                drug.ErrorPercent is { } error ? Error(error) : "not wanted"
            );
            rows.Add([.. row]);
        }

        sheet.Columns([.. head], rows);
    }

    private static void WriteWorksheet(Sheet sheet, RecipeSolution solution, RecipeAnswer answer)
    {
        if (answer.Worksheet is not { } worksheet)
        {
            sheet.Line("  not known: what each drug is made from is not stated, and no product on file does it");
            return;
        }

        CompoundingSection.WriteParts(sheet, solution.Formulary, worksheet);
        CompoundingSection.WriteSteps(sheet, worksheet);
        CompoundingSection.WriteWaste(sheet, worksheet);
        if (answer.Batch != answer.Fill)
        {
            sheet.Line($"  Of this {Display.Of(answer.Fill)} go into the pump.");
        }
    }
}
