using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>One drug in one body: its linear system, amounts in nmol and rates per hour, and where concentrations are read in it.</summary>
/// <remarks>The equations and every figure, with what is uncertain, are in <c>docs/model.md</c>.</remarks>
public sealed class SpineModel
{
    /// <summary>The width of a cell of the canal that is taken where none is asked for, cm.</summary>
    public const double CellCm = 0.5;

    /// <summary>How much smaller than the central volume the vein and the effect site are, so that they hold nothing that matters.</summary>
    private const double Small = 1e-6;

    private readonly Body body;
    private readonly Canal canal;
    private readonly Layout layout;
    private readonly IReadOnlyList<SpinalDrug> analytes;
    private readonly PlasmaKinetics[] plasmas;

    /// <summary>All fluid of the species' mean over all its tissue.</summary>
    private readonly double storeScale;

    private SpineModel(Body body, SpinalDrug drug, IReadOnlyList<Entry> entries, double cellCm)
    {
        this.body = body;
        Drug = drug;
        analytes = drug.Analytes;
        plasmas = [.. analytes.Select(analyte => InBlood(analyte.Plasma, body))];
        storeScale = FluidOverTissue(body.Anatomy.Spine);
        var cells = (int)Math.Round(body.Spine.Length / cellCm);
        var flow = body.Flow.ProductionMlPerHour * body.Flow.SpinalShare;
        var dispersion = body.Pulsation.Dispersion(body.Spine);
        canal = Canal.Of(
            body.Spine.Length,
            cells,
            body.Spine.Fluid,
            position => dispersion(position) * SquareCmPerHour,
            position => -flow * position / body.Spine.Length
        );
        layout = new Layout(cells, analytes.Count);
        var matrix = new RateMatrix.Builder(layout.Size);
        for (var analyte = 0; analyte < analytes.Count; analyte++)
        {
            AddCanal(matrix, analyte, dispersion(body.Spine.Length) * SquareCmPerHour, flow);
            AddCranium(matrix, analyte, flow);
            AddBlood(matrix, analyte);
        }

        for (var analyte = 0; analyte + 1 < analytes.Count; analyte++)
        {
            AddHydrolysis(matrix, analyte);
        }

        System = new LinearSystem(matrix.Build(), [.. entries.Select((entry, number) => Input(entry, number))]);
    }

    /// <summary>The drug.</summary>
    public SpinalDrug Drug { get; }

    /// <summary>dm/dt = K m + B r: amounts in nmol, an input for each entry. Its last compartments hold what has been eliminated.</summary>
    public LinearSystem System { get; }

    /// <summary>How many nmol a microgram of the drug is.</summary>
    public double NanomolesPerMicrogram => 1_000 / Drug.MolarMass;

    /// <summary>The vertebrae of the canal, from the head down.</summary>
    public IReadOnlyList<Level> Levels => [.. body.Spine.Vertebrae.Select(vertebra => vertebra.Level).Reverse()];

    /// <summary>The segments of the cord whose place is known, from the head down.</summary>
    public IReadOnlyList<Level> Segments => [.. body.Anatomy.Segments.Select(segment => segment.Level)];

    /// <summary>m2/s to cm2/h.</summary>
    private static double SquareCmPerHour => 1e4 * 3_600;

    /// <summary>Builds the system.</summary>
    /// <param name="subject">Whose body.</param>
    /// <param name="drug">Of the same species.</param>
    /// <param name="entries">The ways in; each becomes an input.</param>
    /// <param name="cellCm">The width of a cell, cm.</param>
    /// <exception cref="ArgumentException">An entry lies outside of the canal, or the drug is not known to be given there.</exception>
    public static SpineModel Of(Subject subject, SpinalDrug drug, IReadOnlyList<Entry> entries, double cellCm = CellCm) =>
        new(Body.Of(subject, Variation.None), drug, entries, cellCm);

    /// <summary>Builds the system of a body that differs from the mean.</summary>
    internal static SpineModel Of(Body body, SpinalDrug drug, IReadOnlyList<Entry> entries, double cellCm = CellCm) =>
        new(body, drug, entries, cellCm);

    /// <summary>Where a concentration is read, in ng/mL of the analyte.</summary>
    /// <param name="site">Where.</param>
    /// <param name="analyte">The drug itself or what it becomes; <see langword="null"/> for the drug.</param>
    /// <exception cref="ArgumentException">There is no such place or analyte.</exception>
    public Reading At(Site site, string? analyte = null)
    {
        var number = analyte is null ? 0 : analytes.Select(one => one.Id).ToList().IndexOf(analyte);
        if (number < 0)
        {
            throw new ArgumentException($"{Drug.Id} does not become '{analyte}'.", nameof(analyte));
        }

        var mass = analytes[number].MolarMass;
        var plasma = plasmas[number].VolumeMl;
        double Position(double? position) =>
            position ?? throw new ArgumentException($"'{site.Place}' is no place of this canal for '{site.Kind}'.", nameof(site));
        Reading Common(CommonKind kind, double volume) => new([(layout.Common(kind, number), mass / volume)]);
        return site.Kind switch
        {
            SiteKind.Csf => new(Along(Position(body.Position(site.Place!)), FluidPart(number))),
            SiteKind.Epidural => new(Along(Position(body.Position(site.Place!)), EpiduralPart(number))),
            SiteKind.Cord => new(Along(Position(body.SegmentPosition(site.Place!)), CordPart(number))),
            SiteKind.Cistern => Common(CommonKind.Cistern, body.Cranium.CisternMl),
            SiteKind.Convexity => Common(CommonKind.Convexity, body.Cranium.ConvexityMl),
            SiteKind.Brain => Common(CommonKind.Brain, body.Cranium.BrainMl),
            SiteKind.Plasma => Common(CommonKind.Vein, plasma * Small),
            SiteKind.Effect => Common(CommonKind.Effect, plasma * Small),
            _ => throw new ArgumentException($"'{site.Kind}' is no concentration.", nameof(site)),
        };
    }

    /// <summary>The concentration in each cell of the canal, from the sacral end upwards; none for a site that is not along it.</summary>
    internal IReadOnlyList<(double Centimetres, Reading Reading)> Profile(SiteKind kind)
    {
        Func<int, (int State, double Factor)>? part = kind switch
        {
            SiteKind.Csf => FluidPart(0),
            SiteKind.Epidural => EpiduralPart(0),
            SiteKind.Cord => CordPart(0),
            _ => null,
        };
        return part is null ? [] : [.. Enumerable.Range(0, canal.Cells).Select(cell => (canal.Centre(cell), new Reading([part(cell)])))];
    }

    /// <summary>All that has not reached the blood, nmol.</summary>
    internal Reading OutsideBlood => new(Enumerable.Range(0, layout.Common(CommonKind.Effect, 0)).Select(state => (state, 1.0)));

    /// <summary>What crosses from the epidural space into the fluid of a dose through an entry, in the end: its share.</summary>
    internal double Crossing(int entry)
    {
        var dose = new double[System.Size];
        System.Inputs[entry].Add(1, dose);
        var over = DirectSolution.Of(System.Matrix, dose.AsSpan(0, layout.Common(CommonKind.Eliminated, 0)));
        return Enumerable.Range(0, canal.Cells).Sum(cell => over[layout.Local(LocalKind.Meninges, cell, 0)]) * Drug.Epidural!.MeningesPerHour;
    }

    /// <summary>All that is in the body, nmol.</summary>
    internal Reading InBody => new(Enumerable.Range(0, layout.Common(CommonKind.Eliminated, 0)).Select(state => (state, 1.0)));

    /// <summary>All that has been eliminated, nmol.</summary>
    internal Reading Eliminated => new(Enumerable.Range(0, analytes.Count).Select(analyte => (layout.Common(CommonKind.Eliminated, analyte), 1.0)));

    /// <summary>Where along the canal an entry is, cm from the sacral end; <see langword="null"/> for a route without a place.</summary>
    internal double? Position(Entry entry) => entry.Place is { } place ? body.Position(place) : null;

    /// <summary>The volume of fluid and roots from the upper end of a level down, mL.</summary>
    internal double SacVolume(Level level) => Spine.Volume(body.Spine.Thecal, 0, body.Spine.At(level)!.Upper);

    private static PlasmaKinetics InBlood(PlasmaKinetics kinetics, Body body)
    {
        var scaled = kinetics.Scaled(body.WeightRatio);
        return scaled with
        {
            VolumeMl = scaled.VolumeMl * body.Variation.PlasmaVolume,
            ClearanceMlPerHour = scaled.ClearanceMlPerHour * body.Variation.Clearance,
        };
    }

    private static double FluidOverTissue(Spine spine) =>
        Spine.Volume(spine.Fluid, 0, spine.Length) / Spine.Volume(position => Tissue(spine, position), 0, spine.Length);

    /// <summary>Cord and roots, square cm.</summary>
    private static double Tissue(Spine spine, double position) => spine.Cord(position) + spine.Thecal(position) - spine.Fluid(position);

    private double LossPerHour(int analyte) => analytes[analyte].LossPerHour * body.Variation.Loss;

    /// <summary>What tissue holds of what the fluid of its cell holds, at equilibrium: one store per volume of cord and roots, as much in all as the drug's figure says.</summary>
    private double TissueStore(int cell, int analyte)
    {
        var position = canal.Centre(cell);
        return analytes[analyte].CordStore * storeScale * Tissue(body.Spine, position) / body.Spine.Fluid(position);
    }

    private void AddCanal(RateMatrix.Builder matrix, int analyte, double topDispersion, double flow)
    {
        var drug = analytes[analyte];
        var loss = LossPerHour(analyte);
        var plasma = layout.Common(CommonKind.Plasma, analyte);
        canal.AddTo(matrix, cell => layout.Fluid(cell, analyte));

        // The foramen magnum: the last cell and the cisterns.
        var (top, cistern) = (layout.Fluid(canal.Cells - 1, analyte), layout.Common(CommonKind.Cistern, analyte));
        var conductance = body.Spine.Fluid(body.Spine.Length) * topDispersion / canal.Width;
        matrix.Flow(top, cistern, Canal.Carried(conductance, -flow) / canal.Volume(canal.Cells - 1));
        matrix.Flow(cistern, top, Canal.Carried(conductance, flow) / body.Cranium.CisternMl);

        for (var cell = 0; cell < canal.Cells; cell++)
        {
            var fluid = layout.Fluid(cell, analyte);
            var volume = canal.Volume(cell);

            // What is absorbed along the canal takes the drug along; the rest of the loss is through meninges and cord.
            matrix.Flow(fluid, plasma, (flow / canal.Cells / volume) + (loss * (1 - ThroughMeninges(analyte))));
            matrix.Flow(plasma, fluid, loss * drug.Unbound * volume / plasmas[analyte].VolumeMl);
            var store = TissueStore(cell, analyte);
            if (store > 0)
            {
                var tissue = layout.Local(LocalKind.Tissue, cell, analyte);
                matrix.Flow(fluid, tissue, drug.CordPerHour);
                matrix.Flow(tissue, fluid, drug.CordPerHour / store);
            }

            if (drug.Epidural is { } epidural)
            {
                AddEpidural(matrix, epidural, cell, analyte, loss);
            }
        }
    }

    /// <summary>What a drug that is not known in the epidural space loses goes to the blood at once.</summary>
    private double ThroughMeninges(int analyte) => analytes[analyte].Epidural is null ? 0 : analytes[analyte].MeningealShare;

    private void AddEpidural(RateMatrix.Builder matrix, EpiduralKinetics kinetics, int cell, int analyte, double loss)
    {
        var crossing = Math.Min(kinetics.MeningesShare * body.Variation.Crossing, 0.9 * (1 - kinetics.FatShare));
        var (space, fluid) = (layout.Local(LocalKind.Epidural, cell, analyte), layout.Fluid(cell, analyte));
        var (fat, meninges) = (layout.Local(LocalKind.Fat, cell, analyte), layout.Local(LocalKind.Meninges, cell, analyte));
        matrix.Flow(fluid, space, loss * ThroughMeninges(analyte));
        matrix.Flow(space, layout.Common(CommonKind.Plasma, analyte), kinetics.ExitPerHour * (1 - kinetics.FatShare - crossing));
        matrix.Flow(space, fat, kinetics.ExitPerHour * kinetics.FatShare);
        matrix.Flow(fat, space, kinetics.FatPerHour);
        matrix.Flow(space, meninges, kinetics.ExitPerHour * crossing);
        matrix.Flow(meninges, fluid, kinetics.MeningesPerHour);
    }

    private void AddCranium(RateMatrix.Builder matrix, int analyte, double spinalFlow)
    {
        var drug = analytes[analyte];
        var cranium = body.Cranium;
        var (ventricles, cistern) = (layout.Common(CommonKind.Ventricles, analyte), layout.Common(CommonKind.Cistern, analyte));
        var (convexity, brain) = (layout.Common(CommonKind.Convexity, analyte), layout.Common(CommonKind.Brain, analyte));
        var plasma = layout.Common(CommonKind.Plasma, analyte);
        var upward = body.Flow.ProductionMlPerHour - spinalFlow;
        matrix.Flow(ventricles, cistern, body.Flow.ProductionMlPerHour / cranium.VentriclesMl);
        matrix.Flow(cistern, convexity, (upward + cranium.MixingMlPerHour) / cranium.CisternMl);
        matrix.Flow(convexity, cistern, cranium.MixingMlPerHour / cranium.ConvexityMl);
        matrix.Flow(convexity, plasma, upward / cranium.ConvexityMl);
        var loss = LossPerHour(analyte);
        foreach (
            var (state, volume) in ((int, double)[])
                [(ventricles, cranium.VentriclesMl), (cistern, cranium.CisternMl), (convexity, cranium.ConvexityMl)]
        )
        {
            matrix.Flow(state, plasma, loss);
            matrix.Flow(plasma, state, loss * drug.Unbound * volume / plasmas[analyte].VolumeMl);
        }

        matrix.Flow(convexity, brain, drug.CordPerHour);
        matrix.Flow(brain, convexity, drug.CordPerHour / drug.CordStore);
    }

    private void AddBlood(RateMatrix.Builder matrix, int analyte)
    {
        var drug = analytes[analyte];
        var kinetics = plasmas[analyte];
        var plasma = layout.Common(CommonKind.Plasma, analyte);
        matrix.Flow(plasma, layout.Common(CommonKind.Eliminated, analyte), kinetics.ClearanceMlPerHour / kinetics.VolumeMl);
        for (var other = 0; other < kinetics.Others.Count; other++)
        {
            var (volume, exchange) = kinetics.Others[other];
            var state = layout.Common(other == 0 ? CommonKind.Plasma2 : CommonKind.Plasma3, analyte);
            matrix.Flow(plasma, state, exchange / kinetics.VolumeMl);
            matrix.Flow(state, plasma, exchange / volume);
        }

        Follow(CommonKind.Vein, drug.ArmPerHour);
        if (drug.EffectPerHour is { } effect)
        {
            Follow(CommonKind.Effect, effect);
        }

        matrix.Flow(layout.Common(CommonKind.Muscle, analyte), plasma, drug.MusclePerHour);

        void Follow(CommonKind kind, double perHour)
        {
            var state = layout.Common(kind, analyte);
            matrix.Flow(plasma, state, perHour * Small);
            matrix.Flow(state, plasma, perHour);
        }
    }

    private void AddHydrolysis(RateMatrix.Builder matrix, int analyte)
    {
        var hydrolysis = analytes[analyte].Hydrolysis!;
        for (var cell = 0; cell < canal.Cells; cell++)
        {
            matrix.Flow(layout.Fluid(cell, analyte), layout.Fluid(cell, analyte + 1), hydrolysis.FluidPerHour);
            matrix.Flow(layout.Local(LocalKind.Tissue, cell, analyte), layout.Local(LocalKind.Tissue, cell, analyte + 1), hydrolysis.FluidPerHour);
        }

        foreach (var kind in (CommonKind[])[CommonKind.Ventricles, CommonKind.Cistern, CommonKind.Convexity, CommonKind.Brain])
        {
            matrix.Flow(layout.Common(kind, analyte), layout.Common(kind, analyte + 1), hydrolysis.FluidPerHour);
        }

        matrix.Flow(layout.Common(CommonKind.Plasma, analyte), layout.Common(CommonKind.Plasma, analyte + 1), hydrolysis.PlasmaPerHour);
    }

    private Func<int, (int State, double Factor)> FluidPart(int analyte) =>
        cell => (layout.Fluid(cell, analyte), analytes[analyte].MolarMass / canal.Volume(cell));

    private Func<int, (int State, double Factor)> EpiduralPart(int analyte) =>
        cell => (layout.Local(LocalKind.Epidural, cell, analyte), analytes[analyte].MolarMass / (body.Anatomy.Epidural.FluidCm2 * canal.Width));

    private Func<int, (int State, double Factor)> CordPart(int analyte) =>
        cell =>
            (
                layout.Local(LocalKind.Tissue, cell, analyte),
                analytes[analyte].MolarMass / (Math.Max(Tissue(body.Spine, canal.Centre(cell)), 1e-9) * canal.Width)
            );

    /// <summary>Between the centres of two cells a concentration changes evenly.</summary>
    private IEnumerable<(int State, double Factor)> Along(double position, Func<int, (int State, double Factor)> part)
    {
        foreach (var (cell, share) in Neighbours(position))
        {
            var (state, factor) = part(cell);
            yield return (state, factor * share);
        }
    }

    private IEnumerable<(int Cell, double Share)> Neighbours(double position)
    {
        var place = Math.Clamp((position / canal.Width) - 0.5, 0, canal.Cells - 1);
        var below = Math.Min((int)place, canal.Cells - 2);
        return [(below, 1 - (place - below)), (below + 1, place - below)];
    }

    private SystemInput Input(Entry entry, int number)
    {
        var name = string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $"entry {number + 1}");
        SystemInput To(CommonKind kind) => new(name, [KeyValuePair.Create(layout.Common(kind, 0), 1.0)]);
        switch (entry.Route)
        {
            case EntryRoute.Intravenous:
                return To(CommonKind.Plasma);
            case EntryRoute.Intramuscular:
                return To(CommonKind.Muscle);
            case EntryRoute.Intracerebroventricular:
                return To(CommonKind.Ventricles);
            case EntryRoute.Intrathecal or EntryRoute.Epidural:
                var position = Position(entry) ?? throw new ArgumentException($"'{entry.Place}' is no place of this canal.", nameof(entry));
                var epidural = entry.Route == EntryRoute.Epidural;
                if (epidural && Drug.Epidural is null)
                {
                    throw new ArgumentException($"What becomes of {Drug.Id} in the epidural space is not known.", nameof(entry));
                }

                var spread = epidural
                    ? Spread.Epidural(entry, body.Anatomy.Epidural.FluidCm2)
                    : Spread.Intrathecal(entry, body.Spine.Fluid(position));
                return new SystemInput(
                    name,
                    [
                        .. spread
                            .Shares(canal, position, Neighbours(position))
                            .Select(share =>
                                KeyValuePair.Create(
                                    epidural ? layout.Local(LocalKind.Epidural, share.Cell, 0) : layout.Fluid(share.Cell, 0),
                                    share.Share
                                )
                            ),
                    ]
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(entry), entry.Route, "Not a route.");
        }
    }

    /// <summary>What is found in the end of infusions that never change, solved directly.</summary>
    /// <param name="rates">Micrograms per hour through each entry.</param>
    /// <param name="readings">What is read.</param>
    /// <returns>One for each reading, ng/mL.</returns>
    public double[] SteadyState(ReadOnlySpan<double> rates, IReadOnlyList<Reading> readings)
    {
        var inflow = new double[System.Size];
        System.Spread(rates, inflow);
        var amounts = DirectSolution.Of(System.Matrix, inflow.AsSpan(0, layout.Common(CommonKind.Eliminated, 0)));
        return [.. readings.Select(reading => Sum(reading, amounts) * NanomolesPerMicrogram)];
    }

    /// <summary>Runs the system from empty.</summary>
    /// <param name="given">Micrograms per hour through each entry.</param>
    /// <param name="every">How far apart wanted times are; the first is 0.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="readings">What is read at each.</param>
    public SpineCurves Run(RateSchedule given, Duration every, int count, IReadOnlyList<Reading> readings) =>
        Run([(Duration.Zero, this)], given, every, count, readings);

    /// <summary>Runs a body whose mixing changes, from empty: with posture, with heart rate.</summary>
    /// <param name="phases">From when each holds; the first from 0, ascending; of one drug in one canal.</param>
    /// <param name="given">Micrograms per hour through each entry.</param>
    /// <param name="every">How far apart wanted times are; the first is 0.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="readings">What is read at each.</param>
    public static SpineCurves Run(
        IReadOnlyList<(Duration From, SpineModel Model)> phases,
        RateSchedule given,
        Duration every,
        int count,
        IReadOnlyList<Reading> readings
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var model = phases[0].Model;
        var watched = readings.SelectMany(reading => reading.States.ToArray()).Distinct().Order().ToArray();
        var step = every.ToInt64Nanoseconds();
        var wanted = new long[count];
        for (var i = 0; i < count; i++)
        {
            wanted[i] = i * step;
        }

        var found = new double[count * watched.Length];
        var steps = 0;
        Integration? last = null;
        for (var phase = 0; phase < phases.Count; phase++)
        {
            var from = phases[phase].From.ToInt64Nanoseconds();
            var until = phase + 1 < phases.Count ? phases[phase + 1].From.ToInt64Nanoseconds() : long.MaxValue;

            // A wanted time on a change belongs to the phase that ends there; the last one also gets its end.
            var first = phase == 0 ? 0 : FirstAfter(wanted, from);
            var end = phase + 1 < phases.Count ? FirstAfter(wanted, until) : count;
            var integration = new Integration(phases[phase].Model.System);
            if (last is not null)
            {
                integration.GoOnFrom(last);
            }

            steps += integration.Run(given, from, wanted.AsSpan(first..end), watched, found.AsSpan(first * watched.Length));
            if (phase + 1 < phases.Count && until < wanted[^1])
            {
                steps += integration.Run(given, end > first ? wanted[end - 1] : from, [until], [], []);
            }

            last = integration;
        }

        var (perMicrogram, over) = (model.NanomolesPerMicrogram, Duration.FromNanoseconds(wanted[^1]));
        var into = Enumerable.Range(0, model.System.Inputs.Count).Sum(input => given.Given(input, over));
        var inBody = Sum(model.InBody, last!.Amounts);
        var eliminated = Sum(model.Eliminated, last.Amounts);
        return new SpineCurves(
            [.. wanted.Select(RateSchedule.Hours)],
            [.. readings.Select(reading => Array.ConvertAll(Curve(reading, watched, found, count), value => value * perMicrogram))],
            new MassBalance(into, inBody, eliminated, into > 0 ? (into - inBody - eliminated) / into : 0),
            new SolverWork(model.System.Size, steps)
        );
    }

    private static int FirstAfter(long[] wanted, long time)
    {
        var place = Array.BinarySearch(wanted, time);
        return place >= 0 ? place + 1 : ~place;
    }

    private static double Sum(Reading reading, ReadOnlySpan<double> amounts)
    {
        var sum = 0.0;
        for (var i = 0; i < reading.States.Length; i++)
        {
            sum += amounts[reading.States[i]] * reading.Factors[i];
        }

        return sum;
    }

    private static double[] Curve(Reading reading, int[] watched, double[] found, int count)
    {
        var places = reading.States.ToArray().Select(state => Array.BinarySearch(watched, state)).ToArray();
        var curve = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var part = 0; part < places.Length; part++)
            {
                curve[i] += found[(i * watched.Length) + places[part]] * reading.Factors[part];
            }
        }

        return curve;
    }
}

/// <summary>What a run finds.</summary>
/// <param name="Hours">Times, h.</param>
/// <param name="Values">A curve for each reading, one value for each time, ng/mL.</param>
/// <param name="Balance">Where the drug is at the end.</param>
/// <param name="Solver">What was done.</param>
public sealed record SpineCurves(double[] Hours, double[][] Values, MassBalance Balance, SolverWork Solver);

/// <summary>Where a drug is at the end of a run, in micrograms of what was given.</summary>
/// <param name="In">Given.</param>
/// <param name="Body">In the body still, changed or not.</param>
/// <param name="Eliminated">Out of it.</param>
/// <param name="Error">What is missing, of what was given.</param>
public sealed record MassBalance(double In, double Body, double Eliminated, double Error);

/// <summary>What a solver did.</summary>
/// <param name="States">How many compartments.</param>
/// <param name="Steps">How many steps.</param>
public sealed record SolverWork(int States, int Steps);
