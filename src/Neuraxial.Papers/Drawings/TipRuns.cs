namespace Neuraxial.Papers;

/// <summary>Hours at the tip that read the same, drawn together.</summary>
/// <param name="From">The first hour's start, in hours after the fill.</param>
/// <param name="To">The last hour's end.</param>
/// <param name="Cells">What is printed: for each drug with the bridge and without it, or the one number where there is no bridge.</param>
internal sealed record TipRun(int From, int To, IReadOnlyList<string> Cells);

/// <summary>The hours around a change of infusate as a short table.</summary>
internal static class TipRuns
{
    public static IReadOnlyList<TipRun> Of(Plan plan)
    {
        var runs = new List<TipRun>();
        foreach (var hour in plan.Tip)
        {
            List<string> cells = [.. hour.Drugs.SelectMany(drug => Cells(drug, plan.Bridge))];
            if (runs.Count > 0 && runs[^1].Cells.SequenceEqual(cells, StringComparer.Ordinal))
            {
                runs[^1] = runs[^1] with { To = hour.Hour + 1 };
            }
            else
            {
                runs.Add(new TipRun(hour.Hour, hour.Hour + 1, cells));
            }
        }

        return runs;
    }

    private static IEnumerable<string> Cells(TipDrug drug, Bridge? bridge) =>
        bridge is null ? [Shown(drug.Unbridged, drug.Drug)] : [Shown(drug.Bridged, drug.Drug), Shown(drug.Unbridged, drug.Drug)];

    private static string Shown(Mass? mass, Drug drug) => mass is { } known ? Display.Of(known, drug.ShownInMicrograms) : Phrases.NotKnown;
}
