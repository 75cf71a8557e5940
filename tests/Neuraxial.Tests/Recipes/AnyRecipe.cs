using CsCheck;

namespace Neuraxial.Tests.Recipes;

/// <summary>
/// Recipes at random, as changes to <see cref="Solved.Plain"/>: every pump, one to three drugs with or without a stock, a residual or none, an interval or
/// none, anything fixed or not. Sane enough to be read; whether there is an answer is for the solver to say.
/// </summary>
internal static class AnyRecipe
{
    private static readonly string[] Drugs = ["morphine", "bupivacaine", "clonidine", "hydromorphone", "baclofen", "ziconotide"];
    private static readonly string[] Doses = ["mg/d", "mg/d", "ug/d", "mg/d", "ug/d", "ug/d"];
    private static readonly string[] Pumps = [.. Formulary.BuiltIn.Pumps.Select(pump => pump.Id)];

    private static readonly Gen<string> Wanted =
        from first in Gen.Int[0, Drugs.Length - 1]
        from count in Gen.Int[1, 3]
        from doses in Gen.Int[1, 200].Array[3]
        from stocks in Gen.Int[0, 3].Array[3]
        from strengths in Gen.Int[1, 50].Array[3]
        select $"[{string.Join(", ", Enumerable.Range(0, count).Select(i => One((first + i) % Drugs.Length, doses[i], stocks[i], strengths[i])))}]";

    private static readonly Gen<string?> Residual =
        from drug in Gen.Int[0, Drugs.Length - 1]
        from volume in Gen.Int[1, 30]
        from strength in Gen.Int[1, 20_000]
        select $$"""{ "volume": "{{volume * 100}} uL", "drugs": [{ "drug": "{{Drugs[drug]}}", "concentration": "{{strength}} ug/mL" }] }""";

    /// <summary>The changes of one recipe.</summary>
    public static Gen<(string Path, string? Value)[]> Changes { get; } =
        from pump in Gen.Int[0, Pumps.Length - 1]
        from wanted in Wanted
        from residual in Gen.OneOf(Gen.Const((string?)null), Residual)
        from days in Gen.Int[0, 100]
        from fill in Gen.Int[0, 40]
        from rate in Gen.Int[0, 60]
        from measure in Gen.Int[1, 5]
        select All(Formulary.BuiltIn.Pump(Pumps[pump])!, wanted, residual, days, fill, rate, measure);

    private static string One(int drug, int dose, int stock, int strength)
    {
        var from = stock switch
        {
            0 => "",
            1 => $$""", "stock": "{{strength}} mg/mL" """,
            2 => $$""", "stock": "{{strength * 100}} ug/mL", "size": "5 mL", "tolerance": "5 %" """,
            _ => $$""", "from": [{ "stock": "{{strength}} mg/mL", "size": "1 mL" }, { "stock": "{{strength * 50}} ug/mL" }] """,
        };
        return $$"""{ "drug": "{{Drugs[drug]}}", "dose": "{{dose}} {{Doses[drug]}}"{{from}} }""";
    }

    private static (string Path, string? Value)[] All(Pump pump, string wanted, string? residual, int days, int fill, int rate, int measure)
    {
        var flow = pump.IsConstantFlow ? $$""", "flow": "{{rate + 1}}00 uL/d" """ : "";
        var changes = new List<(string, string?)>
        {
            ("pump", $$"""{ "model": "{{pump.Id}}"{{flow}} }"""),
            ("wanted", wanted),
            ("interval", days == 0 ? null : $"{days} d"),
            ("measure", $"{measure}00 uL"),
            (
                "rateStep",
                rate % 2 == 0 || pump.IsConstantFlow || pump.RateStep is not null ? null
                : pump.Stroke is null ? "0.01 mL/d"
                : "0.1 mL/d"
            ),
        };
        if (residual is not null)
        {
            changes.Add(("residual", residual));
        }

        if (fill % 4 == 0 || RecipeContainer.CapacityOf(pump) is null)
        {
            changes.Add(("fill", $"{fill + 5} mL"));
        }

        if (rate % 5 == 4 && !pump.IsConstantFlow)
        {
            changes.Add(("rate", pump.RateStep is null ? $"{rate * 50} uL/d" : $"{rate} mL/h"));
        }

        return [.. changes];
    }
}
