using System.Reflection;
using System.Text.Json;

namespace Neuraxial.Simulation;

/// <summary>The data that come with the simulator: each figure with its mark and sources, read where it is used.</summary>
internal static class SpineData
{
    /// <summary>A file of the assembly: <c>anatomy-human.json</c>.</summary>
    public static DataRow File(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no '{name}'.");
        return new DataRow(JsonDocument.Parse(stream).RootElement);
    }

    /// <summary>How files name a species.</summary>
    public static Choice<Species> SpeciesWords { get; } = new(new("human", Species.Human), new("pig", Species.Pig), new("dog", Species.Dog));

    /// <summary>The word of a species.</summary>
    public static string Word(this Species species) => SpeciesWords.Word(species);

    /// <summary>A part of a row that must be there.</summary>
    public static DataRow Part(this DataRow row, string name) => row.Row(name) ?? throw new InvalidDataException($"'{row.Id}' has no '{name}'.");

    /// <summary>A number of a unit that must be there.</summary>
    public static double Number(this DataRow row, string name, string unit) =>
        row.Figure(name) is { } figure ? Number(figure, unit) : throw new InvalidDataException($"'{row.Id}' has no '{name}'.");

    /// <summary>A number of a unit.</summary>
    public static double Number(this Figure figure, string unit) =>
        figure.Number is { } number && figure.Unit == unit ? (double)number : throw new InvalidDataException($"'{figure}' is no number of {unit}.");
}
