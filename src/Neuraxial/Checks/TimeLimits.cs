namespace Neuraxial;

/// <summary>Test doses and durations against the limits of the formulary.</summary>
internal static class TimeLimits
{
    /// <summary>How far what a fill lasts may lie from what it was ordered for, in either direction (HZ-04).</summary>
    private const decimal OrderedPercent = 5m;

    public static void Check(LimitSheet sheet, List<Finding> findings)
    {
        CheckTestDoses(sheet);
        CheckDuration(sheet, findings);
        CheckOrdered(sheet.Plan, findings);
        CheckOrderedAgainstRefill(sheet.Plan, findings);
    }

    private static void CheckTestDoses(LimitSheet sheet)
    {
        var therapy = sheet.Plan.Therapy;
        var drug = therapy.Infusate.Primary.Drug;
        for (var i = 0; i < therapy.TestDoses.Count; i++)
        {
            var test = therapy.TestDoses[i];
            foreach (var limit in sheet.For(LimitCheck.TestDose, drug.Id))
            {
                sheet.Hold(
                    limit,
                    FindingKinds.LimitTestDose,
                    $"$.testDoses[{i}].dose",
                    drug,
                    $"A test dose of {drug.Id}",
                    test.Dose,
                    LimitScales.Bolus(drug)
                );
            }
        }

        if (therapy.TestDoses.Count < 2)
        {
            return;
        }

        var times = therapy.TestDoses.Select(test => test.At.ToInstant()).Order().ToList();
        for (var i = 1; i < times.Count; i++)
        {
            foreach (var limit in sheet.For(LimitCheck.TestDoseInterval, drug.Id))
            {
                sheet.Hold(
                    limit,
                    FindingKinds.LimitTestDose,
                    "$.testDoses",
                    drug,
                    $"The time between two test doses of {drug.Id}",
                    times[i] - times[i - 1],
                    LimitScales.Time
                );
            }
        }
    }

    /// <summary>From the placing of the catheter to the end of this container.</summary>
    private static void CheckDuration(LimitSheet sheet, List<Finding> findings)
    {
        var plan = sheet.Plan;
        foreach (var limit in sheet.For(LimitCheck.Duration, drug: null))
        {
            if (plan.Therapy.Catheter?.Placed is not { } placed)
            {
                sheet.Note(limit, null, null, LimitOutcome.Unknown);
                findings.Add(
                    FindingKinds.LimitDuration.Unknown(
                        "$.catheter.placed",
                        $"When the catheter was placed is not in the file: how long it has lain ({limit.Id}: review at {(limit.Soft ?? limit.Hard)!.InWords()}) cannot be told."
                    ) with
                    {
                        Limit = (limit.Soft ?? limit.Hard)!.ToString(),
                        Source = plan.Formulary.Cite((limit.Soft ?? limit.Hard)!.Provenance),
                        Rule = limit.Id,
                        Hazards = limit.Hazards,
                    }
                );
                continue;
            }

            var end = plan.Refill.EmptyAt is { } empty && plan.Refill.RefillBy is { } by && by < empty ? by : plan.Refill.EmptyAt;
            if (end is not { } until || until <= placed.ToInstant())
            {
                sheet.Note(limit, null, null, LimitOutcome.Unknown);
                continue;
            }

            sheet.Hold(
                limit,
                FindingKinds.LimitDuration,
                "$.catheter.placed",
                drug: null,
                "The time from the placing of the catheter to the end of this container",
                until - placed.ToInstant(),
                LimitScales.Time
            );
        }
    }

    private static void CheckOrdered(Plan plan, List<Finding> findings)
    {
        if (plan.Therapy.Fill.Lasts is not { } ordered || plan.Refill.EmptyAt is not { } empty)
        {
            return;
        }

        var lasts = empty - plan.Therapy.Fill.Instant;
        var percent = (lasts.Over(ordered) - 1m) * 100m;
        if (decimal.Abs(percent) > OrderedPercent)
        {
            findings.Add(
                FindingKinds.OrderedDurationDiffers.Block(
                    "$.fill.lasts",
                    $"The fill was ordered for {Display.Of(ordered)}; at this program it lasts {Display.Of(lasts)}, {Display.Times(lasts.Over(ordered))} as long.{DoseSlip.OfTime(ordered.Over(lasts))}"
                ) with
                {
                    Value = QuantityText.Write(lasts),
                    Limit = $"{QuantityText.Write(ordered)} within {OrderedPercent} %",
                    Source = "hazard log HZ-04, derived",
                }
            );
        }
    }

    /// <summary>
    /// What was ordered to run dry outlives the mixture, or what the service allows: the date of the refill is not that of the order (HZ-19). The alarm's
    /// own margin is no contradiction: a fill that is ordered to its end is refilled before it.
    /// </summary>
    private static void CheckOrderedAgainstRefill(Plan plan, List<Finding> findings)
    {
        var fill = plan.Therapy.Fill;
        if (fill.Lasts is not { } ordered || plan.Refill is not { RefillBy: { } by, Reason: { } reason } || reason == RefillReason.Volume)
        {
            return;
        }

        var good = by - fill.Instant;
        if (ordered <= good)
        {
            return;
        }

        var why = reason == RefillReason.Stability ? "the mixture is not known to be good for longer" : "the service lets no fill be older";
        findings.Add(
            FindingKinds.OrderedPastRefill.Confirm(
                "$.fill.lasts",
                $"The fill was ordered for {Display.Of(ordered)}, and must be replaced after {Display.Of(good)}: {why}. Book the refill by that date; what is left then is waste. State why the order is longer, or order less."
            ) with
            {
                Value = QuantityText.Write(ordered),
                Limit = QuantityText.Write(good),
                Source = "hazard log HZ-19, derived",
            }
        );
    }
}
