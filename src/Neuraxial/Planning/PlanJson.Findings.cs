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
        json.WriteString("therapy", plan.Therapy.Name);
        WriteFormulary(json, plan.Formulary);
        json.WriteString("profile", plan.Profile);
        json.WriteBoolean("blocked", plan.IsBlocked);
        WriteFindings(json, plan.Findings);
        WriteLimits(json, plan.Limits);
        json.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter json, IReadOnlyList<AppliedLimit> limits)
    {
        json.WriteStartArray("limits");
        foreach (var limit in limits)
        {
            json.WriteStartObject();
            json.WriteString("limit", limit.Id);
            json.WriteString("rule", limit.Rule);
            json.WriteString("title", limit.Title);
            json.WriteString("drug", limit.Drug);
            json.WriteString("because", limit.Because);
            json.WriteString("value", limit.Value);
            json.WriteString("soft", limit.Soft);
            json.WriteString("hard", limit.Hard);
            json.WriteString("source", limit.Source);
            json.WriteString("outcome", AppliedLimit.Outcomes.Word(limit.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Kind.Code);
            json.WriteString("severity", finding.SeverityWord);
            json.WriteString("path", finding.Path);
            json.WriteString("message", finding.Message);
            json.WriteString("value", finding.Value);
            json.WriteString("limit", finding.Limit);
            json.WriteString("source", finding.Source);
            json.WriteString("rule", finding.Rule);
            json.WriteBoolean("secondPerson", finding.NeedsSecondPerson);
            json.WriteStartArray("hazards");
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
