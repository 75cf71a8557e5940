using System.Text;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>
/// Files made to exhaust a machine: ten times the size that is read, or just below it with as many faults as fit. Each is refused within the
/// memory of an ordinary run; one that takes longer than anybody waits is ended and fails.
/// </summary>
public sealed class LargeFileTests
{
    private const int Limit = 1_048_576;
    private const int MostBytes = 200 * 1_048_576;

    /// <summary>The collector ends a run that wants more than the limit, whatever the system can measure.</summary>
    private static readonly (string, string) HeapLimit = (
        "DOTNET_GCHeapHardLimit",
        MostBytes.ToString("X", System.Globalization.CultureInfo.InvariantCulture)
    );

    private static readonly Dictionary<string, Func<int, string>> Files = new(StringComparer.Ordinal)
    {
        ["nested arrays"] = size => new string('[', size),
        ["nested objects"] = size => Repeated("", "{\"a\":", "", size),
        ["one huge name of a drug"] = size => Filled(Therapies.Continuous, "\"morphine\"", "\"", 'm', "\"", size),
        ["one huge quantity"] = size => Filled(Therapies.Continuous, "\"20 mL\"", "\"", '9', " mL\"", size),
        ["one huge unit"] = size => Filled(Therapies.Continuous, "\"20 mL\"", "\"20 ", '/', "\"", size),
        ["millions of digits"] = size => Filled(Therapies.Continuous, "\"20 mL\"", "", '9', "", size),
        ["millions of digits in a count"] = size => Filled(Therapies.Demand, "6", "", '9', "", size),
        ["one huge therapy's name"] = size => Filled(Therapies.Continuous, "\"test\"", "\"", 'x', "\"", size),
        ["one huge member's name"] = size => Filled(Therapies.Continuous, "\"test\"", "\"a\", \"", 'x', "\": 1", size),
        ["one huge escaped text"] = size => Repeated("{\"therapy\":\"", "\\u0041", "\"}", size),
        ["a million unknown members"] = size => Repeated("{\"therapy\":1", i => $",\"{i}\":1", "}", size),
        ["unknown members with long names"] = size => Repeated("{\"therapy\":1", i => $",\"painLevel{i:D50}\":1", "}", size),
        ["a million duplicates"] = size => Repeated("{\"route\":1", ",\"route\":1", "}", size),
        ["unknown drugs"] = size => Repeated("{\"infusate\":{\"drugs\":[{}", ",{\"drug\":\"a\"}", "]}}", size),
        ["drugs with long names"] = size => Repeated("{\"infusate\":{\"drugs\":[{}", i => $",{{\"drug\":\"vincristine{i:D48}\"}}", "]}}", size),
        ["drugs with half a name"] = size => Repeated("{\"infusate\":{\"drugs\":[{}", ",{\"drug\":\"\\ud800\"}", "]}}", size),
        ["empty objects"] = size => Repeated("{\"infusate\":{\"drugs\":[{}", ",{}", "]},\"currentOpioids\":[]}", size),
        ["levels that do not exist"] = size => Repeated("{\"painLevels\":[\"\"", ",\"\"", "]}", size),
        ["conditions of one capital"] = size => Repeated("{\"patient\":{\"conditions\":[\"A\"", ",\"A\"", "]}}", size),
        ["steps at no time"] = size => Repeated("{\"program\":{\"mode\":\"flex\",\"steps\":[{}", ",{\"at\":\"\",\"rate\":\"\"}", "]}}", size),
        ["steps at one time"] = size =>
            Repeated(
                "{\"program\":{\"mode\":\"flex\",\"steps\":[{\"at\":\"00:00\",\"rate\":\"1 mL/d\"}",
                ",{\"at\":\"00:00\",\"rate\":\"1 mL/d\"}",
                "]}}",
                size
            ),
        ["days of other days"] = size =>
            Repeated("{\"program\":{\"mode\":\"flex\",\"steps\":[],\"otherDays\":[{}", ",{\"on\":[\"monday\"],\"steps\":[]}", "]}}", size),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [InlineData("nested arrays")]
    [InlineData("one huge name of a drug")]
    [InlineData("millions of digits")]
    [InlineData("a million unknown members")]
    [InlineData("a million duplicates")]
    [InlineData("unknown drugs")]
    public void Ten_megabytes_are_refused_unread(string name)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("large.json", Files[name](10 * Limit));
        Within(Cli.Run(["plan", file], null, HeapLimit)).Unusable($"{file}: $: the file has more than {Limit} bytes; expected at most that");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_many_faults_as_fit_into_a_file_are_refused_too(string name)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("large.json", Files[name](Limit));
        Assert.InRange(new FileInfo(file).Length, Limit - 200, Limit);
        var ran = Within(Cli.Run(["plan", file], null, HeapLimit)).Unusable();
        Assert.InRange(ran.ErrorLines.Length, 1, 1_001);
        Assert.All(ran.ErrorLines, line => Assert.InRange(line.Length, 1, 1_000));
    }

    [Fact]
    public void Standard_input_is_read_no_further_than_the_limit() =>
        Within(Cli.Run(["plan", "-"], Encoding.UTF8.GetBytes(Files["a million unknown members"](10 * Limit)), HeapLimit))
            .Unusable($"-: $: the file has more than {Limit} bytes; expected at most that");

    /// <summary>The largest program that can be written: a step a minute, another for each day of the week.</summary>
    [Fact]
    public void A_step_every_minute_of_every_day_of_the_week_is_planned()
    {
        static string Steps(int day) =>
            string.Join(
                ',',
                Enumerable.Range(0, 1_440).Select(i => $$"""{"at":"{{i / 60:00}}:{{i % 60:00}}","rate":"0.{{1 + ((i * 7 + day) % 9)}} mL/d"}""")
            );
        string[] days = ["tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        var other = string.Join(',', days.Select((day, i) => $$"""{"on":["{{day}}"],"steps":[{{Steps(i + 1)}}]}"""));
        var program = $$"""{"mode":"flex","steps":[{{Steps(0)}}],"otherDays":[{{other}}],"demand":{"dose":"0.01 mL","lockout":"1 h"} }""";
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "steps.json",
            Therapies
                .Full.With("$.program", program)
                .With("$.previous.program", program)
                .With("$.pump.model", "\"cadd-solis\"")
                .With("$.pump", """{ "model": "cadd-solis", "line": "0.6 mL" }""")
        );
        Assert.InRange(new FileInfo(file).Length, 500_000, Limit);
        var ran = Within(Cli.Run(["plan", file, "--format", "json"], null, HeapLimit));
        Assert.Equal("", ran.Error);
        Assert.Equal(7 * 1_440, ran.Json().GetProperty("program").GetProperty("steps").GetArrayLength());
    }

    private static Ran Within(Ran ran)
    {
        Assert.InRange(ran.PeakBytes, OperatingSystem.IsLinux() ? 1 : 0, MostBytes);
        return ran;
    }

    private static string Repeated(string head, string piece, string tail, int size) => Repeated(head, _ => piece, tail, size);

    private static string Repeated(string head, Func<int, string> piece, string tail, int size)
    {
        var text = new StringBuilder(head, size);
        for (var i = 0; text.Length + piece(i).Length + tail.Length <= size; i++)
        {
            text.Append(piece(i));
        }

        return text.Append(tail).ToString();
    }

    /// <summary>A therapy in which one value is as long as the file's size lets it be.</summary>
    private static string Filled(string json, string value, string head, char filling, string tail, int size)
    {
        var at = json.IndexOf(value, StringComparison.Ordinal);
        var rest = json[(at + value.Length)..];
        return $"{json[..at]}{head}{new string(filling, size - at - rest.Length - head.Length - tail.Length)}{tail}{rest}";
    }
}
