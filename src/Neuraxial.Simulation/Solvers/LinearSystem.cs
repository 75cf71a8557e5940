namespace Neuraxial.Simulation;

/// <summary>dm/dt = K m + B r: compartments, and how what is given reaches them.</summary>
/// <param name="Matrix">K, per hour.</param>
/// <param name="Inputs">The columns of B.</param>
public sealed record LinearSystem(RateMatrix Matrix, IReadOnlyList<SystemInput> Inputs)
{
    /// <summary>How many compartments.</summary>
    public int Size => Matrix.Size;

    /// <summary>B r: what flows into each compartment, amount per hour.</summary>
    /// <param name="rates">r, amount per hour through each input.</param>
    /// <param name="inflow">Where it goes; one for each compartment.</param>
    public void Spread(ReadOnlySpan<double> rates, Span<double> inflow)
    {
        inflow.Clear();
        for (var input = 0; input < rates.Length; input++)
        {
            Inputs[input].Add(rates[input], inflow);
        }
    }
}

/// <summary>A way into a system: the shares of what is given that reach the compartments.</summary>
public sealed class SystemInput
{
    private readonly int[] states;
    private readonly double[] shares;

    /// <summary>Makes an input.</summary>
    /// <param name="name">What it is called: <c>tip</c>, <c>vein</c>.</param>
    /// <param name="shares">A compartment and its share of what is given, not negative; together one, or nothing would be in balance.</param>
    /// <exception cref="ArgumentException">The shares are not together one.</exception>
    public SystemInput(string name, IReadOnlyCollection<KeyValuePair<int, double>> shares)
    {
        Name = name;
        states = [.. shares.Select(share => share.Key)];
        this.shares = [.. shares.Select(share => share.Value)];
        var all = this.shares.Sum();
        if (this.shares.Any(share => !double.IsFinite(share) || share < 0) || double.Abs(all - 1) > 1e-12)
        {
            throw new ArgumentException($"The shares of the input '{name}' come to {all}; expected one, and none negative.", nameof(shares));
        }
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The compartments that it reaches.</summary>
    public ReadOnlySpan<int> States => states;

    /// <summary>Their shares, in the order of <see cref="States"/>.</summary>
    public ReadOnlySpan<double> Shares => shares;

    /// <summary>Adds what reaches each compartment.</summary>
    internal void Add(double amount, Span<double> amounts)
    {
        for (var i = 0; i < states.Length; i++)
        {
            amounts[states[i]] += amount * shares[i];
        }
    }
}
