using NodaTime;

namespace Neuraxial;

/// <summary>Changes of dose against the limits of the formulary: how large, how soon, how often; and what is left out from one day to the next.</summary>
internal static class StepLimits
{
    private static readonly Duration Week = Duration.FromDays(7);

    public static void Check(LimitSheet sheet, List<Finding> findings)
    {
        if (sheet.Plan.Comparison is { } comparison)
        {
            foreach (var drug in comparison.Drugs)
            {
                if (drug.New > drug.Old && drug.Old > DoseRate.Zero)
                {
                    CheckRise(sheet, drug);
                    CheckInterval(sheet, drug, findings);
                }
                else if (drug.New < drug.Old && drug.New > DoseRate.Zero)
                {
                    CheckFall(sheet, drug);
                }
            }
        }

        CheckStops(sheet);
    }

    private static void CheckRise(LimitSheet sheet, ComparedDrug drug)
    {
        foreach (var limit in sheet.For(LimitCheck.Step, drug.Drug.Id).Where(limit => !limit.IsLower && sheet.Facts.Hold(limit) is not false))
        {
            Hold(sheet, limit, drug, "rise", drug.New - drug.Old, ((drug.New / drug.Old) - 1m) * 100m);
        }
    }

    /// <summary>A lower bound of a step is the largest fall: what lies below it is a withdrawal.</summary>
    private static void CheckFall(LimitSheet sheet, ComparedDrug drug)
    {
        foreach (var limit in sheet.For(LimitCheck.Step, drug.Drug.Id).Where(limit => limit.IsLower && sheet.Facts.Hold(limit) is not false))
        {
            var percent = ((drug.New / drug.Old) - 1m) * 100m;
            sheet.Hold(
                limit,
                FindingKinds.LimitStep,
                "$.program",
                drug.Drug,
                $"The change of the daily dose of {drug.Drug.Id}, from {Shown(drug, drug.Old)} to {Shown(drug, drug.New)},",
                percent,
                LimitScales.Percent
            );
        }
    }

    private static void Hold(LimitSheet sheet, Limit limit, ComparedDrug drug, string change, DoseRate step, decimal percent)
    {
        var what = $"The {change} of the daily dose of {drug.Drug.Id}, from {Shown(drug, drug.Old)} to {Shown(drug, drug.New)},";
        sheet.Hold(limit, FindingKinds.LimitStep, "$.program", drug.Drug, what, step, LimitScales.DailyDose(drug.Drug));
        sheet.Hold(limit, FindingKinds.LimitStep, "$.program", drug.Drug, what, percent, LimitScales.Percent);
    }

    private static void CheckInterval(LimitSheet sheet, ComparedDrug drug, List<Finding> findings)
    {
        var therapy = sheet.Plan.Therapy;
        var previous = therapy.Previous!;
        var since = (previous.Since ?? previous.Fill?.At)?.ToInstant();
        foreach (var limit in sheet.For(LimitCheck.StepInterval, drug.Drug.Id).Where(limit => sheet.Facts.Hold(limit) is not false))
        {
            if (Bound(limit).Number is { } most)
            {
                CheckNumber(sheet, limit, drug, most, findings);
                continue;
            }

            if (since is not { } began)
            {
                sheet.Note(limit, drug.Drug, null, LimitOutcome.Unknown);
                AddUnknown(limit, drug, "When the old program began is not in the file (previous.since)", sheet, findings);
                continue;
            }

            sheet.Hold(
                limit,
                FindingKinds.LimitStepInterval,
                "$.previous.since",
                drug.Drug,
                $"The time since the old dose of {drug.Drug.Id} began",
                therapy.Fill.Instant - began,
                LimitScales.Time
            );
        }
    }

    /// <summary>So many rises in any seven days: this one, and those before it that the file tells of.</summary>
    private static void CheckNumber(LimitSheet sheet, Limit limit, ComparedDrug drug, decimal most, List<Finding> findings)
    {
        var therapy = sheet.Plan.Therapy;
        var earlier = therapy.Previous!.Changes.Count(change => therapy.Fill.Instant - change.ToInstant() < Week);
        var count = earlier + 1m;
        if (therapy.Previous.Changes.Count == 0 && therapy.Previous.Since is null)
        {
            sheet.Note(limit, drug.Drug, null, LimitOutcome.Unknown);
            AddUnknown(limit, drug, "Earlier changes of dose are not in the file (previous.changes)", sheet, findings);
            return;
        }

        sheet.Hold(
            limit,
            FindingKinds.LimitStepInterval,
            "$.previous.changes",
            drug.Drug,
            $"The number of changes of {drug.Drug.Id} in seven days, this one included,",
            count,
            LimitScales.Count
        );
    }

    private static void AddUnknown(Limit limit, ComparedDrug drug, string missing, LimitSheet sheet, List<Finding> findings)
    {
        var bound = Bound(limit);
        if (
            findings.Any(finding =>
                finding.Kind == FindingKinds.LimitStepInterval
                && finding.Severity == Severity.Unknown
                && finding.Message.StartsWith(missing, StringComparison.Ordinal)
            )
        )
        {
            return;
        }

        findings.Add(
            FindingKinds.LimitStepInterval.Unknown(
                "$.previous",
                $"{missing}: whether {drug.Drug.Id} is raised too soon ({limit.Id}: {bound.InWords()}) cannot be told."
            ) with
            {
                Limit = bound.ToString(),
                Source = sheet.Plan.Formulary.Cite(bound.Provenance),
                Rule = limit.Id,
                Hazards = limit.Hazards,
            }
        );
    }

    /// <summary>A drug that was there and is not any more; and one that must not stop at once, for as long as it runs (HZ-38).</summary>
    private static void CheckStops(LimitSheet sheet)
    {
        var therapy = sheet.Plan.Therapy;
        foreach (var part in therapy.Previous?.Infusate.Drugs ?? [])
        {
            if (therapy.Infusate.Of(part.Drug.Id) is not null)
            {
                continue;
            }

            foreach (var limit in sheet.For(LimitCheck.AbruptStop, part.Drug.Id))
            {
                var bound = Bound(limit);
                sheet.Note(limit, part.Drug, "left out", limit.Hard is null ? LimitOutcome.BeyondSoft : LimitOutcome.BeyondHard);
                sheet.Pass(
                    limit,
                    FindingKinds.AbruptStop,
                    "$.infusate.drugs",
                    part.Drug,
                    limit.Hard is not null,
                    holds: true,
                    bound,
                    $"{part.Drug.Name} was in the old mixture and is not in the new one ({limit.Id}). {limit.Why}{Withdrawal(part.Drug)}",
                    "left out"
                );
            }
        }

        foreach (var part in therapy.Infusate.Drugs)
        {
            // What may be left out with a reason alone is not worth a line on every plan; what R8 and its like are about is.
            foreach (var limit in sheet.For(LimitCheck.AbruptStop, part.Drug.Id).Where(limit => limit.When is null && limit.IsAlwaysSaid))
            {
                var bound = Bound(limit);
                sheet.Note(limit, part.Drug, "running", LimitOutcome.Within);
                sheet.Say(
                    new Finding(
                        FindingKinds.AbruptStop,
                        Severity.Warn,
                        "$.infusate.drugs",
                        $"{part.Drug.Name} must not stop at once, at whatever dose ({limit.Id}). {limit.Why}{Withdrawal(part.Drug)} The refill must not be late."
                    )
                    {
                        Limit = bound.ToString(),
                        Source = sheet.Plan.Formulary.Cite(bound.Provenance),
                        Rule = limit.Id,
                        Hazards = limit.Hazards,
                    }
                );
            }
        }
    }

    private static string Withdrawal(Drug drug)
    {
        var signs = drug.Withdrawal.Where(figure => figure.Provenance.Mark == Mark.Seen).Select(figure => figure.ToString()).Take(1).ToList();
        return signs.Count == 0 ? "" : $" What is seen then: {DisplayedWords.Of(string.Join("; ", signs))}.";
    }

    private static Figure Bound(Limit limit) => limit.Hard ?? limit.Soft!;

    private static string Shown(ComparedDrug drug, DoseRate dose) => Display.Of(dose, drug.Drug.ShownInMicrograms);
}
