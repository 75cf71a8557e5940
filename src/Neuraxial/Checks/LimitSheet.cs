namespace Neuraxial;

/// <summary>
/// Holds values against the limits of the formulary: finds those that apply to a plan, keeps every one that was looked at, and of those of one rule that are
/// passed reports the most dangerous one only.
/// </summary>
internal sealed class LimitSheet
{
    private static readonly int Kinds = Enum.GetValues<LimitCheck>().Length;

    /// <summary>By what they check.</summary>
    private readonly List<Limit>?[] limits = new List<Limit>?[Kinds];
    private readonly List<AppliedLimit> applied = [];
    private readonly List<Limit> looked = [];
    private readonly List<Passed> passed = [];

    public LimitSheet(Plan plan, LimitFacts facts)
    {
        Plan = plan;
        Facts = facts;
        foreach (var limit in Facts.Limits)
        {
            (limits[(int)limit.Check] ??= []).Add(limit);
        }
    }

    public Plan Plan { get; }

    public LimitFacts Facts { get; }

    /// <summary>Every limit that was held against something, in the order in which that was done.</summary>
    public IReadOnlyList<AppliedLimit> Applied => applied;

    /// <summary>The limits that were looked at, each once.</summary>
    public IEnumerable<Limit> Looked => looked.Distinct();

    /// <summary>What was passed.</summary>
    public IEnumerable<Finding> Findings => passed.Select(entry => entry.Finding);

    /// <summary>The limits of a kind that apply to a drug here.</summary>
    public IEnumerable<Limit> For(LimitCheck check, string? drug) =>
        limits[(int)check] is not { } held ? []
        : drug is null ? held
        : held.Where(limit => limit.IsAbout(drug));

    /// <summary>Holds a value against a limit.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="kind">What passing it is called.</param>
    /// <param name="path">Where the value stands in the file.</param>
    /// <param name="drug">The drug; <see langword="null"/> where the whole infusion is meant.</param>
    /// <param name="what">What has the value, in words: <c>The daily dose of morphine</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="scale">How the two are compared and shown.</param>
    public void Hold<T>(Limit limit, FindingKind kind, string path, Drug? drug, string what, T value, LimitScale<T> scale)
        where T : struct
    {
        if ((limit.Hard is null || scale.Read(limit.Hard) is null) && (limit.Soft is null || scale.Read(limit.Soft) is null))
        {
            return;
        }

        var hard = scale.Passes(value, limit.Hard, limit.IsLower);
        var bound =
            hard ? limit.Hard
            : scale.Passes(value, limit.Soft, limit.IsLower) ? limit.Soft
            : null;
        var holds = Facts.Hold(limit);
        Note(limit, drug, scale.Written(value), bound is null ? LimitOutcome.Within : Outcome(hard, holds));
        if (bound is null)
        {
            return;
        }

        var limitInWords = scale.Shown(scale.Read(bound)!.Value);
        var side = limit.IsLower ? "below" : "above";
        var degree = hard ? "hard" : "soft";
        var message = $"{what} is {scale.Shown(value)}, {side} {limitInWords}: the {degree} limit {limit.Id}{Because(limit)}. {limit.Why}";
        Pass(limit, kind, path, drug, hard, holds, bound, message, scale.Written(value));
    }

    /// <summary>Notes that a limit without a number was looked at.</summary>
    public void Note(Limit limit, Drug? drug, string? value, LimitOutcome outcome)
    {
        applied.Add(
            new AppliedLimit(limit.Id, limit.Rule, limit.Title, drug?.Id, limit.Applies, value, limit.SoftText, limit.HardText, limit.Source, outcome)
        );
        looked.Add(limit);
    }

    /// <summary>Reports a limit that is passed, at the severity that its bound has.</summary>
    public void Pass(Limit limit, FindingKind kind, string path, Drug? drug, bool hard, bool? holds, Figure bound, string message, string? value)
    {
        var severity = Severities(limit, hard, holds);
        var second = severity == Severity.Confirm && hard && limit.Override == LimitOverride.TwoPerson;
        if (holds is null)
        {
            message += $" Whether this limit holds here is not known: {LimitFacts.Missing(limit)}";
        }
        else if (limit.Jurisdiction is not null && !Facts.IsJurisdictionStated)
        {
            message += " No jurisdiction is stated, so every label on file is held to.";
        }

        if (second)
        {
            message += " Passing it needs a reason and a second authorised person.";
        }

        Add(
            $"{limit.Rule}/{(int)limit.Check}/{drug?.Id}",
            new Finding(kind, severity, path, message)
            {
                Value = value,
                Limit = bound.ToString(),
                Source = Plan.Formulary.Cite(bound.Provenance),
                Rule = limit.Id,
                NeedsSecondPerson = second,
                Hazards = limit.Hazards,
            }
        );
    }

    /// <summary>Adds a finding that belongs to a limit and passes none.</summary>
    public void Say(Finding finding) => passed.Add(new Passed($"said/{finding.Rule}/{finding.Message}", finding));

    /// <summary>Of several findings on one matter the more severe one stands; of two alike the later, which is the farther bound.</summary>
    private void Add(string key, Finding finding)
    {
        var at = passed.FindIndex(entry => entry.Key == key);
        if (at < 0)
        {
            passed.Add(new Passed(key, finding));
        }
        else if (finding.Severity <= passed[at].Finding.Severity)
        {
            passed[at] = new Passed(key, finding);
        }
    }

    private static LimitOutcome Outcome(bool hard, bool? holds) =>
        holds is null ? LimitOutcome.Unknown
        : hard ? LimitOutcome.BeyondHard
        : LimitOutcome.BeyondSoft;

    private static Severity Severities(Limit limit, bool hard, bool? holds) =>
        (holds, hard, limit.Override) switch
        {
            (null, _, _) => Severity.Unknown,
            (_, true, null or LimitOverride.None) => Severity.Block,
            (_, false, null) => Severity.Warn,
            _ => Severity.Confirm,
        };

    private static string Because(Limit limit) => limit.Applies.Length == 0 ? "" : $" ({limit.Applies})";

    /// <summary>A finding, and the matter that it is about.</summary>
    private sealed record Passed(string Key, Finding Finding);
}
