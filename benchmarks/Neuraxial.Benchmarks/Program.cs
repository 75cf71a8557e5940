using BenchmarkDotNet.Running;
using Neuraxial.Benchmarks;

// processes: whole processes against an empty console program, in turn, as ratios. Anything else: BenchmarkDotNet.
if (args is ["processes", ..])
{
    return Processes.Run();
}

// solver [SVG]: the solver of the simulation by itself, and where the plot of how its cost grows goes.
if (args is ["solver", ..])
{
    return Solver.Run(args.ElementAtOrDefault(1));
}

// peers: our own solver beside CVODE and deSolve on the same system.
if (args is ["peers", ..])
{
    return Peers.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(PlanBenchmarks).Assembly).Run(args);
return 0;
