using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <summary>Reads the steps of a flex program.</summary>
internal static class FlexReading
{
    public static readonly Choice<IsoDayOfWeek> Days = new(
        new("monday", IsoDayOfWeek.Monday),
        new("tuesday", IsoDayOfWeek.Tuesday),
        new("wednesday", IsoDayOfWeek.Wednesday),
        new("thursday", IsoDayOfWeek.Thursday),
        new("friday", IsoDayOfWeek.Friday),
        new("saturday", IsoDayOfWeek.Saturday),
        new("sunday", IsoDayOfWeek.Sunday)
    );

    public static FlexProgram? Read(JsonMembers program)
    {
        var steps = ReadSteps(program, fewest: 2);
        var other = program.Objects("otherDays", ReadDays);
        foreach (var twice in other.SelectMany(days => days.On).GroupBy(day => day).Where(group => group.Count() > 1))
        {
            program.Fault("otherDays", $"{Days.Word(twice.Key)} stands {twice.Count()} times; expected each day once");
            return null;
        }

        if (steps is null || other.Any(days => days.Steps.Count == 0))
        {
            return null;
        }

        if (steps.Concat(other.SelectMany(days => days.Steps)).All(step => step.Rate == FlowRate.Zero))
        {
            program.Fault("steps", "nothing would be given; expected a step with more than 0 mL/d");
            return null;
        }

        return new FlexProgram(steps, other);
    }

    private static FlexDays? ReadDays(JsonMembers days)
    {
        var on = new List<IsoDayOfWeek>();
        var named = days.Required("on", "days of the week");
        if (named is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
        {
            // Dropped in silence, these steps would run on no day.
            days.Fault("on", "no day; expected at least one of monday to sunday");
        }

        foreach (var (element, path) in days.Items("on", named))
        {
            if (days.TextOf(element, path, Days.Expected) is { } text && days.Chosen(text, path, Days) is { } day)
            {
                on.Add(day);
            }
        }

        var steps = ReadSteps(days, fewest: 1);
        return on.Count == 0 || steps is null ? null : new FlexDays(on, steps);
    }

    private static List<FlexStep>? ReadSteps(JsonMembers members, int fewest)
    {
        var array = members.Required("steps", "the steps of a day");
        var read = members.Objects("steps", array, ReadStep);
        if (array is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        if (list.GetArrayLength() < fewest)
        {
            members.Fault("steps", $"{list.GetArrayLength()} steps; expected at least {fewest}");
            return null;
        }

        // A step that could not be read is a problem already.
        if (read.Count < list.GetArrayLength())
        {
            return null;
        }

        for (var i = 1; i < read.Count; i++)
        {
            if (read[i].Step.At <= read[i - 1].Step.At)
            {
                members.Fault(
                    "steps",
                    $"{DateText.Write(read[i].Step.At)} does not come after {DateText.Write(read[i - 1].Step.At)}; expected the steps in order of time, no two at once"
                );
                return null;
            }
        }

        return [.. read.Select(step => step.Step)];
    }

    private static ReadStepResult? ReadStep(JsonMembers step)
    {
        var at = step.RequiredText("at", "a time of day as 06:00") is { } text ? step.Taken(DateText.ParseTime(text), "at") : null;
        var rate = step.RequiredQuantity<FlowRate>("rate");
        return at is { } time && rate is { } flow ? new ReadStepResult(new FlexStep(time, flow)) : null;
    }

    /// <summary>A step in a class, since the reader of arrays hands on references.</summary>
    private sealed record ReadStepResult(FlexStep Step);
}
