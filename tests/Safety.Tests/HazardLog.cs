namespace Neuraxial.Safety;

/// <summary>One line of the log: a hazard, and what code, data and tests of this build have against it.</summary>
internal sealed record LogEntry(Hazard Hazard, IReadOnlyList<FindingKind> Findings, IReadOnlyList<DataRow> Rows, IReadOnlyList<ShowingTest> Tests);

/// <summary>The hazard log of this build, and what would make it untrue.</summary>
internal sealed class HazardLog(Hazards hazards, IReadOnlyList<FindingKind> findings, IReadOnlyList<DataRow> rows, IReadOnlyList<ShowingTest> tests)
{
    public static HazardLog Built { get; } = new(Safety.Hazards.Read, FindingKind.All, DataRow.All, ShowingTests.All);

    public Hazards Hazards => hazards;

    public IReadOnlyList<LogEntry> Entries { get; } =
    [
        .. hazards.All.Select(hazard => new LogEntry(
            hazard,
            [.. findings.Where(kind => kind.Hazards.Contains(hazard.Id, StringComparer.Ordinal))],
            [.. rows.Where(row => row.Hazards.Contains(hazard.Id, StringComparer.Ordinal))],
            [.. tests.Where(test => test.Hazard == hazard.Id)]
        )),
    ];

    public IReadOnlyList<LogEntry> Standing(Stand stand) => [.. Entries.Where(entry => entry.Hazard.Stand == stand)];

    /// <summary>Each reason why the log may not stand, in a sentence that says how to mend it.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (hazard, kinds, _, shown) in Entries)
        {
            if (hazard.Stand != Stand.Later && shown.Count == 0)
            {
                yield return $"{hazard.Id} has a control in this release and no test: put [Trait(\"Hazard\", \"{hazard.Id}\")] on the test that shows it.";
            }

            if (hazard.Stand == Stand.Later && shown.Count > 0)
            {
                yield return $"{hazard.Id} is shown by {shown[0].Class}.{shown[0].Method} and has no control in this release: "
                    + "take 'later' from the control in docs/clinical-safety/hazards.json.";
            }

            if (kinds.Count > 0 && shown.Count == 0)
            {
                yield return $"{kinds[0].Code} names {hazard.Id}, which no test shows.";
            }
        }

        var known = hazards.All.Select(hazard => hazard.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var test in tests)
        {
            if (!known.Contains(test.Hazard))
            {
                yield return $"{test.Class}.{test.Method} names {test.Hazard}, which is no hazard of the log.";
            }

            if (!test.Runs)
            {
                yield return $"{test.Class}.{test.Method} shows {test.Hazard} and is no test that runs.";
            }
        }

        foreach (
            var (name, named) in findings
                .Select(kind => (kind.Code, kind.Hazards))
                .Concat(rows.Select(row => ($"{row.Section}: {row.Id}", row.Hazards.ToArray())))
        )
        {
            foreach (var hazard in named.Where(hazard => !known.Contains(hazard)))
            {
                yield return $"{name} names {hazard}, which is no hazard of the log.";
            }
        }
    }
}
