using Neuraxial.Tests;

namespace Neuraxial.Papers.Tests;

/// <summary>All numbers that a printed one may stand for, or that come of such numbers: what an honest check of rounded figures works with.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
internal readonly record struct Interval(Rational Low, Rational High)
{
    public static Interval Of(Rational number) => new(number, number);

    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    public static Interval operator -(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    public static Interval operator *(Interval left, Interval right) =>
        Of([left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High]);

    public static Interval operator /(Interval left, Interval right) => left * new Interval(Rational.One / right.High, Rational.One / right.Low);

    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    private static Interval Of(Rational[] numbers) => new(numbers.Min(), numbers.Max());
}
