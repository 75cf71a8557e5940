namespace Neuraxial.Simulation;

/// <summary>The canal at one vertebra of a mean adult.</summary>
/// <param name="Level">Which.</param>
/// <param name="Length">Along the canal, cm.</param>
/// <param name="Thecal">The area within the dura that is no cord: fluid and roots, square cm.</param>
/// <param name="Fluid">The area of the fluid, square cm.</param>
/// <param name="Cord">The area of the cord, square cm; zero below its end.</param>
/// <param name="Provenances">Where the four figures come from, in their order.</param>
public sealed record Vertebra(Level Level, double Length, double Thecal, double Fluid, double Cord, IReadOnlyList<Provenance> Provenances)
{
    /// <summary>The distance of its middle from the sacral end of the canal, cm.</summary>
    public required double Middle { get; init; }

    /// <summary>Its lower end, cm from the sacral end.</summary>
    public double Lower => Middle - (Length / 2);

    /// <summary>Its upper end, cm from the sacral end.</summary>
    public double Upper => Middle + (Length / 2);
}
