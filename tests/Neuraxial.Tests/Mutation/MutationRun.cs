#if MUTATION
using System.Collections.Concurrent;
using System.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(Neuraxial.Tests.MutationRun))]

namespace Neuraxial.Tests;

/// <summary>One run of the tests in a mutation run, of which one process makes thousands, each with another mutant.</summary>
/// <remarks>
/// Before it the built-in formulary forgets what it has read: a row that was read under the first mutant would be the same under all the others, whatever was changed in
/// how it is read. During it the mutant stays the same, so it is looked up once and not, in a file, at each of the millions of places where the program asks whether
/// it is changed there: that made the tests three times as long.
/// </remarks>
public sealed class MutationRun : IDisposable
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    private readonly (FieldInfo File, FieldInfo Mutant)? mutant = Control() is { } control
        ? (Field(control, "_cachedMutantFilePath"), Field(control, "ActiveMutant"))
        : null;
    private readonly string? file = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE");

    public MutationRun()
    {
        if (mutant is { } chosen && file is not null)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new BinaryReader(stream);
            chosen.Mutant.SetValue(null, reader.ReadInt32());
            Field(chosen.File.DeclaringType!, "_mutantFilePathCached").SetValue(null, true);
            chosen.File.SetValue(null, "");
        }

        Clear(typeof(Formulary), Formulary.BuiltIn, "cache", "cited");
        Array.Clear((Array)Field(typeof(Formulary), "bySection").GetValue(Formulary.BuiltIn)!);
        Clear(typeof(BuiltInData), null, "Documents", "Sections");
    }

    /// <summary>What comes between two runs, the search for tests, asks the file again.</summary>
    public void Dispose() => mutant?.File.SetValue(null, file ?? "");

    /// <summary>What Stryker puts into the program, under a name of the moment; not there when the tests run without mutants.</summary>
    private static Type? Control() => Array.Find(typeof(Formulary).Assembly.GetTypes(), type => type.Name == "MutantControl");

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
