using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests.Conversions;

/// <summary><c>calc convert</c>: the same bands, and what it refuses to read.</summary>
public sealed class ConversionCalculatorTests
{
    [Fact]
    public void The_answer_is_a_band_with_sources_and_its_two_ends()
    {
        var answer = Calc.Answer("convert --drug morphine --from oral --to intrathecal --dose 240 mg/d");
        Assert.Equal(("800 ug/d", "24 mg/d"), (answer.GetProperty("low").GetString(), answer.GetProperty("high").GetString()));
        var rows = answer.GetProperty("band").EnumerateArray().ToList();
        Assert.Equal(12, rows.Count);
        Assert.Equal(300m, rows[0].GetProperty("ratio").GetDecimal());
        Assert.Equal("800 ug/d", rows[0].GetProperty("dose").GetString());
        Assert.Equal(10m, rows[^1].GetProperty("ratio").GetDecimal());
        Assert.Equal("24 mg/d", rows[^1].GetProperty("dose").GetString());
        Assert.All(rows, row => Assert.NotEmpty(row.GetProperty("source").GetString()!));
        Assert.All(rows, row => Assert.Equal("seen", row.GetProperty("mark").GetString()));
        Assert.True(answer.GetProperty("secondPerson").GetBoolean());
    }

    [Theory]
    [InlineData("5 mg/h", "400 ug/d")] // 120 mg/d / 300
    [InlineData("240000 ug/d", "800 ug/d")]
    public void A_dose_is_a_mass_in_a_time_in_whatever_units(string dose, string low) =>
        Assert.Equal(low, Calc.Answer($"convert --drug morphine --from oral --to intrathecal --dose {dose}").GetProperty("low").GetString());

    [Fact]
    public void Without_a_ratio_both_ends_are_unknown_and_what_is_on_file_is_listed()
    {
        var answer = Calc.Answer("convert --drug oxycodone --from oral --to intrathecal --to-drug morphine --dose 80 mg/d");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("low").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("high").ValueKind);
        Assert.Empty(answer.GetProperty("band").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("refused").ValueKind);
        Assert.Contains(
            answer.GetProperty("onFile").EnumerateArray(),
            row => row.GetProperty("to").GetProperty("drug").GetString() == "morphine" && row.GetProperty("ratio").GetString() == "12 to 300"
        );
    }

    [Fact]
    public void What_must_not_be_converted_says_why()
    {
        var answer = Calc.Answer("convert --drug morphine --from intrathecal --to intrathecal --to-drug sufentanil --dose 2 mg/d");
        Assert.Empty(answer.GetProperty("band").EnumerateArray());
        Assert.Contains("does not hold", answer.GetProperty("refused").GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Equal("recalled", answer.GetProperty("refused").GetProperty("mark").GetString());
    }

    [Theory]
    [Trait("Hazard", "HZ-25")]
    [InlineData(
        "--drug morphine --from spinal --to intrathecal --dose 1 mg/d",
        "--from: 'spinal' is no way of giving, the doses of epidural and intrathecal"
    )]
    [InlineData("--drug morphine --from oral --to oral --dose 1 mg/d", "--to: is how the drug is given already")]
    [InlineData("--drug morphine --from oral --to intrathecal --dose 240 mg", "--dose: is not a dose rate")]
    [InlineData("--drug morphine --from oral --to intrathecal --dose 0 mg/d", "--dose: is nothing; expected more")]
    [InlineData("--drug morphin --from oral --to intrathecal --dose 1 mg/d", "--drug: did you mean 'morphine'?")]
    [InlineData("--drug Morphine --from oral --to intrathecal --dose 1 mg/d", "--drug: is no identifier (it holds U+004D")]
    [InlineData("--drug vincristine --from intravenous --to intrathecal --dose 1 mg/d", "--drug: is never given by the spinal route")]
    [InlineData("--drug morphine --from oral --to intrathecal --to-drug 7 --dose 1 mg/d", "--to-drug: is no identifier")]
    public void What_cannot_be_meant_is_named(string options, string problem) => Calc.AssertProblems($"convert {options}", problem);
}
