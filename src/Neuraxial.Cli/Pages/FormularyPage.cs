namespace Neuraxial.Cli;

/// <summary>The formulary for people: all drugs in a table, or everything about one.</summary>
internal static class FormularyPage
{
    public static void WriteAll(Sheet sheet, Formulary data)
    {
        var table = new List<string?[]>();
        foreach (var drug in data.Drugs)
        {
            var licence = drug.Row.Row("licence");
            string Status(string uk, string us) =>
                licence is null ? "" : $"{licence.Row(uk)?.Text("status") ?? "unknown"} · {licence.Row(us)?.Text("status") ?? "unknown"}";
            int Count(string section) => data.Rows(section).Count(row => Names(row, drug.Id));
            table.Add([
                drug.Id,
                drug.Class,
                Status("ukIntrathecal", "usIntrathecal"),
                Status("ukEpidural", "usEpidural"),
                $"{Count("limits")}",
                $"{Count("preparations")}",
                $"{Count("stability")}",
            ]);
        }

        sheet.Columns(
            ["Drug", "Class", "Intrathecal licence, UK \u00b7 US", "Epidural licence, UK \u00b7 US", "Limits", "Products", "Stability"],
            table
        );
        sheet.Line();
        sheet.Line($"  Formulary {data.Version}, SHA-256 {data.Sha256}", Ink.Faint);
        sheet.Hanging(
            "Sections",
            Ink.Faint,
            string.Join(", ", Formulary.SectionNames.Select(name => $"{name} ({data.Rows(name).Count})")),
            Ink.Faint
        );
    }

    public static void WriteDrug(Sheet sheet, Drug drug, Formulary data)
    {
        RowPage.Write(sheet, [drug.Row], data);
        WriteDosing(sheet, drug, data);
        WriteLimits(sheet, drug, data);
        WritePreparations(sheet, drug, data);
        WriteStability(sheet, drug, data);
    }

    private static void WriteDosing(Sheet sheet, Drug drug, Formulary data)
    {
        sheet.Heading($"{drug.Id}: doses that authorities and series give");
        var table = new List<string?[]>();
        foreach (var row in data.Rows("dosing").Where(row => Names(row, drug.Id)))
        {
            var figure = row.Figure("figure")!;
            table.Add([
                row.Text("route"),
                row.Text("what"),
                row.Text("authority"),
                row.Text("patients") ?? "",
                figure.ToString(),
                figure.Provenance.ToString(),
            ]);
        }

        sheet.Columns(["Route", "What", "Authority", "Patients", "Figure", "Mark"], table);
    }

    private static void WriteLimits(Sheet sheet, Drug drug, Formulary data)
    {
        sheet.Heading($"{drug.Id}: limits (proposals to be signed off by the service)");
        var table = new List<string?[]>();
        foreach (var row in data.Rows("limits").Where(row => Names(row, drug.Id)))
        {
            var where = string.Join(", ", ((string?[])[row.Text("route"), row.Text("jurisdiction"), .. row.Texts("profiles")]).OfType<string>());
            table.Add([row.Id, row.Text("title"), where, Shown(row.Figure("soft")), Shown(row.Figure("hard")), row.Text("why")]);
        }

        sheet.Columns(["Rule", "What", "Where", "Soft", "Hard", "Why"], table);
    }

    private static void WritePreparations(Sheet sheet, Drug drug, Formulary data)
    {
        sheet.Heading($"{drug.Id}: preparations");
        var table = new List<string?[]>();
        foreach (var row in data.Rows("preparations").Where(row => Names(row, drug.Id)))
        {
            var parts = row.Rows("drugs");
            table.Add([
                row.Text("name"),
                row.Text("region"),
                string.Join(" + ", parts.Select(part => (part.Figure("strength") ?? part.Figure("amount"))?.ToString())),
                string.Join(", ", row.Figures("sizes").Select(size => size.ToString())),
                row.Text("preservativeFree"),
                row.Row("spinal")?.Text("intrathecal"),
                row.Row("spinal")?.Text("epidural"),
                row.Provenance?.ToString(),
            ]);
        }

        sheet.Columns(["Preparation", "Region", "Strength", "Sizes", "Preservative-free", "Intrathecal", "Epidural", "Mark"], table);
    }

    private static void WriteStability(Sheet sheet, Drug drug, Formulary data)
    {
        sheet.Heading($"{drug.Id}: stability");
        var table = new List<string?[]>();
        foreach (var study in data.StabilityStudies.Where(study => Names(study.Row, drug.Id)))
        {
            table.Add([
                study.Mixture,
                $"{study.Row.Text("setting")} {study.Row.Text("container")}".Trim(),
                study.Row.Figure("duration")?.ToString() ?? "",
                study.Row.Text("verdict"),
                study.Row.Text("use"),
                study.Provenance.ToString(),
            ]);
        }

        sheet.Columns(["Mixture", "Setting", "Time", "Verdict", "Used as", "Mark"], table);
    }

    private static string Shown(Figure? figure) => figure is null ? "" : $"{figure} {figure.Provenance}";

    private static bool Names(DataRow row, string drug) =>
        row.Text("drug") == drug
        || row.Texts("drugs").Contains(drug, StringComparer.Ordinal)
        || row.Rows("drugs").Any(part => part.Text("drug") == drug);
}
