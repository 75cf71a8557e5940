using NodaTime;

namespace Neuraxial.Papers;

/// <summary>From the program to the flow, and from the flow to the dose of each drug.</summary>
internal static class ProgramWorkings
{
    private static readonly LocalDateTime Monday = new(2024, 1, 1, 0, 0);

    /// <summary>The program as the file gives it.</summary>
    public static IEnumerable<(string What, Html Value)> Given(Document document)
    {
        var program = document.Therapy.Program;
        switch (program)
        {
            case ContinuousProgram continuous:
                yield return ("Rate", Rate(continuous.Rate, document));
                break;
            case ConstantFlowProgram constant:
                yield return ("Flow, built into the pump", Rate(constant.Flow, document));
                break;
            case PeriodicProgram periodic:
                yield return (
                    "Bolus",
                    Html.Of(
                        $"""{Amount(Display.Of(periodic.Bolus))} over {Amount(Display.Of(periodic.BolusDuration))}, every {Amount(Display.Of(periodic.Every))} from start to start"""
                    )
                );
                yield return ("Basal flow", periodic.Basal == FlowRate.Zero ? Html.Text("none") : Rate(periodic.Basal, document));
                break;
            case FlexProgram flex:
                foreach (var stretch in Stretches(document, flex))
                {
                    yield return (
                        stretch.Name,
                        Html.Of($"""{Amount(Display.PerHour(stretch.Segment.Rate))} ({NumberWords.Of(Display.PerHour(stretch.Segment.Rate))})""")
                    );
                }

                break;
        }

        if (program.Demand is { } demand)
        {
            var over = demand.Duration is { } duration ? Html.Of($" over {Amount(Display.Of(duration))}") : Html.None;
            yield return ("Demand bolus", Html.Of($"{Amount(Display.Of(demand.Volume))} ({NumberWords.Of(Display.Of(demand.Volume))}){over}"));
            yield return ("Lockout", Amount(Display.Of(demand.Lockout)));
            yield return (
                "Most demand boluses",
                demand.Maximum is { } maximum
                    ? Html.Of($"{Display.Number(maximum.Count)} in {Amount(Display.Of(maximum.Per))}")
                    : Html.Text("limited by the lockout alone")
            );
        }
    }

    /// <summary>From what is set to the mean flow by the day and by the hour.</summary>
    public static IReadOnlyList<Working> Flow(Document document)
    {
        var mean = document.Plan.Program.Mean;
        var lines = new List<Working>();
        switch (document.Therapy.Program)
        {
            case PeriodicProgram periodic:
                Periodic(document, periodic, lines);
                break;
            case FlexProgram flex:
                Flex(document, flex, lines);
                break;
            default:
                lines.Add(
                    IsPerHour(mean, document)
                        ? new Working("Flow by the day", Terms.PerHour(mean) * Terms.HoursPerDay, Display.Of(mean))
                        : new Working("Flow by the hour", Terms.Of(mean) / Terms.HoursPerDay, Display.PerHour(mean))
                );
                return lines;
        }

        lines.Add(new Working("Mean flow by the hour", Terms.Of(mean) / Terms.HoursPerDay, Display.PerHour(mean)));
        return lines;
    }

    /// <summary>The dose of each drug by the day and by the hour, and of one bolus.</summary>
    public static IReadOnlyList<Working> Doses(Document document)
    {
        var lines = new List<Working>();
        var flow = Terms.Of(document.Plan.Program.Mean);
        foreach (var (part, dose) in document.Therapy.Infusate.Drugs.Zip(document.Plan.Program.Basal))
        {
            var perDay = Display.Of(dose);
            lines.Add(Terms.Mass($"{part.Drug.Name}, dose per day", Display.Of(part), strength => strength * flow, perDay));
            lines.Add(
                Terms.Mass(
                    $"{part.Drug.Name}, dose per hour",
                    perDay,
                    day => day / Terms.HoursPerDay,
                    Display.PerHour(dose.Dose, part.Drug.ShownInMicrograms)
                )
            );
        }

        if (document.Therapy.Program is PeriodicProgram periodic)
        {
            Bolus(document, "one bolus of the program", periodic.Bolus, lines);
        }

        if (document.Therapy.Program.Demand is { } demand)
        {
            Bolus(document, "one demand bolus", demand.Volume, lines);
        }

        return lines;
    }

    /// <summary>A flow in the unit in which it can be printed to its last digit: inside the body by the day, outside by the hour, where both can.</summary>
    private static Html Rate(FlowRate rate, Document document)
    {
        var shown = IsPerHour(rate, document) ? Display.PerHour(rate) : Display.Of(rate);
        return Html.Of($"{Amount(shown)} ({NumberWords.Of(shown)})");
    }

    private static bool IsPerHour(FlowRate rate, Document document) =>
        document.Therapy.Pump.Model.IsImplanted
            ? !IsWhole(Display.Of(rate), rate.InMillilitresPerDay()) && IsWhole(Display.PerHour(rate), rate.InMillilitresPerHour())
            : IsWhole(Display.PerHour(rate), rate.InMillilitresPerHour()) || !IsWhole(Display.Of(rate), rate.InMillilitresPerDay());

    /// <summary>Whether what is printed is the number itself and no rounding of it.</summary>
    private static bool IsWhole(string shown, decimal number) => Term.Of(shown).Value == number;

    private static Html Amount(string shown) => Html.Of($"""<b class="amount given">{shown}</b>""");

    private static void Bolus(Document document, string name, Volume volume, List<Working> lines) =>
        lines.AddRange(
            document.Therapy.Infusate.Drugs.Select(part =>
                Terms.Mass(
                    $"{part.Drug.Name}, {name}",
                    Display.Of(part),
                    strength => strength * Terms.Of(volume),
                    Display.Of(new DrugMass(part.Drug, part.Concentration * volume))
                )
            )
        );

    private static void Periodic(Document document, PeriodicProgram periodic, List<Working> lines)
    {
        var cycle = periodic.Cycle(document.Therapy.Pump.Model.Semantics.BasalOrWorst);
        var turn = Terms.Of(periodic.Bolus);
        if (periodic.Basal > FlowRate.Zero)
        {
            // The basal flow runs in the pause alone where the pump suspends it for a bolus, else all the time.
            var suspended = document.Therapy.Pump.Model.Semantics.BasalOrWorst == BasalDuringBolus.Suspended;
            var time = suspended ? periodic.Every - periodic.BolusDuration : periodic.Every;
            var basal = periodic.Basal * time;
            lines.Add(
                new Working(
                    suspended ? "Basal flow between two boluses" : "Basal flow from bolus to bolus",
                    Terms.PerHour(periodic.Basal) * Terms.Hours(time),
                    Display.Of(basal)
                )
            );
            turn += Terms.Of(basal);
            lines.Add(new Working("Volume from bolus to bolus", turn, Display.Of(cycle.Total)));
            turn = Terms.Of(cycle.Total);
        }

        lines.Add(new Working("Mean flow by the day", turn / Terms.Hours(periodic.Every) * Terms.HoursPerDay, Display.Of(cycle.Mean)));
    }

    private static void Flex(Document document, FlexProgram flex, List<Working> lines)
    {
        var stretches = Stretches(document, flex);
        foreach (var (name, segment) in stretches)
        {
            lines.Add(
                new Working($"{name}: volume", Terms.PerHour(segment.Rate) * Terms.Hours(segment.Length), Display.Of(segment.Rate * segment.Length))
            );
        }

        var cycle = flex.Cycle(document.Therapy.Pump.Model.Semantics.BasalOrWorst);
        var total = stretches.Select(stretch => Terms.Of(stretch.Segment.Rate * stretch.Segment.Length)).Aggregate((sum, next) => sum + next);
        var isWeek = cycle.Length > Durations.OneDay;
        lines.Add(new Working(isWeek ? "Volume in a week" : "Volume in a day", total, Display.Of(cycle.Total)));
        lines.Add(new Working("Mean flow by the day", Terms.Of(cycle.Total) / Terms.Days(cycle.Length), Display.Of(cycle.Mean)));
    }

    /// <summary>The stretches of constant flow of a day or a week, each with its times on the pump's clock.</summary>
    public static IReadOnlyList<(string Name, Segment Segment)> Stretches(Document document, FlexProgram flex)
    {
        var cycle = flex.Cycle(document.Therapy.Pump.Model.Semantics.BasalOrWorst);
        var isWeek = cycle.Length > Durations.OneDay;

        // Where the cycle stands on a Monday at midnight tells when its first stretch begins.
        var at = Monday + Period.FromNanoseconds((cycle.Length - flex.PositionAt(Monday)).ToInt64Nanoseconds());
        var stretches = new List<(string, Segment)>();
        foreach (var segment in cycle.Segments)
        {
            var end = at + Period.FromNanoseconds(segment.Length.ToInt64Nanoseconds());
            var day = isWeek ? $"{at.DayOfWeek}, " : "";
            stretches.Add(($"{day}{Time(at)} to {Time(end)}", segment));
            at = end;
        }

        return stretches;
    }

    private static string Time(LocalDateTime at) => $"{at.Hour:00}:{at.Minute:00}";
}
