namespace Neuraxial.Cli;

/// <summary>The part of a plan about the next steps of each drug.</summary>
internal static class TitrationSection
{
    /// <summary>Beyond so many lines only the first and the last step of each way are printed; the JSON holds all.</summary>
    private const int MostRows = 9;

    public static void Write(Sheet sheet, Plan plan)
    {
        sheet.Heading("Next steps on file: to decide with, no dose to give");
        var rows = Rows(plan, endsOnly: false);
        rows = rows.Count > MostRows ? Rows(plan, endsOnly: true) : rows;
        if (rows.Count > 0)
        {
            string[] head = ["By", "Step, not before", "Daily dose", plan.Therapy.Program is ConstantFlowProgram ? "Concentration" : "Mean rate"];
            sheet.Columns(head, rows);
            sheet.Line();
        }

        sheet.Pairs([.. plan.Titration.SelectMany(titration => Pairs(titration, plan)).Concat(Mixture(plan)).Select(Pair.InWords)]);
    }

    private static List<string?[]> Rows(Plan plan, bool endsOnly) =>
        [
            .. plan.Titration.SelectMany(titration =>
                titration.Options.SelectMany(option =>
                    option
                        .Steps.Where(step => !endsOnly || step.Number == 1 || step.Number == option.Steps[^1].Number)
                        .Select(step => Row(titration, option, step, plan))
                )
            ),
        ];

    private static string?[] Row(Titration titration, TitrationOption option, TitrationStep step, Plan plan)
    {
        var micrograms = titration.Drug.ShownInMicrograms;
        var at =
            step.NotBefore is { } moment ? PlanPage.Clock(plan, moment)
            : step.Number > 1 && option.Interval is null ? "after the last"
            : "not known";
        var meets = step.Meets.Count == 0 ? "" : $", {(step.Meets[^1].IsHard ? "hard" : "soft")} limit";
        return
        [
            $"{titration.Drug.Name}, {By(option)}",
            $"{(option.Steps.Count == 1 ? "" : Display.Number(step.Number) + ": ")}{at}",
            Range(Display.Of(step.Low, micrograms), Display.Of(step.High, micrograms)) + meets,
            step is { LowRate: { } low, HighRate: { } high } ? Range(Display.Of(low), Display.Of(high))
            : step is { LowConcentration: { } weak, HighConcentration: { } strong }
                ? Range(Display.Of(weak, micrograms), Display.Of(strong, micrograms))
            : null,
        ];
    }

    private static string By(TitrationOption option) =>
        $"{option.By}{(option.Phase is { } phase ? ", " + phase : "")}{(option.Patients is { } only ? $" ({only})" : "")}";

    /// <summary>Two quantities as a range, the unit once where they share it.</summary>
    internal static string Range(string low, string high)
    {
        var (one, other) = (low.IndexOf('\u00a0', StringComparison.Ordinal), high.IndexOf('\u00a0', StringComparison.Ordinal));
        return low == high ? low
            : low[one..] == high[other..] ? $"{low[..one]} to {high}"
            : $"{low} to {high}";
    }

    private static IEnumerable<Pair> Pairs(Titration titration, Plan plan)
    {
        var micrograms = titration.Drug.ShownInMicrograms;
        var name = titration.Drug.Name;
        if (titration.Starts.Count > 0)
        {
            yield return ($"{name}, starts", string.Join("; ", titration.Starts.Select(start => Start(start, micrograms))));
        }

        yield return (
            $"{name}, steps",
            titration.Options.Count == 0
                ? "none on file: the service says by how much and how soon"
                : string.Join("; ", titration.Options.Select(Step).Distinct(StringComparer.Ordinal))
        );
        yield return ($"{name}, limits", Limits(titration, micrograms));
        yield return (
            $"{name}, wait for",
            string.Join("; ", titration.Waits.Select(wait => $"{wait.What}{(wait.Until is { } until ? $", {PlanPage.Clock(plan, until)}" : "")}"))
        );
        yield return ($"{name}, watch", titration.Watch.Count == 0 ? null : string.Join(", ", titration.Watch.Select(watch => watch.InWords())));
        yield return (
            $"{name}, if it stops",
            titration.Withdrawal.Count == 0
                ? null
                : string.Join(
                    "; ",
                    titration
                        .Withdrawal.Concat(titration.PlannedStop)
                        .DistinctBy(fact => fact.Text, StringComparer.Ordinal)
                        .Select(fact => $"{fact.InWords()} {fact.Provenance}")
                )
        );
    }

    private static string Start(PublishedStart start, bool micrograms)
    {
        var isWorkedOut = start.Text.Contains("test dose", StringComparison.Ordinal);
        return $"{start.By}{(start.Patients is { } only ? $" ({only})" : "")} {start.Text}{(isWorkedOut && start.High is { } dose ? $" = {Display.Of(dose, micrograms)}" : "")} {start.Provenance}";
    }

    private static string Step(TitrationOption option)
    {
        var interval = option.Interval is { } every ? $", {Display.Of(every)} apart or more" : "";
        var advised = option.Advised is { } longer ? $" ({Display.Of(longer)} advised)" : "";
        var note = option.Note is { } said && !option.Change.Contains(said, StringComparison.Ordinal) ? $", {said}" : "";
        var room = option.Steps.Count == 0 ? ", no step: the smallest passes the hard limit, or nothing runs" : "";
        return $"{By(option)} {option.Change}{room}{interval}{advised}{note} {option.Provenance}";
    }

    /// <summary>Limits of the same weight and dose once, with every rule that sets them.</summary>
    private static string Limits(Titration titration, bool micrograms) =>
        titration.Ceilings.Count == 0
            ? "none on file"
            : string.Join(
                "; ",
                titration
                    .Ceilings.GroupBy(ceiling => $"{ceiling.IsHard} {ceiling.Dose} {ceiling.IsHourly}", StringComparer.Ordinal)
                    .Select(group =>
                    {
                        var first = group.First();
                        var rate = first.Rate is { } flow
                            ? $" at {Display.Of(flow)}{(first.PumpGives is false ? ", more than the pump gives" : "")}"
                            : "";
                        return $"{(first.IsHard ? "hard" : "soft")} {(first.IsHourly ? Display.PerHour(first.Dose, micrograms) : Display.Of(first.Dose, micrograms))}{rate} ({string.Join(", ", group.Select(one => $"{one.Rule} {one.Provenance}"))})";
                    })
            );

    private static IEnumerable<Pair> Mixture(Plan plan)
    {
        if (plan.Titration is [{ Narrowest: { } narrowest, NarrowestPercent: { } percent }, ..])
        {
            yield return (
                "One rate for all",
                $"a higher rate raises every drug of the mixture; the narrowest published step is that of {narrowest.Id}, at most {Display.Number(percent)}\u00a0%"
            );
        }
    }
}
