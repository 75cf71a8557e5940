namespace Neuraxial;

/// <summary>Fluids that meet in a container (pumps D8).</summary>
public static class Reservoir
{
    /// <summary>The concentration when a fill meets what was left: (residual × old + fill × new) ÷ (residual + fill).</summary>
    /// <param name="residual">What was left.</param>
    /// <param name="old">Its concentration; may be zero.</param>
    /// <param name="fill">What is filled in.</param>
    /// <param name="now">Its concentration; may be zero.</param>
    /// <exception cref="DivideByZeroException">Both volumes are zero.</exception>
    public static Concentration Blend(Volume residual, Concentration old, Volume fill, Concentration now) =>
        ((residual * old) + (fill * now)) / (residual + fill);

    /// <summary>The concentration of what is left after each of several rinses with drug-free fluid, each drawn out again: C × (residual ÷ (residual + rinse))^k.</summary>
    /// <param name="residual">What cannot be withdrawn.</param>
    /// <param name="rinse">The volume of one rinse.</param>
    /// <param name="times">How many; not negative.</param>
    /// <param name="start">The concentration before the first.</param>
    /// <returns>One concentration a rinse, in order.</returns>
    /// <exception cref="DivideByZeroException">Both volumes are zero.</exception>
    public static IReadOnlyList<Concentration> Rinse(Volume residual, Volume rinse, int times, Concentration start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        var concentrations = new List<Concentration>(times);
        var left = start;
        for (var i = 0; i < times; i++)
        {
            left = Blend(residual, left, rinse, Concentration.Zero);
            concentrations.Add(left);
        }

        return concentrations;
    }
}

/// <summary>One drug in the container after a fill onto a residual of another mixture.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Wanted">As prescribed; zero for a drug that is left out.</param>
/// <param name="Mixed">As it will be.</param>
public sealed record MixedDrug(Drug Drug, Concentration Wanted, Concentration Mixed);

/// <summary>What the new infusate becomes when it meets what cannot be withdrawn of the old one.</summary>
/// <param name="Residual">The largest volume that cannot be withdrawn.</param>
/// <param name="Rinses">How often it was rinsed.</param>
/// <param name="Drugs">Every drug of either mixture.</param>
public sealed record ReservoirMixing(Volume Residual, int Rinses, IReadOnlyList<MixedDrug> Drugs)
{
    internal static ReservoirMixing? Of(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        if (therapy.Previous is not { } previous || previous.Infusate.SameDrugsAs(therapy.Infusate))
        {
            return null;
        }

        var figure = therapy.Pump.Model.Residual;
        if ((figure?.HighQuantity<Volume>() ?? figure?.Quantity<Volume>()) is not { } residual || residual == Volume.Zero)
        {
            return null;
        }

        Unverified.Add(findings, "$.pump.model", "volume that cannot be withdrawn", figure, formulary);
        var drugs = previous.Infusate.DrugsWith(therapy.Infusate);
        var mixed = drugs.Select(drug => Mixed(drug, residual, therapy, previous)).ToList();
        var lead = mixed.Find(drug => drug.Wanted > Concentration.Zero)!;
        findings.Add(
            FindingKinds.ReservoirMixed.Warn(
                "$.previous",
                $"Up to {Display.Of(residual)} of the old infusate cannot be withdrawn and mixes with the fill: {lead.Drug.Id} becomes {Display.Of(lead.Mixed, lead.Drug.ShownInMicrograms)} instead of {Display.Of(lead.Wanted, lead.Drug.ShownInMicrograms)}. A bridge does not clear the container."
            ) with
            {
                Value = lead.Mixed.ToString(),
                Limit = lead.Wanted.ToString(),
                Source = formulary.Cite(figure!.Provenance),
            }
        );
        return new ReservoirMixing(residual, previous.Rinse?.Count ?? 0, mixed);
    }

    private static MixedDrug Mixed(Drug drug, Volume residual, Therapy therapy, PreviousInfusion previous)
    {
        var wanted = therapy.Infusate.Of(drug.Id) ?? Concentration.Zero;
        var old = previous.Infusate.Of(drug.Id) ?? Concentration.Zero;
        var left = previous.Rinse is { } rinse ? Reservoir.Rinse(residual, rinse.Volume, rinse.Count, old)[^1] : old;
        return new MixedDrug(drug, wanted, Reservoir.Blend(residual, left, therapy.Fill.Volume, wanted));
    }
}
