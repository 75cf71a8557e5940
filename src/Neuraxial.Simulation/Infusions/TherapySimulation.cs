using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>Where the drugs of a therapy go: what leaves the tip, and what is found along the spine and in the blood of the mean of such a patient.</summary>
/// <param name="Plan">The plan that was simulated.</param>
/// <param name="Levels">The vertebrae that were asked for, from the head down.</param>
/// <param name="Hours">Times since the fill, h.</param>
/// <param name="Tip">What leaves the tip.</param>
/// <param name="Drugs">Each drug whose way is known.</param>
/// <param name="Findings">What is not known, and what a reader must know.</param>
public sealed record TherapySimulation(
    Plan Plan,
    IReadOnlyList<Level> Levels,
    IReadOnlyList<double> Hours,
    TipFlow Tip,
    IReadOnlyList<SimulatedDrug> Drugs,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>The largest bolus of a pump into the fluid that the model was held to, mL.</summary>
    private const decimal LargestBolusMl = 5;

    /// <summary>Simulates a therapy in the mean of such a patient.</summary>
    /// <param name="plan">Its plan. Where it does not say where the tip lies, nothing is simulated, and a finding says so.</param>
    /// <param name="request">What is asked for.</param>
    public static TherapySimulation Of(Plan plan, SimulationRequest request)
    {
        var therapy = plan.Therapy;
        var findings = new List<Finding>();
        var flow = TipFlow.Of(plan, request.Demand, request.For);
        AddTherapyFindings(plan, request, flow, findings);
        var subject = Subject(therapy);
        var levels = request.Levels ?? [.. Anatomy.Of(Species.Human).Spine.Vertebrae.Select(vertebra => vertebra.Level).Reverse()];
        var count = (int)(request.For.ToInt64Nanoseconds() / request.Every.ToInt64Nanoseconds()) + 1;
        var drugs = new List<SimulatedDrug>();
        if (TipOf(therapy, findings) is { } tip && !findings.Exists(finding => finding.Kind == FindingKinds.SimulationOutsideRange))
        {
            var entry = new Entry(therapy.Route == Route.Epidural ? EntryRoute.Epidural : EntryRoute.Intrathecal, Place.At(tip), null);
            foreach (var drug in (therapy.Previous?.Infusate ?? therapy.Infusate).DrugsWith(therapy.Infusate))
            {
                if (Known(drug, therapy, findings) is { } known)
                {
                    drugs.Add(Simulate(plan, known, subject, entry, levels, flow, request.Every, count));
                }
            }
        }

        var step = RateSchedule.Hours(request.Every.ToInt64Nanoseconds());
        return new TherapySimulation(plan, levels, [.. Enumerable.Range(0, count).Select(i => i * step)], flow, drugs, findings);
    }

    /// <summary>Where the tip lies, within the canal.</summary>
    private static Level? TipOf(Therapy therapy, List<Finding> findings)
    {
        var tip = therapy.Catheter?.Tip;
        if (tip is { } level && Anatomy.Of(Species.Human).Spine.At(level) is not null)
        {
            return level;
        }

        findings.Add(
            FindingKinds.SimulationTipUnknown.Unknown(
                "$.catheter.tip",
                tip is null
                    ? "the vertebra of the catheter's tip is not stated: nothing is simulated"
                    : $"the canal of the model reaches from C1 to S2, and the tip lies at {tip}: nothing is simulated"
            )
        );
        return null;
    }

    /// <summary>The mean person of such an age, sex, height and weight.</summary>
    public static Subject Subject(Therapy therapy) =>
        new(Species.Human)
        {
            HeightCm = therapy.Patient?.Height is { } height ? (double)height.InCentimetres() : null,
            WeightKg = therapy.Patient?.Weight is { } weight ? (double)weight.InKilograms() : null,
            AgeYears = Patients.Age(therapy),
            Sex = therapy.Patient?.Sex,
        };

    /// <summary>What leaves the tip of one drug, micrograms per hour.</summary>
    public static RateSchedule Schedule(TipFlow tip, string drug, Therapy therapy)
    {
        var builder = new RateSchedule.Builder(1);
        foreach (var step in tip.Steps)
        {
            var dose = step.Dose(drug, therapy);
            if (dose > DoseRate.Zero)
            {
                builder.Give(0, step.From, step.Until, (double)dose.InMicrogramsPerDay() / 24);
            }
        }

        return builder.Build();
    }

    private static SimulatedDrug Simulate(
        Plan plan,
        SpinalDrug drug,
        Subject subject,
        Entry entry,
        IReadOnlyList<Level> levels,
        TipFlow flow,
        Duration every,
        int count
    )
    {
        var therapy = plan.Therapy;
        var model = SpineModel.Of(subject, drug, [entry]);
        var segments = model.Segments;
        var readings = new List<Reading>();
        readings.AddRange(levels.Select(level => model.At(new Site(SiteKind.Csf, Place.At(level)))));
        readings.AddRange(segments.Select(segment => model.At(new Site(SiteKind.Cord, Place.At(segment)))));
        if (drug.Epidural is not null)
        {
            readings.AddRange(levels.Select(level => model.At(new Site(SiteKind.Epidural, Place.At(level)))));
        }

        readings.Add(model.At(new Site(SiteKind.Cistern)));
        readings.Add(model.At(new Site(SiteKind.Plasma)));
        if (drug.EffectPerHour is not null)
        {
            readings.Add(model.At(new Site(SiteKind.Effect)));
        }

        var schedule = Schedule(flow, drug.Id, therapy);
        var run = model.Run(schedule, every, count, readings, Before(therapy, drug.Id));
        var curves = new Queue<double[]>(run.Values);
        IReadOnlyList<KeyValuePair<Level, double[]>> Take(IEnumerable<Level> places) =>
            [.. places.Select(place => KeyValuePair.Create(place, curves.Dequeue()))];
        return new SimulatedDrug(
            drug,
            Take(levels),
            Take(segments),
            drug.Epidural is null ? [] : Take(levels),
            curves.Dequeue(),
            curves.Dequeue(),
            drug.EffectPerHour is null ? null : curves.Dequeue(),
            schedule,
            run.Balance,
            run.Solver
        );
    }

    /// <summary>The mean dose of the old program, of which the patient is in the steady state at the change, micrograms per hour.</summary>
    private static double Before(Therapy therapy, string drug)
    {
        if (therapy.Previous is not { Program: { } program } previous || previous.Infusate.Of(drug) is not { } concentration)
        {
            return 0;
        }

        var dose = concentration * program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst).Mean;
        return (double)dose.InMicrogramsPerDay() / 24;
    }

    private static SpinalDrug? Known(Drug drug, Therapy therapy, List<Finding> findings)
    {
        var path = Path(drug, therapy);
        if (SpinalDrug.Of(Species.Human, drug.Id) is not { } known)
        {
            findings.Add(FindingKinds.SimulationDrugUnknown.Unknown(path, $"where {drug.Id} goes in the spine is not known: it is not simulated"));
            return null;
        }

        if (therapy.Route == Route.Epidural && known.Epidural is null)
        {
            findings.Add(
                FindingKinds.SimulationDrugUnknown.Unknown(path, $"what becomes of {drug.Id} in the epidural space is not known: it is not simulated")
            );
            return null;
        }

        if (known.IsWeak)
        {
            findings.Add(
                FindingKinds.SimulationFiguresWeak.Unknown(
                    path,
                    $"how fast the fluid loses {drug.Id} is assumed, not measured: its curves show an order, not a value"
                )
            );
        }

        return known;
    }

    private static string Path(Drug drug, Therapy therapy)
    {
        var place = therapy.Infusate.Drugs.ToList().FindIndex(part => part.Drug.Id == drug.Id);
        return place >= 0
            ? string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $"$.infusate.drugs[{place}]")
            : "$.previous.infusate";
    }

    private static void AddTherapyFindings(Plan plan, SimulationRequest request, TipFlow flow, List<Finding> findings)
    {
        var therapy = plan.Therapy;
        if (therapy.Previous is { } previous)
        {
            if (plan.Bridge is null && TipFlow.PathVolume(plan) is null)
            {
                findings.Add(
                    FindingKinds.SimulationPathUnknown.Unknown(
                        "$.catheter",
                        "the volume of the fluid path is not known: the new infusate is taken to be at the tip at once"
                    )
                );
            }

            if (previous.Program is null)
            {
                findings.Add(
                    FindingKinds.SimulationHistoryUnknown.Unknown(
                        "$.previous.program",
                        "what ran before is not known: the simulation begins without any drug in the body"
                    )
                );
            }
        }

        if (flow.EmptyAt is { } empty && empty < request.For)
        {
            findings.Add(
                FindingKinds.SimulationRefillAssumed.Warn(
                    "$.fill",
                    $"the container is empty {Display.Of(empty)} after the fill: it is taken to be refilled at once with the same infusate"
                )
            );
        }

        if (therapy.Infusate.Diluent?.StartsWith("glucose", StringComparison.Ordinal) == true && therapy.Route == Route.Intrathecal)
        {
            findings.Add(
                FindingKinds.SimulationOutsideRange.Unknown(
                    "$.infusate.diluent",
                    "a solution in glucose is heavier than the fluid and sinks, which the model does not know: nothing is simulated"
                )
            );
        }

        var bolus = therapy.Program switch
        {
            PeriodicProgram periodic => periodic.Bolus,
            { Demand: { } demand } => demand.Volume,
            _ => Volume.Zero,
        };
        if (therapy.Route == Route.Intrathecal && bolus.InMillilitres() > LargestBolusMl)
        {
            findings.Add(
                FindingKinds.SimulationOutsideRange.Unknown(
                    "$.program",
                    $"a bolus of {Display.Of(bolus)} moves the fluid itself, which the model does not know: nothing is simulated"
                )
            );
        }
    }
}

/// <summary>What is asked of a simulation.</summary>
/// <param name="For">How long after the fill; more than zero.</param>
/// <param name="Every">How far apart times are; more than zero.</param>
/// <param name="Levels">Vertebrae, from the head down; <see langword="null"/> for all of the canal.</param>
/// <param name="Demand">How many demand boluses are taken.</param>
public sealed record SimulationRequest(Duration For, Duration Every, IReadOnlyList<Level>? Levels, DemandTaken Demand);

/// <summary>One drug along the spine and in the blood: ng/mL, one value for each time.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Csf">In the fluid at each level.</param>
/// <param name="Cord">In the cord at each segment.</param>
/// <param name="Epidural">In the epidural fluid at each level; empty where it is not known.</param>
/// <param name="Cistern">In the cisterns.</param>
/// <param name="Plasma">In venous plasma.</param>
/// <param name="Effect">At the effect site of the plasma; <see langword="null"/> where it is not known.</param>
/// <param name="Tip">What leaves the tip, micrograms per hour.</param>
/// <param name="Balance">Where it is in the end.</param>
/// <param name="Solver">What was done.</param>
public sealed record SimulatedDrug(
    SpinalDrug Drug,
    IReadOnlyList<KeyValuePair<Level, double[]>> Csf,
    IReadOnlyList<KeyValuePair<Level, double[]>> Cord,
    IReadOnlyList<KeyValuePair<Level, double[]>> Epidural,
    double[] Cistern,
    double[] Plasma,
    double[]? Effect,
    RateSchedule Tip,
    MassBalance Balance,
    SolverWork Solver
);
