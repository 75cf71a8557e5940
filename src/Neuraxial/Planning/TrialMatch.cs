using NodaTime;

namespace Neuraxial;

/// <summary>A periodic program that repeats a trial bolus as often as its relief wore off: a starting point to discuss, no dose to give.</summary>
/// <param name="Program">The periodic program.</param>
/// <param name="Dose">The dose a day that it comes to.</param>
/// <param name="PerDay">How many boluses a day.</param>
public sealed record TrialMatch(PeriodicProgram Program, DoseRate Dose, decimal PerDay)
{
    /// <summary>Matches a trial.</summary>
    /// <param name="bolus">The trial bolus that gave relief.</param>
    /// <param name="relief">How long the relief lasted; at least <paramref name="over"/>.</param>
    /// <param name="concentration">Of the infusate in the pump; more than zero.</param>
    /// <param name="over">Over what time the pump shall give each bolus; more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bolus takes longer than its relief.</exception>
    public static TrialMatch Of(Mass bolus, Duration relief, Concentration concentration, Duration over)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(over, relief);
        return new TrialMatch(new PeriodicProgram(bolus / concentration, over, relief, FlowRate.Zero), bolus / relief, Durations.OneDay.Over(relief));
    }
}
