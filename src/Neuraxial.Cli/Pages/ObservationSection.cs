using NodaTime;

namespace Neuraxial.Cli;

/// <summary>The part of a plan about observation: what is watched alike stands in one line, then the signs at which to act.</summary>
internal static class ObservationSection
{
    public static void Write(Sheet sheet, Plan plan)
    {
        sheet.Heading("Observation: of every regime that applies, the shortest interval");
        var lines = plan
            .Observation.Rows.GroupBy(row => row.What, StringComparer.Ordinal)
            .GroupBy(group => Timeline(group, plan), group => ObservationPlanning.Words(group.Key), StringComparer.Ordinal);
        sheet.Pairs([.. lines.Select(line => new Pair(Capital(string.Join(", ", line)), line.Key))]);
        sheet.Pairs([.. Act(plan), .. plan.Observation.Notes.Select(note => new Pair("Note", note))]);
    }

    private static string Timeline(IEnumerable<Observation> rows, Plan plan) => string.Join("; ", rows.Select(row => Phrase(row, plan)));

    private static string Phrase(Observation row, Plan plan)
    {
        var every =
            row.Every is not { } known ? row.Text ?? "no interval on file"
            : known == Duration.Zero ? "continually"
            : $"every {Display.Of(known)}";
        var until =
            row.Condition is { } condition ? $", {condition}{(row.Lasts is { } lasts ? $" for {Display.Of(lasts)}" : "")}"
            : row.Until is { } end ? $" until {PlanPage.Clock(plan, end)}"
            : row.Every is null ? ""
            : row.Lasts is { } length ? $" for {Display.Of(length)}"
            : " for as long as it runs";
        return $"{every}{until} {string.Join(" ", row.Provenance.Select(provenance => provenance.ToString()))}";
    }

    private static IEnumerable<Pair> Act(Plan plan)
    {
        var triggers = plan.Observation.Rows.SelectMany(row => row.Triggers).DistinctBy(trigger => trigger.Id, StringComparer.Ordinal).ToList();
        foreach (var group in triggers.GroupBy(trigger => (trigger.Action, trigger.Provenance.ToString())))
        {
            yield return (
                "Act",
                $"{string.Join("; ", group.Select(trigger => $"{trigger.Sign}: {trigger.Trigger}"))} \u2192 {group.Key.Action ?? "the source names no action"} {group.Key.Item2}"
            );
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
