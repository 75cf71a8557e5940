namespace Neuraxial.Cli;

/// <summary>Prints rows of the data as they are: every member, every figure with its mark and source.</summary>
internal static class RowPage
{
    public static void Write(Sheet sheet, IReadOnlyList<DataRow> rows, Formulary data)
    {
        foreach (var row in rows)
        {
            sheet.Heading(row.Id);
            var lines = new List<Pair>();
            Collect("", row, lines);
            sheet.Pairs([.. lines]);
        }

        WriteSources(sheet, rows, data);
    }

    public static void WriteSources(Sheet sheet, IEnumerable<DataRow> rows, Formulary data)
    {
        var keys = rows.SelectMany(row => row.AllSources()).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        sheet.Heading("Sources");
        sheet.Pairs([
            .. keys.Select(key =>
                (
                    key,
                    data.Row("sources", key) is { } source
                        ? $"{source.Text("title")}{(source.Text("where") is { } where ? $". {where}" : "")}"
                        : (string?)key
                )
            ),
        ]);
    }

    /// <summary>Every figure of the row on a line of its own, parts of the row under their path.</summary>
    private static void Collect(string prefix, DataRow row, List<Pair> lines, bool textsToo = true)
    {
        foreach (
            var name in row.Names.Where(name =>
                name is not ("id" or "mark" or "sources" or "note" or "value" or "low" or "high" or "number" or "from" or "to" or "unit" or "text")
            )
        )
        {
            var label = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (row.Texts(name) is { Count: > 0 } texts)
            {
                lines.Add(new Pair(label, string.Join(", ", texts)));
            }
            else if (row.Figures(name) is { Count: > 0 } figures && figures.Count == row.Rows(name).Count && figures.All(HasContent))
            {
                lines.AddRange(figures.Select((figure, i) => new Pair(i == 0 ? label : "", Shown(figure))));
            }
            else if (row.Rows(name) is { Count: > 0 } parts)
            {
                for (var i = 0; i < parts.Count; i++)
                {
                    CollectPart($"{label}[{i + 1}]", parts[i], lines);
                }
            }
            else if (row.Row(name) is { } part)
            {
                CollectPart(label, part, lines);
            }
            else if (textsToo || row.Text(name) is null)
            {
                lines.Add(new Pair(label, row.Shown(name)));
            }
        }
    }

    /// <summary>A part that is a figure, or a statement: its words on the line of its provenance, and what else it holds below.</summary>
    private static void CollectPart(string label, DataRow part, List<Pair> lines)
    {
        if (part.Content() is { } figure && HasContent(figure))
        {
            lines.Add(new Pair(label, Shown(figure)));
            Collect(label, part, lines);
        }
        else if (part.Provenance is { } provenance)
        {
            var words = part.Names.Where(name => name is not ("mark" or "note" or "id")).Select(part.Text).OfType<string>();
            lines.Add(new Pair(label, $"{string.Join(", ", words)} {provenance}{Note(provenance)}"));
            Collect(label, part, lines, textsToo: false);
        }
        else
        {
            Collect(label, part, lines);
        }
    }

    private static bool HasContent(Figure figure) =>
        figure.Text is not null
        || figure.Value is not null
        || figure.Low is not null
        || figure.High is not null
        || figure.Number is not null
        || figure.From is not null
        || figure.To is not null;

    private static string Shown(Figure figure) => $"{figure} {figure.Provenance}{Note(figure.Provenance)}";

    private static string Note(Provenance provenance) => provenance.Note is { } note ? $" ({note})" : "";
}
