using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <content>Conversion, titration and observation.</content>
public static partial class PlanJson
{
    private static void WriteClinical(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("conversion"u8);
        foreach (var planned in plan.Conversion)
        {
            WriteConversion(json, planned, plan.Formulary);
        }

        json.WriteEndArray();
        WriteOralMorphine(json, plan.OralMorphine, plan.Formulary);
        json.WriteStartArray("titration"u8);
        foreach (var titration in plan.Titration)
        {
            WriteTitration(json, titration, plan.Formulary);
        }

        json.WriteEndArray();
        WriteObservation(json, plan.Observation, plan.Formulary);
    }

    private static void WriteConversion(Utf8JsonWriter json, PlannedConversion planned, Formulary formulary)
    {
        json.WriteStartObject();
        ConversionJson.WriteMembers(json, planned.Conversion, formulary);
        json.WriteBoolean("previous"u8, planned.IsPrevious);
        json.WriteBoolean("start"u8, planned.IsStart);
        Write(json, "prescribed"u8, planned.Prescribed);
        json.WriteString("position"u8, planned.Position is { } position ? PlannedConversion.Positions.Word(position) : null);
        json.WriteStartObject("together"u8);
        Write(json, "low"u8, planned.TotalLow);
        Write(json, "high"u8, planned.TotalHigh);
        json.WriteEndObject();
        WriteTaper(json, planned.Taper, formulary);
        json.WriteEndObject();
    }

    private static void WriteTaper(Utf8JsonWriter json, OpioidTaper? taper, Formulary formulary)
    {
        if (taper is null)
        {
            json.WriteNull("taper"u8);
            return;
        }

        json.WriteStartObject("taper"u8);
        Write(json, "before"u8, taper.Given);
        ConversionJson.WriteRule(json, "firstDay", taper.FirstDay, formulary);
        json.WriteBoolean("canStop"u8, taper.CanStop);
        ConversionJson.WriteRule(json, "daily", taper.Daily, formulary);
        json.WriteString("reading"u8, OpioidTaper.Reading);
        json.WriteStartArray("days"u8);
        foreach (var day in taper.Days)
        {
            json.WriteStartObject();
            json.WriteNumber("day"u8, day.Day);
            Write(json, "at"u8, day.At);
            Write(json, "low"u8, day.Low);
            Write(json, "high"u8, day.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRules(json, "statements"u8, taper.Statements, formulary);
        WriteRules(json, "stopRules"u8, taper.StopRules, formulary);
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<ConversionRule> rules, Formulary formulary)
    {
        json.WriteStartArray(name);
        foreach (var rule in rules)
        {
            ConversionJson.WriteRule(json, null, rule, formulary);
        }

        json.WriteEndArray();
    }

    private static void WriteOralMorphine(Utf8JsonWriter json, OralMorphine? total, Formulary formulary)
    {
        if (total is null)
        {
            json.WriteNull("oralMorphine"u8);
            return;
        }

        json.WriteStartObject("oralMorphine"u8);
        Write(json, "low"u8, total.Low);
        Write(json, "high"u8, total.High);
        json.WriteStartArray("parts"u8);
        foreach (var part in total.Parts)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, part.Opioid.Drug);
            json.WriteString("route"u8, part.Opioid.Route);
            Write(json, "given"u8, part.Opioid.Dose);
            Write(json, "low"u8, part.Low);
            Write(json, "high"u8, part.High);
            ConversionJson.WriteBand(json, "band", part.Band, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteObservation(Utf8JsonWriter json, ObservationSchedule schedule, Formulary formulary)
    {
        json.WriteStartArray("observation"u8);
        foreach (var row in schedule.Rows)
        {
            json.WriteStartObject();
            json.WriteString("what"u8, row.What);
            json.WriteString("every"u8, Every(row.Every));
            Write(json, "from"u8, row.From);
            Write(json, "until"u8, row.Until);
            json.WriteString("condition"u8, row.Condition);
            Write(json, "lasts"u8, row.Lasts);
            json.WriteString("text"u8, row.Text);
            json.WriteString("why"u8, row.Why);
            json.WriteString("source"u8, string.Join("; ", row.Provenance.Select(formulary.Cite)));
            json.WriteString("mark"u8, Provenance.Marks.Word(row.Mark));
            WriteTriggers(json, "triggers"u8, row.Triggers, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("observationNotes"u8);
        foreach (var note in schedule.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }

    private static string? Every(Duration? every) =>
        every is not { } known ? null
        : known == Duration.Zero ? "continual"
        : QuantityText.Write(known);

    private static void WriteTriggers(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<ObservationTrigger> triggers, Formulary formulary)
    {
        json.WriteStartArray(name);
        foreach (var trigger in triggers)
        {
            Same(json, trigger, formulary, WriteTrigger);
        }

        json.WriteEndArray();
    }

    private static void WriteTrigger(Utf8JsonWriter json, ObservationTrigger trigger, Formulary formulary)
    {
        json.WriteStartObject();
        json.WriteString("sign"u8, trigger.Sign);
        json.WriteString("trigger"u8, trigger.Trigger);
        json.WriteString("action"u8, trigger.Action);
        WriteProvenance(json, trigger.Provenance, formulary);
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, Provenance provenance, Formulary formulary)
    {
        json.WriteString("source"u8, formulary.Cite(provenance));
        json.WriteString("mark"u8, Provenance.Marks.Word(provenance.Mark));
    }
}
