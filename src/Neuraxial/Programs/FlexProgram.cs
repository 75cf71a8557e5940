using NodaTime;

namespace Neuraxial;

/// <summary>One step of a flex program: from a time of day on, a flow, until the next step.</summary>
/// <param name="At">On the pump's own clock.</param>
/// <param name="Rate">The flow; may be zero.</param>
public readonly record struct FlexStep(LocalTime At, FlowRate Rate);

/// <summary>The steps of some days of the week.</summary>
/// <param name="On">Which days; at least one.</param>
/// <param name="Steps">In order of time.</param>
public sealed record FlexDays(IReadOnlyList<IsoDayOfWeek> On, IReadOnlyList<FlexStep> Steps);

/// <summary>Steps through the day, on the pump's own clock; some days of the week may have steps of their own.</summary>
/// <remarks>
/// A step runs until the next step begins, past midnight if need be: what runs after midnight belongs to the day in which its step began.
/// The pump's clock does not move with summer time unless somebody reprograms it (HZ-49).
/// </remarks>
public sealed record FlexProgram : InfusionProgram
{
    private readonly Cycle cycle;
    private readonly Duration firstStep;

    /// <summary>Makes a flex program.</summary>
    /// <param name="steps">The steps of an ordinary day, in order of time, no two at the same time; at least one.</param>
    /// <param name="otherDays">Days with steps of their own; a day stands in at most one of them.</param>
    /// <exception cref="ArgumentException">No steps, steps out of order, or a day that stands twice.</exception>
    public FlexProgram(IReadOnlyList<FlexStep> steps, IReadOnlyList<FlexDays> otherDays)
    {
        Steps = steps;
        OtherDays = otherDays;
        var named = otherDays.SelectMany(days => days.On).ToList();
        if (named.Distinct().Count() != named.Count || !InOrder(steps) || otherDays.Any(days => days.On.Count == 0 || !InOrder(days.Steps)))
        {
            throw new ArgumentException(
                "Steps must be in order of time, no two at once, and a day of the week may have steps of its own only once.",
                nameof(steps)
            );
        }

        (cycle, firstStep) = otherDays.Count == 0 ? OfChanges(Changes(steps, 0), Durations.OneDay) : OfChanges(Week(), Durations.OneDay * 7);
    }

    /// <inheritdoc/>
    public override string Mode => "flex";

    /// <summary>The steps of an ordinary day.</summary>
    public IReadOnlyList<FlexStep> Steps { get; }

    /// <summary>Days of the week that differ.</summary>
    public IReadOnlyList<FlexDays> OtherDays { get; }

    /// <inheritdoc/>
    public override Cycle Cycle(BasalDuringBolus basal) => cycle;

    /// <inheritdoc/>
    public override Duration PositionAt(LocalDateTime pumpClock)
    {
        // Day of the week and time of day say all: a turn is one day or one week, and no calendar arithmetic is needed.
        var sinceMonday = (((int)pumpClock.DayOfWeek - 1) * NodaConstants.NanosecondsPerDay) + pumpClock.NanosecondOfDay;
        var turn = cycle.Length.ToInt64Nanoseconds();
        var within = (sinceMonday - firstStep.ToInt64Nanoseconds()) % turn;
        return Duration.FromNanoseconds(within < 0 ? within + turn : within);
    }

    /// <summary>The steps that are in force on a day of the week.</summary>
    public IReadOnlyList<FlexStep> On(IsoDayOfWeek day) => OtherDays.FirstOrDefault(days => days.On.Contains(day))?.Steps ?? Steps;

    /// <summary>Two programs are equal if their steps are.</summary>
    public bool Equals(FlexProgram? other) =>
        other is not null
        && Demand == other.Demand
        && Enumerable.Range(1, 7).All(day => On((IsoDayOfWeek)day).SequenceEqual(other.On((IsoDayOfWeek)day)));

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    private static bool InOrder(IReadOnlyList<FlexStep> steps) =>
        steps.Count > 0 && !steps.Where((step, i) => i > 0 && step.At <= steps[i - 1].At).Any();

    private static List<RateChange> Changes(IReadOnlyList<FlexStep> steps, int day) =>
        [.. steps.Select(step => new RateChange(Duration.FromNanoseconds(step.At.NanosecondOfDay) + (Durations.OneDay * day), step.Rate))];

    private List<RateChange> Week()
    {
        var changes = new List<RateChange>();
        for (var day = 0; day < 7; day++)
        {
            changes.AddRange(Changes(On((IsoDayOfWeek)(day + 1)), day));
        }

        return changes;
    }

    private static (Cycle Cycle, Duration FirstStep) OfChanges(List<RateChange> changes, Duration length)
    {
        var segments = new Segment[changes.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var next = i + 1 < segments.Length ? changes[i + 1].At : changes[0].At + length;
            segments[i] = new Segment(next - changes[i].At, changes[i].Rate);
        }

        return (Neuraxial.Cycle.Of(segments), changes[0].At);
    }

    /// <summary>From when a rate runs, counted from the start of the day or week.</summary>
    private sealed record RateChange(Duration At, FlowRate Rate);
}
