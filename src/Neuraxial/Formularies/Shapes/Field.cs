using System.Text.Json;

namespace Neuraxial;

/// <summary>
/// One member that a row of the data may have: its name, whether it must be there, and what it may hold. The shapes made of these are the single
/// description of the data files: the loader checks with them, and the published JSON Schema is written from them.
/// </summary>
internal abstract record Field(string Name)
{
    public bool IsRequired { get; private init; }

    public Field Required() => this with { IsRequired = true };

    public void Check(JsonMembers members)
    {
        if (members.Optional(Name) is { } element)
        {
            Check(members, element);
        }
        else if (IsRequired)
        {
            members.Fault(Name, $"missing; expected {Expected}");
        }
    }

    public abstract string Expected { get; }

    public abstract void WriteSchema(Utf8JsonWriter json);

    protected abstract void Check(JsonMembers members, JsonElement element);

    protected static void WriteType(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    protected static void WriteReference(Utf8JsonWriter json, string definition)
    {
        json.WriteStartObject();
        json.WriteString("$ref", $"#/definitions/{definition}");
        json.WriteEndObject();
    }

    protected static void WriteArray(Utf8JsonWriter json, Action<Utf8JsonWriter> items)
    {
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WritePropertyName("items");
        items(json);
        json.WriteEndObject();
    }
}

/// <summary>Words.</summary>
internal sealed record TextField(string Name) : Field(Name)
{
    public override string Expected => "words";

    public override void WriteSchema(Utf8JsonWriter json) => WriteType(json, "string");

    protected override void Check(JsonMembers members, JsonElement element) => members.TextOf(element, members.At(Name), Expected);
}

/// <summary>One of a closed list of words.</summary>
internal sealed record WordField(string Name, params string[] Words) : Field(Name)
{
    public override string Expected => "one of " + string.Join(", ", Words);

    public override void WriteSchema(Utf8JsonWriter json) => WriteWords(json, Words);

    public static void WriteWords(Utf8JsonWriter json, string[] words)
    {
        json.WriteStartObject();
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void CheckWord(JsonMembers members, JsonElement element, string path, string[] words)
    {
        if (members.TextOf(element, path, "one of " + string.Join(", ", words)) is { } text && !words.Contains(text, StringComparer.Ordinal))
        {
            members.Problems.Add(path, $"'{Printable.OneLine(text, 40)}' is unknown; expected one of {string.Join(", ", words)}");
        }
    }

    protected override void Check(JsonMembers members, JsonElement element) => CheckWord(members, element, members.At(Name), Words);
}

/// <summary>An array of words, from a closed list if one is given.</summary>
internal sealed record TextsField(string Name, params string[] Words) : Field(Name)
{
    public override string Expected => "an array of words";

    public override void WriteSchema(Utf8JsonWriter json) =>
        WriteArray(
            json,
            items =>
            {
                if (Words.Length == 0)
                {
                    WriteType(items, "string");
                }
                else
                {
                    WordField.WriteWords(items, Words);
                }
            }
        );

    protected override void Check(JsonMembers members, JsonElement element)
    {
        foreach (var (item, path) in members.Items(Name, element))
        {
            if (Words.Length == 0)
            {
                members.TextOf(item, path, "words");
            }
            else
            {
                WordField.CheckWord(members, item, path, Words);
            }
        }
    }
}

/// <summary>True or false.</summary>
internal sealed record TruthField(string Name) : Field(Name)
{
    public override string Expected => "true or false";

    public override void WriteSchema(Utf8JsonWriter json) => WriteType(json, "boolean");

    protected override void Check(JsonMembers members, JsonElement element) => members.OptionalTruth(Name);
}

/// <summary>A bare number that orders or counts and is no dose: a row's number in its table.</summary>
internal sealed record NumberField(string Name) : Field(Name)
{
    public override string Expected => "a number";

    public override void WriteSchema(Utf8JsonWriter json) => WriteType(json, "number");

    protected override void Check(JsonMembers members, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out _))
        {
            members.Fault(Name, $"{JsonMembers.Seen(element)}; expected a number");
        }
    }
}

/// <summary>A quantity of one dimension, whose provenance is that of its row.</summary>
internal sealed record QuantityField(string Name, Dimension Dimension) : Field(Name)
{
    public override string Expected => $"{Dimension.Name} in {Dimension.Examples}";

    public override void WriteSchema(Utf8JsonWriter json) => WriteReference(json, "quantity");

    protected override void Check(JsonMembers members, JsonElement element)
    {
        if (members.TextOf(element, members.At(Name), Expected) is { } text && QuantityText.Problem(text, Dimension) is { } problem)
        {
            members.Fault(Name, problem);
        }
    }
}

/// <summary>A figure with its provenance; its quantities are of one dimension where one is given.</summary>
internal sealed record FigureField(string Name, Dimension? Dimension = null) : Field(Name)
{
    public override string Expected => "a figure with its mark and sources";

    public override void WriteSchema(Utf8JsonWriter json) => WriteReference(json, "figure");

    protected override void Check(JsonMembers members, JsonElement element) => CheckOne(members.Problems, element, members.At(Name), Dimension);

    public static void CheckOne(ProblemList problems, JsonElement element, string path, Dimension? dimension)
    {
        if (JsonMembers.Open(element, path, problems) is { } figure)
        {
            FigureMembers.Check(figure, dimension);
            figure.Close();
        }
    }
}

/// <summary>An array of figures.</summary>
internal sealed record FiguresField(string Name, Dimension? Dimension = null) : Field(Name)
{
    public override string Expected => "an array of figures";

    public override void WriteSchema(Utf8JsonWriter json) => WriteArray(json, items => WriteReference(items, "figure"));

    protected override void Check(JsonMembers members, JsonElement element)
    {
        foreach (var (item, path) in members.Items(Name, element))
        {
            FigureField.CheckOne(members.Problems, item, path, Dimension);
        }
    }
}

/// <summary>An object of its own shape.</summary>
internal sealed record RowField(string Name, Shape Shape) : Field(Name)
{
    public override string Expected => "an object";

    public override void WriteSchema(Utf8JsonWriter json) => Shape.WriteSchema(json);

    protected override void Check(JsonMembers members, JsonElement element) => Shape.Check(element, members.At(Name), members.Problems);
}

/// <summary>An array of objects of one shape.</summary>
internal sealed record RowsField(string Name, Shape Shape) : Field(Name)
{
    public override string Expected => "an array of objects";

    public override void WriteSchema(Utf8JsonWriter json) => WriteArray(json, Shape.WriteSchema);

    protected override void Check(JsonMembers members, JsonElement element)
    {
        foreach (var (item, path) in members.Items(Name, element))
        {
            Shape.Check(item, path, members.Problems);
        }
    }
}
