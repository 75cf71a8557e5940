using NodaTime;

namespace Neuraxial;

/// <summary>What is known of one mixture's life: a row of the stability table.</summary>
public sealed class StabilityStudy
{
    private readonly StudiedDrug[] drugs;

    internal StabilityStudy(DataRow row)
    {
        Row = row;
        drugs =
        [
            .. row.Rows("drugs")
                .Select(drug => new StudiedDrug(drug.Text("drug")!, Read(drug, "minimum"), Read(drug, "above"), Read(drug, "maximum"))),
        ];
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
    public bool StatesConcentrations => Array.TrueForAll(drugs, drug => drug.IsStated);

    /// <summary>Whether a row is about exactly the drugs of a mixture, whatever their concentrations.</summary>
    internal static bool HoldsDrugs(DataRow row, Infusate infusate)
    {
        var parts = row.Rows("drugs");
        return parts.Count == infusate.Drugs.Count && parts.All(drug => infusate.Of(drug.Text("drug")!) is not null);
    }

    /// <summary>Whether every concentration of the mixture lies within what was studied. What the source does not state, holds.</summary>
    public bool Covers(Infusate infusate) =>
        drugs.Length == infusate.Drugs.Count
        && Array.TrueForAll(drugs, drug => infusate.Of(drug.Drug) is { } concentration && drug.Covers(concentration));

    /// <summary>The mixture as a table prints it.</summary>
    public string Mixture => string.Join(" + ", drugs.Select(drug => drug.Written(concentration => concentration.ToString())));

    /// <summary>The mixture in a sentence for people.</summary>
    internal string MixtureInWords => string.Join(" + ", drugs.Select(drug => drug.Written(concentration => Display.Of(concentration))));

    private static Concentration? Read(DataRow row, string name) => row.Text(name) is { } text ? QuantityText.Parse<Concentration>(text).Value : null;

    /// <summary>One drug of the mixture, with what the source states of its concentration.</summary>
    /// <param name="Drug">Identifier of the drug.</param>
    /// <param name="Minimum">The lowest that the row holds for.</param>
    /// <param name="Above">What it must be more than: the highest of a row that says more of the weaker mixture.</param>
    /// <param name="Maximum">The highest that the row holds for.</param>
    private sealed record StudiedDrug(string Drug, Concentration? Minimum, Concentration? Above, Concentration? Maximum)
    {
        public bool IsStated => Minimum is not null || Above is not null || Maximum is not null;

        public bool Covers(Concentration concentration) =>
            (Minimum is not { } minimum || concentration >= minimum)
            && (Above is not { } above || concentration > above)
            && (Maximum is not { } maximum || concentration <= maximum);

        public string Written(Func<Concentration, string> shown)
        {
            var low =
                Minimum is { } from ? $" from {shown(from)}"
                : Above is { } over ? $" above {shown(over)}"
                : "";
            return (Minimum, Maximum) switch
            {
                ({ } least, { } most) when least == most => $"{Drug} {shown(least)}",
                ({ } least, { } most) => $"{Drug} {shown(least)} to {shown(most)}",
                (_, { } most) => $"{Drug}{low} up to {shown(most)}",
                _ => Drug + low,
            };
        }
    }
}
