using NodaTime;

namespace Neuraxial;

/// <summary>Works out the dates of a plan under no, the expected and all demand boluses.</summary>
internal static class RefillPlanning
{
    public static (RefillDates None, RefillDates? Expected, RefillDates All) Plan(
        Therapy therapy,
        Bridge? bridge,
        LimitFacts facts,
        Formulary formulary,
        List<Finding> findings
    )
    {
        var pump = therapy.Pump.Model;
        var stable = RefillLimit.Of(StabilityLookup.Find(therapy, formulary, findings), facts, therapy, formulary, findings);
        var service = ServiceLimit(pump, formulary, findings);
        var alarm = therapy.Pump.AlarmVolume;
        AddAlarm(therapy, alarm, formulary, findings);
        var basal = pump.Semantics.BasalOrWorst;
        var cycle = therapy.Program.Cycle(basal);

        RefillDates With(FlowRate demand)
        {
            var taken = therapy.Program.Demand is { } bolus && demand > FlowRate.Zero ? cycle.With(bolus, demand, basal) : cycle;
            return RefillDates.Of(therapy.Fill, Delivery.Of(therapy.Program, taken, therapy.Fill, bridge), alarm, stable, service);
        }

        var none = With(FlowRate.Zero);
        if (therapy.Program.Demand is not { } demandBolus)
        {
            AddClock(therapy, none, findings);
            return (none, none, none);
        }

        var mostFlow = demandBolus.MostFlow(pump.Semantics.LockoutOrWorst);
        var all = With(mostFlow);
        AddClock(therapy, all, findings);
        if (demandBolus.Expected is not { } expected)
        {
            findings.Add(
                FindingKinds.ExpectedUseUnknown.Unknown(
                    "$.program.demand.expected",
                    "How many demand boluses are used is not in the file: go by the dates with all boluses."
                )
            );
            return (none, null, all);
        }

        var flow = expected.Flow(demandBolus.Volume);
        return (none, With(flow < mostFlow ? flow : mostFlow), all);
    }

    private static Duration? ServiceLimit(Pump pump, Formulary formulary, List<Finding> findings)
    {
        if (!pump.IsImplanted)
        {
            return null;
        }

        var limit = formulary.Setting("service-limit");
        Unverified.Add(findings, "$.fill.at", "longest time between two refills of an implanted pump", limit, formulary);
        return limit.Duration();
    }

    private static void AddAlarm(Therapy therapy, Volume? alarm, Formulary formulary, List<Finding> findings)
    {
        const string Path = "$.pump.lowReservoir";
        var pump = therapy.Pump.Model;
        if (alarm is not { } volume)
        {
            if (pump.IsImplanted && !pump.IsConstantFlow)
            {
                findings.Add(
                    FindingKinds.LowReservoirUnknown.Unknown(
                        Path,
                        $"At what volume {pump.Name} warns is not known: the date is that of the empty container."
                    )
                );
            }

            return;
        }

        if (therapy.Pump.LowReservoir is null)
        {
            Unverified.Add(findings, Path, $"low-reservoir volume of {pump.Name}", pump.LowReservoir, formulary);
        }

        var advised = formulary.Setting("low-reservoir-baclofen");
        if (pump.IsImplanted && therapy.Infusate.Of("baclofen") is not null && advised.Quantity<Volume>() is { } least && volume < least)
        {
            findings.Add(
                FindingKinds.LowReservoirBaclofen.Confirm(
                    Path,
                    $"The low-reservoir volume is {Display.Of(volume)}. With baclofen a quarter of patients had withdrawal before that volume was reached, and none with {Display.Of(least)}: set pump.lowReservoir, or say why not."
                ) with
                {
                    Value = volume.ToString(),
                    Limit = least.ToString(),
                    Source = formulary.Cite(advised.Provenance),
                }
            );
        }
    }

    /// <summary>A pump's clock stays where it was set; the patient's clock moves with summer time (HZ-49).</summary>
    private static void AddClock(Therapy therapy, RefillDates dates, List<Finding> findings)
    {
        if (therapy.Pump.Zone is not { } zone || dates.RefillBy is not { } until)
        {
            return;
        }

        var interval = zone.GetZoneInterval(therapy.Fill.Instant);
        if (!interval.HasEnd || interval.End >= until)
        {
            return;
        }

        var after = zone.GetZoneInterval(interval.End);
        var later = after.WallOffset > interval.WallOffset;
        var day = Display.Of(interval.End.InZone(zone).LocalDateTime);
        var effect =
            therapy.Program is FlexProgram
                ? $" Each step then comes {(later ? "an hour later" : "an hour earlier")} by the patient's clock until the pump is reprogrammed."
                : "";
        findings.Add(
            FindingKinds.ClockShifts.Warn(
                "$.pump.zone",
                $"Clocks change on {day} ({zone.Id}), before the refill; the clock of {therapy.Pump.Model.Name} stays.{effect}"
            )
        );
    }
}
