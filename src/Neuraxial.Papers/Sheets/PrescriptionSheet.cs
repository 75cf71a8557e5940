namespace Neuraxial.Papers;

/// <summary>What is prescribed and what it comes to: every number that is not in the therapy file has its arithmetic below it.</summary>
internal static class PrescriptionSheet
{
    public static Section Write(Document document) =>
        new(
            "prescription",
            "Prescription",
            "for prescriber, pharmacist and nurse",
            Html.Of(
                $"""
                {RouteLabel.Small(document.Therapy.Route)}
                <h3>Mixture and program, as in the therapy file</h3>
                <table class="given"><caption>Mixture</caption>
                <thead><tr><th scope="col">Drug</th><th scope="col">Strength</th><th scope="col">In words</th></tr></thead>
                <tbody>{document.Therapy.Infusate.Drugs.Select(Strength)}</tbody></table>
                <table class="given pairs"><tbody>{Given(document).Select(row =>
                    Html.Of($"<tr><th scope=\"row\">{row.What}</th><td>{row.Value}</td></tr>\n")
                )}</tbody></table>
                <h3>What the patient gets</h3>
                {Doses(document)}
                {ProgramDrawing.Of(document)}
                <div class="signatures">{Boxes.Signature("Prescriber")}{Boxes.Signature("Pharmacist")}</div>
                <h3>Calculations</h3>
                <p>Each line can be checked with a pocket calculator from the numbers printed in it. The sign = means that they give the result to its last digit; ≈ means that the result, or a number before it, is rounded to five significant digits. Nothing is rounded behind the scenes before that.</p>
                {Workings.Table("The flow", ProgramWorkings.Flow(document))}
                {Workings.Table("The doses", ProgramWorkings.Doses(document))}
                {Workings.Table("The most in any 24 hours", DemandWorkings.Most(document))}
                {Workings.Table("What the pump can really give, in whole steps", AchievableWorkings.Lines(document))}

                """
            )
        );

    private static Html Strength(InfusateDrug part) =>
        Html.Of(
            $"""<tr><th scope="row">{Phrases.Name(part.Drug)}</th><td><b class="amount given">{Display.Of(part)}</b></td><td>{NumberWords.Of(Display.Of(part))}</td></tr>{"\n"}"""
        );

    private static IEnumerable<(string What, Html Value)> Given(Document document)
    {
        var therapy = document.Therapy;
        yield return ("Diluent", Html.Text(Phrases.Diluent(document)));
        yield return (
            "Fill",
            Html.Of(
                $"""<b class="amount given">{Display.Of(therapy.Fill.Volume)}</b> ({NumberWords.Of(Display.Of(therapy.Fill.Volume))}) at {document.Clock(therapy.Fill.Instant)}, pump’s clock"""
            )
        );
        yield return ("Pump", Html.Text(therapy.Pump.Model.Name));
        yield return ("Mode", Html.Text(therapy.Program.Mode));
        foreach (var line in ProgramWorkings.Given(document))
        {
            yield return line;
        }
    }

    private static Html Doses(Document document)
    {
        var plan = document.Plan;
        var rows = new List<Html>();
        for (var i = 0; i < plan.Program.Basal.Count; i++)
        {
            var dose = plan.Program.Basal[i];
            var perDay = Display.Of(dose);
            var most = plan.Therapy.Program.Demand is null
                ? Html.None
                : Html.Of(
                    $"""<td><b class="amount worked">{Display.Of(plan.Program.Maximum[i]).Replace(" per day", "", StringComparison.Ordinal)}</b></td>"""
                );
            var real = plan.Program.Achievable is { } achievable
                ? Html.Of($"""<td><span class="amount worked">{Display.Of(achievable.Doses[i])}</span></td>""")
                : Html.Of($"<td>{Phrases.NotKnown}</td>");
            rows.Add(
                Html.Of(
                    $"""
                    <tr><th scope="row">{Phrases.Name(
                        dose.Drug
                    )}</th><td><b class="amount worked">{perDay}</b><br><span class="words">{NumberWords.Of(
                        perDay
                    )}</span></td><td><span class="amount worked">{Display.PerHour(
                        dose.Dose,
                        dose.Drug.ShownInMicrograms
                    )}</span></td>{most}{real}</tr>

                    """
                )
            );
        }

        var head = plan.Therapy.Program.Demand is null ? Html.None : Html.Of($"""<th scope="col">Most in any 24&nbsp;hours</th>""");
        return Html.Of(
            $"""
            <table class="doses"><caption>Dose of each drug{(
                plan.Therapy.Program.Demand is null ? "" : ", demand boluses not counted unless said"
            )}</caption>
            <thead><tr><th scope="col">Drug</th><th scope="col">Dose per day</th><th scope="col">Dose per hour, on average</th>{head}<th scope="col">The pump really gives</th></tr></thead>
            <tbody>
            {rows}</tbody></table>

            """
        );
    }
}
