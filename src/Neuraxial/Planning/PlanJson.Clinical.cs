using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <content>Conversion, titration and observation.</content>
public static partial class PlanJson
{
    private static void WriteClinical(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("conversion");
        foreach (var planned in plan.Conversion)
        {
            WriteConversion(json, planned, plan.Formulary);
        }

        json.WriteEndArray();
        WriteOralMorphine(json, plan.OralMorphine, plan.Formulary);
        json.WriteStartArray("titration");
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
        json.WriteBoolean("previous", planned.IsPrevious);
        json.WriteBoolean("start", planned.IsStart);
        Write(json, "prescribed", planned.Prescribed);
        json.WriteString("position", planned.Position is { } position ? PlannedConversion.Positions.Word(position) : null);
        json.WriteStartObject("together");
        Write(json, "low", planned.TotalLow);
        Write(json, "high", planned.TotalHigh);
        json.WriteEndObject();
        WriteTaper(json, planned.Taper, formulary);
        json.WriteEndObject();
    }

    private static void WriteTaper(Utf8JsonWriter json, OpioidTaper? taper, Formulary formulary)
    {
        if (taper is null)
        {
            json.WriteNull("taper");
            return;
        }

        json.WriteStartObject("taper");
        Write(json, "before", taper.Given);
        ConversionJson.WriteRule(json, "firstDay", taper.FirstDay, formulary);
        json.WriteBoolean("canStop", taper.CanStop);
        ConversionJson.WriteRule(json, "daily", taper.Daily, formulary);
        json.WriteString("reading", OpioidTaper.Reading);
        json.WriteStartArray("days");
        foreach (var day in taper.Days)
        {
            json.WriteStartObject();
            json.WriteNumber("day", day.Day);
            Write(json, "at", day.At);
            Write(json, "low", day.Low);
            Write(json, "high", day.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRules(json, "statements", taper.Statements, formulary);
        WriteRules(json, "stopRules", taper.StopRules, formulary);
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, string name, IReadOnlyList<ConversionRule> rules, Formulary formulary)
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
            json.WriteNull("oralMorphine");
            return;
        }

        json.WriteStartObject("oralMorphine");
        Write(json, "low", total.Low);
        Write(json, "high", total.High);
        json.WriteStartArray("parts");
        foreach (var part in total.Parts)
        {
            json.WriteStartObject();
            json.WriteString("drug", part.Opioid.Drug);
            json.WriteString("route", part.Opioid.Route);
            Write(json, "given", part.Opioid.Dose);
            Write(json, "low", part.Low);
            Write(json, "high", part.High);
            ConversionJson.WriteBand(json, "band", part.Band, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteObservation(Utf8JsonWriter json, ObservationSchedule schedule, Formulary formulary)
    {
        json.WriteStartArray("observation");
        foreach (var row in schedule.Rows)
        {
            json.WriteStartObject();
            json.WriteString("what", row.What);
            json.WriteString("every", Every(row.Every));
            Write(json, "from", row.From);
            Write(json, "until", row.Until);
            json.WriteString("condition", row.Condition);
            Write(json, "lasts", row.Lasts);
            json.WriteString("text", row.Text);
            json.WriteString("why", row.Why);
            json.WriteString("source", string.Join("; ", row.Provenance.Select(formulary.Cite)));
            json.WriteString("mark", Provenance.Marks.Word(row.Mark));
            WriteTriggers(json, "triggers", row.Triggers, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("observationNotes");
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

    private static void WriteTriggers(Utf8JsonWriter json, string name, IReadOnlyList<ObservationTrigger> triggers, Formulary formulary)
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
        json.WriteString("sign", trigger.Sign);
        json.WriteString("trigger", trigger.Trigger);
        json.WriteString("action", trigger.Action);
        WriteProvenance(json, trigger.Provenance, formulary);
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, Provenance provenance, Formulary formulary)
    {
        json.WriteString("source", formulary.Cite(provenance));
        json.WriteString("mark", Provenance.Marks.Word(provenance.Mark));
    }
}
