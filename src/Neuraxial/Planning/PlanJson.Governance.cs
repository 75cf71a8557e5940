using System.Text.Json;

namespace Neuraxial;

/// <content>What a service's file says of itself.</content>
public static partial class PlanJson
{
    /// <summary>Writes how far a layer has come, and when it holds: <c>built-in</c>, <c>draft</c>, <c>changed</c>, <c>released</c>.</summary>
    internal static void WriteGovernance(Utf8JsonWriter json, FormularyLayer layer)
    {
        json.WriteString("standing"u8, layer.Governance?.StandingWord ?? "built-in");
        json.WriteString("from"u8, layer.Governance?.From is { } from ? DateText.Write(from) : null);
        json.WriteString("until"u8, layer.Governance?.Until is { } until ? DateText.Write(until) : null);
    }

    /// <summary>Writes problems with their paths.</summary>
    internal static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<Problem> problems)
    {
        json.WriteStartArray("problems"u8);
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, problem.Path);
            json.WriteString("message"u8, problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
