using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>What leaves the catheter's tip from one change to the next.</summary>
/// <param name="From">When it begins, since the fill.</param>
/// <param name="Until">When it ends; later.</param>
/// <param name="Flow">The pump's flow, constant throughout; more than zero.</param>
/// <param name="Volume">How much leaves meanwhile; exact, where times are rounded to the nanosecond.</param>
/// <param name="NewShare">The share of the new infusate in it, 0 to 1; the rest is the old one.</param>
public sealed record TipStep(Duration From, Duration Until, FlowRate Flow, Volume Volume, decimal NewShare)
{
    /// <summary>How much of a drug leaves the tip meanwhile.</summary>
    /// <param name="drug">Identifier of the drug.</param>
    /// <param name="therapy">Whose infusates.</param>
    public Mass Mass(string drug, Therapy therapy) => Concentration(drug, therapy) * Volume;

    /// <summary>The dose of a drug meanwhile.</summary>
    /// <param name="drug">Identifier of the drug.</param>
    /// <param name="therapy">Whose infusates.</param>
    public DoseRate Dose(string drug, Therapy therapy) => Concentration(drug, therapy) * Flow;

    /// <summary>The concentration of a drug in what leaves the tip.</summary>
    /// <param name="drug">Identifier of the drug.</param>
    /// <param name="therapy">Whose infusates.</param>
    public Concentration Concentration(string drug, Therapy therapy)
    {
        var fresh = (therapy.Infusate.Of(drug) ?? Neuraxial.Concentration.Zero) * NewShare;
        return NewShare == 1 ? fresh : fresh + ((therapy.Previous?.Infusate.Of(drug) ?? Neuraxial.Concentration.Zero) * (1 - NewShare));
    }
}

/// <summary>
/// What leaves the catheter's tip after a fill: bridge, program and demand boluses as the pump gives them, through the fluid path.
/// </summary>
/// <remarks>
/// What enters a full path at one end leaves it at the other: the pump's flow is that at the tip, at once, and only what the fluid holds comes later. The old
/// infusate leaves first, and the new one follows with a front that has mixed on its way: in volume a normal distribution about that of the path, of a tenth of it
/// [assumed], in eight even steps within two deviations. Each step of the front has its mirror image, so that what leaves in all is what plug flow gives, exactly.
/// A first fill is primed: the new infusate is at the tip. An empty container is taken to be refilled at once with the same infusate (decision 0021).
/// </remarks>
/// <param name="Steps">In the order of time; nothing leaves between them.</param>
/// <param name="EmptyAt">When the container is empty for the first time; <see langword="null"/> if not within the time asked for.</param>
/// <param name="Mean">The flow of program and demand boluses over whole turns, once a bridge has ended.</param>
/// <param name="Turn">After how long the flow repeats: the longer of the turn of the program and the distance of demand boluses; zero for a flow that is always the same.</param>
public sealed record TipFlow(IReadOnlyList<TipStep> Steps, Duration? EmptyAt, FlowRate Mean, Duration Turn)
{
    /// <summary>The normal distribution at the middles of eight steps from two deviations below the mean to two above, to four digits.</summary>
    private static readonly decimal[] Front = [0.0401m, 0.1056m, 0.2266m, 0.4013m, 0.5987m, 0.7734m, 0.8944m, 0.9599m];

    /// <summary>One deviation of the front, of the volume of the path [assumed]: fluids mix at it (pumps D7), and nobody published by how much.</summary>
    private const decimal FrontDeviation = 0.1m;

    /// <summary>What a demand bolus takes where the file does not say [assumed].</summary>
    internal static readonly Duration AssumedBolus = Duration.FromMinutes(3);

    /// <summary>What leaves the tip of a therapy.</summary>
    /// <param name="plan">The plan of the therapy.</param>
    /// <param name="demand">How many demand boluses are taken.</param>
    /// <param name="span">For how long after the fill; more than zero.</param>
    public static TipFlow Of(Plan plan, DemandTaken demand, Duration span)
    {
        var therapy = plan.Therapy;
        var cycle = CycleOf(therapy);
        var asked = Asked(therapy, demand);
        var pieces = asked is null ? Pump(plan, cycle, span) : WithBoluses(Pump(plan, cycle, span), asked, plan);
        var edges = Edges(therapy.Previous is null ? Volume.Zero : plan.Bridge?.Volume ?? PathVolume(plan) ?? Volume.Zero);
        var (steps, emptyAt) = AtTip(pieces, edges, therapy.Fill.Volume);
        var turn = cycle.Segments.Count > 1 ? cycle.Length : Duration.Zero;
        return new TipFlow(
            steps,
            emptyAt,
            asked is null ? cycle.Mean : cycle.Mean + asked.MeanAdded(cycle.Mean),
            asked is not null && asked.Every > turn ? asked.Every : turn
        );
    }

    /// <summary>How often the flow changes within a span, at most: what a simulation of it costs.</summary>
    /// <param name="therapy">The therapy.</param>
    /// <param name="demand">How many demand boluses are taken.</param>
    /// <param name="span">For how long after the fill.</param>
    public static long MostChanges(Therapy therapy, DemandTaken demand, Duration span)
    {
        var cycle = CycleOf(therapy);
        var turns = cycle.Segments.Count > 1 ? DemandBolus.Starts(span, cycle.Length) + 1 : 0;
        var boluses = Asked(therapy, demand) is { } asked ? DemandBolus.Starts(span, asked.Every) + 1 : 0;
        return (turns * cycle.Segments.Count) + (2 * boluses) + Front.Length + 2;
    }

    /// <summary>The volume of the fluid path; <see langword="null"/> if not known.</summary>
    public static Volume? PathVolume(Plan plan) => plan.FluidPath?.Path.Volume;

    /// <summary>Cuts what the pump gives where the share of the new infusate changes, and finds when the container is empty.</summary>
    private static (IReadOnlyList<TipStep> Steps, Duration? EmptyAt) AtTip(
        IEnumerable<Piece> pieces,
        List<(Volume Until, decimal NewShare)> edges,
        Volume fill
    )
    {
        var steps = new List<TipStep>();
        var (given, edge) = (Volume.Zero, 0);
        Duration? emptyAt = null;
        foreach (var piece in pieces.Where(piece => piece.Flow > FlowRate.Zero))
        {
            // Every cut is counted from the start of the piece, so that roundings to the nanosecond do not add up.
            var (from, left, before) = (piece.From, piece.Volume, given);
            while (edge < edges.Count && given + left > edges[edge].Until)
            {
                var (limit, share) = edges[edge++];
                var cut = limit > given ? piece.From + ((limit - before) / piece.Flow) : from;

                // A stretch shorter than a nanosecond is no step: what it holds goes with the next.
                if (cut > from && cut < piece.Until)
                {
                    steps.Add(new TipStep(from, cut, piece.Flow, limit - given, share));
                    left -= limit - given;
                    (from, given) = (cut, limit);
                }
            }

            steps.Add(new TipStep(from, piece.Until, piece.Flow, left, edge < edges.Count ? edges[edge].NewShare : 1));
            given += left;
            if (emptyAt is null && !LastDigits.IsMore(fill, given))
            {
                emptyAt = Earlier(piece.From + ((fill - before) / piece.Flow), piece.Until);
            }
        }

        return (steps, emptyAt);
    }

    /// <summary>Until which volume has left how much of it is new.</summary>
    private static List<(Volume Until, decimal NewShare)> Edges(Volume path)
    {
        var edges = new List<(Volume, decimal)>();
        if (path == Volume.Zero)
        {
            return edges;
        }

        const decimal Begin = 1 - (2 * FrontDeviation);
        var step = 4 * FrontDeviation / Front.Length;
        edges.Add((path * Begin, 0));
        for (var i = 0; i < Front.Length; i++)
        {
            edges.Add((path * (Begin + ((i + 1) * step)), Front[i]));
        }

        return edges;
    }

    private static Cycle CycleOf(Therapy therapy) => therapy.Program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst);

    /// <summary>Bridge and program, without demand boluses.</summary>
    private static IEnumerable<Piece> Pump(Plan plan, Cycle cycle, Duration span)
    {
        var now = Duration.Zero;
        if (plan.Bridge is { } bridge)
        {
            // Its duration is rounded to the nanosecond, its volume is not.
            now = Earlier(bridge.Duration, span);
            yield return new Piece(Duration.Zero, now, bridge.Rate, now < bridge.Duration ? bridge.Rate * now : bridge.Volume);
        }

        if (cycle.Segments.Count == 1)
        {
            if (now < span)
            {
                yield return Piece.Of(now, span, cycle.Mean);
            }

            yield break;
        }

        // The first segment is the one that is running; what of it has gone is left out.
        var (index, gone) = (0, Delivery.Of(plan.Therapy.Program, cycle, plan.Therapy.Fill, plan.Bridge).Position);
        gone -= cycle.Length * (gone.ToInt64Nanoseconds() / cycle.Length.ToInt64Nanoseconds());
        while (gone >= cycle.Segments[index].Length)
        {
            gone -= cycle.Segments[index].Length;
            index = (index + 1) % cycle.Segments.Count;
        }

        while (now < span)
        {
            var segment = cycle.Segments[index];
            var until = Earlier(now + segment.Length - gone, span);
            yield return Piece.Of(now, until, segment.Rate);
            (now, gone, index) = (until, Duration.Zero, (index + 1) % cycle.Segments.Count);
        }
    }

    /// <summary>Adds demand boluses at an even distance, the first after half of it, and none during a bridge: it would push old infusate by the numbers of the new one.</summary>
    private static IEnumerable<Piece> WithBoluses(IEnumerable<Piece> pump, AskedFor asked, Plan plan)
    {
        var begin = (plan.Bridge?.Duration ?? Duration.Zero) + (asked.Every / 2);
        foreach (var piece in pump)
        {
            var from = piece.From;
            while (from < piece.Until)
            {
                // The bolus that is running or comes next.
                while (begin + asked.Length <= from)
                {
                    begin += asked.Every;
                }

                var isRunning = begin <= from;
                var until = Earlier(isRunning ? begin + asked.Length : begin, piece.Until);
                if (until == piece.Until && from == piece.From && !isRunning)
                {
                    yield return piece;
                }
                else
                {
                    yield return Piece.Of(from, until, isRunning ? asked.With(piece.Flow) : piece.Flow);
                }

                from = until;
            }
        }
    }

    /// <summary>The demand boluses that are taken; <see langword="null"/> if none are.</summary>
    private static AskedFor? Asked(Therapy therapy, DemandTaken taken)
    {
        var semantics = therapy.Pump.Model.Semantics;
        if (therapy.Program.Demand is not { } demand || taken == DemandTaken.None || (taken == DemandTaken.Expected && demand.Expected is null))
        {
            return null;
        }

        // No more than the pump grants, as the plan reckons.
        var most = demand.MostFlow(semantics.LockoutOrWorst);
        var flow = taken == DemandTaken.Expected && demand.Expected!.Flow(demand.Volume) is var expected && expected < most ? expected : most;
        var every = demand.Volume / flow;
        var length = Earlier(demand.Duration ?? AssumedBolus, every);
        return new AskedFor(
            every,
            length,
            demand.Volume / length,
            semantics.BasalOrWorst == BasalDuringBolus.Added || demand.Duration is null ? FlowRate.Zero
                : therapy.Program is PeriodicProgram periodic ? periodic.Basal
                : null
        );
    }

    private static Duration Earlier(Duration left, Duration right) => left < right ? left : right;

    /// <summary>Demand boluses that are taken evenly.</summary>
    /// <param name="Every">From the start of one to the start of the next.</param>
    /// <param name="Length">How long one takes; no longer than <paramref name="Every"/>.</param>
    /// <param name="Rate">Its flow.</param>
    /// <param name="Pausing">The basal flow that pauses meanwhile, while boluses of the program itself go on; <see langword="null"/> if all that the program gives does.</param>
    private sealed record AskedFor(Duration Every, Duration Length, FlowRate Rate, FlowRate? Pausing)
    {
        /// <summary>The flow while a bolus runs.</summary>
        /// <remarks>As the plan reckons: a bolus slower than the basal flow that it would displace does not make the container last longer (HZ-43).</remarks>
        public FlowRate With(FlowRate program)
        {
            var pausing =
                Pausing is not { } basal ? program
                : program == basal ? basal
                : FlowRate.Zero;
            return program - pausing + Larger(pausing);
        }

        /// <summary>What they add to the mean flow of a program.</summary>
        public FlowRate MeanAdded(FlowRate mean)
        {
            var pausing = Pausing ?? mean;
            return (Larger(pausing) - pausing) * Length.Over(Every);
        }

        private FlowRate Larger(FlowRate other) => Rate > other ? Rate : other;
    }

    /// <summary>What the pump gives.</summary>
    private sealed record Piece(Duration From, Duration Until, FlowRate Flow, Volume Volume)
    {
        public static Piece Of(Duration from, Duration until, FlowRate flow) => new(from, until, flow, flow * (until - from));
    }
}
