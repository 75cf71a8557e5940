namespace Neuraxial.Tests;

/// <summary>How often a property is tried, and on how many threads.</summary>
/// <remarks>
/// A mutation run asks each of some seven thousand altered programs to the tests. There a hundredth of the cases has to do: in the configuration
/// <c>Mutation</c> the methods here stand before those of CsCheck, since they are in the tests' own namespace, and no property has to know of it. A mutant
/// that only the full number would find is counted as a survivor.
/// </remarks>
internal static class Sampled
{
#if MUTATION
    private const int Share = 100;

    public static int Times(int cases) => int.Max(cases / Share, int.Min(cases, 50));

    public static void Sample<T>(this CsCheck.Gen<T> values, Action<T> holds, int iter, Func<T, string>? print = null) =>
        CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T>(this CsCheck.Gen<T> values, Func<T, bool> holds, int iter, Func<T, string>? print = null) =>
        CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2>(this CsCheck.Gen<(T1, T2)> values, Action<T1, T2> holds, int iter, Func<(T1, T2), string>? print = null) =>
        CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2>(this CsCheck.Gen<(T1, T2)> values, Func<T1, T2, bool> holds, int iter, Func<(T1, T2), string>? print = null) =>
        CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2, T3>(
        this CsCheck.Gen<(T1, T2, T3)> values,
        Action<T1, T2, T3> holds,
        int iter,
        Func<(T1, T2, T3), string>? print = null
    ) => CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2, T3>(
        this CsCheck.Gen<(T1, T2, T3)> values,
        Func<T1, T2, T3, bool> holds,
        int iter,
        Func<(T1, T2, T3), string>? print = null
    ) => CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2, T3, T4>(
        this CsCheck.Gen<(T1, T2, T3, T4)> values,
        Action<T1, T2, T3, T4> holds,
        int iter,
        Func<(T1, T2, T3, T4), string>? print = null
    ) => CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2, T3, T4>(
        this CsCheck.Gen<(T1, T2, T3, T4)> values,
        Func<T1, T2, T3, T4, bool> holds,
        int iter,
        Func<(T1, T2, T3, T4), string>? print = null
    ) => CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2, T3, T4, T5>(
        this CsCheck.Gen<(T1, T2, T3, T4, T5)> values,
        Action<T1, T2, T3, T4, T5> holds,
        int iter,
        Func<(T1, T2, T3, T4, T5), string>? print = null
    ) => CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);

    public static void Sample<T1, T2, T3, T4, T5>(
        this CsCheck.Gen<(T1, T2, T3, T4, T5)> values,
        Func<T1, T2, T3, T4, T5, bool> holds,
        int iter,
        Func<(T1, T2, T3, T4, T5), string>? print = null
    ) => CsCheck.Check.Sample(values, holds, iter: Times(iter), threads: 1, print: print);
#else
    public static int Times(int cases) => cases;
#endif
}
