using System.Text;
using System.Text.Json;

namespace Neuraxial;

/// <summary>
/// Puts a member into the text of a JSON object, or takes it out, and leaves every other byte as its writer laid it out: who compares two versions of a file
/// sees what changed and nothing else.
/// </summary>
internal static class JsonMemberText
{
    /// <summary>The text with a member last, in the place of one of that name.</summary>
    /// <param name="utf8">An object that has been read without a fault.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value: JSON.</param>
    public static byte[] With(ReadOnlySpan<byte> utf8, string name, string value)
    {
        byte[] rest = Without(utf8, name);
        var (_, _, last, end) = Find(rest, name);
        var before = last > 0 ? ",\n  " : "\n  ";
        return
        [
            .. rest.AsSpan(0, last > 0 ? last : end),
            .. Encoding.UTF8.GetBytes($"{before}\"{name}\": {value}"),
            .. rest.AsSpan(last > 0 ? last : end) is [(byte)'}', ..] ? "\n"u8 : [],
            .. rest.AsSpan(last > 0 ? last : end),
        ];
    }

    /// <summary>The text without a member, and without the comma that set it apart; the same text if there is no such member.</summary>
    public static byte[] Without(ReadOnlySpan<byte> utf8, string name)
    {
        var (start, after, _, _) = Find(utf8, name);
        return start < 0 ? utf8.ToArray() : [.. utf8[..start], .. utf8[after..]];
    }

    /// <summary>
    /// From where to where a member stands, with its comma (−1 if it does not); where the last member ends (0 if there is none), and where the object's
    /// closing brace stands.
    /// </summary>
    private static (int Start, int After, int Last, int End) Find(ReadOnlySpan<byte> utf8, string name)
    {
        var mark = utf8 is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var json = new Utf8JsonReader(utf8[mark..]);
        json.Read();
        var (start, after, last) = (-1, -1, 0);
        var isOpen = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = (int)json.TokenStartIndex;
            if (isOpen)
            {
                // It was the first member: the comma behind it goes with it.
                after = at;
                isOpen = false;
            }

            var isIt = json.ValueTextEquals(name);
            json.Read();
            json.Skip();
            var end = (int)json.BytesConsumed;
            if (isIt)
            {
                (start, after, isOpen) = last > 0 ? (last, end, false) : (at, end, true);
            }

            last = end;
        }

        var close = (int)json.TokenStartIndex;
        return (start < 0 ? -1 : start + mark, after + mark, last == 0 ? 0 : last + mark, close + mark);
    }
}
