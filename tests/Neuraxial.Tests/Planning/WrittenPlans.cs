using System.Buffers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Plans from therapy files that are written out in the test.</summary>
internal static class WrittenPlans
{
    public static Plan Of(string json)
    {
        var reading = TherapyFile.Read(Encoding.UTF8.GetBytes(json), Formulary.BuiltIn);
        Assert.True(reading.Content is not null, string.Join('\n', reading.Problems));
        return Planner.Plan(reading.Content!, Formulary.BuiltIn);
    }

    /// <summary>A file with a mixture, a fill and a program, and whatever members are added.</summary>
    public static string File(string pump, string drugs, string fill, string program, string more = "") =>
        $$"""
            { "therapy": "example", "indication": "cancer-pain", "route": "intrathecal", "pump": {{pump}}, "infusate": { "drugs": {{drugs}} },
              "fill": {{fill}}, "program": {{program}} {{more}} }
            """;

    public static string Json(Plan plan)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        PlanJson.Write(plan, buffer, indented: false);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static JsonElement Document(Plan plan)
    {
        using var document = JsonDocument.Parse(Json(plan));
        return document.RootElement.Clone();
    }
}
