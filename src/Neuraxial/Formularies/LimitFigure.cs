namespace Neuraxial;

/// <summary>The forms in which the figure of a limit can be written.</summary>
internal enum LimitForm
{
    /// <summary>A mass of drug a day, written per day.</summary>
    DosePerDay,

    /// <summary>A mass of drug an hour, written per hour.</summary>
    DosePerHour,

    /// <summary>A mass of drug.</summary>
    Mass,

    /// <summary>A mass of drug in a volume.</summary>
    Concentration,

    /// <summary>A volume of infusate in a time.</summary>
    Flow,

    /// <summary>A time.</summary>
    Duration,

    /// <summary>A share of the value before.</summary>
    Percent,

    /// <summary>How often in a week.</summary>
    StepsPerWeek,

    /// <summary>Words, where no number says it.</summary>
    Words,
}

/// <summary>What the figures of limits are: which form they have, and which of two lies further out.</summary>
internal static class LimitFigure
{
    private static readonly (LimitForm Form, string Expected)[] Forms =
    [
        (LimitForm.DosePerDay, "a dose per day as \"15 mg/d\""),
        (LimitForm.DosePerHour, "a dose per hour as \"18.75 mg/h\""),
        (LimitForm.Mass, "a dose as \"100 ug\""),
        (LimitForm.Concentration, "a concentration as \"30 mg/mL\""),
        (LimitForm.Flow, "a flow as \"0.05 mL/d\""),
        (LimitForm.Duration, "a duration as \"24 h\""),
        (LimitForm.Percent, "a number in %"),
        (LimitForm.StepsPerWeek, "a number of steps per week"),
        (LimitForm.Words, "words"),
    ];

    /// <summary>The form of a figure; <see langword="null"/> if it is none that a limit can have: a range, a dose by the minute.</summary>
    public static LimitForm? FormOf(Figure figure)
    {
        if (figure.Value is { } written)
        {
            return figure.Quantity<DoseRate>() is not null
                ? written.EndsWith("/d", StringComparison.Ordinal)
                    ? LimitForm.DosePerDay
                    : written.EndsWith("/h", StringComparison.Ordinal)
                        ? LimitForm.DosePerHour
                        : null
                : figure.Quantity<Mass>() is not null
                    ? LimitForm.Mass
                    : figure.Quantity<Concentration>() is not null
                        ? LimitForm.Concentration
                        : figure.Quantity<FlowRate>() is not null
                            ? LimitForm.Flow
                            : figure.Duration() is not null
                                ? LimitForm.Duration
                                : null;
        }

        return figure.Number is not null
                ? figure.Unit switch
                {
                    "%" => LimitForm.Percent,
                    "steps per week" => LimitForm.StepsPerWeek,
                    _ => null,
                }
            : figure.Text is not null ? LimitForm.Words
            : null;
    }

    /// <summary>The forms that the figures of a check can have: it is held against nothing else.</summary>
    public static IReadOnlyList<LimitForm> FormsOf(LimitCheck check) =>
        check switch
        {
            LimitCheck.StartDose or LimitCheck.DailyDose => [LimitForm.DosePerDay],
            LimitCheck.HourlyDose => [LimitForm.DosePerHour],
            LimitCheck.Bolus or LimitCheck.TestDose => [LimitForm.Mass],
            LimitCheck.Concentration or LimitCheck.MinimumConcentration => [LimitForm.Concentration],
            LimitCheck.Step => [LimitForm.DosePerDay, LimitForm.Percent],
            LimitCheck.StepInterval => [LimitForm.Duration, LimitForm.StepsPerWeek],
            LimitCheck.TestDoseInterval or LimitCheck.RefillInterval or LimitCheck.Duration => [LimitForm.Duration],
            LimitCheck.MinimumFlow => [LimitForm.Flow, LimitForm.Words],
            LimitCheck.FlowRange => [LimitForm.Flow],
            LimitCheck.Residual => [LimitForm.Percent],
            LimitCheck.Interaction => [LimitForm.Duration, LimitForm.Words],
            _ => [LimitForm.Words],
        };

    /// <summary>The one side on which a figure of a check can bind; <see langword="null"/> if it can be either, or none where it is words.</summary>
    public static string? BoundOf(LimitCheck check, LimitForm form) =>
        check switch
        {
            LimitCheck.HourlyDose or LimitCheck.Concentration or LimitCheck.TestDose or LimitCheck.RefillInterval => "upper",
            LimitCheck.Duration or LimitCheck.Residual => "upper",
            LimitCheck.MinimumConcentration or LimitCheck.TestDoseInterval or LimitCheck.MinimumFlow or LimitCheck.Interaction => "lower",
            LimitCheck.StepInterval => form == LimitForm.StepsPerWeek ? "upper" : "lower",
            _ => null,
        };

    /// <summary>What a message says is expected.</summary>
    public static string Expected(IEnumerable<LimitForm> forms) =>
        string.Join(" or ", forms.Select(form => Array.Find(Forms, known => known.Form == form).Expected));

    /// <summary>Below zero if the first figure is the smaller one, above if it is the larger; <see langword="null"/> if they cannot be compared.</summary>
    public static int? Compare(Figure one, Figure other) =>
        FormOf(one) is { } form && form == FormOf(other) && form != LimitForm.Words ? Size(one).CompareTo(Size(other)) : null;

    /// <summary>The figure as a bare number of its form's stored unit: to compare and for nothing else.</summary>
    public static decimal Size(Figure figure) =>
        figure.Number
        ?? Stored<DoseRate>(figure)
        ?? Stored<Mass>(figure)
        ?? Stored<Concentration>(figure)
        ?? Stored<FlowRate>(figure)
        ?? figure.Duration()?.ToInt64Nanoseconds()
        ?? 0m;

    private static decimal? Stored<T>(Figure figure)
        where T : struct, IQuantity<T> => figure.Quantity<T>() is { } quantity ? quantity.Stored : null;
}
