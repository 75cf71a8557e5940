namespace Neuraxial;

/// <summary>A pump of the catalogue: what the maker built, as far as it is known. A figure that is <see langword="null"/> is not known, never zero.</summary>
public sealed class Pump
{
    internal static readonly Choice<BasalDuringBolus> BasalWords = new(
        new("added", BasalDuringBolus.Added),
        new("suspended", BasalDuringBolus.Suspended)
    );

    // "After bolus" and "end to start" name the same moment: the lockout begins when the bolus is in.
    internal static readonly Choice<LockoutReference> LockoutWords = new(
        new("start-to-start", LockoutReference.StartToStart),
        new("after-bolus", LockoutReference.EndToStart),
        new("end-to-start", LockoutReference.EndToStart)
    );

    internal static readonly Choice<RateUnit> RateUnitWords = new(
        new("mL/h", RateUnit.MillilitresPerHour),
        new("mL/d", RateUnit.MillilitresPerDay),
        new("mm/h", RateUnit.MillimetresPerHour),
        new("mm/d", RateUnit.MillimetresPerDay),
        new("volume-over-duration", RateUnit.VolumeOverDuration),
        new("dose", RateUnit.Dose)
    );

    internal Pump(DataRow row)
    {
        Row = row;
        Id = row.Id;
        Name = row.Text("name")!;
        Maker = row.Text("maker")!;
        Kind = row.Text("kind")!;
        IsImplanted = row.Text("placement") is "implanted";
        Reservoir = row.Figure("reservoir");
        Residual = row.Figure("residual");
        LowReservoir = row.Figure("lowReservoir");
        MinimumFlow = row.Figure("minimumFlow");
        MaximumFlow = row.Figure("maximumFlow");
        NominalFlow = row.Figure("nominalFlow");
        RateStep = row.Figure("rateStep");
        Stroke = row.Figure("stroke");
        Accuracy = row.Figure("accuracy");
        Modes = row.Rows("modes");
        var semantics = row.Row("semantics");
        Semantics = new PumpSemantics(
            Behaviour(semantics, "basalDuringBolus", BasalWords),
            Behaviour(semantics, "lockoutReference", LockoutWords),
            Behaviour(semantics, "rateUnit", RateUnitWords)
        );
    }

    /// <summary>Identifier.</summary>
    public string Id { get; }

    /// <summary>Name as people say it.</summary>
    public string Name { get; }

    /// <summary>Who makes it.</summary>
    public string Maker { get; }

    /// <summary><c>programmable</c>, <c>constant-flow</c>, <c>ambulatory</c>, <c>syringe-driver</c>, <c>elastomeric</c> or <c>mechanical</c>.</summary>
    public string Kind { get; }

    /// <summary>Whether it lies under the skin.</summary>
    public bool IsImplanted { get; }

    /// <summary>Whether its flow is built in, so that there is nothing to program.</summary>
    public bool IsConstantFlow => Kind is "constant-flow" or "elastomeric" or "mechanical";

    /// <summary>Whether its rate is a length per time: no program is made for it (HZ-05).</summary>
    public bool IsSetInMillimetres => Semantics.RateUnit?.Value is RateUnit.MillimetresPerHour or RateUnit.MillimetresPerDay;

    /// <summary>What the container holds: one volume, or a range of containers.</summary>
    public Figure? Reservoir { get; }

    /// <summary>What cannot be withdrawn from the container.</summary>
    public Figure? Residual { get; }

    /// <summary>At what volume the low-reservoir alarm sounds unless it is set otherwise.</summary>
    public Figure? LowReservoir { get; }

    /// <summary>The lowest flow.</summary>
    public Figure? MinimumFlow { get; }

    /// <summary>The highest flow.</summary>
    public Figure? MaximumFlow { get; }

    /// <summary>The flow of a constant-flow pump; a range where there are several versions.</summary>
    public Figure? NominalFlow { get; }

    /// <summary>The step in which the rate is set.</summary>
    public Figure? RateStep { get; }

    /// <summary>The volume of one stroke or valve actuation.</summary>
    public Figure? Stroke { get; }

    /// <summary>The maker's error of the delivered volume, in per cent.</summary>
    public Figure? Accuracy { get; }

    /// <summary>What it does differently from other pumps with the same numbers.</summary>
    public PumpSemantics Semantics { get; }

    /// <summary>Everything that the catalogue holds on it.</summary>
    public DataRow Row { get; }

    /// <summary>The modes that it is known to have; empty if none is known.</summary>
    public IReadOnlyList<DataRow> Modes { get; }

    /// <summary>The volume of the tubing inside the pump that is in force; <see langword="null"/> if not known.</summary>
    /// <param name="bound">Which, where the maker gives a smallest and a largest.</param>
    public Figure? Tubing(Bound bound) => TubingHistory(bound).FirstOrDefault(constant => constant.Truth("withdrawn") is not true)?.Content();

    /// <summary>Every volume that was given for the tubing, newest first, with when, why and what it replaced.</summary>
    /// <param name="bound">Which, where the maker gives a smallest and a largest.</param>
    public IReadOnlyList<DataRow> TubingHistory(Bound bound)
    {
        var word = bound == Bound.Minimum ? "minimum" : "maximum";
        var parts = Row.Rows("fluidPath").Where(part => part.Text("part") is "pump-tubing").ToList();
        var part = parts.Find(candidate => candidate.Text("bound") == word) ?? parts.Find(candidate => candidate.Text("bound") is null);
        return part?.Rows("constant") ?? [];
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;

    private static Marked<T>? Behaviour<T>(DataRow? semantics, string name, Choice<T> words)
        where T : struct =>
        semantics?.Row(name) is { } row && row.Text("value") is { } word ? new Marked<T>(words.Parse(word).Value, row.Provenance!) : null;
}
