using System.Text.Json;

namespace Neuraxial;

/// <content>The next steps of each drug.</content>
public static partial class PlanJson
{
    private static void WriteTitration(Utf8JsonWriter json, Titration titration, Formulary formulary)
    {
        json.WriteStartObject();
        json.WriteString("drug"u8, titration.Drug.Id);
        Write(json, "now"u8, titration.Now);
        Write(json, "since"u8, titration.Since);
        WriteStarts(json, titration.Starts, formulary);
        json.WriteStartArray("options"u8);
        foreach (var option in titration.Options)
        {
            WriteOption(json, option, formulary);
        }

        json.WriteEndArray();
        WriteCeilings(json, titration.Ceilings, formulary);
        if (titration is { Narrowest: { } narrowest, NarrowestPercent: { } percent })
        {
            json.WriteStartObject("narrowest"u8);
            json.WriteString("drug"u8, narrowest.Id);
            json.WriteNumber("percent"u8, Plain(percent));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("narrowest"u8);
        }

        WriteWaits(json, titration.Waits, formulary);
        WriteFigures(json, "watch"u8, titration.Watch, formulary);
        WriteTriggers(json, "stopRules"u8, titration.StopRules, formulary);
        WriteFigures(json, "withdrawal"u8, titration.Withdrawal, formulary);
        WriteFigures(json, "plannedStop"u8, titration.PlannedStop, formulary);
        json.WriteEndObject();
    }

    private static void WriteStarts(Utf8JsonWriter json, IReadOnlyList<PublishedStart> starts, Formulary formulary)
    {
        json.WriteStartArray("starts"u8);
        foreach (var start in starts)
        {
            json.WriteStartObject();
            json.WriteString("by"u8, start.By);
            json.WriteString("patients"u8, start.Patients);
            Write(json, "low"u8, start.Low);
            Write(json, "high"u8, start.High);
            json.WriteString("text"u8, start.Text);
            WriteProvenance(json, start.Provenance, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter json, TitrationOption option, Formulary formulary)
    {
        json.WriteStartObject();
        json.WriteString("by"u8, option.By);
        json.WriteString("patients"u8, option.Patients);
        json.WriteString("phase"u8, option.Phase);
        json.WriteString("change"u8, option.Change);
        Write(json, "interval"u8, option.Interval);
        Write(json, "advised"u8, option.Advised);
        json.WriteString("note"u8, option.Note);
        WriteProvenance(json, option.Provenance, formulary);
        json.WriteStartArray("steps"u8);
        foreach (var step in option.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("step"u8, step.Number);
            Write(json, "from"u8, step.NotBefore);
            Write(json, "low"u8, step.Low);
            Write(json, "high"u8, step.High);
            Write(json, "lowRate"u8, step.LowRate);
            Write(json, "highRate"u8, step.HighRate);
            Write(json, "lowConcentration"u8, step.LowConcentration);
            Write(json, "highConcentration"u8, step.HighConcentration);
            json.WriteStartArray("meets"u8);
            foreach (var ceiling in step.Meets)
            {
                json.WriteStringValue($"{ceiling.Rule} {(ceiling.IsHard ? "hard" : "soft")} {ceiling.Dose}");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCeilings(Utf8JsonWriter json, IReadOnlyList<DoseCeiling> ceilings, Formulary formulary)
    {
        json.WriteStartArray("ceilings"u8);
        foreach (var ceiling in ceilings)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, ceiling.IsHard ? "hard" : "soft");
            Write(json, "limit"u8, ceiling.Dose);
            json.WriteBoolean("hourly"u8, ceiling.IsHourly);
            Write(json, "rate"u8, ceiling.Rate);
            if (ceiling.PumpGives is { } gives)
            {
                json.WriteBoolean("pumpGives"u8, gives);
            }
            else
            {
                json.WriteNull("pumpGives"u8);
            }

            json.WriteString("rule"u8, ceiling.Rule);
            json.WriteString("why"u8, ceiling.Why);
            WriteProvenance(json, ceiling.Provenance, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWaits(Utf8JsonWriter json, IReadOnlyList<TitrationWait> waits, Formulary formulary)
    {
        json.WriteStartArray("waitFor"u8);
        foreach (var wait in waits)
        {
            json.WriteStartObject();
            json.WriteString("what"u8, wait.What);
            Write(json, "until"u8, wait.Until);
            json.WriteString("source"u8, wait.Provenance is { } provenance ? formulary.Cite(provenance) : null);
            json.WriteString("mark"u8, Provenance.Marks.Word(wait.Provenance?.Mark ?? Mark.Derived));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<Figure> figures, Formulary formulary)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            Same(json, figure, formulary, WriteFigure);
        }

        json.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure, Formulary formulary)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, figure.InWords());
        WriteProvenance(json, figure.Provenance, formulary);
        json.WriteEndObject();
    }
}
