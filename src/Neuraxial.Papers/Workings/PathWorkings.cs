namespace Neuraxial.Papers;

/// <summary>Fluid path, priming, container and residual: the lines around a refill.</summary>
internal static class PathWorkings
{
    /// <summary>The fluid path, how long the program takes through it, and what a prime fills.</summary>
    public static IReadOnlyList<Working> Lines(Document document)
    {
        var lines = new List<Working>();
        if (document.Plan.FluidPath is not { } planned)
        {
            return lines;
        }

        Catheter(document, lines);
        var path = planned.Path;
        var pump = document.Therapy.Pump.Model;
        if (pump.IsImplanted && pump.Tubing(Bound.Maximum) is { } tubing)
        {
            document.Sources.Use($"tubing inside the pump, {pump.Name}", tubing);
        }

        lines.Add(
            new Working("Fluid path from container to tip", Terms.Of(path.TubingMaximum) + Terms.Of(path.Catheter), Display.Of(path.Volume))
            {
                Note = pump.IsImplanted ? "tubing inside the pump, from the catalogue, and catheter" : "line and filter, from the file, and catheter",
            }
        );
        if (planned.Delay is { } delay && document.Therapy.Program is ContinuousProgram)
        {
            lines.Add(
                Terms.Lasting("Time from container to tip, without a bridge", Terms.Of(path.Volume) / Terms.Of(document.Plan.Program.Mean), delay)
            );
        }

        if (document.Therapy.Previous is null && pump.IsImplanted && document.Plan.Priming is { } priming)
        {
            foreach (var (part, mass) in document.Therapy.Infusate.Drugs.Zip(priming.Doses))
            {
                lines.Add(
                    Terms.Mass(
                        $"{part.Drug.Name} in a prime of the whole path",
                        Display.Of(part),
                        strength => Terms.Of(priming.Volume) * strength,
                        Display.Of(mass)
                    )
                );
            }

            foreach (var (part, mass) in document.Therapy.Infusate.Drugs.Zip(priming.BackTableDoses))
            {
                lines.Add(
                    Terms.Mass(
                        $"{part.Drug.Name} in a prime of the catheter alone, the pump being primed before",
                        Display.Of(part),
                        strength => Terms.Of(priming.BackTableVolume) * strength,
                        Display.Of(mass)
                    )
                );
            }
        }

        return lines;
    }

    /// <summary>What each drug becomes when the fill meets what cannot be withdrawn.</summary>
    public static IReadOnlyList<Working> Mixing(Document document)
    {
        if (document.Plan.Mixing is not { } mixing || document.Therapy.Previous is not { } previous)
        {
            return [];
        }

        document.Sources.Use($"volume that cannot be withdrawn, {document.Therapy.Pump.Model.Name}", document.Therapy.Pump.Model.Residual!);
        var residual = Terms.Of(mixing.Residual);
        var fill = Terms.Of(document.Therapy.Fill.Volume);
        var lines = new List<Working>();
        foreach (var mixed in mixing.Drugs)
        {
            var drug = mixed.Drug;
            var micrograms = drug.ShownInMicrograms;
            var left = previous.Infusate.Of(drug.Id) ?? Concentration.Zero;
            if (previous.Rinse is { } rinse && left > Concentration.Zero)
            {
                for (var i = 1; i <= rinse.Count; i++)
                {
                    var before = left;
                    left = Reservoir.Blend(mixing.Residual, before, rinse.Volume, Concentration.Zero);
                    lines.Add(
                        Terms.Mass(
                            $"{drug.Name} left after rinse {Display.Number(i)}",
                            Display.Of(before, micrograms),
                            strength => residual * strength / (residual + Terms.Of(rinse.Volume)),
                            Display.Of(left, micrograms)
                        )
                    );
                }
            }

            var result = Display.Of(mixed.Mixed, micrograms);
            var wanted = Part(fill, mixed.Wanted, drug, Terms.IsMicrogram(result));
            var old = Part(residual, left, drug, Terms.IsMicrogram(result));
            var mass =
                mixed.Wanted == Concentration.Zero ? old
                : left == Concentration.Zero ? wanted
                : old + wanted;
            lines.Add(new Working($"{drug.Name} in the container", mass / (residual + fill), result));
        }

        return lines;
    }

    /// <summary>What was drawn out against what should have been left.</summary>
    public static IReadOnlyList<Working> Residual(Document document)
    {
        if (document.Plan.Residual is not { } residual || document.Therapy.Previous?.Fill is not { } fill)
        {
            return [];
        }

        var lines = new List<Working>
        {
            new("Expected to be left", Terms.Of(fill.Volume) - Terms.Of(residual.Intended), Display.Of(residual.Expected))
            {
                Note =
                    $"the old fill, less what the old program delivers from {document.Clock(fill.Instant)} to {document.Clock(document.Therapy.Fill.Instant)}",
            },
            new("Left the container", Terms.Of(fill.Volume) - Terms.Of(residual.Measured), Display.Of(residual.Delivered))
            {
                Note = "the old fill, less what was drawn out",
            },
        };
        if (residual.ErrorPercent is { } error)
        {
            lines.Add(
                new Working(
                    "Error of the delivery",
                    ((Terms.Of(residual.Delivered) / Terms.Of(residual.Intended)) - Term.Of(1m)) * Term.Of("100\u00a0%"),
                    Display.Percent(error)
                )
                {
                    Note = residual.Severity is null ? "within tolerance" : "outside tolerance: see the findings",
                }
            );
        }

        return lines;
    }

    /// <summary>New dose ÷ old dose of each drug.</summary>
    public static IReadOnlyList<Working> Comparison(Document document)
    {
        if (document.Plan.Comparison is not { } comparison)
        {
            return [];
        }

        return
        [
            .. comparison
                .Drugs.Where(drug => drug.Ratio is not null && drug.New > DoseRate.Zero)
                .Select(drug => new Working(
                    $"{drug.Drug.Name}, new dose against old",
                    BridgeWorkings.Ratio(drug.New, drug.Old, drug.Drug.ShownInMicrograms),
                    Display.Times(drug.Ratio!.Value)
                )),
        ];
    }

    private static void Catheter(Document document, List<Working> lines)
    {
        if (document.Therapy.Catheter is not { Model: { VolumePerLength: { } perLength } model, ImplantedLength: { } length } catheter)
        {
            return;
        }

        document.Sources.Use($"volume per length, {model.Name}", perLength);
        if (catheter.Length is null && catheter.Trimmed is { } trimmed && model.Length?.Quantity<Length>() is { } supplied)
        {
            document.Sources.Use($"length as supplied, {model.Name}", model.Length!);
            lines.Add(
                new Working("Implanted length", Term.Of(Display.Of(supplied)) - Term.Of(Display.Of(trimmed)), Display.Of(length))
                {
                    Note = "as supplied, less what was cut off",
                }
            );
        }

        if (catheter.ComputedVolume is { } computed && perLength.Value is { } written)
        {
            lines.Add(
                new Working("Catheter by its length", Term.Of(Display.Of(length)) * Term.Of(Wording.InWords(written)), Display.Of(computed))
                {
                    Note = catheter.Volume is { } stated ? $"the file states {Display.Of(stated)}, and that is used" : null,
                }
            );
        }
    }

    /// <summary>A volume times a concentration, in the mass unit that is wanted.</summary>
    private static Term Part(Term volume, Concentration concentration, Drug drug, bool inMicrograms)
    {
        var shown = Display.Of(concentration, drug.ShownInMicrograms);
        return Terms.Converted(volume * Term.Of(shown), Terms.IsMicrogram(shown), inMicrograms);
    }
}
