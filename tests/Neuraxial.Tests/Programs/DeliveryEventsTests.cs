using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Pumps f3: every change of rate is a stop of the old stretch and a start of the new, and the cumulative volume is the sum of the segments.</summary>
public sealed class DeliveryEventsTests
{
    [Fact]
    public void O21_a_clinicians_bolus_stops_and_restarts_the_continuous_infusion()
    {
        // 2 mL/h for 3 h, then 5 mL in 15 min, then 2 mL/h for 1 h.
        var events = DeliveryEvents.Of([
            (DeliverySource.Primary, Stretch(180, "2 mL/h")),
            (DeliverySource.Clinician, Stretch(15, "20 mL/h")),
            (DeliverySource.Primary, Stretch(60, "2 mL/h")),
        ]);
        Assert.Equal(
            """
            START 0 min Primary 2 mL/h, segment 0, cumulative 0
            STOP 180 min Primary 2 mL/h, segment 6, cumulative 6, transitioning
            START 180 min Clinician 20 mL/h, segment 0, cumulative 6
            STOP 195 min Clinician 20 mL/h, segment 5, cumulative 11, transitioning
            START 195 min Primary 2 mL/h, segment 0, cumulative 11
            STOP 255 min Primary 2 mL/h, segment 2, cumulative 13
            """,
            string.Join('\n', events.Select(Line))
        );
    }

    [Fact]
    public void O22_each_step_stops_the_one_before_and_nothing_follows_the_last_stop()
    {
        // Pumps X8 at 500 ug/mL: 7 h 20 ug, 3 h 60, 9 h 90; here in round rates.
        var events = DeliveryEvents.Of([
            (DeliverySource.Primary, Stretch(420, "0.01 mL/h")),
            (DeliverySource.Primary, Stretch(180, "0.04 mL/h")),
            (DeliverySource.Primary, Stretch(540, "0.02 mL/h")),
        ]);
        Assert.Equal(
            """
            START 0 min Primary 0.01 mL/h, segment 0, cumulative 0
            STOP 420 min Primary 0.01 mL/h, segment 0.07, cumulative 0.07, transitioning
            START 420 min Primary 0.04 mL/h, segment 0, cumulative 0.07
            STOP 600 min Primary 0.04 mL/h, segment 0.12, cumulative 0.19, transitioning
            START 600 min Primary 0.02 mL/h, segment 0, cumulative 0.19
            STOP 1140 min Primary 0.02 mL/h, segment 0.18, cumulative 0.37
            """,
            string.Join('\n', events.Select(Line))
        );
    }

    [Fact]
    public void Nothing_delivered_reports_nothing() => Assert.Empty(DeliveryEvents.Of([]));

    [Fact]
    public void Starts_and_stops_come_in_pairs_and_the_segments_add_up() =>
        Gen.Select(Gen.Enum<DeliverySource>(), Gen.Int[1, 600], Gen.Int[0, 50], (source, minutes, rate) => (source, Stretch(minutes, $"{rate} mL/h")))
            .Array[1, 12]
            .Sample(
                stretches =>
                {
                    var events = DeliveryEvents.Of(stretches);
                    var sum = Volume.Zero;
                    for (var i = 0; i < stretches.Length; i++)
                    {
                        var (start, stop) = (events[2 * i], events[(2 * i) + 1]);
                        Assert.Equal((DeliveryEventKind.Start, DeliveryEventKind.Stop), (start.Kind, stop.Kind));
                        Assert.Equal((Volume.Zero, sum), (start.Segment, start.Cumulative));
                        sum += stop.Segment;
                        Assert.Equal(sum, stop.Cumulative);
                        Assert.Equal(stretches[i].Item2.Rate * stretches[i].Item2.Length, stop.Segment);
                        Assert.Equal(i < stretches.Length - 1, stop.IsTransition);
                        Assert.False(start.IsTransition);
                        Assert.Equal((start.Source, start.Rate), (stop.Source, stop.Rate));
                        Assert.Equal(i == 0 ? Duration.Zero : events[(2 * i) - 1].At, start.At);
                    }

                    Assert.Equal(2 * stretches.Length, events.Count);
                },
                iter: 500
            );

    private static Segment Stretch(int minutes, string rate) => new(Duration.FromMinutes(minutes), QuantityText.Parse<FlowRate>(rate).Value);

    private static string Line(DeliveryEvent one) =>
        $"{(one.Kind == DeliveryEventKind.Start ? "START" : "STOP")} {QuantityText.Number(one.At.InMinutes())} min {one.Source} {QuantityText.Number(one.Rate.InMillilitresPerHour())} mL/h, "
        + $"segment {QuantityText.Number(one.Segment.InMillilitres())}, cumulative {QuantityText.Number(one.Cumulative.InMillilitres())}{(one.IsTransition ? ", transitioning" : "")}";
}
