using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Cli;

/// <summary>
/// <c>neuraxial plan --lines</c>: a therapy a line in, a plan a line out, in the same order. A line that cannot be used gives a line with its problems,
/// so that no answer is ever taken for another's.
/// </summary>
internal static class PlanLines
{
    private const int LongestLine = 1_048_576;
    private const int Flush = 262_144;

    /// <summary>What is said of a line that is not even read.</summary>
    public static Problem TooLong { get; } = new("$", $"the line has more than {LongestLine} bytes; expected at most that");

    public static int Run(Formulary formulary)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return Run(input, output, formulary);
    }

    public static int Run(Stream input, Stream output, Formulary formulary)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * Flush);
        var exit = ExitCode.Done;
        foreach (var (number, line) in Lines(input, Send))
        {
            exit = Math.Max(exit, Answer(line, number, formulary, buffer));
            if (buffer.WrittenCount > Flush)
            {
                Send();
            }
        }

        Send();
        return exit;

        void Send()
        {
            output.Write(buffer.WrittenSpan);
            output.Flush();
            buffer.ResetWrittenCount();
        }
    }

    private static int Answer(ReadOnlyMemory<byte>? line, int number, Formulary formulary, ArrayBufferWriter<byte> buffer)
    {
        IReadOnlyList<Problem> problems;
        if (line is { } text)
        {
            var reading = TherapyFile.Read(text, formulary);
            if (reading.Content is { } therapy)
            {
                var plan = Planner.Plan(therapy, formulary);
                PlanJson.Write(plan, buffer, indented: false);
                buffer.Write("\n"u8);
                return plan.IsBlocked ? ExitCode.Blocked : ExitCode.Done;
            }

            problems = reading.Problems;
        }
        else
        {
            problems = [TooLong];
        }

        WriteProblems(problems, number, buffer);
        return ExitCode.UnusableInput;
    }

    private static void WriteProblems(IReadOnlyList<Problem> problems, int number, ArrayBufferWriter<byte> buffer)
    {
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("line", number);
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("path", problem.Path);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }

    /// <summary>
    /// The lines of a stream that hold anything, each with its number among all lines; <see langword="null"/> for one that is too long to be read.
    /// Memory stays within one line.
    /// </summary>
    /// <param name="input">The stream.</param>
    /// <param name="beforeWaiting">Called before more is waited for: whoever sends a line at a time has the answers to all that was sent.</param>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte>? Line)> Lines(Stream input, Action beforeWaiting)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 65_536));
        var skipping = false;
        var number = 1;
        while (true)
        {
            beforeWaiting();

            // Standard input is read on this thread: there is nothing else to do meanwhile.
            var result = reader.ReadAsync().AsTask().GetAwaiter().GetResult();
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                if (!skipping && !IsBlank(line))
                {
                    yield return (number, line.Length > LongestLine ? (ReadOnlyMemory<byte>?)null : line.ToArray());
                }

                skipping = false;
                number++;
            }

            if (buffer.Length > LongestLine)
            {
                if (!skipping)
                {
                    skipping = true;
                    yield return (number, null);
                }

                buffer = buffer.Slice(buffer.End);
            }

            if (result.IsCompleted)
            {
                if (!skipping && !IsBlank(buffer))
                {
                    yield return (number, buffer.ToArray());
                }

                reader.AdvanceTo(buffer.End);
                yield break;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
