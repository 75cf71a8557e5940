namespace Neuraxial.Papers;

/// <summary>The next steps within labels and consensus, each worked out, with what they run into and what must be waited for. No dose to give.</summary>
internal static class TitrationSheet
{
    public static Section Write(Document document) =>
        new(
            "titration",
            "Next steps of the dose",
            "for the prescriber",
            Html.Of(
                $"""
                <p>What published steps would come to from here. Every way stands beside the others; none is proposed. One flow moves all drugs of a mixture together.</p>
                {document.Plan.Titration.Select(titration => Drug(document, titration))}
                """
            )
        );

    private static Html Drug(Document document, Titration titration)
    {
        var micrograms = titration.Drug.ShownInMicrograms;
        var since = titration.Since is { } at ? $", since {document.Clock(at)}" : "";
        return Html.Of(
            $"""
            <h3>{titration.Drug.Name}: now {Display.Of(titration.Now, micrograms)}{since}</h3>
            {Starts(document, titration)}
            {Waits(document, titration)}
            {(
                titration.Options.Count == 0
                    ? Html.Of($"<p>No published step is on file.</p>\n")
                    : Html.Join(titration.Options.Select(option => Option(document, titration, option)))
            )}
            {Ceilings(document, titration)}
            {Narrowest(titration)}
            <div class="halves"><div><h4>Watch</h4>{Figures(document, titration.Watch)}</div><div><h4>Stop, and do not go on, at</h4>{Stops(
                document,
                titration
            )}</div></div>
            <div class="halves"><div><h4>If it stops at once</h4>{Figures(
                document,
                titration.Withdrawal
            )}</div><div><h4>Stopping on purpose</h4>{Figures(document, titration.PlannedStop)}</div></div>

            """
        );
    }

    private static Html Starts(Document document, Titration titration) =>
        titration.Starts.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <table><caption>{titration.Drug.Name}: published start doses</caption><thead><tr><th scope="col">By</th><th scope="col">For</th><th scope="col">Start</th><th scope="col">Mark and source</th></tr></thead><tbody>
                {titration.Starts.Select(start =>
                    Html.Of(
                        $"<tr><th scope=\"row\">{Wording.Capital(start.By)}</th><td>{start.Patients ?? "all"}</td><td>{Wording.InWords(start.Text)}</td><td>{document.Sources.Mark(start.Provenance)}</td></tr>\n"
                    )
                )}</tbody></table>

                """
            );

    private static Html Waits(Document document, Titration titration) =>
        titration.Waits.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <p>To be waited for:</p>
                <ul>{titration.Waits.Select(wait =>
                    Html.Of(
                        $"<li>{Wording.InWords(wait.What)}: {(wait.Until is { } until ? document.Clock(until) : Phrases.NotKnown)} {(wait.Provenance is { } provenance ? document.Sources.Mark(provenance) : Html.None)}</li>"
                    )
                )}</ul>

                """
            );

    private static Html Option(Document document, Titration titration, TitrationOption option)
    {
        var details = string.Join(
            "; ",
            new[]
            {
                option.Patients is { } patients ? $"for {patients}" : null,
                option.Phase is { } phase ? Wording.Spoken(phase) : null,
                option.Interval is { } interval ? $"at least {Display.Of(interval)} between two steps" : "time between two steps not on file",
                option.Advised is { } advised ? $"{Display.Of(advised)} advised" : null,
                option.Note is { } note ? Wording.InWords(note) : null,
            }.OfType<string>()
        );
        var head = Html.Of(
            $"<p><b>{Wording.Capital(option.By)}:</b> {Wording.InWords(option.Change)} ({details}) {document.Sources.Mark(option.Provenance)}</p>\n"
        );
        return option.Steps.Count == 0
            ? head
            : Html.Of(
                $"""
                {head}<table class="steps"><caption>{titration.Drug.Name}, {option.By}: {Wording.InWords(
                    option.Change
                )}</caption><thead><tr><th scope="col">Step</th><th scope="col">Not before</th><th scope="col">{(
                    option.IsReduction ? "Largest" : "Smallest"
                )} steps</th><th scope="col">{(option.IsReduction ? "Smallest" : "Largest")} steps</th></tr></thead><tbody>
                {option.Steps.Select((step, i) => Step(document, titration, step, i == 0 ? null : option.Steps[i - 1]))}</tbody></table>

                """
            );
    }

    private static Html Step(Document document, Titration titration, TitrationStep step, TitrationStep? before)
    {
        var meets =
            step.Meets.Count == 0
                ? Html.None
                : Html.Of(
                    $"<br><span class=\"note\">meets {Wording.List([.. step.Meets.Select(limit => $"the {(limit.IsHard ? "hard" : "soft")} limit of {Display.Of(limit.Dose, titration.Drug.ShownInMicrograms)}").Distinct(StringComparer.Ordinal)])}</span>"
                );
        return Html.Of(
            $"""<tr><th scope="row">{Display.Number(step.Number)}</th><td>{(step.NotBefore is { } at ? document.Clock(at) : Phrases.NotKnown)}</td><td>{End(document, titration, step.Low, before?.Low ?? titration.Now, step.LowRate)}</td><td>{End(document, titration, step.High, before?.High ?? titration.Now, step.HighRate)}{meets}</td></tr>{"\n"}"""
        );
    }

    /// <summary>One end of a step: the dose from the dose before, and the flow from the dose.</summary>
    private static Html End(Document document, Titration titration, DoseRate dose, DoseRate before, FlowRate? rate)
    {
        var drug = titration.Drug;
        var shown = Display.Of(dose, drug.ShownInMicrograms);
        var lines = new List<Working>();
        if (before > DoseRate.Zero)
        {
            lines.Add(Terms.Mass(drug.Name, Display.Of(before, drug.ShownInMicrograms), from => from * Term.Of(dose / before), shown));
        }

        if (rate is { } flow && document.Therapy.Infusate.Of(drug.Id) is { } concentration)
        {
            var strength = Display.Of(concentration, drug.ShownInMicrograms);
            lines.Add(
                new Working(
                    "flow",
                    Terms.Converted(Term.Of(shown) / Term.Of(strength), Terms.IsMicrogram(shown), Terms.IsMicrogram(strength)),
                    Display.Of(flow)
                )
            );
        }

        return Html.Join(lines.Select(Workings.Line), "<br>");
    }

    private static Html Ceilings(Document document, Titration titration)
    {
        var micrograms = titration.Drug.ShownInMicrograms;
        return titration.Ceilings.Count == 0
            ? Html.Of($"<p>No limit on the daily dose is on file.</p>\n")
            : Html.Of(
                $"""
                <table><caption>{titration.Drug.Name}: limits ahead, demand boluses counted</caption><thead><tr><th scope="col">Limit</th><th scope="col">Dose in 24&nbsp;hours</th><th scope="col">Reached at a flow of</th><th scope="col">Why</th><th scope="col">Mark and source</th></tr></thead><tbody>
                {titration.Ceilings.Select(ceiling =>
                    Html.Of(
                        $"<tr><th scope=\"row\">{(ceiling.IsHard ? "Hard" : "Soft")}</th><td>{Display.Of(ceiling.Dose, micrograms)}</td><td>{Reached(ceiling)}</td><td>{Wording.InWords(ceiling.Why)}</td><td>{document.Sources.Mark(ceiling.Provenance)}</td></tr>\n"
                    )
                )}</tbody></table>

                """
            );
    }

    private static string Reached(DoseCeiling ceiling) =>
        ceiling.Rate is not { } rate
            ? "demand boluses alone pass it"
            : Display.Of(rate)
                + ceiling.PumpGives switch
                {
                    false => ", more than the pump gives",
                    null => ", whether the pump gives it is not known",
                    true => "",
                };

    private static Html Narrowest(Titration titration) =>
        titration is { Narrowest: { } drug, NarrowestPercent: { } percent }
            ? Html.Of($"<p>In this mixture {drug.Name} sets the pace: its largest step is {Display.Number(percent)}\u00a0%.</p>\n")
            : Html.None;

    private static Html Figures(Document document, IReadOnlyList<Figure> figures) =>
        Statements.List(document, [.. figures.Select(figure => new Statement(Wording.InWords(figure.InWords()), figure.Provenance))]);

    private static Html Stops(Document document, Titration titration) =>
        titration.StopRules.Count == 0
            ? Html.Of($"<p>{Phrases.NotKnown}</p>\n")
            : Html.Of(
                $"<ul>{titration.StopRules.Select(rule => Html.Of($"<li>{Wording.Capital(rule.Sign)}: {Wording.InWords(rule.Trigger)} {document.Sources.Mark(rule.Provenance)}</li>"))}</ul>\n"
            );
}
