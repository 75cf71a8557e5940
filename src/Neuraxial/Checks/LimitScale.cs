using NodaTime;

namespace Neuraxial;

/// <summary>How values of one kind are held against bounds: how a bound is read, how near the two may come, how both are shown.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Read">Reads a bound; <see langword="null"/> if the figure is of another kind, as a share where a dose is looked for.</param>
/// <param name="Measure">The value as a number in some one unit.</param>
/// <param name="Shown">In words.</param>
/// <param name="Written">In the grammar of quantities.</param>
internal sealed record LimitScale<T>(Func<Figure, T?> Read, Func<T, decimal> Measure, Func<T, string> Shown, Func<T, string> Written)
    where T : struct
{
    /// <summary>
    /// A dose that is stated as 20 mg a day at 3 mg/mL comes back from the flow as 20 mg and a part in 10²⁸: what division leaves is no passing of a limit.
    /// No pump and no syringe comes within a thousandth of this.
    /// </summary>
    private const decimal Rest = 0.000_000_001m;

    /// <summary>Whether a value lies beyond a bound.</summary>
    public bool Passes(T value, Figure? bound, bool isLower)
    {
        if (bound is null || Read(bound) is not { } read)
        {
            return false;
        }

        var limit = Measure(read);
        var margin = decimal.Abs(limit) * Rest;
        return isLower ? Measure(value) < limit - margin : Measure(value) > limit + margin;
    }
}

/// <summary>The scales of the formulary's limits.</summary>
internal static class LimitScales
{
    public static LimitScale<FlowRate> Flow { get; } =
        new(figure => figure.Quantity<FlowRate>(), rate => rate.InMicrolitresPerDay(), Display.Of, rate => rate.ToString());

    public static LimitScale<Duration> Time { get; } =
        new(figure => figure.Duration(), duration => duration.InDays(), Display.Of, QuantityText.Write);

    /// <summary>A change in per cent, with its sign.</summary>
    public static LimitScale<decimal> Percent { get; } =
        new(figure => figure.Unit is "%" ? figure.Number : null, percent => percent, Display.Percent, percent => $"{QuantityText.Number(percent)} %");

    public static LimitScale<decimal> Count { get; } = new(figure => figure.Number, count => count, Display.Number, QuantityText.Number);

    public static LimitScale<DoseRate> DailyDose(Drug drug) =>
        new(
            figure => figure.Quantity<DoseRate>(),
            dose => dose.InMicrogramsPerDay(),
            dose => Display.Of(dose, drug.ShownInMicrograms),
            dose => dose.ToString()
        );

    public static LimitScale<DoseRate> HourlyDose(Drug drug) =>
        DailyDose(drug) with
        {
            Shown = dose => Display.PerHour(dose, drug.ShownInMicrograms),
        };

    public static LimitScale<Mass> Bolus(Drug drug) =>
        new(
            figure => figure.Quantity<Mass>(),
            mass => mass.InMicrograms(),
            mass => Display.Of(mass, drug.ShownInMicrograms),
            mass => mass.ToString()
        );

    public static LimitScale<Concentration> Strength(Drug drug) =>
        new(
            figure => figure.Quantity<Concentration>(),
            strength => strength.InMicrogramsPerMillilitre(),
            strength => Display.Of(strength, drug.ShownInMicrograms),
            strength => strength.ToString()
        );
}
