using System.Text.Json;
using NodaTime.Text;

namespace Neuraxial;

/// <summary>Writes an answer as a therapy file: what the recipe knows of it, so that it can be planned as it stands or pasted into a longer one.</summary>
internal static class RecipeTherapy
{
    public static void Write(Utf8JsonWriter json, RecipeAnswer answer, Recipe recipe)
    {
        json.WriteStartObject("therapy");
        json.WriteString("therapy", recipe.Name);
        json.WriteString("indication", TherapyFile.Indications.Word(recipe.Indication));
        json.WriteString("route", TherapyFile.Routes.Word(recipe.Route));
        if (recipe.Jurisdiction is { } jurisdiction)
        {
            json.WriteString("jurisdiction", jurisdiction);
        }

        WritePump(json, recipe.Pump);
        WriteInfusate(json, answer.Therapy.Infusate);
        WriteFill(json, answer, recipe);
        json.WriteStartObject("program");
        json.WriteString("mode", answer.Therapy.Program.Mode);
        if (!recipe.Pump.Model.IsConstantFlow)
        {
            json.WriteString("rate", answer.Rate.ToString());
        }

        json.WriteEndObject();
        if (answer.Therapy.Previous is { } previous)
        {
            json.WriteStartObject("previous");
            WriteInfusate(json, previous.Infusate);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePump(Utf8JsonWriter json, PumpSetup pump)
    {
        json.WriteStartObject("pump");
        json.WriteString("model", pump.Model.Id);
        Write(json, "flow", pump.Flow);
        Write(json, "lowReservoir", pump.LowReservoir);
        Write(json, "line", pump.Line);
        if (pump.Zone is { } zone)
        {
            json.WriteString("zone", zone.Id);
        }

        json.WriteEndObject();
    }

    private static void WriteInfusate(Utf8JsonWriter json, Infusate infusate)
    {
        json.WriteStartObject("infusate");
        if (infusate.Diluent is { } diluent)
        {
            json.WriteString("diluent", diluent);
        }

        json.WriteStartArray("drugs");
        foreach (var part in infusate.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", part.Drug.Id);
            json.WriteString("concentration", part.Concentration.ToString());
            if (part.Preparation is { } preparation)
            {
                json.WriteString("preparation", preparation);
            }

            Write(json, "stock", part.Stock);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFill(Utf8JsonWriter json, RecipeAnswer answer, Recipe recipe)
    {
        json.WriteStartObject("fill");
        json.WriteString("volume", answer.Fill.ToString());
        if (recipe.Moment is { } moment)
        {
            json.WriteString("at", OffsetDateTimePattern.Rfc3339.Format(moment));
        }

        Write(json, "overfill", recipe.Overfill);
        Write(json, "deadSpace", recipe.DeadSpace);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, T? quantity)
        where T : struct, IQuantity<T>
    {
        if (quantity is { } known)
        {
            json.WriteString(name, known.ToString());
        }
    }
}
