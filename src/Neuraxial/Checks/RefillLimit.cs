using NodaTime;

namespace Neuraxial;

/// <summary>The longest time between fills that a rule on one drug allows, whatever is known of the mixture's stability (R12).</summary>
internal static class RefillLimit
{
    /// <summary>
    /// The time that may pass until the refill: that for which the mixture is stable, or where nothing is known of it, the shortest that a rule allows for one
    /// of its drugs.
    /// </summary>
    /// <remarks>A study of the very mixture says more of it than the label of one of its drugs alone; where the label is shorter, a person decides.</remarks>
    /// <param name="stable">For how long the mixture is stable; <see langword="null"/> if not known.</param>
    /// <param name="facts">What decides which rules hold.</param>
    /// <param name="therapy">The therapy.</param>
    /// <param name="formulary">For the titles of sources.</param>
    /// <param name="findings">Says which rule is shorter.</param>
    public static Duration? Of(Duration? stable, LimitFacts facts, Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        if (Shortest(facts, therapy) is not var (limit, bound, time) || time >= stable)
        {
            return stable;
        }

        var finding = stable is { } known
            ? FindingKinds.LimitRefillInterval.Confirm(
                "$.fill.at",
                $"The mixture is stable for {Display.Of(known)} by a study of it; {limit.Id} ({limit.Applies}) refills within {Display.Of(time)}. State by which the refill goes. {limit.Why}"
            )
            : FindingKinds.LimitRefillInterval.Warn(
                "$.fill.at",
                $"Nothing is known of how long this mixture is stable: {limit.Id} ({limit.Applies}) brings the refill forward to {Display.Of(time)} from the fill. {limit.Why}"
            );
        findings.Add(
            finding with
            {
                Value = stable is { } value ? QuantityText.Write(value) : null,
                Limit = bound.ToString(),
                Source = formulary.Cite(bound.Provenance),
                Rule = limit.Id,
                Hazards = limit.Hazards,
            }
        );
        return stable ?? time;
    }

    private static (Limit Limit, Figure Bound, Duration Time)? Shortest(LimitFacts facts, Therapy therapy)
    {
        (Limit Limit, Figure Bound, Duration Time)? shortest = null;
        foreach (var limit in facts.Limits.Where(limit => limit.Check == LimitCheck.RefillInterval && facts.Hold(limit) is not false))
        {
            if (
                !limit.IsLower
                && therapy.Infusate.Drugs.Any(part => limit.IsAbout(part.Drug.Id))
                && (limit.Hard ?? limit.Soft) is { } bound
                && bound.Duration() is { } time
                && (shortest is not var (_, _, least) || time < least)
            )
            {
                shortest = (limit, bound, time);
            }
        }

        return shortest;
    }
}
