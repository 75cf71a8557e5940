using System.Text;
using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>HZ-09, HZ-13: whole plans, from random therapy files, against plans worked out on paper.</summary>
public sealed class PlanAgreementTests
{
    [Fact]
    [Trait("Hazard", "HZ-09")]
    [Trait("Hazard", "HZ-13")]
    public void Both_implementations_agree_on_a_first_fill() =>
        Agree(
            15_000,
            PlanCases.First,
            (plan, paper, stated) =>
            {
                SameDoses(plan, paper, stated);
                SameDates(plan, paper, stated);
                SameSteps(plan, paper, stated);
            }
        );

    [Fact]
    [Trait("Hazard", "HZ-13")]
    [Trait("Hazard", "HZ-30")]
    [Trait("Hazard", "HZ-31")]
    public void Both_implementations_agree_on_a_change_of_infusate() =>
        Agree(
            15_000,
            PlanCases.Changed,
            (plan, paper, stated) =>
            {
                SameBridge(plan, paper, stated);
                SameDates(plan, paper, stated);
                SamePath(plan, paper, stated);
            }
        );

    private static void SameDoses(Plan plan, PaperPlan paper, PlanCase stated)
    {
        Agreement.Holds(paper.Schedule.Mean, plan.Program.Mean.InMillilitresPerDay(), "mean flow");
        Assert.Equal(paper.DemandsInADay(), plan.Program.DemandCount);
        if (paper.WorstDay() is { } most)
        {
            Agreement.Holds(most, plan.Program.MaximumVolume.InMillilitres(), "worst day");
        }

        foreach (var (part, i) in stated.Drugs.Select((part, i) => (part, i)))
        {
            var strength = part.Concentration.Amount;
            Agreement.Holds(Paper.Dose(paper.Schedule.Mean, strength), plan.Program.Basal[i].Dose.InMicrogramsPerDay(), part.Drug);
            Agreement.Holds(
                Rational.From(plan.Program.MaximumVolume.InMillilitres()) * strength,
                plan.Program.Maximum[i].Dose.InMicrogramsPerDay(),
                $"most {part.Drug}"
            );
        }
    }

    /// <summary>What the pump can give. The last step of a day before a day of other steps is left out: its length there is a matter of taste.</summary>
    private static void SameSteps(Plan plan, PaperPlan paper, PlanCase stated)
    {
        if (stated.Program is StatedProgram.Flex { OtherDays.Length: > 0 })
        {
            return;
        }

        if (paper.Achievable() is not { } rate)
        {
            Assert.Null(plan.Program.Achievable);
            return;
        }

        Agreement.Holds(rate, plan.Program.Achievable!.Rate.InMillilitresPerDay(), "achievable");
        Agreement.Holds(Paper.ErrorPercent(rate, paper.Schedule.Mean) + 200, Rational.From(plan.Program.Achievable.ErrorPercent) + 200, "its error");
    }

    private static void SameBridge(Plan plan, PaperPlan paper, PlanCase stated)
    {
        if (paper.Bridge is not { } bridge)
        {
            Assert.Null(plan.Bridge);
            return;
        }

        var (drug, expected) = bridge;
        var actual = plan.Bridge!;
        Assert.Equal(drug, actual.Drug.Id);
        Agreement.Holds(expected.Volume, actual.Volume.InMillilitres(), "volume");
        Agreement.Holds(expected.Flow, actual.Rate.InMillilitresPerDay(), "flow");
        Agreement.HoldsDays(expected.Time, actual.Duration, "duration");
        Agreement.Holds(expected.Programmed, actual.Programmed.InMicrograms(), "programmed");
        Agreement.Holds(expected.Delivered, actual.Delivered.InMicrograms(), "delivered");
        Agreement.Holds(expected.Shown, actual.Shown.InMicrogramsPerDay(), "shown");
        Agreement.Holds(expected.UnbridgedDose, actual.UnbridgedDose.InMicrogramsPerDay(), "unbridged dose");
        Agreement.HoldsDays(expected.UnbridgedTime, actual.UnbridgedDuration, "unbridged for");

        // D7 in two parts: tubing, then catheter.
        var catheter = stated.Catheter!.Amount;
        Agreement.HoldsDays((expected.Volume - catheter) / expected.Flow, actual.Parts[0].Duration, "tubing");
        Agreement.HoldsDays(catheter / expected.Flow, actual.Parts[1].Duration, "catheter");
    }

    private static void SamePath(Plan plan, PaperPlan paper, PlanCase stated)
    {
        if (paper.Path is { } path)
        {
            Agreement.Holds(path, plan.FluidPath!.Path.Volume.InMillilitres(), "path");
            Agreement.Holds(path, plan.Priming!.Volume.InMillilitres(), "prime");
            Agreement.Holds(stated.Catheter!.Amount, plan.Priming.BackTableVolume.InMillilitres(), "prime after the back table");
            SameDays(paper.Delay(), plan.FluidPath.Delay, "delay", Rational.One);
        }
        else
        {
            Assert.Null(plan.FluidPath);
        }

        if (stated.Pump.Residual is { } residual && plan.Mixing is { } mixing)
        {
            foreach (var drug in mixing.Drugs)
            {
                var old = Array.Find(stated.OldDrugs!, part => part.Drug == drug.Drug.Id)?.Concentration.Amount ?? Rational.Zero;
                var now = Array.Find(stated.Drugs, part => part.Drug == drug.Drug.Id)?.Concentration.Amount ?? Rational.Zero;
                Agreement.Holds(Paper.Blend(residual, old, stated.Fill.Amount, now), drug.Mixed.InMicrogramsPerMillilitre(), $"mixed {drug.Drug.Id}");
            }
        }
    }

    private static void SameDates(Plan plan, PaperPlan paper, PlanCase stated)
    {
        foreach (var (dates, withAll) in new[] { (plan.Refill, false), (plan.RefillWithAll, true) })
        {
            SameDate(paper.Date(stated.Fill.Amount, withAll), dates.EmptyAt, withAll ? "empty with all boluses" : "empty", paper.Slack(withAll));
            var low = paper.Alarm is { } alarm ? paper.Date(Rational.Max(Rational.Zero, stated.Fill.Amount - alarm), withAll) : null;
            SameDate(low, dates.LowAt, withAll ? "low with all boluses" : "low", paper.Slack(withAll));
        }
    }

    private static void SameDate(Rational? expected, Instant? actual, string what, Rational slack) =>
        SameDays(expected, actual is { } instant ? instant - Instant.FromUtc(2020, 1, 1, 0, 0) : null, what, slack);

    private static void SameDays(Rational? expected, Duration? actual, string what, Rational slack)
    {
        Assert.True(
            expected.HasValue == actual.HasValue,
            $"{what}: expected {expected?.ToString() ?? "never"} d, was {actual?.ToString() ?? "never"}"
        );
        if (expected is { } days)
        {
            Agreement.HoldsDays(days, actual!.Value, what, slack);
        }
    }

    private static void Agree(int number, Gen<PlanCase> cases, Action<Plan, PaperPlan, PlanCase> compare)
    {
        var family = Family.Of(
            "plan",
            number,
            cases,
            stated =>
            {
                var reading = TherapyFile.Read(Encoding.UTF8.GetBytes(stated.Json), Formulary.BuiltIn);
                Assert.True(reading.Content is not null, string.Join('\n', reading.Problems));
                compare(Planner.Plan(reading.Content!, Formulary.BuiltIn), new PaperPlan(stated), stated);
            }
        );
        Assert.Equal(family.Cases, family.Run());
    }
}
