using CsCheck;
using NodaTime;

namespace Neuraxial.Simulation.Tests;

/// <summary>Random people, drugs and ways in.</summary>
internal static class Bodies
{
    public static Gen<Subject> Subjects { get; } =
        Gen.Select(
            Gen.Double[150, 195],
            Gen.Double[45, 110],
            Gen.Double[20, 90],
            Gen.OneOf(Gen.Const("male"), Gen.Const("female")),
            (height, weight, age, sex) =>
                new Subject(Species.Human)
                {
                    HeightCm = height,
                    WeightKg = weight,
                    AgeYears = age,
                    Sex = sex,
                }
        );

    public static Gen<SpinalDrug> Drugs { get; } =
        Gen.Int[0, SpinalDrug.Known(Species.Human).Count - 1].Select(i => SpinalDrug.Of(Species.Human, SpinalDrug.Known(Species.Human)[i])!);

    public static Gen<Level> Levels { get; } =
        Gen.Int[0, 6].Select(i => Level.Parse(((string[])["C5", "T2", "T8", "T11", "L1", "L3", "L5"])[i]).Value);

    /// <summary>Up to eight rates, each held for a whole number of quarters of an hour; micrograms per hour.</summary>
    public static Gen<(int Quarters, double Rate)[]> Rates { get; } = Gen.Select(Gen.Int[1, 40], Gen.Double[0, 500]).Array[1, 8];

    public static Entry Intrathecal(Level level) => new(EntryRoute.Intrathecal, Place.At(level), null);

    public static RateSchedule Schedule((int Quarters, double Rate)[] rates, double times = 1, int later = 0)
    {
        var builder = new RateSchedule.Builder(1);
        var from = later;
        foreach (var (quarters, rate) in rates)
        {
            builder.Give(0, Quarters(from), Quarters(from + quarters), rate * times);
            from += quarters;
        }

        return builder.Build();
    }

    public static Duration Quarters(int count) => Duration.FromMinutes(15 * count);
}
