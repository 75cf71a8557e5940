namespace Neuraxial.Cli;

/// <summary>The catalogue for people: pumps and catheters in two tables. What is not known stays empty.</summary>
internal static class PumpsPage
{
    public static void WriteAll(Sheet sheet, Formulary data)
    {
        var pumps = new List<string?[]>();
        foreach (var pump in data.Pumps)
        {
            pumps.Add([
                pump.Id,
                $"{(pump.IsImplanted ? "implanted" : "external")}, {pump.Kind}",
                pump.Reservoir?.ToString() ?? "",
                Flow(pump),
                pump.LowReservoir?.ToString() ?? "",
                (pump.RateStep ?? pump.Stroke)?.ToString() ?? "",
                pump.Tubing(Bound.Maximum)?.ToString() ?? "",
            ]);
        }

        sheet.Heading("Pumps");
        sheet.Columns(["Pump", "Kind", "Container", "Flow", "Low alarm", "Step or stroke", "Tubing"], pumps);
        var catheters = new List<string?[]>();
        foreach (var catheter in data.Catheters)
        {
            catheters.Add([
                catheter.Id,
                catheter.Name,
                TherapyFile.Routes.Word(catheter.Space),
                catheter.Length?.ToString() ?? "",
                catheter.VolumePerLength?.ToString() ?? "",
            ]);
        }

        sheet.Heading("Catheters");
        sheet.Columns(["Catheter", "Name", "Space", "Length as supplied", "Volume per length"], catheters);
        sheet.Line("  Empty: not known. 'neuraxial pumps MODEL' shows every figure with its mark and source.", Ink.Faint);
    }

    private static string Flow(Pump pump) =>
        pump.NominalFlow is { } nominal ? $"built in, {nominal}"
        : pump.MinimumFlow is null && pump.MaximumFlow is null ? ""
        : $"{pump.MinimumFlow?.ToString() ?? "?"} to {pump.MaximumFlow?.ToString() ?? "?"}";
}
