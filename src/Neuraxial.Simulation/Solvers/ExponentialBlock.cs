namespace Neuraxial.Simulation;

/// <summary>
/// Up to twelve steps of a fixed length h at once while the inflow stays, for the price of two: m(t + k h) = 2 Re sum over j of a_kj x_j with the poles that
/// <see cref="SharedPoles"/> has for all k. What is watched is read after each step, all amounts after the last.
/// </summary>
/// <remarks>
/// Worth its price from the third step on. An amount is right to 1e-10 of what was there and what flowed in where the eigenvalues of K lie near the negative axis: where
/// what flows one way mostly flows back, as in a canal that disperses. Where a drug goes round in a circle or down a line of tanks they do not, and
/// <see cref="IsExact"/> finds out. Factors are made once for a step length; a block allocates nothing. Safe to share between threads, each with a workspace of its own.
/// </remarks>
internal sealed class ExponentialBlock
{
    /// <summary>Fewer steps are quicker one by one.</summary>
    public const int Least = 3;

    private readonly ShiftedSystem first;
    private readonly ShiftedSystem second;

    private ExponentialBlock(ShiftedSystem first, ShiftedSystem second)
    {
        this.first = first;
        this.second = second;
    }

    /// <summary>Factors hK - p_j I for all poles.</summary>
    /// <param name="matrix">K.</param>
    /// <param name="elimination">Where its factors have entries.</param>
    /// <param name="hours">h; more than zero, finite.</param>
    public static ExponentialBlock Of(RateMatrix matrix, Elimination elimination, double hours) =>
        new(ShiftedSystem.Of(matrix, elimination, hours, SharedPoles.Pole(0)), ShiftedSystem.Of(matrix, elimination, hours, SharedPoles.Pole(1)));

    /// <summary>
    /// Whether a block is as good as steps one by one for a system: tried once on amounts and inflows of which no two are alike, so that all that can move does.
    /// </summary>
    /// <param name="step">Of the same system and length.</param>
    /// <param name="workspace">Of this size.</param>
    public bool IsExact(ExponentialStep step, ExponentialStep.Workspace workspace)
    {
        // What the model's own systems give is 1e-12 to 1e-11; a circle of ten compartments gives 1e-5.
        const double Most = 1e-10;
        const double GoldenRatio = 0.618033988749894848;
        var size = first.Size;
        var (one, all, inflow) = (new double[size], new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            (inflow[i], one[i]) = (i * GoldenRatio % 1, (i + 1) * (i + 1) * GoldenRatio % 1);
            all[i] = one[i];
        }

        for (var taken = 0; taken < SharedPoles.Steps; taken++)
        {
            step.Take(one, inflow, workspace);
        }

        Take(SharedPoles.Steps, all, inflow, [], [], workspace);
        return one.Zip(all, (left, right) => Math.Abs(left - right)).Max() <= Most * one.Max();
    }

    /// <summary>Takes the steps.</summary>
    /// <param name="steps">How many; 1 to <see cref="SharedPoles.Steps"/>.</param>
    /// <param name="amounts">m at the beginning, and after the last step.</param>
    /// <param name="inflow">b: what flows into each compartment, amount per hour, constant throughout.</param>
    /// <param name="watched">Compartments.</param>
    /// <param name="found">Where the amounts in them go: after each step one for each watched compartment.</param>
    /// <param name="workspace">Of this size.</param>
    public void Take(
        int steps,
        Span<double> amounts,
        ReadOnlySpan<double> inflow,
        ReadOnlySpan<int> watched,
        Span<double> found,
        ExponentialStep.Workspace workspace
    )
    {
        // The first last, so that what it leaves in the nearest cache is what its way back begins with.
        second.Forward(amounts, inflow, workspace.Second);
        first.Forward(amounts, inflow, workspace.Solution);
        first.Backward(workspace.Solution, SharedPoles.Residue(steps, 0), kept: 0, amounts);
        second.Backward(workspace.Second, SharedPoles.Residue(steps, 1), kept: 1, amounts);
        for (var step = 1; step < steps; step++)
        {
            var (one, other) = (SharedPoles.Residue(step, 0), SharedPoles.Residue(step, 1));
            for (var i = 0; i < watched.Length; i++)
            {
                found[((step - 1) * watched.Length) + i] =
                    ShiftedSystem.Read(workspace.Solution, watched[i], one) + ShiftedSystem.Read(workspace.Second, watched[i], other);
            }
        }

        for (var i = 0; i < watched.Length; i++)
        {
            found[((steps - 1) * watched.Length) + i] = amounts[watched[i]];
        }
    }
}
