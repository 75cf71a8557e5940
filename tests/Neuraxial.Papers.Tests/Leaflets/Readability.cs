using System.Text.RegularExpressions;

namespace Neuraxial.Papers.Tests;

/// <summary>
/// How many years of school a text asks for. Flesch-Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid et al. 1975). SMOG:
/// 1.043 × √(30 × words of three syllables or more ÷ sentences) + 3.1291 (McLaughlin 1969). The age is the grade + 5.
/// </summary>
/// <remarks>Syllables are counted as groups of vowels, with a silent final e and a list of what that gets wrong: held by a table of words and by texts with published scores.</remarks>
internal sealed partial record Readability(int Sentences, int Words, int Syllables, int LongWords)
{
    private static readonly Dictionary<string, int> Exceptions = new(StringComparer.Ordinal)
    {
        ["being"] = 2,
        ["something"] = 2,
        ["sometimes"] = 2,
        ["someone"] = 2,
        ["area"] = 3,
        ["idea"] = 3,
        ["lying"] = 2,
        ["trial"] = 2,
        ["quiet"] = 2,
        ["science"] = 2,
        ["seemingly"] = 3,
        ["sleepy"] = 2,
        ["alone"] = 2,
        ["before"] = 2,
        ["therefore"] = 2,
        ["every"] = 2,
        ["ambulance"] = 3,
        ["medicine"] = 3,
        ["wire"] = 1,
        ["tired"] = 1,
        ["hour"] = 1,
        ["hours"] = 1,
        ["dying"] = 2,
        ["diet"] = 2,
        ["giant"] = 2,
        ["poem"] = 2,
        ["create"] = 2,
        ["react"] = 2,
        ["vein"] = 1,
    };

    /// <summary>School years by Flesch and Kincaid.</summary>
    public double FleschKincaidGrade => (0.39 * Words / Sentences) + (11.8 * Syllables / Words) - 15.59;

    /// <summary>School years by SMOG.</summary>
    public double SmogGrade => (1.043 * Math.Sqrt(30.0 * LongWords / Sentences)) + 3.1291;

    /// <summary>Flesch's ease of reading, from which the others come: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word.</summary>
    public double FleschEase => 206.835 - (1.015 * Words / Sentences) - (84.6 * Syllables / Words);

    /// <summary>Measures sentences.</summary>
    public static Readability Of(IEnumerable<string> sentences)
    {
        var all = sentences
            .Select(sentence => Word().Matches(sentence).Select(match => match.Value.ToLowerInvariant()).ToList())
            .Where(words => words.Count > 0)
            .ToList();
        var syllables = all.SelectMany(words => words).Select(SyllablesOf).ToList();
        return new Readability(all.Count, syllables.Count, syllables.Sum(), syllables.Count(count => count >= 3));
    }

    /// <summary>The sentences of a text.</summary>
    public static IEnumerable<string> SentencesOf(string text) => End().Split(text).Where(sentence => Word().IsMatch(sentence));

    /// <summary>The syllables of a word in lower case.</summary>
    public static int SyllablesOf(string word)
    {
        var plain = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (Exceptions.TryGetValue(plain, out var known))
        {
            return known;
        }

        if (plain.All(char.IsAsciiDigit))
        {
            // A numeral is read as one easy word.
            return 1;
        }

        var count = Vowels().Count(plain);
        if (SilentEnd().IsMatch(plain) && count > 1)
        {
            count--;
        }

        return Math.Max(1, count);
    }

    [GeneratedRegex("[A-Za-z0-9]+(['\u2019-][A-Za-z]+)*", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Word();

    [GeneratedRegex("(?<=[.!?:])[ \n]+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex End();

    [GeneratedRegex("[aeiouy]+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Vowels();

    // A final e, "es" or "ed" that is not spoken: make, makes, used, but table, needed, boxes.
    [GeneratedRegex("([^aeiouyl]e|[aeiouy]le|[^aeiouycsxzghl]es|[aeiouyl]les|[^aeiouytdl]ed|[aeiouyl]led)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SilentEnd();
}
