namespace Neuraxial.Papers;

/// <summary>The card that the patient carries: to be cut out and folded, each panel as large as a bank card.</summary>
internal static class EmergencyCard
{
    public static Section Write(Document document)
    {
        var drugs = document.Therapy.Infusate.Drugs.Select(part => part.Drug).ToList();
        return new Section(
            "card",
            "Emergency card",
            "for the patient to carry, and for whoever treats an emergency",
            Html.Of(
                $"""
                <p>Cut along the broken lines and keep the panels together. What stands in square brackets says how far a statement can be trusted and where it comes from: see the sources.</p>
                <div class="cards">
                {Front(document)}
                {People(document)}
                {drugs.Select(drug => Signs(document, drug))}
                {drugs.Select(drug => Rescue(document, drug))}
                </div>

                """
            )
        );
    }

    private static Html Front(Document document)
    {
        var therapy = document.Therapy;
        var doses = therapy
            .Infusate.Drugs.Zip(document.Plan.Program.Basal)
            .Select(pair =>
                Html.Of(
                    $"""<tr><th scope="row">{Phrases.Name(pair.First.Drug)}</th><td>{Display.Of(pair.First)}</td><td><b>{Display.Of(pair.Second)}</b></td></tr>"""
                )
            );
        return Panel(
            "I have a spinal infusion",
            Html.Of(
                $"""
                {RouteLabel.Small(therapy.Route)}
                <table><thead><tr><th scope="col">Drug</th><th scope="col">Strength</th><th scope="col">Dose</th></tr></thead><tbody>{doses}</tbody></table>
                <p>{(
                    therapy.Pump.Model.IsImplanted ? "Implanted pump" : "Pump outside the body"
                )}: <b>{therapy.Pump.Model.Name}</b>. Last fill <b>{document.Clock(therapy.Fill.Instant)}</b>{(
                    document.Plan.RefillWithAll.RefillBy is { } by
                        ? Html.Of($", {(therapy.Pump.Model.IsImplanted ? "refill" : "change")} by <b>{document.Day(by)}</b>")
                        : Html.None
                )}. Therapy file {document.Hash.Fragment}.</p>

                """
            )
        );
    }

    private static Html People(Document document) =>
        Panel(
            "Whom to call",
            Html.Of(
                $"""
                {Boxes.Line("Name", "wide")}{Boxes.Line("Pump team, day", "wide")}{Boxes.Line("Pump team, night and weekend", "wide")}{Boxes.Line(
                    "Hospital",
                    "wide"
                )}{Boxes.Line("Family", "wide")}
                <p>{(
                    document.Therapy.Pump.Model.IsImplanted
                        ? "Do not stop or empty the pump, and put nothing into any of its ports, without the pump team, unless life is in danger."
                        : "Do not disconnect the line, and put nothing into it, without the pump team, unless life is in danger."
                )}</p>

                """
            )
        );

    private static Html Signs(Document document, Drug drug) =>
        Panel(
            $"{drug.Name}: too much, too little",
            Html.Of(
                $"""
                <div class="halves"><div><h4>Too much</h4>{Statements.List(
                    document,
                    Statements.ForCard(drug.Row, "overdose")
                )}</div><div><h4>Too little, or stopped</h4>{Statements.List(document, Statements.ForCard(drug.Row, "withdrawal"))}</div></div>

                """
            )
        );

    private static Html Rescue(Document document, Drug drug) =>
        Panel(
            $"{drug.Name}: for the doctor",
            Html.Of(
                $"""
                <p>What the sources say on treatment; the treating doctor decides.</p>
                {Statements.List(document, Statements.ForCard(drug.Row, "rescue"))}

                """
            )
        );

    private static Html Panel(string title, Html body) =>
        Html.Of(
            $"""
            <div class="card"><h3>{title}</h3>
            {body}</div>

            """
        );
}
