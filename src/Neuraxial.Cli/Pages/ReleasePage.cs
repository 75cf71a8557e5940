namespace Neuraxial.Cli;

/// <summary>What a service's file says of itself, and whether it holds against a key.</summary>
internal static class ReleasePage
{
    public static void Write(Sheet sheet, FormularyLayer layer, IReadOnlyList<Problem> problems)
    {
        sheet.Title($"{(problems.Count == 0 ? "Verified" : "Not verified")} \u00b7 {layer.Name}, version {layer.Version}");
        WriteLayer(sheet, layer);
        sheet.Line();
        foreach (var problem in problems)
        {
            sheet.Hanging("FAILED ", Ink.Block, problem.ToString(), Ink.Plain);
        }

        sheet.Line(
            problems.Count == 0
                ? "  Released by two persons, signed with this key, unchanged since."
                : "  Do not plan by this file until it is released and signed as it stands."
        );
    }

    /// <summary>Sums, release, dates and what it replaces, as pairs.</summary>
    public static void WriteLayer(Sheet sheet, FormularyLayer layer)
    {
        var governance = layer.Governance!;
        sheet.Pairs(
            ("File, SHA-256", layer.Sha256),
            ("Content, SHA-256", governance.ContentSha256),
            ("Standing", Standing(governance)),
            ("In force", Dates(governance)),
            ("Replaces", governance.Supersedes is { } old ? $"version {old.Version}, SHA-256 {old.Sha256}" : "nothing that it names"),
            ("Signature", governance.Signature is { } signature ? $"by the key {signature.Key}" : "none")
        );
    }

    /// <summary>How far a file has come, in words.</summary>
    public static string Standing(FormularyGovernance governance) =>
        FormularyTrust.Unreleased(governance)
        ?? $"released by {string.Join(" and ", governance.Approvals.Select(approval => $"{approval} ({Display.Of(approval.At.LocalDateTime)})"))}";

    /// <summary>When a file holds, in words.</summary>
    public static string Dates(FormularyGovernance governance) =>
        governance.From is not { } from ? "no dates named"
        : governance.Until is { } until ? $"from {Display.Of(from)} to {Display.Of(until)}, fills of both days included"
        : $"from {Display.Of(from)}, until it is replaced";
}
