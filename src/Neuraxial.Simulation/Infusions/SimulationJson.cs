using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Simulation;

/// <summary>
/// Writes a simulation as JSON: times in h since the fill, concentrations in ng/mL, masses in micrograms, what leaves the tip in micrograms per hour.
/// The shape is a contract: members are added, never renamed.
/// </summary>
public static class SimulationJson
{
    /// <summary>
    /// Writes <c>{ therapy, model, times, levels, drugs, tip, massBalance, solver, findings }</c>. A drug whose way is not known stands among the drugs with
    /// <c>null</c> for all that is not known of it. <c>tip</c> holds for each drug the times at which its rate changes, and the rate from each of them on.
    /// </summary>
    /// <param name="simulation">What was found.</param>
    /// <param name="seconds">How long it took; measured by the caller.</param>
    /// <param name="output">UTF-8.</param>
    public static void Write(TherapySimulation simulation, double seconds, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("therapy", simulation.Plan.Therapy.Name);
        json.WriteString("model", "the mean of adults of such age, sex, height and weight; no measurement, and no instruction to treat");
        json.WriteString("demand", TherapySimulation.DemandWords.Word(simulation.Request.Demand));
        Numbers(json, "times", simulation.Hours);
        json.WriteStartArray("levels");
        foreach (var level in simulation.Levels)
        {
            json.WriteStringValue(level.ToString());
        }

        json.WriteEndArray();
        json.WriteStartArray("drugs");
        foreach (var (drug, _) in simulation.Doses)
        {
            WriteDrug(json, drug, simulation.Of(drug));
        }

        json.WriteEndArray();
        WriteTip(json, simulation);
        WriteBalance(json, simulation.Drugs.Count == 0 ? null : Whole(simulation.Drugs));
        json.WriteStartObject("solver");
        json.WriteNumber("states", simulation.Drugs.Sum(drug => drug.Solver.States));
        json.WriteNumber("steps", simulation.Drugs.Sum(drug => drug.Solver.Steps));
        json.WriteNumber("seconds", seconds);
        json.WriteEndObject();
        PlanJson.WriteFindings(json, simulation.Findings);
        json.WriteEndObject();
    }

    /// <summary>All drugs together; the error is that of the drug with the largest.</summary>
    private static MassBalance Whole(IReadOnlyList<SimulatedDrug> drugs) =>
        new(
            drugs.Sum(drug => drug.Balance.In),
            drugs.Sum(drug => drug.Balance.Body),
            drugs.Sum(drug => drug.Balance.Eliminated),
            drugs.MaxBy(drug => Math.Abs(drug.Balance.Error))!.Balance.Error
        );

    private static void WriteDrug(Utf8JsonWriter json, Drug drug, SimulatedDrug? simulated)
    {
        json.WriteStartObject();
        json.WriteString("drug", drug.Id);
        WriteCurves(json, simulated?.Curves);
        json.WriteStartArray("metabolites");
        foreach (var metabolite in simulated?.Metabolites ?? [])
        {
            json.WriteStartObject();
            json.WriteString("drug", metabolite.Drug.Id);
            WriteCurves(json, metabolite);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSteady(json, simulated?.Settling);
        WriteBalance(json, simulated?.Balance);
        Number(json, "before", simulated?.Before);
        json.WriteEndObject();
    }

    private static void WriteCurves(Utf8JsonWriter json, SubstanceCurves? curves)
    {
        Curves(json, "csf", curves?.Csf);
        Curves(json, "cord", curves?.Cord);
        Curves(json, "epidural", curves is null || curves.Epidural.Count == 0 ? null : curves.Epidural);
        Numbers(json, "cistern", curves?.Cistern);
        Numbers(json, "plasma", curves?.Plasma);
        Numbers(json, "effect", curves?.Effect);
    }

    private static void WriteSteady(Utf8JsonWriter json, Settling? settling)
    {
        if (settling is null)
        {
            json.WriteNull("steady");
            return;
        }

        json.WriteStartObject("steady");
        json.WriteString("level", settling.Level.ToString());
        json.WriteNumber("csf", settling.Steady);
        Number(json, "after", settling.AfterHours);
        json.WriteEndObject();
    }

    private static void WriteTip(Utf8JsonWriter json, TherapySimulation simulation)
    {
        // Where the simulated time ends the schedule does; the pump goes on.
        var end = simulation.Request.For.ToInt64Nanoseconds();
        json.WriteStartArray("tip");
        foreach (var (drug, dose) in simulation.Doses)
        {
            var changes = dose.Times.IndexOf(end) is >= 0 and var last ? last : dose.Changes;
            json.WriteStartObject();
            json.WriteString("drug", drug.Id);
            json.WriteStartArray("at");
            foreach (var time in dose.Times[..changes])
            {
                json.WriteNumberValue(RateSchedule.Hours(time));
            }

            json.WriteEndArray();
            json.WriteStartArray("rate");
            for (var change = 0; change < changes; change++)
            {
                json.WriteNumberValue(dose.Rates(change)[0]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBalance(Utf8JsonWriter json, MassBalance? balance)
    {
        if (balance is null)
        {
            json.WriteNull("massBalance");
            return;
        }

        json.WriteStartObject("massBalance");
        json.WriteNumber("in", balance.In);
        json.WriteNumber("body", balance.Body);
        json.WriteNumber("eliminated", balance.Eliminated);
        json.WriteNumber("error", balance.Error);
        json.WriteEndObject();
    }

    private static void Curves(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<Level, double[]>>? curves)
    {
        if (curves is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (place, values) in curves)
        {
            Numbers(json, place.ToString(), values);
        }

        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double>? values)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
