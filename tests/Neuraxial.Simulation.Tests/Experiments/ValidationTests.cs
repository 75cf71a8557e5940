using Neuraxial.Safety;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The shipped parameters beside the shipped studies, and orders between studies that the field agrees on.</summary>
public sealed class ValidationTests
{
    private static readonly Lazy<Validation> All = new(() =>
        Validation.Of(Directory.GetFiles(Path.Combine(Repository.Root, "validation"), "*.json").Order(StringComparer.Ordinal).Select(Study))
    );

    [Fact]
    public void At_least_85_per_cent_of_the_human_rows_lie_inside_their_band()
    {
        var human = All.Value.Rows.Where(row => row.Experiment.Subject.Species == Species.Human && row.Inside is not null).ToList();
        Assert.True(human.Count >= 50);
        Assert.True(human.Count(row => row.Inside is true) >= 0.85 * human.Count, string.Join(", ", human.Where(row => row.Inside is false)));
    }

    /// <summary>A row of a rate of elimination or a concentration that is off by more is a structure that is wrong, not a figure.</summary>
    [Fact]
    public void No_row_that_misses_its_band_is_off_by_more_than_two() =>
        Assert.All(All.Value.Rows.Where(row => row.Inside is false), row => Assert.InRange(row.FoldError!.Value, 1, 2));

    [Fact]
    public void Rows_of_pig_and_dog_lie_inside_with_their_own_presets() =>
        Assert.All(All.Value.Rows.Where(row => row.Experiment.Subject.Species != Species.Human), row => Assert.True(row.Inside, row.What));

    /// <summary>E18: the slowest infusion stays nearest to the tip, boluses spread the most.</summary>
    [Fact]
    public void In_the_pig_slow_infusion_is_narrower_than_fast_and_fast_than_boluses()
    {
        double Decay(string name) => All.Value.Rows.Single(row => row.Experiment.Name == $"bernards-2006-pig-{name}").Found!.Value;
        Assert.True(Decay("slow") < Decay("fast"));
        Assert.True(Decay("fast") < Decay("bolus"));
    }

    /// <summary>E5 and E6: half a milligram is exactly twice a quarter.</summary>
    [Fact]
    public void Twice_the_dose_is_exactly_twice_the_concentration()
    {
        double At(string dose) =>
            All.Value.Rows.Single(row => row.Experiment.Name == $"nordberg-1984-{dose}-milligram" && row.What == "concentration").Found!.Value;
        Assert.Equal(2, At("half") / At("quarter"), 1e-9);
    }

    private static Experiment Study(string file) => ExperimentFile.Read(File.ReadAllBytes(file)).Content!;
}
