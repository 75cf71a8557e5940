using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The canal of the reference, a.1 and b.3: what it prints is what comes of its rows.</summary>
public sealed class SpineTests
{
    /// <summary>Level; cm from the sacral end; the printed D in 1e-6 m²/s, the mean over the level.</summary>
    [Theory]
    [InlineData("C1", 60.5, 6.4)]
    [InlineData("C2", 58.6, 8.2)]
    [InlineData("C3", 57.1, 12.1)]
    [InlineData("C4", 55.3, 13.6)]
    [InlineData("C7", 50.7, 10.8)]
    [InlineData("T1", 48.9, 10.8)]
    [InlineData("T4", 42.4, 13.1)]
    [InlineData("T6", 37.7, 8.8)]
    [InlineData("T8", 32.7, 6.0)]
    [InlineData("T10", 27.6, 4.3)]
    [InlineData("T12", 21.8, 2.6)]
    [InlineData("L1", 18.8, 1.9)]
    [InlineData("L3", 12.4, 1.3)]
    [InlineData("L5", 5.9, 1.1)]
    [InlineData("S2", 0.7, 1.0)]
    public void A_level_lies_where_it_is_printed_and_its_fluid_mixes_as_printed(string level, double middle, double printed)
    {
        var vertebra = Anatomy.Of(Species.Human).Spine.At(Level.Parse(level).Value)!;
        Assert.Equal(middle, vertebra.Middle, 0.06);

        // The closure as the reference recommends it; the shipped one has other numbers in it (docs/model.md).
        var dispersion = new Pulsation(2.1, 1.1, 0.045, 1.0e-6).Dispersion(Anatomy.Of(Species.Human).Spine);
        var mean = Enumerable.Range(0, 20).Average(i => dispersion(vertebra.Lower + ((i + 0.5) / 20 * vertebra.Length)));

        // Printed with two digits, of areas that are interpolated another way.
        Assert.InRange(mean * 1e6 / printed, 0.92, 1.08);
    }

    /// <summary>CSF and roots 101 mL, CSF 96 mL, cord 20.7 mL; from T12 to the end of the sac 47 mL of CSF and roots.</summary>
    [Fact]
    public void Its_volumes_are_the_printed_ones()
    {
        var spine = Anatomy.Of(Species.Human).Spine;
        Assert.Equal(62, spine.Length, 0.1);
        Assert.Equal(101, Integral(spine, spine.Thecal, spine.Length), 1.0);
        Assert.Equal(96, Integral(spine, spine.Fluid, spine.Length), 1.0);
        Assert.Equal(20.7, Integral(spine, spine.Cord, spine.Length), 0.4);
        Assert.Equal(47, Integral(spine, spine.Thecal, spine.At(Level.Parse("T12").Value)!.Upper), 1.0);
    }

    [Fact]
    public void A_taller_person_has_a_longer_canal_of_the_same_width()
    {
        var tall = Anatomy.Of(Species.Human).Spine.OfHeight(190);
        Assert.Equal(Anatomy.Of(Species.Human).Spine.Length * 190 / 172, tall.Length, 1e-9);
        Assert.Equal(Anatomy.Of(Species.Human).Spine.Fluid(0.3 * Anatomy.Of(Species.Human).Spine.Length), tall.Fluid(0.3 * tall.Length), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Anatomy.Of(Species.Human).Spine.OfHeight(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Anatomy.Of(Species.Human).Spine.OfHeight(double.NaN));
    }

    /// <summary>What is below L1 in length, and in area below T4, nobody measured here: it says so.</summary>
    [Theory]
    [InlineData("C5", Mark.Derived, Mark.Derived)]
    [InlineData("L1", Mark.Derived, Mark.Assumed)]
    [InlineData("L3", Mark.Recalled, Mark.Assumed)]
    [InlineData("T5", Mark.Derived, Mark.Assumed)]
    public void A_figure_keeps_its_mark(string level, Mark length, Mark thecal)
    {
        var vertebra = Anatomy.Of(Species.Human).Spine.At(Level.Parse(level).Value)!;
        Assert.Equal((length, thecal), (vertebra.Provenances[0].Mark, vertebra.Provenances[1].Mark));
    }

    private static double Integral(Spine spine, Func<double, double> area, double until) =>
        Enumerable.Range(0, 2_000).Sum(i => area((i + 0.5) / 2_000 * until) * until / 2_000);
}
