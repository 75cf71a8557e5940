using System.Text.Json;
using System.Text.Unicode;

namespace Neuraxial;

/// <summary>Opens a JSON text as an object, with every way in which it can fail turned into a problem.</summary>
internal static class JsonText
{
    /// <summary>The largest file that is read: a therapy takes two kilobytes, a service's whole formulary a few hundred.</summary>
    public const int LargestBytes = 1_048_576;

    private const int Deepest = 32;

    /// <summary>Parses <paramref name="utf8"/> and hands its root object to <paramref name="read"/>; reports a text that is no JSON object.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, ProblemList problems, Func<JsonMembers, T?> read)
        where T : class
    {
        var text = WithoutByteOrderMark(utf8);
        if (text.Length > LargestBytes)
        {
            problems.Add("$", $"the file has {text.Length} bytes; expected at most {LargestBytes}");
            return null;
        }

        if (!Utf8.IsValid(text.Span))
        {
            problems.Add("$", "the file is not valid UTF-8; expected JSON in UTF-8");
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest });
            return JsonMembers.Open(document.RootElement, "$", problems) is { } root ? read(root) : null;
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            problems.Add("$", $"line {line}, column {column}: not JSON: {Reason(broken)}");
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) => utf8.Span is [0xEF, 0xBB, 0xBF, ..] ? utf8[3..] : utf8;

    /// <summary>The parser's sentence without the position that it repeats.</summary>
    private static string Reason(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Printable.OneLine((end < 0 ? broken.Message : broken.Message[..end]).TrimEnd('.'), 200);
    }
}
