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
                <table><caption>All dates, by the pump’s clock as it stood at the fill</caption><thead><tr><th scope="col">Date</th>{scenarios.Select(
                    scenario => Html.Of($"<th scope=\"col\">{scenario.Name}</th>")
                )}</tr></thead><tbody>
                {Rows(document, refill).Select(row => Row(row.Name, scenarios.Select(scenario => row.Of(scenario.Dates))))}</tbody></table>
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

    private static Html Row(string name, IEnumerable<string> cells) =>
        Html.Of($"<tr><th scope=\"row\">{name}</th>{cells.Select(cell => Html.Of($"<td>{cell}</td>"))}</tr>\n");

    private static IEnumerable<(string Name, Func<RefillDates?, string> Of)> Rows(Document document, string refill)
    {
        string When(Instant? moment) => moment is { } known ? document.Clock(known) : Phrases.NotKnown;
        yield return ($"{refill} by", dates => When(dates?.RefillBy));
        yield return ("Because of", dates => dates is null ? Phrases.NotKnown : Reason(dates));
        yield return ("Runs low", dates => When(dates?.LowAt));
        yield return ("Empty", dates => When(dates?.EmptyAt));
        yield return ("Stable until", dates => When(dates?.StableUntil));
        yield return ("The service’s limit", dates => dates is null || dates.ServiceUntil is not null ? When(dates?.ServiceUntil) : "none");
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
