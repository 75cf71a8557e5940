using System.Text.Json;

namespace Neuraxial;

/// <content>The next steps of each drug.</content>
public static partial class PlanJson
{
    private static void WriteTitration(Utf8JsonWriter json, Titration titration, Formulary formulary)
    {
        json.WriteStartObject();
        json.WriteString("drug", titration.Drug.Id);
        Write(json, "now", titration.Now);
        Write(json, "since", titration.Since);
        WriteStarts(json, titration.Starts, formulary);
        json.WriteStartArray("options");
        foreach (var option in titration.Options)
        {
            WriteOption(json, option, formulary);
        }

        json.WriteEndArray();
        WriteCeilings(json, titration.Ceilings, formulary);
        if (titration is { Narrowest: { } narrowest, NarrowestPercent: { } percent })
        {
            json.WriteStartObject("narrowest");
            json.WriteString("drug", narrowest.Id);
            json.WriteNumber("percent", Plain(percent));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("narrowest");
        }

        WriteWaits(json, titration.Waits, formulary);
        WriteFigures(json, "watch", titration.Watch, formulary);
        WriteTriggers(json, "stopRules", titration.StopRules, formulary);
        WriteFigures(json, "withdrawal", titration.Withdrawal, formulary);
        WriteFigures(json, "plannedStop", titration.PlannedStop, formulary);
        json.WriteEndObject();
    }

    private static void WriteStarts(Utf8JsonWriter json, IReadOnlyList<PublishedStart> starts, Formulary formulary)
    {
        json.WriteStartArray("starts");
        foreach (var start in starts)
        {
            json.WriteStartObject();
            json.WriteString("by", start.By);
            json.WriteString("patients", start.Patients);
            Write(json, "low", start.Low);
            Write(json, "high", start.High);
            json.WriteString("text", start.Text);
            WriteProvenance(json, start.Provenance, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter json, TitrationOption option, Formulary formulary)
    {
        json.WriteStartObject();
        json.WriteString("by", option.By);
        json.WriteString("patients", option.Patients);
        json.WriteString("phase", option.Phase);
        json.WriteString("change", option.Change);
        Write(json, "interval", option.Interval);
        Write(json, "advised", option.Advised);
        json.WriteString("note", option.Note);
        WriteProvenance(json, option.Provenance, formulary);
        json.WriteStartArray("steps");
        foreach (var step in option.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("step", step.Number);
            Write(json, "from", step.NotBefore);
            Write(json, "low", step.Low);
            Write(json, "high", step.High);
            Write(json, "lowRate", step.LowRate);
            Write(json, "highRate", step.HighRate);
            Write(json, "lowConcentration", step.LowConcentration);
            Write(json, "highConcentration", step.HighConcentration);
            json.WriteStartArray("meets");
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
        json.WriteStartArray("ceilings");
        foreach (var ceiling in ceilings)
        {
            json.WriteStartObject();
            json.WriteString("kind", ceiling.IsHard ? "hard" : "soft");
            Write(json, "limit", ceiling.Dose);
            json.WriteBoolean("hourly", ceiling.IsHourly);
            Write(json, "rate", ceiling.Rate);
            if (ceiling.PumpGives is { } gives)
            {
                json.WriteBoolean("pumpGives", gives);
            }
            else
            {
                json.WriteNull("pumpGives");
            }

            json.WriteString("rule", ceiling.Rule);
            json.WriteString("why", ceiling.Why);
            WriteProvenance(json, ceiling.Provenance, formulary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWaits(Utf8JsonWriter json, IReadOnlyList<TitrationWait> waits, Formulary formulary)
    {
        json.WriteStartArray("waitFor");
        foreach (var wait in waits)
        {
            json.WriteStartObject();
            json.WriteString("what", wait.What);
            Write(json, "until", wait.Until);
            json.WriteString("source", wait.Provenance is { } provenance ? formulary.Cite(provenance) : null);
            json.WriteString("mark", Provenance.Marks.Word(wait.Provenance?.Mark ?? Mark.Derived));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, string name, IReadOnlyList<Figure> figures, Formulary formulary)
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
        json.WriteString("text", figure.InWords());
        WriteProvenance(json, figure.Provenance, formulary);
        json.WriteEndObject();
    }
}
