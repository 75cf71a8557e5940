using System.Buffers;
using BenchmarkDotNet.Attributes;

namespace Neuraxial.Benchmarks;

/// <summary>
/// One therapy from bytes to bytes, and its parts. The default example: an external pump, two drugs, demand boluses, no bridge; and the fall of a
/// baclofen concentration, whose plan holds a bridge and the dose at the tip hour by hour.
/// </summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private readonly ArrayBufferWriter<byte> output = new(65_536);
    private byte[] file = [];
    private Therapy therapy = null!;
    private Plan plan = null!;

    [Params("cancer-intrathecal-external", "baclofen-concentration-fall")]
    public string Example { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "examples", Example + ".json"));
        therapy = TherapyFile.Read(file, Formulary.BuiltIn).Content!;
        plan = Planner.Plan(therapy, Formulary.BuiltIn);
    }

    [Benchmark(Baseline = true)]
    public int BytesToBytes()
    {
        output.ResetWrittenCount();
        PlanJson.Write(Planner.Plan(TherapyFile.Read(file, Formulary.BuiltIn).Content!, Formulary.BuiltIn), output, indented: false);
        return output.WrittenCount;
    }

    [Benchmark]
    public Therapy? Read() => TherapyFile.Read(file, Formulary.BuiltIn).Content;

    [Benchmark]
    public Plan Plan() => Planner.Plan(therapy, Formulary.BuiltIn);

    [Benchmark]
    public int Write()
    {
        output.ResetWrittenCount();
        PlanJson.Write(plan, output, indented: false);
        return output.WrittenCount;
    }
}
