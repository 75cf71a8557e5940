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
        Assert.All(drug.Curves.Csf, level => Assert.Equal(0, level.Value[0]));

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
        var level = simulation.Drugs[0].Curves.Csf.Single(curve => curve.Key == Level.Parse("L3").Value).Value;
        Assert.All(level, value => Assert.InRange(value / level[^1], 0.85, 1.15));
    }

    [Fact]
    public void Twice_the_concentration_at_half_the_rate_is_the_same()
    {
        var one = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d"), Week).Drugs[0];
        var other = TherapySimulation.Of(Planned("20 mg/mL", "0.1 mL/d"), Week).Drugs[0];
        foreach (var (first, second) in one.Curves.Csf.Zip(other.Curves.Csf))
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
        Assert.Null(simulation.Of(simulation.Doses[0].Key));

        // What leaves the tip of it is known all the same: 2 mg/d for 7 days.
        Assert.Equal(14_000, simulation.Doses[0].Value.Given(0, Duration.FromDays(7)), 1e-8);
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
    [Trait("Hazard", "HZ-60")]
    public void A_front_whose_width_is_assumed_is_said_to_be()
    {
        const string Before =
            """, "previous": { "infusate": { "drugs": [ { "drug": "morphine", "concentration": "CONCENTRATION" } ] }, "program": { "mode": "continuous", "rate": "0.1 mL/d" } }""";
        TherapySimulation Changed(string from) =>
            TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", more: Before.Replace("CONCENTRATION", from, StringComparison.Ordinal)), Week);
        AssertUnknown(Changed("20 mg/mL"), FindingKinds.SimulationFrontAssumed, "$.previous.infusate");
        Assert.DoesNotContain(Changed("10 mg/mL").Findings, finding => finding.Kind.Equals(FindingKinds.SimulationFrontAssumed));
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_container_that_is_empty_is_taken_to_be_refilled_and_the_reader_told()
    {
        // 40 mL at 10 mL/d last 4 days; 100 mg a day for 7.
        var plan = Planned("10 mg/mL", "10 mL/d");
        var simulation = TherapySimulation.Of(plan, Week);
        Assert.Contains(
            simulation.Findings,
            finding => finding.Kind.Equals(FindingKinds.SimulationRefillAssumed) && finding.Severity == Severity.Warn
        );
        Assert.Equal(700_000, simulation.Drugs[0].Balance.In, 1e-6);

        // Where it ends with this fill there is nothing to tell.
        Assert.Empty(TherapySimulation.Of(plan, Week with { For = Duration.FromDays(4) }).Findings);
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_solution_in_glucose_is_withheld()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", diluent: "glucose-5"), Week);
        Assert.Empty(simulation.Drugs);
        AssertUnknown(simulation, FindingKinds.SimulationOutsideRange, "$.infusate.diluent");
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_bolus_of_more_than_five_millilitres_into_the_fluid_is_withheld_and_into_the_epidural_space_is_not()
    {
        Assert.DoesNotContain(Bolus("5 mL", "intrathecal").Findings, finding => finding.Kind.Equals(FindingKinds.SimulationOutsideRange));
        var simulation = Bolus("5.1 mL", "intrathecal");
        Assert.Empty(simulation.Drugs);
        AssertUnknown(simulation, FindingKinds.SimulationOutsideRange, "$.program.bolus");
        Assert.Single(Bolus("10 mL", "epidural").Drugs);
    }

    [Fact]
    [Trait("Hazard", "HZ-60")]
    public void A_child_is_withheld_and_a_woman_in_labour_told_of()
    {
        var child = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", more: """, "patient": { "birthDate": "2010-03-02" }"""), Week);
        Assert.Empty(child.Drugs);
        AssertUnknown(child, FindingKinds.SimulationOutsideRange, "$.patient.birthDate");
        var labour = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", indication: "labour"), Week);
        Assert.Single(labour.Drugs);
        AssertUnknown(labour, FindingKinds.SimulationOutsideRange, "$.indication");
    }

    [Fact]
    public void A_first_fill_whose_path_is_not_known_says_that_no_delay_was_taken()
    {
        var simulation = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", catheter: """{ "tip": "T10" }"""), Week);
        AssertUnknown(simulation, FindingKinds.SimulationPathUnknown, "$.catheter");
        Assert.Equal(0, simulation.Doses[0].Value.Times[0]);
    }

    [Fact]
    public void Demand_boluses_that_nobody_counted_are_not_simulated_and_the_reader_told()
    {
        const string Program = """{ "mode": "continuous", "rate": "0.2 mL/d", "demand": { "dose": "0.1 mg", "lockout": "2 h" } }""";
        var plan = TipFlowTests.Planned(Program);
        var expected = TherapySimulation.Of(plan, Week with { Demand = DemandTaken.Expected });
        AssertUnknown(expected, FindingKinds.ExpectedUseUnknown, "$.program.demand.expected");
        Assert.Equal(14_000, expected.Drugs[0].Balance.In, 1e-6);

        // All of them: 12 a day of 0.1 mg, each taken to last three minutes.
        var all = TherapySimulation.Of(plan, Week with { Demand = DemandTaken.All });
        AssertUnknown(all, FindingKinds.SimulationBolusAssumed, "$.program.demand.duration");
        Assert.Equal(14_000 + (84 * 100), all.Drugs[0].Balance.In, 1e-6);
        Assert.Empty(TherapySimulation.Of(plan, Week).Findings);
    }

    [Fact]
    public void What_diamorphine_becomes_is_found_beside_it()
    {
        var drug = Assert.Single(TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d", drug: "diamorphine"), Week).Drugs);
        Assert.Equal(["6-monoacetylmorphine", "morphine"], drug.Metabolites.Select(metabolite => metabolite.Drug.Id), StringComparer.Ordinal);
        Assert.All(drug.Metabolites, metabolite => Assert.True(metabolite.Csf[^1].Value[^1] > 0));
    }

    /// <summary>The tip's fluid from an empty body, read from the curve itself: the first hour at which it lies within a tenth of where it ends.</summary>
    [Fact]
    public void An_even_program_settles_when_its_curve_stays_within_a_tenth_of_its_steady_state()
    {
        var drug = TherapySimulation.Of(Planned("10 mg/mL", "0.2 mL/d"), Week with { For = Duration.FromDays(30) }).Drugs[0];
        var tip = drug.Curves.Csf.Single(curve => curve.Key == Level.Parse("T10").Value).Value;
        Assert.Equal(tip[^1], drug.Settling.Steady, 1e-3 * tip[^1]);
        Assert.Equal(Array.FindIndex(tip, value => value >= 0.9 * drug.Settling.Steady), drug.Settling.AfterHours);
        Assert.Equal(0, drug.Before, 1e-9);
    }

    [Theory]
    [InlineData("""{ "mode": "flex", "steps": [ { "at": "06:00", "rate": "0.1 mL/d" }, { "at": "18:00", "rate": "0.5 mL/d" } ] }""")]
    [InlineData("""{ "mode": "periodic", "bolus": "0.075 mL", "duration": "5 min", "every": "6 h" }""")]
    public void A_program_that_varies_settles_as_if_its_mean_were_given_evenly(string program)
    {
        // 0.3 mL/d in the mean.
        var even = TherapySimulation.Of(Planned("10 mg/mL", "0.3 mL/d"), Week).Drugs[0].Settling;
        var varied = TherapySimulation.Of(TipFlowTests.Planned(program), Week).Drugs[0].Settling;
        Assert.Equal(even.AfterHours, varied.AfterHours);
        Assert.Equal(even.Steady, varied.Steady, 1e-9 * even.Steady);
    }

    [Fact]
    public void What_is_in_the_body_at_the_start_is_told_apart_from_what_is_given()
    {
        var drug = TherapySimulation.Of(TipFlowTests.Planned(Even, previous: true), Week).Drugs[0];
        Assert.True(drug.Before > 0);
        Assert.Equal(14_000, drug.Balance.In - drug.Before, 0.02 * 14_000);
        Assert.Equal(drug.Balance.In, drug.Balance.Body + drug.Balance.Eliminated, 1e-5);
    }

    private static TherapySimulation Bolus(string volume, string route) =>
        TherapySimulation.Of(
            TipFlowTests.Planned($$"""{ "mode": "periodic", "bolus": "{{volume}}", "duration": "10 min", "every": "12 h" }""", route: route),
            Week with
            {
                For = Duration.FromDays(1),
            }
        );

    private static void AssertUnknown(TherapySimulation simulation, FindingKind kind, string path) =>
        Assert.Contains(simulation.Findings, finding => finding.Kind == kind && finding.Severity == Severity.Unknown && finding.Path == path);

    private static Plan Planned(
        string concentration,
        string rate,
        string drug = "morphine",
        string catheter = """{ "model": "ascenda", "tip": "T10", "length": "80 cm", "volume": "0.17 mL" }""",
        string diluent = "sodium-chloride-0.9",
        string indication = "cancer-pain",
        string more = ""
    )
    {
        var reading = TherapyFile.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                { "therapy": "case", "indication": "{{indication}}", "route": "intrathecal", "pump": { "model": "synchromed-ii-40" }, "catheter": {{catheter}},
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
