namespace Neuraxial;

/// <summary>What no single row can tell: identifiers that stand twice, and names of drugs, sources, profiles and pumps that lead nowhere.</summary>
internal static class FormularyReferences
{
    /// <summary>Checks the rows of one section against its shape, and their identifiers.</summary>
    public static void CheckRows(Section section, IReadOnlyList<DataRow> rows, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var path = $"$.{section.Name}[{i}]";
            rows[i].Check(section.Shape, path, problems);
            if (section.Name == "limits")
            {
                LimitRows.Check(rows[i], path, problems);
            }

            var id = rows[i].Id;
            if (id.Length > 0 && !seen.Add(id))
            {
                problems.Add(path + ".id", $"'{Printable.OneLine(id, 40)}' stands twice; expected each identifier once in a section");
            }
        }
    }

    /// <summary>Whether a row has no fault of its own.</summary>
    public static bool IsSound(Section section, DataRow row)
    {
        var problems = new ProblemList();
        row.Check(section.Shape, "$", problems);
        return problems.IsEmpty;
    }

    /// <summary>Checks that what the formulary's rows name exists, and that a setting still holds what the planner takes from it.</summary>
    public static void Check(Formulary formulary, ProblemList problems)
    {
        DenyList.Check(formulary, problems);
        var sources = Ids(formulary, "sources");
        var drugs = Ids(formulary, "drugs");
        var profiles = Ids(formulary, "profiles");
        var pumps = Ids(formulary, "pumps");
        var classes = Ids(formulary, "medicineClasses");
        CheckSettings(formulary, problems);
        foreach (var section in Section.All)
        {
            foreach (var row in formulary.Rows(section.Name))
            {
                var path = row.PathIn(section.Name);
                foreach (var source in row.AllSources())
                {
                    Known(sources, source, path, "source", problems);
                }

                if (section.Name is "limits" or "dosing" or "preparations" or "stability" or "interactions" or "contraindications")
                {
                    CheckDrugs(row, drugs, path, problems);
                }

                if (section.Name is "interactions")
                {
                    Known(classes, row.Text("medicines") ?? "", path, "class of medicines", problems);
                }

                CheckAll(row.Texts("profiles"), profiles, path, "profile", problems);
                CheckAll(row.Texts("pumps"), pumps, path, "pump", problems);
                CheckAll(row.Texts("fits"), pumps, path, "pump", problems);
                CheckAll(row.Texts("neverFits"), pumps, path, "pump", problems);
            }
        }
    }

    /// <summary>A setting that is laid over must be a number, a duration, a volume or a range as the built-in one is: the planner works with it.</summary>
    private static void CheckSettings(Formulary formulary, ProblemList problems)
    {
        foreach (var row in formulary.Rows("settings"))
        {
            if (
                Formulary.BuiltIn.Row("settings", row.Id)?.Figure("figure") is { } expected
                && row.Figure("figure") is { } found
                && Kind(found) != Kind(expected)
            )
            {
                problems.Add(
                    row.PathIn("settings") + ".figure",
                    $"'{Printable.OneLine(found.ToString(), 40)}' cannot stand for this setting; expected a figure such as {expected}"
                );
            }
        }
    }

    private static (bool Number, bool From, bool To, bool Duration, bool Volume) Kind(Figure figure) =>
        (
            figure.Number is not null,
            figure.From is not null,
            figure.To is not null,
            figure.Duration() is not null,
            figure.Quantity<Volume>() is not null
        );

    private static void CheckDrugs(DataRow row, HashSet<string> drugs, string path, ProblemList problems)
    {
        CheckAll(row.Texts("drugs"), drugs, path, "drug", problems);
        CheckAll(row.Rows("drugs").Select(drug => drug.Text("drug") ?? ""), drugs, path, "drug", problems);
        foreach (var name in (ReadOnlySpan<string>)["drug", "as"])
        {
            if (row.Text(name) is { } drug)
            {
                Known(drugs, drug, path, "drug", problems);
            }
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
