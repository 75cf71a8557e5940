using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Small therapies, one a mode, that can be used as they stand; a test changes one member by its path, the same path that a problem names.</summary>
internal static class Therapies
{
    public const string Continuous = """
        {
          "therapy": "test",
          "indication": "cancer-pain",
          "route": "intrathecal",
          "pump": { "model": "synchromed-ii-20" },
          "infusate": { "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }, { "drug": "bupivacaine", "concentration": "1.25 mg/mL" }] },
          "fill": { "volume": "20 mL", "at": "2026-11-24T10:00:00Z" },
          "program": { "mode": "continuous", "rate": "0.4 mL/d" }
        }
        """;

    public const string Flex = """
        {
          "therapy": "test",
          "indication": "spasticity",
          "route": "intrathecal",
          "pump": { "model": "synchromed-ii-20" },
          "infusate": { "drugs": [{ "drug": "baclofen", "concentration": "500 ug/mL" }] },
          "fill": { "volume": "20 mL", "at": "2026-11-24T10:00:00Z" },
          "program": {
            "mode": "flex",
            "steps": [{ "at": "06:00", "rate": "0.5 mL/d" }, { "at": "22:00", "rate": "0.3 mL/d" }],
            "otherDays": [{ "on": ["saturday", "sunday"], "steps": [{ "at": "08:00", "rate": "0.4 mL/d" }] }]
          }
        }
        """;

    public const string Periodic = """
        {
          "therapy": "test",
          "indication": "spasticity",
          "route": "intrathecal",
          "pump": { "model": "synchromed-ii-20" },
          "infusate": { "drugs": [{ "drug": "baclofen", "concentration": "500 ug/mL" }] },
          "fill": { "volume": "20 mL", "at": "2026-11-24T10:00:00Z" },
          "program": { "mode": "periodic", "bolus": "60 ug", "duration": "30 min", "every": "24 h", "basal": "0.1 mL/d" }
        }
        """;

    public const string Demand = """
        {
          "therapy": "test",
          "indication": "cancer-pain",
          "route": "intrathecal",
          "pump": { "model": "prometra-ii-20" },
          "infusate": { "drugs": [{ "drug": "morphine", "concentration": "20 mg/mL" }] },
          "fill": { "volume": "20 mL", "at": "2026-11-24T10:00:00Z" },
          "program": {
            "mode": "continuous", "rate": "0.4 mL/d",
            "demand": { "dose": "0.3 mg", "duration": "5 min", "lockout": "1 h", "maximum": { "count": 6, "per": "24 h" }, "expected": { "count": 3, "per": "24 h" } }
          }
        }
        """;

    public const string ConstantFlow = """
        {
          "therapy": "test",
          "indication": "cancer-pain",
          "route": "intrathecal",
          "pump": { "model": "isomed-20", "flow": "0.5 mL/d" },
          "infusate": { "drugs": [{ "drug": "morphine", "concentration": "8 mg/mL" }] },
          "fill": { "volume": "20 mL", "at": "2026-11-24T10:00:00Z" },
          "program": { "mode": "constant-flow" }
        }
        """;

    /// <summary>Every member that is not of a mode, so that each place of a file can be made wrong.</summary>
    public const string Full = """
        {
          "$schema": "../docs/schema/therapy.schema.json",
          "therapy": "full",
          "about": "words",
          "source": "words",
          "patient": { "birthDate": "1958-03-02", "sex": "female", "weight": "58 kg", "height": "162 cm", "conditions": ["renal-impairment"], "allergies": ["latex"], "anticoagulated": false },
          "indication": "cancer-pain",
          "route": "intrathecal",
          "painLevels": ["T8", "L1"],
          "currentOpioids": [{ "drug": "morphine", "route": "oral", "dose": "240 mg/d" }],
          "catheter": { "model": "ascenda-114", "tip": "T10", "trimmed": "30 cm", "volume": "0.18 mL" },
          "pump": { "model": "synchromed-ii-40", "lowReservoir": "2 mL", "zone": "Europe/London" },
          "infusate": { "diluent": "sodium-chloride-0.9", "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }, { "drug": "bupivacaine", "concentration": "20 mg/mL" }] },
          "fill": { "volume": "40 mL", "at": "2026-11-24T10:00:00Z" },
          "program": {
            "mode": "continuous", "rate": "0.2 mL/d",
            "demand": { "dose": "0.2 mg", "duration": "5 min", "lockout": "2 h", "maximum": { "count": 4, "per": "24 h" }, "expected": { "count": 2, "per": "24 h" } }
          },
          "previous": {
            "infusate": { "drugs": [{ "drug": "morphine", "concentration": "20 mg/mL" }] },
            "program": { "mode": "continuous", "rate": "0.2 mL/d" },
            "fill": { "volume": "20 mL", "at": "2026-10-24T10:00:00Z" },
            "measured": "14 mL",
            "rinse": { "count": 2, "volume": "5 mL" }
          },
          "bridge": { "declined": "a reason" }
        }
        """;

    /// <summary>The therapy with the member at a path put in, replaced, or, without a value, taken away.</summary>
    /// <param name="json">The therapy.</param>
    /// <param name="path">As a problem names it: <c>$.infusate.drugs[0].concentration</c>.</param>
    /// <param name="value">JSON.</param>
    public static string With(this string json, string path, string? value)
    {
        var root = JsonNode.Parse(json)!;
        var names = path[2..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var parent = names[..^1].Aggregate(root, Member);
        if (parent is JsonArray items)
        {
            Put(items, int.Parse(names[^1], CultureInfo.InvariantCulture), JsonNode.Parse(value!));
        }
        else if (value is null)
        {
            Assert.True(parent.AsObject().Remove(names[^1]), $"there is no {path} to take away");
        }
        else
        {
            parent[names[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }

    public static IReadOnlyList<Problem> Problems(string json) => Problems(Encoding.UTF8.GetBytes(json));

    public static IReadOnlyList<Problem> Problems(byte[] utf8) => TherapyFile.Read(utf8, Formulary.BuiltIn).Problems;

    public static Therapy Read(string json)
    {
        var reading = TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn);
        Assert.Empty(reading.Problems);
        return reading.Content!;
    }

    /// <summary>Asserts that a therapy is refused for one reason alone: this place, and words of the message.</summary>
    public static void AssertRefused(string json, string path, string words)
    {
        var problem = Assert.Single(Problems(json));
        Assert.Equal(path, problem.Path);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    private static JsonNode Member(JsonNode parent, string name) =>
        parent is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)]! : parent[name] ?? (parent[name] = new JsonObject());

    private static void Put(JsonArray items, int index, JsonNode? value)
    {
        if (index == items.Count)
        {
            items.Add(value);
        }
        else
        {
            items[index] = value;
        }
    }
}
