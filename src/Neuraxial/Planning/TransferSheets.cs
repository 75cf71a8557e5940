namespace Neuraxial;

/// <summary>Implanted SynchroMed: dose a day of the primary drug, concentrations, mode; then bridge; then alarm volume.</summary>
internal static class SynchroMedSheet
{
    public static IEnumerable<TransferEntry> Entries(Therapy therapy, Bridge? bridge)
    {
        yield return new("Reservoir volume", Display.Of(therapy.Fill.Volume), "as injected");
        for (var i = 0; i < therapy.Infusate.Drugs.Count; i++)
        {
            var part = therapy.Infusate.Drugs[i];
            yield return new($"Drug {i + 1}", part.Drug.Name, i == 0 ? "primary: doses are entered for this drug" : null);
            yield return new($"Drug {i + 1} concentration", Display.Of(part));
        }

        foreach (var entry in ImplantedMode.Entries(therapy, "Simple continuous", "Flex"))
        {
            yield return entry;
        }

        yield return new("Low reservoir alarm volume", therapy.Pump.AlarmVolume is { } alarm ? Display.Of(alarm) : null);
        yield return new(
            "Catheter volume",
            (therapy.Catheter?.Volume ?? therapy.Catheter?.ComputedVolume) is { } catheter ? Display.Of(catheter) : null
        );
        yield return new(
            "Pump tubing volume",
            therapy.Pump.Model.Tubing(Bound.Maximum)?.Quantity<Volume>() is { } tubing ? Display.Of(tubing) : null,
            "must agree with what the programmer shows; older software shows 0.199 mL"
        );
        foreach (var entry in ImplantedMode.Bridge(bridge))
        {
            yield return entry;
        }

        yield return new("Before update", "compare old and new settings side by side, then update and read the pump back");
    }
}

/// <summary>Implanted Prometra: drug, concentration, flow type, rates in mg or microgram a day, demand by allotted boluses.</summary>
internal static class PrometraSheet
{
    public static IEnumerable<TransferEntry> Entries(Therapy therapy, Bridge? bridge)
    {
        yield return new("Refill volume", Display.Of(therapy.Fill.Volume));
        foreach (var part in therapy.Infusate.Drugs)
        {
            yield return new($"Drug: {part.Drug.Name}", Display.Of(part));
        }

        foreach (var entry in ImplantedMode.Entries(therapy, "Constant flow", "Multiple rates"))
        {
            yield return entry;
        }

        yield return new(
            "Low reservoir volume",
            therapy.Pump.AlarmVolume is { } alarm ? Display.Of(alarm) : null,
            "the refill date counts all allotted boluses"
        );
        yield return new(
            "Catheter volume",
            (therapy.Catheter?.Volume ?? therapy.Catheter?.ComputedVolume) is { } catheter ? Display.Of(catheter) : null
        );
        foreach (var entry in ImplantedMode.Bridge(bridge))
        {
            yield return entry;
        }

        yield return new("Before programming", "read the summary aloud against the prescription, then inquire the pump again");
    }
}

/// <summary>What the programmers of implanted pumps have in common: doses of the primary drug by the day.</summary>
internal static class ImplantedMode
{
    public static IEnumerable<TransferEntry> Entries(Therapy therapy, string continuous, string flex)
    {
        var primary = therapy.Infusate.Primary;
        string Dose(FlowRate rate) => Display.Of(new DrugDose(primary.Drug, primary.Concentration * rate));
        string Bolus(Volume volume) => Display.Of(new DrugMass(primary.Drug, primary.Concentration * volume));
        switch (therapy.Program)
        {
            case ContinuousProgram program:
                yield return new("Infusion mode", continuous);
                yield return new($"{primary.Drug.Name}, daily dose", Dose(program.Rate), $"rate {Display.Of(program.Rate)}");
                break;
            case FlexProgram program:
                yield return new("Infusion mode", flex, "pump clock: " + Display.Of(therapy.Fill.At.LocalDateTime) + " at the fill");
                foreach (
                    var entry in Steps(program.Steps, program.OtherDays.Count == 0 ? "Every day" : "Other days", primary, program.OtherDays.Count > 0)
                )
                {
                    yield return entry;
                }

                foreach (var days in program.OtherDays)
                {
                    foreach (var entry in Steps(days.Steps, string.Join(", ", days.On), primary, daysDiffer: true))
                    {
                        yield return entry;
                    }
                }

                break;
            case PeriodicProgram program:
                yield return new("Infusion mode", "Periodic bolus");
                yield return new("Bolus dose", Bolus(program.Bolus), Display.Of(program.Bolus));
                yield return new("Bolus duration", Display.Of(program.BolusDuration));
                yield return new("Interval, start to start", Display.Of(program.Every));
                yield return new("Basal daily dose", Dose(program.Basal), $"rate {Display.Of(program.Basal)}");
                break;
            case ConstantFlowProgram program:
                yield return new("Flow", Display.Of(program.Flow), "built in, nothing to program");
                break;
        }

        if (therapy.Program.Demand is { } demand)
        {
            yield return new("Patient bolus dose", Bolus(demand.Volume), Display.Of(demand.Volume));
            yield return new("Patient bolus duration", demand.Duration is { } duration ? Display.Of(duration) : null);
            yield return new("Lockout interval", Display.Of(demand.Lockout));
            yield return new(
                "Maximum activations",
                demand.Maximum is { } maximum ? $"{Display.Number(maximum.Count)} in {Display.Of(maximum.Per)}" : null
            );
        }
    }

    public static IEnumerable<TransferEntry> Bridge(Bridge? bridge)
    {
        if (bridge is null)
        {
            yield break;
        }

        yield return new(
            "Bridge bolus: old drug concentration",
            Display.Of(new InfusateDrug(bridge.Drug, bridge.Drugs.First(drug => drug.Drug == bridge.Drug).Old!.Value)),
            bridge.Drug.Name
        );
        yield return new(
            "Bridge bolus: dose, in units of the new concentration",
            Display.Of(new DrugMass(bridge.ProgrammedDrug, bridge.Programmed)),
            bridge.ProgrammedDrug.Name
        );
        yield return new("Bridge bolus: duration", Display.Of(bridge.Duration), $"{Display.Of(bridge.Volume)} at {Display.Of(bridge.Rate)}");
        yield return new(
            "During the bridge the programmer shows",
            Display.Of(new DrugDose(bridge.ProgrammedDrug, bridge.Shown)),
            "this is not what the patient gets"
        );
    }

    private static IEnumerable<TransferEntry> Steps(IReadOnlyList<FlexStep> steps, string days, InfusateDrug primary, bool daysDiffer)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var rate = $"rate {Display.PerHour(step.Rate)}";
            if (i + 1 == steps.Count && daysDiffer)
            {
                // How long it runs depends on the day that follows.
                var hourly = Display.PerHour(primary.Concentration * step.Rate, primary.Drug.ShownInMicrograms);
                yield return new($"{days}, from {DateText.Write(step.At)} until the next day's first step", hourly, rate);
                continue;
            }

            var end = i + 1 < steps.Count ? steps[i + 1].At.NanosecondOfDay : steps[0].At.NanosecondOfDay + NodaTime.NodaConstants.NanosecondsPerDay;
            var length = NodaTime.Duration.FromNanoseconds(end - step.At.NanosecondOfDay);
            var mass = new DrugMass(primary.Drug, step.Rate * length * primary.Concentration);
            yield return new($"{days}, from {DateText.Write(step.At)} for {Display.Of(length)}", Display.Of(mass), rate);
        }
    }
}

/// <summary>Ambulatory pumps of the CADD kind: everything by the hour, concentration first.</summary>
internal static class AmbulatorySheet
{
    public static IEnumerable<TransferEntry> Entries(Therapy therapy, Bridge? bridge)
    {
        var byDay = therapy.Pump.Model.Semantics.RateUnit?.Value == RateUnit.MillilitresPerDay;
        string Rate(FlowRate rate) => byDay ? Display.Of(rate) : Display.PerHour(rate);
        yield return new("Route", TherapyFile.Routes.Word(therapy.Route));
        yield return new("Units", "mL");
        foreach (var part in therapy.Infusate.Drugs)
        {
            yield return new($"Concentration, {part.Drug.Name}", Display.Of(part), "check against the label of the container");
        }

        yield return new("Reservoir volume", Display.Of(therapy.Fill.Volume));
        if (bridge is not null)
        {
            yield return ExternalBridge.Entry(bridge, Rate(bridge.Rate));
        }

        switch (therapy.Program)
        {
            case ContinuousProgram program:
                yield return new("Continuous rate", Rate(program.Rate));
                break;
            case PeriodicProgram program:
                yield return new("Continuous rate", Rate(program.Basal));
                yield return new("Intermittent bolus", Display.Of(program.Bolus), $"over {Display.Of(program.BolusDuration)}");
                yield return new("Intermittent bolus interval, start to start", Display.Of(program.Every));
                break;
            case FlexProgram program:
                foreach (var step in program.Steps)
                {
                    yield return new($"From {DateText.Write(step.At)}", Rate(step.Rate));
                }

                foreach (var days in program.OtherDays)
                {
                    foreach (var step in days.Steps)
                    {
                        yield return new($"{string.Join(", ", days.On)}, from {DateText.Write(step.At)}", Rate(step.Rate));
                    }
                }

                break;
        }

        if (therapy.Program.Demand is { } demand)
        {
            yield return new("Demand dose", Display.Of(demand.Volume));
            yield return new("Demand dose lockout", Display.Of(demand.Lockout));
            yield return new(
                "Maximum doses",
                demand.Maximum is { } maximum ? $"{Display.Number(maximum.Count)} in {Display.Of(maximum.Per)}" : null,
                demand.Maximum is null ? "limited by the lockout alone" : null
            );
        }
        else
        {
            yield return new("Demand dose", "none");
        }

        yield return new("Before start", "prime the line, lock the keypad, second person compares each line with the prescription");
    }
}

/// <summary>A bridge on a pump that has no bridge function: another rate first, and a nurse who comes back.</summary>
internal static class ExternalBridge
{
    public static TransferEntry Entry(Bridge bridge, string rate) =>
        new(
            "First, while the old infusate clears: rate",
            rate,
            $"for {Display.Of(bridge.Duration)}, demand boluses off; then the program below, set by hand: this pump does not change over by itself"
        );
}

/// <summary>A syringe driver that is set by volume and duration.</summary>
internal static class SyringeDriverSheet
{
    public static IEnumerable<TransferEntry> Entries(Therapy therapy, Bridge? bridge)
    {
        if (therapy.Pump.Model.IsSetInMillimetres)
        {
            yield return new("Setting", null, "no program is made for a driver set in millimetres (HZ-05)");
            yield break;
        }

        yield return new("Route", TherapyFile.Routes.Word(therapy.Route));
        foreach (var part in therapy.Infusate.Drugs)
        {
            yield return new(
                $"Label: {part.Drug.Name}",
                Display.Of(part),
                Display.Of(new DrugMass(part.Drug, part.Concentration * therapy.Fill.Volume)) + " in the syringe"
            );
        }

        yield return new("Volume", Display.Of(therapy.Fill.Volume));
        if (bridge is not null)
        {
            yield return ExternalBridge.Entry(bridge, Display.PerHour(bridge.Rate));
        }

        var mean = therapy.Program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst).Mean;
        yield return new(
            "Duration",
            mean.TimeFor(therapy.Fill.Volume) is { } duration ? Display.Of(duration) : null,
            "must agree with what the driver shows"
        );
        yield return new("Rate", Display.PerHour(mean));
        if (therapy.Program.Demand is { } demand)
        {
            yield return new(
                "Bolus",
                Display.Of(demand.Volume),
                $"lockout {Display.Of(demand.Lockout)}; duration and rate above are without boluses"
            );
        }

        yield return new("Before start", "check syringe size and make on the screen, lock the keypad, second person compares");
    }
}

/// <summary>Any other pump: the numbers, without a maker's words.</summary>
internal static class GeneralSheet
{
    public static IEnumerable<TransferEntry> Entries(Therapy therapy, Bridge? bridge)
    {
        yield return new("Container volume", Display.Of(therapy.Fill.Volume));
        foreach (var part in therapy.Infusate.Drugs)
        {
            yield return new($"{part.Drug.Name}, concentration", Display.Of(part));
        }

        foreach (var entry in ImplantedMode.Entries(therapy, "Continuous", "Flex").Concat(ImplantedMode.Bridge(bridge)))
        {
            yield return entry;
        }
    }
}
