namespace Neuraxial.Simulation;

/// <summary>
/// The fluid of the spinal canal in cells of one width, from the sacral end upwards: area, effective dispersion, and bulk flow between cells.
/// </summary>
/// <remarks>
/// Finite volumes: what leaves a cell enters its neighbour. Between cells i and i + 1 with the conductance G = A D / dx and the flow Q at the face between them, the flux is
/// that of the exact profile between the two centres (Scharfetter and Gummel 1969): J = G (B(-Q/G) c_i - B(Q/G) c_(i+1)) with B(z) = z / (e^z - 1). Both
/// coefficients are positive whatever the flow, it is of second order in dx, and without flow it is G (c_i - c_(i+1)).
/// </remarks>
/// <param name="Width">dx, the width of a cell, cm.</param>
/// <param name="Areas">A, the area of the fluid at each cell's centre, square cm.</param>
/// <param name="Dispersions">D at each face between two cells, square cm per hour; one less than cells.</param>
/// <param name="FaceAreas">A at each face between two cells, square cm; one less than cells.</param>
/// <param name="Flows">Q through each face between two cells, mL per hour, positive upwards; one less than cells.</param>
internal sealed record Canal(
    double Width,
    IReadOnlyList<double> Areas,
    IReadOnlyList<double> FaceAreas,
    IReadOnlyList<double> Dispersions,
    IReadOnlyList<double> Flows
)
{
    /// <summary>How many cells.</summary>
    public int Cells => Areas.Count;

    /// <summary>The volume of a cell, mL.</summary>
    public double Volume(int cell) => Areas[cell] * Width;

    /// <summary>The distance of a cell's centre from the sacral end, cm.</summary>
    public double Centre(int cell) => (cell + 0.5) * Width;

    /// <summary>A canal of which area, dispersion and flow are given as functions of the distance from the sacral end.</summary>
    /// <param name="length">Of the canal, cm.</param>
    /// <param name="cells">How many cells.</param>
    /// <param name="area">Square cm.</param>
    /// <param name="dispersion">Square cm per hour.</param>
    /// <param name="flow">mL per hour, positive upwards.</param>
    public static Canal Of(double length, int cells, Func<double, double> area, Func<double, double> dispersion, Func<double, double> flow)
    {
        var width = length / cells;
        double[] AtFaces(Func<double, double> value) => [.. Enumerable.Range(1, cells - 1).Select(face => value(face * width))];
        return new Canal(
            width,
            [.. Enumerable.Range(0, cells).Select(cell => area((cell + 0.5) * width))],
            AtFaces(area),
            AtFaces(dispersion),
            AtFaces(flow)
        );
    }

    /// <summary>Adds the flows between neighbouring cells to a system.</summary>
    /// <param name="builder">Of the system.</param>
    /// <param name="state">The compartment of a cell's fluid.</param>
    public void AddTo(RateMatrix.Builder builder, Func<int, int> state)
    {
        for (var face = 0; face + 1 < Cells; face++)
        {
            var conductance = FaceAreas[face] * Dispersions[face] / Width;
            var flow = Flows[face];
            builder.Flow(state(face), state(face + 1), Carried(conductance, flow) / Volume(face));
            builder.Flow(state(face + 1), state(face), Carried(conductance, -flow) / Volume(face + 1));
        }
    }

    /// <summary>G B(-Q/G): what a concentration of one sends along a flow Q, per hour; Q itself where nothing disperses.</summary>
    internal static double Carried(double conductance, double flow) =>
        conductance == 0 ? double.Max(flow, 0) : conductance * Bernoulli(-flow / conductance);

    /// <summary>z / (e^z - 1), 1 at 0.</summary>
    private static double Bernoulli(double z) =>
        double.Abs(z) < 1e-5 ? 1 - (z / 2) + (z * z / 12)
        : z > 700 ? 0
        : z / double.ExpM1(z);
}
