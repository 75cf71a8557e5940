using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Neuraxial.Cli.Tests;

/// <summary>
/// Files that nobody meant: an example or a small therapy with one to four changes to its members, and now and then to its bytes. Half of them can still
/// be read, so that the planner meets numbers and pairings that no example holds.
/// </summary>
internal static class Mutants
{
    private static readonly string[] Seeds =
    [
        .. Examples.Names.Select(Examples.Json),
        Therapies.Full,
        Therapies.Flex,
        Therapies.Periodic,
        Therapies.Demand,
        Therapies.ConstantFlow,
    ];

    /// <summary>A service's file, and files that lay built-in rows over themselves: those by which the examples are planned.</summary>
    private static readonly string[] Overlays =
    [
        File.ReadAllText(Examples.Service),
        Rows("settings", _ => true),
        Rows("pumps", row => row.Id is "synchromed-ii-20" or "synchromed-ii-40"),
        Rows("catheters", row => row.Id.StartsWith("ascenda", StringComparison.Ordinal)),
        Rows("drugs", row => row.Id is "morphine" or "baclofen"),
        Rows("stability", row => row.Id.Contains("morphine", StringComparison.Ordinal)),
        Rows("profiles", _ => true),
        Rows("limits", row => row.Id.StartsWith("R3-", StringComparison.Ordinal) || row.Id is "R15" or "R14-step" or "R20-intrathecal"),
    ];

    /// <summary>A mutant, as a list of choices that CsCheck can make shorter.</summary>
    public static Gen<uint[]> Of { get; } = Gen.UInt.Array[4, 40];

    public static byte[] Therapy(uint[] numbers) => Mutant(numbers, Seeds);

    public static byte[] Overlay(uint[] numbers) => Mutant(numbers, Overlays);

    /// <summary>A therapy whose quantities and dates lie at the ends of what can be read, many at once.</summary>
    public static byte[] Extreme(uint[] numbers)
    {
        var choices = new Choices(numbers);
        var root = JsonNode.Parse(choices.Of(Seeds))!;
        for (var left = 1 + choices.Below(8); left > 0; left--)
        {
            ExtremeNumbers.Apply(root, choices);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static string Rows(string section, Func<DataRow, bool> wanted)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("name", "Own");
            json.WriteString("version", "1");
            json.WriteStartArray(section);
            foreach (var row in Formulary.BuiltIn.Rows(section).Where(wanted))
            {
                row.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static byte[] Mutant(uint[] numbers, string[] seeds)
    {
        var choices = new Choices(numbers);
        var root = JsonNode.Parse(choices.Of(seeds))!;
        var changesOfBytes = choices.Below(4) == 3 ? 1 + choices.Below(3) : 0;
        for (var left = choices.Below(5) - changesOfBytes; left > 0; left--)
        {
            MemberChanges.Apply(root, choices, seeds);
        }

        // A member that stands twice and half a surrogate pair are possible only in the text.
        var text = root.ToJsonString()
            .Replace(MemberChanges.Twice, "", StringComparison.Ordinal)
            .Replace(MemberChanges.Half, "\\ud800", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (; changesOfBytes > 0; changesOfBytes--)
        {
            bytes = ByteChanges.Apply(bytes, choices, seeds);
        }

        return bytes;
    }
}
