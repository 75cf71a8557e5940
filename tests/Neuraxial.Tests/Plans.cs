using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Therapies and plans of tests: from an example file, or from a small therapy with members changed one by one.</summary>
internal static class Plans
{
    /// <summary>An implanted pump with morphine alone, every figure of which divides without a rest.</summary>
    public const string Plain = """
        {
          "therapy": "test",
          "indication": "cancer-pain",
          "route": "intrathecal",
          "pump": { "model": "synchromed-ii-20" },
          "infusate": { "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }] },
          "fill": { "volume": "20 mL", "at": "2026-11-24T10:00:00Z" },
          "program": { "mode": "continuous", "rate": "0.4 mL/d" }
        }
        """;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "examples");

    public static string[] ExampleNames { get; } =
    [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static byte[] ExampleBytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static Therapy ExampleTherapy(string name, Formulary? formulary = null) => Read(ExampleBytes(name), formulary);

    public static Plan Example(string name, Formulary? formulary = null) =>
        Planner.Plan(ExampleTherapy(name, formulary), formulary ?? Formulary.BuiltIn);

    /// <summary>The plan of <see cref="Plain"/> with members changed.</summary>
    /// <param name="changes">Path and value: JSON if it begins as an object or array, else a text; <see langword="null"/> takes the member away.</param>
    public static Plan Of(params (string Path, string? Value)[] changes) => Of(Formulary.BuiltIn, changes);

    public static Plan Of(Formulary formulary, params (string Path, string? Value)[] changes) =>
        Planner.Plan(Read(Encoding.UTF8.GetBytes(Changed(Plain, changes)), formulary), formulary);

    public static Therapy Therapy(params (string Path, string? Value)[] changes) => Read(Encoding.UTF8.GetBytes(Changed(Plain, changes)), null);

    /// <summary>The problems of <see cref="Plain"/> with members changed.</summary>
    public static IReadOnlyList<Problem> Problems(params (string Path, string? Value)[] changes) =>
        TherapyFile.Read(Encoding.UTF8.GetBytes(Changed(Plain, changes)), Formulary.BuiltIn).Problems;

    /// <summary>A JSON text with members changed.</summary>
    public static string Changed(string json, params (string Path, string? Value)[] changes)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var (path, value) in changes)
        {
            var names = path.Split('.');
            var parent = names[..^1].Aggregate(root, Step);
            var node =
                value is null ? null
                : value is ['{' or '[', ..] ? JsonNode.Parse(value)
                : JsonValue.Create(value);
            switch (parent)
            {
                case JsonObject members when value is null:
                    Assert.True(members.Remove(names[^1]), $"there is no {path} to take away");
                    break;
                case JsonObject members:
                    members[names[^1]] = node;
                    break;
                default:
                    parent[Index(names[^1])] = node;
                    break;
            }
        }

        return root.ToJsonString();
    }

    /// <summary>The one finding of a kind.</summary>
    public static Finding The(this Plan plan, FindingKind kind) => Assert.Single(plan.Findings, finding => finding.Kind == kind);

    /// <summary>Asserts that a plan holds no finding of a kind.</summary>
    public static void HasNo(this Plan plan, FindingKind kind) => Assert.DoesNotContain(plan.Findings, finding => finding.Kind == kind);

    /// <summary>Doses as a table prints them: <c>morphine 2 mg/d, bupivacaine 4 mg/d</c>.</summary>
    public static string Text(this IEnumerable<DrugDose> doses) => string.Join(", ", doses.Select(dose => $"{dose.Drug} {dose.Dose}"));

    /// <summary>Masses as a table prints them.</summary>
    public static string Text(this IEnumerable<DrugMass> masses) => string.Join(", ", masses.Select(mass => $"{mass.Drug} {mass.Mass}"));

    /// <summary>A moment in UTC, cut to the second.</summary>
    public static string? Text(this Instant? instant) => instant is { } known ? DateText.Write(known) : null;

    private static Therapy Read(byte[] utf8, Formulary? formulary)
    {
        var reading = TherapyFile.Read(utf8, formulary ?? Formulary.BuiltIn);
        Assert.Empty(reading.Problems);
        return reading.Content!;
    }

    private static JsonNode Step(JsonNode parent, string name) =>
        parent is JsonObject members ? members[name] ?? (members[name] = new JsonObject()) : parent[Index(name)]!;

    private static int Index(string name) => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
}
