using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>
/// Problems on a line whose exact answers are printed (V1 to V7, V9): cells of 0.25 cm within 0.1 %, the closed forms as printed, and the error falls with the square of
/// the cell. Units as printed: cm, s, mg and µg.
/// </summary>
public sealed class LineProblemTests
{
    /// <summary>A tenth of a per cent of the largest printed value of the problem.</summary>
    private const double Share = 1e-3;

    /// <summary>V1: t in s, then µg/mL at 0, 5 and 10 cm; 1 mg, A = 2 cm².</summary>
    [Theory]
    [InlineData(0, 0, 600, 40.7169, 24.1869, 5.0698)]
    [InlineData(0, 0, 3_600, 16.6226, 15.2405, 11.7463)]
    [InlineData(1e-3, 1.0 / 30_000, 3_600, 14.0942, 14.6429, 12.7884)]
    [InlineData(1e-3, 1.0 / 30_000, 10_800, 5.8501, 6.4400, 6.6907)]
    public void V1_a_pulse_on_an_infinite_line(double u, double loss, double seconds, double at0, double at5, double at10) =>
        AssertNear(LineProblems.Pulse(u, loss, seconds, (decimal)at0, (decimal)at5, (decimal)at10), [at0, at5, at10], 1e-4);

    /// <summary>V2: 1 mg at 12.4 cm in a closed slab of 62 cm, A = 1.5; µg/mL at 0, 12.4, 31, 62 cm.</summary>
    [Theory]
    [InlineData(1_800, 21.5503, 31.7816, 2.8364, 0.0000)]
    [InlineData(7_200, 24.0005, 21.0595, 9.1914, 0.4399)]
    [InlineData(36_000, 13.4962, 12.9702, 10.7486, 8.0174)]
    [InlineData(1e9, 10.7527, 10.7527, 10.7527, 10.7527)]
    public void V2_a_pulse_in_a_closed_slab(double seconds, double at0, double at12, double at31, double at62) =>
        AssertNear(LineProblems.PulseInSlab(seconds, (decimal)at0, (decimal)at12, (decimal)at31, (decimal)at62), [at0, at12, at31, at62], 1e-4);

    /// <summary>V3 and V4: the concentration at the beginning of a half line is held at one; t in s, then what is found at 5, 10 and 20 cm.</summary>
    [Theory]
    [InlineData(0, 3_600, 0.757606, 0.508823, 0.152764)]
    [InlineData(0, 14_400, 0.921286, 0.827716, 0.614018)]
    [InlineData(1e-4, 3_600, 0.688862, 0.432243, 0.119473)]
    [InlineData(1e-4, 14_400, 0.772171, 0.592233, 0.337735)]
    public void V3_and_V4_a_front_that_comes_in(double loss, double seconds, double at5, double at10, double at20) =>
        AssertNear(LineProblems.Front(loss, seconds, (decimal)at5, (decimal)at10, (decimal)at20), [at5, at10, at20], 1e-6);

    /// <summary>V5: 1 µg/min at 0 for ever on an infinite line, A = 2, k = 1/30,000 s; µg/mL.</summary>
    [Theory]
    [InlineData(0.0, 0, 5.1031, 10, 3.39261, 20, 2.25546, 40, 0.99686)]
    [InlineData(-2e-4, -20, 2.45913, 0, 5.06526, 20, 2.01336, 20, 2.01336)]
    public void V5_a_steady_source_on_an_infinite_line(
        double u,
        double x1,
        double c1,
        double x2,
        double c2,
        double x3,
        double c3,
        double x4,
        double c4
    ) => AssertNear(LineProblems.Source(u, [(x1, (decimal)c1), (x2, (decimal)c2), (x3, (decimal)c3), (x4, (decimal)c4)]), [c1, c2, c3, c4], 1e-4);

    /// <summary>V6: 1 µg/min at 12.4 cm in a closed slab of 62 cm, A = 1.5, k = 1/30,000 s; µg/mL at 0, 12.4, 31, 62 cm.</summary>
    [Fact]
    public void V6_a_steady_source_in_a_closed_slab() => AssertNear(LineProblems.SourceInSlab(), [8.3987, 9.49803, 4.71632, 2.46464], 1e-4);

    /// <summary>V7: 1 µg/min at 12.4 cm where the area falls as 2.2 exp(βx) to 1.2 at 62 cm, the sacral end closed, nothing left at 62 cm; µg/mL at 0, 31, 50 cm.</summary>
    [Fact]
    public void V7_a_steady_source_where_the_area_changes() => AssertNear(LineProblems.SourceWhereAreaChanges(), [27.2941, 18.5716, 7.8631], 1e-4);

    /// <summary>V9: a slab of tissue that is held at one on one side and eats what comes in: the mean is tanh φ / φ, 0.282363 for φ = 3.5355.</summary>
    [Fact]
    public void V9_a_slab_of_tissue_with_loss() => AssertNear(LineProblems.TissueSlab(), [0.282363], 1e-6);

    /// <summary>A cosine between closed ends keeps its shape and fades with exp(-D w^2 t): the error at half the cell is a quarter. Second order.</summary>
    [Fact]
    public void The_error_falls_with_the_square_of_the_cell()
    {
        double[] errors = [ErrorOfCosine(2), ErrorOfCosine(1), ErrorOfCosine(0.5), ErrorOfCosine(0.25)];
        Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.InRange(Math.Log2(pair.First / pair.Second), 1.95, 2.05));
    }

    /// <summary>From 1 to 0.125 cm the points of each problem together; 1.0 would be what an end or a source that is misplaced by half a cell gives.</summary>
    [Fact]
    public void And_so_it_does_in_every_problem_that_is_cut_into_cells() =>
        Assert.All(LineProblems.All.Where(problem => problem.Ladder.Count > 0), problem => Assert.InRange(problem.Order()!.Value, 1.95, 2.05));

    /// <summary>
    /// What is even in the end is so in cells of any width: the one problem of which no order is found. One step of 1e9 s: its diagonal is 6e8, of which rounding
    /// leaves 1e-7, and 2e-7 is found; a cell that lost its neighbour would be empty.
    /// </summary>
    [Fact]
    public void A_pulse_that_has_spread_evenly_has_no_order()
    {
        var even = Assert.Single(LineProblems.All, problem => problem.Order() is null);
        Assert.All(even.Find(LineProblem.Cell), found => Assert.Equal(1, found / (1_000 / (1.5 * 62)), 1e-6));
    }

    private static double ErrorOfCosine(double cell)
    {
        const double Seconds = 7_200;
        const double Dispersion = 0.02;
        const double W = 3 * Math.PI / 62;
        var canal = Canal.Of(62, (int)(62 / cell), _ => 1.5, _ => Dispersion * 3_600, _ => 0);
        double Start(int i) => 1 + Math.Cos(W * canal.Centre(i));
        var amounts = Enumerable.Range(0, canal.Cells).Select(i => Start(i) * canal.Volume(i)).ToArray();
        LineProblems.Run(canal, amounts, source: null, k: 0, Seconds);
        return Enumerable
            .Range(0, canal.Cells)
            .Max(i => Math.Abs((amounts[i] / canal.Volume(i)) - (1 + ((Start(i) - 1) * Math.Exp(-Dispersion * W * W * Seconds)))));
    }

    private static void AssertNear(LineProblem problem, double[] printed, double lastDigit)
    {
        var found = problem.Find(LineProblem.Cell);
        for (var i = 0; i < printed.Length; i++)
        {
            Assert.Equal(printed[i], problem.Values[i].Exact, lastDigit);
            Assert.Equal(printed[i], found[i], Share * printed.Max());
        }
    }
}
