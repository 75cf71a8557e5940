using System.Text;
using Xunit;

namespace Neuraxial.Safety;

/// <summary>The checkout that these tests were built in: its documents, sources and the other projects of tests.</summary>
internal static class Repository
{
    private const string Renew = "NEURAXIAL_RENEW_GOLDEN";

    // tests/Safety.Tests/bin/Release/net10.0/
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Root { get; } = Output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>Names of the projects of tests, these ones left out.</summary>
    public static IReadOnlyList<string> TestProjects { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "Safety.Tests")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The assembly of a project of tests, as this build made it.</summary>
    public static string AssemblyOf(string project) =>
        Path.Combine(Root, "tests", project, "bin", Output.Parent!.Name, Output.Name, project + ".dll");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path), Encoding.UTF8).ReplaceLineEndings("\n");

    /// <summary>C# files under a folder, without what the build makes, by their path from the root.</summary>
    public static IReadOnlyList<string> Sources(string folder) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Holds a generated document to what is committed, or writes it anew.</summary>
    public static void Holds(string path, string generated)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable(Renew) is "1")
        {
            File.WriteAllText(file, generated, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        var committed = File.Exists(file) ? Read(path) : "";
        var (was, now) = (committed.Split('\n'), generated.Split('\n'));
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            committed == generated,
            $"{path}, line {line + 1}\nis         {was.ElementAtOrDefault(line)}\nshould be  {now.ElementAtOrDefault(line)}\n"
                + $"It is generated: {Renew}=1 dotnet test --project the tests that say so, then read the difference."
        );
    }
}
