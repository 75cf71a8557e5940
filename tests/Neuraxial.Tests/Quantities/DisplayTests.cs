using Xunit;

namespace Neuraxial.Tests;

/// <summary>
/// How quantities are shown to people, as a table of the display rules (hazards C4): microgram in full, a zero before a point and none after the last
/// digit, comma groups, number and unit never parted, times in words, per and never a slash, the month as text. In the table ~ is a no-break space.
/// </summary>
public sealed class DisplayTests
{
    public static TheoryData<string, string> Masses =>
        new()
        {
            { "75 ug", "75~microgram" },
            { "0.075 mg", "75~microgram" },
            { "500 ng", "0.5~microgram" },
            { "999 ug", "999~microgram" },
            { "1 mg", "1~mg" },
            { "1.50 mg", "1.5~mg" },
            { "1000 mg", "1,000~mg" },
            { "1200 mg", "1,200~mg" },
            { "2 g", "2,000~mg" },
            { "12345678 mg", "12,345,678~mg" },
            { "0 mg", "0~microgram" },
            { "12.34567 mg", "12.346~mg" },
            { "0.123456 ug", "0.12346~microgram" },
        };

    public static TheoryData<string, string> Numbers =>
        new()
        {
            { "0", "0" },
            { "0.5", "0.5" },
            { "0.50", "0.5" },
            { "1.0", "1" },
            { "100", "100" },
            { "999", "999" },
            { "1000", "1,000" },
            { "1234.5", "1,234.5" },
            { "12345.6", "12,346" },
            { "1234567.8", "1,234,568" }, // all digits before the point
            { "0.00051234567", "0.00051235" }, // five significant digits
            { "0.0005", "0.0005" }, // HZ-09: never shown as 0.001
            { "99999.5", "100,000" },
            { "0.000000000000000000000000001", "0.000000000000000000000000001" },
            { "33.333333333333333333333333333", "33.333" },
            { "66.666666666666666666666666667", "66.667" },
            { "0.999999", "1" },
            { "10.0000499", "10" },
            { "-2.5", "-2.5" },
            { "-1234.56789", "-1,234.6" },
        };

    public static TheoryData<string, string> Durations =>
        new()
        {
            { "0 min", "0~minutes" },
            { "1 min", "1~minute" },
            { "30 min", "30~minutes" },
            { "7.5 min", "7.5~minutes" },
            { "60 min", "60~minutes" },
            { "119 min", "119~minutes" },
            { "2 h", "2~hours" },
            { "18.9504 h", "18.95~hours" },
            { "50.28 h", "50.28~hours" },
            { "95 h", "95~hours" },
            { "4 d", "96~hours" },
            { "9.99 d", "239.76~hours" },
            { "10 d", "10~days" },
            { "34.694 d", "34.694~days" },
            { "1000 d", "1,000~days" },
        };

    public static TheoryData<string, string> Dates =>
        new()
        {
            { "2026-11-24T10:00:00Z", "24-Nov-2026~10:00" },
            { "2025-05-10T20:58:04Z", "10-May-2025~20:58" },
            { "2028-02-29T23:59:59.999Z", "29-Feb-2028~23:59" }, // cut to the minute before
            { "2026-01-02T03:04:00Z", "02-Jan-2026~03:04" },
            { "2026-03-01T00:00:00Z", "01-Mar-2026~00:00" },
            { "2026-04-01T00:00:00Z", "01-Apr-2026~00:00" },
            { "2026-06-01T00:00:00Z", "01-Jun-2026~00:00" },
            { "2026-07-01T00:00:00Z", "01-Jul-2026~00:00" },
            { "2026-08-14T12:00:00Z", "14-Aug-2026~12:00" },
            { "2026-09-01T00:00:00Z", "01-Sep-2026~00:00" },
            { "2026-10-01T00:00:00Z", "01-Oct-2026~00:00" },
            { "2026-12-31T23:59:00Z", "31-Dec-2026~23:59" },
        };

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [MemberData(nameof(Masses))]
    public void A_mass_is_shown_in_microgram_below_a_milligram(string mass, string shown) => Same(shown, Display.Of(Of<Mass>(mass)));

    [Theory]
    [InlineData("2000 ug", "2,000~microgram")]
    [InlineData("0.5 ug", "0.5~microgram")]
    public void A_mass_of_a_drug_that_is_spoken_of_in_micrograms_is_shown_in_them(string mass, string shown) =>
        Same(shown, Display.Of(Of<Mass>(mass), inMicrograms: true));

    [Theory]
    [InlineData("58 kg", "58~kg")]
    [InlineData("3500 g", "3.5~kg")]
    public void A_body_weight_is_shown_in_kilograms(string mass, string shown) => Same(shown, Display.OfBody(Of<Mass>(mass)));

    [Theory]
    [InlineData("0.31 mL", "0.31~mL")]
    [InlineData("40 ml", "40~mL")]
    [InlineData("250 uL", "0.25~mL")]
    [InlineData("1 L", "1,000~mL")]
    public void A_volume_is_shown_in_millilitres(string volume, string shown) => Same(shown, Display.Of(Of<Volume>(volume)));

    [Theory]
    [InlineData("10 mg/mL", "10~mg per mL")]
    [InlineData("0.5 mg/mL", "500~microgram per mL")]
    [InlineData("999.9 ug/mL", "999.9~microgram per mL")]
    [InlineData("1.25 mg/mL", "1.25~mg per mL")]
    public void A_concentration_is_shown_as_an_amount_per_millilitre(string concentration, string shown) =>
        Same(shown, Display.Of(Of<Concentration>(concentration)));

    [Theory]
    [InlineData("2 mg/mL", "2,000~microgram per mL")]
    public void A_concentration_of_a_drug_that_is_spoken_of_in_micrograms_is_shown_in_them(string concentration, string shown) =>
        Same(shown, Display.Of(Of<Concentration>(concentration), inMicrograms: true));

    [Theory]
    [InlineData("0.2 mL/d", "0.2~mL per day", "0.0083333~mL per hour")]
    [InlineData("2.5 mL/h", "60~mL per day", "2.5~mL per hour")]
    [InlineData("0.012 mL/d", "0.012~mL per day", "0.0005~mL per hour")]
    [InlineData("100 mL/h", "2,400~mL per day", "100~mL per hour")]
    public void A_flow_is_shown_by_the_day_and_by_the_hour_in_words(string rate, string perDay, string perHour)
    {
        Same(perDay, Display.Of(Of<FlowRate>(rate)));
        Same(perHour, Display.PerHour(Of<FlowRate>(rate)));
    }

    [Theory]
    [InlineData("75 ug/d", "75~microgram per day", "3.125~microgram per hour")]
    [InlineData("4.8 mg/d", "4.8~mg per day", "200~microgram per hour")]
    [InlineData("24 mg/d", "24~mg per day", "1~mg per hour")]
    [InlineData("1.440 mg/d", "1.44~mg per day", "60~microgram per hour")]
    public void A_dose_is_shown_by_the_day_and_by_the_hour_in_words(string dose, string perDay, string perHour)
    {
        Same(perDay, Display.Of(Of<DoseRate>(dose)));
        Same(perHour, Display.PerHour(Of<DoseRate>(dose)));
    }

    [Fact]
    public void A_dose_of_a_drug_is_shown_in_the_unit_in_which_that_drug_is_spoken_of()
    {
        var baclofen = Formulary.BuiltIn.Drug("baclofen")!;
        var morphine = Formulary.BuiltIn.Drug("morphine")!;
        Same("1,440~microgram per day", Display.Of(Of<DoseRate>("1.44 mg/d"), inMicrograms: true));
        Same("60,000~microgram per hour", Display.PerHour(Of<DoseRate>("1.44 g/d"), inMicrograms: true));
        Same("1,440~microgram per day", Display.Of(new DrugDose(baclofen, Of<DoseRate>("1.44 mg/d"))));
        Same("1.44~mg per day", Display.Of(new DrugDose(morphine, Of<DoseRate>("1.44 mg/d"))));
        Same("2,000~microgram per mL", Display.Of(new InfusateDrug(baclofen, Of<Concentration>("2 mg/mL"))));
        Same("2~mg per mL", Display.Of(new InfusateDrug(morphine, Of<Concentration>("2 mg/mL"))));
        Same("1,500~microgram", Display.Of(new DrugMass(baclofen, Of<Mass>("1.5 mg"))));
        Same("1.5~mg", Display.Of(new DrugMass(morphine, Of<Mass>("1.5 mg"))));
    }

    [Theory]
    [InlineData("80 cm", "80~cm")]
    [InlineData("1.14 m", "114~cm")]
    [InlineData("48 mm", "4.8~cm")]
    public void A_length_is_shown_in_centimetres(string length, string shown) => Same(shown, Display.Of(Of<Length>(length)));

    [Theory]
    [MemberData(nameof(Durations))]
    public void A_duration_is_told_in_words(string duration, string shown) => Same(shown, Display.Of(QuantityText.ParseDuration(duration).Value));

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_moment_is_shown_with_its_month_as_text(string moment, string shown) =>
        Same(shown, Display.Of(DateText.ParseMoment(moment).Value.LocalDateTime));

    [Theory]
    [InlineData("4", "4~times")]
    [InlineData("0.25", "0.25~times")]
    [InlineData("1000", "1,000~times")]
    public void A_ratio_is_so_many_times(string ratio, string shown) => Same(shown, Display.Times(Decimal(ratio)));

    [Theory]
    [InlineData("21.9", "+21.9~%")]
    [InlineData("-2.5", "-2.5~%")]
    [InlineData("0", "0~%")]
    [InlineData("-0.000004", "-0.000004~%")]
    public void A_per_cent_value_has_its_sign(string percent, string shown) => Same(shown, Display.Percent(Decimal(percent)));

    [Theory]
    [Trait("Hazard", "HZ-09")]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Numbers))]
    public void A_number_has_five_digits_comma_groups_and_no_trailing_zero(string number, string shown) =>
        Same(shown, Display.Number(Decimal(number)));

    [Theory]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Every_culture_shows_the_same(string culture)
    {
        static string Shown() =>
            string.Join('\n', Masses.Select(row => Display.Of(Of<Mass>(row.Data.Item1))))
            + string.Join('\n', Numbers.Select(row => Display.Number(Decimal(row.Data.Item1))))
            + string.Join('\n', Dates.Select(row => Display.Of(DateText.ParseMoment(row.Data.Item1).Value.LocalDateTime)));
        Assert.Equal(Shown(), Cultures.Under(culture, Shown));
    }

    private static T Of<T>(string text)
        where T : struct, IQuantity<T> => QuantityText.Parse<T>(text).Value;

    private static decimal Decimal(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static void Same(string expected, string actual) => Assert.Equal(expected.Replace('~', '\u00a0'), actual);
}
