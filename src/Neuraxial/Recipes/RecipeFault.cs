namespace Neuraxial;

/// <summary>Which wish or limit a trial fails.</summary>
internal enum RecipeConstraint
{
    Limit,
    Stock,
    StockTogether,
    Residual,
    Unmeasurable,
    Tolerance,
    AtHand,
    Container,
    Interval,
}

/// <summary>One failure of a trial.</summary>
/// <param name="Constraint">Of what.</param>
/// <param name="Drug">Of which drug; <see langword="null"/> for the whole.</param>
/// <param name="Limit">Which limit; <see langword="null"/> if it is none.</param>
internal sealed record RecipeFault(RecipeConstraint Constraint, Drug? Drug = null, RecipeLimit? Limit = null)
{
    /// <summary>At which rate it was tried.</summary>
    public FlowRate Rate { get; init; }

    /// <summary>With which fill.</summary>
    public Volume Fill { get; init; }

    /// <summary>How much it fails by, where that is a count or a share: containers, per cent.</summary>
    public decimal? Amount { get; init; }
}
