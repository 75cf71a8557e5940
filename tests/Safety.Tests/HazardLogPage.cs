using System.Globalization;
using System.Text;

namespace Neuraxial.Safety;

/// <summary>The log as people read it, in Markdown.</summary>
internal static class HazardLogPage
{
    public const string Path = "docs/clinical-safety/hazard-log.md";

    public static string Of(HazardLog log)
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Hazard log

            Generated from [the hazards](hazards.json), the [kinds of finding](../findings.md), the built-in data and the tests of this build; do not edit. A build
            fails if this page differs, and if a hazard with a control in this release has no test that names it.

            **Open.** Severities are proposals in the words of DCB0129. Likelihood, risk and residual risk are for a Clinical Safety Officer to set, and none has.
            Every hazard is therefore open, also where tests show a control. What the tests show is that the control does what it says, not that it is enough.

            `[seen S18]`: read in the source of that key, [below](#sources). `[recalled]`: general knowledge, not read again. `[derived]`: arithmetic or a proposal.


            """
        );
        Summary(page, log);
        foreach (var (group, name) in log.Hazards.Groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n");
            foreach (var entry in log.Entries.Where(entry => entry.Hazard.Group == group))
            {
                Section(page, entry, log.Hazards);
            }
        }

        page.Append("\n## Sources\n\n");
        foreach (var (key, source) in log.Hazards.Sources)
        {
            page.Append(CultureInfo.InvariantCulture, $"- **{key}** {source}\n");
        }

        return page.ToString();
    }

    /// <summary>How a hazard stands, in a word or two.</summary>
    public static string Word(Stand stand) =>
        stand switch
        {
            Stand.Controlled => "controls shown",
            Stand.Partly => "in part",
            _ => "later step",
        };

    private static void Summary(StringBuilder page, HazardLog log)
    {
        page.Append("| in this release | hazards | |\n| --- | ---: | --- |\n");
        Count(page, log, Stand.Controlled, "every control that is planned is there and is shown by a test");
        Count(page, log, Stand.Partly, "some controls are there and shown by tests; others come later");
        Count(page, log, Stand.Later, "**not controlled in this release**: nothing here stands against it");
        page.Append("\n| hazard | | severity, proposed | in this release | tests |\n| --- | --- | --- | --- | ---: |\n");
        foreach (var (hazard, _, _, tests) in log.Entries)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| [{hazard.Id}](#{hazard.Id.ToLowerInvariant()}) | {hazard.Name} | {hazard.Severity} | {Word(hazard.Stand)} | {(tests.Count == 0 ? "" : tests.Count)} |\n"
            );
        }
    }

    private static void Count(StringBuilder page, HazardLog log, Stand stand, string meaning) =>
        page.Append(CultureInfo.InvariantCulture, $"| {Word(stand)} | {log.Standing(stand).Count} | {meaning} |\n");

    private static void Section(StringBuilder page, LogEntry entry, Hazards hazards)
    {
        var (hazard, findings, rows, tests) = entry;
        page.Append(CultureInfo.InvariantCulture, $"\n### {hazard.Id}\n\n**{hazard.Name}.** Cause: {hazard.Cause}. Harm: {hazard.Harm}.");
        page.Append(CultureInfo.InvariantCulture, $" Severity, proposed: **{hazard.Severity}**. Likelihood and risk: not set.\n\n");
        foreach (var incident in hazard.Incidents)
        {
            page.Append(CultureInfo.InvariantCulture, $"- Happened: {incident.Text} [{string.Join(" ", incident.Sources.Prepend(incident.Mark))}]\n");
        }

        page.Append('\n');
        foreach (var control in hazard.Controls)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {Kind(control)}: {control.Text}{Place(control, hazards)}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nWould convince a sceptic: {hazard.Test}.\n");
        if (findings.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nFindings: {string.Join(", ", findings.Select(kind => $"`{kind.Code}`"))}.\n");
        }

        if (rows.Count > 0)
        {
            var files = rows.GroupBy(row => row.Section, StringComparer.Ordinal)
                .Select(file => $"{file.Key} ({string.Join(", ", file.Select(row => $"`{row.Id}`"))})");
            page.Append(CultureInfo.InvariantCulture, $"\nRows of the data that name it: {string.Join("; ", files)}.\n");
        }

        Tests(page, hazard, tests);
    }

    private static void Tests(StringBuilder page, Hazard hazard, IReadOnlyList<ShowingTest> tests)
    {
        if (tests.Count == 0)
        {
            page.Append("\n**Not controlled in this release.**\n");
            return;
        }

        page.Append(hazard.Stand == Stand.Partly ? "\nWhat is here, shown in this build by:\n\n" : "\nShown in this build by:\n\n");
        foreach (var test in tests)
        {
            var name = FindingSources.FileOf(test) is { } file ? $"[{test.ShortClass}](../../{file})" : test.ShortClass;
            page.Append(CultureInfo.InvariantCulture, $"- {name}: {test.Sentence}\n");
        }
    }

    private static string Kind(Control control) =>
        control.Kind switch
        {
            "prevents" => "Prevents",
            "detects" => "Detects",
            "limits" => "Limits harm",
            _ => "No software can see",
        };

    private static string Place(Control control, Hazards hazards) => control.Later is { } step ? $" *(not here: {hazards.Steps[step]})*" : "";
}
