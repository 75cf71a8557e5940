using System.Text.Json;

namespace Neuraxial;

/// <content>The parts of a plan that are about a change: priming, bridge, tip, container, residual, old and new, transfer.</content>
public static partial class PlanJson
{
    private static void WritePriming(Utf8JsonWriter json, Priming? priming)
    {
        if (priming is null)
        {
            json.WriteNull("priming");
            return;
        }

        json.WriteStartObject("priming");
        Write(json, "volume", priming.Volume);
        WriteMasses(json, "doses", priming.Doses);
        json.WriteStartObject("backTable");
        Write(json, "volume", priming.BackTableVolume);
        WriteMasses(json, "doses", priming.BackTableDoses);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBridge(Utf8JsonWriter json, Bridge? bridge)
    {
        if (bridge is null)
        {
            json.WriteNull("bridge");
            return;
        }

        json.WriteStartObject("bridge");
        json.WriteString("drug", bridge.Drug.Id);
        Write(json, "volume", bridge.Volume);
        Write(json, "rate", bridge.Rate);
        Write(json, "duration", bridge.Duration);
        Write(json, "programmed", bridge.Programmed);
        json.WriteString("programmedDrug", bridge.ProgrammedDrug.Id);
        Write(json, "delivered", bridge.Delivered);
        Write(json, "shownDose", bridge.Shown);
        json.WriteStartObject("unbridged");
        Write(json, "dose", bridge.UnbridgedDose);
        Write(json, "duration", bridge.UnbridgedDuration);
        json.WriteEndObject();
        json.WriteStartArray("parts");
        foreach (var part in bridge.Parts)
        {
            json.WriteStartObject();
            json.WriteString("part", part.Name);
            Write(json, "volume", part.Volume);
            Write(json, "duration", part.Duration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("sensitivity");
        Write(json, "volumeMinus20Percent", bridge.Sensitivity.Smaller);
        Write(json, "volumePlus20Percent", bridge.Sensitivity.Larger);
        json.WriteEndObject();
        json.WriteStartArray("drugs");
        foreach (var drug in bridge.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", drug.Drug.Id);
            Write(json, "old", drug.Old);
            Write(json, "new", drug.New);
            Write(json, "wanted", drug.Wanted);
            Write(json, "bridged", drug.Bridged);
            Write(json, "unbridged", drug.Unbridged);
            Write(json, "delivered", drug.Delivered);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTip(Utf8JsonWriter json, IReadOnlyList<TipHour> hours)
    {
        json.WriteStartArray("tip");

        // Most hours are like the hour before: their words are not made again.
        var columns = hours.Count == 0 ? 0 : hours[0].Drugs.Count * 2;
        var last = new Mass[columns];
        var texts = new string?[columns];
        string? Text(int column, Mass? mass)
        {
            if (mass is not { } known)
            {
                return null;
            }

            if (texts[column] is null || known != last[column])
            {
                last[column] = known;
                texts[column] = known.ToString();
            }

            return texts[column];
        }

        foreach (var hour in hours)
        {
            json.WriteStartObject();
            json.WriteNumber("hour", hour.Hour);
            json.WriteStartArray("drugs");
            for (var i = 0; i < hour.Drugs.Count; i++)
            {
                var drug = hour.Drugs[i];
                json.WriteStartObject();
                json.WriteString("drug", drug.Drug.Id);
                json.WriteString("bridged", Text(2 * i, drug.Bridged));
                json.WriteString("unbridged", Text((2 * i) + 1, drug.Unbridged));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMixing(Utf8JsonWriter json, ReservoirMixing? mixing)
    {
        if (mixing is null)
        {
            json.WriteNull("mixing");
            return;
        }

        json.WriteStartObject("mixing");
        Write(json, "residual", mixing.Residual);
        json.WriteNumber("rinses", mixing.Rinses);
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

    private static void WriteResidual(Utf8JsonWriter json, ResidualReconciliation? residual)
    {
        if (residual is null)
        {
            json.WriteNull("residual");
            return;
        }

        json.WriteStartObject("residual");
        Write(json, "expected", residual.Expected);
        Write(json, "measured", residual.Measured);
        Write(json, "intended", residual.Intended);
        Write(json, "delivered", residual.Delivered);
        if (residual.ErrorPercent is { } error)
        {
            json.WriteNumber("errorPercent", Plain(error));
        }
        else
        {
            json.WriteNull("errorPercent");
        }

        json.WriteString("severity", residual.Severity is { } severity ? Finding.Severities.Word(severity) : "none");
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, ProgramComparison? comparison)
    {
        if (comparison is null)
        {
            json.WriteNull("comparison");
            return;
        }

        json.WriteStartArray("comparison");
        foreach (var drug in comparison.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", drug.Drug.Id);
            Write(json, "old", drug.Old);
            Write(json, "new", drug.New);
            json.WriteStartArray("hours");
            foreach (var hour in drug.Hours)
            {
                json.WriteStartArray();
                json.WriteStringValue(hour.Old.ToString());
                json.WriteStringValue(hour.New.ToString());
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTransfer(Utf8JsonWriter json, TransferSheet sheet)
    {
        json.WriteStartObject("transfer");
        json.WriteString("device", sheet.Device);
        json.WriteStartArray("entries");
        foreach (var entry in sheet.Entries)
        {
            json.WriteStartObject();
            json.WriteString("field", entry.Field);
            json.WriteString("value", entry.Value);
            json.WriteString("note", entry.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMasses(Utf8JsonWriter json, string name, IReadOnlyList<DrugMass> masses)
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
}
