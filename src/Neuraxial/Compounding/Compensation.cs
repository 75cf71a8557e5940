namespace Neuraxial;

/// <summary>
/// The mixture that would have to be made so that, blended with what cannot be withdrawn of the old one, the container holds the prescribed concentrations.
/// An alternative and not the prescription: it fits only if just that volume stays behind.
/// </summary>
/// <param name="Residual">What is taken to stay behind: the largest volume that cannot be withdrawn.</param>
/// <param name="Drugs">What to make; a concentration may be zero, where the old infusate brings enough.</param>
/// <param name="Worksheet">How; <see langword="null"/> if it cannot be made from the stocks.</param>
public sealed record CompensatedMixture(Volume Residual, IReadOnlyList<StockDrug> Drugs, Worksheet? Worksheet)
{
    /// <summary>
    /// The concentration to fill in: wanted + (wanted − mixed) × (residual + fill) ÷ fill, which is wanted + (wanted − left) × residual ÷ fill.
    /// </summary>
    /// <param name="wanted">In the container.</param>
    /// <param name="mixed">What the container would hold if <paramref name="wanted"/> were filled in.</param>
    /// <param name="residual">What stays behind.</param>
    /// <param name="fill">What is filled in; more than zero.</param>
    /// <returns><see langword="null"/> if what stays behind is too strong already.</returns>
    internal static Concentration? Fill(Concentration wanted, Concentration mixed, Volume residual, Volume fill)
    {
        var off = (wanted > mixed ? wanted - mixed : mixed - wanted) * ((residual + fill) / fill);
        return wanted >= mixed ? wanted + off
            : off <= wanted ? wanted - off
            : null;
    }
}
