using NodaTime;

namespace Neuraxial;

/// <summary>One drug of a mixture that is being worked out.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Wanted">The wanted dose; <see langword="null"/> for one that only the residual brings.</param>
/// <param name="Fixed">Its strength in the container, where the recipe fixes it.</param>
/// <param name="Residual">Its strength in the residual; zero if it holds none.</param>
/// <param name="Strengths">The limits on its strength in the container.</param>
/// <param name="Doses">The highest doses that nobody may pass.</param>
/// <param name="Measure">The graduation in which it is drawn up.</param>
/// <param name="TolerancePercent">How far the achieved dose may be from the wanted one, in per cent.</param>
internal sealed record RecipeDrug(
    Drug Drug,
    DoseRate? Wanted,
    Concentration? Fixed,
    Concentration Residual,
    IReadOnlyList<RecipeLimit> Strengths,
    IReadOnlyList<RecipeLimit> Doses,
    Volume Measure,
    decimal TolerancePercent
)
{
    /// <summary>The strength in the container that gives the wanted dose at a rate, or that was fixed.</summary>
    public Concentration Target(FlowRate rate) => Fixed ?? (Wanted ?? DoseRate.Zero) / rate;
}

/// <summary>A recipe with everything that the formulary and the catalogue say to it: what every trial needs and none changes.</summary>
internal sealed class RecipeTerms
{
    private readonly IReadOnlyList<StabilityStudy> studies;
    private readonly Therapy template;

    /// <param name="recipe">The recipe.</param>
    /// <param name="formulary">The data.</param>
    /// <param name="lifted">Limits that are moved to another strength, or left out where it is <see langword="null"/>, to find out what they cost.</param>
    public RecipeTerms(Recipe recipe, Formulary formulary, IReadOnlyDictionary<string, Concentration?>? lifted = null)
    {
        Recipe = recipe;
        Formulary = formulary;
        Container = RecipeContainer.Of(recipe);
        Flows = RecipeFlows.Of(recipe);
        Compounding = CompoundingTerms.Of(formulary);
        Profile = Planner.Profile(recipe.Route, recipe.Indication, recipe.Pump.Model, formulary)?.Id;
        IEnumerable<Drug> drugs = recipe.Wanted.Select(wanted => wanted.Drug);
        drugs = [.. drugs.Concat(recipe.Residual?.Drugs.Select(part => part.Drug) ?? []).DistinctBy(drug => drug.Id, StringComparer.Ordinal)];
        template = Therapy(recipe, new Infusate([.. drugs.Select(drug => new InfusateDrug(drug, Concentration.Zero))], recipe.Diluent));
        var limits = RecipeLimits.Of(template, Profile, formulary);
        IEnumerable<RecipeLimit> Bounds(Drug drug, params LimitCheck[] checks) =>
            limits
                .Where(entry => checks.Contains(entry.Limit.Check) && entry.Limit.IsAbout(drug.Id))
                .SelectMany(entry => RecipeLimits.Bounds(entry.Limit, entry.Undiluted));

        var tolerance = formulary.Setting("achievable-confirm").Number!.Value;
        var graduation = recipe.Measure ?? formulary.Setting("measurable-volume").Quantity<Volume>()!.Value;
        IEnumerable<RecipeLimit> Doses(Drug drug)
        {
            // A drug that the residual holds was given before.
            var begins = recipe.Residual is not { } residual || residual.Of(drug) == Concentration.Zero;
            var doses = Bounds(drug, LimitCheck.DailyDose, LimitCheck.HourlyDose, LimitCheck.StartDose);
            return doses.Where(limit => limit is { Blocks: true, IsLower: false, Dose: not null } && (begins || limit.Check != LimitCheck.StartDose));
        }

        Drugs =
        [
            .. drugs.Select(drug =>
            {
                var wanted = recipe.Wanted.FirstOrDefault(wanted => wanted.Drug.Id == drug.Id);
                var strengths = Bounds(drug, LimitCheck.Concentration, LimitCheck.MinimumConcentration)
                    .Select(limit => lifted is not null && limit.Blocks && lifted.TryGetValue(limit.Id, out var moved) ? limit.At(moved) : limit)
                    .OfType<RecipeLimit>()
                    .Where(limit => limit.Strength is not null);
                return new RecipeDrug(
                    drug,
                    wanted?.Dose,
                    wanted?.Concentration,
                    recipe.Residual?.Of(drug) ?? Concentration.Zero,
                    [.. strengths],
                    [.. Doses(drug)],
                    wanted?.Measure ?? graduation,
                    wanted?.TolerancePercent ?? tolerance
                );
            }),
        ];
        RefillLimits =
        [
            .. drugs
                .SelectMany(drug => Bounds(drug, LimitCheck.RefillInterval).Where(limit => limit is { IsLower: false, Time: not null }))
                .DistinctBy(limit => limit.Id, StringComparer.Ordinal),
        ];
        Service = recipe.Pump.Model.IsImplanted ? formulary.Setting("service-limit").Duration() : null;
        var first = StabilityLookup.IsFirstFill(template);
        studies =
        [
            .. formulary
                .StabilityOf(template.Infusate)
                .Where(study => study.IsLimit && study.IsFor(recipe.Pump.Model.IsImplanted) && study.IsForFill(first)),
        ];
    }

    public Recipe Recipe { get; }

    public Formulary Formulary { get; }

    public RecipeContainer Container { get; }

    public RecipeFlows Flows { get; }

    /// <summary>The set of limits that applies; <see langword="null"/> if none is known.</summary>
    public string? Profile { get; }

    /// <summary>What can be measured.</summary>
    public CompoundingTerms Compounding { get; }

    /// <summary>The wanted drugs in their order, then those that only the residual brings.</summary>
    public IReadOnlyList<RecipeDrug> Drugs { get; }

    /// <summary>The limits on the time to the refill: they bring it forward.</summary>
    public IReadOnlyList<RecipeLimit> RefillLimits { get; }

    /// <summary>Times that can end an interval whatever the volume, each once: the service's limit, limits on the refill, stability of any strength.</summary>
    public IEnumerable<Duration> Caps =>
        new[] { Service }
            .Concat(RefillLimits.Select(limit => limit.Time))
            .Concat(studies.Select(study => study.Duration))
            .OfType<Duration>()
            .Distinct();

    /// <summary>The service's own limit; <see langword="null"/> if it has none for this pump.</summary>
    public Duration? Service { get; }

    /// <summary>The strengths at which what is known of the mixture's life changes.</summary>
    public IEnumerable<(string Drug, Concentration Strength)> StabilityBounds =>
        studies
            .SelectMany(study => study.Row.Rows("drugs"))
            .SelectMany(row =>
                new[] { row.Text("minimum"), row.Text("maximum") }
                    .OfType<string>()
                    .Select(text => (row.Text("drug")!, QuantityText.Parse<Concentration>(text).Value))
            )
            .Distinct();

    /// <summary>The time to the refill, what ends it, and how long the mixture may stay: as a plan finds them.</summary>
    public (Duration Interval, RefillReason Reason, Duration? Stable) Interval(FlowRate rate, Volume fill, IReadOnlyList<CandidateDrug> drugs)
    {
        var (interval, reason) = (rate.TimeFor(fill - Container.Low) ?? Durations.Longest, RefillReason.Volume);
        var stable = studies.Count == 0 ? null : Study(drugs)?.Duration;
        if (Rule(drugs) is { Time: { } time } && (stable is not { } known || time < known))
        {
            stable = time;
        }

        if (stable < interval)
        {
            (interval, reason) = (stable.Value, RefillReason.Stability);
        }

        return Service < interval ? (Service.Value, RefillReason.ServiceLimit, stable) : (interval, reason, stable);
    }

    /// <summary>The limit on the refill that holds for a mixture, the shortest; <see langword="null"/> if none does.</summary>
    public RecipeLimit? Rule(IReadOnlyList<CandidateDrug> drugs)
    {
        RecipeLimit? shortest = null;
        foreach (var limit in RefillLimits)
        {
            if ((shortest is null || limit.Time < shortest.Time) && (limit.Undiluted is not { } undiluted || undiluted == IsMarketed(drugs)))
            {
                shortest = limit;
            }
        }

        return shortest;
    }

    /// <summary>The therapy that an answer comes to.</summary>
    public Therapy Therapy(RecipeCandidate candidate) =>
        Therapy(Recipe, candidate.Infusate(Recipe.Diluent)) with
        {
            Fill = new Fill(candidate.Fill, Start) { Overfill = Recipe.Overfill, DeadSpace = Recipe.DeadSpace },
            Program = Recipe.Pump.Model.IsConstantFlow ? new ConstantFlowProgram(candidate.Rate) : new ContinuousProgram(candidate.Rate),
        };

    /// <summary>The moment of the fill; where it is not stated any other, from which only times are taken and no date.</summary>
    private OffsetDateTime Start => Recipe.Moment ?? (Recipe.Day ?? new LocalDate(2000, 1, 1)).AtMidnight().WithOffset(Offset.Zero);

    private Therapy Therapy(Recipe recipe, Infusate infusate) =>
        new()
        {
            Name = recipe.Name,
            Indication = recipe.Indication,
            Route = recipe.Route,
            Jurisdiction = recipe.Jurisdiction,
            Pump = recipe.Pump,
            Infusate = infusate,
            Fill = new Fill(Container.MostFill, Start),
            Program = new ContinuousProgram(Flows.Step),
            Previous = recipe.Residual is { Drugs: { Count: > 0 } old } ? new PreviousInfusion(new Infusate(old, null), null) : null,
        };

    /// <summary>What is known of a mixture's life; <see langword="null"/> if nothing is.</summary>
    public StabilityStudy? Study(IReadOnlyList<CandidateDrug> drugs) =>
        StabilityLookup.Shortest(
            studies,
            template.Infusate with
            {
                Drugs = [.. drugs.Select(drug => new InfusateDrug(drug.Drug, drug.InContainer))],
            }
        );

    private bool IsMarketed(IReadOnlyList<CandidateDrug> drugs) =>
        drugs is [var only]
        && Formulary
            .Rows("preparations")
            .Any(row =>
                row.Rows("drugs") is [var held]
                && held.Text("drug") == only.Drug.Id
                && held.Figure("strength")?.Quantity<Concentration>() == only.InContainer
            );
}
