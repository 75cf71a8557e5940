namespace Neuraxial;

/// <summary>What changes for past therapies when a new formulary takes the place of the one in force.</summary>
public sealed record RehearsalResult
{
    /// <summary>The share of therapies above which a rule must be reviewed (hazards B6, item 8; derived there).</summary>
    public const decimal ReviewShare = 0.10m;

    /// <summary>The formulary in force.</summary>
    public required Formulary Before { get; init; }

    /// <summary>The new one.</summary>
    public required Formulary After { get; init; }

    /// <summary>How many therapies were replayed.</summary>
    public required int Therapies { get; init; }

    /// <summary>What could not be replayed, in the order in which it came.</summary>
    public required IReadOnlyList<UnusableTherapy> Unusable { get; init; }

    /// <summary>Stops of the new formulary that the one in force does not have.</summary>
    public required IReadOnlyList<RehearsedFinding> NewStops { get; init; }

    /// <summary>Stops of the formulary in force that the new one does not have.</summary>
    public required IReadOnlyList<RehearsedFinding> LostStops { get; init; }

    /// <summary>What must be confirmed under the new formulary and need not under the one in force.</summary>
    public required IReadOnlyList<RehearsedFinding> NewConfirms { get; init; }

    /// <summary>What must be confirmed under the formulary in force and need not under the new one.</summary>
    public required IReadOnlyList<RehearsedFinding> LostConfirms { get; init; }

    /// <summary>What the new formulary does not know and the one in force does, or does not ask.</summary>
    public required IReadOnlyList<RehearsedFinding> NewUnknowns { get; init; }

    /// <summary>What the formulary in force does not know and the new one does, or does not ask.</summary>
    public required IReadOnlyList<RehearsedFinding> LostUnknowns { get; init; }

    /// <summary>Every rule that spoke under either, by name.</summary>
    public required IReadOnlyList<RehearsedRule> Rules { get; init; }

    /// <summary>The load under the formulary in force.</summary>
    public required AlertLoad LoadBefore { get; init; }

    /// <summary>The load under the new one.</summary>
    public required AlertLoad LoadAfter { get; init; }

    /// <summary>Hard limits that the new formulary holds less firmly than the built-in data, and than the file in force.</summary>
    public required IReadOnlyList<RehearsedLoosening> Loosened { get; init; }

    /// <summary>Every row in which the two differ.</summary>
    public required IReadOnlyList<FormularyChange> Changes { get; init; }

    /// <summary>
    /// Whether the new file says that it replaces the one in force; <see langword="null"/> if it names none, or if no service's file is in force.
    /// </summary>
    public bool? SupersedesBase { get; init; }

    /// <summary>Whether a stop is lost: the one result that must not pass unseen.</summary>
    public bool LosesStops => LostStops.Count > 0;
}
