using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>The paper of a therapy file, with the plan behind it, read back as a browser reads it.</summary>
internal sealed record Printed(string Name, byte[] File, Plan Plan, string Text, IHtmlDocument Page)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "examples");
    private static readonly ConcurrentDictionary<string, Printed> Known = new(StringComparer.Ordinal);

    /// <summary>The names of all examples.</summary>
    public static string[] Names { get; } =
    [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>The paper of an example; made once.</summary>
    public static Printed Example(string name) =>
        Known.GetOrAdd(name, _ => Of(name, System.IO.File.ReadAllBytes(Path.Combine(Folder, name + ".json"))));

    /// <summary>Every example.</summary>
    public static IEnumerable<Printed> Examples => Names.Select(Example);

    /// <summary>The paper of an example with one member set to a text.</summary>
    public static Printed Changed(string name, string member, JsonNode value)
    {
        var root = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, name + ".json"), Encoding.UTF8))!;
        root[member] = value;
        return Of(name, Encoding.UTF8.GetBytes(root.ToJsonString()));
    }

    /// <summary>The section with an identifier.</summary>
    public IElement Section(string id) => Page.GetElementById(id) ?? throw new Xunit.Sdk.XunitException($"{Name} has no section '{id}'");

    /// <summary>The words of an element as they are seen: a space between two blocks and for every space, whatever holds it together.</summary>
    public static string Words(IElement element)
    {
        var words = new StringBuilder();
        Add(element, words);
        return Plain(words.ToString());
    }

    /// <summary>A text with plain spaces.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));

    private static void Add(INode node, StringBuilder words)
    {
        if (node is IText text)
        {
            words.Append(text.Data);
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            Add(child, words);
        }

        if (node is IElement { LocalName: not ("span" or "b" or "a" or "i" or "strong" or "code") })
        {
            words.Append(' ');
        }
    }

    private static Printed Of(string name, byte[] utf8)
    {
        var reading = TherapyFile.Read(utf8, Formulary.BuiltIn);
        Assert.True(reading.Content is not null, string.Join('\n', reading.Problems));
        var plan = Planner.Plan(reading.Content!, Formulary.BuiltIn);
        var text = Paper.Write(plan, TherapyHash.Of(utf8));
        return new Printed(name, utf8, plan, text, new HtmlParser().ParseDocument(text));
    }
}
