using System.Text.Json;

namespace Neuraxial;

/// <content>The worksheet, why there is none, and the assay.</content>
public static partial class PlanJson
{
    private static void WriteCompounding(Utf8JsonWriter json, Plan plan)
    {
        var compounding = plan.Compounding;
        if (compounding.Worksheet is { } worksheet)
        {
            json.WriteStartObject("compounding");
            WriteWorksheet(json, worksheet);
            WriteRegister(json, worksheet.Register);
            WriteBlend(json, plan.Mixing);
            WriteCompensated(json, compounding);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("compounding");
        }

        WriteCannot(json, compounding.Cannot);
        json.WriteStartArray("assay");
        foreach (var assayed in compounding.Assay)
        {
            json.WriteStartObject();
            json.WriteString("drug", assayed.Drug.Id);
            Write(json, "expected", assayed.Expected);
            Write(json, "measured", assayed.Measured);
            json.WriteNumber("errorPercent", Plain(assayed.ErrorPercent));
            json.WriteString("severity", assayed.Severity is { } severity ? Finding.Severities.Word(severity) : "none");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWorksheet(Utf8JsonWriter json, Worksheet worksheet)
    {
        Write(json, "total", worksheet.Total);
        json.WriteStartArray("parts");
        foreach (var part in worksheet.Parts)
        {
            WritePart(json, part);
            foreach (var mass in part.Masses.Skip(1))
            {
                WriteCarried(json, part, mass);
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("diluent");
        json.WriteString("name", worksheet.Diluent.Id);
        Write(json, "volume", worksheet.Diluent.Volume);
        Write(json, "forStocks", worksheet.Diluent.ForStocks);
        json.WriteEndObject();
        json.WriteStartArray("waste");
        foreach (var waste in worksheet.Waste)
        {
            json.WriteStartObject();
            json.WriteString("preparation", waste.Stock.Preparation);
            json.WriteString("drug", waste.Masses[0].Drug.Id);
            Write(json, "volume", waste.Volume);
            Write(json, "mass", waste.Masses[0].Mass);
            WriteNumber(json, "step", waste.Step);
            WriteMasses(json, "also", waste.Masses.Skip(1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, WorksheetPart part)
    {
        json.WriteStartObject();
        json.WriteString("drug", part.Drug.Id);
        json.WriteString("preparation", part.Stock.Preparation);
        WriteNumber(json, "count", part.Count);
        Write(json, "volume", part.Volume);
        Write(json, "mass", part.Masses[0].Mass);
        json.WriteString("name", part.Stock.Name);
        json.WriteString("form", part.Stock.Form);
        Write(json, "strength", part.Stock.Primary.Strength);
        json.WriteBoolean("stated", part.IsNamed);
        json.WriteString("filter", part.Stock.Filter);
        json.WriteNull("with");
        WriteContainers(json, part.Open);
        Write(json, "drawn", part.Drawn);
        if (part.Stock.Powder is { } powder)
        {
            json.WriteStartObject("powder");
            Write(json, "mass", powder);
            Write(json, "makeUpTo", part.Stock.Sizes[0]);
            json.WriteNull("displacement");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("powder");
        }

        json.WriteStartArray("steps");
        foreach (var step in part.Steps)
        {
            json.WriteStartObject();
            Write(json, "take", step.Take);
            Write(json, "of", step.Of);
            Write(json, "makeUpTo", step.MakeUpTo);
            Write(json, "gives", step.Gives);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Another drug of a premixed product: nothing is opened or drawn for it, so that counts and volumes still add up.</summary>
    private static void WriteCarried(Utf8JsonWriter json, WorksheetPart part, DrugMass mass)
    {
        json.WriteStartObject();
        json.WriteString("drug", mass.Drug.Id);
        json.WriteString("preparation", part.Stock.Preparation);
        json.WriteNumber("count", 0);
        Write(json, "volume", Volume.Zero);
        Write(json, "mass", mass.Mass);
        json.WriteString("name", part.Stock.Name);
        json.WriteString("form", part.Stock.Form);
        Write(json, "strength", part.Stock.Of(mass.Drug.Id));
        json.WriteBoolean("stated", part.IsNamed);
        json.WriteString("filter", part.Stock.Filter);
        json.WriteString("with", part.Drug.Id);
        WriteContainers(json, []);
        Write(json, "drawn", Volume.Zero);
        json.WriteNull("powder");
        json.WriteStartArray("steps");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContainers(Utf8JsonWriter json, IReadOnlyList<ContainerCount>? open)
    {
        if (open is null)
        {
            json.WriteNull("containers");
            return;
        }

        json.WriteStartArray("containers");
        foreach (var container in open)
        {
            json.WriteStartObject();
            Write(json, "size", container.Size);
            json.WriteNumber("count", container.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRegister(Utf8JsonWriter json, IReadOnlyList<RegisterLine> register)
    {
        json.WriteStartArray("register");
        foreach (var line in register)
        {
            json.WriteStartObject();
            json.WriteString("drug", line.Drug.Id);
            json.WriteString("schedule", line.Schedule);
            json.WriteString("preparation", line.Stock.Preparation);
            json.WriteString("name", line.Stock.Name);
            WriteNumber(json, "count", line.Count);
            Write(json, "opened", line.Opened);
            Write(json, "used", line.Used);
            Write(json, "wasted", line.Wasted);
            json.WriteNull("witness");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What the fill becomes in the container.</summary>
    private static void WriteBlend(Utf8JsonWriter json, ReservoirMixing? mixing)
    {
        if (mixing is null)
        {
            json.WriteNull("residual");
            return;
        }

        json.WriteStartObject("residual");
        Write(json, "volume", mixing.Residual);
        json.WriteStartArray("drugs");
        foreach (var drug in mixing.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", drug.Drug.Id);
            Write(json, "wanted", drug.Wanted);
            Write(json, "mixed", drug.Mixed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCompensated(Utf8JsonWriter json, Compounding compounding)
    {
        if (compounding.Compensated is not { } mixture)
        {
            json.WriteNull("compensated");
            return;
        }

        json.WriteStartObject("compensated");
        Write(json, "residual", mixture.Residual);
        json.WriteStartArray("drugs");
        foreach (var drug in mixture.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", drug.Drug.Id);
            Write(json, "concentration", drug.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (mixture.Worksheet is { } worksheet)
        {
            json.WriteStartObject("worksheet");
            WriteWorksheet(json, worksheet);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("worksheet");
        }

        json.WriteEndObject();
    }

    private static void WriteCannot(Utf8JsonWriter json, CannotBeMade? cannot)
    {
        json.WriteStartArray("cannotBeMade");
        foreach (var obstacle in cannot?.Obstacles ?? [])
        {
            WriteObstacle(json, obstacle);
        }

        json.WriteEndArray();
    }

    /// <summary>One obstacle, as plans and calculators write it.</summary>
    internal static void WriteObstacle(Utf8JsonWriter json, Obstacle obstacle)
    {
        json.WriteStartObject();
        json.WriteString("constraint", obstacle.ConstraintWord);
        json.WriteString("drug", obstacle.Drug?.Id);
        json.WriteString("message", obstacle.Message);
        json.WriteBoolean("stated", obstacle.IsNamed);
        Write(json, "needed", obstacle.Needed);
        WriteStrengths(json, "leastStrengths", obstacle.LeastStrengths);
        WriteStrengths(json, "strongest", obstacle.Strongest);
        json.WriteEndObject();
    }

    private static void WriteStrengths(Utf8JsonWriter json, string name, IReadOnlyList<StockDrug> strengths)
    {
        json.WriteStartArray(name);
        foreach (var stock in strengths)
        {
            json.WriteStartObject();
            json.WriteString("drug", stock.Drug.Id);
            Write(json, "strength", stock.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMasses(Utf8JsonWriter json, string name, IEnumerable<DrugMass> masses)
    {
        json.WriteStartArray(name);
        foreach (var mass in masses)
        {
            json.WriteStartObject();
            json.WriteString("drug", mass.Drug.Id);
            Write(json, "mass", mass.Mass);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
