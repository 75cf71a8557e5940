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
        json.WriteString("therapy"u8, plan.Therapy.Name);
        WriteFormulary(json, plan.Formulary);
        json.WriteString("profile"u8, plan.Profile);
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
        json.WriteStartObject("formulary"u8);
        json.WriteString("version"u8, formulary.Version);
        json.WriteString("sha256"u8, formulary.Sha256);
        json.WriteStartArray("layers"u8);
        foreach (var layer in formulary.Layers)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, layer.Name);
            json.WriteString("version"u8, layer.Version);
            json.WriteString("sha256"u8, layer.Sha256);
            WriteGovernance(json, layer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInfusate(Utf8JsonWriter json, Therapy therapy)
    {
        json.WriteStartObject("infusate"u8);
        Write(json, "volume"u8, therapy.Fill.Volume);
        json.WriteString("diluent"u8, therapy.Infusate.Diluent);
        json.WriteStartArray("drugs"u8);
        foreach (var part in therapy.Infusate.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, part.Drug.Id);
            Write(json, "concentration"u8, part.Concentration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProgram(Utf8JsonWriter json, Plan plan)
    {
        var program = plan.Program;
        json.WriteStartObject("program"u8);
        json.WriteString("mode"u8, plan.Therapy.Program.Mode);
        Write(json, "rate"u8, program.Mean);
        WriteSteps(json, plan.Therapy.Program);
        WriteDoses(json, "basal"u8, program.Basal);
        WriteDoses(json, "maximum"u8, program.Maximum);
        Write(json, "maximumVolume"u8, program.MaximumVolume);
        json.WriteNumber("demandBoluses"u8, program.DemandCount);
        if (program.Achievable is { } achievable)
        {
            json.WriteStartObject("achievable"u8);
            Write(json, "rate"u8, achievable.Rate);
            json.WriteNumber("error"u8, Plain(achievable.ErrorPercent));
            WriteDoses(json, "doses"u8, achievable.Doses);
            Write(json, "demandBolus"u8, achievable.DemandVolume);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("achievable"u8);
        }

        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, InfusionProgram program)
    {
        json.WriteStartArray("steps"u8);
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
            json.WriteString("at"u8, DateText.Write(step.At));
            Write(json, "rate"u8, step.Rate);
            if (on is not null)
            {
                json.WriteStartArray("on"u8);
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
            json.WriteNull("fluidPath"u8);
            return;
        }

        json.WriteStartObject("fluidPath"u8);
        Write(json, "volume"u8, planned.Path.Volume);
        Write(json, "delay"u8, planned.Delay);
        Write(json, "tubing"u8, planned.Path.TubingMaximum);
        Write(json, "catheter"u8, planned.Path.Catheter);
        json.WriteStartArray("tubingHistory"u8);
        foreach (var constant in plan.Therapy.Pump.Model.IsImplanted ? plan.Therapy.Pump.Model.TubingHistory(Bound.Maximum) : [])
        {
            json.WriteStartObject();
            var figure = constant.Content();
            json.WriteString("value"u8, figure?.Quantity<Volume>()?.ToString() ?? figure?.ToString());
            json.WriteString("since"u8, constant.Text("since"));
            json.WriteString("replaces"u8, constant.Text("replaces"));
            json.WriteBoolean("withdrawn"u8, constant.Truth("withdrawn") is true);
            json.WriteString("why"u8, constant.Text("why"));
            json.WriteString("source"u8, plan.Formulary.Cite(constant.Provenance!));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRefill(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject("refill"u8);
        WriteDates(json, plan.Refill);
        if (plan.RefillWithExpected is { } expected)
        {
            json.WriteStartObject("withExpected"u8);
            WriteDates(json, expected);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("withExpected"u8);
        }

        json.WriteStartObject("withAllBoluses"u8);
        WriteDates(json, plan.RefillWithAll);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter json, RefillDates dates)
    {
        Write(json, "emptyAt"u8, dates.EmptyAt);
        Write(json, "lowAt"u8, dates.LowAt);
        Write(json, "stableUntil"u8, dates.StableUntil);
        Write(json, "serviceUntil"u8, dates.ServiceUntil);
        Write(json, "refillBy"u8, dates.RefillBy);
        json.WriteString("reason"u8, dates.Reason is { } reason ? RefillDates.Reasons.Word(reason) : null);
    }

    internal static void WriteDoses(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<DrugDose> doses)
    {
        json.WriteStartArray(name);
        foreach (var dose in doses)
        {
            json.WriteStartObject();
            json.WriteString("drug"u8, dose.Drug.Id);
            Write(json, "dose"u8, dose.Dose);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? quantity)
        where T : struct, IQuantity<T> => json.WriteString(name, quantity?.ToString());

    private static void Write<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T quantity)
        where T : struct, IQuantity<T> => json.WriteString(name, quantity.ToString());

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Duration? duration) =>
        json.WriteString(name, duration is { } known ? QuantityText.Write(known) : null);

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant? instant) =>
        json.WriteString(name, instant is { } known ? DateText.Write(known) : null);

    /// <summary>The same number without trailing zeros.</summary>
    internal static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
