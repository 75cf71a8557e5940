using NodaTime;

namespace Neuraxial;

/// <summary>What the plan's own numbers say of an accident with the device: the whole fill at once, a late alarm, a bolus when an occlusion clears.</summary>
internal static class DeliveryChecks
{
    public static void Check(Plan plan, List<Finding> findings)
    {
        if (plan.Therapy.Pump.Model.IsImplanted)
        {
            AddFillAtOnce(plan, findings);
        }
        else
        {
            AddOcclusion(plan, findings);
        }
    }

    private static void AddFillAtOnce(Plan plan, List<Finding> findings)
    {
        var masses = plan.Therapy.Infusate.Masses(plan.Therapy.Fill.Volume);
        if (plan.Program.Mean * Durations.OneDay == Volume.Zero)
        {
            return;
        }

        var days = plan.Therapy.Fill.Volume / (plan.Program.Mean * Durations.OneDay);
        findings.Add(
            FindingKinds.FillAtOnce.Warn(
                "$.fill.volume",
                $"The fill holds {string.Join(" and ", masses.Select(mass => $"{Display.Of(mass)} of {mass.Drug.Id}"))}: {Display.Number(days)} daily doses. Injected into the catheter port or beside the pump it acts at once: confirm the reservoir port and the needle's place, and aspirate, before and during the fill."
            ) with
            {
                Value = string.Join(" + ", masses.Select(mass => $"{mass.Drug.Id} {mass.Mass}")),
                Source = plan.Formulary.Cite(new Provenance(Mark.Seen, ["hazards:S16", "hazards:S6"], null)),
            }
        );
    }

    /// <summary>At a flow of half a millilitre an hour or less, the bolus that an occlusion releases is an hour's dose or more.</summary>
    private static void AddOcclusion(Plan plan, List<Finding> findings)
    {
        var released = plan.Formulary.Setting("post-occlusion-bolus");
        if (released.Quantity<Volume>() is not { } volume || plan.Program.Mean == FlowRate.Zero || plan.Therapy.Pump.Model.IsConstantFlow)
        {
            return;
        }

        if (plan.Program.Mean.TimeFor(volume) is not { } worth || worth < Duration.FromHours(1))
        {
            return;
        }

        var masses = plan.Therapy.Infusate.Masses(volume);
        findings.Add(
            FindingKinds.OcclusionLate.Warn(
                "$.program",
                $"At {Display.PerHour(plan.Program.Mean)} an occlusion is noticed late (one ambulatory pump took 50 minutes at 0.5 mL per hour and 5 hours at 0.1 mL per hour). When it clears, up to {Display.Of(volume)} may be released at once: {string.Join(" and ", masses.Select(mass => $"{Display.Of(mass)} of {mass.Drug.Id}"))}, {Display.Of(worth)} of the program. Disconnect before clearing."
            ) with
            {
                Value = plan.Program.Mean.ToString(),
                Limit = released.ToString(),
                Source = plan.Formulary.Cite(released.Provenance),
            }
        );
    }
}
