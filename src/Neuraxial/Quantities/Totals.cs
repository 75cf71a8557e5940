namespace Neuraxial;

/// <summary>
/// Sums and smallest values over lists of quantities. The framework's own queries over value types are no part of the program that is compiled ahead: each is
/// compiled anew at every start, and some hundred of them took longer than the plan.
/// </summary>
internal static class Totals
{
    /// <summary>The volumes of all parts together; zero if there is none.</summary>
    public static Volume Together<T>(this IEnumerable<T> parts, Func<T, Volume> volume)
        where T : class
    {
        var sum = Volume.Zero;
        foreach (var part in parts)
        {
            sum += volume(part);
        }

        return sum;
    }

    /// <summary>Whether a text is among a few.</summary>
    public static bool Holds(this IReadOnlyList<string> texts, string text)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] == text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first of those whose value is the smallest; <see langword="null"/> if there is none.</summary>
    public static T? Least<T, TValue>(this IEnumerable<T> items, Func<T, TValue> value)
        where T : class
        where TValue : struct, IComparable<TValue>
    {
        T? least = null;
        var lowest = default(TValue);
        foreach (var item in items)
        {
            var found = value(item);
            if (least is null || found.CompareTo(lowest) < 0)
            {
                (least, lowest) = (item, found);
            }
        }

        return least;
    }
}
