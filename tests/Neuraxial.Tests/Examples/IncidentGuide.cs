using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Neuraxial.Tests.Examples;

/// <summary><c>examples/incidents/README.md</c>: its tables are written from the files and from what the program says to them, so that they cannot drift.</summary>
internal static class IncidentGuide
{
    /// <summary>Set to 1, the guide is written anew instead of being held to what is said.</summary>
    public const string Renew = "NEURAXIAL_RENEW_GOLDEN";

    private const string Begin = "<!-- written by IncidentGuide: begin -->\n";
    private const string End = "<!-- written by IncidentGuide: end -->\n";

    public static string Read() => File.ReadAllText(Path.Combine(Plans.Folder, "incidents", "README.md"), Encoding.UTF8).ReplaceLineEndings("\n");

    public static void Write(string guide) =>
        File.WriteAllText(Path.Combine(SourceFolder(), "README.md"), guide, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>The hazards that the guide says no file can show.</summary>
    public static string[] Without(string guide) =>
        [.. guide.Split('\n').Where(line => line.StartsWith("- HZ-", StringComparison.Ordinal)).Select(line => line[2..7])];

    /// <summary>The guide with its tables as they should be.</summary>
    public static string Renewed(string guide)
    {
        var begin = guide.IndexOf(Begin, StringComparison.Ordinal);
        var end = guide.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= 0 && end > begin, "the marks between which the tables stand are gone");
        return guide[..(begin + Begin.Length)] + Tables() + guide[end..];
    }

    /// <summary>The findings that answer an incident, in the order of the answers.</summary>
    public static IReadOnlyList<Finding> Found(Incident incident)
    {
        var findings = Plans.Example(incident.Example).Findings;
        return [.. incident.Answers.Select(answer => Find(incident, answer, findings))];
    }

    private static Finding Find(Incident incident, IncidentAnswer answer, IReadOnlyList<Finding> findings)
    {
        var alike = findings
            .Where(finding =>
                Incident.SeverityOf(finding) == answer.Severity
                && finding.Kind.Code == answer.Code
                && Incident.Plain(finding.Message).Contains(answer.Says, StringComparison.Ordinal)
            )
            .ToList();
        Assert.True(
            alike.Count == 1,
            $"{incident.Name}: {alike.Count} findings are {answer.Severity} {answer.Code} and say '{answer.Says}'; said is\n{string.Join('\n', findings.Select(finding => $"{Incident.SeverityOf(finding)} {finding.Kind.Code}: {Incident.Plain(finding.Message)}"))}"
        );
        return alike[0];
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        text.Append("\n## Planned and answered\n\n");
        Head(text);
        foreach (var incident in Incidents.All.Where(incident => !incident.IsRefused))
        {
            Row(
                text,
                incident,
                Found(incident).Select(finding => $"**{Incident.SeverityOf(finding)}** `{finding.Kind.Code}`: {Incident.Plain(finding.Message)}")
            );
        }

        text.Append("\n## Refused\n\nNothing is planned; every problem of the file is named with its place, and the exit code is 2.\n\n");
        Head(text);
        foreach (var incident in Incidents.All.Where(incident => incident.IsRefused))
        {
            var problems = TherapyFile.Read(Plans.ExampleBytes(incident.Example), Formulary.BuiltIn).Problems;
            Row(text, incident, problems.Select(problem => $"**refused** `{problem.Path}`: {Incident.Plain(problem.Message)}"));
        }

        return text.Append('\n').ToString();
    }

    private static void Head(StringBuilder text) =>
        text.Append("| hazard | what happened (source) | file | what Neuraxial says |\n| --- | --- | --- | --- |\n");

    private static void Row(StringBuilder text, Incident incident, IEnumerable<string> said)
    {
        var (about, source) = incident.Report;
        var file = $"[{incident.Name}]({(incident.IsRefused ? "refused/" : "")}{incident.Name}.json)";
        text.Append($"| {incident.Hazard} | {Cell(about)} ({Cell(source)}) | {file} | {string.Join("<br>", said.Select(Cell))} |\n");
    }

    private static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);

    private static string SourceFolder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "examples", "incidents");
}
