using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Virtual patients differ as people do (the reference, part d), and each is what seed and number say.</summary>
public sealed class VirtualPatientTests
{
    private static readonly Subject Adult = new(Species.Human);

    [Fact]
    public void A_patient_is_the_same_whenever_and_wherever_it_is_drawn()
    {
        var forwards = Enumerable.Range(0, 50).Select(number => VirtualPatient.Draw(7, number, Adult)).ToList();
        var backwards = Enumerable.Range(0, 50).Reverse().Select(number => VirtualPatient.Draw(7, number, Adult)).Reverse().ToList();
        var together = Enumerable.Range(0, 50).AsParallel().AsOrdered().Select(number => VirtualPatient.Draw(7, number, Adult)).ToList();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(Numbers(forwards[i]), Numbers(backwards[i]));
            Assert.Equal(Numbers(forwards[i]), Numbers(together[i]));
        }
    }

    [Fact]
    public void Another_seed_or_number_is_another_patient() =>
        Assert.Equal(
            400,
            Enumerable
                .Range(0, 20)
                .SelectMany(seed => Enumerable.Range(0, 20).Select(number => VirtualPatient.Draw((ulong)seed, number, Adult).StrokeVolume))
                .Distinct()
                .Count()
        );

    /// <summary>Mean and deviation of the logarithm over 4,000 patients; the bounds are four standard errors about the printed figure.</summary>
    [Theory]
    [InlineData("stroke volume", 0.32)]
    [InlineData("gamma", 0.4)]
    [InlineData("floor", 0.4)]
    [InlineData("production", 0.25)]
    [InlineData("loss", 0.4)]
    [InlineData("crossing", 0.5)]
    [InlineData("clearance", 0.3)]
    public void A_random_effect_has_the_printed_deviation(string effect, double deviation)
    {
        var logs = Enumerable.Range(0, 4_000).Select(number => Math.Log(Effect(VirtualPatient.Draw(1, number, Adult), effect))).ToList();
        var mean = logs.Average();
        Assert.InRange(mean, -4 * deviation / Math.Sqrt(4_000), 4 * deviation / Math.Sqrt(4_000));
        Assert.Equal(deviation, Math.Sqrt(logs.Average(log => (log - mean) * (log - mean))), 4 * deviation / Math.Sqrt(8_000));
    }

    /// <summary>Neighbouring levels correlate at 0.9, five levels apart at 0.65, C2 with T2 at 0.56 (of the residual about the whole canal's factor).</summary>
    [Fact]
    public void Areas_are_alike_near_by_and_less_so_far_away()
    {
        var spine = Anatomy.Of(Species.Human).Spine;
        double At(string level) => spine.At(Level.Parse(level).Value)!.Middle;
        var drawn = Enumerable
            .Range(0, 2_000)
            .Select(number => VirtualPatient.Draw(3, number, new Subject(Species.Human) { FluidVolumeMl = 96 }))
            .ToList();
        double Correlation(string one, string other)
        {
            var pairs = drawn.ConvertAll(variation => (X: Math.Log(variation.Area(At(one))), Y: Math.Log(variation.Area(At(other)))));
            var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
            return pairs.Sum(pair => (pair.X - x) * (pair.Y - y))
                / Math.Sqrt(pairs.Sum(pair => (pair.X - x) * (pair.X - x)) * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y)));
        }

        Assert.True(Correlation("C4", "C5") > 0.9);
        Assert.InRange(Correlation("C2", "T12"), 0.2, 0.9);
        Assert.True(Correlation("C2", "T2") > Correlation("C2", "L3"));
    }

    private static double Effect(Variation variation, string effect) =>
        effect switch
        {
            "stroke volume" => variation.StrokeVolume,
            "gamma" => variation.Gamma,
            "floor" => variation.Floor,
            "production" => variation.Production,
            "loss" => variation.Loss,
            "crossing" => variation.Crossing,
            _ => variation.Clearance,
        };

    private static double[] Numbers(Variation variation) =>
        [
            variation.Area(10),
            variation.Area(50),
            variation.Cord,
            variation.Length,
            variation.StrokeVolume,
            variation.HeartRate,
            variation.Gamma,
            variation.Floor,
            variation.Production,
            variation.SpinalShare,
            variation.Cranium,
            variation.Loss,
            variation.Crossing,
            variation.PlasmaVolume,
            variation.Clearance,
        ];
}
