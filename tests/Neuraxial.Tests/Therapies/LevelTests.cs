using Xunit;

namespace Neuraxial.Tests.Therapies;

/// <summary>Levels of the spine, as they are read, written and ordered.</summary>
public sealed class LevelTests
{
    /// <summary>From the head down: eight segments of the neck, twelve of the chest, five lumbar, five sacral.</summary>
    private static readonly string[] FromTheHeadDown =
    [
        .. "C1 C2 C3 C4 C5 C6 C7 C8 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 L1 L2 L3 L4 L5 S1 S2 S3 S4 S5".Split(' '),
    ];

    [Fact]
    public void Every_level_is_written_as_it_is_read() =>
        Assert.Equal(FromTheHeadDown, FromTheHeadDown.Select(text => Level.Parse(text).Value.ToString()), StringComparer.Ordinal);

    [Fact]
    public void Levels_are_ordered_from_the_head_down()
    {
        var levels = FromTheHeadDown.Select(text => Level.Parse(text).Value).ToArray();
        Assert.Equal(levels, levels.Reverse().Order());
        for (var i = 1; i < levels.Length; i++)
        {
            Assert.True(levels[i - 1] < levels[i] && levels[i] > levels[i - 1] && levels[i - 1] <= levels[i] && levels[i] >= levels[i - 1]);
            Assert.False(levels[i] < levels[i - 1] || levels[i - 1] > levels[i] || levels[i] <= levels[i - 1] || levels[i - 1] >= levels[i]);
        }
    }

    [Fact]
    public void Only_C8_is_a_segment_and_no_vertebra() =>
        Assert.Equal(["C8"], FromTheHeadDown.Where(text => Level.Parse(text).Value.IsSegmentOnly), StringComparer.Ordinal);

    [Theory]
    [InlineData("C0")]
    [InlineData("C9")]
    [InlineData("T13")]
    [InlineData("L6")]
    [InlineData("S6")]
    [InlineData("L03")]
    [InlineData("l3")]
    [InlineData("L")]
    [InlineData("3")]
    [InlineData("")]
    public void What_is_no_level_is_refused(string text) =>
        Assert.Equal($"'{text}' is no level of the spine; expected C1 to C8, T1 to T12, L1 to L5 or S1 to S5", Level.Parse(text).Problem);
}
