using System.Text.Json;

namespace Neuraxial;

/// <summary>Substances that are never given by the spinal route, found under any name they go by (HZ-24).</summary>
internal static class DenyList
{
    /// <summary>The denied row that a text names: by identifier, name, brand or known spelling, whatever the letter case, and with look-alike letters undone.</summary>
    public static DataRow? Find(string text, Formulary formulary) => formulary.DeniedNames.GetValueOrDefault(Spelling.Folded(text));

    /// <summary>The folded names of a layer's rows and of all layers below it; where both have one, that of the layer below counts.</summary>
    public static IReadOnlyDictionary<string, DataRow> Names(Formulary? below, IEnumerable<JsonElement> rows)
    {
        var names = new Dictionary<string, DataRow>(
            below?.DeniedNames ?? new Dictionary<string, DataRow>(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var row in rows.Select(element => new DataRow(element)))
        {
            foreach (var name in Names(row))
            {
                names.TryAdd(Spelling.Folded(name), row);
            }
        }

        return names;
    }

    /// <summary>Reports every drug of a formulary that is denied: none may enter by a service's file.</summary>
    public static void Check(Formulary formulary, ProblemList problems)
    {
        foreach (var row in formulary.Rows("drugs"))
        {
            if ((Find(row.Id, formulary) ?? Find(row.Text("name") ?? "", formulary)) is { } denied)
            {
                problems.Add(
                    $"$.drugs['{row.Id}']",
                    $"{denied.Text("name")} is never given by the spinal route: {denied.Text("reason")} ({string.Join(", ", denied.Texts("hazards"))}); expected no such drug"
                );
            }
        }
    }

    private static IEnumerable<string> Names(DataRow row) => [row.Id, row.Text("name")!, .. row.Texts("brands"), .. row.Texts("spellings")];
}
