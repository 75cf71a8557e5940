namespace Neuraxial.Cli;

/// <summary>Findings as they are printed: the word of the severity, the message, and below it code, limit, source and hazards.</summary>
internal static class FindingsSection
{
    public static void Write(Sheet sheet, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            WriteMessage(sheet, finding);
            sheet.Hanging("       ", Ink.Faint, Detail(finding), Ink.Faint);
        }

        if (findings.Count == 0)
        {
            sheet.Line("  none");
        }
    }

    /// <summary>The message alone, as at the head of a plan.</summary>
    public static void WriteMessage(Sheet sheet, Finding finding)
    {
        var (word, ink) = finding.Severity switch
        {
            Severity.Block => ("BLOCK  ", Ink.Block),
            Severity.Confirm => ("CONFIRM", Ink.Confirm),
            Severity.Unknown => ("UNKNOWN", Ink.Unknown),
            _ => ("WARN   ", Ink.Strong),
        };
        sheet.Hanging(word, ink, finding.Message, Ink.Plain);
    }

    /// <summary>How many of each severity, in a sentence.</summary>
    public static string Counted(IReadOnlyList<Finding> findings)
    {
        int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
        return $"{Count(Severity.Block)} block, {Count(Severity.Confirm)} to confirm, {Count(Severity.Unknown)} unknown, {Count(Severity.Warn)} to note.";
    }

    private static string Detail(Finding finding)
    {
        var parts = new List<string> { $"{finding.Kind.Code} at {finding.Path}" };
        if (finding.Rule is { } rule)
        {
            parts.Add($"rule {rule}");
        }

        if (finding.Limit is not null)
        {
            parts.Add($"limit {finding.Limit}");
        }

        if (finding.Source is not null)
        {
            parts.Add($"source: {finding.Source}");
        }

        if (finding.Hazards.Count > 0)
        {
            parts.Add(string.Join(" ", finding.Hazards));
        }

        return string.Join(" · ", parts);
    }
}
