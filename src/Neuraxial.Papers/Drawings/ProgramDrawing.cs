using NodaTime;

namespace Neuraxial.Papers;

/// <summary>The program over 24 hours, drawn: a bolus meant for each morning and set for each hour looks like what it is (HZ-06).</summary>
internal static class ProgramDrawing
{
    private static readonly LocalDateTime Monday = new(2024, 1, 1, 0, 0);

    /// <summary>The drawing; nothing for a flow that never changes.</summary>
    public static Html Of(Document document)
    {
        var program = document.Therapy.Program;
        var cycle = program.Cycle(document.Therapy.Pump.Model.Semantics.BasalOrWorst);
        if (cycle.Segments.Count == 1)
        {
            return Html.None;
        }

        return program is FlexProgram flex && flex.OtherDays.Count > 0
            ? Html.Join(
                Enumerable
                    .Range(0, 7)
                    .Select(day => Monday.PlusDays(day))
                    .Select(day => Day(document, cycle, flex.PositionAt(day), $", {day.DayOfWeek}", true))
            )
            : Day(document, cycle, program is FlexProgram ? program.PositionAt(Monday) : Duration.Zero, "", program is FlexProgram);
    }

    private static Html Day(Document document, Cycle cycle, Duration from, string day, bool byClock)
    {
        var stretches = Stretches(cycle, from);
        var axes = Axes.For(0m, 24m, cycle.Segments.Max(segment => segment.Rate).InMillilitresPerHour());
        var id = "program" + day.Replace(", ", "-", StringComparison.Ordinal).ToLowerInvariant();
        var spoken = string.Join(
            "; ",
            stretches.Take(30).Select(stretch => $"{Hour(stretch.From, byClock)} to {Hour(stretch.To, byClock)}, {Display.PerHour(stretch.Rate)}")
        );
        List<(decimal From, decimal To, decimal Value)> line =
        [
            .. stretches.Select(stretch => (stretch.From, stretch.To, stretch.Rate.InMillilitresPerHour())),
        ];
        var primary = document.Therapy.Infusate.Primary;
        return Html.Of(
            $"""
            <figure>
            <figcaption>The program over 24&nbsp;hours{day}</figcaption>
            <svg class="chart" role="img" aria-labelledby="{id}-title {id}-desc" viewBox="{Axes.ViewBox}">
            <title id="{id}-title">Flow over 24&nbsp;hours{day}</title>
            <desc id="{id}-desc">{spoken}.</desc>
            <defs><pattern id="{id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>
            {axes.Draw("mL per hour", byClock ? "time on the pump’s clock" : "hours after the program begins", hour => Hour(hour, byClock))}
            {line.Select(stretch =>
                Html.Of(
                    $"<rect fill=\"url(#{id}-hatch)\" x=\"{axes.X(stretch.From)}\" y=\"{axes.Y(stretch.Value)}\" width=\"{axes.X(stretch.To) - axes.X(stretch.From)}\" height=\"{axes.Y(0m) - axes.Y(stretch.Value)}\"/>"
                )
            )}
            <path class="line" d="{axes.Steps(line)}"/>
            {stretches.Where(stretch => stretch.To - stretch.From >= 3m).Select(stretch =>
                Html.Of(
                    $"<text class=\"value\" text-anchor=\"middle\" x=\"{(axes.X(stretch.From) + axes.X(stretch.To)) / 2m}\" y=\"{axes.Y(stretch.Rate.InMillilitresPerHour()) - 6m}\">{Display.PerHour(primary.Concentration * stretch.Rate, primary.Drug.ShownInMicrograms)}</text>"
                )
            )}
            </svg>
            <p class="note">The numbers in the drawing are the dose of {primary.Drug.Name} per hour, where a stretch is long enough to write it.</p>
            </figure>

            """
        );
    }

    private static List<(decimal From, decimal To, FlowRate Rate)> Stretches(Cycle cycle, Duration from)
    {
        var stretches = new List<(decimal, decimal, FlowRate)>();
        var position = from;
        var index = 0;
        var start = Duration.Zero;
        while (start + cycle.Segments[index].Length <= position)
        {
            start += cycle.Segments[index].Length;
            index++;
        }

        var within = position - start;
        var at = Duration.Zero;
        while (at < Durations.OneDay)
        {
            var rest = cycle.Segments[index].Length - within;
            var end = at + rest < Durations.OneDay ? at + rest : Durations.OneDay;
            stretches.Add((at.InHours(), end.InHours(), cycle.Segments[index].Rate));
            at = end;
            within = Duration.Zero;
            index = (index + 1) % cycle.Segments.Count;
        }

        return stretches;
    }

    private static string Hour(decimal hour, bool byClock) =>
        byClock
            ? $"{decimal.ToInt32(decimal.Truncate(hour)):00}:{decimal.ToInt32(decimal.Round((hour - decimal.Truncate(hour)) * 60m)):00}"
            : Display.Number(hour);
}
