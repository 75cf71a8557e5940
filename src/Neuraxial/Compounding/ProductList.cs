namespace Neuraxial;

/// <summary>What a drug may be made from where no product is named, for one route and region.</summary>
/// <param name="Stocks">What may be chosen, in the order of identifiers.</param>
/// <param name="Unchecked">What is on file and may not, since its freedom from preservatives is to be checked first; in words.</param>
internal sealed record ProductList(IReadOnlyList<Stock> Stocks, IReadOnlyList<string> Unchecked)
{
    /// <summary>Looks through the products of a formulary. Ask <see cref="Formulary.ProductsOf"/>, which does it once.</summary>
    public static ProductList Of(Drug drug, Route route, string region, Formulary formulary)
    {
        var rows = formulary
            .Rows("preparations")
            .Where(row => row.Text("region") == region && row.Rows("drugs").Any(held => held.Text("drug") == drug.Id))
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .ToList();
        return new ProductList(
            [.. rows.Where(row => Products.MayBeChosen(row, route)).SelectMany(row => Products.Stocks(row, route, formulary))],
            [.. rows.Where(row => Products.IsToBeChecked(row, route)).Select(row => InWords(row, drug))]
        );
    }

    private static string InWords(DataRow row, Drug drug)
    {
        var held = row.Rows("drugs").First(part => part.Text("drug") == drug.Id);
        return $"{row.Text("name")} {(held.Figure("strength") ?? held.Figure("amount"))?.InWords()} ({row.Id})";
    }
}
