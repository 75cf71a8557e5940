using NodaTime;

namespace Neuraxial;

/// <summary>Collects what every regime asks for and makes rows of it.</summary>
internal sealed class ObservationSheet(Therapy therapy, IReadOnlyList<string> bedside, Formulary formulary)
{
    private readonly List<ObservationTrigger> signs =
    [
        .. formulary.Triggers.Where(trigger => therapy.Infusate.Drugs.Any(part => trigger.IsFor(part.Drug, therapy.Route))),
    ];
    private readonly List<Asked> asked = [];

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
            For("clinical-state").Untimed.Add(new Untimed(regime, regime.Whole, occasion.From.At, null, why));
        }
    }

    /// <summary>Every row, by observation in the order in which they were asked for, then by time.</summary>
    public IReadOnlyList<Observation> Rows()
    {
        var rows = new List<Observation>();
        foreach (var one in asked)
        {
            var triggers = Triggers(one.What);
            var timed = ObservationMerging.Merge(one.Timed);
            foreach (var span in timed)
            {
                rows.Add(Row(one.What, span, triggers));
            }

            if (one.Untimed.Count > 0)
            {
                rows.AddRange(Others(one, timed.Count > 0, triggers));
            }
        }

        return rows;
    }

    private static Observation Row(string what, MergedSpan span, IReadOnlyList<ObservationTrigger> triggers) =>
        new(what, span.Every, span.From, span.Until)
        {
            Why = string.Join("; ", span.By.Select(by => by.Why).Distinct(StringComparer.Ordinal)),
            Provenance = [.. span.By.DistinctBy(by => by.Step.Cited, StringComparer.Ordinal).Select(by => by.Step.Provenance)],
            Triggers = triggers,
            Text = span.By.Select(by => by.Step.Text).FirstOrDefault(text => text is not null),
        };

    /// <summary>Rows without an interval or a date. One that gives neither an interval nor an end says nothing beside another of the same observation.</summary>
    private static IEnumerable<Observation> Others(Asked asked, bool isTimed, IReadOnlyList<ObservationTrigger> triggers)
    {
        // Counted from two moments, one step is watched from the earlier until the later end.
        var all = asked
            .Untimed.GroupBy<Untimed, RegimeStep>(one => one.Step, ReferenceEqualityComparer.Instance)
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
            yield return new Observation(asked.What, one.Step.Every, one.From, one.Until)
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
        var observation = For(what);
        var from = begun.GetValueOrDefault(what)?.After ?? Duration.Zero;
        if (step.Condition is not null || at is null)
        {
            // A condition has no date at which it ends, and a bolus that the patient asks for none at which it begins.
            observation.Untimed.Add(new Untimed(regime, step, at + from, null, why));
            return;
        }

        var until = at + step.Until;
        if (step.Every is { } every)
        {
            observation.Timed.Add(new ObservationSpan(at.Value + from, until, every, regime, step, why));
        }
        else
        {
            observation.Untimed.Add(new Untimed(regime, step, at + from, until, why));
        }

        begun[what] = new Reached(step.Until ?? from);
    }

    /// <summary>What is asked for of an observation; the first to ask gives it its place among the others.</summary>
    private Asked For(string what)
    {
        if (asked.Find(one => one.What == what) is { } known)
        {
            return known;
        }

        var first = new Asked(what);
        asked.Add(first);
        return first;
    }

    private List<ObservationTrigger> Triggers(string what) => signs.FindAll(trigger => trigger.What == what);

    /// <summary>Until when an observation is placed already, counted from the occasion.</summary>
    private sealed record Reached(Duration After);

    /// <summary>Everything that is asked for of one observation.</summary>
    private sealed class Asked(string what)
    {
        public string What => what;

        public List<ObservationSpan> Timed { get; } = [];

        public List<Untimed> Untimed { get; } = [];
    }

    /// <summary>A step that has no interval, or no date.</summary>
    private sealed record Untimed(Regime Regime, RegimeStep Step, Instant? From, Instant? Until, string Why);
}
