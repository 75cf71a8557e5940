using NodaTime;

namespace Neuraxial;

/// <summary>Works out the bridge of a plan, or says why there is none.</summary>
internal static class BridgePlanning
{
    private const string Path = "$.previous";

    /// <summary>Bridges longer than this are not shown: the rate is next to nothing, and something is wrong.</summary>
    private static readonly Duration Longest = Duration.FromDays(60);

    /// <summary>Nor are bridges faster than any flow that can be read.</summary>
    private static readonly FlowRate Fastest = FlowRate.FromMillilitresPerDay(1_000_000m);

    public static Bridge? Plan(Therapy therapy, FluidPath? path, Formulary formulary, List<Finding> findings)
    {
        if (therapy.Previous is not { } previous || previous.Infusate.SameDrugsAs(therapy.Infusate))
        {
            return null;
        }

        if (therapy.Program is ConstantFlowProgram)
        {
            findings.Add(
                FindingKinds.BridgeImpossible.Warn(
                    Path,
                    "The flow of this pump is built in: the old infusate runs on at its own dose until the fluid path is cleared, and only then does the new one arrive."
                )
            );
            return null;
        }

        if (path is null)
        {
            findings.Add(
                FindingKinds.BridgeMissing.Block(
                    Path,
                    "Drug or concentration changed, but the fluid path is not known, so that no bridge can be worked out. Enter the volume of the catheter (and of an external pump's line), then plan again."
                ) with
                {
                    Rule = "R26",
                }
            );
            return null;
        }

        if (Work(therapy, previous, path) is not { } bridge)
        {
            findings.Add(
                FindingKinds.BridgeMissing.Block(
                    Path,
                    "Drug or concentration changed, but the dose at which the old infusate should run on is not known or is nothing. Enter the old program, then plan again."
                ) with
                {
                    Rule = "R26",
                }
            );
            return null;
        }

        if (therapy.BridgeDeclined is { } why)
        {
            AddDeclined(bridge, why, formulary, findings);
            return null;
        }

        AddChecks(bridge, therapy, formulary, findings);
        return bridge;
    }

    /// <summary>The bridge as it would be, whether or not it was declined; <see langword="null"/> if no dose is wanted of any old drug.</summary>
    private static Bridge? Work(Therapy therapy, PreviousInfusion previous, FluidPath path)
    {
        var semantics = therapy.Pump.Model.Semantics;
        var newRate = therapy.Program.Cycle(semantics.BasalOrWorst).Mean;
        var oldRate = previous.Program?.Cycle(semantics.BasalOrWorst).Mean;
        if (newRate == FlowRate.Zero)
        {
            return null;
        }

        DoseRate? Wanted(InfusateDrug part) =>
            therapy.Infusate.Of(part.Drug.Id) is { } now ? now * newRate
            : oldRate is { } rate ? part.Concentration * rate
            : null;

        InfusateDrug? lead = null;
        foreach (var part in previous.Infusate.Drugs)
        {
            if (Wanted(part) > DoseRate.Zero && (lead is null || Rank(part) < Rank(lead)))
            {
                lead = part;
            }
        }

        if (lead is null)
        {
            return null;
        }

        var wanted = Wanted(lead)!.Value;
        var now = therapy.Infusate.Of(lead.Drug.Id);
        var volume = path.ForBridge(concentrationRises: now is { } strength && strength > lead.Concentration);
        var rate = wanted / lead.Concentration;
        if (rate > Fastest || rate.TimeFor(volume) is not { } duration || duration > Longest || newRate.TimeFor(volume) is not { } unbridged)
        {
            return null;
        }

        var told = now is null ? therapy.Infusate.Primary : new InfusateDrug(lead.Drug, now.Value);
        var tubing = volume - path.Catheter;
        return new Bridge(
            lead.Drug,
            volume,
            rate,
            duration,
            volume * told.Concentration,
            told.Drug,
            volume * lead.Concentration,
            told.Concentration * rate,
            lead.Concentration * newRate,
            unbridged,
            [new BridgePart("tubing", tubing, tubing / rate), new BridgePart("catheter", path.Catheter, path.Catheter / rate)],
            [.. EachDrug(therapy, previous, volume, rate, newRate, Wanted)]
        );
    }

    /// <summary>1 for the drug whose wrong dose is most dangerous; drugs without a rank come last.</summary>
    private static decimal Rank(InfusateDrug part) => part.Drug.BridgeRank ?? decimal.MaxValue;

    private static IEnumerable<BridgedDrug> EachDrug(
        Therapy therapy,
        PreviousInfusion previous,
        Volume volume,
        FlowRate rate,
        FlowRate newRate,
        Func<InfusateDrug, DoseRate?> wanted
    )
    {
        foreach (var part in previous.Infusate.Drugs)
        {
            yield return new BridgedDrug(
                part.Drug,
                part.Concentration,
                therapy.Infusate.Of(part.Drug.Id),
                wanted(part),
                part.Concentration * rate,
                part.Concentration * newRate,
                part.Concentration * volume
            );
        }

        foreach (var part in therapy.Infusate.Drugs.Where(part => previous.Infusate.Of(part.Drug.Id) is null))
        {
            yield return new BridgedDrug(part.Drug, null, part.Concentration, part.Concentration * newRate, DoseRate.Zero, DoseRate.Zero, Mass.Zero);
        }
    }

    /// <summary>A declined bridge blocks for as long as the old infusate would run at a dangerous dose.</summary>
    private static void AddDeclined(Bridge bridge, string why, Formulary formulary, List<Finding> findings)
    {
        var safe = formulary.Setting("unbridged-ratio");
        var worst = bridge.Drugs.Where(drug => drug.Old is not null && !IsWithin(drug.UnbridgedRatio, safe)).ToList();
        foreach (var drug in worst)
        {
            findings.Add(
                FindingKinds.BridgeDeclined.Block(
                    "$.bridge.declined",
                    $"Without a bridge the old infusate runs at the new rate: {drug.Drug.Id} at {Dose(drug.Unbridged, drug.Drug)}{Instead(drug)} for {Display.Of(bridge.UnbridgedDuration)}. No reason passes this ('{Printable.OneLine(why, 120)}')."
                ) with
                {
                    Rule = "R26",
                    Value = drug.Unbridged.ToString(),
                    Limit = $"{QuantityText.Number(safe.From!.Value)} to {QuantityText.Number(safe.To!.Value)} times the wanted dose",
                    Source = formulary.Cite(safe.Provenance),
                }
            );
        }

        if (worst.Count == 0)
        {
            findings.Add(
                FindingKinds.BridgeDeclined.Confirm(
                    "$.bridge.declined",
                    $"No bridge is wanted ('{Printable.OneLine(why, 120)}'): for {Display.Of(bridge.UnbridgedDuration)} the old infusate gives {Dose(bridge.UnbridgedDose, bridge.Drug)} of {bridge.Drug.Id}."
                ) with
                {
                    Rule = "R26",
                }
            );
        }
    }

    private static void AddChecks(Bridge bridge, Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        PumpChecks.CheckFlow(FindingKinds.BridgeOutOfRange, Path, "the bridge", bridge.Rate, therapy.Pump.Model, formulary, findings);
        if (therapy.Program.Demand is not null)
        {
            findings.Add(
                FindingKinds.BridgeDemand.Confirm(
                    "$.program.demand",
                    $"No demand bolus during the bridge: for {Display.Of(bridge.Duration)} a bolus would push the old infusate by the numbers of the new one. Switch the demand boluses on when the bridge has ended."
                )
            );
        }

        var safe = formulary.Setting("unbridged-ratio");
        foreach (var drug in bridge.Drugs.Where(drug => drug.Drug != bridge.Drug))
        {
            if (drug.Old is null)
            {
                findings.Add(
                    FindingKinds.BridgeOtherDrug.Warn(
                        Path,
                        $"{drug.Drug.Id} is new in the mixture and does not reach the patient for {Display.Of(bridge.Duration)}."
                    )
                );
            }
            else if (drug.Wanted is null)
            {
                findings.Add(
                    FindingKinds.BridgeOtherDrug.Unknown(
                        Path,
                        $"During the bridge {drug.Drug.Id} runs at {Dose(drug.Bridged, drug.Drug)}; what it ran at before is not known."
                    )
                );
            }
            else if (!IsWithin(drug.BridgedRatio, safe))
            {
                findings.Add(
                    FindingKinds.BridgeOtherDrug.Confirm(
                        Path,
                        $"The bridge follows {bridge.Drug.Id}; meanwhile {drug.Drug.Id} runs at {Dose(drug.Bridged, drug.Drug)}{Instead(drug)} for {Display.Of(bridge.Duration)}."
                    ) with
                    {
                        Value = drug.Bridged.ToString(),
                        Limit = $"{QuantityText.Number(safe.From!.Value)} to {QuantityText.Number(safe.To!.Value)} times the wanted dose",
                        Source = formulary.Cite(safe.Provenance),
                    }
                );
            }
        }
    }

    private static bool IsWithin(decimal? ratio, Figure safe) => ratio is { } known && known >= safe.From && known <= safe.To;

    private static string Dose(DoseRate dose, Drug drug) => Display.Of(dose, drug.ShownInMicrograms);

    private static string Instead(BridgedDrug drug) => drug.Wanted is { } wanted ? $" instead of {Dose(wanted, drug.Drug)}" : "";
}
