using NodaTime;

namespace Neuraxial;

/// <summary>Reads the program of a therapy file for a pump. Doses become flows here, by the concentrations of the mixture, and nowhere else.</summary>
internal sealed class ProgramReading(Formulary formulary, PumpSetup? pump)
{
    /// <summary>More in one window than any pump grants or counts.</summary>
    private const int MostBoluses = 10_000;

    private const string ByConcentration = "by the concentration in the mixture";
    private const string OverTime = "over that time";

    private static readonly Duration Shortest = Duration.FromSeconds(1);
    private static readonly string[] Modes = ["continuous", "flex", "periodic", "constant-flow"];

    public InfusionProgram? Read(JsonMembers program, Infusate? infusate)
    {
        var mode = program.RequiredText("mode", "one of " + string.Join(", ", Modes));
        var demand =
            mode is "constant-flow" ? null
            : program.OptionalObject("demand") is { } asked ? ReadDemand(asked, infusate)
            : null;
        InfusionProgram? read = null;
        switch (mode)
        {
            case "continuous":
                read = ReadContinuous(program, infusate);
                break;
            case "flex":
                read = FlexReading.Read(program);
                break;
            case "periodic":
                read = ReadPeriodic(program, infusate);
                break;
            case "constant-flow":
                read = ReadConstantFlow(program);
                break;
            case not null:
                program.Fault("mode", $"'{Printable.OneLine(mode, 40)}' is unknown; expected one of {string.Join(", ", Modes)}");
                return null;
            default:
                return null;
        }

        program.Close();
        return read is null ? null : read with { Demand = demand };
    }

    private ContinuousProgram? ReadContinuous(JsonMembers program, Infusate? infusate)
    {
        var rate = program.OptionalQuantity<FlowRate>("rate");
        var fromDose = program.OptionalObject("dose") is { } dose ? ReadDoseRate(dose, infusate) : null;
        if (!program.Has("rate") && !program.Has("dose"))
        {
            program.Fault("rate", "missing; expected the flow rate here, or the dose rate of one drug in dose");
        }

        if (rate is { } stated && fromDose is { } computed && !Agree(stated, computed))
        {
            program.Fault(
                "rate",
                $"{stated} and the stated dose disagree: that dose is {computed}; expected one of the two, or two that agree (HZ-03)"
            );
        }

        var flow = rate ?? fromDose;
        if (flow == FlowRate.Zero && !program.Has("demand"))
        {
            program.Fault("rate", "nothing would be given; expected more than 0 mL/d, or demand boluses");
        }

        return flow is { } known ? new ContinuousProgram(known) : null;
    }

    /// <summary>Whether a rate and the rate of a dose are the same but for the rounding of a label: within the formulary's setting (0.5 %).</summary>
    private bool Agree(FlowRate stated, FlowRate computed)
    {
        var share = formulary.Setting("rate-dose-agreement").Number!.Value / 100m;
        var difference = stated > computed ? stated - computed : computed - stated;
        return difference <= computed * share;
    }

    private static FlowRate? ReadDoseRate(JsonMembers dose, Infusate? infusate)
    {
        var drug = dose.RequiredText("drug", "a drug of the mixture");
        var rate = dose.RequiredQuantity<DoseRate>("rate");
        dose.Close();
        if (drug is null || rate is not { } wanted || infusate is null)
        {
            return null;
        }

        if (infusate.Of(drug) is { } concentration)
        {
            return Within(dose, "rate", wanted / concentration, ByConcentration);
        }

        dose.Fault(
            "drug",
            $"'{Printable.OneLine(drug, 40)}' is not in the mixture; expected one of {string.Join(", ", infusate.Drugs.Select(part => part.Drug.Id))}"
        );
        return null;
    }

    private static PeriodicProgram? ReadPeriodic(JsonMembers program, Infusate? infusate)
    {
        var bolus = ReadBolus(program, "bolus", infusate);
        var duration = program.RequiredDuration("duration");
        var every = program.RequiredDuration("every");
        var basal = program.Has("basal") ? ReadBasal(program, infusate) : FlowRate.Zero;
        CheckLength(program, "duration", duration);
        CheckLength(program, "every", every);
        if (duration is { } length && every is { } interval && length > interval)
        {
            program.Fault(
                "duration",
                $"a bolus over {Display.Of(length)} does not fit into an interval of {Display.Of(interval)}; expected at most that"
            );
            return null;
        }

        return
            bolus is { } volume
            && duration is { } over
            && every is { } turn
            && basal is { } flow
            && over > Duration.Zero
            && turn > Duration.Zero
            && Within(program, "duration", volume / over, OverTime) is not null
            ? new PeriodicProgram(volume, over, turn, flow)
            : null;
    }

    private static FlowRate? ReadBasal(JsonMembers program, Infusate? infusate)
    {
        if (program.OptionalText("basal", "a flow rate, or a dose rate of the first drug") is not { } text)
        {
            return null;
        }

        if (QuantityText.Parse<FlowRate>(text) is { Succeeded: true } flow)
        {
            return flow.Value;
        }

        if (QuantityText.Parse<DoseRate>(text) is { Succeeded: true } dose)
        {
            return infusate is null ? null : Within(program, "basal", dose.Value / infusate.Primary.Concentration, ByConcentration);
        }

        program.Fault("basal", QuantityText.Parse<FlowRate>(text).Problem!);
        return null;
    }

    /// <summary>A bolus as a volume, or as a mass of the first drug.</summary>
    private static Volume? ReadBolus(JsonMembers program, string name, Infusate? infusate)
    {
        if (program.RequiredText(name, "a volume, or a mass of the first drug") is not { } text)
        {
            return null;
        }

        var volume = QuantityText.Parse<Volume>(text);
        var mass = QuantityText.Parse<Mass>(text);
        var bolus =
            volume.Succeeded ? volume.Value
            : mass.Succeeded && infusate is not null ? Within(program, name, mass.Value / infusate.Primary.Concentration, ByConcentration)
            : (Volume?)null;
        if (!volume.Succeeded && !mass.Succeeded)
        {
            program.Fault(name, $"{volume.Problem}, or a mass of the first drug in {Mass.Dimension.Examples}");
        }
        else if (bolus == Volume.Zero)
        {
            program.Fault(name, "a bolus of nothing; expected more than 0 mL");
        }

        return bolus;
    }

    private ConstantFlowProgram? ReadConstantFlow(JsonMembers program)
    {
        if (program.Has("demand"))
        {
            program.Optional("demand");
            program.Fault("demand", "a constant-flow pump gives no demand boluses; expected none");
        }

        if (pump is null)
        {
            return null;
        }

        if (!pump.Model.IsConstantFlow)
        {
            program.Fault("mode", $"{pump.Model.Id} has no built-in flow and is programmed; expected one of continuous, flex, periodic");
            return null;
        }

        var flow = pump.Flow ?? pump.Model.NominalFlow?.Quantity<FlowRate>();
        if (flow is { } known && known > FlowRate.Zero)
        {
            return new ConstantFlowProgram(known);
        }

        var versions = pump.Model.NominalFlow is { } range ? $"is built with flows of {range}" : "has no flow in the catalogue";
        program.Problems.Add("$.pump.flow", $"{pump.Model.Id} {versions}; expected the flow on the implant card, more than 0 mL/d");
        return null;
    }

    private DemandBolus? ReadDemand(JsonMembers demand, Infusate? infusate)
    {
        var bolus = ReadBolus(demand, "dose", infusate);
        var duration = demand.OptionalDuration("duration");
        var lockout = demand.RequiredDuration("lockout");
        var maximum = demand.OptionalObject("maximum") is { } most ? ReadCount(most) : null;
        var expected = demand.OptionalObject("expected") is { } used ? ReadCount(used) : null;
        CheckLength(demand, "lockout", lockout);
        CheckLength(demand, "duration", duration);
        demand.Close();
        if (bolus is not { } volume || lockout is not { } shut || shut < Shortest)
        {
            return null;
        }

        if (
            Within(demand, "lockout", volume / shut, OverTime) is null
            || (duration is { } over && over > Duration.Zero && Within(demand, "duration", volume / over, OverTime) is null)
        )
        {
            return null;
        }

        var read = new DemandBolus(volume, shut)
        {
            Duration = duration,
            Maximum = maximum,
            Expected = expected,
        };
        if (pump is not null && duration is { } length && read.Spacing(pump.Model.Semantics.LockoutOrWorst) < length)
        {
            demand.Fault(
                "lockout",
                $"a lockout of {Display.Of(shut)} would grant a bolus while one of {Display.Of(length)} still runs; expected at least that"
            );
        }

        return read;
    }

    private static DemandCount? ReadCount(JsonMembers count)
    {
        var most = count.RequiredCount("count", MostBoluses);
        var per = count.RequiredDuration("per");
        CheckLength(count, "per", per);
        count.Close();
        return most is { } number && per is { } window && window > Duration.Zero ? new DemandCount(number, window) : null;
    }

    private static void CheckLength(JsonMembers members, string name, Duration? duration)
    {
        if (duration == Duration.Zero)
        {
            members.Fault(name, "a duration of nothing; expected more than 0 min");
        }
        else if (duration is { } length && length < Shortest)
        {
            members.Fault(name, "shorter than any pump counts; expected at least 1 s");
        }
    }

    /// <summary>What was worked out from two values of the file; a problem where that is a flow or volume that nobody could mean.</summary>
    private static T? Within<T>(JsonMembers members, string name, T computed, string by)
        where T : struct, IQuantity<T>
    {
        if (QuantityText.CanBeMeant(computed))
        {
            return computed;
        }

        members.Fault(name, $"{by} that is {computed}, outside anything that {T.Dimension.Name} here can be");
        return null;
    }
}
