namespace Neuraxial;

/// <summary>
/// What quotients leave in the last of a decimal's 28 digits, and what nothing may be decided by: 2 mL and 17.000000000000000000000000001 mL are within 19 mL.
/// </summary>
internal static class LastDigits
{
    /// <summary>The share of an amount that is nothing.</summary>
    private const decimal Share = 1e-24m;

    /// <summary>So much of a volume as is nothing.</summary>
    public static Volume Of(Volume volume) => volume * Share;

    /// <summary>Whether a volume is more than another.</summary>
    public static bool IsMore(Volume one, Volume other) => one > other + (other * Share);

    /// <summary>Whether a mass is more than another.</summary>
    public static bool IsMore(Mass one, Mass other) => one > other + (other * Share);
}
