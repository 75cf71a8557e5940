using Neuraxial.Benchmarks;
using Neuraxial.Simulation;
using Xunit;

namespace Neuraxial.EndToEnd.Tests;

/// <summary>Solvers of another make run the same system from its files and find the same.</summary>
/// <remarks>A mean adult, morphine at T10, two days with sixteen changes of rate, a wanted time every quarter of an hour; fluid, cord, cisterns and plasma watched.</remarks>
public sealed class PeerTests : IDisposable
{
    /// <summary>Of each watched compartment's peak. The peers' own tolerance leaves some 1e-9 of a run; a wrong rate or a change that is missed by a minute gives 1e-4 and more.</summary>
    private const double Near = 1e-7;
    private const double Rtol = 1e-10;

    /// <summary>Nmol; peaks are from 1e-4 upwards.</summary>
    private const double Atol = 1e-13;

    private static readonly string Sources = Path.Combine(Repository.Root, "benchmarks", "peers");
    private readonly string folder = Directory.CreateTempSubdirectory("neuraxial-peer-").FullName;
    private readonly SystemExport export = MeanAdult.Of().Export(days: 2, changesADay: 8);

    [Fact]
    public void CVODE_at_a_tolerance_of_1e_10_finds_what_we_find() => AssertNear(Peer.Cvode(Sources, folder));

    [Fact]
    public void DeSolve_at_a_tolerance_of_1e_10_finds_what_we_find() => AssertNear(Peer.DeSolve(Sources));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void AssertNear(Peer peer)
    {
        Peer.Write(export, folder);
        var run = export.Prepare();
        run.Run();
        var found = peer.Run(folder, Rtol, Atol);
        Assert.Equal(export.Wanted, found.Solution.Count);
        Assert.True(Enumerable.Range(0, export.Names.Count).All(i => found.Solution.Max(row => row[i]) > 1e-4), "nothing arrives");
        Assert.InRange(found.Difference(run.Solution), 0, Near);
    }
}
