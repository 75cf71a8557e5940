using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <summary>
/// The members of one JSON object, taken one by one under the names that are expected. What was not taken when the object is closed is an
/// unknown member. Every fault becomes a problem with its path; a reader goes on, so that all faults of a file are found in one pass.
/// </summary>
internal sealed class JsonMembers
{
    // Names in the order of the file, each with the place of its value: kept apart, since a table of structures costs a compilation at every start.
    private readonly Dictionary<string, int> places;
    private readonly List<string> order = [];
    private readonly JsonElement[] values;
    private readonly List<string> taken = [];

    private JsonMembers(JsonElement element, string path, ProblemList problems)
    {
        Path = path;
        Element = element;
        Problems = problems;
        values = new JsonElement[element.GetPropertyCount()];
        places = new Dictionary<string, int>(values.Length, StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
            {
                problems.Add(path, "a member's name is not valid text; expected no unpaired surrogate");
            }
            else if (places.TryAdd(name, order.Count))
            {
                values[order.Count] = property.Value;
                order.Add(name);
            }
            else
            {
                problems.Add(At(name), "the member stands twice; expected once, since nobody can tell which one was meant");
            }
        }
    }

    public string Path { get; }

    /// <summary>The object itself, as it stands in the file; readable for as long as the file is being read.</summary>
    public JsonElement Element { get; }

    public ProblemList Problems { get; }

    public static JsonMembers? Open(JsonElement element, string path, ProblemList problems)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return new JsonMembers(element, path, problems);
        }

        problems.Add(path, $"{Seen(element)}; expected an object");
        return null;
    }

    /// <summary>The path of a member.</summary>
    public string At(string name) => $"{Path}.{Printable.OneLine(name, 60)}";

    /// <summary>Whether the member is there, whatever it holds.</summary>
    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>Reports a problem of a member.</summary>
    public void Fault(string name, string message) => Problems.Add(At(name), message);

    /// <summary>Reports every member that was not taken, with the names that are expected here.</summary>
    public void Close()
    {
        foreach (var name in order)
        {
            if (!taken.Contains(name))
            {
                if (Problems.IsFull)
                {
                    // Only counted from here on: a suggestion for each of a million names would take longer than anybody waits.
                    Fault(name, "unknown member");
                    continue;
                }

                var near = Spelling.Nearest(name, taken);
                Fault(name, near is null ? $"unknown member; expected one of {string.Join(", ", taken)}" : $"unknown member; did you mean '{near}'?");
            }
        }
    }

    /// <summary>Takes a member that must be there; a missing one is a problem with <paramref name="expected"/> in it.</summary>
    public JsonElement? Required(string name, string expected)
    {
        if (Optional(name) is { } element)
        {
            return element;
        }

        Fault(name, $"missing; expected {expected}");
        return null;
    }

    /// <summary>Takes a member that may be absent.</summary>
    public JsonElement? Optional(string name)
    {
        taken.Add(name);
        return places.TryGetValue(name, out var place) ? values[place] : null;
    }

    public string? RequiredText(string name, string expected) => Required(name, expected) is { } element ? MemberText(element, name, expected) : null;

    public string? OptionalText(string name, string expected) => Optional(name) is { } element ? MemberText(element, name, expected) : null;

    public JsonMembers? RequiredObject(string name, string expected) =>
        Required(name, expected) is { } element ? Open(element, At(name), Problems) : null;

    public JsonMembers? OptionalObject(string name) => Optional(name) is { } element ? Open(element, At(name), Problems) : null;

    public T? RequiredQuantity<T>(string name)
        where T : struct, IQuantity<T> => RequiredText(name, T.Dimension.Expected) is { } text ? Taken(QuantityText.Parse<T>(text), name) : null;

    public T? OptionalQuantity<T>(string name)
        where T : struct, IQuantity<T> => OptionalText(name, T.Dimension.Expected) is { } text ? Taken(QuantityText.Parse<T>(text), name) : null;

    public Duration? RequiredDuration(string name) =>
        RequiredText(name, "a duration in d, h, min, s") is { } text ? Taken(QuantityText.ParseDuration(text), name) : null;

    public Duration? OptionalDuration(string name) =>
        OptionalText(name, "a duration in d, h, min, s") is { } text ? Taken(QuantityText.ParseDuration(text), name) : null;

    /// <summary>A whole number of a count, from one to <paramref name="most"/>.</summary>
    public int? RequiredCount(string name, int most)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {most}");
        if (Required(name, expected) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) && count >= 1 && count <= most)
        {
            return count;
        }

        Fault(name, $"{Seen(element)}; expected {expected}");
        return null;
    }

    public bool? OptionalTruth(string name)
    {
        switch (Optional(name))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.True }:
                return true;
            case { ValueKind: JsonValueKind.False }:
                return false;
            case { } element:
                Fault(name, $"{Seen(element)}; expected true or false");
                return null;
        }
    }

    public T? RequiredChoice<T>(string name, Choice<T> choice)
        where T : struct => RequiredText(name, choice.Expected) is { } text ? Chosen(text, At(name), choice) : null;

    public T? OptionalChoice<T>(string name, Choice<T> choice)
        where T : struct => OptionalText(name, choice.Expected) is { } text ? Chosen(text, At(name), choice) : null;

    /// <summary>The elements of an array with the path of each; an absent member is an empty list.</summary>
    public IEnumerable<(JsonElement Element, string Path)> Items(string name, JsonElement? array)
    {
        if (array is not { } element)
        {
            yield break;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            Fault(name, $"{Seen(element)}; expected an array");
            yield break;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            yield return (item, $"{At(name)}[{index++}]");
        }
    }

    /// <summary>The objects of an optional array, each closed after <paramref name="read"/>.</summary>
    public List<T> Objects<T>(string name, Func<JsonMembers, T?> read)
        where T : class => Objects(name, Optional(name), read);

    public List<T> Objects<T>(string name, JsonElement? array, Func<JsonMembers, T?> read)
        where T : class
    {
        var list = new List<T>();
        foreach (var (element, path) in Items(name, array))
        {
            if (Open(element, path, Problems) is { } members)
            {
                if (read(members) is { } item)
                {
                    list.Add(item);
                }

                members.Close();
            }
        }

        return list;
    }

    /// <summary>The texts of an optional array.</summary>
    public List<string> Texts(string name, string expected)
    {
        var list = new List<string>();
        foreach (var (element, path) in Items(name, Optional(name)))
        {
            if (TextOf(element, path, expected) is { } text)
            {
                list.Add(text);
            }
        }

        return list;
    }

    public T? Taken<T>(Parsed<T> parsed, string name)
        where T : struct
    {
        if (parsed.Succeeded)
        {
            return parsed.Value;
        }

        Fault(name, parsed.Problem);
        return null;
    }

    public T? Chosen<T>(string text, string path, Choice<T> choice)
        where T : struct
    {
        var parsed = choice.Parse(text);
        if (parsed.Succeeded)
        {
            return parsed.Value;
        }

        Problems.Add(path, parsed.Problem);
        return null;
    }

    /// <summary>A member's text. Its path is made where there is something to say of it.</summary>
    private string? MemberText(JsonElement element, string name, string expected) =>
        element.ValueKind == JsonValueKind.String && StringOf(element) is { } text ? text : TextOf(element, At(name), expected);

    public string? TextOf(JsonElement element, string path, string expected)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Problems.Add(path, $"{Seen(element)}; expected {expected}");
            return null;
        }

        if (StringOf(element) is { } text)
        {
            return text;
        }

        Problems.Add(path, $"not valid text (an unpaired surrogate); expected {expected}");
        return null;
    }

    /// <summary>What an element is, in the words of a message.</summary>
    public static string Seen(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => $"the text '{Printable.OneLine(StringOf(element) ?? "?", 40)}'",
            JsonValueKind.Number => $"the bare number {Printable.OneLine(element.GetRawText(), 40)}",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "null",
        };

    private static string? StringOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // The only way in which a string of valid UTF-8 fails: an escaped surrogate without its partner.
            return null;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
