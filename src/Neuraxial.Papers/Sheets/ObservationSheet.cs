using NodaTime;

namespace Neuraxial.Papers;

/// <summary>What to observe, when, and at what to act: the regime in words, a chart to fill in, the signs and the scales.</summary>
internal static class ObservationSheet
{
    /// <summary>By the source's kind of observation, the scale that it is written down by.</summary>
    private static readonly (string What, string Scale)[] Scales =
    [
        ("sedation", "sedation"),
        ("motor-block", "bromage"),
        ("sensory-level", "dermatomes"),
    ];

    public static Section Write(Document document)
    {
        var schedule = document.Plan.Observation;
        return new Section(
            "observation",
            "Observations",
            "for the ward, to fill in",
            Html.Of(
                $"""
                <p>Of every published regime that applies here, the shortest interval at each time. A ward that watches more often keeps to its own rule.</p>
                {Regime(document, schedule)}
                {(schedule.Notes.Count == 0 ? Html.None : Html.Of($"<ul>{schedule.Notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul>\n"))}
                {Signs(document, schedule)}
                {ScaleTables(document, schedule)}
                {ObservationChart.Write(document)}

                """
            )
        );
    }

    private static Html Regime(Document document, ObservationSchedule schedule) =>
        Html.Of(
            $"""
            <table><caption>What to observe</caption><thead><tr><th scope="col">What</th><th scope="col">How often</th><th scope="col">From</th><th scope="col">Until</th><th scope="col">Because of</th><th scope="col">Mark and source</th></tr></thead><tbody>
            {schedule.Rows.GroupBy(row => Alike(document, row), StringComparer.Ordinal).Select(rows => Row(document, [.. rows]))}</tbody></table>

            """
        );

    /// <summary>What two observations have in common if they stand in one line.</summary>
    private static string Alike(Document document, Observation row) =>
        $"{Often(row)}|{row.From}|{Until(document, row)}|{row.Why}|{string.Join(' ', row.Provenance)}";

    private static Html Row(Document document, IReadOnlyList<Observation> rows)
    {
        var row = rows[0];
        var what = Wording.List([.. rows.Select(each => ObservationPlanning.Words(each.What)).Distinct(StringComparer.Ordinal)]);
        return Html.Of(
            $"""<tr><th scope="row">{Wording.Capital(what)}</th><td>{Often(row)}</td><td>{(row.From is { } from ? document.Clock(from) : "each time")}</td><td>{Until(document, row)}</td><td>{row.Why}</td><td>{Html.Join(row.Provenance.Select(document.Sources.Mark), " ")}</td></tr>{"\n"}"""
        );
    }

    /// <summary>An interval in words.</summary>
    public static string Often(Observation row) =>
        row.Every is not { } every ? Wording.Capital(Wording.InWords(row.Text ?? "no interval on file"))
        : every == Duration.Zero ? "Continually"
        : $"Every {Display.Of(every)}";

    private static string Until(Document document, Observation row) =>
        row.Condition is { } condition ? condition + (row.Lasts is { } lasts ? $", for {Display.Of(lasts)}" : "")
        : row.Until is { } until ? document.Clock(until)
        : row.Lasts is { } length ? $"for {Display.Of(length)}"
        : "as long as it runs";

    private static Html Signs(Document document, ObservationSchedule schedule)
    {
        var triggers = schedule.Rows.SelectMany(row => row.Triggers).DistinctBy(trigger => trigger.Id, StringComparer.Ordinal).ToList();
        return triggers.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <table><caption>Signs at which to act</caption><thead><tr><th scope="col">Sign</th><th scope="col">At</th><th scope="col">What the source says to do</th><th scope="col">Mark and source</th></tr></thead><tbody>
                {triggers.GroupBy(trigger => (trigger.Sign, trigger.Action, Mark: trigger.Provenance.ToString())).Select(group =>
                    Sign(document, [.. group])
                )}</tbody></table>

                """
            );
    }

    private static Html Sign(Document document, IReadOnlyList<ObservationTrigger> triggers) =>
        Html.Of(
            $"""<tr><th scope="row">{Wording.Capital(triggers[0].Sign)}</th><td><b>{string.Join("; ", triggers.Select(trigger => Wording.InWords(trigger.Trigger)))}</b></td><td>{Wording.InWords(triggers[0].Action ?? "the source names no action: call the prescriber")}</td><td>{document.Sources.Mark(triggers[0].Provenance)}</td></tr>{"\n"}"""
        );

    private static Html ScaleTables(Document document, ObservationSchedule schedule)
    {
        var wanted = Scales.Where(scale => schedule.Rows.Any(row => row.What == scale.What)).Select(scale => scale.Scale).ToList();
        var rows = wanted.Select(id => document.Plan.Formulary.Row("scales", id)).OfType<DataRow>().ToList();
        return rows.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <h3>Scales</h3>
                <div class="scales">{rows.Select(row => Scale(document, row))}</div>

                """
            );
    }

    private static Html Scale(Document document, DataRow row)
    {
        var mark = row.Provenance is { } provenance ? document.Sources.Mark(provenance) : Html.None;
        return Html.Of(
            $"""
            <table><caption>{row.Text("name")} {mark}</caption><thead><tr><th scope="col">Grade</th><th scope="col">Meaning</th></tr></thead><tbody>
            {row.Rows("grades").Select(grade =>
                Html.Of($"<tr><th scope=\"row\">{grade.Text("grade")}</th><td>{grade.Text("meaning")}</td></tr>\n")
            )}</tbody></table>

            """
        );
    }
}
