using NodaTime;

namespace Neuraxial;

/// <summary>Other medicines against the mixture. A list that is missing or old is <c>unknown</c>, never "no interactions" (HZ-21).</summary>
internal static class MedicineChecks
{
    public static void Check(LimitSheet sheet, List<Finding> findings)
    {
        var plan = sheet.Plan;
        AddUnknown(plan, findings);
        var taken = Taken(plan.Therapy);
        AddInteractions(plan, taken, findings);
        AddIntervals(sheet, taken);
    }

    /// <summary>One medicine that counts.</summary>
    /// <param name="Drug">Its name.</param>
    /// <param name="Path">Where it stands.</param>
    /// <param name="Since">How long ago the last dose was; zero if it is still taken.</param>
    private sealed record Medicine(string Drug, string Path, Duration Since)
    {
        /// <summary>By which route, with a space after it; empty if that is not known.</summary>
        public string Way { get; init; } = "";
    }

    private static List<Medicine> Taken(Therapy therapy)
    {
        var taken = new List<Medicine>();
        var opioids = therapy.CurrentOpioids ?? [];
        for (var i = 0; i < opioids.Count; i++)
        {
            // What runs by the spine is the infusion itself or the one before it.
            if (opioids[i].Dose > DoseRate.Zero && opioids[i].Route is not ("epidural" or "intrathecal"))
            {
                taken.Add(new Medicine(opioids[i].Drug, $"$.currentOpioids[{i}]", Duration.Zero) { Way = opioids[i].Route + " " });
            }
        }

        var medicines = therapy.Medicines ?? [];
        for (var i = 0; i < medicines.Count; i++)
        {
            var since = medicines[i].Stopped is { } stopped ? therapy.Fill.Instant - stopped.ToInstant() : Duration.Zero;
            taken.Add(new Medicine(medicines[i].Drug, $"$.medicines[{i}]", since > Duration.Zero ? since : Duration.Zero));
        }

        foreach (var condition in therapy.Patient?.Conditions ?? [])
        {
            if (condition is "mao-inhibitor" or "maoi")
            {
                taken.Add(new Medicine("mao-inhibitor", "$.patient.conditions", Duration.Zero));
            }
        }

        return taken;
    }

    private static void AddUnknown(Plan plan, List<Finding> findings)
    {
        var therapy = plan.Therapy;
        var missing = (therapy.CurrentOpioids, therapy.Medicines) switch
        {
            (null, null) => "Neither other opioids (currentOpioids) nor other medicines (medicines) are in the file",
            (null, _) => "Other opioids (currentOpioids) are not in the file",
            (_, null) => "Other medicines (medicines) are not in the file",
            _ => null,
        };
        if (missing is not null)
        {
            findings.Add(
                FindingKinds.MedicinesUnknown.Unknown(
                    therapy.CurrentOpioids is null ? "$.currentOpioids" : "$.medicines",
                    $"{missing}: what they do together with the infusion is not checked. An empty list says that there are none."
                )
            );
            return;
        }

        var longest = plan.Formulary.Setting("medicines-age");
        if (therapy.MedicinesAt is { } at && longest.Duration() is { } limit && therapy.Fill.Instant - at.ToInstant() > limit)
        {
            var age = therapy.Fill.Instant - at.ToInstant();
            findings.Add(
                FindingKinds.MedicinesUnknown.Unknown(
                    "$.medicinesAt",
                    $"The lists of medicines were taken {Display.Of(age)} before the fill: what was changed since is not known. Take them anew."
                ) with
                {
                    Value = QuantityText.Write(age),
                    Limit = longest.ToString(),
                    Source = plan.Formulary.Cite(longest.Provenance),
                }
            );
        }
    }

    private static void AddInteractions(Plan plan, List<Medicine> taken, List<Finding> findings)
    {
        if (taken.Count == 0)
        {
            return;
        }

        foreach (var rule in plan.Formulary.Interactions)
        {
            if (rule.DrugsOf(plan.Therapy) is not { } drugs)
            {
                continue;
            }

            var met = taken.Where(medicine => medicine.Since == Duration.Zero && IsOf(plan.Formulary, rule.Medicines!, medicine.Drug)).ToList();
            if (met.Count > 0)
            {
                var names = string.Join(" and ", met.Select(medicine => medicine.Way + medicine.Drug).Distinct(StringComparer.Ordinal));
                findings.Add(
                    rule.Found(
                        rule.Row.Id == "any-with-anticoagulant" ? FindingKinds.Anticoagulated : FindingKinds.Interaction,
                        met[0].Path,
                        drugs.Length == 0 ? $"{names} besides the infusion" : $"{names} besides {drugs}"
                    )
                );
            }
        }
    }

    /// <summary>A medicine that must have been stopped for a while before: R27.</summary>
    private static void AddIntervals(LimitSheet sheet, List<Medicine> taken)
    {
        foreach (var limit in sheet.For(LimitCheck.Interaction, drug: null))
        {
            if (
                limit.When is not { } medicines
                || sheet.Plan.Therapy.Infusate.Drugs.FirstOrDefault(part => limit.IsAbout(part.Drug.Id)) is not { } part
                || (limit.Hard ?? limit.Soft) is not { } bound
                || bound.Duration() is not { } wait
            )
            {
                continue;
            }

            if (sheet.Plan.Therapy.Medicines is null && taken.Count == 0)
            {
                sheet.Note(limit, part.Drug, null, LimitOutcome.Unknown);
                continue;
            }

            var met = taken.Where(medicine => IsOf(sheet.Plan.Formulary, medicines, medicine.Drug)).MinBy(medicine => medicine.Since);
            var passes = met is not null && met.Since < wait;
            sheet.Note(
                limit,
                part.Drug,
                met is null ? "none" : QuantityText.Write(met.Since),
                !passes ? LimitOutcome.Within
                    : limit.Hard is null ? LimitOutcome.BeyondSoft
                    : LimitOutcome.BeyondHard
            );
            if (passes)
            {
                var since = met!.Since == Duration.Zero ? "is still taken" : $"was stopped {Display.Of(met.Since)} ago";
                sheet.Pass(
                    limit,
                    FindingKinds.Interaction,
                    met.Path,
                    part.Drug,
                    limit.Hard is not null,
                    holds: true,
                    bound,
                    $"{met.Drug} {since}; {part.Drug.Id} needs {Display.Of(wait)} without it ({limit.Id}). {limit.Why}",
                    QuantityText.Write(met.Since)
                );
            }
        }
    }

    private static bool IsOf(Formulary formulary, string medicines, string drug) =>
        drug == medicines || formulary.Row("medicineClasses", medicines)?.Texts("medicines").Contains(drug, StringComparer.Ordinal) is true;
}
