using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The verification as it is printed: every problem is there and held, and a wrong value is not passed over.</summary>
public sealed class VerificationTests
{
    private static readonly IReadOnlyList<VerificationProblem> Problems = Verification.Run();

    [Fact]
    public void Every_problem_of_the_reference_is_there_in_its_order() =>
        Assert.Equal(
            ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11"],
            Problems.Select(problem => problem.Id).Distinct(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    [Fact]
    public void All_of_them_are_held() =>
        Assert.All(
            Problems,
            problem => Assert.True(problem.IsHeld, $"{problem.Id} {problem.Title}: {problem.Order}, {string.Join("; ", problem.Rows)}")
        );

    [Theory]
    [InlineData(0.0009, true)]
    [InlineData(0.0011, false)]
    [InlineData(double.NaN, false)]
    public void An_error_outside_of_its_bound_is_not_held(double error, bool held) =>
        Assert.Equal(held, new VerificationRow("c", 1.0000m, 1.00004, 1.0009, error, 1e-3).IsHeld);

    [Fact]
    public void A_closed_form_that_is_not_what_is_printed_is_not_held() =>
        Assert.False(new VerificationRow("c", 1.0000m, 1.00011, 1.00011, 0, 1e-3).IsHeld);

    [Fact]
    public void A_scheme_of_first_order_is_not_held() =>
        Assert.False(new VerificationProblem("V1", "t", "g", [new("c", 1m, 1, 1, 0, 1e-3)], 1.0).IsHeld);

    /// <summary>V8: printed to six digits.</summary>
    [Theory]
    [InlineData(10, 0.832977)]
    [InlineData(60, 0.611189)]
    [InlineData(300, 0.438753)]
    public void V8_two_regions_that_exchange(double minutes, double printed) => Assert.Equal(printed, ExchangeProblems.Find(minutes), 5e-7);

    /// <summary>V8 along a line: 2D / (1 + K) = 0.04 / 1.5 cm²/s.</summary>
    [Fact]
    public void V8_tissue_slows_the_spread_of_what_it_holds() => Assert.Equal(0.04 / 1.5, ExchangeProblems.FindLateVariance(), 1e-7);

    /// <summary>Abramowitz and Stegun, table 7.1 and 7.3, and the asymptotic e^(-x²) / (x sqrt(pi)) (1 - 1/2x² + 3/4x⁴ - 15/8x⁶ + 105/16x⁸) at 20.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.4795001221869535)]
    [InlineData(1, 0.15729920705028513)]
    [InlineData(2, 0.004677734981047266)]
    [InlineData(2.5, 0.0004069520174449589)]
    [InlineData(3, 2.209049699858544e-5)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.088487583762545e-45)]
    [InlineData(20, 5.395865611607901e-176)]
    [InlineData(-1, 1.8427007929497148)]
    public void The_complement_of_the_error_function(double x, double expected) => Assert.Equal(1, ErrorFunction.Complement(x) / expected, 1e-12);

    /// <summary>Three compartments in which the third is next to absent are two, and two in which the second is are one.</summary>
    [Fact]
    public void The_closed_forms_of_plasma_agree_where_one_contains_the_other()
    {
        var (one, two, three) = (Polyexponential.Of(0.7), Polyexponential.Of(0.7, 1.3, 0.4), Polyexponential.Of(0.7, 1.3, 0.4, 1e-12, 3));
        Assert.Equal(Math.Exp(-1.4), one.Bolus(2), 1e-15);
        Assert.Equal(two.Bolus(2), three.Bolus(2), 1e-10);
        Assert.Equal(two.Infusion(5, 3), three.Infusion(5, 3), 1e-10);
        Assert.Equal(one.Bolus(2), Polyexponential.Of(0.7, 1e-13, 3).Bolus(2), 1e-10);
    }
}
