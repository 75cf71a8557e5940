using NodaTime;

namespace Neuraxial;

/// <summary>One published fact on how a dose is changed: by how much, or how soon again.</summary>
internal sealed class TitrationRow
{
    private const decimal LargestPercent = 1_000m;
    private readonly DataRow row;

    public TitrationRow(DataRow row)
    {
        this.row = row;
        Figure = row.Figure("figure")!;
        if (Figure is { Unit: "%" } && (Figure.From ?? Figure.Number) is { } least && (Figure.To ?? Figure.Number) is { } most)
        {
            Percent = least >= 0m && most >= least && most <= LargestPercent ? (least, most) : null;
        }

        if (Figure is { Unit: "steps per week", To: > 0m and <= 100m } frequency)
        {
            Interval = Durations.FromDays(7m / frequency.To!.Value);
        }
        else if (Figure.Low is { } low && QuantityText.ParseDuration(low) is { Succeeded: true } parsed)
        {
            Interval = parsed.Value;
        }
    }

    public static bool IsOne(DataRow row) => row.Text("what") is "titration-step" && row.Text("drug") is not null;

    public string Drug => row.Text("drug")!;

    public string Authority => row.Text("authority")!;

    public string? Patients => row.Text("patients");

    /// <summary>When it holds, as the formulary's word; <see langword="null"/> for the ordinary step.</summary>
    public string? Phase => row.Text("phase");

    /// <summary>The drug whose steps hold here too.</summary>
    public string? As => row.Text("as");

    public Figure Figure { get; }

    public string? Note => row.Text("note") ?? Figure.Provenance.Note;

    /// <summary>The smallest and the largest step, in per cent of the dose.</summary>
    public (decimal Least, decimal Most)? Percent { get; }

    /// <summary>The largest step, as a dose.</summary>
    public DoseRate? Largest => Figure.HighQuantity<DoseRate>();

    /// <summary>The step, as a flow of the mixture.</summary>
    public FlowRate? Flow => Figure.Quantity<FlowRate>();

    /// <summary>The shortest time between two steps.</summary>
    public Duration? Interval { get; }

    /// <summary>Whether it says by how much.</summary>
    public bool IsChange => Percent is not null || Largest is not null || Flow is not null;

    public bool IsFor(string drug, Route route) => Drug == drug && row.Text("route") == TherapyFile.Routes.Word(route);

    /// <summary>Whether the label is one of where the therapy is; any if that is not stated.</summary>
    public bool IsOf(string? jurisdiction) =>
        jurisdiction is null
        || Authority switch
        {
            "US label" => jurisdiction is "us",
            "EU label" or "EU/UK label" => jurisdiction is "eu" or "uk",
            "UK label" => jurisdiction is "uk",
            _ => true,
        };
}
