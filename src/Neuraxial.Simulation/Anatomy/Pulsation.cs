namespace Neuraxial.Simulation;

/// <summary>
/// The to and fro of the fluid with the heart, and how fast it mixes along the canal: D(x) = D0 + gamma f Delta(x)^2 with Delta(x) = SV(x) / A(x) and
/// SV(x) = SV of C2/3 times V(x) / V of C2/3, where V(x) is the fluid below x.
/// </summary>
/// <remarks>
/// Of the form of steady streaming, which is second order in the displacement [assumed]; D0 and gamma fitted to E1 to E4 of the reference [computed]. Between people it
/// is known to a factor of two and a half either way.
/// </remarks>
/// <param name="StrokeVolume">SV of C2/3, mL; 2.1 +- 0.7 in 70 people [seen].</param>
/// <param name="HeartRate">f, per second.</param>
/// <param name="Gamma">gamma, a number.</param>
/// <param name="Floor">D0, square metres per second: breathing, posture, roots.</param>
public sealed record Pulsation(double StrokeVolume, double HeartRate, double Gamma, double Floor)
{
    /// <summary>D along a spine, square metres per second.</summary>
    /// <param name="spine">Whose.</param>
    public Func<double, double> Dispersion(Spine spine)
    {
        // The fluid below each position, by cells of a millimetre and less.
        var cells = (int)Math.Ceiling(spine.Length * 10);
        var width = spine.Length / cells;
        var below = new double[cells + 1];
        for (var cell = 0; cell < cells; cell++)
        {
            below[cell + 1] = below[cell] + (spine.Fluid((cell + 0.5) * width) * width);
        }

        double Below(double position)
        {
            var place = Math.Clamp(position / width, 0, cells);
            var cell = Math.Min((int)place, cells - 1);
            return below[cell] + ((place - cell) * (below[cell + 1] - below[cell]));
        }

        // Where it is measured, C2/3.
        var reference = spine.At(Level.Parse("C2").Value)!.Lower;
        var stroke = StrokeVolume / Below(reference);
        return position =>
        {
            var centimetres = stroke * Below(position) / spine.Fluid(position);
            var metres = centimetres / 100;
            return Floor + (Gamma * HeartRate * metres * metres);
        };
    }
}
