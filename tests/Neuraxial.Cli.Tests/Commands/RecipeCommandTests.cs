using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial recipe</c>: exit codes, the contract of its JSON, and the page that a pharmacist reads.</summary>
public sealed partial class RecipeCommandTests
{
    private static readonly string Folder = Path.Combine(Examples.Folder, "recipes");

    public static TheoryData<string> Files { get; } =
    [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_example_is_solved_or_says_why_not(string name)
    {
        var json = Cli.Run("recipe", File(name), "--format", "json");
        var feasible = json.Json().GetProperty("feasible").GetBoolean();
        json.Done(feasible ? ExitCode.Done : ExitCode.Blocked);
        Assert.Equal(name is not "bupivacaine-too-much", feasible);
        var text = Cli.Run("recipe", File(name)).Done(feasible ? ExitCode.Done : ExitCode.Blocked).Text;
        Assert.StartsWith($"\u2550\u2550 Recipe \u00b7 {name} ", text, StringComparison.Ordinal);
        Assert.Contains("Decision support: the prescriber chooses", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= Sheet.PlainWidth, line));
    }

    /// <summary>The members that programs rely on, with their kinds.</summary>
    [Fact]
    public void The_JSON_of_an_answer_has_every_member_of_the_contract()
    {
        var json = Cli.Run("recipe", File("cancer-implanted"), "--format", "json").Done().Json();
        Assert.Equal("cancer-implanted", json.GetProperty("recipe").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("infeasible").ValueKind);
        Assert.Equal(JsonValueKind.Array, json.GetProperty("findings").ValueKind);
        Assert.True(json.GetProperty("search").GetProperty("feasible").GetInt32() > 0);
        var rank = 0;
        foreach (var answer in json.GetProperty("answers").EnumerateArray())
        {
            Assert.Equal(++rank, answer.GetProperty("rank").GetInt32());
            Assert.True(QuantityText.Parse<FlowRate>(answer.GetProperty("rate").GetString()!).Succeeded);
            Assert.True(QuantityText.Parse<Volume>(answer.GetProperty("fill").GetString()!).Succeeded);
            Assert.True(QuantityText.ParseDuration(answer.GetProperty("interval").GetString()!).Succeeded);
            Assert.Contains(answer.GetProperty("reason").GetString(), (string[])["volume", "stability", "service-limit"], StringComparer.Ordinal);
            Assert.Equal(2, answer.GetProperty("drugs").GetArrayLength());
            foreach (var drug in answer.GetProperty("drugs").EnumerateArray())
            {
                Assert.True(QuantityText.Parse<DoseRate>(drug.GetProperty("wanted").GetString()!).Succeeded);
                Assert.True(QuantityText.Parse<Concentration>(drug.GetProperty("concentration").GetString()!).Succeeded);
                Assert.True(QuantityText.Parse<DoseRate>(drug.GetProperty("achieved").GetString()!).Succeeded);
                Assert.Equal(JsonValueKind.Number, drug.GetProperty("errorPercent").ValueKind);
            }

            var compounding = answer.GetProperty("compounding");
            Assert.Equal(answer.GetProperty("fill").GetString(), compounding.GetProperty("total").GetString());
            Assert.Equal(2, compounding.GetProperty("parts").GetArrayLength());
            Assert.Equal("sodium-chloride-0.9", compounding.GetProperty("diluent").GetProperty("name").GetString());
            Assert.Equal(JsonValueKind.Array, compounding.GetProperty("waste").ValueKind);
            Assert.NotEmpty(answer.GetProperty("binding").EnumerateArray());
            Assert.Equal("cancer-implanted", answer.GetProperty("therapy").GetProperty("therapy").GetString());
        }

        Assert.True(rank > 1, "one answer is no comparison");
    }

    [Fact]
    public void The_therapy_of_an_answer_can_be_planned_as_it_stands()
    {
        var answer = Cli.Run("recipe", File("cancer-implanted"), "--format", "json").Done().Json().GetProperty("answers")[0];
        var therapy = answer.GetProperty("therapy").GetRawText();
        var plan = Cli.Run(["plan", "-", "--format", "json"], Encoding.UTF8.GetBytes(therapy)).Done().Json();
        Assert.Equal(
            answer.GetProperty("drugs").EnumerateArray().Select(drug => drug.GetProperty("achieved").GetString()),
            plan.GetProperty("program").GetProperty("basal").EnumerateArray().Select(dose => dose.GetProperty("dose").GetString()),
            StringComparer.Ordinal
        );
        Assert.Equal(answer.GetProperty("refillBy").GetString(), plan.GetProperty("refill").GetProperty("refillBy").GetString());
    }

    [Fact]
    public void An_infeasible_recipe_names_the_constraint_and_what_to_relax()
    {
        var infeasible = Cli.Run("recipe", File("bupivacaine-too-much"), "--format", "json").Done(ExitCode.Blocked).Json().GetProperty("infeasible");
        var constraint = infeasible.GetProperty("constraints")[0];
        Assert.Equal(("limit", "bupivacaine", "R7"), (Text(constraint, "code"), Text(constraint, "drug"), Text(constraint, "rule")));
        Assert.Contains("40 mL then last 38 days", Text(constraint, "message")!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(
            infeasible.GetProperty("relax").EnumerateArray(),
            relaxation => relaxation.GetProperty("paths")[0].GetString() is "$.interval" && Text(relaxation, "to") is "38 d"
        );
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_refused_with_every_problem_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var json = System.IO.File.ReadAllText(File("cancer-implanted"), Encoding.UTF8);
        var broken = folder.File(
            "broken.json",
            json.Replace("\"2 mg/d\"", "\"2 mg\"", StringComparison.Ordinal).Replace("\"interval\"", "\"intervall\"", StringComparison.Ordinal)
        );
        Cli.Run("recipe", broken)
            .Unusable(
                $"{broken}: $.wanted[0].dose: '2 mg' is not a dose rate; expected a dose rate in mg/d, ug/d, mg/h, ug/h, ug/min",
                $"{broken}: $.intervall: unknown member; did you mean 'interval'?"
            );
        Cli.Run("recipe", folder.File("none.json", "{}") + ".not").Unusable();
    }

    /// <summary>The service's file sets 60 d as the longest time between refills; 90 d are built in.</summary>
    [Fact]
    public void A_service_s_formulary_counts()
    {
        var answers = Cli.Run("recipe", File("cancer-implanted"), "--format", "json", "--formulary", Examples.Service).Done().Json();
        Assert.All(
            answers.GetProperty("answers").EnumerateArray(),
            answer => Assert.True(QuantityText.ParseDuration(Text(answer, "interval")!).Value <= NodaTime.Duration.FromDays(60))
        );
    }

    [Fact]
    public void A_recipe_is_read_from_standard_input() => Cli.Run(["recipe", "-"], System.IO.File.ReadAllBytes(File("epidural-bag"))).Done();

    /// <summary>What the guide shows is what the program prints.</summary>
    [Fact]
    public void Every_part_of_an_answer_in_the_guide_is_printed_so()
    {
        var guide = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "guide", "recipe.md"), Encoding.UTF8).ReplaceLineEndings("\n");
        var blocks = Block().Matches(guide);
        Assert.Equal(2, blocks.Count);
        Assert.All(
            blocks,
            block =>
            {
                var printed = Cli.Run("recipe", File(block.Groups["name"].Value)).Text.Replace('\u00a0', ' ');
                Assert.Contains(block.Groups["text"].Value, printed, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>The display rules hold of every page; what a source is called is left out.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void No_page_breaks_a_display_rule(string name)
    {
        var page = new Sheet(100_000);
        RecipePage.Write(
            page,
            RecipeSolver.Solve(RecipeFile.Read(System.IO.File.ReadAllBytes(File(name)), Formulary.BuiltIn).Content!, Formulary.BuiltIn)
        );
        foreach (var line in page.ToString().Split('\n').Where(line => !line.StartsWith("  Formulary ", StringComparison.Ordinal)))
        {
            var text = line.Split("source: ")[0].TrimEnd('\u2500', '\u2550');
            Assert.True(DisplayRuleTests.Broken(text).Count == 0, $"{string.Join("; ", DisplayRuleTests.Broken(text))}: {text}");
        }
    }

    [GeneratedRegex(
        "```console\n\\$ neuraxial recipe examples/recipes/(?<name>[a-z-]+)\\.json\n(?<text>.*?)\n```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Block();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string File(string name) => Path.Combine(Folder, name + ".json");
}
