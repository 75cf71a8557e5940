namespace Neuraxial;

/// <summary>The kinds of finding that a plan can hold. To add one, add it here; a test holds the codes unique and their hazards real.</summary>
public static partial class FindingKinds
{
    /// <summary>A result rests on a figure that nobody has checked against a source.</summary>
    public static readonly FindingKind FigureUnverified = new("figure-unverified", "a result rests on a figure that is recalled or assumed", "HZ-59");

    /// <summary>No set of limits is known for this route, indication and pump.</summary>
    public static readonly FindingKind ProfileUnknown = new(
        "profile-unknown",
        "no set of limits is known for this combination of route, indication and pump"
    );

    /// <summary>The pump's rate is a length per time.</summary>
    public static readonly FindingKind PumpSetInMillimetres = new(
        "pump-set-in-millimetres",
        "the pump's rate is a length per time",
        "HZ-05",
        "HZ-04"
    );

    /// <summary>The pump has no such mode.</summary>
    public static readonly FindingKind PumpModeUnsupported = new("pump-mode-unsupported", "the pump cannot run this mode", "HZ-06");

    /// <summary>Whether the pump has the mode is not known.</summary>
    public static readonly FindingKind PumpModeUnknown = new("pump-mode-unknown", "whether the pump can run this mode is not known");

    /// <summary>A flow is outside what the pump can give.</summary>
    public static readonly FindingKind PumpFlowOutOfRange = new(
        "pump-flow-out-of-range",
        "a flow is below the lowest or above the highest of the pump",
        "HZ-09"
    );

    /// <summary>The pump's lowest or highest flow is not known.</summary>
    public static readonly FindingKind PumpFlowUnknown = new("pump-flow-unknown", "the pump's lowest or highest flow is not known");

    /// <summary>More steps a day than the pump takes.</summary>
    public static readonly FindingKind PumpTooManySteps = new("pump-too-many-steps", "more steps a day than the pump takes", "HZ-06");

    /// <summary>A demand bolus is outside what the pump can give.</summary>
    public static readonly FindingKind PumpDemandOutOfRange = new(
        "pump-demand-out-of-range",
        "dose, duration or lockout of the demand bolus is outside the pump's range",
        "HZ-43"
    );

    /// <summary>The pump's patient controller must not be used with this drug.</summary>
    public static readonly FindingKind PumpDemandNotForDrug = new(
        "pump-demand-not-for-drug",
        "the pump's patient controller must not be used with a drug of the mixture",
        "HZ-18"
    );

    /// <summary>From when the pump counts the lockout is not known.</summary>
    public static readonly FindingKind PumpLockoutUnknown = new(
        "pump-lockout-unknown",
        "from when the pump counts the lockout is not known; the worst case is shown",
        "HZ-43"
    );

    /// <summary>What the pump does with the basal flow during a bolus is not known.</summary>
    public static readonly FindingKind PumpBasalUnknown = new(
        "pump-basal-unknown",
        "what the pump does with the basal flow during a bolus is not known; the worst case is shown",
        "HZ-43"
    );

    /// <summary>Rounded to the pump's step the dose differs from the wanted one.</summary>
    public static readonly FindingKind AchievableError = new(
        "achievable-error",
        "the dose after rounding to the pump's step differs from the programmed one",
        "HZ-09"
    );

    /// <summary>The pump's step is not known.</summary>
    public static readonly FindingKind AchievableUnknown = new(
        "achievable-unknown",
        "the pump's step is not known, nor therefore the dose that it really gives",
        "HZ-09"
    );

    /// <summary>The fill does not go into the container.</summary>
    public static readonly FindingKind ContainerOverfilled = new("container-overfilled", "the fill is larger than the container", "HZ-27");

    /// <summary>How much the container holds is not known.</summary>
    public static readonly FindingKind ContainerUnknown = new("container-unknown", "how much the container holds is not known");

    /// <summary>The catheter is made for the other space.</summary>
    public static readonly FindingKind CatheterWrongSpace = new("catheter-wrong-space", "the catheter is made for the other space", "HZ-25", "HZ-23");

    /// <summary>The catheter must not be connected to this pump.</summary>
    public static readonly FindingKind CatheterNeverFits = new("catheter-never-fits", "the catheter must never be connected to this pump", "HZ-42");

    /// <summary>Stated and computed volume of the catheter differ.</summary>
    public static readonly FindingKind CatheterVolumeDisagrees = new(
        "catheter-volume-disagrees",
        "the stated volume of the catheter differs from length times volume per length",
        "HZ-31"
    );

    /// <summary>The fluid path is not known.</summary>
    public static readonly FindingKind FluidPathUnknown = new(
        "fluid-path-unknown",
        "the volume between container and catheter tip is not known",
        "HZ-42",
        "HZ-31"
    );

    /// <summary>The fluid path is outside anything plausible.</summary>
    public static readonly FindingKind FluidPathImplausible = new(
        "fluid-path-implausible",
        "the volume between container and catheter tip is outside 0.05 to 1.5 mL",
        "HZ-31"
    );

    /// <summary>A prime fills the path fast, and a weaker phase follows.</summary>
    public static readonly FindingKind PrimingMixes = new(
        "priming-mixes",
        "a fast prime mixes: some drug arrives early and a weaker phase follows",
        "HZ-32"
    );

    /// <summary>Concentration or drug changed and no bridge can be worked out.</summary>
    public static readonly FindingKind BridgeMissing = new(
        "bridge-missing",
        "drug or concentration changed and no bridge can be worked out",
        "HZ-30",
        "HZ-15",
        "HZ-42"
    );

    /// <summary>No bridge is wanted though the old infusate would run at another dose.</summary>
    public static readonly FindingKind BridgeDeclined = new("bridge-declined", "a bridge was declined", "HZ-30", "HZ-15");

    /// <summary>The bridge's rate is outside what the pump can give.</summary>
    public static readonly FindingKind BridgeOutOfRange = new(
        "bridge-out-of-range",
        "the rate of the bridge is outside what the pump can give",
        "HZ-31"
    );

    /// <summary>During the bridge another drug runs at a dose that is not the wanted one.</summary>
    public static readonly FindingKind BridgeOtherDrug = new(
        "bridge-other-drug",
        "during the bridge another drug of the mixture runs at a dose that is not the wanted one",
        "HZ-31"
    );

    /// <summary>A demand bolus during the bridge would give the old fluid by the new numbers.</summary>
    public static readonly FindingKind BridgeDemand = new(
        "bridge-demand",
        "a demand bolus during the bridge would push the old infusate",
        "HZ-31",
        "HZ-43"
    );

    /// <summary>The new program is not running yet: a change of flow cannot be bridged on a constant-flow pump.</summary>
    public static readonly FindingKind BridgeImpossible = new(
        "bridge-impossible",
        "a constant-flow pump cannot be bridged; the old infusate runs on at its own dose",
        "HZ-30"
    );

    /// <summary>What is left in the container weakens or strengthens the new mixture.</summary>
    public static readonly FindingKind ReservoirMixed = new(
        "reservoir-mixed",
        "what cannot be withdrawn from the container mixes with the new infusate",
        "HZ-12",
        "HZ-15"
    );

    /// <summary>The old program is not known, so that nothing can be compared.</summary>
    public static readonly FindingKind PreviousProgramUnknown = new(
        "previous-program-unknown",
        "the old program is not known: old and new dose cannot be compared",
        "HZ-06"
    );

    /// <summary>Nothing is known of how long the mixture is stable.</summary>
    public static readonly FindingKind StabilityUnknown = new(
        "stability-unknown",
        "nothing is known of how long this mixture is stable here",
        "HZ-19"
    );

    /// <summary>The source of the stability time does not state the concentrations.</summary>
    public static readonly FindingKind StabilityUnstated = new(
        "stability-unstated",
        "the source of the stability time states no concentrations",
        "HZ-19"
    );

    /// <summary>Other evidence speaks against the stability time.</summary>
    public static readonly FindingKind StabilityContradicted = new(
        "stability-contradicted",
        "another study of these drugs found degradation or a precipitate",
        "HZ-19"
    );

    /// <summary>The low-reservoir volume is not known.</summary>
    public static readonly FindingKind LowReservoirUnknown = new("low-reservoir-unknown", "at what volume the pump warns is not known", "HZ-38");

    /// <summary>The low-reservoir volume is below what is advised for baclofen.</summary>
    public static readonly FindingKind LowReservoirBaclofen = new(
        "low-reservoir-baclofen",
        "the low-reservoir volume is below what is advised for baclofen",
        "HZ-38"
    );

    /// <summary>How many demand boluses are used is not known.</summary>
    public static readonly FindingKind ExpectedUseUnknown = new(
        "expected-use-unknown",
        "how many demand boluses are used is not known, nor therefore the expected dates",
        "HZ-38"
    );

    /// <summary>Summer time begins or ends before the refill, and the pump's clock does not follow.</summary>
    public static readonly FindingKind ClockShifts = new(
        "clock-shifts",
        "summer time begins or ends before the refill and the pump's clock stays",
        "HZ-49"
    );

    /// <summary>The measured residual is not what the program leaves.</summary>
    public static readonly FindingKind ResidualDiscrepancy = new(
        "residual-discrepancy",
        "the measured residual differs from the expected one",
        "HZ-33",
        "HZ-34",
        "HZ-27"
    );

    /// <summary>What was expected to be left cannot be told.</summary>
    public static readonly FindingKind ResidualUnknown = new("residual-unknown", "the expected residual cannot be told from the file", "HZ-33");

    /// <summary>The new program is a multiple of the old one.</summary>
    public static readonly FindingKind DoseChanged = new(
        "dose-changed",
        "the daily dose changed by a factor of two or more",
        "HZ-01",
        "HZ-04",
        "HZ-06"
    );
}
