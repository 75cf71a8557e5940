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

    /// <summary>What is wrong with a route, a site or a sample is told once, and not again by all that leans on it.</summary>
    [Theory]
    [InlineData("\"intrathecal\"", "\"spinal\"", "$.doses[0].route")]
    [InlineData("\"site\": \"csf\"", "\"site\": \"liver\"", "$.samples[0].site")]
    [InlineData("\"level\": \"L3\" } ]", "\"level\": \"L8\" } ]", "$.samples[0].level")]
    [InlineData("\"4228 ng/mL\"", "\"\\ud800\"", "$.observed[0].value")]
    [InlineData("\"4228 ng/mL\"", "\"4e3 ng/mL\"", "$.observed[0].value")]
    [InlineData("\"172 cm\"", "\"172\"", "$.subject.height")]
    [InlineData("\"until\": \"24 h\"", "\"until\": \"24 h\", \"until\": \"25 h\"", "$.until")]
    [InlineData("\"over\": \"1 min\"", "\"over\": \"1 min\", \"over\": \"1 min\"", "$.doses[0].over")]
    public void One_fault_is_one_problem(string what, string instead, string path) =>
        Assert.Equal(path, Assert.Single(Read(Text().Replace(what, instead, StringComparison.Ordinal)).Problems).Path);

    [Fact]
    public void A_sample_of_a_drug_that_no_dose_gives_is_a_slip() =>
        Assert.Equal(
            "$.samples[0].drug: no dose gives fentanyl; expected one of morphine",
            Assert
                .Single(Read(Text().Replace("\"site\": \"csf\"", "\"site\": \"csf\", \"drug\": \"fentanyl\"", StringComparison.Ordinal)).Problems)
                .ToString()
        );

    [Theory]
    [InlineData("half-life", ", \"from\": \"1 h\", \"until\": \"2 h\", \"value\": \"1 h\"", "a volume, the same at any time")]
    [InlineData("clearance", ", \"value\": \"1 mL/h\"", "a volume, the same at any time")]
    public void A_volume_has_neither_half_life_nor_clearance(string what, string rest, string words)
    {
        var text = Text()
            .Replace("\"site\": \"csf\", \"level\": \"L3\"", "\"site\": \"sac-volume\", \"level\": \"T12\"", StringComparison.Ordinal)
            .Replace(Observed, $$"""{ "what": "{{what}}", "sample": "lumbar"{{rest}} }""", StringComparison.Ordinal);
        Assert.Contains(words, Assert.Single(Read(text).Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>121 samples of 172,800 times each are 20.9 million numbers.</summary>
    [Fact]
    public void A_study_that_no_memory_would_hold_is_refused()
    {
        var samples = string.Join(", ", Enumerable.Range(0, 120).Select(i => $$"""{ "name": "s{{i}}", "site": "plasma" }"""));
        var text = Text()
            .Replace($"[ {Sample} ]", $"[ {Sample}, {samples} ]", StringComparison.Ordinal)
            .Replace("\"5 min\"", "\"0.5 s\"", StringComparison.Ordinal);
        Assert.Equal(
            "$.samples: 121 samples of 172800 times each; expected at most 20000000 numbers in all",
            Assert.Single(Read(text).Problems).ToString()
        );
    }

    /// <summary>The steps of seven hours end at 21 h or 28 h: what is asked of 24 h lies between, and is not that of 21 h.</summary>
    [Fact]
    public void Steps_that_do_not_divide_the_study_reach_its_end()
    {
        double At(string every) =>
            Validation
                .Of([
                    Read(
                        Text()
                            .Replace("\"5 min\"", $"\"{every}\"", StringComparison.Ordinal)
                            .Replace("\"at\": \"1 h\"", "\"at\": \"24 h\"", StringComparison.Ordinal)
                    ).Content!,
                ])
                .Rows[0]
                .Found!.Value;

        // The half-life is three hours: the chord from 21 to 28 h lies a third above the curve, what stood at 21 h is twice as much.
        Assert.InRange(At("7 h") / At("1 h"), 1, 1.6);
    }

    [Theory]
    [InlineData("1 h", "5.1 mL", true)]
    [InlineData("5 min", "5.1 mL", true)]
    [InlineData("2 h", "9.9 mL", false)]
    public void What_is_infused_as_fast_as_a_bolus_is_withheld_like_one(string until, string volume, bool isWithheld) =>
        Assert.Equal(
            isWithheld,
            Read(
                Text(
                    dose: $$"""{ "from": "0 h", "until": "{{until}}", "route": "intrathecal", "level": "L3", "rate": "1 mg/d", "volume": "{{volume}}" }"""
                )
            ).Content!.Outside
                is not null
        );

    [Theory]
    [InlineData("17 a", true)]
    [InlineData("18 a", false)]
    public void Who_is_no_adult_is_withheld(string age, bool isWithheld) =>
        Assert.Equal(
            isWithheld,
            Read(Text().Replace("\"172 cm\"", $"\"172 cm\", \"age\": \"{age}\"", StringComparison.Ordinal)).Content!.Outside is not null
        );

    [Fact]
    public void A_drug_that_is_not_known_in_the_epidural_space_is_refused_there() =>
        Assert.Contains(
            Read(Text(drug: "ziconotide", dose: Dose.Replace("intrathecal", "epidural", StringComparison.Ordinal))).Problems,
            problem => problem.ToString().Contains("what becomes of ziconotide in the epidural space is not known", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("\"site\": \"effect\", \"analyte\": \"morphine\"", null)]
    [InlineData("\"site\": \"effect\"", "the effect site of diamorphine is not known; expected another site")]
    [InlineData("\"site\": \"epidural\", \"level\": \"L3\"", null)]
    [InlineData(
        "\"site\": \"epidural\", \"level\": \"L3\", \"analyte\": \"6-monoacetylmorphine\"",
        "what becomes of 6-monoacetylmorphine in the epidural space is not known; expected another site"
    )]
    public void Whether_a_site_is_known_goes_by_what_is_measured_there(string site, string? problem)
    {
        var text = Text(drug: "diamorphine").Replace(Sample, $"{{ \"name\": \"lumbar\", {site} }}", StringComparison.Ordinal);
        Assert.Equal(
            problem is null ? [] : (string[])[$"$.samples[0].site: {problem}"],
            Read(text).Problems.Select(one => one.ToString()),
            StringComparer.Ordinal
        );
    }

    private static FileReading<Experiment> Read(string text) => ExperimentFile.Read(Encoding.UTF8.GetBytes(text));

    private static string Text(string drug = "morphine", string dose = Dose) =>
        $$"""
            { "experiment": "case", "species": "human", "drug": "{{drug}}", "subject": { "height": "172 cm" }, "doses": [ {{dose}} ],
              "samples": [ {{Sample}} ], "until": "24 h", "every": "5 min", "observed": [ {{Observed}} ] }
            """;
}
