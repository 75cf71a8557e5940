using System.Text;

namespace Neuraxial;

/// <summary>Which of two versions is the later one, where they are counted in the same way.</summary>
internal static class VersionOrder
{
    /// <summary>
    /// Below zero if <paramref name="one"/> is the earlier version, above if it is the later, zero if they are the same. Runs of digits are compared as
    /// numbers, from the left; everything between them must be alike, but for further numbers behind points: <c>example-9</c> is before <c>example-10</c>,
    /// <c>2026.4</c> before <c>2026.4.1</c>.
    /// </summary>
    /// <returns><see langword="null"/> if they are not counted in the same way (<c>trust-7</c>, <c>example-7</c>), so that nobody can tell.</returns>
    public static int? Compare(string one, string other)
    {
        var (pattern, numbers) = Taken(one);
        var (otherPattern, otherNumbers) = Taken(other);
        if (!IsContinued(pattern, otherPattern) && !IsContinued(otherPattern, pattern))
        {
            return null;
        }

        for (var i = 0; i < Math.Min(numbers.Count, otherNumbers.Count); i++)
        {
            if (CompareNumbers(numbers[i], otherNumbers[i]) is var order and not 0)
            {
                return order;
            }
        }

        return numbers.Count.CompareTo(otherNumbers.Count);
    }

    /// <summary>Whether the longer pattern is the shorter one with further numbers behind points, or none.</summary>
    private static bool IsContinued(string shorter, string longer) =>
        longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length..].Replace(".0", "", StringComparison.Ordinal).Length == 0;

    /// <summary>The version with 0 for each of its numbers, and the numbers.</summary>
    private static (string Pattern, List<string> Numbers) Taken(string version)
    {
        var pattern = new StringBuilder(version.Length);
        var numbers = new List<string>();
        for (var at = 0; at < version.Length; )
        {
            var end = at;
            while (end < version.Length && char.IsAsciiDigit(version[end]))
            {
                end++;
            }

            if (end > at)
            {
                pattern.Append('0');
                numbers.Add(version[at..end]);
                at = end;
            }
            else
            {
                pattern.Append(version[at++]);
            }
        }

        return (pattern.ToString(), numbers);
    }

    /// <summary>Digit by digit: a version may be longer than any number that a type holds.</summary>
    private static int CompareNumbers(string one, string other)
    {
        var (ones, others) = (one.TrimStart('0'), other.TrimStart('0'));
        return ones.Length != others.Length ? ones.Length.CompareTo(others.Length) : string.CompareOrdinal(ones, others);
    }
}
