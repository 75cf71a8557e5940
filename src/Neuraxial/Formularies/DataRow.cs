using System.Text.Json;

namespace Neuraxial;

/// <summary>
/// One row of the data as it stands in its file, already checked against its shape. Typed things (<see cref="Drug"/>, <see cref="Pump"/>) read from it
/// what the arithmetic needs; everything else is there to be shown.
/// </summary>
/// <remarks>
/// What was once read of a row is kept, since every plan asks the same of it. Two threads may read the same at once; each finds a whole value.
/// </remarks>
public sealed class DataRow
{
    private readonly JsonElement element;
    private Kept? kept;

    internal DataRow(JsonElement element) => this.element = element;

    /// <summary>The row's identifier in its section; empty for a part of a row.</summary>
    public string Id => Text("id") ?? "";

    /// <summary>Where the row stands, as a problem names it: <c>$.drugs['morphine']</c>.</summary>
    internal string PathIn(string section) => $"$.{section}['{Printable.OneLine(Id, 60)}']";

    /// <summary>Mark and sources of the row itself; <see langword="null"/> where its figures have their own.</summary>
    public Provenance? Provenance => (Provenance?)Once(Reading.Provenance, "mark", static (row, _) => ProvenanceOf(row.element));

    /// <summary>The names of the members that are there, in the order of the file.</summary>
    public IEnumerable<string> Names => element.EnumerateObject().Select(member => member.Name);

    /// <summary>Whether a member is there, whatever it holds.</summary>
    internal bool Has(string name) => Member(element, name) is not null;

    /// <summary>A member's words; <see langword="null"/> if it is absent or holds something else.</summary>
    public string? Text(string name) => (string?)Once(Reading.Text, name, static (row, name) => TextOf(row.element, name));

    /// <summary>A member's truth; <see langword="null"/> if it is absent.</summary>
    public bool? Truth(string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : null;

    /// <summary>A member's list of words; empty if it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        (IReadOnlyList<string>)Once(Reading.Texts, name, static (row, name) => TextsOf(row.element, name))!;

    /// <summary>A member's figure; <see langword="null"/> if it is absent: not known.</summary>
    public Figure? Figure(string name) =>
        (Figure?)Once(Reading.Figure, name, static (row, name) => row.element.TryGetProperty(name, out var member) ? FigureOf(member) : null);

    /// <summary>A member's list of figures; empty if it is absent.</summary>
    public IReadOnlyList<Figure> Figures(string name) =>
        (IReadOnlyList<Figure>)Once(Reading.Figures, name, static (row, name) => FiguresOf(row.element, name))!;

    /// <summary>The row's own content as a figure; <see langword="null"/> if it holds none.</summary>
    public Figure? Content() => (Figure?)Once(Reading.Content, "", static (row, _) => FigureOf(row.element));

    /// <summary>A member that is an object; <see langword="null"/> if it is absent.</summary>
    public DataRow? Row(string name) =>
        (DataRow?)Once(
            Reading.Row,
            name,
            static (row, name) => Member(row.element, name) is { ValueKind: JsonValueKind.Object } member ? new DataRow(member) : null
        );

    /// <summary>A member that is a list of objects; empty if it is absent.</summary>
    public IReadOnlyList<DataRow> Rows(string name) =>
        (IReadOnlyList<DataRow>)Once(Reading.Rows, name, static (row, name) => Array(row.element, name) is { } array ? All(array) : [])!;

    /// <summary>The objects of an array, as rows.</summary>
    internal static IReadOnlyList<DataRow> All(JsonElement array)
    {
        var rows = new List<DataRow>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                rows.Add(new DataRow(item));
            }
        }

        return rows;
    }

    /// <summary>What a member holds, as a table prints it.</summary>
    public string Shown(string name) =>
        element.TryGetProperty(name, out var member)
            ? member.ValueKind switch
            {
                JsonValueKind.String => member.GetString()!,
                JsonValueKind.Object => FigureOf(member)?.ToString() ?? "",
                _ => member.GetRawText(),
            }
            : "";

    /// <summary>Whether a member is a list of nothing.</summary>
    internal bool IsEmpty(string name) => Array(element, name) is { } array && array.GetArrayLength() == 0;

    /// <summary>Whether a member says the same in another row, however it is laid out.</summary>
    internal bool IsAlike(string name, DataRow other) =>
        (Member(element, name), Member(other.element, name)) switch
        {
            ({ } one, { } another) => CanonicalJson.Of(one).AsSpan().SequenceEqual(CanonicalJson.Of(another)),
            (null, null) => true,
            _ => false,
        };

    /// <summary>Reports everything in which the row departs from a shape.</summary>
    internal void Check(Shape shape, string path, ProblemList problems) => shape.Check(element, path, problems);

    /// <summary>Writes the row as it stands in its file.</summary>
    public void WriteTo(Utf8JsonWriter json) => element.WriteTo(json);

    /// <summary>The keys of every source that the row or any part of it names.</summary>
    public IEnumerable<string> AllSources() => SourcesIn(element);

    private static IEnumerable<string> SourcesIn(JsonElement part) =>
        part.ValueKind switch
        {
            JsonValueKind.Array => part.EnumerateArray().SelectMany(SourcesIn),
            JsonValueKind.Object => part.EnumerateObject()
                .SelectMany(member =>
                    member.NameEquals("sources") ? member.Value.EnumerateArray().Select(source => source.GetString()!) : SourcesIn(member.Value)
                ),
            _ => [],
        };

    private static Figure? FigureOf(JsonElement member)
    {
        if (member.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return ProvenanceOf(member) is { } provenance
            ? new Figure(provenance)
            {
                Value = TextOf(member, "value"),
                Low = TextOf(member, "low"),
                High = TextOf(member, "high"),
                Number = Number(member, "number"),
                From = Number(member, "from"),
                To = Number(member, "to"),
                Unit = TextOf(member, "unit"),
                Text = TextOf(member, "text"),
            }
            : null;
    }

    private static List<Figure> FiguresOf(JsonElement row, string name)
    {
        var figures = new List<Figure>();
        if (Array(row, name) is { } array)
        {
            foreach (var item in array.EnumerateArray())
            {
                if (FigureOf(item) is { } figure)
                {
                    figures.Add(figure);
                }
            }
        }

        return figures;
    }

    private static Provenance? ProvenanceOf(JsonElement row) =>
        row.TryGetProperty("mark", out var mark)
            ? new Provenance(Neuraxial.Provenance.Marks.Parse(mark.GetString()!).Value, TextsOf(row, "sources"), TextOf(row, "note"))
            : null;

    private static IReadOnlyList<string> TextsOf(JsonElement row, string name)
    {
        if (Array(row, name) is not { } array)
        {
            return [];
        }

        var texts = new List<string>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (TextOf(item) is not { } text)
            {
                return [];
            }

            texts.Add(text);
        }

        return texts;
    }

    private static string? TextOf(JsonElement row, string name) => Member(row, name) is { } member ? TextOf(member) : null;

    private static string? TextOf(JsonElement member)
    {
        try
        {
            return member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: likewise.
            return null;
        }
    }

    private static decimal? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number ? member.GetDecimal() : null;

    private static JsonElement? Array(JsonElement row, string name) => Member(row, name) is { ValueKind: JsonValueKind.Array } member ? member : null;

    private static JsonElement? Member(JsonElement row, string name)
    {
        try
        {
            return row.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a member's name: a problem of a row that is being checked, whose identifier is asked for all the same.
            return null;
        }
    }

    private object? Once(Reading reading, string name, Func<DataRow, string, object?> read)
    {
        for (var one = kept; one is not null; one = one.Next)
        {
            if (one.Reading == reading && one.Name == name)
            {
                return one.Value;
            }
        }

        var value = read(this, name);
        kept = new Kept(reading, name, value, kept);
        return value;
    }

    /// <summary>As what a member is read.</summary>
    private enum Reading
    {
        Text,
        Texts,
        Figure,
        Figures,
        Row,
        Rows,
        Provenance,
        Content,
    }

    private sealed record Kept(Reading Reading, string Name, object? Value, Kept? Next);
}
