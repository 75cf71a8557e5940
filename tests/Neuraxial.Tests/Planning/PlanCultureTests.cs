using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>HZ-10: a plan is the same to the byte whatever the machine's language.</summary>
public sealed class PlanCultureTests
{
    [Theory]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void A_plan_is_the_same_to_the_byte(string culture) =>
        Gen.OneOf(PlanCases.First, PlanCases.Changed)
            .Sample(
                stated =>
                {
                    var invariant = WrittenPlans.Json(WrittenPlans.Of(stated.Json));
                    Assert.Equal(invariant, Cultures.Under(culture, () => WrittenPlans.Json(WrittenPlans.Of(stated.Json))));
                },
                iter: 200
            );

    [Theory]
    [Trait("Hazard", "HZ-10")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void A_calculation_is_the_same_to_the_byte(string culture)
    {
        static string All() =>
            string.Join(
                '\n',
                CalculatorContractTests.Members.Select(row =>
                    $"{Calc.Answer(row.Data.Item1)} {string.Join(',', Calc.Run(row.Data.Item1).Content!.Values.Select(value => value.Shown))}"
                )
            );
        Assert.Equal(All(), Cultures.Under(culture, All));
    }
}
