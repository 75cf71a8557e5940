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
            var running = spans.Where(span => span.From <= start && (span.Until is not { } end || end > start)).ToList();
            if (running.Count == 0)
            {
                continue;
            }

            var every = running.Least(span => span.Every)!.Every;
            var by = running.Where(span => span.Every == every).ToList();
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
    private static bool Same(IReadOnlyList<ObservationSpan> one, List<ObservationSpan> other) =>
        one.Select(span => span.Step).ToHashSet<RegimeStep>(ReferenceEqualityComparer.Instance).SetEquals(other.Select(span => span.Step));
}
