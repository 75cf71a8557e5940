using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Observations;

/// <summary>Laying regimes over one another: at every moment what the strictest of them asks for, and nothing where none asks.</summary>
public sealed class ObservationMergingTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 10, 0);

    private static readonly Gen<ObservationSpan> Span =
        from regime in Gen.Int[0, Formulary.BuiltIn.Regimes.Count - 1]
        from begin in Gen.Int[0, 40]
        from length in Gen.Int[1, 40]
        from isOpen in Gen.Int[0, 4]
        from every in Gen.OneOf([.. ((int[])[0, 15, 60, 120, 240]).Select(Gen.Const)])
        select Of(Formulary.BuiltIn.Regimes[regime], begin, isOpen == 0 ? null : begin + length, every);

    /// <summary>Never less often than any that runs, never more often than the strictest, at every moment; and stretches that neither overlap nor stand empty.</summary>
    [Fact]
    [Trait("Hazard", "HZ-21")]
    public void At_every_moment_it_is_the_shortest_interval_that_runs() =>
        Span.List[1, 8]
            .Sample(
                spans =>
                {
                    var merged = ObservationMerging.Merge(spans);
                    for (var hour = 0; hour <= 90; hour++)
                    {
                        // Just before and at each change: they lie on whole hours.
                        foreach (var at in (Instant[])[Start + Duration.FromHours(hour), Start + Duration.FromHours(hour) + Duration.FromMinutes(59)])
                        {
                            var running = spans.Where(span => span.From <= at && (span.Until is not { } end || end > at)).ToList();
                            var here = merged.Where(row => row.From <= at && (row.Until is not { } end || end > at)).ToList();
                            Assert.Equal(running.Count == 0 ? 0 : 1, here.Count);
                            if (here.Count == 1)
                            {
                                Assert.Equal(running.Min(span => span.Every), here[0].Every);
                                Assert.All(here[0].By, span => Assert.Equal(here[0].Every, span.Every));
                            }
                        }
                    }

                    Assert.All(merged, row => Assert.True(row.Until is not { } end || end > row.From));
                },
                iter: 300
            );

    /// <summary>Of every plan: no regime that was laid down is kept less strictly than it is written, and whoever adds a drug takes no observation away.</summary>
    [Fact]
    [Trait("Hazard", "HZ-21")]
    public void A_second_drug_never_makes_observation_rarer()
    {
        string[] drugs = ["morphine", "fentanyl", "hydromorphone", "bupivacaine", "clonidine", "baclofen"];
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 5])
            .Sample(
                (first, step) =>
                {
                    var one = Rows(drugs[first]);
                    var two = Rows(drugs[first], drugs[(first + step) % drugs.Length]);
                    for (var minute = 0; minute < 100 * 60; minute += 29)
                    {
                        var at = Start + Duration.FromMinutes(minute);
                        foreach (var what in one.Select(row => row.What).Distinct(StringComparer.Ordinal))
                        {
                            if (Every(one, what, at) is { } every)
                            {
                                Assert.True(Every(two, what, at) <= every, $"{drugs[first]} {what} {minute}");
                            }
                        }
                    }
                },
                iter: 30
            );
    }

    private static IReadOnlyList<Observation> Rows(params string[] drugs) =>
        Plans
            .Of(
                (
                    "infusate",
                    $$"""{ "drugs": [{{string.Join(", ", drugs.Select(drug => $$"""{ "drug": "{{drug}}", "concentration": "100 ug/mL" }"""))}}] }"""
                )
            )
            .Observation.Rows;

    private static Duration? Every(IReadOnlyList<Observation> rows, string what, Instant at) =>
        rows.Where(row => row.What == what && row is { Every: not null, Condition: null } && row.From <= at && (row.Until is not { } end || end > at))
            .Min(row => row.Every);

    private static ObservationSpan Of(Regime regime, int begin, int? end, int minutes) =>
        new(
            Start + Duration.FromHours(begin),
            end is { } hours ? Start + Duration.FromHours(hours) : null,
            Duration.FromMinutes(minutes),
            regime,
            new RegimeStep([], Duration.FromMinutes(minutes), null, null, null, regime.Provenance),
            regime.Setting
        );
}
