using System.Diagnostics;
using System.Globalization;

namespace Neuraxial.Benchmarks;

/// <summary>
/// Whole processes, as a user starts them: the time of `neuraxial plan FILE` against that of an empty console program, run in turn so that a machine that
/// slows down slows both, and the therapies a second of `plan --lines`.
/// </summary>
internal static class Processes
{
    private const int Pairs = 31;
    private const int Lines = 20_000;

    public static int Run()
    {
        var root = Repository.Root;
        var work = Path.Combine(root, "artifacts", "benchmarks");
        Publish(root, "benchmarks/Empty", Path.Combine(work, "empty"), "--self-contained false");
        Publish(root, "src/Neuraxial.Cli", Path.Combine(work, "shared"), "--self-contained false");
        Publish(root, "src/Neuraxial.Cli", Path.Combine(work, "native"), "-p:Native=true");
        var dotnet = Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
        var empty = new[] { dotnet, Path.Combine(work, "empty", "Empty.dll") };
        var shared = new[] { dotnet, Path.Combine(work, "shared", "Neuraxial.Cli.dll") };
        var native = new[] { Path.Combine(work, "native", "neuraxial") };
        var file = Path.Combine(root, "examples", "cancer-intrathecal-external.json");

        Console.WriteLine("| command | median | of the empty program | bound |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Compare("plan FILE, shared framework", [.. shared, "plan", file], empty, "3");
        Compare("plan FILE --format json, shared framework", [.. shared, "plan", file, "--format", "json"], empty, "3");
        Compare("plan FILE, native binary", [.. native, "plan", file], empty, "0.5");
        Compare("plan FILE --format json, native binary", [.. native, "plan", file, "--format", "json"], empty, "0.5");
        Console.WriteLine();
        Console.WriteLine("| plan --lines | therapies a second and core | bound |");
        Console.WriteLine("| --- | --- | --- |");
        var lines = Therapies(root);
        Throughput("shared framework", [.. shared, "plan", "--lines"], lines);
        Throughput("native binary", [.. native, "plan", "--lines"], lines);
        return 0;
    }

    private static void Compare(string name, string[] command, string[] baseline, string bound)
    {
        var times = new List<double>();
        var ratios = new List<double>();
        for (var i = 0; i < Pairs; i++)
        {
            var mine = Wall(command);
            var theirs = Wall(baseline);

            // The first pair warms the disk cache.
            if (i > 0)
            {
                times.Add(mine);
                ratios.Add(mine / theirs);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(times) * 1000:F0} ms | {Median(ratios):F2} | {bound} |"));
    }

    private static void Throughput(string name, string[] command, string[] lines)
    {
        var input = string.Join('\n', lines);
        var best = Enumerable.Range(0, 3).Select(_ => lines.Length / Cpu(command, input)).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {best[1]:F0} | 5000 |"));
    }

    /// <summary>All examples over and over, a therapy a line.</summary>
    private static string[] Therapies(string root)
    {
        var examples = Directory
            .GetFiles(Path.Combine(root, "examples"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllText(path).ReplaceLineEndings(" "))
            .ToArray();
        return [.. Enumerable.Range(0, Lines).Select(i => examples[i % examples.Length])];
    }

    private static double Wall(string[] command)
    {
        var watch = Stopwatch.StartNew();
        _ = Output(command, null);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Seconds of processor, of the program itself and of the system for it: the second line that a shell's <c>times</c> prints.</summary>
    private static double Cpu(string[] command, string input) =>
        Output(["sh", "-c", "\"$@\" > /dev/null; code=$?; times; exit $code", "sh", .. command], input)
            .Split('\n')[1]
            .Split(' ')
            .Select(part => part.TrimEnd('s').Split('m'))
            .Sum(part => (60 * double.Parse(part[0], CultureInfo.InvariantCulture)) + double.Parse(part[1], CultureInfo.InvariantCulture));

    private static string Output(string[] command, string? input)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = input is not null,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Publish(string root, string project, string output, string options)
    {
        var rid = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", $"publish {project} -c Release -r {rid} -o {output} {options} -v quiet") { WorkingDirectory = root }
        )!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} could not be published.");
        }
    }
}
