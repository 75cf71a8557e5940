using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>What must follow when a therapy is changed in a way whose effect is plain, whatever the numbers are.</summary>
public sealed class MetamorphicPlanTests
{
    private const int Cases = 1_500;

    /// <summary>A continuous rate or dose, the same at every hour.</summary>
    private static readonly Gen<PlanCase> Steady = PlanCases.First.Where(stated =>
        stated.Program is StatedProgram.Continuous or StatedProgram.ContinuousDose
    );

    [Fact]
    public void Twice_the_concentration_at_half_the_rate_is_the_same_dose() =>
        Gen.OneOf(PlanCases.First, PlanCases.Changed)
            .Sample(
                stated =>
                {
                    var (plan, thick) = (WrittenPlans.Of(stated.Json), WrittenPlans.Of(TwiceAsThick(stated).Json));
                    Assert.Equal(plan.Program.DemandCount, thick.Program.DemandCount);
                    for (var i = 0; i < stated.Drugs.Length; i++)
                    {
                        Same(plan.Program.Basal[i].Dose.InMicrogramsPerDay(), thick.Program.Basal[i].Dose.InMicrogramsPerDay(), "basal");
                        Same(plan.Program.Maximum[i].Dose.InMicrogramsPerDay(), thick.Program.Maximum[i].Dose.InMicrogramsPerDay(), "maximum");
                    }

                    Same(plan.Program.MaximumVolume.InMillilitres(), 2m * thick.Program.MaximumVolume.InMillilitres(), "volume");
                },
                iter: Cases
            );

    [Fact]
    public void Twice_the_concentrations_of_old_and_new_take_a_bridge_twice_as_long_to_the_same_dose() =>
        PlanCases.Changed.Sample(
            stated =>
            {
                // Sixty days is as long as a bridge is planned.
                if (WrittenPlans.Of(stated.Json).Bridge is { } bridge && bridge.Duration < Duration.FromDays(29))
                {
                    var thick = WrittenPlans.Of(TwiceAsThick(stated).Json).Bridge!;
                    Assert.Equal(bridge.Drug, thick.Drug);
                    Same(bridge.Rate.InMillilitresPerDay(), 2m * thick.Rate.InMillilitresPerDay(), "rate");
                    Same(2m * bridge.Delivered.InMicrograms(), thick.Delivered.InMicrograms(), "delivered");
                    Agreement.HoldsDays(Agreement.Days(bridge.Duration) * 2, thick.Duration, "duration", 2);
                }
            },
            iter: Cases
        );

    [Fact]
    public void So_many_times_the_fill_lasts_so_many_times_as_long() =>
        Gen.Select(Steady, Gen.Int[2, 5])
            .Sample(
                (stated, factor) =>
                {
                    var (plan, larger) = (WrittenPlans.Of(stated.Json), WrittenPlans.Of((stated with { Fill = stated.Fill.Times(factor) }).Json));
                    if (plan.Refill.EmptyAt is { } empty && larger.Refill.EmptyAt is { } later)
                    {
                        Agreement.HoldsDays(Agreement.Days(empty - Filled(plan)) * factor, later - Filled(plan), "empty", factor);
                    }

                    Assert.Equal(plan.Program.Basal, larger.Program.Basal);
                    Assert.Equal(plan.Program.MaximumVolume, larger.Program.MaximumVolume);
                },
                iter: Cases
            );

    [Fact]
    public void A_larger_fill_is_never_low_or_empty_earlier() =>
        Gen.Select(Gen.OneOf(PlanCases.First, PlanCases.Changed), Gen.Int[2, 5])
            .Sample(
                (stated, factor) =>
                {
                    var (plan, larger) = (WrittenPlans.Of(stated.Json), WrittenPlans.Of((stated with { Fill = stated.Fill.Times(factor) }).Json));
                    NotBefore(larger.Refill.EmptyAt, plan.Refill.EmptyAt);
                    NotBefore(larger.Refill.LowAt, plan.Refill.LowAt);
                    NotBefore(larger.RefillWithAll.EmptyAt, plan.RefillWithAll.EmptyAt);
                },
                iter: Cases
            );

    [Fact]
    public void A_container_is_low_when_one_without_the_alarm_volume_would_be_empty() =>
        Gen.Select(PlanCases.First, Domain.In("mL", 1, 4, 0, 0))
            .Sample(
                (stated, alarm) =>
                {
                    var fill = new Stated($"{(stated.Fill.Amount.Floor() + 5)} mL", new Rational(stated.Fill.Amount.Floor() + 5, 1));
                    var less = new Stated($"{(fill.Amount - alarm.Amount).Floor()} mL", fill.Amount - alarm.Amount);
                    var low = WrittenPlans.Of((stated with { Fill = fill, LowReservoir = alarm }).Json).Refill.LowAt;
                    Assert.Equal(WrittenPlans.Of((stated with { Fill = less }).Json).Refill.EmptyAt, low);
                },
                iter: Cases
            );

    [Fact]
    public void A_demand_bolus_makes_no_date_later_and_no_maximum_smaller() =>
        Gen.OneOf(PlanCases.First, PlanCases.Changed)
            .Where(stated => stated.Program.Demand is not null)
            .Sample(
                stated =>
                {
                    var (with, without) = (
                        WrittenPlans.Of(stated.Json),
                        WrittenPlans.Of((stated with { Program = stated.Program with { Demand = null } }).Json)
                    );
                    NotBefore(without.RefillWithAll.EmptyAt, with.RefillWithAll.EmptyAt);
                    NotBefore(without.RefillWithAll.LowAt, with.RefillWithAll.LowAt);
                    Assert.Equal(without.Refill.EmptyAt, with.Refill.EmptyAt);
                    Assert.True(with.Program.MaximumVolume >= without.Program.MaximumVolume);
                    Assert.Equal(without.Program.Basal, with.Program.Basal);
                    Assert.All(with.Program.Maximum.Zip(without.Program.Maximum), pair => Assert.True(pair.First.Dose >= pair.Second.Dose));
                },
                iter: Cases
            );

    [Fact]
    public void A_maximum_in_a_window_allows_no_more_than_the_lockout_alone() =>
        PlanCases
            .First.Where(stated => stated.Program.Demand?.Maximum is not null)
            .Sample(
                stated =>
                {
                    var lockoutAlone = stated with { Program = stated.Program with { Demand = stated.Program.Demand! with { Maximum = null } } };
                    var (held, free) = (WrittenPlans.Of(stated.Json), WrittenPlans.Of(lockoutAlone.Json));
                    Assert.True(held.Program.DemandCount <= free.Program.DemandCount);
                    Assert.True(held.Program.MaximumVolume <= free.Program.MaximumVolume);
                    NotBefore(held.RefillWithAll.EmptyAt, free.RefillWithAll.EmptyAt);
                },
                iter: Cases
            );

    [Fact]
    [Trait("Hazard", "HZ-44")]
    [Trait("Hazard", "HZ-49")]
    public void The_same_instant_by_another_clock_gives_the_same_dates_unless_the_program_goes_by_the_clock() =>
        Gen.Select(Gen.OneOf(PlanCases.First, PlanCases.Changed), Gen.Int[-47, 56])
            .Where((stated, _) => stated.Program is not StatedProgram.Flex)
            .Sample(
                (stated, quarters) =>
                {
                    var (plan, other) = (WrittenPlans.Of(stated.Json), WrittenPlans.Of((stated with { At = stated.At.By(quarters) }).Json));
                    Assert.Equal(plan.Refill, other.Refill);
                    Assert.Equal(plan.RefillWithAll, other.RefillWithAll);
                    Assert.Equal(plan.Program.MaximumVolume, other.Program.MaximumVolume);
                },
                iter: Cases
            );

    [Fact]
    public void A_step_that_changes_nothing_changes_nothing() =>
        PlanCases
            .First.Where(stated => stated.Program is StatedProgram.Flex { OtherDays.Length: 0 })
            .Sample(
                stated =>
                {
                    // The first step said again a minute later.
                    var flex = (StatedProgram.Flex)stated.Program;
                    var again = flex with { Steps = [flex.Steps[0], flex.Steps[0] with { Minute = flex.Steps[0].Minute + 1 }, .. flex.Steps[1..]] };
                    var (plan, same) = (WrittenPlans.Of(stated.Json), WrittenPlans.Of((stated with { Program = again }).Json));
                    Same(plan.Program.Mean.InMillilitresPerDay(), same.Program.Mean.InMillilitresPerDay(), "mean");
                    Same(plan.Program.MaximumVolume.InMillilitres(), same.Program.MaximumVolume.InMillilitres(), "maximum");
                    Near(plan.Refill.EmptyAt, same.Refill.EmptyAt);
                },
                iter: Cases
            );

    /// <summary>Every concentration doubled, every flow and volume of the program halved; doses stay as they are.</summary>
    private static PlanCase TwiceAsThick(PlanCase stated)
    {
        static StatedDrug[] Doubled(StatedDrug[] drugs) => [.. drugs.Select(drug => drug with { Concentration = drug.Concentration.Times(2) })];
        static StatedStep[] Halved(StatedStep[] steps) => [.. steps.Select(step => step with { Rate = step.Rate.Half() })];
        var program = stated.Program switch
        {
            StatedProgram.Continuous continuous => continuous with { Rate = continuous.Rate.Half() },
            StatedProgram.Flex flex => flex with { Steps = Halved(flex.Steps), OtherSteps = Halved(flex.OtherSteps) },
            StatedProgram.Periodic periodic => periodic with
            {
                Bolus = periodic.InMass ? periodic.Bolus : periodic.Bolus.Half(),
                Basal = periodic.Basal is { } basal && basal.Text.Contains("L/", StringComparison.Ordinal) ? basal.Half() : periodic.Basal,
            },
            var byDose => byDose,
        };
        var demand = stated.Program.Demand is { InMass: false } volume ? volume with { Dose = volume.Dose.Half() } : stated.Program.Demand;
        return stated with
        {
            Drugs = Doubled(stated.Drugs),
            OldDrugs = stated.OldDrugs is null ? null : Doubled(stated.OldDrugs),
            OldRate = stated.OldRate?.Half(),
            Program = program with { Demand = demand },
        };
    }

    private static Instant Filled(Plan plan) => plan.Therapy.Fill.Instant;

    private static void Same(decimal expected, decimal actual, string what) => Agreement.Holds(Rational.From(expected), actual, what);

    private static void Near(Instant? one, Instant? other) =>
        Assert.True(
            one.HasValue == other.HasValue && (one is null || (one.Value - other!.Value).ToInt64Nanoseconds() is >= -1 and <= 1),
            $"{one} and {other}"
        );

    /// <summary>Never counts as later than every date. A rounding of a nanosecond is no date.</summary>
    private static void NotBefore(Instant? later, Instant? earlier) =>
        Assert.True(later is null || (earlier is { } first && later.Value >= first - Duration.FromNanoseconds(1)), $"{later} is before {earlier}");
}
