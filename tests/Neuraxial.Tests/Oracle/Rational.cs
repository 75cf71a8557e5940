using System.Globalization;
using System.Numerics;

namespace Neuraxial.Tests;

/// <summary>
/// An exact fraction of whole numbers of any size: the arithmetic of the second implementation, which shares nothing with <see cref="decimal"/>.
/// <c>default</c> is zero.
/// </summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger numerator;
    private readonly BigInteger lessOne;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        this.numerator = numerator / common;
        lessOne = (denominator / common) - 1;
    }

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    private BigInteger Denominator => lessOne + 1;

    public int Sign => numerator.Sign;

    public bool IsWhole => lessOne.IsZero;

    /// <summary>The number that plain digits with or without a point write.</summary>
    public static Rational Parse(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new Rational(whole, point < 0 ? BigInteger.One : BigInteger.Pow(10, digits.Length - point - 1));
    }

    /// <summary>Exactly the number that a decimal holds, by its bits.</summary>
    public static Rational From(decimal number)
    {
        var bits = decimal.GetBits(number);
        var mantissa = unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
        var scale = (bits[3] >> 16) & 0xFF;
        return new Rational(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, scale));
    }

    public static implicit operator Rational(long number) => new(number, 1);

    public static Rational operator +(Rational left, Rational right) =>
        new((left.numerator * right.Denominator) + (right.numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) => new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) => new(left.numerator * right.Denominator, left.Denominator * right.numerator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static Rational Min(Rational left, Rational right) => left < right ? left : right;

    public static Rational Max(Rational left, Rational right) => left > right ? left : right;

    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The largest whole number that is not above it.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number that is not below it.</summary>
    public BigInteger Ceiling() => IsWhole ? numerator : Floor() + 1;

    public int CompareTo(Rational other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public bool Equals(Rational other) => numerator == other.numerator && lessOne == other.lessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, lessOne);

    /// <summary>Whole, or the fraction with what it is, cut to thirty decimals.</summary>
    public override string ToString()
    {
        if (IsWhole)
        {
            return numerator.ToString(CultureInfo.InvariantCulture);
        }

        const int Decimals = 30;
        var digits = (BigInteger.Abs(numerator) * BigInteger.Pow(10, Decimals) / Denominator)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(Decimals + 1, '0');
        return $"{(Sign < 0 ? "-" : "")}{digits[..^Decimals]}.{digits[^Decimals..].TrimEnd('0')}";
    }
}
