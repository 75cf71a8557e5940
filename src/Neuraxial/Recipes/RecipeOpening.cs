using NodaTime;

namespace Neuraxial;

/// <summary>What is opened for a candidate, and what of it no patient ever gets.</summary>
internal static class RecipeOpening
{
    /// <summary>The share that is never given at an interval, the containers of all drugs together, and those of each drug.</summary>
    /// <param name="drugs">The drugs.</param>
    /// <param name="terms">What can be measured.</param>
    /// <returns>
    /// The share in per cent, of the drug of which it is largest, <see langword="null"/> if no stock is stated; the count of containers, those of unknown size
    /// not among them; the count of each drug, <see langword="null"/> where it is not known.
    /// </returns>
    public static (Func<Duration, decimal?> Waste, long Containers, long?[] Opens) Of(CandidateDrug[] drugs, CompoundingTerms terms)
    {
        var opens = new long?[drugs.Length];
        var opened = new Mass?[drugs.Length];
        var containers = 0L;
        for (var i = 0; i < drugs.Length; i++)
        {
            if (drugs[i].Draw is not { } draw)
            {
                continue;
            }

            var volume = draw.FromStock(terms);
            if (draw.Stock.Stock.Sizes.Count > 0 && ContainerChoice.For(volume, draw.Stock.Stock.Sizes) is { } open)
            {
                opens[i] = open.Sum(container => container.Count);
                containers += opens[i]!.Value;
                volume = ContainerChoice.Together(open);
            }

            opened[i] = volume * draw.Stock.Strength;
        }

        return (interval => Wasted(drugs, opened, interval), containers, opens);
    }

    private static decimal? Wasted(CandidateDrug[] drugs, Mass?[] opened, Duration interval)
    {
        decimal? most = null;
        for (var i = 0; i < drugs.Length; i++)
        {
            if (opened[i] is { } mass && mass > Mass.Zero)
            {
                // What a residual brought counts as given first: a refill is not called better than it is.
                var share = 1m - ((drugs[i].Achieved * interval) / mass);
                most = decimal.Max(most ?? 0m, decimal.Max(0m, share) * 100m);
            }
        }

        return most;
    }
}
