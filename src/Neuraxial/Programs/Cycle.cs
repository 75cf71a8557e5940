using NodaTime;

namespace Neuraxial;

/// <summary>A stretch of constant flow inside a <see cref="Cycle"/>.</summary>
/// <param name="Length">How long it lasts; more than zero.</param>
/// <param name="Rate">The flow throughout; may be zero.</param>
public readonly record struct Segment(Duration Length, FlowRate Rate);

/// <summary>
/// A delivery that repeats for ever: segments of constant flow, one after the other, then from the first again. Every program without its
/// demand boluses is one: a continuous program has one segment, a flex program those of a day or a week, a periodic program a bolus and a pause.
/// </summary>
/// <remarks>
/// Positions are elapsed times since the start of the cycle, never wall-clock times (HZ-44). Volumes are exact wherever they have a finite decimal.
/// Instances are immutable.
/// </remarks>
public sealed class Cycle
{
    private readonly Segment[] segments;
    private readonly Duration[] starts;
    private readonly Volume[] before;

    /// <summary>Makes a cycle of at least one segment.</summary>
    /// <param name="segments">In order; each longer than zero.</param>
    /// <exception cref="ArgumentException">No segment, or one that is not longer than zero.</exception>
    public Cycle(IEnumerable<Segment> segments)
        : this(segments.ToArray()) { }

    /// <summary>A cycle of segments that nobody else holds.</summary>
    private Cycle(Segment[] segments)
    {
        this.segments = segments;
        if (this.segments.Length == 0)
        {
            throw new ArgumentException("A cycle needs at least one segment.", nameof(segments));
        }

        starts = new Duration[this.segments.Length];
        before = new Volume[this.segments.Length];
        var position = Duration.Zero;
        var volume = Volume.Zero;
        for (var i = 0; i < this.segments.Length; i++)
        {
            if (this.segments[i].Length <= Duration.Zero)
            {
                throw new ArgumentException("Each segment of a cycle must be longer than zero.", nameof(segments));
            }

            starts[i] = position;
            before[i] = volume;
            position += this.segments[i].Length;
            volume += this.segments[i].Rate * this.segments[i].Length;
        }

        Length = position;
        Total = volume;
    }

    /// <summary>The segments of one turn, in order.</summary>
    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>How long one turn takes.</summary>
    public Duration Length { get; }

    /// <summary>The volume of one turn.</summary>
    public Volume Total { get; }

    /// <summary>The mean flow over whole turns; may round in the 28th digit.</summary>
    public FlowRate Mean => segments.Length == 1 ? segments[0].Rate : Total / Length;

    /// <summary>A cycle of one constant flow.</summary>
    public static Cycle Constant(FlowRate rate) => Of([new Segment(Durations.OneDay, rate)]);

    /// <summary>A cycle of an array that the caller gives away.</summary>
    internal static Cycle Of(Segment[] segments) => new(segments);

    /// <summary>The flow at a position.</summary>
    /// <param name="position">Elapsed since the start of the cycle; not negative.</param>
    public FlowRate At(Duration position) => segments[Index(WithinTurn(position))].Rate;

    /// <summary>The volume delivered from the start of the cycle until <paramref name="position"/>.</summary>
    /// <param name="position">Not negative.</param>
    public Volume Until(Duration position)
    {
        var turns = Turns(position);
        var within = position - (Length * turns);
        var index = Index(within);
        return (Total * turns) + before[index] + (segments[index].Rate * (within - starts[index]));
    }

    /// <summary>The volume delivered in a window.</summary>
    /// <param name="from">Start of the window, elapsed since the start of the cycle; not negative.</param>
    /// <param name="length">Not negative.</param>
    public Volume During(Duration from, Duration length)
    {
        var start = WithinTurn(from);
        var first = Until(start);
        var last = Until(start + length);

        // Where nothing flows, the two may differ in their last digit, either way.
        return last > first ? last - first : Volume.Zero;
    }

    /// <summary>
    /// How long a volume lasts from a position on: the first moment by which it has flowed, rounded to the nanosecond; <see langword="null"/> if beyond a hundred years.
    /// </summary>
    /// <param name="volume">What is to be delivered.</param>
    /// <param name="from">Elapsed since the start of the cycle; not negative.</param>
    public Duration? TimeFor(Volume volume, Duration from)
    {
        if (segments.Length == 1)
        {
            return segments[0].Rate.TimeFor(volume);
        }

        if (Total == Volume.Zero || volume / Total * Length.InDays() > Durations.Longest.InDays())
        {
            return null;
        }

        if (volume == Volume.Zero)
        {
            return Duration.Zero;
        }

        // What roundings in the last digits leave over is nothing: it must not put the end off until after a pause.
        var nothing = LastDigits.Of(volume);

        // Whole turns are worth the same from any position on. The last one is walked: it may end with a pause, and the volume has flowed before it.
        var turns = decimal.ToInt64(decimal.Floor(volume / Total));
        if (turns > 0 && (Total * turns) + nothing >= volume)
        {
            turns--;
        }

        var whole = Total * turns;

        // The last digit of the quotient may have rounded up to the next whole turn: then nothing is left.
        var left = whole < volume ? volume - whole : Volume.Zero;
        var elapsed = Length * turns;
        var start = WithinTurn(from);
        var index = Index(start);
        var within = start - starts[index];
        while (true)
        {
            var segment = segments[index];
            var rest = segment.Length - within;
            var held = segment.Rate * rest;
            if (left <= held + nothing)
            {
                return elapsed + (left < held ? left / segment.Rate : rest);
            }

            left -= held;
            elapsed += rest;
            within = Duration.Zero;
            index = (index + 1) % segments.Length;
        }
    }

    /// <summary>
    /// The largest volume in any window of the given length, wherever it starts: every sliding window, not only those that begin at midnight (HZ-43).
    /// </summary>
    /// <param name="window">Not negative.</param>
    public Volume Most(Duration window)
    {
        if (segments.Length == 1)
        {
            return segments[0].Rate * window;
        }

        // What a window holds is piecewise linear in its start, so its maximum lies where the window's start or end meets a change of rate.
        var turns = Turns(window);
        var part = window - (Length * turns);
        var most = Volume.Zero;
        foreach (var change in starts)
        {
            var fromChange = During(change, part);
            var toChange = During(change >= part ? change - part : change + Length - part, part);
            most = fromChange > most ? fromChange : most;
            most = toChange > most ? toChange : most;
        }

        return (Total * turns) + most;
    }

    /// <summary>The same cycle with a constant flow added throughout.</summary>
    public Cycle Plus(FlowRate added) => With(rate => rate + added);

    /// <summary>The same cycle with other flows.</summary>
    /// <param name="change">The new flow for each of its flows.</param>
    public Cycle With(Func<FlowRate, FlowRate> change)
    {
        var changed = new Segment[segments.Length];
        for (var i = 0; i < changed.Length; i++)
        {
            changed[i] = segments[i] with { Rate = change(segments[i].Rate) };
        }

        return Of(changed);
    }

    private long Turns(Duration position) => position.ToInt64Nanoseconds() / Length.ToInt64Nanoseconds();

    private Duration WithinTurn(Duration position) => position - (Length * Turns(position));

    /// <summary>The segment that is running: the last that starts no later.</summary>
    private int Index(Duration within)
    {
        var (first, last) = (0, starts.Length - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            (first, last) = starts[middle] <= within ? (middle, last) : (first, middle - 1);
        }

        return first;
    }
}
