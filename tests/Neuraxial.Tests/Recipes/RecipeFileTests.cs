using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>Recipe files: what reader and published schema take and refuse, and that every fault comes at once.</summary>
public sealed class RecipeFileTests
{
    private static readonly JsonSchema Schema = JsonSchema
        .FromJsonAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "recipe.schema.json")))
        .GetAwaiter()
        .GetResult();

    public static TheoryData<string> Examples { get; } = [.. Solved.ExampleNames];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_valid_and_is_called_like_its_file(string name)
    {
        Assert.Empty(Schema.Validate(Encoding.UTF8.GetString(Solved.ExampleBytes(name))));
        Assert.Equal(name, Solved.Read(Solved.ExampleBytes(name)).Name);
    }

    [Theory]
    [InlineData("wanted.0.dose", "10000 mcg/d", "mcg is read")]
    [InlineData("wanted.0.stock", "4 %", "per cent of a local anaesthetic")]
    [InlineData("wanted.0.tolerance", "0 %", "exactly or not at all")]
    [InlineData("wanted.0.tolerance", "2.5 %", "a decimal point")]
    [InlineData("wanted.0.concentration", "20 mg/mL", "a fixed strength")]
    [InlineData("wanted.0.measure", "10 uL", "a small syringe")]
    [InlineData("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d" }]""", "no stock")]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "preparation": "bupivacaine-accord-5mg-ml-uk", "size": "20 mL", "atHand": 3 }]""",
        "a product"
    )]
    [InlineData("wanted", """[{ "drug": "diamorphine", "dose": "10 mg/d", "preparation": "diamorphine-powder-100mg-uk" }]""", "a powder")]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "from": [{ "stock": "20 mg/mL" }, { "stock": "40 mg/mL", "size": "10 mL" }] }]""",
        "a choice"
    )]
    [InlineData("residual", """{ "volume": "1.4 mL", "drugs": [] }""", "drug-free fluid")]
    [InlineData("residual", """{ "volume": "1.4 mL", "drugs": [{ "drug": "morphine", "concentration": "2 mg/mL" }] }""", "the old mixture")]
    [InlineData("interval", "6 wk", "weeks")]
    [InlineData("basis", "2026-11-24", "a day")]
    [InlineData("basis", "2026-11-24T10:00+01:00", "a moment")]
    [InlineData("overfill", "0 mL", "nothing beyond")]
    [InlineData("rate", "0.4 mL/d", "a fixed rate")]
    public void What_the_reader_takes_is_valid(string path, string value, string why)
    {
        var json = Plans.Changed(Solved.Plain, (path, value));
        Assert.True(RecipeFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Problems.Count == 0, why);
        Assert.Empty(Schema.Validate(json));
    }

    [Theory]
    [InlineData("recipe", null, "no name")]
    [InlineData("recipe", " ", "no name")]
    [InlineData("indication", "pain", "not one of the words")]
    [InlineData("route", "spinal", "either route could be meant")]
    [InlineData("jurisdiction", "fr", "not one of the words")]
    [InlineData("pump.model", null, "no pump")]
    [InlineData("wanted", null, "no drug")]
    [InlineData("wanted", "[]", "no drug")]
    [InlineData("wanted.0.dose", null, "no dose: there is no default")]
    [InlineData("wanted.0.dose", "10 mg", "a mass is no dose a day")]
    [InlineData("wanted.0.dose", "0 mg/d", "nothing is wanted")]
    [InlineData("wanted.0.dose", "10,5 mg/d", "a decimal comma")]
    [InlineData("wanted.0.tolerance", "2", "no per cent sign")]
    [InlineData("wanted.0.stock", "0 mg/mL", "a stock of nothing")]
    [InlineData("wanted.0.strength", "40 mg/mL", "a member that is not known")]
    [InlineData("wanted.0.measure", "0 mL", "no graduation")]
    [InlineData("wanted.0.from", """[{ "stock": "20 mg/mL" }]""", "one stock and several")]
    [InlineData("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d", "from": [] }]""", "a choice of nothing")]
    [InlineData("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d", "from": [{ "size": "10 mL" }] }]""", "a size of nothing")]
    [InlineData("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d", "stock": "40 mg/mL", "size": "10 mL", "atHand": 0 }]""", "none at hand")]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "stock": "40 mg/mL", "preparation": "bupivacaine-accord-5mg-ml-uk" }]""",
        "two strengths"
    )]
    [InlineData("residual", """{ "drugs": [] }""", "no volume")]
    [InlineData("residual", """{ "volume": "1.4 mL" }""", "not said what it holds")]
    [InlineData("interval", "0 d", "no time")]
    [InlineData("interval", "60", "no unit")]
    [InlineData("fill", "0 mL", "nothing")]
    [InlineData("rate", "0 mL/d", "nothing flows")]
    [InlineData("rateStep", "0 mL/d", "no step")]
    [InlineData("measure", "0 mL", "no graduation")]
    [InlineData("basis", "24-11-2026", "another form of date")]
    [InlineData("program", """{ "mode": "continuous" }""", "a member of another file")]
    public void What_the_reader_refuses_for_its_form_is_not_valid(string path, string? value, string why)
    {
        var json = Plans.Changed(Solved.Plain, (path, value));
        Assert.True(RecipeFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn).Problems.Count > 0, $"the reader took it: {why}");
        Assert.True(Schema.Validate(json).Count > 0, $"the schema took it: {why}");
    }

    /// <summary>What a schema cannot say.</summary>
    [Theory]
    [InlineData("wanted.0.drug", "bupivocaine", "$.wanted[0].drug: unknown drug 'bupivocaine'; did you mean 'bupivacaine'?")]
    [InlineData("wanted.0.tolerance", "60 %", "$.wanted[0].tolerance: 60 % lets a dose be half as much again; expected at most 50 %")]
    [InlineData("pump.model", "synchromed-iii", "$.fill: missing, and how much synchromed-iii holds is not known; expected the volume of the fill")]
    [InlineData(
        "pump.model",
        "isomed-20",
        "$.pump.flow: isomed-20 is built with flows of 0.3 mL/d to 1.5 mL/d; expected the flow on the implant card, more than 0 mL/d"
    )]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d" }, { "drug": "bupivacaine", "dose": "5 mg/d" }]""",
        "$.wanted: bupivacaine stands 2 times; expected each drug once with its dose a day"
    )]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "preparation": "bupivacaine-fentanyl-premix-1mg-ml-uk" }]""",
        "$.wanted[0].preparation: bupivacaine-fentanyl-premix-1mg-ml-uk holds bupivacaine and fentanyl; expected a preparation of bupivacaine alone"
    )]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "preparation": "bupivacaine-strong-special-uk" }]""",
        "$.wanted[0].preparation: bupivacaine-strong-special-uk has no single strength in the formulary; expected its strength in stock instead"
    )]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "preparation": "bupivacaine-accord-5mg-ml-uk", "atHand": 2 }]""",
        "$.wanted[0].atHand: a count of containers of several sizes; expected size beside it"
    )]
    [InlineData(
        "wanted",
        """[{ "drug": "bupivacaine", "dose": "10 mg/d", "size": "10 mL" }]""",
        "$.wanted[0].size: without a stock; expected stock or preparation beside it"
    )]
    [InlineData(
        "pump.model",
        "cadd-prizm-pcs-ii",
        "$.rateStep: 0.001 mL/d is not a whole number of steps of cadd-prizm-pcs-ii, 0.1 mL/h; expected 2.4 mL/d"
    )]
    [InlineData(
        "pump.model",
        "prometra-ii-20",
        "$.rateStep: 0.001 mL/d is not a whole number of steps of prometra-ii-20, one stroke of 2.5 uL a day; expected 0.0025 mL/d"
    )]
    public void A_fault_says_where_what_and_what_is_expected(string path, string value, string problem) =>
        Assert.Equal([problem], Solved.Problems((path, value)).Select(found => found.ToString()), StringComparer.Ordinal);

    /// <summary>Never by the spine, whoever orders it and however it is spelt.</summary>
    [Theory]
    [InlineData("vincristine")]
    [InlineData("Oncovin")]
    [Trait("Hazard", "HZ-24")]
    public void A_denied_substance_is_refused(string name) =>
        Assert.Contains(
            Solved.Problems(("wanted.0.drug", name)),
            problem => problem.Message.Contains("never given by the spinal route", StringComparison.Ordinal)
        );

    [Fact]
    public void Every_fault_is_found_in_one_pass()
    {
        var problems = Solved.Problems(
            ("route", "spinal"),
            ("pump.model", "synchromed"),
            ("wanted.0.dose", "10"),
            ("wanted.0.stok", "40 mg/mL"),
            ("interval", "fifty days"),
            ("fil", "40 mL")
        );
        Assert.Equal(
            ["$.route", "$.pump.model", "$.wanted[0].dose", "$.wanted[0].stok", "$.interval", "$.fil"],
            problems.Select(problem => problem.Path),
            StringComparer.Ordinal
        );
        Assert.Contains(problems, problem => problem.Message == "unknown member; did you mean 'stock'?");
        Assert.Contains(problems, problem => problem.Message == "unknown member; did you mean 'fill'?");
    }

    [Fact]
    public void Words_for_readers_are_read_and_passed_over() =>
        Assert.Equal(
            Solved.With().Json().GetRawText(),
            Solved.With(("about", "what it shows"), ("source", "where it was published")).Json().GetRawText()
        );

    [Fact]
    public void Schema_and_reader_name_the_same_members()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "recipe.schema.json")))!;
        var problem = Assert.Single(Solved.Problems(("quite-something-else", "x")));
        var expected = problem.Message[(problem.Message.LastIndexOf("one of ", StringComparison.Ordinal) + "one of ".Length)..].Split(", ");
        Assert.Equal(
            schema["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal),
            expected.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
