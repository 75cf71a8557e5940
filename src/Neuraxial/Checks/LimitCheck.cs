namespace Neuraxial;

/// <summary>What a limit of the formulary is held against.</summary>
internal enum LimitCheck
{
    /// <summary>The daily dose with which a drug is begun.</summary>
    StartDose,

    /// <summary>The dose in any 24 hours.</summary>
    DailyDose,

    /// <summary>The dose in any hour.</summary>
    HourlyDose,

    /// <summary>One demand or periodic bolus.</summary>
    Bolus,

    /// <summary>The strength in the mixture, from above.</summary>
    Concentration,

    /// <summary>The strength in the mixture, from below.</summary>
    MinimumConcentration,

    /// <summary>The change from the previous daily dose.</summary>
    Step,

    /// <summary>The time since the previous change, or the number of changes in a week.</summary>
    StepInterval,

    /// <summary>A test dose.</summary>
    TestDose,

    /// <summary>The time between test doses.</summary>
    TestDoseInterval,

    /// <summary>The time from a fill to the refill.</summary>
    RefillInterval,

    /// <summary>How long the infusion runs in all.</summary>
    Duration,

    /// <summary>A drug that is left out from one day to the next.</summary>
    AbruptStop,

    /// <summary>What a product holds besides the drug.</summary>
    Excipient,

    /// <summary>What a product is licensed for.</summary>
    Licence,

    /// <summary>A product, device or unit of the other route.</summary>
    RouteMismatch,

    /// <summary>The lowest flow of the pump.</summary>
    MinimumFlow,

    /// <summary>The flow at which an implanted pump runs best.</summary>
    FlowRange,

    /// <summary>The measured residual.</summary>
    Residual,

    /// <summary>A change of concentration.</summary>
    Bridge,

    /// <summary>A medicine given besides.</summary>
    Interaction,

    /// <summary>What is known of the mixture's life.</summary>
    StabilityData,
}

/// <summary>The words of <see cref="LimitCheck"/> in data files.</summary>
internal static class LimitChecks
{
    private static readonly Choice<LimitCheck> Choice = new(
        new("start-dose", LimitCheck.StartDose),
        new("daily-dose", LimitCheck.DailyDose),
        new("hourly-dose", LimitCheck.HourlyDose),
        new("bolus", LimitCheck.Bolus),
        new("concentration", LimitCheck.Concentration),
        new("minimum-concentration", LimitCheck.MinimumConcentration),
        new("step", LimitCheck.Step),
        new("step-interval", LimitCheck.StepInterval),
        new("test-dose", LimitCheck.TestDose),
        new("test-dose-interval", LimitCheck.TestDoseInterval),
        new("refill-interval", LimitCheck.RefillInterval),
        new("duration", LimitCheck.Duration),
        new("abrupt-stop", LimitCheck.AbruptStop),
        new("excipient", LimitCheck.Excipient),
        new("licence", LimitCheck.Licence),
        new("route-mismatch", LimitCheck.RouteMismatch),
        new("minimum-flow", LimitCheck.MinimumFlow),
        new("flow-range", LimitCheck.FlowRange),
        new("residual", LimitCheck.Residual),
        new("bridge", LimitCheck.Bridge),
        new("interaction", LimitCheck.Interaction),
        new("stability-data", LimitCheck.StabilityData)
    );

    public static IReadOnlyList<string> Words => Choice.Words;

    public static LimitCheck Parse(string word) => Choice.Parse(word).Value;
}
