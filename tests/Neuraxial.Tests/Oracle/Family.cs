using CsCheck;

namespace Neuraxial.Tests;

/// <summary>So many random cases of one formula, in which both implementations must agree.</summary>
internal sealed class Family
{
    private readonly Func<Action, Action> sample;

    private Family(string name, int cases, Func<Action, Action> sample)
    {
        Name = name;
        Cases = Sampled.Times(cases);
        this.sample = sample;
    }

    public string Name { get; }

    public int Cases { get; }

    /// <summary>A family that compares both implementations for each value of a generator.</summary>
    public static Family Of<T>(string name, int cases, Gen<T> values, Action<T> compare) =>
        new(
            name,
            cases,
            counted =>
                () =>
                    values.Sample(
                        value =>
                        {
                            compare(value);
                            counted();
                        },
                        iter: cases
                    )
        );

    /// <summary>Compares, and counts what was compared.</summary>
    public int Run()
    {
        var count = 0;
        sample(() => Interlocked.Increment(ref count))();
        return count;
    }

    public override string ToString() => Name;
}
