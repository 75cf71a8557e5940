using Xunit;

namespace Neuraxial.Tests;

/// <summary>How units are written on worksheets and in letters, and what is suggested for each. None of them is read: the suggestion is for a person.</summary>
public sealed class UnitSuggestionTests
{
    /// <summary>The unit of the grammar, and other ways of writing it.</summary>
    [Theory]
    [Trait("Hazard", "HZ-01")]
    [InlineData("mg", "MG Mg milligram milligrams MILLIGRAM mgs")]
    [InlineData("ug", "UG mcg MCG mcgs ugs microgram micrograms Microgram \u00b5g \u03bcg \u039cG")]
    [InlineData("ng", "NG nanogram nanograms")]
    [InlineData("g", "G gram grams gm")]
    [InlineData("kg", "KG Kg kgs")]
    [InlineData("mL", "ml ML mls millilitre millilitres milliliter milliliters cc")]
    [InlineData("uL", "ul UL microlitre microlitres \u00b5l \u03bcL \u039cL")]
    [InlineData("L", "l litre liter LITRE")]
    [InlineData("h", "H hr hrs hour hours")]
    [InlineData("d", "D day days 24h 24hr")]
    [InlineData("min", "MIN mins minute minutes")]
    [InlineData("s", "S sec secs second seconds")]
    [InlineData("wk", "WK week weeks")]
    [InlineData("cm", "CM Cm")]
    [InlineData("mm", "MM Mm")]
    public void What_was_probably_meant_is_suggested(string unit, string written)
    {
        foreach (var other in written.Split(' '))
        {
            Assert.Equal(unit, Units.Suggestion(other));
        }

        Assert.Null(Units.Suggestion(unit));
    }

    [Theory]
    [InlineData("ML/HR", "mL/h")]
    [InlineData("mg / ml", "mg/mL")]
    [InlineData("ml/24 h", "mL/d")]
    [InlineData("mcg/kg/hour", "ug/kg/h")]
    public void Each_part_of_a_unit_is_put_right(string written, string suggested) => Assert.Equal(suggested, Units.Suggestion(written));

    [Theory]
    [InlineData("")]
    [InlineData("furlong")]
    [InlineData("mg/furlong")]
    [InlineData("mL//h")]
    [InlineData("M")]
    [InlineData("IU")]
    public void What_could_be_anything_is_no_unit_and_gets_no_suggestion(string written) => Assert.Null(Units.Suggestion(written));

    [Theory]
    [InlineData("mg", true)]
    [InlineData("mL/d", true)]
    [InlineData("mm/h", true)]
    [InlineData("cm/mL", true)]
    [InlineData("wk", true)]
    [InlineData("mg/mg", false)]
    [InlineData("furlong", false)]
    public void A_unit_of_another_dimension_is_known_as_one(string unit, bool known) => Assert.Equal(known, Units.IsKnown(unit));
}
