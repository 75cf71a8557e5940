using Xunit;

namespace Neuraxial.Tests.Formularies.Releases;

public sealed class VersionOrderTests
{
    [Theory]
    [InlineData("example-1", "example-2", -1)]
    [InlineData("example-9", "example-10", -1)]
    [InlineData("example-10", "example-9", 1)]
    [InlineData("example-2", "example-2", 0)]
    [InlineData("example-02", "example-2", 0)]
    [InlineData("2026.4", "2026.11", -1)]
    [InlineData("2026.4", "2026.4.1", -1)]
    [InlineData("2026.4.1", "2026.4", 1)]
    [InlineData("2027.1", "2026.4.1", 1)]
    [InlineData("1.2.3", "1.2.3", 0)]
    [InlineData("99999999999999999999999999999999999998", "99999999999999999999999999999999999999", -1)]
    [InlineData("trust", "trust", 0)]
    public void Numbers_are_compared_as_numbers_from_the_left(string one, string other, int order)
    {
        Assert.Equal(order, VersionOrder.Compare(one, other));
        Assert.Equal(-order, VersionOrder.Compare(other, one));
    }

    [Theory]
    [InlineData("trust-7", "example-7")]
    [InlineData("7", "trust-7")]
    [InlineData("1.0", "1.0-draft")]
    [InlineData("1-2", "1.2")]
    [InlineData("spring", "autumn")]
    [InlineData("Example-1", "example-1")]
    public void Versions_that_are_counted_in_two_ways_cannot_be_told(string one, string other)
    {
        Assert.Null(VersionOrder.Compare(one, other));
        Assert.Null(VersionOrder.Compare(other, one));
    }
}
