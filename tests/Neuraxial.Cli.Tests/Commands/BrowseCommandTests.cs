using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial formulary</c>, <c>pumps</c> and <c>schema</c>: the data that plans are made from, each figure with its mark and source.</summary>
public sealed class BrowseCommandTests
{
    [Theory]
    [InlineData("formulary", "drugs")]
    [InlineData("formulary --section limits", "limits")]
    [InlineData("formulary --section settings", "settings")]
    [InlineData("formulary --section denied", "denied")]
    [InlineData("pumps", "pumps catheters")]
    public void A_list_is_the_rows_of_its_sections(string arguments, string sections)
    {
        var json = Cli.Run([.. arguments.Split(' '), "--format", "json"]).Done().Json();
        var rows = sections.Split(' ').SelectMany(section => Formulary.BuiltIn.Rows(section)).Select(row => row.Id).ToList();
        Assert.Equal(rows, json.EnumerateArray().Select(row => row.GetProperty("id").GetString()), StringComparer.Ordinal);
        var text = Cli.Run(arguments.Split(' ')).Done().Text;
        Assert.All(rows, id => Assert.Contains(id, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("formulary morphine")]
    [InlineData("formulary ziconotide")]
    [InlineData("pumps synchromed-ii-20")]
    [InlineData("pumps ascenda")]
    public void One_row_is_shown_with_marks_and_sources(string arguments)
    {
        var id = arguments.Split(' ')[1];
        var json = Cli.Run([.. arguments.Split(' '), "--format", "json"]).Done().Json();
        Assert.Equal(id, Assert.Single(json.EnumerateArray()).GetProperty("id").GetString());
        var text = Cli.Run(arguments.Split(' ')).Done().Text;
        Assert.Contains($"── {id} ──", text, StringComparison.Ordinal);
        Assert.Contains("[recalled]", text, StringComparison.Ordinal);
        Assert.Contains("── Sources ──", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_s_rows_stand_among_the_built_in_ones()
    {
        var json = Cli.Run("formulary", "--section", "stability", "--format", "json", "--formulary", Examples.Service).Done().Json();
        Assert.Contains(json.EnumerateArray(), row => row.GetProperty("id").GetString() is "own-morphine-10-bupivacaine-20");
        Assert.Equal(Formulary.BuiltIn.Rows("stability").Count + 1, json.GetArrayLength());
        Cli.Run("pumps", "--formulary", Examples.Service).Done();
    }

    [Theory]
    [InlineData("formulary morphin", "formulary: morphin: unknown drug; did you mean 'morphine'?")]
    [InlineData("formulary aspirin", "formulary: aspirin: unknown drug; expected one that 'neuraxial formulary' lists")]
    [InlineData("pumps synchromed-ii-2", "pumps: synchromed-ii-2: unknown model; did you mean 'synchromed-ii-20'?")]
    [InlineData("pumps syringe", "pumps: syringe: unknown model; expected one that 'neuraxial pumps' lists")]
    [InlineData(
        "formulary morphine --section limits",
        "neuraxial formulary: --section lists a whole section; give no DRUG beside it; see 'neuraxial formulary --help'"
    )]
    public void What_is_not_there_is_named_with_the_nearest_or_the_list(string arguments, string line) =>
        Cli.Run(arguments.Split(' ')).Unusable(line);

    [Fact]
    public void A_section_that_does_not_exist_is_answered_by_all_that_do() =>
        Assert.Equal(
            $"formulary: --section: unknown section 'limit'; expected one of {string.Join(", ", Formulary.SectionNames)}",
            Assert.Single(Cli.Run("formulary", "--section", "limit").Unusable().ErrorLines)
        );

    [Fact]
    public void Every_drug_section_pump_and_catheter_can_be_printed_at_any_width()
    {
        foreach (var width in new[] { 60, 80, 110, 160 })
        {
            foreach (var drug in Formulary.BuiltIn.Drugs)
            {
                AssertPrinted(width, sheet => FormularyPage.WriteDrug(sheet, drug, Formulary.BuiltIn));
            }

            foreach (var section in Formulary.SectionNames)
            {
                AssertPrinted(width, sheet => RowPage.Write(sheet, Formulary.BuiltIn.Rows(section), Formulary.BuiltIn));
            }

            AssertPrinted(width, sheet => FormularyPage.WriteAll(sheet, Formulary.BuiltIn));
            AssertPrinted(width, sheet => PumpsPage.WriteAll(sheet, Formulary.BuiltIn));
        }
    }

    [Theory]
    [InlineData("schema", "Neuraxial therapy")]
    [InlineData("schema therapy", "Neuraxial therapy")]
    [InlineData("schema recipe", "Neuraxial recipe")]
    [InlineData("schema formulary", "Neuraxial formulary")]
    [InlineData("schema experiment", "Neuraxial experiment")]
    public void A_schema_is_JSON_with_a_title(string arguments, string title)
    {
        var schema = Cli.Run(arguments.Split(' ')).Done().Json();
        Assert.Equal(title, schema.GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Object, schema.GetProperty("properties").ValueKind);
    }

    private static void AssertPrinted(int width, Action<Sheet> write)
    {
        var sheet = new Sheet(width);
        write(sheet);
        var lines = sheet.ToString().Split('\n');
        Assert.True(lines.Length > 3);
        Assert.DoesNotContain(lines, line => line.Length > width && line.Trim().Contains(' ', StringComparison.Ordinal) && IsWrapped(line, width));
        Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
    }

    /// <summary>Whether the line could have been broken earlier: its last word alone does not explain its length.</summary>
    private static bool IsWrapped(string line, int width) => line.LastIndexOf(' ') > width;
}
