namespace Neuraxial.Simulation;

/// <summary>Where a concentration is looked at.</summary>
public enum SiteKind
{
    /// <summary>The spinal fluid at a level.</summary>
    Csf,

    /// <summary>The fluid of the cisterns and the posterior fossa.</summary>
    Cistern,

    /// <summary>A segment of the spinal cord.</summary>
    Cord,

    /// <summary>The epidural fluid at a level.</summary>
    Epidural,

    /// <summary>Blood plasma.</summary>
    Plasma,

    /// <summary>The effect site of the plasma.</summary>
    Effect,

    /// <summary>Brain tissue.</summary>
    Brain,

    /// <summary>The fluid over the convexity of the brain.</summary>
    Convexity,

    /// <summary>Not a concentration: the volume of fluid and roots from a level's upper end down to the end of the sac, mL, the same at any time.</summary>
    SacVolume,
}

/// <summary>Where a concentration is looked at, and where along the canal.</summary>
/// <param name="Kind">The compartment.</param>
/// <param name="Place">A vertebra or a distance; for the cord a segment; <see langword="null"/> where there is one for the whole body.</param>
public sealed record Site(SiteKind Kind, Place? Place = null);
