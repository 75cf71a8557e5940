using System.Text.Json;

namespace Neuraxial;

/// <summary>What no single row can tell: identifiers that stand twice, and names of drugs, sources, profiles and pumps that lead nowhere.</summary>
internal static class FormularyReferences
{
    public static string IdOf(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";

    /// <summary>Checks the rows of one section against its shape, and their identifiers.</summary>
    public static void CheckRows(Section section, IReadOnlyList<JsonElement> rows, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var path = $"$.{section.Name}[{i}]";
            section.Shape.Check(rows[i], path, problems);
            var id = IdOf(rows[i]);
            if (id.Length > 0 && !seen.Add(id))
            {
                problems.Add(path + ".id", $"'{Printable.OneLine(id, 40)}' stands twice; expected each identifier once in a section");
            }
        }
    }

    /// <summary>Checks that what the formulary's rows name exists.</summary>
    public static void Check(Formulary formulary, ProblemList problems)
    {
        DenyList.Check(formulary, problems);
        var sources = Ids(formulary, "sources");
        var drugs = Ids(formulary, "drugs");
        var profiles = Ids(formulary, "profiles");
        var pumps = Ids(formulary, "pumps");
        foreach (var section in Section.All)
        {
            foreach (var row in formulary.Rows(section.Name))
            {
                var path = $"$.{section.Name}['{row.Id}']";
                foreach (var source in row.AllSources())
                {
                    Known(sources, source, path, "source", problems);
                }

                if (section.Name is "limits" or "dosing" or "preparations" or "stability")
                {
                    CheckDrugs(row, drugs, path, problems);
                }

                CheckAll(row.Texts("profiles"), profiles, path, "profile", problems);
                CheckAll(row.Texts("pumps"), pumps, path, "pump", problems);
                CheckAll(row.Texts("fits"), pumps, path, "pump", problems);
                CheckAll(row.Texts("neverFits"), pumps, path, "pump", problems);
            }
        }
    }

    private static void CheckDrugs(DataRow row, HashSet<string> drugs, string path, ProblemList problems)
    {
        CheckAll(row.Texts("drugs"), drugs, path, "drug", problems);
        CheckAll(row.Rows("drugs").Select(drug => drug.Text("drug") ?? ""), drugs, path, "drug", problems);
        if (row.Text("drug") is { } drug)
        {
            Known(drugs, drug, path, "drug", problems);
        }
    }

    private static void CheckAll(IEnumerable<string> names, HashSet<string> known, string path, string what, ProblemList problems)
    {
        foreach (var name in names)
        {
            Known(known, name, path, what, problems);
        }
    }

    private static void Known(HashSet<string> known, string name, string path, string what, ProblemList problems)
    {
        if (!known.Contains(name))
        {
            problems.Add(path, $"names the {what} '{Printable.OneLine(name, 40)}', which the formulary does not hold");
        }
    }

    private static HashSet<string> Ids(Formulary formulary, string section) =>
        formulary.Rows(section).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
}
