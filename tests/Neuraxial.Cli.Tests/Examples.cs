using System.Text;

namespace Neuraxial.Cli.Tests;

/// <summary>The example files, which every command takes.</summary>
internal static class Examples
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "examples");

    public static string[] Files { get; } = [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    public static string[] Names { get; } = [.. Files.Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>A service's own file, laid over the built-in formulary.</summary>
    public static string Service { get; } = Path.Combine(Folder, "formulary", "service.json");

    public static string File(string name) => Path.Combine(Folder, name + ".json");

    public static string Json(string name) => System.IO.File.ReadAllText(File(name), Encoding.UTF8);

    public static Plan Plan(string name) => Planner.Plan(Therapies.Read(Json(name)), Formulary.BuiltIn);
}
