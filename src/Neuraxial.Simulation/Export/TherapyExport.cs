using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>The equations of one drug of a therapy, from a body that holds none of it: amounts in micrograms of the drug, rates in micrograms per hour.</summary>
/// <remarks>The same system and the same flow from the tip as <see cref="TherapySimulation"/> takes; what an old program has left in the body is not part of it.</remarks>
public static class TherapyExport
{
    private static readonly string[] Levels = ["C5", "T5", "T10", "L2"];

    /// <summary>Puts the pieces together.</summary>
    /// <param name="plan">The plan of the therapy.</param>
    /// <param name="drug">Identifier of the drug.</param>
    /// <param name="length">How long after the fill; more than zero.</param>
    /// <param name="every">How far apart wanted times are; more than zero.</param>
    /// <returns>Watched: the fluid at four levels, the cord at two, the cisterns, the plasma.</returns>
    public static FileReading<SystemExport> Of(Plan plan, string drug, Duration length, Duration every)
    {
        var therapy = plan.Therapy;
        var problems = new List<Problem>();
        if (therapy.Infusate.Drugs.All(part => part.Drug.Id != drug))
        {
            problems.Add(
                new Problem(
                    "$.infusate.drugs",
                    $"there is no {drug}; expected one of {string.Join(", ", therapy.Infusate.Drugs.Select(part => part.Drug.Id))}"
                )
            );
        }

        var known = SpinalDrug.Of(Species.Human, drug);
        if (known is null)
        {
            problems.Add(
                new Problem(
                    "$.infusate.drugs",
                    $"where {drug} goes in the spine is not known; expected one of {string.Join(", ", SpinalDrug.Known(Species.Human))}"
                )
            );
        }
        else if (therapy.Route == Route.Epidural && known.Epidural is null)
        {
            problems.Add(new Problem("$.route", $"what becomes of {drug} in the epidural space is not known; expected intrathecal"));
        }

        if (therapy.Catheter?.Tip is not { } tip || Anatomy.Of(Species.Human).Spine.At(tip) is null)
        {
            problems.Add(new Problem("$.catheter.tip", "the tip must lie at a vertebra of the canal; expected one from C1 to S2"));
            return new FileReading<SystemExport>(null, problems);
        }

        if (problems.Count > 0)
        {
            return new FileReading<SystemExport>(null, problems);
        }

        var entry = new Entry(therapy.Route == Route.Epidural ? EntryRoute.Epidural : EntryRoute.Intrathecal, Place.At(tip), null);
        var model = SpineModel.Of(TherapySimulation.Subject(therapy), known!, [entry]);
        var count = (int)(length.ToInt64Nanoseconds() / every.ToInt64Nanoseconds()) + 1;
        return new FileReading<SystemExport>(
            new SystemExport(
                model.System,
                TherapySimulation.Schedule(TipFlow.Of(plan, DemandTaken.Expected, length), drug, therapy),
                Enumerable.Range(0, count).Select(i => every * i),
                Watched(model)
            ),
            []
        );
    }

    private static IEnumerable<KeyValuePair<string, int>> Watched(SpineModel model)
    {
        (string Name, Site Site)[] sites =
        [
            .. Levels.Select(level => ($"fluid {level}", new Site(SiteKind.Csf, Place.At(Level.Parse(level).Value)))),
            ("cord T10", new Site(SiteKind.Cord, Place.At(Level.Parse("T10").Value))),
            ("cisterns", new Site(SiteKind.Cistern)),
            ("plasma", new Site(SiteKind.Plasma)),
        ];
        foreach (var (name, site) in sites)
        {
            var states = model.At(site).States.ToArray();
            for (var i = 0; i < states.Length; i++)
            {
                yield return new(states.Length == 1 ? name : $"{name} cell {i + 1}", states[i]);
            }
        }
    }
}
