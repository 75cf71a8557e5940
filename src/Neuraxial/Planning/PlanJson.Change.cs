using System.Text.Json;

namespace Neuraxial;

/// <content>The parts of a plan that are about a change: priming, bridge, tip, container, residual, old and new, transfer.</content>
public static partial class PlanJson
{
    private static void WritePriming(Utf8JsonWriter json, Priming? priming)
    {
        if (priming is null)
        {
            json.WriteNull("priming"u8);
            return;
        }

        json.WriteStartObject("priming"u8);
        Write(json, "volume"u8, priming.Volume);
        WriteMasses(json, "doses"u8, priming.Doses);
        json.WriteStartObject("backTable"u8);
        Write(json, "volume"u8, priming.BackTableVolume);
        WriteMasses(json, "doses"u8, priming.BackTableDoses);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBridge(Utf8JsonWriter json, Bridge? bridge)
    {
        if (bridge is null)
        {
            json.WriteNull("bridge"u8);
            return;
        }

        json.WriteStartObject("bridge"u8);
        json.WriteString("drug"u8, bridge.Drug.Id);
        Write(json, "volume"u8, bridge.Volume);
        Write(json, "rate"u8, bridge.Rate);
        Write(json, "duration"u8, bridge.Duration);
        Write(json, "programmed"u8, bridge.Programmed);
        json.WriteString("programmedDrug"u8, bridge.ProgrammedDrug.Id);
        Write(json, "delivered"u8, bridge.Delivered);
        Write(json, "shownDose"u8, bridge.Shown);
        json.WriteStartObject("unbridged"u8);
        Write(json, "dose"u8, bridge.UnbridgedDose);
        Write(json, "duration"u8, bridge.UnbridgedDuration);
        json.WriteEndObject();
        json.WriteStartArray("parts"u8);
        foreach (var part in bridge.Parts)
        {
            json.WriteStartObject();
            json.WriteString("part"u8, part.Name);
            Write(json, "volume"u8, part.Volume);
            Write(json, "duration"u8, part.Duration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("sensitivity"u8);
        Write(json, "volumeMinus20Percent"u8, bridge.Sensitivity.Smaller);
        Write(json, "volumePlus20Percent"u8, bridge.Sensitivity.Larger);
        json.WriteEndObject();
        json.WriteStartArray("drugs"u8);
        foreach (var drug in bridge.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, drug.Drug.Id);
            Write(json, "old"u8, drug.Old);
            Write(json, "new"u8, drug.New);
            Write(json, "wanted"u8, drug.Wanted);
            Write(json, "bridged"u8, drug.Bridged);
            Write(json, "unbridged"u8, drug.Unbridged);
            Write(json, "delivered"u8, drug.Delivered);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTip(Utf8JsonWriter json, IReadOnlyList<TipHour> hours)
    {
        json.WriteStartArray("tip"u8);

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
            json.WriteNumber("hour"u8, hour.Hour);
            json.WriteStartArray("drugs"u8);
            for (var i = 0; i < hour.Drugs.Count; i++)
            {
                var drug = hour.Drugs[i];
                json.WriteStartObject();
                json.WriteString("drug"u8, drug.Drug.Id);
                json.WriteString("bridged"u8, Text(2 * i, drug.Bridged));
                json.WriteString("unbridged"u8, Text((2 * i) + 1, drug.Unbridged));
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
            json.WriteNull("mixing"u8);
            return;
        }

        json.WriteStartObject("mixing"u8);
        Write(json, "residual"u8, mixing.Residual);
        json.WriteNumber("rinses"u8, mixing.Rinses);
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

    private static void WriteResidual(Utf8JsonWriter json, ResidualReconciliation? residual)
    {
        if (residual is null)
        {
            json.WriteNull("residual"u8);
            return;
        }

        json.WriteStartObject("residual"u8);
        Write(json, "expected"u8, residual.Expected);
        Write(json, "measured"u8, residual.Measured);
        Write(json, "intended"u8, residual.Intended);
        Write(json, "delivered"u8, residual.Delivered);
        if (residual.ErrorPercent is { } error)
        {
            json.WriteNumber("errorPercent"u8, Plain(error));
        }
        else
        {
            json.WriteNull("errorPercent"u8);
        }

        json.WriteString("severity"u8, residual.Severity is { } severity ? Finding.Severities.Word(severity) : "none");
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, ProgramComparison? comparison)
    {
        if (comparison is null)
        {
            json.WriteNull("comparison"u8);
            return;
        }

        json.WriteStartArray("comparison"u8);
        foreach (var drug in comparison.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, drug.Drug.Id);
            Write(json, "old"u8, drug.Old);
            Write(json, "new"u8, drug.New);
            json.WriteStartArray("hours"u8);
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
        json.WriteStartObject("transfer"u8);
        json.WriteString("device"u8, sheet.Device);
        json.WriteStartArray("entries"u8);
        foreach (var entry in sheet.Entries)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, entry.Field);
            json.WriteString("value"u8, entry.Value);
            json.WriteString("note"u8, entry.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMasses(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<DrugMass> masses)
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
}
