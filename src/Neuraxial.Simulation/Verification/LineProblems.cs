namespace Neuraxial.Simulation;

/// <summary>V1 to V7 and V9 of the reference: D = 0.02 cm²/s and u = 1e-3 cm/s unless said otherwise, solved by <see cref="Canal"/> and <see cref="ExponentialStep"/>.</summary>
/// <remarks>Concentrations are µg/mL. The solver counts in hours: what is given per second is multiplied by 3,600 at this door and nowhere else.</remarks>
internal static class LineProblems
{
    private const double PerHour = 3_600;
    private const double D = 0.02;
    private const double Decay = 1.0 / 30_000;
    private const double SlabLength = 62;
    private const double SlabSource = 12.4;
    private const double SlabArea = 1.5;

    /// <summary>So long that all is steady, s.</summary>
    private const double Forever = 1e9;

    /// <summary>Cells of 1 cm, halved three times.</summary>
    private static readonly double[] Halved = [1, 0.5, 0.25, 0.125];

    /// <summary>62 cm in 60, 120, 240 and 480 cells: 12.4 cm lies between two cells of each.</summary>
    private static readonly double[] SlabHalved = [SlabLength / 60, SlabLength / 120, SlabLength / 240, SlabLength / 480];

    /// <summary>All of them, with the printed values.</summary>
    public static IReadOnlyList<LineProblem> All =>
        [
            Pulse(0, 0, 600, 40.7169m, 24.1869m, 5.0698m),
            Pulse(0, 0, 3_600, 16.6226m, 15.2405m, 11.7463m),
            Pulse(1e-3, Decay, 3_600, 14.0942m, 14.6429m, 12.7884m),
            Pulse(1e-3, Decay, 10_800, 5.8501m, 6.4400m, 6.6907m),
            PulseInSlab(1_800, 21.5503m, 31.7816m, 2.8364m, 0.0000m),
            PulseInSlab(7_200, 24.0005m, 21.0595m, 9.1914m, 0.4399m),
            PulseInSlab(36_000, 13.4962m, 12.9702m, 10.7486m, 8.0174m),
            PulseInSlab(Forever, 10.7527m, 10.7527m, 10.7527m, 10.7527m),
            Front(0, 3_600, 0.757606m, 0.508823m, 0.152764m),
            Front(0, 14_400, 0.921286m, 0.827716m, 0.614018m),
            Front(1e-4, 3_600, 0.688862m, 0.432243m, 0.119473m),
            Front(1e-4, 14_400, 0.772171m, 0.592233m, 0.337735m),
            Source(0, [(0, 5.1031m), (10, 3.39261m), (20, 2.25546m), (40, 0.99686m)]),
            Source(-2e-4, [(-20, 2.45913m), (0, 5.06526m), (20, 2.01336m)]),
            SourceInSlab(),
            SourceWhereAreaChanges(),
            TissueSlab(),
        ];

    /// <summary>V1: 1 mg at once at 0 on an infinite line, A = 2 cm².</summary>
    /// <param name="u">cm/s.</param>
    /// <param name="k">1/s.</param>
    /// <param name="t">s.</param>
    /// <param name="at0">Printed at 0 cm.</param>
    /// <param name="at5">Printed at 5 cm.</param>
    /// <param name="at10">Printed at 10 cm.</param>
    public static LineProblem Pulse(double u, double k, double t, decimal at0, decimal at5, decimal at10)
    {
        const double Area = 2;
        return new LineProblem(
            "V1",
            "Pulse on an infinite line",
            $"1 mg, A 2 cm², D {D} cm²/s{Moving(u)}{Lost(k)}, after {Display.Number((decimal)t)} s; µg/mL",
            Along([(0, at0), (5, at5), (10, at10)], x => ClosedForms.Pulse(x, t, 1_000, Area, D, u, k)),
            width =>
            {
                var (canal, middle) = Infinite(100, width, Area, u);
                var amounts = new double[canal.Cells];
                amounts[canal.Cells / 2] = 1_000;
                var found = Run(canal, amounts, source: null, k, t);
                return [found(middle), found(middle + 5), found(middle + 10)];
            },
            Halved
        );
    }

    /// <summary>V2: 1 mg at once at 12.4 cm between closed ends, 62 cm, A = 1.5 cm². In the end it is even, whatever the cells: no order is found.</summary>
    public static LineProblem PulseInSlab(double t, decimal at0, decimal at12, decimal at31, decimal at62) =>
        new(
            "V2",
            "Pulse between closed ends",
            $"1 mg at 12.4 of 62 cm, A 1.5 cm², D {D} cm²/s, after {Display.Number((decimal)t)} s; µg/mL",
            Along(
                [(0, at0), (SlabSource, at12), (31, at31), (SlabLength, at62)],
                x => ClosedForms.PulseInSlab(x, SlabSource, t, 1_000, SlabArea, SlabLength, D)
            ),
            width =>
            {
                var canal = Slab(width, _ => SlabArea);
                var amounts = new double[canal.Cells];
                Put(canal, amounts, SlabSource, 1_000);
                var found = Run(canal, amounts, source: null, 0, t);
                return [found(0), found(SlabSource), found(31), found(SlabLength)];
            },
            t < Forever ? SlabHalved : []
        );

    /// <summary>V3 (k = 0) and V4: the concentration at the beginning of a half line is held at one.</summary>
    public static LineProblem Front(double k, double t, decimal at5, decimal at10, decimal at20)
    {
        const double U = 1e-3;
        const double Area = 2;
        const double Length = 200;
        const double Flow = U * Area * PerHour;
        return new LineProblem(
            k == 0 ? "V3" : "V4",
            k == 0 ? "Front from an end held at one" : "Front from an end held at one, with loss",
            $"D {D} cm²/s{Moving(U)}{Lost(k)}, after {Display.Number((decimal)t)} s; of one",
            Along([(5, at5), (10, at10), (20, at20)], x => ClosedForms.Front(x, t, D, U, k)),
            width =>
            {
                var canal = Canal.Of(Length, Cells(Length, width), _ => Area, _ => D * PerHour, _ => Flow);

                // The end is half a cell from the first centre.
                var conductance = Area * D * PerHour / (width / 2);
                var (amounts, source) = (new double[canal.Cells], new double[canal.Cells]);
                source[0] = Canal.Carried(conductance, Flow);
                var back = Canal.Carried(conductance, -Flow) / canal.Volume(0);
                var found = Run(canal, amounts, source, k, t, builder => builder.Loss(0, back));
                return [found(5), found(10), found(20)];
            },
            Halved
        );
    }

    /// <summary>V5: 1 µg/min at 0 for ever on an infinite line, A = 2 cm², k = 1/30,000 s.</summary>
    public static LineProblem Source(double u, IReadOnlyList<(double At, decimal Printed)> printed)
    {
        const double Area = 2;
        return new LineProblem(
            "V5",
            "Steady source on an infinite line",
            $"1 µg/min, A 2 cm², D {D} cm²/s{Moving(u)}{Lost(Decay)}; µg/mL",
            Along(printed, x => ClosedForms.Source(x, 1.0 / 60, Area, D, u, Decay)),
            width =>
            {
                var (canal, middle) = Infinite(400, width, Area, u);
                var source = new double[canal.Cells];
                source[canal.Cells / 2] = 60;
                var found = Run(canal, new double[canal.Cells], source, Decay, Forever);
                return [.. printed.Select(value => found(middle + value.At))];
            },
            Halved
        );
    }

    /// <summary>V6: 1 µg/min at 12.4 cm for ever between closed ends, 62 cm, A = 1.5 cm², k = 1/30,000 s.</summary>
    public static LineProblem SourceInSlab() =>
        new(
            "V6",
            "Steady source between closed ends",
            $"1 µg/min at 12.4 of 62 cm, A 1.5 cm², D {D} cm²/s{Lost(Decay)}; µg/mL",
            AlongKink(
                [(0, 8.3987m), (SlabSource, 9.49803m), (31, 4.71632m), (SlabLength, 2.46464m)],
                x => ClosedForms.SourceInSlab(x, SlabSource, 1.0 / 60, SlabArea, SlabLength, D, Decay)
            ),
            width =>
            {
                var canal = Slab(width, _ => SlabArea);
                var source = new double[canal.Cells];
                Put(canal, source, SlabSource, 60);
                var found = Run(canal, new double[canal.Cells], source, Decay, Forever);
                return [found(0), found(SlabSource), found(31), found(SlabLength)];
            },
            SlabHalved
        );

    /// <summary>V7: 1 µg/min at 12.4 cm for ever where the area falls from 2.2 to 1.2 cm² at 62 cm, the sacral end closed, nothing left at 62 cm.</summary>
    public static LineProblem SourceWhereAreaChanges()
    {
        const double Area0 = 2.2;
        const double Beta = -0.00977638;
        return new LineProblem(
            "V7",
            "Steady source where the area changes",
            $"1 µg/min at 12.4 of 62 cm, A from 2.2 to 1.2 cm², D {D} cm²/s, nothing left at 62 cm; µg/mL",
            Along(
                [(0, 27.2941m), (31, 18.5716m), (50, 7.8631m)],
                x => ClosedForms.SourceWhereAreaChanges(x, SlabSource, 1.0 / 60, Area0, Beta, SlabLength, D)
            ),
            width =>
            {
                var canal = Slab(width, x => Area0 * Math.Exp(Beta * x));
                var source = new double[canal.Cells];
                Put(canal, source, SlabSource, 60);

                // The last half cell up to where the concentration is nought.
                var last = canal.Cells - 1;
                var leaves = Area0 * Math.Exp(Beta * SlabLength) * D * PerHour / (canal.Width / 2) / canal.Volume(last);
                var found = Run(canal, new double[canal.Cells], source, 0, Forever, builder => builder.Loss(last, leaves));
                return [found(0), found(31), found(50)];
            },
            SlabHalved
        );
    }

    /// <summary>V9: 1 cm of tissue that is held at one on one side and eats what comes in, φ² = h² k / D = 12.5: the mean of what it holds.</summary>
    public static LineProblem TissueSlab()
    {
        const double K = 0.25;
        return new LineProblem(
            "V9",
            "Tissue slab with loss",
            $"h 1 cm, D {D} cm²/s, k 0.25 /s, φ 3.5355, cells of a fiftieth of 0.25 cm; of one",
            [new ProblemValue("mean", 0.282363m, ClosedForms.Effectiveness(Math.Sqrt(K / D)))],
            width =>
            {
                // As many cells to the depth of the tissue as the others have to 12.5 cm and more.
                var canal = Canal.Of(1, Cells(50, width), _ => 1, _ => D * PerHour, _ => 0);
                var conductance = D * PerHour / (canal.Width / 2);
                var (amounts, source) = (new double[canal.Cells], new double[canal.Cells]);
                source[0] = conductance;
                Run(canal, amounts, source, K, Forever, builder => builder.Loss(0, conductance / canal.Volume(0)));
                return [amounts.Sum()];
            },
            Halved
        );
    }

    /// <summary>Runs a canal; what it gives is the concentration at a distance from its beginning.</summary>
    /// <param name="canal">The canal.</param>
    /// <param name="amounts">In its cells, at the beginning and at the end.</param>
    /// <param name="source">What flows into each cell, per hour; <see langword="null"/> for nothing.</param>
    /// <param name="k">Loss, 1/s.</param>
    /// <param name="t">s.</param>
    /// <param name="more">What else the system has.</param>
    internal static Func<double, double> Run(
        Canal canal,
        double[] amounts,
        double[]? source,
        double k,
        double t,
        Action<RateMatrix.Builder>? more = null
    )
    {
        var builder = new RateMatrix.Builder(canal.Cells);
        canal.AddTo(builder, cell => cell);
        for (var cell = 0; cell < canal.Cells; cell++)
        {
            builder.Loss(cell, k * PerHour);
        }

        more?.Invoke(builder);
        var matrix = builder.Build();
        ExponentialStep
            .Of(matrix, Elimination.Of(matrix), t / PerHour)
            .Take(amounts, source ?? new double[canal.Cells], new ExponentialStep.Workspace(canal.Cells));
        return x => Concentration(canal, amounts, x);
    }

    /// <summary>A parabola through the three nearest centres; at a closed end the concentration is level.</summary>
    internal static double Concentration(Canal canal, double[] amounts, double x)
    {
        double At(int cell) => amounts[Math.Clamp(cell, 0, canal.Cells - 1)] / canal.Volume(Math.Clamp(cell, 0, canal.Cells - 1));
        var nearest = Math.Clamp((int)Math.Floor(x / canal.Width), 0, canal.Cells - 1);
        var s = (x - canal.Centre(nearest)) / canal.Width;
        return At(nearest) + (s * (At(nearest + 1) - At(nearest - 1)) / 2) + (s * s * (At(nearest + 1) - (2 * At(nearest)) + At(nearest - 1)) / 2);
    }

    private static ProblemValue[] Along(IReadOnlyList<(double At, decimal Printed)> printed, Func<double, double> exact) =>
        [.. printed.Select(value => new ProblemValue($"at {Display.Number((decimal)value.At)} cm", value.Printed, exact(value.At)))];

    /// <summary>The same of a profile that has a kink at its source.</summary>
    private static ProblemValue[] AlongKink(IReadOnlyList<(double At, decimal Printed)> printed, Func<double, double> exact) =>
        [.. Along(printed, exact).Zip(printed, (value, at) => value with { IsAtKink = at.At == SlabSource })];

    private static string Moving(double u) => u == 0 ? "" : $", u {u} cm/s";

    private static string Lost(double k) => k == 0 ? "" : $", k {k:G3} /s";

    private static int Cells(double length, double width) => (int)Math.Round(length / width);

    private static Canal Slab(double width, Func<double, double> area) =>
        Canal.Of(SlabLength, Cells(SlabLength, width), area, _ => D * PerHour, _ => 0);

    /// <summary>A line whose ends are so far away that nothing reaches them, and its middle, the centre of a cell.</summary>
    private static (Canal Canal, double Middle) Infinite(double half, double width, double area, double u)
    {
        var cells = (2 * Cells(half, width)) + 1;
        var length = cells * width;
        return (Canal.Of(length, cells, _ => area, _ => D * PerHour, _ => u * area * PerHour), length / 2);
    }

    /// <summary>Puts an amount at a place: in the two cells whose centres lie around it, so that its centre of mass is there.</summary>
    private static void Put(Canal canal, double[] amounts, double x, double amount)
    {
        var place = (x / canal.Width) - 0.5;
        var below = (int)Math.Floor(place);
        amounts[below] += amount * (1 - (place - below));
        amounts[below + 1] += amount * (place - below);
    }
}
