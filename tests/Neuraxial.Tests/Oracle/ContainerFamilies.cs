using System.Globalization;
using System.Text.Json;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>How long a fill lasts, what mixes, what is left, and fills of pumps with a built-in flow: the calculators against the formulas on paper.</summary>
internal static class ContainerFamilies
{
    private static readonly Gen<(Stated Fill, Stated Reserve, Stated Rate, Moment? At, Stated? Stability)> Fills = Gen.Select(
        Domain.Fills,
        Domain.In("mL", 1, 49, 0, 1),
        Domain.Rates,
        Gen.Null(Domain.Moments),
        Gen.Null(Domain.Durations),
        (fill, reserve, rate, at, stability) => (fill, reserve, rate, (Moment?)at, (Stated?)stability)
    );

    public static Family[] All { get; } =
    [
        Family.Of("lasts", 110_000, Fills, Lasts),
        Family.Of("blend", 60_000, Gen.Select(Domain.Volumes, Domain.Concentrations, Domain.Volumes, Domain.Concentrations), Blend),
        Family.Of("rinse", 30_000, Gen.Select(Domain.Volumes, Domain.Volumes, Gen.Int[1, 8], Domain.Concentrations), Rinse),
        Family.Of(
            "residual",
            80_000,
            Gen.Select(Domain.Fills, Domain.Rates, Domain.Durations, Domain.Volumes, Gen.Int[0, 2], Domain.In("%", 1, 999, 1, 1)),
            Residual
        ),
        Family.Of("constant-flow", 60_000, Gen.Select(Domain.Fills, Domain.Rates, Domain.DoseRates, Domain.Concentrations), ConstantFlow),
    ];

    private static void Lasts((Stated Fill, Stated Reserve, Stated Rate, Moment? At, Stated? Stability) stated)
    {
        var asked = new CalculatorCase("lasts").With("fill", stated.Fill).With("reserve", stated.Reserve).With("rate", stated.Rate);
        if (stated.At is { } at)
        {
            asked.With("at", at.Text);
        }

        if (stated.Stability is { } stability)
        {
            asked.With("stability", stability);
        }

        if (stated.Reserve.Amount > stated.Fill.Amount)
        {
            asked.Refuses("reserve");
            return;
        }

        var lasts = Paper.Lasts(stated.Fill.Amount, stated.Reserve.Amount, stated.Rate.Amount);
        lasts = lasts > 36_525 ? null : lasts;
        var byStability = stated.Stability is { } good && (lasts is null || good.Amount < lasts);
        lasts = byStability ? stated.Stability!.Amount : lasts;
        asked.Answers(answer =>
        {
            if (lasts is not { } time)
            {
                Assert.Equal(
                    (JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null),
                    (answer.GetProperty("lasts").ValueKind, answer.GetProperty("until").ValueKind, answer.GetProperty("reason").ValueKind)
                );
                return;
            }

            CalculatorCase.SameTime(time, answer, "lasts");
            Assert.Equal(byStability ? "stability" : "volume", answer.GetProperty("reason").GetString());
            if (stated.At is { } moment)
            {
                SameMoment(moment.Days + time, answer.GetProperty("until").GetString()!);
            }
            else
            {
                Assert.Equal(JsonValueKind.Null, answer.GetProperty("until").ValueKind);
            }
        });
    }

    /// <summary>A moment in UTC is cut to the second before it; a nanosecond of rounding may lie on either side of a whole second.</summary>
    private static void SameMoment(Rational daysSince2020, string text)
    {
        var written = DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Rational seconds = (written - new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)).Ticks / TimeSpan.TicksPerSecond;
        var late = (daysSince2020 * 86_400) - seconds;
        var nanosecond = new Rational(1, 1_000_000_000);
        Assert.True(late >= -nanosecond && late < Rational.One + nanosecond, $"{text} for {daysSince2020} days since 2020");
    }

    private static void Blend((Stated Residual, Stated Old, Stated Fill, Stated Now) stated) =>
        new CalculatorCase("blend")
            .With("residual", stated.Residual)
            .With("old", stated.Old)
            .With("fill", stated.Fill)
            .With("new", stated.Now)
            .Answers(answer =>
                CalculatorCase.Same(
                    Paper.Blend(stated.Residual.Amount, stated.Old.Amount, stated.Fill.Amount, stated.Now.Amount),
                    answer,
                    "concentration"
                )
            );

    private static void Rinse((Stated Residual, Stated Volume, int Times, Stated Start) stated) =>
        new CalculatorCase("rinse")
            .With("residual", stated.Residual)
            .With("volume", stated.Volume)
            .With("times", stated.Times.ToString(CultureInfo.InvariantCulture))
            .With("start", stated.Start)
            .Answers(answer =>
            {
                var concentrations = answer.GetProperty("concentrations");
                Assert.Equal(stated.Times, concentrations.GetArrayLength());
                for (var i = 0; i < stated.Times; i++)
                {
                    var paper = Paper.Rinsed(stated.Residual.Amount, stated.Volume.Amount, i + 1, stated.Start.Amount);
                    Agreement.Holds(paper, CalculatorCase.Amount(concentrations[i]), $"rinse {i + 1}");
                }
            });

    private static void Residual((Stated Filled, Stated Rate, Stated Elapsed, Stated Measured, int Tolerance, Stated Percent) stated)
    {
        var asked = new CalculatorCase("residual")
            .With("filled", stated.Filled)
            .With("rate", stated.Rate)
            .With("elapsed", stated.Elapsed)
            .With("measured", stated.Measured);
        if (stated.Tolerance > 0)
        {
            // The same number once as per cent and once as millilitres.
            asked.With("tolerance", stated.Tolerance == 1 ? stated.Percent.Text : stated.Percent.Text.Replace("%", "mL", StringComparison.Ordinal));
        }

        if (stated.Measured.Amount > stated.Filled.Amount)
        {
            asked.Refuses("measured");
            return;
        }

        var expected = Rational.Max(Rational.Zero, stated.Filled.Amount - (stated.Rate.Amount * stated.Elapsed.Amount));
        var intended = stated.Filled.Amount - expected;
        var delivered = stated.Filled.Amount - stated.Measured.Amount;
        var error = Paper.ErrorPercent(delivered, intended);

        // Where none is given both of reference c hold: 14.5 % of the programmed delivery, and 2 mL.
        Rational? percent = stated.Tolerance switch
        {
            0 => new Rational(29, 2),
            1 => stated.Percent.Amount,
            _ => null,
        };
        Rational? volume = stated.Tolerance switch
        {
            0 => 2,
            1 => null,
            _ => stated.Percent.Amount,
        };
        var outside = Rational.Abs(error) > percent || Rational.Abs(stated.Measured.Amount - expected) > volume;
        asked.Answers(answer =>
        {
            CalculatorCase.Same(expected, answer, "expected");
            CalculatorCase.Same(delivered, answer, "delivered");
            CalculatorCase.Same(intended, answer, "intended");
            PathFamilies.Percent(error, answer);
            Assert.Equal(outside ? "confirm" : "none", answer.GetProperty("severity").GetString());
        });
    }

    private static void ConstantFlow((Stated Reservoir, Stated Flow, Stated Dose, Stated Stock) stated)
    {
        var asked = new CalculatorCase("constant-flow")
            .With("reservoir", stated.Reservoir)
            .With("flow", stated.Flow)
            .With("dose", stated.Dose)
            .With("stock", stated.Stock);
        var paper = Paper.ConstantFlow(stated.Reservoir.Amount, stated.Flow.Amount, stated.Dose.Amount, stated.Stock.Amount);
        if (paper.Time > 36_525 || paper.Diluent.Sign < 0)
        {
            asked.Refuses(paper.Time > 36_525 ? "flow" : "stock");
            return;
        }

        asked.Answers(answer =>
        {
            CalculatorCase.SameTime(paper.Time, answer, "lasts");
            CalculatorCase.Same(paper.Drug, answer, "drug");
            CalculatorCase.Same(paper.Stock, answer, "stockVolume");
            Agreement.Holds(
                paper.Diluent + stated.Reservoir.Amount,
                CalculatorCase.Amount(answer.GetProperty("diluentVolume")) + stated.Reservoir.Amount,
                "diluentVolume"
            );
            CalculatorCase.Same(paper.Concentration, answer, "concentration");
        });
    }
}
