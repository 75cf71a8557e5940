namespace Neuraxial;

/// <summary>A conversion in words and tables for people; rows with the same dose are one.</summary>
internal sealed class ConversionText(Conversion conversion, Formulary formulary)
{
    private readonly bool micrograms = formulary.Drug(conversion.To.Drug)?.ShownInMicrograms is true;

    /// <summary>The arithmetic of both ends.</summary>
    public string Worked
    {
        get
        {
            var rows = conversion.Band.Count > 0 ? conversion.Band : conversion.Chained;
            return rows.Count == 0
                ? $"{conversion.Given}: nothing to work out"
                : string.Join("; ", new[] { rows[0], rows[^1] }.Select(Arithmetic).Distinct(StringComparer.Ordinal));
        }
    }

    /// <summary>The band in a line.</summary>
    public string Band =>
        conversion.Band.Count > 0
            ? $"{Dose(conversion.Low!.Value)} to {Dose(conversion.High!.Value)}, the prescriber chooses{(conversion.Band[0].Use == RatioUse.Reciprocal ? "; by the reciprocals of ratios for the way back [derived]" : "")}"
        : conversion.Refused is { } refused ? $"not converted: {refused.Figure.Text ?? refused.Applies}"
        : $"unknown: no ratio from {conversion.From} to {conversion.To} is on file";

    public IReadOnlyList<IReadOnlyList<string?>>? BandTable => Table(conversion.Band, "Ratio");

    public string Reductions =>
        conversion.Reductions.Count == 0 ? "" : "shown beside the band, applied to nothing: each is for the prescriber to choose";

    public IReadOnlyList<IReadOnlyList<string?>>? ReductionTable =>
        conversion.Reductions.Count == 0
            ? null
            :
            [
                ["Reduction", "Band", "Mark"],
                .. conversion.Reductions.Select(reduced =>
                    (IReadOnlyList<string?>)[reduced.Rule.Text, Range(reduced), reduced.Rule.Provenance?.ToString()]
                ),
            ];

    public string Chained =>
        conversion.Chained.Count == 0 ? "" : "two ratios one after the other, for the eye only [derived]: errors multiply, and they make no band";

    public IReadOnlyList<IReadOnlyList<string?>>? ChainedTable => Table(conversion.Chained, "Two ratios");

    public string Refused =>
        conversion.Refused is { } refused
            ? $"{refused.From} to {refused.To}: {refused.Figure.Text ?? refused.Applies} {refused.Figure.Provenance}"
            : "";

    /// <summary>What is on file where there is no band; empty where there is one.</summary>
    public string OnFile =>
        conversion.Band.Count > 0 ? ""
        : conversion.OnFile.Count == 0 ? "nothing from the one or to the other"
        : "from the one or to the other, below";

    public IReadOnlyList<IReadOnlyList<string?>>? OnFileTable =>
        conversion.OnFile.Count == 0
            ? null
            :
            [
                ["On file", "Ratios"],
                .. conversion
                    .OnFile.GroupBy(ratio => (ratio.From, ratio.To))
                    .Select(group =>
                        (IReadOnlyList<string?>)
                            [
                                $"{group.Key.From} to {group.Key.To}",
                                string.Join(
                                    "; ",
                                    group.Select(ratio => $"{ratio.Figure} {ratio.Figure.Provenance}").Distinct(StringComparer.Ordinal)
                                ),
                            ]
                    ),
            ];

    public string Dose(DoseRate dose) => Display.Of(dose, micrograms);

    /// <summary>The range of a reduced band.</summary>
    public string Range(ReducedBand reduced) => reduced.Low is { } low ? $"{Dose(low)} to {Dose(reduced.High)}" : $"at most {Dose(reduced.High)}";

    /// <summary>The ratios of a band, the smallest dose first, each once with the sources that print it.</summary>
    public static IEnumerable<string> Ratios(IReadOnlyList<ConvertedDose> band) => Grouped(band).Select(row => $"{Ratio(row.Ratio)} {row.Sources}");

    /// <summary>Doses of a band, each once, with every ratio and source that leads to it.</summary>
    public static IEnumerable<(DoseRate Dose, decimal Ratio, string Sources)> Grouped(IReadOnlyList<ConvertedDose> rows) =>
        rows.GroupBy(row => (row.Dose, row.Ratio))
            .Select(group => (group.Key.Dose, group.Key.Ratio, string.Join("; ", group.Select(Source).Distinct(StringComparer.Ordinal))));

    private IReadOnlyList<IReadOnlyList<string?>>? Table(IReadOnlyList<ConvertedDose> rows, string head) =>
        rows.Count == 0
            ? null
            :
            [
                ["Dose", head, "Source"],
                .. Grouped(rows).Select(row => (IReadOnlyList<string?>)[Dose(row.Dose), Ratio(row.Ratio), row.Sources]),
            ];

    /// <summary>By one ratio its mark, for whom and from what range; of a chain both ways.</summary>
    private static string Source(ConvertedDose row) =>
        row.Use == RatioUse.Chained
            ? string.Join(", then ", row.Basis.Select(ratio => $"{ratio.From} to {ratio.To} {ratio.Figure} {ratio.Figure.Provenance}"))
            : $"{row.Basis[0].Figure.Provenance}{(row.Basis[0].Figure.Number is null ? $" of {row.Basis[0].Figure}" : "")}{(row.Basis[0].Applies is { } applies ? " " + applies : "")}";

    private static string Ratio(decimal ratio) =>
        ratio >= 1m ? $"{Display.Number(ratio)}\u00a0:\u00a01" : $"1\u00a0:\u00a0{Display.Number(1m / ratio)}";

    private string Arithmetic(ConvertedDose row) =>
        row.Use == RatioUse.Reciprocal
            ? $"{conversion.Given} x {QuantityText.Number(Rounded(1m / row.Ratio))} = {row.Dose}"
            : $"{conversion.Given} / {QuantityText.Number(Rounded(row.Ratio))} = {row.Dose}";

    private static decimal Rounded(decimal ratio) => decimal.Round(ratio, 10);
}
