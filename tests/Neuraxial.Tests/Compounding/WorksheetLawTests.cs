using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>HZ-12, HZ-13: what holds of every worksheet, over random therapies, in exact fractions.</summary>
public sealed class WorksheetLawTests
{
    private const int Cases = 2_000;
    private static readonly Rational Microlitre = new(1, 1_000);
    private static readonly Gen<PlanCase> Therapies = Gen.OneOf(PlanCases.First, PlanCases.Changed);

    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void Volumes_add_up_to_the_total_and_masses_are_concentration_times_total() =>
        Worksheets(
            (plan, sheet) =>
            {
                var sum = sheet.Parts.Aggregate(Exact(sheet.Diluent.Volume), (all, part) => all + Exact(part.Volume));
                Assert.True(Rational.Abs(sum - Exact(sheet.Total)) <= Microlitre, $"{sum} mL are not {sheet.Total}");
                foreach (var wanted in plan.Therapy.Infusate.Drugs)
                {
                    var brought = sheet
                        .Parts.SelectMany(part => part.Masses)
                        .Where(mass => mass.Drug.Id == wanted.Drug.Id)
                        .Aggregate(Rational.Zero, (all, mass) => all + Exact(mass.Mass));
                    Assert.Equal(Rational.From(wanted.Concentration.InMicrogramsPerMillilitre()) * Exact(sheet.Total), brought);
                }
            }
        );

    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void Each_part_holds_its_mass_and_every_container_is_whole() =>
        Worksheets(
            (_, sheet) =>
            {
                foreach (var part in sheet.Parts)
                {
                    var strength = part.Steps.Count == 0 ? part.Stock.Primary.Strength : part.Steps[^1].Gives;
                    Agreement.Holds(Exact(part.Masses[0].Mass), Exact(part.Volume) * Rational.From(strength.InMicrogramsPerMillilitre()), "mass");
                    Assert.True(part.Volume >= Sheets.Terms.SmallestDrawn, $"{part.Volume} cannot be drawn up");
                    Assert.True(part.Drawn >= Sheets.Terms.SmallestDrawn, $"{part.Drawn} cannot be drawn up");
                    if (part.Opened is { } opened)
                    {
                        Assert.True(opened >= part.Drawn, "not enough is opened");
                        Assert.All(part.Open!, open => Assert.Contains(open.Size, part.Stock.Sizes));
                        // One container less would not do: not even without the smallest that was opened.
                        Assert.True(opened - part.Open!.Min(open => open.Size) < part.Drawn, "too much is opened");
                    }
                }
            }
        );

    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void What_is_left_is_what_was_opened_less_what_was_drawn_and_the_register_balances() =>
        Worksheets(
            (_, sheet) =>
            {
                foreach (var part in sheet.Parts.Where(part => part.Opened is not null))
                {
                    var waste = sheet.Waste.Where(left => left.Stock == part.Stock).ToList();
                    var inContainers = waste.Where(left => left.Step is null).Aggregate(Rational.Zero, (all, left) => all + Exact(left.Volume));
                    Agreement.Holds(Exact(part.Opened!.Value) - Exact(part.Drawn), inContainers, "left in the containers");
                    var mass = waste.Aggregate(Rational.Zero, (all, left) => all + Exact(left.Masses[0].Mass));
                    var opened = Exact(part.Opened.Value) * Rational.From(part.Stock.Primary.Strength.InMicrogramsPerMillilitre());
                    Agreement.Holds(opened, Exact(part.Masses[0].Mass) + mass, "opened is used and wasted");
                }

                foreach (var line in sheet.Register.Where(line => line.Opened is not null))
                {
                    Assert.Equal(Exact(line.Opened!.Value), Exact(line.Used) + Exact(line.Wasted!.Value));
                }
            }
        );

    [Fact]
    public void Twice_the_fill_holds_twice_the_drug_and_never_opens_less() =>
        Therapies.Sample(
            stated =>
            {
                var larger = stated with { Fill = stated.Fill.Times(2) };
                // Named by strength alone, so that both are drawn from the same stock.
                var (one, two) = (MadeFrom(stated, larger), MadeFrom(larger, larger));
                if (one is null || two is null)
                {
                    Assert.Equal(one is null, two is null);
                    return;
                }

                foreach (var (part, twice) in one.Parts.Zip(two.Parts))
                {
                    Assert.Equal(Exact(part.Masses[0].Mass) * 2, Exact(twice.Masses[0].Mass));
                    Agreement.Holds(Exact(part.Volume) * 2, Exact(twice.Volume), "volume");
                }

                Assert.True(Rational.Abs((Exact(one.Diluent.Volume) * 2) - Exact(two.Diluent.Volume)) < Microlitre);
            },
            iter: Cases
        );

    /// <summary>If nothing can be made, then not by the strongest stocks either: their volumes in fractions are more than the total.</summary>
    [Fact]
    public void Nothing_is_refused_for_its_volume_that_would_fit() =>
        Therapies.Sample(
            stated =>
            {
                var plan = WrittenPlans.Of(stated.Json);
                if (plan.Compounding.Cannot is not { Obstacles: [{ Constraint: MakingConstraint.Volume } obstacle] })
                {
                    return;
                }

                var least = Rational.Zero;
                foreach (var wanted in StockSelection.Of(plan.Therapy.Infusate, plan.Therapy.Route, null, plan.Formulary))
                {
                    var strongest = wanted.OwnStocks.Max(stock => stock.Primary.Strength);
                    least +=
                        Rational.From((wanted.Concentration * plan.Compounding.Total).InMicrograms())
                        / Rational.From(strongest.InMicrogramsPerMillilitre());
                }

                // A strong stock of which little is drawn is diluted first and then takes more: up to 2 mL each.
                Assert.True(
                    least + (2 * plan.Therapy.Infusate.Drugs.Count) > Exact(plan.Compounding.Total),
                    $"{least} mL fit into {plan.Compounding.Total}"
                );
                Assert.True(obstacle.Needed > plan.Compounding.Total);
            },
            iter: Cases
        );

    [Fact]
    public void The_same_therapy_has_the_same_worksheet() => Therapies.Sample(stated => Assert.Equal(Json(stated), Json(stated)), iter: 200);

    private static string Json(PlanCase stated) => WrittenPlans.Document(WrittenPlans.Of(stated.Json)).GetProperty("compounding").GetRawText();

    private static Worksheet? MadeFrom(PlanCase stated, PlanCase stocks)
    {
        var plan = WrittenPlans.Of(stated.Json);
        // A stock four times as strong as each drug shall be: three drugs fit.
        Assert.Equal(stated.Drugs.Length, stocks.Drugs.Length);
        return Compounder
            .Make(
                [.. plan.Therapy.Infusate.Drugs.Select(part => WantedDrug.From(part.Drug, part.Concentration, part.Concentration * 4m))],
                plan.Compounding.Total,
                null,
                CompoundingTerms.AnyVolume
            )
            .Worksheet;
    }

    private static void Worksheets(Action<Plan, Worksheet> check)
    {
        var made = 0;
        Therapies.Sample(
            stated =>
            {
                var plan = WrittenPlans.Of(stated.Json);
                Assert.NotEqual(plan.Compounding.Worksheet is null, plan.Compounding.Cannot is null);
                if (plan.Compounding.Worksheet is { } sheet)
                {
                    check(plan, sheet);
                    Interlocked.Increment(ref made);
                }
            },
            iter: Cases
        );
        Assert.True(made > Sampled.Times(Cases) / 50, $"only {made} of {Sampled.Times(Cases)} therapies could be made");
    }

    private static Rational Exact(Volume volume) => Rational.From(volume.InMillilitres());

    private static Rational Exact(Mass mass) => Rational.From(mass.InMicrograms());
}
