using NodaTime;

namespace Neuraxial;

/// <summary>
/// What the pump is told: how it delivers by itself, and the demand boluses that the patient may ask for on top.
/// </summary>
/// <remarks>Mode and numbers only. What a given pump makes of them (basal during a bolus, what a lockout counts from) is in its <see cref="PumpSemantics"/>.</remarks>
public abstract record InfusionProgram
{
    private protected InfusionProgram() { }

    /// <summary>The mode as files and results name it.</summary>
    public abstract string Mode { get; }

    /// <summary>The demand boluses; <see langword="null"/> if the patient cannot ask for any.</summary>
    public DemandBolus? Demand { get; init; }

    /// <summary>The delivery without demand boluses.</summary>
    /// <param name="basal">What the pump does with the basal flow while a bolus runs.</param>
    public abstract Cycle Cycle(BasalDuringBolus basal);

    /// <summary>Where in the cycle the program stands at a moment of the pump's own clock.</summary>
    /// <param name="pumpClock">When the infusion starts, as the pump's clock shows it.</param>
    /// <remarks>Only a program that goes by the time of day depends on it; all others begin at the start of their cycle.</remarks>
    public virtual Duration PositionAt(LocalDateTime pumpClock) => Duration.Zero;
}

/// <summary>One flow, day and night.</summary>
/// <param name="Rate">The flow.</param>
public sealed record ContinuousProgram(FlowRate Rate) : InfusionProgram
{
    /// <inheritdoc/>
    public override string Mode => "continuous";

    /// <inheritdoc/>
    public override Cycle Cycle(BasalDuringBolus basal) => Neuraxial.Cycle.Constant(Rate);
}

/// <summary>The flow that a constant-flow pump was built with: the dose is set by the concentration alone.</summary>
/// <param name="Flow">From the implant card or the maker; the flow cannot be programmed.</param>
public sealed record ConstantFlowProgram(FlowRate Flow) : InfusionProgram
{
    /// <inheritdoc/>
    public override string Mode => "constant-flow";

    /// <inheritdoc/>
    public override Cycle Cycle(BasalDuringBolus basal) => Neuraxial.Cycle.Constant(Flow);
}

/// <summary>A bolus every so often, with or without a basal flow.</summary>
/// <param name="Bolus">The volume of one bolus.</param>
/// <param name="BolusDuration">Over what time it is given; more than zero, at most <paramref name="Every"/>.</param>
/// <param name="Every">From the start of one bolus to the start of the next.</param>
/// <param name="Basal">The flow besides; may be zero.</param>
public sealed record PeriodicProgram(Volume Bolus, Duration BolusDuration, Duration Every, FlowRate Basal) : InfusionProgram
{
    /// <inheritdoc/>
    public override string Mode => "periodic";

    /// <inheritdoc/>
    /// <remarks>The first bolus begins when the program does.</remarks>
    public override Cycle Cycle(BasalDuringBolus basal)
    {
        var during = basal == BasalDuringBolus.Suspended ? FlowRate.Zero : Basal;
        var bolus = new Segment(BolusDuration, (Bolus / BolusDuration) + during);
        return new Cycle(Every > BolusDuration ? [bolus, new Segment(Every - BolusDuration, Basal)] : [bolus]);
    }
}
