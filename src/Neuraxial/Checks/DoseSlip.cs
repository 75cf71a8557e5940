namespace Neuraxial;

/// <summary>
/// Names the slip that a factor between two doses looks like: of a decimal point, of mg and microgram, of an hour and a day (HZ-01, HZ-04), of minutes and
/// hours (HZ-06: seven serious injuries and two deaths by 2004 with intervals typed in minutes).
/// </summary>
internal static class DoseSlip
{
    /// <summary>What slip makes a dose so many times as large, in a sentence that begins with a space; empty if none that is known.</summary>
    /// <param name="factor">Larger ÷ smaller; at least 1.</param>
    public static string Of(decimal factor) =>
        factor switch
        {
            >= 900m and <= 1_100m => " That is the factor between microgram and mg.",
            >= 90m and <= 110m => " That is the factor of a decimal point misplaced by two.",
            >= 57m and <= 63m => " That is the factor between hours and the same number of minutes.",
            >= 22.8m and <= 25.2m => " That is the factor between a dose per hour and the same number per day.",
            >= 9m and <= 11m => " That is the factor of a misplaced decimal point.",
            _ => "",
        };

    /// <summary>The same for how long a container lasts against how long it should.</summary>
    /// <param name="factor">Ordered ÷ real duration.</param>
    public static string OfTime(decimal factor) => Of(factor >= 1m ? factor : 1m / factor);
}
