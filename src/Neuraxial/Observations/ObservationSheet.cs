using NodaTime;

namespace Neuraxial;

/// <summary>Collects what every regime asks for and makes rows of it.</summary>
internal sealed class ObservationSheet(Therapy therapy, IReadOnlyList<string> bedside, Formulary formulary)
{
    private readonly Dictionary<string, List<ObservationSpan>> timed = new(StringComparer.Ordinal);
    private readonly List<Untimed> untimed = [];
    private readonly List<ObservationTrigger> signs =
    [
        .. formulary.Triggers.Where(trigger => therapy.Infusate.Drugs.Any(part => trigger.IsFor(part.Drug, therapy.Route))),
    ];
    private readonly List<string> order = [];

    /// <summary>Adds a regime, counted from an occasion.</summary>
    public void Add(Regime regime, ObservedOccasion occasion)
    {
        var why = $"{regime.Setting}, {occasion.Why}{(occasion.From.Why is { Length: > 0 } from ? $", counted {from}" : "")}";
        var isDated = occasion.From.Why is not null;
        var begun = new Dictionary<string, Reached>(StringComparer.Ordinal);
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
            untimed.Add(new Untimed("clinical-state", regime, regime.Whole, occasion.From.At, null, why));
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
            foreach (var span in ObservationMerging.Merge(timed.GetValueOrDefault(what, [])))
            {
                rows.Add(Row(what, span, triggers));
            }

            rows.AddRange(Others(what, rows.Exists(row => row.What == what), triggers));
        }

        return rows;
    }

    private static Observation Row(string what, MergedSpan span, IReadOnlyList<ObservationTrigger> triggers) =>
        new(what, span.Every, span.From, span.Until)
        {
            Why = string.Join("; ", span.By.Select(by => by.Why).Distinct(StringComparer.Ordinal)),
            Provenance = [.. span.By.Select(by => by.Step.Provenance).DistinctBy(provenance => provenance.ToString(), StringComparer.Ordinal)],
            Triggers = triggers,
            Text = span.By.Select(by => by.Step.Text).FirstOrDefault(text => text is not null),
        };

    /// <summary>Rows without an interval or a date. One that gives neither an interval nor an end says nothing beside another of the same observation.</summary>
    private IEnumerable<Observation> Others(string what, bool isTimed, IReadOnlyList<ObservationTrigger> triggers)
    {
        // Counted from two moments, one step is watched from the earlier until the later end.
        var all = untimed
            .Where(one => one.What == what)
            .GroupBy<Untimed, RegimeStep>(one => one.Step, ReferenceEqualityComparer.Instance)
            .Select(group =>
                group.First() with
                {
                    From = Earliest(group),
                    Until = Latest(group),
                    Why = string.Join("; ", group.Select(one => one.Why).Distinct(StringComparer.Ordinal)),
                }
            )
            .ToList();
        var isSaid = isTimed || all.Exists(one => one.Step.Every is not null);
        var telling = all.Where(one =>
                one.Step.Every is not null || one.Step.Until is not null || one.Until is not null || (one.Regime.NamesDrugs && !isSaid)
            )
            .ToList();
        foreach (var one in telling.Count > 0 || isSaid ? telling : all)
        {
            yield return new Observation(what, one.Step.Every, one.From, one.Until)
            {
                Condition = one.Step.Condition ?? (one.From is null ? "after each bolus" : null),
                Lasts = one.Until is null ? one.Step.Until : null,
                Text = one.Step.Text,
                Why = one.Why,
                Provenance = [one.Step.Provenance],
                Triggers = triggers,
            };
        }
    }

    /// <summary>The earliest moment from which any counts; <see langword="null"/> if none has one.</summary>
    private static Instant? Earliest(IEnumerable<Untimed> steps)
    {
        Instant? earliest = null;
        foreach (var step in steps)
        {
            earliest = earliest < step.From || step.From is null ? earliest : step.From;
        }

        return earliest;
    }

    /// <summary>The latest end; <see langword="null"/> if one has none.</summary>
    private static Instant? Latest(IEnumerable<Untimed> steps)
    {
        Instant? latest = null;
        foreach (var step in steps)
        {
            if (step.Until is null)
            {
                return null;
            }

            latest = latest > step.Until ? latest : step.Until;
        }

        return latest;
    }

    private void Place(string what, Regime regime, RegimeStep step, Dictionary<string, Reached> begun, Instant? at, string why)
    {
        Remember(what);
        var from = begun.GetValueOrDefault(what)?.After ?? Duration.Zero;
        if (step.Condition is not null || at is null)
        {
            // A condition has no date at which it ends, and a bolus that the patient asks for none at which it begins.
            untimed.Add(new Untimed(what, regime, step, at + from, null, why));
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
            untimed.Add(new Untimed(what, regime, step, at + from, until, why));
        }

        begun[what] = new Reached(step.Until ?? from);
    }

    private void Remember(string what)
    {
        if (!order.Contains(what, StringComparer.Ordinal))
        {
            order.Add(what);
        }
    }

    private List<ObservationTrigger> Triggers(string what) => signs.FindAll(trigger => trigger.What == what);

    /// <summary>Until when an observation is placed already, counted from the occasion.</summary>
    private sealed record Reached(Duration After);

    /// <summary>A step that has no interval, or no date.</summary>
    private sealed record Untimed(string What, Regime Regime, RegimeStep Step, Instant? From, Instant? Until, string Why);
}
