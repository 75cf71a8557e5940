using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>What leaves the catheter's tip from one change to the next.</summary>
/// <param name="From">When it begins, since the fill.</param>
/// <param name="Until">When it ends; later.</param>
/// <param name="Flow">The flow, constant throughout.</param>
/// <param name="NewShare">The share of the new infusate in it, 0 to 1; the rest is the old one.</param>
public sealed record TipStep(Duration From, Duration Until, FlowRate Flow, decimal NewShare)
{
    /// <summary>How much of a drug leaves the tip meanwhile.</summary>
    /// <param name="drug">Identifier of the drug.</param>
    /// <param name="therapy">Whose infusates.</param>
    public DoseRate Dose(string drug, Therapy therapy)
    {
        var fresh = (therapy.Infusate.Of(drug) ?? Concentration.Zero) * Flow * NewShare;
        return NewShare == 1 ? fresh : fresh + ((therapy.Previous?.Infusate.Of(drug) ?? Concentration.Zero) * Flow * (1 - NewShare));
    }
}

/// <summary>
/// What leaves the catheter's tip after a fill: bridge, program and demand boluses as the pump gives them, through the fluid path.
/// </summary>
/// <remarks>
/// The old infusate leaves first, and the new one follows with a front that has mixed on its way: in volume a normal distribution about that of the path, of a tenth of it
/// [assumed], in eight even steps within two deviations. Each step of the front has its mirror image, so that what leaves in all is what plug flow gives, exactly.
/// A first fill is primed: the new infusate is at the tip. An empty container is taken to be refilled at once with the same infusate.
/// </remarks>
/// <param name="Steps">In the order of time.</param>
/// <param name="EmptyAt">When the container is empty for the first time; <see langword="null"/> if not within the time asked for.</param>
public sealed record TipFlow(IReadOnlyList<TipStep> Steps, Duration? EmptyAt)
{
    /// <summary>The normal distribution at the middles of eight steps from two deviations below the mean to two above.</summary>
    private static readonly decimal[] Front = [0.0401m, 0.1056m, 0.2266m, 0.4013m, 0.5987m, 0.7734m, 0.8944m, 0.9599m];

    /// <summary>One deviation of the front, of the volume of the path [assumed].</summary>
    private const decimal FrontDeviation = 0.1m;

    /// <summary>What a bolus takes where the file does not say [assumed].</summary>
    private static readonly Duration AssumedBolus = Duration.FromMinutes(3);

    /// <summary>What leaves the tip of a therapy.</summary>
    /// <param name="plan">The plan of the therapy.</param>
    /// <param name="demand">How many demand boluses are taken.</param>
    /// <param name="span">For how long after the fill; more than zero.</param>
    public static TipFlow Of(Plan plan, DemandTaken demand, Duration span)
    {
        var therapy = plan.Therapy;
        var pump = Boluses(Pump(plan, span), plan, demand, span);
        var edges = Edges(therapy.Previous is null ? Volume.Zero : plan.Bridge?.Volume ?? PathVolume(plan) ?? Volume.Zero);
        var steps = new List<TipStep>();
        var (given, edge) = (Volume.Zero, 0);
        Duration? emptyAt = null;
        foreach (var piece in pump.Where(piece => piece.Flow > FlowRate.Zero))
        {
            var from = piece.From;
            while (from < piece.Until)
            {
                while (edge < edges.Count && given >= edges[edge].Until)
                {
                    edge++;
                }

                // Up to the next step of the front, or to the end of the piece.
                var after = given + (piece.Flow * (piece.Until - from));
                var reaches = edge < edges.Count && after > edges[edge].Until;
                var end = reaches ? Earlier(from + ((edges[edge].Until - given) / piece.Flow), piece.Until) : piece.Until;
                if (end > from)
                {
                    steps.Add(new TipStep(from, end, piece.Flow, edge < edges.Count ? edges[edge].NewShare : 1));
                }

                after = reaches ? edges[edge].Until : after;
                if (emptyAt is null && after >= therapy.Fill.Volume)
                {
                    emptyAt = Earlier(from + ((therapy.Fill.Volume - given) / piece.Flow), piece.Until);
                }

                (given, from) = (after, end);
            }
        }

        return new TipFlow(steps, emptyAt);
    }

    /// <summary>The volume of the fluid path; <see langword="null"/> if not known.</summary>
    public static Volume? PathVolume(Plan plan) => plan.FluidPath is { } path ? path.Path.TubingMaximum + path.Path.Catheter : null;

    /// <summary>Until which volume has left how much of it is new.</summary>
    private static List<(Volume Until, decimal NewShare)> Edges(Volume path)
    {
        var edges = new List<(Volume, decimal)>();
        if (path == Volume.Zero)
        {
            return edges;
        }

        var step = 4 * FrontDeviation / Front.Length;
        edges.Add((path * (1 - (2 * FrontDeviation)), 0));
        for (var i = 0; i < Front.Length; i++)
        {
            edges.Add((path * (1 - (2 * FrontDeviation) + ((i + 1) * step)), Front[i]));
        }

        return edges;
    }

    /// <summary>Bridge and program, without demand boluses.</summary>
    private static List<Piece> Pump(Plan plan, Duration span)
    {
        var therapy = plan.Therapy;
        var cycle = therapy.Program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst);
        var delivery = Delivery.Of(therapy.Program, cycle, therapy.Fill, plan.Bridge);
        var pieces = new List<Piece>();
        var now = Duration.Zero;
        if (plan.Bridge is { } bridge)
        {
            now = Earlier(bridge.Duration, span);
            pieces.Add(new Piece(Duration.Zero, now, bridge.Rate));
        }

        // The first segment is the one that is running; what of it has gone is left out.
        var (index, left) = (0, delivery.Position);
        left -= cycle.Length * (left.ToInt64Nanoseconds() / cycle.Length.ToInt64Nanoseconds());
        while (left >= cycle.Segments[index].Length)
        {
            left -= cycle.Segments[index].Length;
            index = (index + 1) % cycle.Segments.Count;
        }

        while (now < span)
        {
            var segment = cycle.Segments[index];
            var until = Earlier(now + segment.Length - left, span);
            if (pieces is [.., var last] && last.Flow == segment.Rate)
            {
                pieces[^1] = last with { Until = until };
            }
            else
            {
                pieces.Add(new Piece(now, until, segment.Rate));
            }

            (now, left, index) = (until, Duration.Zero, (index + 1) % cycle.Segments.Count);
        }

        return pieces;
    }

    /// <summary>Adds demand boluses at an even distance, the first after half of it.</summary>
    private static IEnumerable<Piece> Boluses(List<Piece> pump, Plan plan, DemandTaken taken, Duration span)
    {
        var therapy = plan.Therapy;
        if (therapy.Program.Demand is not { } demand || Every(demand, taken, therapy) is not { } every)
        {
            return pump;
        }

        var length = demand.Duration ?? (AssumedBolus < every ? AssumedBolus : every);
        var rate = demand.Volume / length;
        var added = therapy.Pump.Model.Semantics.BasalOrWorst == BasalDuringBolus.Added;
        var pieces = new List<Piece>();
        var begin = (plan.Bridge?.Duration ?? Duration.Zero) + (every / 2);
        foreach (var piece in pump)
        {
            var from = piece.From;
            while (from < piece.Until)
            {
                // The bolus that is running or comes next.
                while (begin + length <= from)
                {
                    begin += every;
                }

                var isRunning = begin <= from;
                var until = Earlier(isRunning ? begin + length : begin, piece.Until);
                var flow =
                    !isRunning ? piece.Flow
                    : added ? piece.Flow + rate
                    : rate > piece.Flow ? rate
                    : piece.Flow;
                pieces.Add(new Piece(from, until, flow));
                from = until;
            }
        }

        return pieces;
    }

    private static Duration? Every(DemandBolus demand, DemandTaken taken, Therapy therapy) =>
        taken switch
        {
            DemandTaken.Expected when demand.Expected is { } expected => expected.Per / expected.Count,
            DemandTaken.All => demand.Volume / demand.MostFlow(therapy.Pump.Model.Semantics.LockoutOrWorst),
            _ => null,
        };

    private static Duration Earlier(Duration left, Duration right) => left < right ? left : right;

    /// <summary>What the pump gives.</summary>
    private sealed record Piece(Duration From, Duration Until, FlowRate Flow);
}
