using NodaTime;

namespace Neuraxial;

/// <summary>What is known of one mixture's life: a row of the stability table.</summary>
public sealed class StabilityStudy
{
    private readonly (string Drug, Concentration? Minimum, Concentration? Maximum)[] drugs;

    internal StabilityStudy(DataRow row)
    {
        Row = row;
        drugs = [.. row.Rows("drugs").Select(drug => (drug.Text("drug")!, Read(drug, "minimum"), Read(drug, "maximum")))];
        Duration = row.Figure("duration")?.Duration();
        Provenance = row.Figure("duration")?.Provenance ?? row.Provenance!;
    }

    /// <summary>Everything that the row holds.</summary>
    public DataRow Row { get; }

    /// <summary>Identifier of the row.</summary>
    public string Id => Row.Id;

    /// <summary>How long the mixture is good for; <see langword="null"/> if the study gives no time.</summary>
    public Duration? Duration { get; }

    /// <summary>Where the time comes from.</summary>
    public Provenance Provenance { get; }

    /// <summary>Whether the time may be taken as the longest time in the container, not only as something read.</summary>
    public bool IsLimit => Row.Text("use") is "limit" && Duration is not null;

    /// <summary>Whether the study was in an implanted pump (or at 37 °C) or in the container of an external one.</summary>
    public bool IsFor(bool implanted) => Row.Text("setting") == (implanted ? "implanted" : "external");

    /// <summary>Whether it is for a first fill, a later fill or any.</summary>
    public bool IsForFill(bool first) => Row.Text("fill") is not { } fill || fill is "any" || fill == (first ? "first" : "later");

    /// <summary>Whether the drug was diluted, where the label makes a difference; <see langword="null"/> where it makes none.</summary>
    public bool? Diluted => Row.Truth("diluted");

    /// <summary>Whose label it is; <see langword="null"/> for a study.</summary>
    public string? Jurisdiction => Row.Text("jurisdiction");

    /// <summary>Whether every drug's concentration is stated in the source.</summary>
    public bool StatesConcentrations => Array.TrueForAll(drugs, drug => drug.Minimum is not null || drug.Maximum is not null);

    /// <summary>Whether a row is about exactly the drugs of a mixture, whatever their concentrations.</summary>
    internal static bool HoldsDrugs(DataRow row, Infusate infusate)
    {
        var parts = row.Rows("drugs");
        return parts.Count == infusate.Drugs.Count && parts.All(drug => infusate.Of(drug.Text("drug")!) is not null);
    }

    /// <summary>Whether every concentration of the mixture lies within what was studied. What the source does not state, holds.</summary>
    public bool Covers(Infusate infusate) =>
        drugs.Length == infusate.Drugs.Count
        && Array.TrueForAll(
            drugs,
            drug =>
                infusate.Of(drug.Drug) is { } concentration
                && (drug.Minimum is not { } minimum || concentration >= minimum)
                && (drug.Maximum is not { } maximum || concentration <= maximum)
        );

    /// <summary>The mixture as a table prints it.</summary>
    public string Mixture => string.Join(" + ", drugs.Select(drug => Range(drug)));

    private static string Range((string Drug, Concentration? Minimum, Concentration? Maximum) drug) =>
        (drug.Minimum, drug.Maximum) switch
        {
            (null, null) => drug.Drug,
            ({ } low, { } high) when low == high => $"{drug.Drug} {low}",
            ({ } low, { } high) => $"{drug.Drug} {low} to {high}",
            ({ } low, null) => $"{drug.Drug} from {low}",
            (null, { } high) => $"{drug.Drug} up to {high}",
        };

    private static Concentration? Read(DataRow row, string name) => row.Text(name) is { } text ? QuantityText.Parse<Concentration>(text).Value : null;
}
