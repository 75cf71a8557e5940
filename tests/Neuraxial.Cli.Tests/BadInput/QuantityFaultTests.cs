using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Quantities that a person writes and nobody may guess at (HZ-01, HZ-02, HZ-10, HZ-11): the place, and what is wrong.</summary>
public sealed class QuantityFaultTests
{
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-10")]
    [Trait("Hazard", "HZ-11")]
    [InlineData("20", "'20' has no unit; expected a volume such as '1.5 mL'")]
    [InlineData("20 mg", "'20 mg' is not a volume; expected a volume in mL, uL, L")]
    [InlineData("20 mL/d", "'20 mL/d' is not a volume")]
    [InlineData("20 xl", "unknown unit 'xl'; expected a volume in mL, uL, L")]
    [InlineData("20 ML", "unknown unit 'ML', did you mean 'mL'?")]
    [InlineData("20 cc", "unknown unit 'cc', did you mean 'mL'?")]
    [InlineData("20 \u00b5L", "unknown unit '\u00b5L', did you mean 'uL'?")]
    [InlineData("20 millilitres", "did you mean 'mL'?")]
    [InlineData("20 mL ", "unknown unit 'mL ', did you mean 'mL'?")]
    [InlineData("20  mL", "unknown unit ' mL', did you mean 'mL'?")]
    [InlineData("20mL", "'20mL' is not a number, a space and a unit")]
    [InlineData("mL 20", "'mL 20': unknown unit '20'")]
    [InlineData("20\tmL", "is not a number, a space and a unit")]
    [InlineData("20,5 mL", "has a comma, which is read as a point in some countries and as a group separator in others; write 1.5 or 1500")]
    [InlineData("1,000 mL", "has a comma")]
    [InlineData("1'000 mL", "does not begin with a plain number")]
    [InlineData("1 000 mL", "unknown unit '000 mL'")]
    [InlineData("1.000.000 mL", "does not begin with a plain number")]
    [InlineData(
        ".5 mL",
        "does not begin with a plain number; expected a volume such as '1.5 mL', with a digit before the point, no sign, no exponent"
    )]
    [InlineData("5. mL", "does not begin with a plain number")]
    [InlineData("020 mL", "does not begin with a plain number")]
    [InlineData("-20 mL", "does not begin with a plain number")]
    [InlineData("+20 mL", "does not begin with a plain number")]
    [InlineData("2e1 mL", "does not begin with a plain number")]
    [InlineData("0x14 mL", "does not begin with a plain number")]
    [InlineData("NaN mL", "does not begin with a plain number")]
    [InlineData("Infinity mL", "does not begin with a plain number")]
    [InlineData("twenty mL", "does not begin with a plain number")]
    [InlineData("\u0662\u0660 mL", "does not begin with a plain number")]
    [InlineData("\uff12\uff10 mL", "does not begin with a plain number")]
    [InlineData("", "an empty text; expected a volume such as '1.5 mL'")]
    [InlineData("  ", "an empty text")]
    [InlineData("0 mL", "a fill of nothing; expected more than 0 mL")]
    [InlineData("1000000000 L", "is outside anything that a volume here can be")]
    [InlineData("0.0000000000001 mL", "is outside anything that a volume here can be")]
    [InlineData("0.00000000000000000000000000001 mL", "has more digits than can be held exactly (28)")]
    [InlineData("99999999999999999999999999999 mL", "has more digits than can be held exactly (28)")]
    public void A_volume_that_cannot_be_read_for_sure_is_refused(string value, string words) =>
        Therapies.AssertRefused(Therapies.Continuous.With("$.fill.volume", Quoted(value)), "$.fill.volume", words);

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-02")]
    [Trait("Hazard", "HZ-11")]
    [InlineData("1:200 000", "'1:200 000' is a ratio, and ratios have been misread by powers of ten; expected a concentration such as '1.5 mg/mL'")]
    [InlineData("1:200000", "'1:200000' is a ratio")]
    [InlineData("1 in 1000", "unknown unit 'in 1000'")]
    [InlineData("1 %", "per cent is read only for the concentration of a local anaesthetic")]
    [InlineData("10 MG/ML", "unknown unit 'MG/ML', did you mean 'mg/mL'?")]
    [InlineData("10 mg / mL", "unknown unit 'mg / mL', did you mean 'mg/mL'?")]
    [InlineData("10 mg", "'10 mg' is not a concentration")]
    [InlineData("10 mg/kg", "unknown unit 'mg/kg'; expected a concentration in mg/mL, ug/mL, ng/mL")]
    [InlineData("10 mg/d", "'10 mg/d' is not a concentration")]
    [InlineData("10 units/mL", "unknown unit 'units/mL'")]
    [InlineData("0 mg/mL", "a concentration of nothing; expected more than 0 mg/mL")]
    [InlineData("1001 mg/mL", "is outside anything that a mixture can hold; expected 1 ng/mL to 1000 mg/mL")]
    [InlineData("0.9 ng/mL", "is outside anything that a mixture can hold")]
    public void A_concentration_that_cannot_be_read_for_sure_is_refused(string value, string words) =>
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.infusate.drugs[0].concentration", Quoted(value)),
            "$.infusate.drugs[0].concentration",
            words
        );

    [Theory]
    [Trait("Hazard", "HZ-02")]
    [InlineData("1:200 000", "'1:200 000' is a ratio")]
    [InlineData("0.125%", "'0.125%' is not a number, a space and a unit")]
    [InlineData("0,125 %", "has a comma")]
    [InlineData(".125 %", "does not begin with a plain number")]
    [InlineData("0.125 % w/v", "unknown unit '% w/v'")]
    [InlineData("200 %", "is outside anything that a mixture can hold")]
    [InlineData("9999999999999999999999999999 %", "is outside anything that a concentration here can be")]
    public void Per_cent_of_a_local_anaesthetic_follows_the_same_grammar(string value, string words) =>
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.infusate.drugs[1].concentration", Quoted(value)),
            "$.infusate.drugs[1].concentration",
            words
        );

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-03")]
    [InlineData("$.program.rate", "0.4 mg/d", "'0.4 mg/d' is not a flow rate; expected a flow rate in mL/d, mL/h, uL/d, uL/h, mL/min")]
    [InlineData("$.program.rate", "0.4 mm/h", "'0.4 mm/h' is not a flow rate")]
    [InlineData("$.program.rate", "0.4 mL", "'0.4 mL' is not a flow rate")]
    [InlineData("$.program.rate", "0.4 mL/24h", "did you mean 'mL/d'?")]
    [InlineData("$.program.rate", "0.4 mL/wk", "unknown unit 'mL/wk'")]
    [InlineData("$.program.rate", "0 mL/d", "nothing would be given; expected more than 0 mL/d, or demand boluses")]
    [InlineData("$.patient.weight", "58", "'58' has no unit; expected a mass such as '1.5 mg'")]
    [InlineData("$.patient.weight", "58 g", "'0.058 kg' is no body weight; expected 0.3 kg to 650 kg")]
    [InlineData("$.patient.height", "16 cm", "is no body height; expected 20 cm to 280 cm")]
    [InlineData("$.catheter.length", "80 mL", "'80 mL' is not a length")]
    public void Any_other_quantity_is_named_in_the_same_way(string path, string value, string words) =>
        Therapies.AssertRefused(Therapies.Continuous.With(path, Quoted(value)), path, words);

    /// <summary>What is safe to read is read, and echoed in the one form that results have.</summary>
    [Theory]
    [InlineData(1, "0.125 %", "1.25 mg/mL")]
    [InlineData(1, "0.5 %", "5 mg/mL")]
    [InlineData(1, "1.25 mg/mL", "1.25 mg/mL")]
    [InlineData(1, "625 mcg/mL", "625 ug/mL")]
    [InlineData(0, "500 ug/mL", "500 ug/mL")]
    [InlineData(0, "500 \u00b5g/mL", "500 ug/mL")]
    [InlineData(0, "500 \u03bcg/mL", "500 ug/mL")]
    [InlineData(0, "500 micrograms/mL", "500 ug/mL")]
    [InlineData(0, "1000 mg/L", "1 mg/mL")]
    [InlineData(0, "10\u00a0mg/mL", "10 mg/mL")]
    [InlineData(0, "10.0 mg/ml", "10 mg/mL")]
    public void What_is_safe_to_read_is_echoed_in_one_form(int drug, string value, string echoed) =>
        Assert.Equal(
            echoed,
            Therapies
                .Read(Therapies.Continuous.With($"$.infusate.drugs[{drug}].concentration", Quoted(value)))
                .Infusate.Drugs[drug]
                .Concentration.ToString()
        );

    [Fact]
    [Trait("Hazard", "HZ-02")]
    public void The_command_echoes_per_cent_as_mg_per_mL_and_refuses_it_for_an_opioid()
    {
        using var folder = new TemporaryFolder();
        var percent = folder.File("percent.json", Therapies.Continuous.With("$.infusate.drugs[1].concentration", "\"0.125 %\""));
        var plan = Cli.Run("plan", percent, "--format", "json").Done().Json();
        Assert.Equal("1.25 mg/mL", plan.GetProperty("infusate").GetProperty("drugs")[1].GetProperty("concentration").GetString());
        var opioid = folder.File("opioid.json", Therapies.Continuous.With("$.infusate.drugs[0].concentration", "\"0.125 %\""));
        Cli.Run("plan", opioid)
            .Unusable(
                $"{opioid}: $.infusate.drugs[0].concentration: '0.125 %': per cent is read only for the concentration of a local anaesthetic; expected a concentration in mg/mL, ug/mL, ng/mL"
            );
    }

    private static string Quoted(string value) => System.Text.Json.JsonSerializer.Serialize(value);
}
