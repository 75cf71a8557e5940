using Neuraxial.Simulation;
using NodaTime;

namespace Neuraxial.Benchmarks;

/// <summary>The patient that a solver is timed on: a mean adult, morphine through a catheter at T10.</summary>
internal sealed class MeanAdult
{
    private MeanAdult(SpineModel model)
    {
        Model = model;
        Names = [.. Named.SelectMany(one => model.At(one.Site).States.ToArray().Select(state => KeyValuePair.Create($"{one.Name} {state}", state)))];
        Watched = [.. Names.Select(one => one.Value)];
    }

    /// <summary>The model.</summary>
    public SpineModel Model { get; }

    /// <summary>Its system.</summary>
    public LinearSystem System => Model.System;

    /// <summary>The compartments of fluid at T10 and C5, cord at T10, cisterns and plasma.</summary>
    public int[] Watched { get; }

    /// <summary>The same with names: a place between two cells has both.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Names { get; }

    private static IEnumerable<(string Name, Site Site)> Named =>
        [
            ("fluid T10", new Site(SiteKind.Csf, At("T10"))),
            ("fluid C5", new Site(SiteKind.Csf, At("C5"))),
            ("cord T10", new Site(SiteKind.Cord, At("T10"))),
            ("cistern", new Site(SiteKind.Cistern)),
            ("plasma", new Site(SiteKind.Plasma)),
        ];

    /// <summary>Of so many cells; 124 are half a centimetre each.</summary>
    public static MeanAdult Of(int cells = 124) =>
        new(
            SpineModel.Of(
                new Subject(Species.Human),
                SpinalDrug.Of(Species.Human, "morphine")!,
                [new Entry(EntryRoute.Intrathecal, At("T10"), Volume: null)],
                62.0 / cells
            )
        );

    /// <summary>
    /// 4 mg a day as a steady flow of so many nmol an hour, and so many changes of rate a day: pairs of the beginning and the end of a bolus of twenty minutes, evenly
    /// through the day, so that each second change lies between wanted times.
    /// </summary>
    public static RateSchedule Program(int days, int changesADay)
    {
        const double PerHour = 580;
        var builder = new RateSchedule.Builder(1).Give(0, Duration.Zero, Duration.FromDays(days), PerHour);
        var boluses = changesADay / 2;
        for (var day = 0; day < days; day++)
        {
            for (var bolus = 0; bolus < boluses; bolus++)
            {
                var at = Duration.FromDays(day) + Duration.FromMinutes(60 + (1_440 / boluses * bolus));
                builder.Give(0, at, at + Duration.FromMinutes(20), PerHour * 6 / boluses);
            }
        }

        return builder.Build();
    }

    /// <summary>The system with a program and a wanted time every quarter of an hour.</summary>
    public SystemExport Export(int days, int changesADay) =>
        new(System, Program(days, changesADay), Quarters(days).Select(Duration.FromNanoseconds), Names);

    /// <summary>Every quarter of an hour from 0 on.</summary>
    public static long[] Quarters(int days) => [.. Enumerable.Range(0, (96 * days) + 1).Select(quarter => quarter * 900_000_000_000L)];

    private static Place At(string level) => Place.At(Level.Parse(level).Value);
}
