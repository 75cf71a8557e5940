using System.Numerics;
using System.Reflection;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>What every quantity has in common, found by reflection, so that a new one cannot be left out.</summary>
public sealed class QuantityFamilyTests
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.Static;

    private static readonly Type[] Family =
    [
        .. typeof(Volume)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsValueType
                && Array.Exists(type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IQuantity<>))
            ),
    ];

    private static readonly Gen<decimal> Amounts = Gen.Select(
        Gen.Int[1, 999_999_999],
        Gen.Int[0, 12],
        (digits, scale) => new decimal(digits, 0, 0, false, (byte)scale)
    );

    public static TheoryData<string> Names => [.. Family.Select(type => type.Name)];

    [Fact]
    public void The_family_is_complete() =>
        Assert.Equal(
            "BodyDoseRate, Concentration, DoseRate, FlowRate, Length, LengthPerVolume, Mass, TravelRate, Volume, VolumePerLength",
            string.Join(", ", Family.Select(type => type.Name).Order(StringComparer.Ordinal))
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Zero_is_the_default_value(string name) => Call(nameof(ZeroIsDefault), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_usual_operators_mean_what_they_mean_for_numbers(string name) => Call(nameof(OperatorsAreThoseOfNumbers), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_negative_amount_is_refused(string name)
    {
        var type = Find(name);
        foreach (var factory in type.GetMethods(Statics).Where(method => method.Name.StartsWith("From", StringComparison.Ordinal)))
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => factory.Invoke(null, [-0.000_001m]));
            Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException);
            Assert.Equal(Activator.CreateInstance(type), factory.Invoke(null, [-0.0m]));
        }

        Call(nameof(NothingLessThanNothing), name);
    }

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [MemberData(nameof(Names))]
    public void What_goes_in_in_a_unit_comes_out_in_that_unit(string name)
    {
        var type = Find(name);
        var factories = type.GetMethods(Statics).Where(method => method.Name.StartsWith("From", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(factories);
        foreach (var factory in factories)
        {
            var getter = type.GetMethod("In" + factory.Name["From".Length..]);
            Assert.True(getter is not null, $"{factory.Name} has no getter beside it");
            Assert.Equal(7.125m, getter.Invoke(factory.Invoke(null, [7.125m]), null));
        }
    }

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [MemberData(nameof(Names))]
    public void No_bare_value_gets_in_or_out_without_its_unit(string name)
    {
        var type = Find(name);
        Assert.DoesNotContain(type.GetConstructors(), constructor => constructor.GetParameters().Length > 0);
        Assert.DoesNotContain(type.GetProperties(), property => property.PropertyType == typeof(decimal) && property.GetMethod!.IsPublic);
        Assert.DoesNotContain(type.GetFields(), field => field.IsPublic);
        Assert.DoesNotContain(type.GetMethods(Statics), method => method.Name is "op_Implicit" or "op_Explicit");
        Assert.DoesNotContain(
            type.GetMethods(),
            method => method.ReturnType == typeof(double) || method.GetParameters().Any(parameter => parameter.ParameterType == typeof(double))
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_of_a_quantity_reads_back_as_the_quantity(string name) => Call(nameof(TextReadsBack), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_unit_that_a_message_offers_can_be_read(string name) => Call(nameof(ExamplesCanBeRead), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_can_be_meant_lies_between_a_millionth_of_its_unit_and_its_largest(string name) => Call(nameof(BoundsCanBeMeant), name);

    private static void ZeroIsDefault<T>()
        where T : struct, IQuantity<T>
    {
        Assert.Equal(default, T.Zero);
        Assert.Equal(0m, default(T).Stored);
        Assert.Equal(T.Zero, QuantityText.Parse<T>(default(T).ToString()!).Value);
        Assert.StartsWith("0 ", default(T).ToString(), StringComparison.Ordinal);
    }

    private static void OperatorsAreThoseOfNumbers<T>()
        where T : struct,
            IQuantity<T>,
            IAdditionOperators<T, T, T>,
            ISubtractionOperators<T, T, T>,
            IMultiplyOperators<T, decimal, T>,
            IDivisionOperators<T, decimal, T>,
            IDivisionOperators<T, T, decimal>,
            IComparisonOperators<T, T, bool> =>
        Gen.Select(Amounts, Amounts)
            .Sample(
                (a, b) =>
                {
                    var (less, more) = (T.FromStored(decimal.Min(a, b)), T.FromStored(decimal.Max(a, b)));
                    Assert.Equal(T.FromStored(a + b), less + more);
                    Assert.Equal(T.FromStored(decimal.Abs(a - b)), more - less);
                    Assert.Equal(T.FromStored(a * b), T.FromStored(a) * b);
                    Assert.Equal(T.FromStored(a / b), T.FromStored(a) / b);
                    Assert.Equal(a / b, T.FromStored(a) / T.FromStored(b));
                    Assert.Equal(
                        (a < b, a <= b, a > b, a >= b),
                        (
                            T.FromStored(a) < T.FromStored(b),
                            T.FromStored(a) <= T.FromStored(b),
                            T.FromStored(a) > T.FromStored(b),
                            T.FromStored(a) >= T.FromStored(b)
                        )
                    );
                    Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(T.FromStored(a).CompareTo(T.FromStored(b))));

                    // 1.0 and 1.00 are one amount: equal, with one hash and one text; taken from each other nothing is left.
                    var (one, other) = (T.FromStored(a), T.FromStored(a * 1.000m));
                    Assert.Equal(one, other);
                    Assert.Equal(one.GetHashCode(), other.GetHashCode());
                    Assert.Equal(one.ToString(), other.ToString());
                    Assert.True(one <= other && one >= other);
                    Assert.False(one < other || one > other);
                    Assert.Equal(T.Zero, one - other);
                    Assert.Equal(T.Zero, other - one);
                    Assert.Equal(T.Zero.ToString(), (other - one).ToString());
                },
                iter: 1_000
            );

    private static void NothingLessThanNothing<T>()
        where T : struct,
            IQuantity<T>,
            ISubtractionOperators<T, T, T>,
            IMultiplyOperators<T, decimal, T>,
            IDivisionOperators<T, decimal, T>,
            IDivisionOperators<T, T, decimal>
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => T.FromStored(1m) - T.FromStored(1.000_000_1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => T.FromStored(1m) * -1m);
        Assert.Throws<ArgumentOutOfRangeException>(() => T.FromStored(1m) / -1m);
        Assert.Throws<DivideByZeroException>(() => T.FromStored(1m) / 0m);
        Assert.Throws<DivideByZeroException>(() => T.FromStored(1m) / T.Zero);
    }

    private static void TextReadsBack<T>()
        where T : struct, IQuantity<T>, IDivisionOperators<T, decimal, T> =>
        Gen.Select(Amounts.Where(amount => amount is >= 0.1m and < 100_000m), Gen.Int[1, 9_999])
            .Sample(
                (amount, divisor) =>
                {
                    var text = T.FromStored(amount).ToString()!;
                    Agreement.Holds(Rational.From(amount), QuantityText.Parse<T>(text).Value.Stored, text);

                    // A quotient without end has as many digits as a decimal holds, and those are read too.
                    var quotient = T.FromStored(amount) / divisor;
                    Agreement.Holds(Rational.From(quotient.Stored), QuantityText.Parse<T>(quotient.ToString()!).Value.Stored, quotient.ToString()!);
                    Assert.Equal(quotient.ToString(), QuantityText.Parse<T>(quotient.ToString()!).Value.ToString());
                },
                iter: 2_000
            );

    private static void BoundsCanBeMeant<T>()
        where T : struct, IQuantity<T>
    {
        var largest = T.Dimension.LargestStored;
        Assert.All(new[] { 0m, 0.000_001m, 1m, largest }, stored => Assert.True(QuantityText.CanBeMeant(T.FromStored(stored))));
        Assert.All(new[] { 0.000_000_9m, largest + 0.1m }, stored => Assert.False(QuantityText.CanBeMeant(T.FromStored(stored))));
    }

    private static void ExamplesCanBeRead<T>()
        where T : struct, IQuantity<T>
    {
        foreach (var unit in T.Dimension.Examples.Split(", "))
        {
            Assert.True(QuantityText.Parse<T>($"1.5 {unit}").Succeeded, unit);
        }
    }

    private static Type Find(string name) => Array.Find(Family, type => type.Name == name)!;

    private static void Call(string check, string name)
    {
        var method = typeof(QuantityFamilyTests).GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(Find(name));
        method.CreateDelegate<Action>()();
    }
}
