using System.Numerics;

namespace Neuraxial.Tests;

/// <summary>
/// The formulas D1 to D16 of the reference, as a person would work them out with fractions on paper: a second implementation, written from the formulas.
/// Masses are micrograms, volumes millilitres, times days, lengths centimetres.
/// </summary>
internal static class Paper
{
    /// <summary>D1: Q = D / C.</summary>
    public static Rational Flow(Rational dose, Rational concentration) => dose / concentration;

    /// <summary>D1, the other way: D = Q C.</summary>
    public static Rational Dose(Rational flow, Rational concentration) => flow * concentration;

    /// <summary>D2: by the hour.</summary>
    public static Rational PerHour(Rational perDay) => perDay / 24;

    /// <summary>D4: q = b / (C T).</summary>
    public static Rational StepFlow(Rational mass, Rational concentration, Rational time) => mass / (concentration * time);

    /// <summary>D5: t = (V - V_left) / Q; never without flow.</summary>
    public static Rational? Lasts(Rational fill, Rational left, Rational flow) => flow.Sign == 0 ? null : (fill - left) / flow;

    /// <summary>D6: V = V_t + L v.</summary>
    public static Rational Path(Rational tubing, Rational length, Rational perLength) => tubing + (length * perLength);

    /// <summary>D7: with the smallest tubing where the concentration rises, with the largest where it falls.</summary>
    public static PaperBridge Bridge(Rational least, Rational most, Rational catheter, Rational old, Rational now, Rational dose)
    {
        var volume = catheter + (now > old ? least : most);
        return new PaperBridge(
            Volume: volume,
            Flow: dose / old,
            Time: volume * old / dose,
            Programmed: volume * now,
            Delivered: volume * old,
            Shown: volume * now / (volume * old / dose),
            UnbridgedDose: dose * old / now,
            UnbridgedTime: volume / (dose / now)
        );
    }

    /// <summary>D8: C = (V_rsd C_old + V_fill C_new) / (V_rsd + V_fill).</summary>
    public static Rational Blend(Rational residual, Rational old, Rational fill, Rational now) =>
        ((residual * old) + (fill * now)) / (residual + fill);

    /// <summary>D8: C_k = C_old (V_rsd / (V_rsd + V_r))^k.</summary>
    public static Rational Rinsed(Rational residual, Rational rinse, int times, Rational old)
    {
        var share = residual / (residual + rinse);
        return old * Enumerable.Repeat(share, times).Aggregate(Rational.One, (product, factor) => product * factor);
    }

    /// <summary>D10: V = b / C.</summary>
    public static Rational BolusVolume(Rational mass, Rational concentration) => mass / concentration;

    /// <summary>D11: with a first dose at the start of a window that ends before its last moment, or with none there.</summary>
    public static BigInteger DemandCount(Rational window, Rational spacing, bool firstAtStart) =>
        firstAtStart ? (window / spacing).Ceiling() : (window / spacing).Floor();

    /// <summary>D11: as many of them as keep basal W + N b within a limit.</summary>
    public static BigInteger DemandCount(BigInteger count, Rational basal, Rational bolus, Rational limit)
    {
        var room = limit - basal;
        return room.Sign <= 0 ? 0 : BigInteger.Min(count, (room / bolus).Floor());
    }

    /// <summary>D11: the time between two boluses of a patient who asks at once, for ever.</summary>
    public static Rational EffectiveSpacing(Rational spacing, long count, Rational per) => Rational.Max(spacing, per / count);

    /// <summary>D12, in its three steps: running time, drug, stock and diluent.</summary>
    public static PaperFill ConstantFlow(Rational reservoir, Rational flow, Rational dose, Rational stock)
    {
        var time = reservoir / flow;
        var drug = dose * time;
        return new PaperFill(time, drug, drug / stock, reservoir - (drug / stock), dose / flow);
    }

    /// <summary>D13: by the day; mm per mL x mL per time, or length over time.</summary>
    public static Rational Travel(Rational perVolume, Rational flow) => perVolume * flow;

    /// <summary>D14: (delivered - intended) / intended x 100.</summary>
    public static Rational ErrorPercent(Rational delivered, Rational intended) => (delivered - intended) / intended * 100;

    /// <summary>D15: q = dose x kg / C.</summary>
    public static Rational WeightFlow(Rational dosePerKilogram, Rational kilograms, Rational concentration) =>
        dosePerKilogram * kilograms / concentration;

    /// <summary>D16: down to the pump's step.</summary>
    public static Rational Down(Rational value, Rational step) => new Rational((value / step).Floor(), 1) * step;
}

/// <summary>A bridge as D7 lays it out.</summary>
internal sealed record PaperBridge(
    Rational Volume,
    Rational Flow,
    Rational Time,
    Rational Programmed,
    Rational Delivered,
    Rational Shown,
    Rational UnbridgedDose,
    Rational UnbridgedTime
);

/// <summary>A fill of a pump with a built-in flow as D12 lays it out.</summary>
internal sealed record PaperFill(Rational Time, Rational Drug, Rational Stock, Rational Diluent, Rational Concentration);
