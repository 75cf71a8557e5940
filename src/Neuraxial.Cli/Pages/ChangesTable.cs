namespace Neuraxial.Cli;

/// <summary>The rows in which two formularies differ, and in what.</summary>
internal static class ChangesTable
{
    private const int LongestMember = 200;

    public static void Write(Sheet sheet, IReadOnlyList<FormularyChange> changes)
    {
        if (changes.Count == 0)
        {
            sheet.Line("  nothing");
            return;
        }

        sheet.Columns(
            ["Section", "Row", "", "What"],
            [.. changes.Select(change => (string?[])[change.Section, change.Id, change.Change, string.Join("; ", change.Members.Select(Shown))])]
        );
    }

    private static string Shown(ChangedMember member) => $"{member.Name}: {Text(member.Before)} \u2192 {Text(member.After)}";

    private static string Text(string? text) => text is null ? "none" : Printable.OneLine(text, LongestMember);
}
