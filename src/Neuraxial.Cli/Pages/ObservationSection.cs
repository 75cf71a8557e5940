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
        sheet.Pairs([.. lines.Select(line => new Pair(Capital(string.Join(", ", line)), line.Key)).Select(Pair.InWords)]);
        sheet.Pairs([.. Act(plan).Select(Pair.InWords), .. plan.Observation.Notes.Select(note => new Pair("Note", note))]);
    }

    /// <summary>Neighbours with the same interval are one phrase: on paper the interval counts, in the JSON each reason has its own stretch.</summary>
    private static string Timeline(IEnumerable<Observation> rows, Plan plan)
    {
        var joined = new List<Observation>();
        foreach (var row in rows)
        {
            if (joined.Count > 0 && joined[^1] is { Every: not null, Condition: null } last && last.Every == row.Every && last.Until == row.From)
            {
                joined[^1] = last with
                {
                    Until = row.Until,
                    Provenance = [.. last.Provenance.Concat(row.Provenance).DistinctBy(one => one.ToString(), StringComparer.Ordinal)],
                };
            }
            else
            {
                joined.Add(row);
            }
        }

        return string.Join("; ", joined.Select(row => Phrase(row, plan)));
    }

    private static string Phrase(Observation row, Plan plan)
    {
        var every =
            row.Every is not { } known ? row.Text ?? "no interval on file"
            : known == Duration.Zero ? "continually"
            : known == Duration.FromHours(1) ? "every hour"
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
        foreach (var group in triggers.GroupBy(trigger => new ActionKey(trigger.Action, trigger.Provenance.ToString())))
        {
            var signs = group
                .GroupBy(trigger => trigger.Sign, StringComparer.Ordinal)
                .Select(sign => $"{sign.Key}: {string.Join(", ", sign.Select(trigger => trigger.Trigger))}");
            yield return ("Act on", $"{string.Join("; ", signs)} \u2192 {group.Key.Action ?? "the source names no action"} {group.Key.Provenance}");
        }
    }

    /// <summary>What makes two signs one line.</summary>
    private sealed record ActionKey(string? Action, string Provenance);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
