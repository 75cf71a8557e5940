namespace Neuraxial;

/// <summary>One way to make a mixture: a stock for every drug, all of them together within the total.</summary>
internal sealed record Mixing(IReadOnlyList<WorksheetPart> Parts, Merit Merit)
{
    /// <summary>The best way by <see cref="Neuraxial.Merit"/>, or what stands in the way of all.</summary>
    /// <param name="drugs">What is wanted.</param>
    /// <param name="total">What is made.</param>
    /// <param name="premixes">Products with several drugs that are used for certain.</param>
    /// <param name="terms">What can be measured.</param>
    public static (Mixing? Best, IReadOnlyList<Obstacle> Obstacles) Best(
        IReadOnlyList<WantedDrug> drugs,
        Volume total,
        IReadOnlyList<Premix> premixes,
        CompoundingTerms terms
    )
    {
        var obstacles = drugs.Select(wanted => wanted.Obstacle).OfType<Obstacle>().ToList();
        obstacles.AddRange(premixes.SelectMany(premix => premix.Obstacles(drugs, total)));
        if (premixes.Count > 1)
        {
            obstacles.Add(
                new Obstacle(
                    MakingConstraint.Premix,
                    null,
                    $"Two premixed products are named, {string.Join(" and ", premixes.Select(premix => premix.Stock.Name))}; how much of each is not worked out here. Name products of one drug."
                )
                {
                    IsNamed = true,
                }
            );
        }

        if (obstacles.Exists(obstacle => obstacle.Constraint == MakingConstraint.Premix))
        {
            return (null, obstacles);
        }

        // What the premixed product does not bring is drawn from a stock of its own.
        var fixedParts = premixes.Select(premix => premix.Part(total)).ToList();
        var room = total;
        var fixedMerit = default(Merit);
        foreach (var part in fixedParts)
        {
            room = room.Without(part.Volume);
            fixedMerit += Of(part, total);
        }

        var rest = drugs
            .Where(wanted => wanted.Obstacle is null)
            .Select(wanted => Draws.Of(wanted, Rest(wanted, total, fixedParts), total, terms))
            .OfType<Draws>()
            .ToList();
        var roomless = rest.Where(drug =>
                drug.Least is null || drug.Wanted.OwnStocks.All(stock => LastDigits.IsMore(drug.Mass / stock.Primary.Strength, total))
            )
            .ToList();
        obstacles.AddRange(roomless.Select(drug => Shortage.OfOne(drug, Volume(rest.Except(roomless)), room, terms)));
        if (obstacles.Count > 0)
        {
            return (null, obstacles);
        }

        if (Choose([.. rest.Select(drug => drug.Ways)], room) is not { } chosen)
        {
            return (null, [Shortage.OfAll(drugs, rest, total, fixedParts)]);
        }

        var ways = chosen.Ways;
        return (new Mixing(InOrder(drugs, [.. fixedParts, .. ways.Select(way => way.Part())]), fixedMerit + chosen.Merit), []);
    }

    /// <summary>
    /// One way for each drug, all within the room, the best together. Drug by drug: a beginning is dropped where another is no worse and takes no more room,
    /// since whatever follows can follow that one too.
    /// </summary>
    private static Beginning? Choose(IReadOnlyList<IReadOnlyList<DrawnStock>> drugs, Volume room)
    {
        var beginnings = new List<Beginning> { new([], Neuraxial.Volume.Zero, default) };
        foreach (var ways in drugs)
        {
            var longer = new List<Beginning>();
            foreach (var beginning in beginnings)
            {
                foreach (var way in ways)
                {
                    if (!LastDigits.IsMore(beginning.Volume + way.Way.Volume, room))
                    {
                        longer.Add(beginning.With(way));
                    }
                }
            }

            beginnings = [];
            foreach (var beginning in longer.Order(BestFirst.Order))
            {
                if (beginnings.Count == 0 || beginning.Volume < beginnings[^1].Volume)
                {
                    beginnings.Add(beginning);
                }
            }
        }

        return beginnings.Count == 0 ? null : beginnings[0];
    }

    private static Volume Volume(IEnumerable<Draws> drugs) => drugs.Together(drug => drug.Least!.Way.Volume);

    private static Mass Rest(WantedDrug wanted, Volume total, List<WorksheetPart> parts)
    {
        var all = wanted.Concentration * total;
        foreach (var mass in parts.SelectMany(part => part.Masses).Where(mass => mass.Drug.Id == wanted.Drug.Id))
        {
            all = all.Without(mass.Mass);
        }

        return all;
    }

    private static Merit Of(WorksheetPart part, Volume total) =>
        new(
            (int)part.Stock.Class * part.Masses.Count,
            0,
            0,
            part.Open is null ? 1 : 0,
            part.Count ?? 0,
            part.Volume == total ? 0 : 1,
            part.Opened is { } opened ? opened.Without(part.Drawn).InMicrolitres() : 0m
        );

    private static List<WorksheetPart> InOrder(IReadOnlyList<WantedDrug> drugs, List<WorksheetPart> parts) =>
        [.. drugs.SelectMany(wanted => parts.Where(part => part.Drug.Id == wanted.Drug.Id))];

    private sealed record Beginning(IReadOnlyList<DrawnStock> Ways, Volume Volume, Merit Merit)
    {
        public Beginning With(DrawnStock way) => new([.. Ways, way], Volume + way.Way.Volume, Merit + way.Merit);
    }

    /// <summary>By merit; among equals the one that takes less room.</summary>
    private sealed class BestFirst : IComparer<Beginning>
    {
        public static BestFirst Order { get; } = new();

        public int Compare(Beginning? one, Beginning? other)
        {
            var merit = one!.Merit.Against(other!.Merit);
            return merit != 0 ? merit : one.Volume.CompareTo(other.Volume);
        }
    }
}

/// <summary>A drug that is drawn from a stock of its own, with every way to do so.</summary>
/// <param name="Wanted">The drug.</param>
/// <param name="Mass">What is drawn of it.</param>
/// <param name="Ways">Every stock in every way in which the mass can be measured; empty if there is none.</param>
internal sealed record Draws(WantedDrug Wanted, Mass Mass, IReadOnlyList<DrawnStock> Ways)
{
    /// <summary>The way that takes least room.</summary>
    public DrawnStock? Least { get; } = Ways.Least(way => way.Way.Volume);

    /// <summary>What is drawn of a drug; <see langword="null"/> if nothing of it is left to draw.</summary>
    public static Draws? Of(WantedDrug wanted, Mass mass, Volume total, CompoundingTerms terms) =>
        mass > Mass.Zero ? new Draws(wanted, mass, [.. DrawnStock.All(wanted, mass, total, terms)]) : null;
}
