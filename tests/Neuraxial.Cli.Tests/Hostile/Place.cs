using System.Text.Json.Nodes;

namespace Neuraxial.Cli.Tests;

/// <summary>One place in a JSON text: a member of an object under its name, or an item of an array.</summary>
internal sealed record Place(JsonNode Parent, string Name, int Index)
{
    public JsonNode? Value => Parent is JsonObject members ? members[Name] : Parent[Index];

    public bool IsQuantity =>
        Value is JsonValue value && value.ToString() is [>= '0' and <= '9', ..] text && text.Contains(' ', StringComparison.Ordinal);

    public void Set(JsonNode? value)
    {
        if (Parent is JsonObject members)
        {
            members[Name] = value;
        }
        else
        {
            Parent[Index] = value;
        }
    }

    public void Remove()
    {
        if (Parent is JsonObject members)
        {
            members.Remove(Name);
        }
        else
        {
            Parent.AsArray().RemoveAt(Index);
        }
    }

    public void Rename(string name)
    {
        if (Parent is JsonObject members)
        {
            var value = members[Name];
            members.Remove(Name);
            members[name] = value;
        }
    }

    public void Double(JsonNode? value)
    {
        if (Parent is JsonObject members)
        {
            members[MemberChanges.Twice + Name] = value?.DeepClone();
        }
        else
        {
            Parent.AsArray().Add(value?.DeepClone());
        }
    }

    /// <summary>Every place below a node.</summary>
    public static IEnumerable<Place> All(JsonNode root) =>
        root switch
        {
            JsonObject members => members.SelectMany(member => Under(new Place(members, member.Key, 0), member.Value)),
            JsonArray items => items.SelectMany((item, i) => Under(new Place(items, "", i), item)),
            _ => [],
        };

    private static IEnumerable<Place> Under(Place place, JsonNode? node) => node is null ? [place] : All(node).Prepend(place);
}
