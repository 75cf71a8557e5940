using NodaTime;

namespace Neuraxial;

/// <summary>One drug during a bridge.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Old">Its concentration in the old infusate; <see langword="null"/> if it is not in there.</param>
/// <param name="New">Its concentration in the new infusate; <see langword="null"/> if it is not in there.</param>
/// <param name="Wanted">The dose that is wanted: the new program's, or the old one's for a drug that is being left out; <see langword="null"/> if not known.</param>
/// <param name="Bridged">The dose while the old infusate is bridged out.</param>
/// <param name="Unbridged">The dose if the old infusate ran out at the new rate.</param>
/// <param name="Delivered">What reaches the patient of it during the bridge.</param>
public sealed record BridgedDrug(
    Drug Drug,
    Concentration? Old,
    Concentration? New,
    DoseRate? Wanted,
    DoseRate Bridged,
    DoseRate Unbridged,
    Mass Delivered
)
{
    /// <summary>Bridged dose ÷ wanted dose; <see langword="null"/> where no dose is wanted or known.</summary>
    public decimal? BridgedRatio => Wanted is { } wanted && wanted > DoseRate.Zero ? Bridged / wanted : null;

    /// <summary>Unbridged dose ÷ wanted dose; <see langword="null"/> where no dose is wanted or known.</summary>
    public decimal? UnbridgedRatio => Wanted is { } wanted && wanted > DoseRate.Zero ? Unbridged / wanted : null;
}

/// <summary>One part of a bridge: the tubing inside the pump, or the catheter.</summary>
/// <param name="Name"><c>tubing</c> or <c>catheter</c>.</param>
/// <param name="Volume">Its volume.</param>
/// <param name="Duration">How long its old infusate takes.</param>
public sealed record BridgePart(string Name, Volume Volume, Duration Duration);

/// <summary>
/// A bridging bolus: while the old infusate is still in the fluid path the pump runs at the flow at which that old infusate gives the wanted dose;
/// when the new infusate reaches the tip, the new program begins (pumps D7).
/// </summary>
/// <param name="Drug">The drug that the bridge follows: of those in the old infusate the one whose wrong dose is most dangerous.</param>
/// <param name="Volume">The old infusate in the fluid path.</param>
/// <param name="Rate">The flow during the bridge.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Programmed">What the pump is told, since it knows only the new concentration.</param>
/// <param name="ProgrammedDrug">Of which drug <paramref name="Programmed"/> is a mass.</param>
/// <param name="Delivered">What the patient gets of the bridge's drug meanwhile.</param>
/// <param name="Shown">The dose a day that the programmer shows during the bridge.</param>
/// <param name="UnbridgedDose">The dose of the bridge's drug if nobody bridged.</param>
/// <param name="UnbridgedDuration">For how long it would last.</param>
/// <param name="Parts">Tubing and catheter.</param>
/// <param name="Drugs">Every drug of either infusate.</param>
public sealed record Bridge(
    Drug Drug,
    Volume Volume,
    FlowRate Rate,
    Duration Duration,
    Mass Programmed,
    Drug ProgrammedDrug,
    Mass Delivered,
    DoseRate Shown,
    DoseRate UnbridgedDose,
    Duration UnbridgedDuration,
    IReadOnlyList<BridgePart> Parts,
    IReadOnlyList<BridgedDrug> Drugs
)
{
    /// <summary>How long the bridge would take if the fluid path were a fifth smaller or larger than reckoned (HZ-31).</summary>
    public (Duration Smaller, Duration Larger) Sensitivity => (Volume * 0.8m / Rate, Volume * 1.2m / Rate);
}

/// <summary>The arithmetic of a bridge for one drug: what a person works out on paper, in its order.</summary>
/// <param name="Volume">V = tubing + catheter.</param>
/// <param name="Rate">q = wanted dose ÷ old concentration.</param>
/// <param name="Duration">T = V ÷ q.</param>
/// <param name="Programmed">V × new concentration: what the pump is told.</param>
/// <param name="Delivered">V × old concentration: what the patient gets.</param>
/// <param name="Shown">Programmed ÷ T: the dose a day that the programmer shows.</param>
/// <param name="UnbridgedDose">Wanted dose × old ÷ new concentration: the dose if nobody bridged.</param>
/// <param name="UnbridgedDuration">V ÷ (wanted dose ÷ new concentration): for how long.</param>
public sealed record BridgeArithmetic(
    Volume Volume,
    FlowRate Rate,
    Duration Duration,
    Mass Programmed,
    Mass Delivered,
    DoseRate Shown,
    DoseRate UnbridgedDose,
    Duration UnbridgedDuration
)
{
    /// <summary>Works a bridge out.</summary>
    /// <param name="path">The fluid path; its tubing volume is the smaller one if the concentration rises, the larger if it falls.</param>
    /// <param name="old">Concentration of the drug in the old infusate; more than zero.</param>
    /// <param name="now">Its concentration in the new infusate; more than zero.</param>
    /// <param name="dose">The wanted dose; more than zero.</param>
    /// <exception cref="DivideByZeroException">A concentration or the dose is zero.</exception>
    public static BridgeArithmetic Of(FluidPath path, Concentration old, Concentration now, DoseRate dose)
    {
        var volume = path.ForBridge(concentrationRises: now > old);
        var rate = dose / old;
        var duration = volume / rate;
        var newRate = dose / now;
        return new BridgeArithmetic(volume, rate, duration, volume * now, volume * old, now * rate, old * newRate, volume / newRate);
    }
}
