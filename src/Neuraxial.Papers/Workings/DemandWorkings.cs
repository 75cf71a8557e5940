using NodaTime;

namespace Neuraxial.Papers;

/// <summary>How many demand boluses a day can hold, and what they come to with the program.</summary>
internal static class DemandWorkings
{
    /// <summary>The most of each drug in any 24 hours; empty where the patient can ask for nothing.</summary>
    public static IReadOnlyList<Working> Most(Document document)
    {
        var plan = document.Plan;
        if (document.Therapy.Program.Demand is not { } demand)
        {
            return [];
        }

        var semantics = document.Therapy.Pump.Model.Semantics;
        var cycle = document.Therapy.Program.Cycle(semantics.BasalOrWorst);
        var lines = new List<Working>();
        Count(document, demand, lines);
        var count = Term.Of(plan.Program.DemandCount);
        var boluses = demand.Volume * plan.Program.DemandCount;
        lines.Add(new Working("Volume of those boluses", count * Terms.Of(demand.Volume), Display.Of(boluses)));
        var scheduled = cycle.Most(Durations.OneDay);
        lines.Add(
            cycle.Segments.Count == 1
                ? new Working("Volume of the program in 24 hours", Terms.Of(cycle.Mean) * Terms.Days(Durations.OneDay), Display.Of(scheduled))
                : WorstWindow(cycle, scheduled)
        );
        Together(document, demand, cycle, scheduled, boluses, lines);
        foreach (var (part, dose) in document.Therapy.Infusate.Drugs.Zip(plan.Program.Maximum))
        {
            lines.Add(
                Terms.Mass(
                    $"{part.Drug.Name}, most in any 24 hours",
                    Display.Of(part),
                    strength => strength * Terms.Of(plan.Program.MaximumVolume),
                    Display.Of(new DrugMass(part.Drug, dose.Dose * Durations.OneDay))
                )
            );
        }

        return lines;
    }

    /// <summary>The mean flow of demand boluses if every one is taken that the pump grants.</summary>
    public static Working MostFlow(DemandBolus demand, PumpSemantics semantics)
    {
        var flow = demand.MostFlow(semantics.LockoutOrWorst);
        var spacing = demand.Spacing(semantics.LockoutOrWorst);
        var byMaximum = demand.Maximum is { } maximum && flow == demand.Volume * maximum.Count / maximum.Per && flow < demand.Volume / spacing;
        var from = byMaximum
            ? Term.Of(demand.Maximum!.Count) * Terms.Of(demand.Volume) / Terms.Hours(demand.Maximum.Per)
            : Terms.Of(demand.Volume) / Terms.Minutes(spacing) * Terms.MinutesPerHour;
        return new Working("Mean flow of all demand boluses", from * Terms.HoursPerDay, Display.Of(flow));
    }

    private static void Count(Document document, DemandBolus demand, List<Working> lines)
    {
        var semantics = document.Therapy.Pump.Model.Semantics;
        var reference = semantics.LockoutOrWorst;
        var spacing = demand.Spacing(reference);
        if (reference == LockoutReference.EndToStart)
        {
            lines.Add(
                new Working(
                    "Shortest time from the start of one bolus to the next",
                    Terms.Minutes(demand.Lockout) + Terms.Minutes(demand.Duration ?? Duration.Zero),
                    Minutes(spacing)
                )
                {
                    Note = demand.Duration is null
                        ? "lockout and length of a bolus: the lockout counts from the end of a bolus, and how long one takes is not in the file: taken as nothing"
                        : "lockout and length of a bolus: the lockout counts from the end of a bolus",
                }
            );
        }

        var from =
            reference == LockoutReference.EndToStart ? ""
            : semantics.LockoutReference is null ? "from when this pump counts the lockout is not known: taken from the start of a bolus, the worse; "
            : "the lockout counts from the start of a bolus; ";
        var count = document.Plan.Program.DemandCount;
        if (demand.Maximum is not { } maximum)
        {
            lines.Add(
                new Working(
                    "Intervals in 24 hours",
                    Terms.Hours(Durations.OneDay) * Terms.MinutesPerHour / Terms.Minutes(spacing),
                    Display.Number(Durations.OneDay.Over(spacing))
                )
                {
                    Note =
                        from + $"rounded up to {Display.Number(count)}: a begun interval counts as a whole one, since a bolus may come at its start",
                }
            );
            return;
        }

        // As the domain counts them: bursts as close as the lockout allows, then a wait until the first is a window old.
        var burst = Math.Min(maximum.Count, DemandBolus.Starts(maximum.Per, spacing));
        var span = spacing * burst;
        var turn = maximum.Per > span ? maximum.Per : span;
        var turns = Durations.OneDay.ToInt64Nanoseconds() / turn.ToInt64Nanoseconds();
        var rest = count - (turns * burst);
        lines.Add(
            new Working("Demand boluses in 24 hours, at most", (Term.Of(turns) * Term.Of(burst)) + Term.Of(rest), Display.Number(count))
            {
                Note =
                    from
                    + $"as many as allowed ({Display.Number(burst)}) as fast as the lockout lets, then a wait until {Display.Of(turn)} after the first; {Wording.Count((int)turns, "such turn")} in 24 hours, and what still fits",
            }
        );
    }

    private static Working WorstWindow(Cycle cycle, Volume most)
    {
        var turns = Durations.OneDay.ToInt64Nanoseconds() / cycle.Length.ToInt64Nanoseconds();
        var whole = cycle.Total * turns;
        var rest = most > whole ? most - whole : Volume.Zero;
        return new Working(
            "Volume of the program in the fullest 24 hours",
            (Term.Of(turns) * Terms.Of(cycle.Total)) + Terms.Of(rest),
            Display.Of(most)
        )
        {
            Note = "whole turns of the program and the fullest stretch of what is left of 24 hours, wherever it begins",
        };
    }

    private static void Together(Document document, DemandBolus demand, Cycle cycle, Volume scheduled, Volume boluses, List<Working> lines)
    {
        const string What = "Most volume in any 24 hours";
        var most = document.Plan.Program.MaximumVolume;
        var semantics = document.Therapy.Pump.Model.Semantics;
        if (most == scheduled + boluses)
        {
            lines.Add(
                new Working(What, Terms.Of(scheduled) + Terms.Of(boluses), Display.Of(most))
                {
                    Note = semantics.BasalDuringBolus is null
                        ? "what this pump does with the basal flow during a bolus is not known: it is taken to run on"
                        : "the basal flow runs on during a bolus",
                }
            );
            return;
        }

        if (most == scheduled || demand.Duration is not { } duration)
        {
            lines.Add(
                new Working(What, Terms.Of(scheduled) + Terms.Of(Volume.Zero), Display.Of(most))
                {
                    Note = "a bolus is slower than the basal flow that it interrupts: the fullest day is one without any",
                }
            );
            return;
        }

        var lowest = cycle.Segments.Min(segment => segment.Rate);
        var busy = Durations.FromDays(decimal.Min(1m, duration.InDays() * document.Plan.Program.DemandCount));
        lines.Add(
            new Working(
                "Time taken up by boluses",
                Term.Of(document.Plan.Program.DemandCount) * Terms.Minutes(duration) / Terms.MinutesPerHour,
                Terms.Hours(busy).Text
            )
        );
        var displaced = lowest * busy;
        lines.Add(
            new Working("Basal flow that stands still meanwhile", Terms.PerHour(lowest) * Terms.Hours(busy), Display.Of(displaced))
            {
                Note = "at the lowest flow of the program: on the side of too much",
            }
        );
        lines.Add(new Working(What, Terms.Of(scheduled) - Terms.Of(displaced) + Terms.Of(boluses), Display.Of(most)));
    }

    private static string Minutes(Duration duration) => Terms.Minutes(duration).Text;
}
