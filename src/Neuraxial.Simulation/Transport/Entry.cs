namespace Neuraxial.Simulation;

/// <summary>By which way a drug is given.</summary>
public enum EntryRoute
{
    /// <summary>Into the spinal fluid.</summary>
    Intrathecal,

    /// <summary>Into the epidural space.</summary>
    Epidural,

    /// <summary>Into a vein.</summary>
    Intravenous,

    /// <summary>Into a muscle.</summary>
    Intramuscular,

    /// <summary>Into the ventricles of the brain.</summary>
    Intracerebroventricular,
}

/// <summary>A way in: the route, where along the canal, and in which volume. What is given by one way enters the system in the same shares, whatever its rate.</summary>
/// <param name="Route">The route.</param>
/// <param name="Place">Where along the canal; <see langword="null"/> for a route that has no place there.</param>
/// <param name="Volume">
/// What a bolus is given in, or an infusion in an hour, which decides how far it spreads at once; <see langword="null"/> for a pump's infusion, which enters at the tip.
/// </param>
public sealed record Entry(EntryRoute Route, Place? Place, Volume? Volume)
{
    /// <summary>Whether it is injected, with a jet that mixes, or seeps in.</summary>
    public Pace Pace { get; init; }
}

/// <summary>How fast something is given.</summary>
public enum Pace
{
    /// <summary>Injected within minutes.</summary>
    Injected,

    /// <summary>Infused over longer.</summary>
    Infused,
}
