using System.Globalization;
using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>How quantities are written: all digits, no trailing zero, one unit a size, and the same bytes in every culture (HZ-10).</summary>
public sealed class QuantityTextTests
{
    private static readonly Gen<decimal> Amounts = Gen.Select(
        Gen.Int[1_000, 999_999_999],
        Gen.Int[0, 6],
        (digits, scale) => new decimal(digits, 0, 0, false, (byte)scale)
    );

    public static TheoryData<string, string> Written =>
        new()
        {
            // text read, text written
            { "Mass 999 ug", "999 ug" },
            { "Mass 1000 ug", "1 mg" },
            { "Mass 0.0500 mg", "50 ug" },
            { "Mass 1.500 g", "1500 mg" },
            { "Mass 500 ng", "0.5 ug" },
            { "Volume 250 uL", "0.25 mL" },
            { "Volume 1 L", "1000 mL" },
            { "Concentration 0.5 mg/mL", "500 ug/mL" },
            { "Concentration 1 mg/mL", "1 mg/mL" },
            { "Concentration 2000 mcg/mL", "2 mg/mL" },
            { "FlowRate 2.5 mL/h", "60 mL/d" },
            { "FlowRate 0.0480 mL/d", "0.048 mL/d" },
            { "DoseRate 0.9 mg/d", "900 ug/d" },
            { "DoseRate 1 mg/h", "24 mg/d" },
            { "BodyDoseRate 5 ug/kg/min", "7200 ug/kg/d" },
            { "Length 1 m", "100 cm" },
            { "VolumePerLength 2.2 uL/cm", "0.0022 mL/cm" },
            { "LengthPerVolume 4.5 mm/mL", "4.5 mm/mL" },
            { "TravelRate 48 mm/d", "2 mm/h" },
            { "Duration 90 min", "1.5 h" },
            { "Duration 9.75 d", "234 h" },
            { "Duration 10 d", "10 d" },
            { "Duration 5 wk", "35 d" },
            { "Duration 0 s", "0 h" },
        };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_quantity_is_written_in_one_way(string read, string written) => Assert.Equal(written, Write(read));

    [Fact]
    public void The_cultures_here_are_real_ones()
    {
        Assert.Equal(",", CultureInfo.GetCultureInfo("de-DE").NumberFormat.NumberDecimalSeparator);
        Assert.Equal('\u0130', char.ToUpper('i', CultureInfo.GetCultureInfo("tr-TR")));
    }

    [Theory]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Every_culture_writes_and_reads_the_same(string culture)
    {
        var invariant = Texts();
        Assert.Equal(invariant, Cultures.Under(culture, Texts));
        Assert.NotEqual(CultureInfo.GetCultureInfo(culture), CultureInfo.CurrentCulture);
    }

    [Theory]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void No_culture_makes_a_comma_a_point(string culture) =>
        Cultures.Under(
            culture,
            () =>
            {
                Assert.False(QuantityText.Parse<Mass>("1,5 mg").Succeeded);
                Assert.False(QuantityText.Parse<Mass>("1.000,5 mg").Succeeded);
                Assert.Equal(Mass.FromMilligrams(1m), QuantityText.Parse<Mass>("1.000 mg").Value);
                return true;
            }
        );

    [Fact]
    public void What_was_written_reads_back_and_is_written_the_same() =>
        Amounts.Sample(
            amount =>
            {
                RoundTrip(Mass.FromMicrograms(amount));
                RoundTrip(Volume.FromMicrolitres(amount));
                RoundTrip(FlowRate.FromMicrolitresPerDay(amount));
                RoundTrip(DoseRate.FromMicrogramsPerDay(amount));
                RoundTrip(Concentration.FromMicrogramsPerMillilitre(amount / 1_000m));
            },
            iter: 5_000
        );

    [Fact]
    public void A_duration_reads_back_to_the_nanosecond() =>
        Gen.Long[0, 3_000_000_000_000_000_000]
            .Sample(
                nanoseconds =>
                {
                    var duration = Duration.FromNanoseconds(nanoseconds);
                    Assert.Equal(duration, QuantityText.ParseDuration(QuantityText.Write(duration)).Value);
                },
                iter: 20_000
            );

    [Fact]
    [Trait("Hazard", "HZ-10")]
    public void No_text_has_an_exponent_a_trailing_zero_or_a_bare_point() =>
        Gen.Select(Amounts, Gen.Int[1, 99_999])
            .Sample(
                (amount, divisor) =>
                {
                    var number = (Volume.FromMicrolitres(amount) / divisor).ToString().Split(' ')[0];
                    Assert.Matches("^(0|[1-9][0-9]*)([.][0-9]*[1-9])?$", number);
                },
                iter: 5_000
            );

    private static void RoundTrip<T>(T quantity)
        where T : struct, IQuantity<T>
    {
        var text = quantity.ToString()!;
        Assert.Equal(quantity, QuantityText.Parse<T>(text).Value);
        Assert.Equal(text, QuantityText.Parse<T>(text).Value.ToString());
    }

    private static string Texts() => string.Join('\n', Written.Select(row => Write(row.Data.Item1)));

    private static string Write(string row)
    {
        var space = row.IndexOf(' ', StringComparison.Ordinal);
        var text = row[(space + 1)..];
        return row[..space] switch
        {
            "Mass" => QuantityText.Parse<Mass>(text).Value.ToString(),
            "Volume" => QuantityText.Parse<Volume>(text).Value.ToString(),
            "Concentration" => QuantityText.Parse<Concentration>(text).Value.ToString(),
            "FlowRate" => QuantityText.Parse<FlowRate>(text).Value.ToString(),
            "DoseRate" => QuantityText.Parse<DoseRate>(text).Value.ToString(),
            "BodyDoseRate" => QuantityText.Parse<BodyDoseRate>(text).Value.ToString(),
            "Length" => QuantityText.Parse<Length>(text).Value.ToString(),
            "VolumePerLength" => QuantityText.Parse<VolumePerLength>(text).Value.ToString(),
            "LengthPerVolume" => QuantityText.Parse<LengthPerVolume>(text).Value.ToString(),
            "TravelRate" => QuantityText.Parse<TravelRate>(text).Value.ToString(),
            "Duration" => QuantityText.Write(QuantityText.ParseDuration(text).Value),
            var other => throw new InvalidOperationException(other),
        };
    }
}
