using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>The ruler is held to texts whose scores are published, and to words that anybody can count, before it is held to the leaflet.</summary>
public sealed class ReadabilityTests
{
    [Theory]
    [InlineData("the", 1)]
    [InlineData("cat", 1)]
    [InlineData("pump", 1)]
    [InlineData("make", 1)]
    [InlineData("used", 1)]
    [InlineData("needed", 2)]
    [InlineData("nurse", 1)]
    [InlineData("nerves", 1)]
    [InlineData("muscles", 2)]
    [InlineData("table", 2)]
    [InlineData("needle", 2)]
    [InlineData("whole", 1)]
    [InlineData("called", 1)]
    [InlineData("pulled", 1)]
    [InlineData("dose", 1)]
    [InlineData("doses", 2)]
    [InlineData("body", 2)]
    [InlineData("medicine", 3)]
    [InlineData("ambulance", 3)]
    [InlineData("doctor", 2)]
    [InlineData("operation", 4)]
    [InlineData("breathing", 2)]
    [InlineData("finding", 2)]
    [InlineData("urine", 2)]
    [InlineData("pressure", 2)]
    [InlineData("tingle", 2)]
    [InlineData("muddled", 2)]
    [InlineData("changes", 2)]
    [InlineData("hours", 1)]
    public void A_word_has_so_many_syllables(string word, int syllables) => Assert.Equal(syllables, Readability.SyllablesOf(word));

    // Published: 116 for "The cat sat on the mat.", 37.5 and 69 for the sentences that explain Flesch's score in encyclopaedias, each with its counts.
    [Theory]
    [InlineData("The cat sat on the mat.", 6, 6, 116.1)]
    [InlineData("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 24, 37.5)]
    [InlineData("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 16, 23, 69)]
    public void Published_scores_come_out(string text, int words, int syllables, double ease)
    {
        var measured = Readability.Of(Readability.SentencesOf(text));
        Assert.Equal((1, words, syllables), (measured.Sentences, measured.Words, measured.Syllables));
        Assert.Equal(ease, measured.FleschEase, 0.1);
    }

    [Fact]
    public void The_grades_are_those_of_the_formulas()
    {
        // By hand: 30 sentences with 30 words of three syllables: 1.043 x sqrt(30) + 3.1291 = 8.8419. 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45.
        Assert.Equal(8.8419, new Readability(30, 300, 400, 30).SmogGrade, 0.0001);
        Assert.Equal(-1.45, Readability.Of(["The cat sat on the mat."]).FleschKincaidGrade, 0.001);
    }

    [Fact]
    public void A_label_s_language_is_far_above_what_the_leaflet_may_be()
    {
        var label = Readability.Of(
            Readability.SentencesOf(
                "Abrupt discontinuation of intrathecal administration has resulted in sequelae that include hyperpyrexia, altered mental status, exaggerated rebound spasticity and muscle rigidity, which in rare cases has advanced to rhabdomyolysis, multiple organ-system failure and death."
            )
        );
        Assert.True(label.FleschKincaidGrade > 15);
    }
}
