using System.Globalization;
using System.Numerics;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Rate, dose, volume, weight, flex steps and demand counts: the calculators against the formulas on paper.</summary>
internal static class DoseFamilies
{
    private sealed record DemandCase(
        bool InMass,
        (Stated Mass, Stated Volume) Dose,
        (Stated Mass, Stated Volume) Basal,
        (Stated Mass, Stated Volume)? Limit,
        Stated Lockout,
        Stated? Bolus,
        bool FromEnd,
        Stated Window,
        bool FirstAtStart
    );

    private static readonly Gen<Stated[]> Days = Gen.OneOf(
        // Whole minutes from step to step, written in minutes or in hours with decimals, and always 24 h in all.
        Gen.Int[1, 1_439].Array[1, 5].Select(cuts => Steps(cuts, 1_440, "min", 1)),
        Gen.Int[1, 95].Array[1, 6].Select(cuts => Steps(cuts, 96, "h", 25))
    );

    private static readonly Gen<DemandCase> Demands = Gen.Select(
        Gen.Bool,
        Gen.Select(Domain.Masses, Domain.Volumes),
        Gen.Select(Domain.DoseRates, Domain.Rates),
        Gen.Null(Gen.Select(Domain.Masses, Domain.Volumes).Select((mass, volume) => Tuple.Create(mass, volume))),
        Domain.ShortTimes,
        Gen.Null(Domain.ShortTimes),
        Gen.Bool,
        Gen.Select(Domain.Durations, Gen.Bool),
        (inMass, dose, basal, limit, lockout, bolus, fromEnd, window) =>
            new DemandCase(
                inMass,
                dose,
                basal,
                limit is null ? null : (limit.Item1, limit.Item2),
                lockout,
                bolus,
                fromEnd && bolus is not null,
                window.Item1,
                window.Item2
            )
    );

    public static Family[] All { get; } =
    [
        Family.Of("rate", 110_000, Gen.Select(Domain.DoseRates, Domain.Concentrations), Rate),
        Family.Of("dose", 110_000, Gen.Select(Domain.Rates, Domain.Concentrations), Dose),
        Family.Of("volume", 90_000, Gen.Select(Domain.Masses, Domain.Concentrations), Volume),
        Family.Of("weight", 80_000, Gen.Select(Domain.BodyDoses, Domain.BodyWeights, Domain.Concentrations), Weight),
        Family.Of("flex", 50_000, Gen.Select(Domain.Concentrations, Days, Domain.Masses.Array[7]), Flex),
        Family.Of("demand", 110_000, Demands, Demand),
    ];

    private static void Rate((Stated Dose, Stated Concentration) stated)
    {
        var flow = Paper.Flow(stated.Dose.Amount, stated.Concentration.Amount);
        new CalculatorCase("rate")
            .With("dose", stated.Dose)
            .With("concentration", stated.Concentration)
            .Answers(answer =>
            {
                CalculatorCase.Same(flow, answer, "rate");
                CalculatorCase.Same(Paper.PerHour(flow) * 24, answer, "perHour");
            });
    }

    private static void Dose((Stated Rate, Stated Concentration) stated)
    {
        var dose = Paper.Dose(stated.Rate.Amount, stated.Concentration.Amount);
        new CalculatorCase("dose")
            .With("rate", stated.Rate)
            .With("concentration", stated.Concentration)
            .Answers(answer =>
            {
                CalculatorCase.Same(dose, answer, "dose");
                CalculatorCase.Same(Paper.PerHour(dose) * 24, answer, "perHour");
            });
    }

    private static void Volume((Stated Mass, Stated Concentration) stated) =>
        new CalculatorCase("volume")
            .With("mass", stated.Mass)
            .With("concentration", stated.Concentration)
            .Answers(answer => CalculatorCase.Same(Paper.BolusVolume(stated.Mass.Amount, stated.Concentration.Amount), answer, "volume"));

    private static void Weight((Stated Dose, Stated Weight, Stated Concentration) stated)
    {
        var flow = Paper.WeightFlow(stated.Dose.Amount, stated.Weight.Amount, stated.Concentration.Amount);
        new CalculatorCase("weight")
            .With("dose", stated.Dose)
            .With("weight", stated.Weight)
            .With("concentration", stated.Concentration)
            .Answers(answer =>
            {
                CalculatorCase.Same(flow, answer, "rate");
                CalculatorCase.Same(flow, answer, "perHour");
            });
    }

    private static void Flex((Stated Concentration, Stated[] Steps, Stated[] Masses) stated)
    {
        var steps = stated.Steps.Zip(stated.Masses, (time, mass) => (Time: time, Mass: mass)).ToList();
        var day = steps.Aggregate(Rational.Zero, (sum, step) => sum + step.Mass.Amount);
        var asked = new CalculatorCase("flex").With("concentration", stated.Concentration);
        foreach (var step in steps)
        {
            asked.With("step", $"{step.Time} {step.Mass}");
        }

        asked.Answers(answer =>
        {
            CalculatorCase.Same(day, answer, "dose");
            CalculatorCase.Same(Paper.Flow(day, stated.Concentration.Amount), answer, "rate");
            var written = answer.GetProperty("steps");
            Assert.Equal(steps.Count, written.GetArrayLength());
            for (var i = 0; i < steps.Count; i++)
            {
                CalculatorCase.Same(Paper.StepFlow(steps[i].Mass.Amount, stated.Concentration.Amount, steps[i].Time.Amount), written[i], "rate");
                CalculatorCase.SameTime(steps[i].Time.Amount, written[i], "duration");
            }
        });
    }

    private static void Demand(DemandCase stated)
    {
        var (dose, basal) = stated.InMass ? (stated.Dose.Mass, stated.Basal.Mass) : (stated.Dose.Volume, stated.Basal.Volume);
        var asked = new CalculatorCase("demand")
            .With("basal", basal)
            .With("dose", dose)
            .With("lockout", stated.Lockout)
            .With("window", stated.Window);
        var spacing = stated.Lockout.Amount;
        if (stated.Bolus is { } bolus)
        {
            asked.With("bolus-duration", bolus).With("lockout-from", stated.FromEnd ? "end" : "start");
            spacing += stated.FromEnd ? bolus.Amount : Rational.Zero;
        }

        if (stated.FirstAtStart)
        {
            asked.With("first-at-zero", "");
        }

        var count = Paper.DemandCount(stated.Window.Amount, spacing, stated.FirstAtStart);
        var basalTotal = basal.Amount * stated.Window.Amount;
        if (stated.Limit is { } limit)
        {
            var most = stated.InMass ? limit.Mass : limit.Volume;
            asked.With("maximum", most);
            count = Paper.DemandCount(count, basalTotal, dose.Amount, most.Amount);
        }

        asked.Answers(answer =>
        {
            Assert.Equal(count, new BigInteger(answer.GetProperty("count").GetInt64()));
            CalculatorCase.Same(basalTotal, answer, "basalTotal");
            CalculatorCase.Same(new Rational(count, 1) * dose.Amount, answer, "demandTotal");
            CalculatorCase.Same(basalTotal + (new Rational(count, 1) * dose.Amount), answer, "total");
        });
    }

    /// <summary>The day cut at some of its parts; each step's length is so many hundredths of the unit.</summary>
    private static Stated[] Steps(int[] cuts, int parts, string unit, int hundredths)
    {
        var at = cuts.Append(0).Append(parts).Distinct().Order().ToArray();
        return
        [
            .. at.Zip(
                at.Skip(1),
                (from, until) =>
                {
                    var length = until - from;
                    var text = unit == "min" ? $"{length}" : ((decimal)(length * hundredths) / 100).ToString(CultureInfo.InvariantCulture);
                    return new Stated($"{text} {unit}", new Rational(length, parts));
                }
            ),
        ];
    }
}
