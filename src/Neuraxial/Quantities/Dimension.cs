namespace Neuraxial;

/// <summary>
/// A physical dimension as the grammar of quantities knows it: a name for messages, the kinds of unit that make it up,
/// and the units that a message offers as examples.
/// </summary>
public sealed class Dimension
{
    internal Dimension(string name, string examples, decimal largestStored, UnitKind numerator, params UnitKind[] denominators)
    {
        Name = name;
        Examples = examples;
        LargestStored = largestStored;
        Numerator = numerator;
        Denominators = denominators;
        Expected = $"{name} in {examples}";
    }

    /// <summary>What it is, with its article, as it stands in a message: "a volume".</summary>
    public string Name { get; }

    /// <summary>Units that it may be written in, as a message lists them: "mL, uL, L".</summary>
    public string Examples { get; }

    /// <summary>What a message says is expected: "a volume in mL, uL, L".</summary>
    internal string Expected { get; }

    /// <summary>
    /// The largest number of stored units that may be read from a file. Far above anything that can be meant (a tonne, a thousand litres a day),
    /// and small enough that no product or quotient of two read quantities can overflow.
    /// </summary>
    internal decimal LargestStored { get; }

    internal UnitKind Numerator { get; }

    internal UnitKind[] Denominators { get; }

    internal static Dimension Time { get; } = new("a duration", "d, h, min, s, wk", 36_525m * Durations.NanosecondsPerDay, UnitKind.Time);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

internal enum UnitKind
{
    Mass,
    Volume,
    Length,
    Time,
}
