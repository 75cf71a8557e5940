namespace Neuraxial.Simulation;

/// <summary>
/// Draws what differs between people, by part d of the reference. A patient's draw depends on the seed and the patient's number alone, never on thread or batch.
/// </summary>
internal static class VirtualPatient
{
    /// <summary>The variation of one virtual patient about the mean of what is known of a subject.</summary>
    /// <param name="seed">Of the population.</param>
    /// <param name="number">Of the patient, from 0.</param>
    /// <param name="subject">Whose known figures stay as they are.</param>
    public static Variation Draw(ulong seed, int number, Subject subject)
    {
        var draws = new Draws(seed, (ulong)number);
        var length = subject.Species == Species.Human ? 1 + (0.03 * draws.Normal()) : 1;
        if (subject.HeightCm is null && subject.Species == Species.Human)
        {
            // Stature of adults, CV 5 % [assumed].
            length *= 1 + (0.05 * draws.Normal());
        }

        // One factor for the whole canal, and a residual that is smooth along it: correlations 0.9 between neighbours and some 0.6 over five levels and more.
        var area = 0.18 * draws.Normal();
        var (even, slope, wave) = (draws.Normal(), draws.Normal(), draws.Normal());
        var fine = 0.096;
        double Residual(double position)
        {
            var place = position / 62;
            return fine
                * (
                    (0.75 * even)
                    + (0.47 * slope * Math.Sqrt(2) * Math.Cos(Math.PI * place))
                    + (0.47 * wave * Math.Sqrt(2) * Math.Sin(Math.PI * place))
                );
        }

        // D0 and gamma: SD of the log 0.4 each, correlation 0.5.
        var (one, other) = (draws.Normal(), draws.Normal());
        return new Variation
        {
            Area = subject.FluidVolumeMl is null ? position => Math.Exp(area + Residual(position)) : position => Math.Exp(Residual(position)),
            Cord = Math.Max(0.5, 1 + (0.10 * ((0.43 * area / 0.18) + (Math.Sqrt(1 - (0.43 * 0.43)) * draws.Normal())))),
            Length = Math.Clamp(length, 0.75, 1.25),
            StrokeVolume = Lognormal(0.32),
            HeartRate = Math.Clamp(66 + (10 * draws.Normal()), 45, 110) / 66,
            Gamma = Math.Exp(0.4 * one),
            Floor = Math.Exp(0.4 * ((0.5 * one) + (Math.Sqrt(0.75) * other))),
            Production = Lognormal(0.25),
            SpinalShare = (0.05 + (0.20 * draws.Uniform())) / 0.12,
            Cranium = Math.Max(0.5, 1 + (0.15 * draws.Normal())),
            Loss = Lognormal(0.4),
            Crossing = Lognormal(0.5),
            PlasmaVolume = Lognormal(0.3),
            Clearance = Lognormal(0.3),
        };

        double Lognormal(double deviation) => Math.Exp(deviation * draws.Normal());
    }

    /// <summary>Numbers of one patient: the finaliser of SplitMix64 over a counter, so that any patient's can be had without those before.</summary>
    private sealed class Draws(ulong seed, ulong number)
    {
        private readonly ulong start = Mixed(seed ^ Mixed(unchecked(number + 0x632BE59BD9B4E019)));
        private ulong counter;

        /// <summary>Between 0 and 1, neither.</summary>
        public double Uniform()
        {
            counter++;
            return ((Mixed(unchecked(start + (counter * 0x9E3779B97F4A7C15))) >> 11) + 0.5) / (1UL << 53);
        }

        /// <summary>Standard normal (Box and Muller).</summary>
        public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

        private static ulong Mixed(ulong value)
        {
            unchecked
            {
                value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
                value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
                return value ^ (value >> 31);
            }
        }
    }
}
