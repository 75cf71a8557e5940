using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <summary>
/// Writes a plan as JSON: quantities in the grammar of quantities, unrounded; dates in UTC; what is not known is <c>null</c>.
/// The shape is a contract: members are added, never renamed.
/// </summary>
public static partial class PlanJson
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of each formulary what it says the same of in every plan, since another may cite the same row by another title.</summary>
    private static readonly ConditionalWeakTable<Formulary, ConditionalWeakTable<object, byte[]>> Kept = [];

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Where to; UTF-8.</param>
    /// <param name="indented">Over many lines, for people, or on one, for JSON lines.</param>
    public static void Write(Plan plan, IBufferWriter<byte> output, bool indented)
    {
        using var json = new Utf8JsonWriter(output, Options with { Indented = indented });
        json.WriteStartObject();
        json.WriteString("therapy", plan.Therapy.Name);
        WriteFormulary(json, plan.Formulary);
        json.WriteString("profile", plan.Profile);
        WriteInfusate(json, plan.Therapy);
        WriteProgram(json, plan);
        WritePath(json, plan);
        WriteRefill(json, plan);
        WritePriming(json, plan.Priming);
        WriteBridge(json, plan.Bridge);
        WriteTip(json, plan.Tip);
        WriteMixing(json, plan.Mixing);
        WriteResidual(json, plan.Residual);
        WriteComparison(json, plan.Comparison);
        WriteClinical(json, plan);
        WriteTransfer(json, plan.Transfer);
        WriteCompounding(json, plan);
        WriteLimits(json, plan.Limits);
        WriteFindings(json, plan.Findings);
        json.WriteEndObject();
    }

    /// <summary>What the formulary says the same of in every plan: on one line its bytes are kept, over many lines it depends on where it stands.</summary>
    private static void Same<T>(Utf8JsonWriter json, T of, Formulary formulary, Action<Utf8JsonWriter, T, Formulary> write)
        where T : class
    {
        if (json.Options.Indented)
        {
            write(json, of, formulary);
            return;
        }

        var kept = Kept.GetOrCreateValue(formulary);
        if (!kept.TryGetValue(of, out var bytes))
        {
            bytes = OnOneLine(of, formulary, write);
            kept.AddOrUpdate(of, bytes);
        }

        json.WriteRawValue(bytes, skipInputValidation: true);
    }

    private static byte[] OnOneLine<T>(T of, Formulary formulary, Action<Utf8JsonWriter, T, Formulary> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json, of, formulary);
        }

        return bytes.WrittenSpan.ToArray();
    }

    internal static void WriteFormulary(Utf8JsonWriter json, Formulary formulary)
    {
        json.WriteStartObject("formulary");
        json.WriteString("version", formulary.Version);
        json.WriteString("sha256", formulary.Sha256);
        json.WriteStartArray("layers");
        foreach (var layer in formulary.Layers)
        {
            json.WriteStartObject();
            json.WriteString("name", layer.Name);
            json.WriteString("version", layer.Version);
            json.WriteString("sha256", layer.Sha256);
            WriteGovernance(json, layer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInfusate(Utf8JsonWriter json, Therapy therapy)
    {
        json.WriteStartObject("infusate");
        Write(json, "volume", therapy.Fill.Volume);
        json.WriteString("diluent", therapy.Infusate.Diluent);
        json.WriteStartArray("drugs");
        foreach (var part in therapy.Infusate.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", part.Drug.Id);
            Write(json, "concentration", part.Concentration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProgram(Utf8JsonWriter json, Plan plan)
    {
        var program = plan.Program;
        json.WriteStartObject("program");
        json.WriteString("mode", plan.Therapy.Program.Mode);
        Write(json, "rate", program.Mean);
        WriteSteps(json, plan.Therapy.Program);
        WriteDoses(json, "basal", program.Basal);
        WriteDoses(json, "maximum", program.Maximum);
        Write(json, "maximumVolume", program.MaximumVolume);
        json.WriteNumber("demandBoluses", program.DemandCount);
        if (program.Achievable is { } achievable)
        {
            json.WriteStartObject("achievable");
            Write(json, "rate", achievable.Rate);
            json.WriteNumber("error", Plain(achievable.ErrorPercent));
            WriteDoses(json, "doses", achievable.Doses);
            Write(json, "demandBolus", achievable.DemandVolume);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("achievable");
        }

        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, InfusionProgram program)
    {
        json.WriteStartArray("steps");
        switch (program)
        {
            case FlexProgram flex:
                WriteSteps(json, flex.Steps, null);
                foreach (var days in flex.OtherDays)
                {
                    WriteSteps(json, days.Steps, days.On);
                }

                break;
            case ContinuousProgram continuous:
                WriteSteps(json, [new FlexStep(LocalTime.Midnight, continuous.Rate)], null);
                break;
            case ConstantFlowProgram constant:
                WriteSteps(json, [new FlexStep(LocalTime.Midnight, constant.Flow)], null);
                break;
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<FlexStep> steps, IReadOnlyList<IsoDayOfWeek>? on)
    {
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("at", DateText.Write(step.At));
            Write(json, "rate", step.Rate);
            if (on is not null)
            {
                json.WriteStartArray("on");
                foreach (var day in on)
                {
                    json.WriteStringValue(FlexReading.Days.Word(day));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }

    private static void WritePath(Utf8JsonWriter json, Plan plan)
    {
        if (plan.FluidPath is not { } planned)
        {
            json.WriteNull("fluidPath");
            return;
        }

        json.WriteStartObject("fluidPath");
        Write(json, "volume", planned.Path.Volume);
        Write(json, "delay", planned.Delay);
        Write(json, "tubing", planned.Path.TubingMaximum);
        Write(json, "catheter", planned.Path.Catheter);
        json.WriteStartArray("tubingHistory");
        foreach (var constant in plan.Therapy.Pump.Model.IsImplanted ? plan.Therapy.Pump.Model.TubingHistory(Bound.Maximum) : [])
        {
            json.WriteStartObject();
            var figure = constant.Content();
            json.WriteString("value", figure?.Quantity<Volume>()?.ToString() ?? figure?.ToString());
            json.WriteString("since", constant.Text("since"));
            json.WriteString("replaces", constant.Text("replaces"));
            json.WriteBoolean("withdrawn", constant.Truth("withdrawn") is true);
            json.WriteString("why", constant.Text("why"));
            json.WriteString("source", plan.Formulary.Cite(constant.Provenance!));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRefill(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject("refill");
        WriteDates(json, plan.Refill);
        if (plan.RefillWithExpected is { } expected)
        {
            json.WriteStartObject("withExpected");
            WriteDates(json, expected);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("withExpected");
        }

        json.WriteStartObject("withAllBoluses");
        WriteDates(json, plan.RefillWithAll);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter json, RefillDates dates)
    {
        Write(json, "emptyAt", dates.EmptyAt);
        Write(json, "lowAt", dates.LowAt);
        Write(json, "stableUntil", dates.StableUntil);
        Write(json, "serviceUntil", dates.ServiceUntil);
        Write(json, "refillBy", dates.RefillBy);
        json.WriteString("reason", dates.Reason is { } reason ? RefillDates.Reasons.Word(reason) : null);
    }

    internal static void WriteDoses(Utf8JsonWriter json, string name, IReadOnlyList<DrugDose> doses)
    {
        json.WriteStartArray(name);
        foreach (var dose in doses)
        {
            json.WriteStartObject();
            json.WriteString("drug", dose.Drug.Id);
            Write(json, "dose", dose.Dose);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, T? quantity)
        where T : struct, IQuantity<T> => json.WriteString(name, quantity?.ToString());

    private static void Write<T>(Utf8JsonWriter json, string name, T quantity)
        where T : struct, IQuantity<T> => json.WriteString(name, quantity.ToString());

    private static void Write(Utf8JsonWriter json, string name, Duration? duration) =>
        json.WriteString(name, duration is { } known ? QuantityText.Write(known) : null);

    private static void Write(Utf8JsonWriter json, string name, Instant? instant) =>
        json.WriteString(name, instant is { } known ? DateText.Write(known) : null);

    /// <summary>The same number without trailing zeros.</summary>
    internal static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
