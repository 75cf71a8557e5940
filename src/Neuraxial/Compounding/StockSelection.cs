namespace Neuraxial;

/// <summary>Finds what each drug of a mixture can be made from: what the file names, or else what the formulary holds for the route and jurisdiction.</summary>
internal static class StockSelection
{
    /// <summary>
    /// Whose products are taken where no jurisdiction is stated. The order of choice is the NHS's and its product lists are UK lists, so that only these two
    /// together make sense; the finding that names the choice says so.
    /// </summary>
    public const string UnstatedJurisdiction = "uk";

    /// <summary>The drugs of a mixture with their stocks.</summary>
    public static IReadOnlyList<WantedDrug> Of(Infusate infusate, Route route, string? jurisdiction, Formulary formulary) =>
        [.. infusate.Drugs.Select(part => Of(part, route, jurisdiction, formulary))];

    /// <summary>One drug with its stocks.</summary>
    public static WantedDrug Of(InfusateDrug part, Route route, string? jurisdiction, Formulary formulary)
    {
        if (part.Stock is { } strength && strength > Concentration.Zero)
        {
            return WantedDrug.From(part.Drug, part.Concentration, strength);
        }

        return part.Preparation is { } id && formulary.Row("preparations", id) is { } row
            ? Named(part, row, route, formulary)
            : Chosen(part, route, jurisdiction ?? UnstatedJurisdiction, formulary);
    }

    private static WantedDrug Named(InfusateDrug part, DataRow row, Route route, Formulary formulary)
    {
        var stocks = Products.Stocks(row, route, formulary);
        var refusal = Refusal(row, route);
        var obstacle =
            refusal is not null ? new Obstacle(MakingConstraint.ProductUnsuitable, part.Drug, refusal) { IsNamed = true, Provenance = row.Provenance }
            : stocks.Count == 0
                ? new Obstacle(
                    MakingConstraint.StrengthUnknown,
                    part.Drug,
                    $"The formulary gives no single strength of {row.Text("name")} ({row.Id}). State it as 'stock' instead of the preparation."
                )
                {
                    IsNamed = true,
                    Provenance = row.Provenance,
                }
            : null;
        return new WantedDrug(part.Drug, part.Concentration, stocks) { IsNamed = true, Obstacle = obstacle };
    }

    /// <summary>Why a named product is not to be used by a route; <see langword="null"/> if the formulary lets it. Not known to be suitable is not suitable (HZ-17).</summary>
    private static string? Refusal(DataRow row, Route route)
    {
        var name = $"{row.Text("name")} ({row.Id})";
        var by = route == Route.Epidural ? "the epidural route" : "the intrathecal route";
        var note = row.Text("note") is { } text ? $": {text}" : "";
        if (row.Text("preservativeFree") is "no")
        {
            return $"{name} contains {(row.Texts("excipients") is { Count: > 0 } excipients ? string.Join(", ", excipients) : "a preservative")} and must not be given by the spinal route.";
        }

        return Products.Suitability(row, route) switch
        {
            "unsuitable" => $"{name} is not for {by}{note}.",
            "not-for-pumps" => $"{name} is for injection only, not for a pump{note}.",
            "unknown" => $"Whether {name} suits {by} is not on file{note}. A product of which that is not known is not used.",
            _ => null,
        };
    }

    private static WantedDrug Chosen(InfusateDrug part, Route route, string region, Formulary formulary)
    {
        var stocks = formulary
            .Rows("preparations")
            .Where(row =>
                row.Text("region") == region && row.Rows("drugs").Any(held => held.Text("drug") == part.Drug.Id) && Products.MayBeChosen(row, route)
            )
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .SelectMany(row => Products.Stocks(row, route, formulary))
            .ToList();
        var searched = $"for the {(route == Route.Epidural ? "epidural" : "intrathecal")} route in the product list of '{region}'";
        return new WantedDrug(part.Drug, part.Concentration, stocks) { Searched = searched };
    }
}
