namespace Neuraxial;

/// <summary>The kinds of finding that a plan can hold. To add one, add it here; a test holds the codes unique and their hazards real.</summary>
public static partial class FindingKinds
{
    /// <summary>A result rests on a figure that nobody has checked against a source.</summary>
    public static readonly FindingKind FigureUnverified = new("figure-unverified", "a result rests on a figure that is recalled or assumed", "HZ-59")
    {
        Advice = "Look the figure up in the source that your service trusts, and put it into your service's own formulary with its source.",
    };

    /// <summary>No set of limits is known for this route, indication and pump.</summary>
    public static readonly FindingKind ProfileUnknown = new(
        "profile-unknown",
        "no set of limits is known for this combination of route, indication and pump"
    )
    {
        Advice = "Check the prescription against your service's own limits: none here applies.",
    };

    /// <summary>What is left in the container weakens or strengthens the new mixture.</summary>
    public static readonly FindingKind ReservoirMixed = new(
        "reservoir-mixed",
        "what cannot be withdrawn from the container mixes with the new infusate",
        "HZ-12",
        "HZ-15"
    )
    {
        Advice = "Have the difference checked: the first days run at the blended concentration.",
    };

    /// <summary>The old program is not known, so that nothing can be compared.</summary>
    public static readonly FindingKind PreviousProgramUnknown = new(
        "previous-program-unknown",
        "the old program is not known: old and new dose cannot be compared",
        "HZ-06"
    )
    {
        Advice = "State the previous program, so that old and new dose stand side by side.",
    };

    /// <summary>Nothing is known of how long the mixture is stable.</summary>
    public static readonly FindingKind StabilityUnknown = new(
        "stability-unknown",
        "nothing is known of how long this mixture is stable here",
        "HZ-19"
    )
    {
        Advice = "Ask the pharmacist how long this mixture may stay in this container; the service's own limit alone sets the date.",
    };

    /// <summary>The source of the stability time does not state the concentrations.</summary>
    public static readonly FindingKind StabilityUnstated = new(
        "stability-unstated",
        "the source of the stability time states no concentrations",
        "HZ-19"
    )
    {
        Advice = "Ask the pharmacist whether the study covers these concentrations.",
    };

    /// <summary>Other evidence speaks against the stability time.</summary>
    public static readonly FindingKind StabilityContradicted = new(
        "stability-contradicted",
        "another study of these drugs found degradation or a precipitate",
        "HZ-19"
    )
    {
        Advice = "Ask the pharmacist which of the studies applies here.",
    };

    /// <summary>The low-reservoir volume is not known.</summary>
    public static readonly FindingKind LowReservoirUnknown = new("low-reservoir-unknown", "at what volume the pump warns is not known", "HZ-38")
    {
        Advice = "State at what volume the pump warns.",
    };

    /// <summary>The low-reservoir volume is below what is advised for baclofen.</summary>
    public static readonly FindingKind LowReservoirBaclofen = new(
        "low-reservoir-baclofen",
        "the low-reservoir volume is below what is advised for baclofen",
        "HZ-38"
    )
    {
        Advice = "Set the volume at which the pump warns to the one advised, or say why not.",
    };

    /// <summary>How many demand boluses are used is not known.</summary>
    public static readonly FindingKind ExpectedUseUnknown = new(
        "expected-use-unknown",
        "how many demand boluses are used is not known, nor therefore the expected dates",
        "HZ-38"
    )
    {
        Advice = "State how many demand boluses a day are expected; until then the dates are those of the greatest use.",
    };

    /// <summary>Summer time begins or ends before the refill, and the pump's clock does not follow.</summary>
    public static readonly FindingKind ClockShifts = new(
        "clock-shifts",
        "summer time begins or ends before the refill and the pump's clock stays",
        "HZ-49"
    )
    {
        Advice = "Say who sets the pump's clock, and when, or that it stays.",
    };

    /// <summary>The measured residual is not what the program leaves.</summary>
    public static readonly FindingKind ResidualDiscrepancy = new(
        "residual-discrepancy",
        "the measured residual differs from the expected one",
        "HZ-33",
        "HZ-34",
        "HZ-27"
    )
    {
        Advice = "Measure again; then have pump and catheter looked at before the program is taken up.",
    };

    /// <summary>What was expected to be left cannot be told.</summary>
    public static readonly FindingKind ResidualUnknown = new("residual-unknown", "the expected residual cannot be told from the file", "HZ-33")
    {
        Advice = "State the previous program, fill and time.",
    };

    /// <summary>The new program is a multiple of the old one.</summary>
    public static readonly FindingKind DoseChanged = new(
        "dose-changed",
        "the daily dose changed by a factor of two or more",
        "HZ-01",
        "HZ-04",
        "HZ-06"
    )
    {
        Advice = "Check unit, decimal place and time base against the prescription; then say why the dose changes so much.",
    };
}
