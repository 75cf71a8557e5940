using System.Globalization;
using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>
/// HZ-01: any one number of a running therapy ten or a thousand times too large or too small ends in a block or in a question, for every drug of the formulary.
/// None passes in silence.
/// </summary>
public sealed class SlipTests
{
    private static readonly decimal[] Factors = [10m, 0.1m, 1_000m, 0.001m];

    /// <summary>Drug; strength in ug/mL; flow in mL/d: an ordinary therapy with it, by the ranges of the formulary reference, parts 1.3 and 1.4.</summary>
    public static TheoryData<string, string, decimal, decimal> Therapies { get; } =
        new()
        {
            { "morphine", "implanted-cancer", 10_000m, 0.4m },
            { "diamorphine", "implanted-cancer", 10_000m, 0.45m },
            { "hydromorphone", "implanted-cancer", 2_000m, 0.4m },
            { "fentanyl", "implanted-cancer", 500m, 0.4m },
            { "sufentanil", "implanted-cancer", 100m, 0.4m },
            { "bupivacaine", "implanted-cancer", 20_000m, 0.4m },
            { "levobupivacaine", "epidural-postoperative", 1_250m, 200m },
            { "ropivacaine", "epidural-postoperative", 2_000m, 200m },
            { "clonidine", "implanted-cancer", 150m, 0.4m },
            { "baclofen", "spasticity", 500m, 0.4m },
            { "ziconotide", "implanted-noncancer", 25m, 0.276m },
            { "buprenorphine", "external-cancer", 15m, 4.8m },
            { "midazolam", "implanted-cancer", 2_000m, 0.4m },
            { "adrenaline", "epidural-postoperative", 2m, 200m },
        };

    [Fact]
    public void Every_drug_of_the_formulary_has_its_row() =>
        Assert.Equal(
            Formulary.BuiltIn.Drugs.Select(drug => drug.Id).Order(StringComparer.Ordinal),
            Therapies.Select(row => row.Data.Item1).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Therapies))]
    [Trait("Hazard", "HZ-01")]
    public void A_strength_or_flow_wrong_by_a_power_of_ten_is_never_passed(string drug, string profile, decimal strength, decimal flow)
    {
        foreach (var factor in Factors)
        {
            AssertAsked(Plan(drug, profile, strength, flow, strength * factor, flow, 1m), $"{drug}, strength times {factor}");
            AssertAsked(Plan(drug, profile, strength, flow, strength, flow * factor, 1m), $"{drug}, flow times {factor}");
        }
    }

    [Theory]
    [MemberData(nameof(Therapies))]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-04")]
    public void A_fill_wrong_by_a_power_of_ten_is_never_passed_where_its_duration_was_ordered(
        string drug,
        string profile,
        decimal strength,
        decimal flow
    )
    {
        foreach (var factor in Factors)
        {
            AssertAsked(Plan(drug, profile, strength, flow, strength, flow, factor), $"{drug}, fill times {factor}");
        }
    }

    [Theory]
    [MemberData(nameof(Therapies))]
    [Trait("Hazard", "HZ-03")]
    public void A_dose_taken_for_a_rate_is_never_passed(string drug, string profile, decimal strength, decimal flow)
    {
        // The number of milligrams a day, or of micrograms, entered as millilitres a day
        var dose = strength * flow;
        foreach (var number in new[] { dose, dose / 1_000m })
        {
            var ratio = number / flow;
            if (ratio is >= 2m or <= 0.5m)
            {
                AssertAsked(Plan(drug, profile, strength, flow, strength, number, 1m), $"{drug}, {number} mL/d for {dose} ug/d");
            }
        }
    }

    /// <summary>The therapy as it ran, with one number changed; the question must be about that number and not have been there before.</summary>
    private static (Plan Before, Plan After)? Plan(
        string drug,
        string profile,
        decimal strength,
        decimal flow,
        decimal newStrength,
        decimal newFlow,
        decimal fill
    )
    {
        (string, string?)[] changes =
        [
            .. Checked.Therapy(profile, drug, "1 ug/d"),
            ("infusate", Checked.Mixture(drug, Text(strength, "ug/mL"))),
            ("program", $$"""{ "mode": "continuous", "rate": "{{Text(flow, "mL/d")}}" }"""),
            ("previous.infusate", Checked.Mixture(drug, Text(strength, "ug/mL"))),
            ("previous.program", $$"""{ "mode": "continuous", "rate": "{{Text(flow, "mL/d")}}" }"""),
            ("fill.volume", Text(flow * 40m < 40m ? flow * 40m : 40m, "mL")),
            ("fill.lasts", Text(flow * 40m < 40m ? 40m : 40m / flow, "d")),
        ];
        var before = Plans.Of(changes);
        var json = Plans.Changed(
            Plans.Plain,
            [
                .. changes,
                ("infusate", Checked.Mixture(drug, Text(newStrength, "ug/mL"))),
                ("program", $$"""{ "mode": "continuous", "rate": "{{Text(newFlow, "mL/d")}}" }"""),
                ("fill.volume", Text((flow * 40m < 40m ? flow * 40m : 40m) * fill, "mL")),
            ]
        );
        var reading = TherapyFile.Read(System.Text.Encoding.UTF8.GetBytes(json), Formulary.BuiltIn);

        // A file that is refused is not passed either.
        return reading.Content is { } therapy ? (before, Planner.Plan(therapy, Formulary.BuiltIn)) : null;
    }

    private static void AssertAsked((Plan Before, Plan After)? plans, string what)
    {
        if (plans is not var (before, after))
        {
            return;
        }

        bool IsAsked(Finding finding) =>
            finding.Severity is Severity.Block or Severity.Confirm
            && !before.Findings.Any(known => known.Kind == finding.Kind && known.Severity == finding.Severity && known.Path == finding.Path);
        Assert.True(after.Findings.Any(IsAsked), $"{what} passed in silence");
    }

    private static string Text(decimal number, string unit) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture) + " " + unit;
}
