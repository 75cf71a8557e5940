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

/// <summary>Lays the stretches of several regimes over one another.</summary>
internal static class ObservationMerging
{
    /// <summary>
    /// At each moment the shortest interval that any of the stretches asks for, so that no regime is kept less strictly than it is written. Neighbours with the same interval
    /// and the same reasons are one.
    /// </summary>
    public static IReadOnlyList<(Instant From, Instant? Until, Duration Every, IReadOnlyList<ObservationSpan> By)> Merge(
        IReadOnlyList<ObservationSpan> spans
    )
    {
        var changes = spans
            .Select(span => span.From)
            .Concat(spans.Where(span => span.Until is not null).Select(span => span.Until!.Value))
            .Distinct()
            .Order()
            .ToList();
        var merged = new List<(Instant From, Instant? Until, Duration Every, IReadOnlyList<ObservationSpan> By)>();
        for (var i = 0; i < changes.Count; i++)
        {
            var from = changes[i];
            var until = i + 1 < changes.Count ? changes[i + 1] : (Instant?)null;
            var running = spans.Where(span => span.From <= from && (span.Until is not { } end || end > from)).ToList();
            if (running.Count == 0)
            {
                continue;
            }

            var every = running.Min(span => span.Every);
            var by = running.Where(span => span.Every == every).ToList();
            if (merged.Count > 0 && merged[^1] is var last && last.Until == from && last.Every == every && Same(last.By, by))
            {
                merged[^1] = last with { Until = until };
            }
            else
            {
                merged.Add((from, until, every, by));
            }
        }

        return merged;
    }

    private static bool Same(IReadOnlyList<ObservationSpan> one, List<ObservationSpan> other) =>
        one.Select(span => (span.Regime, span.Step)).SequenceEqual(other.Select(span => (span.Regime, span.Step)));
}
