namespace Neuraxial.Papers;

/// <summary>The label of the container, to be cut out or copied: route first, in words (HZ-23).</summary>
internal static class MixtureLabel
{
    public static Html Of(Document document)
    {
        var therapy = document.Therapy;
        var fill = therapy.Fill.Volume;
        var drugs = therapy
            .Infusate.Drugs.Zip(therapy.Infusate.Masses(fill))
            .Select(pair =>
                Html.Of(
                    $"""<tr><th scope="row">{Phrases.Name(pair.First.Drug)}</th><td><b>{Display.Of(pair.First)}</b></td><td>{Display.Of(pair.Second)} in {Display.Of(fill)}</td></tr>{"\n"}"""
                )
            );
        var good = document.Plan.Refill.StableUntil is { } until
            ? Html.Of($"<p>In the pump, filled on {document.Day(therapy.Fill.Instant)}: no longer than to {document.Clock(until)}.</p>\n")
            : Html.Of($"<p>How long it is good in the pump is not known: the pharmacist sets a date.</p>\n");
        return Html.Of(
            $"""
            <div class="label-sheet" role="group" aria-label="Label of the container">
            {RouteLabel.Small(therapy.Route)}
            <table><thead><tr><th scope="col">Drug</th><th scope="col">Strength</th><th scope="col">Total</th></tr></thead><tbody>
            {drugs}</tbody></table>
            <p>in {Phrases.Diluent(document)}, to <b>{Display.Of(
                fill
            )}</b>. For {therapy.Pump.Model.Name} only. Therapy file {document.Hash.Fragment}.</p>
            {good}<div class="fields">{Boxes.Line("Patient’s name", "wide")}{Boxes.Line("NHS number")}{Boxes.Line(
                "Date of birth",
                "short"
            )}{Boxes.Line("Made on, at", "short")}{Boxes.Line("Expires on, at", "short")}{Boxes.Line("Batch", "short")}{Boxes.Line(
                "Store at",
                "short"
            )}{Boxes.Line("Made by")}{Boxes.Line("Checked by")}</div>
            </div>

            """
        );
    }
}
