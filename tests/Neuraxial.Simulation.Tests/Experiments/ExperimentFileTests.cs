using System.Text;
using Neuraxial.Safety;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Studies as they are read: what is accepted, and every fault with its place and what is expected.</summary>
public sealed class ExperimentFileTests
{
    private const string Dose = """{ "at": "0 h", "route": "intrathecal", "level": "L3", "mass": "0.25 mg", "volume": "1 mL", "over": "1 min" }""";
    private const string Sample = """{ "name": "lumbar", "site": "csf", "level": "L3" }""";
    private const string Observed =
        """{ "what": "concentration", "sample": "lumbar", "at": "1 h", "value": "4228 ng/mL", "band": [ "2750 ng/mL", "5710 ng/mL" ] }""";

    public static TheoryData<string> Shipped { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "validation"), "*.json")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_study_is_read(string file) =>
        Assert.Empty(ExperimentFile.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "validation", file))).Problems);

    [Fact]
    public void A_study_is_read_as_it_stands()
    {
        var study = Read(Text()).Content!;
        Assert.Equal("case", study.Name);
        var dose = Assert.Single(study.Doses);
        Assert.Equal(Mass.FromMilligrams(0.25m), dose.Mass);
        Assert.Equal("L3", dose.Entry.Place!.ToString());
        Assert.Null(study.Outside);
        var observation = Assert.Single(study.Observed);
        Assert.Equal((2_750, 5_710), observation.Band);
        Assert.Equal(4_228, observation.Value);
    }

    [Fact]
    public void An_infusion_is_read_with_its_rate()
    {
        var study = Read(
            Text(dose: """{ "from": "1 h", "until": "13 h", "route": "intrathecal", "position": "12.4 cm", "rate": "2 mg/d" }""")
        ).Content!;
        Assert.Equal(Mass.FromMilligrams(1), study.Doses[0].Mass);
        Assert.Equal(12.4, study.Doses[0].Entry.Place!.Centimetres);
    }

    [Theory]
    [InlineData("volume", "5.1 mL", "a bolus of 5.1 mL into the fluid: the model was held to at most 5 mL")]
    [InlineData("baricity", "hyperbaric", "a solution that is not isobaric: weight moves it, which the model does not know")]
    public void What_the_model_was_not_held_to_is_withheld_with_its_reason(string member, string value, string reason)
    {
        var study = Read(
            Text(dose: $$"""{ "at": "0 h", "route": "intrathecal", "level": "L3", "mass": "1 mg", "{{member}}": "{{value}}" }""")
        ).Content!;
        Assert.Equal(reason, study.Outside);
        var row = Assert.Single(Validation.Of([study]).Rows);
        Assert.Equal((null, null, reason), (row.Simulated, row.Inside, row.Reason));
    }

    [Theory]
    [InlineData("\"species\": \"human\"", "\"species\": \"cat\"", "$.species", "'cat' is unknown; expected one of human, pig, dog")]
    [InlineData("\"drug\": \"morphine\"", "\"drug\": \"morphin\"", "$.drug", "nothing is known of 'morphin' in a human; did you mean 'morphine'?")]
    [InlineData("\"0.25 mg\"", "\"0.25\"", "$.doses[0].mass", "expected")]
    [InlineData("\"0.25 mg\"", "\"0 mg\"", "$.doses[0].mass", "a dose of nothing; expected more than 0 mg")]
    [InlineData(
        "\"level\": \"L3\", \"mass\"",
        "\"level\": \"C8\", \"mass\"",
        "$.doses[0].level",
        "C8 is no vertebra of this canal; expected one from C1 to S2"
    )]
    [InlineData("\"level\": \"L3\", \"mass\"", "\"mass\"", "$.doses[0].level", "missing; expected a level such as L3")]
    [InlineData("\"intrathecal\"", "\"spinal\"", "$.doses[0].route", "'spinal' is unknown")]
    [InlineData("\"volume\": \"1 mL\"", "\"volumen\": \"1 mL\"", "$.doses[0].volumen", "unknown member; did you mean 'volume'?")]
    [InlineData("\"site\": \"csf\"", "\"site\": \"liver\"", "$.samples[0].site", "'liver' is unknown")]
    [InlineData(
        "\"level\": \"L3\" } ]",
        "\"level\": \"L3\", \"analyte\": \"codeine\" } ]",
        "$.samples[0].analyte",
        "morphine does not become 'codeine'; expected one of morphine"
    )]
    [InlineData("\"sample\": \"lumbar\"", "\"sample\": \"lumbra\"", "$.observed[0].sample", "no sample is called 'lumbra'; did you mean 'lumbar'?")]
    [InlineData("\"at\": \"1 h\"", "\"at\": \"25 h\"", "$.observed[0].at", "is after the study's end")]
    [InlineData("\"4228 ng/mL\"", "\"4228 h\"", "$.observed[0].value", "the text '4228 h'; expected a concentration such as \"4228 ng/mL\"")]
    [InlineData(
        "\"2750 ng/mL\", \"5710 ng/mL\"",
        "\"5710 ng/mL\", \"2750 ng/mL\"",
        "$.observed[0].band",
        "the first end lies above the second; expected the lower one first"
    )]
    [InlineData("\"what\": \"concentration\"", "\"what\": \"population-median\"", "$.observed[0].what", "of a population, and the study has none")]
    [InlineData("\"every\": \"5 min\"", "\"every\": \"1 ms\"", "$.every", "")]
    [InlineData("\"every\": \"5 min\"", "\"every\": \"0.1 s\"", "$.every", "more than 200000 times until the end")]
    [InlineData("\"height\": \"172 cm\"", "\"height\": \"1.72 cm\"", "$.subject.height", "1.72 cm; expected 100 to 230 cm")]
    public void A_fault_is_told_with_its_place_and_what_is_expected(string what, string instead, string path, string words)
    {
        var changed = Text().Replace(what, instead, StringComparison.Ordinal);
        Assert.False(changed == Text());
        var problems = Read(changed).Problems;
        Assert.Contains(
            problems,
            problem =>
                problem.ToString().StartsWith(path + ":", StringComparison.Ordinal) && problem.ToString().Contains(words, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var text = Text()
            .Replace("\"human\"", "\"cat\"", StringComparison.Ordinal)
            .Replace("\"0.25 mg\"", "\"0.25\"", StringComparison.Ordinal)
            .Replace("\"lumbar\", \"at\"", "\"neck\", \"at\"", StringComparison.Ordinal);
        Assert.Equal(3, Read(text).Problems.Count);
    }

    [Fact]
    public void A_drug_that_is_not_known_in_the_epidural_space_is_refused_there() =>
        Assert.Contains(
            Read(Text(drug: "ziconotide", dose: Dose.Replace("intrathecal", "epidural", StringComparison.Ordinal))).Problems,
            problem => problem.ToString().Contains("what becomes of ziconotide in the epidural space is not known", StringComparison.Ordinal)
        );

    private static FileReading<Experiment> Read(string text) => ExperimentFile.Read(Encoding.UTF8.GetBytes(text));

    private static string Text(string drug = "morphine", string dose = Dose) =>
        $$"""
            { "experiment": "case", "species": "human", "drug": "{{drug}}", "subject": { "height": "172 cm" }, "doses": [ {{dose}} ],
              "samples": [ {{Sample}} ], "until": "24 h", "every": "5 min", "observed": [ {{Observed}} ] }
            """;
}
