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
        foreach (var planned in plan.Conversion)
        {
            sheet.Pairs([.. Pairs(planned, plan)]);
        }

        if (plan.OralMorphine is { Parts.Count: > 1 } total)
        {
            sheet.Pairs(("All of it as oral morphine", total is { Low: { } low, High: { } high } ? Band(low, high, false) : null));
        }

        foreach (var taper in plan.Conversion.Select(planned => planned.Taper).OfType<OpioidTaper>().DistinctBy(taper => taper.Given).Take(1))
        {
            WriteTapers(sheet, plan, taper);
        }
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
        yield return ("Band", text.Band.Replace(", the prescriber chooses", "", StringComparison.Ordinal));
        if (conversion.Band.Count > 0)
        {
            yield return ("By", string.Join("; ", ConversionText.Ratios(conversion.Band)));
            yield return (
                "Reduced, if so chosen",
                string.Join("; ", conversion.Reductions.Select(reduced => $"{text.Range(reduced)} ({Words(reduced)})"))
            );
        }
        else if (conversion.Chained.Count > 0)
        {
            yield return (
                "Two ratios",
                $"{Band(conversion.Chained[0].Dose, conversion.Chained[^1].Dose, micrograms)} by one ratio after the other [derived]; no band, errors multiply"
            );
        }

        yield return ("Prescribed", $"{Display.Of(planned.Prescribed, micrograms)}: {Position(planned, micrograms)}");
    }

    private static string Words(ReducedBand reduced) =>
        $"{reduced.Rule.Text.TrimEnd('.')}{(reduced.After is null ? "" : ", after the first reduction")} {reduced.Rule.Provenance}";

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

    private static void WriteTapers(Sheet sheet, Plan plan, OpioidTaper first)
    {
        var pairs = new List<Pair>();
        foreach (var planned in plan.Conversion.DistinctBy(planned => planned.Conversion.From).Where(planned => planned.Taper is not null))
        {
            var taper = planned.Taper!;
            var days = string.Join("; ", taper.Days.Select(day => $"day {day.Day} {Band(day.Low, day.High, false)}"));
            pairs.Add(
                (
                    $"Taper of {planned.Conversion.From}",
                    $"{(taper.CanStop ? "stopped on day 0, or " : "")}{days}{(taper.Days[0].At is { } at ? $" (day 0 is {PlanPage.Clock(plan, at)})" : "")}"
                )
            );
        }

        pairs.Add(("Rules of the taper", $"{Rule(first.FirstDay)} {Rule(first.Daily)} ({OpioidTaper.Reading})"));
        pairs.Add(("Also said", string.Join(" ", first.Statements.Select(Rule))));
        pairs.Add(("Go no lower", string.Join(" ", first.StopRules.Select(Rule))));
        sheet.Pairs([.. pairs]);
    }

    private static string Rule(ConversionRule rule) => $"{rule.Text} {rule.Provenance}";

    private static string Band(DoseRate low, DoseRate high, bool micrograms) =>
        low == high ? Display.Of(low, micrograms)
        : low >= DoseRate.FromMilligramsPerDay(1m) || micrograms || high < DoseRate.FromMilligramsPerDay(1m)
            ? $"{Display.Of(low * Durations.OneDay, micrograms)} to {Display.Of(high, micrograms)}"
        : $"{Display.Of(low, micrograms)} to {Display.Of(high, micrograms)}";
}
