using NodaTime;

namespace Neuraxial;

/// <summary>A published sign at which to act.</summary>
public sealed class ObservationTrigger
{
    private readonly IReadOnlyList<string> classes;
    private readonly IReadOnlyList<string> routes;

    internal ObservationTrigger(DataRow row)
    {
        Id = row.Id;
        What = row.Text("what");
        Sign = row.Text("sign")!;
        Trigger = row.Text("trigger")!;
        Action = row.Text("action");
        Provenance = row.Provenance!;
        classes = row.Texts("classes");
        routes = row.Texts("routes");
    }

    /// <summary>Identifier of the row.</summary>
    public string Id { get; }

    /// <summary>The observation at which it is seen, as an identifier; <see langword="null"/> where the formulary does not say.</summary>
    public string? What { get; }

    /// <summary>The sign in words.</summary>
    public string Sign { get; }

    /// <summary>At what to act.</summary>
    public string Trigger { get; }

    /// <summary>What to do; <see langword="null"/> where the source does not say.</summary>
    public string? Action { get; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; }

    /// <summary>Whether it holds for a drug by a route.</summary>
    internal bool IsFor(Drug drug, Route route) =>
        (classes.Count == 0 || classes.Holds(drug.Class)) && (routes.Count == 0 || routes.Holds(TherapyFile.Routes.Word(route)));

    /// <summary>Whether it is a reason to take a dose no further: a sign that the drug itself gives.</summary>
    internal bool IsStopFor(Drug drug, Route route) =>
        IsFor(drug, route) && (classes.Count > 0 || (What is "sedation" && !drug.IsLocalAnaesthetic)) && Id is not "low-block-pain";
}

/// <summary>Something to observe, over one stretch of time.</summary>
/// <param name="What">Identifier: <c>respiratory-rate</c>, <c>motor-block</c>, …</param>
/// <param name="Every">How often; <see cref="Duration.Zero"/> for continual, <see langword="null"/> where no interval is on file: then <see cref="Text"/> says when.</param>
/// <param name="From">From when; <see langword="null"/> where it is counted from something that has no date, as each bolus.</param>
/// <param name="Until">Until when; <see langword="null"/> for as long as the infusion runs, or until <see cref="Condition"/>.</param>
public sealed record Observation(string What, Duration? Every, Instant? From, Instant? Until)
{
    /// <summary>What it holds by instead of the clock: <c>until stable</c>; <see langword="null"/> if it holds by the clock.</summary>
    public string? Condition { get; init; }

    /// <summary>For how long from the moment that <see cref="Condition"/> names; <see langword="null"/> where the source does not say.</summary>
    public Duration? Lasts { get; init; }

    /// <summary>As the source says it; <see langword="null"/> if the numbers say all.</summary>
    public string? Text { get; init; }

    /// <summary>Why it applies here: the regimes that ask for this interval, and from when they are counted.</summary>
    public required string Why { get; init; }

    /// <summary>Where the interval comes from, each source once.</summary>
    public required IReadOnlyList<Provenance> Provenance { get; init; }

    /// <summary>The signs at which to act.</summary>
    public required IReadOnlyList<ObservationTrigger> Triggers { get; init; }

    /// <summary>How far it can be trusted: the weakest of its sources.</summary>
    public Mark Mark =>
        Provenance.FirstOrDefault(one => one.IsUnverified)?.Mark ?? (Provenance.Any(one => one.Mark == Mark.Derived) ? Mark.Derived : Mark.Seen);
}

/// <summary>The observation that a plan asks for: every regime that applies, laid over one another, the shortest interval at each time.</summary>
/// <param name="Rows">By observation, then in the order of time.</param>
/// <param name="Notes">What could not be told, and how it was read.</param>
public sealed record ObservationSchedule(IReadOnlyList<Observation> Rows, IReadOnlyList<string> Notes);
