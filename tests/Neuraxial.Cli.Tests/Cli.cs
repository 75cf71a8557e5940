using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Runs the built program as a user does: arguments and standard input in, exit code, standard output and standard error out.</summary>
internal static class Cli
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Neuraxial.Cli.dll");
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>The host that runs the tests: the SDK names it; else it lies three folders above the list of the runtime's files.</summary>
    public static string DotNet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? Path.Combine(Path.GetDirectoryName((string)AppContext.GetData("FX_DEPS_FILE")!)!, "..", "..", "..", "dotnet");

    public static Ran Run(params string[] arguments) => Run(arguments, input: null);

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">As a shell hands them over.</param>
    /// <param name="input">Standard input; nothing on it if not given.</param>
    /// <param name="environment">Variables set for this run.</param>
    public static Ran Run(string[] arguments, byte[]? input, params (string Name, string Value)[] environment) =>
        Run(DotNet, [Program, .. arguments], input, environment);

    /// <summary>Runs the program with its standard output on a disk that is full. Linux alone has a device for that.</summary>
    public static Ran RunOnFullDisk(params string[] arguments) =>
        Run("/bin/sh", ["-c", "exec \"$@\" > /dev/full", "sh", DotNet, Program, .. arguments], null);

    /// <summary>Runs another program as this one is run.</summary>
    public static Ran RunProgram(string file, params string[] arguments) => Run(file, arguments, input: null);

    private static Ran Run(string file, string[] arguments, byte[]? input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = Bytes(process.StandardOutput.BaseStream);
        var error = process.StandardError.ReadToEndAsync();
        var fed = Feed(process, input ?? []);
        var peak = 0L;
        while (!process.WaitForExit(10))
        {
            peak = Math.Max(peak, PeakBytes(process.Id));
            if (Stopwatch.GetElapsedTime(started) > Longest)
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"neuraxial {string.Join(' ', arguments)} did not end in {Longest}");
            }
        }

        fed.GetAwaiter().GetResult();
        return new Ran(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult(), peak);
    }

    private static async Task<byte[]> Bytes(Stream stream)
    {
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        return whole.ToArray();
    }

    private static async Task Feed(Process process, byte[] input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program need not read to the end of what it refuses.
        }
    }

    /// <summary>The most memory that a process has held so far; 0 where the system does not tell, or when the process has just ended.</summary>
    private static long PeakBytes(int id)
    {
        try
        {
            var line = OperatingSystem.IsLinux()
                ? File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                : null;
            return line is null
                ? 0
                : 1_024
                    * long.Parse(
                        line["VmHWM:".Length..^"kB".Length],
                        NumberStyles.Integer | NumberStyles.AllowTrailingWhite,
                        CultureInfo.InvariantCulture
                    );
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <summary>What one run of the program gave.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="PeakBytes">The most memory that it was seen to hold.</param>
internal sealed record Ran(int Exit, byte[] Output, string Error, long PeakBytes)
{
    public string Text { get; } = Encoding.UTF8.GetString(Output);

    public string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Asserts that it was done, with nothing on standard error.</summary>
    public Ran Done(int exit = ExitCode.Done)
    {
        Assert.Equal((exit, ""), (Exit, Error));
        return this;
    }

    /// <summary>Asserts that the input could not be used: a line a problem on standard error, and nothing else.</summary>
    public Ran Unusable(params string[] problems)
    {
        Assert.Equal((ExitCode.UnusableInput, ""), (Exit, Text));
        Assert.NotEmpty(ErrorLines);
        Assert.DoesNotContain(
            ErrorLines,
            line => line.Contains("   at ", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)
        );
        if (problems.Length > 0)
        {
            Assert.Equal(problems, ErrorLines);
        }

        return this;
    }

    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}
