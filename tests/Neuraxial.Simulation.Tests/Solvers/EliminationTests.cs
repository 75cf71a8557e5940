using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>
/// Where factors have entries, of the arrow that textbooks show (George and Liu 1981): one compartment exchanges with all others, which do not exchange with each other.
/// </summary>
public sealed class EliminationTests
{
    /// <summary>More than two words of 64 columns.</summary>
    private const int Size = 130;

    [Fact]
    public void Nothing_fills_in_where_the_one_that_all_exchange_with_comes_last()
    {
        var elimination = Elimination.Of(Arrow(hub: Size - 1));
        Assert.Equal((Size - 1, 0), (elimination.Lower.Real.Columns.Length, elimination.Lower.Complex.Columns.Length));
        Assert.Equal((Size - 1, 0), (elimination.Upper.Real.Columns.Length, elimination.Upper.Complex.Columns.Length));
        Assert.Equal(Enumerable.Range(0, Size - 1), elimination.Lower.Columns);
    }

    /// <summary>Its own row and column stay as they are; all else is full, n - 1 compartments with each other.</summary>
    [Fact]
    public void All_fills_in_where_it_comes_first()
    {
        const int Filled = (Size - 1) * (Size - 2) / 2;
        var elimination = Elimination.Of(Arrow(hub: 0));
        Assert.Equal((Size - 1, Filled), (elimination.Lower.Real.Columns.Length, elimination.Lower.Complex.Columns.Length));
        Assert.Equal((Size - 1, Filled), (elimination.Upper.Real.Columns.Length, elimination.Upper.Complex.Columns.Length));
        Assert.Equal(Size * Size, elimination.Count);
        for (var row = 0; row < Size; row++)
        {
            Assert.Equal(Enumerable.Range(0, row), elimination.Lower.Columns[elimination.Lower.Starts[row]..elimination.Lower.Starts[row + 1]]);
        }
    }

    /// <summary>A line of exchanges changes nothing but its diagonal.</summary>
    [Fact]
    public void A_line_keeps_its_entries_as_they_are()
    {
        var builder = new RateMatrix.Builder(Size);
        for (var i = 1; i < Size; i++)
        {
            builder.Flow(i - 1, i, 1).Flow(i, i - 1, 1);
        }

        var elimination = Elimination.Of(builder.Build());
        Assert.Equal((Size - 1, 0), (elimination.Upper.Real.Columns.Length, elimination.Upper.Complex.Columns.Length));
        Assert.Equal(Enumerable.Range(1, Size - 1), elimination.Upper.Columns);
    }

    private static RateMatrix Arrow(int hub)
    {
        var builder = new RateMatrix.Builder(Size);
        for (var i = 0; i < Size; i++)
        {
            if (i != hub)
            {
                builder.Flow(i, hub, 1).Flow(hub, i, 1);
            }
        }

        return builder.Build();
    }
}
