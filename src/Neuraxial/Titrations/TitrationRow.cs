using NodaTime;

namespace Neuraxial;

/// <summary>One published fact on how a dose is changed: by how much, or how soon again.</summary>
internal sealed class TitrationRow
{
    private const decimal LargestPercent = 1_000m;
    private readonly Route route;

    public TitrationRow(DataRow row)
    {
        Figure = row.Figure("figure")!;
        Drug = row.Text("drug")!;
        Authority = row.Text("authority")!;
        route = TherapyFile.Routes.Parse(row.Text("route")!).Value;
        Patients = row.Text("patients");
        Phase = row.Text("phase");
        As = row.Text("as");
        Note = row.Text("note");
        Largest = Figure.HighQuantity<DoseRate>();
        Flow = Figure.Quantity<FlowRate>();
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

    public string Drug { get; }

    public string Authority { get; }

    public string? Patients { get; }

    /// <summary>When it holds, as the formulary's word; <see langword="null"/> for the ordinary step.</summary>
    public string? Phase { get; }

    /// <summary>The drug whose steps hold here too.</summary>
    public string? As { get; }

    public Figure Figure { get; }

    public string? Note { get; }

    /// <summary>The smallest and the largest step, in per cent of the dose.</summary>
    public (decimal Least, decimal Most)? Percent { get; }

    /// <summary>The largest step, as a dose.</summary>
    public DoseRate? Largest { get; }

    /// <summary>The step, as a flow of the mixture.</summary>
    public FlowRate? Flow { get; }

    /// <summary>The shortest time between two steps.</summary>
    public Duration? Interval { get; }

    /// <summary>Whether it says by how much.</summary>
    public bool IsChange => Percent is not null || Largest is not null || Flow is not null;

    public bool IsFor(string drug, Route route) => Drug == drug && this.route == route;

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
