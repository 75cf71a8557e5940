using NodaTime;

namespace Neuraxial;

/// <summary>A daily dose that a titration runs into.</summary>
/// <param name="IsHard">Whether it ends the titration; otherwise it asks for a reason.</param>
/// <param name="Dose">The limit on the dose in any 24 hours, demand boluses counted.</param>
/// <param name="Rate">The flow at which the programmed dose and all demand boluses come to it; <see langword="null"/> where the boluses alone pass it.</param>
/// <param name="PumpGives">Whether the pump's highest flow reaches that; <see langword="null"/> if not known or there is no such flow.</param>
/// <param name="Rule">Identifier of the limit.</param>
/// <param name="Why">Why there is such a limit.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record DoseCeiling(bool IsHard, DoseRate Dose, FlowRate? Rate, bool? PumpGives, string Rule, string Why, Provenance Provenance);

/// <summary>One step of a titration, worked out from the step before.</summary>
/// <param name="Number">1 for the next one.</param>
/// <param name="NotBefore">The earliest moment; <see langword="null"/> where no time between steps is on file.</param>
/// <param name="Low">The daily dose after the smallest steps.</param>
/// <param name="High">The daily dose after the largest steps, held to the first hard limit.</param>
/// <param name="Meets">Every limit that <paramref name="High"/> reaches or passes.</param>
public sealed record TitrationStep(int Number, Instant? NotBefore, DoseRate Low, DoseRate High, IReadOnlyList<DoseCeiling> Meets)
{
    /// <summary>The flow for <see cref="Low"/> at the present concentration; <see langword="null"/> for a pump with a built-in flow.</summary>
    public FlowRate? LowRate { get; init; }

    /// <summary>The flow for <see cref="High"/>.</summary>
    public FlowRate? HighRate { get; init; }

    /// <summary>The concentration for <see cref="Low"/> where the flow is built in; <see langword="null"/> elsewhere.</summary>
    public Concentration? LowConcentration { get; init; }

    /// <summary>The concentration for <see cref="High"/> where the flow is built in.</summary>
    public Concentration? HighConcentration { get; init; }
}

/// <summary>One published way to change the dose of a drug.</summary>
/// <param name="By">Whose it is: a label, practice, a chart.</param>
/// <param name="Patients">For whom; <see langword="null"/> for all.</param>
/// <param name="Phase">When, as the formulary's word; <see langword="null"/> for the ordinary step.</param>
/// <param name="Change">By how much, as it is printed.</param>
/// <param name="Interval">The shortest time between two steps; <see langword="null"/> if not on file.</param>
/// <param name="Advised">A longer time that is advised; <see langword="null"/> if none is.</param>
/// <param name="Provenance">Where the step comes from.</param>
/// <param name="Note">What else a reader must know; <see langword="null"/> if nothing.</param>
/// <param name="Steps">The next steps; empty where nothing can be worked out.</param>
public sealed record TitrationOption(
    string By,
    string? Patients,
    string? Phase,
    string Change,
    Duration? Interval,
    Duration? Advised,
    Provenance Provenance,
    string? Note,
    IReadOnlyList<TitrationStep> Steps
)
{
    /// <summary>Whether it lowers the dose.</summary>
    public bool IsReduction => Phase is "side-effects";
}

/// <summary>A published start dose.</summary>
/// <param name="By">Whose it is.</param>
/// <param name="Patients">For whom; <see langword="null"/> for all.</param>
/// <param name="Low">The lower end; <see langword="null"/> where the source gives an upper end or words.</param>
/// <param name="High">The upper end; <see langword="null"/> where the source gives words.</param>
/// <param name="Text">As it is printed.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record PublishedStart(string By, string? Patients, DoseRate? Low, DoseRate? High, string Text, Provenance Provenance);

/// <summary>What must be waited for before a step.</summary>
/// <param name="What">In words.</param>
/// <param name="Until">Until when; <see langword="null"/> where that is not known.</param>
/// <param name="Provenance">Where it comes from; <see langword="null"/> for the arithmetic of the fluid path.</param>
public sealed record TitrationWait(string What, Instant? Until, Provenance? Provenance);

/// <summary>The next steps of one drug of the infusate within labels and consensus, what they run into, what must be waited for and what to watch.</summary>
/// <remarks>Every published way stands beside the others. It is arithmetic to decide with, and no dose to give.</remarks>
public sealed record Titration
{
    /// <summary>The drug.</summary>
    public required Drug Drug { get; init; }

    /// <summary>Its programmed daily dose, without demand boluses.</summary>
    public required DoseRate Now { get; init; }

    /// <summary>Since when the patient gets it; <see langword="null"/> if not known.</summary>
    public required Instant? Since { get; init; }

    /// <summary>Published start doses; empty where the drug is not new.</summary>
    public required IReadOnlyList<PublishedStart> Starts { get; init; }

    /// <summary>Every published way to change the dose; empty if none is on file.</summary>
    public required IReadOnlyList<TitrationOption> Options { get; init; }

    /// <summary>The limits ahead, the lowest first; empty if none is on file.</summary>
    public required IReadOnlyList<DoseCeiling> Ceilings { get; init; }

    /// <summary>The drug of the mixture whose largest step is the smallest, since one rate moves them all; <see langword="null"/> for a single drug or where a step is not on file.</summary>
    public required Drug? Narrowest { get; init; }

    /// <summary>The largest step of <see cref="Narrowest"/>, in per cent.</summary>
    public required decimal? NarrowestPercent { get; init; }

    /// <summary>What must be waited for.</summary>
    public required IReadOnlyList<TitrationWait> Waits { get; init; }

    /// <summary>What to watch.</summary>
    public required IReadOnlyList<Figure> Watch { get; init; }

    /// <summary>At what to stop.</summary>
    public required IReadOnlyList<ObservationTrigger> StopRules { get; init; }

    /// <summary>What happens if it stops at once.</summary>
    public required IReadOnlyList<Figure> Withdrawal { get; init; }

    /// <summary>How it is stopped on purpose.</summary>
    public required IReadOnlyList<Figure> PlannedStop { get; init; }
}
