using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Neuraxial.EndToEnd.Tests;

/// <summary>The paper on a screen: for everybody, by day and night, wide and narrow, without the network.</summary>
public sealed class PaperOnScreenTests(Browser browser)
{
    public static TheoryData<string, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, ColorScheme>();
            foreach (var example in PaperFile.Looked)
            {
                looks.Add(example, ColorScheme.Light);
                looks.Add(example, ColorScheme.Dark);
            }

            return looks;
        }
    }

    public static TheoryData<string> Names => [.. PaperFile.Looked];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_no_barrier(string example, ColorScheme scheme)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open(scheme);
        var page = await opened.Show(paper.Path);
        var found = await page.RunAxe();
        Assert.True(found.Passes.Length > 20, "axe hardly looked");
        Assert.True(
            found.Violations.Length == 0,
            string.Join(
                '\n',
                found.Violations.Select(violation =>
                    $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(5).Select(node => node.Html))}"
                )
            )
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_asked_of_the_network(string example)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open();
        await opened.Show(paper.Path);
        Assert.All(opened.Requests, address => Assert.True(address == new Uri(paper.Path).AbsoluteUri || address == "data:,", address));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task On_a_telephone_the_page_does_not_run_off_sideways(string example)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open(width: 320);
        var page = await opened.Show(paper.Path);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{width} pixels wide");
    }

    [Fact]
    public async Task The_first_key_leads_past_the_cover_to_the_contents()
    {
        using var paper = new PaperFile("baclofen-flex");
        await using var opened = await browser.Open();
        var page = await opened.Show(paper.Path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the contents", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("contents", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    /// <summary>The route's two colours are told apart in grey by how dark they are (HZ-23).</summary>
    [Fact]
    [Trait("Hazard", "HZ-23")]
    public async Task The_two_routes_look_different_without_colour()
    {
        Assert.True(await Lightness("baclofen-flex") < 60);
        Assert.True(await Lightness("postoperative-epidural-demand") > 180);

        async Task<double> Lightness(string example)
        {
            using var paper = new PaperFile(example);
            await using var opened = await browser.Open();
            var page = await opened.Show(paper.Path);
            var colour = await page.EvaluateAsync<double[]>(
                "getComputedStyle(document.querySelector('.cover .route')).backgroundColor.match(/[0-9]+/g).map(Number)"
            );
            return (0.299 * colour[0]) + (0.587 * colour[1]) + (0.114 * colour[2]);
        }
    }
}
