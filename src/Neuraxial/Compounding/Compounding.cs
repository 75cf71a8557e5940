namespace Neuraxial;

/// <summary>How the mixture of a therapy is made, what an assay of it found, and what binds where it cannot be made.</summary>
public sealed record Compounding
{
    /// <summary>What is made: the fill, what is made beyond it, and what stays behind in set and filter.</summary>
    public required Volume Total { get; init; }

    /// <summary>How it is made; <see langword="null"/> if it cannot be.</summary>
    public required Worksheet? Worksheet { get; init; }

    /// <summary>Why it cannot be made; <see langword="null"/> if it can.</summary>
    public required CannotBeMade? Cannot { get; init; }

    /// <summary>The alternative that allows for what stays in the container; <see langword="null"/> if there is no need or no such mixture.</summary>
    public required CompensatedMixture? Compensated { get; init; }

    /// <summary>Why no mixture gives the prescribed concentrations in the container; <see langword="null"/> if one does or there is no need.</summary>
    public required string? NotCompensated { get; init; }

    /// <summary>What an assay found, in the order of the mixture; empty if nothing was measured.</summary>
    public required IReadOnlyList<AssayedDrug> Assay { get; init; }
}
