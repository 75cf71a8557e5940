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
                    figure => figure.Quantity<Concentration>(),
                    bound => Display.Of(bound, part.Drug.ShownInMicrograms),
                    bound => bound.ToString()
                );
            }
        }
    }

    private static void CheckRefill(LimitSheet sheet, Drug drug)
    {
        var plan = sheet.Plan;
        foreach (var limit in sheet.For(LimitCheck.RefillInterval, drug.Id))
        {
            if (plan.Refill.RefillBy is not { } by)
            {
                sheet.Note(limit, drug, null, LimitOutcome.Unknown);
                continue;
            }

            sheet.Hold(
                limit,
                FindingKinds.LimitRefillInterval,
                "$.fill.at",
                drug,
                $"The time from the fill to the refill-by date, with {drug.Id} in the mixture,",
                by - plan.Therapy.Fill.Instant,
                figure => figure.Duration(),
                Display.Of,
                QuantityText.Write
            );
        }
    }

    private static void CheckFlow(LimitSheet sheet)
    {
        foreach (var limit in sheet.For(LimitCheck.FlowRange, drug: null))
        {
            sheet.Hold(
                limit,
                FindingKinds.LimitFlowRange,
                "$.program",
                drug: null,
                "The mean flow",
                sheet.Plan.Program.Mean,
                figure => figure.Quantity<FlowRate>(),
                Display.Of,
                rate => rate.ToString()
            );
        }
    }
}
