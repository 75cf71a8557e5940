using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <summary>One value of a result.</summary>
/// <param name="Key">As the JSON names it.</param>
/// <param name="Shown">As a person reads it; <see langword="null"/> if it is not known, empty if this answer has none.</param>
public sealed record CalculatedValue(string Key, string? Shown)
{
    /// <summary>Its rows as a person reads them, the head first; <see langword="null"/> for a value that is no table.</summary>
    public IReadOnlyList<IReadOnlyList<string?>>? Table { get; internal init; }

    internal Action<Utf8JsonWriter> WriteValue { get; init; } = static json => json.WriteNullValue();
}

/// <summary>The answer of a calculator: its values in order, and the formula with the numbers in it.</summary>
public sealed class CalculatorResult
{
    private readonly List<CalculatedValue> values = [];

    internal CalculatorResult(string worked) => Worked = worked;

    /// <summary>The formula with the numbers in it, so that a person can check every step.</summary>
    public string Worked { get; }

    /// <summary>Whether what was asked for must not be done or cannot be: the answer says why.</summary>
    public bool IsBlocked { get; internal init; }

    /// <summary>The values.</summary>
    public IReadOnlyList<CalculatedValue> Values => values;

    /// <summary>Writes the values as one JSON object, unrounded.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        foreach (var value in values)
        {
            json.WritePropertyName(value.Key);
            value.WriteValue(json);
        }

        json.WriteEndObject();
    }

    internal CalculatorResult Text(string key, string? text, string? shown) => Add(key, shown, json => json.WriteStringValue(text));

    internal CalculatorResult Add(string key, Mass mass) => Text(key, mass.ToString(), Display.Of(mass));

    internal CalculatorResult Add(string key, Volume volume) => Text(key, volume.ToString(), Display.Of(volume));

    internal CalculatorResult Add(string key, Concentration concentration) => Text(key, concentration.ToString(), Display.Of(concentration));

    internal CalculatorResult Add(string key, FlowRate rate) => Text(key, rate.ToString(), Display.Of(rate));

    internal CalculatorResult Add(string key, DoseRate dose) => Text(key, dose.ToString(), Display.Of(dose));

    internal CalculatorResult Add(string key, TravelRate setting) =>
        Text(key, setting.ToString(), $"{Display.Number(setting.InMillimetresPerHour())}\u00a0mm per hour");

    internal CalculatorResult Add(string key, Duration? duration) =>
        Text(key, duration is { } known ? QuantityText.Write(known) : null, duration is { } length ? Display.Of(length) : null);

    internal CalculatorResult Number(string key, decimal number, string shown) => Add(key, shown, json => json.WriteNumberValue(number));

    /// <summary>A flow by the hour, beside the one by the day.</summary>
    internal CalculatorResult PerHour(FlowRate rate) =>
        Text("perHour", QuantityText.Write(rate.InMillilitresPerHour(), "mL/h"), Display.PerHour(rate));

    /// <summary>A dose by the hour, beside the one by the day.</summary>
    internal CalculatorResult PerHour(DoseRate dose)
    {
        var micrograms = dose.InMicrogramsPerDay() / 24m;
        return Text(
            "perHour",
            micrograms < 1_000m ? QuantityText.Write(micrograms, "ug/h") : QuantityText.Write(micrograms / 1_000m, "mg/h"),
            Display.PerHour(dose)
        );
    }

    /// <summary>Rows: a table for people below the other values, the head first.</summary>
    internal CalculatorResult Add(string key, string shown, IReadOnlyList<IReadOnlyList<string?>>? table, Action<Utf8JsonWriter> write)
    {
        values.Add(new CalculatedValue(key, shown) { Table = table, WriteValue = write });
        return this;
    }

    internal CalculatorResult Add(string key, string? shown, Action<Utf8JsonWriter> write)
    {
        values.Add(new CalculatedValue(key, shown) { WriteValue = write });
        return this;
    }
}
