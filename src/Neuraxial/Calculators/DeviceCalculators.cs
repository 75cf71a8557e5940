namespace Neuraxial;

/// <summary>Settings and accuracy of devices.</summary>
internal static class DeviceCalculators
{
    public static IReadOnlyList<Calculator> All { get; } =
    [
        new(
            "syringe",
            "the setting of a syringe driver in millimetres: to check an old device, never to program one (HZ-05)",
            "setting = travel per volume x rate, or length / time",
            [
                new("per-volume", "plunger travel per volume of this syringe, as \"4 mm/mL\"", InputKind.Optional),
                new("rate", "flow rate, as \"2 mL/h\"", InputKind.Optional),
                new("length", "plunger travel of the whole fill, as \"48 mm\"", InputKind.Optional),
                new("over", "in what time, as \"24 h\"", InputKind.Optional),
            ],
            Syringe
        ),
        new(
            "accuracy",
            "the error of a delivered volume",
            "delivered = as measured, or (mass before - mass after) / (1 g/mL); error = (delivered - intended) / intended",
            [
                new("intended", "what should have been delivered, as \"20 mL\"", InputKind.Required),
                new("delivered", "what was delivered, as \"19.5 mL\"", InputKind.Optional),
                new("before", "mass of the full container, as \"61.1 g\"", InputKind.Optional),
                new("after", "mass afterwards, as \"41.6 g\"", InputKind.Optional),
            ],
            Accuracy
        ),
    ];

    private static CalculatorResult? Syringe(CalculatorArguments input)
    {
        if (!input.OneOf("per-volume", "length"))
        {
            return null;
        }

        if (input.Has("length"))
        {
            Together(input, "length", "over", "rate");
            var length = input.Quantity<Length>("length");
            var time = input.PositiveDuration("over");
            if (!input.IsComplete)
            {
                return null;
            }

            var byLength = length / time;
            return new CalculatorResult($"{length} / {QuantityText.Write(time)} = {byLength}").Add("setting", byLength);
        }

        Together(input, "per-volume", "rate", "over");
        var perVolume = input.Quantity<LengthPerVolume>("per-volume");
        var rate = input.Quantity<FlowRate>("rate");
        if (!input.IsComplete)
        {
            return null;
        }

        var setting = perVolume * rate;
        return new CalculatorResult($"{perVolume} x {QuantityText.Write(rate.InMillilitresPerHour(), "mL/h")} = {setting}").Add("setting", setting);
    }

    private static CalculatorResult? Accuracy(CalculatorArguments input)
    {
        var intended = input.Positive<Volume>("intended");
        if (!input.OneOf("delivered", "before"))
        {
            return null;
        }

        var delivered = input.Has("delivered") ? input.Quantity<Volume>("delivered") : Weighed(input);
        if (!input.IsComplete)
        {
            return null;
        }

        var error = ((delivered / intended) - 1m) * 100m;
        return new CalculatorResult($"({delivered} - {intended}) / {intended}")
            .Add("delivered", delivered)
            .Number("errorPercent", error, Display.Percent(error));
    }

    private static Volume Weighed(CalculatorArguments input)
    {
        Together(input, "before", "after", null);
        var before = input.Quantity<Mass>("before");
        var after = input.Quantity<Mass>("after");
        if (input.IsComplete && after > before)
        {
            input.Fault("after", $"{after} is more than before; expected at most {before}");
        }

        // Water at 20 degrees: a gram a millilitre, as the makers' test procedures take it.
        return input.IsComplete ? (before - after) / Concentration.FromMilligramsPerMillilitre(1_000m) : default;
    }

    private static void Together(CalculatorArguments input, string first, string second, string? not)
    {
        if (!input.Has(second))
        {
            input.Fault(second, $"missing; expected beside --{first}");
        }

        if (not is not null && input.Has(not))
        {
            input.Fault(not, $"given beside --{first}; expected --{second} instead");
        }
    }
}
