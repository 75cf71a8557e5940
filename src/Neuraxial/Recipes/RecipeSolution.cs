using NodaTime;

namespace Neuraxial;

/// <summary>
/// What a recipe comes to: mixtures, fills and rates that give the wanted doses, the best first; or that there is none, why, and what would have to give.
/// Decision support: the prescriber chooses, the pharmacist checks.
/// </summary>
public sealed record RecipeSolution
{
    /// <summary>What was wanted.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>By which data.</summary>
    public required Formulary Formulary { get; init; }

    /// <summary>The set of limits that applies; <see langword="null"/> if none is known.</summary>
    public required string? Profile { get; init; }

    /// <summary>The answers, the best first; empty if there is none.</summary>
    public required IReadOnlyList<RecipeAnswer> Answers { get; init; }

    /// <summary>Why there is none and what would help; <see langword="null"/> if there is an answer.</summary>
    public required RecipeInfeasible? Infeasible { get; init; }

    /// <summary>What was looked through.</summary>
    public required RecipeSearch Search { get; init; }

    /// <summary>What holds of every answer, most dangerous first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether there is an answer.</summary>
    public bool IsFeasible => Infeasible is null;
}

/// <summary>One answer: what to mix, how much to fill in, how fast to run it, and how long it lasts.</summary>
public sealed record RecipeAnswer
{
    /// <summary>From 1, the best.</summary>
    public required int Rank { get; init; }

    /// <summary>In what no other answer is better: <c>interval</c>, <c>error</c>, <c>waste</c>, <c>strength</c>, <c>digits</c>; <c>balance</c> for the first.</summary>
    public required IReadOnlyList<string> BestIn { get; init; }

    /// <summary>The rate, on a step of the pump.</summary>
    public required FlowRate Rate { get; init; }

    /// <summary>The volume filled in, what was left in the container not counted.</summary>
    public required Volume Fill { get; init; }

    /// <summary>The volume to make: the fill, what is made beyond it, what stays behind in the set.</summary>
    public required Volume Batch { get; init; }

    /// <summary>The time to the refill.</summary>
    public required Duration Interval { get; init; }

    /// <summary>What ends it.</summary>
    public required RefillReason Reason { get; init; }

    /// <summary>How long the mixture is known to be good; <see langword="null"/> if not known.</summary>
    public required Duration? Stable { get; init; }

    /// <summary>The drugs: the wanted ones in their order, then those that only the residual brings.</summary>
    public required IReadOnlyList<RecipeDose> Drugs { get; init; }

    /// <summary>How to make it; an example where a stock is not stated, <see langword="null"/> if products on file cannot make it either.</summary>
    public required Worksheet? Worksheet { get; init; }

    /// <summary>The largest share of a drug that is opened or drawn and never given, in per cent; <see langword="null"/> if no stock is stated.</summary>
    public required decimal? WastePercent { get; init; }

    /// <summary>What keeps the answer from being better.</summary>
    public required IReadOnlyList<RecipeBinding> Binding { get; init; }

    /// <summary>The answer as a therapy; its moment of the fill is only meant where the recipe states one.</summary>
    public required Therapy Therapy { get; init; }

    /// <summary>What a plan of it says, most dangerous first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The day by which to refill; <see langword="null"/> if the recipe states no day for the fill.</summary>
    public LocalDate? RefillBy(Recipe recipe) => recipe.Day?.PlusDays((int)decimal.Floor(Interval.InDays()));
}

/// <summary>One drug of an answer.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Wanted">The wanted dose; <see langword="null"/> for one that only the residual brings.</param>
/// <param name="InFill">Its strength in what is filled in: what the syringe's label says.</param>
/// <param name="Concentration">Its strength in the container, the residual blended in: what the pump is told.</param>
/// <param name="Achieved">The dose that this strength gives at the rate, recomputed from the volumes as they can be measured.</param>
/// <param name="ErrorPercent">(achieved − wanted) ÷ wanted × 100; <see langword="null"/> where nothing is wanted.</param>
public sealed record RecipeDose(
    Drug Drug,
    DoseRate? Wanted,
    Concentration InFill,
    Concentration Concentration,
    DoseRate Achieved,
    decimal? ErrorPercent
);

/// <summary>One thing that an answer runs up against, or that leaves none.</summary>
/// <param name="Code">Which: <c>limit</c>, <c>stock</c>, <c>interval</c>, <c>container</c>, …</param>
/// <param name="Message">In words, with its numbers.</param>
public sealed record RecipeBinding(string Code, string Message)
{
    /// <summary>The drug that it is about; <see langword="null"/> for the whole.</summary>
    public string? Drug { get; init; }

    /// <summary>The bound, with its unit; <see langword="null"/> where there is none.</summary>
    public string? Limit { get; init; }

    /// <summary>Where the bound comes from, with its mark; <see langword="null"/> where it is a wish.</summary>
    public string? Source { get; init; }

    /// <summary>The limit of the formulary, by its identifier there; <see langword="null"/> if it is none.</summary>
    public string? Rule { get; init; }
}

/// <summary>Why there is no answer.</summary>
/// <param name="Constraints">What stands against each other, with numbers.</param>
/// <param name="Relax">Changes each of which is enough: each was solved again.</param>
public sealed record RecipeInfeasible(IReadOnlyList<RecipeBinding> Constraints, IReadOnlyList<RecipeRelaxation> Relax);

/// <summary>A change that is enough for an answer, found to be so by solving again.</summary>
/// <param name="Paths">The members of the recipe that change; empty for a limit, which is the formulary's.</param>
/// <param name="To">What they become, in the grammar of quantities; <see langword="null"/> for "left out".</param>
/// <param name="Message">In words.</param>
/// <param name="Rate">The rate of the best answer with it.</param>
/// <param name="Fill">Its fill.</param>
/// <param name="Interval">Its time to the refill.</param>
public sealed record RecipeRelaxation(IReadOnlyList<string> Paths, string? To, string Message, FlowRate Rate, Volume Fill, Duration Interval);
