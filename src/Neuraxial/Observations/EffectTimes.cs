using NodaTime;

namespace Neuraxial;

/// <summary>A moment from which an effect is counted, and why it is that one.</summary>
/// <param name="At">The moment; where it is not known, the fill.</param>
/// <param name="IsKnown">Whether it is known; otherwise the count begins again when the new infusate is known to have arrived.</param>
/// <param name="Why">In words.</param>
internal readonly record struct EffectTime(Instant At, bool IsKnown, string Why);

/// <summary>When what the pump is told reaches the patient: at the fill, or when the fluid path is cleared of the old infusate.</summary>
internal sealed class EffectTimes
{
    private readonly Therapy therapy;
    private readonly bool isBridged;
    private readonly EffectTime newInfusate;

    public EffectTimes(Therapy therapy, Bridge? bridge, Duration? delay)
    {
        this.therapy = therapy;
        isBridged = bridge is not null;
        Fill = therapy.Fill.Instant;
        newInfusate =
            therapy.Previous is null ? new EffectTime(Fill, true, "from the fill, the fluid path primed with the infusate")
            : !Changes ? new EffectTime(Fill, true, "from the fill, the infusate unchanged")
            : bridge is not null ? new EffectTime(Fill + bridge.Duration, true, "from the end of the bridge, when the new infusate reaches the tip")
            : delay is { } known ? new EffectTime(Fill + known, true, "from when the new infusate reaches the tip")
            : new EffectTime(Fill, false, "from the fill: when the new infusate reaches the tip is not known, count again from then");
    }

    /// <summary>The fill: when the pump's setting changes.</summary>
    public Instant Fill { get; }

    /// <summary>Whether another mixture follows the old one.</summary>
    public bool Changes => therapy.Previous is { } previous && !previous.Infusate.SameDrugsAs(therapy.Infusate);

    /// <summary>When the new infusate reaches the tip.</summary>
    public EffectTime NewInfusate => newInfusate;

    /// <summary>
    /// When the new dose of a drug has settled at the tip: with the new infusate; a drug whose concentration stays the same has it with the setting, unless a bridge
    /// runs first at a rate of its own.
    /// </summary>
    public EffectTime Arrival(Drug drug) =>
        !isBridged && therapy.Previous is { } previous && previous.Infusate.Of(drug.Id) is { } old && old == therapy.Infusate.Of(drug.Id)
            ? new EffectTime(Fill, true, "from the fill, its concentration unchanged")
            : newInfusate;
}
