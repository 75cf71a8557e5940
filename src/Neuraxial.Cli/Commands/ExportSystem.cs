using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary>Writes a system as files that a solver of another make reads, and says how long our own takes.</summary>
internal static class ExportSystem
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a case into a folder, which is made where it is not there.</summary>
    /// <param name="export">The case.</param>
    /// <param name="folder">Where its files go.</param>
    /// <param name="solution">A file for what our own solver finds; <see langword="null"/> for none.</param>
    /// <returns>Done, or that something could not be written; then a line on standard error says what.</returns>
    public static int Run(SystemExport export, string folder, string? solution)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Inputs.Report(folder, new Problem("$", $"cannot be made: {failure.Message.ReplaceLineEndings(" ")}"));
            return ExitCode.OutsideFailed;
        }

        foreach (var (name, write) in export.Files)
        {
            if (!Outputs.Write(Text(write), Path.Combine(folder, name)))
            {
                return ExitCode.OutsideFailed;
            }
        }

        // The first run makes factors; what is timed is integration alone, as the peers time theirs.
        var run = export.Prepare();
        var steps = run.Run();
        var seconds = Timed(run);
        if (solution is not null && !Outputs.Write(Text(writer => export.WriteSolution(writer, run.Solution)), solution))
        {
            return ExitCode.OutsideFailed;
        }

        Outputs.Write(Timing(export.System.Size, steps, seconds), null);
        return ExitCode.Done;
    }

    /// <summary>The median of at least five runs and a quarter of a second of them, in which methods that are called often come to be compiled well.</summary>
    private static double Timed(SystemRun run)
    {
        var times = new List<double>();
        for (var all = 0.0; all < 0.25 || times.Count < 5; all += times[^1])
        {
            var started = Stopwatch.GetTimestamp();
            run.Run();
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static byte[] Text(Action<TextWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, Utf8, bufferSize: 65_536, leaveOpen: true))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    /// <summary>One line: <c>{"states":631,"steps":3000,"seconds":0.005}</c>.</summary>
    private static ReadOnlySpan<byte> Timing(int states, int steps, double seconds)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("states", states);
            json.WriteNumber("steps", steps);
            json.WriteNumber("seconds", seconds);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }
}
