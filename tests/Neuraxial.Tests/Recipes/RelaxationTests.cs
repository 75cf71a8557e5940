using System.Text;
using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>Why there is no answer, in numbers, and what would be enough: each relaxation is put into the file and solved again.</summary>
public sealed class RelaxationTests
{
    private const string TooMuch = "40 mg/d";

    /// <summary>40 mg/d at 40 mg/mL are 1 mL/d; 38 mL last 38 d; 50 d would allow 0.76 mL/d, 30.4 mg/d, or need 52.63 mg/mL.</summary>
    [Fact]
    public void An_interval_against_a_limit_is_named_with_its_numbers()
    {
        var solution = Solved.With(("wanted", $$"""[{ "drug": "bupivacaine", "dose": "{{TooMuch}}" }]"""));
        var constraint = Assert.Single(solution.Infeasible!.Constraints);
        Assert.Equal(("limit", "bupivacaine", "40 mg/mL", "R7"), (constraint.Code, constraint.Drug, constraint.Limit, constraint.Rule));
        Assert.Equal(
            "bupivacaine 40 mg per day at the limit of 40 mg per mL (R7) needs at least 1 mL per day; 40 mL then last 38 days down to 2 mL, 50 days wanted.",
            constraint.Message.Replace('\u00a0', ' ')
        );
        Assert.Contains("recalled", constraint.Source, StringComparison.Ordinal);
        Assert.Equal(
            ["$.interval 28 d", "$.interval 38 d", "$.wanted[0].dose 30.4 mg/d", " 52.7 mg/mL"],
            solution.Infeasible.Relax.Select(relaxation => $"{string.Join(' ', relaxation.Paths)} {relaxation.To}"),
            StringComparer.Ordinal
        );
    }

    /// <summary>5 mg/mL is what the formulary's UK products of bupivacaine have: 40 mg/d take 8 mL/d, and 38 mL last 4.75 d.</summary>
    [Fact]
    public void A_stock_that_is_too_weak_is_answered_with_the_strength_that_would_do()
    {
        var solution = Solved.With(("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d", "preparation": "bupivacaine-accord-5mg-ml-uk" }]"""));
        Assert.Equal("stock", solution.Constraints());
        var relaxation = Assert.Single(solution.Infeasible!.Relax, relaxation => relaxation.Paths is ["$.wanted[0].stock"]);
        // 10 mg/d at 0.76 mL/d is 13.157… mg/mL, three digits up.
        Assert.Equal("13.2 mg/mL", relaxation.To);
        Assert.Contains("The formulary holds no preparation of that strength", relaxation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_of_the_formulary_that_is_strong_enough_is_named()
    {
        var solution = Solved.With(
            ("jurisdiction", "us"),
            ("wanted", """[{ "drug": "morphine", "dose": "10 mg/d", "preparation": "morphine-mitigo-10mg-ml-us" }]""")
        );
        var relaxation = Assert.Single(solution.Infeasible!.Relax, relaxation => relaxation.Paths is ["$.wanted[0].stock"]);
        Assert.Contains("morphine-mitigo-25mg-ml-us", relaxation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-uk", relaxation.Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever conflicts: each change that names a member of the file, put into it, makes it solvable.</summary>
    [Theory]
    [InlineData("wanted.0.dose", "31 mg/d")]
    [InlineData("wanted.0.stock", "13.1 mg/mL")]
    [InlineData("fill", "14.4 mL")]
    [InlineData("rate", "0.761 mL/d")]
    [InlineData("rate", "0.2 mL/d")]
    [InlineData("interval", "100 d")]
    [InlineData("residual", """{ "volume": "8 mL", "drugs": [{ "drug": "bupivacaine", "concentration": "300 mg/mL" }] }""")]
    [InlineData("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d", "stock": "40 mg/mL", "size": "10 mL", "atHand": 1 }]""")]
    [InlineData("wanted", """[{ "drug": "bupivacaine", "dose": "2 mg/d", "stock": "40 mg/mL", "concentration": "50 mg/mL" }]""")]
    [InlineData(
        "wanted",
        """[{ "drug": "morphine", "dose": "9 mg/d", "stock": "20 mg/mL" }, { "drug": "bupivacaine", "dose": "18 mg/d", "stock": "30 mg/mL" }]"""
    )]
    public void Each_relaxation_is_enough_by_itself(string path, string value)
    {
        var json = Plans.Changed(Solved.Plain, (path, value));
        var infeasible = Solved.Of(Encoding.UTF8.GetBytes(json)).Infeasible;
        Assert.NotNull(infeasible);
        Assert.NotEmpty(infeasible.Constraints);
        Assert.NotEmpty(infeasible.Relax);
        foreach (var relaxation in infeasible.Relax.Where(relaxation => relaxation.Paths.Count == 1))
        {
            var member = relaxation.Paths[0][2..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            var to = member.EndsWith("atHand", StringComparison.Ordinal) ? null : relaxation.To;
            var relaxed = Solved.Of(Encoding.UTF8.GetBytes(Plans.Changed(json, (member, to))));
            Assert.True(relaxed.IsFeasible, $"{member} = {relaxation.To}");
        }
    }

    /// <summary>Morphine 30 mg/d is above 25 mg/d, which nobody may pass (R3): no mixture changes that, a lower dose does.</summary>
    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void A_dose_above_its_hard_limit_has_no_recipe()
    {
        var solution = Solved.With(("wanted", """[{ "drug": "morphine", "dose": "30 mg/d", "stock": "50 mg/mL" }]"""), ("interval", "20 d"));
        Assert.False(solution.IsFeasible);
        Assert.Contains(solution.Infeasible!.Constraints, constraint => constraint.Rule == "R3-implanted-cancer-ceiling");
        var relaxation = Assert.Single(solution.Infeasible.Relax, relaxation => relaxation.Paths is ["$.wanted[0].dose"]);
        Assert.Equal("25 mg/d", relaxation.To);
    }

    /// <summary>With metabisulfite: never by the spine, whatever the numbers.</summary>
    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void A_product_that_is_not_for_the_spine_has_no_recipe()
    {
        var solution = Solved.With(("wanted", """[{ "drug": "morphine", "dose": "2 mg/d", "preparation": "morphine-martindale-10mg-ml-uk" }]"""));
        Assert.False(solution.IsFeasible);
        Assert.Contains(solution.Infeasible!.Constraints, constraint => constraint.Message.Contains("metabisulfite", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void Of_several_products_the_one_that_is_not_for_the_spine_is_left_out_and_named()
    {
        var solution = Solved.With(
            (
                "wanted",
                """[{ "drug": "morphine", "dose": "2 mg/d", "from": [{ "preparation": "morphine-martindale-30mg-ml-uk" }, { "preparation": "morphine-hameln-10mg-ml-uk" }] }]"""
            )
        );
        Assert.All(solution.Answers, answer => Assert.Equal("morphine-hameln-10mg-ml-uk", answer.Worksheet!.Parts[0].Stock.Preparation));
        Assert.Contains(
            "morphine-martindale-30mg-ml-uk",
            Assert.Single(solution.Findings, finding => finding.Kind == FindingKinds.RecipeStockUnsuitable).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-05")]
    public void A_device_that_is_set_in_millimetres_has_no_recipe()
    {
        var solution = Solved.With(("pump.model", "graseby-ms26"), ("rateStep", null), ("interval", null), ("wanted.0.dose", "5 mg/d"));
        Assert.False(solution.IsFeasible);
        Assert.Contains(solution.Infeasible!.Constraints, constraint => constraint.Code == "pump-set-in-millimetres");
    }
}
