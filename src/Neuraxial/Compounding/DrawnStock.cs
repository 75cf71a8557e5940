namespace Neuraxial;

/// <summary>One stock of a drug with one way to draw it up, and how good that is.</summary>
internal sealed class DrawnStock
{
    private DrawnStock(WantedDrug wanted, Mass mass, Volume total, Stock stock, DilutionWay way)
    {
        Wanted = wanted;
        Mass = mass;
        Stock = stock;
        Way = way;
        Open = ContainerChoice.For(way.Drawn, stock.Sizes);
        Merit = new Merit(
            (int)stock.Class,
            way.Steps.Count,
            way.Volume == total ? 0 : 1,
            Open is null ? 1 : 0,
            Open?.Sum(open => open.Count) ?? 0,
            Open is null ? 0m : (ContainerChoice.Together(Open) - way.Drawn).InMicrolitres(),
            way.Preference + stock.Preference
        );
    }

    /// <summary>For which drug.</summary>
    public WantedDrug Wanted { get; }

    /// <summary>What is drawn of it.</summary>
    public Mass Mass { get; }

    /// <summary>From what.</summary>
    public Stock Stock { get; }

    /// <summary>As it is, or through dilutions.</summary>
    public DilutionWay Way { get; }

    /// <summary>What is opened; <see langword="null"/> if the sizes are not known.</summary>
    public IReadOnlyList<ContainerCount>? Open { get; }

    /// <summary>How good it is.</summary>
    public Merit Merit { get; }

    /// <summary>Every stock of a drug in every way in which a mass of it can be measured.</summary>
    public static IEnumerable<DrawnStock> All(WantedDrug wanted, Mass mass, Volume total, CompoundingTerms terms) =>
        wanted.OwnStocks.SelectMany(stock =>
            DilutionWay.All(mass, stock.Primary.Strength, terms).Select(way => new DrawnStock(wanted, mass, total, stock, way))
        );

    /// <summary>The line of the worksheet.</summary>
    public WorksheetPart Part() =>
        new()
        {
            Stock = Stock,
            Masses = [new DrugMass(Wanted.Drug, Mass)],
            Volume = Way.Volume,
            Drawn = Way.Drawn,
            Steps = Way.Steps,
            Open = Open,
            IsNamed = Wanted.IsNamed,
        };
}

/// <summary>
/// How good a way to make a mixture is, the weightiest first: products licensed for the route before specials before others; fewer dilutions by hand;
/// a product that is the mixture as it is; products whose containers are known; fewer containers; less left over; the plainer arithmetic. Less is better.
/// </summary>
/// <remarks>Those of several drugs add up, so that the best way for all can be found drug by drug.</remarks>
internal readonly record struct Merit(int Class, int Steps, int Mixed, int Unknown, long Containers, decimal LeftMicrolitres, int Preference)
{
    /// <summary>What merits are ordered by.</summary>
    public (int, int, int, int, long, decimal, int) Order => (Class, Steps, Mixed, Unknown, Containers, LeftMicrolitres, Preference);

    public static Merit operator +(Merit one, Merit other) =>
        new(
            one.Class + other.Class,
            one.Steps + other.Steps,
            one.Mixed + other.Mixed,
            one.Unknown + other.Unknown,
            one.Containers + other.Containers,
            one.LeftMicrolitres + other.LeftMicrolitres,
            one.Preference + other.Preference
        );
}
