using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using Xunit;

namespace Neuraxial.EndToEnd.Tests;

/// <summary>The paper on paper: each part on pages of its own, named and numbered, with nothing cut off and every word there.</summary>
public sealed partial class PaperInPrintTests(Browser browser)
{
    /// <summary>A page of A4 less its margins of 16 mm, in pixels of 1/96 inch.</summary>
    private const int WidthOfText = 673;

    public static TheoryData<string> Names => [.. PaperFile.Looked];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_part_that_has_something_to_say_begins_a_page_and_every_page_says_whose_it_is_which_and_of_how_many(string example)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open();
        var page = await opened.Show(paper.Path);
        var titles = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main > section:not(.brief) h2')].map(title => title.textContent)"
        );
        var brief = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main > section.brief h2')].map(title => title.textContent)");
        using var pdf = await Print(page);
        var pages = pdf.GetPages().Select(Text).ToList();

        // A cover, and each of the parts on one page or more; a plan that takes an hour to turn over is read by nobody.
        Assert.InRange(pages.Count, titles.Length + 1, 40);
        Assert.All(
            pages.Select((text, i) => (text, Number: i + 1)),
            each => Assert.Contains($"Page{each.Number}of{pages.Count}", each.text, StringComparison.Ordinal)
        );
        Assert.All(pages, text => Assert.Contains(Bare(paper.Plan.Therapy.Name), text, StringComparison.Ordinal));
        Assert.All(pages, text => Assert.Contains(paper.Plan.Therapy.Route.ToString().ToUpperInvariant(), text, StringComparison.Ordinal));
        Assert.All(pages, text => Assert.Matches("Therapyfile[0-9a-f]{12}", text));

        // The running head names the part; where it begins, the heading stands below.
        Assert.All(titles, title => Assert.Contains(pages, text => text.Split(Bare(title)).Length > 2));

        // A part of a few lines follows the one before, in one piece.
        Assert.All(
            brief,
            title =>
                Assert.Single(
                    pages,
                    text => text.Contains(Bare(title), StringComparison.Ordinal) && !text.Contains("Contents", StringComparison.Ordinal)
                )
        );
        Assert.All(pages, text => Assert.True(text.Length > 150, $"a page is all but empty: {text}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_word_of_the_findings_and_every_number_of_the_prescription_can_be_copied_out_of_the_PDF(string example)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open();
        var page = await opened.Show(paper.Path);
        using var pdf = await Print(page);
        var all = Bare(RunningHead().Replace(string.Concat(pdf.GetPages().Select(Text)), ""));
        Assert.All(paper.Plan.Findings, finding => Assert.Contains(Bare(finding.Message[1..]), all, StringComparison.Ordinal));
        Assert.All(paper.Plan.Program.Basal, dose => Assert.Contains(Bare(Display.Of(dose)), all, StringComparison.Ordinal));
        Assert.All(paper.Plan.Transfer.Entries, entry => Assert.Contains(Bare(entry.Field), all, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_runs_over_the_edge_of_the_paper_or_of_its_box(string example)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open(width: WidthOfText);
        var page = await opened.Show(paper.Path);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var over = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('section, table, td, th, .card, .label-sheet, .finding, .key, .route, .signature, figure, svg')]
                .filter(box => box.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || (box.localName !== 'svg' && box.scrollWidth > box.clientWidth + 3 && getComputedStyle(box).display !== 'table'))
                .map(box => box.outerHTML.slice(0, 200))
            """
        );
        Assert.Empty(over);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task On_paper_it_is_light_even_where_the_screen_is_dark(string example)
    {
        using var paper = new PaperFile(example);
        await using var opened = await browser.Open(ColorScheme.Dark);
        var page = await opened.Show(paper.Path);
        Assert.NotEqual("rgb(255, 255, 255)", await Background(), StringComparer.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await Background());

        Task<string> Background() => page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.sheet')).backgroundColor");
    }

    [Fact]
    public async Task Each_panel_of_the_emergency_card_is_as_wide_as_a_bank_card()
    {
        using var paper = new PaperFile("cancer-intrathecal-implanted");
        await using var opened = await browser.Open(width: WidthOfText);
        var page = await opened.Show(paper.Path);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var sizes = await page.EvaluateAsync<double[][]>(
            "[...document.querySelectorAll('.card')].map(card => [card.offsetWidth, card.offsetHeight])"
        );

        // 85.6 mm by 54 mm are 323.5 by 204.1 pixels of 1/96 inch; a panel with more to say is taller and folds.
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.Equal(323.5, size[0], 1.0));
        Assert.All(sizes.Take(2), size => Assert.InRange(size[1], 203, 206));
    }

    private static async Task<PdfDocument> Print(IPage page) =>
        PdfDocument.Open(
            await page.PdfAsync(
                new()
                {
                    PreferCSSPageSize = true,
                    PrintBackground = true,
                    Tagged = true,
                    Outline = true,
                }
            )
        );

    /// <summary>The text of a page in the order in which it was written, without its spaces: where a line breaks is the printer's business.</summary>
    private static string Text(UglyToad.PdfPig.Content.Page page) => Bare(string.Concat(page.Letters.Select(letter => letter.Value)));

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '\u00a0'));

    [GeneratedRegex("Therapyfile[0-9a-f]{12}Page[0-9]+of[0-9]+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex RunningHead();
}
