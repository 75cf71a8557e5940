using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Simulation;

/// <summary>A simulation as JSON.</summary>
public static class SimulationJson
{
    /// <summary>
    /// Writes <c>{ therapy, model, times, levels, drugs, tip, massBalance, solver, findings }</c>: times in h, concentrations in ng/mL, what leaves the tip in micrograms per hour from
    /// each change on, the balance in micrograms.
    /// </summary>
    /// <param name="simulation">What was found.</param>
    /// <param name="seconds">How long it took; measured by the caller.</param>
    /// <param name="output">UTF-8.</param>
    public static void Write(TherapySimulation simulation, double seconds, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("therapy", simulation.Plan.Therapy.Name);
        json.WriteString("model", "mean adult of such age, sex, height and weight; no measurement, and no instruction to treat");
        Numbers(json, "times", simulation.Hours);
        json.WriteStartArray("levels");
        foreach (var level in simulation.Levels)
        {
            json.WriteStringValue(level.ToString());
        }

        json.WriteEndArray();
        json.WriteStartArray("drugs");
        foreach (var drug in simulation.Drugs)
        {
            WriteDrug(json, drug);
        }

        json.WriteEndArray();
        WriteTip(json, simulation);
        var balance = new MassBalance(
            simulation.Drugs.Sum(drug => drug.Balance.In),
            simulation.Drugs.Sum(drug => drug.Balance.Body),
            simulation.Drugs.Sum(drug => drug.Balance.Eliminated),
            simulation.Drugs.Count == 0 ? 0 : simulation.Drugs.MaxBy(drug => Math.Abs(drug.Balance.Error))!.Balance.Error
        );
        WriteBalance(json, balance);
        json.WriteStartObject("solver");
        json.WriteNumber("states", simulation.Drugs.Sum(drug => drug.Solver.States));
        json.WriteNumber("steps", simulation.Drugs.Sum(drug => drug.Solver.Steps));
        json.WriteNumber("seconds", seconds);
        json.WriteEndObject();
        PlanJson.WriteFindings(json, simulation.Findings);
        json.WriteEndObject();
    }

    private static void WriteDrug(Utf8JsonWriter json, SimulatedDrug drug)
    {
        json.WriteStartObject();
        json.WriteString("drug", drug.Drug.Id);
        Curves(json, "csf", drug.Csf);
        Curves(json, "cord", drug.Cord);
        Curves(json, "epidural", drug.Epidural);
        Numbers(json, "cistern", drug.Cistern);
        Numbers(json, "plasma", drug.Plasma);
        if (drug.Effect is { } effect)
        {
            Numbers(json, "effect", effect);
        }
        else
        {
            json.WriteNull("effect");
        }

        WriteBalance(json, drug.Balance);
        json.WriteEndObject();
    }

    private static void WriteTip(Utf8JsonWriter json, TherapySimulation simulation)
    {
        json.WriteStartArray("tip");
        foreach (var drug in simulation.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", drug.Drug.Id);
            json.WriteStartArray("at");
            foreach (var time in drug.Tip.Times)
            {
                json.WriteNumberValue(RateSchedule.Hours(time));
            }

            json.WriteEndArray();
            json.WriteStartArray("rate");
            for (var change = 0; change < drug.Tip.Changes; change++)
            {
                json.WriteNumberValue(drug.Tip.Rates(change)[0]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBalance(Utf8JsonWriter json, MassBalance balance)
    {
        json.WriteStartObject("massBalance");
        json.WriteNumber("in", balance.In);
        json.WriteNumber("body", balance.Body);
        json.WriteNumber("eliminated", balance.Eliminated);
        json.WriteNumber("error", balance.Error);
        json.WriteEndObject();
    }

    private static void Curves(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<Level, double[]>> curves)
    {
        json.WriteStartObject(name);
        foreach (var (place, values) in curves)
        {
            Numbers(json, place.ToString(), values);
        }

        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
