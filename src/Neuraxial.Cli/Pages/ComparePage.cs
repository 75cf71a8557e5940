namespace Neuraxial.Cli;

/// <summary>Alternatives side by side: a column each, and in each row what a team weighs.</summary>
internal static class ComparePage
{
    public static void Write(Sheet sheet, List<Alternative> alternatives)
    {
        var table = new List<string?[]>();
        void Add(string what, Func<Alternative, string?> cell) => table.Add([what, .. alternatives.Select(cell)]);
        Add("Route", one => TherapyFile.Routes.Word(one.Plan.Therapy.Route));
        Add("Pump", one => one.Plan.Therapy.Pump.Model.Name);
        Add("Mode", one => one.Plan.Therapy.Program.Mode);
        foreach (
            var drug in alternatives
                .SelectMany(one => one.Plan.Therapy.Infusate.Drugs)
                .Select(part => part.Drug)
                .DistinctBy(drug => drug.Id, StringComparer.Ordinal)
        )
        {
            Add(
                $"{drug.Name}, in the mixture",
                one => one.Plan.Therapy.Infusate.Drugs.FirstOrDefault(part => part.Drug.Id == drug.Id) is { } part ? Display.Of(part) : "none"
            );
            Add($"{drug.Name}, programmed", one => Dose(one.Plan.Program.Basal, drug));
            Add($"{drug.Name}, most in any 24 hours", one => Dose(one.Plan.Program.Maximum, drug));
        }

        Add("Mean rate", one => Display.Of(one.Plan.Program.Mean));
        Add("Fill", one => Display.Of(one.Plan.Therapy.Fill.Volume));
        Add("Lasts", one => one.Lasts is { } lasts ? Display.Of(lasts) : null);
        Add("Refills in a year", one => one.VisitsPerYear is { } visits ? Display.Number(visits) : null);
        Add(
            "Refill by",
            one => one.Plan.RefillWithAll.RefillBy is { } by ? Display.Of(by.WithOffset(one.Plan.Therapy.Fill.At.Offset).LocalDateTime) : null
        );
        Add("because of", one => one.Plan.RefillWithAll.Reason is { } reason ? RefillDates.Reasons.Word(reason) : null);
        Add("Delay to the tip", one => one.Plan.FluidPath?.Delay is { } delay ? Display.Of(delay) : null);
        Add(
            "Findings",
            one =>
                string.Join(
                    ", ",
                    one.Plan.Findings.GroupBy(finding => finding.SeverityWord, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}")
                )
                    is { Length: > 0 } text
                    ? text
                    : "none"
        );
        sheet.Columns(["", .. alternatives.Select(alternative => alternative.Plan.Therapy.Name)], table);
        sheet.Line("  Dates and refills: all demand boluses taken. Decision support: the prescriber chooses.", Ink.Faint);
    }

    private static string Dose(IReadOnlyList<DrugDose> doses, Drug drug) =>
        doses.FirstOrDefault(dose => dose.Drug.Id == drug.Id) is { } found ? Display.Of(found) : "none";
}
