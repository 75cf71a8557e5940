namespace Neuraxial.Simulation;

/// <summary>
/// One step of a fixed length h, exact but for <see cref="Cram"/> and rounding, whatever its length: from dm/dt = K m + b with constant b,
/// m(t + h) = a0 m + 2 Re sum over j of a_j x_j with x_j of a <see cref="ShiftedSystem"/>.
/// </summary>
/// <remarks>
/// Rounding grows with the largest diagonal element of h|K|, of which it is some 1e-16: 1e-13 of what was there for a quarter of an hour in cells of half a centimetre, 2e-7 for 32 years
/// in one step.
/// Factors are made once for a step length; a step itself allocates nothing. Safe to share between threads, each with a <see cref="Workspace"/> of its own.
/// </remarks>
internal sealed class ExponentialStep
{
    private readonly ShiftedSystem system;

    private ExponentialStep(ShiftedSystem system) => this.system = system;

    /// <summary>Factors hK - t_j I for all poles.</summary>
    /// <param name="matrix">K.</param>
    /// <param name="elimination">Where its factors have entries.</param>
    /// <param name="hours">h; more than zero, finite.</param>
    public static ExponentialStep Of(RateMatrix matrix, Elimination elimination, double hours) =>
        new(ShiftedSystem.Of(matrix, elimination, hours, new Octet(Cram.PoleReal, Cram.PoleImaginary)));

    /// <summary>Takes the step.</summary>
    /// <param name="amounts">m at its beginning, and at its end.</param>
    /// <param name="inflow">b: what flows into each compartment, amount per hour, constant throughout the step.</param>
    /// <param name="workspace">Of this size.</param>
    public void Take(Span<double> amounts, ReadOnlySpan<double> inflow, Workspace workspace)
    {
        system.Forward(amounts, inflow, workspace.Solution);
        system.Backward(workspace.Solution, new Octet(Cram.ResidueReal, Cram.ResidueImaginary), Cram.Limit, amounts);
    }

    /// <summary>What a run changes and a step needs: the solutions x_j. One for each thread.</summary>
    /// <param name="size">How many compartments.</param>
    internal sealed class Workspace(int size)
    {
        /// <summary>Eight real parts and eight imaginary ones for each compartment.</summary>
        public AlignedNumbers Solution { get; } = ShiftedSystem.Solution(size);

        /// <summary>The same for the other eight poles of an <see cref="ExponentialBlock"/>.</summary>
        public AlignedNumbers Second { get; } = ShiftedSystem.Solution(size);
    }
}
