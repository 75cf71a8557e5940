using System.Text;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Files that are no JSON, or JSON that only some programs read.</summary>
public sealed class TextFaultTests
{
    private static readonly byte[] Mark = [0xef, 0xbb, 0xbf];

    [Theory]
    [InlineData("", "line 1, column 1: not JSON: ")]
    [InlineData(" \n\n", "line 3, column 1: not JSON: ")]
    [InlineData("plan", "line 1, column 1: not JSON: 'p' is an invalid start of a value")]
    [InlineData("{\n  \"therapy\": \"a\",\n}", "line 3, column 1: not JSON: The JSON object contains a trailing comma at the end")]
    [InlineData("{ \"therapy\": \"a\" } { \"therapy\": \"b\" }", "line 1, column 20: not JSON: '{' is invalid after a single JSON value")]
    [InlineData("{ /* a note */ \"therapy\": \"a\" }", "line 1, column 3: not JSON: '/'")]
    [InlineData("{ \"therapy\": \"a\" // a note\n}", "not JSON: '/' is invalid after a value")]
    [InlineData("{ 'therapy': 'a' }", "not JSON: ''' is an invalid start of a property name")]
    [InlineData("{ therapy: \"a\" }", "not JSON: 't' is an invalid start of a property name")]
    [InlineData("{ \"therapy\": \"a\nb\" }", "not JSON: '0x0A' is invalid within a JSON string")]
    [InlineData("{ \"therapy\": \"\\x41\" }", "not JSON: 'x' is an invalid escapable character within a JSON string")]
    [InlineData("{ \"therapy\": NaN }", "not JSON: 'N' is an invalid start of a value")]
    [InlineData("{ \"therapy\": 01 }", "not JSON: ")]
    [InlineData("{ \"therapy\": \"a\"", "not JSON: ")]
    [InlineData("\u00a0{}", "not JSON: '0xC2' is an invalid start of a value")]
    [InlineData("[]", "an array; expected an object")]
    [InlineData("null", "null; expected an object")]
    [InlineData("\"a\"", "the text 'a'; expected an object")]
    [InlineData("42", "the bare number 42; expected an object")]
    [InlineData("[{}]", "an array; expected an object")]
    public void A_file_that_is_no_JSON_object_is_refused_with_the_place(string text, string words) => Therapies.AssertRefused(text, "$", words);

    [Theory]
    [InlineData(33)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Nesting_ends_at_a_depth_that_no_therapy_needs(int depth)
    {
        foreach (var text in new[] { new string('[', depth) + new string(']', depth), string.Concat(Enumerable.Repeat("{\"a\":", depth)) })
        {
            Therapies.AssertRefused(text, "$", "not JSON: The maximum configured depth of 32 has been exceeded");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xff }, "a byte that is never UTF-8")]
    [InlineData(new byte[] { 0xe4 }, "an umlaut of Latin-1")]
    [InlineData(new byte[] { 0xc0, 0xaf }, "a slash, written too long")]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, "half of a surrogate pair")]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 }, "beyond the last character")]
    [InlineData(new byte[] { 0xe2, 0x82 }, "cut off in the middle")]
    public void A_file_that_is_no_UTF_8_is_refused(byte[] bad, string why)
    {
        Assert.NotEmpty(why);
        var parts = Therapies.Continuous.Split("\"test\"");
        byte[] bytes = [.. Encoding.UTF8.GetBytes(parts[0] + "\"te"), .. bad, .. Encoding.UTF8.GetBytes("st\"" + parts[1])];
        Assert.Equal("$: the file is not valid UTF-8; expected JSON in UTF-8", Assert.Single(Therapies.Problems(bytes)).ToString());
    }

    [Fact]
    public void UTF_16_is_no_UTF_8() =>
        Assert.Equal(
            "$: the file is not valid UTF-8; expected JSON in UTF-8",
            Assert.Single(Therapies.Problems([0xff, 0xfe, .. Encoding.Unicode.GetBytes(Therapies.Continuous)])).ToString()
        );

    [Fact]
    public void A_byte_order_mark_is_passed_over_once()
    {
        Assert.Empty(Therapies.Problems([.. Mark, .. Encoding.UTF8.GetBytes(Therapies.Continuous)]));
        Assert.NotEmpty(Therapies.Problems([.. Mark, .. Mark, .. Encoding.UTF8.GetBytes(Therapies.Continuous)]));
        Therapies.AssertRefused("\ufeff", "$", "not JSON: ");
    }

    [Theory]
    [InlineData(
        "\"drug\": \"morphine\"",
        "\"drug\": \"mor\\ud800phine\"",
        "$.infusate.drugs[0].drug",
        "not valid text (an unpaired surrogate); expected an international name"
    )]
    [InlineData(
        "\"volume\": \"20 mL\"",
        "\"volume\": \"\\udc00\"",
        "$.fill.volume",
        "not valid text (an unpaired surrogate); expected a volume in mL, uL, L"
    )]
    [InlineData("\"mode\":", "\"\\ud800\": 1, \"mode\":", "$.program", "a member's name is not valid text; expected no unpaired surrogate")]
    [InlineData("\"rate\": \"0.4 mL/d\"", "\"rate\": \"0.4 mL/d\", \"\\ud83d\\u0041\": null", "$.program", "a member's name is not valid text")]
    [InlineData("\"pump\": {", "\"$schema\": \"\\ude00\\ud83d\", \"pump\": {", "$.$schema", "not valid text (an unpaired surrogate)")]
    public void Half_of_a_surrogate_pair_is_no_text(string right, string wrong, string path, string words) =>
        Therapies.AssertRefused(Therapies.Continuous.Replace(right, wrong, StringComparison.Ordinal), path, words);

    [Fact]
    public void A_member_s_name_is_shown_without_what_could_move_a_cursor()
    {
        var problem = Assert.Single(
            Therapies.Problems(
                Therapies.Continuous.Replace("\"fill\":", "\"a\\u001b[31m\\r\\n\\u2028\\u202eb\": 1, \"fill\":", StringComparison.Ordinal)
            )
        );
        Assert.Equal("$.a\ufffd[31m\ufffd\ufffd\ufffd\ufffdb", problem.Path);
    }

    [Fact]
    public void A_long_name_or_value_is_cut_short_in_the_message()
    {
        var word = new string('x', 10_000);
        var problem = Assert.Single(Therapies.Problems(Therapies.Continuous.With("$.fill.volume", $"\"{word}\"").With("$.route", "\"intrathecal\"")));
        Assert.InRange(problem.ToString().Length, 1, 200);
        problem = Assert.Single(Therapies.Problems(Therapies.Continuous.With($"$.{word}", "1")));
        Assert.InRange(problem.ToString().Length, 1, 300);
    }
}
