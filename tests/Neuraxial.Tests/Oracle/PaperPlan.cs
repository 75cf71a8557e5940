namespace Neuraxial.Tests;

/// <summary>
/// A whole plan worked out on paper: flows, doses, the worst 24 hours, dates, a bridge, what the pump's steps leave of it. Independent of the program
/// from the stated quantities on.
/// </summary>
internal sealed class PaperPlan
{
    private static readonly string[] ByDanger = ["baclofen", "morphine", "clonidine", "bupivacaine", "ziconotide"];

    private readonly PlanCase stated;
    private readonly Rational strength;

    public PaperPlan(PlanCase stated)
    {
        this.stated = stated;
        strength = stated.Drugs[0].Concentration.Amount;
        Schedule = Of(stated.Program, stated.Pump.BasalPauses, strength, rate => rate, volume => volume);
        Bridge = Bridged();
    }

    public PaperSchedule Schedule { get; }

    public (string Drug, PaperBridge Bridge)? Bridge { get; }

    /// <summary>The volume of the fluid path; <see langword="null"/> where a part of it is not known.</summary>
    public Rational? Path =>
        stated.Catheter is { } catheter && (stated.Pump.IsImplanted ? stated.Pump.Tubing : stated.Line?.Amount) is { } tubing
            ? tubing + catheter.Amount
            : null;

    public Rational? Alarm => stated.LowReservoir?.Amount ?? stated.Pump.Alarm;

    private Rational Bolus =>
        stated.Program.Demand is not { } demand ? Rational.Zero
        : demand.InMass ? Paper.BolusVolume(demand.Dose.Amount, strength)
        : demand.Dose.Amount;

    private Rational BolusTime => stated.Program.Demand?.Duration?.Amount ?? Rational.Zero;

    private Rational Spacing => stated.Program.Demand!.Lockout.Amount + (stated.Pump.LockoutFromEnd ? BolusTime : Rational.Zero);

    /// <summary>D11: how many boluses a patient gets in 24 hours who asks at once each time.</summary>
    public int DemandsInADay()
    {
        if (stated.Program.Demand is not { } demand)
        {
            return 0;
        }

        var starts = new List<Rational>();
        for (var at = Rational.Zero; at < Rational.One; )
        {
            starts.Add(at);
            at += Spacing;
            if (demand.Maximum is { } most && starts.Count >= most.Count)
            {
                at = Rational.Max(at, starts[^most.Count] + most.Per.Amount);
            }
        }

        return starts.Count;
    }

    /// <summary>D3, D11: the most in any 24 hours with every bolus; where the basal flow pauses, only for a flow that is the same all day.</summary>
    public Rational? WorstDay()
    {
        var basal = Schedule.Worst(Rational.One);
        if (!stated.Pump.BasalPauses || BolusTime.Sign == 0)
        {
            return basal + (DemandsInADay() * Bolus);
        }

        if (Schedule.Lowest != Schedule.Mean)
        {
            return null;
        }

        // Each bolus takes the place of the basal flow while it runs. Where it runs more slowly than that, no bolus is the worst.
        var displaced = Rational.Min(Rational.One, DemandsInADay() * BolusTime) * Schedule.Mean;
        return Rational.Max(basal, basal - displaced + (DemandsInADay() * Bolus));
    }

    /// <summary>D5: when a volume has flowed out of the container, in days since 2020; <see langword="null"/> if it takes a hundred years or never happens.</summary>
    public Rational? Date(Rational volume, bool withAllBoluses)
    {
        var flow = withAllBoluses ? WithAll() : Schedule;
        Rational? days;
        if (Bridge is { } bridge)
        {
            var (first, time) = (bridge.Bridge.Volume, bridge.Bridge.Time);
            days = volume <= first ? volume / bridge.Bridge.Flow : flow.TimeFor(volume - first, Position(time)) + time;
        }
        else
        {
            days = flow.TimeFor(volume, Position(Rational.Zero));
        }

        return days is { } known && known <= 36_525 ? stated.At.Days + known : null;
    }

    /// <summary>
    /// How far a nanosecond of rounding in the length of a bridge can move what comes after it: what flowed in it at the bridge's flow, or at the highest of
    /// the steps into which the program then falls, is made up for at the lowest.
    /// </summary>
    public Rational Slack(bool withAllBoluses)
    {
        if (Bridge is not { } bridge)
        {
            return Rational.One;
        }

        var flow = withAllBoluses ? WithAll() : Schedule;
        var lowest = flow.With(rate => rate.Sign == 0 ? flow.Highest : rate).Lowest;
        return 2 + ((bridge.Bridge.Flow + flow.Highest) / lowest);
    }

    /// <summary>How long the program takes to fill the fluid path.</summary>
    public Rational? Delay() => Schedule.TimeFor(Path!.Value, Position(Rational.Zero)) is { } days && days <= 36_525 ? days : null;

    /// <summary>D16: the mean flow in the pump's steps, or in whole strokes a day or a step, rounded down; <see langword="null"/> where neither is known.</summary>
    public Rational? Achievable()
    {
        var (step, stroke) = (stated.Pump.RateStep, stated.Pump.Stroke);
        if (step is null && stroke is null)
        {
            return null;
        }

        Rational Volume(Rational volume) => stroke is { } each ? Paper.Down(volume, each) : volume;
        Rational Rate(Rational flow, Rational time) => step is { } each ? Paper.Down(flow, each) : Volume(flow * time) / time;
        if (stated.Program is StatedProgram.Flex flex)
        {
            // On a day of its own each step lasts until the next, the last one until the first of the next day.
            return flex.OtherDays.Length > 0 ? null : Weekly(flex, Rate).Mean;
        }

        return Of(stated.Program, stated.Pump.BasalPauses, strength, rate => Rate(rate, Rational.One), Volume).Mean;
    }

    private static PaperSchedule Of(
        StatedProgram program,
        bool basalPauses,
        Rational strength,
        Func<Rational, Rational> rate,
        Func<Rational, Rational> bolus
    )
    {
        switch (program)
        {
            case StatedProgram.Continuous continuous:
                return new PaperSchedule((Rational.One, rate(continuous.Rate.Amount)));
            case StatedProgram.ContinuousDose byDose:
                return new PaperSchedule((Rational.One, rate(Paper.Flow(byDose.Dose.Amount, strength))));
            case StatedProgram.Flex flex:
                return Weekly(flex, (flow, _) => flow);
            case StatedProgram.Periodic periodic:
                var volume = bolus(periodic.InMass ? Paper.BolusVolume(periodic.Bolus.Amount, strength) : periodic.Bolus.Amount);
                var basal = periodic.Basal is not { } flows
                    ? Rational.Zero
                    : rate(flows.Text.Contains("L/", StringComparison.Ordinal) ? flows.Amount : Paper.Flow(flows.Amount, strength));
                var during = (volume / periodic.Duration.Amount) + (basalPauses ? Rational.Zero : basal);
                var rest = periodic.Every.Amount - periodic.Duration.Amount;
                return rest.Sign > 0
                    ? new PaperSchedule((periodic.Duration.Amount, during), (rest, basal))
                    : new PaperSchedule((periodic.Duration.Amount, during));
            default:
                throw new InvalidOperationException(program.GetType().Name);
        }
    }

    /// <summary>The week minute by minute: each step from its minute to the next step of whatever day that is on, Monday's midnight first.</summary>
    private static PaperSchedule Weekly(StatedProgram.Flex flex, Func<Rational, Rational, Rational> rate)
    {
        var changes = new List<(int Minute, Rational Flow)>();
        for (var day = 0; day < 7; day++)
        {
            changes.AddRange(
                (flex.OtherDays.Contains(day) ? flex.OtherSteps : flex.Steps).Select(step => ((day * 1_440) + step.Minute, step.Rate.Amount))
            );
        }

        var pieces = new List<(Rational, Rational)>();
        for (var i = 0; i < changes.Count; i++)
        {
            var length = new Rational((i + 1 < changes.Count ? changes[i + 1].Minute : changes[0].Minute + 10_080) - changes[i].Minute, 1_440);
            var flow = rate(changes[i].Flow, length);
            if (i + 1 == changes.Count)
            {
                // What runs past the end of the week comes first on the paper too.
                pieces.Insert(0, (new Rational(changes[0].Minute, 1_440), flow));
                length = new Rational(10_080 - changes[i].Minute, 1_440);
            }

            pieces.Add((length, flow));
        }

        return new PaperSchedule([.. pieces.Where(piece => piece.Item1.Sign > 0)]);
    }

    private PaperSchedule WithAll()
    {
        if (stated.Program.Demand is not { } demand)
        {
            return Schedule;
        }

        var period = demand.Maximum is { } most ? Paper.EffectiveSpacing(Spacing, most.Count, most.Per.Amount) : Spacing;
        var busy = stated.Pump.BasalPauses ? Rational.Min(Rational.One, BolusTime / period) : Rational.Zero;
        return Schedule.With(flow => Rational.Max(flow, (flow * (1 - busy)) + (Bolus / period)));
    }

    /// <summary>Where the program stands so long after the fill: by the weekday and clock for steps, at its start for all others.</summary>
    private Rational Position(Rational afterFill)
    {
        if (stated.Program is not StatedProgram.Flex)
        {
            return Rational.Zero;
        }

        // 6 January 2020 was a Monday.
        var sinceMonday = stated.At.Clock - 5 + afterFill;
        return sinceMonday - (7 * new Rational((sinceMonday / 7).Floor(), 1));
    }

    /// <summary>D7: along the drug of the old infusate whose wrong dose is most dangerous, of those whose wanted dose is known and not nothing.</summary>
    private (string Drug, PaperBridge Bridge)? Bridged()
    {
        if (stated.OldDrugs is not { } old || Path is not { } path || Schedule.Mean.Sign == 0 || SameMixture(old))
        {
            return null;
        }

        foreach (var drug in ByDanger)
        {
            if (Array.Find(old, part => part.Drug == drug) is not { } before)
            {
                continue;
            }

            var after = Array.Find(stated.Drugs, part => part.Drug == drug)?.Concentration.Amount;
            var dose =
                after is { } now ? Paper.Dose(Schedule.Mean, now)
                : stated.OldRate is { } rate ? Paper.Dose(rate.Amount, before.Concentration.Amount)
                : (Rational?)null;
            if (dose is not { Sign: > 0 } wanted)
            {
                continue;
            }

            // A drug that is left out is bridged by its old dose; the pump is told the first drug of the new mixture.
            var bridge = Paper.Bridge(path, path, Rational.Zero, before.Concentration.Amount, after ?? strength, wanted);
            var unbridged = Paper.Dose(Schedule.Mean, before.Concentration.Amount);
            // Longer than two months, faster than a cubic metre a day, or a new rate that does not clear the path in a hundred years: no bridge is shown.
            return bridge.Time > 60 || bridge.Flow > 1_000_000 || path / Schedule.Mean > 36_525
                ? null
                : (drug, bridge with { UnbridgedDose = unbridged, UnbridgedTime = path / Schedule.Mean });
        }

        return null;
    }

    private bool SameMixture(StatedDrug[] old) =>
        old.Length == stated.Drugs.Length
        && Array.TrueForAll(
            old,
            part => Array.Exists(stated.Drugs, other => other.Drug == part.Drug && other.Concentration.Amount == part.Concentration.Amount)
        );
}
