using NodaTime;

namespace Neuraxial;

/// <summary>In what one candidate can be better than another.</summary>
internal enum RecipeMerit
{
    /// <summary>The time to the refill: longer is better.</summary>
    Interval,

    /// <summary>The largest error of a dose: smaller is better.</summary>
    Error,

    /// <summary>The share of the drug that is opened and never given: smaller is better.</summary>
    Waste,

    /// <summary>The strengths, which all fall as the rate rises: weaker is better.</summary>
    Strength,

    /// <summary>The digits that the longest strength takes on a label and in a programmer: fewer are better, and misread less.</summary>
    Digits,
}

/// <summary>Which candidates count, where limits that a reason passes are passed by some of them.</summary>
internal enum RecipePassing
{
    /// <summary>Those that pass the fewest.</summary>
    Fewest,

    /// <summary>All.</summary>
    Any,
}

/// <summary>
/// The candidates that no other one beats: none is at least as good in everything and better in something. Of candidates that pass different numbers of limits
/// only those with the fewest count, unless all are asked for.
/// </summary>
/// <remarks>
/// Differences on which nobody would act make no difference: a day (an hour in an external pump), 0.1 % of a dose, 1 % of waste, and a twentieth of the rates
/// that are possible. Without them thousands of candidates would each be best in some digit.
/// </remarks>
internal sealed class RecipeFront
{
    private readonly bool fewestPassed;
    private readonly Duration shortest;
    private readonly FlowRate least;
    private readonly FlowRate part;
    private readonly List<Scored> front = [];
    private List<RecipeCandidate>? ranked;

    /// <param name="merits">In what candidates are compared.</param>
    /// <param name="implanted">Whether a day is the shortest time that makes a difference, or an hour.</param>
    /// <param name="least">The lowest rate.</param>
    /// <param name="most">The highest rate.</param>
    /// <param name="passing">Which candidates count.</param>
    public RecipeFront(IReadOnlyList<RecipeMerit> merits, bool implanted, FlowRate least, FlowRate most, RecipePassing passing)
    {
        const decimal Parts = 20m;
        Merits = merits;
        this.least = least;
        fewestPassed = passing == RecipePassing.Fewest;
        shortest = implanted ? Durations.OneDay : Durations.FromHours(1m);
        part = most > least ? (most - least) / Parts : FlowRate.FromMicrolitresPerDay(1m);
    }

    /// <summary>In what candidates are compared.</summary>
    public IReadOnlyList<RecipeMerit> Merits { get; }

    /// <summary>How many candidates were offered.</summary>
    public int Offered { get; private set; }

    /// <summary>The candidates, the best first: the smallest mean distance from the best in each merit.</summary>
    public IReadOnlyList<RecipeCandidate> Ranked =>
        ranked ??= [
            .. front
                .Select(scored => (scored.Candidate, Distance: Distance(scored.Marks)))
                .Order(
                    Comparer<(RecipeCandidate Candidate, decimal Distance)>.Create(
                        (one, other) =>
                            one.Distance != other.Distance ? one.Distance.CompareTo(other.Distance) : Exactly(one.Candidate, other.Candidate)
                    )
                )
                .Select(scored => scored.Candidate),
        ];

    /// <summary>The candidate that is best in one merit; of several the one that ranks first.</summary>
    public RecipeCandidate? Best(RecipeMerit merit)
    {
        if (front.Count == 0)
        {
            return null;
        }

        return Ranked.First(candidate => IsBest(candidate, merit));
    }

    /// <summary>Whether none is better in a merit.</summary>
    public bool IsBest(RecipeCandidate candidate, RecipeMerit merit)
    {
        var at = Index(merit);
        var best = front.Min(scored => scored.Marks[at]);
        return front.Exists(scored => ReferenceEquals(scored.Candidate, candidate) && scored.Marks[at] == best);
    }

    /// <summary>Takes a candidate in if none beats it, and throws out those that it beats.</summary>
    public void Offer(RecipeCandidate candidate)
    {
        Offered++;
        ranked = null;
        if (fewestPassed && front.Count > 0 && candidate.Passed != front[0].Candidate.Passed)
        {
            if (candidate.Passed > front[0].Candidate.Passed)
            {
                return;
            }

            front.Clear();
        }

        var marks = Marks(candidate);
        for (var i = front.Count - 1; i >= 0; i--)
        {
            var (betters, worse) = Compared(marks, front[i].Marks);
            if (!betters && (worse || Exactly(candidate, front[i].Candidate) >= 0))
            {
                return;
            }

            if (!worse)
            {
                front.RemoveAt(i);
            }
        }

        front.Add(new Scored(candidate, marks));
    }

    /// <summary>Marks of one candidate, the smaller the better, in the order of the merits.</summary>
    private long[] Marks(RecipeCandidate candidate)
    {
        var marks = new long[Merits.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = Merits[i] switch
            {
                RecipeMerit.Interval => -(long)decimal.Floor(candidate.Interval.Over(shortest)),
                RecipeMerit.Error => (long)decimal.Ceiling(candidate.Error * 10m),
                RecipeMerit.Waste => (long)decimal.Ceiling(candidate.Waste ?? 0m),
                RecipeMerit.Digits => candidate.Digits,
                _ => -(long)decimal.Floor((candidate.Rate > least ? candidate.Rate - least : FlowRate.Zero) / part),
            };
        }

        return marks;
    }

    private static (bool Betters, bool Worse) Compared(long[] one, long[] other)
    {
        var (betters, worse) = (false, false);
        for (var i = 0; i < one.Length; i++)
        {
            betters |= one[i] < other[i];
            worse |= one[i] > other[i];
        }

        return (betters, worse);
    }

    /// <summary>Between candidates whose differences make no difference, and to rank without a tie: the same order on every machine.</summary>
    private static int Exactly(RecipeCandidate one, RecipeCandidate other)
    {
        var order = one.Error.CompareTo(other.Error);
        order = order != 0 ? order : other.Interval.CompareTo(one.Interval);
        order = order != 0 ? order : (one.Waste ?? 0m).CompareTo(other.Waste ?? 0m);
        order = order != 0 ? order : one.Containers.CompareTo(other.Containers);
        order = order != 0 ? order : one.Rate.CompareTo(other.Rate);
        return order != 0 ? order : one.Fill.CompareTo(other.Fill);
    }

    private decimal Distance(long[] marks)
    {
        var sum = 0m;
        for (var i = 0; i < marks.Length; i++)
        {
            var (best, worst) = (front.Min(scored => scored.Marks[i]), front.Max(scored => scored.Marks[i]));
            sum += worst == best ? 0m : (decimal)(marks[i] - best) / (worst - best);
        }

        return sum / marks.Length;
    }

    private int Index(RecipeMerit merit)
    {
        for (var i = 0; i < Merits.Count; i++)
        {
            if (Merits[i] == merit)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(merit), merit, "is not compared here");
    }

    private sealed record Scored(RecipeCandidate Candidate, long[] Marks);
}
