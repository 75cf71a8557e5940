using NodaTime;

namespace Neuraxial;

/// <summary>Dose, rate, volume, the day's steps and what a patient may ask for.</summary>
internal static class DoseCalculators
{
    private static readonly CalculatorInput Concentration = new("concentration", "concentration of the drug, as \"10 mg/mL\"", InputKind.Required);

    public static IReadOnlyList<Calculator> All { get; } =
    [
        new(
            "rate",
            "the flow that gives a dose",
            "rate = dose / concentration",
            [new("dose", "dose rate, as \"4 mg/d\"", InputKind.Required), Concentration],
            Rate
        ),
        new(
            "dose",
            "the dose that a flow gives",
            "dose = rate x concentration",
            [new("rate", "flow rate, as \"0.4 mL/d\"", InputKind.Required), Concentration],
            Dose
        ),
        new(
            "volume",
            "the volume that holds a mass",
            "volume = mass / concentration",
            [new("mass", "mass, as \"100 mg\"", InputKind.Required), Concentration],
            Volume
        ),
        new(
            "weight",
            "the flow that gives a dose by body weight",
            "rate = dose x weight / concentration",
            [
                new("dose", "dose by weight, as \"5 ug/kg/min\"", InputKind.Required),
                new("weight", "body weight, as \"82 kg\"", InputKind.Required),
                Concentration,
            ],
            Weight
        ),
        new(
            "flex",
            "the rates of a day in steps, each with its dose",
            "rate of a step = its mass / concentration / its duration; dose = sum of the masses of 24 h",
            [Concentration, new("step", "duration and mass of a step, as \"7 h 20 ug\"", InputKind.Repeated)],
            Flex
        ),
        new(
            "demand",
            "how many demand boluses a window can hold, and what they come to with the basal flow",
            "spacing = lockout (from the start of a bolus) or lockout + bolus duration (from its end); count = whole spacings in the window, or from a first bolus at 0; total = basal x window + count x dose, never above the maximum",
            [
                new("basal", "basal flow or dose rate, as \"15 mL/h\" or \"5 mg/h\"", InputKind.Required),
                new("dose", "one bolus, a volume or a mass as the basal is", InputKind.Required),
                new("lockout", "lockout, as \"20 min\"", InputKind.Required),
                new("lockout-from", "'start' or 'end' of a bolus; 'start' if not given", InputKind.Optional),
                new("bolus-duration", "duration of a bolus, needed if the lockout counts from its end", InputKind.Optional),
                new("first-at-zero", "the first bolus is given when the window opens", InputKind.Flag),
                new("window", "length of the window, as \"1 h\" or \"24 h\"", InputKind.Required),
                new("maximum", "most in the window, basal to come counted, a volume or a mass as the basal is", InputKind.Optional),
            ],
            Demand
        ),
        new(
            "trial",
            "a periodic program that repeats a trial bolus as often as its relief wore off",
            "bolus volume = bolus / concentration, every relief; dose = bolus / relief",
            [
                new("bolus", "trial bolus that gave relief, as \"50 ug\"", InputKind.Required),
                new("relief", "how long it lasted, as \"8 h\"", InputKind.Required),
                Concentration,
                new("over", "over what time the pump gives each bolus, as \"10 min\"", InputKind.Required),
            ],
            Trial
        ),
    ];

    private static CalculatorResult? Rate(CalculatorArguments input)
    {
        var dose = input.Quantity<DoseRate>("dose");
        var concentration = input.Positive<Concentration>("concentration");
        if (!input.IsComplete)
        {
            return null;
        }

        var rate = dose / concentration;
        return new CalculatorResult($"{dose} / {concentration} = {rate}").Add("rate", rate).PerHour(rate);
    }

    private static CalculatorResult? Dose(CalculatorArguments input)
    {
        var rate = input.Quantity<FlowRate>("rate");
        var concentration = input.Quantity<Concentration>("concentration");
        if (!input.IsComplete)
        {
            return null;
        }

        var dose = rate * concentration;
        return new CalculatorResult($"{rate} x {concentration} = {dose}").Add("dose", dose).PerHour(dose);
    }

    private static CalculatorResult? Volume(CalculatorArguments input)
    {
        var mass = input.Quantity<Mass>("mass");
        var concentration = input.Positive<Concentration>("concentration");
        if (!input.IsComplete)
        {
            return null;
        }

        var volume = mass / concentration;
        return new CalculatorResult($"{mass} / {concentration} = {volume}").Add("volume", volume);
    }

    private static CalculatorResult? Weight(CalculatorArguments input)
    {
        var dose = input.Quantity<BodyDoseRate>("dose");
        var weight = input.Quantity<Mass>("weight");
        var concentration = input.Positive<Concentration>("concentration");
        if (!input.IsComplete)
        {
            return null;
        }

        var rate = dose * weight / concentration;
        return new CalculatorResult($"{input.Texts("dose")[0]} x {input.Texts("weight")[0]} / {concentration} = {rate}")
            .Add("rate", rate)
            .PerHour(rate);
    }

    private static CalculatorResult? Flex(CalculatorArguments input)
    {
        var concentration = input.Positive<Concentration>("concentration");
        var steps = input.Texts("step").Select((text, i) => ReadStep(input, text, i)).ToList();
        if (!input.IsComplete)
        {
            return null;
        }

        var day = steps.Aggregate(NodaTime.Duration.Zero, (sum, step) => sum + step!.Value.Duration);
        if (day != Durations.OneDay)
        {
            input.Fault("step", $"the steps make {QuantityText.Write(day)}; expected 24 h exactly");
            return null;
        }

        var dose = steps.Aggregate(Neuraxial.Mass.Zero, (sum, step) => sum + step!.Value.Mass) / Durations.OneDay;
        var rates = steps.Select(step => (step!.Value.Duration, Rate: step.Value.Mass / concentration / step.Value.Duration)).ToList();
        return new CalculatorResult(
            string.Join(
                "; ",
                steps.Zip(rates, (step, rate) => $"{step!.Value.Mass} / {concentration} / {QuantityText.Write(step.Value.Duration)} = {rate.Rate}")
            )
        )
            .Add("dose", dose)
            .Add("rate", dose / concentration)
            .Add(
                "steps",
                string.Join("; ", rates.Select(step => $"{Display.Of(step.Duration)} at {Display.PerHour(step.Rate)}")),
                json =>
                {
                    json.WriteStartArray();
                    foreach (var (duration, rate) in rates)
                    {
                        json.WriteStartObject();
                        json.WriteString("duration", QuantityText.Write(duration));
                        json.WriteString("rate", rate.ToString());
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }
            );
    }

    /// <summary>A duration and a mass, four words: <c>7 h 20 ug</c>.</summary>
    private static (Duration Duration, Mass Mass)? ReadStep(CalculatorArguments input, string text, int index)
    {
        var words = text.Split(' ');
        var duration = words.Length == 4 ? QuantityText.ParseDuration($"{words[0]} {words[1]}") : default;
        var mass = words.Length == 4 ? QuantityText.Parse<Mass>($"{words[2]} {words[3]}") : default;
        if (words.Length == 4 && duration.Succeeded && mass.Succeeded && duration.Value > NodaTime.Duration.Zero)
        {
            return (duration.Value, mass.Value);
        }

        var problem = words.Length != 4 ? "no duration and mass" : duration.Problem ?? mass.Problem ?? "a duration of nothing";
        input.Fault("step", $"step {index + 1}, '{Printable.OneLine(text, 40)}': {problem}; expected a duration and a mass, as \"7 h 20 ug\"");
        return null;
    }

    private static CalculatorResult? Trial(CalculatorArguments input)
    {
        var bolus = input.Quantity<Mass>("bolus");
        var relief = input.PositiveDuration("relief");
        var concentration = input.Positive<Concentration>("concentration");
        var over = input.PositiveDuration("over");
        if (!input.IsComplete)
        {
            return null;
        }

        if (over > relief)
        {
            input.Fault("over", $"{QuantityText.Write(over)} is longer than the relief; expected at most {QuantityText.Write(relief)}");
            return null;
        }

        var match = TrialMatch.Of(bolus, relief, concentration, over);
        return new CalculatorResult(
            $"{bolus} / {concentration} = {match.Program.Bolus} every {QuantityText.Write(relief)}; {bolus} / {QuantityText.Write(relief)} = {match.Dose}"
        )
            .Add("bolus", match.Program.Bolus)
            .Add("every", match.Program.Every)
            .Add("dose", match.Dose)
            .Add("rate", match.Program.Bolus / relief)
            .Number("perDay", match.PerDay, Display.Number(match.PerDay));
    }

    private static CalculatorResult? Demand(CalculatorArguments input) =>
        input.Has("basal") && QuantityText.Parse<FlowRate>(input.Texts("basal")[0]).Succeeded
            ? DemandCalculator<Volume, FlowRate>.Run(input, (rate, window) => rate * window)
            : DemandCalculator<Mass, DoseRate>.Run(input, (rate, window) => rate * window);
}
