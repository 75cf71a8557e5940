using NodaTime;

namespace Neuraxial.Cli;

/// <summary>The printed plan: what a consultant, a pharmacist and a nurse read, in the order in which they ask.</summary>
internal static class PlanPage
{
    public static void Print(List<Plan> plans) =>
        Sheet.Print(sheet =>
        {
            foreach (var plan in plans)
            {
                Write(sheet, plan);
            }
        });

    public static void Write(Sheet sheet, Plan plan)
    {
        WriteHead(sheet, plan);
        WriteDoses(sheet, plan);
        WriteProgram(sheet, plan);
        WriteRefill(sheet, plan);
        ChangeSection.Write(sheet, plan);
        WritePath(sheet, plan);
        ConversionSection.Write(sheet, plan);
        TitrationSection.Write(sheet, plan);
        ObservationSection.Write(sheet, plan);
        WriteTransfer(sheet, plan);
        CompoundingSection.Write(sheet, plan);
        WriteFindings(sheet, plan);
        WriteFoot(sheet, plan);
    }

    private static void WriteHead(Sheet sheet, Plan plan)
    {
        var therapy = plan.Therapy;
        sheet.Title($"Plan \u00b7 {therapy.Name}");
        sheet.Pairs(
            ("Route", $"{Word(therapy.Route)}{(therapy.Catheter?.Tip is { } tip ? $", catheter tip at {tip}" : "")}"),
            ("For", $"{Word(therapy.Indication)}; profile {plan.Profile ?? "not known"}"),
            ("Pump", therapy.Pump.Model.Name),
            (
                "Mixture",
                string.Join(" + ", therapy.Infusate.Drugs.Select(part => $"{part.Drug.Id} {Display.Of(part)}"))
                    + (therapy.Infusate.Diluent is { } diluent ? $" in {diluent}" : "")
            ),
            ("Fill", $"{Display.Of(therapy.Fill.Volume)} on {Clock(plan, therapy.Fill.Instant)} (pump's clock)")
        );
        WriteBanner(sheet, plan);
    }

    private static void WriteBanner(Sheet sheet, Plan plan)
    {
        sheet.Line();
        foreach (var finding in plan.Findings.Where(finding => finding.Severity == Severity.Block))
        {
            Write(sheet, finding);
        }

        int Count(Severity severity) => plan.Findings.Count(finding => finding.Severity == severity);
        sheet.Line(
            $"  Findings: {Count(Severity.Block)} block, {Count(Severity.Confirm)} to confirm, {Count(Severity.Unknown)} unknown, {Count(Severity.Warn)} to note."
        );
    }

    private static void WriteDoses(Sheet sheet, Plan plan)
    {
        sheet.Heading("What the patient gets");
        var hasDemand = plan.Therapy.Program.Demand is not null;
        string[] head = hasDemand
            ? ["Drug", "Programmed", "by the hour", "Most in any 24 hours", "The pump really gives"]
            : ["Drug", "Programmed", "by the hour", "The pump really gives"];
        var rows = new List<string?[]>();
        for (var i = 0; i < plan.Program.Basal.Count; i++)
        {
            var basal = plan.Program.Basal[i];
            var micrograms = basal.Drug.ShownInMicrograms;
            var achieved = plan.Program.Achievable is { } achievable ? Display.Of(achievable.Doses[i]) : null;
            string?[] cells = hasDemand
                ? [basal.Drug.Name, Display.Of(basal), Display.PerHour(basal.Dose, micrograms), Display.Of(plan.Program.Maximum[i]), achieved]
                : [basal.Drug.Name, Display.Of(basal), Display.PerHour(basal.Dose, micrograms), achieved];
            rows.Add(cells);
        }

        sheet.Columns(head, rows);
    }

    private static void WriteProgram(Sheet sheet, Plan plan)
    {
        sheet.Heading("Program");
        sheet.Pairs([.. Program(plan)]);
    }

    private static IEnumerable<Pair> Program(Plan plan)
    {
        var program = plan.Therapy.Program;
        yield return ("Mode", program.Mode);
        yield return ("Mean rate", $"{Display.PerHour(plan.Program.Mean)} = {Display.Of(plan.Program.Mean)}");
        if (program is FlexProgram flex)
        {
            yield return ("Every day", Steps(flex.Steps));
            foreach (var days in flex.OtherDays)
            {
                yield return (string.Join(", ", days.On), Steps(days.Steps));
            }
        }
        else if (program is PeriodicProgram periodic)
        {
            yield return (
                "Bolus",
                $"{Display.Of(periodic.Bolus)} over {Display.Of(periodic.BolusDuration)}, every {Display.Of(periodic.Every)} from start to start"
            );
            yield return ("Basal", periodic.Basal == FlowRate.Zero ? "none" : Display.PerHour(periodic.Basal));
        }

        if (program.Demand is { } demand)
        {
            var over = demand.Duration is { } duration ? $" over {Display.Of(duration)}" : "";
            var most = demand.Maximum is { } maximum ? $", at most {Display.Number(maximum.Count)} in {Display.Of(maximum.Per)}" : "";
            yield return (
                "Demand bolus",
                $"{Display.Of(demand.Volume)} ({string.Join(" + ", plan.Therapy.Infusate.Masses(demand.Volume).Select(mass => $"{mass.Drug.Id} {Display.Of(mass)}"))}){over}"
            );
            yield return ("Lockout", $"{Display.Of(demand.Lockout)}{most}; up to {Display.Number(plan.Program.DemandCount)} in 24 hours");
        }

        if (plan.Program.Achievable is { } achievable)
        {
            yield return (
                "In the pump's steps",
                $"{Display.PerHour(achievable.Rate)} = {Display.Of(achievable.Rate)}, error {Display.Percent(achievable.ErrorPercent)}"
            );
        }
    }

    private static string Steps(IReadOnlyList<FlexStep> steps) =>
        string.Join("; ", steps.Select(step => $"from {DateText.Write(step.At)} {Display.PerHour(step.Rate)}"));

    private static void WriteRefill(Sheet sheet, Plan plan)
    {
        sheet.Heading(plan.Therapy.Pump.Model.IsImplanted ? "Refill" : "Bag change");
        var table = new List<string?[]>();
        void Add(string what, RefillDates? dates) =>
            table.Add([
                what,
                dates?.RefillBy is { } by ? Clock(plan, by) : null,
                dates?.Reason is { } reason ? Reason(reason, dates) : null,
                dates?.LowAt is { } low ? Clock(plan, low) : null,
                dates?.EmptyAt is { } empty ? Clock(plan, empty) : null,
                dates?.StableUntil is { } stable ? Clock(plan, stable) : null,
            ]);
        if (plan.Therapy.Program.Demand is null)
        {
            Add("none", plan.Refill);
        }
        else
        {
            Add("none taken", plan.Refill);
            Add("as expected", plan.RefillWithExpected);
            Add("all taken", plan.RefillWithAll);
        }

        sheet.Columns(["Boluses", "Refill by", "because of", "Runs low", "Empty", "Stable until"], table);
    }

    private static string Reason(RefillReason reason, RefillDates dates) =>
        reason switch
        {
            RefillReason.Stability => "stability",
            RefillReason.ServiceLimit => "service limit",
            _ => dates.LowAt is null ? "empty" : "low volume",
        };

    private static void WritePath(Sheet sheet, Plan plan)
    {
        if (plan.FluidPath is not { } planned || plan.Priming is not { } priming)
        {
            return;
        }

        sheet.Heading("Fluid path");
        var tubing = plan.Therapy.Pump.Model.IsImplanted ? "tubing in the pump" : "line";
        string Doses(IReadOnlyList<DrugMass> masses) => string.Join(" + ", masses.Select(mass => $"{mass.Drug.Id} {Display.Of(mass)}"));
        sheet.Pairs(
            (
                "Volume",
                $"{Display.Of(planned.Path.Volume)} = {tubing} {Display.Of(planned.Path.TubingMaximum)} + catheter {Display.Of(planned.Path.Catheter)}"
            ),
            ("Delay", planned.Delay is { } delay ? $"{Display.Of(delay)} from container to tip at this program" : null),
            ("Prime, path empty", $"{Display.Of(priming.Volume)}: {Doses(priming.Doses)}"),
            ("Prime, catheter alone", $"{Display.Of(priming.BackTableVolume)}: {Doses(priming.BackTableDoses)}")
        );
    }

    private static void WriteTransfer(Sheet sheet, Plan plan)
    {
        sheet.Heading($"Transfer sheet: {plan.Transfer.Device}");
        sheet.Pairs([.. plan.Transfer.Entries.Select(entry => new Pair(entry.Field, Shown(entry)))]);
    }

    private static string? Shown(TransferEntry entry) =>
        entry.Note is null ? entry.Value
        : entry.Value is null ? entry.Note
        : $"{entry.Value}   ({entry.Note})";

    private static void WriteFindings(Sheet sheet, Plan plan)
    {
        sheet.Heading("Findings");
        foreach (var finding in plan.Findings)
        {
            Write(sheet, finding);
            sheet.Hanging("       ", Ink.Faint, Detail(finding), Ink.Faint);
        }

        if (plan.Findings.Count == 0)
        {
            sheet.Line("  none");
        }
    }

    private static void Write(Sheet sheet, Finding finding)
    {
        var (word, ink) = finding.Severity switch
        {
            Severity.Block => ("BLOCK  ", Ink.Block),
            Severity.Confirm => ("CONFIRM", Ink.Confirm),
            Severity.Unknown => ("UNKNOWN", Ink.Unknown),
            _ => ("WARN   ", Ink.Strong),
        };
        sheet.Hanging(word, ink, finding.Message, Ink.Plain);
    }

    private static string Detail(Finding finding)
    {
        var parts = new List<string> { $"{finding.Kind.Code} at {finding.Path}" };
        if (finding.Limit is not null)
        {
            parts.Add($"limit {finding.Limit}");
        }

        if (finding.Source is not null)
        {
            parts.Add($"source: {finding.Source}");
        }

        if (finding.Kind.Hazards.Length > 0)
        {
            parts.Add(string.Join(" ", finding.Kind.Hazards));
        }

        return string.Join(" · ", parts);
    }

    private static void WriteFoot(Sheet sheet, Plan plan)
    {
        sheet.Line();
        sheet.Line($"  Formulary {plan.Formulary.Version}, SHA-256 {plan.Formulary.Sha256}.", Ink.Faint);
        sheet.Line("  Doses are not yet held against the formulary's limits: the reader does that.", Ink.Faint);
        sheet.Line("  Decision support: no line here is an instruction to treat before the prescriber has checked it.", Ink.Faint);
        sheet.Line();
    }

    /// <summary>A moment as the pump's clock shows it, which was set at the fill and does not move.</summary>
    internal static string Clock(Plan plan, Instant instant) => Display.Of(instant.WithOffset(plan.Therapy.Fill.At.Offset).LocalDateTime);

    private static string Word(Route route) => route == Route.Epidural ? "epidural" : "intrathecal";

    private static string Word(Indication indication) =>
        indication switch
        {
            Indication.CancerPain => "cancer pain",
            Indication.NonCancerPain => "non-cancer pain",
            Indication.Spasticity => "spasticity",
            Indication.PostOperative => "pain after an operation",
            _ => "labour pain",
        };
}
