using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Neuraxial;

/// <summary>The data files that are part of this assembly. The build writes their sums beside them, in the form of <c>sha256sum</c>.</summary>
internal static class BuiltInData
{
    private static readonly ConcurrentDictionary<string, JsonDocument> Documents = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, IReadOnlyList<DataRow>> Sections = new(StringComparer.Ordinal);

    /// <summary>Name, version and sum, as the build wrote them.</summary>
    public static FormularyLayer Layer { get; } = new("built-in", Line("formulary.version"), Line("formulary.sha256"));

    /// <summary>The rows of a section; the file that holds it is parsed when the first of its sections is asked for.</summary>
    public static IReadOnlyList<DataRow> Rows(Section section) =>
        Sections.GetOrAdd(
            section.Name,
            static (name, file) =>
                DataRow.All(Documents.GetOrAdd(file, static name => JsonDocument.Parse(Bytes(name + ".json"))).RootElement.GetProperty(name)),
            section.File
        );

    /// <summary>The bytes of an embedded file.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no '{name}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Line(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name)).Trim();
}
