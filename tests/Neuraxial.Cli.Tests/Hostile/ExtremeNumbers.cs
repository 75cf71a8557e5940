using System.Text.Json.Nodes;

namespace Neuraxial.Cli.Tests;

/// <summary>Puts a number from the ends of what can be read into a quantity, in any unit of its dimension, or a date from the ends of the calendar into a date.</summary>
internal static class ExtremeNumbers
{
    private static readonly string[] Numbers =
    [
        "0",
        "0.000000001",
        "0.000001",
        "0.00007",
        "0.001",
        "0.3333333333333333",
        "1",
        "7",
        "99",
        "1000",
        "86399",
        "1000000",
        "36525",
        "999999999",
        "1000000000000",
    ];

    private static readonly string[][] Units =
    [
        ["ug/mL", "mg/mL", "ng/mL"],
        ["mL/d", "mL/h", "uL/d", "mL/min"],
        ["ug/d", "mg/d", "ng/h", "mg/min"],
        ["uL", "mL", "L"],
        ["ng", "ug", "mg", "kg"],
        ["s", "min", "h", "d", "wk"],
        ["mm", "cm", "m"],
    ];

    private static readonly string[] Moments =
    [
        "1900-01-01T00:00:00+18:00",
        "1999-12-31T23:59:59.999999999Z",
        "2026-10-25T01:30:00+01:00",
        "2028-02-29T00:00:00Z",
        "2200-12-31T23:59:59-18:00",
    ];

    private static readonly string[] Counts = ["1", "2", "20", "21", "10000", "2147483647"];

    public static void Apply(JsonNode root, Choices choices)
    {
        var place = choices.Of(Place.All(root).Where(place => place.Value is JsonValue).ToList());
        var text = place.Value!.ToString();
        if (place.Name is "count")
        {
            place.Set(JsonNode.Parse(choices.Of(Counts)));
        }
        else if (text.Contains('T', StringComparison.Ordinal) && text.StartsWith("20", StringComparison.Ordinal))
        {
            place.Set(JsonValue.Create(choices.Of(Moments)));
        }
        else if (place.IsQuantity && Array.Find(Units, units => units.Contains(text.Split(' ')[1], StringComparer.Ordinal)) is { } same)
        {
            place.Set(JsonValue.Create($"{choices.Of(Numbers)} {choices.Of(same)}"));
        }
    }
}
