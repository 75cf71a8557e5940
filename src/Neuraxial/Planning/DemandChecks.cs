namespace Neuraxial;

/// <summary>Whether the pump can give the demand bolus, and what is known of what it does meanwhile.</summary>
internal static class DemandChecks
{
    public static void Check(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        CheckDemand(therapy, formulary, findings);
        CheckBasal(therapy, findings);
    }

    private static void CheckDemand(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        if (therapy.Program.Demand is not { } demand)
        {
            return;
        }

        var pump = therapy.Pump.Model;
        if (pump.Semantics.LockoutReference is null && demand.Duration is not null)
        {
            findings.Add(
                FindingKinds.PumpLockoutUnknown.Unknown(
                    "$.program.demand.lockout",
                    $"Whether {pump.Name} counts the lockout from the start or the end of a bolus is not known; the worst case, from the start, is shown."
                )
            );
        }

        Unverified.Add(
            findings,
            "$.program.demand",
            $"basal flow of {pump.Name} during a bolus",
            pump.Semantics.BasalDuringBolus?.Provenance,
            formulary
        );
        Unverified.Add(
            findings,
            "$.program.demand.lockout",
            $"lockout reference of {pump.Name}",
            pump.Semantics.LockoutReference?.Provenance,
            formulary
        );
        if (pump.Row.Row("demand") is { } range)
        {
            CheckDemandRange(demand, range, therapy.Infusate, pump, formulary, findings);
        }
    }

    /// <summary>What the basal flow does during a bolus matters wherever there are both.</summary>
    private static void CheckBasal(Therapy therapy, List<Finding> findings)
    {
        var pump = therapy.Pump.Model;
        var path =
            therapy.Program.Demand is not null ? "$.program.demand"
            : therapy.Program is PeriodicProgram periodic && periodic.Basal > FlowRate.Zero ? "$.program.basal"
            : null;
        if (path is not null && pump.Semantics.BasalDuringBolus is null)
        {
            findings.Add(
                FindingKinds.PumpBasalUnknown.Unknown(
                    path,
                    $"Whether {pump.Name} goes on with the basal flow during a bolus is not known; the worst case, that it does, is shown."
                )
            );
        }
    }

    private static void CheckDemandRange(DemandBolus demand, DataRow range, Infusate infusate, Pump pump, Formulary formulary, List<Finding> findings)
    {
        void Outside(string path, string value, string text, Figure limit) =>
            findings.Add(
                FindingKinds.PumpDemandOutOfRange.Block(path, $"{text} {pump.Name} ({limit.InWords()}).") with
                {
                    Value = value,
                    Limit = limit.ToString(),
                    Source = formulary.Cite(limit.Provenance),
                }
            );

        if (range.Figure("minimumDose") is { } least && demand.Volume < least.Quantity<Volume>())
        {
            Outside(
                "$.program.demand.dose",
                demand.Volume.ToString(),
                $"A demand bolus of {Display.Of(demand.Volume)} is below the smallest of",
                least
            );
        }

        if (range.Figure("maximumDose") is { } most && demand.Volume > most.Quantity<Volume>())
        {
            Outside(
                "$.program.demand.dose",
                demand.Volume.ToString(),
                $"A demand bolus of {Display.Of(demand.Volume)} is above the largest of",
                most
            );
        }

        if (range.Figure("minimumLockout") is { } shortest && demand.Lockout < shortest.Duration())
        {
            Outside(
                "$.program.demand.lockout",
                QuantityText.Write(demand.Lockout),
                $"A lockout of {Display.Of(demand.Lockout)} is below the shortest of",
                shortest
            );
        }

        if (range.Figure("maximumLockout") is { } longest && demand.Lockout > longest.Duration())
        {
            Outside(
                "$.program.demand.lockout",
                QuantityText.Write(demand.Lockout),
                $"A lockout of {Display.Of(demand.Lockout)} is above the longest of",
                longest
            );
        }

        if (range.Figure("minimumDuration") is { } quickest && demand.Duration is { } length && length < quickest.Duration())
        {
            Outside(
                "$.program.demand.duration",
                QuantityText.Write(length),
                $"A bolus over {Display.Of(length)} is quicker than the quickest of",
                quickest
            );
        }

        if (range.Figure("maximumDuration") is { } slowest && demand.Duration is { } time && time > slowest.Duration())
        {
            Outside("$.program.demand.duration", QuantityText.Write(time), $"A bolus over {Display.Of(time)} is slower than the slowest of", slowest);
        }

        foreach (var drug in infusate.Drugs.Where(part => range.Texts("notFor").Contains(part.Drug.Id, StringComparer.Ordinal)))
        {
            findings.Add(
                FindingKinds.PumpDemandNotForDrug.Block(
                    "$.program.demand",
                    $"The patient controller of {pump.Name} must not be used with {drug.Drug.Id}."
                ) with
                {
                    Source = range.Figure("limits") is { } limits ? formulary.Cite(limits.Provenance) : null,
                }
            );
        }
    }
}
