using Xunit;

namespace Neuraxial.Tests.Recipes;

/// <summary>Every kind of finding of a recipe, brought about by the least that does.</summary>
public sealed class RecipeFindingTests
{
    private const string Six =
        """[{ "stock": "20 mg/mL" }, { "stock": "25 mg/mL" }, { "stock": "30 mg/mL" }, { "stock": "35 mg/mL" }, { "stock": "40 mg/mL" }]""";

    /// <summary>Code; severity; place; the changes to the plain recipe.</summary>
    private static readonly (string Code, Severity Severity, string Path, (string, string?)[] Changes)[] Provocations =
    [
        ("recipe-infeasible", Severity.Block, "$", [("wanted.0.dose", "200 mg/d")]),
        ("recipe-interval-open", Severity.Warn, "$.interval", [("interval", null)]),
        ("recipe-rate-step-unknown", Severity.Unknown, "$.rateStep", [("rateStep", null)]),
        (
            "recipe-residual-drug",
            Severity.Confirm,
            "$.residual",
            [("residual", """{ "volume": "1 mL", "drugs": [{ "drug": "morphine", "concentration": "10 mg/mL" }] }""")]
        ),
        ("recipe-stock-unknown", Severity.Unknown, "$.wanted[0].stock", [("wanted", """[{ "drug": "bupivacaine", "dose": "10 mg/d" }]""")]),
        (
            "recipe-stock-unsuitable",
            Severity.Warn,
            "$.wanted[0]",
            [
                (
                    "wanted",
                    """[{ "drug": "morphine", "dose": "2 mg/d", "from": [{ "stock": "30 mg/mL" }, { "preparation": "morphine-martindale-10mg-ml-uk" }] }]"""
                ),
            ]
        ),
        (
            // Five stocks of one drug beside five of another are 25 choices; 24 are tried
            "recipe-stocks-left-out",
            Severity.Warn,
            "$.wanted",
            [
                (
                    "wanted",
                    $$"""[{ "drug": "bupivacaine", "dose": "10 mg/d", "from": {{Six}} }, { "drug": "morphine", "dose": "2 mg/d", "from": {{Six}} }]"""
                ),
            ]
        ),
    ];

    public static TheoryData<int, string> Rows { get; } = [.. Provocations.Select((row, i) => (i, $"{row.Code}, {row.Severity}"))];

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Hazard", "HZ-12")]
    public void A_finding_comes_about_with_its_severity_and_place(int row, string what)
    {
        var (code, severity, path, changes) = Provocations[row];
        var solution = Solved.With(changes);
        Assert.True(
            solution.Findings.Any(finding =>
                finding.Kind.Code == code && finding.Severity == severity && finding.Path.StartsWith(path, StringComparison.Ordinal)
            ),
            what + ": " + string.Join("; ", solution.Findings.Select(finding => $"{finding.SeverityWord} {finding.Kind.Code} {finding.Path}"))
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void A_volume_that_is_rounded_up_to_what_one_dilution_less_could_make_keeps_its_dilutions()
    {
        // Clonidine 24 mg/mL, drawn in steps of 0.4 mL: 0.19 mL of a tenfold dilution is too little to draw, so that it is diluted twice; 1.9 mL of
        // that becomes 2 mL, which is 0.2 mL of one dilution. Left out, the dilutions make the mixture a hundredfold.
        var solution = Solved.With(
            ("pump", """{ "model": "synchromed-1991-18" }"""),
            ("wanted", """[{ "drug": "clonidine", "dose": "29 ug/d", "stock": "24 mg/mL" }]"""),
            ("rateStep", "0.01 mL/d"),
            ("measure", "0.4 mL"),
            ("interval", "6 d"),
            ("residual", """{ "volume": "0.7 mL", "drugs": [{ "drug": "baclofen", "concentration": "17564 ug/mL" }] }""")
        );
        Assert.NotEmpty(solution.Answers);
        foreach (var part in solution.Answers.Select(answer => Assert.Single(answer.Worksheet!.Parts)))
        {
            var strength = part.Steps.Count == 0 ? part.Stock.Primary.Strength : part.Steps[^1].Gives;
            Assert.Equal(part.Masses[0].Mass, strength * part.Volume);
        }
    }

    [Fact]
    public void Every_kind_of_a_recipe_is_provoked_here() =>
        Assert.Equal(
            FindingKind.All.Select(kind => kind.Code).Where(code => code.StartsWith("recipe-", StringComparison.Ordinal)),
            Provocations.Select(row => row.Code).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
}
