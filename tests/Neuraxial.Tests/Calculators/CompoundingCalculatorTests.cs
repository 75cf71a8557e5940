using Xunit;

namespace Neuraxial.Tests;

/// <summary><c>calc mix</c> and <c>calc assay</c>: numbers worked out by hand, just inside and just outside.</summary>
public sealed class CompoundingCalculatorTests
{
    [Theory]
    // 40 x 3.5 = 140 mg, / 50 = 2.8 mL; 40 - 2.8 = 37.2 mL
    [InlineData(
        "mix --total 40 mL --drug morphine=3.5 mg/mL from 50 mg/mL",
        """{ "parts": [{ "drug": "morphine", "volume": "2.8 mL", "mass": "140 mg" }], "diluent": "37.2 mL", "block": null }"""
    )]
    // P21: 250 x 0.02 = 5 mg, / 5 = 1 mL; 250 x 1.5 = 375 mg, / 5 = 75 mL. 0.15 % is 1.5 mg/mL, 0.5 % is 5 mg/mL (HZ-02).
    [InlineData(
        "mix --total 250 mL --drug diamorphine=20 mcg/mL from 5 mg/mL --drug bupivacaine=0.15 % from 0.5 %",
        """{ "parts": [{ "drug": "diamorphine", "volume": "1 mL", "mass": "5 mg" }, { "drug": "bupivacaine", "volume": "75 mL", "mass": "375 mg" }], "diluent": "174 mL", "block": null }"""
    )]
    // P9: Duraclon, 10 mL and 40 mL.
    [InlineData(
        "mix --total 50 mL --drug clonidine=100 ug/mL from 500 ug/mL",
        """{ "parts": [{ "drug": "clonidine", "volume": "10 mL", "mass": "5 mg" }], "diluent": "40 mL", "block": null }"""
    )]
    // P3: full to the brim with 1 part of 10 mg/mL and 19 parts of 5 mg/mL.
    [InlineData(
        "mix --total 100 mL --drug morphine=0.5 mg/mL from 10 mg/mL --drug bupivacaine=4.75 mg/mL from 5 mg/mL",
        """{ "parts": [{ "drug": "morphine", "volume": "5 mL", "mass": "50 mg" }, { "drug": "bupivacaine", "volume": "95 mL", "mass": "475 mg" }], "diluent": "0 mL", "block": null }"""
    )]
    // As it is.
    [InlineData(
        "mix --total 20 mL --drug baclofen=2000 ug/mL from 2 mg/mL",
        """{ "parts": [{ "drug": "baclofen", "volume": "20 mL", "mass": "40 mg" }], "diluent": "0 mL", "block": null }"""
    )]
    public void A_mixture_is_worked_out(string line, string json)
    {
        Calc.AssertAnswer(line, json);
        Assert.False(Calc.Run(line).Content!.IsBlocked);
    }

    [Theory]
    // A stock that is weaker than what is wanted; just as strong passes above.
    [InlineData("mix --total 20 mL --drug baclofen=2001 ug/mL from 2 mg/mL", "stock-too-weak", "baclofen 2001 ug/mL", "", null)]
    // 100 x 0.5 / 10 = 5 mL and 100 x 4.76 / 5 = 95.2 mL: 100.2 mL. Morphine in 4.8 mL: 50 / 4.8; bupivacaine in 95 mL: 476 / 95.
    [InlineData(
        "mix --total 100 mL --drug morphine=0.5 mg/mL from 10 mg/mL --drug bupivacaine=4.76 mg/mL from 5 mg/mL",
        "volume",
        "morphine 50/4.8 mg/mL, bupivacaine 476/95 mg/mL",
        "morphine 50/100.2 mg/mL, bupivacaine 476/100.2 mg/mL",
        "100.2 mL"
    )]
    [Trait("Hazard", "HZ-12")]
    public void What_cannot_be_made_is_a_block_that_names_the_constraint(
        string line,
        string constraint,
        string least,
        string strongest,
        string? needed
    )
    {
        Assert.True(Calc.Run(line).Content!.IsBlocked);
        var answer = Calc.Answer(line);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("parts").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("diluent").ValueKind);
        var block = answer.GetProperty("block");
        Assert.Equal(("compounding-impossible", constraint), (block.GetProperty("code").GetString(), block.GetProperty("constraint").GetString()));
        Assert.NotEmpty(block.GetProperty("message").GetString()!);
        var obstacle = Assert.Single(block.GetProperty("obstacles").EnumerateArray());
        Assert.Equal(needed, obstacle.GetProperty("needed").GetString());
        AssertStrengths(least, obstacle.GetProperty("leastStrengths"));
        if (strongest.Length > 0)
        {
            AssertStrengths(strongest, obstacle.GetProperty("strongest"));
        }
    }

    [Theory]
    [InlineData("mix --total 0 mL --drug morphine=1 mg/mL from 10 mg/mL", "--total: 0 mL is nothing; expected more")]
    [InlineData("mix --total 40 mL --drug morphine 1 mg/mL from 10 mg/mL", "--drug: has no '=' in its place")]
    [InlineData("mix --total 40 mL --drug morphine=1 mg/mL", "--drug: has no 'from' in its place")]
    [InlineData("mix --total 40 mL --drug =1 mg/mL from 10 mg/mL", "--drug: has no '=' in its place")]
    [InlineData("mix --total 40 mL --drug morphine=1 from 10 mg/mL", "--drug: '1' has no unit")]
    [InlineData("mix --total 40 mL --drug morphine=1 mg/mL from 10", "--drug: '10' has no unit")]
    [InlineData("mix --total 40 mL --drug morphine=0 mg/mL from 10 mg/mL", "--drug: 0 ug/mL is nothing; expected more")]
    [InlineData("mix --total 40 mL --drug morphine=1 mg/mL from 0 mg/mL", "--drug: 0 ug/mL is nothing; expected more")]
    [InlineData("mix --total 40 mL --drug morphine=1,5 mg/mL from 10 mg/mL", "--drug: '1,5 mg/mL' has a comma")]
    // Per cent only of a local anaesthetic (HZ-02).
    [InlineData(
        "mix --total 40 mL --drug morphine=0.1 % from 10 mg/mL",
        "--drug: per cent is read only for the concentration of a local anaesthetic"
    )]
    [InlineData("mix --total 40 mL --drug morphin=1 mg/mL from 10 mg/mL", "--drug: did you mean 'morphine'?")]
    // HZ-24: never by the spinal route, whatever it is called.
    [InlineData("mix --total 40 mL --drug vincristine=1 mg/mL from 10 mg/mL", "--drug: never given by the spinal route")]
    [InlineData(
        "mix --total 40 mL --drug morphine=1 mg/mL from 10 mg/mL --drug morphine=2 mg/mL from 10 mg/mL",
        "--drug: morphine is given 2 times; expected each drug once"
    )]
    [Trait("Hazard", "HZ-02")]
    [Trait("Hazard", "HZ-24")]
    public void What_cannot_be_read_is_named(string line, string problem) => Calc.AssertProblems(line, problem);

    [Fact]
    public void Every_fault_of_every_drug_is_named_at_once() =>
        Calc.AssertProblems(
            "mix --total 40 --drug vincristine=1 from 10 mg/mL --drug morphine=1 mg/mL",
            "--total: has no unit",
            "--drug: never given by the spinal route",
            "--drug: '1' has no unit",
            "--drug: has no 'from'"
        );

    [Theory]
    [InlineData("assay --expected 10 mg/mL --measured 8.51 mg/mL", -14.9, "none")]
    [InlineData("assay --expected 10 mg/mL --measured 8.5 mg/mL", -15, "none")]
    [InlineData("assay --expected 10 mg/mL --measured 8.49 mg/mL", -15.1, "block")]
    [InlineData("assay --expected 10 mg/mL --measured 11.51 mg/mL", 15.1, "block")]
    [InlineData("assay --expected 1 ug/mL --measured 0.001 mg/mL", 0, "none")]
    [InlineData("assay --expected 10 mg/mL --measured 0 mg/mL", -100, "block")]
    [InlineData("assay --expected 10 mg/mL --measured 9.5 mg/mL --tolerance 5 %", -5, "none")]
    [InlineData("assay --expected 10 mg/mL --measured 9.49 mg/mL --tolerance 5 %", -5.1, "block")]
    [Trait("Hazard", "HZ-12")]
    public void An_assay_outside_the_tolerance_blocks(string line, double error, string severity)
    {
        var answer = Calc.Answer(line);
        Assert.Equal((decimal)error, answer.GetProperty("errorPercent").GetDecimal());
        Assert.Equal(severity, answer.GetProperty("severity").GetString());
        Assert.Equal(severity is "block", Calc.Run(line).Content!.IsBlocked);
    }

    [Theory]
    [InlineData("assay --expected 0 mg/mL --measured 1 mg/mL", "--expected: 0 ug/mL is nothing; expected more")]
    [InlineData("assay --expected 1 mg/mL --measured 1 mg/mL --tolerance 5 mL", "--tolerance: is no per cent value")]
    public void What_an_assay_cannot_be_worked_out_from_is_named(string line, string problem) => Calc.AssertProblems(line, problem);

    private static void AssertStrengths(string expected, System.Text.Json.JsonElement strengths)
    {
        foreach (var (amount, found) in expected.Split(", ").Zip(strengths.EnumerateArray()))
        {
            var words = amount.Split(' ', 2);
            Assert.Equal(words[0], found.GetProperty("drug").GetString());
            Amount.IsExactly(words[1], found.GetProperty("strength").GetString());
        }

        Assert.Equal(expected.Split(", ").Length, strengths.GetArrayLength());
    }
}
