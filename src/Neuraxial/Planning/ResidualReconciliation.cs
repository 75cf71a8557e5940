namespace Neuraxial;

/// <summary>What was drawn out of a container at a refill, held against what the program should have left (pumps c, D14).</summary>
/// <param name="Expected">What should be left.</param>
/// <param name="Measured">What was drawn out.</param>
/// <param name="Intended">What should have been delivered.</param>
/// <param name="Delivered">What left the container.</param>
/// <param name="ErrorPercent">(delivered − intended) ÷ intended × 100; <see langword="null"/> if nothing was to be delivered.</param>
/// <param name="Severity">Confirm when outside a tolerance; <see langword="null"/> within.</param>
public sealed record ResidualReconciliation(
    Volume Expected,
    Volume Measured,
    Volume Intended,
    Volume Delivered,
    decimal? ErrorPercent,
    Severity? Severity
)
{
    private const string OverDelivered =
        "more than programmed has left the container (over-delivery, a leak, incomplete emptying, an earlier pocket fill). Evaluate before filling; an alarm that is reckoned from the program does not see it.";

    private const string UnderDelivered =
        "less than programmed has left the container (a stall, an occlusion, a blocked catheter, an earlier overfill). Evaluate before filling, and do not resume a dose before tolerance has been reviewed: what was given without effect may act at once. Going on needs a reason and a second authorised person.";

    /// <summary>Compares a measured residual with the expected one.</summary>
    /// <param name="filled">What was in the container at the start.</param>
    /// <param name="intended">What should have been delivered since.</param>
    /// <param name="measured">What was drawn out; at most <paramref name="filled"/>.</param>
    /// <param name="tolerancePercent">Largest error of the delivered volume, in per cent of the intended; <see langword="null"/> for none.</param>
    /// <param name="toleranceVolume">Largest difference of the residual; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">More was measured than filled.</exception>
    public static ResidualReconciliation Of(Volume filled, Volume intended, Volume measured, decimal? tolerancePercent, Volume? toleranceVolume)
    {
        var expected = filled > intended ? filled - intended : Volume.Zero;
        var planned = filled - expected;
        var delivered = filled - measured;
        var error = planned == Volume.Zero ? (decimal?)null : ((delivered / planned) - 1m) * 100m;
        var difference = measured > expected ? measured - expected : expected - measured;

        // Where nothing was to be delivered, anything that was is beyond every per cent.
        var outsidePercent = tolerancePercent is { } most && (error is { } percent ? decimal.Abs(percent) > most : delivered > Volume.Zero);
        var outside = outsidePercent || (toleranceVolume is { } volume && difference > volume);
        return new ResidualReconciliation(expected, measured, planned, delivered, error, outside ? Neuraxial.Severity.Confirm : null);
    }

    internal static ResidualReconciliation? Of(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        const string Path = "$.previous.measured";
        if (therapy.Previous is not { Measured: { } measured, Fill: { } fill, Program: { } program })
        {
            return null;
        }

        if (measured > fill.Volume)
        {
            findings.Add(
                FindingKinds.ResidualDiscrepancy.Confirm(
                    Path,
                    $"{Display.Of(measured)} were drawn out of a container that was filled with {Display.Of(fill.Volume)}: an earlier overfill or wrong entry. Evaluate before filling."
                ) with
                {
                    Value = measured.ToString(),
                    Limit = fill.Volume.ToString(),
                }
            );
            return null;
        }

        var cycle = program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst);
        var intended = cycle.During(program.PositionAt(fill.At.LocalDateTime), therapy.Fill.Instant - fill.Instant);
        if (program.Demand is not null)
        {
            findings.Add(
                FindingKinds.ResidualUnknown.Unknown(
                    Path,
                    "The old program had demand boluses: how many were used is not in the file, and the expected residual is reckoned without them."
                )
            );
        }

        var share = formulary.Setting("residual-share");
        var volume = formulary.Setting("residual-volume");
        var isHeldToVolume = therapy.Pump.Model.IsImplanted;
        var result = Of(fill.Volume, intended, measured, share.Number, isHeldToVolume ? volume.Quantity<Volume>() : null);
        if (result.Severity is { })
        {
            // Twice a pump was found full, and at the restart a child was overdosed into a coma: going on takes two (HZ-34).
            var tooMuch = measured < result.Expected;
            findings.Add(
                FindingKinds.ResidualDiscrepancy.Confirm(
                    Path,
                    $"{Display.Of(measured)} left, {Display.Of(result.Expected)} expected: {(tooMuch ? OverDelivered : UnderDelivered)}"
                ) with
                {
                    Rule = "R25",
                    NeedsSecondPerson = !tooMuch,
                    Hazards = tooMuch ? ["HZ-33", "HZ-27", "HZ-42"] : ["HZ-34", "HZ-40", "HZ-42"],
                    Value = result.ErrorPercent is { } error ? $"{QuantityText.Number(error)} %" : measured.ToString(),
                    Limit = $"{share} of the intended volume{(isHeldToVolume ? $" or {volume}" : "")}",
                    Source = formulary.Cite(share.Provenance) + (isHeldToVolume ? "; " + formulary.Cite(volume.Provenance) : ""),
                }
            );
        }

        return result;
    }
}
