namespace Neuraxial.Simulation;

/// <summary>Within what the model was held to anything that was measured; beyond it a result is withheld, never extended (HZ-60).</summary>
public static class ValidatedRange
{
    /// <summary>The most that may enter the fluid at once, or within an hour: beyond it the volume itself moves the fluid.</summary>
    public static Volume LargestBolus { get; } = Volume.FromMillilitres(5m);

    /// <summary>The youngest of whom the figures of the anatomy are, years.</summary>
    public const int YoungestYears = 18;
}
