namespace Neuraxial.Cli;

/// <summary>The part of a plan about opioids given besides: the band of every ratio, the reductions beside it, and how the systemic opioid can be withdrawn.</summary>
internal static class ConversionSection
{
    public static void Write(Sheet sheet, Plan plan)
    {
        if (plan.Conversion.Count == 0)
        {
            return;
        }

        sheet.Heading("Opioid conversion: every published ratio, the prescriber chooses");
        var pairs = plan.Conversion.SelectMany(planned => Pairs(planned, plan)).ToList();
        if (plan.OralMorphine is { Parts.Count: > 1 } total)
        {
            pairs.Add(("All as oral morphine", total is { Low: { } low, High: { } high } ? Band(low, high, false) : null));
        }

        pairs.AddRange(Tapers(plan));
        sheet.Pairs([.. pairs.Select(Pair.InWords)]);
    }

    private static IEnumerable<Pair> Pairs(PlannedConversion planned, Plan plan)
    {
        var conversion = planned.Conversion;
        var text = new ConversionText(conversion, plan.Formulary);
        var micrograms = plan.Formulary.Drug(conversion.To.Drug)?.ShownInMicrograms is true;
        yield return (
            planned.IsPrevious ? "From (in the pump before)" : "From",
            $"{Display.Of(conversion.Given)} of {conversion.From} to {conversion.To}"
        );
        yield return ("Band", text.Ends);
        if (conversion.Band.Count > 0 && planned.IsStart)
        {
            yield return ("By", string.Join("; ", ConversionText.Ratios(conversion.Band)));
            yield return (
                "Reduced, if so chosen",
                string.Join("; ", conversion.Reductions.Select(reduced => $"{text.Range(reduced)} ({Words(reduced, plan)})"))
            );
        }
        else if (conversion.Chained.Count > 0 && planned.IsStart)
        {
            yield return (
                "Two ratios",
                $"{Band(conversion.Chained[0].Dose, conversion.Chained[^1].Dose, micrograms)} by one ratio after the other [derived]; no band, errors multiply"
            );
        }

        // One dose is prescribed, however many opioids it follows on.
        if (ReferenceEquals(planned, plan.Conversion.Last(other => other.Conversion.To == conversion.To)))
        {
            yield return ("Prescribed", $"{Display.Of(planned.Prescribed, micrograms)}: {Position(planned, micrograms)}");
        }
    }

    private static string Words(ReducedBand reduced, Plan plan)
    {
        var after = reduced.After is null ? "" : ", after the first reduction";
        var holds =
            reduced.Rule.Applies?.Contains("renal", StringComparison.Ordinal) is true
            && plan.Therapy.Patient?.Conditions?.Contains("renal-impairment", StringComparer.Ordinal) is true
                ? "; renal-impairment is in the file"
                : "";
        return $"{reduced.Rule.Text.TrimEnd('.')}{after}{holds} {reduced.Rule.Provenance}";
    }

    private static string Position(PlannedConversion planned, bool micrograms)
    {
        var band = planned is { TotalLow: { } low, TotalHigh: { } high } ? $" ({Band(low, high, micrograms)} with everything that is converted)" : "";
        return planned switch
        {
            { IsStart: false } => "runs already, so not held against the band",
            { Position: BandPosition.Above } => $"ABOVE the band{band}",
            { Position: BandPosition.Below } => $"below the band{band}",
            { Position: BandPosition.Inside } => $"inside the band{(planned.TotalHigh == planned.Conversion.High ? "" : band)}",
            _ => "cannot be held against a band; a second person works it out",
        };
    }

    private static IEnumerable<Pair> Tapers(Plan plan)
    {
        var tapers = plan.Conversion.Where(planned => planned.Taper is not null).DistinctBy(planned => planned.Conversion.From).ToList();
        foreach (var planned in tapers)
        {
            var taper = planned.Taper!;
            var days = string.Join(", ", taper.Days.Select(day => $"day {day.Day}: {Band(day.Low, day.High, false)}"));
            yield return (
                $"Taper, {planned.Conversion.From}",
                $"{(taper.CanStop ? "stopped on day 0; or " : "")}{days}{(taper.Days[0].At is { } at ? $" (day 0 is {PlanPage.Clock(plan, at)})" : "")}"
            );
        }

        if (tapers is [{ Taper: { } first }, ..])
        {
            yield return ("Its rules", $"{Rule(first.FirstDay)} {Rule(first.Daily)} ({OpioidTaper.Reading})");
            yield return ("Also said", string.Join(" ", first.Statements.Select(Rule)));
            yield return ("Stop rules", string.Join(" ", first.StopRules.Select(Rule)));
        }
    }

    private static string Rule(ConversionRule rule) => $"{rule.Text} {rule.Provenance}";

    private static string Band(DoseRate low, DoseRate high, bool micrograms) =>
        TitrationSection.Range(Display.Of(low, micrograms), Display.Of(high, micrograms));
}
