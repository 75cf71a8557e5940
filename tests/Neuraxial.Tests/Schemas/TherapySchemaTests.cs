using System.Text;
using System.Text.Json.Nodes;
using Neuraxial.Tests.Examples;
using NJsonSchema;
using Xunit;

namespace Neuraxial.Tests.Schemas;

/// <summary>The published schema of therapy files says what the reader says, as far as a schema can: an editor that knows it marks what the reader would refuse.</summary>
public sealed class TherapySchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "therapy.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult();

    public static TheoryData<string> Examples { get; } =
    [.. Plans.ExampleNames, .. Incidents.All.Where(incident => !incident.IsRefused).Select(incident => incident.Example)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_valid(string name) => Assert.Empty(Schema.Validate(Encoding.UTF8.GetString(Plans.ExampleBytes(name))));

    /// <summary>Each row changes one member of a full therapy; both schema and reader must take it.</summary>
    [Theory]
    [InlineData("fill.volume", "20 ml", "litres are l or L in UCUM")]
    [InlineData("fill.volume", "20000 uL", "another unit of volume")]
    [InlineData("fill.volume", "20\u00a0mL", "a number copied from a screen keeps its no-break space")]
    [InlineData("fill.at", "2026-11-24T10:00+01:00", "without seconds")]
    [InlineData("infusate.drugs.0.concentration", "10000 mcg/mL", "mcg is read")]
    [InlineData("infusate.drugs.0.concentration", "10000 micrograms/mL", "micrograms are read")]
    [InlineData("infusate.drugs.1.concentration", "0.5 %", "per cent of a local anaesthetic")]
    [InlineData("program.rate", "0.5 mL/d", "a whole millilitre would also do")]
    [InlineData(
        "program",
        """{ "mode": "continuous", "rate": "0 mL/d", "demand": { "dose": "0.1 mL", "lockout": "1 h" } }""",
        "demand boluses alone"
    )]
    [InlineData("program", """{ "mode": "continuous", "dose": { "drug": "bupivacaine", "rate": "4 mg/d" } }""", "a dose of any drug of the mixture")]
    [InlineData(
        "program",
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "0 mL/d" }, { "at": "22:00", "rate": "0.5 mL/d" }] }""",
        "a step without flow"
    )]
    [InlineData("program", """{ "mode": "periodic", "bolus": "0.1 mg", "duration": "5 min", "every": "2 h", "basal": "1 mg/d" }""", "a basal dose")]
    [InlineData("painLevels", """["C8", "S5"]""", "C8 is a dermatome")]
    [InlineData("patient.conditions", """[]""", "nothing is known to be wrong")]
    public void What_the_reader_takes_is_valid(string path, string value, string why)
    {
        var json = Plans.Changed(Full, (path, value));
        Assert.True(TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Problems.Count == 0, why);
        Assert.Empty(Schema.Validate(json));
    }

    /// <summary>Each row makes one member of a full therapy wrong; neither schema nor reader may take it.</summary>
    [Theory]
    [InlineData("fill.volume", "20", "no unit")]
    [InlineData("fill.volume", "20mL", "no space")]
    [InlineData("fill.volume", "20  mL", "two spaces")]
    [InlineData("fill.volume", "20,5 mL", "a decimal comma")]
    [InlineData("fill.volume", ".5 mL", "a bare point")]
    [InlineData("fill.volume", "020 mL", "a leading zero")]
    [InlineData("fill.volume", "-20 mL", "a sign")]
    [InlineData("fill.volume", "2e1 mL", "an exponent")]
    [InlineData("fill.volume", "0 mL", "nothing")]
    [InlineData("fill.volume", "20 mg", "a mass")]
    [InlineData("fill.volume", "20 cc", "a unit of worksheets")]
    [InlineData("fill.at", "2026-11-24T10:00:00", "no offset")]
    [InlineData("fill.at", "24/11/2026 10:00", "another form of date")]
    [InlineData("infusate.drugs.0.concentration", "1:200", "a ratio")]
    [InlineData("infusate.drugs.0.concentration", "10 MG/ML", "capitals mean other units")]
    [InlineData("infusate.drugs", """[]""", "no drug")]
    [InlineData("infusate.drugs.0.drug", "Morphine", "a capital")]
    [InlineData("infusate.drugs.0.salt", "sulfate", "a member that is not known")]
    [InlineData("infusate.drugs.0.concentration", null, "no concentration: there is no default")]
    [InlineData("route", "spinal", "either route could be meant")]
    [InlineData("indication", "pain", "not one of the words")]
    [InlineData("program.mode", "continous", "misspelt")]
    [InlineData("program.rate", "0.4 mg/d", "a dose is no rate")]
    [InlineData("program", """{ "mode": "continuous" }""", "neither rate nor dose")]
    [InlineData("program", """{ "mode": "continuous", "rate": "0.4 mL/d", "bolus": "1 mg" }""", "a member of another mode")]
    [InlineData("program", """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/d" }] }""", "one step")]
    [InlineData(
        "program",
        """{ "mode": "flex", "steps": [{ "at": "6:00", "rate": "1 mL/d" }, { "at": "22:00", "rate": "1 mL/d" }] }""",
        "an hour of one digit"
    )]
    [InlineData(
        "program",
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/d" }, { "at": "24:00", "rate": "1 mL/d" }] }""",
        "no such time"
    )]
    [InlineData(
        "program",
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/d" }, { "at": "22:00", "rate": "2 mL/d" }], "otherDays": [{ "on": [], "steps": [{ "at": "06:00", "rate": "1 mL/d" }] }] }""",
        "steps of no day"
    )]
    [InlineData(
        "program",
        """{ "mode": "flex", "steps": [{ "at": "06:00", "rate": "1 mL/d" }, { "at": "22:00", "rate": "2 mL/d" }], "otherDays": [{ "on": ["sunday"], "steps": [] }] }""",
        "a day without steps"
    )]
    [InlineData("program", """{ "mode": "periodic", "bolus": "0.1 mL", "every": "2 h" }""", "no duration of the bolus")]
    [InlineData("program", """{ "mode": "constant-flow", "demand": { "dose": "0.1 mL", "lockout": "1 h" } }""", "a built-in flow gives no boluses")]
    [InlineData("program.demand.lockout", null, "no lockout")]
    [InlineData("program.demand.lockout", "0 min", "a lockout of nothing")]
    [InlineData("program.demand.maximum", """{ "count": 0, "per": "24 h" }""", "at most none")]
    [InlineData("program.demand.maximum", """{ "count": 2.5, "per": "24 h" }""", "half a bolus")]
    [InlineData("program.demand.maximum", """{ "count": "4", "per": "24 h" }""", "a count as a text")]
    [InlineData("program.demand.expected", """{ "count": 3 }""", "no window")]
    [InlineData("pump.model", null, "no pump")]
    [InlineData("pump.name", "x", "a member that is not known")]
    [InlineData("catheter.tip", "C8", "no vertebra is called so")]
    [InlineData("catheter.tip", "T13", "no such level")]
    [InlineData("patient.sex", "f", "not one of the words")]
    [InlineData("patient.birthDate", "02-03-1958", "another form of date")]
    [InlineData("patient.name", "x", "a file holds no name")]
    [InlineData("currentOpioids", """[{ "drug": "morphine", "route": "po", "dose": "240 mg/d" }]""", "not one of the words")]
    [InlineData("currentOpioids", """[{ "drug": "morphine", "route": "oral" }]""", "no dose")]
    [InlineData("previous.infusate", null, "no old mixture")]
    [InlineData("previous.fill", null, "a measured residual without the old fill")]
    [InlineData("previous.program", null, "a measured residual without the old program")]
    [InlineData("previous.rinse", """{ "count": 0, "volume": "2 mL" }""", "no rinse")]
    [InlineData("bridge.declined", " ", "no reason")]
    [InlineData("therapy", " ", "no name")]
    [InlineData("therapy", null, "no name")]
    [InlineData("fill", null, "no fill")]
    [InlineData("notes", "x", "a member that is not known")]
    public void What_the_reader_refuses_for_its_form_is_not_valid(string path, string? value, string why)
    {
        var json = Plans.Changed(Full, (path, value));
        Assert.True(TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Problems.Count > 0, $"the reader took it: {why}");
        Assert.True(Schema.Validate(json).Count > 0, $"the schema took it: {why}");
    }

    [Theory]
    [InlineData("fill.volume", "20")]
    [InlineData("patient.anticoagulated", "0")]
    [InlineData("about", "null")]
    [InlineData("pump", "[]")]
    public void A_value_of_another_kind_is_not_valid(string path, string raw)
    {
        var json = Plans.Changed(Full, (path, "RAW")).Replace("\"RAW\"", raw, StringComparison.Ordinal);
        Assert.NotEmpty(TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Problems);
        Assert.NotEmpty(Schema.Validate(json));
    }

    [Fact]
    public void No_object_takes_a_member_that_is_not_known()
    {
        foreach (var path in Objects(JsonNode.Parse(Full)!, ""))
        {
            var json = Plans.Changed(Full, (path + "unknown", "x"));
            Assert.True(TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Problems.Count > 0, $"the reader took {path}unknown");
            Assert.True(Schema.Validate(json).Count > 0, $"the schema took {path}unknown");
        }
    }

    [Fact]
    public void Every_member_is_described_in_words() => Assert.Empty(Undescribed(JsonNode.Parse(Text)!, "$"));

    private static IEnumerable<string> Objects(JsonNode node, string path) =>
        node switch
        {
            JsonObject members => members
                .Where(member => member.Value is JsonObject or JsonArray)
                .SelectMany(member => Objects(member.Value!, $"{path}{member.Key}."))
                .Prepend(path),
            JsonArray items => items.SelectMany((item, i) => item is JsonObject ? Objects(item, $"{path}{i}.") : []),
            _ => [],
        };

    private static IEnumerable<string> Undescribed(JsonNode? node, string path) =>
        node switch
        {
            JsonObject schema => (schema["properties"] as JsonObject ?? [])
                .Where(member => member.Value?["description"]?.GetValue<string>() is not { Length: > 3 })
                .Select(member => $"{path}.{member.Key}")
                .Concat(schema.SelectMany(member => Undescribed(member.Value, $"{path}.{member.Key}"))),
            JsonArray items => items.SelectMany((item, i) => Undescribed(item, $"{path}[{i}]")),
            _ => [],
        };

    /// <summary>Every member that a file can have, but for those of other modes.</summary>
    private const string Full = """
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
}
