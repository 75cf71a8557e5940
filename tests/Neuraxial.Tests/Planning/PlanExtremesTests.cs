using System.Text;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>A file may hold any number that the grammar reads, however absurd: it gives a plan or problems, and never an exception.</summary>
public sealed class PlanExtremesTests
{
    private static readonly string[] Numbers =
    [
        "0",
        "0.0000000001",
        "0.000001",
        "0.0001",
        "0.3333333333",
        "1",
        "7",
        "24",
        "1000",
        "9999",
        "999999",
        "1000000",
    ];

    [Fact]
    public void Numbers_far_apart_give_a_plan_or_problems()
    {
        var planned = 0;
        Gen.Select(Gen.OneOf(Numbers).Array[16], Gen.Int[0, 3], Gen.OneOf(PumpFacts.All), Gen.Bool, Gen.Bool)
            .Sample(
                (picked, mode, pump, demand, previous) =>
                {
                    var number = 0;
                    Stated Next(string unit) => new($"{picked[number++]} {unit}", Rational.Zero);
                    StatedProgram program = mode switch
                    {
                        0 => new StatedProgram.Continuous(Next("mL/d")),
                        1 => new StatedProgram.ContinuousDose("morphine", Next("ug/d")),
                        2 => new StatedProgram.Flex([new StatedStep(0, Next("mL/d")), new StatedStep(1, Next("mL/h"))], [], []),
                        _ => new StatedProgram.Periodic(Next("mg"), true, Next("s"), Next("min"), Next("ug/d")),
                    };
                    var asked = new StatedDemand(Next("mg"), true, Next("min"), Next("s"), (int.MaxValue, Next("h")));
                    var stated = new PlanCase(
                        pump,
                        [new StatedDrug("morphine", Next("ug/mL"))],
                        Next("mL"),
                        new Moment(2_000, 0, 0),
                        program with
                        {
                            Demand = demand ? asked : null,
                        }
                    )
                    {
                        Catheter = Next("mL"),
                        Line = pump.IsImplanted ? null : Next("mL"),
                        OldDrugs = previous ? [new StatedDrug("morphine", Next("ug/mL")), new StatedDrug("bupivacaine", Next("mg/mL"))] : null,
                    };
                    var reading = TherapyFile.Read(Encoding.UTF8.GetBytes(stated.Json), Formulary.BuiltIn);
                    if (reading.Content is { } therapy)
                    {
                        Assert.NotEmpty(WrittenPlans.Json(Planner.Plan(therapy, Formulary.BuiltIn)));
                        Interlocked.Increment(ref planned);
                    }
                    else
                    {
                        Assert.NotEmpty(reading.Problems);
                    }
                },
                iter: 10_000
            );
        Assert.InRange(planned, Sampled.Times(10_000) / 20, Sampled.Times(10_000) * 19 / 20);
    }

    [Theory]
    // 1 g of 0.001 ug/mL is a million litres; a bolus of a thousand litres in a second; more boluses than seconds in a day.
    [InlineData(
        """{ "mode": "periodic", "bolus": "1000 mg", "duration": "1 min", "every": "1 h" }""",
        "$.program.bolus: by the concentration in the mixture that is 1000000000 mL, outside anything that a volume here can be"
    )]
    [InlineData(
        """{ "mode": "continuous", "dose": { "drug": "morphine", "rate": "1000 mg/d" } }""",
        "$.program.dose.rate: by the concentration in the mixture that is 1000000000 mL/d, outside anything that a flow rate here can be"
    )]
    [InlineData("""{ "mode": "periodic", "bolus": "1000 L", "duration": "1 s", "every": "1 h" }""", "$.program.duration: over that time that is")]
    [InlineData(
        """{ "mode": "periodic", "bolus": "1 mL", "duration": "1 min", "every": "1 h", "basal": "1000 mg/d" }""",
        "$.program.basal: by the concentration in the mixture that is 1000000000 mL/d"
    )]
    [InlineData(
        """{ "mode": "continuous", "rate": "1 mL/d", "demand": { "dose": "1000 L", "lockout": "1 s" } }""",
        "$.program.demand.lockout: over that time that is"
    )]
    [InlineData(
        """{ "mode": "continuous", "rate": "1 mL/d", "demand": { "dose": "1 mL", "lockout": "1 min", "maximum": { "count": 86401, "per": "24 h" } } }""",
        "$.program.demand.maximum.count: the bare number 86401; expected a whole number from 1 to 10000"
    )]
    public void What_no_pump_could_give_is_a_problem_of_the_file(string program, string problem)
    {
        var file = WrittenPlans.File(
            """{ "model": "cadd-ms3" }""",
            """[ { "drug": "morphine", "concentration": "0.001 ug/mL" } ]""",
            """{ "volume": "20 mL", "at": "2026-11-24T10:00:00Z" }""",
            program
        );
        var problems = TherapyFile.Read(Encoding.UTF8.GetBytes(file), Formulary.BuiltIn).Problems;
        Assert.Contains(problems, found => found.ToString().StartsWith(problem, StringComparison.Ordinal));
    }
}
