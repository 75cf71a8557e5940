using CsCheck;

namespace Neuraxial.Tests;

/// <summary>Random therapies: every mode, with and without demand boluses, a bridge, an alarm volume, and pumps that differ in what they do with the same numbers.</summary>
internal static class PlanCases
{
    // One of each rank of danger, so that it is plain which drug a bridge follows.
    private static readonly string[] Drugs = ["baclofen", "morphine", "clonidine", "bupivacaine", "ziconotide"];

    private static readonly Gen<StatedDrug[]> Mixtures = Gen.Select(
        Gen.Shuffle(Drugs, 1, 3),
        Gen.OneOf(Domain.In("mg/mL", 1_000, 400, 1, 1), Domain.In("ug/mL", 1, 4_000, 0, 0, least: 5), Domain.In("mg/mL", 1_000, 60, 0, 0)).Array[3],
        (drugs, concentrations) => drugs.Select((drug, i) => new StatedDrug(drug, concentrations[i])).ToArray()
    );

    private static readonly Gen<Stated> Flows = Gen.OneOf(
        Domain.In("mL/d", 1, 999, 2, 3, least: 10),
        Domain.In("mL/h", 24, 99, 1, 2),
        Domain.In("uL/h", 24 * Domain.Milli, 500, 0, 0)
    );

    private static readonly Gen<StatedStep[]> Days = Gen.Select(
            Gen.Int[0, 47].Array[2, 6],
            Gen.Frequency((1, Gen.Const(new Stated("0 mL/h", Rational.Zero))), (5, Flows)).Array[6],
            Gen.Int[0, 29]
        )
        .Select((slots, rates, minute) => slots.Distinct().Order().Select((slot, i) => new StatedStep((slot * 30) + minute, rates[i])).ToArray())
        .Where(steps => steps.Length >= 2 && Array.Exists(steps, step => step.Rate.Amount.Sign > 0));

    private static readonly Gen<StatedDemand> Demands = Gen.Select(
        Gen.Bool,
        Domain.In("mL", 1, 500, 2, 2),
        Domain.In("mg", 1_000, 500, 2, 2),
        Domain.In("min", Domain.Minutes, 240, 0, 0, least: 5),
        Gen.Null(Domain.In("min", Domain.Minutes, 30, 0, 0)),
        Gen.Null(
            Gen.Select(
                Gen.Int[1, 8],
                Gen.OneOf(Domain.In("h", Domain.Hours, 24, 0, 0), Domain.In("min", Domain.Minutes, 600, 0, 0, least: 30)),
                Tuple.Create
            )
        ),
        (inMass, volume, mass, lockout, duration, most) =>
            new StatedDemand(
                inMass ? mass : volume,
                inMass,
                lockout,
                duration is null || duration.Amount > lockout.Amount ? null : duration,
                most is null ? null : (most.Item1, most.Item2)
            )
    );

    private static readonly Gen<StatedProgram> Periodic = Gen.Select(
        Gen.Bool,
        Domain.In("mL", 1, 600, 2, 2),
        Domain.In("mg", 1_000, 600, 2, 2),
        Domain.In("min", Domain.Minutes, 60, 0, 0),
        Gen.OneOf(Domain.In("h", Domain.Hours, 24, 0, 0), Domain.In("min", Domain.Minutes, 600, 0, 0, least: 60), Domain.In("d", 1, 4, 0, 0)),
        Gen.Null(Gen.Select(Gen.Bool, Flows, Domain.DoseRates, (byDose, flow, dose) => byDose ? dose : flow)),
        (inMass, volume, mass, duration, every, basal) =>
            (StatedProgram)new StatedProgram.Periodic(inMass ? mass : volume, inMass, duration, every, basal)
    );

    private static readonly Gen<StatedProgram> Flex = Gen.Select(
        Days,
        Gen.Frequency((2, Gen.Const(System.Array.Empty<int>())), (1, Gen.Shuffle(Enumerable.Range(0, 7).ToArray(), 1, 3))),
        Days,
        (steps, other, otherSteps) => (StatedProgram)new StatedProgram.Flex(steps, other, otherSteps)
    );

    private static readonly Gen<StatedProgram> Continuous = Flows.Select(rate => (StatedProgram)new StatedProgram.Continuous(rate));

    /// <summary>A mixture and a program for it: the dose of a continuous program is that of the first drug.</summary>
    /// <remarks>A bolus in milligrams of a drug that is all but absent is a bucket in a minute, which no file may say: a thousand litres a day at most.</remarks>
    private static readonly Gen<(StatedDrug[] Drugs, StatedProgram Program)> Prescriptions = Gen.Select(
            Mixtures,
            Gen.OneOf(Continuous, Flex, Periodic),
            Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))),
            Domain.DoseRates,
            Gen.Null(Demands),
            (drugs, program, byDose, dose, demand) =>
                (drugs, (byDose ? new StatedProgram.ContinuousDose(drugs[0].Drug, dose) : program) with { Demand = demand })
        )
        .Where(prescription =>
            prescription.Item2 is not StatedProgram.Periodic { InMass: true } periodic
            || periodic.Bolus.Amount / prescription.Item1[0].Concentration.Amount / periodic.Duration.Amount < 1_000_000
        );

    /// <summary>Therapies without an old infusate.</summary>
    public static readonly Gen<PlanCase> First = Gen.Select(
        Gen.OneOf(PumpFacts.All),
        Prescriptions,
        Domain.Fills,
        Domain.Moments,
        Gen.Null(Domain.PathVolumes),
        Gen.Null(Domain.PathVolumes),
        Gen.Null(Domain.In("mL", 1, 99, 1, 1)),
        (pump, prescription, fill, at, catheter, line, low) =>
            new PlanCase(pump, prescription.Drugs, fill, at, prescription.Program)
            {
                Catheter = catheter,
                Line = pump.IsImplanted ? null : line,
                LowReservoir = low,
            }
    );

    /// <summary>Therapies at a change of infusate, with a fluid path that is known.</summary>
    public static readonly Gen<PlanCase> Changed = Gen.Select(
        First,
        Mixtures,
        Gen.Null(Flows),
        Domain.PathVolumes,
        Domain.PathVolumes,
        Gen.Bool,
        (plan, old, oldRate, catheter, line, implanted) =>
            (implanted ? plan with { Pump = PumpFacts.All[0], Line = null } : plan) with
            {
                OldDrugs = old,
                OldRate = oldRate,
                Catheter = catheter,
                Line = implanted || plan.Pump.IsImplanted ? null : line,
            }
    );
}
