using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>
/// Problems on a line whose exact answers are printed (V1 to V7): cells of 0.25 cm within 0.1 %, and the error falls with the square of the cell.
/// Units as printed: cm, s, mg and µg.
/// </summary>
public sealed class LineProblemTests
{
    private const double PerHour = 3_600;
    private const double Dispersion = 0.02;
    private const double Cell = 0.25;

    /// <summary>A tenth of a per cent of the largest printed value of the problem.</summary>
    private const double Share = 1e-3;

    /// <summary>V1: t in s, then µg/mL at 0, 5 and 10 cm; 1 mg, A = 2 cm².</summary>
    [Theory]
    [InlineData(0, 0, 600, 40.7169, 24.1869, 5.0698)]
    [InlineData(0, 0, 3_600, 16.6226, 15.2405, 11.7463)]
    [InlineData(1e-3, 1.0 / 30_000, 3_600, 14.0942, 14.6429, 12.7884)]
    [InlineData(1e-3, 1.0 / 30_000, 10_800, 5.8501, 6.4400, 6.6907)]
    public void V1_a_pulse_on_an_infinite_line(double u, double loss, double seconds, double at0, double at5, double at10)
    {
        // Ends so far away that nothing reaches them; the pulse in the middle of a cell, whose centre is 0.
        const double Half = 100.125;
        var canal = Canal.Of(2 * Half, (int)(2 * Half / Cell), _ => 2, _ => Dispersion * PerHour, _ => u * 2 * PerHour);
        var amounts = new double[canal.Cells];
        amounts[canal.Cells / 2] = 1_000;
        Run(canal, amounts, source: null, loss, seconds);
        AssertNear(canal, amounts, Half, [(0, at0), (5, at5), (10, at10)]);
    }

    /// <summary>V2: 1 mg at 12.4 cm in a closed slab of 62 cm, A = 1.5; µg/mL at 0, 12.4, 31, 62 cm.</summary>
    [Theory]
    [InlineData(1_800, 21.5503, 31.7816, 2.8364, 0.0000)]
    [InlineData(7_200, 24.0005, 21.0595, 9.1914, 0.4399)]
    [InlineData(36_000, 13.4962, 12.9702, 10.7486, 8.0174)]
    [InlineData(1e9, 10.7527, 10.7527, 10.7527, 10.7527)]
    public void V2_a_pulse_in_a_closed_slab(double seconds, double at0, double at12, double at31, double at62)
    {
        var canal = Slab(_ => 1.5);
        var amounts = new double[canal.Cells];
        Put(canal, amounts, 12.4, 1_000);
        Run(canal, amounts, source: null, loss: 0, seconds);
        AssertNear(canal, amounts, 0, [(0, at0), (12.4, at12), (31, at31), (62, at62)]);
    }

    /// <summary>V3 and V4: the concentration at the beginning of a half line is held at one; t in s, then what is found at 5, 10 and 20 cm.</summary>
    [Theory]
    [InlineData(0, 3_600, 0.757606, 0.508823, 0.152764)]
    [InlineData(0, 14_400, 0.921286, 0.827716, 0.614018)]
    [InlineData(1e-4, 3_600, 0.688862, 0.432243, 0.119473)]
    [InlineData(1e-4, 14_400, 0.772171, 0.592233, 0.337735)]
    public void V3_and_V4_a_front_that_comes_in(double loss, double seconds, double at5, double at10, double at20)
    {
        const double Flow = 1e-3 * 2 * PerHour;
        var canal = Canal.Of(200, (int)(200 / Cell), _ => 2, _ => Dispersion * PerHour, _ => Flow);
        var amounts = new double[canal.Cells];

        // The end is half a cell from the first centre.
        const double Conductance = 2 * Dispersion * PerHour / (Cell / 2);
        var source = new double[canal.Cells];
        source[0] = Canal.Carried(Conductance, Flow);
        var back = Canal.Carried(Conductance, -Flow) / canal.Volume(0);
        Run(canal, amounts, source, loss, seconds, builder => builder.Loss(0, back));
        AssertNear(canal, amounts, 0, [(5, at5), (10, at10), (20, at20)]);
    }

    /// <summary>V9: a slab of tissue that is held at one on one side and eats what comes in: the mean is tanh φ / φ, 0.282363 for φ = 3.5355.</summary>
    [Fact]
    public void V9_a_slab_of_tissue_with_loss()
    {
        // φ² = h² k / D = 12.5 with h = 1 cm, D = 0.02 cm²/s, k = 0.25 /s.
        var canal = Canal.Of(1, 200, _ => 1, _ => Dispersion * PerHour, _ => 0);
        var conductance = Dispersion * PerHour / (canal.Width / 2);
        var (amounts, source) = (new double[canal.Cells], new double[canal.Cells]);
        source[0] = conductance;
        Run(canal, amounts, source, 0.25, 1e6, builder => builder.Loss(0, conductance / canal.Volume(0)));
        Assert.Equal(0.282363, amounts.Sum(), Share * 0.282363);
    }

    /// <summary>V5: 1 µg/min at 0 for ever on an infinite line, A = 2, k = 1/30,000 s; µg/mL.</summary>
    [Theory]
    [InlineData(0.0, -40, 0.99686, 0, 5.1031, 20, 2.25546)]
    [InlineData(-2e-4, -20, 2.45913, 0, 5.06526, 20, 2.01336)]
    public void V5_a_steady_source_on_an_infinite_line(double u, double x1, double c1, double x2, double c2, double x3, double c3)
    {
        const double Half = 400.125;
        var canal = Canal.Of(2 * Half, (int)(2 * Half / Cell), _ => 2, _ => Dispersion * PerHour, _ => u * 2 * PerHour);
        var amounts = new double[canal.Cells];
        var source = new double[canal.Cells];
        source[canal.Cells / 2] = 60;
        Run(canal, amounts, source, 1.0 / 30_000, 1e8);
        AssertNear(canal, amounts, Half, [(x1, c1), (x2, c2), (x3, c3)]);
    }

    /// <summary>V6: 1 µg/min at 12.4 cm in a closed slab of 62 cm, A = 1.5, k = 1/30,000 s; µg/mL.</summary>
    [Fact]
    public void V6_a_steady_source_in_a_closed_slab()
    {
        var canal = Slab(_ => 1.5);
        var amounts = new double[canal.Cells];
        var source = new double[canal.Cells];
        Put(canal, source, 12.4, 60);
        Run(canal, amounts, source, 1.0 / 30_000, 1e8);
        AssertNear(canal, amounts, 0, [(0, 8.3987), (12.4, 9.49803), (31, 4.71632), (62, 2.46464)]);
    }

    /// <summary>
    /// A cosine between closed ends keeps its shape and fades with exp(-D w^2 t): the error at half the cell is a quarter. Second order.
    /// </summary>
    [Fact]
    public void The_error_falls_with_the_square_of_the_cell()
    {
        double[] errors = [ErrorOfCosine(2), ErrorOfCosine(1), ErrorOfCosine(0.5), ErrorOfCosine(0.25)];
        Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.InRange(Math.Log2(pair.First / pair.Second), 1.95, 2.05));
    }

    /// <summary>V7: 1 µg/min at 12.4 cm where the area falls as 2.2 exp(βx) to 1.2 at 62 cm, the sacral end closed, nothing left at 62 cm; µg/mL at 0, 31, 50 cm.</summary>
    [Fact]
    public void V7_a_steady_source_where_the_area_changes()
    {
        const double Slope = -0.00977638;
        var canal = Slab(x => 2.2 * Math.Exp(Slope * x));
        var amounts = new double[canal.Cells];
        var source = new double[canal.Cells];
        Put(canal, source, 12.4, 60);

        // The last half cell up to where the concentration is nought.
        var last = canal.Cells - 1;
        var out62 = 2.2 * Math.Exp(Slope * 62) * Dispersion * PerHour / (canal.Width / 2) / canal.Volume(last);
        Run(canal, amounts, source, loss: 0, 1e9, builder => builder.Loss(last, out62));
        AssertNear(canal, amounts, 0, [(0, 27.2941), (31, 18.5716), (50, 7.8631)]);
    }

    private static double ErrorOfCosine(double cell)
    {
        const double Seconds = 7_200;
        const double W = 3 * Math.PI / 62;
        var canal = Canal.Of(62, (int)(62 / cell), _ => 1.5, _ => Dispersion * PerHour, _ => 0);
        double Start(int i) => 1 + Math.Cos(W * canal.Centre(i));
        var amounts = Enumerable.Range(0, canal.Cells).Select(i => Start(i) * canal.Volume(i)).ToArray();
        Run(canal, amounts, source: null, loss: 0, Seconds);
        return Enumerable
            .Range(0, canal.Cells)
            .Max(i => Math.Abs((amounts[i] / canal.Volume(i)) - (1 + ((Start(i) - 1) * Math.Exp(-Dispersion * W * W * Seconds)))));
    }

    private static Canal Slab(Func<double, double> area) => Canal.Of(62, (int)(62 / Cell), area, _ => Dispersion * PerHour, _ => 0);

    /// <summary>Puts an amount at a place: in the two cells whose centres lie around it, so that its centre of mass is there.</summary>
    private static void Put(Canal canal, double[] amounts, double x, double amount)
    {
        var place = (x / canal.Width) - 0.5;
        var below = (int)Math.Floor(place);
        amounts[below] += amount * (1 - (place - below));
        amounts[below + 1] += amount * (place - below);
    }

    private static void Run(Canal canal, double[] amounts, double[]? source, double loss, double seconds, Action<RateMatrix.Builder>? more = null)
    {
        var builder = new RateMatrix.Builder(canal.Cells);
        canal.AddTo(builder, cell => cell);
        for (var cell = 0; cell < canal.Cells; cell++)
        {
            builder.Loss(cell, loss * PerHour);
        }

        more?.Invoke(builder);
        var matrix = builder.Build();
        ExponentialStep
            .Of(matrix, Elimination.Of(matrix), seconds / PerHour)
            .Take(amounts, source ?? new double[canal.Cells], new ExponentialStep.Workspace(canal.Cells));
    }

    private static void AssertNear(Canal canal, double[] amounts, double origin, (double At, double Printed)[] printed)
    {
        var largest = printed.Max(value => value.Printed);
        foreach (var (at, expected) in printed)
        {
            Assert.Equal(expected, Concentration(canal, amounts, origin + at), Share * largest);
        }
    }

    /// <summary>A parabola through the three nearest centres; at a closed end the concentration is level.</summary>
    private static double Concentration(Canal canal, double[] amounts, double x)
    {
        double At(int cell) => amounts[Math.Clamp(cell, 0, canal.Cells - 1)] / canal.Volume(Math.Clamp(cell, 0, canal.Cells - 1));
        var nearest = Math.Clamp((int)Math.Floor(x / canal.Width), 0, canal.Cells - 1);
        var s = (x - canal.Centre(nearest)) / canal.Width;
        return At(nearest) + (s * (At(nearest + 1) - At(nearest - 1)) / 2) + (s * s * (At(nearest + 1) - (2 * At(nearest)) + At(nearest - 1)) / 2);
    }
}
