namespace Neuraxial;

/// <summary>Plans how the mixture of a therapy is made.</summary>
internal static class CompoundingPlanning
{
    /// <summary>The worksheet of a therapy, or what stands in the way; and what was measured of the finished mixture.</summary>
    /// <param name="therapy">The therapy.</param>
    /// <param name="mixing">What the fill becomes in the container; <see langword="null"/> if it does not change or is not known.</param>
    /// <param name="formulary">Products, diluents and settings.</param>
    /// <param name="findings">Where to.</param>
    public static Compounding Plan(Therapy therapy, ReservoirMixing? mixing, Formulary formulary, List<Finding> findings)
    {
        var total = therapy.Fill.Volume + (therapy.Fill.Overfill ?? Volume.Zero) + (therapy.Fill.DeadSpace ?? Volume.Zero);
        var terms = CompoundingTerms.Of(formulary);
        var drugs = StockSelection.Of(therapy.Infusate, therapy.Route, therapy.Jurisdiction, formulary);
        var making =
            total > Volume.Zero
                ? Compounder.Make(drugs, total, therapy.Infusate.Diluent, terms)
                : new Making(null, new CannotBeMade([NothingToMake()]));
        if (making.Worksheet is { } worksheet)
        {
            WorksheetFindings.Add(therapy, worksheet, formulary, findings);
        }
        else
        {
            AddObstacles(therapy, making.Cannot!, total, formulary, findings);
        }

        var (compensated, why) = Compensate(therapy, mixing, drugs, total, terms);
        return new Compounding
        {
            Total = total,
            Worksheet = making.Worksheet,
            Cannot = making.Cannot,
            Compensated = compensated,
            NotCompensated = why,
            Assay = Assay.Of(therapy.Infusate, formulary, findings),
        };
    }

    private static Obstacle NothingToMake() =>
        new(MakingConstraint.Volume, null, "The fill is nothing: there is no mixture to make.") { IsNamed = true };

    private static void AddObstacles(Therapy therapy, CannotBeMade cannot, Volume total, Formulary formulary, List<Finding> findings)
    {
        foreach (var obstacle in cannot.Obstacles)
        {
            var kind =
                obstacle.Constraint == MakingConstraint.ProductUnsuitable
                    ? FindingKinds.CompoundingProductUnsuitable
                    : FindingKinds.CompoundingImpossible;
            var path = obstacle.Drug is { } drug
                ? $"$.infusate.drugs[{Index(therapy, drug)}]{(obstacle.Constraint == MakingConstraint.ProductUnsuitable ? ".preparation" : "")}"
                : "$.infusate.drugs";
            var message = obstacle.IsNamed
                ? obstacle.Message
                : obstacle.Message
                    + " That is said of the products on file: the pharmacy may have another, or a special; state it as 'preparation' or 'stock'.";
            findings.Add(
                (obstacle.IsNamed ? kind.Block(path, message) : kind.Unknown(path, message)) with
                {
                    Value = obstacle.Needed?.ToString() ?? First(obstacle.Strongest),
                    Limit = obstacle.Needed is null ? First(obstacle.LeastStrengths) : total.ToString(),
                    Source = obstacle.Provenance is { } provenance ? formulary.Cite(provenance) : null,
                }
            );
        }
    }

    private static (CompensatedMixture? Mixture, string? WhyNot) Compensate(
        Therapy therapy,
        ReservoirMixing? mixing,
        IReadOnlyList<WantedDrug> drugs,
        Volume total,
        CompoundingTerms terms
    )
    {
        if (mixing is null || therapy.Fill.Volume == Volume.Zero)
        {
            return (null, null);
        }

        var fill = new List<StockDrug>();
        foreach (var mixed in mixing.Drugs)
        {
            if (CompensatedMixture.Fill(mixed.Wanted, mixed.Mixed, mixing.Residual, therapy.Fill.Volume) is not { } concentration)
            {
                var stays = mixed.Wanted == Concentration.Zero ? mixed.Mixed : mixed.Mixed - mixed.Wanted;
                return (
                    null,
                    $"What stays of the old infusate brings {Display.Of(stays, mixed.Drug.ShownInMicrograms)} of {mixed.Drug.Id} too much, whatever is filled in."
                );
            }

            if (therapy.Infusate.Of(mixed.Drug.Id) is not null)
            {
                fill.Add(new StockDrug(mixed.Drug, concentration));
            }
        }

        var ordered = drugs.Select(wanted => wanted with { Concentration = fill.First(drug => drug.Drug.Id == wanted.Drug.Id).Strength }).ToList();
        var making = Compounder.Make(ordered, total, therapy.Infusate.Diluent, terms);
        return (
            new CompensatedMixture(
                mixing.Residual,
                [.. ordered.Select(wanted => new StockDrug(wanted.Drug, wanted.Concentration))],
                making.Worksheet
            ),
            null
        );
    }

    private static string? First(IReadOnlyList<StockDrug> strengths) => strengths.Count == 0 ? null : strengths[0].Strength.ToString();

    private static int Index(Therapy therapy, Drug drug) => therapy.Infusate.Drugs.ToList().FindIndex(part => part.Drug.Id == drug.Id);
}
