namespace Neuraxial;

/// <summary>Differences of quantities that are quotients: a rounding in the 28th digit must not make them negative.</summary>
internal static class Remainder
{
    /// <summary>What is left of a volume when a part is taken; nothing if the part is all of it, or more by a rounding.</summary>
    public static Volume Without(this Volume all, Volume part) => all > part ? all - part : Volume.Zero;

    /// <summary>What is left of a mass when a part is taken; nothing if the part is all of it, or more by a rounding.</summary>
    public static Mass Without(this Mass all, Mass part) => all > part ? all - part : Mass.Zero;
}
