namespace Neuraxial;

/// <content>A limit of the formulary is passed. The limit itself, as <c>R3-external-cancer</c>, is the rule of the finding.</content>
public static partial class FindingKinds
{
    /// <summary>A drug is begun at more than the limit.</summary>
    public static readonly FindingKind LimitStartDose = new("limit-start-dose", "a drug is begun at a dose beyond a limit", "HZ-01")
    {
        Severities = AsTheDataSay,
        Advice = "Check the dose against unit, decimal place and the patient's tolerance; state current opioids if there are any.",
    };

    /// <summary>The dose in 24 hours is beyond a limit.</summary>
    public static readonly FindingKind LimitDailyDose = new("limit-daily-dose", "the dose in any 24 hours is beyond a limit", "HZ-01")
    {
        Severities = AsTheDataSay,
        Advice = "Check unit, decimal place and time base; then say why this dose is wanted, or lower it.",
    };

    /// <summary>The dose in an hour is beyond a limit.</summary>
    public static readonly FindingKind LimitHourlyDose = new("limit-hourly-dose", "the dose in an hour is beyond a limit", "HZ-01", "HZ-04")
    {
        Severities = AsTheDataSay,
        Advice = "Check rate and demand settings: the worst hour counts every bolus that can be had.",
    };

    /// <summary>A bolus is beyond a limit.</summary>
    public static readonly FindingKind LimitBolus = new("limit-bolus", "one bolus is beyond a limit", "HZ-01", "HZ-06")
    {
        Severities = AsTheDataSay,
        Advice = "Check the size of the bolus, and whether a mass or a volume was meant.",
    };

    /// <summary>A strength in the mixture is beyond a limit.</summary>
    public static readonly FindingKind LimitConcentration = new(
        "limit-concentration",
        "the strength of a drug in the mixture is beyond a limit",
        "HZ-01",
        "HZ-08"
    )
    {
        Severities = AsTheDataSay,
        Advice = "Check the strength against the label of the product, or choose a strength within the limit.",
    };

    /// <summary>The change of the daily dose is beyond a limit.</summary>
    public static readonly FindingKind LimitStep = new("limit-step", "the change of the daily dose is beyond a limit", "HZ-01")
    {
        Severities = AsTheDataSay,
        Advice = "Take a smaller step, or say why this one is wanted.",
    };

    /// <summary>The dose is changed too soon, or too often.</summary>
    public static readonly FindingKind LimitStepInterval = new(
        "limit-step-interval",
        "the dose is raised sooner or more often than a limit allows",
        "HZ-01"
    )
    {
        Severities = AsTheDataSay,
        Advice = "State when the old dose began and when it was changed before, or wait.",
    };

    /// <summary>A test dose is beyond a limit.</summary>
    public static readonly FindingKind LimitTestDose = new("limit-test-dose", "a test dose, or the time between two, is beyond a limit", "HZ-01")
    {
        Severities = AsTheDataSay,
        Advice = "Check dose and times of the test doses.",
    };

    /// <summary>The refill comes later than a limit.</summary>
    public static readonly FindingKind LimitRefillInterval = new(
        "limit-refill-interval",
        "the refill is due later than a limit allows",
        "HZ-19",
        "HZ-38"
    )
    {
        Advice = "Plan the refill by the earlier date.",
    };

    /// <summary>The infusion runs longer than a limit.</summary>
    public static readonly FindingKind LimitDuration = new("limit-duration", "the infusion runs longer than a limit", "HZ-45")
    {
        Severities = AsTheDataSay,
        Advice = "State when the catheter was placed; plan its review.",
    };

    /// <summary>The flow is outside what an implanted pump runs best at.</summary>
    public static readonly FindingKind LimitFlowRange = new("limit-flow-range", "the flow is outside the usual range of an implanted pump", "HZ-09")
    {
        Severities = AsTheDataSay,
        Advice = "Choose a concentration that puts the flow into the usual range.",
    };

    /// <summary>No limit on the dose is on file.</summary>
    public static readonly FindingKind LimitNone = new(
        "limit-none",
        "no limit of the daily dose of a drug is on file for this route and profile",
        "HZ-08"
    )
    {
        Advice = "Check the dose against your service's own limits: none is on file here.",
    };

    /// <summary>Limits that nobody has checked against a source were held to.</summary>
    public static readonly FindingKind LimitsUnverified = new("limits-unverified", "limits that were held to are recalled or assumed", "HZ-59")
    {
        Advice = "Have your service confirm the limits that are named, and put them into its own formulary.",
    };

    /// <summary>A drug is left out from one day to the next, or would do harm if it were.</summary>
    public static readonly FindingKind AbruptStop = new("abrupt-stop", "a drug stops abruptly, or must not", "HZ-38")
    {
        Severities = AsTheDataSay,
        Advice = "State how the drug is tapered or replaced; a refill must not be late.",
    };

    /// <summary>What the fill was ordered for is not what it lasts.</summary>
    public static readonly FindingKind OrderedDurationDiffers = new(
        "ordered-duration-differs",
        "the fill lasts longer or shorter than it was ordered for",
        "HZ-04"
    )
    {
        Advice = "Check rate, fill and the ordered duration: one of them is not what was meant.",
    };

    /// <summary>Of a limit or a row of the data the row says how much it weighs, and a service may say otherwise. A property: fields of other files may not be there yet.</summary>
    private static IReadOnlyList<Severity> AsTheDataSay => [Severity.Block, Severity.Confirm, Severity.Unknown, Severity.Warn];
}
