using System.Text.Json;

namespace Neuraxial;

/// <content>What a service's file says of itself.</content>
public static partial class PlanJson
{
    /// <summary>Writes how far a layer has come, and when it holds: <c>built-in</c>, <c>draft</c>, <c>changed</c>, <c>released</c>.</summary>
    internal static void WriteGovernance(Utf8JsonWriter json, FormularyLayer layer)
    {
        json.WriteString("standing", layer.Governance?.StandingWord ?? "built-in");
        json.WriteString("from", layer.Governance?.From is { } from ? DateText.Write(from) : null);
        json.WriteString("until", layer.Governance?.Until is { } until ? DateText.Write(until) : null);
    }

    /// <summary>Writes problems with their paths.</summary>
    internal static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<Problem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("path", problem.Path);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
