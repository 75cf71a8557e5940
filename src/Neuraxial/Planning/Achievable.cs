using NodaTime;

namespace Neuraxial;

/// <summary>What the pump can really give of a program: whole strokes and whole steps, never more than was programmed.</summary>
/// <param name="Rate">The mean flow.</param>
/// <param name="ErrorPercent">(achievable − programmed) ÷ programmed × 100; zero or negative.</param>
/// <param name="Doses">The dose of each drug.</param>
/// <param name="DemandVolume">The demand bolus in whole strokes; <see langword="null"/> if there is none.</param>
public sealed record Achievable(FlowRate Rate, decimal ErrorPercent, IReadOnlyList<DrugDose> Doses, Volume? DemandVolume)
{
    /// <summary>Rounds a program to its pump, once, downwards (HZ-09); <see langword="null"/> where the pump's step and stroke are not known.</summary>
    internal static Achievable? Of(InfusionProgram program, PumpSetup pump, Infusate infusate)
    {
        var step = pump.Model.RateStep?.Quantity<FlowRate>();
        var stroke = pump.Model.Stroke?.Quantity<Volume>();
        if (program is ConstantFlowProgram || (step is null && stroke is null))
        {
            return null;
        }

        var semantics = pump.Model.Semantics.BasalOrWorst;
        var programmed = program.Cycle(semantics).Mean;
        var rate = Rounded(program, step, stroke).Cycle(semantics).Mean;
        var error = programmed == FlowRate.Zero ? 0m : ((rate / programmed) - 1m) * 100m;
        var demand = program.Demand is { } bolus && stroke is { } each ? Down(bolus.Volume, each) : program.Demand?.Volume;
        return new Achievable(rate, error, infusate.Doses(rate), demand);
    }

    private static InfusionProgram Rounded(InfusionProgram program, FlowRate? step, Volume? stroke) =>
        program switch
        {
            ContinuousProgram continuous => new ContinuousProgram(Down(continuous.Rate, Durations.OneDay, step, stroke)),
            PeriodicProgram periodic => periodic with
            {
                Bolus = stroke is { } each ? Down(periodic.Bolus, each) : periodic.Bolus,
                Basal = Down(periodic.Basal, Durations.OneDay, step, stroke),
            },
            FlexProgram flex => Rounded(flex, step, stroke),
            _ => program,
        };

    private static FlexProgram Rounded(FlexProgram flex, FlowRate? step, Volume? stroke)
    {
        // A step's length on its own day: the next step of that day, or the end of the day for what runs into the night.
        List<FlexStep> Steps(IReadOnlyList<FlexStep> steps) =>
            [
                .. steps.Select(
                    (each, i) =>
                    {
                        var end =
                            i + 1 < steps.Count
                                ? steps[i + 1].At.NanosecondOfDay
                                : steps[0].At.NanosecondOfDay + (24 * NodaConstants.NanosecondsPerHour);
                        return each with { Rate = Down(each.Rate, Duration.FromNanoseconds(end - each.At.NanosecondOfDay), step, stroke) };
                    }
                ),
            ];

        return new FlexProgram(Steps(flex.Steps), [.. flex.OtherDays.Select(days => days with { Steps = Steps(days.Steps) })]);
    }

    /// <summary>A flow in whole steps of the rate, or where the pump has none, in whole strokes over its length.</summary>
    private static FlowRate Down(FlowRate rate, Duration length, FlowRate? step, Volume? stroke) =>
        step is { } each ? each * decimal.Floor(rate / each)
        : stroke is { } one ? Down(rate * length, one) / length
        : rate;

    private static Volume Down(Volume volume, Volume stroke) => stroke * decimal.Floor(volume / stroke);
}
