using NodaTime;

namespace Neuraxial.Papers;

/// <summary>The dates under one use of demand boluses.</summary>
/// <param name="Name">In words.</param>
/// <param name="Dates">The dates; <see langword="null"/> if that use is not known.</param>
/// <param name="Flow">The mean flow of the boluses; <see langword="null"/> if none are taken.</param>
internal sealed record DateScenario(string Name, RefillDates? Dates, FlowRate? Flow);

/// <summary>From fill and flow to the dates.</summary>
internal static class DateWorkings
{
    /// <summary>None, expected and all demand boluses; one scenario where there are none to ask for.</summary>
    public static IReadOnlyList<DateScenario> Scenarios(Document document)
    {
        var plan = document.Plan;
        if (document.Therapy.Program.Demand is not { } demand)
        {
            return [new DateScenario("By the program", plan.Refill, null)];
        }

        var most = demand.MostFlow(document.Therapy.Pump.Model.Semantics.LockoutOrWorst);
        var expected = demand.Expected?.Flow(demand.Volume);
        return
        [
            new DateScenario("No demand bolus taken", plan.Refill, null),
            new DateScenario(
                "Demand boluses as expected",
                plan.RefillWithExpected,
                expected is { } flow && flow < most ? flow
                    : expected is null ? null
                    : most
            ),
            new DateScenario("All demand boluses that the pump grants", plan.RefillWithAll, most),
        ];
    }

    /// <summary>Every date of a scenario.</summary>
    public static IReadOnlyList<Working> Lines(Document document, DateScenario scenario)
    {
        if (scenario.Dates is not { } dates)
        {
            return [];
        }

        var lines = new List<Working>();
        var therapy = document.Therapy;
        var mean = Flow(document, scenario, lines);
        var isSteady = therapy.Program is ContinuousProgram or ConstantFlowProgram;
        if (therapy.Pump.AlarmVolume is { } alarm && dates.LowAt is { } low)
        {
            if (therapy.Pump.LowReservoir is null && therapy.Pump.Model.LowReservoir is { } figure)
            {
                document.Sources.Use($"low-reservoir volume, {therapy.Pump.Model.Name}", figure);
            }

            if (alarm < therapy.Fill.Volume)
            {
                Until(document, "low", Terms.Of(therapy.Fill.Volume) - Terms.Of(alarm), therapy.Fill.Volume - alarm, low, mean, isSteady, lines);
            }
        }

        if (dates.EmptyAt is { } empty)
        {
            Until(document, "empty", Terms.Of(therapy.Fill.Volume), therapy.Fill.Volume, empty, mean, isSteady, lines);
        }

        Fixed(document, dates, lines);
        return lines;
    }

    /// <summary>The mean flow with the boluses of the scenario.</summary>
    private static FlowRate Flow(Document document, DateScenario scenario, List<Working> lines)
    {
        var therapy = document.Therapy;
        var basal = document.Plan.Program.Mean;
        if (therapy.Program.Demand is not { } demand || scenario.Flow is not { } flow || flow == FlowRate.Zero)
        {
            return basal;
        }

        var semantics = therapy.Pump.Model.Semantics;
        var most = demand.MostFlow(semantics.LockoutOrWorst);
        lines.Add(
            flow == most
                ? DemandWorkings.MostFlow(demand, semantics)
                : new Working(
                    "Mean flow of the expected boluses",
                    Term.Of(demand.Expected!.Count) * Terms.Of(demand.Volume) / Terms.Hours(demand.Expected.Per) * Terms.HoursPerDay,
                    Display.Of(flow)
                )
        );
        var together = therapy.Program.Cycle(semantics.BasalOrWorst).With(demand, flow, semantics.BasalOrWorst).Mean;
        if (semantics.BasalOrWorst == BasalDuringBolus.Added || demand.Duration is not { } duration)
        {
            lines.Add(new Working("Flow with them", Terms.Of(basal) + Terms.Of(flow), Display.Of(together)));
            return together;
        }

        // The share of the time in which a bolus runs and the basal flow stands still.
        var fast = demand.Volume / duration;
        var busy = decimal.Min(1m, flow / fast);
        lines.Add(
            new Working(
                "Flow while a bolus runs",
                Terms.Of(demand.Volume) / Terms.Minutes(duration) * Terms.MinutesPerHour * Terms.HoursPerDay,
                Display.Of(fast)
            )
        );
        lines.Add(new Working("Share of the time in which a bolus runs", Terms.Of(flow) / Terms.Of(fast), Display.Number(busy)));
        if (therapy.Program is ContinuousProgram)
        {
            var reckoned = (basal * (1m - busy)) + flow;
            lines.Add(
                new Working("Flow with them", (Terms.Of(basal) * (Term.Of(1m) - Term.Of(busy))) + Terms.Of(flow), Display.Of(reckoned))
                {
                    Note =
                        reckoned < together
                            ? $"the basal flow stands still while a bolus runs; that would be less than without boluses, so the dates go by {Display.Of(together)}"
                            : "the basal flow stands still while a bolus runs",
                }
            );
        }

        return together;
    }

    private static void Until(
        Document document,
        string what,
        Term volume,
        Volume toDeliver,
        Instant at,
        FlowRate mean,
        bool isSteady,
        List<Working> lines
    )
    {
        var fill = document.Therapy.Fill.Instant;
        var elapsed = at - fill;
        var left = toDeliver;
        if (document.Plan.Bridge is { } bridge && toDeliver > bridge.Volume)
        {
            left = toDeliver - bridge.Volume;
            lines.Add(
                new Working($"Left after the bridge, until {what}", volume - Terms.Of(bridge.Volume), Display.Of(left))
                {
                    Note = $"the bridge takes {Display.Of(bridge.Volume)} in {Display.Of(bridge.Duration)}",
                }
            );
            volume = Terms.Of(left);
        }

        var days = left / mean;
        lines.Add(
            new Working($"Until {what}", volume / Terms.Of(mean), Terms.Days(days).Text)
            {
                Note = isSteady ? null : "at the mean flow; the steps of the program move the moment by less than a turn",
            }
        );
        if (document.Plan.Bridge is { } first && toDeliver > first.Volume)
        {
            lines.Add(
                new Working(
                    $"Until {what}, with the bridge",
                    (Terms.Hours(first.Duration) / Terms.HoursPerDay) + Terms.Days(days),
                    Terms.Days(first.Duration + days).Text
                )
            );
        }

        lines.Add(Dates.Later(Wording.Capital(what), document, fill, elapsed));
    }

    private static void Fixed(Document document, RefillDates dates, List<Working> lines)
    {
        var fill = document.Therapy.Fill.Instant;
        if (dates.StableUntil is { } stable)
        {
            lines.Add(Dates.Later("Stable until", document, fill, stable - fill));
        }

        if (dates.ServiceUntil is { } service)
        {
            document.Sources.Use("longest time between two refills of an implanted pump", document.Plan.Formulary.Setting("service-limit"));
            lines.Add(Dates.Later("The service’s limit", document, fill, service - fill));
        }

        if (dates.RefillBy is { } by)
        {
            var known = new (string Name, Instant? At)[]
            {
                ("low", dates.LowAt),
                ("empty", dates.LowAt is null ? dates.EmptyAt : null),
                ("stability", dates.StableUntil),
                ("the service’s limit", dates.ServiceUntil),
            };
            lines.Add(
                new Working(
                    "The earliest of them",
                    Term.Date(
                        "earliest of " + string.Join(", ", known.Where(each => each.At is not null).Select(each => document.Clock(each.At!.Value))),
                        isExact: true
                    ),
                    document.Clock(by)
                )
            );
        }
    }
}
