namespace Neuraxial;

/// <summary>
/// What the shape of a limit cannot say: that its figures fit its check, that the hard one lies no nearer than the soft one, and that nobody has to ask why
/// it is there. A limit that is held against nothing is worse than none, since it looks like one (HZ-59).
/// </summary>
internal static class LimitRows
{
    private static readonly LimitCheck[] OfDrugs =
    [
        LimitCheck.StartDose,
        LimitCheck.DailyDose,
        LimitCheck.HourlyDose,
        LimitCheck.Bolus,
        LimitCheck.Concentration,
        LimitCheck.MinimumConcentration,
        LimitCheck.Step,
        LimitCheck.StepInterval,
        LimitCheck.TestDose,
        LimitCheck.TestDoseInterval,
    ];

    /// <summary>Reports everything of a row that does not go together. Members that are faulty in themselves are reported elsewhere and passed over.</summary>
    public static void Check(DataRow row, string path, ProblemList problems)
    {
        CheckReasons(row, path, problems);
        var soft = SoundFigure(row, "soft");
        var hard = SoundFigure(row, "hard");
        if (!row.Has("soft") && !row.Has("hard"))
        {
            problems.Add(path, "a limit without a figure; expected soft, hard or both");
        }

        if (row.Text("check") is { } word && LimitChecks.Words.Contains(word, StringComparer.Ordinal))
        {
            var check = LimitChecks.Parse(word);
            CheckDrugs(row, check, path, problems);
            CheckFigure(row, soft, "soft", check, path, problems);
            CheckFigure(row, hard, "hard", check, path, problems);
        }

        CheckOrder(row, soft, hard, path, problems);
    }

    /// <summary>
    /// Reports limits of a service that stand against no hazard: who sets a limit knows what it is for. Rows of the built-in data may have none, where the
    /// reference that they are drawn from names none.
    /// </summary>
    public static void CheckHazards(IReadOnlyList<DataRow> rows, ProblemList problems)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Has("hazards") && rows[i].IsEmpty("hazards"))
            {
                problems.Add($"$.limits[{i}].hazards", "empty; expected at least one hazard that the limit stands against, as HZ-01");
            }
        }
    }

    private static void CheckReasons(DataRow row, string path, ProblemList problems)
    {
        if (row.Text("why") is { } why && string.IsNullOrWhiteSpace(why))
        {
            problems.Add($"{path}.why", "empty; expected why the limit is there");
        }

        var hazards = row.Texts("hazards");
        for (var i = 0; i < hazards.Count; i++)
        {
            if (!IsHazard(hazards[i]))
            {
                problems.Add($"{path}.hazards[{i}]", $"'{Printable.OneLine(hazards[i], 40)}' is no hazard; expected an identifier as HZ-01");
            }
        }
    }

    private static bool IsHazard(string text) =>
        text.StartsWith("HZ-", StringComparison.Ordinal) && text.Length is 5 or 6 && text.Skip(3).All(char.IsAsciiDigit);

    private static void CheckDrugs(DataRow row, LimitCheck check, string path, ProblemList problems)
    {
        if (row.Has("drug") && row.Has("drugs"))
        {
            problems.Add($"{path}.drugs", "stands beside drug; expected one of them");
        }
        else if (!row.Has("drug") && (!row.Has("drugs") || row.Texts("drugs").Count == 0) && Array.IndexOf(OfDrugs, check) >= 0)
        {
            problems.Add($"{path}.drug", $"missing; expected the drug, since {row.Text("check")} is of a drug");
        }
    }

    private static void CheckFigure(DataRow row, Figure? figure, string name, LimitCheck check, string path, ProblemList problems)
    {
        if (figure is null)
        {
            return;
        }

        var forms = LimitFigure.FormsOf(check);
        if (LimitFigure.FormOf(figure) is not { } form || !forms.Contains(form))
        {
            problems.Add(
                $"{path}.{name}",
                $"'{Printable.OneLine(figure.ToString(), 40)}' is not what {row.Text("check")} is held against; expected {LimitFigure.Expected(forms)}"
            );
            return;
        }

        if (form == LimitForm.Words)
        {
            return;
        }

        // Below zero only as the largest fall of a step: -50 %.
        if (LimitFigure.Size(figure) is var size && (size == 0m || (size < 0m && (check != LimitCheck.Step || row.Text("bound") is not "lower"))))
        {
            problems.Add($"{path}.{name}", $"'{figure}' would stop everything or nothing; expected more than zero");
        }

        var bound = LimitFigure.BoundOf(check, form);
        if (!row.Has("bound"))
        {
            Once($"{path}.bound", $"missing beside a figure; expected {bound ?? "upper or lower"}", problems);
        }
        else if (bound is not null && row.Text("bound") is { } found && found is "upper" or "lower" && found != bound)
        {
            Once($"{path}.bound", $"'{found}' is not how {row.Text("check")} binds; expected {bound}", problems);
        }
    }

    /// <summary>Soft and hard figure have the same bound: what is wrong with it is said once.</summary>
    private static void Once(string path, string message, ProblemList problems)
    {
        if (!problems.All().Contains(new Problem(path, message)))
        {
            problems.Add(path, message);
        }
    }

    private static void CheckOrder(DataRow row, Figure? soft, Figure? hard, string path, ProblemList problems)
    {
        if (soft is null || hard is null || LimitFigure.FormOf(soft) is not { } form || LimitFigure.FormOf(hard) is not { } other)
        {
            return;
        }

        if (form != other)
        {
            problems.Add($"{path}.soft", $"'{soft}' cannot be compared with the hard figure '{hard}'; expected two figures of one kind");
        }
        else if (LimitFigure.Compare(soft, hard) is { } order && row.Text("bound") is { } bound && (bound is "lower" ? order < 0 : order > 0))
        {
            problems.Add(
                $"{path}.soft",
                $"{soft} lies beyond the hard figure {hard}; expected a soft figure that is passed first ({(bound is "lower" ? "not below" : "not above")} the hard one)"
            );
        }
    }

    /// <summary>A figure without a fault of its own; <see langword="null"/> if it is not there or its faults are reported elsewhere.</summary>
    private static Figure? SoundFigure(DataRow row, string name)
    {
        if (row.Row(name) is not { } figure)
        {
            return null;
        }

        var faults = new ProblemList();
        figure.Check(Shape.Figure(), "$", faults);
        return faults.IsEmpty ? figure.Content() : null;
    }
}
