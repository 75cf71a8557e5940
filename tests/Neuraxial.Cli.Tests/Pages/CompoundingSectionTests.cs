using System.Text;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The worksheet on the printed plan: what a pharmacist checks by hand, every number with the sum that it comes from.</summary>
public sealed class CompoundingSectionTests
{
    [Fact]
    public void A_worksheet_shows_every_sum_and_every_step()
    {
        var page = Page("postoperative-epidural-dilution");
        Assert.Contains("Make   50 mL = fill 50 mL + overfill not stated, taken as none", page, StringComparison.Ordinal);
        Assert.Contains("Bupivacaine: 2 mg per mL × 50 mL = 100 mg; 100 mg ÷ 5 mg per mL = 20 mL", page, StringComparison.Ordinal);
        Assert.Contains("Morphine: 60 microgram per mL × 50 mL = 3 mg; 3 mg ÷ 3 mg per mL = 1 mL", page, StringComparison.Ordinal);
        Assert.Contains("Diluent: 50 mL − 20 mL − 1 mL = 29 mL", page, StringComparison.Ordinal);
        Assert.Contains("1.   1 mL of 30 mg per mL + 9 mL of diluent, to 10 mL: 3 mg per mL", page, StringComparison.Ordinal);
        Assert.Contains("2.   1 mL of that go into the mixture: 3 mg", page, StringComparison.Ordinal);
        Assert.Contains("________   ________", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Powder_overfill_and_assay_are_shown()
    {
        Assert.Contains("made up to 1 mL: 5 mg per mL", Flat("cancer-epidural-diamorphine"), StringComparison.Ordinal);
        var page = Page("cancer-intrathecal-worksheet");
        Assert.Contains("102.5 mL = fill 100 mL + overfill 2 mL + dead space of set and filter 0.5 mL", page, StringComparison.Ordinal);
        Assert.Contains("none needed", page, StringComparison.Ordinal);
        Assert.Contains("-2 %        within tolerance", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_made_says_so_and_what_it_would_take()
    {
        // The example without what its drugs are made from: then only the list of the formulary is left.
        var file = File.ReadAllText(Path.Combine(Examples.Folder, "cancer-intrathecal-implanted.json"))
            .Replace(", \"preparation\": \"morphine-kalceks-30mg-ml-uk\"", "", StringComparison.Ordinal)
            .Replace(", \"stock\": \"40 mg/mL\"", "", StringComparison.Ordinal);
        var page = Flat(Planner.Plan(TherapyFile.Read(Encoding.UTF8.GetBytes(file), Formulary.BuiltIn).Content!, Formulary.BuiltIn));
        Assert.Contains("cannot be made Bupivacaine shall be 20 mg per mL in the mixture", page, StringComparison.Ordinal);
        Assert.Contains("a stock of at least 30 mg per mL beside the 13.333 mL", page, StringComparison.Ordinal);
        Assert.Contains("An alternative that is not the prescription", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_of_products_is_called_an_example() =>
        Assert.Contains("an example: the pharmacist names the products", Page("three-drug-mixture"), StringComparison.Ordinal);

    private static string Page(string example) => Printed.Page(Examples.Plan(example), Sheet.PlainWidth).Replace('\u00a0', ' ');

    /// <summary>The page in one line, since its cells wrap.</summary>
    private static string Flat(string example) => Flat(Examples.Plan(example));

    private static string Flat(Plan plan) =>
        string.Join(' ', Printed.Page(plan, Sheet.PlainWidth).Replace('\u00a0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
