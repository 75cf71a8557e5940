namespace Neuraxial;

/// <summary>What an assay of a finished mixture found of one drug.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Expected">As prescribed.</param>
/// <param name="Measured">As measured.</param>
/// <param name="ErrorPercent">(measured − expected) ÷ expected, in per cent; may round in the 28th digit.</param>
/// <param name="Severity"><see cref="Neuraxial.Severity.Block"/> outside the tolerance; <see langword="null"/> within.</param>
public sealed record AssayedDrug(Drug Drug, Concentration Expected, Concentration Measured, decimal ErrorPercent, Severity? Severity);

/// <summary>The gate of the assay (HZ-12).</summary>
internal static class Assay
{
    /// <summary>The setting that says how far off a mixture may be.</summary>
    public const string ToleranceSetting = "assay-tolerance";

    /// <summary>How far a measured concentration is off, in per cent.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="expected"/> is zero.</exception>
    public static decimal ErrorPercent(Concentration expected, Concentration measured) =>
        (measured.InMicrogramsPerMillilitre() - expected.InMicrogramsPerMillilitre()) * 100m / expected.InMicrogramsPerMillilitre();

    /// <summary>Whether a mixture must not be released. A mixture just at the tolerance passes.</summary>
    /// <remarks>Compared as products: a quotient rounds, and 15 % exactly must not become more.</remarks>
    public static Severity? Judge(Concentration expected, Concentration measured, decimal tolerancePercent) =>
        decimal.Abs(measured.InMicrogramsPerMillilitre() - expected.InMicrogramsPerMillilitre()) * 100m
        > tolerancePercent * expected.InMicrogramsPerMillilitre()
            ? Severity.Block
            : null;

    /// <summary>Every drug of a mixture that was measured.</summary>
    public static IReadOnlyList<AssayedDrug> Of(Infusate infusate, Formulary formulary, List<Finding> findings)
    {
        var tolerance = formulary.Setting(ToleranceSetting);
        var assayed = new List<AssayedDrug>();
        for (var i = 0; i < infusate.Drugs.Count; i++)
        {
            var part = infusate.Drugs[i];
            if (part.Measured is not { } measured)
            {
                continue;
            }

            var result = new AssayedDrug(
                part.Drug,
                part.Concentration,
                measured,
                ErrorPercent(part.Concentration, measured),
                Judge(part.Concentration, measured, tolerance.Number!.Value)
            );
            assayed.Add(result);
            if (result.Severity is not null)
            {
                var micrograms = part.Drug.ShownInMicrograms;
                findings.Add(
                    FindingKinds.AssayOutsideTolerance.Block(
                        $"$.infusate.drugs[{i}].measured",
                        $"The assay found {Display.Of(measured, micrograms)} of {part.Drug.Id} where {Display.Of(part.Concentration, micrograms)} is prescribed: {Display.Percent(result.ErrorPercent)}, outside the tolerance of {tolerance.InWords()} in either direction. The mixture is not released; it is made and measured again."
                    ) with
                    {
                        Value = $"{QuantityText.Number(result.ErrorPercent)} %",
                        Limit = tolerance.ToString(),
                        Source = formulary.Cite(tolerance.Provenance),
                    }
                );
            }
        }

        return assayed;
    }
}
