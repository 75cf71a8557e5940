using NodaTime;

namespace Neuraxial;

/// <summary>What is in the container: how long it lasts, what mixes in it, what is left of it.</summary>
internal static class ContainerCalculators
{
    private static readonly CalculatorInput Residual = new("residual", "what cannot be withdrawn, as \"1.4 mL\"", InputKind.Required);

    public static IReadOnlyList<Calculator> All { get; } =
    [
        new(
            "lasts",
            "how long a fill lasts, and until when",
            "lasts = (fill - reserve) / rate, at most the stability; until = at + lasts",
            [
                new("fill", "volume of the fill, as \"20 mL\"", InputKind.Required),
                new("reserve", "what shall be left, as \"2 mL\"", InputKind.Required),
                new("rate", "flow rate, as \"0.4 mL/d\"", InputKind.Required),
                new("at", "when it was filled, as 2026-11-24T10:00:00Z", InputKind.Optional),
                new("stability", "how long the mixture is good, as \"34 d\"", InputKind.Optional),
            ],
            Lasts
        ),
        new(
            "blend",
            "the concentration when a fill meets what was left",
            "concentration = (residual x old + fill x new) / (residual + fill)",
            [
                Residual,
                new("old", "its concentration, as \"500 ug/mL\"", InputKind.Required),
                new("fill", "volume of the fill, as \"20 mL\"", InputKind.Required),
                new("new", "its concentration, as \"2000 ug/mL\"", InputKind.Required),
            ],
            Blend
        ),
        new(
            "rinse",
            "the concentration of what is left after each rinse with drug-free fluid",
            "after each rinse: concentration x residual / (residual + volume)",
            [
                Residual,
                new("volume", "volume of one rinse, as \"2 mL\"", InputKind.Required),
                new("times", "how many rinses, 1 to 20", InputKind.Required),
                new("start", "concentration before the first, as \"25 ug/mL\"", InputKind.Required),
            ],
            Rinse
        ),
        new(
            "residual",
            "what should be left in a container, held against what was measured",
            "intended = rate x elapsed; expected = filled - intended; delivered = filled - measured; error = (delivered - intended) / intended",
            [
                new("filled", "what was filled in, as \"20 mL\"", InputKind.Required),
                new("rate", "flow rate of the program, as \"0.4 mL/d\"", InputKind.Required),
                new("elapsed", "time since the fill, as \"40 d\"", InputKind.Required),
                new("measured", "what was drawn out, as \"0.5 mL\"", InputKind.Required),
                new("tolerance", "largest error, as \"14.5 %\" or \"2 mL\"; the formulary's two if not given", InputKind.Optional),
            ],
            ResidualLeft
        ),
        new(
            "constant-flow",
            "how to fill a pump with a built-in flow so that it gives a dose",
            "lasts = reservoir / flow; concentration = dose / flow; drug = reservoir x concentration; stock volume = drug / stock; diluent = reservoir - stock volume",
            [
                new("reservoir", "what the reservoir holds, as \"20 mL\"", InputKind.Required),
                new("flow", "the pump's flow, as \"0.5 mL/d\"", InputKind.Required),
                new("dose", "wanted dose, as \"4 mg/d\"", InputKind.Required),
                new("stock", "concentration of the stock, as \"25 mg/mL\"", InputKind.Required),
            ],
            ConstantFlow
        ),
    ];

    private static CalculatorResult? Lasts(CalculatorArguments input)
    {
        var fill = input.Quantity<Volume>("fill");
        var reserve = input.Quantity<Volume>("reserve");
        var rate = input.Quantity<FlowRate>("rate");
        var at = input.OptionalMoment("at");
        var stability = input.OptionalDuration("stability");
        if (input.IsComplete && reserve > fill)
        {
            input.Fault("reserve", $"{reserve} is more than the fill; expected at most {fill}");
        }

        if (!input.IsComplete)
        {
            return null;
        }

        var (lasts, reason) = RefillDates.Lasts(fill, reserve, rate, stability);
        var until = at is { } moment && lasts is { } time ? moment.ToInstant() + time : (Instant?)null;
        var word = lasts is null ? null : RefillDates.Reasons.Word(reason);
        return new CalculatorResult(
            $"({fill} - {reserve}) / {rate} = {(rate.TimeFor(fill - reserve) is { } byVolume ? QuantityText.Write(byVolume) : "never")}"
        )
            .Add("lasts", lasts)
            .Text(
                "until",
                until is { } end ? DateText.Write(end) : null,
                until is { } shown ? Display.Of(shown.WithOffset(at!.Value.Offset).LocalDateTime) : null
            )
            .Text("reason", word, word);
    }

    private static CalculatorResult? Blend(CalculatorArguments input)
    {
        var residual = input.Quantity<Volume>("residual");
        var old = input.Quantity<Concentration>("old");
        var fill = input.Positive<Volume>("fill");
        var now = input.Quantity<Concentration>("new");
        if (!input.IsComplete)
        {
            return null;
        }

        var concentration = Reservoir.Blend(residual, old, fill, now);
        return new CalculatorResult($"({residual} x {old} + {fill} x {now}) / ({residual} + {fill}) = {concentration}").Add(
            "concentration",
            concentration
        );
    }

    private static CalculatorResult? Rinse(CalculatorArguments input)
    {
        var residual = input.Quantity<Volume>("residual");
        var volume = input.Positive<Volume>("volume");
        var times = input.Count("times", 1, 20);
        var start = input.Quantity<Concentration>("start");
        if (!input.IsComplete)
        {
            return null;
        }

        var concentrations = Reservoir.Rinse(residual, volume, times, start);
        return new CalculatorResult($"each rinse leaves {residual} / ({residual} + {volume}) of the concentration").Add(
            "concentrations",
            string.Join(", ", concentrations.Select(concentration => Display.Of(concentration))),
            json =>
            {
                json.WriteStartArray();
                foreach (var concentration in concentrations)
                {
                    json.WriteStringValue(concentration.ToString());
                }

                json.WriteEndArray();
            }
        );
    }

    private static CalculatorResult? ResidualLeft(CalculatorArguments input)
    {
        var filled = input.Positive<Volume>("filled");
        var rate = input.Quantity<FlowRate>("rate");
        var elapsed = input.Duration("elapsed");
        var measured = input.Quantity<Volume>("measured");
        var (percent, volume) = ReadTolerance(input);
        if (input.IsComplete && measured > filled)
        {
            input.Fault("measured", $"{measured} is more than was filled in; expected at most {filled}");
        }

        if (!input.IsComplete)
        {
            return null;
        }

        var result = ResidualReconciliation.Of(filled, rate * elapsed, measured, percent, volume);
        var severity = result.Severity is { } weight ? Finding.Severities.Word(weight) : "none";
        return new CalculatorResult(
            $"{filled} - {rate} x {QuantityText.Write(elapsed)} = {result.Expected} expected; ({result.Delivered} - {result.Intended}) / {result.Intended}"
        )
            .Add("expected", result.Expected)
            .Add("delivered", result.Delivered)
            .Add("intended", result.Intended)
            .Add("errorPercent", result.ErrorPercent is { } error ? Display.Percent(error) : null, json => WriteNumber(json, result.ErrorPercent))
            .Text("severity", severity, result.Severity is null ? "within tolerance" : "outside tolerance: evaluate before filling");
    }

    private static void WriteNumber(System.Text.Json.Utf8JsonWriter json, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static (decimal? Percent, Volume? Volume) ReadTolerance(CalculatorArguments input)
    {
        if (!input.Has("tolerance"))
        {
            return (input.Formulary.Setting("residual-share").Number, input.Formulary.Setting("residual-volume").Quantity<Volume>());
        }

        var text = input.Texts("tolerance")[0];
        if (QuantityText.Parse<Volume>(text) is { Succeeded: true } volume)
        {
            return (null, volume.Value);
        }

        if (QuantityText.ParsePercent(text) is { Succeeded: true } percent)
        {
            return (percent.Value, null);
        }

        input.Fault("tolerance", $"'{Printable.OneLine(text, 40)}' is no tolerance; expected per cent or a volume, as \"14.5 %\" or \"2 mL\"");
        return (null, null);
    }

    private static CalculatorResult? ConstantFlow(CalculatorArguments input)
    {
        var reservoir = input.Positive<Volume>("reservoir");
        var flow = input.Positive<FlowRate>("flow");
        var dose = input.Quantity<DoseRate>("dose");
        var stock = input.Positive<Concentration>("stock");
        if (!input.IsComplete)
        {
            return null;
        }

        if (flow.TimeFor(reservoir) is null)
        {
            input.Fault("flow", $"{flow} takes more than a hundred years to empty {reservoir}; expected a larger flow");
            return null;
        }

        var fill = ConstantFlowFill.Of(reservoir, flow, dose, stock);
        if (fill.DiluentVolume is not { } diluent)
        {
            input.Fault(
                "stock",
                $"{fill.StockVolume} of stock would be needed, more than the reservoir's {reservoir}; expected a stronger stock or a smaller dose"
            );
            return null;
        }

        return new CalculatorResult(
            $"{reservoir} / {flow} = {QuantityText.Write(fill.Lasts)}; {dose} / {flow} = {fill.Concentration}; {reservoir} x {fill.Concentration} = {fill.Drug}; {fill.Drug} / {stock} = {fill.StockVolume}"
        )
            .Add("lasts", fill.Lasts)
            .Add("drug", fill.Drug)
            .Add("stockVolume", fill.StockVolume)
            .Add("diluentVolume", diluent)
            .Add("concentration", fill.Concentration);
    }
}
