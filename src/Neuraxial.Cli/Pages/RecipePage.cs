namespace Neuraxial.Cli;

/// <summary>A solved recipe as a person reads it: the answers side by side, then the first in detail; or why there is none and what would help.</summary>
internal static class RecipePage
{
    public static void Write(Sheet sheet, RecipeSolution solution)
    {
        WriteHead(sheet, solution);
        if (solution.Infeasible is { } infeasible)
        {
            WriteInfeasible(sheet, infeasible);
        }
        else
        {
            WriteComparison(sheet, solution);
            RecipeAnswerSection.Write(sheet, solution, solution.Answers[0]);
        }

        WriteFindings(sheet, solution);
        WriteFoot(sheet, solution);
    }

    private static void WriteHead(Sheet sheet, RecipeSolution solution)
    {
        var recipe = solution.Recipe;
        sheet.Title($"Recipe \u00b7 {recipe.Name}");
        List<Pair> pairs =
        [
            ("Route", TherapyFile.Routes.Word(recipe.Route)),
            ("For", $"{TherapyFile.Indications.Word(recipe.Indication)}; profile {solution.Profile ?? "not known"}"),
            ("Pump", recipe.Pump.Model.Name),
            ("Wanted", string.Join(" + ", recipe.Wanted.Select(Wanted))),
            ("Interval", recipe.Interval is { } interval ? $"at least {Display.Of(interval)}" : "as long as can be had"),
            ("Fixed", Fixed(recipe)),
        ];
        if (recipe.Residual is { } residual)
        {
            pairs.Add(("Left in it", $"{Display.Of(residual.Volume)} of {Holds(residual)}"));
        }

        sheet.Pairs([.. pairs]);
    }

    private static string Holds(RecipeResidual residual) =>
        residual.Drugs.Count == 0 ? "drug-free fluid" : string.Join(" + ", residual.Drugs.Select(part => $"{part.Drug.Id} {Display.Of(part)}"));

    private static string Wanted(WantedDose wanted) => $"{wanted.Drug.Id} {Display.Of(new DrugDose(wanted.Drug, wanted.Dose))}";

    private static string Fixed(Recipe recipe)
    {
        var words = recipe
            .Wanted.Where(wanted => wanted.Concentration is not null)
            .Select(wanted => $"{wanted.Drug.Id} at {Display.Of(wanted.Concentration!.Value, wanted.Drug.ShownInMicrograms)}")
            .ToList();
        if (recipe.Rate is { } rate)
        {
            words.Add($"rate {Rate(recipe, rate)}");
        }

        if (recipe.Pump.Model.IsConstantFlow)
        {
            words.Add("rate built into the pump");
        }

        if (recipe.Fill is { } fill)
        {
            words.Add($"fill {Display.Of(fill)}");
        }

        return words.Count == 0 ? "nothing" : string.Join("; ", words);
    }

    private static void WriteComparison(Sheet sheet, RecipeSolution solution)
    {
        var answers = solution.Answers;
        sheet.Heading(answers.Count == 1 ? "The answer" : $"{answers.Count} answers, the best first");
        var table = new List<string?[]>();
        void Add(string what, Func<RecipeAnswer, string?> cell) => table.Add([what, .. answers.Select(cell)]);
        if (answers.Count > 1)
        {
            Add("Best in", answer => string.Join(", ", answer.BestIn.Select(Merit)));
        }

        Add("Rate", answer => Rate(solution.Recipe, answer.Rate));
        Add("Fill", answer => Display.Of(answer.Fill));
        Add("Refill after", answer => Display.Of(answer.Interval));
        Add("because of", answer => RefillDates.Reasons.Word(answer.Reason).Replace('-', ' '));
        if (solution.Recipe.Day is not null)
        {
            Add("Refill by", answer => Display.Of(answer.RefillBy(solution.Recipe)!.Value.AtMidnight())[..11]);
        }

        for (var i = 0; i < answers[0].Drugs.Count; i++)
        {
            var at = i;
            var drug = answers[0].Drugs[i].Drug;
            Add($"{drug.Name}, strength", answer => Display.Of(answer.Drugs[at].Concentration, drug.ShownInMicrograms));
            Add("  dose", answer => Dose(answer.Drugs[at]));
        }

        if (solution.Recipe.Wanted.All(wanted => wanted.Stocks.Count > 0))
        {
            Add("Containers opened", answer => Opened(answer));
        }

        if (answers.Any(answer => answer.WastePercent is not null))
        {
            Add("Wasted, at most", answer => answer.WastePercent is { } waste ? Display.Number(decimal.Round(waste, 1)) + "\u00a0%" : null);
        }

        Add("To confirm", answer => Confirms(answer));
        sheet.Columns(["", .. answers.Select(answer => $"{answer.Rank}")], table);
    }

    /// <summary>In the unit in which the pump is set, the other one beside it where that is by the hour.</summary>
    private static string Rate(Recipe recipe, FlowRate rate) =>
        recipe.Pump.Model.Semantics.RateUnit?.Value is RateUnit.MillilitresPerHour or RateUnit.VolumeOverDuration
            ? $"{Display.PerHour(rate)} ({Display.Of(rate)})"
            : Display.Of(rate);

    private static string Dose(RecipeDose dose)
    {
        var given = Display.Of(new DrugDose(dose.Drug, dose.Achieved));
        return dose.ErrorPercent is { } error ? $"{given} ({RecipeAnswerSection.Error(error)})" : $"{given} (not wanted)";
    }

    /// <summary>Of all drugs together; <see langword="null"/> if the containers of one are not known.</summary>
    private static string? Opened(RecipeAnswer answer) =>
        answer.Worksheet is { } worksheet && worksheet.Parts.All(part => part.Count is not null)
            ? Display.Number(worksheet.Parts.Sum(part => part.Count!.Value))
            : null;

    /// <summary>The rules that are passed with a reason, and how many other things a plan asks to confirm.</summary>
    private static string Confirms(RecipeAnswer answer)
    {
        var confirms = answer.Findings.Where(finding => finding.Severity == Severity.Confirm).ToList();
        var rules = confirms.Select(finding => finding.Rule).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var others = confirms.Count(finding => finding.Rule is null);
        if (others > 0)
        {
            rules.Add($"{others} {(rules.Count > 0 ? "more" : others == 1 ? "thing" : "things")}");
        }

        return rules.Count == 0 ? "nothing" : string.Join(", ", rules);
    }

    private static string Merit(string merit) =>
        merit switch
        {
            "balance" => "balance of all",
            "interval" => "interval",
            "error" => "dose",
            "waste" => "least waste",
            "digits" => "round strengths",
            _ => "weakest mixture",
        };

    private static void WriteInfeasible(Sheet sheet, RecipeInfeasible infeasible)
    {
        sheet.Heading("No answer: what stands in the way");
        foreach (var constraint in infeasible.Constraints)
        {
            sheet.Hanging("BLOCK  ", Ink.Block, constraint.Message, Ink.Plain);
            if (constraint.Source is { } source)
            {
                sheet.Hanging(
                    "       ",
                    Ink.Faint,
                    $"{constraint.Rule ?? constraint.Code}, {Display.OfWritten(constraint.Limit ?? "")}; source: {source}",
                    Ink.Faint
                );
            }
        }

        sheet.Heading("What would be enough, each by itself");
        foreach (var relaxation in infeasible.Relax)
        {
            sheet.Hanging("or", Ink.Strong, relaxation.Message, Ink.Plain);
            sheet.Hanging(
                "  ",
                Ink.Faint,
                $"then: {Display.Of(relaxation.Rate)}, fill {Display.Of(relaxation.Fill)}, refill after {Display.Of(relaxation.Interval)}",
                Ink.Faint
            );
        }

        if (infeasible.Relax.Count == 0)
        {
            sheet.Line("  No change of one or two of the wishes was found that is enough.");
        }
    }

    private static void WriteFindings(Sheet sheet, RecipeSolution solution)
    {
        var findings = solution.Findings.Where(finding => finding.Severity != Severity.Block).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        sheet.Heading(solution.IsFeasible ? "To know of every answer" : "To know besides");
        FindingsSection.Write(sheet, findings);
    }

    private static void WriteFoot(Sheet sheet, RecipeSolution solution)
    {
        var search = solution.Search;
        sheet.Line();
        if (search is { Lowest: { } lowest, Highest: { } highest })
        {
            var rates = lowest == highest ? "one rate" : $"{Display.Number(search.Rates)} rates from {Display.Of(lowest)} to {Display.Of(highest)}";
            sheet.Line(
                $"  Looked through: {rates}, {Display.Number(search.Trials)} with their fills. What keeps everything: {Display.Number(search.Feasible)}; what of that nothing else beats: {Display.Number(search.Efficient)}.",
                Ink.Faint
            );
        }

        sheet.Line($"  Formulary {solution.Formulary.Version}, SHA-256 {solution.Formulary.Sha256}.", Ink.Faint);
        sheet.Line(
            "  Decision support: the prescriber chooses, the pharmacist checks every volume, and a plan is made of what is chosen.",
            Ink.Faint
        );
    }
}
