namespace Neuraxial;

/// <summary>The pharmacy worksheet of an answer: its own volumes where every stock is stated, else an example from products on file.</summary>
internal static class RecipeWorksheet
{
    public static Worksheet? Of(RecipeCandidate candidate, RecipeTerms terms)
    {
        var recipe = terms.Recipe;
        var batch = recipe.Batch(candidate.Fill);
        var wanted = candidate.Drugs.Where(drug => drug.Wanted is not null && drug.InFill > Concentration.Zero).ToList();
        return wanted.TrueForAll(drug => drug.Draw is not null) ? Stated(wanted, batch, terms) : Example(wanted, batch, terms);
    }

    private static Worksheet Stated(List<CandidateDrug> drugs, Volume batch, RecipeTerms terms)
    {
        var parts = drugs.ConvertAll(drug => Part(drug.Drug, drug.Draw!, terms.Compounding));
        var forStocks = Volume.Zero;
        var drawn = Volume.Zero;
        foreach (var part in parts)
        {
            drawn += part.Volume;
            forStocks += part.Stock.Powder is null ? Volume.Zero : part.Opened ?? Volume.Zero;
            foreach (var step in part.Steps)
            {
                forStocks += step.Diluent;
            }
        }

        return new Worksheet
        {
            Total = batch,
            Parts = parts,
            Diluent = new WorksheetDiluent(terms.Recipe.Diluent, batch - drawn, forStocks),
        };
    }

    private static WorksheetPart Part(Drug drug, RecipeDraw draw, CompoundingTerms terms)
    {
        var from = draw.FromStock(terms);
        return new WorksheetPart
        {
            Stock = draw.Stock.Stock,
            Masses = [new DrugMass(drug, draw.Mass)],
            Volume = draw.Volume,
            Drawn = from,
            Steps = draw.Way(terms)?.Steps ?? [],
            Open = draw.Stock.Stock.Sizes.Count == 0 ? null : ContainerChoice.For(from, draw.Stock.Stock.Sizes),
            IsNamed = true,
        };
    }

    private static Worksheet? Example(List<CandidateDrug> drugs, Volume batch, RecipeTerms terms)
    {
        var recipe = terms.Recipe;
        var fill = new Infusate(
            [
                .. drugs.Select(drug => new InfusateDrug(drug.Drug, drug.InFill)
                {
                    Preparation = drug.Draw?.Stock.Preparation,
                    Stock = drug.Draw is { Stock: { Preparation: null } own } ? own.Strength : null,
                }),
            ],
            recipe.Diluent
        );
        var stocks = StockSelection.Of(fill, recipe.Route, recipe.Jurisdiction, terms.Formulary);
        return Compounder.Make(stocks, batch, recipe.Diluent, terms.Compounding).Worksheet;
    }
}
