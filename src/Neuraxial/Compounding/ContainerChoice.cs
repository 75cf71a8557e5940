namespace Neuraxial;

/// <summary>Which containers to open for a volume: as few as possible, and of those ways the one that leaves least.</summary>
internal static class ContainerChoice
{
    /// <summary>Beyond this no person counts containers: the row of the formulary is wrong.</summary>
    private const decimal Most = 1_000_000m;

    /// <summary>The containers to open, largest first.</summary>
    /// <param name="needed">The volume that is drawn; may be zero: then none.</param>
    /// <param name="sizes">The sizes of the product, as many of each as are wanted.</param>
    /// <returns><see langword="null"/> if no size is known.</returns>
    /// <remarks>
    /// n = ⌈needed ÷ largest⌉ are needed at least, and n of the largest always do. What they hold too much is less than one of the largest, so that
    /// every way to use smaller ones instead can be tried: each saves (largest − its size), and the savings may not exceed what is too much.
    /// </remarks>
    public static IReadOnlyList<ContainerCount>? For(Volume needed, IReadOnlyList<Volume> sizes)
    {
        var known = LargestFirst(sizes);
        if (known.Length == 0 || needed / known[0] > Most)
        {
            return null;
        }

        // The quotient may have been rounded to a whole number from either side.
        var count = (long)decimal.Ceiling(needed / known[0]);
        count += known[0] * count < needed ? 1 : 0;
        if (count == 0)
        {
            return [];
        }

        var search = new Search(known, count, (known[0] * count).Without(needed));
        search.Try(1, count, Volume.Zero);
        var open = new List<ContainerCount>();
        for (var i = 0; i < known.Length; i++)
        {
            var number = i == 0 ? count - search.Smaller : search.Best[i];
            if (number > 0)
            {
                open.Add(new ContainerCount(known[i], number));
            }
        }

        return open;
    }

    /// <summary>How many containers are opened.</summary>
    public static long Count(IReadOnlyList<ContainerCount> open)
    {
        var count = 0L;
        foreach (var container in open)
        {
            count += container.Count;
        }

        return count;
    }

    /// <summary>What the containers hold together.</summary>
    public static Volume Together(IEnumerable<ContainerCount> open) => open.Together(container => container.Size * container.Count);

    /// <summary>Each size that holds something once.</summary>
    private static Volume[] LargestFirst(IReadOnlyList<Volume> sizes)
    {
        var known = new Volume[sizes.Count];
        var count = 0;
        for (var i = 0; i < sizes.Count; i++)
        {
            var place = count;
            while (place > 0 && known[place - 1] < sizes[i])
            {
                place--;
            }

            if (sizes[i] > Volume.Zero && (place == 0 || known[place - 1] != sizes[i]))
            {
                Array.Copy(known, place, known, place + 1, count - place);
                known[place] = sizes[i];
                count++;
            }
        }

        var sorted = new Volume[count];
        Array.Copy(known, sorted, count);
        return sorted;
    }

    /// <summary>Tries every number of each smaller size.</summary>
    private sealed class Search(Volume[] sizes, long count, Volume tooMuch)
    {
        private readonly long[] chosen = new long[sizes.Length];
        private Volume bestSaved = Volume.Zero;

        public long[] Best { get; } = new long[sizes.Length];

        /// <summary>How many of the best are not of the largest size.</summary>
        public long Smaller { get; private set; }

        public void Try(int size, long left, Volume saved)
        {
            if (saved > bestSaved)
            {
                bestSaved = saved;
                chosen.CopyTo(Best, 0);
                Smaller = count - left;
            }

            if (size == sizes.Length || left == 0 || bestSaved == tooMuch)
            {
                return;
            }

            var each = sizes[0] - sizes[size];
            var most = Math.Min(left, (long)decimal.Floor(tooMuch.Without(saved) / each));
            for (var number = Math.Min(most, count); number >= 0; number--)
            {
                chosen[size] = number;
                Try(size + 1, left - number, saved + (each * number));
            }

            chosen[size] = 0;
        }
    }
}
