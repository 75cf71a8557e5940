using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial;

/// <summary>
/// Writes a solved recipe as JSON: quantities in the grammar of quantities, unrounded; what is not known is <c>null</c>.
/// The shape is a contract: members are added, never renamed.
/// </summary>
public static class RecipeJson
{
    /// <summary>Writes a solution.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="output">Where to; UTF-8.</param>
    public static void Write(RecipeSolution solution, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(
            output,
            new JsonWriterOptions
            {
                Indented = true,
                SkipValidation = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        json.WriteStartObject();
        json.WriteString("recipe", solution.Recipe.Name);
        json.WriteBoolean("feasible", solution.IsFeasible);
        PlanJson.WriteFormulary(json, solution.Formulary);
        json.WriteString("profile", solution.Profile);
        json.WriteStartArray("answers");
        foreach (var answer in solution.Answers)
        {
            WriteAnswer(json, answer, solution.Recipe);
        }

        json.WriteEndArray();
        WriteInfeasible(json, solution.Infeasible);
        WriteSearch(json, solution.Search);
        PlanJson.WriteFindings(json, solution.Findings);
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, RecipeAnswer answer, Recipe recipe)
    {
        json.WriteStartObject();
        json.WriteNumber("rank", answer.Rank);
        WriteTexts(json, "bestIn", answer.BestIn);
        json.WriteString("rate", answer.Rate.ToString());
        json.WriteString("fill", answer.Fill.ToString());
        json.WriteString("interval", QuantityText.Write(answer.Interval));
        json.WriteString("reason", RefillDates.Reasons.Word(answer.Reason));
        json.WriteString("stability", answer.Stable is { } stable ? QuantityText.Write(stable) : null);
        json.WriteString("refillBy", RefillBy(answer, recipe));
        json.WriteStartArray("drugs");
        foreach (var drug in answer.Drugs)
        {
            json.WriteStartObject();
            json.WriteString("drug", drug.Drug.Id);
            json.WriteString("wanted", drug.Wanted?.ToString());
            json.WriteString("concentration", drug.Concentration.ToString());
            json.WriteString("inFill", drug.InFill.ToString());
            json.WriteString("achieved", drug.Achieved.ToString());
            WriteNumber(json, "errorPercent", drug.ErrorPercent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCompounding(json, answer.Worksheet);
        WriteNumber(json, "wastePercent", answer.WastePercent);
        WriteBindings(json, "binding", answer.Binding);
        RecipeTherapy.Write(json, answer, recipe);
        PlanJson.WriteFindings(json, answer.Findings);
        json.WriteEndObject();
    }

    /// <summary>The moment where the recipe states one, else the day; never a date that nobody stated a beginning for.</summary>
    private static string? RefillBy(RecipeAnswer answer, Recipe recipe) =>
        recipe.Moment is { } moment ? DateText.Write(moment.ToInstant() + answer.Interval)
        : answer.RefillBy(recipe) is { } day ? DateText.Write(day)
        : null;

    private static void WriteCompounding(Utf8JsonWriter json, Worksheet? worksheet)
    {
        if (worksheet is null)
        {
            json.WriteNull("compounding");
            return;
        }

        json.WriteStartObject("compounding");
        PlanJson.WriteWorksheet(json, worksheet);
        json.WriteEndObject();
    }

    private static void WriteInfeasible(Utf8JsonWriter json, RecipeInfeasible? infeasible)
    {
        if (infeasible is null)
        {
            json.WriteNull("infeasible");
            return;
        }

        json.WriteStartObject("infeasible");
        WriteBindings(json, "constraints", infeasible.Constraints);
        json.WriteStartArray("relax");
        foreach (var relaxation in infeasible.Relax)
        {
            json.WriteStartObject();
            WriteTexts(json, "paths", relaxation.Paths);
            json.WriteString("to", relaxation.To);
            json.WriteString("message", relaxation.Message);
            json.WriteString("rate", relaxation.Rate.ToString());
            json.WriteString("fill", relaxation.Fill.ToString());
            json.WriteString("interval", QuantityText.Write(relaxation.Interval));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBindings(Utf8JsonWriter json, string name, IReadOnlyList<RecipeBinding> bindings)
    {
        json.WriteStartArray(name);
        foreach (var binding in bindings)
        {
            json.WriteStartObject();
            json.WriteString("code", binding.Code);
            json.WriteString("drug", binding.Drug);
            json.WriteString("message", binding.Message);
            json.WriteString("limit", binding.Limit);
            json.WriteString("source", binding.Source);
            json.WriteString("rule", binding.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSearch(Utf8JsonWriter json, RecipeSearch search)
    {
        json.WriteStartObject("search");
        json.WriteString("lowest", search.Lowest?.ToString());
        json.WriteString("highest", search.Highest?.ToString());
        json.WriteString("step", search.Step?.ToString());
        json.WriteNumber("rates", search.Rates);
        json.WriteNumber("trials", search.Trials);
        json.WriteNumber("feasible", search.Feasible);
        json.WriteNumber("efficient", search.Efficient);
        json.WriteNumber("stocksLeftOut", search.StocksLeftOut);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, PlanJson.Plain(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
