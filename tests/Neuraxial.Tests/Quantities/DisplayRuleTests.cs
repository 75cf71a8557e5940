using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>The display rules (hazards C4) as laws: whatever the number, no output breaks one.</summary>
public sealed class DisplayRuleTests
{
    /// <summary>Numbers of every size, of few digits and of many, and quotients without end.</summary>
    private static readonly Gen<decimal> Numbers = Gen.OneOf(
        Gen.Int[0, 2_000].Select(number => (decimal)number),
        Gen.Select(Gen.Int[1, 999_999_999], Gen.Int[0, 14], (digits, scale) => new decimal(digits, 0, 0, false, (byte)scale)),
        Gen.Select(Gen.Int[1, 999_999], Gen.Int[1, 999_999], (above, below) => (decimal)above / below)
    );

    [Fact]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-10")]
    public void No_output_has_a_slash_a_mu_an_mcg_or_a_point_that_can_be_missed() =>
        Numbers.Sample(
            number =>
            {
                foreach (var shown in Everything(number))
                {
                    Assert.DoesNotContain('/', shown);
                    Assert.DoesNotContain('\u00b5', shown);
                    Assert.DoesNotContain('\u03bc', shown);
                    Assert.DoesNotContain("mcg", shown, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("ug", shown, StringComparison.OrdinalIgnoreCase);

                    // A number: a digit before a point, comma groups of three, no zero after the last digit, no point without a digit after it.
                    var written = shown.Split('\u00a0')[0];
                    Assert.Matches("^[+-]?(0|[1-9][0-9]{0,2}(,[0-9]{3})*)([.][0-9]*[1-9])?$", written);
                    Assert.DoesNotMatch("[0-9] ", shown);
                }
            },
            iter: 3_000
        );

    [Fact]
    public void What_is_shown_is_the_number_to_five_digits() =>
        Numbers.Sample(
            number =>
            {
                var shown = Rational.Parse(Display.Number(number).Replace(",", "", StringComparison.Ordinal));
                var exact = Rational.From(number);
                Assert.True(
                    Rational.Abs(shown - exact) * 20_000 <= exact || (exact >= 10_000 && Rational.Abs(shown - exact) * 2 <= 1),
                    $"{number} shown as {Display.Number(number)}"
                );
            },
            iter: 10_000
        );

    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void A_larger_amount_is_never_shown_as_less() =>
        Gen.Select(Numbers, Numbers)
            .Sample(
                (a, b) =>
                {
                    var (less, more) = (decimal.Min(a, b), decimal.Max(a, b));
                    Assert.True(Shown(less) <= Shown(more));
                },
                iter: 10_000
            );

    [Fact]
    [Trait("Hazard", "HZ-04")]
    public void Time_is_told_in_words_per_day_and_per_hour()
    {
        Assert.EndsWith(" per day", Display.Of(FlowRate.FromMillilitresPerDay(1m)), StringComparison.Ordinal);
        Assert.EndsWith(" per hour", Display.PerHour(FlowRate.FromMillilitresPerDay(1m)), StringComparison.Ordinal);
        Assert.EndsWith(" per day", Display.Of(DoseRate.FromMilligramsPerDay(1m)), StringComparison.Ordinal);
        Assert.EndsWith(" per hour", Display.PerHour(DoseRate.FromMilligramsPerDay(1m)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-49")]
    public void A_moment_is_day_month_in_letters_and_four_digits_of_year() =>
        Gen.Int[0, 4_000_000]
            .Sample(
                hours =>
                {
                    var clock = new LocalDateTime(1900, 1, 1, 0, 0).PlusHours(hours % 2_600_000);
                    Assert.Matches(
                        "^[0-3][0-9]-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[12][0-9]{3}\u00a0[0-2][0-9]:[0-5][0-9]$",
                        Display.Of(clock)
                    );
                },
                iter: 2_000
            );

    private static Rational Shown(decimal number) => Rational.Parse(Display.Number(number).Replace(",", "", StringComparison.Ordinal));

    private static IEnumerable<string> Everything(decimal number)
    {
        var mass = Mass.FromMicrograms(number);
        var concentration = Concentration.FromMicrogramsPerMillilitre(number);
        var dose = DoseRate.FromMicrogramsPerDay(number);
        foreach (var inMicrograms in new[] { false, true })
        {
            yield return Display.Of(mass, inMicrograms);
            yield return Display.Of(concentration, inMicrograms);
            yield return Display.Of(dose, inMicrograms);
            yield return Display.PerHour(dose, inMicrograms);
        }

        yield return Display.OfBody(mass);
        yield return Display.Of(Volume.FromMicrolitres(number));
        yield return Display.Of(FlowRate.FromMicrolitresPerDay(number));
        yield return Display.PerHour(FlowRate.FromMicrolitresPerDay(number));
        yield return Display.Of(Length.FromMillimetres(number));
        yield return Display.Of(Durations.FromMinutes(decimal.Min(number, 50_000_000m)));
        yield return Display.Times(number);
        yield return Display.Percent(number);
        yield return Display.Percent(-number);
        yield return Display.Number(number);
    }
}
