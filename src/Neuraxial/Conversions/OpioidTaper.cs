using NodaTime;

namespace Neuraxial;

/// <summary>One day of a taper.</summary>
/// <param name="Day">Counted from the day on which the new infusate reaches the patient.</param>
/// <param name="At">When; <see langword="null"/> where that day is not known.</param>
/// <param name="Low">What is left if each cut is the largest that is published.</param>
/// <param name="High">What is left if each cut is the smallest.</param>
public sealed record TaperDay(int Day, Instant? At, DoseRate Low, DoseRate High);

/// <summary>
/// How the systemic opioid can be withdrawn while the spinal one takes over: the published options worked out day by day, each day a band. By response: the table says
/// what the options come to, not what to give.
/// </summary>
/// <param name="Given">The daily dose before.</param>
/// <param name="FirstDay">The rule for day 0.</param>
/// <param name="Daily">The rule for each day after.</param>
/// <param name="Days">Day 0 and the seven after it, for the option that does not stop on day 0. A daily cut is read as a share of the day before.</param>
/// <param name="CanStop">Whether the rule for day 0 allows to stop there and then, the rescue dose kept.</param>
/// <param name="Statements">What else is published.</param>
/// <param name="StopRules">At what the taper pauses.</param>
public sealed record OpioidTaper(
    DoseRate Given,
    ConversionRule FirstDay,
    ConversionRule Daily,
    IReadOnlyList<TaperDay> Days,
    bool CanStop,
    IReadOnlyList<ConversionRule> Statements,
    IReadOnlyList<ConversionRule> StopRules
)
{
    private const int LastDay = 7;

    /// <summary>How a daily cut was read.</summary>
    public static string Reading => "each cut is a share of the dose of the day before; the source does not say of which";

    /// <summary>The taper of a dose; <see langword="null"/> if the formulary holds no rules for one.</summary>
    /// <param name="given">The daily dose before.</param>
    /// <param name="from">When the new infusate reaches the patient; <see langword="null"/> if not known.</param>
    /// <param name="indication">What the infusion is for.</param>
    /// <param name="formulary">Where the rules are.</param>
    internal static OpioidTaper? Of(DoseRate given, Instant? from, Indication indication, Formulary formulary)
    {
        var rules = formulary.ConversionRules.Where(rule => rule.IsFor(indication)).ToList();
        if (
            rules.Find(rule => rule.Use is "taper-first-day") is not { Percent: { } first } firstDay
            || rules.Find(rule => rule.Use is "taper-daily") is not { Percent: { } daily } perDay
        )
        {
            return null;
        }

        // The option that leaves something: the smallest cut of day 0.
        var (low, high) = (Less(given, first.Least), Less(given, first.Least));
        var days = new List<TaperDay>(LastDay + 1);
        for (var day = 0; day <= LastDay; day++)
        {
            days.Add(new TaperDay(day, from + Duration.FromDays(day), low, high));
            (low, high) = (Less(low, daily.Most), Less(high, daily.Least));
        }

        return new OpioidTaper(
            given,
            firstDay,
            perDay,
            days,
            first.Most == 100m,
            [.. rules.Where(rule => rule.Use is "taper-statement")],
            [.. rules.Where(rule => rule.Use is "taper-stop")]
        );
    }

    private static DoseRate Less(DoseRate dose, decimal percent) => dose * (100m - percent) / 100m;
}
