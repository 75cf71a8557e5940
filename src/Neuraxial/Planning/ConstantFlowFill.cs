using NodaTime;

namespace Neuraxial;

/// <summary>How to fill a pump whose flow is built in, so that it gives a wanted dose (pumps D12).</summary>
/// <param name="Lasts">How long the reservoir lasts.</param>
/// <param name="Drug">The mass of drug in it.</param>
/// <param name="StockVolume">The volume of stock solution that holds that mass.</param>
/// <param name="DiluentVolume">What is filled up with diluent; <see langword="null"/> if the stock alone does not fit into the reservoir.</param>
/// <param name="Concentration">The concentration in the reservoir.</param>
public sealed record ConstantFlowFill(Duration Lasts, Mass Drug, Volume StockVolume, Volume? DiluentVolume, Concentration Concentration)
{
    /// <summary>Works a fill out.</summary>
    /// <param name="reservoir">What the reservoir holds; more than zero.</param>
    /// <param name="flow">The pump's flow; more than zero.</param>
    /// <param name="dose">The wanted dose.</param>
    /// <param name="stock">The concentration of the stock; more than zero.</param>
    /// <exception cref="DivideByZeroException">Flow or stock is zero.</exception>
    public static ConstantFlowFill Of(Volume reservoir, FlowRate flow, DoseRate dose, Concentration stock)
    {
        // From the concentration, which no rounding of the running time has touched.
        var concentration = dose / flow;
        var drug = reservoir * concentration;
        var stockVolume = drug / stock;
        return new ConstantFlowFill(reservoir / flow, drug, stockVolume, stockVolume <= reservoir ? reservoir - stockVolume : null, concentration);
    }
}
