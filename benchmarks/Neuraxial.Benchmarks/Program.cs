using BenchmarkDotNet.Running;
using Neuraxial.Benchmarks;

// processes: whole processes against an empty console program, in turn, as ratios. Anything else: BenchmarkDotNet.
if (args is ["processes", ..])
{
    return Processes.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(PlanBenchmarks).Assembly).Run(args);
return 0;
