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
            way.Preference + stock.Preference,
            Open is null ? 1 : 0,
            Open is null ? 0 : ContainerChoice.Count(Open),
            way.Volume == total ? 0 : 1,
            Open is null ? 0m : ContainerChoice.Together(Open).Without(way.Drawn).InMicrolitres()
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
/// How good a way to make a mixture is, the weightiest first: products licensed for the route before specials before others; fewer dilutions by hand; the
/// plainer volumes; products whose containers are known; fewer containers; a product that is the mixture as it is; less left over. Less is better.
/// </summary>
/// <remarks>Those of several drugs add up, so that the best way for all can be found drug by drug.</remarks>
internal readonly record struct Merit(int Class, int Steps, int Preference, int Unknown, long Containers, int Mixed, decimal LeftMicrolitres)
{
    /// <summary>Less than zero where this is the better: the weightiest first, what comes later counts where all before it is equal.</summary>
    public int Against(Merit other) =>
        Class != other.Class ? Class.CompareTo(other.Class)
        : Steps != other.Steps ? Steps.CompareTo(other.Steps)
        : Preference != other.Preference ? Preference.CompareTo(other.Preference)
        : Unknown != other.Unknown ? Unknown.CompareTo(other.Unknown)
        : Containers != other.Containers ? Containers.CompareTo(other.Containers)
        : Mixed != other.Mixed ? Mixed.CompareTo(other.Mixed)
        : LeftMicrolitres.CompareTo(other.LeftMicrolitres);

    public static Merit operator +(Merit one, Merit other) =>
        new(
            one.Class + other.Class,
            one.Steps + other.Steps,
            one.Preference + other.Preference,
            one.Unknown + other.Unknown,
            one.Containers + other.Containers,
            one.Mixed + other.Mixed,
            one.LeftMicrolitres + other.LeftMicrolitres
        );
}
