namespace Neuraxial;

/// <summary>
/// A drug that gave way to one whose name looks alike: a new prescription, or the wrong ampoule (HZ-16). Ten milligrams of hydromorphone given for ten of
/// morphine have killed.
/// </summary>
internal static class LookAlikeChecks
{
    /// <summary>From this factor on a rise is blocked, for a dose in another drug as for one in the same (HZ-01).</summary>
    private const decimal Fivefold = 5m;

    /// <summary>What division leaves of an exact factor is not let slip under it.</summary>
    private const decimal WithRest = 1.000_000_001m;

    public static void Check(Plan plan, List<Finding> findings)
    {
        if (plan.Therapy.Previous is not { } previous)
        {
            return;
        }

        foreach (var part in plan.Therapy.Infusate.Drugs.Where(part => previous.Infusate.Of(part.Drug.Id) is null))
        {
            foreach (var row in part.Drug.Row.Rows("lookAlikes"))
            {
                if (row.Text("drug") is { } alike && previous.Infusate.Of(alike) is not null && plan.Therapy.Infusate.Of(alike) is null)
                {
                    Add(plan, alike, part.Drug, row, findings);
                }
            }
        }
    }

    private static void Add(Plan plan, string alike, Drug drug, DataRow row, List<Finding> findings)
    {
        const string Path = "$.infusate.drugs";
        var names = $"{alike} was in the old mixture, {drug.Id} is in the new one: the two names are often confused.";
        if (Equivalent(plan, alike, drug) is not { } swap || swap.Factor * WithRest < Fivefold)
        {
            findings.Add(
                FindingKinds.LookAlike.Confirm(Path, $"{names} Confirm that the change is meant, and check the ampoule.") with
                {
                    Value = drug.Id,
                    Limit = alike,
                    Source = plan.Formulary.Cite(row.Provenance!),
                }
            );
            return;
        }

        var micrograms = drug.ShownInMicrograms;
        findings.Add(
            FindingKinds.LookAlike.Block(
                Path,
                $"{names} {Display.Of(swap.New, micrograms)} of {drug.Id} after {Display.Of(swap.Old, micrograms)} of {alike} are {Display.Times(swap.Factor)} the dose, by the lowest ratio on file ({Display.Number(swap.Ratio.Number!.Value)} to 1). Check the ampoule; a change that is meant needs a dose of its own."
            ) with
            {
                Value = $"{QuantityText.Number(swap.Factor)} times",
                Limit = $"{Fivefold} times",
                Source = $"hazard log HZ-01, derived; ratio: {plan.Formulary.Cite(swap.Ratio.Provenance)}",
            }
        );
    }

    /// <summary>
    /// The new dose in terms of the old drug, by the ratio on file that makes least of it; <see langword="null"/> where there is no ratio, or no old dose.
    /// </summary>
    private static Swap? Equivalent(Plan plan, string from, Drug to)
    {
        var route = TherapyFile.Routes.Word(plan.Therapy.Route);
        var old = plan.Comparison?.Drugs.FirstOrDefault(drug => drug.Drug.Id == from)?.Old;
        var now = plan.Comparison?.Drugs.FirstOrDefault(drug => drug.Drug.Id == to.Id)?.New;
        var ratio = plan
            .Formulary.Rows("conversions")
            .Where(row =>
                row.Text("fromDrug") == from && row.Text("toDrug") == to.Id && row.Text("fromRoute") == route && row.Text("toRoute") == route
            )
            .Select(row => row.Figure("ratio"))
            .Where(figure => figure?.Number > 0m)
            .MinBy(figure => figure!.Number);
        return ratio is not null && old is { } before && now is { } after && before > DoseRate.Zero
            ? new Swap(before, after, ratio, after / before * ratio.Number!.Value)
            : null;
    }

    /// <summary>One opioid for another.</summary>
    /// <param name="Old">Of the old drug, a day.</param>
    /// <param name="New">Of the new drug, a day.</param>
    /// <param name="Ratio">So many of the old drug are one of the new.</param>
    /// <param name="Factor">How many times as much it is.</param>
    private sealed record Swap(DoseRate Old, DoseRate New, Figure Ratio, decimal Factor);
}
