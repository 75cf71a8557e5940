using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>Which containers are opened: the fewest that hold the volume, and of those ways the one that leaves least.</summary>
public sealed class ContainerChoiceTests
{
    [Theory]
    // One size: whole containers, just enough and just not enough.
    [InlineData("2.9 mL", "1 mL", "3 x 1 mL")]
    [InlineData("3 mL", "1 mL", "3 x 1 mL")]
    [InlineData("3.001 mL", "1 mL", "4 x 1 mL")]
    [InlineData("0.001 mL", "20 mL", "1 x 20 mL")]
    // Several sizes: one 10 mL rather than two 5 mL; 12 mL from two, and 10 + 2 leaves nothing where 10 + 5 leaves 3 mL.
    [InlineData("10 mL", "2 mL, 4 mL, 5 mL, 10 mL, 20 mL", "1 x 10 mL")]
    [InlineData("12 mL", "5 mL, 10 mL, 2 mL", "1 x 10 mL + 1 x 2 mL")]
    // 75 mL need four of 20 mL; three and a 10 mL hold 70 mL only.
    [InlineData("75 mL", "2 mL, 4 mL, 5 mL, 10 mL, 20 mL", "4 x 20 mL")]
    // 70 mL: three of 20 mL and one of 10 mL, nothing left.
    [InlineData("70 mL", "2 mL, 4 mL, 5 mL, 10 mL, 20 mL", "3 x 20 mL + 1 x 10 mL")]
    // 24 mL in two: 20 + 4 leaves nothing, 20 + 5 leaves 1 mL.
    [InlineData("24 mL", "2 mL, 4 mL, 5 mL, 10 mL, 20 mL", "1 x 20 mL + 1 x 4 mL")]
    // Where the largest is no part of the best way: 9 mL in two of 4.5 mL, not 7 + 4.5.
    [InlineData("9 mL", "7 mL, 4.5 mL", "2 x 4.5 mL")]
    // A size on file twice.
    [InlineData("2 mL", "1 mL, 1 mL", "2 x 1 mL")]
    public void The_fewest_containers_and_then_the_least_left(string needed, string sizes, string opened) =>
        Assert.Equal(opened, Choice(needed, sizes)!.Text());

    [Fact]
    public void Nothing_is_opened_for_nothing() => Assert.Empty(Choice("0 mL", "1 mL")!);

    [Theory]
    [InlineData("1 mL", "")]
    [InlineData("1 mL", "0 mL")]
    // A million and one: nobody opens so many, the size is wrong.
    [InlineData("1000.001 mL", "0.001 mL")]
    public void How_many_is_not_known_where_no_size_is(string needed, string sizes) => Assert.Null(Choice(needed, sizes));

    [Fact]
    public void A_million_containers_are_still_counted() => Assert.Equal("1000000 x 0.001 mL", Choice("1000 mL", "0.001 mL")!.Text());

    /// <summary>Oracle: every multiset of up to so many containers, by plain recursion on whole tenths of a millilitre.</summary>
    [Fact]
    public void No_other_way_is_better() =>
        Gen.Select(Gen.Int[1, 60].Array[1, 4], Gen.Int[1, 240])
            .Sample(
                (sizes, needed) =>
                {
                    var chosen = ContainerChoice.For(Tenths(needed), [.. sizes.Select(Tenths)])!;
                    var (count, sum) = BruteForce([.. sizes.Distinct()], needed);
                    Assert.Equal(count, chosen.Sum(open => open.Count));
                    Assert.Equal(Tenths(sum), ContainerChoice.Together(chosen));
                    Assert.All(chosen, open => Assert.Contains(open.Size, sizes.Select(Tenths)));
                },
                iter: 5_000
            );

    private static Volume Tenths(int tenths) => Volume.FromMillilitres(tenths / 10m);

    private static (int Count, int Sum) BruteForce(int[] sizes, int needed)
    {
        // The sums that so many containers can have, one container more at a time.
        var sums = new HashSet<int> { 0 };
        for (var count = 1; ; count++)
        {
            sums = [.. sums.SelectMany(sum => sizes.Select(size => sum + size))];
            if (sums.Any(sum => sum >= needed))
            {
                return (count, sums.Where(sum => sum >= needed).Min());
            }
        }
    }

    private static IReadOnlyList<ContainerCount>? Choice(string needed, string sizes) =>
        ContainerChoice.For(Sheets.Volume(needed), [.. sizes.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Sheets.Volume)]);
}
