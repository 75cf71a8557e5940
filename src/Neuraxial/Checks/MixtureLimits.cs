using NodaTime;

namespace Neuraxial;

/// <summary>Strengths in the mixture, the refill interval and the flow against the limits of the formulary.</summary>
internal static class MixtureLimits
{
    public static void Check(LimitSheet sheet)
    {
        for (var i = 0; i < sheet.Plan.Therapy.Infusate.Drugs.Count; i++)
        {
            var part = sheet.Plan.Therapy.Infusate.Drugs[i];
            var path = $"$.infusate.drugs[{i}].concentration";
            CheckConcentration(sheet, LimitCheck.Concentration, part, path);
            CheckConcentration(sheet, LimitCheck.MinimumConcentration, part, path);
            CheckRefill(sheet, part.Drug);
        }

        CheckFlow(sheet);
    }

    private static void CheckConcentration(LimitSheet sheet, LimitCheck check, InfusateDrug part, string path)
    {
        foreach (var limit in sheet.For(check, part.Drug.Id))
        {
            if (sheet.Facts.Hold(limit) is not false)
            {
                sheet.Hold(
                    limit,
                    FindingKinds.LimitConcentration,
                    path,
                    part.Drug,
                    $"The strength of {part.Drug.Id} in the mixture",
                    part.Concentration,
                    LimitScales.Strength(part.Drug)
                );
            }
        }
    }

    /// <summary>Where nothing is known of the mixture the refill-by date was brought forward to the shortest of these, and that was said.</summary>
    private static void CheckRefill(LimitSheet sheet, Drug drug)
    {
        var plan = sheet.Plan;
        foreach (var limit in sheet.For(LimitCheck.RefillInterval, drug.Id))
        {
            var interval = plan.Refill.RefillBy is { } by ? by - plan.Therapy.Fill.Instant : (Duration?)null;
            sheet.Note(
                limit,
                drug,
                interval is { } known ? QuantityText.Write(known) : null,
                interval is not { } length ? LimitOutcome.Unknown
                    : LimitScales.Time.Passes(length, limit.Hard ?? limit.Soft, limit.IsLower) ? LimitOutcome.BeyondSoft
                    : LimitOutcome.Within
            );
        }
    }

    private static void CheckFlow(LimitSheet sheet)
    {
        foreach (var limit in sheet.For(LimitCheck.FlowRange, drug: null))
        {
            sheet.Hold(limit, FindingKinds.LimitFlowRange, "$.program", drug: null, "The mean flow", sheet.Plan.Program.Mean, LimitScales.Flow);
        }
    }
}
