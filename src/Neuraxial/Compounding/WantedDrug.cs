namespace Neuraxial;

/// <summary>One drug of a mixture that shall be made, and what it can be made from.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Concentration">In the mixture; more than zero.</param>
/// <param name="Stocks">What it may be drawn from, one of them; empty if there is nothing.</param>
internal sealed record WantedDrug(Drug Drug, Concentration Concentration, IReadOnlyList<Stock> Stocks)
{
    /// <summary>Whether the stock was stated; else the best of several is chosen, as an example.</summary>
    public bool IsNamed { get; init; }

    /// <summary>What the file's own statement of a product stands against; <see langword="null"/> if nothing.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>Where stocks were looked for, in words, if none was stated: <c>for the intrathecal route in the product list of 'uk'</c>.</summary>
    public string Searched { get; init; } = "";

    /// <summary>The stocks that hold nothing else.</summary>
    public IEnumerable<Stock> OwnStocks => Stocks.Where(stock => stock.Drugs.Count == 1);

    /// <summary>Drawn from a stock of which the strength alone is stated.</summary>
    public static WantedDrug From(Drug drug, Concentration concentration, Concentration strength) =>
        new(drug, concentration, [Stock.Stated(drug, strength)]) { IsNamed = true };
}

/// <summary>What came of making a mixture: a worksheet, or why there is none.</summary>
/// <param name="Worksheet"><see langword="null"/> if it cannot be made.</param>
/// <param name="Cannot"><see langword="null"/> if it can.</param>
internal sealed record Making(Worksheet? Worksheet, CannotBeMade? Cannot)
{
    public static Making Failed(params IReadOnlyList<Obstacle> obstacles) => new(null, new CannotBeMade(obstacles));
}
