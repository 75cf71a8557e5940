using NodaTime;

namespace Neuraxial;

/// <summary>One stretch of one regime for one observation.</summary>
/// <param name="From">From when.</param>
/// <param name="Until">Until when; <see langword="null"/> for ever.</param>
/// <param name="Every">How often; zero for continual.</param>
/// <param name="Regime">Which regime.</param>
/// <param name="Step">Which of its steps.</param>
/// <param name="Why">Why it applies.</param>
internal sealed record ObservationSpan(Instant From, Instant? Until, Duration Every, Regime Regime, RegimeStep Step, string Why);

/// <summary>A time in which one interval holds.</summary>
/// <param name="From">From when.</param>
/// <param name="Until">Until when; <see langword="null"/> for ever.</param>
/// <param name="Every">How often; zero for continual.</param>
/// <param name="By">Who asks for it.</param>
internal sealed record MergedSpan(Instant From, Instant? Until, Duration Every, IReadOnlyList<ObservationSpan> By);

/// <summary>Lays the stretches of several regimes over one another.</summary>
internal static class ObservationMerging
{
    /// <summary>
    /// At each moment the shortest interval that any of the stretches asks for, so that no regime is kept less strictly than it is written. Neighbours with the same interval
    /// and the same reasons are one.
    /// </summary>
    public static IReadOnlyList<MergedSpan> Merge(IReadOnlyList<ObservationSpan> spans)
    {
        var merged = new List<MergedSpan>();
        for (var from = First(spans); from is { } start; from = Next(spans, start))
        {
            var by = Closest(spans, start);
            if (by.Count == 0)
            {
                continue;
            }

            var every = by[0].Every;
            var until = Next(spans, start);
            if (merged.Count > 0 && merged[^1] is var last && last.Until == start && last.Every == every && Same(last.By, by))
            {
                merged[^1] = last with { Until = until, By = [.. last.By, .. by] };
            }
            else
            {
                merged.Add(new MergedSpan(start, until, every, by));
            }
        }

        return merged;
    }

    /// <summary>Of the stretches that run at a moment those with the shortest interval.</summary>
    private static List<ObservationSpan> Closest(IReadOnlyList<ObservationSpan> spans, Instant at)
    {
        var closest = new List<ObservationSpan>();
        foreach (var span in spans)
        {
            if (span.From > at || span.Until <= at || (closest.Count > 0 && span.Every > closest[0].Every))
            {
                continue;
            }

            if (closest.Count > 0 && span.Every < closest[0].Every)
            {
                closest.Clear();
            }

            closest.Add(span);
        }

        return closest;
    }

    private static Instant? First(IReadOnlyList<ObservationSpan> spans) => spans.Least(span => span.From)?.From;

    /// <summary>The next moment after one at which a stretch begins or ends; <see langword="null"/> if none does.</summary>
    private static Instant? Next(IReadOnlyList<ObservationSpan> spans, Instant after)
    {
        Instant? next = null;
        foreach (var span in spans)
        {
            if (span.From > after && (next is null || span.From < next))
            {
                next = span.From;
            }

            if (span.Until > after && (next is null || span.Until < next))
            {
                next = span.Until;
            }
        }

        return next;
    }

    /// <summary>Whether two stretches are asked for by the same steps, from whatever moment each is counted.</summary>
    private static bool Same(IReadOnlyList<ObservationSpan> one, List<ObservationSpan> other) => Holds(one, other) && Holds(other, one);

    private static bool Holds(IReadOnlyList<ObservationSpan> all, IReadOnlyList<ObservationSpan> some)
    {
        foreach (var span in some)
        {
            var found = false;
            for (var i = 0; i < all.Count && !found; i++)
            {
                found = ReferenceEquals(all[i].Step, span.Step);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }
}
