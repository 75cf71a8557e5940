namespace Neuraxial.Cli;

/// <summary>The part of a plan about the next steps of each drug.</summary>
internal static class TitrationSection
{
    public static void Write(Sheet sheet, Plan plan)
    {
        sheet.Heading("Next steps on file: to decide with, no dose to give");
        var rows = plan.Titration.SelectMany(titration => titration.Options.SelectMany(option => Rows(titration, option, plan))).ToList();
        if (rows.Count > 0)
        {
            sheet.Columns(["Drug", "By", "Step", "Not before", "Daily dose", Setting(plan), "Reaches"], rows);
            sheet.Line();
        }

        sheet.Pairs([.. Pairs(plan)]);
    }

    private static string Setting(Plan plan) => plan.Therapy.Program is ConstantFlowProgram ? "Concentration" : "Mean rate";

    private static IEnumerable<string?[]> Rows(Titration titration, TitrationOption option, Plan plan)
    {
        foreach (var step in option.Steps)
        {
            var micrograms = titration.Drug.ShownInMicrograms;
            var isFirst = step.Number == 1;
            var meets = step.Meets.Count == 0 ? "" : $"{(step.Meets[^1].IsHard ? "hard" : "soft")} limit {step.Meets[^1].Rule}";
            yield return
            [
                isFirst ? titration.Drug.Name : "",
                isFirst ? By(option) : "",
                option.Steps.Count == 1 ? "one" : Display.Number(step.Number),
                step.NotBefore is { } at ? PlanPage.Clock(plan, at)
                : isFirst ? "not on file"
                : "",
                Range(Display.Of(step.Low, micrograms), Display.Of(step.High, micrograms), " per day"),
                step.LowConcentration is { } low
                    ? Range(Display.Of(low, micrograms), Display.Of(step.HighConcentration!.Value, micrograms), " per mL")
                : step.LowRate is { } rate ? Range(Display.Of(rate), Display.Of(step.HighRate!.Value), " mL per day")
                : null,
                meets,
            ];
        }
    }

    private static string By(TitrationOption option)
    {
        var patients = option.Patients is { } only ? $" ({only})" : "";
        var phase = option.Phase is { } when ? $", {when}" : "";
        var interval = option.Interval is { } every
            ? $", every {Display.Of(every)} or more{(option.Advised is { } advised ? $", {Display.Of(advised)} advised" : "")}"
            : "";
        return $"{option.By}{patients}{phase}: {option.Change}{interval} {option.Provenance}";
    }

    private static string Range(string low, string high, string unit) =>
        low == high ? low
        : low.EndsWith(unit, StringComparison.Ordinal) && Unit(low) == Unit(high)
            ? $"{low[..low.IndexOf('\u00a0', StringComparison.Ordinal)]} to {high}"
        : $"{low} to {high}";

    private static string Unit(string text) => text[text.IndexOf('\u00a0', StringComparison.Ordinal)..];

    private static IEnumerable<Pair> Pairs(Plan plan)
    {
        foreach (var titration in plan.Titration)
        {
            foreach (var pair in Pairs(titration, plan))
            {
                yield return pair;
            }
        }

        if (plan.Titration is [{ Narrowest: { } narrowest, NarrowestPercent: { } percent }, ..])
        {
            yield return (
                "One rate for all",
                $"a higher rate raises every drug of the mixture; the narrowest published step is that of {narrowest.Id}, at most {Display.Number(percent)}\u00a0%"
            );
        }
    }

    private static IEnumerable<Pair> Pairs(Titration titration, Plan plan)
    {
        var name = titration.Drug.Name;
        var micrograms = titration.Drug.ShownInMicrograms;
        if (titration.Starts.Count > 0)
        {
            yield return (
                $"{name}, published starts",
                string.Join(
                    "; ",
                    titration.Starts.Select(start =>
                        $"{start.By}{(start.Patients is { } only ? $" ({only})" : "")} {start.Text}{(start.Text.Contains("test dose", StringComparison.Ordinal) && start.High is { } dose ? $" = {Display.Of(dose, micrograms)}" : "")} {start.Provenance}"
                    )
                )
            );
        }

        if (titration.Options.Count == 0)
        {
            yield return ($"{name}, next steps", "none on file: the service says by how much and how soon");
        }

        var notes = titration.Options.Select(option => option.Note).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        yield return (
            $"{name}, limits",
            titration.Ceilings.Count == 0
                ? "none on file"
                : string.Join(
                    "; ",
                    titration.Ceilings.Select(ceiling =>
                        $"{(ceiling.IsHard ? "hard" : "soft")} {Display.Of(ceiling.Dose, micrograms)}{(ceiling.Rate is { } rate ? $" at {Display.Of(rate)}" : "")}{(ceiling.PumpGives is false ? " (more than the pump gives)" : "")} {ceiling.Rule} {ceiling.Provenance}"
                    )
                )
        );
        yield return (
            $"{name}, wait for",
            string.Join("; ", titration.Waits.Select(wait => $"{wait.What}{(wait.Until is { } until ? $", {PlanPage.Clock(plan, until)}" : "")}"))
        );
        yield return ($"{name}, watch", string.Join(", ", titration.Watch.Select(watch => watch.InWords()).Concat(notes)));
        yield return (
            $"{name}, if it stops",
            string.Join(
                "; ",
                titration
                    .Withdrawal.Concat(titration.PlannedStop)
                    .Select(fact => $"{fact.InWords()} {fact.Provenance}")
                    .Distinct(StringComparer.Ordinal)
            )
        );
    }
}
