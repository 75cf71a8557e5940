using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>Published examples that are about what a pump counts, scrolls through or reports, and not one formula.</summary>
public sealed class PumpExampleTests
{
    [Theory]
    [InlineData("4 mL every 8 min", 4, 8, "30.0 mL/h")]
    [InlineData("12 mL every 25 min", 12, 25, "28.8 mL/h")]
    public void O12_two_ways_of_asking_have_a_similar_hourly_maximum(string program, int millilitres, int minutes, string exact)
    {
        var demand = new DemandBolus(Volume.FromMillilitres(millilitres), Duration.FromMinutes(minutes));
        Assert.True(demand.MostFlow(LockoutReference.StartToStart) == QuantityText.Parse<FlowRate>(exact).Value, program);
    }

    [Fact]
    public void O13_500_mg_in_500_mL_is_1_mg_per_mL() =>
        Assert.Equal(Concentration.FromMilligramsPerMillilitre(1m), Mass.FromMilligrams(500m) / Volume.FromMillilitres(500m));

    [Fact]
    public void O16_a_step_of_50_mg_over_30_minutes_is_100_mg_an_hour() =>
        Assert.Equal(DoseRate.FromMilligramsPerHour(100m), Mass.FromMilligrams(50m) / Duration.FromMinutes(30));

    [Theory]
    [InlineData("O18", 250, 5, 50)]
    [InlineData("O19", 400, 2, 200)]
    public void O18_and_O19_an_ampoules_strength_is_mass_over_volume(string id, int milligrams, int millilitres, int milligramsPerMillilitre)
    {
        Assert.StartsWith("O1", id, StringComparison.Ordinal);
        Assert.Equal(
            Concentration.FromMilligramsPerMillilitre(milligramsPerMillilitre),
            Mass.FromMilligrams(milligrams) / Volume.FromMillilitres(millilitres)
        );
    }

    [Fact]
    public void O21_a_clinicians_bolus_inside_a_continuous_infusion_stops_and_starts_it()
    {
        // 10 mL/h for 1 h, 60 mL/h for 5 min (5 mL), 10 mL/h for 1 h
        var basal = FlowRate.FromMillilitresPerHour(10m);
        var events = DeliveryEvents.Of([
            (DeliverySource.Primary, new Segment(Duration.FromHours(1), basal)),
            (DeliverySource.Clinician, new Segment(Duration.FromMinutes(5), FlowRate.FromMillilitresPerHour(60m))),
            (DeliverySource.Primary, new Segment(Duration.FromHours(1), basal)),
        ]);
        Assert.Equal(
            """
            Start Primary 0 min: segment 0 mL, in all 0 mL
            Stop Primary 60 min: segment 10 mL, in all 10 mL, transitioning
            Start Clinician 60 min: segment 0 mL, in all 10 mL
            Stop Clinician 65 min: segment 5 mL, in all 15 mL, transitioning
            Start Primary 65 min: segment 0 mL, in all 15 mL
            Stop Primary 125 min: segment 10 mL, in all 25 mL
            """,
            Text(events)
        );
    }

    [Fact]
    public void O22_a_multistep_infusion_stops_and_starts_at_each_step_and_only_its_last_stop_is_the_end()
    {
        // 100 mL/h for 30 min, then 50 mL/h for 30 min, then 20 mL/h for 60 min
        var events = DeliveryEvents.Of([
            .. new[] { (100m, 30), (50m, 30), (20m, 60) }.Select(step =>
                (DeliverySource.Primary, new Segment(Duration.FromMinutes(step.Item2), FlowRate.FromMillilitresPerHour(step.Item1)))
            ),
        ]);
        Assert.Equal(
            """
            Start Primary 0 min: segment 0 mL, in all 0 mL
            Stop Primary 30 min: segment 50 mL, in all 50 mL, transitioning
            Start Primary 30 min: segment 0 mL, in all 50 mL
            Stop Primary 60 min: segment 25 mL, in all 75 mL, transitioning
            Start Primary 60 min: segment 0 mL, in all 75 mL
            Stop Primary 120 min: segment 20 mL, in all 95 mL
            """,
            Text(events)
        );
    }

    /// <summary>Concentration; step of both boluses; largest demand bolus; largest clinician's bolus: all mg, as printed.</summary>
    [Theory]
    [InlineData("0.1", "0.01", "0.99", "2")]
    [InlineData("0.3", "0.03", "2.97", "6")]
    [InlineData("0.5", "0.05", "4.95", "10")]
    [InlineData("2", "0.10", "19.8", "40")]
    [InlineData("4", "0.20", "39.6", "80")]
    [InlineData("6", "0.30", "59.4", "120")]
    [InlineData("8", "0.40", "79.2", "160")]
    [InlineData("10", "0.50", "99.0", "200")]
    [InlineData("12", "0.60", "118.8", "240")]
    [InlineData("14", "0.70", "138.6", "280")]
    [InlineData("20", "1.00", "198.0", "400")]
    [InlineData("30", "1.50", "297.0", "600")]
    [InlineData("40", "2.00", "396.0", "800")]
    [InlineData("50", "2.50", "495.0", "1000")]
    [InlineData("60", "3.00", "594.0", "1200")]
    [InlineData("70", "3.50", "693.0", "1400")]
    [InlineData("80", "4.00", "792.0", "1600")]
    [InlineData("90", "4.50", "891.0", "1800")]
    [InlineData("100", "5.00", "990.0", "2000")]
    public void O23_the_ranges_that_the_CADD_Prizm_scrolls_through_follow_from_its_volumes(
        string concentration,
        string step,
        string demand,
        string clinician
    )
    {
        var strength = QuantityText.Parse<Concentration>(concentration + " mg/mL").Value;
        var pump = Formulary.BuiltIn.Pump("cadd-prizm-pcs-ii")!;
        Mass Of(string row, string figure) => pump.Row.Row(row)!.Figure(figure)!.Quantity<Volume>()!.Value * strength;

        // Below 1 mg/mL two volume steps make one step of the display, which shows hundredths of a milligram.
        var displayed = strength < Concentration.FromMilligramsPerMillilitre(1m) ? 2m : 1m;
        Assert.Equal(Milligrams(step), Of("demand", "doseStep") * displayed);
        Assert.Equal(Milligrams(step), Of("clinicianBolus", "doseStep") * displayed);
        Assert.Equal(Milligrams(demand), Of("demand", "maximumDose"));
        Assert.Equal(Milligrams(clinician), Of("clinicianBolus", "maximumDose"));
    }

    [Theory]
    [InlineData("0.1", "0.99", "1.00")]
    [InlineData("0.5", "4.95", "5.00")]
    [InlineData("10", "99.0", "99.5")]
    [InlineData("100", "990.0", "995")]
    public void O23_a_plan_takes_the_largest_demand_bolus_and_blocks_one_step_more(string concentration, string largest, string more)
    {
        Plan With(string dose) =>
            Plans.Of(
                ("pump.model", "cadd-prizm-pcs-ii"),
                ("infusate.drugs.0.concentration", concentration + " mg/mL"),
                ("program", $$"""{ "mode": "continuous", "rate": "0.2 mL/h", "demand": { "dose": "{{dose}} mg", "lockout": "1 h" } }""")
            );
        With(largest).HasNo(FindingKinds.PumpDemandOutOfRange);
        Assert.Equal(Severity.Block, With(more).The(FindingKinds.PumpDemandOutOfRange).Severity);
    }

    [Fact]
    [Trait("Hazard", "HZ-27")]
    public void O24_three_mL_more_than_expected_breaks_the_rule_of_2_mL()
    {
        // Expected 20 mL of 40 mL, 23 mL aspirated; the time is chosen so that 20 mL should have been delivered
        var values = Calculated.Values("residual", "filled: 40 mL; rate: 0.25 mL/d; elapsed: 80 d; measured: 23 mL; tolerance: 2 mL");
        Amount.IsExactly("20 mL", values["expected"]);
        Assert.Equal("confirm", values["severity"]);
    }

    [Fact]
    public void X4_30_cm_trimmed_off_a_Prometra_catheter_leave_80_cm_with_0_208_mL()
    {
        var catheter = Plans.ExampleTherapy("morphine-demand-implanted").Catheter!;
        Assert.Equal("80 cm", catheter.ImplantedLength.ToString());
        Assert.Equal("0.208 mL", catheter.ComputedVolume.ToString());
    }

    [Fact]
    public void X10_all_boluses_make_9_8_mg_a_day_and_34_694_days()
    {
        var plan = Plans.Example("morphine-demand-implanted");
        Assert.Equal("morphine 8 mg/d", plan.Program.Basal.Text());
        Assert.Equal("morphine 9.8 mg/d", plan.Program.Maximum.Text());
        Assert.Equal("0.49 mL", plan.Program.MaximumVolume.ToString());
        Amount.IsPrinted("34.694 d", QuantityText.Write((plan.RefillWithAll.LowAt - plan.Therapy.Fill.Instant)!.Value));
    }

    private static Mass Milligrams(string number) => QuantityText.Parse<Mass>(number + " mg").Value;

    private static string Text(IEnumerable<DeliveryEvent> events) =>
        string.Join(
            '\n',
            events.Select(one =>
                $"{one.Kind} {one.Source} {QuantityText.Number(one.At.InMinutes())} min: segment {one.Segment}, in all {one.Cumulative}{(one.IsTransition ? ", transitioning" : "")}"
            )
        );
}
