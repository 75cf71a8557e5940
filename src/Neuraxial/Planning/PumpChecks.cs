namespace Neuraxial;

/// <summary>Whether the pump can run the program at all: its modes, its range, its container.</summary>
internal static class PumpChecks
{
    public static void Check(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        var pump = therapy.Pump.Model;
        CheckUnit(pump, formulary, findings);
        CheckMode(therapy.Program, pump, formulary, findings);
        CheckFlows(therapy.Program, pump, formulary, findings);
        CheckContainer(therapy, formulary, findings);
        DemandChecks.Check(therapy, formulary, findings);
    }

    /// <summary>Holds one flow against the pump's range; says so where an end of the range is not known.</summary>
    public static void CheckFlow(FindingKind kind, string path, string what, FlowRate rate, Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (rate > FlowRate.Zero && pump.MinimumFlow?.Quantity<FlowRate>() is { } least && rate < least)
        {
            findings.Add(
                kind.Block(path, $"{Display.Of(rate)} for {what} is below the lowest flow of {pump.Name}, {Display.Of(least)}.") with
                {
                    Rule = "R23",
                    Value = rate.ToString(),
                    Limit = least.ToString(),
                    Source = formulary.Cite(pump.MinimumFlow.Provenance),
                }
            );
        }

        if (pump.MaximumFlow?.Quantity<FlowRate>() is { } most && rate > most)
        {
            findings.Add(
                kind.Block(path, $"{Display.Of(rate)} for {what} is above the highest flow of {pump.Name}, {Display.Of(most)}.") with
                {
                    Value = rate.ToString(),
                    Limit = most.ToString(),
                    Source = formulary.Cite(pump.MaximumFlow.Provenance),
                }
            );
        }
    }

    private static void CheckUnit(Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (pump.IsSetInMillimetres)
        {
            findings.Add(
                FindingKinds.PumpSetInMillimetres.Block(
                    "$.pump.model",
                    $"{pump.Name} is set in millimetres of plunger travel. Two look-alike drivers, one in mm per hour and one in mm per 24 hours, have given a day's opioid in an hour: no program is made for such a device."
                ) with
                {
                    Source = formulary.Cite(pump.Semantics.RateUnit!.Provenance),
                }
            );
        }
    }

    private static void CheckMode(InfusionProgram program, Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (pump.IsConstantFlow != program is ConstantFlowProgram)
        {
            findings.Add(
                FindingKinds.PumpModeUnsupported.Block(
                    "$.program.mode",
                    pump.IsConstantFlow
                        ? $"{pump.Name} has a built-in flow and takes no program; its mode is constant-flow."
                        : $"{pump.Name} is programmed; constant-flow is for pumps with a built-in flow."
                ) with
                {
                    Value = program.Mode,
                }
            );
            return;
        }

        CheckMode(program.Mode, "$.program.mode", pump, formulary, findings);
        if (program.Demand is not null)
        {
            CheckMode("demand", "$.program.demand", pump, formulary, findings);
        }

        if (program is FlexProgram flex && pump.Row.Figure("flexSteps")?.Number is { } most)
        {
            var steps = flex.OtherDays.Select(days => days.Steps.Count).Append(flex.Steps.Count).Max();
            if (steps > most)
            {
                findings.Add(
                    FindingKinds.PumpTooManySteps.Block("$.program.steps", $"{steps} steps in a day; {pump.Name} takes {Display.Number(most)}.") with
                    {
                        Value = $"{steps}",
                        Limit = QuantityText.Number(most),
                        Source = formulary.Cite(pump.Row.Figure("flexSteps")!.Provenance),
                    }
                );
            }
        }
    }

    private static void CheckMode(string mode, string path, Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (pump.Modes.Count == 0)
        {
            findings.Add(
                FindingKinds.PumpModeUnknown.Unknown(
                    path,
                    $"Whether {pump.Name} has the mode {mode} is not known: the catalogue holds none of its modes."
                ) with
                {
                    Value = mode,
                }
            );
        }
        else if (pump.Modes.FirstOrDefault(row => row.Text("mode") == mode) is { } found)
        {
            Unverified.Add(findings, path, $"{pump.Name} has the mode {mode}", found.Provenance, formulary);
        }
        else
        {
            findings.Add(
                FindingKinds.PumpModeUnsupported.Block(
                    path,
                    $"{pump.Name} is not known to have the mode {mode}; it has {string.Join(", ", pump.Modes.Select(row => row.Text("mode")))}."
                ) with
                {
                    Value = mode,
                }
            );
        }
    }

    private static void CheckFlows(InfusionProgram program, Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (program is ConstantFlowProgram constant)
        {
            CheckNominal(constant, pump, formulary, findings);
            return;
        }

        if (pump.MinimumFlow is null || pump.MaximumFlow is null)
        {
            var which = pump.MinimumFlow is null
                ? pump.MaximumFlow is null
                    ? "lowest and highest"
                    : "lowest"
                : "highest";
            findings.Add(
                FindingKinds.PumpFlowUnknown.Unknown(
                    "$.pump.model",
                    $"The {which} flow of {pump.Name} is not known: whether it can give this program cannot be told."
                )
            );
        }

        Unverified.Add(findings, "$.pump.model", $"lowest flow of {pump.Name}", pump.MinimumFlow, formulary);
        Unverified.Add(findings, "$.pump.model", $"highest flow of {pump.Name}", pump.MaximumFlow, formulary);
        foreach (var (rate, path, what) in Flows(program, pump))
        {
            CheckFlow(FindingKinds.PumpFlowOutOfRange, path, what, rate, pump, formulary, findings);
        }
    }

    private static IEnumerable<CheckedFlow> Flows(InfusionProgram program, Pump pump)
    {
        switch (program)
        {
            case ContinuousProgram continuous:
                yield return new CheckedFlow(continuous.Rate, "$.program.rate", "the continuous rate");
                break;
            case FlexProgram flex:
                for (var i = 0; i < flex.Steps.Count; i++)
                {
                    yield return new CheckedFlow(flex.Steps[i].Rate, $"$.program.steps[{i}].rate", $"the step at {DateText.Write(flex.Steps[i].At)}");
                }

                for (var day = 0; day < flex.OtherDays.Count; day++)
                {
                    for (var i = 0; i < flex.OtherDays[day].Steps.Count; i++)
                    {
                        yield return new CheckedFlow(
                            flex.OtherDays[day].Steps[i].Rate,
                            $"$.program.otherDays[{day}].steps[{i}].rate",
                            $"the step at {DateText.Write(flex.OtherDays[day].Steps[i].At)}"
                        );
                    }
                }

                break;
            case PeriodicProgram periodic:
                yield return new CheckedFlow(periodic.Cycle(pump.Semantics.BasalOrWorst).Segments[0].Rate, "$.program.bolus", "the bolus");
                yield return new CheckedFlow(periodic.Basal, "$.program.basal", "the basal rate");
                break;
        }

        if (program.Demand is { Duration: { } duration } demand)
        {
            var bolus = demand.Volume / duration;
            yield return new CheckedFlow(bolus, "$.program.demand.duration", "the demand bolus");
        }
    }

    private static void CheckNominal(ConstantFlowProgram program, Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (pump.NominalFlow is not { } nominal)
        {
            return;
        }

        Unverified.Add(findings, "$.pump.model", $"built-in flow of {pump.Name}", nominal, formulary);
        if (
            (nominal.LowQuantity<FlowRate>() is { } low && program.Flow < low)
            || (nominal.HighQuantity<FlowRate>() is { } high && program.Flow > high)
        )
        {
            findings.Add(
                FindingKinds.PumpFlowOutOfRange.Block(
                    "$.pump.flow",
                    $"{Display.Of(program.Flow)} is no flow that {pump.Name} is built with ({nominal.InWords()})."
                ) with
                {
                    Value = program.Flow.ToString(),
                    Limit = nominal.ToString(),
                    Source = formulary.Cite(nominal.Provenance),
                }
            );
        }
    }

    private static void CheckContainer(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        var pump = therapy.Pump.Model;
        if (pump.Reservoir is not { } reservoir)
        {
            findings.Add(
                FindingKinds.ContainerUnknown.Unknown(
                    "$.fill.volume",
                    $"How much {pump.Name} holds is not known: whether the fill goes in cannot be told."
                )
            );
            return;
        }

        Unverified.Add(findings, "$.pump.model", $"container of {pump.Name}", reservoir, formulary);
        if ((reservoir.Quantity<Volume>() ?? reservoir.HighQuantity<Volume>()) is { } capacity && therapy.Fill.Volume > capacity)
        {
            findings.Add(
                FindingKinds.ContainerOverfilled.Block(
                    "$.fill.volume",
                    $"{Display.Of(therapy.Fill.Volume)} do not go into {pump.Name}, which holds {Display.Of(capacity)}. An overfilled reservoir can force drug out."
                ) with
                {
                    Value = therapy.Fill.Volume.ToString(),
                    Limit = capacity.ToString(),
                    Source = formulary.Cite(reservoir.Provenance),
                }
            );
        }
    }

    /// <summary>One flow of a program, with where it stands and what it is.</summary>
    private sealed record CheckedFlow(FlowRate Rate, string Path, string What);
}
