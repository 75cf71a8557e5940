namespace Neuraxial;

/// <summary>What lies between container and catheter tip: priming and bridging.</summary>
internal static class PathCalculators
{
    private static readonly CalculatorInput[] Path =
    [
        new("fluid-path", "volume of the whole fluid path, as \"0.4 mL\"", InputKind.Optional),
        new("tubing", "volume of the tubing inside the pump, as \"0.140 mL\"", InputKind.Optional),
        new("length", "implanted length of the catheter, as \"89 cm\"", InputKind.Optional),
        new("per-length", "volume per length of the catheter, as \"0.0022 mL/cm\"", InputKind.Optional),
    ];

    public static IReadOnlyList<Calculator> All { get; } =
    [
        new(
            "prime",
            "what fills the empty fluid path, and how much drug that is",
            "volume = fluid path, or tubing + length x volume per length; mass = volume x concentration",
            [.. Path, new("concentration", "concentration of the drug, as \"10 mg/mL\"", InputKind.Required)],
            Prime
        ),
        new(
            "bridge",
            "the bridging bolus after a change of concentration",
            "volume = fluid path; rate = dose / old; duration = volume / rate; programmed = volume x new; delivered = volume x old",
            [
                new("old", "old concentration, as \"500 ug/mL\"", InputKind.Required),
                new("new", "new concentration, as \"2000 ug/mL\"", InputKind.Required),
                new("dose", "wanted dose, as \"250 ug/d\"", InputKind.Required),
                .. Path,
                new("tubing-minimum", "smallest volume of the tubing, taken if the concentration rises", InputKind.Optional),
                new("tubing-maximum", "largest volume of the tubing, taken if the concentration falls", InputKind.Optional),
            ],
            Bridge
        ),
    ];

    private static CalculatorResult? Prime(CalculatorArguments input)
    {
        var path = ReadPath(input);
        var concentration = input.Quantity<Concentration>("concentration");
        if (path is null || !input.IsComplete)
        {
            return null;
        }

        var mass = path.Volume * concentration;
        return new CalculatorResult($"{path.Volume} x {concentration} = {mass}").Add("volume", path.Volume).Add("mass", mass);
    }

    private static CalculatorResult? Bridge(CalculatorArguments input)
    {
        var path = ReadPath(input);
        var old = input.Positive<Concentration>("old");
        var now = input.Positive<Concentration>("new");
        var dose = input.Positive<DoseRate>("dose");
        if (path is null || !input.IsComplete)
        {
            return null;
        }

        var volume = path.ForBridge(now > old);
        if ((dose / old).TimeFor(volume) is null || (dose / now).TimeFor(volume) is null)
        {
            input.Fault("dose", $"{dose} at these concentrations takes more than a hundred years to clear {volume}; expected a larger dose");
            return null;
        }

        var bridge = BridgeArithmetic.Of(path, old, now, dose);
        return new CalculatorResult(
            $"{dose} / {old} = {bridge.Rate}; {bridge.Volume} / {bridge.Rate} = {QuantityText.Write(bridge.Duration)}; {bridge.Volume} x {now} = {bridge.Programmed}; {bridge.Volume} x {old} = {bridge.Delivered}"
        )
            .Add("volume", bridge.Volume)
            .Add("rate", bridge.Rate)
            .Add("duration", bridge.Duration)
            .Add("programmed", bridge.Programmed)
            .Add("delivered", bridge.Delivered)
            .Add("shownDose", bridge.Shown)
            .Add(
                "unbridged",
                $"{Display.Of(bridge.UnbridgedDose)} for {Display.Of(bridge.UnbridgedDuration)}",
                json =>
                {
                    json.WriteStartObject();
                    json.WriteString("dose", bridge.UnbridgedDose.ToString());
                    json.WriteString("duration", QuantityText.Write(bridge.UnbridgedDuration));
                    json.WriteEndObject();
                }
            );
    }

    /// <summary>
    /// The path as one volume, or as tubing (one figure, or a smallest and a largest) and catheter. Without any tubing it is the catheter alone:
    /// a pump that was primed on the back table.
    /// </summary>
    private static FluidPath? ReadPath(CalculatorArguments input)
    {
        string[] parts = ["tubing", "length", "per-length", "tubing-minimum", "tubing-maximum"];
        if (input.Has("fluid-path"))
        {
            foreach (var part in parts.Where(input.Has))
            {
                input.Fault(part, "given beside --fluid-path; expected one or the other");
            }

            return new FluidPath(Volume.Zero, Volume.Zero, input.Positive<Volume>("fluid-path"));
        }

        if (!input.Has("length") || !input.Has("per-length"))
        {
            input.Fault("fluid-path", "missing; expected --fluid-path, or --length and --per-length with --tubing");
            return null;
        }

        if (input.Has("tubing-minimum") != input.Has("tubing-maximum") || (input.Has("tubing") && input.Has("tubing-minimum")))
        {
            input.Fault("tubing", "expected either --tubing, or both --tubing-minimum and --tubing-maximum");
            return null;
        }

        var catheter = input.Positive<Length>("length") * input.Positive<VolumePerLength>("per-length");
        var tubing = input.Optional<Volume>("tubing") ?? Volume.Zero;
        var minimum = input.Optional<Volume>("tubing-minimum") ?? tubing;
        var maximum = input.Optional<Volume>("tubing-maximum") ?? tubing;
        if (input.IsComplete && minimum > maximum)
        {
            input.Fault("tubing-minimum", $"{minimum} is more than the maximum; expected at most {maximum}");
        }

        return new FluidPath(minimum, maximum, catheter);
    }
}
