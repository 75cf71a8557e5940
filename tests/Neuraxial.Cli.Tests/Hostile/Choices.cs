namespace Neuraxial.Cli.Tests;

/// <summary>A list of random numbers that a mutant is made from, taken one by one; the first choice stands in where they run out. Short lists make small mutants.</summary>
internal sealed class Choices(uint[] numbers)
{
    private int taken;

    /// <summary>A number from 0 to one below <paramref name="below"/>.</summary>
    public int Below(int below) => taken < numbers.Length ? (int)(numbers[taken++] % (uint)below) : 0;

    public T Of<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
