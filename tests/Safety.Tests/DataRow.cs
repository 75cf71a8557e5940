using System.Text.Json;

namespace Neuraxial.Safety;

/// <summary>A row of the built-in data that names the hazards that it stands against: a limit, a substance of the deny-list, a setting of a profile.</summary>
internal sealed record DataRow(string Section, string Id, IReadOnlyList<string> Hazards)
{
    public static IReadOnlyList<DataRow> All { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "src/Neuraxial/Data"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Rows(Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(File.ReadAllBytes(file)).RootElement)),
    ];

    private static IEnumerable<DataRow> Rows(string file, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany(item => Rows(file, item));
            case JsonValueKind.Object:
                var inside = element.EnumerateObject().SelectMany(member => Rows(file, member.Value));
                return element.TryGetProperty("hazards", out var hazards) && element.TryGetProperty("id", out var id)
                    ? inside.Prepend(new DataRow(file, id.GetString()!, [.. hazards.EnumerateArray().Select(hazard => hazard.GetString()!)]))
                    : inside;
            default:
                return [];
        }
    }
}
