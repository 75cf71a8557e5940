using System.Globalization;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary>Where the drugs of a therapy go: concentrations along the spine at some times, blood, and what is not known.</summary>
internal static class SimulationPage
{
    /// <summary>Times that say something, h, as far as the span reaches.</summary>
    private static readonly (double Hours, string Name)[] Times = [(1, "1 h"), (6, "6 h"), (24, "1 d"), (72, "3 d"), (168, "7 d")];

    public static void Write(Sheet sheet, TherapySimulation simulation)
    {
        var therapy = simulation.Plan.Therapy;
        sheet.Title($"Simulation \u00b7 {therapy.Name}");
        sheet.Pairs(
            ("route, tip", $"{(therapy.Route == Route.Epidural ? "epidural" : "intrathecal")}, {therapy.Catheter?.Tip?.ToString() ?? "not known"}"),
            ("time", $"{End(simulation)} from the fill on"),
            ("painful levels", therapy.PainLevels.Count == 0 ? "none stated" : string.Join(", ", therapy.PainLevels)),
            ("model", "the mean of adults of such age, sex, height and weight; no measurement, and no instruction to treat")
        );
        foreach (var drug in simulation.Drugs)
        {
            WriteDrug(sheet, simulation, drug);
        }

        sheet.Heading("Not known, and to be known");
        FindingsSection.Write(sheet, simulation.Findings);
        sheet.Line();
        sheet.Line("  Between people the mixing of the fluid differs by a factor of two and a half either way (docs/model.md).", Ink.Faint);
    }

    private static void WriteDrug(Sheet sheet, TherapySimulation simulation, SimulatedDrug drug)
    {
        sheet.Heading($"{drug.Drug.Title} in the spinal fluid, ng/mL");
        var last = simulation.Hours.Count - 1;
        var at = Times.Where(time => time.Hours < simulation.Hours[last]).Select(time => (Index: Index(simulation, time.Hours), time.Name)).ToList();
        var painful = simulation.Plan.Therapy.PainLevels;
        var tip = simulation.Plan.Therapy.Catheter!.Tip;
        var rows = new List<string?[]>();
        foreach (var (level, curve) in drug.Csf)
        {
            var mark = level == tip ? "tip" : "";
            rows.Add([level.ToString(), mark, .. at.Select(time => Shown(curve[time.Index])), Shown(curve[last]), Shown(curve.Max())]);
        }

        sheet.Columns(["level", "", .. at.Select(time => time.Name), End(simulation), "peak"], rows);
        if (painful.Count > 0)
        {
            sheet.Heading($"{drug.Drug.Title} in the cord at the painful levels, ng/mL");
            var segments = drug.Cord.Where(curve => painful.Contains(curve.Key)).ToList();
            if (segments.Count == 0)
            {
                sheet.Line("  not among the segments whose place is known");
            }
            else
            {
                sheet.Columns(
                    ["segment", .. at.Select(time => time.Name), End(simulation), "peak"],
                    [
                        .. segments.Select(segment =>
                            (string?[])
                                [
                                    segment.Key.ToString(),
                                    .. at.Select(time => Shown(segment.Value[time.Index])),
                                    Shown(segment.Value[last]),
                                    Shown(segment.Value.Max()),
                                ]
                        ),
                    ]
                );
            }
        }

        sheet.Line();
        var plasma = drug.Plasma;
        sheet.Pairs(
            (
                "plasma",
                $"{Shown(plasma[last])} ng/mL in the end, at most {Shown(plasma.Max())} after {Time(simulation.Hours[Array.IndexOf(plasma, plasma.Max())])}"
            ),
            ("cisterns", $"{Shown(drug.Cistern[last])} ng/mL in the end, at most {Shown(drug.Cistern.Max())}"),
            ("nine tenths", NineTenths(simulation, drug)),
            (
                "balance",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Shown(drug.Balance.In)} ug in, {Shown(drug.Balance.Body)} ug in the body, {Shown(drug.Balance.Eliminated)} ug eliminated"
                )
            )
        );
    }

    /// <summary>When the level of the tip holds nine tenths of what it holds in the end, for good.</summary>
    private static string NineTenths(TherapySimulation simulation, SimulatedDrug drug)
    {
        var curve = drug.Csf.FirstOrDefault(level => level.Key == simulation.Plan.Therapy.Catheter!.Tip).Value ?? drug.Csf[drug.Csf.Count / 2].Value;
        var wanted = 0.9 * curve[^1];
        var from = curve.Length - 1;
        while (from > 0 && curve[from - 1] >= wanted)
        {
            from--;
        }

        return $"of what it ends with, at the tip, from {Time(simulation.Hours[from])} on";
    }

    private static int Index(TherapySimulation simulation, double hours)
    {
        var index = 0;
        while (index + 1 < simulation.Hours.Count && simulation.Hours[index + 1] <= hours + 1e-9)
        {
            index++;
        }

        return index;
    }

    private static string End(TherapySimulation simulation) => Time(simulation.Hours[^1]);

    private static string Time(double hours) =>
        hours >= 48
            ? string.Create(CultureInfo.InvariantCulture, $"{hours / 24:0.#} d")
            : string.Create(CultureInfo.InvariantCulture, $"{hours:0.##} h");

    /// <summary>Three digits: more would claim what no model knows. What is below a hundredth of a nanogram is nothing that anybody measures.</summary>
    private static string Shown(double value)
    {
        if (value < 0.01)
        {
            return value < 1e-9 ? "0" : "< 0.01";
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return (Math.Round(value / unit) * unit).ToString(
            value >= 100 ? "#,0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );
    }
}
