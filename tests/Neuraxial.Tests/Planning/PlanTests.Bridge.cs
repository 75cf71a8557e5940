using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>The bridge after a change of drug or concentration (pumps D7; HZ-15, HZ-30, HZ-31). The path is 0.14 + 0.16 = 0.3 mL.</content>
public sealed partial class PlanTests
{
    [Theory]
    [InlineData("morphine 10 mg/mL", "morphine 10 mg/mL", "the same infusate")]
    [InlineData("bupivacaine 5 mg/mL, morphine 10 mg/mL", "morphine 10 mg/mL, bupivacaine 5 mg/mL", "the same drugs in another order")]
    public void The_same_infusate_needs_no_bridge(string old, string now, string why)
    {
        var plan = Changed(old, now, "0.2 mL/d", "0.4 mL/d");
        Assert.True(plan.Bridge is null, why);
        Assert.DoesNotContain(plan.Findings, finding => finding.Kind.Code.StartsWith("bridge", StringComparison.Ordinal));
    }

    /// <summary>Of the old drugs the one whose wrong dose is most dangerous: baclofen, then an opioid, clonidine, a local anaesthetic, ziconotide.</summary>
    [Theory]
    [Trait("Hazard", "HZ-31")]
    [InlineData("morphine 20 mg/mL, bupivacaine 5 mg/mL", "morphine 10 mg/mL, bupivacaine 20 mg/mL", "morphine")]
    [InlineData("bupivacaine 5 mg/mL, morphine 20 mg/mL", "bupivacaine 20 mg/mL, morphine 10 mg/mL", "morphine")]
    [InlineData("morphine 20 mg/mL, baclofen 1 mg/mL", "morphine 10 mg/mL, baclofen 2 mg/mL", "baclofen")]
    [InlineData("bupivacaine 5 mg/mL, clonidine 100 ug/mL", "bupivacaine 5 mg/mL, clonidine 200 ug/mL", "clonidine")]
    [InlineData("ziconotide 25 ug/mL, bupivacaine 5 mg/mL", "ziconotide 25 ug/mL, bupivacaine 10 mg/mL", "bupivacaine")]
    [InlineData("bupivacaine 5 mg/mL", "morphine 10 mg/mL, bupivacaine 10 mg/mL", "bupivacaine")]
    public void A_bridge_follows_the_most_dangerous_of_the_old_drugs(string old, string now, string drug) =>
        Assert.Equal(drug, Changed(old, now).Bridge!.Drug.Id);

    [Fact]
    [Trait("Hazard", "HZ-30")]
    [Trait("Hazard", "HZ-31")]
    public void Every_drug_of_a_mixture_is_shown_through_the_bridge()
    {
        // New: 0.4 mL/d x 10 and 20 mg/mL = 4 and 8 mg/d. The bridge keeps 4 mg/d of morphine: 4/20 = 0.2 mL/d for 0.3/0.2 d.
        var bridge = Changed("morphine 20 mg/mL, bupivacaine 5 mg/mL", "morphine 10 mg/mL, bupivacaine 20 mg/mL").Bridge!;
        Assert.Equal(("0.2 mL/d", "36 h"), (bridge.Rate.ToString(), QuantityText.Write(bridge.Duration)));
        Assert.Equal(
            "morphine: wanted 4 mg/d, bridged 4 mg/d, unbridged 8 mg/d, delivered 6 mg; bupivacaine: wanted 8 mg/d, bridged 1 mg/d, unbridged 2 mg/d, delivered 1.5 mg",
            string.Join(
                "; ",
                bridge.Drugs.Select(drug =>
                    $"{drug.Drug}: wanted {drug.Wanted}, bridged {drug.Bridged}, unbridged {drug.Unbridged}, delivered {drug.Delivered}"
                )
            )
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void A_drug_of_the_mixture_that_runs_at_another_dose_meanwhile_must_be_confirmed()
    {
        // Bupivacaine at 1 of 8 mg/d
        var finding = Changed("morphine 20 mg/mL, bupivacaine 5 mg/mL", "morphine 10 mg/mL, bupivacaine 20 mg/mL").The(FindingKinds.BridgeOtherDrug);
        Assert.Equal((Severity.Confirm, "1 mg/d"), (finding.Severity, finding.Value));
    }

    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void Tubing_and_catheter_make_the_two_parts_of_a_bridge()
    {
        // 0.14 and 0.16 mL at 0.2 mL/d
        var parts = Changed("morphine 20 mg/mL", "morphine 10 mg/mL").Bridge!.Parts;
        Assert.Equal(
            "tubing 0.14 mL 16.8 h, catheter 0.16 mL 19.2 h",
            string.Join(", ", parts.Select(part => $"{part.Name} {part.Volume} {QuantityText.Write(part.Duration)}"))
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-15")]
    [Trait("Hazard", "HZ-30")]
    public void A_drug_that_takes_the_place_of_another_comes_after_the_old_one_ran_out_at_its_old_dose()
    {
        // Morphine 10 mg/mL at 0.3 mL/d, 3 mg/d, becomes hydromorphone 2 mg/mL at 0.4 mL/d
        var plan = Changed("morphine 10 mg/mL", "hydromorphone 2 mg/mL", "0.3 mL/d", "0.4 mL/d");
        var bridge = plan.Bridge!;
        Assert.Equal(("morphine", "0.3 mL/d", "24 h"), (bridge.Drug.Id, bridge.Rate.ToString(), QuantityText.Write(bridge.Duration)));
        Assert.Equal(("hydromorphone", "600 ug"), (bridge.ProgrammedDrug.Id, bridge.Programmed.ToString()));
        Assert.Equal("3 mg", bridge.Delivered.ToString());
        Assert.Equal(Severity.Warn, plan.The(FindingKinds.BridgeOtherDrug).Severity);
    }

    [Fact]
    public void A_drug_that_is_added_does_not_reach_the_patient_before_the_bridge_has_ended()
    {
        var plan = Changed("morphine 10 mg/mL", "morphine 10 mg/mL, clonidine 50 ug/mL");
        Assert.Equal(("0.4 mL/d", "18 h"), (plan.Bridge!.Rate.ToString(), QuantityText.Write(plan.Bridge.Duration)));
        Assert.Equal(Mass.Zero, plan.Bridge.Drugs.Single(drug => drug.Drug.Id == "clonidine").Delivered);
        Assert.Equal(Severity.Warn, plan.The(FindingKinds.BridgeOtherDrug).Severity);
    }

    [Fact]
    public void A_drug_that_is_left_out_runs_on_at_its_old_dose_until_the_path_is_clear()
    {
        var plan = Changed("morphine 10 mg/mL, clonidine 50 ug/mL", "morphine 10 mg/mL");
        var clonidine = plan.Bridge!.Drugs.Single(drug => drug.Drug.Id == "clonidine");
        Assert.Equal(("20 ug/d", "20 ug/d", "15 ug"), (clonidine.Wanted.ToString(), clonidine.Bridged.ToString(), clonidine.Delivered.ToString()));
        plan.HasNo(FindingKinds.BridgeOtherDrug);
    }

    [Fact]
    public void The_old_dose_of_a_drug_that_is_left_out_is_not_known_without_the_old_program()
    {
        var plan = Plans.Of(("catheter.volume", "0.16 mL"), ("previous.infusate", Mixture("morphine 10 mg/mL, clonidine 50 ug/mL")));
        Assert.Null(plan.Bridge!.Drugs.Single(drug => drug.Drug.Id == "clonidine").Wanted);
        Assert.Equal(Severity.Unknown, plan.The(FindingKinds.BridgeOtherDrug).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-15")]
    [Trait("Hazard", "HZ-30")]
    public void Without_the_old_program_a_change_of_drug_is_blocked()
    {
        var plan = Plans.Of(
            ("catheter.volume", "0.16 mL"),
            ("infusate", Mixture("hydromorphone 2 mg/mL")),
            ("previous.infusate", Mixture("morphine 10 mg/mL"))
        );
        Assert.Null(plan.Bridge);
        Assert.Equal(Severity.Block, plan.The(FindingKinds.BridgeMissing).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-15")]
    [Trait("Hazard", "HZ-30")]
    [Trait("Hazard", "HZ-42")]
    public void Without_a_known_fluid_path_a_change_of_concentration_is_blocked()
    {
        var plan = Plans.Of(("previous.infusate", Mixture("morphine 20 mg/mL")), ("previous.program", Continuous("0.4 mL/d")));
        Assert.Null(plan.Bridge);
        Assert.Equal(Severity.Block, plan.The(FindingKinds.BridgeMissing).Severity);
    }

    /// <summary>Old over new concentration at the same flow is the ratio of the unbridged dose; 0.7 to 1.3 times the wanted dose is one usual step.</summary>
    [Theory]
    [Trait("Hazard", "HZ-15")]
    [Trait("Hazard", "HZ-30")]
    [InlineData("13 mg/mL", Severity.Confirm)]
    [InlineData("13.1 mg/mL", Severity.Block)]
    [InlineData("20 mg/mL", Severity.Block)]
    [InlineData("7 mg/mL", Severity.Confirm)]
    [InlineData("6.9 mg/mL", Severity.Block)]
    public void A_declined_bridge_blocks_when_the_old_infusate_would_run_at_a_dangerous_dose(string old, Severity severity)
    {
        var plan = Changed("morphine " + old, "morphine 10 mg/mL", declined: "the patient is in hospital");
        Assert.Null(plan.Bridge);
        Assert.Equal(severity, plan.The(FindingKinds.BridgeDeclined).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-15")]
    [Trait("Hazard", "HZ-30")]
    public void A_declined_bridge_blocks_for_every_drug_of_a_mixture_that_would_run_at_a_dangerous_dose()
    {
        // Morphine at 1.2 times, bupivacaine at a quarter, clonidine at twice
        var plan = Changed(
            "morphine 12 mg/mL, bupivacaine 5 mg/mL, clonidine 100 ug/mL",
            "morphine 10 mg/mL, bupivacaine 20 mg/mL, clonidine 50 ug/mL",
            declined: "a reason"
        );
        Assert.Equal(
            ["2 mg/d", "40 ug/d"],
            plan.Findings.Where(finding => finding.Kind == FindingKinds.BridgeDeclined).Select(finding => finding.Value!).ToArray()
        );
        Assert.All(
            plan.Findings.Where(finding => finding.Kind == FindingKinds.BridgeDeclined),
            finding => Assert.Equal(Severity.Block, finding.Severity)
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-30")]
    public void A_constant_flow_pump_cannot_be_bridged()
    {
        var plan = Plans.Of(
            ("pump", ConstantFlow),
            ("program", """{ "mode": "constant-flow" }"""),
            ("previous.infusate", Mixture("morphine 20 mg/mL")),
            ("previous.program", """{ "mode": "constant-flow" }""")
        );
        Assert.Null(plan.Bridge);
        Assert.Equal(Severity.Warn, plan.The(FindingKinds.BridgeImpossible).Severity);
    }

    [Theory]
    [Trait("Hazard", "HZ-31")]
    [InlineData("4 mg/mL", "0.04 mL/d", true)]
    [InlineData("5 mg/mL", "0.05 mL/d", false)]
    public void A_bridge_slower_than_the_pump_can_run_is_blocked(string now, string rate, bool blocked)
    {
        // 0.2 mL/d of the new infusate is wanted; the old one has 20 mg/mL
        var plan = Changed("morphine 20 mg/mL", "morphine " + now, "0.2 mL/d", "0.2 mL/d");
        Assert.Equal(rate, plan.Bridge!.Rate.ToString());
        Assert.Equal(blocked, Holds(plan, FindingKinds.BridgeOutOfRange));
    }

    [Fact]
    [Trait("Hazard", "HZ-31")]
    [Trait("Hazard", "HZ-43")]
    public void Demand_boluses_stay_off_during_a_bridge()
    {
        var plan = Plans.Of(
            ("catheter.volume", "0.16 mL"),
            ("program", WithDemand("""{ "dose": "0.1 mg", "lockout": "2 h" }""")),
            ("previous.infusate", Mixture("morphine 20 mg/mL")),
            ("previous.program", Continuous("0.2 mL/d"))
        );
        Assert.Equal(
            (Severity.Confirm, "$.program.demand"),
            (plan.The(FindingKinds.BridgeDemand).Severity, plan.The(FindingKinds.BridgeDemand).Path)
        );
    }

    /// <summary>Makers who tabulate a smallest and a largest tubing volume: the smaller where the concentration rises, the larger where it falls.</summary>
    [Theory]
    [Trait("Hazard", "HZ-31")]
    [InlineData("500 ug/mL", "2000 ug/mL", "0.3 mL")]
    [InlineData("2000 ug/mL", "500 ug/mL", "0.5 mL")]
    public void The_tubing_volume_of_a_bridge_errs_on_the_side_of_too_little(string old, string now, string volume) =>
        Amount.IsExactly(
            volume,
            Calculated.Values(
                "bridge",
                $"old: {old}; new: {now}; dose: 200 ug/d; length: 100 cm; per-length: 0.002 mL/cm; tubing-minimum: 0.1 mL; tubing-maximum: 0.3 mL"
            )["volume"]
        );

    [Fact]
    public void The_bridge_delays_the_low_reservoir_by_what_it_gives_more_slowly()
    {
        // 1.5 d for 0.3 mL at 0.2 mL/d, then 17.7 mL at 0.4 mL/d: 44.25 d
        var plan = Changed("morphine 20 mg/mL", "morphine 10 mg/mL");
        Assert.Equal(Durations.FromDays(45.75m), plan.Refill.LowAt - plan.Therapy.Fill.Instant);
        Assert.Equal(Duration.FromDays(45), Plans.Of().Refill.LowAt - Plans.Therapy().Fill.Instant);
    }

    private static Plan Changed(string old, string now, string oldRate = "0.4 mL/d", string rate = "0.4 mL/d", string? declined = null)
    {
        (string, string?)[] changes =
        [
            ("catheter.volume", "0.16 mL"),
            ("infusate", Mixture(now)),
            ("program.rate", rate),
            ("previous.infusate", Mixture(old)),
            ("previous.program", Continuous(oldRate)),
        ];
        return Plans.Of(declined is null ? changes : [.. changes, ("bridge.declined", declined)]);
    }
}
