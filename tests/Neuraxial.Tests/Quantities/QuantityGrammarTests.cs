using System.Reflection;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>The grammar of quantities as a table: what is read and as how much, what is refused and in which words (HZ-01, HZ-02, HZ-10, HZ-11).</summary>
public sealed class QuantityGrammarTests
{
    public static TheoryData<string, string, string> Read =>
        new()
        {
            // dimension, text, the same in the stored unit
            { "Mass", "75 ug", "75" },
            { "Mass", "75 mcg", "75" },
            { "Mass", "75 \u00b5g", "75" }, // micro sign
            { "Mass", "75 \u03bcg", "75" }, // Greek mu
            { "Mass", "1 microgram", "1" },
            { "Mass", "75 micrograms", "75" },
            { "Mass", "10 mg", "10000" },
            { "Mass", "500 ng", "0.5" },
            { "Mass", "2 g", "2000000" },
            { "Mass", "58 kg", "58000000000" },
            { "Mass", "0 mg", "0" },
            { "Mass", "0.5 mg", "500" },
            { "Mass", "0.50 mg", "500" },
            { "Mass", "10\u00a0mg", "10000" }, // no-break space, as a screen shows it
            { "Mass", "10\u202fmg", "10000" }, // narrow no-break space
            { "Volume", "40 mL", "40000" },
            { "Volume", "40 ml", "40000" },
            { "Volume", "250 uL", "250" },
            { "Volume", "1 L", "1000000" },
            { "Volume", "0.140 mL", "140" },
            { "Volume", "1000000 mL", "1000000000" },
            { "Volume", "0.000000001 mL", "0.000001" },
            { "Volume", "0.3333333333333333333333333333 mL", "333.3333333333333333333333333" },
            { "Concentration", "10 mg/mL", "10000" },
            { "Concentration", "500 mcg/mL", "500" },
            { "Concentration", "500 ng/mL", "0.5" },
            { "Concentration", "1 g/L", "1000" },
            { "Concentration", "1 mg/L", "1" },
            { "Concentration", "1 ug/uL", "1000" },
            { "FlowRate", "0.4 mL/d", "400" },
            { "FlowRate", "2.5 mL/h", "60000" },
            { "FlowRate", "1 mL/min", "1440000" },
            { "FlowRate", "10 uL/h", "240" },
            { "FlowRate", "0.001 mL/s", "86400" },
            { "DoseRate", "75 ug/d", "75" },
            { "DoseRate", "4 mg/d", "4000" },
            { "DoseRate", "1 mg/h", "24000" },
            { "DoseRate", "1 microgram/min", "1440" },
            { "BodyDoseRate", "5 ug/kg/min", "7200" },
            { "BodyDoseRate", "2 ug/kg/h", "48" },
            { "BodyDoseRate", "0.1 mg/kg/d", "100" },
            { "Length", "80 cm", "800" },
            { "Length", "48 mm", "48" },
            { "Length", "1.1 m", "1100" },
            { "VolumePerLength", "0.0022 mL/cm", "2.2" },
            { "VolumePerLength", "0.26 mL/m", "2.6" },
            { "LengthPerVolume", "4.5 mm/mL", "4.5" },
            { "LengthPerVolume", "0.45 cm/mL", "4.5" },
            { "TravelRate", "2 mm/h", "48" },
            { "TravelRate", "48 mm/d", "48" },
            { "Duration", "10 s", "10000000000" },
            { "Duration", "30 min", "1800000000000" },
            { "Duration", "96 h", "345600000000000" },
            { "Duration", "1.5 d", "129600000000000" },
            { "Duration", "2 wk", "1209600000000000" },
            { "Local anaesthetic", "1 %", "10000" },
            { "Local anaesthetic", "0.125 %", "1250" },
            { "Local anaesthetic", "0.5\u00a0%", "5000" },
            { "Local anaesthetic", "2.5 mg/mL", "2500" },
        };

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "Volume", "", "an empty text; expected a volume such as '1.5 mL'" },
            { "Volume", "   ", "an empty text" },
            { "Volume", "40", "'40' has no unit; expected a volume" },
            { "Volume", "1,5", "'1,5' has no unit" },
            { "Volume", "mL", "is not a number, a space and a unit" },
            { "Volume", "40mL", "is not a number, a space and a unit" },
            { "Volume", " 40 mL", "is not a number, a space and a unit" },
            { "Volume", "40  mL", "did you mean 'mL'?" },
            { "Volume", "40 mL ", "did you mean 'mL'?" },
            { "Volume", "1,5 mL", "has a comma, which is read as a point in some countries" },
            { "Volume", "1,500 mL", "has a comma" },
            { "Volume", "1 500 mL", "unknown unit '500 mL'" },
            { "Volume", "1'500 mL", "does not begin with a plain number" },
            { "Volume", "1_500 mL", "does not begin with a plain number" },
            { "Volume", ".2 mL", "does not begin with a plain number; expected a volume such as '1.5 mL', with a digit before the point" },
            { "Volume", "1. mL", "does not begin with a plain number" },
            { "Volume", ". mL", "does not begin with a plain number" },
            { "Volume", "1.2.3 mL", "does not begin with a plain number" },
            { "Volume", "+1 mL", "no sign" },
            { "Volume", "-1 mL", "no sign" },
            { "Volume", "\u22121 mL", "no sign" },
            { "Volume", "1e3 mL", "no exponent" },
            { "Volume", "1E3 mL", "no exponent" },
            { "Volume", "007 mL", "does not begin with a plain number" },
            { "Volume", "00.5 mL", "does not begin with a plain number" },
            { "Volume", "NaN mL", "does not begin with a plain number" },
            { "Volume", "Infinity mL", "does not begin with a plain number" },
            { "Volume", "\u221e mL", "does not begin with a plain number" },
            { "Volume", "\uff11\uff10 mL", "does not begin with a plain number" }, // full-width digits
            { "Volume", "\u0661\u0660 mL", "does not begin with a plain number" }, // Arabic digits
            { "Volume", "\u0967\u0966 mL", "does not begin with a plain number" }, // Devanagari digits
            { "Volume", "1\u200b0 mL", "does not begin with a plain number" }, // zero-width space
            { "Volume", "\u00bd mL", "does not begin with a plain number" },
            { "Volume", "1/2 mL", "does not begin with a plain number" },
            { "Volume", "0x10 mL", "does not begin with a plain number" },
            { "Volume", "two mL", "does not begin with a plain number" },
            { "Volume", "40 mg", "is not a volume; expected a volume in mL, uL, L" },
            { "Volume", "40 mL/d", "is not a volume" },
            { "Volume", "40 %", "per cent is read only for the concentration of a local anaesthetic" },
            { "Volume", "40 cc", "unknown unit 'cc', did you mean 'mL'?" },
            { "Volume", "40 ML", "did you mean 'mL'?" },
            { "Volume", "40 millilitres", "did you mean 'mL'?" },
            { "Volume", "40 drops", "unknown unit 'drops'; expected a volume" },
            { "Volume", "0.12345678901234567890123456789 mL", "more digits than can be held exactly" },
            { "Volume", "8.0000000000000000000000000001 mL", "more digits than can be held exactly" },
            { "Volume", "123456789012345678901234567890 mL", "more digits than can be held exactly" },
            { "Volume", "1000001 mL", "is outside anything that a volume here can be" },
            { "Volume", "0.0000000009 mL", "is outside anything that a volume here can be" },
            { "Mass", "10 MG", "unknown unit 'MG', did you mean 'mg'?" },
            { "Mass", "10 Mg", "unknown unit 'Mg', did you mean 'mg'?" },
            { "Mass", "10 MCG", "did you mean 'ug'?" },
            { "Mass", "10 mgs", "did you mean 'mg'?" },
            { "Mass", "10 u", "unknown unit 'u'" },
            { "Mass", "10 units", "unknown unit 'units'" },
            { "Mass", "10 IU", "unknown unit 'IU'" },
            { "Mass", "10 mg/mL", "is not a mass" },
            { "Mass", "1001 kg", "is outside anything that a mass here can be" },
            { "Concentration", "1:200000", "is a ratio" },
            { "Concentration", "1:200 000", "is a ratio, and ratios have been misread by powers of ten; expected a concentration" },
            { "Concentration", "1 in 200000", "unknown unit 'in 200000'" },
            { "Concentration", "0.5 %", "per cent is read only for the concentration of a local anaesthetic" },
            { "Concentration", "10 mg", "is not a concentration" },
            { "Concentration", "10 mg/mL/h", "unknown unit 'mg/mL/h'" },
            { "Concentration", "10 mg /mL", "did you mean 'mg/mL'?" },
            { "Concentration", "10001 mg/mL", "is outside anything that a concentration here can be" },
            { "FlowRate", "0.4 mL/day", "unknown unit 'mL/day', did you mean 'mL/d'?" },
            { "FlowRate", "0.4 mL/24h", "did you mean 'mL/d'?" },
            { "FlowRate", "2.5 ml/hr", "did you mean 'mL/h'?" },
            { "FlowRate", "2.5 mL per hour", "unknown unit 'mL per hour'" },
            { "FlowRate", "0.4 mL/wk", "unknown unit 'mL/wk'" }, // a seventh has no finite decimal
            { "FlowRate", "0.4 mL/d/d", "unknown unit" },
            { "FlowRate", "0.4 mL//d", "unknown unit" },
            { "FlowRate", "0.4 /d", "unknown unit" },
            { "FlowRate", "0.4 d/mL", "unknown unit" },
            { "FlowRate", "4 mg/d", "is not a flow rate" }, // HZ-03
            { "DoseRate", "0.4 mL/d", "is not a dose rate" }, // HZ-03
            { "DoseRate", "4 mg/day", "did you mean 'mg/d'?" },
            { "DoseRate", "50 ug/wk", "unknown unit 'ug/wk'" },
            { "DoseRate", "5 ug/kg/min", "is not a dose rate" },
            { "BodyDoseRate", "5 ug/min", "is not a dose rate per body weight" },
            { "Length", "80 mL", "is not a length" },
            { "Duration", "30", "has no unit" },
            { "Duration", "30 mins", "did you mean 'min'?" },
            { "Duration", "2 hours", "did you mean 'h'?" },
            { "Duration", "1 month", "unknown unit 'month'" },
            { "Duration", "36526 d", "is outside anything that a duration here can be" },
            { "Duration", "-5 min", "no sign" },
            { "Local anaesthetic", "0.5%", "is not a number, a space and a unit" },
            { "Local anaesthetic", "0,5 %", "has a comma" },
            { "Local anaesthetic", ".5 %", "does not begin with a plain number" },
            { "Local anaesthetic", "0.5 percent", "unknown unit 'percent'" },
            { "Local anaesthetic", "1:200 000", "is a ratio, and ratios have been misread by powers of ten; expected a concentration" },
            { "Local anaesthetic", "1001 %", "is outside anything that a concentration here can be" },
            { "Local anaesthetic", "9999999999999999999999999999 %", "is outside anything that a concentration here can be" },
            { "Local anaesthetic", "0.00000000009 %", "is outside anything that a concentration here can be" },
        };

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-02")]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Read))]
    public void A_quantity_is_read_as_it_is_meant(string dimension, string text, string stored) =>
        Assert.Equal(Rational.Parse(stored), Rational.From(Stored(dimension, text)));

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-02")]
    [Trait("Hazard", "HZ-03")]
    [Trait("Hazard", "HZ-10")]
    [Trait("Hazard", "HZ-11")]
    [MemberData(nameof(Refused))]
    public void What_could_be_misread_is_refused_in_words_that_say_what_is_expected(string dimension, string text, string words)
    {
        var thrown = Assert.Throws<FormatException>(() => Stored(dimension, text));
        Assert.Contains(words, thrown.Message, StringComparison.Ordinal);
        Assert.False(thrown.Message.EndsWith('.'));
    }

    [Fact]
    public void Whatever_is_read_its_problem_is_one_printable_line() =>
        Gen.Select(Gen.String, Gen.OneOf("Volume", "DoseRate", "Duration", "Local anaesthetic"))
            .Sample(
                (text, dimension) =>
                {
                    try
                    {
                        Stored(dimension, text);
                    }
                    catch (FormatException problem)
                    {
                        Assert.DoesNotContain(problem.Message, char.IsControl);
                        Assert.True(problem.Message.Length < 400, problem.Message);
                    }
                },
                iter: 5_000
            );

    /// <summary>The number of stored units that a text is read as: micrograms, microlitres, per day, millimetres, nanoseconds.</summary>
    private static decimal Stored(string dimension, string text)
    {
        switch (dimension)
        {
            case "Duration":
                return QuantityText.ParseDuration(text).Value.ToInt64Nanoseconds();
            case "Local anaesthetic":
                return QuantityText.ParseLocalAnaestheticConcentration(text).Value.InMicrogramsPerMillilitre();
            default:
                var type = typeof(Volume).Assembly.GetType("Neuraxial." + dimension)!;
                return typeof(QuantityGrammarTests)
                    .GetMethod(nameof(StoredOf), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(type)
                    .CreateDelegate<Func<string, decimal>>()(text);
        }
    }

    private static decimal StoredOf<T>(string text)
        where T : struct, IQuantity<T> => QuantityText.Parse<T>(text).Value.Stored;
}
