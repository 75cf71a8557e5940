using System.Text.Json.Nodes;

namespace Neuraxial.Cli.Tests;

/// <summary>Changes to the members of a file that leave it JSON: left out, renamed, doubled, swapped, taken from another file, with other numbers, units and words.</summary>
internal static class MemberChanges
{
    /// <summary>Marks the second of two members of one name until the text is written.</summary>
    public const string Twice = "~twice~";

    /// <summary>Stands for half of a surrogate pair until the text is written.</summary>
    public const string Half = "~half~";

    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "0.3333333333",
        "0.000000001",
        "0.0000000011",
        "0.000001",
        "0.001",
        "7",
        "24",
        "500",
        "1440",
        "86399",
        "999999",
        "1000000",
        "999999999",
        "1000000000000",
        "9999999999999999999999999999",
        "0.000000000000000000000000001",
        "1e5",
        "-1",
        "+1",
        "1,5",
        ".5",
        "5.",
        "007",
        "\u0661",
        "NaN",
        "",
    ];

    private static readonly string[] Units =
    [
        "ug",
        "mg",
        "g",
        "kg",
        "ng",
        "mcg",
        "\u00b5g",
        "uL",
        "mL",
        "L",
        "mg/mL",
        "ug/mL",
        "ng/mL",
        "mg/L",
        "%",
        "mL/d",
        "mL/h",
        "uL/d",
        "uL/min",
        "L/s",
        "mg/d",
        "ug/h",
        "ug/d",
        "ng/min",
        "kg/s",
        "s",
        "min",
        "h",
        "d",
        "wk",
        "mm",
        "cm",
        "m",
        "mm/h",
        "ug/kg/min",
        "MG",
        "cc",
        "",
        "mL/",
        "/d",
    ];

    private static readonly string[] Words =
    [
        .. Formulary.BuiltIn.Pumps.Select(pump => pump.Id),
        .. Formulary.BuiltIn.Catheters.Select(catheter => catheter.Id),
        .. Formulary.BuiltIn.Drugs.Select(drug => drug.Id),
        "continuous",
        "flex",
        "periodic",
        "constant-flow",
        "epidural",
        "intrathecal",
        "spinal",
        "cancer-pain",
        "non-cancer-pain",
        "spasticity",
        "post-operative",
        "labour",
        "C1",
        "C8",
        "T10",
        "S5",
        "00:00",
        "12:00",
        "23:59",
        "24:00",
        "monday",
        "sunday",
        "Europe/London",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "1900-01-01",
        "2026-02-29",
        "2199-12-31",
        "1900-01-01T00:00:00+18:00",
        "2026-10-25T01:30:00+01:00",
        "2200-12-31T23:59:59-18:00",
        "9999-12-31T23:59:59Z",
        "sodium-chloride-0.9",
        "female",
        "oral",
        "vincristine",
        "morph\u0456ne",
        "",
        " ",
        "\u0000",
        "\u001b[31m",
        "a\nb",
        "\u2028",
        "\u202e",
        "\ud83d\ude00",
        new string('x', 300),
        Half,
    ];

    private static readonly string[] Raw =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "1e400",
        "2147483647",
        "99999999999999999999",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "[{}]",
        "{\"a\":{\"b\":[1]}}",
    ];

    public static void Apply(JsonNode root, Choices choices, string[] seeds)
    {
        var all = Place.All(root).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var place = choices.Of(all);
        switch (choices.Below(10))
        {
            case 0:
                place.Remove();
                break;
            case 1:
                place.Rename(choices.Of(all).Name);
                break;
            case 2:
                place.Rename(place.Name + choices.Of(["s", "\u0435", " ", "\u0000", "\n", ".", "[0]", Half]));
                break;
            case 3:
                place.Double(choices.Of(all).Value);
                break;
            case 4:
                place.Set(choices.Of(all).Value?.DeepClone());
                break;
            case 5:
                place.Set(Elsewhere(place, choices, seeds)?.DeepClone());
                break;
            case 6:
                place.Set(JsonNode.Parse(choices.Of(Raw)));
                break;
            case 7:
                place.Set(JsonValue.Create(choices.Of(Words)));
                break;
            default:
                Quantity(choices.Of(all.FindAll(candidate => candidate.IsQuantity) is { Count: > 0 } quantities ? quantities : all), choices);
                break;
        }
    }

    /// <summary>Another number, another unit, or both.</summary>
    private static void Quantity(Place place, Choices choices)
    {
        var parts = (place.Value?.ToString() ?? "").Split(' ', 2);
        var (number, unit) = (parts[0], parts.Length > 1 ? parts[1] : "");
        place.Set(
            JsonValue.Create(
                choices.Below(3) switch
                {
                    0 => $"{choices.Of(Numbers)} {unit}",
                    1 => $"{number} {choices.Of(Units)}",
                    _ => $"{choices.Of(Numbers)} {choices.Of(Units)}",
                }
            )
        );
    }

    /// <summary>What another file holds under the same name; the same place again if it holds none.</summary>
    private static JsonNode? Elsewhere(Place place, Choices choices, string[] seeds)
    {
        var there = Place.All(JsonNode.Parse(choices.Of(seeds))!).Where(candidate => candidate.Name == place.Name).ToList();
        return there.Count == 0 ? place.Value : choices.Of(there).Value;
    }
}
