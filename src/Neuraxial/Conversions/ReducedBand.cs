namespace Neuraxial;

/// <summary>A published rule on what to make of a converted dose, or of what is still given besides.</summary>
public sealed class ConversionRule
{
    private readonly DataRow row;

    internal ConversionRule(DataRow row)
    {
        this.row = row;
        Figure = row.Figure("figure");
        Provenance = Figure?.Provenance ?? row.Provenance;
    }

    /// <summary>Identifier of the row.</summary>
    public string Id => row.Id;

    /// <summary>The rule in words.</summary>
    public string Text => row.Text("text")!;

    /// <summary>When it holds, in words; <see langword="null"/> if always.</summary>
    public string? Applies => row.Text("applies");

    /// <summary>Its figure; <see langword="null"/> if it has none.</summary>
    public Figure? Figure { get; }

    /// <summary>Where it comes from; <see langword="null"/> where the row says nothing.</summary>
    public Provenance? Provenance { get; }

    /// <summary>What it is for, as the formulary's word; <see langword="null"/> if only to be read.</summary>
    internal string? Use => row.Text("use");

    internal bool IsFor(Indication indication) =>
        row.Texts("indications") is not { Count: > 0 } only || only.Contains(TherapyFile.Indications.Word(indication), StringComparer.Ordinal);

    internal bool IsForRoute(string route) => row.Texts("routes") is not { Count: > 0 } only || only.Contains(route, StringComparer.Ordinal);

    /// <summary>Both ends of a share in per cent, within 0 to 100; <see langword="null"/> if it holds none.</summary>
    internal (decimal Least, decimal Most)? Percent =>
        Figure is { Unit: "%" } figure && (figure.Number ?? figure.To) is { } most && most is >= 0m and <= 100m
            ? (figure.Number ?? figure.From ?? 0m) is var least && least >= 0m && least <= most
                ? (least, most)
                : null
            : null;

    /// <summary>Both divisors, the smaller first, of at least one; <see langword="null"/> if it holds none.</summary>
    internal (decimal Least, decimal Most)? Divisors =>
        Figure is { Unit: not "%" } figure
        && (figure.Number ?? figure.From) is { } least
        && (figure.Number ?? figure.To) is { } most
        && least >= 1m
        && most >= least
            ? (least, most)
            : null;
}

/// <summary>A published reduction of a band: shown beside it and never applied to it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="After">The rule whose band is reduced further; <see langword="null"/> for the computed band itself.</param>
/// <param name="Low">The lower end; <see langword="null"/> where the rule says at most.</param>
/// <param name="High">The upper end.</param>
public sealed record ReducedBand(ConversionRule Rule, ConversionRule? After, DoseRate? Low, DoseRate High)
{
    /// <summary>Every reduction that holds for what is converted to.</summary>
    internal static IReadOnlyList<ReducedBand> All(DoseRate low, DoseRate high, DrugByRoute to, Formulary formulary)
    {
        var rules = formulary.ConversionRules.Where(rule => rule.IsForRoute(to.Route)).ToList();
        var reduced = new List<ReducedBand>();
        foreach (var rule in rules)
        {
            if (rule.Use is "start-divisor" && rule.Divisors is { } divisors)
            {
                reduced.Add(new ReducedBand(rule, null, low / divisors.Most, high / divisors.Least));
            }
            else if (rule.Use is "start-share" && rule.Percent is { } share)
            {
                reduced.Add(new ReducedBand(rule, null, share.Least > 0m ? low * share.Least / 100m : null, high * share.Most / 100m));
            }
        }

        // "A further cut": of what the first reduction left, where there is one.
        foreach (var rule in rules.Where(rule => rule.Use is "start-cut"))
        {
            var first = reduced.Find(band => band.Rule.Use is "start-divisor");
            if (rule.Percent is { } cut)
            {
                reduced.Add(
                    new ReducedBand(
                        rule,
                        first?.Rule,
                        (first?.Low ?? low) * (100m - cut.Most) / 100m,
                        (first?.High ?? high) * (100m - cut.Least) / 100m
                    )
                );
            }
        }

        return reduced;
    }
}
