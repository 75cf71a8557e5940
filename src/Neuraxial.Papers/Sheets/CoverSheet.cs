namespace Neuraxial.Papers;

/// <summary>The first page: whose it is, by which route, what was found in short, and where what stands.</summary>
internal static class CoverSheet
{
    public static Html Write(Document document, IReadOnlyList<Section> sections) =>
        Html.Of(
            $"""
            <header class="cover">
            <p class="kind">Plan of a spinal drug infusion</p>
            <h1>{document.Therapy.Name}</h1>
            {RouteLabel.Large(document.Therapy.Route)}
            {Verdict(document.Plan)}
            {Boxes.Patient}
            <div class="columns">
            <table class="facts"><caption>From the therapy file</caption><tbody>
            {Facts(document).Select(fact => Html.Of($"<tr><th scope=\"row\">{fact.What}</th><td>{fact.Value}</td></tr>\n"))}
            </tbody></table>
            <div class="seal">
            {QrDrawing.Of(document.Hash)}
            <p>The square code holds the words “neuraxial therapy sha256” and these 64 digits, nothing else: the SHA-256 of the therapy file.</p>
            <p class="hash">{Grouped(document.Hash.Hexadecimal)}</p>
            <p>Formulary <span class="version">{document.Plan.Formulary.Version}</span>, SHA-256</p>
            <p class="hash">{Grouped(document.Plan.Formulary.Sha256)}</p>
            </div>
            </div>
            <p class="support">Neuraxial is decision support: it works the numbers out and says where they come from. The prescriber must check them, and decides.</p>
            </header>
            <nav class="contents" id="contents" aria-labelledby="contents-title" tabindex="-1">
            <h2 id="contents-title">Contents</h2>
            <ol>
            {sections.Select(section =>
                Html.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a> <span class=\"for\">{section.For}</span></li>\n")
            )}
            </ol>
            </nav>

            """
        );

    private static Html Verdict(Plan plan)
    {
        int Count(Severity severity) => plan.Findings.Count(finding => finding.Severity == severity);
        var words = plan.IsBlocked
            ? Html.Of($"""<p class="blocked"><strong>Blocked. This plan must not run</strong> until what blocks it is put right.</p>""")
            : Html.None;
        return Html.Of(
            $"""
            <div class="verdict">
            {words}<ul class="counts" aria-label="Findings in short">
            {SeverityBadge.Order.Select(severity => Html.Of($"<li>{SeverityBadge.Of(severity)} <b>{Count(severity)}</b></li>\n"))}
            </ul>
            </div>

            """
        );
    }

    private static IEnumerable<(string What, Html Value)> Facts(Document document)
    {
        var therapy = document.Therapy;
        var patient = therapy.Patient;
        yield return ("For", Html.Text(Phrases.Of(therapy.Indication)));
        yield return ("Limits", Html.Text(document.Plan.Profile is { } profile ? ProfileTitle(document, profile) : "no set of limits is known"));
        yield return ("Pump", Html.Text(therapy.Pump.Model.Name));
        yield return ("Catheter tip", Html.Text(therapy.Catheter?.Tip?.ToString() ?? Phrases.NotKnown));
        yield return (
            "Painful levels",
            Html.Text(therapy.PainLevels.Count == 0 ? Phrases.NotKnown : Wording.List([.. therapy.PainLevels.Select(level => level.ToString())]))
        );
        yield return ("Date of the fill", Html.Of($"{document.Clock(therapy.Fill.Instant)}, pump’s clock"));
        yield return (
            "Born",
            patient?.BirthDate is { } born
                ? Html.Of($"{Display.Of(born.AtMidnight())[..11]}: compare with the wristband")
                : Html.Text(Phrases.NotKnown)
        );
        yield return ("Sex", Html.Text(patient?.Sex ?? Phrases.NotKnown));
        yield return ("Weight", Html.Text(patient?.Weight is { } weight ? Display.OfBody(weight) : Phrases.NotKnown));
        yield return ("Height", Html.Text(patient?.Height is { } height ? Display.Of(height) : Phrases.NotKnown));
        yield return (
            "Conditions",
            Html.Text(
                patient?.Conditions is not { } conditions ? "not in the file: ask"
                : conditions.Count == 0 ? "none"
                : Wording.List([.. conditions.Select(Wording.Spoken)])
            )
        );
        yield return (
            "Allergies",
            Html.Text(
                patient?.Allergies is not { } allergies ? "not in the file: ask"
                : allergies.Count == 0 ? "none"
                : Wording.List([.. allergies.Select(Wording.Spoken)])
            )
        );
        yield return (
            "Anticoagulant",
            Html.Text(
                patient?.Anticoagulated switch
                {
                    true => "yes",
                    false => "no",
                    null => Phrases.NotKnown,
                }
            )
        );
        yield return ("Other opioids", Opioids(therapy));
        yield return (
            "Other medicines",
            Html.Text(
                therapy.Medicines is not { } medicines ? Phrases.NotKnown
                : medicines.Count == 0 ? "none"
                : Wording.List([.. medicines.Select(medicine => Wording.Spoken(medicine.Drug))])
            )
        );
    }

    private static Html Opioids(Therapy therapy) =>
        therapy.CurrentOpioids is not { } opioids ? Html.Text(Phrases.NotKnown)
        : opioids.Count == 0 ? Html.Text("none")
        : Html.Join(
            opioids.Select(opioid => Html.Text($"{Wording.Spoken(opioid.Drug)} {Display.Of(opioid.Dose)}, {Wording.Spoken(opioid.Route)}")),
            "<br>"
        );

    private static string ProfileTitle(Document document, string profile) =>
        document.Plan.Formulary.Row("profiles", profile)?.Text("title") is { } title ? $"{title} ({profile})" : profile;

    private static Html Grouped(string hexadecimal) =>
        Html.Join(Enumerable.Range(0, hexadecimal.Length / 8).Select(i => Html.Of($"<span>{hexadecimal.Substring(8 * i, 8)}</span>")), " ");
}
