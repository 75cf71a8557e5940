using System.Text;
using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Therapies as they are simulated, and what a simulation says that it does not know (HZ-60).</summary>
public sealed class TherapySimulationTests
{
    private const string Even = """{ "mode": "continuous", "rate": "0.2 mL/d" }""";
    private static readonly SimulationRequest Week = new(Duration.FromDays(7), Duration.FromHours(1), null, DemandTaken.None);

    [Fact]
    public void A_first_fill_begins_with_nothing_and_its_balance_holds()
    {
        var simulation = TherapySimulation.Of(TipFlowTests.Planned(Even), Week);
        var drug = Assert.Single(simulation.Drugs);
        Assert.Equal(169, simulation.Hours.Count);
        Assert.All(drug.Csf, level => Assert.Equal(0, level.Value[0]));

        // 2 mg/d for 7 days.
        Assert.Equal(14_000, drug.Balance.In, 1e-6);
        Assert.InRange(drug.Balance.Error, -1e-9, 1e-9);
        Assert.Empty(simulation.Findings);
    }

    /// <summary>The old program gave the same 2 mg/d, and the bridge keeps it: nothing changes by more than the front does, whose first half is new infusate at the old rate.</summary>
    [Fact]
    public void A_change_of_concentration_that_is_bridged_begins_and_stays_in_the_steady_state()
    {
        var simulation = TherapySimulation.Of(TipFlowTests.Planned(Even, previous: true), Week);
        var level = simulation.Drugs[0].Csf.Single(curve => curve.Key == Level.Parse("L3").Value).Value;
        Assert.All(level, value => Assert.InRange(value / level[^1], 0.85, 1.15));
    }

    [Fact]
    public void Twice_the_concentration_at_half_the_rate_is_the_same()
    {
        var one = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d"), Week).Drugs[0];
        var other = TherapySimulation.Of(Planned("20 mg/mL", "0.1 mL/d"), Week).Drugs[0];
        foreach (var (first, second) in one.Csf.Zip(other.Csf))
        {
            Assert.All(first.Value.Zip(second.Value), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * first.Value.Max()));
        }
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_tip_that_is_not_stated_withholds_everything()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", catheter: """{ "model": "ascenda", "length": "80 cm" }"""), Week);
        Assert.Empty(simulation.Drugs);
        AssertUnknown(simulation, FindingKinds.SimulationTipUnknown, "$.catheter.tip");
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_drug_whose_way_is_not_known_is_said_to_be_and_the_others_are_simulated()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", drug: "buprenorphine"), Week);
        Assert.Empty(simulation.Drugs);
        AssertUnknown(simulation, FindingKinds.SimulationDrugUnknown, "$.infusate.drugs[0]");
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void Figures_that_are_assumed_are_said_to_be()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", drug: "bupivacaine"), Week);
        Assert.Single(simulation.Drugs);
        AssertUnknown(simulation, FindingKinds.SimulationFiguresWeak, "$.infusate.drugs[0]");
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_path_and_a_past_that_are_not_known_are_said_to_be()
    {
        const string Before = """, "previous": { "infusate": { "drugs": [ { "drug": "morphine", "concentration": "20 mg/mL" } ] } }""";
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", catheter: """{ "tip": "T10" }""", more: Before), Week);
        AssertUnknown(simulation, FindingKinds.SimulationPathUnknown, "$.catheter");
        AssertUnknown(simulation, FindingKinds.SimulationHistoryUnknown, "$.previous.program");
    }

    [Fact]
    public void A_container_that_runs_empty_is_taken_to_be_refilled_and_the_reader_told()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "10 mL/d"), Week);
        Assert.Contains(simulation.Findings, finding => finding.Kind == FindingKinds.SimulationRefillAssumed && finding.Severity == Severity.Warn);
        Assert.Equal(700_000, simulation.Drugs[0].Balance.In, 1e-3);
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_solution_in_glucose_is_withheld()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", diluent: "glucose-5"), Week);
        Assert.Empty(simulation.Drugs);
        AssertUnknown(simulation, FindingKinds.SimulationOutsideRange, "$.infusate.diluent");
    }

    private static void AssertUnknown(TherapySimulation simulation, FindingKind kind, string path) =>
        Assert.Contains(simulation.Findings, finding => finding.Kind == kind && finding.Severity == Severity.Unknown && finding.Path == path);

    private static Plan Planned(
        string concentration,
        string rate,
        string drug = "morphine",
        string catheter = """{ "model": "ascenda", "tip": "T10", "length": "80 cm", "volume": "0.17 mL" }""",
        string diluent = "sodium-chloride-0.9",
        string more = ""
    )
    {
        var reading = TherapyFile.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                { "therapy": "case", "indication": "cancer-pain", "route": "intrathecal", "pump": { "model": "synchromed-ii-40" }, "catheter": {{catheter}},
                  "infusate": { "diluent": "{{diluent}}", "drugs": [ { "drug": "{{drug}}", "concentration": "{{concentration}}" } ] },
                  "fill": { "volume": "40 mL", "at": "2026-11-24T10:00:00Z" }, "program": { "mode": "continuous", "rate": "{{rate}}" }{{more}} }
                """
            ),
            Formulary.BuiltIn
        );
        Assert.Empty(reading.Problems);
        return Planner.Plan(reading.Content!, Formulary.BuiltIn);
    }
}
