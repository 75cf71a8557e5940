namespace Neuraxial.Papers;

/// <summary>Everything that was found, most dangerous first, with room for the reason and the signatures that a finding asks for.</summary>
internal static class FindingsSheet
{
    public static Section Write(Document document)
    {
        var findings = document.Plan.Findings;
        return new Section(
            "findings",
            "Findings",
            "for the prescriber and the pharmacist",
            Html.Of(
                $"""
                <p>{Wording.Capital(Wording.Count(findings.Count, "finding"))}, the most dangerous first. {Meanings}</p>
                {(findings.Count == 0 ? Html.Of($"<p>Nothing was found. That is no promise that nothing is wrong.</p>\n") : Html.None)}
                {findings.Select((finding, i) => Article(document, finding, i + 1))}
                """
            )
        );
    }

    private static Html Meanings =>
        Html.Join(SeverityBadge.Order.Select(severity => Html.Of($"{SeverityBadge.Of(severity)} {SeverityBadge.Meaning(severity)}.")), " ");

    private static Html Article(Document document, Finding finding, int number)
    {
        document.Sources.Take(finding.Source);
        var rows = new List<(string What, Html Value)>();
        if (finding.Value is { } value)
        {
            rows.Add(("Found", Html.Text(Wording.InWords(value))));
        }

        if (finding.Limit is { } limit)
        {
            rows.Add(("Limit", Html.Text(Wording.InWords(limit))));
        }

        if (finding.Source is { } source)
        {
            rows.Add(("Source and mark", Html.Text(Wording.InWords(source))));
        }

        if (finding.Rule is { } rule)
        {
            rows.Add(("Rule", Html.Text(rule)));
        }

        var details =
            rows.Count == 0 ? Html.None : Html.Of($"<dl>{rows.Select(row => Html.Of($"<div><dt>{row.What}</dt><dd>{row.Value}</dd></div>"))}</dl>\n");
        return Html.Of(
            $"""
            <article class="finding {SeverityBadge.Class(finding.Severity)}">
            <h3>{SeverityBadge.Of(finding.Severity)} <span class="number">{number}</span> {Wording.Capital(finding.Kind.Summary)}</h3>
            <p class="message">{Wording.Capital(finding.Message)}</p>
            {details}<p class="places">In the file at <code>{finding.Path}</code> · code <code>{finding.Kind.Code}</code>{Against(finding)}</p>
            {Passing(finding)}</article>

            """
        );
    }

    private static Html Against(Finding finding) =>
        finding.Kind.Hazards.Length == 0 ? Html.None : Html.Of($" · against {Wording.List(finding.Kind.Hazards)} of the hazard log");

    private static Html Passing(Finding finding) =>
        finding.Severity != Severity.Confirm
            ? Html.None
            : Html.Of(
                $"""
                <div class="passing">{Boxes.Line("Reason for going on", "wide")}{Boxes.Line("Name and signature")}{Boxes.Line(
                    "Date and time",
                    "short"
                )}{(finding.NeedsSecondPerson ? Boxes.Line("Second person’s name and signature") : Html.None)}{(
                    finding.NeedsSecondPerson ? Boxes.Line("Date and time", "short") : Html.None
                )}</div>

                """
            );
}
