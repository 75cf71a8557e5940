using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>
/// <c>neuraxial formulary rehearse</c>: morphine 10 mg/mL in cancer pain by an implanted pump, where the built-in ceiling is 25 mg/d: 0.4 mL/d is 4 mg/d and
/// runs, 2.6 mL/d is 26 mg/d and is stopped.
/// </summary>
public sealed class RehearseCommandTests : IDisposable
{
    private const string Row = """
        {
          "name": "Test service", "version": "test-2",
          "limits": [
            {
              "id": "R3-implanted-cancer-ceiling", "rule": "R3", "title": "Morphine daily dose", "check": "daily-dose", "drug": "morphine",
              "route": "intrathecal", "profiles": ["implanted-cancer"], "bound": "upper",
              "hard": { "value": "3 mg/d", "mark": "assumed", "sources": [] }, "override": "none", "why": "A test.", "hazards": ["HZ-01"]
            }
          ]
        }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string low;
    private readonly string high;
    private readonly string stricter;
    private readonly string looser;

    public RehearseCommandTests()
    {
        low = folder.File("low.json", Therapies.Continuous.With("$.therapy", "\"low\""));
        high = folder.File("high.json", High);
        stricter = folder.File("stricter.overlay", Row);
        looser = folder.File("looser.overlay", Row.Replace("3 mg/d", "40 mg/d", StringComparison.Ordinal));
    }

    private static string High => Therapies.Continuous.With("$.therapy", "\"high\"").With("$.program.rate", "\"2.6 mL/d\"");

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_new_stop_is_shown_with_value_and_limit()
    {
        var json = Rehearse(stricter, low, high).Done().Json();
        var stop = Assert.Single(json.GetProperty("newStops").EnumerateArray());
        Assert.Equal(
            ("low", low, "R3-implanted-cancer-ceiling", "4 mg/d", "3 mg/d"),
            (Text(stop, "therapy"), Text(stop, "file"), Text(stop, "rule"), Text(stop, "value"), Text(stop, "limit"))
        );
        Assert.Equal(2, json.GetProperty("therapies").GetInt32());
        var page = Cli.Run("formulary", "rehearse", stricter, "--against", low, high).Done().Text.Replace('\u00a0', ' ');
        Assert.Contains("NEW       1 stop of the new file; 1 therapy that runs today would be stopped.", page, StringComparison.Ordinal);
        Assert.Matches("low +R3-implanted-cancer-ceiling +4 mg per day, limit 3 mg per day +ran", page);
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_lost_stop_is_exit_code_1()
    {
        var json = Rehearse(looser, low, high).Done(ExitCode.Blocked).Json();
        Assert.Equal("high", Text(Assert.Single(json.GetProperty("lostStops").EnumerateArray()), "therapy"));
        Assert.Equal("R3-implanted-cancer-ceiling", Text(Assert.Single(json.GetProperty("loosened").EnumerateArray()), "rule"));
        var page = Cli.Run("formulary", "rehearse", looser, "--against", low, high).Done(ExitCode.Blocked).Text.Replace('\u00a0', ' ');
        Assert.Contains("LOST      1 stop of the file in force; 1 therapy that is stopped today would run.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_force_takes_the_place_of_the_built_in_limits()
    {
        // Against the stricter file the built-in ceiling of 25 would lose the stop of 4 mg/d; against itself nothing changes
        Assert.Equal(2, Rehearse(looser, low, high, "--base", stricter).Done(ExitCode.Blocked).Json().GetProperty("lostStops").GetArrayLength());
        var same = Rehearse(stricter, low, high, "--base", stricter).Done().Json();
        Assert.Equal(0, same.GetProperty("newStops").GetArrayLength() + same.GetProperty("lostStops").GetArrayLength());
    }

    [Fact]
    public void Files_folders_and_JSON_lines_are_replayed_in_order()
    {
        var lines = $"{Line(High)}\n\n{{}}\n{Line(Therapies.Continuous.With("$.therapy", "\"third\""))}";
        var many = folder.File("many.jsonl", lines);
        var json = Rehearse(stricter, folder.Path).Done().Json();

        // high.json, low.json, then the lines of many.jsonl; what is neither .json nor .jsonl is passed over
        Assert.Equal(4, json.GetProperty("therapies").GetInt32());
        Assert.Equal($"{low} {many}:4", string.Join(' ', json.GetProperty("newStops").EnumerateArray().Select(stop => Text(stop, "file")!)));
        Assert.Equal($"{many}:3", Text(Assert.Single(json.GetProperty("unusable").EnumerateArray()), "file"));
        var piped = Cli.Run(["formulary", "rehearse", stricter, "--against", "-", "--format", "json"], Encoding.UTF8.GetBytes(lines)).Done().Json();
        Assert.Equal("-:4", Text(Assert.Single(piped.GetProperty("newStops").EnumerateArray()), "file"));
    }

    [Fact]
    public void What_cannot_be_used_is_named_and_the_rest_is_replayed()
    {
        var broken = folder.File("broken.json", "{");
        var huge = folder.File("huge.json", new byte[1_048_577]);
        var ran = Cli.Run("formulary", "rehearse", stricter, "--against", low, broken, huge).Done();
        Assert.Contains("Replayed   1 therapy; 2 could not be used", ran.Text, StringComparison.Ordinal);
        Assert.Contains("── Not replayed (2): neither file can read them", ran.Text, StringComparison.Ordinal);
        Assert.Contains("broken.json   $: line 1, column 2: not JSON", ran.Text, StringComparison.Ordinal);
        Assert.Contains("huge.json   $: the file has more than 1048576 bytes", ran.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_of_nothing_is_none()
    {
        var broken = folder.File("broken.json", "{}");
        var ran = Cli.Run("formulary", "rehearse", stricter, "--against", broken).Unusable();
        Assert.Contains("broken.json: $.therapy: missing", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("rehearse: --against: no therapy could be replayed; expected at least one\n", ran.Error, StringComparison.Ordinal);
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;
        Cli.Run("formulary", "rehearse", stricter, "--against", empty)
            .Unusable("rehearse: --against: no therapy could be replayed; expected at least one");
    }

    [Fact]
    public void A_slip_in_a_name_does_not_pass_for_a_rehearsal_of_less()
    {
        var gone = Path.Combine(folder.Path, "gone.json");
        Cli.Run("formulary", "rehearse", stricter, "--against", low, gone)
            .Unusable($"{gone}: $: cannot be read: there is no such file; expected a file or a folder");
    }

    [Fact]
    public void A_file_with_a_fault_is_not_rehearsed()
    {
        var faulty = folder.File("faulty.overlay", Row.Replace("3 mg/d", "3 mg/h", StringComparison.Ordinal));
        Cli.Run("formulary", "rehearse", faulty, "--against", low)
            .Unusable($"{faulty}: $.limits[0].hard: '3 mg/h' is not what daily-dose is held against; expected a dose per day as \"15 mg/d\"");
    }

    [Fact]
    public void The_rows_in_which_two_files_differ_are_listed()
    {
        var json = Cli.Run("formulary", "diff", looser, "--base", stricter, "--format", "json").Done().Json();
        var change = Assert.Single(json.GetProperty("changes").EnumerateArray());
        Assert.Equal(("limits", "R3-implanted-cancer-ceiling", "changed"), (Text(change, "section"), Text(change, "id"), Text(change, "change")));
        var member = Assert.Single(change.GetProperty("members").EnumerateArray());
        Assert.Equal(("hard", "3 mg/d [assumed]", "40 mg/d [assumed]"), (Text(member, "name"), Text(member, "before"), Text(member, "after")));
        Assert.Contains(
            "hard: 3 mg/d [assumed] → 40 mg/d [assumed]",
            Cli.Run("formulary", "diff", looser, "--base", stricter).Done().Text,
            StringComparison.Ordinal
        );
        Assert.Equal("  nothing\n", Cli.Run("formulary", "diff", looser, "--base", looser).Done().Text);
    }

    [Fact]
    public void The_next_file_of_the_examples_replaces_the_one_that_is_in_force_there()
    {
        var next = Path.Combine(Examples.Folder, "formulary", "service-next.json");
        var json = Rehearse(next, Examples.Folder, "--base", Examples.Service).Json();
        Assert.True(json.GetProperty("supersedesBase").GetBoolean());

        // 20 mg/mL at 0.4 mL/d and 6 boluses of 0.3 mg: 8 + 1.8 mg/d, beyond the 9 mg/d that is proposed
        Assert.Contains(
            json.GetProperty("newStops").EnumerateArray(),
            stop => (Text(stop, "therapy"), Text(stop, "value"), Text(stop, "limit")) == ("morphine-demand-implanted", "9.8 mg/d", "9 mg/d")
        );
    }

    [Fact]
    public void The_page_holds_its_width_and_one_display_rule()
    {
        var result = new Rehearsal(Formulary.BuiltIn, Formulary.BuiltIn.Overlaid(Encoding.UTF8.GetBytes(Row)).Content!);
        foreach (var file in Examples.Files)
        {
            result.Add(file, File.ReadAllBytes(file));
        }

        foreach (var width in new[] { 60, 80, 110, 160 })
        {
            var sheet = new Sheet(width);
            RehearsalPage.Write(sheet, result.Result());
            var lines = sheet.ToString().Split('\n');
            Assert.DoesNotContain(lines, line => line.LastIndexOf(' ') > width);
            Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
        }
    }

    private static string Line(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Ran Rehearse(string overlay, params string[] against) =>
        Cli.Run(["formulary", "rehearse", overlay, "--format", "json", "--against", .. against]);
}
