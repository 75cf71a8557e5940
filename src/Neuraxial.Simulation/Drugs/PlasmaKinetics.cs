namespace Neuraxial.Simulation;

/// <summary>A drug in the blood: a central volume that is cleared, and up to two others that exchange with it.</summary>
/// <param name="VolumeMl">The central volume, mL.</param>
/// <param name="ClearanceMlPerHour">mL/h.</param>
/// <param name="Others">The other volumes, mL, each with its exchange, mL/h.</param>
public sealed record PlasmaKinetics(double VolumeMl, double ClearanceMlPerHour, IReadOnlyList<(double VolumeMl, double ExchangeMlPerHour)> Others)
{
    private const double PerHour = 60_000;

    /// <summary>Two volumes from what a study prints: clearance, half-lives and the volume at steady state.</summary>
    /// <remarks>
    /// With alpha + beta = k10 + k12 + k21, alpha beta = k10 k21, CL = k10 V1 and Vss = V1 (1 + k12 / k21) it follows that
    /// V1 = CL^2 / (CL (alpha + beta) - Vss alpha beta).
    /// </remarks>
    /// <param name="clearance">CL, mL/h.</param>
    /// <param name="alpha">The faster rate, per hour.</param>
    /// <param name="beta">The slower rate, per hour.</param>
    /// <param name="steady">Vss, mL.</param>
    /// <exception cref="InvalidDataException">No two volumes have these figures.</exception>
    public static PlasmaKinetics FromHalfLives(double clearance, double alpha, double beta, double steady)
    {
        var volume = clearance * clearance / ((clearance * (alpha + beta)) - (steady * alpha * beta));
        var back = alpha * beta * volume / clearance;
        var over = alpha + beta - (clearance / volume) - back;
        if (!(volume > 0 && over > 0))
        {
            throw new InvalidDataException($"No two volumes have a clearance of {clearance} mL/h, rates of {alpha} and {beta} /h and {steady} mL.");
        }

        return new PlasmaKinetics(volume, clearance, [(over * volume / back, over * volume)]);
    }

    /// <summary>The same drug in a body of another weight: volumes in proportion, flows with its power of three quarters.</summary>
    /// <param name="ratio">The weight over that which the figures are for.</param>
    public PlasmaKinetics Scaled(double ratio) =>
        new(
            VolumeMl * ratio,
            ClearanceMlPerHour * Math.Pow(ratio, 0.75),
            [.. Others.Select(other => (other.VolumeMl * ratio, other.ExchangeMlPerHour * Math.Pow(ratio, 0.75)))]
        );

    internal static PlasmaKinetics Read(DataRow row)
    {
        var clearance = row.Number("clearance", "L/min") * PerHour;
        if (row.Figure("slowHalfLife") is { } slow)
        {
            double Rate(Figure halfLife) => Math.Log(2) / halfLife.Number("min") * 60;
            return FromHalfLives(clearance, Rate(row.Figure("fastHalfLife")!), Rate(slow), row.Number("steadyVolume", "L") * 1_000);
        }

        var others = new List<(double, double)>();
        foreach (var number in (int[])[2, 3])
        {
            if (row.Figure($"volume{number}") is { } volume)
            {
                others.Add((volume.Number("L") * 1_000, row.Number($"exchange{number}", "L/min") * PerHour));
            }
        }

        return new PlasmaKinetics(row.Number("volume", "L") * 1_000, clearance, others);
    }
}
