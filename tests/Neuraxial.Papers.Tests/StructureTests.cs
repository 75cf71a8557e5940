using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>What every paper holds, and what a screen reader, a keyboard and a printer find in it.</summary>
public sealed class StructureTests
{
    private static readonly string[] Sections =
    [
        "findings",
        "prescription",
        "pharmacy",
        "transfer",
        "bridge",
        "dates",
        "titration",
        "conversion",
        "observation",
        "card",
        "leaflet",
        "sources",
    ];

    public static TheoryData<string> Names => [.. Printed.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_paper_has_all_its_parts_in_order_and_the_contents_lead_to_each(string name)
    {
        var page = Printed.Example(name).Page;
        Assert.Equal(Sections, page.QuerySelectorAll("main > section").Select(section => section.Id!), StringComparer.Ordinal);
        Assert.Equal(
            Sections.Select(id => "#" + id),
            page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")!),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_section_is_empty(string name) =>
        Assert.All(Sections, id => Assert.True(Printed.Words(Printed.Example(name).Section(id)).Length > 80, $"{id} says hardly anything"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_go_down_one_level_at_a_time_from_a_single_first(string name)
    {
        var levels = Printed.Example(name).Page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_names_its_rows_and_columns_to_a_screen_reader(string name) =>
        Assert.All(
            Printed.Example(name).Page.QuerySelectorAll("table"),
            table =>
            {
                Assert.All(table.QuerySelectorAll("th"), head => Assert.True(head.GetAttribute("scope") is "col" or "row", head.OuterHtml));
                Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("TH", row.FirstElementChild!.TagName));
                var columns = table.QuerySelectorAll("thead th").Length;
                Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.True(columns == 0 || row.ChildElementCount == columns, row.OuterHtml));
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_drawing_has_a_name_and_each_chart_its_figures_in_words(string name)
    {
        var page = Printed.Example(name).Page;
        Assert.All(
            page.QuerySelectorAll("svg:not([aria-hidden])"),
            drawing => Assert.True(drawing.HasAttribute("aria-label") || drawing.HasAttribute("aria-labelledby"))
        );
        Assert.All(
            page.QuerySelectorAll("svg.chart"),
            chart => Assert.All(chart.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent.Trim()))
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Identifiers_are_unique_and_every_link_leads_somewhere_in_the_paper(string name)
    {
        var page = Printed.Example(name).Page;
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        Assert.All(
            page.QuerySelectorAll("a"),
            link =>
            {
                var address = link.GetAttribute("href")!;
                Assert.StartsWith("#", address, StringComparison.Ordinal);
                Assert.Contains(address[1..], ids, StringComparer.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_runs_and_nothing_is_fetched(string name)
    {
        var printed = Printed.Example(name);
        Assert.Empty(
            printed.Page.QuerySelectorAll("script, iframe, object, embed, form, input, button, img, audio, video, base, meta[http-equiv=refresh]")
        );
        Assert.Equal(["data:,"], printed.Page.QuerySelectorAll("link").Select(link => link.GetAttribute("href")!), StringComparer.Ordinal);
        Assert.All(
            printed.Page.QuerySelectorAll("*"),
            element =>
                Assert.All(
                    element.Attributes,
                    attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style", attribute.Name)
                )
        );
        Assert.DoesNotContain("url(http", printed.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", printed.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_once_that_it_is_decision_support_and_never_who_the_patient_is(string name)
    {
        var printed = Printed.Example(name);
        Assert.Equal(1, printed.Text.Split("decision support").Length - 1);
        Assert.Equal(10, printed.Page.QuerySelectorAll(".cover .digits b").Length);
        Assert.Equal("en-GB", printed.Page.DocumentElement.GetAttribute("lang"));
        Assert.Single(printed.Page.QuerySelectorAll("main"));
        Assert.Equal("#contents", printed.Page.QuerySelector("body > a.skip")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-23")]
    [Trait("Hazard", "HZ-25")]
    public void The_route_stands_in_words_on_cover_prescription_worksheet_label_transfer_sheet_and_card(string name)
    {
        var printed = Printed.Example(name);
        var route = printed.Plan.Therapy.Route == Route.Epidural ? "EPIDURAL" : "INTRATHECAL";
        var other = printed.Plan.Therapy.Route == Route.Epidural ? "INTRATHECAL" : "EPIDURAL";
        foreach (var place in new[] { ".cover", "#prescription", "#pharmacy", "#pharmacy .label-sheet", "#transfer", "#card .card" })
        {
            var words = Printed.Words(printed.Page.QuerySelector(place + " .route")!);
            Assert.StartsWith(route, words, StringComparison.Ordinal);
            Assert.Contains("not into a vein", words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(other, printed.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"@top-right {{ content: \"{route}\"; }}", printed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-62")]
    public void Every_finding_is_there_most_dangerous_first_with_its_numbers_its_source_and_room_to_sign(string name)
    {
        var printed = Printed.Example(name);
        var articles = printed.Section("findings").QuerySelectorAll("article");
        Assert.Equal(printed.Plan.Findings.Count, articles.Length);
        foreach (var (finding, article) in printed.Plan.Findings.Zip(articles))
        {
            var words = Printed.Words(article);
            Assert.Contains(Printed.Plain(finding.Message[1..]), words, StringComparison.Ordinal);
            Assert.Contains($"code {finding.Kind.Code}", words, StringComparison.Ordinal);
            Assert.Contains(finding.Path, words, StringComparison.Ordinal);
            Assert.All(finding.Kind.Hazards, hazard => Assert.Contains(hazard, words, StringComparison.Ordinal));
            Assert.Equal(finding.Value is not null, words.Contains(" Found ", StringComparison.Ordinal));
            Assert.Equal(finding.Limit is not null, words.Contains(" Limit ", StringComparison.Ordinal));
            Assert.Equal(finding.Source is not null, words.Contains(" Source and mark ", StringComparison.Ordinal));
            Assert.Equal(finding.Severity == Severity.Confirm, words.Contains("Reason for going on", StringComparison.Ordinal));
            Assert.Equal(
                finding is { Severity: Severity.Confirm, NeedsSecondPerson: true },
                words.Contains("Second person", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-29")]
    public void Every_entry_of_the_transfer_sheet_is_there_with_a_box_for_each_of_two_people(string name)
    {
        var printed = Printed.Example(name);
        var rows = printed.Section("transfer").QuerySelectorAll("table.transfer tbody tr");
        Assert.Equal(printed.Plan.Transfer.Entries.Count, rows.Length);
        foreach (var (entry, row) in printed.Plan.Transfer.Entries.Zip(rows))
        {
            var words = Printed.Words(row);
            Assert.Contains(Printed.Plain(entry.Field), words, StringComparison.Ordinal);
            Assert.Contains(entry.Value is { } value ? Printed.Plain(value) : "by hand", words, StringComparison.Ordinal);
            Assert.Equal(2, row.QuerySelectorAll(".box").Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-59")]
    public void Every_source_that_is_named_is_listed_with_its_title_and_so_are_formulary_and_marks(string name)
    {
        var printed = Printed.Example(name);
        var sources = Printed.Words(printed.Section("sources"));
        var listed = printed.Section("sources").QuerySelectorAll("dl.sources dt").Select(Printed.Words).ToHashSet(StringComparer.Ordinal);
        Assert.All(printed.Page.QuerySelectorAll(".mark a").Select(Printed.Words), key => Assert.Contains(key, listed, StringComparer.Ordinal));
        Assert.All(
            listed,
            key => Assert.Contains(Printed.Plain(Formulary.BuiltIn.Row("sources", key)?.Text("title") ?? key), sources, StringComparison.Ordinal)
        );
        Assert.All(new[] { "[seen]", "[recalled]", "[derived]", "[assumed]" }, mark => Assert.Contains(mark, sources, StringComparison.Ordinal));
        Assert.Contains(Formulary.BuiltIn.Sha256, sources, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void The_tubing_s_volume_has_its_history()
    {
        // Pumps: the displayed volume of the SynchroMed II tubing was lowered from 0.199 mL to 0.140 mL in October 2016.
        var sources = Printed.Words(Printed.Example("cancer-intrathecal-implanted").Section("sources"));
        Assert.Contains("0.199 mL until 2016-10, withdrawn", sources, StringComparison.Ordinal);
        Assert.Contains("since 2016-10", sources, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-29")]
    public void A_blocked_plan_says_so_on_the_cover_and_where_the_pump_would_be_programmed()
    {
        // 40 mL do not go into a reservoir of 20 mL.
        var printed = Printed.Changed(
            "ziconotide-first-fill",
            "fill",
            System.Text.Json.Nodes.JsonNode.Parse("""{ "volume": "40 mL", "at": "2027-01-12T10:30:00Z" }""")!
        );
        Assert.True(printed.Plan.IsBlocked);
        Assert.Contains("This plan must not run", Printed.Words(printed.Page.QuerySelector(".cover")!), StringComparison.Ordinal);
        Assert.Contains("Do not program", Printed.Words(printed.Section("transfer")), StringComparison.Ordinal);
        Assert.DoesNotContain("must not run", Printed.Example("ziconotide-first-fill").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_plan_gives_the_same_paper()
    {
        var printed = Printed.Example("baclofen-flex");
        Assert.Equal(printed.Text, Paper.Write(printed.Plan, TherapyHash.Of(printed.File)));
    }
}
