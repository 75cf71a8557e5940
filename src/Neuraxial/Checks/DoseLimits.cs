using NodaTime;

namespace Neuraxial;

/// <summary>Doses against the limits of the formulary: begun with, in any 24 hours, in any hour, at once.</summary>
internal static class DoseLimits
{
    public static void Check(LimitSheet sheet, List<Finding> findings)
    {
        var plan = sheet.Plan;
        for (var i = 0; i < plan.Therapy.Infusate.Drugs.Count; i++)
        {
            var drug = plan.Therapy.Infusate.Drugs[i].Drug;
            CheckStart(sheet, drug, plan.Program.Basal[i].Dose);
            CheckDaily(sheet, drug, plan.Program.Basal[i].Dose, plan.Program.Maximum[i].Dose, findings);
            CheckHourly(sheet, plan.Therapy.Infusate.Drugs[i]);
            CheckBoluses(sheet, plan.Therapy.Infusate.Drugs[i]);
        }
    }

    private static void CheckStart(LimitSheet sheet, Drug drug, DoseRate dose)
    {
        if (sheet.Plan.Therapy.Previous?.Infusate.Of(drug.Id) is not null)
        {
            return;
        }

        foreach (var limit in sheet.For(LimitCheck.StartDose, drug.Id))
        {
            if (sheet.Facts.Hold(limit) is not false)
            {
                Hold(sheet, limit, FindingKinds.LimitStartDose, drug, $"The first daily dose of {drug.Id}", dose);
            }
        }
    }

    private static void CheckDaily(LimitSheet sheet, Drug drug, DoseRate basal, DoseRate most, List<Finding> findings)
    {
        var what =
            most > basal
                ? $"The dose of {drug.Id} in the worst 24 hours ({Display.Of(basal, drug.ShownInMicrograms)} programmed, the rest at the patient's or the clock's choice)"
                : $"The daily dose of {drug.Id}";
        var upper = false;
        foreach (var limit in sheet.For(LimitCheck.DailyDose, drug.Id))
        {
            if (sheet.Facts.Hold(limit) is false)
            {
                continue;
            }

            upper |= !limit.IsLower;
            if (limit.IsLower)
            {
                Hold(sheet, limit, FindingKinds.LimitDailyDose, drug, $"The daily dose of {drug.Id}", basal);
            }
            else
            {
                CheckWeight(sheet, limit, drug, most, findings);
                Hold(sheet, limit, FindingKinds.LimitDailyDose, drug, what, most);
            }
        }

        if (!upper && sheet.Plan.Profile is { } profile)
        {
            findings.Add(
                FindingKinds.LimitNone.Unknown(
                    "$.infusate.drugs",
                    $"No limit of the daily dose of {drug.Id} is on file for {profile}: {Display.Of(most, drug.ShownInMicrograms)} are held against nothing. The service sets one."
                ) with
                {
                    Value = most.ToString(),
                }
            );
        }
    }

    /// <summary>A bound that its source gives for one body weight is smaller for a lighter patient, in proportion, and never larger for a heavier one.</summary>
    private static void CheckWeight(LimitSheet sheet, Limit limit, Drug drug, DoseRate most, List<Finding> findings)
    {
        if (limit.AtWeight?.Quantity<Mass>() is not { } at || limit.Hard?.Quantity<DoseRate>() is not { } hard)
        {
            return;
        }

        if (sheet.Plan.Therapy.Patient?.Weight is not { } weight)
        {
            findings.Add(
                FindingKinds.LimitDailyDose.Unknown(
                    "$.patient.weight",
                    $"{limit.Id} holds for a body weight of {Display.OfBody(at)}; the patient's weight is not known, nor therefore the limit of {drug.Id}."
                ) with
                {
                    Value = most.ToString(),
                    Limit = limit.Hard.ToString(),
                    Source = sheet.Plan.Formulary.Cite(limit.Hard.Provenance),
                    Rule = limit.Id,
                    Hazards = limit.Hazards,
                }
            );
            return;
        }

        var share = hard * (weight / at);
        if (weight < at && most > share)
        {
            findings.Add(
                FindingKinds.LimitDailyDose.Confirm(
                    "$.patient.weight",
                    $"The dose of {drug.Id} in the worst 24 hours is {Display.Of(most, drug.ShownInMicrograms)}. {limit.Id} is {Display.Of(hard, drug.ShownInMicrograms)} at {Display.OfBody(at)}; in proportion that is {Display.Of(share, drug.ShownInMicrograms)} at {Display.OfBody(weight)}."
                ) with
                {
                    Value = most.ToString(),
                    Limit = share.ToString(),
                    Source = sheet.Plan.Formulary.Cite(limit.Hard.Provenance),
                    Rule = limit.Id,
                    Hazards = limit.Hazards,
                }
            );
        }
    }

    private static void CheckHourly(LimitSheet sheet, InfusateDrug part)
    {
        var limits = sheet.For(LimitCheck.HourlyDose, part.Drug.Id).Where(limit => sheet.Facts.Hold(limit) is not false).ToList();
        if (limits.Count == 0)
        {
            return;
        }

        var therapy = sheet.Plan.Therapy;
        var semantics = therapy.Pump.Model.Semantics;
        var hour = Duration.FromHours(1);
        var most = DemandUse.Most(therapy.Program.Cycle(semantics.BasalOrWorst), therapy.Program.Demand, hour, semantics) * part.Concentration / hour;
        foreach (var limit in limits)
        {
            sheet.Hold(
                limit,
                FindingKinds.LimitHourlyDose,
                "$.program",
                part.Drug,
                $"The dose of {part.Drug.Id} in the worst hour",
                most,
                LimitScales.HourlyDose(part.Drug)
            );
        }
    }

    private static void CheckBoluses(LimitSheet sheet, InfusateDrug part)
    {
        var program = sheet.Plan.Therapy.Program;
        foreach (var limit in sheet.For(LimitCheck.Bolus, part.Drug.Id).Where(limit => sheet.Facts.Hold(limit) is not false))
        {
            void Hold(string path, string what, Volume bolus) =>
                sheet.Hold(
                    limit,
                    FindingKinds.LimitBolus,
                    path,
                    part.Drug,
                    $"{what} of {part.Drug.Id}",
                    bolus * part.Concentration,
                    LimitScales.Bolus(part.Drug)
                );

            if (program.Demand is { } demand)
            {
                Hold("$.program.demand.dose", "A demand bolus", demand.Volume);
            }

            if (program is PeriodicProgram periodic)
            {
                Hold("$.program.bolus", "A bolus of the program", periodic.Bolus);
            }
        }
    }

    private static void Hold(LimitSheet sheet, Limit limit, FindingKind kind, Drug drug, string what, DoseRate dose) =>
        sheet.Hold(limit, kind, "$.program", drug, what, dose, LimitScales.DailyDose(drug));
}
