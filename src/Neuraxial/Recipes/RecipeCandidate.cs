using NodaTime;

namespace Neuraxial;

/// <summary>One drug of a candidate mixture.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Wanted">The wanted dose; <see langword="null"/> for a drug that only the residual brings.</param>
/// <param name="InFill">Its strength in what is filled in.</param>
/// <param name="InContainer">Its strength in the container, the residual blended in.</param>
/// <param name="Achieved">The dose that this strength gives at the candidate's rate.</param>
/// <param name="ErrorPercent">(achieved − wanted) ÷ wanted × 100; <see langword="null"/> where nothing is wanted.</param>
/// <param name="Draw">What is drawn of it; <see langword="null"/> if the stock is not stated or nothing is drawn.</param>
internal sealed record CandidateDrug(
    Drug Drug,
    DoseRate? Wanted,
    Concentration InFill,
    Concentration InContainer,
    DoseRate Achieved,
    decimal? ErrorPercent,
    RecipeDraw? Draw
);

/// <summary>What is drawn of a stock, on a graduation.</summary>
/// <param name="Stock">The stock.</param>
/// <param name="Tenfold">How often it is diluted tenfold first, because too little of it would be drawn; zero if it goes in as it is.</param>
/// <param name="Volume">What goes into the mixture: of the stock, or of its last dilution.</param>
internal sealed record RecipeDraw(RecipeStock Stock, int Tenfold, Volume Volume)
{
    /// <summary>The strength of what goes into the mixture.</summary>
    public Concentration Strength { get; } = Diluted(Stock.Strength, Tenfold);

    /// <summary>The drug in it.</summary>
    public Mass Mass => Strength * Volume;

    /// <summary>A strength diluted tenfold so often.</summary>
    public static Concentration Diluted(Concentration strength, int times)
    {
        for (; times > 0; times--)
        {
            strength /= 10m;
        }

        return strength;
    }

    /// <summary>The dilutions; <see langword="null"/> if there is none.</summary>
    public DilutionWay? Way(CompoundingTerms terms) => Tenfold == 0 ? null : DilutionWay.Tenfold(Mass, Stock.Strength, Tenfold, terms);

    /// <summary>What is drawn from the containers of the stock.</summary>
    public Volume FromStock(CompoundingTerms terms) => Way(terms)?.Drawn ?? Volume;
}

/// <summary>A mixture, a fill and a rate that keep everything that was wanted.</summary>
/// <param name="Rate">The rate, on a step of the pump.</param>
/// <param name="Fill">The volume filled in.</param>
/// <param name="Drugs">The drugs: the wanted ones in their order, then those of the residual.</param>
/// <param name="Interval">The time to the refill.</param>
/// <param name="Reason">What ends it.</param>
/// <param name="Stable">How long the mixture is known to be good; <see langword="null"/> if not known.</param>
/// <param name="Passed">How many limits are passed that need a reason, and how many drugs are diluted by hand first.</param>
/// <param name="Waste">The largest share of a drug that is opened or drawn and never given, in per cent; <see langword="null"/> if no stock is stated.</param>
/// <param name="Containers">Containers opened of all drugs; those of unknown size count none.</param>
internal sealed record RecipeCandidate(
    FlowRate Rate,
    Volume Fill,
    IReadOnlyList<CandidateDrug> Drugs,
    Duration Interval,
    RefillReason Reason,
    Duration? Stable,
    int Passed,
    decimal? Waste,
    long Containers
)
{
    /// <summary>The largest error of a dose, without its sign, in per cent.</summary>
    public decimal Error { get; } = Drugs.Max(drug => decimal.Abs(drug.ErrorPercent ?? 0m));

    /// <summary>The digits of the strength that takes the most, on the label of the fill or in the programmer.</summary>
    public int Digits { get; } = Drugs.Max(drug => int.Max(Significant(drug.InFill), Significant(drug.InContainer)));

    /// <summary>The mixture in the container.</summary>
    public Infusate Infusate(string? diluent) =>
        new(
            [
                .. Drugs.Select(drug => new InfusateDrug(drug.Drug, drug.InContainer)
                {
                    Preparation = drug.Draw?.Stock.Preparation,
                    Stock = drug.Draw is { Stock: { Preparation: null } own } ? own.Strength : null,
                }),
            ],
            diluent
        );

    /// <summary>Digits without the zeros at either end; beyond eight nobody writes them out.</summary>
    private static int Significant(Concentration strength)
    {
        const int Most = 8;
        var number = strength.InMicrogramsPerMillilitre();
        while (number >= 1m)
        {
            number /= 10m;
        }

        var digits = 0;
        while (number != decimal.Floor(number) && digits < Most)
        {
            number *= 10m;
            digits += number >= 1m ? 1 : 0;
        }

        return digits;
    }
}
