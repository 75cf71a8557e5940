using NodaTime;

namespace Neuraxial;

/// <summary>What follows from what is known of a patient.</summary>
internal static class Patients
{
    /// <summary>The patient's age in whole years on the day of the fill; <see langword="null"/> if the date of birth is not known.</summary>
    public static int? Age(Therapy therapy) =>
        therapy.Patient?.BirthDate is { } birth ? Period.Between(birth, therapy.Fill.At.Date, PeriodUnits.Years).Years : null;

    /// <summary>Whether the patient is younger than so many years on the day of the fill; <see langword="null"/> if the date of birth is not known.</summary>
    public static bool? IsUnder(int years, Therapy therapy) => Age(therapy) is { } age ? age < years : null;
}
