namespace Neuraxial;

/// <summary>
/// Tries one rate and one fill with one choice of stocks: works out what is drawn, rounds it once to what can be measured, and from there on recomputes
/// everything, so that what comes out is what the patient would get (HZ-09, HZ-12).
/// </summary>
internal sealed class RecipeTrial
{
    /// <summary>What roundings of the last digits leave of an exact dose is no error: it would rank it behind a dose that is really off.</summary>
    private const int ErrorDigits = 20;

    /// <summary>Of a microlitre: far less than a molecule.</summary>
    private const int VolumeDigits = 18;

    private readonly RecipeTerms terms;
    private readonly IReadOnlyList<RecipeStock?> stocks;
    private readonly Volume left;
    private List<RecipeFault>? faults;
    private bool failed;

    public RecipeTrial(RecipeTerms terms, IReadOnlyList<RecipeStock?> stocks)
    {
        this.terms = terms;
        this.stocks = stocks;
        left = terms.Recipe.Residual?.Volume ?? Volume.Zero;
    }

    /// <summary>Tries a rate and a fill.</summary>
    /// <param name="rate">The rate; more than zero.</param>
    /// <param name="fill">The fill; more than zero.</param>
    /// <param name="failures">Where every failure goes; <see langword="null"/> to stop at the first.</param>
    /// <returns>The candidate; <see langword="null"/> if it fails.</returns>
    public RecipeCandidate? Try(FlowRate rate, Volume fill, List<RecipeFault>? failures = null)
    {
        faults = failures;
        failed = false;
        var goesIn = fill > terms.Container.Low && RecipeContainer.Holds(terms.Recipe, fill);

        // A fill for more than a hundred years has no date that a plan could give.
        if (!goesIn || rate.TimeFor(fill - terms.Container.Low) is null)
        {
            Stops(fails: true, RecipeConstraint.Container);
            return null;
        }

        var batch = terms.Recipe.Batch(fill);
        if (Drawn(rate, fill, batch) is not { } draws)
        {
            return null;
        }

        var passed = draws.Count(draw => draw is { Tenfold: > 0 });
        var drugs = new CandidateDrug[terms.Drugs.Count];
        for (var i = 0; i < drugs.Length; i++)
        {
            drugs[i] = Made(i, rate, fill, batch, draws[i]);
            if (Stops(i, drugs[i], ref passed))
            {
                return null;
            }
        }

        var (waste, containers, opens) = RecipeOpening.Of(drugs, terms.Compounding);
        for (var i = 0; i < drugs.Length; i++)
        {
            var lacks = draws[i]?.Stock.AtHand is { } atHand && opens[i] > atHand;
            if (Stops(lacks, RecipeConstraint.AtHand, drugs[i].Drug, amount: opens[i]))
            {
                return null;
            }
        }

        var (interval, reason, stable) = terms.Interval(rate, fill, drugs);
        if (Stops(terms.Recipe.Interval is { } wanted && interval < wanted, RecipeConstraint.Interval))
        {
            return null;
        }

        return failed ? null : new RecipeCandidate(rate, fill, drugs, interval, reason, stable, passed, waste(interval), containers);
    }

    /// <summary>Notes a failure; says whether the trial is over.</summary>
    private bool Stops(bool fails, RecipeConstraint constraint, Drug? drug = null, RecipeLimit? limit = null, decimal? amount = null)
    {
        if (!fails)
        {
            return false;
        }

        failed = true;
        faults?.Add(new RecipeFault(constraint, drug, limit) { Amount = amount });
        return faults is null;
    }

    private bool Stops(int i, CandidateDrug made, ref int passed)
    {
        var drug = terms.Drugs[i];
        var off = drug.Wanted is not null && decimal.Abs(made.ErrorPercent!.Value) > drug.TolerancePercent;
        if (Stops(off, RecipeConstraint.Tolerance, drug.Drug, amount: made.ErrorPercent))
        {
            return true;
        }

        foreach (var limit in drug.Doses)
        {
            if (Stops(made.Achieved > limit.Dose, RecipeConstraint.Limit, drug.Drug, limit))
            {
                return true;
            }
        }

        foreach (var limit in drug.Strengths)
        {
            var passes = limit.IsPassedBy(made.InContainer);
            passed += passes && !limit.Blocks ? 1 : 0;
            if (Stops(passes && limit.Blocks, RecipeConstraint.Limit, drug.Drug, limit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is drawn of each drug, <see langword="null"/> where its stock is not stated; no array if the trial is over.</summary>
    private RecipeDraw?[]? Drawn(FlowRate rate, Volume fill, Volume batch)
    {
        var draws = new RecipeDraw?[terms.Drugs.Count];
        var exactly = Volume.Zero;
        for (var i = 0; i < stocks.Count; i++)
        {
            var drug = terms.Drugs[i];
            var target = drug.Target(rate);
            foreach (var limit in drug.Strengths)
            {
                // The target itself must keep the limit: an error of measuring is no way around it.
                if (Stops(limit.Blocks && limit.IsPassedBy(target), RecipeConstraint.Limit, drug.Drug, limit))
                {
                    return null;
                }
            }

            var (needed, brought) = (target * (left + fill), left * drug.Residual);
            if (Stops(needed < brought, RecipeConstraint.Residual, drug.Drug))
            {
                return null;
            }

            if (stocks[i] is not { } stock)
            {
                continue;
            }

            var missing = needed < brought ? Mass.Zero : needed - brought;
            if (Stops(LastDigits.IsMore(missing, fill * stock.Strength), RecipeConstraint.Stock, drug.Drug))
            {
                return null;
            }

            var (tenfold, exact) = Measurable(WithoutRest(missing / stock.Strength * (batch / fill)));
            exactly += exact;
            draws[i] = Measured(drug, stock, tenfold, exact, fill, batch);
            var lost = missing > Mass.Zero && (exact < terms.Compounding.SmallestDrawn || draws[i]!.Volume == Volume.Zero);
            if (Stops(lost, RecipeConstraint.Unmeasurable, drug.Drug))
            {
                return null;
            }
        }

        return Stops(exactly > batch || !Fit(draws, batch), RecipeConstraint.StockTogether) ? null : draws;
    }

    /// <summary>A volume without what quotients leave in the last digits: it decides on which side of half a graduation, of the batch or of the smallest volume it lies.</summary>
    private static Volume WithoutRest(Volume volume) => Volume.FromMicrolitres(decimal.Round(volume.InMicrolitres(), VolumeDigits));

    /// <summary>A volume of stock, diluted tenfold as often as it takes to be drawn up at all.</summary>
    private (int Tenfold, Volume Volume) Measurable(Volume volume)
    {
        var tenfold = 0;
        for (; volume > Volume.Zero && volume < terms.Compounding.SmallestDrawn && tenfold < DilutionWay.MostSteps; tenfold++)
        {
            volume *= 10m;
        }

        return (tenfold, volume);
    }

    /// <summary>A volume to the nearest graduation: of two as near the smaller, and within the limits where the exact volume is.</summary>
    private RecipeDraw Measured(RecipeDrug drug, RecipeStock stock, int tenfold, Volume exact, Volume fill, Volume batch)
    {
        var graduation = drug.Measure;
        var count = exact / graduation;
        var down = new RecipeDraw(stock, tenfold, graduation * decimal.Floor(count));
        var up = new RecipeDraw(stock, tenfold, graduation * decimal.Ceiling(count));
        var (near, far) = count - decimal.Floor(count) <= 0.5m ? (down, up) : (up, down);
        bool Breaks(RecipeDraw draw)
        {
            var strength = Blended(drug, draw.Mass / batch, fill);
            return drug.Strengths.Any(limit => limit.IsPassedBy(strength));
        }

        return drug.Strengths.Count > 0 && Breaks(near) && !Breaks(far) ? far : near;
    }

    /// <summary>Where rounding up made the volumes more than the batch: takes a graduation from the largest, which feels it least, until they go in.</summary>
    private bool Fit(RecipeDraw?[] draws, Volume batch)
    {
        for (var times = 0; times < draws.Length && Together(draws) > batch; times++)
        {
            var largest = -1;
            for (var i = 0; i < draws.Length; i++)
            {
                largest = draws[i] is { } draw && (largest < 0 || draw.Volume > draws[largest]!.Volume) ? i : largest;
            }

            var (most, graduation) = (draws[largest]!, terms.Drugs[largest].Measure);
            draws[largest] = most with { Volume = most.Volume > graduation ? most.Volume - graduation : Volume.Zero };
        }

        return Together(draws) <= batch;
    }

    private static Volume Together(RecipeDraw?[] draws)
    {
        var sum = Volume.Zero;
        foreach (var draw in draws)
        {
            sum += draw?.Volume ?? Volume.Zero;
        }

        return sum;
    }

    private CandidateDrug Made(int i, FlowRate rate, Volume fill, Volume batch, RecipeDraw? draw)
    {
        var drug = terms.Drugs[i];
        var unstated = drug.Wanted is not null && draw is null;
        var inFill = draw is null ? Concentration.Zero : draw.Mass / batch;
        var inContainer = unstated ? Label(drug, drug.Target(rate)) : Blended(drug, inFill, fill);
        if (unstated)
        {
            var (needed, brought) = (inContainer * (left + fill), left * drug.Residual);
            inFill =
                left == Volume.Zero ? inContainer
                : needed > brought ? (needed - brought) / fill
                : Concentration.Zero;
        }

        var achieved = inContainer * rate;
        return new CandidateDrug(
            drug.Drug,
            drug.Wanted,
            inFill,
            inContainer,
            achieved,
            drug.Wanted is { } wanted ? decimal.Round(((achieved / wanted) - 1m) * 100m, ErrorDigits) : null,
            draw is { } drawn && drawn.Volume > Volume.Zero ? drawn : null
        );
    }

    /// <summary>Without a stock there is nothing to measure, and a label says no more than the nanogram: the nearest such strength that keeps the limits.</summary>
    private static Concentration Label(RecipeDrug drug, Concentration target)
    {
        const decimal Nanograms = 1_000m;
        var exact = target.InMicrogramsPerMillilitre() * Nanograms;
        var near = Concentration.FromMicrogramsPerMillilitre(decimal.Round(exact) / Nanograms);
        return !drug.Strengths.Any(limit => limit.IsPassedBy(near)) ? near
            : near > target ? Concentration.FromMicrogramsPerMillilitre(decimal.Floor(exact) / Nanograms)
            : Concentration.FromMicrogramsPerMillilitre(decimal.Ceiling(exact) / Nanograms);
    }

    private Concentration Blended(RecipeDrug drug, Concentration inFill, Volume fill) =>
        left == Volume.Zero ? inFill : Reservoir.Blend(left, drug.Residual, fill, inFill);
}
