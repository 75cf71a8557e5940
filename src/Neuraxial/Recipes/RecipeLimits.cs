using NodaTime;

namespace Neuraxial;

/// <summary>One bound of the formulary on a recipe: for whom, how far, and what passing it means.</summary>
/// <param name="Id">The limit's identifier in the formulary.</param>
/// <param name="Check">What it is held against.</param>
/// <param name="IsLower">Whether it is a lowest value.</param>
/// <param name="Figure">The bound, with its provenance.</param>
/// <param name="Blocks">Whether no role may pass it; else it needs a reason.</param>
/// <param name="Undiluted">Whether it holds only for a marketed strength as it is, or only for anything else; <see langword="null"/> for both.</param>
internal sealed record RecipeLimit(string Id, LimitCheck Check, bool IsLower, Figure Figure, bool Blocks, bool? Undiluted)
{
    /// <summary>The bound as a strength; <see langword="null"/> if it is of another kind.</summary>
    public Concentration? Strength { get; private init; } = Figure.Quantity<Concentration>();

    /// <summary>The bound as a time; <see langword="null"/> if it is of another kind.</summary>
    public Duration? Time { get; } = Figure.Duration();

    /// <summary>The bound as a dose a day; <see langword="null"/> if it is of another kind.</summary>
    public DoseRate? Dose { get; } = Figure.Quantity<DoseRate>();

    /// <summary>The limit at another strength; <see langword="null"/> if it is left out.</summary>
    public RecipeLimit? At(Concentration? strength) => strength is { } moved ? this with { Strength = moved } : null;

    /// <summary>Whether a strength lies on the wrong side of it.</summary>
    public bool IsPassedBy(Concentration strength) => Strength is { } bound && (IsLower ? strength < bound : strength > bound);
}

/// <summary>The limits of the formulary that bear on a recipe: strengths, doses, times to the refill. Those that a plan would hold an answer to.</summary>
internal static class RecipeLimits
{
    private static readonly LimitCheck[] Checks =
    [
        LimitCheck.Concentration,
        LimitCheck.MinimumConcentration,
        LimitCheck.DailyDose,
        LimitCheck.HourlyDose,
        LimitCheck.StartDose,
        LimitCheck.RefillInterval,
    ];

    /// <summary>The limits of all drugs.</summary>
    /// <param name="template">The therapy that the answers have in common, its drugs without strengths that are marketed.</param>
    /// <param name="profile">The set of limits; <see langword="null"/> if none is known.</param>
    /// <param name="formulary">The data.</param>
    public static IReadOnlyList<(Limit Limit, bool? Undiluted)> Of(Therapy template, string? profile, Formulary formulary)
    {
        var diluted = Of(new LimitFacts(template, profile, formulary));
        if (Marketed(template, formulary) is not { } marketed)
        {
            return [.. diluted.Select(limit => (limit, (bool?)null))];
        }

        // A drug alone in a marketed strength is held to other times than its dilutions; which it is depends on the answer.
        var undiluted = Of(new LimitFacts(template with { Infusate = marketed }, profile, formulary));
        return
        [
            .. diluted.Select(limit => (limit, undiluted.Contains(limit) ? (bool?)null : false)),
            .. undiluted.Where(limit => !diluted.Contains(limit)).Select(limit => (limit, (bool?)true)),
        ];
    }

    /// <summary>The bounds of a limit that decide something: a soft one without an override is only shown.</summary>
    public static IEnumerable<RecipeLimit> Bounds(Limit limit, bool? undiluted)
    {
        if (limit.Hard is { } hard)
        {
            yield return new RecipeLimit(limit.Id, limit.Check, limit.IsLower, hard, limit.Override is null or LimitOverride.None, undiluted);
        }

        if (limit is { Soft: { } soft, Override: not null })
        {
            yield return new RecipeLimit(limit.Id, limit.Check, limit.IsLower, soft, Blocks: false, undiluted);
        }
    }

    private static List<Limit> Of(LimitFacts facts) =>
        [.. facts.Limits.Where(limit => Checks.Contains(limit.Check) && limit.Patients is null && limit.AtWeight is null)];

    private static Infusate? Marketed(Therapy template, Formulary formulary)
    {
        if (template.Infusate.Drugs is not [var only])
        {
            return null;
        }

        var strength = formulary
            .Rows("preparations")
            .Where(row => row.Rows("drugs") is [var held] && held.Text("drug") == only.Drug.Id)
            .Select(row => row.Rows("drugs")[0].Figure("strength")?.Quantity<Concentration>())
            .FirstOrDefault(strength => strength is not null);
        return strength is { } marketed ? template.Infusate with { Drugs = [only with { Concentration = marketed }] } : null;
    }
}
