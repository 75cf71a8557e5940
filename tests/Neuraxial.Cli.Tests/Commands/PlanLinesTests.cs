using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial plan --lines</c>: a therapy a line in, an answer a line out, so that no answer is ever taken for another's.</summary>
public sealed class PlanLinesTests
{
    private const int Limit = 1_048_576;

    /// <summary>A therapy that a clinician would not run, on one line: the fill does not go into the pump.</summary>
    private static readonly string Blocked = Line(Therapies.Continuous.With("$.fill.volume", "\"21 mL\"").With("$.therapy", "\"blocked\""));

    private static readonly string Bad = Line(Therapies.Continuous.With("$.fill.volume", "\"20\"").With("$.route", "\"spinal\""));

    [Fact]
    public void The_answers_come_in_order_and_are_those_of_the_files()
    {
        var ran = Cli.Run(["plan", "--lines"], Encoding.UTF8.GetBytes(string.Join('\n', Examples.Names.Select(name => Line(Examples.Json(name))))))
            .Done();
        Assert.Equal(Examples.Files.Length, ran.Lines.Length);
        foreach (var (name, line) in Examples.Names.Zip(ran.Lines))
        {
            using var alone = JsonDocument.Parse(Cli.Run("plan", Examples.File(name), "--format", "json").Text);
            using var answer = JsonDocument.Parse(line);
            Assert.True(JsonElement.DeepEquals(alone.RootElement, answer.RootElement), name);
        }
    }

    [Fact]
    public void A_bad_line_is_answered_by_its_problems_and_the_others_by_their_plans()
    {
        var (exit, lines) = Run($"{Named("first")}\n{Bad}\n{Named("third")}\nno JSON\n{Named("fifth")}\n");
        Assert.Equal(ExitCode.UnusableInput, exit);
        Assert.Equal(["first", "2", "third", "4", "fifth"], lines.Select(WhoseAnswer), StringComparer.Ordinal);
        AssertSame(
            """
            {
              "line": 2,
              "problems": [
                { "path": "$.route", "message": "'spinal' can mean either route, and their doses differ about tenfold (HZ-25); expected one of epidural, intrathecal" },
                { "path": "$.fill.volume", "message": "'20' has no unit; expected a volume such as '1.5 mL'" }
              ]
            }
            """,
            lines[1]
        );
        Assert.StartsWith(
            """{"line":4,"problems":[{"path":"$","message":"line 1, column 2: not JSON: 'no JSON' is""",
            lines[3],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Lines_may_end_as_on_any_system_and_the_last_need_not_end(string end)
    {
        foreach (var last in new[] { "", end })
        {
            var (exit, lines) = Run(Named("first") + end + Named("second") + last);
            Assert.Equal((ExitCode.Done, "first, second"), (exit, string.Join(", ", lines.Select(WhoseAnswer))));
        }
    }

    [Fact]
    public void Blank_lines_have_no_answer_and_are_counted_as_an_editor_counts_them()
    {
        var (exit, lines) = Run($"\n \t\r\n{Named("third")}\n\n\r\n{Bad}\n\n");
        Assert.Equal((ExitCode.UnusableInput, "third, 6"), (exit, string.Join(", ", lines.Select(WhoseAnswer))));
    }

    [Fact]
    public void Whoever_sends_a_line_at_a_time_is_answered_before_the_next()
    {
        using var output = new MemoryStream();
        using var input = new Dialogue([Named("first") + "\n", Bad + "\n", Named("third") + "\n"], output);
        Assert.Equal(ExitCode.UnusableInput, PlanLines.Run(input, output, Formulary.BuiltIn));
        Assert.Equal([0, 1, 2, 3], input.AnswersBeforeEachRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n \n\t\n")]
    public void Nothing_in_is_nothing_out(string text)
    {
        var (exit, lines) = Run(text);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Empty(lines);
    }

    [Theory]
    [InlineData(Limit, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(3 * Limit, true)]
    public void A_line_above_a_megabyte_is_refused_and_the_next_is_answered(int length, bool refused)
    {
        var therapy = Named("long");
        var (exit, lines) = Run($"{Named("first")}\n{therapy}{new string(' ', length - therapy.Length)}\n{Named("third")}");
        Assert.Equal(refused ? ExitCode.UnusableInput : ExitCode.Done, exit);
        Assert.Equal($"first, {(refused ? "2" : "long")}, third", string.Join(", ", lines.Select(WhoseAnswer)));
        if (refused)
        {
            AssertSame(
                $$"""{ "line": 2, "problems": [{ "path": "$", "message": "the line has more than {{Limit}} bytes; expected at most that" }] }""",
                lines[1]
            );
        }
    }

    [Fact]
    public void A_line_above_a_megabyte_may_be_the_last_and_need_not_end()
    {
        var (exit, lines) = Run(Named("first") + "\n" + new string('x', 2 * Limit));
        Assert.Equal((ExitCode.UnusableInput, "first, 2"), (exit, string.Join(", ", lines.Select(WhoseAnswer))));
    }

    [Fact]
    public void The_exit_code_is_the_worst_of_all_lines()
    {
        var good = Named("good");
        Assert.Equal(ExitCode.Done, Run($"{good}\n{good}").Exit);
        Assert.Equal(ExitCode.Blocked, Run($"{good}\n{Blocked}\n{good}").Exit);
        Assert.Equal(ExitCode.UnusableInput, Run($"{Bad}\n{Blocked}\n{good}").Exit);
    }

    [Fact]
    public void However_the_stream_is_cut_into_pieces_the_answers_are_the_same()
    {
        var text = Encoding.UTF8.GetBytes($"{Named("first")}\r\n\r\n{Bad}\n{Blocked}\n{Named("Gr\u00f6\u00dfe \ud83d\ude00")}");
        var expected = string.Join('\n', Run(text, text.Length).Lines);
        Gen.Int[1, 400].Sample(piece => string.Join('\n', Run(text, piece).Lines) == expected, iter: 200);
    }

    [Fact]
    public void A_service_s_formulary_counts_for_every_line()
    {
        var therapy = Line(Examples.Json("cancer-intrathecal-implanted"));
        var ran = Cli.Run(["plan", "--lines", "--formulary", Examples.Service], Encoding.UTF8.GetBytes($"{therapy}\n{therapy}\n")).Done();
        Assert.All(ran.Lines, line => Assert.Contains("+example-1\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_without_end_need_no_memory_without_end()
    {
        const int Most = 200 * 1_048_576;
        var text = new StringBuilder();
        for (var i = 0; i < 1_500; i++)
        {
            // A drug that nobody knows, under a name of its own in every line.
            text.Append("{\"infusate\":{\"drugs\":[{\"drug\":\"").Append(i).Append('x', 100_000).Append("\"}]}}\n");
        }

        var ran = Cli.Run(["plan", "--lines"], Encoding.UTF8.GetBytes(text.ToString()), ("DOTNET_GCHeapHardLimit", $"{Most:X}"));
        Assert.Equal((ExitCode.UnusableInput, ""), (ran.Exit, ran.Error));
        Assert.Equal(1_500, ran.Lines.Length);
        Assert.InRange(ran.PeakBytes, 0, Most);
    }

    private static (int Exit, string[] Lines) Run(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Run(bytes, bytes.Length + 1);
    }

    private static (int Exit, string[] Lines) Run(byte[] bytes, int piece)
    {
        using var input = new PiecemealStream(bytes, piece);
        using var output = new MemoryStream();
        var exit = PlanLines.Run(input, output, Formulary.BuiltIn);
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        return (exit, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Line(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }

    private static string Named(string name) => Line(Therapies.Continuous.With("$.therapy", JsonSerializer.Serialize(name)));

    /// <summary>The therapy's name, or the number of the line.</summary>
    private static string WhoseAnswer(string line)
    {
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.TryGetProperty("therapy", out var name) ? name.GetString()! : answer.RootElement.GetProperty("line").GetRawText();
    }

    private static void AssertSame(string expected, string line)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(line);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), line);
    }

    /// <summary>A stream that hands over so many bytes at a time, as a pipe may.</summary>
    private sealed class PiecemealStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);
    }
}
