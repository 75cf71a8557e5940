namespace Neuraxial;

/// <summary>Makes a plan from a therapy.</summary>
public static class Planner
{
    /// <summary>Plans a therapy: pure, the same for the same input.</summary>
    /// <param name="therapy">What a therapy file said.</param>
    /// <param name="formulary">The data to plan by: the one with which the file was read.</param>
    public static Plan Plan(Therapy therapy, Formulary formulary)
    {
        var findings = new List<Finding>();
        var profile = FindProfile(therapy, formulary, findings);
        var facts = new LimitFacts(therapy, profile, formulary);
        PumpChecks.Check(therapy, formulary, findings);
        var path = FluidPath.Of(therapy);
        CatheterChecks.Check(therapy, path, formulary, findings);
        AddPriming(therapy, path, formulary, findings);
        var program = PlanProgram(therapy, formulary, findings);
        var bridge = BridgePlanning.Plan(therapy, path, formulary, findings);
        var comparison = ProgramComparison.Of(therapy, findings);
        var mixing = ReservoirMixing.Of(therapy, formulary, findings);
        var residual = ResidualReconciliation.Of(therapy, formulary, findings);
        var refills = RefillPlanning.Plan(therapy, bridge, facts, formulary, findings);
        var compounding = CompoundingPlanning.Plan(therapy, mixing, formulary, findings);
        var delay = path is null ? null : Undisturbed(therapy).TimeFor(path.Volume);
        var effect = new EffectTimes(therapy, bridge, delay);
        var conversion = ConversionPlanning.Of(therapy, program, effect, formulary, findings);
        var titration = TitrationPlanning.Of(therapy, facts, program, comparison, effect, formulary, findings);
        var observation = ObservationPlanning.Of(therapy, comparison, effect, formulary, findings);
        var plan = new Plan
        {
            Therapy = therapy,
            Formulary = formulary,
            Profile = profile,
            Program = program,
            FluidPath = path is null ? null : new PlannedPath(path, delay),
            Refill = refills.None,
            RefillWithExpected = refills.Expected,
            RefillWithAll = refills.All,
            Priming = path is null ? null : Priming.Of(path, therapy.Infusate),
            Bridge = bridge,
            Tip = path is null ? [] : TipDose.Of(therapy, bridge, path.Volume),
            Mixing = mixing,
            Residual = residual,
            Comparison = comparison,
            Conversion = conversion,
            OralMorphine = OralMorphine.Of(therapy.CurrentOpioids, formulary),
            Titration = titration,
            Observation = observation,
            Transfer = TransferSheet.Of(therapy, bridge),
            Compounding = compounding,
            Limits = [],
            Findings = [],
        };
        var limits = Checker.Check(plan, facts, findings);
        FormularyChecks.Check(plan, findings);
        return plan with { Limits = limits, Findings = MostDangerousFirst(findings) };
    }

    private static List<Finding> MostDangerousFirst(List<Finding> findings)
    {
        var ordered = new List<Finding>(findings.Count);
        for (var severity = Severity.Block; severity <= Severity.Warn; severity++)
        {
            foreach (var finding in findings)
            {
                if (finding.Severity == severity)
                {
                    ordered.Add(finding);
                }
            }
        }

        return ordered;
    }

    private static Delivery Undisturbed(Therapy therapy) =>
        Delivery.Of(therapy.Program, therapy.Program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst), therapy.Fill, bridge: null);

    /// <summary>The set of limits for a route, an indication and a kind of pump; <see langword="null"/> if none is known.</summary>
    internal static DataRow? Profile(Route route, Indication indication, Pump pump, Formulary formulary) =>
        formulary
            .Rows("profiles")
            .FirstOrDefault(row =>
                row.Text("route") == TherapyFile.Routes.Word(route)
                && row.Texts("indications").Contains(TherapyFile.Indications.Word(indication), StringComparer.Ordinal)
                && (row.Text("placement") is "any" || row.Text("placement") == Placement(pump))
            );

    private static string Placement(Pump pump) => pump.IsImplanted ? "implanted" : "external";

    private static string? FindProfile(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        var profile = Profile(therapy.Route, therapy.Indication, therapy.Pump.Model, formulary);
        if (profile is null)
        {
            findings.Add(
                FindingKinds.ProfileUnknown.Unknown(
                    "$.indication",
                    $"No set of limits is known for {TherapyFile.Indications.Word(therapy.Indication)} by the {TherapyFile.Routes.Word(therapy.Route)} route with an {Placement(therapy.Pump.Model)} pump: doses are not held against any."
                )
            );
        }

        return profile?.Id;
    }

    /// <summary>A first fill is primed into an empty path, and a fast prime is no plug: the numbers of a plan take it for one (HZ-32).</summary>
    private static void AddPriming(Therapy therapy, FluidPath? path, Formulary formulary, List<Finding> findings)
    {
        if (path is not null && therapy.Previous is null && therapy.Pump.Model.IsImplanted)
        {
            findings.Add(
                FindingKinds.PrimingMixes.Warn(
                    "$.catheter",
                    $"A priming bolus of {Display.Of(path.Volume)} flows fast, and fluids mix in it: some drug reaches the patient before the path is full, and a weaker phase follows. Watch the patient for both."
                ) with
                {
                    Value = path.Volume.ToString(),
                    Source = formulary.Cite(new Provenance(Mark.Seen, ["pumps:S8"], null)),
                }
            );
        }
    }

    private static PlannedProgram PlanProgram(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        var pump = therapy.Pump.Model;
        var infusate = therapy.Infusate;
        var cycle = therapy.Program.Cycle(pump.Semantics.BasalOrWorst);
        var most = DemandUse.Most(cycle, therapy.Program.Demand, Durations.OneDay, pump.Semantics);
        var achievable = Achievable.Of(therapy.Program, therapy.Pump, infusate);
        AddAchievable(therapy, achievable, formulary, findings);
        return new PlannedProgram(
            cycle.Mean,
            infusate.Doses(cycle.Mean),
            infusate.Doses(most / Durations.OneDay),
            most,
            therapy.Program.Demand?.Most(Durations.OneDay, pump.Semantics.LockoutOrWorst) ?? 0,
            achievable
        );
    }

    private static void AddAchievable(Therapy therapy, Achievable? achievable, Formulary formulary, List<Finding> findings)
    {
        const string Path = "$.program";
        var pump = therapy.Pump.Model;
        if (achievable is null)
        {
            if (therapy.Program is not ConstantFlowProgram)
            {
                findings.Add(
                    FindingKinds.AchievableUnknown.Unknown(
                        Path,
                        $"In what steps {pump.Name} delivers is not known: how near the programmed dose it can come cannot be told."
                    )
                );
            }

            return;
        }

        Unverified.Add(findings, Path, $"step of the rate of {pump.Name}", pump.RateStep, formulary);
        if (pump.RateStep is null || therapy.Program.Demand is not null || therapy.Program is PeriodicProgram)
        {
            Unverified.Add(findings, Path, $"volume of a stroke of {pump.Name}", pump.Stroke, formulary);
        }

        AddRounding(
            Path,
            $"can give {Display.Of(achievable.Rate)}",
            achievable.ErrorPercent,
            "Choose a concentration at which the rate falls on a step.",
            therapy,
            formulary,
            findings
        );
        if (therapy.Program.Demand is { } demand && achievable.DemandVolume is { } given)
        {
            AddRounding(
                Path + ".demand.dose",
                $"gives a demand bolus of {Display.Of(given)}",
                ((given / demand.Volume) - 1m) * 100m,
                "Choose a bolus of whole strokes.",
                therapy,
                formulary,
                findings
            );
        }
    }

    /// <summary>An error of rounding against the two tolerances of the service (HZ-09).</summary>
    private static void AddRounding(
        string path,
        string what,
        decimal percent,
        string remedy,
        Therapy therapy,
        Formulary formulary,
        List<Finding> findings
    )
    {
        var error = decimal.Abs(percent);
        var block = formulary.Setting("achievable-block");
        var confirm = formulary.Setting("achievable-confirm");
        if (error <= confirm.Number!.Value)
        {
            return;
        }

        var limit = error > block.Number!.Value ? block : confirm;
        var message = $"{therapy.Pump.Model.Name} {what}, rounded down to its steps: {Display.Percent(percent)} of what is programmed. {remedy}";
        var finding = limit == block ? FindingKinds.AchievableError.Block(path, message) : FindingKinds.AchievableError.Confirm(path, message);
        findings.Add(
            finding with
            {
                Value = $"{QuantityText.Number(percent)} %",
                Limit = limit.ToString(),
                Source = formulary.Cite(limit.Provenance),
            }
        );
    }
}
