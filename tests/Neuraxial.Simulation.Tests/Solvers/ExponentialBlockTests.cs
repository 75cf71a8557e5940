using NodaTime;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Twelve steps for the price of two: the same as steps one by one, where it says that it is.</summary>
public sealed class ExponentialBlockTests
{
    /// <summary>Two tanks that exchange and lose: V8 in minutes, 0.02, 0.04, 0.002; printed at 10 and 60 minutes, the first and the sixth step of ten minutes.</summary>
    [Fact]
    public void V8_after_each_step_of_a_block()
    {
        var matrix = new RateMatrix.Builder(2).Flow(0, 1, 0.02 * 60).Flow(1, 0, 0.04 * 60).Loss(0, 0.002 * 60).Build();
        double[] amounts = [1, 0];
        var found = new double[12];
        Block(matrix, 1.0 / 6).Take(12, amounts, [0, 0], [0], found, new ExponentialStep.Workspace(2));
        Assert.Equal(0.832977, found[0], 5e-7);
        Assert.Equal(0.611189, found[5], 5e-7);
        Assert.Equal(found[11], amounts[0]);
    }

    /// <summary>A line of cells with tissue and blood, in which the fastest rate is a million times the slowest: 2D / dx² = 4,000 an hour.</summary>
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.25)]
    [InlineData(24)]
    public void In_a_canal_it_is_steps_one_by_one(double hours)
    {
        var matrix = Canal(60);
        var (one, all, inflow) = (new double[matrix.Size], new double[matrix.Size], new double[matrix.Size]);
        inflow[20] = 3;
        one[40] = all[40] = 5;
        var (step, workspace) = (ExponentialStep.Of(matrix, Elimination.Of(matrix), hours), new ExponentialStep.Workspace(matrix.Size));
        var found = new double[12 * matrix.Size];
        Block(matrix, hours).Take(12, all, inflow, [.. Enumerable.Range(0, matrix.Size)], found, workspace);
        for (var taken = 0; taken < 12; taken++)
        {
            step.Take(one, inflow, workspace);
            for (var i = 0; i < matrix.Size; i++)
            {
                Assert.Equal(one[i], found[(taken * matrix.Size) + i], 1e-10 * one.Max());
            }
        }

        Assert.True(Block(matrix, hours).IsExact(step, workspace));
        Assert.True(found.Min() > -1e-10 * found.Max());
    }

    /// <summary>Ten compartments round which a drug goes one way: their rates lie 70 degrees off the axis. A run takes steps one by one, and comes out right.</summary>
    [Fact]
    public void In_a_circle_it_is_not_and_says_so()
    {
        var builder = new RateMatrix.Builder(10);
        for (var i = 0; i < 10; i++)
        {
            builder.Flow(i, (i + 1) % 10, 1.3);
        }

        var matrix = builder.Build();
        var step = ExponentialStep.Of(matrix, Elimination.Of(matrix), 1);
        Assert.False(Block(matrix, 1).IsExact(step, new ExponentialStep.Workspace(10)));

        var system = new LinearSystem(matrix, [new SystemInput("tip", [new(0, 1.0)])]);
        var schedule = new RateSchedule.Builder(1).Give(0, Duration.Zero, Duration.FromHours(1), 1).Build();
        var solution = new double[24];
        new Integration(system).Run(schedule, [.. Enumerable.Range(1, 24).Select(hour => hour * 3_600_000_000_000L)], [3], solution);
        var state = Systems.Uniformised(matrix, new double[10], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1);
        state = Systems.Uniformised(matrix, state, new double[10], 23);
        Assert.Equal(state[3], solution[^1], 1e-7);
    }

    private static ExponentialBlock Block(RateMatrix matrix, double hours) => ExponentialBlock.Of(matrix, Elimination.Of(matrix), hours);

    private static RateMatrix Canal(int cells)
    {
        var canal = Simulation.Canal.Of(30, cells, x => 1 + (x / 60), _ => 500, x => -2 * x / 30);
        var builder = new RateMatrix.Builder((2 * cells) + 1);
        canal.AddTo(builder, cell => cells + cell);
        for (var cell = 0; cell < cells; cell++)
        {
            builder.Flow(cells + cell, cell, 1.2).Flow(cell, cells + cell, 4).Flow(cells + cell, 2 * cells, 0.12);
        }

        return builder.Loss(2 * cells, 0.004).Build();
    }
}
