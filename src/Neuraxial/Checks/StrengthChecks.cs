namespace Neuraxial;

/// <summary>
/// The concentration that the pump is told against the product in the container. Pumps that offered a concentration, and had it accepted with another in the
/// bag, have given ten times the dose (HZ-07).
/// </summary>
internal static class StrengthChecks
{
    public static void Check(Plan plan, List<Finding> findings)
    {
        var infusate = plan.Therapy.Infusate;
        if (!IsOneProductUndiluted(infusate))
        {
            return;
        }

        for (var i = 0; i < infusate.Drugs.Count; i++)
        {
            var part = infusate.Drugs[i];

            // A mixture stronger than what it is made from cannot be made, which the worksheet says.
            if (Strength(part, plan.Formulary) is not { } product || product.Strength <= part.Concentration)
            {
                continue;
            }

            var micrograms = part.Drug.ShownInMicrograms;
            findings.Add(
                FindingKinds.StrengthNotOfProduct.Block(
                    $"$.infusate.drugs[{i}].concentration",
                    $"The mixture is to hold {part.Drug.Id} {Display.Of(part.Concentration, micrograms)}; {product.Name} holds {Display.Of(product.Strength, micrograms)}, and nothing is named that dilutes it. As it is, the pump would give {Display.Times(product.Strength / part.Concentration)} the dose that it shows. Correct the concentration, or name the diluent."
                ) with
                {
                    Value = part.Concentration.ToString(),
                    Limit = product.Strength.ToString(),
                    Source = product.Source,
                }
            );
        }
    }

    /// <summary>Whether the container holds one product as it comes: no diluent is named, and no second product that would dilute the first.</summary>
    private static bool IsOneProductUndiluted(Infusate infusate) =>
        infusate.Diluent is null
        && (infusate.Drugs.Count == 1 || infusate.Drugs.All(part => part.Preparation is { } id && id == infusate.Primary.Preparation));

    private static Product? Strength(InfusateDrug part, Formulary formulary)
    {
        if (part.Stock is { } stock)
        {
            return new Product(stock, "the stock solution", null);
        }

        // A powder has no strength before it is dissolved.
        return
            part.Preparation is { } id
            && formulary.Row("preparations", id) is { } row
            && row.Rows("drugs").FirstOrDefault(held => held.Text("drug") == part.Drug.Id)?.Figure("strength") is { } figure
            && figure.Quantity<Concentration>() is { } strength
            ? new Product(strength, $"{row.Text("name")} ({id})", formulary.Cite(figure.Provenance))
            : null;
    }

    /// <summary>What is in the container.</summary>
    /// <param name="Strength">Its strength in one drug.</param>
    /// <param name="Name">In words.</param>
    /// <param name="Source">Where the strength is from; <see langword="null"/> if the file states it.</param>
    private sealed record Product(Concentration Strength, string Name, string? Source)
    {
        /// <summary>The file itself is the source of what it states.</summary>
        public string Source { get; } = Source ?? "stated in the file";
    }
}
