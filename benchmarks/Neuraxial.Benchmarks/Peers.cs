using System.Globalization;

namespace Neuraxial.Benchmarks;

/// <summary>Our own solver beside CVODE and deSolve on the same system: steps, seconds, and how far apart they are.</summary>
internal static class Peers
{
    public static int Run()
    {
        var sources = Path.Combine(Repository.Root, "benchmarks", "peers");
        var work = Path.Combine(Repository.Root, "artifacts", "peers");
        Directory.CreateDirectory(work);
        Peer cvode;
        Peer deSolve;
        try
        {
            cvode = Peer.Cvode(sources, work);
            deSolve = Peer.DeSolve(sources);
        }
        catch (InvalidOperationException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 3;
        }

        Console.WriteLine("| case | solver | steps | seconds | of ours | largest difference to ours, of the peak |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (days, changes) in ((int, int)[])[(30, 8), (7, 8)])
        {
            var export = MeanAdult.Of().Export(days, changes);
            var folder = Path.Combine(work, $"{days}-days");
            Peer.Write(export, folder);
            var run = export.Prepare();
            var steps = run.Run();
            var seconds = Solver.Seconds(() => run.Run());
            var name = $"{days} days, {export.Schedule.Changes} changes, {export.System.Size} states";
            Line($"| {name} | ours | {steps} | {seconds:F4} | 1 | |");
            Row(cvode, 1e-6, 1e-9);
            Row(cvode, 1e-10, 1e-13);
            if (days < 30)
            {
                Row(deSolve, 1e-10, 1e-13);
            }

            void Row(Peer peer, double rtol, double atol)
            {
                var found = peer.Run(folder, rtol, atol);
                Line(
                    $"| {name} | {peer.Name}, rtol {rtol:0e-0} | {found.Steps} | {found.Seconds:F2} | {found.Seconds / seconds:F0} | {found.Difference(run.Solution):0.0e-0} |"
                );
            }
        }

        return 0;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
