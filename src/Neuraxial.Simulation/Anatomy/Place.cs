namespace Neuraxial.Simulation;

/// <summary>A place along the canal: the middle of a vertebra, or a distance from the sacral end of the dural sac.</summary>
public sealed record Place
{
    private Place(Level? level, double? centimetres)
    {
        Level = level;
        Centimetres = centimetres;
    }

    /// <summary>The level; <see langword="null"/> where a distance is given.</summary>
    public Level? Level { get; }

    /// <summary>The distance from the sacral end, cm; <see langword="null"/> where a level is given.</summary>
    public double? Centimetres { get; }

    /// <summary>The middle of a vertebra; of a segment of the cord where a segment is meant.</summary>
    public static Place At(Level level) => new(level, null);

    /// <summary>A distance from the sacral end of the dural sac.</summary>
    /// <param name="centimetres">cm, not negative.</param>
    public static Place At(double centimetres) => new(null, centimetres);

    /// <summary>As it is written: <c>L3</c>, <c>12.4 cm</c>.</summary>
    public override string ToString() => Level?.ToString() ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Centimetres} cm");
}
