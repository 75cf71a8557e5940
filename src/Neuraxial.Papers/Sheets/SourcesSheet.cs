namespace Neuraxial.Papers;

/// <summary>Where every figure comes from, how far it can be trusted, what it was before, and what the words mean.</summary>
internal static class SourcesSheet
{
    private static readonly (string Word, string Meaning)[] Marks =
    [
        ("seen", "read in a text that was retrieved; the keys say which"),
        ("recalled", "general knowledge, not checked against a text: confirm it before relying on it"),
        ("derived", "worked out or proposed from other figures"),
        ("assumed", "chosen for want of any figure"),
    ];

    private static readonly (string Word, string Meaning)[] Words =
    [
        ("Infusate", "the mixture in the container"),
        ("Container", "the reservoir of an implanted pump; the bag, cassette or syringe of an external one"),
        ("Program", "what the pump is told"),
        ("Flow", "volume per time; a dose is mass, or mass per time"),
        ("Demand bolus", "a bolus that the patient asks for"),
        ("Lockout", "the time in which a further demand bolus is refused"),
        ("Fluid path", "tubing inside the pump, or the line of an external one, and the catheter: from the container to the tip"),
        ("Bridge", "the program that runs while the old infusate is still in the fluid path"),
        ("Residual", "what is left in the container"),
        ("Refill-by date", "the earliest of running low, the end of stability and the service’s own limit"),
        ("Pump’s clock", "as it stood at the fill; it does not move with summer time"),
    ];

    /// <summary>The formulary's lists from which the leaflet is made.</summary>
    private static readonly string[] Lists = ["watch", "overdose", "withdrawal"];

    public static Section Write(Document document)
    {
        var figures = document.Sources.Figures.Select(used => Figure(document, used)).ToList();
        var history = History(document);
        var leaflet = Leaflet(document);
        var named = document.Sources.Named.Select(key => Source(document, key)).ToList();
        return new Section(
            "sources",
            "Sources and words",
            "for whoever wants to check",
            Html.Of(
                $"""
                <h3>Marks</h3>
                <dl class="words">{Marks.Select(mark => Html.Of($"<div><dt>[{mark.Word}]</dt><dd>{mark.Meaning}</dd></div>"))}</dl>
                <h3>Figures that the numbers rest on</h3>
                {(
                    figures.Count == 0
                        ? Html.Of($"<p>None beside the therapy file.</p>\n")
                        : Html.Of(
                            $"<table><caption>From formulary and catalogue</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Figure</th><th scope=\"col\">Mark and source</th><th scope=\"col\">Note</th></tr></thead><tbody>{figures}</tbody></table>\n"
                        )
                )}
                {history}
                {leaflet}
                <h3>Sources</h3>
                <dl class="sources">{named}</dl>
                <h3>Formulary</h3>
                <table><caption>Layers, the built-in one first</caption><thead><tr><th scope="col">Made by</th><th scope="col">Version</th><th scope="col">SHA-256</th></tr></thead><tbody>
                {document.Plan.Formulary.Layers.Select(layer =>
                    Html.Of($"<tr><th scope=\"row\">{layer.Name}</th><td class=\"version\">{layer.Version}</td><td class=\"hash\">{layer.Sha256}</td></tr>\n")
                )}</tbody></table>
                <h3>Words</h3>
                <dl class="words">{Words.Select(word => Html.Of($"<div><dt>{word.Word}</dt><dd>{word.Meaning}</dd></div>"))}</dl>

                """
            )
        );
    }

    /// <summary>What stands behind the leaflet's plain words.</summary>
    private static Html Leaflet(Document document)
    {
        var rows = document
            .Therapy.Infusate.Drugs.SelectMany(part => Lists.SelectMany(list => PlainWords.Of(part.Drug.Row, list)).Select(line => (part.Drug, line)))
            .Select(row =>
                Html.Of(
                    $"""<tr><th scope="row">{row.Drug.Name}</th><td>{row.line.Text}</td><td>{row.line.Statement}</td><td>{document.Sources.Mark(row.line.Provenance)}</td></tr>{"\n"}"""
                )
            )
            .ToList();
        return rows.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <h3>Behind the leaflet</h3>
                <table><caption>What the leaflet says, and the statement of the formulary that it is made from</caption><thead><tr><th scope="col">Drug</th><th scope="col">Leaflet</th><th scope="col">Formulary</th><th scope="col">Mark and source</th></tr></thead><tbody>
                {rows}</tbody></table>

                """
            );
    }

    private static Html Figure(Document document, UsedFigure used) =>
        Html.Of(
            $"""<tr><th scope="row">{Wording.Capital(used.What)}</th><td>{used.Figure.InWords()}</td><td>{document.Sources.Mark(used.Figure.Provenance)}</td><td>{Wording.InWords(used.Figure.Provenance.Note ?? "")}</td></tr>{"\n"}"""
        );

    /// <summary>A constant that was corrected once: a pump or a paper may still hold the older one.</summary>
    private static Html History(Document document)
    {
        var pump = document.Therapy.Pump.Model;
        var rows = pump.TubingHistory(Bound.Maximum);
        if (document.Plan.FluidPath is null || !pump.IsImplanted || rows.Count < 2)
        {
            return Html.None;
        }

        return Html.Of(
            $"""
            <table><caption>Tubing inside {pump.Name}: every value that was given</caption><thead><tr><th scope="col">Value</th><th scope="col">In force</th><th scope="col">Where</th><th scope="col">Why</th><th scope="col">Mark and source</th></tr></thead><tbody>
            {rows.Select(row => Constant(document, row))}</tbody></table>

            """
        );
    }

    private static Html Constant(Document document, DataRow row)
    {
        var force = (row.Text("since"), row.Text("until")) switch
        {
            ({ } since, _) => $"since {since}",
            (_, { } until) => $"until {until}, withdrawn",
            _ => Phrases.NotKnown,
        };
        return Html.Of(
            $"""<tr><th scope="row">{row.Content()?.InWords()}</th><td>{force}</td><td>{row.Text("software")}</td><td>{row.Text("why")}</td><td>{(row.Provenance is { } provenance ? document.Sources.Mark(provenance) : Html.None)}</td></tr>{"\n"}"""
        );
    }

    private static Html Source(Document document, string key)
    {
        var row = document.Plan.Formulary.Row("sources", key);
        var where = row?.Text("where") is { } place ? Html.Of($"""<br><span class="note">{place}</span>""") : Html.None;
        return Html.Of(
            $"""<div id="{Citations.Anchor(key)}"><dt>{key}</dt><dd>{row?.Text("title") ?? "not in the list of sources"}{where}</dd></div>{"\n"}"""
        );
    }
}
