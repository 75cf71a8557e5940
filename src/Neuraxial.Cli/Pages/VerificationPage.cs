using System.Globalization;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary>Our own solver beside exact answers: a table for each problem, with its bound and the order that was found.</summary>
internal static class VerificationPage
{
    public static void Write(Sheet sheet, IReadOnlyList<VerificationProblem> problems)
    {
        sheet.Title("Verification \u00b7 are the equations solved rightly?");
        var rows = problems.Sum(problem => problem.Rows.Count);
        var held = problems.Sum(problem => problem.Rows.Count(row => row.IsHeld));
        var orders = problems.Where(problem => problem.Order is not null).ToList();
        sheet.Pairs(
            ("Held", $"{Display.Number(held)} of {Display.Number(rows)} values within their bounds"),
            (
                "Order",
                orders.Count == 0
                    ? null
                    : $"{Digits(orders.Min(problem => problem.Order!.Value), "F2")} to {Digits(orders.Max(problem => problem.Order!.Value), "F2")} in {Display.Number(orders.Count)} problems, by halving cells from 1 to 0.125 cm; 2 expected"
            ),
            ("Found", "with cells of 0.25 cm and exact steps")
        );
        foreach (var problem in problems.Where(problem => !problem.IsHeld))
        {
            sheet.Hanging("MISSED", Ink.Block, $"{problem.Id} {problem.Title}: {Missed(problem)}", Ink.Plain);
        }

        WriteSummary(sheet, problems);
        foreach (var problem in problems)
        {
            sheet.Heading($"{problem.Id} \u00b7 {problem.Title}");
            sheet.Line($"  {problem.Given}", Ink.Faint);
            if (problem.Rows.All(row => row.Exact is null))
            {
                sheet.Columns(
                    ["Law", "Deviation", "Bound", ""],
                    [.. problem.Rows.Select(row => (string?[])[row.Quantity, Share(row.Error), Share(row.Bound), Word(row)])]
                );
                continue;
            }

            sheet.Columns(
                ["Value", "Printed", "Exact", "Found", "Error", "Bound", problem.Order is null ? "" : "Order", ""],
                [.. problem.Rows.Select((row, i) => Row(problem, row, i == 0))]
            );
        }

        sheet.Line();
        sheet.Line(
            "  Exact: the closed form, evaluated here. Error: of the exact value; where nought is printed, of the largest value of the problem.",
            Ink.Faint
        );
        sheet.Line("  Whether these are the right equations is what experiments answer.", Ink.Faint);
    }

    /// <summary>A line a problem; those of one number and title together.</summary>
    private static void WriteSummary(Sheet sheet, IReadOnlyList<VerificationProblem> problems) =>
        sheet.Columns(
            ["", "Problem", "Values", "Largest error", "Bound", "Order", ""],
            [
                .. problems
                    .GroupBy(problem => (problem.Id, problem.Title))
                    .Select(group =>
                        (string?[])
                            [
                                group.Key.Id,
                                group.Key.Title,
                                Display.Number(group.Sum(problem => problem.Rows.Count)),
                                Share(group.Max(problem => problem.Rows.Max(row => row.Error))),
                                Share(group.Max(problem => problem.Rows.Max(row => row.Bound))),
                                group.Min(problem => problem.Order) is { } order ? Digits(order, "F2") : "\u2013",
                                group.All(problem => problem.IsHeld) ? "" : "MISSED",
                            ]
                    ),
            ]
        );

    private static string?[] Row(VerificationProblem problem, VerificationRow row, bool isFirst) =>
        [
            row.Quantity,
            row.Printed is { } printed ? printed.ToString(CultureInfo.InvariantCulture) : "\u2013",
            Digits(row.Exact!.Value, "G7"),
            Digits(row.Found!.Value, "G7"),
            Share(row.Error),
            Share(row.Bound),
            isFirst && problem.Order is { } order ? Digits(order, "F2") : "",
            Word(row),
        ];

    private static string Missed(VerificationProblem problem)
    {
        var rows = problem.Rows.Where(row => !row.IsHeld).Select(row => row.Quantity).ToList();
        return rows.Count > 0
            ? string.Join(", ", rows)
            : $"order {Digits(problem.Order!.Value, "F2")}, at least {Digits(VerificationProblem.LeastOrder, "F1")} expected";
    }

    private static string Word(VerificationRow row) =>
        row.IsHeld ? ""
        : row.IsAsPrinted ? "MISSED"
        : "NOT AS PRINTED";

    private static string Digits(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Per cent where that is a readable number, a power of ten where it is rounding.</summary>
    private static string Share(double share) =>
        share == 0 ? "0"
        : share < 1e-6 ? Digits(share, "0.#e-0")
        : $"{Digits(100 * share, "0.####")}\u00a0%";
}
