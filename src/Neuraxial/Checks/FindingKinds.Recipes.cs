namespace Neuraxial;

public static partial class FindingKinds
{
    /// <summary>No mixture keeps everything that a recipe wants.</summary>
    public static readonly FindingKind RecipeInfeasible = new(
        "recipe-infeasible",
        "no mixture, fill and rate keep everything that the recipe wants",
        "HZ-09",
        "HZ-12"
    )
    {
        Advice = "Read what binds and what would lift it, and decide which wish gives way.",
    };

    /// <summary>In what steps the pump's rate is set is not known.</summary>
    public static readonly FindingKind RecipeRateStepUnknown = new(
        "recipe-rate-step-unknown",
        "in what steps the pump's rate is set is not known; the steps of a recipe's rates are only a way of looking",
        "HZ-09"
    )
    {
        Advice = "Read the pump's step in its manual, and put it into your service's own formulary.",
    };

    /// <summary>What a drug is made from is not stated.</summary>
    public static readonly FindingKind RecipeStockUnknown = new(
        "recipe-stock-unknown",
        "what a drug is made from is not stated: whether its strength can be made, and in what volumes, is not known",
        "HZ-12",
        "HZ-15"
    )
    {
        Advice = "State the stock, so that the volumes can be worked out.",
    };

    /// <summary>A stock is not for the spine.</summary>
    public static readonly FindingKind RecipeStockUnsuitable = new(
        "recipe-stock-unsuitable",
        "a stock that the recipe offers is not suitable for this route",
        "HZ-17"
    )
    {
        Advice = "Offer a stock that is made for the route.",
    };

    /// <summary>The container will hold a drug that nobody wants.</summary>
    public static readonly FindingKind RecipeResidualDrug = new(
        "recipe-residual-drug",
        "what stays in the container brings a drug that is not wanted",
        "HZ-12",
        "HZ-14"
    )
    {
        Advice = "Plan how the drug that stays behind is rinsed out, or count it in.",
    };

    /// <summary>No shortest interval is wanted.</summary>
    public static readonly FindingKind RecipeIntervalOpen = new(
        "recipe-interval-open",
        "no shortest time to the refill is wanted: answers are sought for as long as can be had"
    )
    {
        Advice = "State the shortest time to the refill that is wanted.",
    };

    /// <summary>Not every choice of stocks was tried.</summary>
    public static readonly FindingKind RecipeStocksLeftOut = new("recipe-stocks-left-out", "there are more choices of stocks than were tried")
    {
        Advice = "Offer fewer stocks, so that every choice of them is tried.",
    };
}
