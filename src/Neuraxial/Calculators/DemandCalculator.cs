using NodaTime;

namespace Neuraxial;

/// <summary>Counts demand boluses in a window, for volumes and for masses alike.</summary>
internal static class DemandCalculator<TAmount, TRate>
    where TAmount : struct, IQuantity<TAmount>
    where TRate : struct, IQuantity<TRate>
{
    public static CalculatorResult? Run(CalculatorArguments input, Func<TRate, Duration, TAmount> over)
    {
        var basal = input.Quantity<TRate>("basal");
        var dose = input.Positive<TAmount>("dose");
        var lockout = input.PositiveDuration("lockout");
        var window = input.PositiveDuration("window");
        var maximum = input.Optional<TAmount>("maximum");
        var bolus = input.OptionalDuration("bolus-duration");
        var fromEnd = FromEnd(input, bolus);
        if (!input.IsComplete)
        {
            return null;
        }

        var spacing = fromEnd ? lockout + bolus!.Value : lockout;
        var count = input.Has("first-at-zero") ? DemandBolus.Starts(window, spacing) : window.ToInt64Nanoseconds() / spacing.ToInt64Nanoseconds();
        var basalTotal = over(basal, window);
        if (maximum is { } most)
        {
            // What the basal flow will still give in the window is counted before any bolus is granted (HZ-43).
            var left = most.Stored - basalTotal.Stored;
            count = left < 0m ? 0 : Math.Min(count, (long)decimal.Min(long.MaxValue, decimal.Floor(left / dose.Stored)));
        }

        var demandTotal = TAmount.FromStored(dose.Stored * count);
        var total = TAmount.FromStored(basalTotal.Stored + demandTotal.Stored);
        var result = new CalculatorResult(
            $"spacing {QuantityText.Write(spacing)}; {count} x {dose} + {basal} x {QuantityText.Write(window)} = {total}"
        )
            .Number("count", count, Display.Number(count))
            .Text("basalTotal", basalTotal.ToString(), Shown(basalTotal))
            .Text("demandTotal", demandTotal.ToString(), Shown(demandTotal))
            .Text("total", total.ToString(), Shown(total));
        return maximum is { } limit && basalTotal.CompareTo(limit) > 0
            ? result.Text("note", "the basal flow alone passes the maximum", "the basal flow alone passes the maximum: no bolus is granted")
            : result;
    }

    private static bool FromEnd(CalculatorArguments input, Duration? bolus)
    {
        var from = input.Has("lockout-from") ? input.Texts("lockout-from")[0] : "start";
        if (from is not ("start" or "end"))
        {
            input.Fault("lockout-from", $"'{Printable.OneLine(from, 40)}' is unknown; expected start or end");
        }
        else if (from is "end" && bolus is null && !input.Has("bolus-duration"))
        {
            input.Fault("bolus-duration", "missing; expected the duration of a bolus, since the lockout counts from its end");
        }

        return from is "end";
    }

    private static string Shown(TAmount amount) =>
        amount switch
        {
            Volume volume => Display.Of(volume),
            Mass mass => Display.Of(mass),
            _ => amount.ToString()!,
        };
}
