namespace Neuraxial;

/// <summary>Substances that are never given by the spinal route, found under any name they go by (HZ-24).</summary>
internal static class DenyList
{
    /// <summary>The denied row that a text names: by identifier, name, brand or known spelling, whatever the letter case, and with look-alike letters undone.</summary>
    /// <remarks>A service's file can add to the list. It cannot take from it: a row that it lays over a built-in one stands beside it here.</remarks>
    public static DataRow? Find(string text, Formulary formulary) => formulary.DeniedNames.GetValueOrDefault(Spelling.Folded(text));

    /// <summary>The row of every name, folded. Made once a formulary: a hostile file asks eighty thousand times, and folding all names each time took half a minute.</summary>
    public static Dictionary<string, DataRow> ByName(Formulary formulary)
    {
        var rows = new Dictionary<string, DataRow>(StringComparer.Ordinal);
        foreach (var row in Formulary.BuiltIn.Rows("denied").Concat(formulary.Rows("denied")))
        {
            foreach (var name in Names(row))
            {
                rows.TryAdd(Spelling.Folded(name), row);
            }
        }

        return rows;
    }

    /// <summary>Reports every denied drug that a service's file brings in. A built-in drug that the file denies is refused in a therapy instead.</summary>
    public static void Check(Formulary formulary, ProblemList problems)
    {
        foreach (var row in formulary.Rows("drugs").Where(row => !ReferenceEquals(row, Formulary.BuiltIn.Row("drugs", row.Id))))
        {
            if ((Find(row.Id, formulary) ?? Find(row.Text("name") ?? "", formulary)) is { } denied)
            {
                problems.Add(
                    row.PathIn("drugs"),
                    $"{denied.Text("name")} is never given by the spinal route: {denied.Text("reason")} ({string.Join(", ", denied.Texts("hazards"))}); expected no such drug"
                );
            }
        }
    }

    private static IEnumerable<string> Names(DataRow row) => [row.Id, row.Text("name")!, .. row.Texts("brands"), .. row.Texts("spellings")];
}
