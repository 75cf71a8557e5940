using System.Text;
using System.Text.Json.Nodes;
using Neuraxial.Safety;
using NJsonSchema;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The published schema of studies says what the reader says, as far as a schema can: an editor that knows it marks what the reader would refuse.</summary>
public sealed class ExperimentSchemaTests
{
    private const string Full = """
        {
          "$schema": "../docs/schema/experiment.schema.json", "about": "words", "experiment": "full", "source": "words", "species": "human", "drug": "diamorphine",
          "subject": { "height": "172 cm", "weight": "70 kg", "age": "65 a", "sex": "female", "heartRate": "66 /min", "strokeVolume": "2.1 mL", "csfVolume": "96 mL" },
          "doses": [
            { "at": "0 h", "route": "intrathecal", "level": "L3", "mass": "0.25 mg", "volume": "1 mL", "over": "1 min", "baricity": "isobaric" },
            { "from": "0 h", "until": "24 h", "route": "epidural", "position": "12.4 cm", "rate": "1 mg/d", "volume": "24 mL", "drug": "morphine" },
            { "at": "1 h", "route": "intravenous", "mass": "5 mg" }
          ],
          "samples": [
            { "name": "lumbar", "site": "csf", "level": "L3" },
            { "name": "plasma", "site": "plasma", "analyte": "morphine" },
            { "name": "horn", "site": "cord", "segment": "T8" },
            { "name": "sac", "site": "sac-volume", "level": "T12" },
            { "name": "other", "site": "csf", "position": "20 cm", "drug": "morphine" }
          ],
          "until": "24 h", "every": "5 min",
          "changes": [ { "at": "2 h", "heartRate": "90 /min", "strokeVolume": "3 mL" } ],
          "population": { "patients": 200, "seed": 1 },
          "observed": [
            { "what": "concentration", "sample": "lumbar", "at": "1 h", "value": "4228 ng/mL", "band": [ "2750 ng/mL", "5710 ng/mL" ] },
            { "what": "peak", "sample": "lumbar", "value": "4228 ng/mL" },
            { "what": "time-of-peak", "sample": "lumbar", "value": "10 min" },
            { "what": "time-of-share", "sample": "lumbar", "share": 0.1, "value": "10 min" },
            { "what": "half-life", "sample": "lumbar", "from": "3 h", "until": "10 h", "value": "196 min", "band": [ "140 min", "260 min" ] },
            { "what": "auc", "sample": "lumbar", "from": "0 h", "until": "10 h", "value": "608 ng.h/mL" },
            { "what": "ratio", "sample": "lumbar", "to": "plasma", "at": "1 h", "band": [ 10, 20 ] },
            { "what": "clearance", "sample": "lumbar", "value": "0.24 mL/min" },
            { "what": "mean-residence-time", "sample": "lumbar", "value": "4 h" },
            { "what": "volume-steady-state", "sample": "lumbar", "value": "74 mL" },
            { "what": "recovered-fraction", "at": "10 h", "band": [ 0.5, 1 ] },
            { "what": "crossed-fraction", "value": 0.036 },
            { "what": "decay-length", "sample": "lumbar", "at": "8 h", "from": "1 cm", "to": "6 cm", "band": [ "0 cm", "24 cm" ] },
            { "what": "population-median", "sample": "sac", "at": "0 h", "value": "49.9 mL" },
            { "what": "population-range", "sample": "sac", "from": 16, "to": 84, "at": "0 h", "value": 1.64 }
          ]
        }
        """;

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "schema", "experiment.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult();

    [Theory]
    [MemberData(nameof(ExperimentFileTests.Shipped), MemberType = typeof(ExperimentFileTests))]
    public void Every_shipped_study_is_valid(string file) =>
        Assert.Empty(Schema.Validate(File.ReadAllText(Path.Combine(Repository.Root, "validation", file))));

    [Fact]
    public void A_study_with_every_member_is_valid_and_read()
    {
        Assert.Empty(Read(Full));
        Assert.Empty(Schema.Validate(Full));
    }

    /// <summary>Each row changes one member of a full study; both schema and reader must take it.</summary>
    [Theory]
    [InlineData("$.subject.age", "\"65 y\"", "years in a word's first letter")]
    [InlineData("$.doses[0].mass", "\"250 mcg\"", "mcg is read")]
    [InlineData("$.doses[0].volume", "\"1\\u00a0ml\"", "a no-break space, and litres are l or L in UCUM")]
    [InlineData("$.doses[0].level", "\"S2\"", "the lowest of the canal")]
    [InlineData("$.doses[0].over", null, "one minute")]
    [InlineData("$.doses[1].volume", null, "a pump's infusion")]
    [InlineData("$.doses[1].until", "\"30 h\"", "it may go on beyond the end")]
    [InlineData("$.samples[2].segment", "\"C8\"", "a segment that no vertebra is called")]
    [InlineData("$.observed[0].value", null, "a band alone")]
    [InlineData("$.observed[0].band", null, "a value alone")]
    [InlineData("$.observed[0].value", "\"4.228 \\u00b5g/ml\"", "another unit")]
    [InlineData("$.observed[5].value", "\"0.5 ug.min/uL\"", "another unit")]
    [InlineData("$.observed", "[]", "nothing was found")]
    [InlineData("$.subject", null, "the species' mean")]
    public void What_the_reader_takes_is_valid(string path, string? value, string why)
    {
        var json = Changed(path, value);
        Assert.True(Read(json).Count == 0, $"{why}: {string.Join("; ", Read(json))}");
        Assert.Empty(Schema.Validate(json));
    }

    /// <summary>Each row makes one member of a full study wrong; neither schema nor reader may take it.</summary>
    [Theory]
    [InlineData("$.experiment", null, "no name")]
    [InlineData("$.experiment", "\" \"", "no name")]
    [InlineData("$.species", "\"sheep\"", "no preset")]
    [InlineData("$.drug", "\"Morphine\"", "a capital")]
    [InlineData("$.subject.age", "65", "no unit")]
    [InlineData("$.subject.age", "\"65\"", "no unit")]
    [InlineData("$.subject.heartRate", "\"66\"", "no unit")]
    [InlineData("$.subject.sex", "\"f\"", "not one of the words")]
    [InlineData("$.subject.csfVolume", "\"0 mL\"", "nothing")]
    [InlineData("$.doses", "[]", "no dose")]
    [InlineData("$.doses[0].route", "\"spinal\"", "either route could be meant")]
    [InlineData("$.doses[0].level", null, "no place")]
    [InlineData("$.doses[0].level", "\"C8\"", "no vertebra is called so")]
    [InlineData("$.doses[0].position", "\"12 cm\"", "a level and a distance")]
    [InlineData("$.doses[0].mass", "\"0 mg\"", "nothing")]
    [InlineData("$.doses[0].mass", "\"0.25 mL\"", "a volume")]
    [InlineData("$.doses[0].mass", "\"2.5e-1 mg\"", "an exponent")]
    [InlineData("$.doses[0].over", "\"0 s\"", "in no time")]
    [InlineData("$.doses[0].rate", "\"1 mg/d\"", "at once and infused")]
    [InlineData("$.doses[0].baricity", "\"heavy\"", "not one of the words")]
    [InlineData("$.doses[1].until", null, "an infusion without an end")]
    [InlineData("$.doses[2].level", "\"L3\"", "a vein has no level")]
    [InlineData("$.samples[0].level", null, "no place")]
    [InlineData("$.samples[1].level", "\"L3\"", "plasma has no level")]
    [InlineData("$.samples[2].segment", null, "no segment")]
    [InlineData("$.samples[3].level", null, "no vertebra")]
    [InlineData("$.samples[0].site", "\"liver\"", "not one of the words")]
    [InlineData("$.samples[0].name", "\"\"", "no name")]
    [InlineData("$.until", "\"0 h\"", "no time")]
    [InlineData("$.every", "\"0 min\"", "times that do not move on")]
    [InlineData("$.population.patients", "0", "nobody")]
    [InlineData("$.population.patients", "100001", "too many")]
    [InlineData("$.population.seed", "-1", "a sign")]
    [InlineData("$.changes[0].at", "\"0 h\"", "from the start")]
    [InlineData("$.changes", """[ { "at": "2 h" } ]""", "nothing changes")]
    [InlineData("$.observed[0].what", "\"level\"", "not one of the words")]
    [InlineData("$.observed[0].sample", null, "no sample")]
    [InlineData("$.observed[0].at", null, "no time")]
    [InlineData("$.observed[0].value", "4228", "no unit")]
    [InlineData("$.observed[0].value", "\"4e3 ng/mL\"", "an exponent")]
    [InlineData("$.observed[0].value", "\".5 ng/mL\"", "a bare point")]
    [InlineData("$.observed[0].value", "\"4228ng/mL\"", "no space")]
    [InlineData("$.observed[0].value", "\"-1 ng/mL\"", "a sign")]
    [InlineData("$.observed[0].value", "\"\\ud800\"", "half a character")]
    [InlineData("$.observed[0].band", "[ \"2750 ng/mL\" ]", "one end")]
    [InlineData("$.observed[0].band", "[ 2750, 5710 ]", "no unit")]
    [InlineData("$.observed[6].band", "[ \"10 ng/mL\", \"20 ng/mL\" ]", "a ratio has no unit")]
    [InlineData("$.observed[0].until", "\"2 h\"", "a member of another kind")]
    [InlineData("$.observed[1].value", null, "neither value nor band")]
    [InlineData("$.observed[3].share", "1.5", "more than the peak")]
    [InlineData("$.observed[4].until", null, "no last time")]
    [InlineData("$.observed[6].to", null, "a ratio to nothing")]
    [InlineData("$.observed[12].at", "\"0 h\"", "nothing has spread yet")]
    [InlineData("$.observed[12].from", "1", "no unit")]
    [InlineData("$.observed[14].from", "\"16 cm\"", "a percentile is a number")]
    public void What_the_reader_refuses_for_its_form_is_not_valid(string path, string? value, string why)
    {
        var json = Changed(path, value);
        Assert.True(Read(json).Count > 0, $"the reader took it: {why}");
        Assert.True(Schema.Validate(json).Count > 0, $"the schema took it: {why}");
    }

    [Fact]
    public void No_object_takes_a_member_that_is_not_known()
    {
        foreach (var path in Objects(JsonNode.Parse(Full)!))
        {
            var json = Changed(path + ".unknown", "\"x\"");
            Assert.True(Read(json).Count > 0, $"the reader took {path}.unknown");
            Assert.True(Schema.Validate(json).Count > 0, $"the schema took {path}.unknown");
        }
    }

    /// <summary>Nothing that stands in a file, whatever its kind or size, is answered by anything but a study or its problems.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("-1e999")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"1\\u0000 h\"")]
    [InlineData("\"36525 d\"")]
    [InlineData("\"36526 d\"")]
    [InlineData("\"0.000001 s\"")]
    [InlineData("\"79228162514264337593543950335 mL\"")]
    [InlineData("[ null, [], { \"at\": {} }, 7 ]")]
    [InlineData("{ \"at\": \"1 h\", \"at\": \"1 h\" }")]
    public void Whatever_stands_in_a_member_gives_a_study_or_its_problems(string value)
    {
        foreach (var path in Members(JsonNode.Parse(Full)!))
        {
            var reading = ExperimentFile.Read(Encoding.UTF8.GetBytes(Changed(path, value)));
            Assert.True(reading.Content is not null || reading.Problems.Count > 0, path);
        }
    }

    [Fact]
    public void Every_member_is_described_in_words() => Assert.Empty(Undescribed(JsonNode.Parse(Text), "$"));

    [Fact]
    public void Every_kind_of_observation_is_one_word_of_the_schema()
    {
        var words = JsonNode.Parse(Text)!["definitions"]!["observation"]!["properties"]!["what"]!["enum"]!.AsArray();
        Assert.Equal(Enum.GetValues<ObservationKind>().Length, words.Count);
        Assert.All(words, word => Assert.Contains($"\"what\": \"{word}\"", Full, StringComparison.Ordinal));
    }

    private static IReadOnlyList<Problem> Read(string json) => ExperimentFile.Read(Encoding.UTF8.GetBytes(json)).Problems;

    /// <summary>The full study with the value at a path of the form <c>$.a.b[0].c</c> replaced by a JSON text, or taken out.</summary>
    private static string Changed(string path, string? value)
    {
        var root = JsonNode.Parse(Full)!;
        var steps = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(step => step.Trim('\'')).ToList();
        var node = root;
        foreach (var step in steps.SkipLast(1))
        {
            node = Step(node, step);
        }

        // Not parsed again when it is written: what is no text, such as half a character, stays as it stands here.
        const string Mark = "\u2603";
        if (value is null)
        {
            Assert.True(node.AsObject().Remove(steps[^1]));
            return root.ToJsonString();
        }

        node[steps[^1]] = Mark;
        return root.ToJsonString().Replace("\"\\u2603\"", value, StringComparison.Ordinal);
    }

    private static JsonNode Step(JsonNode node, string step) =>
        node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;

    private static IEnumerable<string> Objects(JsonNode node) =>
        node switch
        {
            JsonObject members => members
                .Where(member => member.Value is JsonObject or JsonArray)
                .SelectMany(member => Objects(member.Value!))
                .Prepend(node.GetPath()),
            JsonArray items => items.SelectMany(item => item is JsonObject ? Objects(item) : []),
            _ => [],
        };

    private static IEnumerable<string> Members(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Members(member.Value!).Prepend(member.Value!.GetPath())),
            JsonArray items => items.SelectMany(item => Members(item!)),
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
}
