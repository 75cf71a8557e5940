using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>A page is laid out for the width it is given and loses nothing, on a narrow terminal as on a wide one.</summary>
public sealed class SheetTests
{
    public static TheoryData<int> Widths => [60, 80, 110, 160];

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_line_is_longer_than_the_page_unless_it_is_a_single_word(int width)
    {
        foreach (var page in Pages(width))
        {
            Assert.DoesNotContain(page.Split('\n'), line => line.Length > width && line.Trim().Contains(' ', StringComparison.Ordinal));
        }
    }

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [MemberData(nameof(Widths))]
    public void No_word_is_lost_or_cut_and_no_number_parted_from_its_unit(int width)
    {
        foreach (var (page, endless) in Pages(width).Zip(Pages(Printed.Endless)))
        {
            var seen = Words(page);
            Assert.DoesNotContain(Words(endless), word => seen.GetValueOrDefault(word.Key) < word.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_line_ends_with_a_space(int width) =>
        Assert.All(Pages(width).SelectMany(page => page.Split('\n')), line => Assert.Equal(line.TrimEnd(), line));

    [Fact]
    public void A_page_narrower_than_sixty_is_laid_out_for_sixty() =>
        Assert.Equal(Printed.Page(Printed.Plans[0], 60), Printed.Page(Printed.Plans[0], 1));

    [Fact]
    public void Columns_stand_side_by_side_while_their_words_fit_and_become_lists_where_they_do_not()
    {
        string[] head = ["Boluses", "Refill by", "Because of"];
        string?[][] rows =
        [
            ["none taken", "05-Jan-2027\u00a022:00", "low volume"],
            ["all taken", null, "the service's limit of ninety days"],
        ];
        AssertColumns(
            70,
            """

              Boluses      Refill by           Because of
              ───────────────────────────────────────────────────────────────────
              none taken   05-Jan-2027 22:00   low volume
              all taken    not known           the service's limit of ninety days

            """
        );
        AssertColumns(
            60,
            """

              Boluses      Refill by           Because of
              ──────────────────────────────────────────────────────────
              none taken   05-Jan-2027 22:00   low volume
              all taken    not known           the service's limit of
                                               ninety days

            """
        );
        rows[0][2] = new string('x', 40);
        AssertColumns(
            60,
            """

              Boluses      none taken
              Refill by    05-Jan-2027 22:00
              Because of   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

              Boluses      all taken
              Refill by    not known
              Because of   the service's limit of ninety days

            """
        );

        void AssertColumns(int width, string expected)
        {
            var sheet = new Sheet(width);
            sheet.Columns(head, rows);
            Assert.Equal(expected, sheet.ToString().Replace('\u00a0', ' '));
        }
    }

    [Fact]
    public void A_label_that_leaves_no_room_stands_above_its_text()
    {
        var sheet = new Sheet(60);
        sheet.Heading("A heading that is longer than the page is wide and goes on below");
        sheet.Pairs(("Rate", "0.4 mL per day"), ("Bridge bolus: dose, in units of the new concentration", null));
        Assert.Equal(
            """

            ── A heading that is longer than the page is wide and
               goes on below ───────────────────────────────────────────
              Rate                             0.4 mL per day
              Bridge bolus: dose, in units of the new concentration
                   not known

            """,
            sheet.ToString()
        );
    }

    private static IEnumerable<string> Pages(int width) =>
        Printed
            .Plans.Select(plan => Printed.Page(plan, width))
            .Append(Printed.Compared(Printed.Plans.Take(2), width))
            .Append(Printed.Compared(Printed.Plans.Take(12), width));

    private static Dictionary<string, int> Words(string page) =>
        page.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word[0] is not ('\u2500' or '\u2550'))
            .GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
