#if MUTATION
using System.Collections.Concurrent;
using System.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(Neuraxial.Tests.FreshFormulary))]

namespace Neuraxial.Tests;

/// <summary>
/// Before each run of a mutation run the built-in formulary forgets what it has read: one process asks many mutants, and a row that was read under the first would be the
/// same under all the others, whatever was changed in how it is read.
/// </summary>
public sealed class FreshFormulary
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    public FreshFormulary()
    {
        Clear(typeof(Formulary), Formulary.BuiltIn, "cache", "cited");
        Array.Clear((Array)Field(typeof(Formulary), "bySection").GetValue(Formulary.BuiltIn)!);
        Clear(typeof(BuiltInData), null, "Documents", "Sections");
    }

    private static void Clear(Type type, object? owner, params string[] fields)
    {
        foreach (var name in fields)
        {
            var kept = Field(type, name).GetValue(owner)!;
            kept.GetType().GetMethod(nameof(ConcurrentDictionary<int, int>.Clear), Type.EmptyTypes)!.Invoke(kept, null);
        }
    }

    private static FieldInfo Field(Type type, string name) =>
        type.GetField(name, Everything) ?? throw new InvalidOperationException($"{type.Name} keeps nothing under '{name}' any more.");
}
#endif
