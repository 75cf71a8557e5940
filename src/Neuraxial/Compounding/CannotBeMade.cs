namespace Neuraxial;

/// <summary>What stands in the way of a mixture.</summary>
public enum MakingConstraint
{
    /// <summary>The volumes of all stocks together are more than what is made.</summary>
    Volume,

    /// <summary>A stock is weaker than the mixture shall be.</summary>
    StockTooWeak,

    /// <summary>A stock is so strong that it would take too many dilutions.</summary>
    StockTooStrong,

    /// <summary>The formulary holds no suitable product of the drug for this route and jurisdiction.</summary>
    NoProduct,

    /// <summary>The named product is not to be used by this route: preservative, licence, or not known to be suitable.</summary>
    ProductUnsuitable,

    /// <summary>The formulary gives no single strength of the named product.</summary>
    StrengthUnknown,

    /// <summary>A premixed product holds its drugs in another ratio than the mixture, or a drug that the mixture does not hold.</summary>
    Premix,
}

/// <summary>One thing that stands in the way, with its numbers.</summary>
/// <param name="Constraint">What.</param>
/// <param name="Drug">The drug that it concerns; <see langword="null"/> if it concerns all.</param>
/// <param name="Message">In words, with what would help.</param>
public sealed record Obstacle(MakingConstraint Constraint, Drug? Drug, string Message)
{
    /// <summary>Whether it stands against products or strengths that the file names; else only the formulary's own list cannot do it.</summary>
    public bool IsNamed { get; internal init; }

    /// <summary>What the stocks take together; <see langword="null"/> where volumes are not the matter.</summary>
    public Volume? Needed { get; internal init; }

    /// <summary>For each drug the weakest stock with which it could be made, all else unchanged; empty where no strength helps or none can be told.</summary>
    public IReadOnlyList<StockDrug> LeastStrengths { get; internal init; } = [];

    /// <summary>The strongest mixture of the same proportions that these stocks can make; empty where volumes are not the matter.</summary>
    public IReadOnlyList<StockDrug> Strongest { get; internal init; } = [];

    /// <summary>The formulary's figure behind it; <see langword="null"/> if it is arithmetic.</summary>
    internal Provenance? Provenance { get; init; }

    internal static Choice<MakingConstraint> Constraints { get; } =
        new(
            new("volume", MakingConstraint.Volume),
            new("stock-too-weak", MakingConstraint.StockTooWeak),
            new("stock-too-strong", MakingConstraint.StockTooStrong),
            new("no-product", MakingConstraint.NoProduct),
            new("product-unsuitable", MakingConstraint.ProductUnsuitable),
            new("strength-unknown", MakingConstraint.StrengthUnknown),
            new("premix", MakingConstraint.Premix)
        );

    /// <summary>The constraint as results write it.</summary>
    public string ConstraintWord => Constraints.Word(Constraint);
}

/// <summary>Why a mixture cannot be made as stated: every obstacle that was found.</summary>
/// <param name="Obstacles">At least one, in the order of the mixture.</param>
public sealed record CannotBeMade(IReadOnlyList<Obstacle> Obstacles);
