namespace Neuraxial.Simulation;

/// <summary>One drug in one body: its linear system, amounts in nmol and rates per hour, and where concentrations are read in it.</summary>
/// <remarks>The equations and every figure, with what is uncertain, are in <c>docs/model.md</c>.</remarks>
public sealed partial class SpineModel
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
}
