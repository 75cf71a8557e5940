namespace Neuraxial;

/// <summary>A drug of the formulary.</summary>
public sealed class Drug
{
    private readonly Lazy<IReadOnlyList<Figure>> watch;
    private readonly Lazy<IReadOnlyList<Figure>> withdrawal;
    private readonly Lazy<IReadOnlyList<Figure>> plannedStop;

    internal Drug(DataRow row)
    {
        Row = row;
        watch = new(() => row.Figures("watch"));
        withdrawal = new(() => row.Figures("withdrawal"));
        plannedStop = new(() => row.Figures("plannedStop"));
        Id = row.Id;
        Name = row.Text("name")!;
        Class = row.Text("class")!;
        ShownInMicrograms = row.Text("shownIn") is "ug";
        ControlledSchedule = row.Figure("controlledUk") is { Number: <= 2m } schedule
            ? $"UK schedule {QuantityText.Number(schedule.Number.Value)} {schedule.Provenance}"
            : null;
        BridgeRank = row.Figure("bridgeRank")?.Number;
    }

    /// <summary>Identifier: the international name in lower case.</summary>
    public string Id { get; }

    /// <summary>The international name.</summary>
    public string Name { get; }

    /// <summary>What kind of drug: <c>opioid</c>, <c>local-anaesthetic</c>, …</summary>
    public string Class { get; }

    /// <summary>Whether its concentration may be written in per cent.</summary>
    public bool IsLocalAnaesthetic => Class is "local-anaesthetic";

    /// <summary>Whether it is an opioid.</summary>
    public bool IsOpioid => Class is "opioid";

    /// <summary>Whether its doses are spoken of in micrograms, even above a thousand.</summary>
    public bool ShownInMicrograms { get; }

    /// <summary>Which drug of a mixture a bridge follows: 1 is the one whose wrong dose is most dangerous; <see langword="null"/> if not ranked.</summary>
    public decimal? BridgeRank { get; }

    /// <summary>
    /// The schedule of the UK's Misuse of Drugs Regulations whose drugs stand in a register (1 or 2), with the mark of that figure: <c>UK schedule 2 [recalled]</c>;
    /// <see langword="null"/> if it is in none of these.
    /// </summary>
    public string? ControlledSchedule { get; }

    /// <summary>What to watch while it runs.</summary>
    internal IReadOnlyList<Figure> Watch => watch.Value;

    /// <summary>What is seen when it stops at once.</summary>
    internal IReadOnlyList<Figure> Withdrawal => withdrawal.Value;

    /// <summary>How it is stopped on purpose.</summary>
    internal IReadOnlyList<Figure> PlannedStop => plannedStop.Value;

    /// <summary>Everything that the formulary holds on it.</summary>
    public DataRow Row { get; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
