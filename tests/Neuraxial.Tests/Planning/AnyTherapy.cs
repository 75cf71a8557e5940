using CsCheck;

namespace Neuraxial.Tests.Planning;

/// <summary>
/// Therapies at random, as changes to <see cref="Plans.Plain"/>: every pump, one to three drugs, every mode, doses that do not divide by their
/// concentrations, a change of infusate or none, a known fluid path or none. Sane enough to be read; whether they can run is for the plan to say.
/// </summary>
internal static class AnyTherapy
{
    private static readonly string[] Drugs = ["morphine", "hydromorphone", "bupivacaine", "clonidine", "baclofen", "ziconotide"];
    private static readonly string[] Pumps = [.. Formulary.BuiltIn.Pumps.Select(pump => pump.Id)];

    private static readonly Gen<string> Mixture =
        from first in Gen.Int[0, Drugs.Length - 1]
        from count in Gen.Int[1, 3]
        from strengths in Gen.Int[1, 40_000].Array[3]
        select $$"""{ "drugs": [{{string.Join(", ", Enumerable.Range(0, count).Select(i => $$"""{ "drug": "{{Drugs[(first + i) % Drugs.Length]}}", "concentration": "{{strengths[i]}} ug/mL" }"""))}}] }""";

    private static readonly Gen<string> Demand =
        from bolus in Gen.Int[1, 900]
        from lockout in Gen.Int[10, 600]
        from length in Gen.Int[1, 10]
        from most in Gen.Int[1, 12]
        from used in Gen.Int[1, 12]
        select $$"""
            , "demand": { "dose": "{{bolus}} ug", "duration": "{{length}} min", "lockout": "{{lockout}} min", "maximum": { "count": {{most}}, "per": "24 h" }, "expected": { "count": {{used}}, "per": "24 h" } }
            """;

    private static readonly Gen<string> Program =
        from mode in Gen.Int[0, 3]
        from rates in Gen.Int[0, 3_000].Array[3]
        from hours in Gen.Int[1, 7].Array[3]
        from demand in Gen.OneOf(Gen.Const(""), Demand)
        select mode switch
        {
            0 => $$"""{ "mode": "continuous", "rate": "{{rates[0] + 1}} uL/d"{{demand}} }""",
            1 =>
                $$"""{ "mode": "flex", "steps": [{ "at": "0{{hours[0]}}:00", "rate": "{{rates[0] + 1}} uL/d" }, { "at": "1{{hours[1]}}:30", "rate": "{{rates[1]}} uL/d" }, { "at": "2{{hours[2] % 4}}:10", "rate": "0 mL/d" }]{{demand}} }""",
            2 =>
                $$"""{ "mode": "periodic", "bolus": "{{rates[0] + 1}} ug", "duration": "{{hours[0]}} min", "every": "{{hours[1]}} h", "basal": "{{rates[2]}} uL/d"{{demand}} }""",
            _ => $$"""{ "mode": "periodic", "bolus": "{{rates[0] + 1}} ug", "duration": "{{hours[0]}} min", "every": "{{hours[1]}} h"{{demand}} }""",
        };

    private static readonly Gen<string?> Previous =
        from mixture in Mixture
        from program in Program
        from known in Gen.Bool
        select $$"""{ "infusate": {{mixture}}{{(known ? $$""", "program": {{program}}""" : "")}} }""";

    /// <summary>The changes of one therapy.</summary>
    public static Gen<(string Path, string? Value)[]> Changes { get; } =
        from pump in Gen.Int[0, Pumps.Length - 1]
        from mixture in Mixture
        from program in Program
        from previous in Gen.OneOf(Gen.Const((string?)null), Previous)
        from path in Gen.Int[0, 400]
        from fill in Gen.Int[1, 60]
        from minutes in Gen.Int[0, 60 * 24 * 365]
        select All(Formulary.BuiltIn.Pump(Pumps[pump])!, mixture, program, previous, path, fill, minutes);

    private static (string Path, string? Value)[] All(Pump pump, string mixture, string program, string? previous, int path, int fill, int minutes)
    {
        var setup =
            (pump.IsConstantFlow ? """, "flow": "0.7 mL/d" """ : "") + (pump.IsImplanted || path == 0 ? "" : $$""", "line": "{{path}} uL" """);
        var told = pump.IsConstantFlow ? """{ "mode": "constant-flow" }""" : program;
        var start = NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0) + NodaTime.Duration.FromMinutes(minutes);
        var changes = new List<(string, string?)>
        {
            ("pump", $$"""{ "model": "{{pump.Id}}"{{setup}}, "zone": "Europe/London" }"""),
            ("infusate", mixture),
            ("program", told),
            ("fill.volume", $"{fill} mL"),
            ("fill.at", DateText.Write(start)),
        };
        if (path > 0)
        {
            changes.Add(("catheter.volume", $"{path} uL"));
        }

        if (previous is not null)
        {
            changes.Add(("previous", pump.IsConstantFlow ? $$"""{ "infusate": {{mixture}}, "program": { "mode": "constant-flow" } }""" : previous));
        }

        return [.. changes];
    }
}
