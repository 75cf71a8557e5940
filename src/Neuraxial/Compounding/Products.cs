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
        var held = row.Rows("drugs");
        if (held is [var only] && only.Figure("amount") is { } amount && amount.Quantity<Mass>() is { } mass && mass > Mass.Zero)
        {
            return formulary.Drug(only.Text("drug")!) is { } powder ? Powders(row, route, powder, amount, mass, formulary) : [];
        }

        var drugs = new List<StockDrug>();
        var figures = new List<Figure>();
        foreach (var part in held)
        {
            if (
                formulary.Drug(part.Text("drug")!) is not { } drug
                || part.Figure("strength") is not { } strength
                || strength.Quantity<Concentration>() is not { } concentration
                || concentration == Concentration.Zero
            )
            {
                return [];
            }

            drugs.Add(new StockDrug(drug, concentration));
            figures.Add(strength);
        }

        var sizes = row.Figures("sizes");
        return [Of(row, route, drugs) with { Sizes = Volumes(sizes), Figures = [.. figures, .. sizes] }];
    }

    /// <summary>Those of the figures that are volumes.</summary>
    private static Volume[] Volumes(IReadOnlyList<Figure> figures)
    {
        var volumes = new Volume[figures.Count];
        var count = 0;
        foreach (var figure in figures)
        {
            if (figure.Quantity<Volume>() is { } volume)
            {
                volumes[count++] = volume;
            }
        }

        var known = new Volume[count];
        Array.Copy(volumes, known, count);
        return known;
    }

    /// <summary>Whether the formulary says that a product suits the route: the word of its row.</summary>
    public static string Suitability(DataRow row, Route route) => row.Row("spinal")?.Text(TherapyFile.Routes.Word(route)) ?? "unknown";

    /// <summary>Whether a product may be chosen where none is named: free of preservatives for certain, and for the route by licence, make or risk assessment.</summary>
    public static bool MayBeChosen(DataRow row, Route route) => row.Text("preservativeFree") is "yes" or "yes-by-excipient-list" && Suits(row, route);

    /// <summary>Whether only its freedom from preservatives keeps a product from being chosen, since the formulary leaves it to be checked.</summary>
    public static bool IsToBeChecked(DataRow row, Route route) => row.Text("preservativeFree") is "check" && Suits(row, route);

    private static bool Suits(DataRow row, Route route) => Suitability(row, route) is "suitable" or "risk-assessment";

    /// <summary>
    /// What the powder of one container is made up to: the usual volume, or more if it dissolves in no less; and as little as it dissolves in and can be
    /// measured, for a mixture that the usual volume would be too weak for.
    /// </summary>
    private static Volume[] PowderVolumes(Drug drug, Mass mass, Formulary formulary)
    {
        var usual = formulary.Setting(PowderVolumeSetting).Quantity<Volume>()!.Value;
        if (formulary.Row("preparationRules", drug.Id + "-solubility")?.Figure("figure")?.Quantity<Concentration>() is not { } solubility)
        {
            return [usual];
        }

        var least = mass / solubility;
        var measured = formulary.CompoundingTerms.SmallestDrawn;
        var small = least > measured ? least : measured;
        var plain = least > usual ? least : usual;
        return small < plain ? [plain, small] : [plain];
    }

    private static Stock[] Powders(DataRow row, Route route, Drug drug, Figure amount, Mass mass, Formulary formulary)
    {
        var volumes = PowderVolumes(drug, mass, formulary);
        var stocks = new Stock[volumes.Length];
        for (var i = 0; i < stocks.Length; i++)
        {
            stocks[i] = Powder(row, route, drug, amount, mass, volumes[i], i);
        }

        return stocks;
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
        };
    }
}
