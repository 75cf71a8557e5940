using System.Globalization;
using System.Text.Json;
using Neuraxial.Simulation;
using NodaTime;

namespace Neuraxial.Benchmarks;

/// <summary>
/// Our own solver beside CVODE and deSolve on the system of one therapy, as the command exports it: thirty days, a wanted time every quarter of an hour, cells of half a
/// centimetre. Steps, seconds of integration alone, and how far apart they are.
/// </summary>
internal static class Peers
{
    private const int Days = 30;
    private const int Minutes = 15;

    /// <summary>The least of so many runs of the peer that ours is held against; the others take too long for more than one.</summary>
    private const int Repeats = 3;

    /// <summary>Builds the command and the peers, runs them and prints the table.</summary>
    /// <param name="file">A therapy file; <see langword="null"/> for <c>benchmarks/peers/morphine-flex-demand.json</c>.</param>
    /// <param name="drug">Which drug of it.</param>
    /// <returns>0, or 3 if the peers or the export could not be run; then a line on standard error says why.</returns>
    public static int Run(string? file, string drug)
    {
        var sources = Path.Combine(Repository.Root, "benchmarks", "peers");
        var work = Path.Combine(Repository.Root, "artifacts", "peers");
        file = Path.GetFullPath(file ?? Path.Combine(sources, "morphine-flex-demand.json"));
        Directory.CreateDirectory(work);
        try
        {
            Compare(Peer.Cvode(sources, work), Peer.DeSolve(sources), file, drug, work);
            return 0;
        }
        catch (InvalidOperationException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 3;
        }
    }

    private static void Compare(Peer cvode, Peer deSolve, string file, string drug, string work)
    {
        var command = Path.Combine(work, "command");
        Processes.Publish(Repository.Root, "src/Neuraxial.Cli", command, "--self-contained false");
        var (folder, solution) = (Path.Combine(work, "case"), Path.Combine(work, "ours.csv"));
        string[] times = ["--for", $"{Days} d", "--every", $"{Minutes} min"];
        string[] export = ["export-system", file, folder, "--drug", drug, .. times, "--solution", solution];
        using var json = JsonDocument.Parse(Processes.Output(["dotnet", Path.Combine(command, "Neuraxial.Cli.dll"), .. export], input: null));
        var states = json.RootElement.GetProperty("states").GetInt32();
        var steps = json.RootElement.GetProperty("steps").GetInt32();
        var seconds = json.RootElement.GetProperty("seconds").GetDouble();
        double[] ours = [.. Peer.ReadSolution(solution).SelectMany(row => row)];

        Console.WriteLine("| solver | states | steps | seconds | of ours | largest difference to ours, of the peak |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Line($"| ours | {states} | {steps} | {seconds:F4} | 1 | |");
        var cold = Cold(file, drug);
        Line($"| ours, factors made anew | {states} | {steps} | {cold:F4} | {cold / seconds:F1} | 0 |");
        Row(cvode, 1e-6, 1e-9, Repeats);
        Row(cvode, 1e-10, 1e-13, 1);
        Row(deSolve, 1e-6, 1e-9, 1);

        void Row(Peer peer, double rtol, double atol, int repeats)
        {
            var found = Enumerable.Range(0, repeats).Select(_ => peer.Run(folder, rtol, atol)).MinBy(run => run.Seconds)!;
            Line(
                $"| {peer.Name}, rtol {rtol:0e-0} | {states} | {found.Steps} | {found.Seconds:F2} | {found.Seconds / seconds:F0} | {found.Difference(ours):0.0e-0} |"
            );
        }
    }

    /// <summary>Seconds of a run for which nothing is made before: the peers make their factors within theirs.</summary>
    private static double Cold(string file, string drug)
    {
        var therapy = TherapyFile.Read(File.ReadAllBytes(file), Formulary.BuiltIn).Content!;
        var plan = Planner.Plan(therapy, Formulary.BuiltIn);
        var export = TherapyExport.Of(plan, drug, Duration.FromDays(Days), Duration.FromMinutes(Minutes)).Content!;
        return Solver.Seconds(() => export.Prepare().Run());
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
