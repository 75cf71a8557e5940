using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Neuraxial.Simulation;

namespace Neuraxial.Benchmarks;

/// <summary>A solver of another make that runs an exported system: CVODE by a program in C, deSolve by a script in R.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Command">What to run before the arguments.</param>
internal sealed record Peer(string Name, IReadOnlyList<string> Command)
{
    /// <summary>The Debian packages that both need.</summary>
    public const string Packages = "gcc libc6-dev make libsundials-dev libsuitesparse-dev r-base-core r-cran-desolve";

    /// <summary>SUNDIALS CVODE with KLU, built from <c>benchmarks/peers/cvode</c>.</summary>
    /// <param name="sources">The folder <c>benchmarks/peers</c>.</param>
    /// <param name="folder">Where the program goes.</param>
    public static Peer Cvode(string sources, string folder)
    {
        var source = Path.Combine(sources, "cvode");
        _ = Output(["make", "--silent", "-C", folder, "-f", Path.Combine(source, "Makefile"), $"VPATH={source}", "peer"]);
        return new Peer("CVODE", [Path.Combine(folder, "peer")]);
    }

    /// <summary>lsodes of R's deSolve.</summary>
    /// <param name="sources">The folder <c>benchmarks/peers</c>.</param>
    public static Peer DeSolve(string sources)
    {
        _ = Output(["Rscript", "-e", "library(deSolve)"]);
        return new Peer("deSolve", ["Rscript", Path.Combine(sources, "desolve", "peer.R")]);
    }

    /// <summary>Writes a case into a folder.</summary>
    public static void Write(SystemExport export, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, write) in export.Files)
        {
            using var writer = new StreamWriter(Path.Combine(folder, name));
            write(writer);
        }
    }

    /// <summary>Runs a case.</summary>
    /// <param name="folder">Its files.</param>
    /// <param name="rtol">Relative tolerance.</param>
    /// <param name="atol">Absolute tolerance.</param>
    public PeerRun Run(string folder, double rtol, double atol)
    {
        var solution = Path.Combine(folder, "solution.csv");
        string[] tolerances = [rtol.ToString("R", CultureInfo.InvariantCulture), atol.ToString("R", CultureInfo.InvariantCulture)];
        string[] command = ["sh", "-c", "\"$@\"; code=$?; times; exit $code", "sh", .. Command, folder, .. tolerances, solution];
        var lines = Output(command).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(lines[0]);
        return new PeerRun(
            json.RootElement.GetProperty("steps").GetInt64(),
            Math.Min(json.RootElement.GetProperty("seconds").GetDouble(), Processor(lines[^1])),
            [
                .. File.ReadLines(solution)
                    .Select(line => line.Split(',').Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray()),
            ]
        );
    }

    /// <summary>Seconds of processor, of the program itself and of the system for it: the second line that a shell's <c>times</c> prints.</summary>
    private static double Processor(string line) =>
        line.Split(' ')
            .Select(part => part.TrimEnd('s').Split('m'))
            .Sum(part => (60 * double.Parse(part[0], CultureInfo.InvariantCulture)) + double.Parse(part[1], CultureInfo.InvariantCulture));

    private static string Output(string[] command)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false }
            )!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException(
                    $"{string.Join(' ', command)} ended with {process.ExitCode}. It needs the packages {Packages}."
                );
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{command[0]} is not installed. The peers need the packages {Packages}.", missing);
        }
    }
}

/// <summary>What a peer found.</summary>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Seconds">Integration alone by its own clock, or the processor time of the whole program where another held the core and that is less.</param>
/// <param name="Solution">For each wanted time what is in each watched compartment.</param>
internal sealed record PeerRun(long Steps, double Seconds, IReadOnlyList<double[]> Solution)
{
    /// <summary>The largest difference of any watched compartment, of the most that is ever in it.</summary>
    /// <param name="other">In one row: for each wanted time one for each watched compartment.</param>
    public double Difference(ReadOnlySpan<double> other)
    {
        var watched = Solution[0].Length;
        var worst = 0.0;
        for (var i = 0; i < watched; i++)
        {
            var (peak, most) = (0.0, 0.0);
            for (var time = 0; time < Solution.Count; time++)
            {
                peak = Math.Max(peak, Math.Abs(Solution[time][i]));
                most = Math.Max(most, Math.Abs(Solution[time][i] - other[(time * watched) + i]));
            }

            worst = Math.Max(worst, peak > 0 ? most / peak : most);
        }

        return worst;
    }
}
