using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>A number said aloud shows a lost point and a doubled key (HZ-11).</summary>
public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("0.2 mL per day", "nought point two millilitres a day")]
    [InlineData("2 mL per day", "two millilitres a day")]
    [InlineData("22 mL per day", "twenty-two millilitres a day")]
    [InlineData("1 mL per hour", "one millilitre an hour")]
    [InlineData("0.0083333 mL per hour", "nought point nought nought eight three three three three millilitres an hour")]
    [InlineData("250 microgram per day", "two hundred and fifty micrograms a day")]
    [InlineData("1 microgram per day", "one microgram a day")]
    [InlineData("10 mg per mL", "ten milligrams in each millilitre")]
    [InlineData("1,000 microgram per mL", "one thousand micrograms in each millilitre")]
    [InlineData("1,440 microgram per day", "one thousand four hundred and forty micrograms a day")]
    [InlineData("10,005 microgram", "ten thousand and five micrograms")]
    [InlineData("74.4 hours", "seventy-four point four hours")]
    [InlineData("100 mg", "one hundred milligrams")]
    [InlineData("0 mg", "nought milligrams")]
    [InlineData("1,000,000 mL", "one million millilitres")]
    [Trait("Hazard", "HZ-11")]
    public void A_quantity_is_said_as_it_is_read_back(string shown, string words) =>
        Assert.Equal(words, NumberWords.Of(shown.Replace(' ', '\u00a0').Replace("\u00a0per\u00a0", " per ", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2 mL per day", "0.2 mL per day")]
    [InlineData("12 mg", "112 mg")]
    [InlineData("1.5 mg", "15 mg")]
    [InlineData("10.1 mg", "101 mg")]
    [Trait("Hazard", "HZ-11")]
    [Trait("Hazard", "HZ-01")]
    public void Two_numbers_that_a_slip_confuses_do_not_sound_alike(string one, string other) =>
        Assert.NotEqual(NumberWords.Of(one), NumberWords.Of(other), StringComparer.Ordinal);

    [Fact]
    [Trait("Hazard", "HZ-11")]
    public void Prescription_transfer_sheet_and_worksheet_say_their_numbers_in_words()
    {
        var printed = Printed.Example("three-drug-mixture");
        Assert.Contains("one millilitre a day", Printed.Words(printed.Section("prescription")), StringComparison.Ordinal);
        Assert.Contains("three point five milligrams a day", Printed.Words(printed.Section("transfer")), StringComparison.Ordinal);
        Assert.Contains("nought point two millilitres", Printed.Words(printed.Section("pharmacy")), StringComparison.Ordinal);
    }
}
