using NodaTime;

namespace Neuraxial;

/// <summary>What begins a regime of observation.</summary>
internal enum ObservedEvent
{
    /// <summary>A drug is given for the first time.</summary>
    Start,

    /// <summary>The daily dose of a drug rises.</summary>
    Rise,

    /// <summary>A bolus.</summary>
    Bolus,

    /// <summary>A test dose.</summary>
    TestDose,

    /// <summary>A refill of the container.</summary>
    Refill,

    /// <summary>A drug is left out.</summary>
    Stop,
}

/// <summary>One step of a regime. Each is read once, so that two are the same where they are the same object.</summary>
/// <param name="What">What is observed, as identifiers; empty where the source does not name it.</param>
/// <param name="Every">How often; <see cref="Duration.Zero"/> for continual, <see langword="null"/> where the source gives no interval.</param>
/// <param name="Until">Counted from the event; <see langword="null"/> where the source gives no end.</param>
/// <param name="Condition">What it holds by instead of the clock; <see langword="null"/> if it holds by the clock.</param>
/// <param name="Text">As the source says it; <see langword="null"/> if the numbers say all.</param>
/// <param name="Provenance">Where it comes from.</param>
internal sealed record RegimeStep(
    IReadOnlyList<string> What,
    Duration? Every,
    Duration? Until,
    string? Condition,
    string? Text,
    Provenance Provenance
)
{
    /// <summary>Mark and sources in words: what two steps are the same by to a reader.</summary>
    public string Cited { get; } = Provenance.ToString();
}

/// <summary>A published regime of observation.</summary>
internal sealed class Regime
{
    private static readonly Choice<ObservedEvent> Events = new(
        new("start", ObservedEvent.Start),
        new("rise", ObservedEvent.Rise),
        new("bolus", ObservedEvent.Bolus),
        new("test-dose", ObservedEvent.TestDose),
        new("refill", ObservedEvent.Refill),
        new("stop", ObservedEvent.Stop)
    );

    private readonly DataRow row;
    private readonly ObservedEvent[] events;
    private readonly IReadOnlyList<string> routes;
    private readonly IReadOnlyList<string> drugs;
    private readonly IReadOnlyList<string> classes;

    public Regime(DataRow row)
    {
        this.row = row;
        Provenance = row.Provenance!;
        Setting = row.Text("setting")!;
        IsForChildren = row.Text("patients") is "child";
        IsForExtendedRelease = row.Text("applies") is "extended-release product only";
        routes = row.Texts("routes");
        drugs = row.Texts("drugs");
        classes = row.Texts("classes");
        var also = row.Texts("alsoAfter");
        events = new ObservedEvent[also.Count + 1];
        events[0] = Events.Parse(row.Text("starts")!).Value;
        for (var i = 0; i < also.Count; i++)
        {
            events[i + 1] = Events.Parse(also[i]).Value;
        }

        var atLeast = row.Figure("atLeast");
        var end =
            (atLeast?.High ?? atLeast?.Value) is { } text && QuantityText.ParseDuration(text) is { Succeeded: true } parsed
                ? parsed.Value
                : (Duration?)null;
        var steps = row.Rows("steps");
        Steps = [.. steps.Select((step, i) => Read(step, i == steps.Count - 1 ? end : null))];
        Whole = new RegimeStep([], null, null, null, Text, Provenance);
        AtTheBedside = [.. Steps.SelectMany(step => step.What).Where(IsAtTheBedside).Distinct(StringComparer.Ordinal)];
    }

    public string Id => row.Id;

    public string Setting { get; }

    /// <summary>The whole regime as the source says it.</summary>
    public string Text => row.Text("text") ?? Setting;

    public Provenance Provenance { get; }

    /// <summary>In the order of the source. The last one ends when the regime does, where the source says for how long it is kept.</summary>
    public IReadOnlyList<RegimeStep> Steps { get; }

    /// <summary>The regime as one step, for one that is given in words alone.</summary>
    public RegimeStep Whole { get; }

    /// <summary>What it has observed at the bedside, each once.</summary>
    public IReadOnlyList<string> AtTheBedside { get; }

    public bool NamesDrugs => drugs.Count > 0 || classes.Count > 0;

    public bool IsForChildren { get; }

    /// <summary>Whether it is about a product that no container of a pump holds.</summary>
    public bool IsForExtendedRelease { get; }

    public bool IsAfter(ObservedEvent observed)
    {
        foreach (var one in events)
        {
            if (one == observed)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFor(Route route, Pump pump) =>
        routes.Holds(TherapyFile.Routes.Word(route))
        && (row.Text("placement") is not { } placement || placement == (pump.IsImplanted ? "implanted" : "external"));

    public bool IsFor(Drug drug) => !NamesDrugs || drugs.Holds(drug.Id) || classes.Holds(drug.Class);

    /// <summary>
    /// The longest of the close watches that are published for a start or a rise of a drug: the last moment at which any of them asks for more than it asks for ever after;
    /// <see langword="null"/> if none is published.
    /// </summary>
    public static (Regime Regime, Duration Length)? ClosestWatch(Drug drug, Route route, Formulary formulary)
    {
        (Regime Regime, Duration Length)? longest = null;
        foreach (
            var regime in formulary.Regimes.Where(regime =>
                regime.NamesDrugs
                && regime.IsFor(drug)
                && regime.routes.Holds(TherapyFile.Routes.Word(route))
                && (regime.IsAfter(ObservedEvent.Start) || regime.IsAfter(ObservedEvent.Rise))
            )
        )
        {
            foreach (var step in regime.Steps.Where(step => step.Condition is null && IsAtTheBedside(step.What)))
            {
                if (step.Until is { } until && (longest is not { } held || until > held.Length))
                {
                    longest = (regime, until);
                }
            }
        }

        return longest;
    }

    /// <summary>What is done at the bedside by looking: what a source means that says how often to observe and not what.</summary>
    public static bool IsAtTheBedside(string what) =>
        what
            is "respiratory-rate"
                or "sedation"
                or "oxygen-saturation"
                or "blood-pressure"
                or "heart-rate"
                or "motor-block"
                or "sensory-level"
                or "tone";

    private static bool IsAtTheBedside(IReadOnlyList<string> what) => what.Any(IsAtTheBedside);

    private RegimeStep Read(DataRow step, Duration? end)
    {
        var text = step.Text("text");
        var every = Time(step, "every");
        var condition = step.Text("condition");
        return new RegimeStep(
            step.Texts("what"),
            every ?? (text is null ? Duration.Zero : null),
            Time(step, "until") ?? (condition is null ? end : null),
            condition,
            text,
            step.Provenance ?? Provenance
        );
    }

    private static Duration? Time(DataRow step, string name) =>
        step.Text(name) is { } text && QuantityText.ParseDuration(text) is { Succeeded: true } parsed ? parsed.Value : null;
}
