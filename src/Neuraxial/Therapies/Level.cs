using System.Globalization;

namespace Neuraxial;

/// <summary>
/// A level of the spine, <c>C1</c> to <c>S5</c>, ordered from the head down. A catheter's tip lies at a vertebra; a painful level is a dermatome,
/// of which there is one more: <c>C8</c> is a segment of the cord and no vertebra.
/// </summary>
public readonly record struct Level : IComparable<Level>
{
    private static readonly (char Region, int Count)[] Regions = [('C', 8), ('T', 12), ('L', 5), ('S', 5)];
    private readonly int index;

    private Level(int index) => this.index = index;

    /// <summary>Whether it is <c>C8</c>, which no vertebra is called.</summary>
    public bool IsSegmentOnly => index == 7;

    /// <summary>Reads a level.</summary>
    /// <param name="text">A letter C, T, L or S and a number: <c>T10</c>.</param>
    /// <returns>The level, or what was seen and what is expected.</returns>
    public static Parsed<Level> Parse(string text)
    {
        var start = 0;
        foreach (var (region, count) in Regions)
        {
            if (
                text is [var letter, .. var digits]
                && letter == region
                && digits is not ['0', ..]
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number <= count
            )
            {
                return Parsed<Level>.Of(new Level(start + number - 1));
            }

            start += count;
        }

        return Parsed<Level>.Failed($"'{Printable.OneLine(text, 20)}' is no level of the spine; expected C1 to C8, T1 to T12, L1 to L5 or S1 to S5");
    }

    /// <summary>How many levels further from the head the second lies; negative if it lies nearer.</summary>
    internal static int Between(Level from, Level to) => to.index - from.index;

    /// <inheritdoc/>
    public int CompareTo(Level other) => index.CompareTo(other.index);

    /// <summary>Whether it lies nearer the head.</summary>
    public static bool operator <(Level left, Level right) => left.index < right.index;

    /// <summary>Whether it lies nearer the feet.</summary>
    public static bool operator >(Level left, Level right) => left.index > right.index;

    /// <summary>Whether it does not lie nearer the feet.</summary>
    public static bool operator <=(Level left, Level right) => left.index <= right.index;

    /// <summary>Whether it does not lie nearer the head.</summary>
    public static bool operator >=(Level left, Level right) => left.index >= right.index;

    /// <summary>As it is read: <c>T10</c>.</summary>
    public override string ToString()
    {
        var left = index;
        foreach (var (region, count) in Regions)
        {
            if (left < count)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{region}{left + 1}");
            }

            left -= count;
        }

        throw new InvalidOperationException("A level has no other index.");
    }
}
