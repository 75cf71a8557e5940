using System.Buffers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>Recipes of tests: an example file, or a small recipe with members changed one by one, solved.</summary>
internal static class Solved
{
    /// <summary>One drug in a pump whose range is known and whose rate steps are stated: every figure divides without a rest.</summary>
    public const string Plain = """
        {
          "recipe": "test",
          "indication": "cancer-pain",
          "route": "intrathecal",
          "jurisdiction": "uk",
          "pump": { "model": "synchromed-ii-40" },
          "diluent": "sodium-chloride-0.9",
          "wanted": [{ "drug": "bupivacaine", "dose": "10 mg/d", "stock": "40 mg/mL" }],
          "rateStep": "0.001 mL/d",
          "measure": "0.1 mL",
          "interval": "50 d"
        }
        """;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "examples", "recipes");

    public static string[] ExampleNames { get; } =
    [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static byte[] ExampleBytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static RecipeSolution Example(string name) => Of(ExampleBytes(name));

    /// <summary><see cref="Plain"/> with members changed, solved.</summary>
    public static RecipeSolution With(params (string Path, string? Value)[] changes) => Of(Encoding.UTF8.GetBytes(Plans.Changed(Plain, changes)));

    public static Recipe Recipe(params (string Path, string? Value)[] changes) => Read(Encoding.UTF8.GetBytes(Plans.Changed(Plain, changes)));

    public static IReadOnlyList<Problem> Problems(params (string Path, string? Value)[] changes) =>
        RecipeFile.Read(Encoding.UTF8.GetBytes(Plans.Changed(Plain, changes)), Formulary.BuiltIn).Problems;

    public static RecipeSolution Of(byte[] utf8) => RecipeSolver.Solve(Read(utf8), Formulary.BuiltIn);

    public static Recipe Read(byte[] utf8)
    {
        var reading = RecipeFile.Read(utf8, Formulary.BuiltIn);
        Assert.Empty(reading.Problems);
        return reading.Content!;
    }

    public static JsonElement Json(this RecipeSolution solution)
    {
        var buffer = new ArrayBufferWriter<byte>();
        RecipeJson.Write(solution, buffer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Rate, fill and interval as a table prints them.</summary>
    public static string Text(this RecipeAnswer answer) => $"{answer.Rate}, {answer.Fill}, {QuantityText.Write(answer.Interval)}";

    /// <summary>The first answer.</summary>
    public static RecipeAnswer Best(this RecipeSolution solution)
    {
        Assert.True(solution.IsFeasible, string.Join("; ", solution.Infeasible?.Constraints.Select(constraint => constraint.Message) ?? []));
        return solution.Answers[0];
    }

    public static string Constraints(this RecipeSolution solution)
    {
        Assert.NotNull(solution.Infeasible);
        return string.Join(", ", solution.Infeasible.Constraints.Select(constraint => constraint.Code));
    }
}
