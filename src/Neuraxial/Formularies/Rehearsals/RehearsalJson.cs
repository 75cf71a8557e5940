using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial;

/// <summary>Writes a rehearsal as JSON: values in the grammar of quantities, what is not there is <c>null</c>. Members are added, never renamed.</summary>
public static class RehearsalJson
{
    /// <summary>Writes a rehearsal, indented.</summary>
    /// <param name="result">The rehearsal.</param>
    /// <param name="output">Where to; UTF-8.</param>
    public static void Write(RehearsalResult result, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteLayer(json, "overlay", result.After.Layers[^1]);
        WriteLayer(json, "base", result.Before.Layers[^1]);
        if (result.SupersedesBase is { } supersedes)
        {
            json.WriteBoolean("supersedesBase", supersedes);
        }
        else
        {
            json.WriteNull("supersedesBase");
        }

        json.WriteNumber("therapies", result.Therapies);
        WriteUnusable(json, result.Unusable);
        WriteFindings(json, "newStops", result.NewStops);
        WriteFindings(json, "lostStops", result.LostStops);
        WriteFindings(json, "newConfirms", result.NewConfirms);
        WriteFindings(json, "lostConfirms", result.LostConfirms);
        WriteFindings(json, "newUnknowns", result.NewUnknowns);
        WriteFindings(json, "lostUnknowns", result.LostUnknowns);
        WriteRules(json, result.Rules);
        json.WriteStartObject("load");
        WriteLoad(json, "before", result.LoadBefore);
        WriteLoad(json, "after", result.LoadAfter);
        json.WriteEndObject();
        WriteLoosened(json, result.Loosened);
        WriteChanges(json, result.Changes);
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, string name, FormularyLayer layer)
    {
        json.WriteStartObject(name);
        json.WriteString("name", layer.Name);
        json.WriteString("version", layer.Version);
        json.WriteString("sha256", layer.Sha256);
        PlanJson.WriteGovernance(json, layer);
        json.WriteEndObject();
    }

    private static void WriteUnusable(Utf8JsonWriter json, IReadOnlyList<UnusableTherapy> unusable)
    {
        json.WriteStartArray("unusable");
        foreach (var therapy in unusable)
        {
            json.WriteStartObject();
            json.WriteString("file", therapy.File);
            PlanJson.WriteProblems(json, therapy.Problems);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, IReadOnlyList<RehearsedFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("therapy", finding.Therapy);
            json.WriteString("file", finding.File);
            json.WriteString("code", finding.Code);
            json.WriteString("rule", finding.Rule);
            json.WriteString("path", finding.Path);
            json.WriteString("value", finding.Value);
            json.WriteString("limit", finding.Limit);
            json.WriteString("message", finding.Message);
            json.WriteString("otherwise", finding.Otherwise);
            json.WriteBoolean("onlyStop", finding.IsOnlyStop);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter json, IReadOnlyList<RehearsedRule> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            WriteCounts(json, "before", rule.Before);
            WriteCounts(json, "after", rule.After);
            json.WriteNumber("therapiesBefore", rule.TherapiesBefore);
            json.WriteNumber("therapiesAfter", rule.TherapiesAfter);
            json.WriteNumber("share", PlanJson.Plain(rule.Share));
            json.WriteBoolean("mustBeReviewed", rule.MustBeReviewed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, FindingCounts counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("block", counts.Block);
        json.WriteNumber("confirm", counts.Confirm);
        json.WriteNumber("unknown", counts.Unknown);
        json.WriteNumber("warn", counts.Warn);
        json.WriteEndObject();
    }

    private static void WriteLoad(Utf8JsonWriter json, string name, AlertLoad load)
    {
        json.WriteStartObject(name);
        json.WriteNumber("stopped", load.Stopped);
        json.WriteNumber("stoppedShare", PlanJson.Plain(load.StoppedShare));
        WriteCounts(json, "findings", load.Findings);
        json.WriteNumber("perTherapy", PlanJson.Plain(load.PerTherapy));
        json.WriteEndObject();
    }

    /// <summary>Writes the rows in which two formularies differ.</summary>
    /// <param name="json">Where to, within an object.</param>
    /// <param name="changes">The rows.</param>
    internal static void WriteChanges(Utf8JsonWriter json, IReadOnlyList<FormularyChange> changes)
    {
        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("section", change.Section);
            json.WriteString("id", change.Id);
            json.WriteString("change", change.Change);
            json.WriteStartArray("members");
            foreach (var member in change.Members)
            {
                json.WriteStartObject();
                json.WriteString("name", member.Name);
                json.WriteString("before", member.Before);
                json.WriteString("after", member.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLoosened(Utf8JsonWriter json, IReadOnlyList<RehearsedLoosening> loosened)
    {
        json.WriteStartArray("loosened");
        foreach (var (against, limit) in loosened)
        {
            json.WriteStartObject();
            json.WriteString("against", against);
            json.WriteString("rule", limit.Id);
            json.WriteString("title", limit.Title);
            json.WriteString("how", limit.How);
            json.WriteString("before", limit.Before);
            json.WriteString("after", limit.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
