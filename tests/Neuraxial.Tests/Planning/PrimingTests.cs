using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>What fills the empty fluid path after implantation (pumps D6), and what a fast prime does (HZ-32).</summary>
public sealed class PrimingTests
{
    [Fact]
    public void A_pump_that_was_not_primed_before_fills_tubing_and_catheter()
    {
        // SynchroMed II tubing 0.140 mL + 89 cm x 0.0022 mL/cm = 0.3358 mL; x 10 mg/mL
        var priming = Plans.Of(("catheter", """{ "model": "indura", "length": "89 cm" }""")).Priming!;
        Assert.Equal("0.3358 mL", priming.Volume.ToString());
        Assert.Equal("morphine 3.358 mg", priming.Doses.Text());
    }

    [Fact]
    public void A_pump_that_was_primed_on_the_back_table_fills_the_catheter_alone()
    {
        var priming = Plans.Of(("catheter", """{ "model": "indura", "length": "89 cm" }""")).Priming!;
        Assert.Equal("0.1958 mL", priming.BackTableVolume.ToString());
        Assert.Equal("morphine 1.958 mg", priming.BackTableDoses.Text());
    }

    [Fact]
    public void A_prime_holds_every_drug_of_the_mixture()
    {
        // 0.14 + 0.16 = 0.3 mL
        var priming = Plans
            .Of(
                ("catheter.volume", "0.16 mL"),
                ("infusate.drugs", """[{ "drug": "morphine", "concentration": "10 mg/mL" }, { "drug": "clonidine", "concentration": "200 ug/mL" }]""")
            )
            .Priming!;
        Assert.Equal("morphine 3 mg, clonidine 60 ug", priming.Doses.Text());
        Assert.Equal("morphine 1.6 mg, clonidine 32 ug", priming.BackTableDoses.Text());
    }

    [Fact]
    [Trait("Hazard", "HZ-32")]
    public void The_prime_of_a_new_pump_warns_of_drug_that_comes_early_and_of_the_gap_after_it()
    {
        var finding = Plans.Of(("catheter.volume", "0.16 mL")).The(FindingKinds.PrimingMixes);
        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.Equal("0.3 mL", finding.Value);
        Assert.Equal(["HZ-32"], finding.Kind.Hazards);
    }

    [Fact]
    public void A_refill_primes_nothing_and_does_not_warn() =>
        Plans
            .Of(("catheter.volume", "0.16 mL"), ("previous.infusate", """{ "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }] }"""))
            .HasNo(FindingKinds.PrimingMixes);

    [Fact]
    [Trait("Hazard", "HZ-42")]
    public void Without_a_known_fluid_path_there_is_no_prime()
    {
        var plan = Plans.Of();
        Assert.Null(plan.Priming);
        plan.HasNo(FindingKinds.PrimingMixes);
    }
}
