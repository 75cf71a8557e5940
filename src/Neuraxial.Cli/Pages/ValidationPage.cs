using System.Globalization;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary>The model beside studies: a table for each, and how well it does in all.</summary>
internal static class ValidationPage
{
    public static void Write(Sheet sheet, Validation validation)
    {
        sheet.Title("Validation");
        foreach (var study in validation.Rows.GroupBy(row => row.Experiment.Name, StringComparer.Ordinal))
        {
            sheet.Heading(study.Key);
            if (study.First().Experiment.Source is { } source)
            {
                sheet.Line($"  {source}", Ink.Faint);
            }

            sheet.Columns(
                ["", "what", "where and when", "simulated", "observed", "band", "fold"],
                [.. study.Select(row => (string?[])[Mark(row), row.What, Where(row), row.Simulated ?? "unknown", row.Observed, Band(row), Fold(row)])]
            );
            foreach (var reason in study.Select(row => row.Reason).Where(reason => reason is not null).Distinct(StringComparer.Ordinal))
            {
                sheet.Hanging("unknown", Ink.Strong, reason!, Ink.Plain);
            }
        }

        sheet.Line();
        sheet.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {validation.Inside} of {validation.Total} inside their bands; geometric mean fold error {validation.GeometricMeanFoldError:0.00}."
            ),
            Ink.Strong
        );
        sheet.Line("  \u2713 inside, \u2717 outside its band. The model is that of a mean adult, pig or dog; it is no measurement.", Ink.Faint);
    }

    private static string Mark(ValidationRow row) =>
        row.Inside switch
        {
            true => "\u2713",
            false => "\u2717",
            _ => "?",
        };

    private static string Where(ValidationRow row) => string.Join(' ', new[] { row.Sample, row.Detail }.Where(part => !string.IsNullOrEmpty(part)));

    private static string? Band(ValidationRow row) => row.Band is { } band ? $"{band.Low} to {band.High}" : null;

    private static string? Fold(ValidationRow row) => row.FoldError is { } fold ? fold.ToString("0.00", CultureInfo.InvariantCulture) : null;
}
