namespace Neuraxial;

/// <summary>Reads one wanted drug of a recipe, with what it can be made from.</summary>
internal static class WantedReading
{
    private const int MostStocks = 8;
    private const int MostAtHand = 10_000;
    private static readonly string[] Counting = ["size", "atHand"];

    public static WantedDose? Read(JsonMembers part, Route route, Formulary formulary)
    {
        var drug = part.RequiredText("drug", "an international name") is { } id ? InfusateReading.FindDrug(part, "drug", id, formulary) : null;
        var dose = RecipeFile.MoreThanNothing(part, "dose", part.RequiredQuantity<DoseRate>("dose"));
        var tolerance = part.OptionalText("tolerance", "a per cent value such as 2 %") is { } text ? ReadTolerance(part, text) : null;
        var concentration = InfusateReading.ReadStrength(part, "concentration", drug);
        var measure = RecipeFile.ReadMeasure(part);
        var own = ReadStock(part, drug, route, formulary);
        var array = part.Optional("from");
        var from = part.Objects("from", array, stock => ReadOneOf(stock, drug, route, formulary)).SelectMany(stocks => stocks).ToList();
        if (array is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() is var count && count is 0 or > MostStocks)
        {
            part.Fault("from", $"{count} stocks; expected 1 to {MostStocks}");
        }

        if (part.Has("from") && (part.Has("stock") || part.Has("preparation")))
        {
            part.Fault("from", "several stocks beside one; expected either from, or stock or preparation");
        }

        return drug is null || dose is null
            ? null
            : new WantedDose(drug, dose.Value)
            {
                TolerancePercent = tolerance,
                Concentration = concentration,
                Measure = measure,
                Stocks = own.Count > 0 ? own : from,
            };
    }

    private static List<RecipeStock> ReadOneOf(JsonMembers stock, Drug? drug, Route route, Formulary formulary)
    {
        if (!stock.Has("stock") && !stock.Has("preparation"))
        {
            stock.Problems.Add(stock.Path, "neither stock nor preparation; expected one of the two");
        }

        return ReadStock(stock, drug, route, formulary);
    }

    private static List<RecipeStock> ReadStock(JsonMembers members, Drug? drug, Route route, Formulary formulary)
    {
        var preparation = InfusateReading.ReadPreparation(members, drug, formulary);
        var strength = InfusateReading.ReadStrength(members, "stock", drug);
        var size = RecipeFile.MoreThanNothing(members, "size", members.OptionalQuantity<Volume>("size"));
        var atHand = members.Has("atHand") ? members.RequiredCount("atHand", MostAtHand) : Absent(members);
        if (members.Has("stock") && members.Has("preparation"))
        {
            members.Fault("stock", "a strength beside a preparation; expected one of the two, since the preparation has its own");
            return [];
        }

        if (!members.Has("stock") && !members.Has("preparation"))
        {
            foreach (var name in Counting.Where(members.Has))
            {
                members.Fault(name, "without a stock; expected stock or preparation beside it");
            }

            return [];
        }

        if (strength == Concentration.Zero)
        {
            members.Fault("stock", "a stock of nothing; expected more than 0 mg/mL");
            return [];
        }

        var stocks =
            drug is not null && strength is { } own ? [Stock.Stated(drug, own)]
            : drug is not null && preparation is not null ? OfPreparation(members, drug, preparation, route, formulary)
            : [];
        return [.. stocks.Select(stock => Sized(members, stock, size, atHand)).OfType<RecipeStock>()];
    }

    private static IReadOnlyList<Stock> OfPreparation(JsonMembers members, Drug drug, string id, Route route, Formulary formulary)
    {
        var row = formulary.Row("preparations", id)!;
        var held = row.Rows("drugs");
        if (held.Count > 1)
        {
            members.Fault(
                "preparation",
                $"{id} holds {string.Join(" and ", held.Select(part => part.Text("drug")))}; expected a preparation of {drug.Id} alone"
            );
            return [];
        }

        var stocks = Products.Stocks(row, route, formulary);
        if (stocks.Count == 0)
        {
            members.Fault("preparation", $"{id} has no single strength in the formulary; expected its strength in stock instead");
        }

        return stocks;
    }

    private static RecipeStock? Sized(JsonMembers members, Stock stock, Volume? size, int? atHand)
    {
        if (size is { } one && stock.Sizes.Count > 0 && !stock.Sizes.Contains(one))
        {
            members.Fault("size", $"{stock.Name} comes in {string.Join(", ", stock.Sizes)}; expected one of these");
            return null;
        }

        var sizes = size is { } known ? [known] : stock.Sizes;
        if (atHand is not null && sizes.Count != 1)
        {
            members.Fault("atHand", $"a count of containers of {(sizes.Count == 0 ? "unknown size" : "several sizes")}; expected size beside it");
            return null;
        }

        return new RecipeStock(stock with { Sizes = sizes }) { AtHand = atHand };
    }

    /// <summary>Takes the member's name, so that it counts as expected.</summary>
    private static int? Absent(JsonMembers members)
    {
        members.Optional("atHand");
        return null;
    }

    private static decimal? ReadTolerance(JsonMembers part, string text)
    {
        var percent = part.Taken(QuantityText.ParsePercent(text), "tolerance");
        if (percent is > 50m)
        {
            part.Fault("tolerance", $"{text} lets a dose be half as much again; expected at most 50 %");
            return null;
        }

        return percent;
    }
}
