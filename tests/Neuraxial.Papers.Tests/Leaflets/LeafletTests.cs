using AngleSharp.Dom;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>The patient's sheet: plain enough to be read at eleven, of this infusion and no other, and nothing in it that the formulary does not say.</summary>
public sealed class LeafletTests
{
    /// <summary>Lists of the formulary from which the leaflet is made.</summary>
    private static readonly string[] Lists = ["watch", "overdose", "withdrawal"];

    public static TheoryData<string> Names => [.. Printed.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reader_of_eleven_understands_it(string name)
    {
        // The whole of it, and its running text alone, which has no short lines of lists and tables to make it look easy.
        AssertPlain(Readability.Of(Sentences(Printed.Example(name), "p, li, h3, th, td, caption")), atLeast: 300);
        AssertPlain(Readability.Of(Sentences(Printed.Example(name), "p")), atLeast: 150);
    }

    private static void AssertPlain(Readability measured, int atLeast)
    {
        Assert.True(measured.Words > atLeast, "hardly anything was measured");

        // Grade 6 is an age of 11. SMOG asks for full understanding and comes out one to two grades above Flesch-Kincaid for the same text.
        Assert.True(measured.FleschKincaidGrade <= 6, $"Flesch-Kincaid {measured.FleschKincaidGrade:0.0}");
        Assert.True(measured.SmogGrade <= 7, $"SMOG {measured.SmogGrade:0.0}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_sentence_is_long(string name) =>
        Assert.All(
            Sentences(Printed.Example(name), "p, li, h3, th, td, caption"),
            sentence => Assert.True(sentence.Split(' ').Length <= 20, sentence)
        );

    [Fact]
    public void Every_statement_on_a_drug_has_its_plain_words_or_is_left_out_on_purpose() =>
        Assert.All(
            Formulary.BuiltIn.Drugs.SelectMany(drug => Lists.SelectMany(list => drug.Row.Rows(list)).Select(row => row.Text("text")!)),
            statement => Assert.True(PlainWords.IsKnown(statement), statement)
        );

    [Fact]
    public void Every_alarm_of_every_pump_has_its_plain_words() =>
        Assert.All(
            Formulary
                .BuiltIn.Pumps.SelectMany(pump => pump.Row.Rows("alarms"))
                .Select(alarm => alarm.Text("alarm")!)
                .Distinct(StringComparer.Ordinal),
            alarm => Assert.True(Alarms.IsKnown(alarm), alarm)
        );

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-38")]
    public void It_names_each_drug_with_its_dose_the_pump_and_the_date_by_which_to_come(string name)
    {
        var printed = Printed.Example(name);
        var words = Printed.Words(printed.Section("leaflet"));
        Assert.All(printed.Plan.Program.Basal, dose => Assert.Contains($"{dose.Drug.Name}:", words, StringComparison.Ordinal));
        Assert.All(
            printed.Plan.Program.Basal,
            dose => Assert.Contains(Printed.Plain($"You get {Display.Of(dose)}."), words, StringComparison.Ordinal)
        );
        Assert.Contains(Printed.Plain(printed.Plan.Therapy.Pump.Model.Name), words, StringComparison.Ordinal);
        if (printed.Plan.RefillWithAll.RefillBy is { } by)
        {
            Assert.Contains($" {by.InUtc().Year} ", words.Replace(".", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-38")]
    [Trait("Hazard", "HZ-45")]
    public void It_tells_what_too_much_too_little_and_an_infection_look_like_and_what_to_do(string name)
    {
        var titles = Printed.Example(name).Section("leaflet").QuerySelectorAll(".danger h3").Select(Printed.Words).ToList();
        Assert.Equal(3, titles.Count);
        Assert.Contains("get help at once", titles[0], StringComparison.Ordinal);
        Assert.Contains("day or night", titles[1], StringComparison.Ordinal);
        Assert.Contains("day or night", titles[2], StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_of_this_infusion_only()
    {
        var baclofen = Printed.Words(Printed.Example("baclofen-flex").Section("leaflet"));
        Assert.Contains("stiff", baclofen, StringComparison.Ordinal);
        Assert.Contains("time zone", baclofen, StringComparison.Ordinal);
        Assert.DoesNotContain("Numb skin", baclofen, StringComparison.Ordinal);
        var epidural = Printed.Words(Printed.Example("postoperative-epidural-demand").Section("leaflet"));
        Assert.Contains("Numb skin", epidural, StringComparison.Ordinal);
        Assert.Contains("outside your body", epidural, StringComparison.Ordinal);
        Assert.Contains("press the button", epidural, StringComparison.Ordinal);
        Assert.DoesNotContain("under your skin", epidural, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-27")]
    [Trait("Hazard", "HZ-26")]
    public void The_emergency_card_has_route_drugs_doses_signs_and_what_the_sources_say_to_do(string name)
    {
        var printed = Printed.Example(name);
        var card = Printed.Words(printed.Section("card"));
        Assert.All(
            printed.Plan.Therapy.Infusate.Drugs,
            part => Assert.Contains(Printed.Plain($"{part.Drug.Name} {Display.Of(part)}"), card, StringComparison.Ordinal)
        );
        Assert.All(printed.Plan.Program.Basal, dose => Assert.Contains(Printed.Plain(Display.Of(dose)), card, StringComparison.Ordinal));
        foreach (var drug in printed.Plan.Therapy.Infusate.Drugs.Select(part => part.Drug))
        {
            Assert.All(
                Statements.ForCard(drug.Row, "rescue").Concat(Statements.ForCard(drug.Row, "withdrawal")),
                statement => Assert.Contains(Printed.Plain(statement.Text[1..]), card, StringComparison.Ordinal)
            );
        }

        // A case report, of which the formulary says that no dose may be read from it, stands on no card.
        Assert.DoesNotContain("was survived", card, StringComparison.Ordinal);
        Assert.DoesNotContain("60 mg", card, StringComparison.Ordinal);
    }

    /// <summary>
    /// The sentences of the leaflet: of each paragraph, line of a list, heading and cell. Left out, as a reader leaves them out who cannot change them: the names
    /// of drugs and of the pump, amounts and dates.
    /// </summary>
    private static IEnumerable<string> Sentences(Printed printed, string elements)
    {
        var leaflet = (IElement)printed.Section("leaflet").QuerySelector(".leaflet")!.Clone();
        foreach (var number in leaflet.QuerySelectorAll("b, .field, h4").Where(element => element.QuerySelector("p") is null).ToList())
        {
            number.Remove();
        }

        var drugs = Formulary.BuiltIn.Drugs.Select(drug => drug.Name);
        return leaflet
            .QuerySelectorAll(elements)
            .SelectMany(element => Readability.SentencesOf(Printed.Words(element)))
            .Where(sentence => !drugs.Contains(sentence.Trim(' ', ':'), StringComparer.OrdinalIgnoreCase));
    }
}
