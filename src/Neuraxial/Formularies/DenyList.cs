namespace Neuraxial;

/// <summary>Substances that are never given by the spinal route, found under any name they go by (HZ-24).</summary>
internal static class DenyList
{
    /// <summary>The denied row that a text names: by identifier, name, brand or known spelling, whatever the letter case, and with look-alike letters undone.</summary>
    /// <remarks>A service's file can add to the list. It cannot take from it: a row that it lays over a built-in one stands beside it here.</remarks>
    public static DataRow? Find(string text, Formulary formulary)
    {
        var folded = Spelling.Folded(text);
        return Formulary
            .BuiltIn.Rows("denied")
            .Concat(formulary.Rows("denied"))
            .FirstOrDefault(row => Names(row).Any(name => Spelling.Folded(name) == folded));
    }

    private static IEnumerable<string> Names(DataRow row) => [row.Id, row.Text("name")!, .. row.Texts("brands"), .. row.Texts("spellings")];
}
