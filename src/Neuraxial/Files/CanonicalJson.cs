using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Neuraxial;

/// <summary>
/// The one text of a JSON value: the same value, however it is laid out, always gives the same bytes, so that a sum or a signature is one of what a file
/// says and not of its spaces.
/// </summary>
/// <remarks>
/// RFC 8785 but for numbers: no white space; members in the order of their names' UTF-16 units; strings with the shortest escapes (<c>\b \t \n \f \r \" \\</c>,
/// <c>\u00xx</c> in lower case for other control characters, nothing else escaped); UTF-8. Numbers stay digit for digit as they are written, since RFC 8785
/// takes them through binary floating point and no figure may be rounded on its way to a signature.
/// </remarks>
internal static class CanonicalJson
{
    /// <summary>The canonical text of a value that has been read without a fault: no member stands twice, every text is valid.</summary>
    /// <param name="element">The value.</param>
    /// <param name="without">Members of the value itself, not of what it holds, that are left out.</param>
    public static byte[] Of(JsonElement element, params ReadOnlySpan<string> without)
    {
        var output = new ArrayBufferWriter<byte>(4_096);
        if (element.ValueKind == JsonValueKind.Object)
        {
            WriteObject(element, output, without);
        }
        else
        {
            Write(element, output);
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output, []);
                break;
            case JsonValueKind.Array:
                WriteArray(element, output);
                break;
            case JsonValueKind.String:
                WriteString(element.GetString()!, output);
                break;
            default:
                // Numbers, true, false and null are ASCII as they stand.
                Encoding.UTF8.GetBytes(element.GetRawText(), output);
                break;
        }
    }

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> output, ReadOnlySpan<string> without)
    {
        var members = element.EnumerateObject().ToList();
        members.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        output.Write("{"u8);
        var isFirst = true;
        foreach (var member in members)
        {
            if (without.Contains(member.Name))
            {
                continue;
            }

            output.Write(isFirst ? ""u8 : ","u8);
            isFirst = false;
            WriteString(member.Name, output);
            output.Write(":"u8);
            Write(member.Value, output);
        }

        output.Write("}"u8);
    }

    private static void WriteArray(JsonElement element, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var item in element.EnumerateArray())
        {
            output.Write(isFirst ? ""u8 : ","u8);
            isFirst = false;
            Write(item, output);
        }

        output.Write("]"u8);
    }

    private static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        var written = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append("\\\\"),
                '\b' => written.Append("\\b"),
                '\t' => written.Append("\\t"),
                '\n' => written.Append("\\n"),
                '\f' => written.Append("\\f"),
                '\r' => written.Append("\\r"),
                < ' ' => written.Append("\\u00").Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => written.Append(character),
            };
        }

        Encoding.UTF8.GetBytes(written.Append('"').ToString(), output);
    }
}
