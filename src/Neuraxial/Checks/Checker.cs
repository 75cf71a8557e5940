namespace Neuraxial;

/// <summary>
/// The judgement of a careful pharmacist and a careful nurse on a plan: every rule of the formulary and every control against a hazard that a plan can show,
/// all in one run.
/// </summary>
internal static class Checker
{
    /// <summary>Checks a plan.</summary>
    /// <param name="plan">The plan with everything in it but these findings.</param>
    /// <param name="facts">What decides which limits hold.</param>
    /// <param name="findings">Where they are added.</param>
    /// <returns>Every limit that the plan was held against.</returns>
    public static IReadOnlyList<AppliedLimit> Check(Plan plan, LimitFacts facts, List<Finding> findings)
    {
        var sheet = new LimitSheet(plan, facts);
        DoseLimits.Check(sheet, findings);
        MixtureLimits.Check(sheet);
        StepLimits.Check(sheet, findings);
        TimeLimits.Check(sheet, findings);
        ProductChecks.Check(sheet, findings);
        StrengthChecks.Check(plan, findings);
        RouteCopyChecks.Check(plan, findings);
        MedicineChecks.Check(sheet, findings);
        DrugChecks.Check(plan, findings);
        PatientChecks.Check(plan, findings);
        DeliveryChecks.Check(plan, findings);
        findings.AddRange(sheet.Findings);
        NoteOthers(sheet, findings);
        AddUnverified(sheet, findings);
        return sheet.Applied;
    }

    private static bool IsElsewhere(LimitCheck check) =>
        check
            is LimitCheck.RouteMismatch
                or LimitCheck.MinimumFlow
                or LimitCheck.Residual
                or LimitCheck.Bridge
                or LimitCheck.Licence
                or LimitCheck.StabilityData;

    /// <summary>Rules that are checked where their numbers are worked out: how they came out is read from what was found.</summary>
    private static void NoteOthers(LimitSheet sheet, List<Finding> findings)
    {
        foreach (var limit in sheet.Facts.Limits.Where(limit => IsElsewhere(limit.Check)))
        {
            Severity? worst = null;
            foreach (var finding in findings)
            {
                if (finding.Rule == limit.Rule)
                {
                    worst = worst < finding.Severity ? worst : finding.Severity;
                }
            }

            if (worst is null && !IsAtIssue(limit.Check, sheet.Plan))
            {
                continue;
            }

            sheet.Note(
                limit,
                null,
                null,
                worst switch
                {
                    null => LimitOutcome.Within,
                    Severity.Block => LimitOutcome.BeyondHard,
                    Severity.Unknown => LimitOutcome.Unknown,
                    _ => LimitOutcome.BeyondSoft,
                }
            );
        }
    }

    /// <summary>Whether there was anything to hold to a rule: no residual was measured at a first fill, and nothing is to be bridged.</summary>
    private static bool IsAtIssue(LimitCheck check, Plan plan) =>
        check switch
        {
            LimitCheck.Residual => plan.Residual is not null,
            LimitCheck.Bridge => plan.Bridge is not null,
            _ => true,
        };

    /// <summary>A recalled limit is held to, and never in silence: one finding names them all.</summary>
    private static void AddUnverified(LimitSheet sheet, List<Finding> findings)
    {
        var unverified = sheet.Looked.SelectMany(limit => limit.Unverified).ToList();
        if (unverified.Count > 0)
        {
            findings.Add(
                FindingKinds.LimitsUnverified.Warn(
                    "$.program",
                    $"Limits that were held to and that nobody has checked against their source: {string.Join("; ", unverified)}. The service's pharmacist confirms or replaces them."
                )
            );
        }
    }
}
