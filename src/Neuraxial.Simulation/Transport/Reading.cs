namespace Neuraxial.Simulation;

/// <summary>What is read of a system: a weighted sum of the amounts in some compartments, a concentration in ng/mL as a rule.</summary>
public sealed class Reading
{
    private readonly int[] states;
    private readonly double[] factors;

    internal Reading(IEnumerable<(int State, double Factor)> parts)
    {
        var all = parts.ToArray();
        states = [.. all.Select(part => part.State)];
        factors = [.. all.Select(part => part.Factor)];
    }

    /// <summary>Compartments.</summary>
    public ReadOnlySpan<int> States => states;

    /// <summary>What one nmol in each of them adds, in the order of <see cref="States"/>.</summary>
    public ReadOnlySpan<double> Factors => factors;
}
