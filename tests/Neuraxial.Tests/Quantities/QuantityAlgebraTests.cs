using CsCheck;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>
/// The arithmetic between quantities. Products are exact; a quotient is rounded in the 28th place behind the point. The smallest here is 10^-10, so that
/// what is divided and multiplied back is out by less than one part in 10^17.
/// </summary>
public sealed class QuantityAlgebraTests
{
    private const int Cases = 5_000;

    private static readonly Gen<decimal> Numbers = Gen.Select(
        Gen.Int[1, 999_999],
        Gen.Int[0, 4],
        (digits, scale) => new decimal(digits, 0, 0, false, (byte)scale)
    );
    private static readonly Gen<Mass> Masses = Numbers.Select(Mass.FromMicrograms);
    private static readonly Gen<Volume> Volumes = Numbers.Select(Volume.FromMicrolitres);
    private static readonly Gen<Concentration> Concentrations = Numbers.Select(Concentration.FromMicrogramsPerMillilitre);
    private static readonly Gen<FlowRate> Flows = Numbers.Select(FlowRate.FromMicrolitresPerDay);
    private static readonly Gen<DoseRate> Doses = Numbers.Select(DoseRate.FromMicrogramsPerDay);
    private static readonly Gen<Duration> Times = Gen.Long[1, 10_000_000_000_000_000].Select(Duration.FromNanoseconds);

    [Fact]
    public void It_does_not_matter_which_factor_comes_first()
    {
        Gen.Select(Volumes, Concentrations)
            .Sample((volume, concentration) => Assert.Equal(volume * concentration, concentration * volume), iter: Cases);
        Gen.Select(Flows, Concentrations).Sample((flow, concentration) => Assert.Equal(flow * concentration, concentration * flow), iter: Cases);
    }

    [Fact]
    public void A_mass_in_a_volume_and_that_volume_of_it_is_the_mass() =>
        Gen.Select(Masses, Volumes).Sample((mass, volume) => Near(mass, mass / volume * volume), iter: Cases);

    [Fact]
    public void The_volume_that_holds_a_mass_holds_it() =>
        Gen.Select(Masses, Concentrations).Sample((mass, concentration) => Near(mass, mass / concentration * concentration), iter: Cases);

    [Fact]
    public void The_flow_that_gives_a_dose_gives_it() =>
        Gen.Select(Doses, Concentrations).Sample((dose, concentration) => Near(dose, dose / concentration * concentration), iter: Cases);

    [Fact]
    public void A_dose_by_a_flow_and_back_is_the_flow_and_the_concentration() =>
        Gen.Select(Concentrations, Flows)
            .Sample(
                (concentration, flow) =>
                {
                    Near(flow, concentration * flow / concentration);
                    Near(concentration, concentration * flow / flow);
                },
                iter: Cases
            );

    [Fact]
    public void A_mass_over_a_time_for_that_time_is_the_mass() =>
        Gen.Select(Masses, Times).Sample((mass, time) => Near(mass, mass / time * time), iter: Cases);

    [Fact]
    public void A_volume_over_a_time_for_that_time_is_the_volume() =>
        Gen.Select(Volumes, Times).Sample((volume, time) => Near(volume, volume / time * time), iter: Cases);

    [Fact]
    public void A_volume_at_a_flow_lasts_until_it_has_flowed() =>
        Gen.Select(Volumes, Flows.Where(flow => flow > FlowRate.FromMicrolitresPerDay(100m)))
            .Sample(
                (volume, flow) =>
                {
                    // A duration is whole nanoseconds: what flows in half of one is lost.
                    var back = flow * (volume / flow);
                    var nanosecond = Rational.From(flow.InMicrolitresPerDay()) / Agreement.NanosecondsPerDay;
                    Assert.True(Rational.Abs(Rational.From(back.InMicrolitres()) - Rational.From(volume.InMicrolitres())) <= nanosecond);
                    Assert.Equal(volume / flow, flow.TimeFor(volume));
                },
                iter: Cases
            );

    [Fact]
    public void A_sum_is_worked_with_as_its_parts_are() =>
        Gen.Select(Volumes, Volumes, Concentrations, Concentrations, Flows, Times)
            .Sample(
                (volume, other, concentration, second, flow, time) =>
                {
                    Near((volume + other) * concentration, (volume * concentration) + (other * concentration));
                    Near(volume * (concentration + second), (volume * concentration) + (volume * second));
                    Near(flow * (concentration + second), (flow * concentration) + (flow * second));
                    Near(flow * (time + time), (flow * time) + (flow * time));
                },
                iter: Cases
            );

    [Fact]
    [Trait("Hazard", "HZ-04")]
    [Trait("Hazard", "HZ-09")]
    public void Millilitres_an_hour_for_24_hours_are_exact() =>
        Numbers.Sample(
            rate =>
            {
                var flow = FlowRate.FromMillilitresPerHour(rate);
                Assert.Equal(24m * rate, flow.InMillilitresPerDay());
                Assert.Equal(rate, flow.InMillilitresPerHour());
                Assert.Equal(Volume.FromMillilitres(24m * rate), flow * Durations.OneDay);
                Assert.Equal(Volume.FromMillilitres(rate), flow * Duration.FromHours(1));
                Assert.Equal(24m * rate, DoseRate.FromMilligramsPerHour(rate).InMilligramsPerDay());
                Assert.Equal(Mass.FromMilligrams(rate), DoseRate.FromMilligramsPerHour(rate) * Duration.FromHours(1));
            },
            iter: Cases
        );

    [Fact]
    public void A_rate_by_the_day_for_whole_days_is_exact() =>
        Gen.Select(Numbers, Gen.Int[0, 400])
            .Sample(
                (rate, days) => Assert.Equal(Volume.FromMillilitres(rate * days), FlowRate.FromMillilitresPerDay(rate) * Duration.FromDays(days)),
                iter: Cases
            );

    [Fact]
    [Trait("Hazard", "HZ-09")]
    [Trait("Hazard", "HZ-13")]
    public void Every_product_is_that_of_its_numbers() =>
        Gen.Select(Numbers, Numbers, Times)
            .Sample(
                (a, b, time) =>
                {
                    var (x, y, t) = (Rational.From(a), Rational.From(b), Agreement.Days(time));
                    Agreement.Holds(
                        x * y,
                        (Volume.FromMillilitres(a) * Concentration.FromMilligramsPerMillilitre(b)).InMilligrams(),
                        "mL x mg/mL = mg"
                    );
                    Agreement.Holds(x / y, (Mass.FromMilligrams(a) / Volume.FromMillilitres(b)).InMilligramsPerMillilitre(), "mg / mL = mg/mL");
                    Agreement.Holds(
                        x / y,
                        (Mass.FromMilligrams(a) / Concentration.FromMilligramsPerMillilitre(b)).InMillilitres(),
                        "mg / mg/mL = mL"
                    );
                    Agreement.Holds(
                        x * y,
                        (Concentration.FromMilligramsPerMillilitre(a) * FlowRate.FromMillilitresPerDay(b)).InMilligramsPerDay(),
                        "mg/mL x mL/d = mg/d"
                    );
                    Agreement.Holds(
                        x / y,
                        (DoseRate.FromMilligramsPerDay(a) / Concentration.FromMilligramsPerMillilitre(b)).InMillilitresPerDay(),
                        "mg/d / mg/mL = mL/d"
                    );
                    Agreement.Holds(
                        x / y,
                        (DoseRate.FromMilligramsPerDay(a) / FlowRate.FromMillilitresPerDay(b)).InMilligramsPerMillilitre(),
                        "mg/d / mL/d = mg/mL"
                    );
                    Agreement.Holds(x * t, (FlowRate.FromMillilitresPerDay(a) * time).InMillilitres(), "mL/d x d = mL");
                    Agreement.Holds(x * t, (DoseRate.FromMilligramsPerDay(a) * time).InMilligrams(), "mg/d x d = mg");
                    Agreement.Holds(x / t, (Volume.FromMillilitres(a) / time).InMillilitresPerDay(), "mL / d = mL/d");
                    Agreement.Holds(x / t, (Mass.FromMilligrams(a) / time).InMilligramsPerDay(), "mg / d = mg/d");
                    Agreement.Holds(
                        x * y,
                        (Length.FromCentimetres(a) * VolumePerLength.FromMillilitresPerCentimetre(b)).InMillilitres(),
                        "cm x mL/cm = mL"
                    );
                    Agreement.Holds(x / t, (Length.FromMillimetres(a) / time).InMillimetresPerDay(), "mm / d = mm/d");
                    Agreement.Holds(
                        x * y,
                        (LengthPerVolume.FromMillimetresPerMillilitre(a) * FlowRate.FromMillilitresPerHour(b)).InMillimetresPerHour(),
                        "mm/mL x mL/h = mm/h"
                    );
                    Agreement.Holds(
                        x * y,
                        (BodyDoseRate.FromMicrogramsPerKilogramPerDay(a) * Mass.FromKilograms(b)).InMicrogramsPerDay(),
                        "ug/kg/d x kg = ug/d"
                    );
                },
                iter: Cases
            );

    [Fact]
    public void A_volume_that_never_ends_has_no_time()
    {
        Assert.Null(FlowRate.Zero.TimeFor(Volume.FromMillilitres(1m)));
        Assert.Null(FlowRate.FromMicrolitresPerDay(1m).TimeFor(Volume.FromMicrolitres(36_526m)));
        Assert.Equal(Durations.Longest, FlowRate.FromMicrolitresPerDay(1m).TimeFor(Volume.FromMicrolitres(36_525m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Volume.FromMicrolitres(36_526m) / FlowRate.FromMicrolitresPerDay(1m));
        Assert.Throws<DivideByZeroException>(() => Volume.FromMicrolitres(1m) / FlowRate.Zero);
    }

    private static void Near<T>(T expected, T actual)
        where T : struct, IQuantity<T>
    {
        var difference = Rational.Abs(Rational.From(actual.Stored) - Rational.From(expected.Stored));
        Assert.True(difference * Rational.Parse("100000000000000000") <= Rational.From(expected.Stored), $"{expected} and {actual}");
    }
}
