using System.Reflection;
using System.Runtime.InteropServices;

namespace Neuraxial.Safety;

/// <summary>A test that says of itself that it shows a control against a hazard: <c>[Trait("Hazard", "HZ-01")]</c> on the method.</summary>
/// <param name="Hazard">The hazard, as the trait names it.</param>
/// <param name="Project">The project of tests.</param>
/// <param name="Class">The test class, with its namespace.</param>
/// <param name="Method">The method; its name is the sentence that the test holds.</param>
/// <param name="Runs">Whether it is a test that is run: a fact or a theory, not skipped and not only on request.</param>
internal sealed record ShowingTest(string Hazard, string Project, string Class, string Method, bool Runs)
{
    public string Sentence => Method.Replace('_', ' ');

    public string ShortClass => Class[(Class.LastIndexOf('.') + 1)..];
}

/// <summary>
/// Finds those tests in the assemblies that this build made of every other project, without running any of their code. A project that is added to
/// <c>tests</c> is found without a word here.
/// </summary>
internal static class ShowingTests
{
    private const string Trait = "Xunit.TraitAttribute";
    private static readonly string[] Kinds = ["Xunit.FactAttribute", "Xunit.TheoryAttribute"];

    public static IReadOnlyList<ShowingTest> All { get; } =
    [
        .. Repository
            .TestProjects.SelectMany(Read)
            .OrderBy(test => test.Hazard, StringComparer.Ordinal)
            .ThenBy(test => test.Project, StringComparer.Ordinal)
            .ThenBy(test => test.Class, StringComparer.Ordinal)
            .ThenBy(test => test.Method, StringComparer.Ordinal),
    ];

    private static List<ShowingTest> Read(string project)
    {
        var file = Repository.AssemblyOf(project);
        var beside = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.dll");
        var resolver = new PathAssemblyResolver(beside.Concat(Frameworks()).DistinctBy(path => Path.GetFileName(path), StringComparer.Ordinal));
        using var context = new MetadataLoadContext(resolver);
        return [.. context.LoadFromAssemblyPath(file).GetTypes().SelectMany(type => Read(project, type))];
    }

    /// <summary>The assemblies of every framework that is installed beside the one that runs: tests of web pages need more than that one.</summary>
    private static IEnumerable<string> Frameworks()
    {
        var own = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar));
        return own.Parent!.Parent!.GetDirectories()
            .Select(framework => Path.Combine(framework.FullName, own.Name))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"));
    }

    private static IEnumerable<ShowingTest> Read(string project, Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
        let attributes = method.GetCustomAttributesData()
        let runs = attributes.Any(IsRun)
        from attribute in Hazards(attributes).Concat(runs ? Hazards(type.GetCustomAttributesData()) : [])
        select new ShowingTest(attribute, project, type.FullName!, method.Name, runs);

    private static IEnumerable<string> Hazards(IEnumerable<CustomAttributeData> attributes) =>
        from attribute in attributes
        where attribute.AttributeType.FullName == Trait && attribute.ConstructorArguments[0].Value is "Hazard"
        select (string)attribute.ConstructorArguments[1].Value!;

    private static bool IsRun(CustomAttributeData attribute) =>
        Kinds.Contains(attribute.AttributeType.FullName, StringComparer.Ordinal)
        && !attribute.NamedArguments.Any(named => named.MemberName is "Skip" or "Explicit");
}
