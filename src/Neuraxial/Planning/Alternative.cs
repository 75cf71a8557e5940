using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace Neuraxial;

/// <summary>One of several plans that are weighed against each other, with what the comparison adds to it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Lasts">From the fill to the refill-by date, all demand boluses taken; <see langword="null"/> if no date is known.</param>
/// <param name="VisitsPerYear">365.25 days ÷ that time: how many refills or bag changes a year.</param>
public sealed record Alternative(Plan Plan, Duration? Lasts, decimal? VisitsPerYear)
{
    /// <summary>Weighs a plan.</summary>
    public static Alternative Of(Plan plan)
    {
        var lasts = plan.RefillWithAll.RefillBy is { } by && by > plan.Therapy.Fill.Instant ? by - plan.Therapy.Fill.Instant : (Duration?)null;
        return new Alternative(plan, lasts, lasts is { } time ? 365.25m / time.InDays() : null);
    }

    /// <summary>Writes alternatives as a JSON array: <c>{ therapy, pump, mode, rate, volume, basal, maximum, lasts, visitsPerYear, refillBy, reason, delay, findings{severity: count} }</c>.</summary>
    public static void Write(IReadOnlyList<Alternative> alternatives, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        foreach (var alternative in alternatives)
        {
            alternative.Write(json);
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("therapy", Plan.Therapy.Name);
        json.WriteString("pump", Plan.Therapy.Pump.Model.Id);
        json.WriteString("mode", Plan.Therapy.Program.Mode);
        json.WriteString("rate", Plan.Program.Mean.ToString());
        json.WriteString("volume", Plan.Therapy.Fill.Volume.ToString());
        PlanJson.WriteDoses(json, "basal"u8, Plan.Program.Basal);
        PlanJson.WriteDoses(json, "maximum"u8, Plan.Program.Maximum);
        json.WriteString("lasts", Lasts is { } lasts ? QuantityText.Write(lasts) : null);
        if (VisitsPerYear is { } visits)
        {
            json.WriteNumber("visitsPerYear", visits);
        }
        else
        {
            json.WriteNull("visitsPerYear");
        }

        json.WriteString("refillBy", Plan.RefillWithAll.RefillBy is { } by ? DateText.Write(by) : null);
        json.WriteString("reason", Plan.RefillWithAll.Reason is { } reason ? RefillDates.Reasons.Word(reason) : null);
        json.WriteString("delay", Plan.FluidPath?.Delay is { } delay ? QuantityText.Write(delay) : null);
        json.WriteStartObject("findings");
        foreach (var group in Plan.Findings.GroupBy(finding => finding.SeverityWord, StringComparer.Ordinal))
        {
            json.WriteNumber(group.Key, group.Count());
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
