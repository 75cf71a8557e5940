using System.Text.Json.Nodes;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>A therapy file comes from anywhere: what it says is shown and never obeyed.</summary>
public sealed class HostileTextTests
{
    private const string Example = "cancer-intrathecal-implanted";

    public static TheoryData<string> Names =>
        [
            "</style><script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\" onload=\"alert(1)",
            "' onload='alert(1)",
            "\"; } body { display: none } @import \"//evil.example/x.css",
            "\\22 ; } body { display: none }",
            "{0} {{x}} ${y} $\"z\"",
            "&lt;script&gt;&amp;",
            "<!-- --><![CDATA[ ]]>",
            "]]></svg><svg onload=alert(1)>",
            "javascript:alert(1)",
            "Ärztin 注射 \U0001F489",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_therapy_s_name_is_text_wherever_it_stands(string name)
    {
        var plain = Printed.Example(Example);
        var printed = Printed.Changed(Example, "therapy", JsonValue.Create(name));
        Assert.Equal(name, printed.Page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(name, printed.Page.Title, StringComparison.Ordinal);

        // The very same elements, and the very same style but for the head of the page, in which only letters and digits stand for themselves.
        Assert.Equal(
            plain.Page.QuerySelectorAll("*").Select(element => element.TagName),
            printed.Page.QuerySelectorAll("*").Select(element => element.TagName),
            StringComparer.Ordinal
        );
        Assert.Single(printed.Page.QuerySelectorAll("style"));
        var head = printed.Page.QuerySelector("style")!.TextContent.Split('\n').Single(line => line.Contains("@top-left", StringComparison.Ordinal));
        Assert.Matches(@"^\s*@top-left \{ content: ""[A-Za-z0-9\\]*""; \}\s*$", head);
    }

    [Fact]
    public void Words_of_conditions_reasons_and_paths_are_text_too()
    {
        const string Evil = "</p><script>alert(1)</script>";
        var printed = Printed.Changed(Example, "bridge", new JsonObject { ["declined"] = Evil });
        Assert.Empty(printed.Page.QuerySelectorAll("script"));
        Assert.Contains(Evil, printed.Page.Body!.TextContent, StringComparison.Ordinal);
    }
}
