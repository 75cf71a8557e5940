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
            json.WriteStartObject("compounding"u8);
            WriteWorksheet(json, worksheet);
            WriteRegister(json, worksheet.Register);
            WriteBlend(json, plan.Mixing);
            WriteCompensated(json, compounding);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("compounding"u8);
        }

        WriteCannot(json, compounding.Cannot);
        json.WriteStartArray("assay"u8);
        foreach (var assayed in compounding.Assay)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, assayed.Drug.Id);
            Write(json, "expected"u8, assayed.Expected);
            Write(json, "measured"u8, assayed.Measured);
            json.WriteNumber("errorPercent"u8, Plain(assayed.ErrorPercent));
            json.WriteString("severity"u8, assayed.Severity is { } severity ? Finding.Severities.Word(severity) : "none");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteWorksheet(Utf8JsonWriter json, Worksheet worksheet)
    {
        Write(json, "total"u8, worksheet.Total);
        json.WriteStartArray("parts"u8);
        foreach (var part in worksheet.Parts)
        {
            WritePart(json, part);
            foreach (var mass in part.Masses.Skip(1))
            {
                WriteCarried(json, part, mass);
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("diluent"u8);
        json.WriteString("name"u8, worksheet.Diluent.Id);
        Write(json, "volume"u8, worksheet.Diluent.Volume);
        Write(json, "forStocks"u8, worksheet.Diluent.ForStocks);
        json.WriteEndObject();
        json.WriteStartArray("waste"u8);
        foreach (var waste in worksheet.Waste)
        {
            json.WriteStartObject();
            json.WriteString("preparation"u8, waste.Stock.Preparation);
            json.WriteString("drug"u8, waste.Masses[0].Drug.Id);
            Write(json, "volume"u8, waste.Volume);
            Write(json, "mass"u8, waste.Masses[0].Mass);
            WriteNumber(json, "step"u8, waste.Step);
            WriteMasses(json, "also"u8, waste.Masses.Skip(1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, WorksheetPart part)
    {
        json.WriteStartObject();
        json.WriteString("drug"u8, part.Drug.Id);
        json.WriteString("preparation"u8, part.Stock.Preparation);
        WriteNumber(json, "count"u8, part.Count);
        Write(json, "volume"u8, part.Volume);
        Write(json, "mass"u8, part.Masses[0].Mass);
        json.WriteString("name"u8, part.Stock.Name);
        json.WriteString("form"u8, part.Stock.Form);
        Write(json, "strength"u8, part.Stock.Primary.Strength);
        json.WriteBoolean("stated"u8, part.IsNamed);
        json.WriteString("filter"u8, part.Stock.Filter);
        json.WriteNull("with"u8);
        WriteContainers(json, part.Open);
        Write(json, "drawn"u8, part.Drawn);
        if (part.Stock.Powder is { } powder)
        {
            json.WriteStartObject("powder"u8);
            Write(json, "mass"u8, powder);
            Write(json, "makeUpTo"u8, part.Stock.Sizes[0]);
            json.WriteNull("displacement"u8);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("powder"u8);
        }

        json.WriteStartArray("steps"u8);
        foreach (var step in part.Steps)
        {
            json.WriteStartObject();
            Write(json, "take"u8, step.Take);
            Write(json, "of"u8, step.Of);
            Write(json, "makeUpTo"u8, step.MakeUpTo);
            Write(json, "gives"u8, step.Gives);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Another drug of a premixed product: nothing is opened or drawn for it, so that counts and volumes still add up.</summary>
    private static void WriteCarried(Utf8JsonWriter json, WorksheetPart part, DrugMass mass)
    {
        json.WriteStartObject();
        json.WriteString("drug"u8, mass.Drug.Id);
        json.WriteString("preparation"u8, part.Stock.Preparation);
        json.WriteNumber("count"u8, 0);
        Write(json, "volume"u8, Volume.Zero);
        Write(json, "mass"u8, mass.Mass);
        json.WriteString("name"u8, part.Stock.Name);
        json.WriteString("form"u8, part.Stock.Form);
        Write(json, "strength"u8, part.Stock.Of(mass.Drug.Id));
        json.WriteBoolean("stated"u8, part.IsNamed);
        json.WriteString("filter"u8, part.Stock.Filter);
        json.WriteString("with"u8, part.Drug.Id);
        WriteContainers(json, []);
        Write(json, "drawn"u8, Volume.Zero);
        json.WriteNull("powder"u8);
        json.WriteStartArray("steps"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContainers(Utf8JsonWriter json, IReadOnlyList<ContainerCount>? open)
    {
        if (open is null)
        {
            json.WriteNull("containers"u8);
            return;
        }

        json.WriteStartArray("containers"u8);
        foreach (var container in open)
        {
            json.WriteStartObject();
            Write(json, "size"u8, container.Size);
            json.WriteNumber("count"u8, container.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRegister(Utf8JsonWriter json, IReadOnlyList<RegisterLine> register)
    {
        json.WriteStartArray("register"u8);
        foreach (var line in register)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, line.Drug.Id);
            json.WriteString("schedule"u8, line.Schedule);
            json.WriteString("preparation"u8, line.Stock.Preparation);
            json.WriteString("name"u8, line.Stock.Name);
            WriteNumber(json, "count"u8, line.Count);
            Write(json, "opened"u8, line.Opened);
            Write(json, "used"u8, line.Used);
            Write(json, "wasted"u8, line.Wasted);
            json.WriteNull("witness"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What the fill becomes in the container.</summary>
    private static void WriteBlend(Utf8JsonWriter json, ReservoirMixing? mixing)
    {
        if (mixing is null)
        {
            json.WriteNull("residual"u8);
            return;
        }

        json.WriteStartObject("residual"u8);
        Write(json, "volume"u8, mixing.Residual);
        json.WriteStartArray("drugs"u8);
        foreach (var drug in mixing.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, drug.Drug.Id);
            Write(json, "wanted"u8, drug.Wanted);
            Write(json, "mixed"u8, drug.Mixed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCompensated(Utf8JsonWriter json, Compounding compounding)
    {
        if (compounding.Compensated is not { } mixture)
        {
            json.WriteNull("compensated"u8);
            return;
        }

        json.WriteStartObject("compensated"u8);
        Write(json, "residual"u8, mixture.Residual);
        json.WriteStartArray("drugs"u8);
        foreach (var drug in mixture.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, drug.Drug.Id);
            Write(json, "concentration"u8, drug.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (mixture.Worksheet is { } worksheet)
        {
            json.WriteStartObject("worksheet"u8);
            WriteWorksheet(json, worksheet);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("worksheet"u8);
        }

        json.WriteEndObject();
    }

    private static void WriteCannot(Utf8JsonWriter json, CannotBeMade? cannot)
    {
        json.WriteStartArray("cannotBeMade"u8);
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
        json.WriteString("constraint"u8, obstacle.ConstraintWord);
        json.WriteString("drug"u8, obstacle.Drug?.Id);
        json.WriteString("message"u8, obstacle.Message);
        json.WriteBoolean("stated"u8, obstacle.IsNamed);
        Write(json, "needed"u8, obstacle.Needed);
        WriteStrengths(json, "leastStrengths"u8, obstacle.LeastStrengths);
        WriteStrengths(json, "strongest"u8, obstacle.Strongest);
        json.WriteEndObject();
    }

    private static void WriteStrengths(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<StockDrug> strengths)
    {
        json.WriteStartArray(name);
        foreach (var stock in strengths)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, stock.Drug.Id);
            Write(json, "strength"u8, stock.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMasses(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<DrugMass> masses)
    {
        json.WriteStartArray(name);
        foreach (var mass in masses)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, mass.Drug.Id);
            Write(json, "mass"u8, mass.Mass);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
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
