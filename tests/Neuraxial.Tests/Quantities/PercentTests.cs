using Xunit;

namespace Neuraxial.Tests;

/// <summary>A tolerance in per cent, which is never a concentration.</summary>
public sealed class PercentTests
{
    [Theory]
    [InlineData("14.5 %", "14.5")]
    [InlineData("0 %", "0")]
    [InlineData("2 %", "2")]
    public void A_tolerance_is_a_number_and_the_sign(string text, string number) =>
        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), QuantityText.ParsePercent(text).Value);

    [Theory]
    [InlineData("14.5", "'14.5' is no per cent value; expected one such as '14.5 %'")]
    [InlineData("14.5 mL", "'14.5 mL' is no per cent value; expected one such as '14.5 %'")]
    [InlineData("%", "'%' is no per cent value; expected one such as '14.5 %'")]
    public void Anything_else_is_refused_in_words(string text, string problem) => Assert.Equal(problem, QuantityText.ParsePercent(text).Problem);

    [Theory]
    [InlineData("14,5 %")]
    [InlineData(".5 %")]
    [InlineData("-2 %")]
    [InlineData("14.5%")]
    public void What_could_be_misread_is_refused(string text) => Assert.False(QuantityText.ParsePercent(text).Succeeded);
}
