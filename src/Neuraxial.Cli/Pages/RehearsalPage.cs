namespace Neuraxial.Cli;

/// <summary>A rehearsal for the meeting that releases a file: what changes for whom, first; the counts behind it, after.</summary>
internal static class RehearsalPage
{
    /// <summary>As many as a meeting goes through one by one; all of them are in the JSON.</summary>
    private const int Most = 40;
    private const int LongestMessage = 160;

    public static void Write(Sheet sheet, RehearsalResult result)
    {
        var layer = result.After.Layers[^1];
        sheet.Title($"Rehearsal \u00b7 {layer.Name}, version {layer.Version}");
        WriteHead(sheet, result);
        WriteStops(sheet, "Stops that are lost", result.LostStops, "New file", "runs");
        WriteStops(sheet, "Stops that are new", result.NewStops, "In force", "ran");
        WriteLoosened(sheet, result);
        WriteLoad(sheet, result);
        WriteChanges(sheet, "To confirm", result.NewConfirms, result.LostConfirms);
        WriteChanges(sheet, "Not known", result.NewUnknowns, result.LostUnknowns);
        WriteRules(sheet, result);
        WriteFile(sheet, result);
        WriteUnusable(sheet, result.Unusable);
        sheet.Line();
        sheet.Line(
            "  What a file says of its own release and dates is left out: past therapies lie before the day from which a new file holds.",
            Ink.Faint
        );
        sheet.Line("  Decision support: whether a changed stop matters is for those who release the file.", Ink.Faint);
    }

    private static void WriteHead(Sheet sheet, RehearsalResult result)
    {
        var after = result.After.Layers[^1];
        var before = result.Before.Layers[^1];
        sheet.Pairs(
            ("New file", $"version {after.Version}, SHA-256 {after.Sha256}"),
            ("Standing", ReleasePage.Standing(after.Governance!)),
            ("To hold", ReleasePage.Dates(after.Governance!)),
            ("In force", $"{before.Name}, version {before.Version}, SHA-256 {before.Sha256}"),
            ("Replaces", Replaces(result)),
            ("Replayed", $"{Counted(result.Therapies, "therapy", "therapies")}; {Display.Number(result.Unusable.Count)} could not be used")
        );
        sheet.Line();
        if (result.LosesStops)
        {
            var runs = Counted(Only(result.LostStops), "therapy that is stopped today would run", "therapies that are stopped today would run");
            sheet.Hanging("LOST   ", Ink.Block, $"{Counted(result.LostStops.Count, "stop", "stops")} of the file in force; {runs}.", Ink.Plain);
        }

        if (result.NewStops.Count > 0)
        {
            var stopped = Counted(Only(result.NewStops), "therapy that runs today would be stopped", "therapies that run today would be stopped");
            sheet.Hanging("NEW    ", Ink.Confirm, $"{Counted(result.NewStops.Count, "stop", "stops")} of the new file; {stopped}.", Ink.Plain);
        }

        if (!result.LosesStops && result.NewStops.Count == 0)
        {
            sheet.Line("  No therapy is stopped or let run that was not before.");
        }
    }

    /// <summary>How many therapies have their only stops among these.</summary>
    private static int Only(IReadOnlyList<RehearsedFinding> stops) =>
        stops.Where(stop => stop.IsOnlyStop).DistinctBy(stop => stop.File, StringComparer.Ordinal).Count();

    /// <summary>The therapy, and where to find it if its file goes by another name.</summary>
    private static string Named(RehearsedFinding finding) =>
        Path.GetFileName(finding.File) is var file && Path.GetFileNameWithoutExtension(file) == finding.Therapy
            ? finding.Therapy
            : $"{finding.Therapy} ({file})";

    private static string Replaces(RehearsalResult result) =>
        (result.After.Layers[^1].Governance!.Supersedes, result.SupersedesBase) switch
        {
            (null, _) => "nothing that it names",
            ({ } old, true) => $"version {old.Version}: the file in force",
            ({ } old, false) => $"version {old.Version}, which is not the file in force here",
            ({ } old, null) => $"version {old.Version}; no file of the service is in force here",
        };

    private static void WriteStops(Sheet sheet, string heading, IReadOnlyList<RehearsedFinding> stops, string otherwise, string runs)
    {
        if (stops.Count == 0)
        {
            return;
        }

        sheet.Heading($"{heading} ({Display.Number(stops.Count)})");
        sheet.Columns(
            ["Therapy", "Rule", "What", otherwise],
            [
                .. stops
                    .Take(Most)
                    .Select(stop =>
                        (string?[])
                            [
                                Named(stop),
                                stop.Rule ?? stop.Code,
                                What(stop),
                                (stop.Otherwise is { } word ? $"{word}; " : "") + (stop.IsOnlyStop ? runs : "stopped all the same"),
                            ]
                    ),
            ]
        );
        WriteMore(sheet, stops.Count);
    }

    private static void WriteChanges(Sheet sheet, string heading, IReadOnlyList<RehearsedFinding> gained, IReadOnlyList<RehearsedFinding> lost)
    {
        if (gained.Count + lost.Count == 0)
        {
            return;
        }

        sheet.Heading($"{heading}: {Display.Number(gained.Count)} new, {Display.Number(lost.Count)} no longer");
        string?[] Row(RehearsedFinding finding, string which) => [which, Named(finding), finding.Rule ?? finding.Code, What(finding)];
        sheet.Columns(
            ["", "Therapy", "Rule", "What"],
            [.. gained.Select(finding => Row(finding, "new")).Concat(lost.Select(finding => Row(finding, "no longer"))).Take(Most)]
        );
        WriteMore(sheet, gained.Count + lost.Count);
    }

    private static void WriteMore(Sheet sheet, int count)
    {
        if (count > Most)
        {
            sheet.Line($"  … and {Display.Number(count - Most)} more: --format json lists all.", Ink.Faint);
        }
    }

    private static void WriteLoad(Sheet sheet, RehearsalResult result)
    {
        sheet.Heading("Alert load");
        string?[] Row(string name, Func<AlertLoad, string> of) => [name, of(result.LoadBefore), of(result.LoadAfter)];
        sheet.Columns(
            ["", "In force", "New file"],
            [
                Row("Therapies with a stop", load => $"{Display.Number(load.Stopped)} ({Share(load.StoppedShare)})"),
                Row("Findings per therapy", load => Display.Number(load.PerTherapy)),
                Row("Stops", load => Display.Number(load.Findings.Block)),
                Row("To confirm", load => Display.Number(load.Findings.Confirm)),
                Row("Unknown", load => Display.Number(load.Findings.Unknown)),
                Row("To note", load => Display.Number(load.Findings.Warn)),
            ]
        );
    }

    private static void WriteRules(Sheet sheet, RehearsalResult result)
    {
        var changed = result.Rules.Where(rule => rule.Before != rule.After).ToList();
        if (changed.Count > 0)
        {
            sheet.Heading("Rules that speak otherwise than before");
            sheet.Columns(
                ["Rule", "In force", "New file"],
                [.. changed.Select(rule => (string?[])[rule.Rule, Counts(rule.Before), Counts(rule.After)])]
            );
        }

        var loud = result.Rules.Where(rule => rule.MustBeReviewed).OrderByDescending(rule => rule.TherapiesAfter).ToList();
        if (loud.Count > 0)
        {
            sheet.Heading($"Rules that must be reviewed: they speak on more than {Share(RehearsalResult.ReviewShare)} of the therapies");
            sheet.Columns(
                ["Rule", "In force", "New file", "Share", "What it says"],
                [
                    .. loud.Select(rule =>
                        (string?[])
                            [
                                rule.Rule,
                                Display.Number(rule.TherapiesBefore),
                                Display.Number(rule.TherapiesAfter),
                                Share(rule.Share),
                                Counts(rule.After),
                            ]
                    ),
                ]
            );
        }
    }

    private static void WriteFile(Sheet sheet, RehearsalResult result)
    {
        sheet.Heading("What the new file changes");
        ChangesTable.Write(sheet, result.Changes);
    }

    private static void WriteLoosened(Sheet sheet, RehearsalResult result)
    {
        if (result.Loosened.Count == 0)
        {
            return;
        }

        sheet.Heading("Hard limits that the new file holds less firmly");
        sheet.Columns(
            ["Limit", "Than", "How", "Hard before", "Hard now"],
            [
                .. result
                    .Loosened.GroupBy(one => one.Limit)
                    .Select(limit =>
                        (string?[])
                            [
                                limit.Key.Id,
                                string.Join(", ", limit.Select(one => one.Against == "base" ? "the file in force" : "the built-in data")),
                                limit.Key.How,
                                Display.OfWritten(limit.Key.Before),
                                limit.Key.After is { } now ? Display.OfWritten(now) : "none",
                            ]
                    ),
            ]
        );
    }

    private static void WriteUnusable(Sheet sheet, IReadOnlyList<UnusableTherapy> unusable)
    {
        if (unusable.Count == 0)
        {
            return;
        }

        sheet.Heading($"Not replayed ({Display.Number(unusable.Count)}): neither file can read them");
        foreach (var therapy in unusable.Take(Most))
        {
            var more = therapy.Problems.Count > 1 ? $" (and {Display.Number(therapy.Problems.Count - 1)} more)" : "";
            sheet.Hanging(Path.GetFileName(therapy.File), Ink.Plain, $"{therapy.Problems[0]}{more}", Ink.Faint);
        }

        WriteMore(sheet, unusable.Count);
    }

    /// <summary>Value against limit where there are both, else the message.</summary>
    private static string What(RehearsedFinding finding) =>
        (finding.Value, finding.Limit) switch
        {
            ({ } value, { } limit) => $"{Display.OfWritten(value)}, limit {Display.OfWritten(limit)}",
            _ => Printable.OneLine(finding.Message, LongestMessage),
        };

    private static string Counts(FindingCounts counts)
    {
        var parts = new List<string>();
        Add(counts.Block, "block");
        Add(counts.Confirm, "confirm");
        Add(counts.Unknown, "unknown");
        Add(counts.Warn, "warn");
        return parts.Count == 0 ? "–" : string.Join(", ", parts);

        void Add(int count, string word)
        {
            if (count > 0)
            {
                parts.Add($"{Display.Number(count)} {word}");
            }
        }
    }

    private static string Share(decimal share) => Display.Number(decimal.Round(share * 100m, 1, MidpointRounding.AwayFromZero)) + "\u00a0%";

    private static string Counted(int count, string one, string many) => $"{Display.Number(count)} {(count == 1 ? one : many)}";
}
