using NodaTime;

namespace Neuraxial.Papers;

/// <summary>By when to refill and why, with the arithmetic of every date.</summary>
internal static class DatesSheet
{
    public static Section Write(Document document)
    {
        var implanted = document.Therapy.Pump.Model.IsImplanted;
        var refill = implanted ? "Refill" : "Bag change";
        var scenarios = DateWorkings.Scenarios(document);
        var soonest = document.Plan.RefillWithAll;
        return new Section(
            "dates",
            $"{refill} and dates",
            "for nurse and patient",
            Html.Of(
                $"""
                {Key(document, soonest, refill)}
                <table><caption>All dates, by the pump’s clock as it stood at the fill</caption><thead><tr><th scope="col">Demand boluses</th><th scope="col">{refill} by</th><th scope="col">Because of</th><th scope="col">Runs low</th><th scope="col">Empty</th><th scope="col">Stable until</th><th scope="col">Service’s limit</th></tr></thead><tbody>
                {scenarios.Select(scenario => Row(document, scenario))}</tbody></table>
                <p>The earliest of all known dates counts. There is no safety lead in it: plan the visit before it. “Not known” is no “never”: ask the pharmacist for a date.</p>
                {scenarios.Select(scenario => Workings.Table($"Worked out: {scenario.Name}", DateWorkings.Lines(document, scenario)))}

                """
            )
        );
    }

    private static Html Key(Document document, RefillDates dates, string refill) =>
        dates.RefillBy is { } by
            ? Html.Of(
                $"""<div class="key"><p class="key-words">{refill} by <b class="amount">{document.Clock(by)}</b></p><p>Because of: {Reason(dates)}{(document.Therapy.Program.Demand is null ? "" : ", if every demand bolus is taken that the pump grants")}.</p></div>{"\n"}"""
            )
            : Html.Of($"""<div class="key"><p class="key-words">{refill}: no date is known</p></div>{"\n"}""");

    private static Html Row(Document document, DateScenario scenario)
    {
        var dates = scenario.Dates;
        string When(Instant? moment) => moment is { } known ? document.Clock(known) : Phrases.NotKnown;
        return Html.Of(
            $"""<tr><th scope="row">{scenario.Name}</th><td><b class="amount">{When(dates?.RefillBy)}</b></td><td>{(dates is null ? Phrases.NotKnown : Reason(dates))}</td><td>{When(dates?.LowAt)}</td><td>{When(dates?.EmptyAt)}</td><td>{When(dates?.StableUntil)}</td><td>{(dates?.ServiceUntil is { } service ? document.Clock(service) : "none")}</td></tr>{"\n"}"""
        );
    }

    private static string Reason(RefillDates dates) =>
        dates.Reason switch
        {
            RefillReason.Stability => "stability of the mixture",
            RefillReason.ServiceLimit => "the service’s limit",
            RefillReason.Volume => dates.LowAt is null ? "empty container" : "low container",
            _ => Phrases.NotKnown,
        };
}
