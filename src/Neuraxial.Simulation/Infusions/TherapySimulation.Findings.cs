using System.Globalization;

namespace Neuraxial.Simulation;

/// <content>What is not known, and where the model does not hold (HZ-60).</content>
public sealed partial record TherapySimulation
{
    /// <summary>The uppermost vertebra of the canal.</summary>
    public static Level Highest => Anatomy.Of(Species.Human).Spine.Vertebrae[^1].Level;

    /// <summary>The lowest vertebra of the canal.</summary>
    public static Level Lowest => Anatomy.Of(Species.Human).Spine.Vertebrae[0].Level;

    /// <summary>Adds what holds for all drugs.</summary>
    /// <returns>Whether nothing may be simulated.</returns>
    private static bool AddFindings(Plan plan, SimulationRequest request, TipFlow flow, List<Finding> findings)
    {
        var therapy = plan.Therapy;
        if (TipOf(therapy) is null)
        {
            findings.Add(
                FindingKinds.SimulationTipUnknown.Unknown(
                    "$.catheter.tip",
                    therapy.Catheter?.Tip is { } tip
                        ? $"The canal of the model reaches from {Highest} to {Lowest}, and the tip lies at {tip}: nothing is simulated."
                        : "The vertebra of the catheter's tip is not stated: nothing is simulated."
                )
            );
        }

        AddPath(plan, findings);
        AddFront(plan, findings);
        AddDemand(therapy, request.Demand, findings);
        if (therapy.Previous is { Program: null })
        {
            findings.Add(
                FindingKinds.SimulationHistoryUnknown.Unknown(
                    "$.previous.program",
                    "What ran before is not known: the simulation begins without any drug in the body, and shows too little until that no longer matters."
                )
            );
        }

        if (flow.EmptyAt is { } empty && empty < request.For)
        {
            findings.Add(
                FindingKinds.SimulationRefillAssumed.Warn(
                    "$.fill.volume",
                    $"The container is empty {Display.Of(empty)} after the fill: it is taken to be refilled at once with the same infusate."
                )
            );
        }

        return AddOutside(therapy, findings);
    }

    private static void AddPath(Plan plan, List<Finding> findings)
    {
        if (TipFlow.PathVolume(plan) is null)
        {
            findings.Add(
                FindingKinds.SimulationPathUnknown.Unknown(
                    "$.catheter",
                    plan.Therapy.Previous is null
                        ? "The volume of the fluid path is not known: the infusate is taken to be at the tip from the start. If the path was not primed, everything comes later."
                        : "The volume of the fluid path is not known: the new infusate is taken to be at the tip at once. In truth the old one leaves first, and everything comes later."
                )
            );
        }
    }

    /// <summary>A front that is a little wider than truth gives the new infusate at the old flow for hours: of a fourfold concentration a peak that nobody may take for measured.</summary>
    private static void AddFront(Plan plan, List<Finding> findings)
    {
        if (plan.Therapy.Previous is { } previous && !previous.Infusate.SameDrugsAs(plan.Therapy.Infusate) && TipFlow.PathVolume(plan) is not null)
        {
            findings.Add(
                FindingKinds.SimulationFrontAssumed.Unknown(
                    "$.previous.infusate",
                    "How far the old and the new infusate mix on their way through the fluid path is assumed, a tenth of its volume: while they change, the curves show an order, not a value."
                )
            );
        }
    }

    private static void AddDemand(Therapy therapy, DemandTaken taken, List<Finding> findings)
    {
        if (therapy.Program.Demand is not { } demand || taken == DemandTaken.None)
        {
            return;
        }

        if (taken == DemandTaken.Expected && demand.Expected is null)
        {
            findings.Add(
                FindingKinds.ExpectedUseUnknown.Unknown(
                    "$.program.demand.expected",
                    "How many demand boluses are used is not in the file: none is simulated. Ask for all of them to see the most."
                )
            );
        }
        else if (demand.Duration is null)
        {
            findings.Add(
                FindingKinds.SimulationBolusAssumed.Unknown(
                    "$.program.demand.duration",
                    $"How long a demand bolus takes is not in the file: {Display.Of(TipFlow.AssumedBolus)} are assumed."
                )
            );
        }
    }

    /// <summary>Where the model was not held to anything that was measured.</summary>
    /// <returns>Whether nothing may be simulated.</returns>
    private static bool AddOutside(Therapy therapy, List<Finding> findings)
    {
        var isWithheld = false;
        void Withhold(string path, string message)
        {
            isWithheld = true;
            findings.Add(FindingKinds.SimulationOutsideRange.Unknown(path, message + " Nothing is simulated."));
        }

        if (therapy.Route == Route.Intrathecal)
        {
            foreach (
                var (infusate, path) in ((Infusate?, string)[])
                    [(therapy.Infusate, "$.infusate.diluent"), (therapy.Previous?.Infusate, "$.previous.infusate.diluent")]
            )
            {
                if (infusate?.Diluent?.StartsWith("glucose", StringComparison.Ordinal) == true)
                {
                    Withhold(path, "A solution in glucose is heavier than the fluid and sinks, which the model does not know.");
                }
            }

            void Bolus(Volume? volume, string path)
            {
                if (volume is { } known && known > ValidatedRange.LargestBolus)
                {
                    Withhold(
                        path,
                        $"A bolus of {Display.Of(known)} moves the fluid itself; the model holds up to {Display.Of(ValidatedRange.LargestBolus)}."
                    );
                }
            }

            Bolus((therapy.Program as PeriodicProgram)?.Bolus, "$.program.bolus");
            Bolus(therapy.Program.Demand?.Volume, "$.program.demand.dose");
        }

        if (Patients.IsUnder(ValidatedRange.YoungestYears, therapy) == true)
        {
            Withhold("$.patient.birthDate", "The model is of an adult, and this patient is a child.");
        }

        if (therapy.Indication == Indication.Labour)
        {
            findings.Add(
                FindingKinds.SimulationOutsideRange.Unknown(
                    "$.indication",
                    "What pregnancy does to the fluid and to the veins around it is not in the model: the curves show an order, not a value."
                )
            );
        }

        return isWithheld;
    }

    /// <summary>What is known of a drug; <see langword="null"/>, with a finding, if its way is not.</summary>
    private static SpinalDrug? Known(Drug drug, Therapy therapy, List<Finding> findings)
    {
        var path = Path(drug, therapy);
        if (SpinalDrug.Of(Species.Human, drug.Id) is not { } known)
        {
            findings.Add(
                FindingKinds.SimulationDrugUnknown.Unknown(
                    path,
                    $"Where {drug.Id} goes in the spine is not known: only what leaves the tip of it is told."
                )
            );
            return null;
        }

        if (therapy.Route == Route.Epidural && known.Epidural is null)
        {
            findings.Add(
                FindingKinds.SimulationDrugUnknown.Unknown(
                    path,
                    $"What becomes of {drug.Id} in the epidural space is not known: only what leaves the tip of it is told."
                )
            );
            return null;
        }

        if (known.IsWeak)
        {
            findings.Add(
                FindingKinds.SimulationFiguresWeak.Unknown(
                    path,
                    $"How fast the fluid loses {drug.Id} is assumed, not measured: its curves show an order, not a value."
                )
            );
        }

        return known;
    }

    private static string Path(Drug drug, Therapy therapy)
    {
        string? In(Infusate? infusate, string path) =>
            infusate?.Drugs.ToList().FindIndex(part => part.Drug.Id == drug.Id) is >= 0 and var place
                ? string.Create(CultureInfo.InvariantCulture, $"{path}.infusate.drugs[{place}]")
                : null;
        return In(therapy.Infusate, "$") ?? In(therapy.Previous?.Infusate, "$.previous")!;
    }
}
