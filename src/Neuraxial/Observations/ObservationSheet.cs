using NodaTime;

namespace Neuraxial;

/// <summary>Collects what every regime asks for and makes rows of it.</summary>
internal sealed class ObservationSheet(Therapy therapy, IReadOnlyList<string> bedside, Formulary formulary)
{
    private readonly Dictionary<string, List<ObservationSpan>> timed = new(StringComparer.Ordinal);
    private readonly List<(string What, Regime Regime, RegimeStep Step, Instant? From, Instant? Until, string Why)> untimed = [];
    private readonly List<string> order = [];

    /// <summary>Adds a regime, counted from an occasion.</summary>
    public void Add(Regime regime, ObservedOccasion occasion)
    {
        var why = $"{regime.Setting}, {occasion.Why}{(occasion.From.Why is { Length: > 0 } from ? $", counted {from}" : "")}";
        var isDated = occasion.From.Why is not null;
        var begun = new Dictionary<string, Duration>(StringComparer.Ordinal);
        var at = isDated ? occasion.From.At : (Instant?)null;
        foreach (var step in regime.Steps)
        {
            foreach (var what in step.What.Count > 0 ? step.What : bedside)
            {
                Place(what, regime, step, begun, at, why);
            }

            // What comes after "until stable" has no date.
            at = step.Condition is null ? at : null;
        }

        if (regime.Steps.Count == 0)
        {
            var all = new RegimeStep([], null, null, null, regime.Text, regime.Provenance);
            untimed.Add(("clinical-state", regime, all, occasion.From.At, null, why));
            Remember("clinical-state");
        }
    }

    /// <summary>Every row, by observation in the order in which they were asked for, then by time.</summary>
    public IReadOnlyList<Observation> Rows()
    {
        var rows = new List<Observation>();
        foreach (var what in order)
        {
            var triggers = Triggers(what);
            foreach (var (from, until, every, by) in ObservationMerging.Merge(timed.GetValueOrDefault(what, [])))
            {
                rows.Add(
                    new Observation(what, every, from, until)
                    {
                        Why = string.Join("; ", by.Select(span => span.Why).Distinct(StringComparer.Ordinal)),
                        Provenance =
                        [
                            .. by.Select(span => span.Step.Provenance).DistinctBy(provenance => provenance.ToString(), StringComparer.Ordinal),
                        ],
                        Triggers = triggers,
                        Text = by.Select(span => span.Step.Text).FirstOrDefault(text => text is not null),
                    }
                );
            }

            rows.AddRange(Untimed(what, rows.Exists(row => row.What == what), triggers));
        }

        return rows;
    }

    /// <summary>Rows without an interval or a date. One that gives neither an interval nor an end says nothing beside another of the same observation.</summary>
    private IEnumerable<Observation> Untimed(string what, bool isTimed, IReadOnlyList<ObservationTrigger> triggers)
    {
        var all = untimed.Where(one => one.What == what).ToList();
        var telling = all.Where(one => one.Step.Every is not null || one.Until is not null || one.Step.Until is not null).ToList();
        foreach (var one in telling.Count > 0 || isTimed ? telling : all)
        {
            yield return new Observation(what, one.Step.Every, one.From, one.Until)
            {
                Condition = one.Step.Condition,
                Lasts = one.Until is null ? one.Step.Until : null,
                Text = one.Step.Text,
                Why = one.Why,
                Provenance = [one.Step.Provenance],
                Triggers = triggers,
            };
        }
    }

    private void Place(string what, Regime regime, RegimeStep step, Dictionary<string, Duration> begun, Instant? at, string why)
    {
        Remember(what);
        var from = begun.GetValueOrDefault(what, Duration.Zero);
        if (step.Condition is not null || at is null)
        {
            // A condition has no date at which it ends, and a bolus that the patient asks for none at which it begins.
            untimed.Add((what, regime, step, at + from, null, why));
            return;
        }

        var until = at + step.Until;
        if (step.Every is { } every)
        {
            timed.TryAdd(what, []);
            timed[what].Add(new ObservationSpan(at.Value + from, until, every, regime, step, why));
        }
        else
        {
            untimed.Add((what, regime, step, at + from, until, why));
        }

        begun[what] = step.Until ?? from;
    }

    private void Remember(string what)
    {
        if (!order.Contains(what, StringComparer.Ordinal))
        {
            order.Add(what);
        }
    }

    private List<ObservationTrigger> Triggers(string what) =>
        [.. formulary.Triggers.Where(trigger => trigger.What == what && therapy.Infusate.Drugs.Any(part => trigger.IsFor(part.Drug, therapy.Route)))];
}
