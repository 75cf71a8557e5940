using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>Where the drugs of a therapy go: what leaves the tip, and what is found along the spine and in the blood of the mean of such a patient.</summary>
/// <param name="Plan">The plan that was simulated.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Levels">The vertebrae that are shown, from the head down.</param>
/// <param name="Hours">Times since the fill, h.</param>
/// <param name="Tip">What leaves the tip.</param>
/// <param name="Doses">What leaves the tip of each drug of the old and the new infusate, micrograms per hour, whether or not its way is known.</param>
/// <param name="Drugs">Each drug whose way is known, in the order of <paramref name="Doses"/>.</param>
/// <param name="Findings">What is not known, and what a reader must know.</param>
public sealed partial record TherapySimulation(
    Plan Plan,
    SimulationRequest Request,
    IReadOnlyList<Level> Levels,
    IReadOnlyList<double> Hours,
    TipFlow Tip,
    IReadOnlyList<KeyValuePair<Drug, RateSchedule>> Doses,
    IReadOnlyList<SimulatedDrug> Drugs,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>How options and results name how many demand boluses are taken.</summary>
    internal static Choice<DemandTaken> DemandWords { get; } =
        new(new("none", DemandTaken.None), new("expected", DemandTaken.Expected), new("all", DemandTaken.All));

    /// <summary>The drug where its way is known; <see langword="null"/> where it is not.</summary>
    /// <param name="drug">A drug of <see cref="Doses"/>.</param>
    public SimulatedDrug? Of(Drug drug) => Drugs.FirstOrDefault(simulated => simulated.Drug.Id == drug.Id);

    /// <summary>Simulates a therapy in the mean of such a patient.</summary>
    /// <param name="plan">Its plan. Where it does not say where the tip lies, no drug is simulated, and a finding says so.</param>
    /// <param name="request">What is asked for.</param>
    public static TherapySimulation Of(Plan plan, SimulationRequest request)
    {
        var therapy = plan.Therapy;
        var flow = TipFlow.Of(plan, request.Demand, request.For);
        var count = checked((int)(request.For.ToInt64Nanoseconds() / request.Every.ToInt64Nanoseconds()) + 1);
        var step = RateSchedule.Hours(request.Every.ToInt64Nanoseconds());
        var findings = new List<Finding>();
        var tip = TipOf(therapy);
        var isWithheld = AddFindings(plan, request, flow, findings);
        var levels = request.Levels ?? [.. Anatomy.Of(Species.Human).Spine.Vertebrae.Select(vertebra => vertebra.Level).Reverse()];
        List<KeyValuePair<Drug, RateSchedule>> doses =
        [
            .. (therapy.Previous?.Infusate ?? therapy.Infusate)
                .DrugsWith(therapy.Infusate)
                .Select(drug => KeyValuePair.Create(drug, Schedule(flow, drug.Id, therapy))),
        ];
        var drugs = new List<SimulatedDrug>();
        if (tip is { } level && !isWithheld)
        {
            var run = new Run(plan, Subject(therapy), level, levels, flow, request.Every, count);
            foreach (var (drug, dose) in doses)
            {
                if (Known(drug, therapy, findings) is { } known)
                {
                    drugs.Add(run.Of(known, dose));
                }
            }
        }

        return new TherapySimulation(
            plan,
            request,
            levels,
            [.. Enumerable.Range(0, count).Select(i => i * step)],
            flow,
            doses,
            drugs,
            [.. findings.OrderBy(finding => finding.Severity)]
        );
    }

    /// <summary>Where the tip lies, if that is known and within the canal.</summary>
    private static Level? TipOf(Therapy therapy) =>
        therapy.Catheter?.Tip is { } level && Anatomy.Of(Species.Human).Spine.At(level) is not null ? level : null;

    /// <summary>The mean person of such an age, sex, height and weight.</summary>
    /// <param name="therapy">Whose.</param>
    public static Subject Subject(Therapy therapy) =>
        new(Species.Human)
        {
            HeightCm = therapy.Patient?.Height is { } height ? (double)height.InCentimetres() : null,
            WeightKg = therapy.Patient?.Weight is { } weight ? (double)weight.InKilograms() : null,
            AgeYears = Patients.Age(therapy),
            Sex = therapy.Patient?.Sex,
        };

    /// <summary>What leaves the tip of one drug, micrograms per hour: the door at which exact masses become binary numbers.</summary>
    /// <param name="tip">What leaves the tip.</param>
    /// <param name="drug">Identifier of the drug.</param>
    /// <param name="therapy">Whose infusates.</param>
    public static RateSchedule Schedule(TipFlow tip, string drug, Therapy therapy)
    {
        var builder = new RateSchedule.Builder(1);

        // Steps of the front at which this drug does not change are one step of the solver.
        (Duration From, Duration Until, Mass Mass, DoseRate Dose)? open = null;
        foreach (var step in tip.Steps)
        {
            var (mass, dose) = (step.Mass(drug, therapy), step.Dose(drug, therapy));
            if (open is { } last && last.Until == step.From && last.Dose == dose)
            {
                open = last with { Until = step.Until, Mass = last.Mass + mass };
                continue;
            }

            Close();
            open = (step.From, step.Until, mass, dose);
        }

        Close();
        return builder.Build();

        void Close()
        {
            if (open is { } stretch && stretch.Mass > Mass.Zero)
            {
                var hours = RateSchedule.Hours((stretch.Until - stretch.From).ToInt64Nanoseconds());
                builder.Give(0, stretch.From, stretch.Until, (double)stretch.Mass.InMicrograms() / hours);
            }
        }
    }

    /// <summary>What all drugs of a simulation have in common.</summary>
    private sealed record Run(Plan Plan, Subject Subject, Level Tip, IReadOnlyList<Level> Levels, TipFlow Flow, Duration Every, int Count)
    {
        public SimulatedDrug Of(SpinalDrug drug, RateSchedule dose)
        {
            var therapy = Plan.Therapy;
            var entry = new Entry(therapy.Route == Route.Epidural ? EntryRoute.Epidural : EntryRoute.Intrathecal, Place.At(Tip), null);
            var model = SpineModel.Of(Subject, drug, [entry]);
            var atTip = model.At(new Site(SiteKind.Csf, Place.At(Tip)));
            var readings = new List<Reading> { atTip };
            foreach (var analyte in drug.Analytes)
            {
                readings.AddRange(Readings(model, analyte));
            }

            var run = model.Run(dose, Every, Count, readings, PerHour(Before(drug.Id)));
            var curves = new Queue<double[]>(run.Values);
            var tipCurve = curves.Dequeue();
            var substances = drug.Analytes.Select(analyte => Take(model, analyte, curves)).ToList();
            var given = dose.Given(0, Every * (Count - 1));
            return new SimulatedDrug(
                substances[0],
                [.. substances.Skip(1)],
                Settles(model, atTip, tipCurve, drug.Id),
                run.Balance.In - given,
                run.Balance,
                run.Solver
            );
        }

        /// <summary>A dose that varies is run once more as its mean: what swings with the hours is never near a steady state.</summary>
        private Settling Settles(SpineModel model, Reading atTip, double[] curve, string drug)
        {
            var therapy = Plan.Therapy;
            var steady = PerHour(Flow.Mean * (therapy.Infusate.Of(drug) ?? Concentration.Zero));
            if (Flow.Turn > Duration.Zero)
            {
                var even = Plan with { Therapy = therapy with { Program = new ContinuousProgram(Flow.Mean) } };
                var dose = Schedule(TipFlow.Of(even, DemandTaken.None, Every * Count), drug, therapy);
                curve = model.Run(dose, Every, Count, [atTip], PerHour(Before(drug))).Values[0];
            }

            return Settling.Of(Tip, model.SteadyState([steady], [atTip])[0], curve, RateSchedule.Hours(Every.ToInt64Nanoseconds()));
        }

        private IEnumerable<Reading> Readings(SpineModel model, SpinalDrug analyte)
        {
            Reading At(SiteKind kind, Level? level = null) => model.At(new Site(kind, level is { } place ? Place.At(place) : null), analyte.Id);
            return
            [
                .. Levels.Select(level => At(SiteKind.Csf, level)),
                .. Segments(model).Select(segment => At(SiteKind.Cord, segment)),
                .. analyte.Epidural is null ? (IEnumerable<Reading>)[] : Levels.Select(level => At(SiteKind.Epidural, level)),
                At(SiteKind.Cistern),
                At(SiteKind.Plasma),
                .. analyte.EffectPerHour is null ? (Reading[])[] : [At(SiteKind.Effect)],
            ];
        }

        /// <summary>Takes the curves of one substance, in the order of <see cref="Readings"/>.</summary>
        private SubstanceCurves Take(SpineModel model, SpinalDrug analyte, Queue<double[]> curves)
        {
            IReadOnlyList<KeyValuePair<Level, double[]>> Each(IEnumerable<Level> places) =>
                [.. places.Select(place => KeyValuePair.Create(place, curves.Dequeue()))];
            return new SubstanceCurves(
                analyte,
                Each(Levels),
                Each(Segments(model)),
                analyte.Epidural is null ? [] : Each(Levels),
                curves.Dequeue(),
                curves.Dequeue(),
                analyte.EffectPerHour is null ? null : curves.Dequeue()
            );
        }

        /// <summary>The segments whose place is known, and painful ones that lie between two of them, from the head down.</summary>
        private IEnumerable<Level> Segments(SpineModel model) =>
            model.Segments.Concat(Plan.Therapy.PainLevels.Where(level => Anatomy.Of(Species.Human).Position(level) is not null)).Distinct().Order();

        /// <summary>The mean dose of the old program, of which the patient is taken to be in the steady state at the change.</summary>
        private DoseRate Before(string drug) =>
            Plan.Therapy.Previous is { Program: { } program } previous && previous.Infusate.Of(drug) is { } concentration
                ? concentration * program.Cycle(Plan.Therapy.Pump.Model.Semantics.BasalOrWorst).Mean
                : DoseRate.Zero;

        private static double PerHour(DoseRate dose) => (double)dose.InMicrogramsPerDay() / 24;
    }
}
