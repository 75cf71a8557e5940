using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Files;

/// <summary>One value has one text: RFC 8785, but for numbers, which stay as they are written.</summary>
public sealed class CanonicalJsonTests
{
    private static readonly JsonSerializerOptions Spacious = new() { WriteIndented = true };

    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.String[Gen.Char.AlphaNumeric, 0, 6],
            Gen.OneOf("", "\u20ac", "\"", "\\", "\u0001", "\n", "\ud83d\ude00", "a/b", "\u00e9")
        )
        .Select(text => JsonSerializer.Serialize(text));

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "1.50", "-0", "6e1"),
        Gen.Decimal.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Text
    );

    private static readonly Gen<string> Value = Gen.Recursive<string>(
        (depth, deeper) =>
            depth > 3
                ? Leaf
                : Gen.OneOf(
                    Leaf,
                    deeper.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
                    Gen.Select(Text, deeper)
                        .Array[0, 4]
                        .Select(members =>
                            $"{{{string.Join(',', members.DistinctBy(member => member.Item1, StringComparer.Ordinal).Select(member => $"{member.Item1}:{member.Item2}"))}}}"
                        )
                )
    );

    [Theory]
    [InlineData("""{ "b": 1, "a": 2 }""", """{"a":2,"b":1}""", "members in the order of their names")]
    [InlineData(
        """{"\u20ac":1,"\r":2,"1":3,"\u0080":4,"\u00f6":5}""",
        "{\"\\r\":2,\"1\":3,\"\u0080\":4,\"\u00f6\":5,\"\u20ac\":1}",
        "RFC 8785, 3.2.3"
    )]
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", "RFC 8785, 3.2.2.2")]
    [InlineData("[ true, false , null ]", "[true,false,null]", "words as they are")]
    [InlineData(
        "[60.0, 60, 6e1, 0.30000000000000000000000000000000001]",
        "[60.0,60,6e1,0.30000000000000000000000000000000001]",
        "numbers as written"
    )]
    [InlineData("""{"a":{"d":1,"c":[{"f":1,"e":2}]}}""", """{"a":{"c":[{"e":2,"f":1}],"d":1}}""", "at every depth")]
    [InlineData("{}", "{}", "nothing")]
    public void A_value_is_written_in_one_way(string json, string expected, string why) => Assert.True(expected == Canonical(json), why);

    [Fact]
    public void A_member_is_left_out_of_the_value_itself_and_not_of_what_it_holds()
    {
        using var document = JsonDocument.Parse("""{ "c": { "b": 1 }, "b": 2, "a": 3 }""");
        Assert.Equal("""{"a":3,"c":{"b":1}}""", Encoding.UTF8.GetString(CanonicalJson.Of(document.RootElement, "b")));
    }

    [Fact]
    public void However_a_value_is_laid_out_its_text_is_the_same_and_says_the_same() =>
        Value.Sample(
            value =>
            {
                var canonical = Canonical(value);
                Assert.Equal(canonical, Canonical(Indented(value)));
                Assert.Equal(canonical, Canonical(canonical));
                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(canonical), JsonNode.Parse(value)));
            },
            iter: 2_000
        );

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Spacious);
    }

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Of(document.RootElement));
    }
}
