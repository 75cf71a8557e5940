using Xunit;

namespace Neuraxial.Tests;

/// <summary>
/// HZ-09, HZ-13: two implementations of the formulas D1 to D16 agree on a million random cases. One is the program, asked through its calculators, from
/// texts to JSON; the other is <see cref="Paper"/>, written from the reference in exact fractions.
/// </summary>
public sealed class FormulaAgreementTests
{
    private static readonly Family[] Families =
    [
        .. DoseFamilies.All,
        .. PathFamilies.All,
        .. ContainerFamilies.All,
        .. MixFamilies.All,
        .. ConversionFamilies.All,
    ];

    public static TheoryData<string> Names => [.. Families.Select(family => family.Name)];

    [Theory]
    [Trait("Hazard", "HZ-09")]
    [Trait("Hazard", "HZ-13")]
    [MemberData(nameof(Names))]
    public void Both_implementations_agree(string formula)
    {
        var family = Array.Find(Families, family => family.Name == formula)!;
        Assert.Equal(family.Cases, family.Run());
    }

#if !MUTATION
    [Fact]
    [Trait("Hazard", "HZ-09")]
    [Trait("Hazard", "HZ-13")]
    public void They_are_compared_on_a_million_cases() => Assert.InRange(Families.Sum(family => family.Cases), 1_000_000, int.MaxValue);
#endif

    [Fact]
    public void Every_calculator_is_compared_but_the_trial_which_is_a_volume_and_a_rate() =>
        Assert.Equal(
            string.Join(", ", Calculator.All.Select(calculator => calculator.Name).Where(name => name != "trial").Order(StringComparer.Ordinal)),
            string.Join(", ", Families.Select(family => family.Name).Order(StringComparer.Ordinal))
        );
}
