using NodaTime;

namespace Neuraxial.Papers;

/// <summary>The chart to fill in: times down the side, what is due at each across.</summary>
internal static class ObservationChart
{
    private const int MostRows = 48;
    private const int BlankRows = 12;
    private static readonly Duration Longest = Duration.FromDays(3);

    /// <summary>What holds until the patient is stable, and not by the clock, gets times for so long.</summary>
    private static readonly Duration Unstable = Duration.FromHours(12);

    public static Html Write(Document document)
    {
        var rows = document.Plan.Observation.Rows;
        List<string> columns = [.. rows.Select(row => row.What).Distinct(StringComparer.Ordinal)];
        if (columns.Count == 0)
        {
            return Html.Of($"<p>No regime of observation is on file for this infusion: the prescriber sets one.</p>\n");
        }

        var due = Due(rows);
        var (shown, more) = (due.Take(MostRows).ToList(), due.Count > MostRows);
        var body = shown.Select(moment => Row(document, moment.Key, moment.Value, columns));
        var blank = Enumerable.Repeat(Blank(columns.Count), due.Count == 0 ? BlankRows : 4);
        return Html.Of(
            $"""
            <h3>Chart</h3>
            <p>{Words(document, due.Count, more)} A crossed field is not due. Pain and comfort as the ward does.</p>
            {Boxes.Patient}
            <table class="grid"><caption>Observations, to fill in</caption><thead><tr><th scope="col">Due</th>{columns.Select(what =>
                Html.Of($"<th scope=\"col\">{Wording.Capital(ObservationPlanning.Words(what))}</th>")
            )}<th scope="col">Initials</th></tr></thead><tbody>
            {body}{blank}</tbody></table>

            """
        );
    }

    private static string Words(Document document, int count, bool more) =>
        count == 0 ? "No source gives an interval for these: the ward writes the times in."
        : document.Plan.Observation.Rows.Any(row => row is { Condition: not null, Every: not null, From: not null })
            ? $"What holds by a condition has the times of its first {Display.Of(Unstable)} here; the ward goes on by the table above."
        : more ? "The first times; the ward goes on by the table above."
        : $"Times by the pump’s clock as it stood at the fill ({document.Clock(document.Therapy.Fill.Instant)}); after the last of them by the table above.";

    /// <summary>Each moment at which something is due, in order, for the first three days from the first of them.</summary>
    private static SortedDictionary<Instant, HashSet<string>> Due(IReadOnlyList<Observation> rows)
    {
        var due = new SortedDictionary<Instant, HashSet<string>>();
        var timed = rows.Where(row =>
                row is { Every: not null, From: not null }
                && row.Every > Duration.Zero
                && row.Condition?.StartsWith("until", StringComparison.Ordinal) is not false
            )
            .ToList();
        if (timed.Count == 0)
        {
            return due;
        }

        var end = timed.Min(row => row.From!.Value) + Longest;
        foreach (var row in timed)
        {
            var last = row.Condition is null ? row.Until : row.From + Unstable;
            for (var at = row.From!.Value; at <= end && (last is not { } until || at <= until); at += row.Every!.Value)
            {
                due.TryAdd(at, new HashSet<string>(StringComparer.Ordinal));
                due[at].Add(row.What);
            }
        }

        return due;
    }

    private static Html Row(Document document, Instant at, HashSet<string> what, List<string> columns) =>
        Html.Of(
            $"<tr><th scope=\"row\">{document.Clock(at)}</th>{columns.Select(column => what.Contains(column) ? Html.Of($"<td></td>") : Html.Of($"<td class=\"not-due\"><span>not due</span></td>"))}<td></td></tr>\n"
        );

    private static Html Blank(int columns) =>
        Html.Of($"<tr><th scope=\"row\"><span class=\"blank\">time:</span></th>{Enumerable.Repeat(Html.Of($"<td></td>"), columns + 1)}</tr>\n");
}
