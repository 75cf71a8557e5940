using System.Globalization;
using System.Text;
using Xunit;

namespace Neuraxial.Safety;

/// <summary>What the safety case says in numbers is counted in the hazard log, and what it must not claim it does not.</summary>
public sealed class SafetyCaseTests
{
    private const string Path = "docs/clinical-safety/safety-case.md";
    private const string Begin = "<!-- counts: generated, see tests/Safety.Tests -->\n";
    private const string End = "<!-- end of counts -->\n";
    private static readonly string Text = Repository.Read(Path);

    [Fact]
    public void Its_counts_are_those_of_the_hazard_log()
    {
        var (from, to) = (Text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, Text.IndexOf(End, StringComparison.Ordinal));
        Assert.InRange(from, Begin.Length, to);
        Repository.Holds(Path, Text[..from] + Counts(HazardLog.Built) + Text[to..]);
    }

    [Fact]
    public void It_says_that_it_is_no_medical_device_and_that_nobody_has_signed_it()
    {
        foreach (var said in new[] { "**not a medical device**", "**not for clinical use**", "**none appointed**", "No likelihood has been set" })
        {
            Assert.Contains(said, Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_hazard_and_source_that_it_names_is_in_the_log()
    {
        var words = Text.Split([' ', ',', ';', '(', ')', '[', ']', '|', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var hazards = words.Where(word => word.StartsWith("HZ-", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(hazards);
        Assert.All(hazards, hazard => Assert.Contains(Hazards.Read.All, known => known.Id == hazard));
        var sources = words.Where(word => word.Length is 3 or 4 && word[0] == 'S' && word[1..].All(char.IsAsciiDigit)).ToArray();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Contains(source, Hazards.Read.Sources.Keys, StringComparer.Ordinal));
    }

    private static string Counts(HazardLog log)
    {
        var table = new StringBuilder(
            "| severity, proposed | hazards | controls shown | in part | later step |\n| --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var severity in log.Entries.Select(entry => entry.Hazard.Severity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Row(table, severity, [.. log.Entries.Where(entry => entry.Hazard.Severity == severity)]);
        }

        Row(table, "all", log.Entries);
        var shown = log.Entries.Where(entry => entry.Tests.Count > 0).ToArray();
        table.Append(
            CultureInfo.InvariantCulture,
            $"\n{shown.SelectMany(entry => entry.Tests).DistinctBy(test => (test.Class, test.Method)).Count()} test methods show controls against {shown.Length} hazards; many are tables or properties of thousands of cases. {FindingKind.All.Count} kinds of finding name {FindingKind.All.SelectMany(kind => kind.Hazards).Distinct(StringComparer.Ordinal).Count()} hazards. In words: *controls shown*, every control that is planned is in this release and is shown by a test; *in part*, some are; *later step*, none is, and **nothing here stands against the hazard**.\n"
        );
        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, IReadOnlyList<LogEntry> entries) =>
        table.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {entries.Count} | {Standing(entries, Stand.Controlled)} | {Standing(entries, Stand.Partly)} | {Standing(entries, Stand.Later)} |\n"
        );

    private static int Standing(IReadOnlyList<LogEntry> entries, Stand stand) => entries.Count(entry => entry.Hazard.Stand == stand);
}
