namespace Neuraxial;

/// <summary>
/// Replays past therapies under the formulary in force and under a new one, and keeps what differs: a change of limits is seen on the service's own cases
/// before a patient meets it (HZ-59, HZ-62).
/// </summary>
/// <remarks>
/// Therapies come one by one and are not kept, so that thousands fit. What a file says of its own release and dates is left out of the comparison: past
/// therapies lie before the day from which a new file holds, and the question is what it would say when it does.
/// </remarks>
public sealed class Rehearsal(Formulary before, Formulary after)
{
    private readonly List<UnusableTherapy> unusable = [];
    private readonly SortedDictionary<string, Spoken> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<(Severity Severity, bool IsNew), List<RehearsedFinding>> changes = [];
    private readonly Load loadBefore = new();
    private readonly Load loadAfter = new();
    private int therapies;

    /// <summary>Replays one therapy.</summary>
    /// <param name="file">Where it comes from, as a reader will look for it.</param>
    /// <param name="utf8">A therapy file.</param>
    public void Add(string file, ReadOnlyMemory<byte> utf8)
    {
        var old = TherapyFile.Read(utf8, before);
        var now = TherapyFile.Read(utf8, after);
        if ((old.Content ?? now.Content) is not { } therapy)
        {
            unusable.Add(new UnusableTherapy(file, now.Problems));
            return;
        }

        therapies++;
        var was = Said(old, before);
        var says = Said(now, after);
        loadBefore.Add(was);
        loadAfter.Add(says);
        Count(was, spoken => spoken.Before);
        Count(says, spoken => spoken.After);
        AddChanges(therapy.Name, file, was, says);
    }

    /// <summary>Notes what cannot be replayed before it is even read.</summary>
    /// <param name="file">Where.</param>
    /// <param name="problem">Why.</param>
    public void AddUnusable(string file, Problem problem) => unusable.Add(new UnusableTherapy(file, [problem]));

    /// <summary>What has been found so far.</summary>
    public RehearsalResult Result() =>
        new()
        {
            Before = before,
            After = after,
            Therapies = therapies,
            Unusable = [.. unusable],
            NewStops = Changes(Severity.Block, isNew: true),
            LostStops = Changes(Severity.Block, isNew: false),
            NewConfirms = Changes(Severity.Confirm, isNew: true),
            LostConfirms = Changes(Severity.Confirm, isNew: false),
            NewUnknowns = Changes(Severity.Unknown, isNew: true),
            LostUnknowns = Changes(Severity.Unknown, isNew: false),
            Rules = [.. rules.Select(rule => rule.Value.Result(rule.Key, therapies))],
            LoadBefore = loadBefore.Result(therapies),
            LoadAfter = loadAfter.Result(therapies),
            Loosened = [.. Loosened()],
            Changes = FormularyChange.Between(before, after),
            SupersedesBase =
                after.Layers[^1].Governance?.Supersedes is { } superseded && before.Layers is [_, .., var inForce]
                    ? superseded.Sha256 == inForce.Sha256 && superseded.Version == inForce.Version
                    : null,
        };

    private static List<Said> Said(FileReading<Therapy> reading, Formulary formulary)
    {
        if (reading.Content is not { } therapy)
        {
            return [.. reading.Problems.Select(Neuraxial.Said.Of)];
        }

        return
        [
            .. Planner
                .Plan(therapy, formulary)
                .Findings.Where(finding => !FindingKinds.OfFormulary.Contains(finding.Kind))
                .Select(finding => Neuraxial.Said.Of(finding, formulary)),
        ];
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 0m : decimal.Round((decimal)part / whole, 4, MidpointRounding.AwayFromZero);

    private IEnumerable<RehearsedLoosening> Loosened()
    {
        foreach (var limit in LoosenedLimit.Between(Formulary.BuiltIn, after))
        {
            yield return new RehearsedLoosening("built-in", limit);
        }

        foreach (var limit in before.Layers.Count > 1 ? LoosenedLimit.Between(before, after) : [])
        {
            yield return new RehearsedLoosening("base", limit);
        }
    }

    private List<RehearsedFinding> Changes(Severity severity, bool isNew) => [.. changes.GetValueOrDefault((severity, isNew), [])];

    private void Count(List<Said> said, Func<Spoken, Tally> side)
    {
        foreach (var group in said.GroupBy(one => one.Rule ?? one.Code, StringComparer.Ordinal))
        {
            if (!rules.TryGetValue(group.Key, out var spoken))
            {
                rules.Add(group.Key, spoken = new Spoken());
            }

            side(spoken).Add(group);
        }
    }

    private void AddChanges(string therapy, string file, List<Said> was, List<Said> says)
    {
        AddOneSided(therapy, file, was, says, isNew: false);
        AddOneSided(therapy, file, says, was, isNew: true);
    }

    /// <summary>What one side says and the other does not, for each severity but a warning: a warning is counted, and not listed.</summary>
    private void AddOneSided(string therapy, string file, List<Said> here, List<Said> there, bool isNew)
    {
        var runsThere = there.TrueForAll(one => one.Severity != Severity.Block);
        foreach (var severity in (ReadOnlySpan<Severity>)[Severity.Block, Severity.Confirm, Severity.Unknown])
        {
            foreach (var one in Unmatched([.. Of(here, severity)], [.. Of(there, severity)]))
            {
                var otherwise = there.Find(other => other.Matter == one.Matter && other.Severity != severity);
                Listed(severity, isNew)
                    .Add(
                        new RehearsedFinding(
                            therapy,
                            file,
                            one.Code,
                            one.Rule,
                            one.Path,
                            one.Message,
                            one.Value,
                            one.Limit,
                            otherwise is null ? null : Finding.Severities.Word(otherwise.Severity),
                            severity == Severity.Block && runsThere
                        )
                    );
            }
        }

        static IEnumerable<Said> Of(List<Said> said, Severity severity) => said.Where(one => one.Severity == severity);
    }

    /// <summary>
    /// What is left of one side when each has taken away its like on the other: the same value first, then any of the same matter. Counted one by one, since
    /// of two stops of one kind on one place one can be lost while the other stays.
    /// </summary>
    private static List<Said> Unmatched(List<Said> here, List<Said> there)
    {
        Remove((one, other) => one.Matter == other.Matter && one.Value == other.Value);
        Remove((one, other) => one.Matter == other.Matter);
        return here;

        void Remove(Func<Said, Said, bool> isLike) =>
            here.RemoveAll(one => there.FindIndex(other => isLike(one, other)) is var match && match >= 0 && RemoveAt(match));

        bool RemoveAt(int match)
        {
            there.RemoveAt(match);
            return true;
        }
    }

    private List<RehearsedFinding> Listed(Severity severity, bool isNew)
    {
        if (!changes.TryGetValue((severity, isNew), out var list))
        {
            changes.Add((severity, isNew), list = []);
        }

        return list;
    }

    /// <summary>Findings of one rule under one formulary.</summary>
    private sealed class Tally
    {
        public FindingCounts Counts { get; private set; } = FindingCounts.None;

        public int Therapies { get; private set; }

        public void Add(IEnumerable<Said> onOneTherapy)
        {
            Counts = onOneTherapy.Aggregate(Counts, (counts, one) => counts.With(one.Severity));
            Therapies++;
        }
    }

    /// <summary>Findings of one rule under both.</summary>
    private sealed class Spoken
    {
        public Tally Before { get; } = new();

        public Tally After { get; } = new();

        public RehearsedRule Result(string rule, int therapies) =>
            new(
                rule,
                Before.Counts,
                After.Counts,
                Before.Therapies,
                After.Therapies,
                Share(After.Therapies, therapies),
                After.Therapies > therapies * RehearsalResult.ReviewShare
            );
    }

    /// <summary>Findings of one formulary over all therapies.</summary>
    private sealed class Load
    {
        private FindingCounts counts = FindingCounts.None;
        private int stopped;

        public void Add(List<Said> onOneTherapy)
        {
            counts = onOneTherapy.Aggregate(counts, (sum, one) => sum.With(one.Severity));
            stopped += onOneTherapy.Exists(one => one.Severity == Severity.Block) ? 1 : 0;
        }

        public AlertLoad Result(int therapies) => new(stopped, Share(stopped, therapies), counts, Share(counts.Total, therapies));
    }
}

/// <summary>One thing that a formulary says on a therapy: a finding of its plan, or a problem of the file where it cannot be read.</summary>
/// <param name="Matter">What it is about, the same under two formularies that put it in different rows: code, place, and the rule that the row belongs to.</param>
/// <param name="Severity">How much it weighs; a problem stops.</param>
/// <param name="Code">The finding's code.</param>
/// <param name="Rule">The row of the formulary.</param>
/// <param name="Path">The place in the therapy.</param>
/// <param name="Message">In words.</param>
/// <param name="Value">The value.</param>
/// <param name="Limit">The limit.</param>
internal sealed record Said(
    (string Code, string Path, string? Family) Matter,
    Severity Severity,
    string Code,
    string? Rule,
    string Path,
    string Message,
    string? Value,
    string? Limit
)
{
    public static Said Of(Finding finding, Formulary formulary) =>
        new(
            (finding.Kind.Code, finding.Path, finding.Rule is { } rule ? Family(rule, formulary) : null),
            finding.Severity,
            finding.Kind.Code,
            finding.Rule,
            finding.Path,
            finding.Message,
            finding.Value,
            finding.Limit
        );

    public static Said Of(Problem problem) =>
        new(
            (RehearsedFinding.Unreadable, problem.Path, null),
            Severity.Block,
            RehearsedFinding.Unreadable,
            null,
            problem.Path,
            problem.Message,
            null,
            null
        );

    /// <summary>
    /// The rule of a row and its drugs: where several rows of one rule are passed, a plan names one of them, and a stricter row that a service adds to a rule
    /// does not lose the stop which it takes over.
    /// </summary>
    private static string Family(string id, Formulary formulary) =>
        formulary.Row("limits", id) is { } row
            ? $"{row.Text("rule")}/{row.Text("check")}/{row.Text("drug") ?? string.Join('+', row.Texts("drugs"))}"
            : id;
}
