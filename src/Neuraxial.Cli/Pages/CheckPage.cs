namespace Neuraxial.Cli;

/// <summary>The findings of therapies, and if asked for the limits that they were held to.</summary>
internal static class CheckPage
{
    public static void Write(Sheet sheet, IReadOnlyList<Plan> plans, bool withLimits)
    {
        foreach (var plan in plans)
        {
            sheet.Title($"Check \u00b7 {plan.Therapy.Name}");
            sheet.Line($"  {FindingsSection.Counted(plan.Findings)} Profile: {plan.Profile ?? "not known"}.");
            sheet.Line();
            FindingsSection.Write(sheet, plan.Findings);
            if (withLimits)
            {
                WriteLimits(sheet, plan.Limits);
            }

            sheet.Line();
            sheet.Line($"  Formulary {plan.Formulary.Version}, SHA-256 {plan.Formulary.Sha256}.", Ink.Faint);
            sheet.Line();
        }
    }

    /// <summary>One line a limit: how it came out, what was held, to which bounds.</summary>
    private static void WriteLimits(Sheet sheet, IReadOnlyList<AppliedLimit> limits)
    {
        sheet.Heading("Limits that were held to");
        foreach (var limit in limits)
        {
            var held = string.Join(' ', new[] { limit.Drug, Bound(limit.Value) }.Where(part => part is not null));
            var bounds = new[] { ("soft", limit.Soft), ("hard", limit.Hard) }
                .Where(bound => bound.Item2 is not null)
                .Select(bound => $"{bound.Item1} {Bound(bound.Item2)}");
            var because = limit.Because.Length == 0 ? "" : $" ({limit.Because})";
            sheet.Hanging(
                Word(limit.Outcome).PadRight(11),
                limit.Outcome is LimitOutcome.Within ? Ink.Faint : Ink.Strong,
                $"{limit.Id}{because}: {(held.Length == 0 ? "" : held + "; ")}{string.Join(", ", bounds)}",
                Ink.Plain
            );
        }
    }

    private static string? Bound(string? bound) => bound is null ? null : Display.OfWritten(bound);

    private static string Word(LimitOutcome outcome) =>
        outcome switch
        {
            LimitOutcome.Within => "within",
            LimitOutcome.BeyondSoft => "beyond soft",
            LimitOutcome.BeyondHard => "beyond hard",
            _ => "not known",
        };
}
