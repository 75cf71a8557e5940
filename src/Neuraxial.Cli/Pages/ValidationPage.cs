using System.Globalization;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary>The model beside studies: a table for each, and how well it does in all. Simulated numbers to four digits; JSON holds them unrounded to six.</summary>
internal static class ValidationPage
{
    private const string Nothing = "\u2013";
    private const int ShownDigits = 4;

    public static void Write(Sheet sheet, Validation validation)
    {
        sheet.Title("Validation");
        foreach (var study in validation.Rows.GroupBy(row => row.Experiment, ReferenceEqualityComparer.Instance))
        {
            var experiment = study.First().Experiment;
            sheet.Heading(experiment.Name);
            if (experiment.Source is { } source)
            {
                sheet.Line($"  {source}", Ink.Faint);
            }

            sheet.Columns(
                ["", "what", "where and when", "simulated", "observed", "band", "fold"],
                [.. study.Select(row => (string?[])[Mark(row), row.What, Where(row), Simulated(row), row.Observed ?? Nothing, Band(row), Fold(row)])]
            );
            foreach (var reason in study.GroupBy(row => row.Reason, StringComparer.Ordinal).Where(group => group.Key is not null))
            {
                var what =
                    reason.Count() == study.Count() ? "unknown" : string.Join(", ", reason.Select(row => row.What).Distinct(StringComparer.Ordinal));
                sheet.Hanging($"? {what}", Ink.Unknown, reason.Key!, Ink.Plain);
            }
        }

        sheet.Line();
        sheet.Line($"  {Summary(validation)}", Ink.Strong);
        sheet.Line(
            "  \u2713 inside its band, \u2717 outside, ? nothing to compare. Fold: how many times too large or too small, against what was observed or, without it, the band's "
                + "geometric middle. The model is that of a mean adult, pig or dog; it is no measurement.",
            Ink.Faint
        );
    }

    private static string Summary(Validation validation)
    {
        var unknown = validation.Unknown > 0 ? string.Create(CultureInfo.InvariantCulture, $", {validation.Unknown} unknown") : "";
        var fold = validation.GeometricMeanFoldError is { } mean
            ? string.Create(CultureInfo.InvariantCulture, $"; geometric mean fold error {mean:0.00}")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{validation.Inside} of {validation.Total} inside their bands{unknown}{fold}.");
    }

    private static string Mark(ValidationRow row) =>
        row.Inside switch
        {
            true => "\u2713",
            false => "\u2717",
            _ => "?",
        };

    private static string Where(ValidationRow row) => string.Join(' ', new[] { row.Sample, row.Detail }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Simulated(ValidationRow row) => row.Rounded(ShownDigits) ?? "unknown";

    /// <summary>The unit once: both ends have the same.</summary>
    private static string Band(ValidationRow row)
    {
        if (row.Band is not { } band)
        {
            return Nothing;
        }

        var unit = band.Low.IndexOf(' ', StringComparison.Ordinal);
        return $"{(unit < 0 ? band.Low : band.Low[..unit])} to {band.High}";
    }

    private static string Fold(ValidationRow row) => row.FoldError is { } fold ? fold.ToString("0.00", CultureInfo.InvariantCulture) : Nothing;
}
