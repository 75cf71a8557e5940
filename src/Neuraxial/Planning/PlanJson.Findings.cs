using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial;

/// <content>What was held against what, and what was found.</content>
public static partial class PlanJson
{
    /// <summary>Writes what was found in a plan and what it was held to, without the plan: <c>{ therapy, formulary, profile, blocked, limits, findings }</c>.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Where to; UTF-8.</param>
    public static void WriteCheck(Plan plan, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("therapy"u8, plan.Therapy.Name);
        WriteFormulary(json, plan.Formulary);
        json.WriteString("profile"u8, plan.Profile);
        json.WriteBoolean("blocked"u8, plan.IsBlocked);
        WriteFindings(json, plan.Findings);
        WriteLimits(json, plan.Limits);
        json.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter json, IReadOnlyList<AppliedLimit> limits)
    {
        json.WriteStartArray("limits"u8);
        foreach (var limit in limits)
        {
            json.WriteStartObject();
            json.WriteString("limit"u8, limit.Id);
            json.WriteString("rule"u8, limit.Rule);
            json.WriteString("title"u8, limit.Title);
            json.WriteString("drug"u8, limit.Drug);
            json.WriteString("because"u8, limit.Because);
            json.WriteString("value"u8, limit.Value);
            json.WriteString("soft"u8, limit.Soft);
            json.WriteString("hard"u8, limit.Hard);
            json.WriteString("source"u8, limit.Source);
            json.WriteString("outcome"u8, AppliedLimit.Outcomes.Word(limit.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, finding.Kind.Code);
            json.WriteString("severity"u8, finding.SeverityWord);
            json.WriteString("path"u8, finding.Path);
            json.WriteString("message"u8, finding.Message);
            json.WriteString("value"u8, finding.Value);
            json.WriteString("limit"u8, finding.Limit);
            json.WriteString("source"u8, finding.Source);
            json.WriteString("rule"u8, finding.Rule);
            json.WriteBoolean("secondPerson"u8, finding.NeedsSecondPerson);
            json.WriteStartArray("hazards"u8);
            foreach (var hazard in finding.Hazards)
            {
                json.WriteStringValue(hazard);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
