using Xunit;

namespace Neuraxial.Tests;

/// <summary>Text from outside on one line: nothing in it can move a cursor, forge a line or turn the direction of reading.</summary>
public sealed class PrintableTests
{
    /// <summary>One character of each category that is not shown: control, format, private use, line and paragraph separator, not assigned.</summary>
    [Theory]
    [InlineData("\u001b")]
    [InlineData("\n")]
    [InlineData("\u202e")]
    [InlineData("\u200b")]
    [InlineData("\ue000")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0378")]
    public void What_could_not_be_seen_for_what_it_is_is_replaced(string character)
    {
        Assert.Equal("a\ufffdb", Printable.OneLine($"a{character}b", 3));
        Assert.False(Printable.IsOneLine($"a{character}b"));
    }

    [Theory]
    [InlineData("morphine 10 mg/mL")]
    [InlineData("Ménière, Łódź, 麻酔, \u00b5g")]
    [InlineData("")]
    public void Words_of_any_script_are_shown_as_they_are(string text)
    {
        Assert.Equal(text, Printable.OneLine(text, text.Length));
        Assert.True(Printable.IsOneLine(text));
    }

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        Assert.Equal("abc", Printable.OneLine("abc", 3));
        Assert.Equal("abc\u2026", Printable.OneLine("abcd", 3));
    }
}
