using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>The yardstick is measured first: fractions obey the rules of fractions and take texts and decimals exactly.</summary>
public sealed class RationalTests
{
    private static readonly Gen<Rational> Fractions = Gen.Select(
        Gen.Int[-1_000, 1_000],
        Gen.Int[1, 1_000],
        (above, below) => new Rational(above, below)
    );

    [Fact]
    public void A_fraction_is_held_in_lowest_terms_whatever_its_signs()
    {
        Assert.Equal(new Rational(2, 3), new Rational(-4, -6));
        Assert.Equal(new Rational(-2, 3), new Rational(4, -6));
        Assert.Equal(Rational.Zero, new Rational(0, -7));
        Assert.Equal(default, Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    [Theory]
    [InlineData("0.5", 1, 2)]
    [InlineData("12.50", 25, 2)]
    [InlineData("-0.125", -1, 8)]
    [InlineData("40", 40, 1)]
    public void A_text_is_taken_exactly(string digits, int above, int below) => Assert.Equal(new Rational(above, below), Rational.Parse(digits));

    [Fact]
    public void A_decimal_is_taken_exactly()
    {
        Assert.Equal(new Rational(-25, 2), Rational.From(-12.50m));
        Assert.Equal(Rational.Parse("79228162514264337593543950335"), Rational.From(decimal.MaxValue));
        Assert.Equal(Rational.Parse("0.0000000000000000000000000001"), Rational.From(0.0000000000000000000000000001m));
    }

    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -3)]
    [InlineData(6, 2, 3, 3)]
    [InlineData(-6, 2, -3, -3)]
    public void Floor_and_ceiling_go_down_and_up_on_either_side_of_zero(int above, int below, int floor, int ceiling)
    {
        Assert.Equal(floor, new Rational(above, below).Floor());
        Assert.Equal(ceiling, new Rational(above, below).Ceiling());
    }

    [Fact]
    public void Fractions_add_multiply_and_divide_as_fractions_do() =>
        Gen.Select(Fractions, Fractions, Fractions)
            .Sample(
                (a, b, c) =>
                {
                    Assert.Equal(a + b, b + a);
                    Assert.Equal(a * (b + c), (a * b) + (a * c));
                    Assert.Equal(a, a + b - b);
                    Assert.Equal((a - b).Sign, Math.Sign(a.CompareTo(b)));
                    if (b != Rational.Zero)
                    {
                        Assert.Equal(a, a / b * b);
                    }
                },
                iter: 5_000
            );
}
