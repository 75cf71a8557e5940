using NodaTime;

namespace Neuraxial.Papers;

/// <summary>From the programmed flow to what the pump can give in whole steps or strokes, rounded down once (HZ-09).</summary>
internal static class AchievableWorkings
{
    public static IReadOnlyList<Working> Lines(Document document)
    {
        var plan = document.Plan;
        if (plan.Program.Achievable is not { } achievable)
        {
            return [];
        }

        var pump = document.Therapy.Pump.Model;
        var lines = new List<Working>();
        foreach (var (name, rate, length) in Rates(document))
        {
            Rounded(document, name, rate, length, lines);
        }

        if (document.Therapy.Program is PeriodicProgram periodic && pump.Stroke?.Quantity<Volume>() is { } stroke)
        {
            Strokes(document, "Bolus of the program", periodic.Bolus, stroke, lines);
        }

        if (document.Therapy.Program.Demand is { } demand && pump.Stroke?.Quantity<Volume>() is { } each)
        {
            Strokes(document, "Demand bolus", demand.Volume, each, lines);
        }

        if (plan.Program.Mean > FlowRate.Zero)
        {
            lines.Add(
                new Working(
                    "Error of the mean flow",
                    ((Terms.Of(achievable.Rate) / Terms.Of(plan.Program.Mean)) - Term.Of(1m)) * Term.Of("100\u00a0%"),
                    Display.Percent(achievable.ErrorPercent)
                )
                {
                    Note = $"what the pump gives, {Display.Of(achievable.Rate)}, against what is programmed",
                }
            );
        }

        lines.AddRange(
            document
                .Therapy.Infusate.Drugs.Zip(achievable.Doses)
                .Select(pair =>
                    Terms.Mass(
                        $"{pair.First.Drug.Name}, dose really given",
                        Display.Of(pair.First),
                        strength => strength * Terms.Of(achievable.Rate),
                        Display.Of(pair.Second)
                    )
                )
        );
        return lines;
    }

    private static IEnumerable<(string Name, FlowRate Rate, Duration Length)> Rates(Document document) =>
        document.Therapy.Program switch
        {
            ContinuousProgram continuous => [("Rate", continuous.Rate, Durations.OneDay)],
            PeriodicProgram periodic when periodic.Basal > FlowRate.Zero => [("Basal flow", periodic.Basal, Durations.OneDay)],
            FlexProgram flex => flex.OtherDays.Count == 0
                ? ProgramWorkings.Stretches(document, flex).Select(stretch => (stretch.Name, stretch.Segment.Rate, stretch.Segment.Length))
                : [],
            _ => [],
        };

    private static void Rounded(Document document, string name, FlowRate rate, Duration length, List<Working> lines)
    {
        var pump = document.Therapy.Pump.Model;
        if (pump.RateStep?.Quantity<FlowRate>() is { } step && step > FlowRate.Zero)
        {
            document.Sources.Use($"step of the rate, {pump.Name}", pump.RateStep);
            var steps = decimal.Floor(rate / step);
            lines.Add(
                new Working($"{name}: whole steps", Terms.PerHour(rate) / Terms.PerHour(step), Display.Number(rate / step))
                {
                    Note = $"rounded down to {Display.Number(steps)} whole steps of {Display.PerHour(step)}",
                }
            );
            lines.Add(new Working($"{name}: the pump gives", Term.Of(steps) * Terms.PerHour(step), Display.PerHour(step * steps)));
        }
        else if (pump.Stroke?.Quantity<Volume>() is { } stroke && stroke > Volume.Zero)
        {
            Strokes(document, $"{name}: volume in {Display.Of(length)}", rate * length, stroke, lines);
        }
    }

    private static void Strokes(Document document, string name, Volume volume, Volume stroke, List<Working> lines)
    {
        var pump = document.Therapy.Pump.Model;
        document.Sources.Use($"volume of a stroke, {pump.Name}", pump.Stroke!);
        var strokes = decimal.Floor(volume / stroke);
        lines.Add(
            new Working($"{name}: whole strokes", Terms.Of(volume) / Terms.Of(stroke), Display.Number(volume / stroke))
            {
                Note = $"rounded down to {Display.Number(strokes)} whole strokes of {Display.Of(stroke)}",
            }
        );
        lines.Add(new Working($"{name}: the pump gives", Term.Of(strokes) * Terms.Of(stroke), Display.Of(stroke * strokes)));
    }
}
