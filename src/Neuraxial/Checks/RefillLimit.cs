using NodaTime;

namespace Neuraxial;

/// <summary>The longest time between fills that a rule on one drug allows, whatever is known of the mixture's stability (R12).</summary>
internal static class RefillLimit
{
    /// <summary>The shorter of the time for which the mixture is stable and what the rules allow; <see langword="null"/> if neither says anything.</summary>
    /// <param name="stable">For how long the mixture is stable; <see langword="null"/> if not known.</param>
    /// <param name="facts">What decides which rules hold.</param>
    /// <param name="therapy">The therapy.</param>
    /// <param name="formulary">For the titles of sources.</param>
    /// <param name="findings">Says which rule brought the date forward.</param>
    public static Duration? Shorter(Duration? stable, LimitFacts facts, Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        var shortest = stable;
        (Limit Limit, Figure Bound, Duration Time)? by = null;
        foreach (var limit in facts.Limits.Where(limit => limit.Check == LimitCheck.RefillInterval && facts.Hold(limit) is not false))
        {
            if (
                !limit.IsLower
                && therapy.Infusate.Drugs.Any(part => limit.IsAbout(part.Drug.Id))
                && (limit.Hard ?? limit.Soft) is { } bound
                && bound.Duration() is { } time
                && (shortest is not { } least || time < least)
            )
            {
                shortest = time;
                by = (limit, bound, time);
            }
        }

        if (by is { } found)
        {
            findings.Add(
                FindingKinds.LimitRefillInterval.Warn(
                    "$.fill.at",
                    $"The container is emptied or refilled within {Display.Of(found.Time)} ({found.Limit.Id}, {found.Limit.Applies}){(stable is null ? "" : $", sooner than the {Display.Of(stable.Value)} for which the mixture is stable")}. {found.Limit.Why}"
                ) with
                {
                    Value = stable is { } known ? QuantityText.Write(known) : null,
                    Limit = found.Bound.ToString(),
                    Source = formulary.Cite(found.Bound.Provenance),
                    Rule = found.Limit.Id,
                    Hazards = found.Limit.Hazards,
                }
            );
        }

        return shortest;
    }
}
