namespace Neuraxial;

/// <summary>What is known of a therapy that decides whether a limit holds for it.</summary>
internal sealed class LimitFacts
{
    private const string FirstFill = "first-fill";
    private const string LaterFill = "later-fill";
    private const string LaterDiluted = "later-fill-diluted";
    private const string LaterUndiluted = "later-fill-undiluted";
    private const string Premix = "premix-with-bupivacaine";

    private readonly Therapy therapy;
    private readonly Formulary formulary;

    public LimitFacts(Therapy therapy, string? profile, Formulary formulary)
    {
        this.therapy = therapy;
        this.formulary = formulary;
        Jurisdiction = therapy.Jurisdiction ?? formulary.Row("settings", "jurisdiction")?.Figure("figure")?.Text;
        Limits = [.. formulary.LimitsOf(therapy.Route, profile, therapy.Pump.Model, Jurisdiction).Where(IsWhen)];
    }

    /// <summary>Every limit that is about the therapy.</summary>
    public IReadOnlyList<Limit> Limits { get; }

    /// <summary>The circumstances that a limit may name. Since-start and mao-inhibitor are looked at where the check is made.</summary>
    public static IReadOnlyList<string> Whens { get; } = [FirstFill, LaterFill, LaterDiluted, LaterUndiluted, "since-start", Premix, "mao-inhibitor"];

    /// <summary>Whether it is stated whose labels hold here, by the therapy or by the service.</summary>
    public bool IsJurisdictionStated => Jurisdiction is not null;

    /// <summary>Whose labels hold here, by the therapy or by the service; <see langword="null"/> if neither says.</summary>
    public string? Jurisdiction { get; }

    /// <summary>Whether a limit holds for this patient; <see langword="null"/> if that is not known.</summary>
    public bool? Hold(Limit limit) =>
        limit.Patients switch
        {
            null => true,
            "opioid-naive" => !IsOpioidTolerant,
            "opioid-tolerant" => IsOpioidTolerant,
            "cerebral-origin" => Either("cerebral-origin", "spinal-origin"),
            "spinal-origin" => Either("spinal-origin", "cerebral-origin"),

            // The source does not say from which dose on a dose is high.
            "high-dose" => null,
            { } condition => therapy.Patient?.Conditions?.Contains(condition, StringComparer.Ordinal),
        };

    /// <summary>What would have to be known for a limit whose <see cref="Hold"/> is unknown.</summary>
    public static string Missing(Limit limit) =>
        limit.Patients switch
        {
            "opioid-naive" or "opioid-tolerant" =>
                "the file does not say whether the patient is used to opioids (currentOpioids, or opioid-naive or opioid-tolerant among the conditions).",
            "cerebral-origin" or "spinal-origin" =>
                "the file does not say where the spasticity comes from (cerebral-origin or spinal-origin among the conditions).",
            "high-dose" => "its source does not say from which dose on a dose is high.",
            { } condition => $"the file does not state the patient's conditions ({condition}).",
            null => "",
        };

    /// <summary>Whether the patient is used to opioids; <see langword="null"/> if not known.</summary>
    public bool? IsOpioidTolerant
    {
        get
        {
            var conditions = therapy.Patient?.Conditions ?? [];
            if (conditions.Contains("opioid-tolerant", StringComparer.Ordinal))
            {
                return true;
            }

            if (conditions.Contains("opioid-naive", StringComparer.Ordinal))
            {
                return false;
            }

            if (therapy.Previous?.Infusate.Drugs.Any(part => part.Drug.IsOpioid) is true)
            {
                return true;
            }

            return therapy.CurrentOpioids is { } opioids ? opioids.Any(opioid => opioid.Dose > DoseRate.Zero) : null;
        }
    }

    private bool? Either(string one, string other)
    {
        var conditions = therapy.Patient?.Conditions ?? [];
        return conditions.Contains(one, StringComparer.Ordinal) ? true
            : conditions.Contains(other, StringComparer.Ordinal) ? false
            : null;
    }

    private bool IsWhen(Limit limit)
    {
        switch (limit.When)
        {
            case FirstFill:
                return StabilityLookup.IsFirstFill(therapy);
            case LaterFill:
                return !StabilityLookup.IsFirstFill(therapy);
            case LaterDiluted:
                return !StabilityLookup.IsFirstFill(therapy) && !IsUndiluted(limit);
            case LaterUndiluted:
                return !StabilityLookup.IsFirstFill(therapy) && IsUndiluted(limit);
            case Premix:
                return therapy.Infusate.Of("bupivacaine") is not null;
            default:
                return true;
        }
    }

    /// <summary>Whether the mixture is the drug alone, in a strength in which it is marketed.</summary>
    private bool IsUndiluted(Limit limit) =>
        therapy.Infusate.Drugs is [var only]
        && limit.IsAbout(only.Drug.Id)
        && formulary
            .Rows("preparations")
            .Any(row =>
                row.Rows("drugs") is [var held]
                && held.Text("drug") == only.Drug.Id
                && held.Figure("strength")?.Quantity<Concentration>() == only.Concentration
            );
}
