using System.Text.Json;

namespace Neuraxial;

/// <summary>
/// One row of the data as it stands in its file, already checked against its shape. Typed things (<see cref="Drug"/>, <see cref="Pump"/>) read from it
/// what the arithmetic needs; everything else is there to be shown.
/// </summary>
public sealed class DataRow
{
    private readonly JsonElement element;

    internal DataRow(JsonElement element) => this.element = element;

    /// <summary>The row's identifier in its section; empty for a part of a row.</summary>
    public string Id => Text("id") ?? "";

    /// <summary>Where the row stands, as a problem names it: <c>$.drugs['morphine']</c>.</summary>
    internal string PathIn(string section) => $"$.{section}['{Printable.OneLine(Id, 60)}']";

    /// <summary>Mark and sources of the row itself; <see langword="null"/> where its figures have their own.</summary>
    public Provenance? Provenance =>
        element.TryGetProperty("mark", out var mark)
            ? new Provenance(Neuraxial.Provenance.Marks.Parse(mark.GetString()!).Value, Texts("sources"), Text("note"))
            : null;

    /// <summary>The names of the members that are there, in the order of the file.</summary>
    public IEnumerable<string> Names => element.EnumerateObject().Select(member => member.Name);

    /// <summary>Whether a member is there, whatever it holds.</summary>
    internal bool Has(string name) => Member(name) is not null;

    /// <summary>A member's words; <see langword="null"/> if it is absent or holds something else.</summary>
    public string? Text(string name) => Member(name) is { } member ? TextOf(member) : null;

    /// <summary>A member's truth; <see langword="null"/> if it is absent.</summary>
    public bool? Truth(string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : null;

    /// <summary>A member's list of words; empty if it is absent.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Array(name) is not { } array)
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

    /// <summary>A member's figure; <see langword="null"/> if it is absent: not known.</summary>
    public Figure? Figure(string name) => element.TryGetProperty(name, out var member) ? FigureOf(member) : null;

    /// <summary>A member's list of figures; empty if it is absent.</summary>
    public IReadOnlyList<Figure> Figures(string name)
    {
        var figures = new List<Figure>();
        foreach (var row in Rows(name))
        {
            if (row.Content() is { } figure)
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    /// <summary>The row's own content as a figure; <see langword="null"/> if it holds none.</summary>
    public Figure? Content() => FigureOf(element);

    /// <summary>A member that is an object; <see langword="null"/> if it is absent.</summary>
    public DataRow? Row(string name) => Member(name) is { ValueKind: JsonValueKind.Object } member ? new DataRow(member) : null;

    /// <summary>A member that is a list of objects; empty if it is absent.</summary>
    public IReadOnlyList<DataRow> Rows(string name) => Array(name) is { } array ? All(array) : [];

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
    internal bool IsEmpty(string name) => Array(name) is { } array && array.GetArrayLength() == 0;

    /// <summary>Whether a member says the same in another row, however it is laid out.</summary>
    internal bool IsAlike(string name, DataRow other) =>
        (Member(name), other.Member(name)) switch
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

        var row = new DataRow(member);
        return row.Provenance is { } provenance
            ? new Figure(provenance)
            {
                Value = row.Text("value"),
                Low = row.Text("low"),
                High = row.Text("high"),
                Number = row.Number("number"),
                From = row.Number("from"),
                To = row.Number("to"),
                Unit = row.Text("unit"),
                Text = row.Text("text"),
            }
            : null;
    }

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

    private decimal? Number(string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number ? member.GetDecimal() : null;

    private JsonElement? Array(string name) => Member(name) is { ValueKind: JsonValueKind.Array } member ? member : null;

    private JsonElement? Member(string name)
    {
        try
        {
            return element.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a member's name: a problem of a row that is being checked, whose identifier is asked for all the same.
            return null;
        }
    }
}
