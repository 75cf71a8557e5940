using System.Globalization;

namespace Neuraxial.Cli;

/// <summary>The part of a plan about a change: old and new side by side, the residual, the bridge and the dose at the tip through it.</summary>
internal static class ChangeSection
{
    private const int MostRuns = 14;

    public static void Write(Sheet sheet, Plan plan)
    {
        WriteComparison(sheet, plan);
        WriteResidual(sheet, plan);
        WriteBridge(sheet, plan);
        WriteTip(sheet, plan);
    }

    private static void WriteComparison(Sheet sheet, Plan plan)
    {
        if (plan.Comparison is not { } comparison)
        {
            return;
        }

        sheet.Heading("Before and after");
        var table = new List<string?[]>();
        foreach (var drug in comparison.Drugs)
        {
            var micrograms = drug.Drug.ShownInMicrograms;
            table.Add([
                drug.Drug.Name,
                Display.Of(drug.Old, micrograms),
                Display.Of(drug.New, micrograms),
                drug.New == DoseRate.Zero ? "left out"
                : drug.Ratio is { } ratio
                    ? ratio == 1m ? "the same"
                        : Display.Times(ratio) + " the old"
                : "new",
            ]);
        }

        sheet.Columns(["Drug", "Old program", "New program", "New is"], table);
        if (comparison.Drugs.Any(drug => drug.Hours.Distinct().Count() > 1))
        {
            var hours = new List<string?[]>();
            foreach (
                var (first, last) in Runs(
                    Enumerable.Range(0, 24).ToList(),
                    hour => string.Join('|', comparison.Drugs.Select(drug => drug.Hours[hour]))
                )
            )
            {
                hours.Add([
                    $"{first:00}:00 to {last + 1:00}:00",
                    .. comparison.Drugs.Select(drug => $"{PerHour(drug.Hours[first].Old, drug.Drug)} → {PerHour(drug.Hours[first].New, drug.Drug)}"),
                ]);
            }

            sheet.Columns(["By the hour of the day", .. comparison.Drugs.Select(drug => $"{drug.Drug.Name}, old → new")], hours);
        }
    }

    private static void WriteResidual(Sheet sheet, Plan plan)
    {
        if (plan.Residual is { } residual)
        {
            sheet.Heading("Residual at this refill");
            sheet.Pairs(
                ("Measured", $"{Display.Of(residual.Measured)}; expected {Display.Of(residual.Expected)}"),
                ("Delivered", $"{Display.Of(residual.Delivered)}; intended {Display.Of(residual.Intended)}"),
                (
                    "Error",
                    residual.ErrorPercent is { } error
                        ? $"{Display.Percent(error)}, {(residual.Severity is null ? "within tolerance" : "outside tolerance")}"
                        : null
                )
            );
        }

        if (plan.Mixing is { } mixing)
        {
            sheet.Heading("In the container");
            var table = new List<string?[]>();
            foreach (var drug in mixing.Drugs)
            {
                var micrograms = drug.Drug.ShownInMicrograms;
                table.Add([drug.Drug.Name, Display.Of(drug.Wanted, micrograms), Display.Of(drug.Mixed, micrograms)]);
            }

            sheet.Columns(["Drug", "Filled in", $"After mixing with {Display.Of(mixing.Residual)} of the old"], table);
        }
    }

    private static void WriteBridge(Sheet sheet, Plan plan)
    {
        if (plan.Bridge is not { } bridge)
        {
            return;
        }

        var micrograms = bridge.Drug.ShownInMicrograms;
        sheet.Heading($"Bridge: {bridge.Drug.Id} at its wanted dose while the old infusate clears");
        sheet.Pairs(
            (
                "Set the pump to",
                $"{Display.Of(new DrugMass(bridge.ProgrammedDrug, bridge.Programmed))} of {bridge.ProgrammedDrug.Id} over {Display.Of(bridge.Duration)} (new concentration)"
            ),
            ("Rate", $"{Display.Of(bridge.Rate)} for {Display.Of(bridge.Volume)}"),
            ("Parts", string.Join(", then ", bridge.Parts.Select(part => $"{part.Name} {Display.Of(part.Volume)} for {Display.Of(part.Duration)}"))),
            (
                "The patient gets",
                $"{Display.Of(bridge.Delivered, micrograms)} of {bridge.Drug.Id} in that time; the programmer shows {Display.Of(new DrugDose(bridge.ProgrammedDrug, bridge.Shown))}"
            ),
            ("Without a bridge", $"{Display.Of(bridge.UnbridgedDose, micrograms)} for {Display.Of(bridge.UnbridgedDuration)}"),
            ("If the path is 20 % off", $"{Display.Of(bridge.Sensitivity.Smaller)} to {Display.Of(bridge.Sensitivity.Larger)}")
        );
    }

    private static void WriteTip(Sheet sheet, Plan plan)
    {
        if (plan.Tip.Count == 0)
        {
            return;
        }

        sheet.Heading("What leaves the catheter tip in each hour (plug flow: the true front is wider)");
        var drugs = plan.Tip[0].Drugs.Select(drug => drug.Drug).ToList();
        var table = new List<string?[]>();
        var runs = Runs(plan.Tip.ToList(), hour => string.Join('|', hour.Drugs.SelectMany(drug => Cells(drug, plan.Bridge)))).ToList();
        foreach (var (first, last) in runs.Take(MostRuns))
        {
            table.Add([
                string.Create(CultureInfo.InvariantCulture, $"{first.Hour} to {last.Hour + 1}"),
                .. first.Drugs.SelectMany(drug => Cells(drug, plan.Bridge)),
            ]);
        }

        sheet.Columns(["Hours after the fill", .. drugs.SelectMany(drug => Columns(drug.Name, plan.Bridge))], table);
        if (runs.Count > MostRuns)
        {
            sheet.Line($"  … {runs.Count - MostRuns} changes more: see 'tip' in the JSON result.");
        }
    }

    private static string[] Columns(string drug, Bridge? bridge) => bridge is null ? [drug] : [$"{drug}, bridged", "not bridged"];

    private static string[] Cells(TipDrug drug, Bridge? bridge) =>
        bridge is null ? [Shown(drug.Unbridged, drug.Drug)] : [Shown(drug.Bridged, drug.Drug), Shown(drug.Unbridged, drug.Drug)];

    private static string Shown(Mass? mass, Drug drug) => mass is { } known ? Display.Of(known, drug.ShownInMicrograms) : "not known";

    private static string PerHour(Mass mass, Drug drug) => Display.Of(mass, drug.ShownInMicrograms) + " per hour";

    /// <summary>Neighbours that read the same, as first and last of each run.</summary>
    private static IEnumerable<Run<T>> Runs<T>(List<T> items, Func<T, string> reads)
    {
        for (var i = 0; i < items.Count; )
        {
            var end = i + 1;
            while (end < items.Count && reads(items[end]) == reads(items[i]))
            {
                end++;
            }

            yield return new Run<T>(items[i], items[end - 1]);
            i = end;
        }
    }

    private sealed record Run<T>(T First, T Last);
}
