namespace Neuraxial;

/// <summary>Says of every recalled or assumed figure that a result rests on it: usable, but never in silence.</summary>
internal static class Unverified
{
    /// <summary>Adds a finding if the provenance is unverified.</summary>
    /// <param name="findings">Where to.</param>
    /// <param name="path">What the figure bears on.</param>
    /// <param name="what">The figure in words, with its value.</param>
    /// <param name="provenance">Where it comes from; <see langword="null"/> if the figure is not there at all.</param>
    /// <param name="formulary">For the titles of sources.</param>
    public static void Add(List<Finding> findings, string path, string what, Provenance? provenance, Formulary formulary)
    {
        if (provenance is { IsUnverified: true })
        {
            findings.Add(
                FindingKinds.FigureUnverified.Warn(
                    path,
                    $"Unverified figure: {what}. Confirm it against the maker's current labelling or the label before relying on it."
                ) with
                {
                    Source = formulary.Cite(provenance),
                }
            );
        }
    }

    /// <summary>Adds a finding if a figure that was used is unverified.</summary>
    public static void Add(List<Finding> findings, string path, string what, Figure? figure, Formulary formulary)
    {
        if (figure is not null)
        {
            // The colon keeps the figure apart from a name that ends with a number: "CADD-Solis 2110 0.05 mL".
            Add(findings, path, $"{what}: {figure.InWords()}", figure.Provenance, formulary);
        }
    }
}
