using System.Buffers;
using System.Text;
using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>What holds of every plan, whatever the therapy.</summary>
public sealed class EveryPlanTests
{
    [Fact]
    public void Every_therapy_that_can_be_read_can_be_planned_and_written() =>
        Sample(plan =>
        {
            var output = new ArrayBufferWriter<byte>();
            PlanJson.Write(plan, output, indented: false);
            return output.WrittenCount > 0;
        });

    [Fact]
    public void Findings_stand_in_order_of_danger() =>
        Sample(plan => plan.Findings.Zip(plan.Findings.Skip(1)).All(pair => pair.First.Severity <= pair.Second.Severity));

    [Fact]
    [Trait("Hazard", "HZ-19")]
    [Trait("Hazard", "HZ-38")]
    public void A_refill_is_due_by_the_earliest_date_that_is_known() =>
        Sample(plan =>
            new[] { plan.Refill, plan.RefillWithAll }.All(dates =>
                dates.RefillBy == Earliest(dates.LowAt ?? dates.EmptyAt, dates.StableUntil, dates.ServiceUntil)
                && (dates.RefillBy is null) == (dates.Reason is null)
            )
        );

    /// <summary>Not so where the pump stops its basal flow for a bolus: a bolus slower than the basal flow then saves volume.</summary>
    [Fact]
    [Trait("Hazard", "HZ-38")]
    public void Demand_boluses_on_top_of_the_basal_flow_never_put_a_refill_off() =>
        Sample(plan =>
            plan.Therapy.Pump.Model.Semantics.BasalOrWorst == BasalDuringBolus.Suspended
            || NotLater(plan.RefillWithAll.EmptyAt, plan.Refill.EmptyAt)
                && (
                    plan.RefillWithExpected is not { } expected
                    || (NotLater(expected.EmptyAt, plan.Refill.EmptyAt) && NotLater(plan.RefillWithAll.EmptyAt, expected.EmptyAt))
                )
        );

    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void A_pump_never_gives_more_than_is_programmed() =>
        Sample(plan => plan.Program.Achievable is not { } achievable || achievable.ErrorPercent <= 0m);

    [Fact]
    public void The_most_of_a_day_is_no_less_than_the_mean() =>
        Sample(plan => plan.Program.MaximumVolume.InMillilitres() - plan.Program.Mean.InMillilitresPerDay() > -1e-20m);

    /// <summary>With a bridge its drug's dose at the tip is that of the new program from the first hour on: the whole point of a bridge.</summary>
    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void A_bridge_keeps_the_dose_of_its_drug_from_the_first_hour_on() =>
        Sample(plan =>
        {
            if (
                plan.Bridge is not { } bridge
                || plan.Therapy.Program is not ContinuousProgram
                || plan.Therapy.Infusate.Of(bridge.Drug.Id) is not { } concentration
            )
            {
                return true;
            }

            var wanted = concentration * plan.Program.Mean * Duration.FromHours(1);
            return plan
                .Tip.Where(hour => hour.Hour >= 0)
                .All(hour => Near(hour.Drugs.Single(drug => drug.Drug == bridge.Drug).Bridged!.Value, wanted));
        });

    private static void Sample(Func<Plan, bool> law)
    {
        var planned = 0;
        AnyTherapy.Changes.Sample(
            changes =>
            {
                var reading = TherapyFile.Read(Encoding.UTF8.GetBytes(Plans.Changed(Plans.Plain, changes)), Formulary.BuiltIn);
                if (reading.Content is not { } therapy)
                {
                    return reading.Problems.Count > 0;
                }

                Interlocked.Increment(ref planned);
                return law(Planner.Plan(therapy, Formulary.BuiltIn));
            },
            iter: 400,
            print: changes => Plans.Changed(Plans.Plain, changes)
        );
        Assert.True(planned > Sampled.Times(400) / 2, $"only {planned} therapies could be read");
    }

    private static Instant? Earliest(params Instant?[] dates) => dates.Min();

    private static bool NotLater(Instant? one, Instant? other) => other is not { } bound || one <= bound;

    /// <summary>Within the nanosecond to which the length of the bridge is rounded.</summary>
    private static bool Near(Mass one, Mass other) => decimal.Abs(one.InMicrograms() - other.InMicrograms()) <= other.InMicrograms() * 1e-9m;
}
