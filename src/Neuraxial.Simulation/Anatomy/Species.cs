namespace Neuraxial.Simulation;

/// <summary>Whose spine it is. What was found in one species is never used for another: a pig's fluid mixes ten to a hundred times less than a human's.</summary>
public enum Species
{
    /// <summary>A human adult.</summary>
    Human,

    /// <summary>A pig.</summary>
    Pig,

    /// <summary>A dog.</summary>
    Dog,
}
