using System.Text;
using Xunit;

namespace Neuraxial.Tests.Files;

/// <summary>A member comes into a file, or leaves it, and every other byte stays where it was.</summary>
public sealed class JsonMemberTextTests
{
    [Theory]
    [InlineData("""{ "a": 1 }""", """{ "a": 1,\n  "x": 9 }""", "behind the last")]
    [InlineData("{ \"a\": [ 1,\n 2 ]\n}\n", """{ "a": [ 1,\n 2 ],\n  "x": 9\n}\n""", "on a line of its own")]
    [InlineData("{}", """{\n  "x": 9\n}""", "into nothing")]
    [InlineData("""{ "x": 1, "a": 2 }""", """{ "a": 2,\n  "x": 9 }""", "in place of a first one")]
    [InlineData("""{ "a": 2, "x": { "y": [] } , "b": 3 }""", """{ "a": 2 , "b": 3,\n  "x": 9 }""", "in place of one between")]
    [InlineData("""{ "a": 2, "x": 1 }""", """{ "a": 2,\n  "x": 9 }""", "in place of the last")]
    [InlineData("""{ "x": 1 }""", """{  \n  "x": 9\n}""", "in place of the only one")]
    [InlineData("""{ "a": { "x": 1 } }""", """{ "a": { "x": 1 },\n  "x": 9 }""", "not in place of a deeper one")]
    [InlineData("""{ "\u0078": 1, "a": "}" }""", """{ "a": "}",\n  "x": 9 }""", "in place of one that is spelled with escapes")]
    [InlineData("\ufeff{ \"x\": 1, \"a\": 2 }", "\ufeff{ \"a\": 2,\\n  \"x\": 9 }", "behind a byte order mark")]
    public void A_member_is_put_last(string json, string expected, string why) =>
        Assert.True(
            expected.Replace("\\n", "\n", StringComparison.Ordinal) == Text(JsonMemberText.With(Encoding.UTF8.GetBytes(json), "x", "9")),
            why
        );

    [Theory]
    [InlineData("""{ "a": 1 }""", """{ "a": 1 }""")]
    [InlineData("""{ "x": 1, "a": 2 }""", """{ "a": 2 }""")]
    [InlineData("""{ "a": 2, "x": 1, "b": 3 }""", """{ "a": 2, "b": 3 }""")]
    [InlineData("""{ "a": 2, "x": 1 }""", """{ "a": 2 }""")]
    [InlineData("""{ "x": 1 }""", """{  }""")]
    public void A_member_is_taken_out_with_its_comma(string json, string expected) =>
        Assert.Equal(expected, Text(JsonMemberText.Without(Encoding.UTF8.GetBytes(json), "x")));

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
