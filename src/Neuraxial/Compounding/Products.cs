namespace Neuraxial;

/// <summary>Reads the products of the formulary as stocks.</summary>
internal static class Products
{
    /// <summary>The setting that says what the powder of one container is made up to.</summary>
    public const string PowderVolumeSetting = "powder-volume";

    /// <summary>The stocks that a product gives: one of a solution; of a powder one for each volume that it can well be made up to; none if its strength is not one figure.</summary>
    /// <param name="row">A row of <c>preparations</c>.</param>
    /// <param name="route">For how it stands to the route.</param>
    /// <param name="formulary">For drugs, solubilities and settings.</param>
    public static IReadOnlyList<Stock> Stocks(DataRow row, Route route, Formulary formulary)
    {
        var held = row.Rows("drugs")
            .Select(part => (Drug: formulary.Drug(part.Text("drug")!), Strength: part.Figure("strength"), Amount: part.Figure("amount")))
            .ToList();
        if (held.Any(part => part.Drug is null))
        {
            return [];
        }

        if (held is [{ Amount: { } amount } powder] && amount.Quantity<Mass>() is { } mass && mass > Mass.Zero)
        {
            return [.. PowderVolumes(powder.Drug!, mass, formulary).Select((volume, i) => Powder(row, route, powder.Drug!, amount, mass, volume, i))];
        }

        var drugs = held.Select(part =>
                part.Strength?.Quantity<Concentration>() is { } strength && strength > Concentration.Zero ? new StockDrug(part.Drug!, strength) : null
            )
            .ToList();
        var sizes = row.Figures("sizes");
        return drugs.Any(part => part is null)
            ? []
            :
            [
                Of(row, route, [.. drugs.Select(part => part!)]) with
                {
                    Sizes = [.. sizes.Select(size => size.Quantity<Volume>()).OfType<Volume>()],
                    Figures = [.. held.Select(part => part.Strength!), .. sizes],
                },
            ];
    }

    /// <summary>Whether the formulary says that a product suits the route: the word of its row.</summary>
    public static string Suitability(DataRow row, Route route) => row.Row("spinal")?.Text(TherapyFile.Routes.Word(route)) ?? "unknown";

    /// <summary>Whether a product may be chosen where none is named: free of preservatives for certain, and for the route by licence, make or risk assessment.</summary>
    public static bool MayBeChosen(DataRow row, Route route) =>
        row.Text("preservativeFree") is "yes" or "yes-by-excipient-list" && Suitability(row, route) is "suitable" or "risk-assessment";

    /// <summary>
    /// What the powder of one container is made up to: the usual volume, or more if it dissolves in no less; and as little as it dissolves in and can be
    /// measured, for a mixture that the usual volume would be too weak for.
    /// </summary>
    private static IEnumerable<Volume> PowderVolumes(Drug drug, Mass mass, Formulary formulary)
    {
        var usual = formulary.Setting(PowderVolumeSetting).Quantity<Volume>()!.Value;
        if (formulary.Row("preparationRules", drug.Id + "-solubility")?.Figure("figure")?.Quantity<Concentration>() is not { } solubility)
        {
            return [usual];
        }

        var least = mass / solubility;
        var measured = CompoundingTerms.Of(formulary).SmallestDrawn;
        var small = least > measured ? least : measured;
        var plain = least > usual ? least : usual;
        return small < plain ? [plain, small] : [plain];
    }

    private static Stock Powder(DataRow row, Route route, Drug drug, Figure amount, Mass mass, Volume volume, int preference) =>
        Of(row, route, [new StockDrug(drug, mass / volume)]) with
        {
            Sizes = [volume],
            Powder = mass,
            Preference = preference,
            Figures = [amount],
        };

    private static Stock Of(DataRow row, Route route, IReadOnlyList<StockDrug> drugs)
    {
        var suits = Suitability(row, route) is "suitable";
        return new Stock
        {
            Preparation = row.Id,
            Name = row.Text("name")!,
            Form = row.Text("form"),
            Drugs = drugs,
            Class =
                !suits ? ProductClass.OffLabel
                : row.Truth("licensed") is false ? ProductClass.Special
                : ProductClass.Licensed,
            Region = row.Text("region"),
            Filter = row.Text("filter"),
            IsUnchecked = row.Text("preservativeFree") is "check",
        };
    }
}
