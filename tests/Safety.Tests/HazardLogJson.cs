using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Safety;

/// <summary>The log as programs read it. What only a Clinical Safety Officer can set is there and <c>null</c>.</summary>
internal static class HazardLogJson
{
    public const string Path = "docs/clinical-safety/hazard-log.json";

    public static string Of(HazardLog log)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new()
                {
                    Indented = true,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    NewLine = "\n",
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("about", log.Hazards.About);
            json.WriteNull("clinicalSafetyOfficer");
            json.WriteStartArray("hazards");
            foreach (var entry in log.Entries)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, LogEntry entry)
    {
        var (hazard, findings, rows, tests) = entry;
        json.WriteStartObject();
        json.WriteString("id", hazard.Id);
        json.WriteString("group", hazard.Group);
        json.WriteString("hazard", hazard.Name);
        json.WriteString("cause", hazard.Cause);
        json.WriteString("harm", hazard.Harm);
        json.WriteString("severityProposed", hazard.Severity);
        json.WriteNull("severity");
        json.WriteNull("likelihood");
        json.WriteNull("risk");
        json.WriteNull("residualRisk");
        json.WriteNull("owner");
        json.WriteString("status", "open");
        json.WriteString("inThisRelease", HazardLogPage.Word(hazard.Stand));
        Each(
            json,
            "controls",
            hazard.Controls,
            control =>
            {
                json.WriteString("kind", control.Kind);
                json.WriteString("text", control.Text);
                json.WriteString("later", control.Later);
            }
        );
        Words(json, "findings", findings.Select(kind => kind.Code));
        Words(json, "rows", rows.Select(row => $"{row.Section}/{row.Id}"));
        Each(
            json,
            "tests",
            tests,
            test =>
            {
                json.WriteString("project", test.Project);
                json.WriteString("class", test.Class);
                json.WriteString("method", test.Method);
                json.WriteString("file", FindingSources.FileOf(test));
            }
        );
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
