namespace Neuraxial;

/// <summary>Makes a mixture on paper: exact, deterministic, and the best way that there is by <see cref="Merit"/>.</summary>
internal static class Compounder
{
    /// <summary>Works out what to open and to draw up.</summary>
    /// <param name="drugs">At least one, each drug once.</param>
    /// <param name="total">What is made; more than zero.</param>
    /// <param name="diluent">The diluent's row in the formulary; <see langword="null"/> if nobody said.</param>
    /// <param name="terms">What can be measured.</param>
    /// <returns>The worksheet, or every obstacle.</returns>
    public static Making Make(IReadOnlyList<WantedDrug> drugs, Volume total, string? diluent, CompoundingTerms terms)
    {
        var (best, obstacles) = Mixing.Best(drugs, total, Premix.Named(drugs), terms);
        foreach (var premix in Premix.Matching(drugs, total))
        {
            var (other, _) = Mixing.Best(drugs, total, [premix], terms);
            best = other is not null && (best is null || other.Merit.Against(best.Merit) < 0) ? other : best;
        }

        return best is null ? Making.Failed(obstacles) : new Making(Worksheet(best, total, diluent), null);
    }

    private static Worksheet Worksheet(Mixing mixing, Volume total, string? diluent)
    {
        var parts = mixing.Parts;
        var drawn = parts.Together(part => part.Volume);
        var forStocks = parts.Together(part =>
            part.Steps.Together(step => step.Diluent) + (part.Stock.Powder is null ? Volume.Zero : part.Opened ?? Volume.Zero)
        );
        return new Worksheet
        {
            Total = total,
            Parts = parts,
            Diluent = new WorksheetDiluent(diluent, total.Without(drawn), forStocks),
        };
    }
}
