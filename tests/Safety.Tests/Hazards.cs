using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neuraxial.Safety;

/// <summary>The content of <c>docs/clinical-safety/hazards.json</c>: what can go wrong, and what stands against it.</summary>
internal sealed record Hazards(
    string About,
    IReadOnlyDictionary<string, string> Groups,
    IReadOnlyDictionary<string, string> Steps,
    [property: JsonPropertyName("hazards")] IReadOnlyList<Hazard> All,
    IReadOnlyDictionary<string, string> Sources
)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static Hazards Read { get; } = JsonSerializer.Deserialize<Hazards>(Repository.Read("docs/clinical-safety/hazards.json"), Strict)!;
}

/// <summary>One hazard. Its severity is proposed; likelihood and risk are not set here.</summary>
internal sealed record Hazard(
    string Id,
    string Group,
    string Severity,
    [property: JsonPropertyName("hazard")] string Name,
    string Cause,
    string Harm,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<Control> Controls,
    string Test
)
{
    /// <summary>What this release has against it, going by its controls.</summary>
    public Stand Stand =>
        Controls.Any(control => control.IsHere)
            ? Controls.Any(control => control.Later is not null)
                ? Stand.Partly
                : Stand.Controlled
            : Stand.Later;
}

/// <summary>What has happened, with the mark of the figure and the keys of its sources.</summary>
internal sealed record Incident(string Text, string Mark, IReadOnlyList<string> Sources);

/// <summary>One control: <c>prevents</c>, <c>detects</c>, <c>limits</c>; or what no software <c>cannot</c> see.</summary>
internal sealed record Control(string Kind, string Text, string? Later = null)
{
    /// <summary>Whether this release has it.</summary>
    public bool IsHere => Later is null && Kind != "cannot";
}

/// <summary>Where a hazard stands in this release.</summary>
internal enum Stand
{
    /// <summary>Every control that software can have is there.</summary>
    Controlled,

    /// <summary>Some are there, others come with a later step.</summary>
    Partly,

    /// <summary>None is there.</summary>
    Later,
}
