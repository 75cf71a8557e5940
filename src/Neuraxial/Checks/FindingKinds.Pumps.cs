namespace Neuraxial;

/// <content>What the pump can run, give and hold.</content>
public static partial class FindingKinds
{
    /// <summary>The pump's rate is a length per time.</summary>
    public static readonly FindingKind PumpSetInMillimetres = new("pump-set-in-millimetres", "the pump's rate is a length per time", "HZ-05", "HZ-04")
    {
        Advice = "Use another driver: no program is made for one that is set in millimetres.",
    };

    /// <summary>The pump has no such mode.</summary>
    public static readonly FindingKind PumpModeUnsupported = new("pump-mode-unsupported", "the pump cannot run this mode", "HZ-06")
    {
        Advice = "Choose a mode that the pump has, or another pump.",
    };

    /// <summary>Whether the pump has the mode is not known.</summary>
    public static readonly FindingKind PumpModeUnknown = new("pump-mode-unknown", "whether the pump can run this mode is not known")
    {
        Advice = "Read in the pump's manual whether it has the mode.",
    };

    /// <summary>A flow is outside what the pump can give.</summary>
    public static readonly FindingKind PumpFlowOutOfRange = new(
        "pump-flow-out-of-range",
        "a flow is below the lowest or above the highest of the pump",
        "HZ-09"
    )
    {
        Advice = "Change the concentration, so that the same dose needs a flow within the pump's range, or choose another pump.",
    };

    /// <summary>The pump's lowest or highest flow is not known.</summary>
    public static readonly FindingKind PumpFlowUnknown = new("pump-flow-unknown", "the pump's lowest or highest flow is not known")
    {
        Advice = "Read the pump's range in its manual, and put it into your service's own formulary.",
    };

    /// <summary>More steps a day than the pump takes.</summary>
    public static readonly FindingKind PumpTooManySteps = new("pump-too-many-steps", "more steps a day than the pump takes", "HZ-06")
    {
        Advice = "Use fewer steps.",
    };

    /// <summary>A demand bolus is outside what the pump can give.</summary>
    public static readonly FindingKind PumpDemandOutOfRange = new(
        "pump-demand-out-of-range",
        "dose, duration or lockout of the demand bolus is outside the pump's range",
        "HZ-43"
    )
    {
        Advice = "Change dose, duration or lockout to what the pump takes.",
    };

    /// <summary>The pump's patient controller must not be used with this drug.</summary>
    public static readonly FindingKind PumpDemandNotForDrug = new(
        "pump-demand-not-for-drug",
        "the pump's patient controller must not be used with a drug of the mixture",
        "HZ-18"
    )
    {
        Advice = "Leave the demand bolus out, or the drug.",
    };

    /// <summary>From when the pump counts the lockout is not known.</summary>
    public static readonly FindingKind PumpLockoutUnknown = new(
        "pump-lockout-unknown",
        "from when the pump counts the lockout is not known; the worst case is shown",
        "HZ-43"
    )
    {
        Advice = "Read in the manual whether the lockout counts from the beginning or the end of a bolus; the plan shows the worst case.",
    };

    /// <summary>What the pump does with the basal flow during a bolus is not known.</summary>
    public static readonly FindingKind PumpBasalUnknown = new(
        "pump-basal-unknown",
        "what the pump does with the basal flow during a bolus is not known; the worst case is shown",
        "HZ-43"
    )
    {
        Advice = "Read in the manual whether the basal flow goes on during a bolus; the plan shows the worst case.",
    };

    /// <summary>Rounded to the pump's step the dose differs from the wanted one.</summary>
    public static readonly FindingKind AchievableError = new(
        "achievable-error",
        "the dose after rounding to the pump's step differs from the programmed one",
        "HZ-09"
    )
    {
        Advice = "Change the concentration, so that the flow is larger, or prescribe a dose that the pump can give.",
    };

    /// <summary>The pump's step is not known.</summary>
    public static readonly FindingKind AchievableUnknown = new(
        "achievable-unknown",
        "the pump's step is not known, nor therefore the dose that it really gives",
        "HZ-09"
    )
    {
        Advice = "Read the pump's step in its manual, and put it into your service's own formulary.",
    };

    /// <summary>The fill does not go into the container.</summary>
    public static readonly FindingKind ContainerOverfilled = new("container-overfilled", "the fill is larger than the container", "HZ-27")
    {
        Advice = "State a fill that the container holds, or another container.",
    };

    /// <summary>How much the container holds is not known.</summary>
    public static readonly FindingKind ContainerUnknown = new("container-unknown", "how much the container holds is not known")
    {
        Advice = "State what the container holds.",
    };
}
