using System.Globalization;
using Neuraxial.Simulation;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary>Where the drugs of a therapy go: for each drug one table of places and times, what leaves the tip of it, and what is not known.</summary>
internal static class SimulationPage
{
    private const char NoBreak = '\u00a0';

    /// <summary>Of all vertebrae every third is shown where none were asked for.</summary>
    private const int EachLevel = 3;

    /// <summary>Times that say something, as far as the span reaches.</summary>
    private static readonly Duration[] Times =
    [
        Duration.FromHours(1),
        Duration.FromHours(6),
        Duration.FromDays(1),
        Duration.FromDays(3),
        Duration.FromDays(7),
    ];

    public static void Write(Sheet sheet, TherapySimulation simulation)
    {
        WriteHead(sheet, simulation);
        foreach (var (drug, dose) in simulation.Doses)
        {
            WriteDrug(sheet, simulation, drug, dose);
        }

        sheet.Heading("What is not known, and what to know");
        FindingsSection.Write(sheet, simulation.Findings);
        sheet.Line();
        sheet.Line(
            "  Three digits are shown; how far a drug spreads differs between people by a factor of two and a half either way (docs/model.md).",
            Ink.Faint
        );
        sheet.Line($"  Formulary {simulation.Plan.Formulary.Version}, SHA-256 {simulation.Plan.Formulary.Sha256}.", Ink.Faint);
        sheet.Line();
    }

    private static void WriteHead(Sheet sheet, TherapySimulation simulation)
    {
        var plan = simulation.Plan;
        var therapy = plan.Therapy;
        sheet.Title($"Simulation \u00b7 {therapy.Name}");
        List<Pair> pairs =
        [
            ("Model", $"{Person(therapy)}: no measurement, and no instruction to treat"),
            ("Route", $"{TherapyFile.Routes.Word(therapy.Route)}, catheter tip at {therapy.Catheter?.Tip?.ToString() ?? "not known"}"),
            ("Mixture", string.Join(" + ", therapy.Infusate.Drugs.Select(part => $"{part.Drug.Id} {Display.Of(part)}"))),
            ("Program", Program(plan)),
        ];
        if (therapy.Program.Demand is not null)
        {
            pairs.Add(("Demand boluses", Demand(simulation)));
        }

        pairs.Add(("Begins", $"{PlanPage.Clock(plan, therapy.Fill.Instant)} (pump's clock), {Start(therapy)}"));
        pairs.Add(
            (
                "Goes on",
                $"for {Display.Of(simulation.Request.For)}{(simulation.Tip.EmptyAt < simulation.Request.For ? ", refilled whenever the container is empty" : "")}"
            )
        );
        pairs.Add(("The plan itself", FindingsSection.Counted(plan.Findings)));
        sheet.Pairs([.. pairs]);
        foreach (var finding in plan.Findings.Where(finding => finding.Severity == Severity.Block))
        {
            FindingsSection.WriteMessage(sheet, finding);
        }
    }

    /// <summary>Of whom the model is the mean.</summary>
    private static string Person(Therapy therapy)
    {
        var subject = TherapySimulation.Subject(therapy);
        List<string> known = [];
        if (subject.AgeYears is { } years)
        {
            known.Add(string.Create(CultureInfo.InvariantCulture, $"{years} years"));
        }

        if (therapy.Patient?.Height is { } height)
        {
            known.Add(Display.Of(height));
        }

        if (therapy.Patient?.Weight is { } weight)
        {
            known.Add(Display.OfBody(weight));
        }

        return $"the mean {subject.Sex ?? ""} adult".Replace("  ", " ", StringComparison.Ordinal)
            + (known.Count == 0 ? "" : " of " + string.Join(", ", known));
    }

    private static string Program(Plan plan)
    {
        var program = plan.Therapy.Program;
        var given = $"{program.Mode}, {Display.Of(plan.Program.Mean)}{(program is FlexProgram or PeriodicProgram ? " in the mean" : "")}";
        return plan.Bridge is { } bridge ? $"bridge for {Display.Of(bridge.Duration)}, then {given}" : given;
    }

    private static string Demand(TherapySimulation simulation)
    {
        var added = simulation.Tip.Mean - simulation.Plan.Program.Mean;
        return simulation.Request.Demand switch
        {
            _ when added == FlowRate.Zero => "none taken",
            DemandTaken.All => $"all taken that the pump grants, evenly: {Display.Of(added)} more",
            _ => $"taken as often as expected, evenly: {Display.Of(added)} more",
        };
    }

    private static string Start(Therapy therapy) =>
        therapy.Previous switch
        {
            null => "with no drug in the body and infusate at the tip",
            { Program: null } => "with no drug in the body, for what ran before is not known",
            { Program.Demand: null } => "in the steady state of the program before",
            _ => "in the steady state of the program before, without its demand boluses",
        };

    private static void WriteDrug(Sheet sheet, TherapySimulation simulation, Drug drug, RateSchedule dose)
    {
        if (simulation.Of(drug) is not { } found)
        {
            sheet.Heading(drug.Name);
            sheet.Pairs(("Where it goes", null), ("Given", Mass(dose.Given(0, simulation.Request.For), drug)));
            return;
        }

        sheet.Heading($"{drug.Name}, nanogram per mL");
        var last = simulation.Hours.Count - 1;
        var columns = Times
            .Select(time => (Name: Short(time), Index: Index(simulation, time)))
            .Where(column => column.Index > 0 && column.Index < last)
            .Append((Name: Short(simulation.Request.For), Index: last))
            .ToList();
        var rows = Rows(simulation, found).ToList();
        string[] head = [.. columns.Select(column => column.Name), "peak", "at"];
        var cells = rows.ConvertAll(row => Cells(simulation, row.Values, columns));
        var widths = head.Select((name, i) => Math.Max(name.Length, cells.Max(line => line[i].Length))).ToArray();
        string[] Aligned(string[] line) => [.. line.Select((cell, i) => cell.PadLeft(widths[i], NoBreak))];
        sheet.Columns(["where", "", .. Aligned(head)], [.. rows.Select((row, i) => (string?[])[row.Where, row.Mark, .. Aligned(cells[i])])]);
        sheet.Line();
        sheet.Pairs(("Settles", Settles(simulation, found)), ("Balance", Balance(drug, found)));
    }

    private static string[] Cells(TherapySimulation simulation, double[] curve, List<(string Name, int Index)> columns)
    {
        // The first time that is shown as the peak: on a plateau the largest number itself is a matter of the last digit.
        var most = Shown(curve.Max());
        var peak = Array.FindIndex(curve, value => Shown(value) == most);
        return
        [
            .. columns.Select(column => Shown(curve[column.Index])),
            most,
            peak == 0 ? "start" : Short(Durations.FromHours((decimal)simulation.Hours[peak])),
        ];
    }

    /// <summary>From the head down: cisterns, fluid, the cord where it hurts, the epidural space at the tip; then blood, and what the drug becomes.</summary>
    private static IEnumerable<(string Where, string Mark, double[] Values)> Rows(TherapySimulation simulation, SimulatedDrug drug)
    {
        var therapy = simulation.Plan.Therapy;
        var tip = therapy.Catheter!.Tip!.Value;
        string Mark(Level level) => level == tip ? "tip" : "";
        yield return ("cisterns", "", drug.Curves.Cistern);
        var csf = drug.Curves.Csf;
        for (var i = 0; i < csf.Count; i++)
        {
            if (simulation.Request.Levels is not null || csf[i].Key == tip || i % EachLevel == 0)
            {
                yield return ($"CSF {csf[i].Key}", Mark(csf[i].Key), csf[i].Value);
            }
        }

        foreach (var (segment, curve) in drug.Curves.Cord.Where(cord => therapy.PainLevels.Contains(cord.Key)))
        {
            yield return ($"cord {segment}", "painful", curve);
        }

        if (therapy.Route == Route.Epidural)
        {
            foreach (var (level, curve) in drug.Curves.Epidural.Where(space => space.Key == tip))
            {
                yield return ($"epidural {level}", "tip", curve);
            }
        }

        yield return ("plasma", "", drug.Curves.Plasma);
        foreach (var metabolite in drug.Metabolites)
        {
            foreach (var (level, curve) in metabolite.Csf.Where(fluid => fluid.Key == tip))
            {
                yield return ($"as {metabolite.Drug.Id}, CSF {level}", Mark(level), curve);
            }

            yield return ($"as {metabolite.Drug.Id}, plasma", "", metabolite.Plasma);
        }
    }

    private static string Settles(TherapySimulation simulation, SimulatedDrug drug)
    {
        var settling = drug.Settling;
        if (settling.Steady <= 0)
        {
            return "it is left out of the new mixture, and goes";
        }

        var steady = $"{Shown(settling.Steady)} in the CSF at {settling.Level} in the steady state";
        var even = simulation.Tip.Turn == Duration.Zero ? "" : " of the mean dose";
        var reached =
            settling.AfterHours is not { } hours ? "not within a tenth of it in this time"
            : hours == 0 ? "within a tenth of it from the start"
            : $"within a tenth of it after {Display.Of(Durations.FromHours((decimal)hours))}";
        return $"{steady}{even}; {reached}";
    }

    private static string Balance(Drug drug, SimulatedDrug found)
    {
        var balance = found.Balance;
        var before = found.Before > 0 ? $"{Mass(found.Before, drug)} there at the start + " : "";
        return $"{before}{Mass(balance.In - found.Before, drug)} given = {Mass(balance.Body, drug)} in the body + {Mass(balance.Eliminated, drug)} eliminated";
    }

    private static string Mass(double micrograms, Drug drug) =>
        Display.Of(Neuraxial.Mass.FromMicrograms(decimal.Max(0, Rounded(micrograms))), drug.ShownInMicrograms);

    /// <summary>The last of the times that is no later.</summary>
    private static int Index(TherapySimulation simulation, Duration time) =>
        time > simulation.Request.For ? simulation.Hours.Count : (int)(time.ToInt64Nanoseconds() / simulation.Request.Every.ToInt64Nanoseconds());

    private static string Short(Duration time)
    {
        var (number, unit) =
            time < Duration.FromHours(1) ? (time.InMinutes(), "min")
            : time < Duration.FromDays(4) && time.InDays() % 1 != 0 ? (time.InHours(), "h")
            : (time.InDays(), "d");
        return Display.Number(decimal.Round(number, 1)) + NoBreak + unit;
    }

    /// <summary>Three digits: more would claim what no model knows. What is below a hundredth of a nanogram is nothing that anybody measures.</summary>
    private static string Shown(double value) => value < 0.01 ? (value < 1e-9 ? "0" : "<0.01") : Display.Number(Rounded(value));

    private static decimal Rounded(double value)
    {
        if (!(Math.Abs(value) > 1e-20))
        {
            return 0;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return (decimal)(Math.Round(value / unit) * unit);
    }
}
